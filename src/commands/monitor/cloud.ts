import type { CertificateReader } from '../../alibaba/certificate-service.ts';
import { resolveCredentials } from '../../alibaba/credentials.ts';
import { createGuideCertificateReader } from '../../alibaba/guide-certificate-service.ts';
import type { Config } from '../../config/config.ts';
import { AppError } from '../../errors/app-error.ts';
import { hasCode } from '../../errors/catalogue.ts';
import type { Environment } from './circumstances.ts';

/** One call with all its retries: the ledger is worth less than the alert that waits for it. */
const CALL_MS = 10_000;

/** What may look into CAS, and nothing else; undefined without credentials, of which `onProblem` hears when they are half there. */
export async function openCloud(
  { cas, deadlines }: Config,
  environment: Environment,
  onProblem: (error: AppError) => void,
): Promise<CertificateReader | undefined> {
  try {
    const credentials = await resolveCredentials(environment);
    const callMs = Math.min(CALL_MS, deadlines.callMs);
    return createGuideCertificateReader({ endpoint: cas.endpoint, credentials, callMs });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { ALIBABA_CLOUD_ACCESS_KEY_ID: id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret } = environment;
    const isNone = hasCode(error, 'CREDENTIALS_MISSING') && !id?.trim() && !secret?.trim();
    if (!isNone) onProblem(error);
    return undefined;
  }
}
