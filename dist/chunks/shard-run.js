import { r as exitCodeOfErrors } from "./exit-code.js";
import { c as link, d as signed, h as loadConfig, l as list, m as tableOf, o as code, p as strong, u as paragraph } from "./trust-anchors.js";
import { n as formatDuration, t as countOf } from "./format.js";
import { a as lookAtShard, f as isRemovalNear, o as writeShard } from "./store.js";
import { a as deadlineWords, b as isTold, i as daysLeftWords, o as emptyState, r as sweptRows } from "./parse-state.js";
import { t as chainInShort } from "./chain-pictures.js";
import { t as ledgerTable } from "./ledger-table.js";
import { t as redactTexts } from "./redact-texts.js";
import { t as handshakeCommand } from "./check-commands.js";
import { t as placeOf } from "./problems.js";
import { n as troubledGroup, t as chainBlocks } from "./chain-groups.js";
import { a as leafCell, c as problemBlocks, i as clientsCell, n as clientBlocks, t as STATUS_SIGNS } from "./summary-cells.js";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { readFile } from "node:fs/promises";
// src/reports/monitor/monitor-report.ts
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
		...facts.timings ? { timings: facts.timings } : {},
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
// src/reports/monitor/monitor-fold.ts
/** What is wrong with an endpoint, what its chain looks like, where it was lost, and what mends it. */
function monitorFold(endpoint, report, isOpen) {
	const { name, verdict, findings, ledger, origin } = endpoint;
	const [worst] = findings;
	const group = groupOf(endpoint);
	const table = ledgerTable(ledger);
	return {
		title: [
			code(name),
			` is ${verdict}`,
			...worst ? [": ", code(worst.id)] : []
		],
		sign: STATUS_SIGNS[verdict],
		isOpen,
		blocks: [
			...problemBlocks(told(endpoint)),
			...chainBlocks(group),
			...clientBlocks(clientsOf(endpoint)),
			...origin === null ? [] : [paragraph([strong("Lost on the way:"), ` ${origin}`])],
			...table ? [table] : [],
			...mendedBy(endpoint, report),
			...reproduction(endpoint, group)
		]
	};
}
function clientsOf({ clients }) {
	return clients.map(({ client, ...rest }) => ({
		name: client,
		...rest
	}));
}
/** How the chains of all addresses are, in short: that of the worst. */
function chainCell(endpoint) {
	const group = groupOf(endpoint);
	return group && chainInShort(group.rows);
}
function told({ findings }) {
	return findings.filter(({ severity }) => severity !== "info").map(({ id, severity, message, help, ...at }) => ({
		id,
		severity,
		text: `${message}${placeOf(at)}`,
		help
	}));
}
function groupOf(endpoint) {
	const seenAt = new Date(endpoint.seenAt);
	return troubledGroup(endpoint.addresses, {
		keyOf: ({ chain, missingIssuers }) => [chain, missingIssuers],
		rowsOf: (address) => sweptRows(address, endpoint, seenAt)
	});
}
/** The bundle that mends it, and the pull request with it. */
function mendedBy({ name, repairs }, report) {
	const bundles = repairs.map(({ certificates, satisfies, leaves }) => {
		const none = leaves.length > 0 ? `; ${leaves.join(", ")} by none` : "";
		const accepted = `accepted by ${satisfies.join(", ") || "no client"}${none}`;
		return paragraph([strong("Mended by"), ` a bundle of ${countOf(certificates.length, "certificate")}, ${accepted}`]);
	});
	const numbers = new Set(report.incidents.flatMap(({ endpoint, pullRequest }) => endpoint === name ? [pullRequest] : []));
	const fixes = report.pullRequests.filter(({ number }) => number !== void 0 && numbers.has(number));
	return [...bundles, ...fixes.map((fix) => paragraph(fixText(fix)))];
}
/** What was done about a file of the repository. */
function fixText({ path, operation, why, number, url }) {
	const which = number === void 0 ? "No pull request" : `Pull request #${number}`;
	return [
		url === void 0 ? which : link(which, url),
		" for ",
		code(path),
		`: ${operation} (${why})`
	];
}
/** How to see it oneself. */
function reproduction({ domain, addresses, findings }, group) {
	const address = findings.find(({ severity, addresses: at }) => severity === "error" && at.length > 0)?.addresses[0] ?? group?.addresses[0] ?? addresses[0]?.address;
	if (address === void 0) return [];
	const lines = [handshakeCommand({
		domain,
		address,
		anchor: void 0
	})];
	return [paragraph([strong("See it yourself:")]), {
		kind: "commands",
		lines
	}];
}
// src/reports/monitor/monitor-summary.ts
/** Of more than this many the rest is folded. */
const OPEN_FOLDS = 10;
const NAMED = 5;
/** What people are shown of a run of the monitor: what is not well, and what is about to be. */
function monitorSummary(report) {
	const shown = shownEndpoints(report);
	const unwell = shown.filter(isUnwell);
	return {
		title: "airec-https: monitor",
		sign: STATUS_SIGNS[report.status],
		verdict: monitorVerdict(report),
		notes: notesOf(report),
		table: shown.length > 0 ? endpointTable(shown, report) : void 0,
		sections: [
			...problemSection(report),
			...fixSection(report),
			...unwell.map((endpoint, index) => monitorFold(endpoint, report, index < OPEN_FOLDS)),
			...timingSection(report)
		],
		closing: void 0
	};
}
/** Whether there is anything to see: while all is well the monitor is silent. */
function isWorthShowing(report) {
	return shownEndpoints(report).length > 0 || report.problems.length > 0;
}
function isUnwell({ verdict }) {
	return verdict !== "healthy";
}
/** Those that are not well, then those whose root is about to be dropped. */
function shownEndpoints({ endpoints, readiness }) {
	const near = new Set(readiness.flatMap(({ name, deadlines }) => deadlines.some(isRemovalNear) ? [name] : []));
	const coming = endpoints.filter((endpoint) => !isUnwell(endpoint) && near.has(endpoint.name));
	return [...endpoints.filter(isUnwell), ...coming];
}
/** One line on the whole run: `1 of 6 endpoints: rec.example.com:443 is broken`. */
function monitorVerdict({ endpoints, status }) {
	const all = countOf(endpoints.length, "endpoint");
	if (status === "healthy") return `${all} healthy`;
	const worst = endpoints.filter(({ verdict }) => verdict !== "healthy" && verdict !== "degraded");
	const shown = worst.length > 0 ? worst : endpoints.filter(({ verdict }) => verdict === "degraded");
	const names = shown.slice(0, NAMED).map(({ name, verdict }) => `${name} is ${verdict}`);
	const more = shown.length > names.length ? `, and ${shown.length - names.length} more` : "";
	return `${shown.length} of ${all}: ${names.join(", ")}${more}`;
}
function notesOf({ vantage, schedule, delayMs }) {
	const late = schedule === null || delayMs === null ? [] : [
		", ",
		formatDuration(delayMs),
		" after its schedule ",
		code(schedule)
	];
	return [[
		"Seen from ",
		code(vantage),
		...late,
		"."
	]];
}
function endpointTable(endpoints, { readiness, startedAt }) {
	const deadlines = new Map(readiness.map((each) => [each.name, each.deadlines]));
	const time = new Date(startedAt);
	return tableOf(endpoints, [
		["Endpoint", ({ name }) => code(name)],
		["Status", ({ verdict }) => signed(STATUS_SIGNS[verdict], verdict)],
		["Why", ({ findings: [worst] }) => worst && code(worst.id)],
		["Leaf", ({ leaves: [leaf] }) => leaf && leafCell(leaf.fingerprint, leaf.notAfter, time)],
		["Chain", chainCell],
		["Addresses", addressesCell],
		["Clients", (endpoint) => clientsCell(clientsOf(endpoint))],
		["CAS", ({ ledger }) => hopCell("cas", ledger)],
		["Mapping", ({ ledger }) => hopCell("mapping", ledger)],
		["Next deadline", ({ name }) => nextDeadline(deadlines.get(name) ?? [])]
	]);
}
/** How many addresses show no error. */
function addressesCell({ addresses, findings }) {
	if (addresses.length === 0) return void 0;
	const troubled = new Set(findings.flatMap(({ severity, addresses: at }) => severity === "error" ? at : []));
	const well = addresses.filter(({ address, failure }) => failure === null && !troubled.has(address));
	const sign = well.length === addresses.length ? "good" : "bad";
	return signed(sign, `${well.length} of ${addresses.length}`);
}
/** What a kind of place holds; undefined: nobody looked. */
function hopCell(hop, ledger) {
	const entries = ledger.filter((entry) => entry.hop === hop && entry.seen !== "not looked at");
	const shown = entries.find(({ difference }) => difference !== null) ?? entries[0];
	if (!shown) return void 0;
	const { seen, difference } = shown;
	if (seen === "absent") return signed("bad", "nothing");
	if (typeof seen === "string") return signed("unknown", seen);
	const held = seen.certificateId === null ? "held" : code(seen.certificateId);
	return signed(difference === null ? "good" : "bad", held);
}
/** The earliest, and removals of the root that are near. */
function nextDeadline(deadlines) {
	const near = deadlines.filter((each, index) => index === 0 || isRemovalNear(each));
	if (near.length === 0) return void 0;
	return near.map((each) => `${deadlineWords(each)} ${each.at.slice(0, 10)} (${daysLeftWords(each)})`).join("; ");
}
function problemSection({ problems }) {
	if (problems.length === 0) return [];
	const items = problems.map(({ code: id, problem, help }) => signed("bad", [
		code(id),
		`: ${problem} `,
		strong("What to do:"),
		` ${help}`
	]));
	return [{
		title: "What went wrong in the run itself",
		sign: "bad",
		isOpen: true,
		blocks: [list(items)]
	}];
}
function fixSection({ pullRequests }) {
	if (pullRequests.length === 0) return [];
	return [{
		title: "Pull requests",
		sign: void 0,
		isOpen: true,
		blocks: [list(pullRequests.map(fixText))]
	}];
}
function timingSection({ timings = [] }) {
	if (timings.length === 0) return [];
	const all = timings.reduce((sum, { durationMs }) => sum + durationMs, 0);
	const rows = timings.map(({ step, durationMs }) => [step, formatDuration(durationMs)]);
	return [{
		title: `${countOf(timings.length, "step")} in ${formatDuration(all)}`,
		sign: void 0,
		isOpen: false,
		blocks: [{
			kind: "table",
			table: {
				heading: ["Step", "Took"],
				rows
			}
		}]
	}];
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
	const { configFile, shard, folder, circumstances, say, onProgress } = options;
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
			say,
			onProgress
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
export { monitorSummary as a, isWorthShowing as i, readCircumstances as n, toMonitorReport as o, exitCodeOfMonitor as r, runShard as t };
