import { printable } from '../../errors/printable.ts';

const TEXT = Symbol('markup');
/** Far more than any sentence of ours; what a peer sends is cut here. */
const MAX_TEXT = 4000;

/** HTML or SVG that may be shown as it is: made by `markup` alone, so that no text becomes it by mistake. */
export interface Markup {
  readonly [TEXT]: string;
}

/** What may stand in markup: text is escaped, a list is joined, undefined is nothing. */
export type Part = Markup | string | number | undefined | readonly Part[];

/** A tag for template literals: what is written is markup, what is put into it is text unless it is markup already. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const rest = parts.map((part, index) => textOf(part) + (strings[index + 1] ?? ''));
  return { [TEXT]: (strings[0] ?? '') + rest.join('') };
}

/** The text of a file. */
export function renderMarkup(part: Markup): string {
  return part[TEXT];
}

/**
 * Text as literal text of an element or of an attribute in double quotes: nothing in it becomes markup, and characters that
 * control, hide or reorder text are shown as `\u{…}`. Line breaks stay.
 */
export function escapeText(text: string): string {
  const lines = text.slice(0, MAX_TEXT + 1).split('\n');
  const cut = lines.map((line) => printable(line, MAX_TEXT)).join('\n');
  return cut.replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if (isMarkup(part)) return part[TEXT];
  return part.map(textOf).join('');
}

function isMarkup(part: Markup | readonly Part[]): part is Markup {
  return TEXT in part;
}
