import { showSpan } from '../endpoints/findings/lifetime.ts';
import type { FindingId } from '../endpoints/finding.ts';
import type { CheckedEndpoint } from './check-report.ts';

type Address = CheckedEndpoint['addresses'][number];
type Repair = NonNullable<CheckedEndpoint['repair']>;

/** One certificate in the picture of a chain. */
export interface ChainRow {
  /** `used`, `missing`, `wrong` with it, or `known` to clients, who need not be sent it. */
  readonly mark: 'used' | 'missing' | 'wrong' | 'known';
  /** Its places among those that are sent, counted from 1; empty: it is not sent. */
  readonly sent: readonly number[];
  /** Its place in the bundle that should be sent; undefined: it does not belong there. */
  readonly needed: number | undefined;
  readonly name: string;
  /** What there is to say about it, printable. */
  readonly notes: readonly string[];
}

/** Findings that the picture shows by itself. */
const SHOWN: ReadonlySet<FindingId> = new Set([
  'missing-intermediate',
  'incomplete-chain',
  'wrong-intermediate',
  'wrong-order',
  'extra-certificate',
  'duplicate-certificate',
  'root-included',
  'untrusted-root',
  'expired-leaf',
  'expired-intermediate',
  'expired-cross-sign',
  'not-yet-valid',
  'not-yet-valid-intermediate',
]);

/**
 * What an address sends against what clients need: the bundle that mends it, else the path they take. First what is
 * needed from the leaf up, then the trust anchor, then what is sent besides, in its order. Empty without a chain.
 */
export function chainRows(address: Address, endpoint: CheckedEndpoint, time: Date): readonly ChainRow[] {
  const { receivedChain, path } = address;
  if (receivedChain.length === 0) return [];
  const repair = [endpoint.repair, ...(endpoint.furtherRepairs ?? [])].find(
    (each) => each?.bundle[0] === receivedChain[0],
  );
  const needed = repair?.bundle ?? path?.certificates ?? [];
  const anchor = repair?.anchor ?? path?.anchor ?? undefined;
  const picture = { address, endpoint, time, repair: repair ?? undefined };
  const top = anchor ?? untrustedRoot(needed.at(-1), address, endpoint);
  const besides = receivedChain.filter(
    (each, index) => receivedChain.indexOf(each) === index && !needed.includes(each) && each !== top,
  );
  return [
    ...needed.map((each, index) => neededRow(each, index, { ...picture, needed })),
    ...topRows({ ...picture, needed }, anchor),
    ...besides.map((each) => besidesRow(each, picture)),
  ];
}

interface Picture {
  readonly address: Address;
  readonly endpoint: CheckedEndpoint;
  readonly time: Date;
  readonly repair: Repair | undefined;
}

type Needed = Picture & { readonly needed: readonly string[] };

function neededRow(certificate: string, index: number, picture: Needed): ChainRow {
  const { address, endpoint, repair, needed } = picture;
  const row = { needed: index + 1, name: nameOf(certificate, endpoint) };
  const sent = placesOf(certificate, address);
  const validity = describeValidity(certificate, picture);
  if (sent.length === 0) {
    const source = repair?.sources[index];
    const notes = ['missing', ...(source ? [describeSource(source)] : []), validity.note];
    return { ...row, sent, mark: 'missing', notes };
  }
  const [first = 0, ...again] = sent;
  const below = index === 0 ? 0 : (placesOf(needed[index - 1] ?? '', address)[0] ?? 0);
  const problems = [
    ...(first < below ? ['sent before what it certifies'] : []),
    ...(again.length > 0 ? ['sent more than once'] : []),
    ...otherFindings(certificate, endpoint),
  ];
  const mark = problems.length > 0 || !validity.isValid ? 'wrong' : 'used';
  return { ...row, sent, mark, notes: [validity.note, ...problems] };
}

/** The trust anchor; or, without one, what stands in its place. */
function topRows(picture: Needed, anchor: string | undefined): readonly ChainRow[] {
  const { address, endpoint, needed } = picture;
  if (anchor !== undefined) {
    if (needed.includes(anchor)) return [];
    const sent = placesOf(anchor, address);
    const notes = ['trust anchor', sent.length > 0 ? 'need not be sent' : 'not sent'];
    return [{ mark: 'known', sent, needed: undefined, name: nameOf(anchor, endpoint), notes }];
  }
  const last = endpoint.certificates[needed.at(-1) ?? ''];
  if (!last) return [];
  const root = untrustedRoot(needed.at(-1), address, endpoint);
  if (root !== undefined) {
    const sent = placesOf(root, address);
    const notes = ['a root that clients do not trust'];
    return [{ mark: 'wrong', sent, needed: undefined, name: nameOf(root, endpoint), notes }];
  }
  const isEnd = last.subject === last.issuer;
  const name = isEnd ? 'a root that clients trust' : last.issuer;
  const notes = [isEnd ? 'the chain leads to none' : 'not sent, and not known to clients'];
  return [{ mark: 'missing', sent: [], needed: undefined, name, notes }];
}

/** What is sent as the root above `below`: it has the name of its issuer, and signs itself by name. */
function untrustedRoot(
  below: string | undefined,
  { receivedChain }: Address,
  { certificates }: CheckedEndpoint,
): string | undefined {
  const issuer = certificates[below ?? '']?.issuer;
  return receivedChain.find((each) => {
    const root = certificates[each];
    return each !== below && root !== undefined && root.subject === root.issuer && root.subject === issuer;
  });
}

function besidesRow(certificate: string, picture: Picture): ChainRow {
  const { address, endpoint } = picture;
  const sent = placesOf(certificate, address);
  const { isValid, note } = describeValidity(certificate, picture);
  const notes = [
    'not needed',
    ...(isValid ? [] : [note]),
    ...(sent.length > 1 ? ['sent more than once'] : []),
    ...otherFindings(certificate, endpoint),
  ];
  return { mark: 'wrong', sent, needed: undefined, name: nameOf(certificate, endpoint), notes };
}

function placesOf(certificate: string, { receivedChain }: Address): readonly number[] {
  return receivedChain.flatMap((each, index) => (each === certificate ? [index + 1] : []));
}

function nameOf(certificate: string, { certificates }: CheckedEndpoint): string {
  return certificates[certificate]?.subject || '(no name)';
}

function describeValidity(
  certificate: string,
  { endpoint, time }: Picture,
): { readonly isValid: boolean; readonly note: string } {
  const validity = endpoint.certificates[certificate];
  if (!validity) return { isValid: true, note: '' };
  const { notBefore, notAfter } = validity;
  if (time < new Date(notBefore)) return { isValid: false, note: `not valid before ${day(notBefore)}` };
  // The last second belongs to it (RFC 5280 §4.1.2.5).
  const leftMs = new Date(notAfter).getTime() + 1000 - time.getTime();
  if (leftMs <= 0) return { isValid: false, note: `expired ${day(notAfter)}` };
  return { isValid: true, note: `${showSpan(leftMs)} left` };
}

function describeSource({ kind, url }: Repair['sources'][number]): string {
  switch (kind) {
    case 'served':
      return 'sent by another address';
    case 'disk':
      return 'in the bundle file';
    case 'other-endpoint':
      return 'served by another endpoint';
    case 'aia':
      return `from ${url ?? 'its address'}`;
  }
}

/** Ids of what is wrong with the certificate and cannot be seen in the picture. */
function otherFindings(certificate: string, { findings }: CheckedEndpoint): readonly string[] {
  const ids = findings.flatMap(({ id, severity, certificate: at }) =>
    at === certificate && severity !== 'info' && !SHOWN.has(id) ? [id] : [],
  );
  return [...new Set(ids)];
}

function day(date: string): string {
  return date.slice(0, 10);
}
