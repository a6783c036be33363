import type { Certificate } from '../../certificates/certificate.ts';
import type { Refusal } from '../../certificates/clients/refusal.ts';
import type { ServedEvidence } from './evidence.ts';

/** The root that is sent and that nobody trusts: then no certificate is missing. */
export function findSentRoot(
  { issuer }: Extract<Refusal, { code: 'unknown-issuer' }>,
  { chain }: ServedEvidence,
): Certificate | undefined {
  return chain.find((each) => each.selfIssued && each.subject === issuer);
}
