import { a as log, c as setOutputs, i as appendSummary, l as showAnnotations, n as foldAnnotations } from "./annotations.js";
import { a as monitorSummary, i as isWorthShowing, n as readCircumstances, o as toMonitorReport, r as exitCodeOfMonitor, t as runShard } from "./shard-run.js";
import { t as createPaint } from "./paint.js";
import { i as renderMarkdown, n as SUMMARY_BYTES } from "./markdown.js";
import { t as renderText } from "./text.js";
import { n as openRole, t as openRepository } from "./repository.js";
import { r as writeRunnerReport } from "./report-file.js";
import { t as appError } from "./catalogue.js";
import { t as Secret } from "./secret.js";
import { i as runMonitor, r as createNoStore, t as createBranchStore } from "./store.js";
import path from "node:path";
import { mkdir } from "node:fs/promises";
import process from "node:process";
// src/reports/monitor/monitor-annotations.ts
/** What to mark: the worst of each endpoint where the configuration names it, then what went wrong in the run. */
function annotateMonitor(report, locations) {
	const ofEndpoints = report.endpoints.filter(({ verdict }) => verdict !== "healthy").flatMap((endpoint) => {
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
// src/commands/monitor/access.ts
const SLACK_API = "https://slack.com/api/";
/**
* The tokens and the channel among the inputs of action.yml.
*
* @throws USAGE for a Slack token without a channel, or with a name instead of an id
*/
function readAccess(environment) {
	const input = (name) => environment[`INPUT_${name.toUpperCase()}`]?.trim() || void 0;
	const secret = (name) => {
		const value = input(name);
		return value === void 0 ? void 0 : new Secret(value);
	};
	const slackToken = secret("slack-bot-token");
	const slackChannel = input("slack-channel");
	if (slackToken && !/^[CGD][A-Z0-9]{2,}$/.test(slackChannel ?? "")) {
		const actual = slackChannel === void 0 ? "missing" : JSON.stringify(slackChannel);
		throw appError("USAGE", {
			problem: `slack-channel is ${actual}, expected the id of a channel`,
			help: "Copy the id (C…) from the details of the channel in Slack; a name does not do."
		});
	}
	return {
		slackToken,
		slackChannel,
		slackWebhook: secret("slack-webhook")
	};
}
/** Where people are told: by the bot if there is a token, else by the webhook; undefined without either. */
function toSlackTarget({ slackToken, slackChannel, slackWebhook }, environment, circumstances) {
	const links = toLinks(environment, circumstances);
	if (slackToken && slackChannel !== void 0) return {
		kind: "bot",
		token: slackToken,
		channel: slackChannel,
		apiUrl: environment["SLACK_API_URL"] || SLACK_API,
		links
	};
	return slackWebhook ? {
		kind: "webhook",
		url: slackWebhook,
		links
	} : void 0;
}
function toLinks(environment, { runUrl, repositoryUrl }) {
	const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: action } = environment;
	return {
		runUrl,
		docsUrl: `${(server && action ? `${server}/${action}` : repositoryUrl) ?? ""}/blob/HEAD/docs/monitor.md`,
		repositoryUrl
	};
}
// src/commands/monitor/action.ts
/** `command: monitor` of the Action: outputs, job summary, annotations; returns the exit code. */
async function run({ shard, ...inputs }) {
	return shard ? lookAlone(shard, inputs) : monitorAll(inputs);
}
async function monitorAll({ configFile, failOn, shards, role }) {
	const environment = process.env;
	const access = readAccess(environment);
	const circumstances = await readCircumstances(environment);
	const github = openRepository(environment);
	if (!github) log("There is no github-token: nothing is remembered, so that every run is the first, and no fix is proposed.");
	const outcome = await runMonitor({
		configFile,
		shards,
		root: environment["GITHUB_WORKSPACE"] || process.cwd(),
		environment,
		openCredentials: (config) => openRole(role, config, environment),
		circumstances,
		store: github ? createBranchStore(github, log) : createNoStore(),
		github,
		slack: toSlackTarget(access, environment, circumstances),
		say: log
	});
	const report = toMonitorReport(outcome);
	logSummary(report);
	const fix = report.pullRequests.find(({ number }) => number !== void 0);
	setOutputs({
		status: report.status,
		"report-path": await writeRunnerReport("airec-https-monitor.json", report),
		"endpoints-json": JSON.stringify(report.endpoints.map(({ name, verdict }) => ({
			name,
			verdict
		}))),
		"incident-ids": JSON.stringify(report.incidents.map(({ id }) => id)),
		"pull-request-number": String(fix?.number ?? ""),
		"pull-request-url": fix?.url ?? "",
		"pull-request-operation": fix?.operation ?? "none",
		"slack-ts": report.messages[0] ?? ""
	});
	if (isWorthShowing(report)) await appendSummary(renderMarkdown(monitorSummary(report), { mostBytes: SUMMARY_BYTES }));
	const { endpoints } = outcome.config;
	const locations = new Map(endpoints.map(({ domain, port, locations: { domain: place } }) => [`${domain}:${port}`, place]));
	showAnnotations(annotateMonitor(report, locations));
	return exitCodeOfMonitor(report, outcome.problems, failOn);
}
/** One part of the endpoints, whose file another job merges. */
async function lookAlone(shard, { configFile, failOn }) {
	const folder = path.resolve(process.env["RUNNER_TEMP"] ?? ".");
	await mkdir(folder, { recursive: true });
	const circumstances = await readCircumstances(process.env);
	const { report, file } = await runShard({
		configFile,
		shard,
		folder,
		circumstances,
		say: log
	});
	logSummary(report);
	setOutputs({
		status: report.status,
		"shard-path": file
	});
	return exitCodeOfMonitor(report, [], failOn);
}
function logSummary(report) {
	const text = renderText(monitorSummary(report), {
		paint: createPaint(false),
		width: 1e400
	});
	for (const line of text.split("\n")) log(line);
}
export { run };
