// C0 controls, DEL, C1 controls, line and paragraph separators, bidirectional controls, zero-width characters.
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * One line of text from a remote peer, safe to show on a terminal: control characters, line breaks and
 * characters that reorder or hide text become `\u{…}`; longer than `maxLength` characters is cut with `…`.
 */
export function printable(text: string, maxLength = 200): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return cut.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
}
