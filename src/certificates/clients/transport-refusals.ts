import type { Transport } from './presented.ts';
import type { ClientProfile } from './profile.ts';
import type { Refusal } from './refusal.ts';

/** In the order of their age. */
const PROTOCOLS: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** What a client has against the handshake itself, whatever the certificates. */
export function transportRefusals(
  { oldestProtocol }: ClientProfile,
  transport: Transport | undefined,
): readonly Refusal[] {
  if (!transport) return [];
  const { protocol, clientCertificate } = transport;
  const refusals: Refusal[] = [];
  if (PROTOCOLS.indexOf(protocol) < PROTOCOLS.indexOf(oldestProtocol)) {
    refusals.push({ code: 'old-protocol', actual: protocol, required: oldestProtocol });
  }
  if (clientCertificate === 'required') refusals.push({ code: 'client-certificate-required' });
  return refusals;
}
