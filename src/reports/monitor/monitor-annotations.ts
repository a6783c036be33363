import type { SourceLocation } from '../../errors/app-error.ts';
import { type Annotation, foldAnnotations } from '../annotations.ts';
import type { MonitorReport } from './monitor-report.ts';

/** What to mark: the worst of each endpoint where the configuration names it, then what went wrong in the run. */
export function annotateMonitor(
  report: MonitorReport,
  locations: ReadonlyMap<string, SourceLocation>,
): readonly Annotation[] {
  const unwell = report.endpoints.filter(({ verdict }) => verdict !== 'healthy');
  const ofEndpoints = unwell.flatMap((endpoint): readonly Annotation[] => {
    const [worst] = endpoint.findings;
    if (!worst || worst.severity === 'info') return [];
    const message = `${endpoint.name}: ${worst.message}\n${worst.help}`;
    return [{ level: worst.severity, title: worst.id, message, location: locations.get(endpoint.name) }];
  });
  const ofRun = report.problems.map(({ code, problem, help }): Annotation => ({
    level: 'error',
    title: code,
    message: `${problem}\n${help}`,
    location: undefined,
  }));
  return foldAnnotations([...ofEndpoints, ...ofRun]);
}
