import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

export const missingScts = refusalRule({
  id: 'missing-scts',
  citation: 'RFC 6962 §3.3',
  codes: ['missing-scts'],
  describe: ({ certificate, actual, required }) => ({
    problem: `${printable(certificate.subject)} has SCTs of ${actual} logs; ${required} are needed`,
    help: 'Have a new certificate issued by an authority that logs it; SCTs come with the certificate.',
  }),
});
