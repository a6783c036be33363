import { i as log, o as setOutputs, r as appendSummary, s as showAnnotations, t as annotate } from "./annotations.js";
import { a as createProgress, i as toReport, o as countOf, r as verdictLine, s as formatDuration, t as runDeploy } from "./deploy.js";
import { t as createPaint } from "./paint.js";
import { n as exitCodeOf } from "./exit-code.js";
import { r as VERSION } from "./render.js";
import path from "node:path";
import { mkdir, writeFile } from "node:fs/promises";
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
// src/reports/markdown.ts
/** GitHub takes 1 MiB a step; the rest is for what others may add. */
const MOST_BYTES = 921600;
const STATUS_ICONS = {
	healthy: "✅",
	degraded: "⚠️",
	broken: "❌",
	unknown: "❔"
};
/** The job summary: one verdict line, a table of the endpoints, a fold for each that is not well, the steps. */
function renderMarkdown(report) {
	const head = [`## ${report.dryRun ? "airec-https: plan" : "airec-https: deployment"}`, `${STATUS_ICONS[report.status]} ${escapeMarkdown(verdictLine(report))}`];
	const table = report.dryRun ? renderPlan(report) : renderTable(report);
	const sections = [...report.endpoints.flatMap(renderFold), renderSteps(report)];
	return limit([...head, table], sections);
}
function renderTable({ endpoints }) {
	return formatRows([
		"Endpoint",
		"Status",
		"Certificate",
		"Leaf",
		"Valid until",
		"Addresses",
		"Changed"
	], endpoints.map((endpoint) => [
		codeSpan(`${endpoint.domain}:${endpoint.port}`),
		`${STATUS_ICONS[endpoint.status]} ${endpoint.status}`,
		endpoint.certificateId ? codeSpan(endpoint.certificateId) : "–",
		endpoint.intendedLeaf ? codeSpan(endpoint.intendedLeaf.slice(0, 12)) : "–",
		validUntil(endpoint),
		`${endpoint.addresses.filter((each) => each.accepted && each.servesIntended).length} of ${endpoint.addresses.length}`,
		endpoint.rolledBack ? "rolled back" : endpoint.changed ? "yes" : "no"
	]));
}
/** The day on which the first leaf that is served ends, `2026-12-01`. */
function validUntil({ addresses }) {
	return addresses.flatMap(({ notAfter }) => notAfter ? [notAfter] : []).toSorted()[0]?.slice(0, 10) ?? "–";
}
function renderPlan({ endpoints }) {
	return formatRows([
		"Endpoint",
		"Step",
		"Subject",
		"Decision",
		"Reason"
	], endpoints.flatMap(({ domain, port, plan }) => plan.map(({ step, subject, decision, reason }) => [
		codeSpan(`${domain}:${port}`),
		step,
		escapeMarkdown(subject),
		decision === "do" ? "**do**" : "skip",
		escapeMarkdown(reason)
	])));
}
function formatRows(heading, rows) {
	return [
		heading,
		heading.map(() => "---"),
		...rows
	].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function renderFold(endpoint) {
	const { domain, port, findings, error } = endpoint;
	const problems = findings.filter(({ severity }) => severity !== "info");
	if (problems.length === 0 && !error) return [];
	const summary = `<summary>${domain}:${port}: ${countOf(problems.length + (error ? 1 : 0), "problem")}</summary>`;
	const lines = problems.map(renderFinding);
	if (error) {
		const request = error.requestId ? ` (RequestId ${codeSpan(error.requestId)})` : "";
		lines.unshift(`- **${error.code}**: ${escapeMarkdown(error.problem)}${request}\n  → ${escapeMarkdown(error.help)}`);
	}
	return [`<details open>${summary}\n\n${lines.join("\n")}\n\n</details>`];
}
function renderFinding({ id, severity, problem, help, address, clientWords = [] }) {
	const where = address ? ` at ${codeSpan(address)}` : "";
	const words = clientWords.map((each) => `\n  - ${codeSpan(each)}`).join("");
	return `- ${severity === "error" ? "❌" : "⚠️"} **${id}**${where}: ${escapeMarkdown(problem)}\n  → ${escapeMarkdown(help)}${words}`;
}
function renderSteps({ steps, durationMs }) {
	const rows = steps.map(({ title, endpoint, outcome, durationMs: took }) => [
		escapeMarkdown(title),
		endpoint ? codeSpan(endpoint) : "–",
		outcome,
		formatDuration(took)
	]);
	return `<details>${`<summary>${countOf(steps.length, "step")} in ${formatDuration(durationMs)}</summary>`}\n\n${formatRows([
		"Step",
		"Endpoint",
		"Outcome",
		"Took"
	], rows)}\n\n</details>`;
}
/** As many sections as fit; what does not is said. */
function limit(head, sections) {
	const kept = [...head];
	let bytes = Buffer.byteLength(head.join("\n\n"));
	for (const [index, section] of sections.entries()) {
		bytes += Buffer.byteLength(section) + 2;
		if (bytes > MOST_BYTES) {
			kept.push(`${countOf(sections.length - index, "more section")} in the report.`);
			break;
		}
		kept.push(section);
	}
	return `${kept.join("\n\n")}\n`;
}
// src/commands/deploy-action.ts
/** `command: deploy` of the Action: outputs, job summary, annotations; returns the exit code. */
async function run({ configFile, dryRun, failOn }) {
	const listener = createProgress(log, createPaint(false));
	const outcome = await runDeploy({
		configFile,
		dryRun,
		environment: process.env,
		listener
	});
	const report = toReport(outcome, VERSION);
	const reportPath = await writeReport(`${JSON.stringify(report, void 0, 2)}\n`);
	const ids = report.endpoints.flatMap(({ domain, port, certificateId }) => certificateId ? [[`${domain}:${port}`, certificateId]] : []);
	setOutputs({
		status: report.status,
		changed: String(report.changed),
		"certificate-ids": JSON.stringify(Object.fromEntries(ids)),
		"report-path": reportPath
	});
	await appendSummary(renderMarkdown(report));
	showAnnotations(annotate(report));
	log(verdictLine(report));
	return exitCodeOf(report, failOn);
}
/** Beside the runner's other temporary files, so that it is not committed by accident. */
async function writeReport(json) {
	const folder = path.resolve(process.env["RUNNER_TEMP"] ?? ".");
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, "airec-https-report.json");
	await writeFile(file, json);
	return file;
}
export { run };
