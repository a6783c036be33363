import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

const MEANINGS = {
  'policy-not-acceptable': 'has no policy that its chain requires',
  'revocation-unknown': 'has a revocation status that the given CRLs do not tell',
  'budget-exceeded': 'leads to more possible paths than are searched',
};

export const chainRefused = refusalRule({
  id: 'chain-refused',
  citation: 'RFC 5280 §6.1',
  codes: ['policy-not-acceptable', 'revocation-unknown', 'budget-exceeded'],
  describe: ({ code, certificate }) => ({
    problem: `${printable(certificate.subject)} ${MEANINGS[code]}`,
    help: 'Serve the leaf with the few intermediates that the authority gives with it, and nothing else.',
  }),
});
