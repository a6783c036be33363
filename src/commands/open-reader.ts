import type { CertificateReader } from '../alibaba/certificate-store.ts';
import { type CredentialsSource, resolveCredentials } from '../alibaba/credentials.ts';
import type { CertificateCloud } from '../alibaba/ingress-target.ts';
import type { Config } from '../config/config.ts';
import { AppError } from '../errors/app-error.ts';
import { hasCode } from '../errors/catalogue.ts';
import { openCloudReader } from './open-cloud.ts';

export interface ReaderOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Default: the credentials of the environment. */
  readonly openCredentials?: ((config: Config) => CredentialsSource | undefined) | undefined;
  /** One call with all its retries, in milliseconds; at most that of the configuration. */
  readonly callMs: number;
  /** Told of every attempt, one printable line without key material. */
  readonly onAttempt?: ((line: string) => void) | undefined;
}

/** What may look into CAS and at bindings, and nothing else; undefined without credentials, of which `onProblem` hears when they are half there. */
export async function openReader(
  config: Config,
  { environment, openCredentials, callMs, onAttempt }: ReaderOptions,
  onProblem: (error: AppError) => void,
): Promise<CertificateCloud<CertificateReader> | undefined> {
  try {
    const credentials = openCredentials?.(config) ?? (await resolveCredentials(environment));
    return openCloudReader(config, {
      credentials,
      callMs: Math.min(callMs, config.deadlines.callMs),
      onAttempt,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret } = environment;
    const isNone = hasCode(error, 'CREDENTIALS_MISSING') && !id?.trim() && !secret?.trim();
    if (!isNone) onProblem(error);
    return undefined;
  }
}
