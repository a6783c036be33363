import { a as log, c as setOutputs, i as appendSummary, l as showAnnotations, n as foldAnnotations, r as toLocation } from "./annotations.js";
import { a as planVerdictLine, i as nameOfPlanned, n as isQuiet, r as planSummary, t as runPlan } from "./plan.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { t as createPaint } from "./paint.js";
import { g as string, l as int, p as object } from "./format.js";
import { S as createProgress } from "./rehearse.js";
import { c as writeStickyComment, i as renderMarkdown, n as SUMMARY_BYTES, t as COMMENT_BYTES } from "./markdown.js";
import { n as openRole, t as openRepository } from "./repository.js";
import { i as exitCodeOfPlan } from "./exit-code.js";
import { r as writeRunnerReport } from "./report-file.js";
import { r as AppError } from "./catalogue.js";
import { readFile } from "node:fs/promises";
// src/reports/plan/plan-annotations.ts
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
