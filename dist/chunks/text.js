import { n as displayWidth, t as cutDisplay } from "./display-width.js";
import { c as firstOf, d as isSigned, g as spansOf, s as visible } from "./open-cloud.js";
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
	return lines.map((line, index) => (index === 0 ? "" : " ".repeat(inset)) + paintLine$1(line, paint));
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
function paintLine$1(line, paint) {
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
const GAP$1 = "   ";
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
	}).join(GAP$1).trimEnd()), ...end];
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
// src/reports/summary/text-table.ts
const GAP = "  ";
/** A word that is longer does not keep its column from becoming narrower. */
const LONGEST_WORD = 24;
/**
* A table as aligned columns with a rule below the heading. Where it is wider than the page, cells are broken between
* words; where that does not help, every row is a list of what its cells say. No line without a heading.
*/
function renderTable({ heading, rows }, page) {
	if (heading.length === 0) return [];
	const head = heading.map((each) => wordsOf(each, "dim"));
	const body = rows.map((cells) => heading.map((_, column) => wordsOf(cells[column] ?? "")));
	const widths = fit([head, ...body], page.width);
	if (widths === void 0) return body.flatMap((cells, index) => renderItem(head, cells, {
		page,
		index
	}));
	const rule = page.paint("dim", widths.map((width) => "─".repeat(width)).join(GAP));
	return [head, ...body].map((cells) => renderRow(cells, widths, page)).toSpliced(1, 0, [rule]).flat();
}
/** A width for each column, so that all of them fit; undefined: they do not. */
function fit(rows, most) {
	const count = rows[0]?.length ?? 0;
	const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? []));
	const widths = columns.map((cells) => largest(cells.map(widthOf)));
	const least = columns.map((cells, column) => {
		const words = cells.flatMap(unbreakable);
		return Math.min(widths[column] ?? 0, largest(words.filter((width) => width <= LONGEST_WORD)));
	});
	let over = widths.reduce((sum, width) => sum + width, 2 * (count - 1)) - most;
	while (over > 0) {
		const widest = widths.map((width, column) => width - (least[column] ?? 0)).reduce((best, each, column) => {
			if (each <= 0) return best;
			return best === void 0 || (widths[column] ?? 0) > (widths[best] ?? 0) ? column : best;
		}, void 0);
		if (widest === void 0) return void 0;
		widths[widest] = (widths[widest] ?? 0) - 1;
		over -= 1;
	}
	return widths;
}
/** Of any number of numbers; 0 of none. */
function largest(numbers) {
	return numbers.reduce((most, each) => Math.max(most, each), 0);
}
function renderRow(cells, widths, { paint }) {
	const columns = cells.map((long, column) => {
		const width = widths[column] ?? 0;
		const words = long.flatMap((word) => breakWord(word, width));
		const plain = wrapWords(words, {
			paint: (_colour, text) => text,
			width
		});
		return wrapWords(words, {
			paint,
			width
		}).map((text, line) => ({
			text,
			width: displayWidth(plain[line] ?? "")
		}));
	});
	const height = Math.max(...columns.map(({ length }) => length), 1);
	return Array.from({ length: height }, (_, line) => columns.map((column, index) => {
		const { text, width } = column[line] ?? {
			text: "",
			width: 0
		};
		return text + " ".repeat(Math.max((widths[index] ?? 0) - width, 0));
	}).join(GAP).trimEnd());
}
/** A row where columns have no room: its first cell, and each other one behind the heading of its column. */
function renderItem(head, cells, { page, index }) {
	const [first = [], ...rest] = cells;
	const names = head.slice(1);
	const inset = Math.max(0, ...names.map(widthOf)) + 4;
	const lines = rest.flatMap((words, column) => {
		const name = names[column] ?? [];
		const before = GAP + wrapWords(name, {
			...page,
			width: 1e400
		}).join("");
		const fill = " ".repeat(inset - 2 - widthOf(name));
		const [head0 = "", ...more] = wrapWords(words, {
			...page,
			width: page.width - inset
		});
		return [`${before}${fill}${head0}`.trimEnd(), ...more.map((line) => " ".repeat(inset) + line)];
	});
	return [
		...index > 0 ? [""] : [],
		...wrapWords(first, page),
		...lines
	];
}
// src/reports/summary/text.ts
const INDENT = "  ";
/**
* A summary as text for a terminal. What matters most comes last, where it is in view: sections, the table, and then
* the verdict. No line break at the end.
*/
function renderText(summary, page) {
	const { sign, verdict, notes, table, sections, closing } = summary;
	const open = sections.filter(({ isOpen }) => isOpen);
	const folded = sections.filter(({ isOpen }) => !isOpen);
	const rows = table ? renderTable(table, page) : [];
	const { colour } = SIGNS[sign];
	const last = [
		...wrapWords(wordsOf({
			sign,
			text: verdict
		}, colour), page),
		...notes.flatMap((note) => wrapWords(wordsOf(note, "dim"), page)),
		...folded.flatMap(({ title }) => wrapWords(wordsOf(title, "dim"), page)),
		...closing === void 0 ? [] : wrapWords(wordsOf(closing, "dim"), page)
	];
	return [
		...open.map((section) => renderSection(section, page)),
		rows,
		last
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
}
function renderSection({ title, sign, blocks }, page) {
	const head = sign === void 0 ? wordsOf(title, "bold") : wordsOf({
		sign,
		text: title
	}, "bold");
	const inner = {
		...page,
		width: page.width - 2
	};
	return [...wrapWords(head, page), ...spaced(blocks, inner).map((line) => (INDENT + line).trimEnd())];
}
/** The lines of all blocks, with an empty one where something else begins. */
function spaced(blocks, page) {
	const told = blocks.map((block) => ({
		block,
		lines: renderBlock(block, page)
	})).filter(({ lines }) => lines.length > 0);
	return told.flatMap(({ block, lines }, index) => {
		const before = told[index - 1]?.block;
		return before === void 0 || belongsTo(block, before) ? lines : ["", ...lines];
	});
}
/** What stands right below a paragraph: its list, its commands, more text about the same. */
function belongsTo(block, before) {
	if (before.kind !== "paragraph") return false;
	if (block.kind === "paragraph") return !isSigned(block.text);
	return block.kind === "list" || block.kind === "commands";
}
/** A block as lines of text. */
function renderBlock(block, page) {
	switch (block.kind) {
		case "paragraph": return wrapWords(wordsOf(block.text), page);
		case "list": return renderList(block.items, page);
		case "table": {
			const { items, rest } = firstOf(block.table.rows, 100, "row");
			return [...renderTable({
				...block.table,
				rows: items
			}, page), ...rest === void 0 ? [] : [rest]];
		}
		case "commands": return block.lines.map((line) => `$ ${visible(line)}`);
		case "chains": return renderChains(block.chains, page);
	}
}
function renderList(all, page) {
	const { items, rest } = firstOf(all, 100, "line");
	return [...items.flatMap((item) => wrapWords(isSigned(item) ? wordsOf(item) : [{
		text: "·",
		colour: "dim"
	}, ...wordsOf(item)], {
		...page,
		inset: 2
	})), ...rest === void 0 ? [] : [rest]];
}
export { renderTable as n, renderText as t };
