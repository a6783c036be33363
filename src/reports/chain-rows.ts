import { showSpan } from '../endpoints/findings/lifetime.ts';
import type { Mark } from './summary/summary.ts';

/** What is known of a certificate. Times are ISO 8601. */
export interface KnownCertificate {
  /** Printable. */
  readonly subject: string;
  /** Undefined: it is not told. */
  readonly issuer?: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

/** A chain as it is sent, against the one that is needed. Certificates are named by their fingerprints. */
export interface ChainFacts {
  /** As sent, the leaf first. */
  readonly received: readonly string[];
  /** The bundle that should be sent, else the path that clients take; undefined: nobody knows one. */
  readonly needed: readonly string[] | undefined;
  /** Where that leads to; undefined: to no root that is trusted, as far as anybody knows. */
  readonly anchor: string | undefined;
  /** Names of issuers that clients lack, for where certificates do not tell their issuers. */
  readonly lacking: readonly string[];
  readonly certificates: ReadonlyMap<string, KnownCertificate>;
  /** Where a certificate was found that is needed and not sent, in words; undefined: that is not told. */
  readonly sourceOf: (certificate: string) => string | undefined;
  /** What is wrong with a certificate that the picture does not show by itself. */
  readonly problemsOf: (certificate: string) => readonly string[];
  /** Validity is shown as of then; undefined: it is not shown. */
  readonly time: Date | undefined;
}

/** One certificate in the picture of a chain. */
export interface ChainRow {
  readonly mark: Mark;
  /** Its places among those that are sent, counted from 1; empty: it is not sent. */
  readonly sent: readonly number[];
  /** Its place in the bundle that should be sent; undefined: it does not belong there. */
  readonly needed: number | undefined;
  /** Undefined: nobody has seen it. */
  readonly fingerprint: string | undefined;
  readonly name: string;
  /** What there is to say about it, printable. */
  readonly notes: readonly string[];
}

/**
 * What is sent against what is needed. First what is needed from the leaf up, then the trust anchor, then what is sent
 * besides, in its order. Where nobody knows what is needed: what is sent, and what it lacks. Empty without a chain.
 */
export function chainRows(facts: ChainFacts): readonly ChainRow[] {
  const { received, needed, anchor } = facts;
  if (received.length === 0) return [];
  if (needed === undefined)
    return [...distinct(received).map((each) => sentRow(each, facts)), ...lackingRows(facts)];
  const top = anchor ?? untrustedRoot(needed.at(-1), facts);
  const besides = distinct(received).filter((each) => !needed.includes(each) && each !== top);
  return [
    ...needed.map((each, index) => neededRow(each, index, { ...facts, needed })),
    ...topRows({ ...facts, needed }),
    ...besides.map((each) => besidesRow(each, facts)),
  ];
}

type Needed = ChainFacts & { readonly needed: readonly string[] };

function distinct(certificates: readonly string[]): readonly string[] {
  return [...new Set(certificates)];
}

function neededRow(certificate: string, index: number, facts: Needed): ChainRow {
  const { needed } = facts;
  const row = { needed: index + 1, fingerprint: certificate, name: nameOf(certificate, facts) };
  const sent = placesOf(certificate, facts);
  const validity = describeValidity(certificate, facts);
  if (sent.length === 0) {
    const source = facts.sourceOf(certificate);
    const notes = ['missing', ...(source === undefined ? [] : [source]), validity.note];
    return { ...row, sent, mark: 'missing', notes };
  }
  const [first = 0, ...again] = sent;
  const below = index === 0 ? 0 : (placesOf(needed[index - 1] ?? '', facts)[0] ?? 0);
  const problems = [
    ...(first < below ? ['sent before what it certifies'] : []),
    ...(again.length > 0 ? ['sent more than once'] : []),
    ...facts.problemsOf(certificate),
  ];
  const mark = problems.length > 0 || !validity.isValid ? 'wrong' : 'used';
  return { ...row, sent, mark, notes: [validity.note, ...problems] };
}

/** The trust anchor; or, without one, what stands in its place. */
function topRows(facts: Needed): readonly ChainRow[] {
  const { needed, anchor, certificates } = facts;
  if (anchor !== undefined) {
    if (needed.includes(anchor)) return [];
    const sent = placesOf(anchor, facts);
    const notes = ['trust anchor', sent.length > 0 ? 'need not be sent' : 'not sent'];
    return [{ ...seenAs('known', anchor, facts), sent, notes }];
  }
  const last = certificates.get(needed.at(-1) ?? '');
  if (last?.issuer === undefined) return lackingRows(facts);
  const root = untrustedRoot(needed.at(-1), facts);
  if (root !== undefined) {
    const notes = ['a root that clients do not trust'];
    return [{ ...seenAs('wrong', root, facts), notes }];
  }
  const isEnd = last.subject === last.issuer;
  const name = isEnd ? 'a root that clients trust' : last.issuer;
  return [lackingRow(name, isEnd ? 'the chain leads to none' : 'not sent, and not known to clients')];
}

function lackingRows({ lacking }: ChainFacts): readonly ChainRow[] {
  return lacking.map((name) => lackingRow(name, 'not sent, and not known to clients'));
}

function lackingRow(name: string, note: string): ChainRow {
  return { mark: 'missing', sent: [], needed: undefined, fingerprint: undefined, name, notes: [note] };
}

/** What is sent as the root above `below`: it has the name of its issuer, and signs itself by name. */
function untrustedRoot(
  below: string | undefined,
  { received, certificates }: ChainFacts,
): string | undefined {
  const issuer = certificates.get(below ?? '')?.issuer;
  return received.find((each) => {
    const root = certificates.get(each);
    return each !== below && root !== undefined && root.subject === root.issuer && root.subject === issuer;
  });
}

/** One that is sent where nobody knows what is needed. */
function sentRow(certificate: string, facts: ChainFacts): ChainRow {
  const { isValid, note } = describeValidity(certificate, facts);
  const problems = facts.problemsOf(certificate);
  const mark = isValid && problems.length === 0 ? 'used' : 'wrong';
  return { ...seenAs(mark, certificate, facts), notes: [note, ...problems] };
}

function besidesRow(certificate: string, facts: ChainFacts): ChainRow {
  const { isValid, note } = describeValidity(certificate, facts);
  const row = seenAs('wrong', certificate, facts);
  const notes = [
    'not needed',
    ...(isValid ? [] : [note]),
    ...(row.sent.length > 1 ? ['sent more than once'] : []),
    ...facts.problemsOf(certificate),
  ];
  return { ...row, notes };
}

function seenAs(mark: Mark, certificate: string, facts: ChainFacts): Omit<ChainRow, 'notes'> {
  const sent = placesOf(certificate, facts);
  return { mark, sent, needed: undefined, fingerprint: certificate, name: nameOf(certificate, facts) };
}

function placesOf(certificate: string, { received }: ChainFacts): readonly number[] {
  return received.flatMap((each, index) => (each === certificate ? [index + 1] : []));
}

function nameOf(certificate: string, { certificates }: ChainFacts): string {
  const known = certificates.get(certificate);
  return known ? known.subject || '(no name)' : '(a certificate beside the path)';
}

function describeValidity(
  certificate: string,
  { certificates, time }: ChainFacts,
): { readonly isValid: boolean; readonly note: string } {
  const validity = certificates.get(certificate);
  if (!validity || !time) return { isValid: true, note: '' };
  const { notBefore, notAfter } = validity;
  if (time < new Date(notBefore)) return { isValid: false, note: `not valid before ${day(notBefore)}` };
  // The last second belongs to it (RFC 5280 §4.1.2.5).
  const leftMs = new Date(notAfter).getTime() + 1000 - time.getTime();
  if (leftMs <= 0) return { isValid: false, note: `expired ${day(notAfter)}` };
  return { isValid: true, note: `${showSpan(leftMs)} left` };
}

function day(date: string): string {
  return date.slice(0, 10);
}
