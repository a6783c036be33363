import { r as exitCodeOfErrors } from "./exit-code.js";
import { r as foldAnnotations } from "./annotations.js";
import { r as loadConfig } from "./trust-anchors.js";
import { t as countOf } from "./format.js";
import { a as lookAtShard, l as renderLedger, o as writeShard, p as isRemovalNear } from "./store.js";
import { C as isTold, c as emptyState, o as daysLeftWords, s as deadlineWords } from "./parse-state.js";
import { r as escapeMarkdown, t as codeSpan } from "./markdown-escape.js";
import { t as redactTexts } from "./redact-texts.js";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { readFile } from "node:fs/promises";
// src/reports/monitor-report.ts
function toMonitorReport(facts) {
	const { startedAt, circumstances, delayMs, swept, state, messages } = facts;
	return redactTexts({
		version: 1,
		startedAt,
		vantage: circumstances.vantage,
		schedule: circumstances.schedule,
		delayMs,
		status: statusOf(swept),
		endpoints: swept,
		readiness: facts.readiness,
		incidents: state.incidents.filter(isTold).map(({ key, endpoint, cause, severity, firstSeen, links }) => ({
			id: key,
			endpoint,
			cause,
			severity,
			firstSeen,
			pullRequest: links.pullRequest?.number ?? null
		})),
		pullRequests: facts.fixes.map(({ path, operation, why, number, url }) => ({
			path,
			operation,
			why,
			...number === void 0 ? {} : { number },
			...url === void 0 ? {} : { url }
		})),
		messages,
		problems: facts.problems.map(({ code, message, help }) => ({
			code,
			problem: message,
			help
		}))
	});
}
/** The worst of all: a client that is refused says more than what nobody could tell. */
function statusOf(swept) {
	const verdicts = new Set(swept.map(({ verdict }) => verdict));
	if (verdicts.has("repairable") || verdicts.has("broken") || verdicts.has("unreachable")) return "broken";
	if (verdicts.has("unknown")) return "unknown";
	return verdicts.has("degraded") ? "degraded" : "healthy";
}
// src/reports/monitor-render.ts
/** GitHub takes 1 MiB a step. */
const MAX_ROWS = 200;
const MAX_LEDGERS = 20;
/** One line on the whole run: `1 of 6 endpoints broken: rec.example.com:443`. */
function monitorVerdict({ endpoints, status }) {
	const all = countOf(endpoints.length, "endpoint", "endpoints");
	if (status === "healthy") return `${all} healthy`;
	const worst = endpoints.filter(({ verdict }) => verdict !== "healthy" && verdict !== "degraded");
	const shown = worst.length > 0 ? worst : endpoints.filter(({ verdict }) => verdict === "degraded");
	const names = shown.slice(0, 5).map(({ name, verdict }) => `${name} is ${verdict}`);
	const more = shown.length > names.length ? `, and ${shown.length - names.length} more` : "";
	return `${shown.length} of ${all}: ${names.join(", ")}${more}`;
}
/** Lines for a terminal or a log: what is not well, what mends it, and what was done. */
function renderMonitor(report) {
	return [
		...report.endpoints.filter(isUnwell).flatMap(endpointLines),
		...report.pullRequests.map(fixLine),
		...report.problems.flatMap(({ code, problem, help }) => [`${code}: ${problem}`, `  ${help}`]),
		monitorVerdict(report)
	];
}
/** The job summary, in Markdown; undefined when there is nothing to see, and nothing near. */
function renderMonitorSummary(report) {
	const readiness = new Map(report.readiness.map((each) => [each.name, each.deadlines]));
	const unwell = report.endpoints.filter(isUnwell);
	const coming = report.endpoints.filter((endpoint) => !isUnwell(endpoint) && readiness.get(endpoint.name)?.some(isRemovalNear));
	const shown = [...unwell, ...coming];
	if (shown.length === 0 && report.problems.length === 0) return void 0;
	const rows = shown.slice(0, MAX_ROWS).map((endpoint) => summaryRow(endpoint, readiness.get(endpoint.name) ?? []));
	const more = shown.length > rows.length ? [`${shown.length - rows.length} more rows in the report.`] : [];
	const table = [...["| endpoint | verdict | fails for | why | next deadline |", "| --- | --- | --- | --- | --- |"], ...rows].join("\n");
	return `${[
		`## ${escapeMarkdown(monitorVerdict(report))}`,
		`Seen from ${codeSpan(report.vantage)}.`,
		...rows.length > 0 ? [table] : [],
		...more,
		...unwell.slice(0, MAX_LEDGERS).flatMap(ledgerDetails),
		...report.pullRequests.flatMap((fix) => fix.url ? [`- ${escapeMarkdown(fixLine(fix))}`] : []),
		...report.problems.map(({ code, problem, help }) => `- **${code}**: ${escapeMarkdown(problem)} ${escapeMarkdown(help)}`)
	].join("\n\n")}\n`;
}
/** What to mark: the worst of each endpoint where the configuration names it, then what went wrong in the run. */
function annotateMonitor(report, locations) {
	const ofEndpoints = report.endpoints.filter(isUnwell).flatMap((endpoint) => {
		const [worst] = endpoint.findings;
		if (!worst || worst.severity === "info") return [];
		const message = `${endpoint.name}: ${worst.message}\n${worst.help}`;
		return [{
			level: worst.severity,
			title: worst.id,
			message,
			location: locations.get(endpoint.name)
		}];
	});
	const ofRun = report.problems.map(({ code, problem, help }) => ({
		level: "error",
		title: code,
		message: `${problem}\n${help}`,
		location: void 0
	}));
	return foldAnnotations([...ofEndpoints, ...ofRun]);
}
function isUnwell({ verdict }) {
	return verdict !== "healthy";
}
function endpointLines({ name, verdict, clients, findings, origin }) {
	const refused = clients.flatMap(({ client, accepts }) => accepts === false ? [client] : []);
	return [
		`${name} is ${verdict}${refused.length > 0 ? `, fails for ${refused.join(", ")}` : ""}`,
		...origin === null ? [] : [`  Lost on the way: ${origin}`],
		...findings.flatMap(({ severity, id, message, help }) => severity === "info" ? [] : [`  ${severity} ${id}: ${message}`, `    ${help}`])
	];
}
function summaryRow({ name, verdict, clients, findings, origin }, deadlines) {
	const refused = clients.flatMap(({ client, accepts }) => accepts === false ? [client] : []);
	const why = [findings[0]?.message, origin ?? void 0].filter((part) => part !== void 0).join("; ");
	return `| ${codeSpan(name)} | ${verdict} | ${refused.join(", ")} | ${escapeMarkdown(why)} | ${nextDeadline(deadlines)} |`;
}
/** The earliest, and removals of the root that are near. */
function nextDeadline(deadlines) {
	return deadlines.filter((each, index) => index === 0 || isRemovalNear(each)).map((each) => `${deadlineWords(each)} ${each.at.slice(0, 10)} (${daysLeftWords(each)})`).join("; ");
}
function ledgerDetails({ name, ledger }) {
	const table = renderLedger(ledger);
	return table === void 0 ? [] : [`${codeSpan(name)}, from the repository to its addresses:`, table];
}
function fixLine({ path, operation, why, number, url }) {
	return `${number === void 0 ? "No pull request" : `Pull request #${number}`} for ${path}: ${operation} (${why})${url ? ` ${url}` : ""}`;
}
// src/commands/monitor/exit.ts
/**
* The exit code of a run of the monitor. A client that is refused says more than what went wrong in the run, and that
* more than what could not be determined. With `never` only what went wrong in the run itself counts.
*/
function exitCodeOfMonitor({ status }, problems, failOn) {
	if ((status === "broken" || status === "degraded" && failOn === "warning") && failOn !== "never") return 1;
	if (problems.length > 0) return exitCodeOfErrors(problems);
	return status === "unknown" && failOn !== "never" ? 3 : 0;
}
// src/commands/monitor/circumstances.ts
async function readCircumstances(environment) {
	const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, GITHUB_JOB: job } = environment;
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
	const repositoryUrl = server && repository ? `${server}/${repository}` : void 0;
	return {
		id: run ? `${run}.${attempt ?? "1"}.${job ?? ""}` : randomUUID(),
		vantage: vantageOf(environment),
		schedule: await readSchedule(environment),
		runUrl: repositoryUrl && run ? `${repositoryUrl}/actions/runs/${run}` : void 0,
		repositoryUrl,
		branch: environment["GITHUB_REF_TYPE"] === "branch" ? environment["GITHUB_REF_NAME"] : void 0
	};
}
function vantageOf(environment) {
	const { RUNNER_ENVIRONMENT: kind, RUNNER_NAME: name, RUNNER_OS: system } = environment;
	if (!kind) return hostname();
	return `${kind}/${(kind === "self-hosted" ? name : system) ?? "runner"}`;
}
/** The payload of the event names it; one that cannot be read is none. */
async function readSchedule(environment) {
	const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file } = environment;
	if (name !== "schedule" || !file) return null;
	try {
		const event = JSON.parse(await readFile(file, "utf8"));
		const schedule = typeof event === "object" && event !== null && Reflect.get(event, "schedule");
		return typeof schedule === "string" ? schedule : null;
	} catch {
		return null;
	}
}
// src/commands/monitor/shard-run.ts
/**
* `monitor` for one shard: looks at its endpoints and writes what it saw to a file. It remembers nothing and tells
* nobody: the run that merges the files does.
*
* @throws CONFIG_…, FILE_UNREADABLE, REPORT_NOT_WRITABLE
*/
async function runShard(options) {
	const { configFile, shard, folder, circumstances, say } = options;
	const config = await loadConfig(configFile);
	const startedAt = (/* @__PURE__ */ new Date()).toISOString();
	const vantage = config.monitor.vantage ?? circumstances.vantage;
	const report = toMonitorReport({
		startedAt,
		circumstances: {
			...circumstances,
			vantage
		},
		delayMs: null,
		swept: await lookAtShard(config, shard, {
			vantage,
			say
		}),
		readiness: [],
		state: emptyState(),
		fixes: [],
		messages: [],
		problems: []
	});
	const file = await writeShard(folder, shard, {
		configFile,
		startedAt,
		endpoints: report.endpoints
	});
	say(`Shard ${shard.number} of ${shard.count} is in ${file}`);
	return {
		config,
		report,
		file
	};
}
export { renderMonitor as a, annotateMonitor as i, readCircumstances as n, renderMonitorSummary as o, exitCodeOfMonitor as r, toMonitorReport as s, runShard as t };
