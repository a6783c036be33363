import { setTimeout as sleep } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import { assertCommandExists } from '../airec/find-command.ts';
import { type CredentialsSource, resolveCredentials } from '../alibaba/credentials.ts';
import { anchorsOfAny, loadClientTrust } from '../certificates/clients/trust.ts';
import type { Config } from '../config/config.ts';
import { createStepRecorder, type StepListener } from '../deployment/steps.ts';
import type { World } from '../deployment/world.ts';
import { createIssuerFetcher } from '../endpoints/network/issuer-fetcher.ts';
import { createEndpointObserver } from '../endpoints/observe-endpoint.ts';
import { createRehearsal } from '../endpoints/rehearse.ts';
import { openCloud } from './open-cloud.ts';
import { readConfiguredTrust } from './trust-anchors.ts';

export interface WorldOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly listener: StepListener;
  /** Default: those of the environment. */
  readonly credentials?: CredentialsSource | undefined;
}

/**
 * Everything a deployment, or its undoing, reads the world and changes it through. Who acts is asked for first: everything
 * that can be known to be wrong is known before the first write.
 *
 * @throws CREDENTIALS_MISSING, CLOUD_AUTHENTICATION, BIND_COMMAND_NOT_FOUND, TRUST_…
 */
export async function openWorld(config: Config, options: WorldOptions): Promise<World> {
  const { environment, listener } = options;
  const { bind } = config.airec;
  if (bind !== 'none') await assertCommandExists(bind[0], environment);
  const credentials = options.credentials ?? (await resolveCredentials(environment));
  const clock = {
    now: () => new Date(),
    sleep: (milliseconds: number) => sleep(milliseconds),
  };
  const steps = createStepRecorder(listener, clock.now);
  const { privateNetworks } = config.trust;
  const { connectionMs, callMs } = config.deadlines;
  const trusted = { bundled: rootCertificates, ...(await readConfiguredTrust(config)) };
  const trust = loadClientTrust(trusted);
  return {
    config,
    cloud: openCloud(config, { credentials, callMs, onAttempt: (line) => steps.asked(line) }),
    observe: createEndpointObserver({
      trustAnchors: anchorsOfAny(trusted),
      privateNetworks,
      timeoutMs: connectionMs,
    }),
    fetchIssuers: createIssuerFetcher({ privateNetworks, timeoutMs: connectionMs }),
    rehearse: createRehearsal(trust),
    trust,
    clock,
    steps,
  };
}
