import type { Certificate } from '../../certificates/certificate.ts';
import type { SourceLocation } from '../../errors/app-error.ts';
import type { Finding, FindingId, Severity } from '../finding.ts';

/** What a rule has found; who it is and where it was seen are added to it. */
export interface Found {
  /** By consequence: `error` when a declared client refuses because of it. */
  readonly severity: Severity;
  /** The certificate that is at fault; undefined when it is none in particular. */
  readonly certificate?: Certificate;
  /** One printable sentence with the actual and the expected value. */
  readonly problem: string;
  /** Imperative: the exact thing to do. */
  readonly help: string;
  /** The words users see, client by client. */
  readonly clientWords?: readonly string[];
  /** What a person must edit. */
  readonly location?: SourceLocation;
}

/** One kind of finding. Pure: what it needs, time included, is in its evidence. */
export interface FindingRule<Evidence> {
  readonly id: FindingId;
  /** What it rests on: the section of a standard, or a client's own rule. */
  readonly citation: string;
  /** Whether this evidence can tell. */
  applies(evidence: Evidence): boolean;
  /** Empty when there is nothing to report. */
  evaluate(evidence: Evidence): readonly Found[];
}

/** All that `rules` find in `evidence`, in the order of the rules. */
export function runRules<Evidence>(
  rules: readonly FindingRule<Evidence>[],
  evidence: Evidence,
): readonly Finding[] {
  return rules.flatMap((rule) => {
    if (!rule.applies(evidence)) return [];
    const { id, citation } = rule;
    return rule.evaluate(evidence).map(({ certificate, ...found }) => ({
      id,
      citation,
      ...found,
      ...(certificate ? { certificate: certificate.fingerprint } : {}),
    }));
  });
}
