import { a as setOutputs, n as log, o as showAnnotations, t as appendSummary } from "./runner.js";
import { r as foldAnnotations } from "./annotations.js";
import { a as visible, c as isQuiet, d as spansOf, f as nameOfPlanned, i as writeRunnerReport, l as planSummary, o as firstOf, p as planVerdictLine, s as fitting, t as runPlan, u as isSigned } from "./plan.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { t as createPaint } from "./paint.js";
import { y as createProgress } from "./rehearse.js";
import { g as string, l as int, p as object } from "./format.js";
import { i as writeStickyComment, n as escapeHtml, r as escapeMarkdown, t as codeSpan } from "./markdown-escape.js";
import { n as openRole, t as openRepository } from "./repository.js";
import { i as exitCodeOfPlan } from "./exit-code.js";
import { r as AppError } from "./catalogue.js";
import { readFile } from "node:fs/promises";
// src/reports/plan-annotations.ts
/** What to mark for a plan, where a person has to edit: what forbids deploying first, then what to know. */
function annotatePlan({ endpoints, errors }) {
	return foldAnnotations([...errors.map((error) => annotateError(error, void 0)), ...endpoints.flatMap((endpoint) => [...endpoint.errors.map((error) => annotateError(error, endpoint)), ...annotateFindings(endpoint)])]);
}
function annotateError({ code, problem, help, location }, endpoint) {
	const message = `${endpoint ? `${nameOfPlanned(endpoint)}: ` : ""}${problem}\n${help}`;
	const where = location ?? endpoint?.location;
	return {
		level: "error",
		title: code,
		message,
		location: where && toLocation(where)
	};
}
function annotateFindings(endpoint) {
	return problemsOf(endpoint).map((problem) => ({
		level: problem.severity === "error" ? "error" : "warning",
		title: problem.id,
		message: `${nameOfPlanned(endpoint)}${placeOf(problem)}: ${problem.problem}\n${problem.help}`,
		location: toLocation(problem.location ?? endpoint.location)
	}));
}
/** Zod's optional values may be undefined, those of a location may only be absent. */
function toLocation({ file, line, column }) {
	return {
		file,
		...line === void 0 ? {} : { line },
		...column === void 0 ? {} : { column }
	};
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
	const print = fingerprint === void 0 ? "" : ` (${plain(fingerprint, LONGEST_LABEL)})`;
	const below = note === "" ? "" : `<br/>${plain(note, LONGEST_NOTE)}`;
	return `${SIGNS[mark]} ${plain(label, LONGEST_LABEL)}${print}${below}`;
}
/** Text between quotes of Mermaid: letters, digits and what has no meaning there. */
function plain(text, most) {
	const shown = visible(text);
	return (shown.length > most ? `${shown.slice(0, most)}…` : shown).toWellFormed().replaceAll(/[^\p{L}\p{M}\p{N} .,:=*/()…-]/gu, "_").replaceAll("://", ":");
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
	const lines = rows.map((cells) => rowOf(cells.map(cellOf)));
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
	return [...items.map(cellOf), ...rest === void 0 ? [] : [rest]].map((item) => `- ${item}`).join("\n");
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
function cellOf(cell) {
	return isSigned(cell) ? `${ICONS[cell.sign]} ${markdownOf(cell.text)}` : markdownOf(cell);
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
	const url = URL.parse(text);
	if (url === null || !/^https?:$/.test(url.protocol)) return void 0;
	return url.href.replaceAll(/[()|`\\<>"'*_[\]~]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
// src/commands/plan/comment.ts
/**
* Keeps the one comment on the pull request of this run up to date; where there is nothing to tell and was nothing told, none
* is made. Returns what became of it, one line: a plan does not fail for a comment, which a fork's token may not write.
*/
async function commentPlan(report, pullRequest, environment) {
	if (!pullRequest) return "No comment: this run is for no pull request.";
	const { number } = pullRequest;
	const github = openRepository(environment);
	if (!github) return "No comment: there is no token.";
	const body = renderMarkdown(planSummary(report, { withTimes: false }), { mostBytes: COMMENT_BYTES });
	try {
		const order = {
			number,
			name: "plan",
			body,
			isNew: !isQuiet(report)
		};
		return WORDS[await writeStickyComment(github, order)].replace("#", `#${number}`);
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return `No comment on #${number}, the job summary has it all: ${error.message}`;
	}
}
const WORDS = {
	created: "The plan is told on #.",
	updated: "The comment on # is up to date again.",
	none: "Nothing new to tell on #."
};
// src/commands/plan/pull-request.ts
const event = object({ pull_request: object({
	number: int().positive(),
	/** Null: that repository is gone. */
	head: object({ repo: object({ full_name: string() }).nullable() })
}) });
/** That of the event that started the run; undefined: it is about none. */
async function readPullRequest({ GITHUB_EVENT_PATH: file, GITHUB_REPOSITORY: repository = "" }) {
	if (!file) return void 0;
	try {
		const { number, head } = event.parse(JSON.parse(await readFile(file, "utf8"))).pull_request;
		return {
			number,
			isForeign: head.repo?.full_name.toLowerCase() !== repository.toLowerCase()
		};
	} catch {
		return;
	}
}
// src/commands/plan/action.ts
/** `command: plan` of the Action: outputs, job summary, annotations, one comment; returns the exit code. */
async function run({ configFile, failOn, role }) {
	const pullRequest = await readPullRequest(process.env);
	const report = await runPlan({
		configFile,
		offline: false,
		isForeign: pullRequest?.isForeign,
		environment: process.env,
		listener: createProgress(log, createPaint(false)),
		openCredentials: (config) => openRole(role, config, process.env)
	});
	setOutputs({
		status: report.verdict,
		changed: "false",
		"report-path": await writeRunnerReport("airec-https-plan.json", report)
	});
	await appendSummary(renderMarkdown(planSummary(report, { withTimes: true }), { mostBytes: SUMMARY_BYTES }));
	showAnnotations(annotatePlan(report));
	log(planVerdictLine(report));
	log(await commentPlan(report, pullRequest, process.env));
	return exitCodeOfPlan(report, failOn);
}
export { run };
