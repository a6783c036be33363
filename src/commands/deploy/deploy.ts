import { setTimeout as sleep } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import { assertCommandExists } from '../../airec/find-command.ts';
import { resolveCredentials } from '../../alibaba/credentials.ts';
import { anchorsOfAny, loadClientTrust } from '../../certificates/clients/trust.ts';
import { loadConfig } from '../../config/load-config.ts';
import { deploy } from '../../deployment/deploy.ts';
import { loadMaterials } from '../../deployment/material.ts';
import type { DeploymentOutcome } from '../../deployment/outcome.ts';
import { createStepRecorder, type StepListener } from '../../deployment/steps.ts';
import type { World } from '../../deployment/world.ts';
import { createIssuerFetcher } from '../../endpoints/network/issuer-fetcher.ts';
import { createEndpointObserver } from '../../endpoints/observe-endpoint.ts';
import { openCloud } from '../open-cloud.ts';
import { readConfiguredTrust } from '../trust-anchors.ts';

export interface DeployOptions {
  /** Path of airec-https.yml. */
  readonly configFile: string;
  readonly dryRun: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly listener: StepListener;
}

/**
 * `deploy`: reads the configuration, keys and credentials, then has the deployment run. Everything that can
 * be known to be wrong is known before the first call.
 *
 * @throws CONFIG_…, KEY_…, PEM_…, CREDENTIALS_MISSING, BIND_COMMAND_NOT_FOUND, MAPPING_…
 */
export async function runDeploy(options: DeployOptions): Promise<DeploymentOutcome> {
  const { environment, dryRun } = options;
  const config = await loadConfig(options.configFile);
  const materials = await loadMaterials(config, environment);
  const { bind } = config.airec;
  if (bind !== 'none') await assertCommandExists(bind[0], environment);
  const credentials = await resolveCredentials(environment);
  const clock = {
    now: () => new Date(),
    sleep: (milliseconds: number) => sleep(milliseconds),
  };
  const steps = createStepRecorder(options.listener, clock.now);
  const { privateNetworks } = config.trust;
  const { connectionMs, callMs } = config.deadlines;
  const trusted = { bundled: rootCertificates, ...(await readConfiguredTrust(config)) };
  const world: World = {
    config,
    cloud: openCloud(config, { credentials, callMs, onAttempt: (line) => steps.asked(line) }),
    observe: createEndpointObserver({
      trustAnchors: anchorsOfAny(trusted),
      privateNetworks,
      timeoutMs: connectionMs,
    }),
    fetchIssuers: createIssuerFetcher({ privateNetworks, timeoutMs: connectionMs }),
    trust: loadClientTrust(trusted),
    clock,
    steps,
  };
  return deploy({ materials, dryRun }, world);
}
