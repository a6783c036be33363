/** Where a problem sits in a file a person can edit. Lines and columns count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Whose move it is. `configuration`, `authentication`, `permission` and `quota` are the user's;
 * `remote` and `network` are somebody else's and may pass; `certificate` is a verdict on material;
 * `internal` is a defect of this program.
 */
export type ErrorCategory =
  | 'configuration'
  | 'authentication'
  | 'permission'
  | 'quota'
  | 'remote'
  | 'network'
  | 'certificate'
  | 'internal';

/** What a catalogue entry says about one error code. */
export interface ErrorEntry {
  readonly category: ErrorCategory;
  /** One sentence, present tense, with the actual and the expected value. */
  readonly problem: string;
  /** The exact thing to do, imperative. */
  readonly help: string;
  /** Whether the same attempt may succeed later without anyone changing anything. */
  readonly retryable?: boolean;
}

interface AppErrorInit extends ErrorEntry {
  readonly code: string;
  readonly location?: SourceLocation | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The one error class. It is made through the catalogue (`appError`) only, so that every code has a
 * problem, a remedy and a category; foreign errors are translated where they enter and kept as `cause`.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly category: ErrorCategory;
  readonly help: string;
  readonly retryable: boolean;
  readonly location: SourceLocation | undefined;
  /** The request id a cloud API answered with, for a support ticket. */
  readonly requestId: string | undefined;

  constructor(init: AppErrorInit) {
    super(init.problem, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.category = init.category;
    this.help = init.help;
    this.retryable = init.retryable ?? false;
    this.location = init.location;
    this.requestId = init.requestId;
  }
}

/** The same error, at the place a person must edit. */
export function relocate(error: AppError, location: SourceLocation): AppError {
  const { code, category, message, help, retryable, requestId, cause } = error;
  return new AppError({ code, category, problem: message, help, retryable, requestId, cause, location });
}

/** Several problems found in one look, such as every mistake in a configuration file. Never empty. */
export class AppErrors extends Error {
  override readonly name = 'AppErrors';
  readonly errors: readonly AppError[];

  constructor(errors: readonly AppError[]) {
    super(errors.map((error) => error.message).join('\n'));
    this.errors = errors;
  }
}
