import { o as __toESM } from "./rolldown-runtime.js";
import { a as relocate, i as AppErrors, r as AppError, t as appError } from "./catalogue.js";
import { t as canonicalDomain } from "./domain.js";
import { t as printable } from "./printable.js";
import { t as findNearest } from "./find-nearest.js";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import { access, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
// src/airec/zip.ts
const LOCAL_HEADER = 67324752;
const CENTRAL_HEADER = 33639248;
const END_OF_DIRECTORY = 101010256;
const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const END_OF_DIRECTORY_BYTES = 22;
const MAX_COMMENT_BYTES = 65535;
const ENCRYPTED = 1;
const UTF8_NAMES = 2048;
const STORED = 0;
const DEFLATED = 8;
/** 1980-01-01, the earliest that a zip can express. */
const FIXED_DATE = 33;
/** Why an archive is refused. */
var ZipFault = class extends Error {
	name = "ZipFault";
	kind;
	constructor(kind, message, options) {
		super(message, options);
		this.kind = kind;
	}
};
/**
* The files in `archive`, folders left out, in the order of its central directory (PKWARE APPNOTE §4.3).
* Sizes are summed before anything is inflated, and inflation stops at the size that was declared, so an
* archive that lies about its sizes costs no more than one that does not.
*
* @throws ZipFault
*/
function readZip(archive, limits) {
	const headers = readDirectory(archive, limits).filter((header) => !header.name.endsWith("/"));
	const total = headers.reduce((sum, header) => sum + header.size, 0);
	if (total > limits.bytes) throw new ZipFault("too-large", `it unpacks to ${String(total)} bytes, at most ${String(limits.bytes)} are read`);
	if (new Set(headers.map((header) => header.name)).size < headers.length) throw new ZipFault("malformed", "two of its entries have the same name");
	return headers.map((header) => ({
		name: header.name,
		data: readEntry(archive, header)
	}));
}
/** An archive of `entries`, uncompressed. */
function storeZip(entries) {
	const parts = [];
	const directory = [];
	let offset = 0;
	for (const { name, data } of entries) {
		const nameBytes = Buffer.from(name, "utf8");
		const local = Buffer.alloc(LOCAL_HEADER_BYTES);
		local.writeUInt32LE(LOCAL_HEADER, 0);
		local.writeUInt16LE(20, 4);
		local.writeUInt16LE(UTF8_NAMES, 6);
		local.writeUInt16LE(FIXED_DATE, 12);
		local.writeUInt32LE(crc32(data), 14);
		local.writeUInt32LE(data.length, 18);
		local.writeUInt32LE(data.length, 22);
		local.writeUInt16LE(nameBytes.length, 26);
		const central = Buffer.alloc(CENTRAL_HEADER_BYTES);
		central.writeUInt32LE(CENTRAL_HEADER, 0);
		central.writeUInt16LE(20, 4);
		local.copy(central, 6, 4);
		central.writeUInt32LE(offset, 42);
		parts.push(local, nameBytes, data);
		directory.push(central, nameBytes);
		offset += LOCAL_HEADER_BYTES + nameBytes.length + data.length;
	}
	const end = Buffer.alloc(END_OF_DIRECTORY_BYTES);
	end.writeUInt32LE(END_OF_DIRECTORY, 0);
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([
		...parts,
		...directory,
		end
	]);
}
/** `archive` with the time of every entry set to 1980-01-01 00:00, so that equal content has equal bytes. */
function fixZipTimes(archive) {
	const fixed = Buffer.from(archive);
	for (const header of readDirectory(archive, {
		entries: 65535,
		bytes: 1e400
	})) {
		fixed.writeUInt32LE(FIXED_DATE << 16, header.position + 12);
		fixed.writeUInt32LE(FIXED_DATE << 16, header.localOffset + 10);
	}
	return fixed;
}
function readDirectory(archive, limits) {
	const end = findEndOfDirectory(archive);
	const count = archive.readUInt16LE(end + 10);
	if (count > limits.entries) throw new ZipFault("too-large", `it has ${String(count)} entries, at most ${String(limits.entries)} are read`);
	const headers = [];
	let position = archive.readUInt32LE(end + 16);
	for (let index = 0; index < count; index += 1) {
		if (position + CENTRAL_HEADER_BYTES > end || archive.readUInt32LE(position) !== CENTRAL_HEADER) throw new ZipFault("malformed", "its directory is incomplete");
		const nameLength = archive.readUInt16LE(position + 28);
		const nameStart = position + CENTRAL_HEADER_BYTES;
		headers.push({
			name: archive.toString("utf8", nameStart, nameStart + nameLength).replace(/^\//, ""),
			flags: archive.readUInt16LE(position + 8),
			method: archive.readUInt16LE(position + 10),
			checksum: archive.readUInt32LE(position + 16),
			compressedSize: archive.readUInt32LE(position + 20),
			size: archive.readUInt32LE(position + 24),
			localOffset: archive.readUInt32LE(position + 42),
			position
		});
		position = nameStart + nameLength + archive.readUInt16LE(position + 30) + archive.readUInt16LE(position + 32);
	}
	return headers;
}
function findEndOfDirectory(archive) {
	const last = archive.length - END_OF_DIRECTORY_BYTES;
	for (let position = last; position >= Math.max(0, last - MAX_COMMENT_BYTES); position -= 1) if (archive.readUInt32LE(position) === END_OF_DIRECTORY) return position;
	throw new ZipFault("not-a-zip", "it is not a zip archive");
}
function readEntry(archive, header) {
	const quoted = JSON.stringify(header.name);
	const { localOffset, method, size } = header;
	if ((header.flags & ENCRYPTED) !== 0) throw new ZipFault("malformed", `its entry ${quoted} is encrypted`);
	if (localOffset + LOCAL_HEADER_BYTES > archive.length || archive.readUInt32LE(localOffset) !== LOCAL_HEADER) throw new ZipFault("malformed", `its entry ${quoted} is missing`);
	const start = localOffset + LOCAL_HEADER_BYTES + archive.readUInt16LE(localOffset + 26) + archive.readUInt16LE(localOffset + 28);
	const packed = archive.subarray(start, start + header.compressedSize);
	const data = method === STORED ? packed : inflate(packed, header);
	if (data.length !== size || crc32(data) !== header.checksum) throw new ZipFault("malformed", `its entry ${quoted} does not have the size and checksum it declares`);
	return data;
}
function inflate(packed, { name, method, size }) {
	const quoted = JSON.stringify(name);
	if (method !== DEFLATED) throw new ZipFault("malformed", `its entry ${quoted} uses the unknown compression ${String(method)}`);
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
	} catch (error) {
		throw new ZipFault("malformed", `its entry ${quoted} does not unpack to the size it declares`, { cause: error });
	}
}
// src/airec/mapping.ts
/** The row of a domain and port; undefined when there is none. */
function rowOf(mapping, { domain, port }) {
	return mapping?.rows.find((row) => row.domain === domain && row.port === port);
}
const PROTOCOL = "HTTPS";
/** Headings of the columns, in the order of a new file. */
const COLUMNS = [
	"Domain",
	"CertificateID",
	"Protocol",
	"Port"
];
// src/airec/mapping-tsv.ts
const LONGEST_VALUE = 1e3;
/** A spreadsheet that opens the file takes text with such a start for a formula. */
const FORMULA_START = /^[=+\-@]/;
/** Path of the reviewable twin of a workbook: `certificate_info.tsv` beside `certificate_info.xlsx`. */
function tsvPathOf(workbookPath) {
	return workbookPath.replace(/\.xlsx$/i, ".tsv");
}
/**
* The mapping as tab-separated text. Line n is row n of the sheet, the header line 1, blank rows blank
* lines. Control characters become escapes, and what a spreadsheet would take for a formula gets a `'`.
*/
function formatTsv(rows) {
	const lines = [COLUMNS.join("	")];
	for (const row of rows) {
		while (lines.length < row.row - 1) lines.push("");
		lines.push([
			row.domain,
			row.certificateId,
			row.protocol,
			String(row.port)
		].map(escape).join("	"));
	}
	return `${lines.join("\n")}\n`;
}
function escape(value) {
	const text = printable(value, LONGEST_VALUE);
	return FORMULA_START.test(text) ? `'${text}` : text;
}
// src/airec/cell-value.ts
/** Spreadsheets keep fifteen digits of a number; a longer one has lost its tail. */
const MAX_EXACT_DIGITS = 15;
/**
* The text of a cell: text as it is, rich text and links by what they show, whole numbers that a
* spreadsheet keeps exactly by their digits, and nothing as ''. Undefined for everything else: formulas,
* dates, booleans, errors, other numbers.
*/
function cellText(cell) {
	return textOf(cell.value);
}
function textOf(value) {
	if (value === null || value === void 0) return "";
	if (typeof value === "string") return value;
	if (typeof value === "number") return isExact(value) ? String(value) : void 0;
	if (typeof value === "boolean" || value instanceof Date) return void 0;
	if ("richText" in value) return value.richText.map((run) => run.text).join("");
	if ("hyperlink" in value) return textOf(value.text);
}
function isExact(value) {
	return Number.isSafeInteger(value) && value >= 0 && String(value).length <= MAX_EXACT_DIGITS;
}
/** What a cell holds, in words. */
function describeCell(cell) {
	const { value } = cell;
	const text = textOf(value);
	if (text === "") return "empty";
	if (text !== void 0) return `"${printable(text, 80)}"`;
	if (typeof value === "number") return String(Math.abs(value)).length > MAX_EXACT_DIGITS ? "a number that has lost digits" : `the number ${String(value)}`;
	if (typeof value === "boolean") return "true or false";
	if (value instanceof Date) return "a date";
	if (typeof value === "object" && value !== null && "error" in value) return "an error";
	return "a formula";
}
// src/airec/mapping-sheet.ts
/** How far down a misplaced header is looked for. */
const HEADER_SEARCH_ROWS = 20;
/**
* The first sheet whose first row holds the four headings, in any order and beside any others.
*
* @throws MAPPING_HEADER naming what is there instead
*/
function findMappingSheet(workbook, path) {
	for (const sheet of workbook.worksheets) {
		const columns = readHeader(sheet, 1);
		if (columns !== void 0) return {
			path,
			sheet,
			columns
		};
	}
	throw appError("MAPPING_HEADER", {
		path,
		...explainHeader(workbook)
	});
}
/** Adds the sheet to an empty workbook. */
function addMappingSheet(workbook, path) {
	const sheet = workbook.addWorksheet("certificate_info", { views: [{
		state: "frozen",
		ySplit: 1,
		zoomScale: 100,
		zoomScaleNormal: 100
	}] });
	Object.assign(sheet.pageSetup, {
		firstPageNumber: 1,
		copies: 1
	});
	sheet.addRow([...COLUMNS]).font = { bold: true };
	const columns = {
		Domain: 1,
		CertificateID: 2,
		Protocol: 3,
		Port: 4
	};
	sheet.getColumn(columns.Domain).width = 40;
	sheet.getColumn(columns.CertificateID).width = 30;
	return {
		path,
		sheet,
		columns
	};
}
/** The cell of `column` in `row`. */
function cellAt({ sheet, columns }, row, column) {
	return sheet.getRow(row).getCell(columns[column]);
}
function headings(sheet, row) {
	const texts = [];
	sheet.findRow(row)?.eachCell((cell, column) => {
		texts[column] = cellText(cell) ?? "";
	});
	return Array.from(texts, (text) => text ?? "");
}
function readHeader(sheet, row) {
	const texts = headings(sheet, row);
	const [Domain = -1, CertificateID = -1, Protocol = -1, Port = -1] = COLUMNS.map((name) => texts.indexOf(name));
	const columns = {
		Domain,
		CertificateID,
		Protocol,
		Port
	};
	return Object.values(columns).includes(-1) ? void 0 : columns;
}
function explainHeader(workbook) {
	const expected = COLUMNS.join(", ");
	const [first] = workbook.worksheets;
	if (first === void 0) return {
		problem: "it has no sheet",
		help: `Add a sheet whose first row is ${expected}.`
	};
	for (const sheet of workbook.worksheets) for (let row = 2; row <= HEADER_SEARCH_ROWS; row += 1) {
		if (readHeader(sheet, row) === void 0) continue;
		return {
			problem: `the header stands in row ${String(row)} of sheet "${printable(sheet.name)}", expected row 1`,
			help: "Delete the rows above the header."
		};
	}
	const texts = headings(first, 1).filter((text) => text !== "");
	const missing = COLUMNS.filter((name) => !texts.includes(name));
	const repairs = missing.map((name) => describeRepair(name, texts));
	return {
		problem: `row 1 of sheet "${printable(first.name)}" lacks ${missing.join(", ")}`,
		help: `${repairs.join(" ")} The headings are exactly ${expected}.`
	};
}
function describeRepair(name, texts) {
	const nearest = findNearest(name, texts);
	return nearest === void 0 ? `Add the column ${name}.` : `Rename "${printable(nearest)}" to ${name}.`;
}
// src/airec/mapping-rows.ts
/**
* Every row below the header that holds something in a column of ours.
*
* @throws MAPPING_INVALID_CELL, MAPPING_MERGED_CELLS, MAPPING_DUPLICATE_ROW, several as AppErrors
*/
function readRows(source) {
	const rows = [];
	const problems = [];
	const seen = /* @__PURE__ */ new Map();
	for (let number = 2; number <= source.sheet.rowCount; number += 1) {
		const found = findProblems(source, number);
		problems.push(...found);
		if (found.length > 0 || isBlank(source, number)) continue;
		const row = toRow(source, number);
		const endpoint = `${row.domain}:${String(row.port)}`;
		const first = seen.get(endpoint);
		if (first === void 0) seen.set(endpoint, number);
		else {
			const details = {
				...placeOf(source),
				endpoint: printable(endpoint),
				first,
				second: number
			};
			problems.push(problemAt({
				source,
				row: number
			}, "MAPPING_DUPLICATE_ROW", details));
		}
		rows.push(row);
	}
	throwProblems(problems);
	return rows;
}
/**
* Brings the rows of `entries` into the sheet: a row there is changed where it differs, a missing one is
* added below everything, in the format of the row above. Other rows, and other cells, stay.
*
* @returns whether anything changed
*/
function applyEntries(source, entries) {
	const rows = readRows(source);
	let changed = false;
	for (const entry of entries) {
		const row = rows.find(({ domain, port }) => domain === entry.domain && port === entry.port);
		if (row?.certificateId === entry.certificateId && row.protocol === "HTTPS") continue;
		writeRow(source, row?.row ?? appendRow(source), entry);
		changed = true;
	}
	return changed;
}
/** One problem as itself, several as AppErrors, none as nothing. */
function throwProblems(problems) {
	const [first, second] = problems;
	if (first === void 0) return;
	throw second === void 0 ? first : new AppErrors(problems);
}
/** The names that every problem in the sheet shows. */
function placeOf({ path, sheet }) {
	return {
		path,
		sheet: printable(sheet.name)
	};
}
/** A problem in `row` of the sheet, which is the line of the text beside the workbook. */
function problemAt({ source: { path }, row }, code, details) {
	return appError(code, details, { location: {
		file: path,
		line: row
	} });
}
function isBlank(source, row) {
	return COLUMNS.every((column) => cellText(cellAt(source, row, column)) === "");
}
function findProblems(source, row) {
	const merged = COLUMNS.map((column) => cellAt(source, row, column)).find((cell) => cell.isMerged);
	if (merged !== void 0) return [problemAt({
		source,
		row
	}, "MAPPING_MERGED_CELLS", {
		...placeOf(source),
		cell: merged.address
	})];
	if (isBlank(source, row)) return [];
	return COLUMNS.flatMap((column) => {
		const cell = cellAt(source, row, column);
		const expected = EXPECTATIONS[column];
		if (expected.accepts(cellText(cell))) return [];
		const details = {
			...placeOf(source),
			cell: cell.address,
			actual: describeCell(cell),
			expected: expected.text
		};
		return [problemAt({
			source,
			row
		}, "MAPPING_INVALID_CELL", details)];
	});
}
const EXPECTATIONS = {
	Domain: {
		text: "a domain as text",
		accepts: isFilled
	},
	CertificateID: {
		text: "a certificate id as text",
		accepts: isFilled
	},
	Protocol: {
		text: PROTOCOL,
		accepts: isFilled
	},
	Port: {
		text: "a port from 1 to 65535",
		accepts: isPort
	}
};
function isFilled(text) {
	return text !== void 0 && text.trim() !== "";
}
function isPort(text) {
	return text !== void 0 && /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535;
}
function toRow(source, row) {
	const text = (column) => cellText(cellAt(source, row, column)) ?? "";
	return {
		domain: text("Domain"),
		certificateId: text("CertificateID"),
		protocol: text("Protocol"),
		port: Number(text("Port")),
		row
	};
}
/** The number of a new last row. */
function appendRow(source) {
	const { sheet } = source;
	let last = 1;
	sheet.eachRow((_row, number) => {
		last = number;
	});
	if (last > 1) for (const column of COLUMNS) cellAt(source, last + 1, column).style = { ...cellAt(source, last, column).style };
	return last + 1;
}
function writeRow(source, row, entry) {
	const values = {
		Domain: entry.domain,
		CertificateID: entry.certificateId,
		Protocol: PROTOCOL,
		Port: entry.port
	};
	for (const column of COLUMNS) {
		const cell = cellAt(source, row, column);
		if (cellText(cell) !== String(values[column])) cell.value = values[column];
	}
	const id = cellAt(source, row, "CertificateID");
	id.style = {
		...id.style,
		numFmt: "@"
	};
}
// src/airec/mapping-domains.ts
/**
* Rows that mean an endpoint of ours without spelling it as clients do: other case, a trailing dot, white
* space, U-labels, a URL, or a wildcard that covers it. AIRec compares exactly, so such a row binds nothing
* and hides the mistake.
*/
function findInexactDomains(source, rows, endpoints) {
	return endpoints.flatMap(({ domain, port }) => rows.flatMap((row) => {
		const help = row.port === port ? explain(row.domain, domain) : void 0;
		if (help === void 0) return [];
		const details = {
			...placeOf(source),
			row: row.row,
			actual: printable(row.domain),
			expected: domain,
			help
		};
		return [problemAt({
			source,
			row: row.row
		}, "MAPPING_DOMAIN_NOT_EXACT", details)];
	}));
}
function explain(text, domain) {
	if (text === domain) return void 0;
	if (canonicalDomain(text) === domain) return `Write ${domain}: lower case, A-labels, no white space, no trailing dot.`;
	if (coveredBy(text.trim(), domain)) return `Replace the wildcard by one row for each domain, such as ${domain}.`;
}
function coveredBy(wildcard, domain) {
	return wildcard.startsWith("*.") && canonicalDomain(wildcard.slice(2)) === domain.slice(domain.indexOf(".") + 1);
}
// src/airec/xml-tags.ts
const NAME_END = /[\s/>]/;
/** The last choice takes a word without a value as a whole: trying each of its ends takes a time that is quadratic. */
const ATTRIBUTE = /([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')|[^\s="']+/g;
/**
* The start tags of an XML text in order, in one pass without building a tree. Comments, CDATA sections,
* processing instructions and end tags are passed over. Malformed text yields what looks like tags.
*/
function* startTags(xml) {
	let position = xml.indexOf("<");
	while (position !== -1) {
		const end = endOfMarkup(xml, position);
		if (!/[!?/]/.test(xml.charAt(position + 1))) {
			const inside = xml.slice(position + 1, end - 1);
			const nameLength = inside.search(NAME_END);
			const name = nameLength === -1 ? inside : inside.slice(0, nameLength);
			yield {
				name,
				attributes: inside.slice(name.length),
				end
			};
		}
		position = xml.indexOf("<", end);
	}
}
/** The value of an attribute as it is written, entities unresolved; undefined when the tag has none. */
function attributeOf(tag, name) {
	for (const [, key, double, single] of tag.attributes.matchAll(ATTRIBUTE)) if (key === name) return double ?? single;
}
function endOfMarkup(xml, start) {
	if (xml.startsWith("<!--", start)) return after(xml, "-->", start + 4);
	if (xml.startsWith("<![CDATA[", start)) return after(xml, "]]>", start + 9);
	if (xml.startsWith("<?", start)) return after(xml, "?>", start + 2);
	let quote = "";
	for (let position = start + 1; position < xml.length; position += 1) {
		const character = xml.charAt(position);
		if (quote !== "") {
			if (character === quote) quote = "";
		} else if (character === "\"" || character === "'") quote = character;
		else if (character === ">") return position + 1;
	}
	return xml.length;
}
function after(xml, mark, from) {
	const found = xml.indexOf(mark, from);
	return found === -1 ? xml.length : found + mark.length;
}
// src/airec/sheet-size.ts
/** Rows of a sheet that are read, and the last row that may hold anything. */
const MAX_ROWS = 1e4;
const MAX_COLUMN = 16384;
/** exceljs makes one object a cell of every merged or validated range and every named one. */
const MAX_RANGE_CELLS = 2e5;
const RANGE = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;
const ABSOLUTE_RANGE = /\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/gi;
/**
* Refuses a worksheet whose rows, columns or ranges would have exceljs loop for minutes.
*
* @throws MAPPING_TOO_LARGE, MAPPING_MALFORMED
*/
function checkSheetSize(xml, { path, part }) {
	let rows = 0;
	let rangeCells = 0;
	for (const tag of startTags(xml)) if (tag.name === "row") {
		rows += 1;
		const number = wholeNumber(tag, {
			name: "r",
			path
		}) ?? rows;
		if (rows > MAX_ROWS || number > MAX_ROWS) {
			const reason = `${printable(part)} has rows beyond row ${String(MAX_ROWS)}`;
			throw appError("MAPPING_TOO_LARGE", {
				path,
				reason
			});
		}
	} else if (tag.name === "c") rangeArea(attributeOf(tag, "r") ?? "A1", path);
	else if (tag.name === "col") {
		const last = wholeNumber(tag, {
			name: "max",
			path
		}) ?? 0;
		if (last > MAX_COLUMN) malformed(path, `a column ${String(last)}`);
	} else if (tag.name === "mergeCell" || tag.name === "dataValidation") {
		const ranges = attributeOf(tag, tag.name === "mergeCell" ? "ref" : "sqref") ?? "";
		for (const range of ranges.split(" ").filter((word) => word !== "")) rangeCells += rangeArea(range, path);
		refuseManyCells(rangeCells, {
			path,
			part
		});
	}
}
/**
* Refuses a workbook whose named ranges cover so many cells that exceljs would loop for minutes.
*
* @throws MAPPING_TOO_LARGE, MAPPING_MALFORMED
*/
function checkDefinedNames(xml, path) {
	let cells = 0;
	for (const tag of startTags(xml)) {
		if (tag.name !== "definedName") continue;
		const text = xml.slice(tag.end, xml.indexOf("<", tag.end));
		if (text.includes("&#")) malformed(path, "a defined name with character references");
		for (const match of text.matchAll(ABSOLUTE_RANGE)) cells += areaOf(match);
		refuseManyCells(cells, {
			path,
			part: "a defined name"
		});
	}
}
function refuseManyCells(cells, { path, part }) {
	if (cells <= MAX_RANGE_CELLS) return;
	const reason = `merged, validated or named ranges of ${printable(part)} cover more than ${String(MAX_RANGE_CELLS)} cells`;
	throw appError("MAPPING_TOO_LARGE", {
		path,
		reason
	});
}
/** Cells in `A1` or `A1:B2`. */
function rangeArea(range, path) {
	const match = RANGE.exec(range);
	return match === null ? malformed(path, `the range ${printable(range, 40)}`) : areaOf(match);
}
function areaOf([, left = "", top = "", right = left, bottom = top]) {
	return (Math.abs(columnNumber(right) - columnNumber(left)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1);
}
function columnNumber(letters) {
	let number = 0;
	for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
	return number;
}
function wholeNumber(tag, { name, path }) {
	const text = attributeOf(tag, name);
	if (text === void 0) return void 0;
	return /^\d{1,7}$/.test(text) ? Number(text) : malformed(path, `${name}="${printable(text, 40)}" in a ${tag.name}`);
}
function malformed(path, what) {
	throw appError("MAPPING_MALFORMED", {
		path,
		reason: `it has ${what}`
	});
}
// src/airec/workbook-guard.ts
const LIMITS = {
	entries: 1e3,
	bytes: 52428800
};
const MAX_ELEMENTS = 2e6;
/** Compound File Binary: the .xls of old, and any workbook with a password. */
const OLE_MAGIC = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** Parts that exceljs reads and writes again. */
const KEPT_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core)\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(?:_rels\/)?sheet\d+\.xml(?:\.rels)?|xl\/theme\/theme1\.xml|xl\/media\/[A-Za-z0-9]+\.[A-Za-z0-9]{3,4}|xl\/drawings\/(?:_rels\/)?(?:drawing\d+\.xml|vmlDrawing\d+\.vml)(?:\.rels)?|xl\/comments\d+\.xml|xl\/tables\/table\d+\.xml)$/;
/** Parts that programs write again by themselves, or that nobody sees. */
const EXPENDABLE_PARTS = /^(?:docProps\/(?:custom\.xml|thumbnail\.\w+)|xl\/calcChain\.xml|xl\/printerSettings\/.*|customXml\/.*)$/;
/** Elements inside kept parts that exceljs passes over: shapes, charts, sparklines and newer validations. */
const LOST_ELEMENTS = /* @__PURE__ */ new Set([
	"xdr:sp",
	"xdr:cxnSp",
	"xdr:grpSp",
	"xdr:graphicFrame",
	"x14:sparklineGroups",
	"x14:dataValidations",
	"oleObjects",
	"controls",
	"protectedRanges",
	"scenarios"
]);
/**
* Checks a workbook from outside before exceljs, which has no limits of its own, sees it.
*
* @throws MAPPING_NOT_WORKBOOK, MAPPING_MALFORMED, MAPPING_TOO_LARGE, MAPPING_MACROS
*/
function guardWorkbook(bytes, path) {
	const entries = unpack(bytes, path);
	refuseMacros(entries, path);
	if (!entries.some((entry) => entry.name === "xl/workbook.xml")) throw appError("MAPPING_NOT_WORKBOOK", {
		path,
		reason: "it is a zip archive without xl/workbook.xml"
	});
	const lost = /* @__PURE__ */ new Set();
	let elements = 0;
	for (const entry of entries) {
		if (!KEPT_PARTS.test(entry.name) && !EXPENDABLE_PARTS.test(entry.name)) lost.add(printable(entry.name));
		if (!/\.(?:xml|rels|vml)$/i.test(entry.name)) continue;
		const xml = entry.data.toString("utf8");
		elements += countElements(xml);
		if (elements > MAX_ELEMENTS) throw appError("MAPPING_TOO_LARGE", {
			path,
			reason: `it has more than ${String(MAX_ELEMENTS)} XML elements`
		});
		checkPart({
			name: entry.name,
			xml,
			path,
			lost
		});
	}
	return {
		archive: storeZip(entries),
		lost: [...lost]
	};
}
function unpack(bytes, path) {
	if (bytes.subarray(0, OLE_MAGIC.length).equals(OLE_MAGIC)) throw appError("MAPPING_NOT_WORKBOOK", {
		path,
		reason: "it has a password or the old .xls format"
	});
	try {
		return readZip(bytes, LIMITS);
	} catch (error) {
		if (!(error instanceof ZipFault)) throw error;
		const details = {
			path,
			reason: printable(error.message)
		};
		if (error.kind === "not-a-zip") throw appError("MAPPING_NOT_WORKBOOK", details, { cause: error });
		if (error.kind === "too-large") throw appError("MAPPING_TOO_LARGE", details, { cause: error });
		throw appError("MAPPING_MALFORMED", details, { cause: error });
	}
}
function refuseMacros(entries, path) {
	const macros = entries.find((entry) => /(?:vbaProject\.bin|\/macrosheets\/.*)$/i.test(entry.name));
	if (macros !== void 0) throw appError("MAPPING_MACROS", {
		path,
		part: printable(macros.name)
	});
	if (entries.find((entry) => entry.name === "[Content_Types].xml")?.data.includes("macroEnabled") === true) throw appError("MAPPING_MACROS", {
		path,
		part: "the macro-enabled content type"
	});
}
function countElements(xml) {
	let count = 0;
	for (let at = xml.indexOf("<"); at !== -1; at = xml.indexOf("<", at + 1)) count += 1;
	return count;
}
function checkPart({ name, xml, path, lost }) {
	if (/<!DOCTYPE/i.test(xml)) throw appError("MAPPING_MALFORMED", {
		path,
		reason: `its part ${printable(name)} has a document type`
	});
	for (const tag of startTags(xml)) if (LOST_ELEMENTS.has(tag.name)) lost.add(`${tag.name} in ${printable(name)}`);
	if (/^xl\/worksheets\/[^/]*\.xml$/.test(name)) checkSheetSize(xml, {
		path,
		part: name
	});
	if (name === "xl/workbook.xml") checkDefinedNames(xml, path);
}
// src/airec/workbook.ts
/** Any fixed time would do: the clock in a file would make equal workbooks differ. */
const FIXED_TIME = new Date(Date.UTC(1980, 0, 1));
/** An empty workbook. exceljs is loaded on first use, for it takes a tenth of a second. */
async function createWorkbook() {
	const { default: WorkbookClass } = await import("./workbook.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const workbook = new WorkbookClass();
	workbook.creator = "airec-https";
	workbook.lastModifiedBy = "airec-https";
	workbook.created = FIXED_TIME;
	workbook.modified = FIXED_TIME;
	return workbook;
}
/**
* Parses an archive that went through `guardWorkbook`.
*
* @throws MAPPING_MALFORMED
*/
async function parseWorkbook(archive, path) {
	const workbook = await createWorkbook();
	try {
		await workbook.xlsx.load(archive);
	} catch (error) {
		const reason = printable(error instanceof Error ? error.message : String(error));
		throw appError("MAPPING_MALFORMED", {
			path,
			reason
		}, { cause: error });
	}
	return workbook;
}
/** The bytes of an .xlsx file; equal workbooks give equal bytes on every machine. */
async function serializeWorkbook(workbook) {
	workbook.created = dateOr(workbook.created);
	workbook.modified = dateOr(workbook.modified);
	return fixZipTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}
function dateOr(date) {
	return date instanceof Date && !Number.isNaN(date.getTime()) ? date : FIXED_TIME;
}
// src/airec/write-atomically.ts
const DEFAULT_MODE = 420;
/**
* Replaces the file at `target` by `content`, whole or not at all; readers see the old or the new one. The
* permissions stay, and a symbolic link goes on pointing where it did.
*
* @throws MAPPING_NOT_WRITABLE
*/
async function writeAtomically(target, content) {
	try {
		const file = await realpath(target).catch(() => target);
		const mode = await stat(file).then((status) => status.mode & 511, () => DEFAULT_MODE);
		const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
		try {
			await writeDurably(temporary, {
				content,
				mode
			});
			await rename(temporary, file);
		} catch (error) {
			await rm(temporary, { force: true });
			throw error;
		}
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw appError("MAPPING_NOT_WRITABLE", {
			path: target,
			reason
		}, {
			location: { file: target },
			cause: error
		});
	}
}
/** On the disk before it is renamed, so that a crash leaves no empty file under the name. */
async function writeDurably(file, { content, mode }) {
	const handle = await open(file, "wx", mode);
	try {
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
}
// src/airec/mapping-file.ts
const MAX_FILE_BYTES = 10485760;
/**
* The rows of the workbook at `path` (absolute); undefined when there is no such file. Writes nothing.
*
* @throws MAPPING_DOMAIN_NOT_EXACT for a row that means one of `endpoints` but spells it otherwise
* @throws MAPPING_… for everything that is not a plain mapping, several row problems as AppErrors
*/
async function readMapping(path, endpoints = []) {
	const opened = await openMapping(path);
	if (opened === void 0) return void 0;
	try {
		const rows = readRows(opened.source);
		throwProblems(findInexactDomains(opened.source, rows, endpoints));
		return {
			sheet: opened.source.sheet.name,
			rows
		};
	} catch (error) {
		throw await inTwin(error, path);
	}
}
/** The problem at its line of the text beside the workbook, where there is one: a workbook has no lines to mark. */
async function inTwin(error, path) {
	const file = tsvPathOf(path);
	const hasTwin = await isThere(file);
	const relocated = (each) => {
		const line = each.location?.line;
		return hasTwin && line !== void 0 ? relocate(each, {
			file,
			line
		}) : each;
	};
	if (error instanceof AppErrors) return new AppErrors(error.errors.map(relocated));
	return error instanceof AppError ? relocated(error) : error;
}
/**
* Has the workbook at `path` (absolute) map each of `entries`, one row a domain and port, and the .tsv twin
* say the same. The file is created when missing, and not touched when it says so already. Everything else in
* it stays: other rows, columns, sheets, styles. Putting an earlier certificate id back is the same call.
*
* @throws MAPPING_DOMAIN_NOT_EXACT for a row that means an entry's domain but spells it otherwise
* @throws MAPPING_NOT_PRESERVED when a change would lose charts and the like; then nothing is written
* @throws MAPPING_NOT_WRITABLE, and as `readMapping`
*/
async function updateMapping(path, entries) {
	const opened = await openMapping(path);
	const source = opened?.source ?? addMappingSheet(await createWorkbook(), path);
	throwProblems(findInexactDomains(source, readRows(source), entries));
	const changed = applyEntries(source, entries) || opened === void 0;
	if (changed) {
		const lost = opened?.lost ?? [];
		if (lost.length > 0) throw appError("MAPPING_NOT_PRESERVED", {
			path,
			parts: lost.slice(0, 5).join(", ")
		});
		await writeAtomically(path, await serializeWorkbook(source.sheet.workbook));
	}
	const tsvPath = tsvPathOf(path);
	await writeTwin(tsvPath, formatTsv(readRows(source)));
	return {
		changed,
		tsvPath
	};
}
async function writeTwin(path, content) {
	if (await readFile(path, "utf8").catch(() => void 0) !== content) await writeAtomically(path, content);
}
async function isThere(file) {
	try {
		await access(file);
		return true;
	} catch {
		return false;
	}
}
async function openMapping(path) {
	const opened = await openMappingWorkbook(path);
	return opened && {
		source: findMappingSheet(opened.workbook, path),
		lost: opened.lost
	};
}
/** The workbook at `path`, whatever its sheets hold, with what a change would lose; undefined: there is no such file. */
async function openMappingWorkbook(path) {
	const bytes = await readBounded(path);
	if (bytes === void 0) return void 0;
	const { archive, lost } = guardWorkbook(bytes, path);
	return {
		workbook: await parseWorkbook(archive, path),
		lost
	};
}
async function readBounded(path) {
	try {
		const { size } = await stat(path);
		if (size > MAX_FILE_BYTES) {
			const reason = `it has ${String(size)} bytes, at most ${String(MAX_FILE_BYTES)} are read`;
			throw appError("MAPPING_TOO_LARGE", {
				path,
				reason
			});
		}
		return await readFile(path);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT") return void 0;
		if (code === "EISDIR") throw appError("MAPPING_UNREADABLE", {
			path,
			reason: "it is a folder"
		}, { cause: error });
		if (code === "EACCES") throw appError("MAPPING_UNREADABLE", {
			path,
			reason: "permission denied"
		}, { cause: error });
		throw error;
	}
}
export { rowOf as _, findInexactDomains as a, throwProblems as c, cellText as d, describeCell as f, PROTOCOL as g, COLUMNS as h, serializeWorkbook as i, cellAt as l, tsvPathOf as m, readMapping as n, applyEntries as o, formatTsv as p, updateMapping as r, readRows as s, openMappingWorkbook as t, findMappingSheet as u, ZipFault as v, readZip as y };
