import type { Certificate } from '../../certificates/certificate.ts';
import { judgeClient } from '../../certificates/clients/judge-client.ts';
import { PROFILES } from '../../certificates/clients/profiles.ts';
import type { ClientName } from '../../config/config.ts';
import { printable } from '../../errors/printable.ts';
import type { ServedEvidence } from './evidence.ts';
import type { FindingRule } from './finding-rule.ts';
import { renewalMarginMs } from './lifetime.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * An intermediate that ends the leaf's life early, and clients for whom no other path is served. It is reported as
 * soon as whoever renews the leaf in time would be too late for it; and where the renewal of the leaf would be in time,
 * once the same margin is left of it and it makes a day's difference. How long intermediates themselves live says
 * nothing: one that outlives the leaf does no harm.
 */
export const intermediateExpiresSoon: FindingRule<ServedEvidence> = {
  id: 'intermediate-expires-soon',
  citation: 'RFC 5280 §6.1.3 (a)(2)',
  applies: () => true,
  evaluate: (evidence) =>
    intermediatesInUse(evidence)
      .filter((certificate) => isDue(certificate, evidence))
      .flatMap((certificate) => {
        const clients = clientsWithoutIt(certificate, evidence);
        if (clients.length === 0) return [];
        const { subject, notAfter } = certificate;
        const leafEnd = evidence.chain[0].notAfter.toISOString();
        return [
          {
            severity: 'warning',
            certificate,
            problem: `${printable(subject)} expires on ${notAfter.toISOString()}, before the leaf (${leafEnd}); from then on ${clients.join(', ')} will refuse the chain`,
            help: 'Ask the authority for a certificate under its current intermediate, and deploy that bundle before this one expires.',
          },
        ];
      }),
};

/** On the paths of the clients that accept now. */
function intermediatesInUse({ clients }: ServedEvidence): readonly Certificate[] {
  const accepting = clients.filter(({ judgement }) => judgement.accepts);
  const used = accepting.flatMap(({ judgement }) => judgement.path.slice(1, -1));
  return [...new Map(used.map((certificate) => [certificate.fingerprint, certificate])).values()];
}

function isDue({ notAfter }: Certificate, { chain: [leaf], time }: ServedEvidence): boolean {
  const end = notAfter.getTime();
  const leafEnd = leaf.notAfter.getTime();
  const marginMs = renewalMarginMs(leaf);
  if (end < leafEnd - marginMs) return true;
  return end <= leafEnd - DAY_MS && time.getTime() >= end - marginMs;
}

/** Those who refuse when it has expired. */
function clientsWithoutIt(
  { notAfter, fingerprint }: Certificate,
  { clients, chain, domain, trust }: ServedEvidence,
): readonly ClientName[] {
  const terms = { trust, time: new Date(notAfter.getTime() + 1000) };
  const presented = { chain, domain, transport: undefined };
  return clients.flatMap(({ client, judgement }) => {
    if (!judgement.accepts || !judgement.path.some((each) => each.fingerprint === fingerprint)) return [];
    const { refusals } = judgeClient(PROFILES[client], presented, terms);
    const isReason = refusals.some(
      (refusal) => refusal.code === 'expired' && refusal.certificate.fingerprint === fingerprint,
    );
    return isReason ? [client] : [];
  });
}
