import type { Certificate } from '../../certificates/certificate.ts';
import type { Refusal } from '../../certificates/clients/refusal.ts';
import { printable } from '../../errors/printable.ts';
import { findTrueIssuer, readGap } from './chain-gap.ts';
import type { ServedEvidence } from './evidence.ts';
import { refusalRule } from './refusal-rule.ts';

/** Digits of a key identifier that are shown. */
const KEY_ID_DIGITS = 12;

/**
 * The issuer is not sent, and another CA is in its place: one with the same name and another key, as an authority's
 * other generation has it, or one of another chain. It is not the signature that is at fault.
 */
export const wrongIntermediate = refusalRule({
  id: 'wrong-intermediate',
  citation: 'RFC 5280 §6.1.3 (a)(4)',
  codes: ['unknown-issuer', 'bad-signature'],
  concerns: (refusal, evidence) => findWrong(refusal, evidence) !== undefined,
  describe(refusal, evidence) {
    const { certificate } = refusal;
    const wrong = findWrong(refusal, evidence) ?? certificate;
    const [subject, issuer] = [printable(certificate.subject), printable(certificate.issuer)];
    const isNamesake = wrong.subjectName.key === certificate.issuerName.key;
    return {
      problem: isNamesake
        ? `the ${issuer} that is sent has another key than the one that signed ${subject}${keyIds(certificate, wrong)}`
        : `the issuer of ${subject} is ${issuer}; ${printable(wrong.subject)} is sent in its place`,
      help: 'Replace it: serve the bundle that the authority (or CAS) gives with this very leaf, not the intermediate of another certificate.',
    };
  },
});

function findWrong(
  refusal: Extract<Refusal, { code: 'unknown-issuer' | 'bad-signature' }>,
  evidence: ServedEvidence,
): Certificate | undefined {
  if (refusal.code === 'bad-signature') {
    return findTrueIssuer(refusal, evidence) ? refusal.issuer : undefined;
  }
  const gap = readGap(refusal, evidence);
  return gap.kind === 'wrong' ? gap.inPlace[0] : undefined;
}

function keyIds({ authorityKeyId }: Certificate, { subjectKeyId }: Certificate): string {
  if (authorityKeyId === undefined || subjectKeyId === undefined) return '';
  const [actual, required] = [subjectKeyId, authorityKeyId].map((id) => id.slice(0, KEY_ID_DIGITS));
  return `: key identifier ${actual}…, not ${required}…`;
}
