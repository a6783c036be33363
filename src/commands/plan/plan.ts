import { rootCertificates } from 'node:tls';
import { assertCommandExists } from '../../airec/find-command.ts';
import type { CredentialsSource } from '../../alibaba/credentials.ts';
import { anchorsOfAny, loadClientTrust } from '../../certificates/clients/trust.ts';
import type { Config, EndpointConfig } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { loadMaterialAtHand, type MaterialAtHand } from '../../deployment/material.ts';
import { preview } from '../../deployment/preview/preview.ts';
import { createStepRecorder, type StepListener } from '../../deployment/steps.ts';
import { createEndpointObserver } from '../../endpoints/observe-endpoint.ts';
import { createIssuerFetcher, type IssuerFetcher } from '../../endpoints/network/issuer-fetcher.ts';
import { createRehearsal } from '../../endpoints/rehearse.ts';
import type { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import { toAppErrors } from '../../errors/render.ts';
import type { PlanReport } from '../../reports/plan/plan-report.ts';
import { toPlanReport } from '../../reports/plan/to-plan-report.ts';
import { openReader } from '../open-reader.ts';
import { readConfiguredTrust } from '../trust-anchors.ts';
import { VERSION } from '../version.ts';

export interface PlanOptions {
  /** Path of airec-https.yml. */
  readonly configFile: string;
  /** Whether nothing may be connected to, the rehearsal on this machine apart. */
  readonly offline: boolean;
  /** Whether strangers wrote the configuration: it then opens no private network. */
  readonly isForeign?: boolean | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly listener: StepListener;
  /** Default: the credentials of the environment. */
  readonly openCredentials?: ((config: Config) => CredentialsSource | undefined) | undefined;
}

/**
 * `plan`: what deploying would do, from whatever there is here: files always, addresses unless offline, the cloud with
 * credentials, a rehearsal with the key. Nothing of it can write, and no command of the configuration is run.
 *
 * @throws CONFIG_…, FILE_UNREADABLE and PEM_… of trust anchors
 */
export async function runPlan(options: PlanOptions): Promise<PlanReport> {
  const { environment, offline, isForeign = false, listener, openCredentials } = options;
  const config = await loadConfig(options.configFile);
  const materials = new Map<EndpointConfig, MaterialAtHand>();
  for (const endpoint of config.endpoints) {
    materials.set(endpoint, await loadMaterialAtHand(endpoint, environment));
  }
  const clock = { now: () => new Date(), sleep: () => Promise.resolve() };
  const steps = createStepRecorder(listener, clock.now);
  const trusted = { bundled: rootCertificates, ...(await readConfiguredTrust(config)) };
  const trust = loadClientTrust(trusted);
  const privateNetworks = config.trust.privateNetworks && !isForeign;
  const timeoutMs = config.deadlines.connectionMs;
  const terms = { trustAnchors: anchorsOfAny(trusted), privateNetworks, timeoutMs };
  const errors: AppError[] = await missingCommand(config, environment);
  const onAttempt = (line: string) => steps.asked(line);
  const access = { environment, openCredentials, callMs: config.deadlines.callMs, onAttempt };
  const world = {
    config,
    cloud: offline ? undefined : await openReader(config, access, (error) => void errors.push(error)),
    observe: offline ? undefined : createEndpointObserver(terms),
    fetchIssuers: offline ? refuseToFetch : createIssuerFetcher({ privateNetworks, timeoutMs }),
    rehearse: createRehearsal(trust),
    trust,
    clock,
    steps,
  };
  const outcome = await preview(materials, world);
  return toPlanReport({ ...outcome, errors: [...errors, ...outcome.errors] }, VERSION);
}

const refuseToFetch: IssuerFetcher = (url) =>
  Promise.reject(appError('AIA_GIVEN_UP', { url, why: 'nothing is connected to offline' }));

/** A command of the repository has to be in it; one on the PATH is the deploying machine's. */
async function missingCommand(
  { airec: { bind } }: Config,
  environment: PlanOptions['environment'],
): Promise<AppError[]> {
  if (bind === 'none' || !/[/\\]/.test(bind[0])) return [];
  try {
    await assertCommandExists(bind[0], environment);
    return [];
  } catch (error) {
    return [...toAppErrors(error)];
  }
}
