import { t as appError } from "./catalogue.js";
import { n as toAppErrors } from "./render.js";
import { a as restoreTargets, c as verify, d as bind, f as writeMapping, t as openWorld } from "./open-world.js";
import { _ as statusOf, c as nameOf, l as reportSchema, p as toReport, s as lookAt, y as createProgress } from "./rehearse.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
import { n as renderTerminal } from "./terminal.js";
import { n as parseOptions } from "./arguments.js";
import { n as exitCodeOf } from "./exit-code.js";
import { r as loadConfig } from "./trust-anchors.js";
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
		plan: void 0,
		before: void 0,
		after: served,
		findings: told,
		error,
		changed: isTouched,
		rolledBack: isTouched,
		rollback: void 0
	};
}
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
	const listener = createProgress(terminal[stream], paint);
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
	else terminal.out(`\n${renderTerminal(report, paint)}`);
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
