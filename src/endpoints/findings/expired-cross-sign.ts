import { printable } from '../../errors/printable.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';

/**
 * An expired certificate is sent beside a path that holds without it. Clients that follow what is sent before they look
 * at their own roots refuse: OpenSSL 1.0, GnuTLS before 3.6.14. One that a declared client needs is an
 * expired-intermediate.
 */
export const expiredCrossSign: FindingRule<ServedEvidence> = {
  id: 'expired-cross-sign',
  citation: 'RFC 5280 §6.1.3 (a)(2)',
  applies: ({ structure }) => structure.entries.some(({ role }) => role === 'alternate'),
  evaluate({ structure, clients, time }) {
    const refused = new Set(
      clients.flatMap(({ judgement }) =>
        judgement.refusals.map((refusal) =>
          'certificate' in refusal ? refusal.certificate.fingerprint : '',
        ),
      ),
    );
    return structure.entries.flatMap(({ certificate, role }) => {
      const { subject, issuer, notAfter, fingerprint } = certificate;
      if (role !== 'alternate' || notAfter >= time || refused.has(fingerprint)) return [];
      return [
        {
          severity: 'warning',
          certificate,
          problem: `${printable(subject)}, signed by ${printable(issuer)}, expired at ${notAfter.toISOString()}; clients find a path without it, old ones such as OpenSSL 1.0 do not`,
          help: 'Take it out of the bundle and deploy that again.',
        },
      ];
    });
  },
};
