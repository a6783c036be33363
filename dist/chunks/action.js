import { a as setOutputs, n as log, o as showAnnotations, t as appendSummary } from "./runner.js";
import { t as annotate } from "./annotations.js";
import { n as formatDuration, t as countOf } from "./format.js";
import { i as writeStickyComment, n as escapeHtml, r as escapeMarkdown, t as codeSpan } from "./markdown-escape.js";
import { b as OUTCOME_WORDS, p as toReport, y as createProgress } from "./rehearse.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { _ as verdictOf, g as verdictLine, h as reasonOf, m as isBlocked } from "./open-world.js";
import { t as createPaint } from "./paint.js";
import { n as openRole, t as openRepository } from "./repository.js";
import { t as runDeploy } from "./deploy.js";
import { r as findMergedFixes, t as collect } from "./collect.js";
import { n as exitCodeOf } from "./exit-code.js";
import { t as VERSION } from "./version.js";
import path from "node:path";
import { mkdir, writeFile } from "node:fs/promises";
// src/reports/markdown.ts
/** GitHub takes 1 MiB a step; the rest is for what others may add. */
const MOST_BYTES = 921600;
const ICONS = {
	healthy: "✅",
	degraded: "⚠️",
	broken: "❌",
	unknown: "❔",
	planned: "📝"
};
/** The job summary: one verdict line, a table of the endpoints, a fold for each problem, the steps. */
function renderMarkdown(report) {
	const head = [`## ${report.dryRun ? "airec-https: plan" : "airec-https: deployment"}`, `${ICONS[verdictOf(report)]} ${escapeMarkdown(verdictLine(report))}`];
	const table = report.dryRun ? renderPlan(report) : renderTable(report);
	const sections = [...report.endpoints.flatMap((endpoint) => renderProblems(endpoint, report.dryRun)), renderSteps(report)];
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
		`${ICONS[endpoint.status]} ${endpoint.status}`,
		endpoint.certificateId ? codeSpan(endpoint.certificateId) : "–",
		endpoint.intendedLeaf ? codeSpan(endpoint.intendedLeaf.slice(0, 12)) : "–",
		validUntil(endpoint),
		asIntended(endpoint),
		endpoint.rolledBack ? "rolled back" : endpoint.changed ? "yes" : "no"
	]));
}
/** How many addresses serve what was meant, `1 of 2`. */
function asIntended({ addresses }) {
	if (addresses.length === 0) return "–";
	return `${addresses.filter((each) => each.accepted && each.servesIntended).length} of ${addresses.length}`;
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
	], endpoints.flatMap((endpoint) => {
		const name = codeSpan(`${endpoint.domain}:${endpoint.port}`);
		if (isBlocked(endpoint)) return [[
			name,
			"–",
			"–",
			"**blocked**",
			escapeMarkdown(reasonOf(endpoint))
		]];
		return endpoint.plan.map(({ step, subject, decision, reason }) => [
			name,
			step,
			escapeMarkdown(subject),
			decision === "do" ? "**do**" : "skip",
			escapeMarkdown(reason)
		]);
	}));
}
function formatRows(heading, rows) {
	return [
		heading,
		heading.map(() => "---"),
		...rows
	].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function renderProblems(endpoint, dryRun) {
	const { error } = endpoint;
	const name = `${endpoint.domain}:${endpoint.port}`;
	const now = dryRun && !isBlocked(endpoint) ? ", at present" : "";
	const problems = problemsOf(endpoint).map((problem) => renderProblem(problem, `${name}${now}`));
	return error ? [renderError(error, name), ...problems] : problems;
}
function renderError({ code, problem, help, requestId }, name) {
	const request = requestId ? [`RequestId ${codeSpan(requestId)}`] : [];
	return renderFold(`❌ ${name}: ${problem}`, [
		`**What to do:** ${escapeMarkdown(help)}`,
		codeSpan(code),
		...request
	]);
}
function renderProblem(each, name) {
	const icon = each.severity === "error" ? "❌" : "⚠️";
	const words = (each.clientWords ?? []).map((client) => `- ${codeSpan(client)}`).join("\n");
	return renderFold(`${icon} ${name}: ${each.problem}`, [
		`**What to do:** ${escapeMarkdown(each.help)}`,
		`${codeSpan(each.id)}${placeOf(each, codeSpan)}`,
		...words ? [`What users see:\n\n${words}`] : []
	]);
}
/** A summary is HTML, which Markdown leaves alone; the paragraphs below it are Markdown. */
function renderFold(summary, paragraphs) {
	return `<details open><summary>${escapeHtml(summary)}</summary>\n\n${paragraphs.join("\n\n")}\n\n</details>`;
}
function renderSteps({ steps, durationMs }) {
	const rows = steps.map(({ title, endpoint, outcome, durationMs: took }) => [
		escapeMarkdown(title),
		endpoint ? codeSpan(endpoint) : "–",
		OUTCOME_WORDS[outcome],
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
// src/reports/deploy-comment.ts
/** GitHub takes 65,536 characters a comment. */
const MAX_ROWS = 100;
const MAX_PROBLEMS = 20;
/**
* What a deployment came to, for the merged pull request that it deployed: what every address was seen to serve, and
* what is left to do. `runUrl`: of the run; undefined: there is none.
*/
function renderDeployComment(report, runUrl) {
	const rows = report.endpoints.flatMap(({ domain, port, addresses }) => addresses.map(({ address, accepted, leaf, receivedChain, httpStatus }) => `| ${codeSpan(`${domain}:${port}`)} | ${codeSpan(address)} | ${leaf === void 0 ? "no handshake" : codeSpan(leaf.slice(0, 12))} | ${receivedChain?.length ?? ""} | ${acceptedWords(accepted)} | ${httpStatus ?? ""} |`));
	const problems = report.endpoints.flatMap((endpoint) => [...endpoint.error ? [problemLine({
		...endpoint.error,
		addresses: []
	})] : [], ...problemsOf(endpoint).map(problemLine)]);
	return [
		`## Deployed: ${escapeMarkdown(verdictLine(report))}`,
		"Seen in handshakes with every address after the deployment:",
		[...["| endpoint | address | leaf | certificates | clients without help | HTTP |", "| --- | --- | --- | --- | --- | --- |"], ...rows.slice(0, MAX_ROWS)].join("\n"),
		...more(rows.length - MAX_ROWS, ["more address", "more addresses"]),
		...problems.length > 0 ? [problems.slice(0, MAX_PROBLEMS).join("\n")] : [],
		...more(problems.length - MAX_PROBLEMS, ["more problem", "more problems"]),
		...runUrl === void 0 ? [] : [`[The run](${runUrl}) has every step.`]
	].join("\n\n");
}
/** What is wrong, where, in the words of which clients, and what to do. */
function problemLine({ problem, help, addresses, clientWords = [] }) {
	const clients = clientWords.length > 0 ? ` (${clientWords.join("; ")})` : "";
	return `- ${escapeMarkdown(`${problem}${clients}`)}${placeOf({ addresses }, codeSpan)}: ${escapeMarkdown(help)}`;
}
function acceptedWords(accepted) {
	if (accepted === null) return "could not be determined";
	return accepted ? "✓ accept it" : "✗ do not all accept it";
}
function more(count, [one, many]) {
	return count > 0 ? [`${countOf(count, one, many)} in the report.`] : [];
}
// src/commands/deploy/tell-fixes.ts
/**
* Reports the proof back on the merged pull requests of the monitor that this commit deploys. Returns what could not be
* done: a deployment does not fail for it.
*/
async function tellFixes(report, environment) {
	const { GITHUB_SHA: commit, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
	const github = openRepository(environment);
	if (!github || !commit || report.dryRun) return [];
	const server = environment["GITHUB_SERVER_URL"];
	const runUrl = server && run ? `${server}/${repository}/actions/runs/${run}` : void 0;
	const untold = [];
	const hear = (number) => (error) => void untold.push({
		number,
		error
	});
	const fixes = await collect(hear(void 0), () => findMergedFixes(github, commit));
	for (const { number } of fixes ?? []) {
		const comment = {
			number,
			name: "deployed",
			body: renderDeployComment(report, runUrl)
		};
		await collect(hear(number), () => writeStickyComment(github, comment));
	}
	return untold;
}
// src/commands/deploy/action.ts
/** `command: deploy` of the Action: outputs, job summary, annotations; returns the exit code. */
async function run({ configFile, dryRun, failOn, role }) {
	const listener = createProgress(log, createPaint(false));
	const openCredentials = (config) => openRole(role, config, process.env);
	const outcome = await runDeploy({
		configFile,
		dryRun,
		environment: process.env,
		listener,
		openCredentials
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
	for (const { number, error } of await tellFixes(report, process.env)) if (number === void 0) log(`Whether a merged fix waits for this proof is not known: ${error.message}`);
	else showAnnotations([untoldOn(number, error)]);
	return exitCodeOf(report, failOn);
}
function untoldOn(number, { code, message, help }) {
	return {
		level: "warning",
		title: code,
		message: `The proof is not on pull request #${number}: ${message}\n${help}`,
		location: void 0
	};
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
