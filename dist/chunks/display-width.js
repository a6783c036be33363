// src/reports/display-width.ts
/** East Asian wide and fullwidth characters and emoji (UAX #11), as ranges that hold them all. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/gu;
const COMBINING = /\p{M}/gu;
/** How many columns of a terminal printable text without colours takes. */
function displayWidth(text) {
	return Array.from(text).length + (text.match(WIDE)?.length ?? 0) - (text.match(COMBINING)?.length ?? 0);
}
/** `text` with spaces up to `width` columns. */
function padDisplay(text, width) {
	return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}
/** `text`, or as much of it as fits into `width` columns with a `…` behind. */
function cutDisplay(text, width) {
	if (displayWidth(text) <= width) return text;
	let cut = "";
	for (const character of text) {
		if (displayWidth(cut + character) >= width) break;
		cut += character;
	}
	return `${cut}…`;
}
export { displayWidth as n, padDisplay as r, cutDisplay as t };
