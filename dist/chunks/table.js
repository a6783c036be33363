import { n as displayWidth, r as padDisplay } from "./display-width.js";
// src/reports/table.ts
/**
* Rows as aligned columns, two spaces apart, the first row as heading with a rule below it. Cells are plain
* printable text; `paintCell` may colour a cell after it has been padded.
*/
function formatTable(rows, paintCell = (text) => text) {
	const widths = [];
	for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
	const lines = rows.map((cells, row) => cells.map((cell, column) => paintCell(padDisplay(cell, widths[column] ?? 0), {
		row,
		column
	})).join("  ").trimEnd());
	const rule = widths.map((width) => "─".repeat(width)).join("  ");
	return lines.toSpliced(1, 0, rule);
}
export { formatTable as t };
