import type { Certificate } from '../../certificates/certificate.ts';
import { isSelfSigned } from '../../certificates/keys/signature.ts';
import { printable } from '../../errors/printable.ts';
import { hasOpenEnd } from './chain-gap.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/** A root is sent. One that is why clients refuse is an untrusted-root. */
export const rootIncluded: FindingRule<ServedEvidence> = {
  id: 'root-included',
  citation: 'RFC 8446 §4.4.2',
  applies: ({ structure }) => structure.entries.some(({ role }) => role === 'root' || role === 'stray'),
  evaluate(evidence) {
    const { structure, clients } = evidence;
    const isAccepted = clients.every(({ judgement }) => judgement.accepts);
    return structure.entries.flatMap(({ certificate, role }) => {
      const isTrusted = isTrustedByAny(certificate, evidence);
      const isRoot =
        role === 'root' ? isTrusted || isAccepted : role === 'stray' && isTrusted && isAbove(certificate);
      if (!isRoot) return [];
      return [
        {
          severity: 'info',
          certificate,
          problem: `the root ${printable(certificate.subject)} is sent along; clients have their own and ignore it`,
          help: 'Leave it out of the bundle: nothing breaks with it, and every handshake is shorter without.',
        },
      ];
    });

    /** The root of a chain whose intermediate is missing. */
    function isAbove(certificate: Certificate): boolean {
      return isSelfSigned(certificate) && hasOpenEnd(evidence);
    }
  },
};

function isTrustedByAny(certificate: Certificate, { clients, trust }: ServedEvidence): boolean {
  return clients.some(({ client }) => trust.storeOf(client).has(certificate));
}
