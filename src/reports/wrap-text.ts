import { displayWidth } from './display-width.ts';

/**
 * `text` in lines of at most `width` columns, broken between words; a longer word gets a line of its own, unbroken, so
 * that it can be copied. At least one line. `width` may be Infinity.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The same behind `first` on the first line, and as far in on all others. */
export function wrapBehind(first: string, text: string, width: number): readonly string[] {
  const inset = displayWidth(first);
  const [head = '', ...rest] = wrapText(text, Math.max(width - inset, 20));
  return [`${first}${head}`, ...rest.map((line) => `${' '.repeat(inset)}${line}`)];
}
