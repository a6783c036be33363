import { a as unbreakable, c as wrapWords, i as breakWord, o as widthOf, r as SIGNS, s as wordsOf } from "./problems.js";
import { i as firstOf, r as visible, s as isSigned } from "./trust-anchors.js";
import { n as renderChains } from "./text-chains.js";
import { n as displayWidth } from "./display-width.js";
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
/** Of what is folded away. */
const MOST_TITLES = 20;
/**
* A summary as text for a terminal. What matters most comes last, where it is in view: sections, the table, and then
* the verdict. No line break at the end.
*/
function renderText(summary, page) {
	const { sign, verdict, notes, table, sections, closing } = summary;
	const open = sections.filter(({ isOpen }) => isOpen);
	const folded = firstOf(sections.filter(({ isOpen }) => !isOpen), MOST_TITLES, "section");
	const rows = table ? renderTable(table, page) : [];
	const { colour } = SIGNS[sign];
	const last = [
		...wrapWords(wordsOf({
			sign,
			text: verdict
		}, colour), page),
		...notes.flatMap((note) => wrapWords(wordsOf(note, "dim"), page)),
		...folded.items.flatMap(({ title }) => wrapWords(wordsOf(title, "dim"), page)),
		...folded.rest === void 0 ? [] : [page.paint("dim", folded.rest)],
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
