import { a as log, c as setOutputs, i as appendSummary, l as showAnnotations, t as annotate } from "./annotations.js";
import { m as verdictLine, p as deploySummary } from "./open-world.js";
import { c as writeStickyComment, i as renderMarkdown, n as SUMMARY_BYTES, o as codeSpan, s as escapeMarkdown } from "./markdown.js";
import { t as createPaint } from "./paint.js";
import { S as createProgress, g as toReport } from "./rehearse.js";
import { n as openRole, t as openRepository } from "./repository.js";
import { t as runDeploy } from "./deploy.js";
import { r as findMergedFixes, t as collect } from "./collect.js";
import { t as countOf } from "./format.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { n as exitCodeOf } from "./exit-code.js";
import { t as VERSION } from "./version.js";
import path from "node:path";
import { mkdir, writeFile } from "node:fs/promises";
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
	await appendSummary(renderMarkdown(deploySummary(report), { mostBytes: SUMMARY_BYTES }));
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
