import { a as log, c as setOutputs, i as appendSummary, l as showAnnotations, n as foldAnnotations, r as toLocation } from "./annotations.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { g as verdictOf, h as verdictLine, m as deployFold, p as deploySummary } from "./open-world.js";
import { c as writeStickyComment, i as renderMarkdown, n as SUMMARY_BYTES, t as COMMENT_BYTES } from "./markdown.js";
import { t as createPaint } from "./paint.js";
import { S as createProgress, g as toReport } from "./rehearse.js";
import { n as openRole, t as openRepository } from "./repository.js";
import { r as writeRunnerReport } from "./report-file.js";
import { t as runDeploy } from "./deploy.js";
import { r as findMergedFixes, t as collect } from "./collect.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
import { t as STATUS_SIGNS } from "./summary-cells.js";
import { c as link, d as signed, m as tableOf, o as code } from "./trust-anchors.js";
import { n as exitCodeOf } from "./exit-code.js";
import { t as VERSION } from "./version.js";
// src/reports/deploy/deploy-annotations.ts
/**
* What to mark for a report: the worst first, the same problem at several addresses once, where nothing else is
* named on the endpoint in the configuration. A dry run marks what
* forbids deploying, not what deploying will mend.
*/
function annotate({ endpoints, dryRun }) {
	return foldAnnotations(endpoints.flatMap((endpoint) => [...errorOf(endpoint), ...problemsAt(endpoint, dryRun)]));
}
function errorOf({ domain, port, error, location }) {
	if (!error) return [];
	const message = `${domain}:${port}: ${error.problem}\n${error.help}`;
	return [{
		level: "error",
		title: error.code,
		message,
		location: toLocation(error.location ?? location)
	}];
}
function problemsAt(endpoint, dryRun) {
	const { domain, port, plan, location: where } = endpoint;
	return problemsOf(endpoint).filter(({ location }) => location !== void 0 || !dryRun || plan.length === 0).map((problem) => ({
		level: problem.severity === "error" ? "error" : "warning",
		title: problem.id,
		message: `${domain}:${port}${placeOf(problem)}: ${problem.problem}\n${problem.help}`,
		location: toLocation(problem.location ?? where)
	}));
}
// src/reports/deploy/deploy-comment.ts
/**
* What a deployment came to, for the merged pull request that it deployed: what every address was seen to serve, and
* what is left to do. `runUrl`: of the run; undefined: there is none.
*/
function renderDeployComment(report, runUrl) {
	const time = new Date(Date.parse(report.startedAt) + report.durationMs);
	const folds = report.endpoints.map((endpoint) => deployFold(endpoint, report, time));
	const summary = {
		title: "Deployed",
		sign: STATUS_SIGNS[verdictOf(report)],
		verdict: verdictLine(report),
		notes: ["Seen in handshakes with every address after the deployment:"],
		table: addressTable(report),
		sections: folds.filter((section) => section !== void 0),
		closing: runUrl === void 0 ? void 0 : [link("The run", runUrl), " has every step."]
	};
	return renderMarkdown(summary, { mostBytes: COMMENT_BYTES });
}
function addressTable({ endpoints }) {
	const rows = endpoints.flatMap(({ domain, port, addresses }) => addresses.map((address) => ({
		...address,
		endpoint: `${domain}:${port}`
	})));
	return tableOf(rows, [
		["Endpoint", ({ endpoint }) => code(endpoint)],
		["Address", ({ address }) => code(address)],
		["Leaf", ({ leaf }) => leaf === void 0 ? "no handshake" : code(shortFingerprint(leaf))],
		["Certificates", ({ receivedChain }) => receivedChain && String(receivedChain.length)],
		["Clients without help", ({ accepted }) => acceptedCell(accepted)],
		["HTTP", ({ httpStatus }) => httpStatus === void 0 ? void 0 : String(httpStatus)]
	]);
}
function acceptedCell(accepted) {
	if (accepted === null) return signed("unknown", "could not be determined");
	return accepted ? signed("good", "accept it") : signed("bad", "do not all accept it");
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
	const reportPath = await writeRunnerReport("airec-https-report.json", report);
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
export { run };
