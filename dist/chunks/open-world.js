import { t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { i as redact, n as toAppErrors } from "./render.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { A as anchorsOfAny, F as addressesWithIncompleteChain, I as isAsIntended, N as addressesNotServing, O as createIssuerFetcher, P as addressesServingOther, R as judgeEndpoint, j as loadClientTrust, t as createEndpointObserver, z as judgeUnresolved } from "./observe-endpoint.js";
import { t as readConfiguredTrust } from "./trust-anchors.js";
import { a as _enum, g as string, l as int, m as record, n as formatDuration, o as array, p as object, s as boolean, t as countOf$1, u as literal } from "./format.js";
import { r as datetime, t as FINDING_IDS } from "./finding.js";
import { o as INGRESS_TYPES } from "./config.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
import { s as resolveCredentials, t as openCloud } from "./open-cloud.js";
import { r as updateMapping } from "./mapping-file.js";
import { t as defined } from "./defined.js";
import { t as redactTexts } from "./redact-texts.js";
import { stripVTControlCharacters } from "node:util";
import path, { basename } from "node:path";
import { rootCertificates } from "node:tls";
import { access } from "node:fs/promises";
import { constants, existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { spawn } from "node:child_process";
// src/reports/outcome-words.ts
/** How a step ended, for people. */
const OUTCOME_WORDS = {
	done: "done",
	skipped: "skipped",
	found: "problem found",
	failed: "failed"
};
// src/reports/progress.ts
const OUTCOMES = {
	done: {
		sign: "✓",
		colour: "green"
	},
	skipped: {
		sign: "–",
		colour: "dim"
	},
	found: {
		sign: "!",
		colour: "yellow"
	},
	failed: {
		sign: "✗",
		colour: "red"
	}
};
const WORDS = {
	identify: "Identify",
	inspect: "Inspect",
	provision: "Provision",
	deploy: "Deploy",
	map: "Map",
	bind: "Bind",
	verify: "Verify",
	diagnose: "Diagnose",
	remediate: "Remediate",
	redeploy: "Redeploy",
	"roll-back": "Roll back",
	retire: "Retire"
};
/** A listener that writes every step as it goes: what was asked (→), what was seen (←), how it ended. */
function createProgress(write, paint) {
	return {
		started({ name, title, endpoint }) {
			const where = endpoint ? paint("dim", ` · ${endpoint}`) : "";
			write(`${paint("bold", WORDS[name])} · ${title}${where}`);
		},
		asked: (line) => write(`  ${paint("cyan", "→")} ${line}`),
		observed: (line) => write(`  ${paint("dim", "←")} ${line}`),
		finished({ outcome, durationMs }) {
			const { sign, colour } = OUTCOMES[outcome];
			write(`  ${paint(colour, `${sign} ${OUTCOME_WORDS[outcome]}`)} ${paint("dim", formatDuration(durationMs))}`);
		}
	};
}
// src/deployment/outcome.ts
/** The status of one endpoint from what is served at the end and what is held against it. */
function statusOf(served, findings, error) {
	if (served?.addresses.some(({ accepted }) => accepted === false)) return "broken";
	if (!served || served.addresses.some(({ accepted }) => accepted === void 0)) return "unknown";
	if (served.addresses.length === 0) return served.findings.some(({ severity }) => severity === "error") ? "broken" : "unknown";
	if (!(isAsIntended(served) && !findings.some(({ severity }) => severity !== "info")) || error?.category === "certificate") return "degraded";
	return error ? "unknown" : "healthy";
}
const STATUS_ORDER = [
	"healthy",
	"degraded",
	"unknown",
	"broken"
];
/** The status of all endpoints together: the worst one. */
function worstStatus(statuses) {
	return STATUS_ORDER[Math.max(0, ...statuses.map((status) => STATUS_ORDER.indexOf(status)))] ?? "unknown";
}
// src/deployment/plan.ts
/** Decides what to do about one endpoint. Pure: the same evidence gives the same plan. */
function planEndpoint(evidence) {
	const deploys = evidence.targets.map((target) => planDeploy(evidence, target));
	return {
		provision: planProvision(evidence),
		deploys,
		map: planMapping(evidence),
		remediate: planRemedy(evidence, deploys.some((item) => item.decision === "do"))
	};
}
/** All items of a plan in order. */
function planItems(plan) {
	return [
		plan.provision,
		...plan.deploys,
		plan.map,
		plan.remediate
	];
}
function planProvision(evidence) {
	const { endpoint, stored } = evidence;
	const step = {
		step: "provision",
		subject: "CAS"
	};
	const cut = reasonToComplete(evidence);
	if (cut !== void 0) return {
		...step,
		decision: "do",
		reason: cut
	};
	if (stored?.status === "Issuing") return {
		...step,
		decision: "do",
		reason: `${stored.id} is still being issued`
	};
	if (stored) return {
		...step,
		decision: "skip",
		reason: `CAS holds it as ${stored.id}`
	};
	return endpoint.certificate.kind === "request" ? {
		...step,
		decision: "do",
		reason: `CAS holds no valid certificate issued for ${endpoint.domain}`
	} : {
		...step,
		decision: "do",
		reason: "CAS does not hold this certificate"
	};
}
/**
* Why what CAS holds is to be replaced by the bundle; undefined when it is not. More than the bundle is left alone: that
* is a root, or what mended an endpoint before.
*/
function reasonToComplete({ stored, bundleLength = 0 }) {
	const { id, chainLength } = stored ?? {};
	if (id === void 0 || chainLength === void 0 || chainLength >= bundleLength) return void 0;
	return `${id} has ${chainLength} of the ${bundleLength} certificates of the bundle`;
}
function planDeploy(evidence, inspected) {
	const { target } = inspected;
	const step = {
		step: "deploy",
		subject: target.name,
		target
	};
	const because = reasonToDeploy(evidence, inspected);
	return because === void 0 ? {
		...step,
		decision: "skip",
		reason: reasonToLeave(evidence, inspected)
	} : {
		...step,
		decision: "do",
		reason: because
	};
}
/** Why the certificate has to be deployed to the target; undefined when it does not. */
function reasonToDeploy(evidence, { before: { status, isTold, said } }) {
	const { stored, served } = evidence;
	if (!stored || stored.status === "Issuing") return "the certificate is new";
	if (reasonToComplete(evidence) !== void 0) return "its chain in CAS is replaced";
	const isDeployed = status === "Deployed";
	if (isTold && !isDeployed) return `${said} there`;
	if (!isSeen(evidence) && !isDeployed) return `${said}, and nobody can see what is served`;
	const others = isDeployed ? addressesServingOther(served) : addressesNotServing(served);
	if (others.length > 0) return `${others.join(", ")} ${verb(others)} not serve it`;
	const incomplete = addressesWithIncompleteChain(served);
	if (incomplete.length === 0 || (stored.chainLength ?? 0) <= shortestServedChain(served)) return void 0;
	return `CAS holds more of the chain than ${incomplete.join(", ")} ${verb(incomplete, "serves", "serve")}`;
}
function reasonToLeave(evidence, { before }) {
	return isSeen(evidence) && addressesNotServing(evidence.served).length === 0 ? "every address serves it" : before.said;
}
/** Whether there is an address to look at, and a leaf to look for. */
function isSeen({ served, intendedLeaf }) {
	return served.addresses.length > 0 && intendedLeaf !== void 0;
}
function planMapping({ endpoint, stored, mapped, mappingName }) {
	const step = {
		step: "map",
		subject: mappingName
	};
	const name = `${endpoint.domain}:${endpoint.port}`;
	if (!mapped) return {
		...step,
		decision: "do",
		reason: `no row for ${name}`
	};
	if (mapped.certificateId !== stored?.id) return {
		...step,
		decision: "do",
		reason: `the row of ${name} names ${mapped.certificateId}`
	};
	return {
		...step,
		decision: "skip",
		reason: `the row of ${name} names ${mapped.certificateId}`
	};
}
function planRemedy({ served }, deploying) {
	const step = {
		step: "remediate",
		subject: "chain"
	};
	const incomplete = addressesWithIncompleteChain(served);
	if (deploying) return {
		...step,
		decision: "skip",
		reason: "decided once the deployment is verified"
	};
	if (incomplete.length === 0) return {
		...step,
		decision: "skip",
		reason: "the served chain is complete"
	};
	return {
		...step,
		decision: "do",
		reason: `${incomplete.join(", ")} ${verb(incomplete, "serves", "serve")} an incomplete chain`
	};
}
function shortestServedChain(served) {
	const lengths = served.addresses.flatMap(({ tls }) => tls.kind === "handshake" ? [tls.receivedChain.length] : []);
	return Math.min(...lengths);
}
function verb(subjects, one = "does", many = "do") {
	return subjects.length === 1 ? one : many;
}
// src/reports/report.ts
const status = _enum([
	"healthy",
	"degraded",
	"broken",
	"unknown"
]);
const milliseconds = int().nonnegative().describe("Milliseconds.");
const fingerprint = string().regex(/^[0-9a-f]{64}$/).describe("SHA-256 of the DER, lower-case hexadecimal.");
const location = object({
	file: string(),
	line: int().positive().optional(),
	column: int().positive().optional()
}).describe("What a person must edit.");
const finding = object({
	id: _enum(FINDING_IDS),
	severity: _enum([
		"error",
		"warning",
		"info"
	]),
	problem: string(),
	help: string(),
	address: string().optional().describe("Where it was seen; absent when it concerns the endpoint as a whole."),
	certificate: fingerprint.optional().describe("The one at fault; absent when it is none in particular."),
	citation: string().optional().describe("What it rests on, such as `RFC 5280 §6.1.3 (a)(2)`."),
	clientWords: array(string()).optional().describe("What users see, client by client."),
	location: location.optional()
});
const error = object({
	code: string(),
	category: string(),
	problem: string(),
	help: string(),
	requestId: string().optional(),
	location: location.optional()
});
const planItem = object({
	step: _enum([
		"provision",
		"deploy",
		"map",
		"remediate"
	]),
	subject: string(),
	decision: _enum(["do", "skip"]),
	reason: string()
});
const address = object({
	address: string().describe("`203.0.113.7:443` or `[2001:db8::1]:443`."),
	accepted: boolean().nullable().describe("Whether a client without help accepts what is served; null when it could not be determined."),
	servesIntended: boolean().nullable().describe("Whether the intended leaf is served; null without a handshake."),
	leaf: fingerprint.optional(),
	notAfter: datetime().optional().describe("End of the validity of the leaf."),
	receivedChain: array(string()).optional().describe("Subjects as sent, the leaf first."),
	protocol: string().optional(),
	httpStatus: int().optional()
});
const rollback = object({
	leaf: fingerprint.optional().describe("That was served; absent when no client accepted what was."),
	certificateId: string().optional().describe("That the mapping named."),
	targets: array(object({
		name: string(),
		type: _enum(INGRESS_TYPES),
		instance: string(),
		port: int().optional(),
		region: string().optional(),
		sni: boolean().optional(),
		via: literal("cas-job").optional(),
		enableHttps: boolean().optional(),
		before: record(string(), string()).describe("In the words of the API of the product.")
	})).describe("In the order in which they were changed.")
}).describe("What `rollback` undoes the change with; absent when it is not known what was bound before.");
const endpoint = object({
	domain: string(),
	port: int(),
	location: location.describe("Where the endpoint stands in the configuration."),
	status,
	certificateId: string().optional().describe("The certificate in CAS that the endpoint was given."),
	intendedLeaf: fingerprint.optional(),
	changed: boolean(),
	rolledBack: boolean(),
	rollback: rollback.optional(),
	plan: array(planItem).describe("What was decided; empty when the endpoint could not be inspected."),
	addresses: array(address).describe("What was served at the last look."),
	findings: array(finding),
	error: error.optional().describe("What stopped the work on this endpoint.")
});
const step = object({
	name: string(),
	title: string(),
	endpoint: string().optional().describe("`domain:port`; absent for a step that serves all endpoints."),
	asked: array(string()),
	observed: array(string()),
	outcome: _enum([
		"done",
		"skipped",
		"found",
		"failed"
	]),
	durationMs: milliseconds
});
/** The JSON report. A change that breaks readers raises `version`. */
const reportSchema = object({
	version: literal(1),
	tool: object({
		name: literal("airec-https"),
		version: string()
	}),
	command: literal("deploy"),
	dryRun: boolean(),
	startedAt: datetime(),
	durationMs: milliseconds,
	status: status.describe("The worst of all endpoints."),
	changed: boolean().describe("Whether anything was written to the cloud or to the mapping file."),
	mapping: object({
		path: string(),
		changed: boolean()
	}),
	endpoints: array(endpoint),
	steps: array(step)
});
/** The report of a deployment, secrets blanked. */
function toReport(outcome, toolVersion) {
	const report = {
		version: 1,
		tool: {
			name: "airec-https",
			version: toolVersion
		},
		command: "deploy",
		dryRun: outcome.dryRun,
		startedAt: outcome.startedAt.toISOString(),
		durationMs: outcome.durationMs,
		status: worstStatus(outcome.endpoints.map((each) => each.status)),
		changed: hasChanged(outcome),
		mapping: outcome.mapping,
		endpoints: outcome.endpoints.map(toEndpoint),
		steps: outcome.steps.map(toStep)
	};
	return redactTexts(report);
}
/** Whether anything was written. */
function hasChanged({ endpoints, mapping }) {
	return mapping.changed || endpoints.some(({ changed }) => changed);
}
function toEndpoint(outcome) {
	const { domain, port } = outcome.endpoint;
	return {
		domain,
		port,
		location: outcome.endpoint.locations.domain,
		status: outcome.status,
		...defined({
			certificateId: outcome.certificateId,
			intendedLeaf: outcome.intendedLeaf
		}),
		changed: outcome.changed,
		rolledBack: outcome.rolledBack,
		plan: outcome.plan ? planItems(outcome.plan).map(({ step: name, subject, decision, reason }) => ({
			step: name,
			subject,
			decision,
			reason
		})) : [],
		addresses: (outcome.after ?? outcome.before)?.addresses.map(toAddress) ?? [],
		findings: outcome.findings.map(toFinding),
		...outcome.error ? { error: toError(outcome.error) } : {},
		...outcome.rollback ? { rollback: toRollback(outcome.rollback) } : {}
	};
}
function toRollback({ leaf, certificateId, targets }) {
	return {
		...defined({
			leaf,
			certificateId
		}),
		targets: targets.map((target) => ({ ...target }))
	};
}
function toAddress({ address: at, accepted, servesIntended, tls, http }) {
	const seen = {
		address: at,
		accepted: accepted ?? null,
		servesIntended: servesIntended ?? null
	};
	if (tls.kind === "failure") return seen;
	const [leaf] = tls.receivedChain;
	return {
		...seen,
		...defined({
			leaf: leaf?.fingerprint,
			notAfter: leaf?.notAfter.toISOString()
		}),
		receivedChain: tls.receivedChain.map(({ subject }) => printable(subject)),
		protocol: tls.protocol,
		...http?.kind === "response" ? { httpStatus: http.status } : {}
	};
}
function toFinding(each) {
	return {
		...each,
		clientWords: each.clientWords ? [...each.clientWords] : void 0
	};
}
function toError({ code, category, message, help, requestId, location: where }) {
	return {
		code,
		category,
		problem: message,
		help,
		...defined({
			requestId,
			location: where
		})
	};
}
function toStep({ endpoint: name, ...record }) {
	return {
		...record,
		asked: [...record.asked],
		observed: [...record.observed],
		...defined({ endpoint: name })
	};
}
// src/reports/verdict.ts
/** How a verdict is shown where there is room for a sign. */
const VERDICT_SIGNS = {
	healthy: "✓",
	degraded: "!",
	broken: "✗",
	unknown: "?",
	planned: "+"
};
/** What the sign in front of the verdict line is chosen by. */
function verdictOf({ dryRun, endpoints, status }) {
	if (!dryRun || endpoints.some(isBlocked)) return status;
	return countChanges(endpoints) > 0 ? "planned" : status;
}
/** One line for the whole run: how many endpoints are not healthy, and what the worst of them suffers from. */
function verdictLine({ endpoints, dryRun }) {
	const all = countOf$1(endpoints.length, "endpoint");
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
	if (!first) return changes === 0 ? "nothing to do" : countOf$1(changes, "change");
	return `${changes === 0 ? "" : `${countOf$1(changes, "change")}, `}${`${countOf$1(blocked.length, "endpoint")} cannot be deployed`}; ${first.domain}:${first.port}: ${reasonOf(first)}`;
}
function countChanges(endpoints) {
	return endpoints.flatMap(({ plan }) => plan).filter(({ decision }) => decision === "do").length;
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
// src/deployment/world.ts
/** `domain:port`, as steps, reports and rows of the mapping name an endpoint. */
function nameOf({ domain, port }) {
	return `${domain}:${port}`;
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
// src/deployment/look.ts
/** Observes every address of `endpoint` now and judges what is served. */
async function lookAt(endpoint, intendedLeaf, world) {
	return judgeNow(endpoint, await world.observe(endpoint), {
		intendedLeaf,
		world
	});
}
/** The verdict of this moment on what was observed. */
function judgeNow(endpoint, observed, { intendedLeaf, world }) {
	if ("kind" in observed) return judgeUnresolved(endpoint.domain, observed);
	const { trust, clock } = world;
	return judgeEndpoint(observed, {
		endpoint,
		intendedLeaf,
		trust,
		time: clock.now()
	});
}
/** One line for an address: what it serves and whether that is accepted. */
function describeAddress({ address, tls, http, accepted, findings }) {
	if (tls.kind === "failure") return `${address}  ${findings[0]?.problem ?? tls.reason}`;
	const leaf = tls.receivedChain[0];
	const certificates = tls.receivedChain.length === 1 ? "1 certificate" : `${tls.receivedChain.length} certificates`;
	const verdict = accepted ? "accepted" : "not accepted";
	const answer = http === void 0 ? [] : [http.kind === "response" ? `HTTP ${http.status}` : `HTTP ${http.reason}`];
	return [
		`${address}  leaf ${leaf ? shortFingerprint(leaf.fingerprint) : "none"}`,
		certificates,
		tls.protocol,
		verdict,
		...answer
	].join(" · ");
}
/**
* Whether the change did harm: fewer addresses are accepted than before, and more are refused. One that could
* not be looked at is no proof of harm.
*/
function isWorse(before, after) {
	return countOf(after, true) < countOf(before, true) && countOf(after, false) > countOf(before, false);
}
function countOf({ addresses }, verdict) {
	return addresses.filter(({ accepted }) => accepted === verdict).length;
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
/** What is waited for, as a person reads it; undefined when every address serves the intended leaf. */
function describeWaiting(verdict) {
	const all = verdict.addresses.length;
	if (all === 0) return verdict.findings[0]?.problem;
	const waiting = addressesNotServing(verdict);
	if (waiting.length === 0) return void 0;
	return `${all - waiting.length} of ${all} addresses serve the intended leaf; waiting for ${waiting.join(", ")}`;
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
// src/airec/find-command.ts
/**
* Checks, without running it, that the bind command is there: at its path, or on PATH for a bare name. What
* this cannot see (a missing interpreter) shows when it runs.
*
* @throws BIND_COMMAND_NOT_FOUND
*/
async function assertCommandExists(command, environment) {
	for (const candidate of candidates(command, environment)) if (await isExecutable(candidate)) return;
	throw appError("BIND_COMMAND_NOT_FOUND", { command });
}
function candidates(command, environment) {
	const extensions = process.platform === "win32" ? ["", ...(environment["PATHEXT"] ?? ".EXE;.CMD").split(";")] : [""];
	return (/[/\\]/.test(command) ? [""] : (environment["PATH"] ?? "").split(path.delimiter)).flatMap((folder) => extensions.map((extension) => path.join(folder, command) + extension));
}
async function isExecutable(file) {
	return access(file, constants.X_OK).then(() => true, () => false);
}
// src/deployment/steps.ts
/** Records the steps of one deployment, which run one after the other, and tells `listener` as they go. */
function createStepRecorder(listener, now) {
	const records = [];
	let running;
	async function run(heading, work) {
		const asked = [];
		const observed = [];
		let outcome = "done";
		const step = {
			asked(line) {
				asked.push(line);
				listener.asked(line);
			},
			observed(line) {
				observed.push(line);
				listener.observed(line);
			},
			skipped(reason) {
				outcome = "skipped";
				step.observed(reason);
			},
			found(line) {
				outcome = "found";
				step.observed(line);
			}
		};
		const startedAt = now().getTime();
		const outer = running;
		running = step;
		listener.started(heading);
		try {
			return await work(step);
		} catch (error) {
			outcome = "failed";
			throw error;
		} finally {
			running = outer;
			const record = {
				...heading,
				asked,
				observed,
				outcome,
				durationMs: now().getTime() - startedAt
			};
			records.push(record);
			listener.finished(record);
		}
	}
	return {
		records,
		run,
		asked: (line) => running?.asked(line)
	};
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
		trust: loadClientTrust(trusted),
		clock,
		steps
	};
}
export { reportSchema as C, createProgress as D, statusOf as E, OUTCOME_WORDS as O, verdictOf as S, planEndpoint as T, writeMapping as _, restoreTargets as a, reasonOf as b, verify as c, judgeNow as d, lookAt as f, bind as g, poll as h, isRecorded as i, describeAddress as l, nameOf as m, describeRollBack as n, rollBack as o, deployToIngress as p, hasPrevious as r, servedLeaf as s, openWorld as t, isWorse as u, VERDICT_SIGNS as v, toReport as w, verdictLine as x, isBlocked as y };
