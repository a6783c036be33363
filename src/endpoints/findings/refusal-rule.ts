import { wordsOf } from '../../certificates/clients/profiles.ts';
import type { Refusal, RefusalCode } from '../../certificates/clients/refusal.ts';
import type { FindingId } from '../finding.ts';
import type { ServedEvidence, ServedTo } from './evidence.ts';
import type { FindingRule, Found } from './finding-rule.ts';

/** The refusals that can have one of these codes. */
type RefusalOf<Code extends RefusalCode> = Refusal extends infer Each
  ? Each extends { readonly code: infer Own }
    ? Extract<Own, Code> extends never
      ? never
      : Each & { readonly code: Extract<Own, Code> }
    : never
  : never;

interface RefusalRule<Code extends RefusalCode> {
  readonly id: FindingId;
  readonly citation: string;
  readonly codes: readonly Code[];
  /** Which refusals with these codes; by default all. */
  readonly concerns?: (refusal: RefusalOf<Code>, evidence: ServedEvidence) => boolean;
  readonly describe: (refusal: RefusalOf<Code>, evidence: ServedEvidence) => Pick<Found, 'problem' | 'help'>;
  /** What is found when no declared client refuses because of it; by default nothing. */
  readonly otherwise?: (evidence: ServedEvidence) => readonly Found[];
}

/**
 * A finding that is why clients refuse what is served: once for each certificate at fault, with the words that their
 * users see. It is an error unless all who refuse come by what is missing in another way.
 */
export function refusalRule<Code extends RefusalCode>(rule: RefusalRule<Code>): FindingRule<ServedEvidence> {
  const { id, citation, otherwise = () => [] } = rule;
  return {
    id,
    citation,
    applies: () => true,
    evaluate(evidence) {
      const groups = [...distinctRefusals(rule, evidence).values()];
      if (groups.length === 0) return otherwise(evidence);
      return groups.map((group) => toFound(group, rule, evidence));
    },
  };
}

interface Group<Code extends RefusalCode> {
  readonly refusal: RefusalOf<Code>;
  readonly by: readonly ServedTo[];
}

function distinctRefusals<Code extends RefusalCode>(
  { codes, concerns = () => true }: RefusalRule<Code>,
  evidence: ServedEvidence,
): ReadonlyMap<string, Group<Code>> {
  const isOurs = (refusal: Refusal): refusal is RefusalOf<Code> =>
    codes.some((code) => code === refusal.code);
  const groups = new Map<string, Group<Code>>();
  for (const served of evidence.clients) {
    for (const refusal of served.judgement.refusals) {
      if (!isOurs(refusal) || !concerns(refusal, evidence)) continue;
      const key = keyOf(refusal);
      const group = groups.get(key);
      groups.set(key, { refusal: group?.refusal ?? refusal, by: [...(group?.by ?? []), served] });
    }
  }
  return groups;
}

function keyOf(refusal: Refusal): string {
  const rule = refusal.code === 'profile-violation' ? refusal.rule : '';
  return `${refusal.code} ${rule} ${'certificate' in refusal ? refusal.certificate.fingerprint : ''}`;
}

function toFound<Code extends RefusalCode>(
  { refusal, by }: Group<Code>,
  { describe }: RefusalRule<Code>,
  evidence: ServedEvidence,
): Found {
  const { domain = '' } = evidence;
  return {
    severity: by.every(({ byLuck }) => byLuck) ? 'warning' : 'error',
    ...('certificate' in refusal ? { certificate: refusal.certificate } : {}),
    ...describe(refusal, evidence),
    clientWords: by.map(({ client }) => `${client}: ${wordsOf(client, refusal, domain)}`),
  };
}
