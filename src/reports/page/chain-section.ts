import { clientWords } from '../client-words.ts';
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
import { picturesOf } from '../chain-pictures.ts';
import type { PicturedChain } from '../summary/summary.ts';
import { sweptRows } from '../monitor/swept-chain.ts';
import { type Markup, markup } from './markup.ts';
import { dataTable, section } from './parts.ts';
import { dayTag } from './words.ts';

/** Chains that are drawn; further ones are in the table of addresses. */
const MAX_CHAINS = 4;

/** The chain as received, what is needed instead, every address, and where between repository and address it was lost. */
export function chainSection(swept: SweptEndpoint): Markup {
  const groups = groupBy(
    swept.addresses.filter(({ chain }) => chain.length > 0),
    chainKey,
  );
  const pictures = [...groups.values()].slice(0, MAX_CHAINS).map((addresses) => pictureOf(addresses, swept));
  const known = knownCertificates(swept);
  const drawn = [
    ...pictures.map((picture) => receivedChain(picture, known)),
    ...swept.repairs.map((repair) => neededChain(repair, pictures, known)),
  ];
  return markup`${section('chain', 'Chain', pictures.length > 0 ? markup`<div class="chains">${drawn}</div>` : undefined)}
${section('addresses', 'Addresses', addressTable(swept))}
${section('ledger', 'From the repository to the addresses', ledger(swept))}`;
}

function chainKey({ chain, missingIssuers }: SweptAddress): string {
  return JSON.stringify([chain, missingIssuers]);
}

/** Addresses that serve the same chain, and the two sides of its picture. */
interface Picture {
  readonly addresses: readonly SweptAddress[];
  readonly received: PicturedChain | undefined;
  readonly needed: PicturedChain | undefined;
}

function pictureOf(addresses: readonly SweptAddress[], swept: SweptEndpoint): Picture {
  const [first] = addresses;
  const rows = first ? sweptRows(first, swept, new Date(swept.seenAt)) : [];
  const [received, needed] = picturesOf(rows, { served: '', needed: '' });
  return { addresses, received, needed };
}

/** Of the certificates that a report tells more of than the fingerprint, by their short ones. */
function knownCertificates({ leaves, path, repairs }: SweptEndpoint): ReadonlyMap<string, SweptCertificate> {
  const all = [...leaves, ...path, ...repairs.flatMap(({ certificates }) => certificates)];
  return new Map(all.map((certificate) => [shortFingerprint(certificate.fingerprint), certificate]));
}

type Known = ReadonlyMap<string, SweptCertificate>;

function receivedChain({ addresses, received }: Picture, known: Known): Markup {
  const where =
    addresses.length === 1
      ? (addresses[0]?.address ?? '')
      : countOf(addresses.length, 'address', 'addresses');
  return markup`<div><h3>Received <small>from ${where}</small></h3><ol class="chain">${links(received, known)}</ol></div>`;
}

function neededChain(
  { leaf, satisfies, proofs }: SweptRepair,
  pictures: readonly Picture[],
  known: Known,
): Markup {
  const picture = pictures.find(({ addresses }) => addresses[0]?.chain[0] === leaf);
  const proven = proofs.filter(({ after }) => after).length;
  return markup`<div><h3>Needed <small>accepted by ${satisfies.map((client) => clientWords({ client })).join(', ')}; ${proven} of ${countOf(proofs.length, 'proof')} by handshake</small></h3><ol class="chain needed">${links(picture?.needed, known)}</ol></div>`;
}

function links(chain: PicturedChain | undefined, known: Known): readonly Markup[] {
  return (chain?.links ?? []).map(({ mark, label, fingerprint, note }) => {
    const certificate = fingerprint === undefined ? undefined : known.get(fingerprint);
    const dates = certificate
      ? markup`valid ${dayTag(new Date(certificate.notBefore))} to ${dayTag(new Date(certificate.notAfter))}, `
      : undefined;
    const print =
      fingerprint === undefined ? undefined : markup`SHA-256 <span class="code">${fingerprint}…</span>`;
    const told = note !== '' && print ? markup`, ${note}` : note;
    return markup`<li class="${mark}"><b>${label}</b><small>${dates}${print}${told}</small></li>`;
  });
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
    hop === 'cas' ? 'CAS' : hop,
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
