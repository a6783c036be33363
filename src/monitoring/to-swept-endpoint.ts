import type { Certificate } from '../certificates/certificate.ts';
import type { ClientTrust } from '../certificates/clients/trust.ts';
import { toPem } from '../certificates/pem.ts';
import type { EndpointCheck } from '../endpoints/check-endpoint.ts';
import type { Severity } from '../endpoints/finding.ts';
import type { AddressVerdict, EndpointVerdict } from '../endpoints/judge.ts';
import type { Repair } from '../endpoints/repair/repair.ts';
import { printable } from '../errors/printable.ts';
import type {
  SweptAddress,
  SweptCertificate,
  SweptEndpoint,
  SweptFinding,
  SweptRepair,
} from './swept-endpoint.ts';

/** How an endpoint was seen. */
export interface Sight {
  readonly vantage: string;
  readonly at: Date;
  readonly trust: Pick<ClientTrust, 'isPublic'>;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What a run keeps of a check, as plain JSON; `origin` is null until somebody has looked. */
export function toSweptEndpoint(
  { endpoint, verdict, served, clients, repairs }: EndpointCheck,
  { vantage, at, trust }: Sight,
): SweptEndpoint {
  const { domain, port } = endpoint;
  const path = acceptedPath(served);
  const anchor = path.at(-1);
  return {
    name: `${domain}:${port}`,
    domain,
    port,
    seenAt: at.toISOString(),
    vantage,
    verdict,
    clients: clients.map(({ client, accepts, byLuck, error }) => ({
      client,
      accepts: accepts ?? null,
      byLuck,
      error: error ?? null,
    })),
    addresses: served.addresses.map(toAddress),
    findings: toFindings(served),
    leaves: leavesOf(served).map(toCertificate),
    path: path.map(toCertificate),
    isPublic: anchor !== undefined && trust.isPublic(anchor),
    repairs: repairs.map(toRepair),
    origin: null,
    ledger: [],
  };
}

function acceptedPath({ addresses }: EndpointVerdict): readonly Certificate[] {
  const judgements = addresses.flatMap(({ clients }) => clients.map(({ judgement }) => judgement));
  return judgements.find(({ accepts }) => accepts)?.path ?? [];
}

function leavesOf({ addresses }: EndpointVerdict): readonly Certificate[] {
  const served = addresses.flatMap(({ tls }) =>
    tls.kind === 'handshake' ? tls.receivedChain.slice(0, 1) : [],
  );
  return [...new Map(served.map((leaf) => [leaf.fingerprint, leaf])).values()];
}

function toAddress({ address, tls, incompleteAt }: AddressVerdict): SweptAddress {
  const missingIssuers = incompleteAt ? [printable(incompleteAt.issuer)] : [];
  if (tls.kind === 'handshake') {
    const chain = tls.receivedChain.map(({ fingerprint }) => fingerprint);
    return { address, chain, missingIssuers, failure: null, handshakeMs: Math.round(tls.durationMs) };
  }
  const detail = tls.detail ? ` (${tls.detail})` : '';
  return { address, chain: [], missingIssuers, failure: `${tls.stage}: ${tls.reason}${detail}` };
}

/** The same finding at several addresses once, the worst first, else in the order in which they are reported. */
function toFindings({ findings }: EndpointVerdict): readonly SweptFinding[] {
  const groups = new Map<string, SweptFinding>();
  for (const { id, severity, problem, help, certificate = null, address } of findings) {
    const key = JSON.stringify([id, severity, certificate, problem]);
    const addresses = [...(groups.get(key)?.addresses ?? []), ...(address ? [address] : [])];
    groups.set(key, { id, severity, addresses, certificate, message: problem, help });
  }
  const all = [...groups.values()];
  return SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}

function toCertificate({ fingerprint, subject, notBefore, notAfter }: Certificate): SweptCertificate {
  return {
    fingerprint,
    subject: printable(subject),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
  };
}

function toRepair({ bundle, sources, satisfies, leaves, proofs }: Repair): SweptRepair {
  return {
    leaf: bundle[0].fingerprint,
    pem: toPem(bundle),
    certificates: bundle.map((certificate, index) => ({
      ...toCertificate(certificate),
      source: sources[index] ?? { kind: 'served' },
    })),
    satisfies,
    leaves,
    proofs,
  };
}
