// src/errors/printable.ts
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;
/**
* One line of text from a remote peer, safe to show on a terminal: control characters, line breaks and
* characters that reorder or hide text become `\u{…}`; longer than `maxLength` characters is cut with `…`.
*/
function printable(text, maxLength = 200) {
	return (text.length > maxLength ? `${text.slice(0, maxLength)}…` : text).replace(UNPRINTABLE, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`);
}
export { printable as t };
