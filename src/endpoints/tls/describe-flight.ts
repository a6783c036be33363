import type { Handshake } from '../observation.ts';
import { cipherSuiteName } from './cipher-suites.ts';
import { groupName } from './named-groups.ts';
import type { ReceivedFlight } from './parse-flight.ts';
import { versionName } from './protocol-versions.ts';

/** What a handshake shows as far as the server's first flight tells. */
export function describeFlight({
  flight,
  receivedChain,
}: ReceivedFlight): Omit<Handshake, 'witness' | 'durationMs'> {
  const { hello, group, alpn, ocspStaple, sctList, clientCertificateRequested } = flight;
  return {
    kind: 'handshake',
    receivedChain,
    protocol: versionName(hello.version),
    cipher: cipherSuiteName(hello.cipherSuite),
    group: group === undefined ? undefined : groupName(group),
    alpn,
    ocspStaple,
    sctList,
    clientCertificate: clientCertificateRequested ? 'requested' : 'none',
  };
}
