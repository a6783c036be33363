import { printable } from '../../errors/printable.ts';
import type { Found } from './finding-rule.ts';
import { refusalRule } from './refusal-rule.ts';
import { findStapleVerdict } from './served-staple.ts';

export const staleOcsp = refusalRule({
  id: 'stale-ocsp',
  citation: 'RFC 6960 §4.2.2.1',
  codes: ['stale-ocsp'],
  describe: ({ certificate, validUntil, time }) => describe(certificate.subject, validUntil, time),
  otherwise(evidence) {
    const verdict = findStapleVerdict(evidence);
    if (verdict?.kind !== 'stale') return [];
    const [leaf] = evidence.chain;
    const { validUntil, time } = verdict;
    return [{ severity: 'warning', certificate: leaf, ...describe(leaf.subject, validUntil, time) }];
  },
});

function describe(subject: string, validUntil: Date, time: Date): Pick<Found, 'problem' | 'help'> {
  return {
    problem: `the OCSP response that is stapled for ${printable(subject)} was good until ${validUntil.toISOString()}, and it is ${time.toISOString()}`,
    help: 'Have the listener fetch a new OCSP response (it has to reach the OCSP server of the authority), or switch OCSP stapling off.',
  };
}
