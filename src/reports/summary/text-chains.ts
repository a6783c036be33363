import { cutDisplay } from '../display-width.ts';
import type { Colour } from '../paint.ts';
import { firstOf, MOST_CHAINS, MOST_LINKS } from './limits.ts';
import type { Mark, PicturedCertificate, PicturedChain } from './summary.ts';
import { visible } from './visible.ts';
import { type TextPage, type Word, widthOf, wordsOf, wrapWords } from './words.ts';

/** How each mark is drawn. */
export const MARKS = {
  used: { sign: '✓', colour: 'green' },
  missing: { sign: '✗', colour: 'red' },
  wrong: { sign: '!', colour: 'yellow' },
  known: { sign: '·', colour: 'dim' },
} as const satisfies Record<Mark, { sign: string; colour: Colour }>;

/** A chain that has less room goes below the one before it. */
const NARROWEST = 30;
const WIDEST = 64;
const GAP = '   ';

/** One line of a column, in words, so that it can be measured before it is painted. */
type Line = readonly Word[];

/** Chains side by side, or one below the other where there is no room; each from the leaf down to its root. */
export function renderChains(chains: readonly PicturedChain[], page: TextPage): readonly string[] {
  const { items, rest } = firstOf(chains, MOST_CHAINS, 'chain');
  const count = Math.max(items.length, 1);
  const room = Math.floor((page.width - GAP.length * (count - 1)) / count);
  const end = rest === undefined ? [] : [rest];
  if (room < NARROWEST) {
    const stacked = items.flatMap((chain, index) => [
      ...(index > 0 ? [[]] : []),
      ...drawChain(chain, Math.min(page.width, WIDEST)),
    ]);
    return [...stacked.map((line) => paintLine(line, page)), ...end];
  }
  const columns = items.map((chain) => drawChain(chain, Math.min(room, WIDEST)));
  const widths = columns.map((lines) => Math.max(...lines.map(widthOf), 0));
  const height = Math.max(...columns.map(({ length }) => length), 0);
  const lines = Array.from({ length: height }, (_, index) =>
    columns
      .map((column, at) => {
        const line = column[index] ?? [];
        return paintLine(line, page) + ' '.repeat((widths[at] ?? 0) - widthOf(line));
      })
      .join(GAP)
      .trimEnd(),
  );
  return [...lines, ...end];
}

function drawChain({ title, links }: PicturedChain, width: number): readonly Line[] {
  const { items, rest } = firstOf(links, MOST_LINKS, 'certificate');
  const body = items.flatMap((link, index) => drawLink(link, { width, isLast: index === links.length - 1 }));
  const nothing = links.length === 0 ? [[{ text: '  nothing', colour: 'dim' as const }]] : [];
  const end = rest === undefined ? [] : [wordsOf(rest, 'dim')];
  return [[{ text: cutDisplay(visible(title), width), colour: 'bold' }], ...body, ...nothing, ...end];
}

/** Its sign and subject, and below that what there is to say, with a stroke on to the next one. */
function drawLink(
  { mark, label, fingerprint, note }: PicturedCertificate,
  { width, isLast }: { readonly width: number; readonly isLast: boolean },
): readonly Line[] {
  const { sign, colour } = MARKS[mark];
  const told = [fingerprint, note].filter((each) => each !== undefined && each !== '').join(', ');
  const plain = { paint: (_colour: Colour, text: string) => text, width: width - 2 };
  const notes = wrapWords(wordsOf(told), plain).map((line) => cutDisplay(line, width - 2));
  const stroke = isLast ? ' ' : '│';
  return [
    [
      { text: sign, colour },
      { text: cutDisplay(visible(label), width - 2), colour: undefined },
    ],
    ...notes.map((line): Line => [
      { text: stroke, colour: 'dim' },
      { text: line, colour: 'dim' },
    ]),
    ...(notes.length === 0 && !isLast ? [[{ text: stroke, colour: 'dim' as const }]] : []),
  ];
}

function paintLine(line: Line, page: TextPage): string {
  return wrapWords(line, { ...page, width: Infinity }).join('');
}
