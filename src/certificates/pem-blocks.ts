import { appError } from '../errors/catalogue.ts';

/** One block of textual encoding (RFC 7468), such as `-----BEGIN CERTIFICATE-----` … */
export interface PemBlock {
  /** What stands after BEGIN, such as `CERTIFICATE`. */
  readonly label: string;
  readonly bytes: Buffer;
  /** Of the BEGIN line; counts from 1. */
  readonly line: number;
}

const BOUNDARY = /^-----(BEGIN|END) ([A-Z0-9 #]+)-----$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * All blocks of `text` in order. Text between blocks, white space around lines, any line ending and a byte
 * order mark are tolerated.
 *
 * @throws PEM_MALFORMED at the line where a block is not closed or its base64 is broken
 */
export function readPemBlocks(text: string, source: string): readonly PemBlock[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const blocks: PemBlock[] = [];
  let open: { label: string; line: number; body: string[] } | undefined;
  for (const [index, raw] of lines.entries()) {
    const content = raw.trim();
    const line = index + 1;
    const [, edge, label] = BOUNDARY.exec(content) ?? [];
    if (open && edge === 'END' && label === open.label) {
      blocks.push({ label, line: open.line, bytes: decode(open.body, { source, line: open.line }) });
      open = undefined;
    } else if (open && edge) {
      throw malformed(`the ${open.label} that begins here does not end before line ${line}`, {
        source,
        line: open.line,
      });
    } else if (open) {
      open.body.push(content);
    } else if (edge === 'BEGIN' && label) {
      open = { label, line, body: [] };
    } else if (edge) {
      throw malformed(`END ${label} without its BEGIN`, { source, line });
    }
  }
  if (open) throw malformed(`the ${open.label} that begins here does not end`, { source, line: open.line });
  return blocks;
}

interface Place {
  readonly source: string;
  readonly line: number;
}

function decode(body: readonly string[], place: Place): Buffer {
  const broken = body.findIndex((line) => line !== '' && !BASE64.test(line));
  if (broken !== -1) {
    throw malformed('a line that is not base64', { ...place, line: place.line + 1 + broken });
  }
  const base64 = body.join('');
  if (base64.length % 4 !== 0 || !BASE64.test(base64)) {
    throw malformed('the base64 of the block that begins here is incomplete', place);
  }
  return Buffer.from(base64, 'base64');
}

function malformed(reason: string, { source, line }: Place): Error {
  return appError('PEM_MALFORMED', { source, reason }, { location: { file: source, line } });
}
