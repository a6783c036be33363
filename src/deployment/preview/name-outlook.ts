import type { Neighbour } from '../../alibaba/ingress-target.ts';
import type { Certificate } from '../../certificates/certificate.ts';
import { matchesDomain, presentedNames } from '../../certificates/names/reference-identity.ts';
import type { IngressConfig, IngressType } from '../../config/config.ts';
import type { Finding } from '../../endpoints/finding.ts';
import { type EndpointVerdict, servedLeaves } from '../../endpoints/judge.ts';
import { printable } from '../../errors/printable.ts';

/** Which names the change concerns, each once, as printable text. */
export interface NameOutlook {
  /** Of the new certificate. */
  readonly covered: readonly string[];
  /** Of the new one, and not of what is served now. */
  readonly gained: readonly string[];
  /** That what is replaced is for, and the new one is not. */
  readonly lost: readonly string[];
  /** Others at the same places that have a certificate of their own and keep it. */
  readonly untouched: readonly string[];
}

/** A target that is to be changed. */
export interface ChangedTarget {
  readonly config: IngressConfig;
  /** Undefined: not known. */
  readonly neighbours: readonly Neighbour[] | undefined;
}

export interface NameEvidence {
  readonly leaf: Certificate;
  /** Undefined: nothing was connected to. */
  readonly served: EndpointVerdict | undefined;
  readonly targets: readonly ChangedTarget[];
}

/** Listeners have one certificate for all names that have none of their own. */
const LISTENERS: readonly IngressType[] = ['SLB', 'CLB', 'ALB', 'NLB'];

/** Whom the new certificate serves, and whom no longer. Pure. */
export function foreseeNames({ leaf, served, targets }: NameEvidence): NameOutlook {
  const before = (served ? servedLeaves(served) : []).filter(
    ({ fingerprint }) => fingerprint !== leaf.fingerprint,
  );
  const neighbours = targets.flatMap((target) => target.neighbours ?? []);
  const owned = new Set(neighbours.flatMap(({ domain, hasOwn }) => (hasOwn ? [domain] : [])));
  const shared = targets.some(isShared)
    ? [...before.flatMap(namesOf), ...neighbours.flatMap(({ domain, hasOwn }) => (hasOwn ? [] : [domain]))]
    : [];
  const covered = namesOf(leaf);
  const known = before.flatMap(namesOf);
  return {
    covered: [...new Set(covered)],
    gained: before.length === 0 ? [] : distinct(covered.filter((name) => !known.includes(name))),
    lost: distinct(shared.filter((name) => !owned.has(name) && !covers(leaf, covered, name))),
    untouched: [...owned],
  };
}

/** The warning that the change takes names away; undefined when it does not. */
export function describeLostNames(
  { lost }: NameOutlook,
  targets: readonly { readonly name: string }[],
): Finding | undefined {
  if (lost.length === 0) return undefined;
  const where = targets.map(({ name }) => name).join(', ');
  return {
    id: 'names-lost',
    severity: 'warning',
    problem: `${lost.join(', ')}: on the certificate that ${where} ${targets.length === 1 ? 'has' : 'have'} now, and not on the new one`,
    help: 'Have the new certificate issued for these names too, or give them a certificate of their own with `sni: true`. If nobody uses them there, nothing is lost.',
  };
}

/** A wildcard is covered by itself alone. */
function covers(leaf: Certificate, names: readonly string[], name: string): boolean {
  return names.includes(name) || (!name.startsWith('*.') && matchesDomain(leaf, name));
}

function isShared({ config: { type, sni } }: ChangedTarget): boolean {
  return LISTENERS.includes(type) && sni !== true;
}

function namesOf(leaf: Certificate): readonly string[] {
  return presentedNames(leaf).map((name) => printable(name.toLowerCase(), 253));
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
