import type { Certificate } from '../../certificates/certificate.ts';
import { isSelfSigned } from '../../certificates/keys/signature.ts';
import { printable } from '../../errors/printable.ts';
import { hasOpenEnd } from './chain-gap.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule, Found } from './finding-rule.ts';

/**
 * A certificate that has nothing to do with the leaf: it certifies none that belongs to the chain. A cross-sign that no
 * declared client needs is not one: others may. TLS 1.2 forbids it (RFC 5246 §7.4.2), and clients that verify all that
 * is sent, such as wolfSSL, refuse.
 */
export const extraCertificate: FindingRule<ServedEvidence> = {
  id: 'extra-certificate',
  citation: 'RFC 5246 §7.4.2, RFC 8446 §4.4.2',
  applies: ({ structure }) => structure.entries.some(({ role }) => role === 'stray'),
  evaluate(evidence) {
    const isOpen = hasOpenEnd(evidence);
    return evidence.structure.entries.flatMap(({ certificate, role }) =>
      // What belongs above a missing certificate cannot be known without it.
      role !== 'stray' || (isOpen && certificate.isCa) ? [] : [toFound(certificate)],
    );
  },
};

function toFound(certificate: Certificate): Found {
  return {
    severity: 'warning',
    certificate,
    problem: `${printable(certificate.subject)}, ${kindOf(certificate)}, is sent and has nothing to do with the leaf`,
    help: 'Take it out of the bundle and deploy that again. Some clients refuse what they cannot verify.',
  };
}

function kindOf(certificate: Certificate): string {
  if (!certificate.isCa) return 'another leaf';
  return isSelfSigned(certificate) ? 'a root of another chain' : 'an intermediate of another chain';
}
