import { printable } from '../../errors/printable.ts';

/** Text from anywhere on one line: no break, nothing that controls, hides or reorders. Of any length. */
export function visible(text: string): string {
  return printable(text.replaceAll(/\s+/g, ' '), Infinity);
}
