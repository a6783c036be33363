import type { AppError, SourceLocation } from '../errors/app-error.ts';
import { placeOf, problemsOf } from './problems.ts';
import type { Report } from './report.ts';

/** A mark on a file and line that a person must edit, or on the run as a whole. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly location: SourceLocation | undefined;
}

type Endpoint = Report['endpoints'][number];

/** GitHub shows ten annotations a level and step. */
const MOST_PER_LEVEL = 10;

/**
 * What to mark for a report: the worst first, the same problem at several addresses once, where nothing else is
 * named on the endpoint in the configuration. A dry run marks what
 * forbids deploying, not what deploying will mend.
 */
export function annotate({ endpoints, dryRun }: Report): readonly Annotation[] {
  return foldAnnotations(
    endpoints.flatMap((endpoint) => [...errorOf(endpoint), ...problemsAt(endpoint, dryRun)]),
  );
}

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

function errorOf({ domain, port, error, location }: Endpoint): readonly Annotation[] {
  if (!error) return [];
  const message = `${domain}:${port}: ${error.problem}\n${error.help}`;
  return [{ level: 'error', title: error.code, message, location: toLocation(error.location ?? location) }];
}

function problemsAt(endpoint: Endpoint, dryRun: boolean): readonly Annotation[] {
  const { domain, port, plan, location: where } = endpoint;
  return problemsOf(endpoint)
    .filter(({ location }) => location !== undefined || !dryRun || plan.length === 0)
    .map((problem) => ({
      level: problem.severity === 'error' ? ('error' as const) : ('warning' as const),
      title: problem.id,
      message: `${domain}:${port}${placeOf(problem)}: ${problem.problem}\n${problem.help}`,
      location: toLocation(problem.location ?? where),
    }));
}

/** Zod's optional values may be undefined, those of a location may only be absent. */
function toLocation({ file, line, column }: Endpoint['location']): SourceLocation {
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
