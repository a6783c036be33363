import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

export const rootIncluded: FindingRule<ServedEvidence> = {
  id: 'root-included',
  citation: 'RFC 8446 §4.4.2',
  applies: () => true,
  evaluate({ chain: [, ...issuers], clients, trust }) {
    const root = issuers.find(
      (each) => each.selfIssued && clients.some(({ client }) => trust.storeOf(client).has(each)),
    );
    if (!root) return [];
    return [
      {
        severity: 'info',
        certificate: root,
        problem: 'the root is sent along; clients have their own and ignore it',
        help: 'Nothing breaks. Leaving it out saves bytes in every handshake (RFC 8446 §4.4.2).',
      },
    ];
  },
};
