import type { X509Certificate } from 'node:crypto';

/** A problem in Chrome's words. */
export interface ChainProblem {
  readonly Code: 'ERR_CERT_AUTHORITY_INVALID' | 'ERR_CERT_DATE_INVALID';
  readonly Message: string;
}

/**
 * Validates a stored chain as a client would that trusts `root` and fetches nothing: follows signatures
 * from the leaf through the given certificates, in any order, up to the root. Empty: it is valid.
 */
export function diagnoseChain(
  chain: readonly [X509Certificate, ...X509Certificate[]],
  root: X509Certificate,
  now: Date,
): readonly ChainProblem[] {
  const path = [chain[0]];
  let last = chain[0];
  while (!isIssuedBy(last, root)) {
    const issuer = chain.find((candidate) => !path.includes(candidate) && isIssuedBy(last, candidate));
    if (issuer === undefined) break;
    path.push(issuer);
    last = issuer;
  }
  const problems: ChainProblem[] = path
    .filter((certificate) => !isCurrent(certificate, now))
    .map((certificate) => ({
      Code: 'ERR_CERT_DATE_INVALID',
      Message: `not valid now: ${oneLine(certificate.subject)} (${certificate.validFrom} to ${certificate.validTo})`,
    }));
  if (!isIssuedBy(last, root)) {
    problems.unshift({
      Code: 'ERR_CERT_AUTHORITY_INVALID',
      Message: `missing intermediate: ${oneLine(last.issuer)}`,
    });
  }
  return problems;
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function isCurrent(certificate: X509Certificate, now: Date): boolean {
  return (
    Date.parse(certificate.validFrom) <= now.getTime() && now.getTime() <= Date.parse(certificate.validTo)
  );
}

/** Node.js puts each attribute of a name on a line of its own, most general first. */
function oneLine(name: string): string {
  return name.split('\n').toReversed().join(', ');
}
