import { hasSuite } from './cipher-suites.ts';
import type { Transport } from './presented.ts';
import type { ClientProfile } from './profile.ts';
import type { Refusal } from './refusal.ts';

/** In the order of their age. */
const PROTOCOLS: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** What a client has against the handshake itself, whatever the certificates. */
export function transportRefusals(
  profile: ClientProfile,
  transport: Transport | undefined,
): readonly Refusal[] {
  if (!transport) return [];
  const refusals: Refusal[] = [];
  const parameters = judgeParameters(profile, transport);
  if (parameters) refusals.push(parameters);
  if (transport.clientCertificate === 'required') refusals.push({ code: 'client-certificate-required' });
  return refusals;
}

/** Whoever does not speak the version does not come to the cipher suite. */
function judgeParameters(
  { oldestProtocol, cipherSuites }: ClientProfile,
  { protocol, cipher }: Transport,
): Refusal | undefined {
  if (PROTOCOLS.indexOf(protocol) < PROTOCOLS.indexOf(oldestProtocol)) {
    return { code: 'old-protocol', actual: protocol, required: oldestProtocol };
  }
  // Of a suite without a name nobody knows who offers it.
  const isKnown = cipher.startsWith('TLS_');
  return isKnown && !hasSuite(cipherSuites, cipher)
    ? { code: 'unsupported-cipher', actual: cipher }
    : undefined;
}
