import { type Annotation, foldAnnotations, toLocation } from '../annotations.ts';
import { placeOf, problemsOf } from '../problems.ts';
import type { Report } from './report.ts';

type Endpoint = Report['endpoints'][number];

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
