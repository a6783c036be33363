import { JAVA } from '../../certificates/clients/java.ts';
import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

const HELP =
  'Serve the leaf and the few intermediates that it needs (two or three in all), without roots, duplicates and other chains.';

/** More than a client takes, in the handshake or on a path; TLS itself has no limit but the size of a message. */
export const chainTooLong = refusalRule({
  id: 'chain-too-long',
  citation: 'JDK jdk.tls.client.maxInboundCertificateChainLength; mozpkix MAX_SUBCA_COUNT',
  codes: ['chain-too-long', 'too-many-certificates'],
  describe: (refusal) => ({
    problem:
      refusal.code === 'too-many-certificates'
        ? describeCount(refusal.actual, refusal.limit)
        : `${printable(refusal.certificate.subject)} is one intermediate too many above the leaf; some clients follow ${refusal.limit}`,
    help: HELP,
  }),
  // Declared or not, Java is among the clients of most interfaces.
  otherwise({ chain: { length } }) {
    const limit = JAVA.maxReceived;
    if (limit === undefined || length <= limit) return [];
    return [{ severity: 'warning', problem: describeCount(length, limit), help: HELP }];
  },
});

function describeCount(actual: number, limit: number): string {
  return `${actual} certificates are sent; Java takes no more than ${limit}`;
}
