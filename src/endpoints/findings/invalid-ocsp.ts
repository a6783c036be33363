import { printable } from '../../errors/printable.ts';
import type { Found } from './finding-rule.ts';
import { refusalRule } from './refusal-rule.ts';
import { findStapleVerdict } from './served-staple.ts';

export const invalidOcsp = refusalRule({
  id: 'invalid-ocsp',
  citation: 'RFC 6960 §3.2',
  codes: ['invalid-ocsp'],
  describe: ({ certificate, actual, required }) => describe(certificate.subject, actual, required),
  otherwise(evidence) {
    const verdict = findStapleVerdict(evidence);
    const [leaf] = evidence.chain;
    switch (verdict?.kind) {
      case 'invalid': {
        const { actual, required } = verdict;
        return [{ severity: 'warning', certificate: leaf, ...describe(leaf.subject, actual, required) }];
      }
      case 'unknown': {
        const said = describe(leaf.subject, 'the status unknown', 'a status that the authority vouches for');
        return [{ severity: 'warning', certificate: leaf, ...said }];
      }
      default:
        return [];
    }
  },
});

function describe(subject: string, actual: string, required: string): Pick<Found, 'problem' | 'help'> {
  return {
    problem: `the OCSP response that is stapled for ${printable(subject)} cannot be relied on: it has ${printable(actual)}, not ${printable(required)}`,
    help: 'Have the listener fetch the OCSP response for this very certificate, or switch OCSP stapling off.',
  };
}
