import type { EndpointPreview } from '../../deployment/preview/preview-endpoint.ts';
import type { PreviewOutcome } from '../../deployment/preview/preview.ts';
import type { AppError } from '../../errors/app-error.ts';

/** From the least to the most serious. */
const VERDICTS = ['unchanged', 'planned', 'open', 'undetermined', 'blocked'] as const;
/**
 * What deploying would come to: nothing, something, what the cloud decides, what could not be read, or a refusal.
 */
export type PlanVerdict = (typeof VERDICTS)[number];

export function verdictOfPreview({ findings, errors, items }: EndpointPreview): PlanVerdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'blocked';
  if (errors.length > 0) return errors.some(isOfFiles) ? 'blocked' : 'undetermined';
  if (items.some(({ decision }) => decision === 'open')) return 'open';
  return items.some(({ decision }) => decision === 'do') ? 'planned' : 'unchanged';
}

/** The most serious verdict of all endpoints, and of what concerns them all. */
export function verdictOfAll({
  endpoints,
  errors,
}: Pick<PreviewOutcome, 'endpoints' | 'errors'>): PlanVerdict {
  const verdicts = endpoints.map(verdictOfPreview);
  if (errors.length > 0) verdicts.push(errors.some(isOfFiles) ? 'blocked' : 'undetermined');
  return VERDICTS[Math.max(...verdicts.map((each) => VERDICTS.indexOf(each)))] ?? 'unchanged';
}

/** A person has to correct a file of the pull request. */
function isOfFiles({ category }: AppError): boolean {
  return category === 'configuration' || category === 'certificate';
}
