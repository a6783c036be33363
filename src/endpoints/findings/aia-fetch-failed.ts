import type { Refusal } from '../../certificates/clients/refusal.ts';
import { printable } from '../../errors/printable.ts';
import { readGap } from './chain-gap.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/**
 * What is not sent was looked for at the addresses that the certificates name, and one of them gives nothing of use:
 * clients that fetch come to it too. Said only where a certificate is missing; nobody asks otherwise. That there is no
 * address to ask is no failure.
 */
export const aiaFetchFailed: FindingRule<ServedEvidence> = {
  id: 'aia-fetch-failed',
  citation: 'RFC 5280 §4.2.2.1',
  applies: ({ help }) => help !== undefined && help.problems.length > 0,
  evaluate(evidence) {
    const { clients, help } = evidence;
    const refusals = clients.flatMap(({ judgement }) => judgement.refusals);
    const refusal = refusals.find((each) => wasAsked(each, evidence));
    if (!help || refusal?.code !== 'unknown-issuer') return [];
    const { certificate } = refusal;
    return [
      {
        severity: 'warning',
        certificate,
        problem: `what is missing above ${printable(certificate.subject)} was looked for where the certificates say: ${help.problems.join('; ')}`,
        help: 'Serve the issuer with the leaf, so that nobody has to fetch it. Take it from CAS or from the authority, and tell the authority of the address that does not work.',
      },
    ];
  },
};

/** Whether an address was asked for all that is missing, as far as the search came. */
function wasAsked(refusal: Refusal, evidence: ServedEvidence): boolean {
  if (refusal.code !== 'unknown-issuer' || refusal.caIssuersUrls.length === 0) return false;
  const gap = readGap(refusal, evidence);
  // Of a root that was fetched, the trust is missing and nothing else.
  if (gap.kind === 'untrusted-root') return false;
  const top = (gap.kind === 'missing' ? gap.found.at(-1) : undefined) ?? refusal.certificate;
  const { clients, trust } = evidence;
  return (
    top.caIssuersUrls.length > 0 ||
    clients.some(({ client }) => trust.storeOf(client).findBySubject(top.issuerName).length > 0)
  );
}
