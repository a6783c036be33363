import type { CertificateReader } from '../../alibaba/certificate-store.ts';
import type { CertificateCloud } from '../../alibaba/ingress-target.ts';
import { type CredentialsSource, resolveCredentials } from '../../alibaba/credentials.ts';
import type { Config } from '../../config/config.ts';
import { AppError } from '../../errors/app-error.ts';
import { hasCode } from '../../errors/catalogue.ts';
import { openCloudReader } from '../open-cloud.ts';
import type { Environment } from './circumstances.ts';

/** One call with all its retries: the ledger is worth less than the alert that waits for it. */
const CALL_MS = 10_000;

export interface CloudOptions {
  readonly environment: Environment;
  /** Default: the credentials of the environment. */
  readonly openCredentials?: ((config: Config) => CredentialsSource | undefined) | undefined;
}

/** What may look into CAS and at bindings, and nothing else; undefined without credentials, of which `onProblem` hears when they are half there. */
export async function openCloud(
  config: Config,
  { environment, openCredentials }: CloudOptions,
  onProblem: (error: AppError) => void,
): Promise<CertificateCloud<CertificateReader> | undefined> {
  try {
    const credentials = openCredentials?.(config) ?? (await resolveCredentials(environment));
    return openCloudReader(config, { credentials, callMs: Math.min(CALL_MS, config.deadlines.callMs) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret } = environment;
    const isNone = hasCode(error, 'CREDENTIALS_MISSING') && !id?.trim() && !secret?.trim();
    if (!isNone) onProblem(error);
    return undefined;
  }
}
