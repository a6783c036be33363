import { stripVTControlCharacters } from 'node:util';
import { printable } from '../errors/printable.ts';
import { redact } from '../errors/redaction.ts';

const MAX_BYTES = 64 * 1024;
const LONGEST_LINE = 2000;

/** The beginning of what a command printed, both streams as they came. */
export interface BoundedOutput {
  readonly add: (chunk: Buffer) => void;
  /** Lines fit to be shown: secrets blanked, control characters escaped, empty lines at the end left out. */
  readonly lines: () => readonly string[];
  /** Whether there was more than is kept. */
  readonly isTruncated: () => boolean;
}

/**
 * Keeps the first 64 KiB. The beginning rather than the end, because a secret that is cut at the end of what
 * is kept goes with its unfinished line, and a private key is known by its first line.
 */
export function boundedOutput(): BoundedOutput {
  const chunks: Buffer[] = [];
  let kept = 0;
  let truncated = false;
  return {
    add: (chunk) => {
      const room = MAX_BYTES - kept;
      if (chunk.length > room) truncated = true;
      const part = chunk.subarray(0, room);
      kept += part.length;
      if (part.length > 0) chunks.push(part);
    },
    lines: () => {
      const text = Buffer.concat(chunks).toString('utf8');
      return toLines(truncated ? text.slice(0, text.lastIndexOf('\n') + 1) : text);
    },
    isTruncated: () => truncated,
  };
}

function toLines(text: string): readonly string[] {
  const safe = redact(stripVTControlCharacters(text)).trimEnd();
  return safe === '' ? [] : safe.split(/\r\n|\n|\r/).map((line) => printable(line, LONGEST_LINE));
}
