import type { Refusal } from '../../certificates/clients/refusal.ts';
import { printable } from '../../errors/printable.ts';
import { readGap } from './chain-gap.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/**
 * What is not sent was looked for at the address that the certificate names, and is not there: clients that fetch do not
 * get it either. Said only where a certificate is missing; nobody asks otherwise.
 */
export const aiaFetchFailed: FindingRule<ServedEvidence> = {
  id: 'aia-fetch-failed',
  citation: 'RFC 5280 §4.2.2.1',
  applies: ({ help }) => help !== undefined && help.problems.length > 0,
  evaluate(evidence) {
    const { clients, help } = evidence;
    const refusals = clients.flatMap(({ judgement }) => judgement.refusals);
    const refusal = refusals.find((each) => isUnanswered(each, evidence));
    if (!help || refusal?.code !== 'unknown-issuer') return [];
    const { certificate } = refusal;
    return [
      {
        severity: 'warning',
        certificate,
        problem: `the issuer of ${printable(certificate.subject)} cannot be fetched: ${help.problems.join('; ')}`,
        help: 'Serve the issuer with the leaf. Take it from CAS or from the authority; tell the authority of the address that does not work.',
      },
    ];
  },
};

function isUnanswered(refusal: Refusal, evidence: ServedEvidence): boolean {
  if (refusal.code !== 'unknown-issuer' || refusal.caIssuersUrls.length === 0) return false;
  // Of a root that was fetched, the trust is missing and nothing else.
  return readGap(refusal, evidence).kind !== 'untrusted-root';
}
