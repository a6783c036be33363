import { displayWidth } from '../display-width.ts';
import type { Colour, Paint } from '../paint.ts';
import { type Cell, isSigned, type Sign, type Span, spansOf, type Text } from './summary.ts';
import { visible } from './visible.ts';

/** How it is drawn on a terminal. */
export interface TextPage {
  readonly paint: Paint;
  /** Columns; Infinity: lines are not broken. */
  readonly width: number;
}

export const SIGNS = {
  good: { sign: '✓', colour: 'green' },
  warning: { sign: '!', colour: 'yellow' },
  bad: { sign: '✗', colour: 'red' },
  unknown: { sign: '?', colour: 'yellow' },
  planned: { sign: '+', colour: 'cyan' },
  skipped: { sign: '–', colour: 'dim' },
  info: { sign: 'i', colour: 'cyan' },
} as const satisfies Record<Sign, { sign: string; colour: Colour }>;

/** A word and its colour; undefined: as it is. */
export interface Word {
  readonly text: string;
  readonly colour: Colour | undefined;
  /** Whether no line ends behind it. */
  readonly isGlued?: boolean;
}

interface Measure extends TextPage {
  /** Spaces before every line but the first. */
  readonly inset?: number;
}

/**
 * Words in lines of at most `width` columns, painted after they have been measured. A longer word gets a line of its own,
 * unbroken, so that it can be copied. No line without a word.
 */
export function wrapWords(words: readonly Word[], { paint, width, inset = 0 }: Measure): readonly string[] {
  const lines: Word[][] = [];
  let left = 0;
  for (const group of glued(words)) {
    const columns = widthOf(group);
    const line = lines.at(-1);
    if (line && left >= columns + 1) {
      line.push(...group);
      left -= columns + 1;
    } else {
      left = width - (line ? inset : 0) - columns;
      lines.push([...group]);
    }
  }
  return lines.map((line, index) => (index === 0 ? '' : ' '.repeat(inset)) + paintLine(line, paint));
}

/** Words that stay together. */
function glued(words: readonly Word[]): readonly (readonly Word[])[] {
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (last?.at(-1)?.isGlued) last.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** Columns of each part that is not broken between words. */
export function unbreakable(words: readonly Word[]): readonly number[] {
  return glued(words).map(widthOf);
}

/** `word` in pieces of at most `width` columns, for where a line must not be longer. */
export function breakWord(word: Word, width: number): readonly Word[] {
  const { text, colour } = word;
  if (displayWidth(text) <= width) return [word];
  const pieces: string[] = [''];
  for (const character of text) {
    const last = pieces.at(-1) ?? '';
    if (last !== '' && displayWidth(last + character) > width) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces.map((piece) => ({ text: piece, colour }));
}

/** Columns of words in one line. */
export function widthOf(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + displayWidth(text), Math.max(words.length - 1, 0));
}

/** Words of one colour are painted together. */
function paintLine(line: readonly Word[], paint: Paint): string {
  const runs: { colour: Colour | undefined; text: string }[] = [];
  for (const { text, colour } of line) {
    const last = runs.at(-1);
    if (last && last.colour === colour) last.text += ` ${text}`;
    else runs.push({ colour, text });
  }
  return runs.map(({ colour, text }) => (colour === undefined ? text : paint(colour, text))).join(' ');
}

/**
 * The words of a line. What is strong is bold, everything else has `colour`. A sign has its own, which a single word behind
 * it takes too.
 */
export function wordsOf(cell: Cell, colour?: Colour): readonly Word[] {
  if (!isSigned(cell)) return splitWords(cell, colour);
  const { sign, colour: own } = SIGNS[cell.sign];
  const words = splitWords(cell.text, colour);
  const rest = words.length === 1 ? words.map(({ text }) => ({ text, colour: own })) : words;
  return [{ text: sign, colour: own, isGlued: true }, ...rest];
}

function splitWords(text: Text, colour: Colour | undefined): readonly Word[] {
  const words: { text: string; colour: Colour | undefined }[] = [];
  let isOpen = false;
  for (const span of spansOf(text)) {
    const own = typeof span === 'object' && 'strong' in span ? 'bold' : colour;
    for (const [index, piece] of plainOf(span).split(' ').entries()) {
      const last = words.at(-1);
      if (index === 0 && isOpen && last) {
        words[words.length - 1] = { text: last.text + piece, colour: last.text === '' ? own : last.colour };
      } else words.push({ text: piece, colour: own });
    }
    isOpen = true;
  }
  return words.filter(({ text: word }) => word !== '');
}

/** The plain text of a line, as it is measured. */
function plainOf(span: Span): string {
  if (typeof span === 'string') return visible(span);
  if ('code' in span) return visible(span.code);
  if ('strong' in span) return visible(span.strong);
  return visible(`${span.link} ${span.url}`);
}
