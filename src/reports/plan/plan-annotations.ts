import { type Annotation, foldAnnotations, toLocation } from '../annotations.ts';
import { nameOfPlanned } from './plan-words.ts';
import type { PlannedEndpoint, PlanReport } from './plan-report.ts';
import { placeOf, problemsOf } from '../problems.ts';

/** What to mark for a plan, where a person has to edit: what forbids deploying first, then what to know. */
export function annotatePlan({ endpoints, errors }: PlanReport): readonly Annotation[] {
  return foldAnnotations([
    ...errors.map((error) => annotateError(error, undefined)),
    ...endpoints.flatMap((endpoint) => [
      ...endpoint.errors.map((error) => annotateError(error, endpoint)),
      ...annotateFindings(endpoint),
    ]),
  ]);
}

function annotateError(
  { code, problem, help, location }: PlanReport['errors'][number],
  endpoint: PlannedEndpoint | undefined,
): Annotation {
  const message = `${endpoint ? `${nameOfPlanned(endpoint)}: ` : ''}${problem}\n${help}`;
  const where = location ?? endpoint?.location;
  return { level: 'error', title: code, message, location: where && toLocation(where) };
}

function annotateFindings(endpoint: PlannedEndpoint): readonly Annotation[] {
  return problemsOf(endpoint).map((problem) => ({
    level: problem.severity === 'error' ? ('error' as const) : ('warning' as const),
    title: problem.id,
    message: `${nameOfPlanned(endpoint)}${placeOf(problem)}: ${problem.problem}\n${problem.help}`,
    location: toLocation(problem.location ?? endpoint.location),
  }));
}
