import { AppError, AppErrors, type SourceLocation } from './app-error.ts';
import { redact } from './redaction.ts';

/** `file:line:column`, as editors and terminals link it. */
function formatLocation(location: SourceLocation): string {
  return [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
}

/** All problems in `error`, ours or foreign, as catalogue errors are; a foreign one counts as internal. */
export function toAppErrors(error: unknown): readonly AppError[] {
  if (error instanceof AppErrors) return error.errors;
  if (error instanceof AppError) return [error];
  return [
    new AppError({
      code: 'INTERNAL',
      category: 'internal',
      problem: redact(error instanceof Error ? error.message : String(error)),
      help: 'This is a defect of airec-https. Please report it with the stack below.',
      cause: error,
    }),
  ];
}

/**
 * An error as a person reads it, secrets blanked: where, what is wrong, what to do, the request id, and
 * for a defect of our own its stack.
 */
export function renderError(error: AppError): string {
  const where = error.location ? `${formatLocation(error.location)}: ` : '';
  const lines = [`${where}${error.message} [${error.code}]`, `  → ${error.help}`];
  if (error.requestId) lines.push(`  RequestId ${error.requestId}`);
  if (error.category === 'internal' && error.cause instanceof Error && error.cause.stack) {
    lines.push(error.cause.stack);
  }
  return redact(lines.join('\n'));
}
