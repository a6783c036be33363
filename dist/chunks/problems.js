import { n as displayWidth } from "./display-width.js";
import { f as spansOf, r as visible, s as isSigned } from "./trust-anchors.js";
// src/reports/summary/words.ts
const SIGNS = {
	good: {
		sign: "✓",
		colour: "green"
	},
	warning: {
		sign: "!",
		colour: "yellow"
	},
	bad: {
		sign: "✗",
		colour: "red"
	},
	unknown: {
		sign: "?",
		colour: "yellow"
	},
	planned: {
		sign: "+",
		colour: "cyan"
	},
	skipped: {
		sign: "–",
		colour: "dim"
	},
	info: {
		sign: "i",
		colour: "cyan"
	}
};
/**
* Words in lines of at most `width` columns, painted after they have been measured. A longer word gets a line of its own,
* unbroken, so that it can be copied. No line without a word.
*/
function wrapWords(words, { paint, width, inset = 0 }) {
	const lines = [];
	let left = 0;
	for (const group of glued(words)) {
		const columns = widthOf(group);
		const line = lines.at(-1);
		if (line && left >= columns + 1) {
			line.push(...group);
			left -= columns + 1;
		} else {
			left = width - (line ? inset : 0) - columns;
			lines.push([...group]);
		}
	}
	return lines.map((line, index) => (index === 0 ? "" : " ".repeat(inset)) + paintLine(line, paint));
}
/** Words that stay together. */
function glued(words) {
	const groups = [];
	for (const word of words) {
		const last = groups.at(-1);
		if (last?.at(-1)?.isGlued) last.push(word);
		else groups.push([word]);
	}
	return groups;
}
/** Columns of each part that is not broken between words. */
function unbreakable(words) {
	return glued(words).map(widthOf);
}
/** `word` in pieces of at most `width` columns, for where a line must not be longer. */
function breakWord(word, width) {
	const { text, colour } = word;
	if (displayWidth(text) <= width) return [word];
	const pieces = [""];
	for (const character of text) {
		const last = pieces.at(-1) ?? "";
		if (last !== "" && displayWidth(last + character) > width) pieces.push(character);
		else pieces[pieces.length - 1] = last + character;
	}
	return pieces.map((piece) => ({
		text: piece,
		colour
	}));
}
/** Columns of words in one line. */
function widthOf(words) {
	return words.reduce((sum, { text }) => sum + displayWidth(text), Math.max(words.length - 1, 0));
}
/** Words of one colour are painted together. */
function paintLine(line, paint) {
	const runs = [];
	for (const { text, colour } of line) {
		const last = runs.at(-1);
		if (last && last.colour === colour) last.text += ` ${text}`;
		else runs.push({
			colour,
			text
		});
	}
	return runs.map(({ colour, text }) => colour === void 0 ? text : paint(colour, text)).join(" ");
}
/**
* The words of a line. What is strong is bold, everything else has `colour`. A sign has its own, which a single word behind
* it takes too.
*/
function wordsOf(cell, colour) {
	if (!isSigned(cell)) return splitWords(cell, colour);
	const { sign, colour: own } = SIGNS[cell.sign];
	const words = splitWords(cell.text, colour);
	const rest = words.length === 1 ? words.map(({ text }) => ({
		text,
		colour: own
	})) : words;
	return [{
		text: sign,
		colour: own,
		isGlued: true
	}, ...rest];
}
function splitWords(text, colour) {
	const words = [];
	let isOpen = false;
	for (const span of spansOf(text)) {
		const own = typeof span === "object" && "strong" in span ? "bold" : colour;
		for (const [index, piece] of plainOf(span).split(" ").entries()) {
			const last = words.at(-1);
			if (index === 0 && isOpen && last) words[words.length - 1] = {
				text: last.text + piece,
				colour: last.text === "" ? own : last.colour
			};
			else words.push({
				text: piece,
				colour: own
			});
		}
		isOpen = true;
	}
	return words.filter(({ text: word }) => word !== "");
}
/** The plain text of a line, as it is measured. */
function plainOf(span) {
	if (typeof span === "string") return visible(span);
	if ("code" in span) return visible(span.code);
	if ("strong" in span) return visible(span.strong);
	return visible(`${span.link} ${span.url}`);
}
// src/reports/problems.ts
const SHOWN_ADDRESSES = 4;
/** What is wrong with an endpoint, the worst first, the same problem at several addresses once. */
function problemsOf({ findings }, severities = ["error", "warning"]) {
	const groups = /* @__PURE__ */ new Map();
	for (const { address, ...finding } of findings) {
		const key = `${finding.severity} ${finding.id} ${finding.problem}`;
		const addresses = [...groups.get(key)?.addresses ?? [], ...address ? [address] : []];
		groups.set(key, {
			...finding,
			addresses
		});
	}
	const problems = [...groups.values()];
	return severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
}
/** ` at 203.0.113.7:443, 203.0.113.8:443`, the first four by name; empty without an address. */
function placeOf({ addresses }, show = (address) => address) {
	if (addresses.length === 0) return "";
	const shown = addresses.slice(0, SHOWN_ADDRESSES).map(show).join(", ");
	const more = addresses.length - SHOWN_ADDRESSES;
	return ` at ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}
export { unbreakable as a, wrapWords as c, breakWord as i, problemsOf as n, widthOf as o, SIGNS as r, wordsOf as s, placeOf as t };
