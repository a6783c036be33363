import type { Severity } from '../endpoints/finding.ts';
import type { Report } from './deploy/report.ts';

/** What a finding has to have to be told from others. */
interface Told {
  readonly id: string;
  readonly severity: Severity;
  readonly problem: string;
  readonly address?: string | undefined;
}

/** A finding as people read it: once, with every address that shows it; none when it concerns the endpoint as a whole. */
type Grouped<Finding extends Told> = Omit<Finding, 'address'> & { readonly addresses: readonly string[] };

export type Problem = Grouped<Report['endpoints'][number]['findings'][number]>;

const SHOWN_ADDRESSES = 4;

/** What is wrong with an endpoint, the worst first, the same problem at several addresses once. */
export function problemsOf<Finding extends Told>(
  { findings }: { readonly findings: readonly Finding[] },
  severities: readonly Severity[] = ['error', 'warning'],
): readonly Grouped<Finding>[] {
  const groups = new Map<string, Grouped<Finding>>();
  for (const { address, ...finding } of findings) {
    const key = `${finding.severity} ${finding.id} ${finding.problem}`;
    const addresses = [...(groups.get(key)?.addresses ?? []), ...(address ? [address] : [])];
    groups.set(key, { ...finding, addresses });
  }
  const problems = [...groups.values()];
  return severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
}

/** ` at 203.0.113.7:443, 203.0.113.8:443`, the first four by name; empty without an address. */
export function placeOf(
  { addresses }: Pick<Problem, 'addresses'>,
  show: (address: string) => string = (address) => address,
): string {
  if (addresses.length === 0) return '';
  const shown = addresses.slice(0, SHOWN_ADDRESSES).map(show).join(', ');
  const more = addresses.length - SHOWN_ADDRESSES;
  return ` at ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
