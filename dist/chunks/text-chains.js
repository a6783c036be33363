import { t as cutDisplay } from "./display-width.js";
import { i as firstOf, r as visible } from "./trust-anchors.js";
import { c as wrapWords, o as widthOf, s as wordsOf } from "./problems.js";
// src/reports/summary/text-chains.ts
/** How each mark is drawn. */
const MARKS = {
	used: {
		sign: "✓",
		colour: "green"
	},
	missing: {
		sign: "✗",
		colour: "red"
	},
	wrong: {
		sign: "!",
		colour: "yellow"
	},
	known: {
		sign: "·",
		colour: "dim"
	}
};
/** A chain that has less room goes below the one before it. */
const NARROWEST = 30;
const WIDEST = 64;
const GAP = "   ";
/** Chains side by side, or one below the other where there is no room; each from the leaf down to its root. */
function renderChains(chains, page) {
	const { items, rest } = firstOf(chains, 4, "chain");
	const count = Math.max(items.length, 1);
	const room = Math.floor((page.width - 3 * (count - 1)) / count);
	const end = rest === void 0 ? [] : [rest];
	if (room < NARROWEST) return [...items.flatMap((chain, index) => [...index > 0 ? [[]] : [], ...drawChain(chain, Math.min(page.width, WIDEST))]).map((line) => paintLine(line, page)), ...end];
	const columns = items.map((chain) => drawChain(chain, Math.min(room, WIDEST)));
	const widths = columns.map((lines) => Math.max(...lines.map(widthOf), 0));
	const height = Math.max(...columns.map(({ length }) => length), 0);
	return [...Array.from({ length: height }, (_, index) => columns.map((column, at) => {
		const line = column[index] ?? [];
		return paintLine(line, page) + " ".repeat((widths[at] ?? 0) - widthOf(line));
	}).join(GAP).trimEnd()), ...end];
}
function drawChain({ title, links }, width) {
	const { items, rest } = firstOf(links, 20, "certificate");
	const body = items.flatMap((link, index) => drawLink(link, {
		width,
		isLast: index === links.length - 1
	}));
	const nothing = links.length === 0 ? [[{
		text: "  nothing",
		colour: "dim"
	}]] : [];
	const end = rest === void 0 ? [] : [wordsOf(rest, "dim")];
	return [
		[{
			text: cutDisplay(visible(title), width),
			colour: "bold"
		}],
		...body,
		...nothing,
		...end
	];
}
/** Its sign and subject, and below that what there is to say, with a stroke on to the next one. */
function drawLink({ mark, label, fingerprint, note }, { width, isLast }) {
	const { sign, colour } = MARKS[mark];
	const told = [fingerprint, note].filter((each) => each !== void 0 && each !== "").join(", ");
	const plain = {
		paint: (_colour, text) => text,
		width: width - 2
	};
	const notes = wrapWords(wordsOf(told), plain).map((line) => cutDisplay(line, width - 2));
	const stroke = isLast ? " " : "│";
	return [
		[{
			text: sign,
			colour
		}, {
			text: cutDisplay(visible(label), width - 2),
			colour: void 0
		}],
		...notes.map((line) => [{
			text: stroke,
			colour: "dim"
		}, {
			text: line,
			colour: "dim"
		}]),
		...notes.length === 0 && !isLast ? [[{
			text: stroke,
			colour: "dim"
		}]] : []
	];
}
function paintLine(line, page) {
	return wrapWords(line, {
		...page,
		width: 1e400
	}).join("");
}
export { renderChains as n, MARKS as t };
