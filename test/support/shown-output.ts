/** What differs from run to run and from machine to machine, by a word that does not. */
const VARIABLE: readonly (readonly [RegExp, string])[] = [
  [/\b\d+(?:\.\d+)? (?:ms|s)\b/g, 'TIME'],
  [/127\.0\.0\.1:\d+/g, 'ADDRESS'],
  [/\b[0-9a-f]{12}(?=\b|_)/g, 'FINGERPRINT'],
  [/(?<=_)[0-9a-f]{12}(?=\b|_)/g, 'FINGERPRINT'],
  [/\b\d+ days\b/g, 'N days'],
  [/\b\d{4}-\d\d-\d\d\b/g, 'DATE'],
  [/[ \t]+$/gm, ''],
];

/** What was printed, as far as it is the same on every machine. */
export function normalise(text: string): string {
  return VARIABLE.reduce((sofar, [pattern, word]) => sofar.replaceAll(pattern, word), text)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

/** Matches what `normalise` makes of an output that a document shows; a line `…` stands for any lines. */
export function patternOf(shown: string): RegExp {
  const lines = normalise(shown).trimEnd().split('\n');
  const parts = lines.map((line) => (line === '…' ? String.raw`(?:.*\n)*?` : `${escapePattern(line)}\n`));
  return new RegExp(`^${parts.join('')}$`);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
