import { n as displayWidth } from "./display-width.js";
// src/reports/wrap-text.ts
/**
* `text` in lines of at most `width` columns, broken between words; a longer word gets a line of its own, unbroken, so
* that it can be copied. At least one line. `width` may be Infinity.
*/
function wrapText(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && displayWidth(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}
/** The same behind `first` on the first line, and as far in on all others. */
function wrapBehind(first, text, width) {
	const inset = displayWidth(first);
	const [head = "", ...rest] = wrapText(text, Math.max(width - inset, 20));
	return [`${first}${head}`, ...rest.map((line) => `${" ".repeat(inset)}${line}`)];
}
export { wrapText as n, wrapBehind as t };
