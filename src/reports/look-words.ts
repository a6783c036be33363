import type { Look } from '../deployment/steps.ts';
import { countOf, formatDuration } from './format.ts';

/** `▓▓▓▓▓▓▓░░░`: a part of a whole, full only when nothing is left. */
export function bar(part: number, whole: number, cells = 10): string {
  const full = whole === 0 ? 0 : Math.floor((part / whole) * cells);
  return '▓'.repeat(full) + '░'.repeat(cells - full);
}

/** `11 of 14 addresses ▓▓▓▓▓▓▓░░░ after 42 s`. */
export function lookWords({ serving, addresses, elapsedMs }: Look): string {
  const all = countOf(addresses, 'address', 'addresses');
  return `${serving} of ${all} ${bar(serving, addresses)} after ${formatDuration(elapsedMs)}`;
}
