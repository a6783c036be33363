import type { Certificate } from '../../certificates/certificate.ts';
import { parseCertificate } from '../../certificates/parse-certificate.ts';
import { readReceivedChain, type Transcript } from './received-chain.ts';

/**
 * `readReceivedChain`, parsed.
 *
 * @throws TLS_HANDSHAKE_UNREADABLE, CERTIFICATE_LIST_MALFORMED as it does
 * @throws CERTIFICATE_MALFORMED when what it gives is not a certificate
 */
export function readReceivedCertificates(transcript: Transcript): readonly Certificate[] | undefined {
  return readReceivedChain(transcript)?.map((der) => parseCertificate(der));
}
