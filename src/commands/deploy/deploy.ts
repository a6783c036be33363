import type { CredentialsSource } from '../../alibaba/credentials.ts';
import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { deploy } from '../../deployment/deploy.ts';
import { loadMaterials } from '../../deployment/material.ts';
import type { DeploymentOutcome } from '../../deployment/outcome.ts';
import type { StepListener } from '../../deployment/steps.ts';
import { openWorld } from '../open-world.ts';

export interface DeployOptions {
  /** Path of airec-https.yml. */
  readonly configFile: string;
  readonly dryRun: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly listener: StepListener;
  /** Default: the credentials of the environment. */
  readonly openCredentials?: ((config: Config) => CredentialsSource | undefined) | undefined;
}

/**
 * `deploy`: reads the configuration, keys and credentials, then has the deployment run. Everything that can
 * be known to be wrong is known before the first write.
 *
 * @throws CONFIG_…, KEY_…, PEM_…, CREDENTIALS_MISSING, BIND_COMMAND_NOT_FOUND, MAPPING_…
 */
export async function runDeploy(options: DeployOptions): Promise<DeploymentOutcome> {
  const { environment, dryRun, listener } = options;
  const config = await loadConfig(options.configFile);
  const materials = await loadMaterials(config, environment);
  const credentials = options.openCredentials?.(config);
  return deploy({ materials, dryRun }, await openWorld(config, { environment, listener, credentials }));
}
