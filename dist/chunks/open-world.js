import { t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { i as redact, n as toAppErrors } from "./render.js";
import { L as isAsIntended, M as loadClientTrust, P as addressesNotServing, j as anchorsOfAny, k as createIssuerFetcher, t as createEndpointObserver } from "./observe-endpoint.js";
import { d as signed, l as list, m as tableOf, o as code, p as strong, t as readConfiguredTrust, u as paragraph } from "./trust-anchors.js";
import { n as formatDuration, t as countOf } from "./format.js";
import { t as chainInShort } from "./chain-pictures.js";
import { o as resolveCredentials, t as openCloud } from "./open-cloud.js";
import { r as updateMapping } from "./mapping-file.js";
import { t as ledgerTable } from "./ledger-table.js";
import { t as shellWords } from "./shell-words.js";
import { r as chainRows, t as problemIdsOf } from "./chain-words.js";
import { t as handshakeCommand } from "./check-commands.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { C as OUTCOME_WORDS, c as nameOf, d as stepsSection, i as describeAddress, l as changesSection, n as createStepRecorder, r as assertCommandExists, s as lookAt, t as createRehearsal, u as convergenceSection, x as worstStatus } from "./rehearse.js";
import { n as troubledGroup, t as chainBlocks } from "./chain-groups.js";
import { a as leafCell, c as problemBlocks, i as clientsCell, n as clientBlocks, o as toldClients, s as errorBlocks, t as STATUS_SIGNS } from "./summary-cells.js";
import { stripVTControlCharacters } from "node:util";
import path, { basename } from "node:path";
import { rootCertificates } from "node:tls";
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { spawn } from "node:child_process";
// src/reports/deploy/deployed-chain.ts
/**
* What an address served after a deployment against what clients need: the bundle that was deployed, else the path that
* they take. Empty without a chain, and for reports of before chains were in them.
*/
function deployedRows({ chain = [], path }, { needed, certificates = {}, findings }, time) {
	const own = needed?.certificates[0] === chain[0] ? needed : path;
	return chainRows({
		received: chain,
		needed: own?.certificates,
		anchor: own?.anchor ?? void 0,
		lacking: [],
		certificates: new Map(Object.entries(certificates)),
		sourceOf: () => void 0,
		problemsOf: (certificate) => problemIdsOf(certificate, findings),
		time
	});
}
// src/reports/deploy/verdict.ts
/** What the sign in front of the verdict line is chosen by. */
function verdictOf({ dryRun, endpoints, status }) {
	if (!dryRun || endpoints.some(isBlocked)) return status;
	return countChanges(endpoints) > 0 ? "planned" : status;
}
/** One line for the whole run: how many endpoints are not healthy, and what the worst of them suffers from. */
function verdictLine({ endpoints, dryRun }) {
	const all = countOf(endpoints.length, "endpoint");
	if (dryRun) return `Plan for ${all}: ${describePlan(endpoints)}`;
	const bad = endpoints.filter(({ status }) => status !== "healthy");
	const worst = worstStatus(bad.map(({ status }) => status));
	const first = bad.find(({ status }) => status === worst);
	if (!first) return `${all} healthy: every address serves the intended certificate with a chain that is accepted`;
	return `${endpoints.length === 1 ? "" : `${bad.length} of ${all} not healthy; `}${first.domain}:${first.port} is ${first.status}: ${reasonOf(first)}`;
}
/** Whether a plan could not be made, so that nothing will be done for the endpoint. */
function isBlocked({ plan }) {
	return plan.length === 0;
}
/** What is wrong with an endpoint, in the words of what stopped the work on it or of its worst problem. */
function reasonOf(endpoint) {
	const { error, rolledBack, certificateId } = endpoint;
	const [worst] = problemsOf(endpoint);
	const reason = error?.problem ?? (worst ? `${worst.problem}${placeOf(worst)}` : "no finding");
	return !rolledBack || worst?.id === "rolled-back" ? reason : `${reason}; rolled back to ${certificateId}`;
}
function describePlan(endpoints) {
	const changes = countChanges(endpoints);
	const blocked = endpoints.filter(isBlocked);
	const [first] = blocked;
	if (!first) return changes === 0 ? "nothing to do" : countOf(changes, "change");
	return `${changes === 0 ? "" : `${countOf(changes, "change")}, `}${`${countOf(blocked.length, "endpoint")} cannot be deployed`}; ${first.domain}:${first.port}: ${reasonOf(first)}`;
}
function countChanges(endpoints) {
	return endpoints.flatMap(({ plan }) => plan).filter(({ decision }) => decision === "do").length;
}
// src/reports/deploy/deploy-fold.ts
/** Steps that are there because something was wrong. */
const MENDING = /* @__PURE__ */ new Set([
	"diagnose",
	"remediate",
	"redeploy",
	"roll-back"
]);
/** What is wrong with an endpoint, what its chain looks like, and what to do; undefined when nothing is. */
function deployFold(endpoint, report, time) {
	const { domain, port, status, error } = endpoint;
	const problems = problemsOf(endpoint);
	if (problems.length === 0 && !error && status === "healthy") return void 0;
	const now = report.dryRun && !isBlocked(endpoint) ? " at present" : "";
	const worst = error?.code ?? problems[0]?.id;
	const group = groupOf(endpoint, time);
	return {
		title: [
			code(`${domain}:${port}`),
			` is ${status}${now}`,
			...worst === void 0 ? [] : [": ", code(worst)]
		],
		sign: STATUS_SIGNS[status],
		isOpen: true,
		blocks: [
			...error ? errorBlocks(error) : [],
			...problemBlocks(told(problems, endpoint)),
			...chainBlocks(group),
			...clientBlocks(clientsOf(endpoint)),
			...ledgerBlocks(endpoint),
			...doneBlocks(`${domain}:${port}`, report),
			...reproduction(endpoint, group)
		]
	};
}
/** Where on the way from the file to the addresses the chain was lost. */
function ledgerBlocks({ ledger = [], origin }) {
	const table = ledgerTable(ledger);
	if (!table || origin === void 0) return [];
	return [paragraph([strong("Lost on the way:"), ` ${origin}`]), table];
}
function clientsOf({ clients = {} }) {
	return toldClients(clients);
}
function told(all, { clients }) {
	return all.map(({ id, severity, problem, help, clientWords, ...at }) => ({
		id,
		severity,
		text: `${problem}${placeOf(at)}`,
		help,
		clientWords: clients === void 0 ? clientWords : void 0
	}));
}
function groupOf(endpoint, time) {
	return troubledGroup(endpoint.addresses, {
		keyOf: ({ chain, path }) => [chain, path],
		rowsOf: (address) => deployedRows(address, endpoint, time)
	});
}
/** How the chains of all addresses are, in short: that of the worst. */
function chainCell(endpoint, time) {
	const group = groupOf(endpoint, time);
	return group && chainInShort(group.rows);
}
function doneBlocks(name, { steps }) {
	const done = steps.filter(({ endpoint, name: step }) => endpoint === name && MENDING.has(step));
	if (done.length === 0) return [];
	const items = done.map(({ title, outcome, observed }) => {
		const last = observed.at(-1);
		return signed(outcome === "done" ? "good" : outcome === "skipped" ? "skipped" : "bad", `${title}: ${OUTCOME_WORDS[outcome]}${last === void 0 ? "" : `, ${last}`}`);
	});
	return [paragraph([strong("What was done:")]), list(items)];
}
/** How to see it oneself. */
function reproduction(endpoint, group) {
	const { domain, addresses, location } = endpoint;
	const address = (addresses.find(({ accepted }) => !accepted) ?? addresses.find((each) => !each.servesIntended))?.address ?? group?.addresses[0];
	const commands = [...address === void 0 ? [] : [handshakeCommand({
		domain,
		address,
		anchor: void 0
	})], shellWords([
		"airec-https",
		"check",
		"--config",
		location.file
	])];
	return [paragraph([strong("See it yourself:")]), {
		kind: "commands",
		lines: commands
	}];
}
// src/reports/deploy/deploy-summary.ts
/** What people are shown of a deployment, of its undoing, and of its plan. */
function deploySummary(report) {
	const time = new Date(Date.parse(report.startedAt) + report.durationMs);
	const { endpoints, dryRun, changed, durationMs } = report;
	const sections = [
		...endpoints.map((endpoint) => deployFold(endpoint, report, time)),
		changesSection(report),
		convergenceSection(report),
		stepsSection(report)
	];
	return {
		title: dryRun ? "airec-https: dry run" : "airec-https: deployment",
		sign: STATUS_SIGNS[verdictOf(report)],
		verdict: verdictLine(report),
		notes: whoActed(report),
		table: dryRun ? planTable(report) : endpointTable(endpoints, time),
		sections: sections.filter((section) => section !== void 0),
		closing: `${changed ? "Changes were made" : "Nothing was changed"} · ${formatDuration(durationMs)}`
	};
}
function whoActed({ steps }) {
	const who = steps.find(({ name, outcome }) => name === "identify" && outcome === "done")?.observed.at(-1);
	return who === void 0 ? [] : [[
		"Acted as ",
		code(who),
		"."
	]];
}
function endpointTable(endpoints, time) {
	return tableOf(endpoints, [
		["Endpoint", ({ domain, port }) => code(`${domain}:${port}`)],
		["Status", ({ status, rolledBack }) => signed(STATUS_SIGNS[status], rolledBack ? `${status}, rolled back` : status)],
		["Leaf", (endpoint) => servedLeaf$1(endpoint, time)],
		["Chain", (endpoint) => chainCell(endpoint, time)],
		["Addresses", asIntended],
		["Clients", (endpoint) => clientsCell(clientsOf(endpoint))],
		["CAS", ({ certificateId }) => certificateId === void 0 ? void 0 : code(certificateId)],
		["Mapping", mappingCell]
	]);
}
/** The leaf that ends first of those that are served, with a sign when it is another than intended; else the intended one. */
function servedLeaf$1({ addresses, intendedLeaf }, time) {
	const [first] = addresses.filter(({ leaf }) => leaf !== void 0).toSorted((a, b) => (a.notAfter ?? "").localeCompare(b.notAfter ?? ""));
	if (first?.leaf === void 0) return intendedLeaf && leafCell(intendedLeaf, void 0, time);
	const cell = leafCell(first.leaf, first.notAfter, time);
	return intendedLeaf === void 0 || first.leaf === intendedLeaf ? cell : signed("warning", cell);
}
/** How many addresses serve what was meant, with a chain that is accepted. */
function asIntended({ addresses }) {
	if (addresses.length === 0) return void 0;
	const count = addresses.filter(({ accepted, servesIntended }) => accepted && servesIntended).length;
	return signed(count === addresses.length ? "good" : "bad", `${count} of ${addresses.length}`);
}
function mappingCell({ mapping, certificateId }) {
	if (!mapping) return void 0;
	if (mapping.after === null) return signed("warning", "no row");
	return mapping.after === certificateId ? signed("good", "names it") : signed("bad", code(mapping.after));
}
function planTable({ endpoints }) {
	return {
		heading: [
			"Endpoint",
			"Step",
			"Subject",
			"Decision",
			"Reason"
		],
		rows: endpoints.flatMap((endpoint) => {
			const name = code(`${endpoint.domain}:${endpoint.port}`);
			if (isBlocked(endpoint)) return [[
				name,
				"–",
				"–",
				signed("bad", "blocked"),
				reasonOf(endpoint)
			]];
			return endpoint.plan.map(({ step, subject, decision, reason }) => [
				name,
				step,
				subject,
				decision === "do" ? signed("planned", "do") : signed("skipped", "skip"),
				reason
			]);
		})
	};
}
// src/airec/bind-environment.ts
/** What a program needs to find itself, its user's files and its language, and nothing that is a secret. */
const BASIC = /* @__PURE__ */ new Set([
	"PATH",
	"HOME",
	"USER",
	"LOGNAME",
	"LANG",
	"LANGUAGE",
	"TZ",
	"TMPDIR",
	"TMP",
	"TEMP",
	"XDG_CONFIG_HOME",
	"SYSTEMROOT",
	"SYSTEMDRIVE",
	"WINDIR",
	"COMSPEC",
	"PATHEXT",
	"USERPROFILE",
	"APPDATA",
	"LOCALAPPDATA",
	"PROGRAMDATA"
]);
/**
* The part of `environment` that the bind command may see: the basic variables, `LC_*`, and those whose
* names the configuration allows. Cloud credentials, keys and tokens stay out unless they are named.
*/
function bindEnvironment(allowed, environment) {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => isBasic(name) || allowed.includes(name)));
}
function isBasic(name) {
	return BASIC.has(name.toUpperCase()) || name.startsWith("LC_");
}
// src/airec/bounded-output.ts
const MAX_BYTES = 65536;
const LONGEST_LINE = 2e3;
/**
* Keeps the first 64 KiB. The beginning rather than the end, because a secret that is cut at the end of what
* is kept goes with its unfinished line, and a private key is known by its first line.
*/
function boundedOutput() {
	const chunks = [];
	let kept = 0;
	let truncated = false;
	return {
		add: (chunk) => {
			const room = MAX_BYTES - kept;
			if (chunk.length > room) truncated = true;
			const part = chunk.subarray(0, room);
			kept += part.length;
			if (part.length > 0) chunks.push(part);
		},
		lines: () => {
			const text = Buffer.concat(chunks).toString("utf8");
			return toLines(truncated ? text.slice(0, text.lastIndexOf("\n") + 1) : text);
		},
		isTruncated: () => truncated
	};
}
function toLines(text) {
	const safe = redact(stripVTControlCharacters(text)).trimEnd();
	return safe === "" ? [] : safe.split(/\r\n|\n|\r/).map((line) => printable(line, LONGEST_LINE));
}
// src/airec/bind-command.ts
/** From the polite signal to the one that cannot be refused. */
const GRACE_MS = 2e3;
/** For output still on its way when the command has ended; a child left behind may hold the pipe for ever. */
const DRAIN_MS = 500;
/**
* Runs `<command…> domain update --instance-id … --config-file … --region …`, as arguments without a shell,
* in a process group of its own that is killed as a whole at the timeout, without standard input.
*
* @throws BIND_COMMAND_NOT_FOUND, BIND_COMMAND_NOT_EXECUTABLE
* @throws the reason of `signal` when it aborts; the command is killed first
*/
async function runBindCommand(request) {
	request.signal?.throwIfAborted();
	const [command, ...parameters] = bindArguments(request);
	const output = boundedOutput();
	const started = performance.now();
	const child = spawn(command, parameters, {
		cwd: path.dirname(request.mappingPath),
		env: bindEnvironment(request.environment, process.env),
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		],
		detached: process.platform !== "win32",
		windowsHide: true
	});
	child.stdout.on("data", output.add);
	child.stderr.on("data", output.add);
	return {
		...await waitForEnd(child, request),
		output: output.lines(),
		truncated: output.isTruncated(),
		durationMs: performance.now() - started
	};
}
/** The command and its arguments, as they are run; also for display. */
function bindArguments({ command, instance, mappingPath, region }) {
	const update = [
		"domain",
		"update",
		"--instance-id",
		instance,
		"--config-file",
		path.basename(mappingPath),
		"--region",
		region
	];
	return [...command, ...update];
}
async function waitForEnd(child, request) {
	const exit = exitOf(child, request.command[0]);
	const closed = new Promise((resolve) => {
		child.once("close", () => resolve());
	});
	const stop = new AbortController();
	const timeout = setTimeout(request.timeoutMs, "timeout", { signal: stop.signal });
	const abort = abortOf(request.signal, stop.signal);
	timeout.catch(() => void 0);
	try {
		const first = await Promise.race([
			exit,
			timeout,
			abort
		]);
		if (first !== "timeout" && first !== "abort") return first;
		await terminate(child, exit);
		request.signal?.throwIfAborted();
		return { kind: "timeout" };
	} finally {
		stop.abort();
		if (child.pid !== void 0) await Promise.race([closed, setTimeout(DRAIN_MS, void 0, { ref: false })]);
		child.stdout?.destroy();
		child.stderr?.destroy();
	}
}
function exitOf(child, command) {
	return new Promise((resolve, reject) => {
		child.once("error", (error) => reject(translateSpawnError(error, command)));
		child.once("exit", (code, signal) => {
			if (code !== null) resolve({
				kind: "exited",
				code
			});
			else resolve({
				kind: "killed",
				signal: signal ?? "unknown"
			});
		});
	});
}
function abortOf(signal, stop) {
	return new Promise((resolve) => {
		signal?.addEventListener("abort", () => resolve("abort"), {
			once: true,
			signal: stop
		});
	});
}
async function terminate(child, exit) {
	killGroup(child, "SIGTERM");
	const grace = new AbortController();
	const limit = setTimeout(GRACE_MS, void 0, { signal: grace.signal }).catch(() => void 0);
	await Promise.race([exit, limit]);
	grace.abort();
	killGroup(child, "SIGKILL");
	await exit;
}
/** The whole group where there are groups: a script's children would outlive it. */
function killGroup(child, signal) {
	if (child.pid === void 0) return;
	try {
		if (process.platform === "win32") child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {}
}
function translateSpawnError(error, command) {
	const code = "code" in error ? String(error.code) : error.message;
	const isThere = path.isAbsolute(command) && existsSync(command);
	if (code === "ENOENT" && !isThere) return appError("BIND_COMMAND_NOT_FOUND", { command }, { cause: error });
	return appError("BIND_COMMAND_NOT_EXECUTABLE", {
		command,
		reason: {
			ENOENT: "the interpreter in its first line is missing",
			EACCES: "permission denied"
		}[code] ?? code
	}, { cause: error });
}
// src/deployment/bind.ts
/**
* Brings the workbook and its text twin in step with `entries`, one for every endpoint whose certificate id
* is known. Returns whether the workbook was written.
*/
async function writeMapping(entries, { config, steps }) {
	const heading = {
		name: "map",
		title: `Write ${basename(config.airec.mapping)}`,
		endpoint: void 0
	};
	return steps.run(heading, async (step) => {
		for (const { domain, certificateId, port } of entries) step.asked([
			"Domain",
			domain,
			"CertificateID",
			certificateId,
			"Protocol",
			"HTTPS",
			"Port",
			port
		].join(" "));
		const { changed, tsvPath } = await updateMapping(config.airec.mapping, entries);
		if (changed) step.observed(`written, and ${basename(tsvPath)} beside it`);
		else step.skipped("unchanged, not rewritten");
		return changed;
	});
}
/**
* Runs the bind command on the workbook. Its exit code 0 proves nothing, the verification does; anything
* else is a finding. `because` says why it must run; undefined: it need not.
*
* @throws BIND_COMMAND_NOT_FOUND
*/
async function bind(because, { config, steps }) {
	const { bind: command, instance, mapping, environment } = config.airec;
	const heading = {
		name: "bind",
		title: `Bind to AIRec ${instance}`,
		endpoint: void 0
	};
	return steps.run(heading, async (step) => {
		if (command === "none") {
			step.skipped("airec.bind is none: apply the mapping yourself");
			return;
		}
		if (because === void 0) {
			step.skipped("nothing changed");
			return;
		}
		step.observed(because);
		const request = {
			command,
			instance,
			mappingPath: mapping,
			region: config.region,
			timeoutMs: config.deadlines.bindMs,
			environment
		};
		step.asked(bindArguments(request).join(" "));
		const result = await runBindCommand(request);
		for (const line of result.output) step.observed(line);
		const failure = describeFailure(result);
		if (failure) step.found(failure.problem);
		return failure;
	});
}
function describeFailure(result) {
	if (result.kind === "exited" && result.code === 0) return void 0;
	return {
		id: "bind-failed",
		severity: "error",
		problem: `the bind command ${describeEnd(result)}`,
		help: "Read its output above; run it by hand with the same arguments to see what it wants."
	};
}
function describeEnd(result) {
	switch (result.kind) {
		case "exited": return `exited with ${result.code}`;
		case "timeout": return "did not end before deadlines.bind";
		case "killed": return `was killed by ${result.signal}`;
	}
}
// src/deployment/poll.ts
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15e3;
const PAUSE_GROWTH = 1.6;
/**
* Looks until what is seen is settled or the deadline is reached, with growing pauses between looks.
* Looks at least once, and once more at the deadline. Returns the last result either way.
*/
async function poll(look, { deadlineMs, clock, isSettled }) {
	const end = clock.now().getTime() + deadlineMs;
	let pauseMs = FIRST_PAUSE_MS;
	for (let count = 1;; count += 1) {
		const result = await look();
		const leftMs = end - clock.now().getTime();
		if (isSettled(result, count) || leftMs <= 0) return result;
		await clock.sleep(Math.min(pauseMs, leftMs));
		pauseMs = Math.min(pauseMs * PAUSE_GROWTH, LONGEST_PAUSE_MS);
	}
}
// src/deployment/deploy-to-ingress.ts
/**
* Binds the certificate to the targets one after the other, each until it reads back as bound. The first one
* that fails ends it: the rest keeps what it has. Returns what is to be said of it; what is served decides.
*/
async function deployToIngress(order, world) {
	const findings = [];
	for (const target of order.targets) {
		const finding = await deployToOne(order, target, world);
		if (finding) findings.push(finding);
		if (finding?.severity === "error") break;
	}
	return findings;
}
async function deployToOne({ endpoint, certificate, material, name, changing, onBind }, target, world) {
	const title = `${TITLES[name]} ${certificate.id} to ${target.name}`;
	return world.steps.run({
		name,
		title,
		endpoint: nameOf(endpoint)
	}, async (step) => {
		const earlier = changing?.has(target) ? await untilStill(target, certificate, world) : void 0;
		onBind?.(target);
		if (earlier?.status !== "Deployed") await target.bind(certificate, material);
		const { status, said } = await untilSettled(() => target.readBack(certificate), world);
		if (status === "Deployed") {
			step.observed(said);
			return;
		}
		step.found(said);
		const details = {
			certificateId: certificate.id,
			subject: target.name,
			said
		};
		return status === "Failed" ? describeFailed(details) : describeLate(details);
	});
}
/** A product refuses a change while another is under way. */
function untilStill(target, certificate, { clock, config }) {
	const deadlineMs = config.deadlines.statusMs;
	return poll(() => target.read(certificate), {
		deadlineMs,
		clock,
		isSettled: isStill
	});
}
/** Reads until the target has come to an end, or the deadline is reached. */
function untilSettled(readBack, { clock, config }) {
	return poll(readBack, {
		deadlineMs: config.deadlines.statusMs,
		clock,
		isSettled: isSettled$1
	});
}
function isStill({ isChanging }) {
	return !isChanging;
}
function isSettled$1({ status }) {
	return status === "Deployed" || status === "Failed";
}
const TITLES = {
	deploy: "Deploy",
	redeploy: "Redeploy",
	"roll-back": "Put back"
};
function describeFailed({ certificateId, subject, said }) {
	return {
		id: "deployment-failed",
		severity: "error",
		problem: `${certificateId} could not be deployed to ${subject}: ${said}`,
		help: "Look at it in the console: the instance must exist, run, and have an HTTPS listener."
	};
}
function describeLate({ certificateId, subject, said }) {
	return {
		id: "deployment-late",
		severity: "warning",
		problem: `${certificateId} is not reported as deployed to ${subject} at the deadline: ${said}`,
		help: "What is served decides. Raise deadlines.status if your deployments take longer."
	};
}
// src/deployment/convergence.ts
/** HTTP may lag behind TLS while the binding takes effect; after so many looks its answer stands. */
const LOOKS_FOR_HTTP = 6;
/** A route may be missing for a moment; after so many looks it is missing from here. */
const LOOKS_FOR_ROUTES = 3;
/**
* Whether another look, after `looks` of them, could show more. Addresses that this machine has no way to are
* not waited for: GitHub's runners, for one, have no IPv6.
*/
function isSettled({ addresses }, goal, looks) {
	if (goal === "nothing") return true;
	const inView = addresses.filter(isInView);
	if (inView.length < addresses.length && looks < LOOKS_FOR_ROUTES) return false;
	if (inView.length === 0) return addresses.length > 0;
	if (!inView.every(({ servesIntended }) => servesIntended)) return false;
	const verdicts = new Set(inView.map(({ accepted }) => accepted));
	if (verdicts.size > 1) return false;
	if (goal === "chain" && !verdicts.has(true)) return false;
	return looks >= LOOKS_FOR_HTTP || !inView.some(({ findings }) => findings.some(isAboutHttp));
}
/** How many addresses serve the intended leaf, of how many. */
function countServing(verdict) {
	const addresses = verdict.addresses.length;
	return {
		serving: addresses - addressesNotServing(verdict).length,
		addresses
	};
}
/** What is waited for, as a person reads it; undefined when every address serves the intended leaf. */
function describeWaiting(verdict) {
	const { serving, addresses } = countServing(verdict);
	if (addresses === 0) return verdict.findings[0]?.problem;
	const waiting = addressesNotServing(verdict);
	if (waiting.length === 0) return void 0;
	return `${serving} of ${addresses} addresses serve the intended leaf; waiting for ${waiting.join(", ")}`;
}
function isInView({ tls }) {
	return tls.kind === "handshake" || !["unreachable", "private-address"].includes(tls.reason);
}
function isAboutHttp({ id }) {
	return id === "http-failure";
}
// src/deployment/verify.ts
/** How often a wait in which nothing changes is spoken of. */
const HEARTBEAT_MS = 6e4;
/**
* Looks at every address until all agree or the propagation deadline is reached, and returns the verdict on
* the last look. The handshake decides, whatever CAS says.
*/
async function verify({ endpoint, intendedLeaf, until, title = "Verify by handshake on every address" }, world) {
	const heading = {
		name: "verify",
		title,
		endpoint: nameOf(endpoint)
	};
	const { domain, health } = endpoint;
	return world.steps.run(heading, async (step) => {
		step.asked(`TLS handshake with SNI ${domain}${health ? `; ${health.method} ${health.path}` : ""}`);
		const report = waitReporter(step, world.clock);
		const verdict = await poll(() => lookAt(endpoint, intendedLeaf, world), {
			deadlineMs: until === "nothing" ? 0 : world.config.deadlines.propagationMs,
			clock: world.clock,
			isSettled: (seen, looks) => {
				step.looked(countServing(seen));
				if (isSettled(seen, until, looks)) return true;
				report(describeWaiting(seen));
				return false;
			}
		});
		for (const address of verdict.addresses) step.observed(describeAddress(address));
		for (const { problem, clientWords = [] } of distinctErrors(verdict)) {
			step.found(problem);
			for (const words of clientWords) step.observed(words);
		}
		return verdict;
	});
}
/** Says what is waited for when that changes, and now and then when it does not. */
function waitReporter(step, clock) {
	let last = "";
	let saidAt = Number.NEGATIVE_INFINITY;
	return (waiting) => {
		const now = clock.now().getTime();
		if (waiting === void 0 || waiting === last && now - saidAt < HEARTBEAT_MS) return;
		step.observed(waiting);
		[last, saidAt] = [waiting, now];
	};
}
/** Each error once, however many addresses show it. */
function distinctErrors({ findings }) {
	const errors = findings.filter(({ severity }) => severity === "error");
	return new Map(errors.map((finding) => [finding.problem, finding])).values();
}
// src/deployment/roll-back.ts
/**
* Puts back the certificate that was served before, and proves it by handshake: by the recorded bindings of the changed
* targets, in reverse; without them by deploying the previous certificate again. Undefined when CAS no longer has it, or
* nobody knows which it was.
*/
async function rollBack(inspection, changed, world) {
	const { endpoint } = inspection;
	const leaf = servedLeaf(inspection.served);
	if (!leaf) return void 0;
	const put = isRecorded(changed) ? {
		findings: await restoreTargets(endpoint, changed, world),
		certificateId: (await findPrevious(inspection, leaf, world))?.id
	} : await redeployPrevious(inspection, leaf, world);
	if (!put) return void 0;
	const served = await verify({
		endpoint,
		intendedLeaf: leaf,
		until: "chain",
		title: "Verify that the previous certificate is back"
	}, world);
	return {
		...put,
		leaf,
		served
	};
}
/** Whether every changed target can be put back by what it had bound. */
function isRecorded(changed) {
	return changed.length > 0 && changed.every(({ before }) => before !== void 0);
}
/** Binds what was bound before, the target changed last first; one that fails does not keep the others from it. */
async function restoreTargets(endpoint, changed, world) {
	const findings = [];
	for (const { target, before } of changed.toReversed()) {
		if (!before) continue;
		const heading = {
			name: "roll-back",
			title: `Put back what ${target.name} had`,
			endpoint: nameOf(endpoint)
		};
		await world.steps.run(heading, async (step) => {
			await target.restore(before);
			const { said, binding } = await poll(() => target.read(void 0), {
				deadlineMs: world.config.deadlines.statusMs,
				clock: world.clock,
				isSettled: (state) => !state.isChanging && isSame(state.binding, before)
			});
			if (isSame(binding, before)) step.observed(said);
			else step.found(said);
		}).catch((error) => {
			findings.push(...toAppErrors(error).map((each) => describeStuck(target, each)));
		});
	}
	return findings;
}
function isSame(binding, before) {
	if (!binding) return false;
	return [.../* @__PURE__ */ new Set([...Object.keys(binding), ...Object.keys(before)])].every((name) => binding[name] === before[name]);
}
function describeStuck({ name }, { message, help }) {
	return {
		id: "rolled-back",
		severity: "error",
		problem: `${name} could not be put back: ${message}`,
		help
	};
}
/**
* Whether another leaf than the one deployed was served and accepted before. When it was the same one, putting it
* back would change nothing.
*/
function hasPrevious({ served }, deployedLeaf) {
	const previous = servedLeaf(served);
	return previous !== void 0 && previous !== deployedLeaf;
}
/**
* What is said of a deployment that did harm. `restored` is the attempt to put the previous certificate back;
* undefined when there was nothing to put back, or CAS refused it.
*/
function describeRollBack(endpoint, harm, restored) {
	const isBack = restored !== void 0 && isAsIntended(restored.served);
	return {
		id: "rolled-back",
		severity: "error",
		problem: `${harm === "worse" ? `the new certificate made ${nameOf(endpoint)} worse` : `the deployment to ${nameOf(endpoint)} stopped half-way`}${describeReturn(restored, isBack)}`,
		help: isBack ? "Mend what the other findings name, then deploy again." : "Put a certificate that works back by hand, then mend what the other findings name."
	};
}
function describeReturn(restored, isBack) {
	if (!restored) return ", and the previous one could not be put back";
	const previous = `the previous one${restored.certificateId === void 0 ? "" : `, ${restored.certificateId},`}`;
	if (isBack) return `; ${previous} is back`;
	return `; ${previous} was deployed again, but not every address serves it`;
}
/** The leaf that an accepting address served before; undefined when none did. */
function servedLeaf({ addresses }) {
	const accepted = addresses.find((address) => address.accepted);
	return accepted?.tls.kind === "handshake" ? accepted.tls.receivedChain[0]?.fingerprint : void 0;
}
async function redeployPrevious(inspection, leafFingerprint, world) {
	const { endpoint, targets } = inspection;
	const certificate = await findPrevious(inspection, leafFingerprint, world);
	if (!certificate) return void 0;
	const { id } = certificate;
	return {
		findings: await deployToIngress({
			endpoint,
			certificate,
			material: void 0,
			name: "roll-back",
			targets: targets.map(({ target }) => target)
		}, world),
		certificateId: id
	};
}
/** What CAS holds of the leaf that was served before; undefined when it holds it no longer. */
async function findPrevious({ endpoint: { domain }, mapped }, leafFingerprint, { cloud: { store } }) {
	const found = await store.find({
		domain,
		leafFingerprint
	});
	if (found || store.isListed || !mapped) return found;
	return store.read(mapped.certificateId);
}
// src/commands/open-world.ts
/**
* Everything a deployment, or its undoing, reads the world and changes it through. Who acts is asked for first: everything
* that can be known to be wrong is known before the first write.
*
* @throws CREDENTIALS_MISSING, CLOUD_AUTHENTICATION, BIND_COMMAND_NOT_FOUND, TRUST_…
*/
async function openWorld(config, options) {
	const { environment, listener } = options;
	const { bind } = config.airec;
	if (bind !== "none") await assertCommandExists(bind[0], environment);
	const credentials = options.credentials ?? await resolveCredentials(environment);
	const clock = {
		now: () => /* @__PURE__ */ new Date(),
		sleep: (milliseconds) => setTimeout(milliseconds)
	};
	const steps = createStepRecorder(listener, clock.now);
	const { privateNetworks } = config.trust;
	const { connectionMs, callMs } = config.deadlines;
	const trusted = {
		bundled: rootCertificates,
		...await readConfiguredTrust(config)
	};
	const trust = loadClientTrust(trusted);
	return {
		config,
		cloud: openCloud(config, {
			credentials,
			callMs,
			onAttempt: (line) => steps.asked(line)
		}),
		observe: createEndpointObserver({
			trustAnchors: anchorsOfAny(trusted),
			privateNetworks,
			timeoutMs: connectionMs
		}),
		fetchIssuers: createIssuerFetcher({
			privateNetworks,
			timeoutMs: connectionMs
		}),
		rehearse: createRehearsal(trust),
		trust,
		clock,
		steps
	};
}
export { restoreTargets as a, verify as c, bind as d, writeMapping as f, verdictOf as g, verdictLine as h, isRecorded as i, deployToIngress as l, deployFold as m, describeRollBack as n, rollBack as o, deploySummary as p, hasPrevious as r, servedLeaf as s, openWorld as t, poll as u };
