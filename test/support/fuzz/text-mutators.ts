import { mutateBytes } from './byte-mutators.ts';
import type { Random } from './random.ts';

/** Text that readers of lines, tags, quotes and numbers stumble over. */
const PIECES = [
  '\uFEFF',
  '\u0000',
  '\u001b[31m',
  '\u2028',
  '\u202e',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '\\n',
  '"',
  "'",
  '=',
  ':',
  '- ',
  '{',
  '[',
  '*a',
  '&a ',
  '!!binary ',
  '<<: ',
  '<',
  '>',
  '&#0;',
  '&#x110000;',
  '&lt;',
  '<!DOCTYPE x [',
  ']]>',
  '<![CDATA[',
  '-->',
  '-----',
  '-----BEGIN CERTIFICATE-----\n',
  '-----END CERTIFICATE-----\n',
  '__proto__',
  'constructor',
  'NaN',
  '1e999',
  '-1',
  '99999999999999999999',
  '0x7fffffff',
  '2147483648',
  'null',
  'true',
  '\ud800',
  '🙂',
] as const;

const MAX_LENGTH = 300_000;

type Change = (text: string, random: Random, other: string) => string;

const CHANGES: readonly Change[] = [
  (text, random) => insert(text, random, random.pick(PIECES)),
  (text, random) => insert(text, random, random.pick(PIECES)),
  (text, random) => insert(text, random, random.pick(PIECES).repeat(random.pick([3, 100, 30_000]))),
  (text, random) => insert(text, random, random.pick(['a', ' ', '0', '[', '{', '<a>', '\n']).repeat(50_000)),
  (text, random) => insert(text, random, pieceOf(text, random).repeat(random.pick([1, 2, 500]))),
  (text, random, other) => insert(text, random, pieceOf(other, random)),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random.below(40));
  },
  (text, random) => changeLines(text, random),
  (text, random) => text.replace(/\d+/, String(random.pick([0, -1, 65_536, 2 ** 31, 2 ** 53, 1e300]))),
  (text, random) => text.replaceAll('\n', random.pick(['\r\n', '\r', '', ' ', '\n\n', ' \n\t'])),
  (text, random) => mutateBytes(Buffer.from(text), random).toString('utf8'),
];

/** One to four changes that know lines, words and numbers. */
export function mutateText(text: string, random: Random, others: readonly string[] = []): string {
  let mutated = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const other = others.length > 0 ? random.pick(others) : text;
    mutated = random.pick(CHANGES)(mutated, random, other).slice(0, MAX_LENGTH);
  }
  return mutated;
}

function insert(text: string, random: Random, piece: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

function pieceOf(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  return text.slice(start, start + 1 + random.below(200));
}

/** Takes a line out, says it twice, or moves it. */
function changeLines(text: string, random: Random): string {
  const lines = text.split('\n');
  const from = random.below(lines.length);
  const taken = lines.slice(from, from + 1 + random.below(3));
  if (random.oneIn(2)) lines.splice(from, taken.length);
  if (random.oneIn(2)) lines.splice(random.below(lines.length + 1), 0, ...taken);
  return lines.join('\n');
}
