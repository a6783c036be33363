import { countOf } from '../format.ts';

/** Rows of a table inside a section, items of a list, chains of a picture: the report has all of them. */
export const MOST_ROWS = 100;
export const MOST_CHAINS = 4;
export const MOST_LINKS = 20;

/** What is shown of a list, and what is said of the rest. */
export interface Shown<Item> {
  readonly items: readonly Item[];
  /** `12 more rows in the report.`; undefined: nothing is left out. */
  readonly rest: string | undefined;
}

/** The first `most` of `items`. `word` is what one of them is. */
export function firstOf<Item>(items: readonly Item[], most: number, word: string): Shown<Item> {
  return cutAt(items, Math.min(most, items.length), word);
}

/** As many of `items`, from the first, as have room in `most` bytes, with `gap` bytes for each. */
export function fitting(
  items: readonly string[],
  { most, gap, word }: { readonly most: number; readonly gap: number; readonly word: string },
): Shown<string> {
  let bytes = 0;
  const end = items.findIndex((item) => {
    bytes += Buffer.byteLength(item) + gap;
    return bytes > most;
  });
  return cutAt(items, end === -1 ? items.length : end, word);
}

function cutAt<Item>(items: readonly Item[], end: number, word: string): Shown<Item> {
  const left = items.length - end;
  const rest = left === 0 ? undefined : `${countOf(left, `more ${word}`)} in the report.`;
  return { items: items.slice(0, end), rest };
}
