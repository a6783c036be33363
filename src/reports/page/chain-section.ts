import { shortFingerprint } from '../../endpoints/short-fingerprint.ts';
import type { LedgerEntry } from '../../monitoring/chain-ledger.ts';
import type {
  SweptAddress,
  SweptCertificate,
  SweptEndpoint,
  SweptRepair,
} from '../../monitoring/swept-endpoint.ts';
import { groupBy } from '../../monitoring/group-by.ts';
import { countOf } from '../format.ts';
import { type Markup, markup } from './markup.ts';
import { dataTable, section } from './parts.ts';
import { clientWords, dayTag } from './words.ts';

/** Chains that are drawn; further ones are in the table of addresses. */
const MAX_CHAINS = 4;

/** The chain as received, what is needed instead, every address, and where between repository and address it was lost. */
export function chainSection(swept: SweptEndpoint): Markup {
  const known = knownCertificates(swept);
  const chains = [
    ...groupBy(
      swept.addresses.filter(({ chain }) => chain.length > 0),
      chainKey,
    ).values(),
  ];
  const drawn = chains.slice(0, MAX_CHAINS).map((addresses) => receivedChain(addresses, known));
  return markup`${section('chain', 'Chain', drawn.length > 0 ? markup`<div class="chains">${drawn}${swept.repairs.map(neededChain)}</div>` : undefined)}
${section('addresses', 'Addresses', addressTable(swept))}
${section('ledger', 'From the repository to the addresses', ledger(swept))}`;
}

function chainKey({ chain, missingIssuers }: SweptAddress): string {
  return JSON.stringify([chain, missingIssuers]);
}

/** Of the certificates that a report tells more of than the fingerprint. */
function knownCertificates({ leaves, path, repairs }: SweptEndpoint): ReadonlyMap<string, SweptCertificate> {
  const all = [...leaves, ...path, ...repairs.flatMap(({ certificates }) => certificates)];
  return new Map(all.map((certificate) => [certificate.fingerprint, certificate]));
}

function receivedChain(
  addresses: readonly SweptAddress[],
  known: ReadonlyMap<string, SweptCertificate>,
): Markup {
  const [first] = addresses;
  const sent = (first?.chain ?? []).map((fingerprint) => link(known.get(fingerprint), fingerprint));
  const missing = (first?.missingIssuers ?? []).map(
    (issuer) => markup`<li class="missing"><b>${issuer}</b><small>missing: it is not sent</small></li>`,
  );
  const where =
    addresses.length === 1 ? (first?.address ?? '') : countOf(addresses.length, 'address', 'addresses');
  return markup`<div><h3>Received <small>from ${where}</small></h3><ol class="chain">${sent}${missing}</ol></div>`;
}

function neededChain({ certificates, satisfies, proofs }: SweptRepair): Markup {
  const links = certificates.map(({ source, ...each }) =>
    link(each, each.fingerprint, source.kind === 'served' ? undefined : `found: ${sourceWords(source)}`),
  );
  const proven = proofs.filter(({ after }) => after).length;
  return markup`<div><h3>Needed <small>accepted by ${satisfies.map((client) => clientWords({ client })).join(', ')}; ${proven} of ${countOf(proofs.length, 'proof')} by handshake</small></h3><ol class="chain needed">${links}</ol></div>`;
}

function link(certificate: SweptCertificate | undefined, fingerprint: string, note?: string): Markup {
  const dates = certificate
    ? markup`valid ${dayTag(new Date(certificate.notBefore))} to ${dayTag(new Date(certificate.notAfter))}, `
    : undefined;
  return markup`<li><b>${certificate?.subject ?? 'a certificate beside the path'}</b><small>${dates}SHA-256 <span class="code">${shortFingerprint(fingerprint)}…</span>${note === undefined ? undefined : `, ${note}`}</small></li>`;
}

function sourceWords(source: SweptRepair['certificates'][number]['source']): string {
  if (source.kind === 'aia') return source.url;
  return source.kind === 'disk' ? 'in the repository' : 'served by another endpoint';
}

function addressTable({ addresses }: SweptEndpoint): Markup {
  if (addresses.length === 0) return markup`<p class="calm">The name has no address.</p>`;
  const rows = addresses.map(({ address, chain, missingIssuers, failure, handshakeMs }) => [
    markup`<span class="code">${address}</span>`,
    failure === null
      ? countOf(chain.length, 'certificate')
      : markup`<span class="bad">no handshake</span>, ${failure}`,
    missingIssuers.length === 0 ? '' : markup`<span class="bad">${missingIssuers.join(', ')}</span>`,
    handshakeMs === undefined ? '' : `${handshakeMs} ms`,
  ]);
  return dataTable('What each address served', ['Address', 'Sent', 'Missing', 'Handshake'], rows);
}

function ledger({ ledger: entries, origin }: SweptEndpoint): Markup | undefined {
  if (entries.length === 0 && origin === null) return undefined;
  const rows = entries.map(({ hop, name, seen, difference }) => [
    hop,
    markup`<span class="code">${name}</span>`,
    holding(seen),
    difference === null ? '' : markup`<span class="bad">${difference}</span>`,
  ]);
  const lost = origin === null ? undefined : markup`<p>Lost on the way: <strong>${origin}</strong>.</p>`;
  const table =
    rows.length > 0
      ? dataTable('Each place, from first to last', ['Place', 'Which', 'Holds', 'Differs'], rows)
      : undefined;
  return markup`${lost}${table}`;
}

function holding(seen: LedgerEntry['seen']): string {
  if (seen === 'absent') return 'nothing for it';
  if (typeof seen === 'string') return seen;
  const length = seen.chain?.length ?? seen.chainLength;
  const parts = [
    seen.certificateId,
    seen.leaf === null ? null : `leaf ${shortFingerprint(seen.leaf)}…`,
    length === null ? null : countOf(length, 'certificate'),
  ];
  return parts.filter((part) => part !== null).join(', ');
}
