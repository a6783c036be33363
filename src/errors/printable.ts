// C0 controls, DEL, C1 controls, line and paragraph separators, bidirectional controls, invisible characters.
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * One line of text from a remote peer, safe to show on a terminal: control characters, line breaks and
 * characters that reorder or hide text become `\u{…}`; longer than `maxLength` characters is cut with `…`.
 */
export function printable(text: string, maxLength = 200): string {
  const cut = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return cut.replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
}
