import type { Certificate } from '../certificate.ts';
import { KEY_USAGE } from '../der/oids.ts';
import { hasSuite } from './cipher-suites.ts';
import type { Presented, Transport } from './presented.ts';
import type { ClientProfile } from './profile.ts';
import type { Refusal } from './refusal.ts';

/** In the order of their age. */
const PROTOCOLS: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** What a client has against the handshake itself, whoever has issued the certificates. */
export function transportRefusals(
  profile: ClientProfile,
  { chain: [leaf], transport }: Pick<Presented, 'chain' | 'transport'>,
): readonly Refusal[] {
  if (!transport) return [];
  const refusals: Refusal[] = [];
  const parameters = judgeParameters(profile, transport) ?? judgeKeyUsage(profile, leaf, transport);
  if (parameters) refusals.push(parameters);
  if (transport.clientCertificate === 'required') refusals.push({ code: 'client-certificate-required' });
  return refusals;
}

/** Whoever does not speak the version does not come to the cipher suite. */
function judgeParameters(
  { oldestProtocol, cipherSuites }: ClientProfile,
  { protocol, cipher, commonCipher }: Transport,
): Refusal | undefined {
  if (PROTOCOLS.indexOf(protocol) < PROTOCOLS.indexOf(oldestProtocol)) {
    return { code: 'old-protocol', actual: protocol, required: oldestProtocol };
  }
  // Of a suite without a name nobody knows who offers it.
  const isOffered = !cipher.startsWith('TLS_') || hasSuite(cipherSuites, cipher);
  return isOffered || commonCipher ? undefined : { code: 'unsupported-cipher', actual: cipher };
}

/** The key decrypts in the suites with RSA key exchange; in all others it signs. */
function judgeKeyUsage(
  { checksKeyUsage, cipherSuites }: ClientProfile,
  certificate: Certificate,
  { cipher: chosen, commonCipher = chosen }: Transport,
): Refusal | undefined {
  const cipher = hasSuite(cipherSuites, chosen) ? chosen : commonCipher;
  const required = cipher.startsWith('TLS_RSA_') ? 'keyEncipherment' : 'digitalSignature';
  const isAllowed = certificate.keyUsage?.includes(KEY_USAGE[required]) ?? true;
  return checksKeyUsage && !isAllowed
    ? { code: 'wrong-key-usage', certificate, cipher, required }
    : undefined;
}
