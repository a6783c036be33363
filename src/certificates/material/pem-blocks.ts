import { printable } from '../../errors/printable.ts';
import { type Boundary, findBoundaries } from './pem-boundaries.ts';
import { type PemBody, readPemBody } from './pem-body.ts';

/** Something in PEM text that most programs stumble over. */
export interface PemFlaw {
  /** Counts from 1. */
  readonly line: number;
  readonly reason: string;
  /** Nothing can be read there; otherwise its bytes may still be whole. */
  readonly isFatal: boolean;
}

/** One block of textual encoding (RFC 7468), such as `-----BEGIN CERTIFICATE-----` … */
export interface PemBlock extends Pick<PemBody, 'bytes' | 'encryption'> {
  /** What stands after BEGIN, such as `CERTIFICATE`. */
  readonly label: string;
  /** Of the BEGIN line; counts from 1. */
  readonly line: number;
  /** The worst thing wrong with it; undefined: OpenSSL reads it too. */
  readonly flaw: PemFlaw | undefined;
}

export interface StrayEnd extends PemFlaw {
  readonly label: string;
}

export interface PemBlocks {
  /** In order. */
  readonly blocks: readonly PemBlock[];
  /** END lines without their BEGIN. */
  readonly strays: readonly StrayEnd[];
}

/** All blocks of `text`. What OpenSSL does not read is read where its meaning is beyond doubt, and has a flaw. */
export function readPemBlocks(text: string): PemBlocks {
  const lineOf = createLineFinder(text);
  const blocks: PemBlock[] = [];
  const strays: StrayEnd[] = [];
  let open: Boundary | undefined;
  const close = (begin: Boundary, next: Boundary | undefined) =>
    blocks.push(readBlock({ text, begin, next, lineOf }));
  for (const boundary of findBoundaries(text)) {
    if (open) close(open, boundary);
    else if (boundary.edge === 'END' && boundary.startsLine) {
      const { label, start } = boundary;
      const reason = `END ${label} stands without its BEGIN`;
      strays.push({ label, line: lineOf(start), reason, isFatal: true });
    }
    open = boundary.edge === 'BEGIN' && (open ?? boundary.isPlausible) ? boundary : undefined;
  }
  if (open) close(open, undefined);
  return { blocks, strays };
}

interface Extent {
  readonly text: string;
  readonly begin: Boundary;
  /** The boundary after it, whether it is its END or not. */
  readonly next: Boundary | undefined;
  readonly lineOf: LineFinder;
}

function readBlock({ text, begin, next, lineOf }: Extent): PemBlock {
  const { label } = begin;
  const line = lineOf(begin.start);
  const end = next?.edge === 'END' ? next : undefined;
  const { flaw: bodyFlaw, ...body } = readPemBody(
    text.slice(begin.end, next?.start ?? text.length),
    end !== undefined,
  );
  const inBody = bodyFlaw && {
    line: lineOf(begin.end + bodyFlaw.offset),
    reason: `in the ${label} that begins on line ${line}, ${bodyFlaw.reason}`,
    isFatal: bodyFlaw.isFatal,
  };
  const flaw = inBody?.isFatal ? inBody : (findEdgeFlaw(begin, next, lineOf) ?? inBody);
  return { label, line, ...body, flaw };
}

/** What is wrong with the lines that should be `-----BEGIN label-----` and `-----END label-----`. */
function findEdgeFlaw(begin: Boundary, next: Boundary | undefined, lineOf: LineFinder): PemFlaw | undefined {
  const { label } = begin;
  const line = lineOf(begin.start);
  if (next?.edge !== 'END') {
    const where = next ? ` before line ${lineOf(next.start)}` : '';
    return { line, reason: `the ${label} that begins here does not end${where}`, isFatal: false };
  }
  if (next.label !== label) {
    const reason = `the ${label} that begins here ends as ${next.label}`;
    return { line, reason, isFatal: false };
  }
  const bent = [begin, next].find(({ misfit }) => misfit !== undefined);
  if (bent?.misfit === undefined) return undefined;
  return { line: lineOf(bent.start), reason: printable(bent.misfit), isFatal: false };
}

/** The line, counting from 1, on which an offset lies. LF, CRLF and CR alone end a line. */
type LineFinder = (offset: number) => number;

function createLineFinder(text: string): LineFinder {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
