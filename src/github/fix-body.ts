import { createHash } from 'node:crypto';
import type { Identity } from './identity.ts';

const MARKER = /<!-- airec-https:fix (\{[^<>]*\}) -->/;

/** What the monitor remembers in a pull request: a comment that people do not see. */
export interface FixMark {
  /** Of the incident. */
  readonly key: string;
  /** Of the title and body that were last written: as long as it is what would be written now, people's edits stay. */
  readonly digest: string;
  /** The monitor has closed it, for what it mends is mended. */
  readonly isResolved: boolean;
}

const NO_CHECKS =
  '> [!NOTE]\n> Checks do not start by themselves here, for this pull request was opened with the token of a workflow. ' +
  'Close and reopen it to start them, or give the monitor the token of a GitHub App.';

/** A body as it is sent: the text, a note when checks will not run, and the mark. */
export function composeBody(text: string, mark: FixMark, { startsWorkflows }: Identity): string {
  const parts = startsWorkflows ? [text] : [text, NO_CHECKS];
  return withMark(parts.map((part) => part.trimEnd()).join('\n\n'), mark);
}

/** `body` with `mark` instead of the one it has. */
export function withMark(body: string, mark: FixMark): string {
  const { key, digest, isResolved } = mark;
  const json = JSON.stringify({ v: 1, key, digest, ...(isResolved ? { resolved: true } : {}) });
  return `${body.replace(MARKER, '').trimEnd()}\n\n<!-- airec-https:fix ${json} -->\n`;
}

/** The mark in `body`; undefined: there is none, or it is damaged. The last one counts: the text may quote others. */
export function readMark(body: string | null | undefined): FixMark | undefined {
  const json = [...(body ?? '').matchAll(new RegExp(MARKER, 'g'))].at(-1)?.[1];
  if (json === undefined) return undefined;
  try {
    const { key, digest, resolved }: Record<string, unknown> = JSON.parse(json);
    if (typeof key !== 'string' || typeof digest !== 'string') return undefined;
    return { key, digest, isResolved: resolved === true };
  } catch {
    return undefined;
  }
}

/** SHA-256 of a title and a body, lower-case hex. */
export function digestOf(title: string, body: string): string {
  return createHash('sha256')
    .update(JSON.stringify([title, body]))
    .digest('hex');
}
