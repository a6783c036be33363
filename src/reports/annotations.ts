import type { AppError, SourceLocation } from '../errors/app-error.ts';
import type { Report } from './deploy/report.ts';

/** A mark on a file and line that a person must edit, or on the run as a whole. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly location: SourceLocation | undefined;
}

/** GitHub shows ten annotations a level and step. */
const MOST_PER_LEVEL = 10;

/** What to mark for errors that ended a run before there was a report. */
export function annotateErrors(errors: readonly AppError[]): readonly Annotation[] {
  return foldAnnotations(
    errors.map(({ code, message, help, location }) => ({
      level: 'error' as const,
      title: code,
      message: `${message}\n${help}`,
      location,
    })),
  );
}

/** A location as reports have it. */
type ReportedLocation = Report['endpoints'][number]['location'];

/** Zod's optional values may be undefined, those of a location may only be absent. */
export function toLocation({ file, line, column }: ReportedLocation): SourceLocation {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/** At most ten a level; the last one then says how many it stands for. */
export function foldAnnotations(all: readonly Annotation[]): readonly Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const ofLevel = all.filter((annotation) => annotation.level === level);
    if (ofLevel.length <= MOST_PER_LEVEL) return ofLevel;
    const rest = ofLevel.length - (MOST_PER_LEVEL - 1);
    const message = `${rest} more; all of them are in the job summary and the report.`;
    return [
      ...ofLevel.slice(0, MOST_PER_LEVEL - 1),
      { level, title: 'More problems', message, location: undefined },
    ];
  });
}
