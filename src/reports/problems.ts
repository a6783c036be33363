import type { Report } from './report.ts';

type Finding = Report['endpoints'][number]['findings'][number];

/** A finding as people read it: once, with every address that shows it. */
export interface Problem extends Omit<Finding, 'address'> {
  /** Empty when it concerns the endpoint as a whole. */
  readonly addresses: readonly string[];
}

const SEVERITIES = ['error', 'warning'] as const;
const SHOWN_ADDRESSES = 4;

/** What is wrong with an endpoint, the worst first, the same problem at several addresses once. */
export function problemsOf({ findings }: Pick<Report['endpoints'][number], 'findings'>): readonly Problem[] {
  const groups = new Map<string, Problem>();
  for (const { address, ...finding } of findings) {
    const key = `${finding.severity} ${finding.id} ${finding.problem}`;
    const addresses = [...(groups.get(key)?.addresses ?? []), ...(address ? [address] : [])];
    groups.set(key, { ...finding, addresses });
  }
  const problems = [...groups.values()];
  return SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
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
