import { t as appError } from "./catalogue.js";
import { i as redact } from "./render.js";
import { nt as readMaterial } from "./observe-endpoint.js";
import { a as fitting, f as spansOf, i as firstOf, r as visible, s as isSigned } from "./trust-anchors.js";
import { v as ZipFault, y as readZip } from "./mapping-file.js";
// src/github/identity.ts
const JOB_LOGIN = "github-actions[bot]";
/** Tokens of installations, the one of a job among them. They may not ask for the user, but for the viewer. */
const INSTALLATION_TOKEN = /^ghs_/;
const identities = /* @__PURE__ */ new WeakMap();
/** Asked once for each opened repository: one call. */
function identify(github) {
	const known = identities.get(github);
	if (known) return known;
	const identity = readLogin(github).then((login) => ({
		login,
		startsWorkflows: login !== JOB_LOGIN
	}));
	identities.set(github, identity);
	identity.catch(() => identities.delete(github));
	return identity;
}
function readLogin(github) {
	return github.call({
		does: "Asking GitHub whose the token is",
		needs: "contents: read"
	}, async (octokit) => {
		if (!INSTALLATION_TOKEN.test(github.token.reveal())) return (await octokit.rest.users.getAuthenticated()).data.login;
		const { viewer } = await octokit.graphql("query { viewer { login } }");
		return viewer.login;
	});
}
// src/github/key-material.ts
const ZIP_MAGIC = Buffer.from("504b0304", "hex");
/** As much of a workbook as is ever written by us, and more. */
const ZIP_LIMITS = {
	entries: 1e3,
	bytes: 67108864
};
/** Also as a mention: nothing that we write speaks of keys in these words. */
const KEY_BOUNDARY = /BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File-/;
/**
* The last look at whatever leaves for GitHub: a private key in any form that is known (PEM, DER, PKCS#12, base64 of
* one, a part of a workbook) or a registered secret, also in UTF-16. `where` names it in the error.
*
* @throws GITHUB_KEY_MATERIAL; a workbook that cannot be looked into counts as one
*/
function refuseKeyMaterial(where, content) {
	if (holdsSecret(typeof content === "string" ? Buffer.from(content) : Buffer.from(content), where)) throw appError("GITHUB_KEY_MATERIAL", { where });
}
function holdsSecret(bytes, where) {
	if (bytes.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) return zipHoldsSecret(bytes, where);
	if ([
		bytes.toString("utf8"),
		bytes.toString("latin1"),
		bytes.toString("utf16le")
	].some((text) => KEY_BOUNDARY.test(text) || redact(text) !== text)) return true;
	return readMaterial(bytes, where).contents.some(({ kind }) => kind === "private key" || kind === "PKCS#12 file");
}
function zipHoldsSecret(bytes, where) {
	try {
		return readZip(bytes, ZIP_LIMITS).some(({ data }) => holdsSecret(data, where));
	} catch (error) {
		if (error instanceof ZipFault) return true;
		throw error;
	}
}
// src/github/sticky-comment.ts
/**
* Writes a comment, or makes the one of this name say `body`: found again by a marker that people do not see, and only
* among comments of our own. A call whose answer was lost is not repeated: the next run finds what came of it.
*
* @throws GITHUB_KEY_MATERIAL
*/
async function writeStickyComment(github, { number, name, body, isNew = true }) {
	refuseKeyMaterial(`The comment on #${number}`, body);
	const marker = `<!-- airec-https:comment ${name} -->`;
	const text = `${body.trimEnd()}\n\n${marker}\n`;
	const found = await findComment(github, number, marker);
	if (found ? found.body.trimEnd() === text.trimEnd() : !isNew) return "none";
	const step = {
		does: `Commenting on #${number} of ${github.fullName}`,
		needs: "pull-requests: write"
	};
	await github.call(step, async ({ rest: { issues } }) => {
		const content = {
			...github.repository,
			body: text,
			request: { retries: 0 }
		};
		await (found ? issues.updateComment({
			...content,
			comment_id: found.id
		}) : issues.createComment({
			...content,
			issue_number: number
		}));
	});
	return found ? "updated" : "created";
}
async function findComment(github, number, marker) {
	const { login } = await identify(github);
	const step = {
		does: `Reading the comments on #${number} of ${github.fullName}`,
		needs: "pull-requests: read"
	};
	return github.call(step, async (octokit) => {
		const query = {
			...github.repository,
			issue_number: number,
			per_page: 100
		};
		for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, query)) {
			const own = data.find(({ user, body }) => user?.login === login && body?.includes(marker));
			if (own) return {
				id: own.id,
				body: own.body ?? ""
			};
		}
	});
}
// src/reports/markdown-escape.ts
/**
* Text from anywhere as literal text in GitHub's Markdown, inside a paragraph or a table cell: nothing in it
* becomes markup, HTML, a link, a mention, a reference or a new cell.
*/
function escapeMarkdown(text) {
	return text.replaceAll(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[\\`*_{}[\]()#+!|~-]/g, String.raw`\$&`).replaceAll(/@|#(?=\w)/g, "$&&#8203;").replaceAll("://", ":&#8203;//").replaceAll(/\bwww(?=\.)/gi, "$&&#8203;");
}
/**
* Text as code on one line, in a paragraph or a table cell. A code span does not survive backticks, and in a
* table neither pipes nor backslashes: text with one of them is escaped within an element instead.
*/
function codeSpan(text) {
	const content = text.replaceAll(/\s+/g, " ");
	return content !== "" && content === content.trim() && !/[`|\\]/.test(content) ? `\`${content}\`` : `<code>${escapeMarkdown(content)}</code>`;
}
/** Text as literal text on one line of HTML in GitHub's Markdown: an entity for everything that could be markup. */
function escapeHtml(text) {
	return text.replaceAll(/\s+/g, " ").replaceAll(/@|#(?=\w)|:(?=\/\/)|\bwww(?=\.)/gi, "$&​").replaceAll(/[&<>"'`*_~[\]|\\]/g, (character) => `&#${character.charCodeAt(0)};`);
}
// src/reports/summary/mermaid.ts
const LONGEST_LABEL = 80;
const LONGEST_NOTE = 120;
const SIGNS = {
	used: "✓",
	missing: "✗",
	wrong: "!",
	known: "·"
};
/** Borders alone: GitHub draws on light and on dark. */
const STYLES = [
	["missing", "stroke:#d1242f,stroke-width:2px,stroke-dasharray:5 4"],
	["wrong", "stroke:#bf8700,stroke-width:2px"],
	["known", "stroke-dasharray:2 3"]
];
/** Chains side by side as a Mermaid flowchart, the leaf at the bottom, in a fence of GitHub's Markdown. */
function renderMermaid(chains) {
	const shown = firstOf(chains, 4, "chain").items;
	const drawn = shown.map(drawChain);
	const marks = new Set(shown.flatMap(({ links }) => links.map(({ mark }) => mark)));
	const styles = STYLES.filter(([mark]) => marks.has(mark));
	return [
		"```mermaid",
		"flowchart LR",
		...drawn.flat(),
		...drawn.slice(1).map((_, index) => `  c${index} ~~~ c${index + 1}`),
		...styles.map(([mark, style]) => `  classDef ${mark} ${style}`),
		"```"
	].join("\n");
}
function drawChain({ title, links }, index) {
	const { items, rest } = firstOf(links, 20, "certificate");
	const id = `c${index}`;
	const nodes = items.map((link, place) => `    ${id}n${place}["${labelOf(link)}"]${classOf(link)}`);
	const end = rest === void 0 ? [] : [`    ${id}n${items.length}["${plain(rest, LONGEST_NOTE)}"]`];
	const all = [
		...nodes,
		...end,
		...items.length === 0 ? [`    ${id}n0["nothing"]`] : []
	];
	return [
		`  subgraph ${id}["${plain(title, LONGEST_LABEL)}"]`,
		"    direction BT",
		...all,
		...all.slice(1).map((_, place) => `    ${id}n${place} --> ${id}n${place + 1}`),
		"  end"
	];
}
function classOf({ mark }) {
	return mark === "used" ? "" : `:::${mark}`;
}
function labelOf({ mark, label, fingerprint, note }) {
	const print = fingerprint === void 0 ? "" : `<br/>${plain(fingerprint, LONGEST_LABEL)}`;
	const below = note === "" ? "" : `<br/>${plain(note, LONGEST_NOTE)}`;
	return `${SIGNS[mark]}\u{A0}${plain(label, LONGEST_LABEL)}${print}${below}`;
}
/** Text between quotes of Mermaid: letters, digits and what has no meaning there. Never empty, which is no text there. */
function plain(text, most) {
	const shown = visible(text).trim();
	return (shown.length > most ? `${shown.slice(0, most)}…` : shown).toWellFormed().replaceAll(/[^\p{L}\p{M}\p{N} .,:=*/()…-]/gu, "_").replaceAll(/\bhttps?:\/\//gi, "").replaceAll("://", ":").replaceAll(":fa-", ": fa-") || "–";
}
// src/reports/summary/markdown.ts
/** For a job summary: GitHub takes 1 MiB a step, and the rest is for what others may add. */
const SUMMARY_BYTES = 921600;
/** For a comment or the text of a pull request: GitHub takes 65,536 characters. */
const COMMENT_BYTES = 6e4;
/** As GitHub shows them. */
const ICONS = {
	good: "✅",
	warning: "⚠️",
	bad: "❌",
	unknown: "❔",
	planned: "📝",
	skipped: "⏭️",
	info: "ℹ️"
};
const GAP = "\n\n";
/** In a narrow column the sign stays with its word. */
const UNBROKEN = "\xA0";
/** For the sentences on what is left out. */
const RESERVE = 200;
/**
* A summary in GitHub's Markdown, of at most `mostBytes` in UTF-8: rows of the table and whole sections are left out from
* the end, and it says how many.
*/
function renderMarkdown(summary, { mostBytes }) {
	const { title, sign, verdict, notes, table, closing } = summary;
	const head = [
		`## ${escapeMarkdown(visible(title))}`,
		`${ICONS[sign]} ${markdownOf(verdict)}`,
		...notes.map(markdownOf)
	];
	const foot = closing === void 0 ? [] : [markdownOf(closing)];
	const sections = summary.sections.map(renderSection);
	const room = mostBytes - bytesOf([...head, ...foot]) - RESERVE;
	const forTable = Math.max(Math.floor(room / 2), room - bytesOf(sections));
	const rows = table === void 0 || table.heading.length === 0 ? [] : renderRows(table, forTable);
	const most = room - bytesOf(rows);
	const { items, rest } = fitting(sections, {
		most,
		gap: 2,
		word: "section"
	});
	return `${[
		...head,
		...rows,
		...items,
		...rest === void 0 ? [] : [rest],
		...foot
	].join(GAP)}\n`;
}
function bytesOf(parts) {
	return parts.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
}
/** The table, and what is left out of it. */
function renderRows({ heading, rows }, most) {
	const head = [rowOf(heading.map((each) => markdownOf(each))), rowOf(heading.map(() => "---"))];
	const lines = rows.map((cells) => rowOf(cells.map((cell) => cellOf(cell, UNBROKEN))));
	const left = most - Buffer.byteLength(head.join("\n"));
	const { items, rest } = fitting(lines, {
		most: left,
		gap: 1,
		word: "row"
	});
	return [[...head, ...items].join("\n"), ...rest === void 0 ? [] : [rest]];
}
function rowOf(cells) {
	return `| ${cells.join(" | ")} |`;
}
/** A fold. Its title is HTML, which Markdown leaves alone; what is below is Markdown. */
function renderSection({ title, sign, isOpen, blocks }) {
	const summary = `<summary>${sign === void 0 ? "" : `${ICONS[sign]} `}${spansOf(title).map(htmlOf).join("")}</summary>`;
	return [
		`<details${isOpen ? " open" : ""}>${summary}`,
		...blocks.map(renderBlock).filter((block) => block !== ""),
		"</details>"
	].join(GAP);
}
/** A block in Markdown; empty when there is nothing in it. */
function renderBlock(block) {
	switch (block.kind) {
		case "paragraph": return cellOf(block.text);
		case "list": return renderList(block.items);
		case "table": {
			const { items, rest } = firstOf(block.table.rows, 100, "row");
			return [...renderRows({
				...block.table,
				rows: items
			}, 1e400), ...rest === void 0 ? [] : [rest]].join(GAP);
		}
		case "commands": return renderCommands(block.lines);
		case "chains": return block.chains.length === 0 ? "" : renderMermaid(block.chains);
	}
}
function renderList(all) {
	const { items, rest } = firstOf(all, 100, "line");
	return [...items.map((item) => cellOf(item)), ...rest === void 0 ? [] : [rest]].map((item) => `- ${item}`).join("\n");
}
/** In a fence that is longer than any row of backticks within. */
function renderCommands(lines) {
	const shown = lines.map(visible);
	const longest = Math.max(2, ...shown.join("\n").split(/[^`]+/).map(({ length }) => length));
	const fence = "`".repeat(longest + 1);
	return [
		`${fence}sh`,
		...shown,
		fence
	].join("\n");
}
/** `gap`: between a sign and its text. */
function cellOf(cell, gap = " ") {
	return isSigned(cell) ? `${ICONS[cell.sign]}${gap}${markdownOf(cell.text)}` : markdownOf(cell);
}
function markdownOf(text) {
	return spansOf(text).map(spanOf).join("");
}
function spanOf(span) {
	if (typeof span === "string") return escapeMarkdown(visible(span));
	if ("code" in span) return codeSpan(visible(span.code));
	if ("strong" in span) return `**${escapeMarkdown(visible(span.strong).trim())}**`;
	const url = urlOf(span.url);
	const shown = escapeMarkdown(visible(span.link));
	return url === void 0 ? shown : `[${shown}](${url})`;
}
function htmlOf(span) {
	if (typeof span === "string") return escapeHtml(visible(span));
	if ("code" in span) return `<code>${escapeHtml(visible(span.code))}</code>`;
	if ("strong" in span) return `<b>${escapeHtml(visible(span.strong))}</b>`;
	return escapeHtml(visible(span.link));
}
/** The address as it may stand in a link, also in a table; undefined for one that is none of HTTP. */
function urlOf(text) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (!url || !/^https?:$/.test(url.protocol)) return void 0;
	return url.href.replaceAll(/[()|`\\<>"'*_[\]~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
export { renderMermaid as a, writeStickyComment as c, renderMarkdown as i, refuseKeyMaterial as l, SUMMARY_BYTES as n, codeSpan as o, renderBlock as r, escapeMarkdown as s, COMMENT_BYTES as t, identify as u };
