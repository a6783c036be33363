import { printable } from '../../errors/printable.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/** Our path search found a way for every client and OpenSSL, in the same handshake, did not: its word stands. */
export const opensslRefusal: FindingRule<ServedEvidence> = {
  id: 'chain-refused',
  citation: 'RFC 5280 §6.1',
  applies: ({ handshake, clients }) =>
    handshake?.witness.kind === 'refuses' && clients.every(({ judgement }) => judgement.accepts),
  evaluate({ handshake }) {
    if (handshake?.witness.kind !== 'refuses') return [];
    const code = printable(handshake.witness.code);
    return [
      {
        severity: 'error',
        problem: `OpenSSL refuses the chain: ${code}`,
        help: 'Ask the authority for the chain that belongs to this leaf and serve that.',
        clientWords: [`openssl: ${code}`],
      },
    ];
  },
};
