import { AppError, type ErrorEntry, type SourceLocation } from './app-error.ts';
import { airecErrors } from './catalogue/airec.ts';
import { certificateErrors } from './catalogue/certificate.ts';
import { cloudErrors } from './catalogue/cloud.ts';
import { commandErrors } from './catalogue/command.ts';
import { configurationErrors } from './catalogue/configuration.ts';
import { endpointErrors } from './catalogue/endpoint.ts';
import { githubErrors } from './catalogue/github.ts';
import { slackErrors } from './catalogue/slack.ts';

const catalogue = {
  ...airecErrors,
  ...certificateErrors,
  ...cloudErrors,
  ...commandErrors,
  ...configurationErrors,
  ...endpointErrors,
  ...githubErrors,
  ...slackErrors,
};

type Catalogue = typeof catalogue;

/** Every error code there is. Codes are stable: scripts and documents may rely on them. */
export type ErrorCode = keyof Catalogue;

/** What belongs to one occurrence rather than to its code. */
export interface Occurrence {
  readonly location?: SourceLocation | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/**
 * Makes the error for `code`. `details` are the values its sentence shows; they must hold no secret.
 *
 * @example throw appError('PEM_NO_CERTIFICATE', { source: 'certs/rec.pem' })
 */
export function appError<Code extends ErrorCode>(
  code: Code,
  details: Parameters<Catalogue[Code]>[0],
  occurrence: Occurrence = {},
): AppError {
  const describe = catalogue[code] as (details: Parameters<Catalogue[Code]>[0]) => ErrorEntry;
  return new AppError({ ...describe(details), ...occurrence, code });
}

/** Whether `error` is ours and carries one of `codes`. */
export function hasCode(error: unknown, ...codes: ErrorCode[]): error is AppError {
  return error instanceof AppError && (codes as string[]).includes(error.code);
}
