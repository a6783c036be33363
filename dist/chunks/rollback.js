import { t as appError } from "./catalogue.js";
import { n as toAppErrors } from "./render.js";
import { a as restoreTargets, c as verify, d as bind, f as writeMapping, p as deploySummary, t as openWorld } from "./open-world.js";
import { S as createProgress, b as statusOf, c as nameOf, g as toReport, s as lookAt } from "./rehearse.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
import { o as INGRESS_TYPES } from "./config.js";
import { r as FINDING_IDS, t as ledgerEntrySchema } from "./swept-schema.js";
import { a as _enum, g as string, l as int, m as record, o as array, p as object, s as boolean, u as literal } from "./format.js";
import { n as datetime } from "./iso.js";
import { t as renderText } from "./text.js";
import { n as parseOptions } from "./arguments.js";
import { n as exitCodeOf } from "./exit-code.js";
import { h as loadConfig } from "./trust-anchors.js";
import { n as progressPlace } from "./terminal.js";
import { t as VERSION } from "./version.js";
import { readFile } from "node:fs/promises";
// src/deployment/undo.ts
/**
* Undoes a past deployment: binds what every target had before it, last change first, brings the mapping back, and proves
* by handshake that the previous certificate is served. An endpoint that fails does not stop the others.
*
* @throws ROLLBACK_ENDPOINT_UNKNOWN when the configuration has no such endpoint, before anything is written
*/
async function undo({ changes, dryRun, force }, world) {
	const { config, clock, steps } = world;
	const startedAt = clock.now();
	const undoings = changes.map((change) => startUndoing(change, config.endpoints));
	for (const undoing of undoings.toReversed()) await guarded(undoing, async () => {
		if (!force) await assertNotSuperseded(undoing, world);
		const changed = toChanged(undoing, world.cloud);
		if (dryRun) return compareTargets(undoing.endpoint, changed, world);
		undoing.isTouched = true;
		undoing.findings = await restoreTargets(undoing.endpoint, changed, world);
	});
	const mappingChanged = dryRun ? false : await restoreMapping(undoings, world);
	for (const undoing of undoings.filter(({ error }) => !error)) {
		const { endpoint, record } = undoing;
		const until = dryRun || record.leaf === void 0 ? "nothing" : "leaf";
		await guarded(undoing, async () => {
			const intendedLeaf = dryRun ? void 0 : record.leaf;
			undoing.served = await verify({
				endpoint,
				intendedLeaf,
				until
			}, world);
		});
	}
	return {
		startedAt,
		durationMs: clock.now().getTime() - startedAt.getTime(),
		dryRun,
		mapping: {
			path: config.airec.mapping,
			changed: mappingChanged
		},
		endpoints: undoings.map(toOutcome),
		steps: steps.records
	};
}
function startUndoing({ domain, port, rollback, deployedLeaf }, endpoints) {
	const endpoint = endpoints.find((each) => each.domain === domain && each.port === port);
	if (!endpoint) throw appError("ROLLBACK_ENDPOINT_UNKNOWN", { endpoint: `${domain}:${port}` });
	return {
		endpoint,
		deployedLeaf,
		record: rollback,
		isTouched: false,
		findings: [],
		served: void 0,
		error: void 0
	};
}
/**
* What is served must be what that deployment left, or what was there before it: else it is somebody's newer work.
*
* @throws ROLLBACK_SUPERSEDED
*/
async function assertNotSuperseded({ endpoint, deployedLeaf, record }, world) {
	if (deployedLeaf === void 0) return;
	const { addresses } = await lookAt(endpoint, void 0, world);
	const newer = addresses.flatMap(({ tls }) => tls.kind === "handshake" ? tls.receivedChain.slice(0, 1) : []).find(({ fingerprint }) => fingerprint !== deployedLeaf && fingerprint !== record.leaf);
	if (!newer) return;
	const details = {
		endpoint: nameOf(endpoint),
		leaf: shortFingerprint(newer.fingerprint)
	};
	throw appError("ROLLBACK_SUPERSEDED", details);
}
/** The targets as they were configured then. */
function toChanged({ endpoint, record }, cloud) {
	return cloud.targetsOf({
		...endpoint,
		ingress: record.targets
	}).map((target, index) => ({
		target,
		before: record.targets[index]?.before
	}));
}
/** What each target has, and what it would get back. */
async function compareTargets(endpoint, changed, { steps }) {
	for (const { target, before = {} } of changed.toReversed()) {
		const title = `Would put back what ${target.name} had`;
		await steps.run({
			name: "roll-back",
			title,
			endpoint: nameOf(endpoint)
		}, async (step) => {
			const { said } = await target.read(void 0);
			step.observed(`now: ${said}`);
			step.skipped(`then: ${Object.entries(before).map(([key, value]) => `${key} ${value}`).join(", ") || "nothing"}`);
		});
	}
}
async function restoreMapping(undoings, world) {
	const entries = [];
	for (const undoing of undoings.filter(({ error }) => !error)) {
		const { domain, port } = undoing.endpoint;
		const certificateId = await findId(undoing, world);
		if (certificateId !== void 0) entries.push({
			domain,
			port,
			certificateId
		});
	}
	if (entries.length === 0) return false;
	const written = await writeMapping(entries, world);
	const finding = await bind(written ? "the mapping changed" : void 0, world);
	if (finding) for (const undoing of undoings) undoing.findings = [...undoing.findings, finding];
	return written;
}
/** That CAS has for what was served before; where it cannot list, that the mapping named then. */
async function findId({ endpoint: { domain }, record }, { cloud: { store } }) {
	const { leaf, certificateId } = record;
	return (leaf === void 0 ? void 0 : await store.find({
		domain,
		leafFingerprint: leaf
	}))?.id ?? certificateId;
}
async function guarded(undoing, work) {
	try {
		await work();
	} catch (error) {
		undoing.error ??= toAppErrors(error)[0];
	}
}
function toOutcome({ endpoint, record, isTouched, findings, served, error }) {
	const all = [...findings, ...served?.findings ?? []];
	const isBack = served?.addresses.every(({ servesIntended }) => servesIntended) === true;
	const stale = {
		id: "rolled-back",
		severity: "error",
		problem: `${nameOf(endpoint)} does not serve everywhere what it served before`,
		help: "See what the steps say of each target, and bind the previous certificate by hand where it is missing."
	};
	const told = record.leaf !== void 0 && isTouched && !isBack ? [...all, stale] : all;
	return {
		endpoint,
		status: statusOf(served, told, error),
		certificateId: record.certificateId,
		intendedLeaf: record.leaf,
		needed: void 0,
		mapped: void 0,
		plan: void 0,
		places: void 0,
		before: void 0,
		after: served,
		findings: told,
		error,
		changed: isTouched,
		rolledBack: isTouched,
		rollback: void 0
	};
}
// src/reports/report-parts.ts
const fingerprint = string().regex(/^[0-9a-f]{64}$/).describe("SHA-256 of the DER, lower-case hexadecimal.");
const path = object({
	certificates: array(fingerprint).describe("The leaf, then its intermediates, served or not; no root."),
	anchor: fingerprint.nullable().describe("Where it ends; null when it ends at no root that is trusted.")
}).describe("The path of the first client that accepts, else of the first that does not, as far as it goes.");
const client = object({
	accepts: boolean().nullable().describe("At every address; null when it could not be determined."),
	byLuck: boolean().describe("It accepts only because it comes by what is not sent in another way."),
	luck: _enum(["aia", "preload"]).optional().describe("That way: it fetches issuers, or knows those of public authorities. Only with `byLuck`."),
	error: string().nullable().describe("What its users see, or would see without that luck.")
});
const certificate = object({
	subject: string(),
	issuer: string(),
	notBefore: datetime(),
	notAfter: datetime()
});
// src/reports/deploy/report.ts
const status = _enum([
	"healthy",
	"degraded",
	"broken",
	"unknown"
]);
const milliseconds = int().nonnegative().describe("Milliseconds.");
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
	chain: array(fingerprint).optional().describe("The same certificates by their fingerprints."),
	path: path.optional(),
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
	before: array(address).optional().describe("What was served before anything was changed."),
	needed: path.optional().describe("The bundle that satisfies the clients; absent when nobody has it."),
	clients: record(string(), client).optional().describe("What each client makes of what was served at the last look, by name."),
	certificates: record(fingerprint, certificate).optional().describe("What is named in chains and paths by its SHA-256."),
	mapping: object({
		before: string().nullable(),
		after: string().nullable()
	}).optional().describe("Ids that the mapping file named at the beginning and names at the end; null: it has no row."),
	ledger: array(ledgerEntrySchema).optional().describe("What each place between the bundle file and the addresses holds; absent for an endpoint that is healthy."),
	origin: string().optional().describe("The first place that differs, in words."),
	findings: array(finding),
	error: error.optional().describe("What stopped the work on this endpoint.")
});
const step = object({
	name: string(),
	title: string(),
	endpoint: string().optional().describe("`domain:port`; absent for a step that serves all endpoints."),
	asked: array(string()),
	observed: array(string()),
	looks: array(object({
		elapsedMs: milliseconds,
		serving: int(),
		addresses: int()
	})).optional().describe("How many addresses served what is waited for, look by look; absent for steps that do not wait."),
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
// src/commands/rollback/rollback.ts
/** `airec-https rollback`: undoes what a report of `deploy` tells of; returns the exit code. */
async function run(argv, terminal) {
	const options = parseOptions("rollback", argv, {
		report: { type: "string" },
		config: {
			type: "string",
			default: "airec-https.yml"
		},
		"dry-run": {
			type: "boolean",
			default: false
		},
		force: {
			type: "boolean",
			default: false
		},
		json: {
			type: "boolean",
			default: false
		},
		"no-color": {
			type: "boolean",
			default: false
		}
	});
	if (options.report === void 0) throw appError("USAGE", {
		problem: "--report is missing",
		help: "Name the report that `deploy --report FILE`, or the Action as report-path, wrote."
	});
	const config = await loadConfig(options.config);
	const changes = await readChanges(options.report);
	const stream = options.json ? "error" : "out";
	const paint = terminal.paint(stream, options["no-color"]);
	const listener = createProgress(terminal[stream], paint, progressPlace(terminal));
	const world = await openWorld(config, {
		environment: terminal.environment,
		listener
	});
	const request = {
		changes,
		dryRun: options["dry-run"],
		force: options.force
	};
	const report = toReport(await undo(request, world), VERSION);
	if (options.json) terminal.out(JSON.stringify(report, void 0, 2));
	else if (options["dry-run"]) terminal.out(`\n${summarise(changes)}; nothing was changed`);
	else terminal.out(`\n${renderText(deploySummary(report), {
		paint,
		width: terminal.width
	})}`);
	return exitCodeOf(report, "error");
}
function summarise(changes) {
	const targets = changes.flatMap(({ rollback }) => rollback.targets.map(({ name }) => name));
	return `Would put back ${targets.length === 1 ? "1 target" : `${targets.length} targets`}: ${targets.toReversed().join(", ")}`;
}
/**
* What the report says can be undone.
*
* @throws ROLLBACK_REPORT_UNREADABLE, ROLLBACK_NOTHING
*/
async function readChanges(file) {
	const changes = (await readReport(file)).endpoints.flatMap(({ domain, port, intendedLeaf, rollback }) => rollback ? [{
		domain,
		port,
		deployedLeaf: intendedLeaf,
		rollback: {
			...rollback,
			leaf: rollback.leaf,
			certificateId: rollback.certificateId
		}
	}] : []);
	if (changes.length === 0) throw appError("ROLLBACK_NOTHING", { file });
	return changes;
}
async function readReport(file) {
	let reason;
	try {
		const read = reportSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
		if (read.success) return read.data;
		const [issue] = read.error.issues;
		reason = `${issue?.path.join(".") || "it"}: ${issue?.message ?? "is no report"}`;
	} catch (cause) {
		reason = cause.code ?? "it is not JSON";
	}
	throw appError("ROLLBACK_REPORT_UNREADABLE", {
		file,
		reason
	});
}
export { run };
