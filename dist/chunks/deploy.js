import { h as loadConfig } from "./trust-anchors.js";
import { _ as rowOf, n as readMapping } from "./mapping-file.js";
import { c as verify, d as bind, f as writeMapping, i as isRecorded, l as deployToIngress, n as describeRollBack, o as rollBack, r as hasPrevious, s as servedLeaf, t as openWorld, u as poll } from "./open-world.js";
import { n as toAppErrors } from "./render.js";
import { i as certificateName } from "./open-cloud.js";
import { I as addressesWithIncompleteChain, L as isAsIntended, et as toPem } from "./observe-endpoint.js";
import { a as isWorse, b as statusOf, c as nameOf, v as planEndpoint } from "./rehearse.js";
import { r as AppError, t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { t as mendBundle } from "./mend-bundle.js";
import { a as inspect, i as rehearseDeployment, n as loadMaterials, r as describeRehearsal } from "./material.js";
import { basename } from "node:path";
// src/deployment/bind-material.ts
/** The bundle and its key, for products that take them; undefined when CAS alone holds the key. */
function bindMaterial({ endpoint, material, search }) {
	const bundle = search?.smallest?.bundle;
	if (!material || !bundle) return void 0;
	return {
		name: certificateName(endpoint.domain, bundle),
		chainPem: toPem(bundle),
		key: material.key.pem
	};
}
// src/deployment/provision.ts
/**
* Gets the intended certificate into CAS: uploads the complete bundle with its key, gives the bundle to what CAS holds of
* it already, or requests a DV certificate, unless that was done before, and waits until it is issued.
*
* @throws ISSUE_FAILED, ISSUE_LATE, and what the service throws
*/
async function provision(inspection, world) {
	const { endpoint, material, search, stored: held } = inspection;
	const heading = {
		name: "provision",
		title: "Provision the certificate in CAS",
		endpoint: nameOf(endpoint)
	};
	return world.steps.run(heading, async (step) => {
		const { store } = world.cloud;
		if (material && search?.smallest) {
			const order = {
				domain: endpoint.domain,
				bundle: search.smallest.bundle,
				key: material.key.pem
			};
			const stored = held ? await store.replaceChain({
				...order,
				held,
				anchor: void 0
			}) : await store.upload(order);
			step.observed(`CAS holds it as ${stored.id}, ${stored.status}`);
			return stored;
		}
		const { domain, certificate } = endpoint;
		const product = certificate.kind === "request" ? certificate.product : void 0;
		const issued = await untilIssued({
			id: (inspection.stored ?? await store.request({
				domain,
				product
			})).id,
			domain
		}, world);
		step.observed(`CAS issued ${issued.id}, ${issued.status}`);
		return issued;
	});
}
async function untilIssued({ id, domain }, { cloud: { store }, clock, config }) {
	const deadlineMs = config.deadlines.statusMs;
	const last = await poll(() => store.advance(id, domain), {
		deadlineMs,
		clock,
		isSettled: isPastIssuing
	});
	if (last.status === "Failed") throw appError("ISSUE_FAILED", { id });
	if (last.status === "Issuing") throw appError("ISSUE_LATE", {
		id,
		seconds: Math.round(deadlineMs / 1e3)
	});
	return last;
}
function isPastIssuing({ status }) {
	return status !== "Issuing";
}
// src/deployment/diagnose.ts
/**
* Says why the chain is not accepted: asks CAS, as the second witness, and looks at what was received.
* Returns undefined when nothing is missing, so that no bundle can mend it.
*/
async function diagnose({ endpoint, certificateId, served }, { cloud: { store }, steps }) {
	const heading = {
		name: "diagnose",
		title: "Diagnose the chain",
		endpoint: nameOf(endpoint)
	};
	return steps.run(heading, async (step) => {
		try {
			const opinion = await store.diagnose(certificateId);
			if (opinion) step.observed(`CAS: ${opinion.passed ? "passed" : `failed. ${opinion.problems.join("; ")}`}`);
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			step.observed(`CAS gives no diagnosis: ${error.message}`);
		}
		const incomplete = served.addresses.find((address) => address.incompleteAt && address.servesIntended);
		const leaf = incomplete && receivedAt(incomplete)[0];
		if (!incomplete?.incompleteAt || !leaf) {
			step.observed("no intermediate is missing from the certificate that should be served");
			return;
		}
		const { incompleteAt } = incomplete;
		const where = addressesWithIncompleteChain(served).join(", ");
		step.found(`${where}: missing ${printable(incompleteAt.issuer)}, the issuer of ${printable(incompleteAt.subject)}`);
		return {
			incompleteAt,
			leaf,
			received: served.addresses.flatMap(receivedAt)
		};
	});
}
function receivedAt({ tls }) {
	return tls.kind === "handshake" ? tls.receivedChain : [];
}
// src/deployment/remediate.ts
const MAX_ROUNDS = 2;
/**
* Mends an incomplete chain: diagnose, complete the bundle, give it to CAS, deploy again, verify again; at
* most two rounds. What no bundle can mend is left as it is, for its findings say what to do.
*/
async function remediate(order, begin, world) {
	let state = begin;
	for (let round = 1; round <= MAX_ROUNDS; round += 1) {
		if (addressesWithIncompleteChain(state.served).length === 0) break;
		const { repair, isOver } = await mendOnce(order, state, world);
		state = repair;
		if (isOver) break;
	}
	return state;
}
async function mendOnce(order, state, world) {
	const { inspection, onWrite } = order;
	const { endpoint, intendedLeaf } = inspection;
	const diagnosis = await diagnose({
		endpoint,
		certificateId: state.stored.id,
		served: state.served
	}, world);
	if (!diagnosis) return {
		repair: state,
		isOver: true
	};
	const stored = await updateChain({
		...order,
		state,
		diagnosis
	}, world);
	if ("problem" in stored) return {
		repair: {
			...state,
			findings: [...state.findings, stored]
		},
		isOver: true
	};
	onWrite();
	const findings = await deployToIngress({
		endpoint,
		certificate: stored,
		material: bindMaterial(inspection),
		targets: inspection.targets.map(({ target }) => target),
		name: "redeploy",
		onBind: order.onBind
	}, world);
	return {
		repair: {
			stored,
			served: await verify({
				endpoint,
				intendedLeaf,
				until: "chain",
				title: "Verify again"
			}, world),
			findings: [...state.findings, ...findings]
		},
		isOver: false
	};
}
/** Completes the chain and stores it; a finding when it cannot be completed. */
async function updateChain({ inspection, onWrite, state, diagnosis }, { cloud: { store }, steps, trust, clock, fetchIssuers }) {
	const { endpoint, material } = inspection;
	const heading = {
		name: "remediate",
		title: "Complete the PEM bundle",
		endpoint: nameOf(endpoint)
	};
	return steps.run(heading, async (step) => {
		const leaf = material?.leaf ?? diagnosis.leaf;
		const atHand = [...material?.certificates ?? [], ...diagnosis.received];
		const terms = {
			trust,
			time: clock.now()
		};
		const query = {
			leaf,
			candidates: atHand,
			clients: endpoint.clients,
			domain: void 0,
			terms
		};
		const { smallest, help } = await mendBundle(query, fetchIssuers);
		for (const url of help?.fetched ?? []) step.asked(`GET ${url}`);
		if (!smallest) {
			const finding = describeUnmended(help?.problems ?? []);
			step.found(finding.problem);
			return finding;
		}
		const chain = [...smallest.bundle, smallest.anchor];
		step.observed(`chain of ${chain.length}: ${chain.map(({ subject }) => printable(subject)).join(" ← ")}`);
		const held = state.stored.chainLength;
		if (held !== void 0 && held >= smallest.bundle.length) {
			step.skipped(`CAS already holds ${held} certificates of it; deploying them again`);
			return state.stored;
		}
		onWrite();
		const { bundle, anchor } = smallest;
		const key = material?.key.pem;
		return store.replaceChain({
			held: state.stored,
			domain: endpoint.domain,
			bundle,
			anchor,
			key
		});
	});
}
function describeUnmended(problems) {
	return {
		id: "not-mended",
		severity: "error",
		problem: `the chain is incomplete and cannot be completed from here${problems.length > 0 ? `: ${problems.join("; ")}` : ""}`,
		help: "Get the intermediate certificates from your authority, and deploy the full bundle as certificate.bundle with its key."
	};
}
// src/deployment/endpoint-run.ts
function startRun(endpoint) {
	return {
		endpoint,
		inspection: void 0,
		plan: void 0,
		stored: void 0,
		served: void 0,
		findings: [],
		error: void 0,
		mappedId: void 0,
		changed: false,
		bound: [],
		restored: void 0
	};
}
/** Runs `work`; an error stops this run alone, and the first one is kept. */
async function guarded(run, work) {
	try {
		await work();
	} catch (error) {
		run.error ??= toAppErrors(error)[0];
	}
}
/** The first half: the certificate into CAS and onto every target of the plan. */
async function putInPlace(run, world) {
	const { inspection, plan, endpoint } = run;
	if (!inspection || !plan) return;
	if (plan.provision.decision === "do") {
		run.changed = true;
		run.stored = await provision(inspection, world);
	}
	const targets = plan.deploys.filter(({ decision }) => decision === "do").map(({ target }) => target);
	if (!run.stored || targets.length === 0) return;
	const material = bindMaterial(inspection);
	const onBind = (target) => noteBind(run, target);
	const busy = inspection.targets.filter(({ before }) => before.binding && before.isChanging);
	const changing = new Set(busy.map(({ target }) => target));
	const order = {
		endpoint,
		certificate: run.stored,
		material,
		targets,
		changing,
		name: "deploy",
		onBind
	};
	run.findings = [...run.findings, ...await deployToIngress(order, world)];
}
/** Before the call: an answer that is lost may hide a write. */
function noteBind(run, target) {
	run.changed = true;
	if (run.bound.some((earlier) => earlier.target === target)) return;
	const inspected = run.inspection?.targets.find((each) => each.target === target);
	run.bound = [...run.bound, {
		target,
		before: inspected?.before.binding
	}];
}
/** Whether the work on this endpoint came to its end, so that the mapping may name its certificate. */
function isInPlace(run) {
	return run.plan !== void 0 && !run.error && !run.findings.some(({ id }) => id === "deployment-failed");
}
/** The second half: verify, mend the chain if that is what is wrong, put the old one back if it got worse. */
async function settle(run, world) {
	const { inspection, plan, endpoint, stored } = run;
	if (!inspection || !plan) return;
	const intendedLeaf = inspection.intendedLeaf ?? stored?.leafFingerprint;
	const wait = run.changed && isInPlace(run);
	run.served = await verify({
		endpoint,
		intendedLeaf,
		until: wait ? "leaf" : "nothing"
	}, world);
	if (stored && isInPlace(run)) await repair(run, {
		...inspection,
		intendedLeaf
	}, world);
	const harm = harmOf(run, inspection);
	if (harm && hasPrevious(inspection, intendedLeaf)) await putBack(run, {
		inspection,
		harm
	}, world);
}
/** Why the previous certificate is to be put back; undefined when it is not. */
function harmOf(run, { served: before }) {
	if (!run.changed) return void 0;
	if (run.served && isWorse(before, run.served)) return "worse";
	return !isInPlace(run) && isRecorded(run.bound) ? "incomplete" : void 0;
}
/** Mends the chain. A repair that fails must not keep the previous certificate from being put back. */
async function repair(run, inspection, world) {
	const { endpoint, stored, served, findings } = run;
	if (!stored || !served) return;
	const order = {
		inspection,
		onWrite: () => run.changed = true,
		onBind: (target) => noteBind(run, target)
	};
	await guarded(run, async () => {
		Object.assign(run, await remediate(order, {
			stored,
			served,
			findings
		}, world));
	});
	if (!run.error) return;
	const { intendedLeaf } = inspection;
	run.served = await verify({
		endpoint,
		intendedLeaf,
		until: "nothing",
		title: "Verify as it is"
	}, world);
}
/** Harm was done, whether the previous certificate can be put back or not: the finding says which. */
async function putBack(run, { inspection, harm }, world) {
	await guarded(run, async () => {
		run.restored = await rollBack(inspection, run.bound, world);
	});
	const { restored } = run;
	run.findings = [
		...run.findings,
		describeRollBack(run.endpoint, harm, restored),
		...restored?.findings ?? []
	];
	run.served = restored?.served ?? run.served;
}
/** What `rollback` needs to undo this run; undefined when no target was changed whose binding is known. */
function toRollback({ bound, inspection, restored }) {
	const targets = bound.flatMap(({ target: { config, name }, before }) => before ? [{
		...config,
		name,
		before
	}] : []);
	const isBack = restored !== void 0 && restored.findings.length === 0;
	if (targets.length === 0 || isBack || !inspection) return void 0;
	const certificateId = inspection.mapped?.certificateId;
	return {
		leaf: servedLeaf(inspection.served),
		certificateId,
		targets
	};
}
function toPlaces(run, { material, targets }) {
	const changed = new Set(run.bound.map(({ target }) => target));
	const holds = ({ target, before }) => {
		if (changed.has(target)) return isInPlace(run) && !run.restored ? true : void 0;
		return before.status === "Deployed" ? true : before.isTold ? false : void 0;
	};
	return {
		bundleFile: material && basename(material.file),
		stored: run.restored ? void 0 : run.stored,
		targets: targets.map((each) => ({
			name: each.target.name,
			holds: holds(each)
		}))
	};
}
function toOutcome(run) {
	const { endpoint, inspection, plan, stored, error, changed } = run;
	const served = run.served ?? inspection?.served;
	const findings = [
		...inspection?.findings ?? [],
		...run.findings,
		...served?.findings ?? []
	];
	return {
		endpoint,
		status: statusOf(served, findings, error),
		certificateId: run.restored ? run.restored.certificateId : stored?.id,
		intendedLeaf: run.restored?.leaf ?? inspection?.intendedLeaf ?? stored?.leafFingerprint,
		needed: inspection?.search?.smallest,
		mapped: inspection && {
			before: inspection.mapped?.certificateId,
			after: run.mappedId
		},
		plan,
		places: inspection && toPlaces(run, inspection),
		before: inspection?.served,
		after: run.served,
		findings,
		error,
		changed,
		rolledBack: run.restored !== void 0,
		rollback: toRollback(run)
	};
}
// src/deployment/retire.ts
const DAY_MS = 864e5;
/**
* Deletes the certificates that the deployed one has superseded, where the configuration asks for that and every address
* serves what was meant.
*/
async function retire(run, world) {
	const { retention } = world.config.cas;
	const { endpoint, stored, served } = run;
	if (!retention || !stored || !served || !isInPlace(run) || run.restored || !isAsIntended(served)) return;
	const heading = {
		name: "retire",
		title: "Delete superseded certificates",
		endpoint: nameOf(endpoint)
	};
	await world.steps.run(heading, async (step) => {
		const before = /* @__PURE__ */ new Date(world.clock.now().getTime() - retention.graceDays * DAY_MS);
		const order = {
			domain: endpoint.domain,
			current: stored,
			keep: retention.keep,
			before
		};
		const retired = await world.cloud.store.retire(order);
		if (retired.length === 0) step.skipped("there is none to delete");
		else step.observed(`deleted ${retired.join(", ")}`);
		run.changed ||= retired.length > 0;
	});
}
// src/deployment/deploy.ts
/**
* The whole guide for every endpoint of the configuration: read the present state, plan, provision, deploy,
* write the mapping, bind, verify, diagnose, remediate, redeploy. What is so already is skipped, so a second
* run writes nothing. An endpoint that fails does not stop the others.
*
* @throws MAPPING_… when the workbook cannot be read, before anything is written
*/
async function deploy({ materials, dryRun }, world) {
	const { config, clock, steps } = world;
	const startedAt = clock.now();
	const path = config.airec.mapping;
	const mapping = await readMapping(path, config.endpoints);
	await identify(world);
	const runs = config.endpoints.map(startRun);
	for (const run of runs) {
		const mapped = rowOf(mapping, run.endpoint);
		await guarded(run, () => decide(run, {
			material: materials.get(run.endpoint),
			mapped
		}, world));
	}
	const mappingChanged = dryRun ? false : await apply(runs, world);
	return {
		startedAt,
		durationMs: clock.now().getTime() - startedAt.getTime(),
		dryRun,
		mapping: {
			path,
			changed: mappingChanged
		},
		endpoints: runs.map(toOutcome),
		steps: steps.records
	};
}
/** Credentials that nobody accepts end the run before anything is read or written with them. */
async function identify({ cloud, config, steps }) {
	if (config.cas.api === "guide") return;
	await steps.run({
		name: "identify",
		title: "Ask who acts",
		endpoint: void 0
	}, async (step) => {
		const identity = await cloud.identify();
		if (identity === void 0) step.skipped("STS cannot be asked");
		else step.observed(identity);
	});
}
async function decide(run, known, world) {
	const { endpoint } = run;
	const inspection = await inspect({
		endpoint,
		...known
	}, world);
	run.inspection = inspection;
	run.mappedId = known.mapped?.certificateId;
	run.stored = inspection.stored;
	if (inspection.findings.some(({ severity }) => severity === "error")) return;
	const plan = planEndpoint({
		...inspection,
		bundleLength: inspection.search?.smallest?.bundle.length,
		mappingName: basename(world.config.airec.mapping)
	});
	const finding = await rehearsePlan(plan, inspection, world);
	if (finding) run.findings = [finding];
	else run.plan = plan;
}
/** What forbids the plan, where a bundle and its key are about to be uploaded or bound. */
async function rehearsePlan({ provision, deploys }, { endpoint, material, search }, world) {
	const isWritten = [provision, ...deploys].some(({ decision }) => decision === "do");
	const bundle = search?.smallest?.bundle;
	if (!isWritten || !material || !bundle) return void 0;
	return describeRehearsal(await rehearseDeployment({
		endpoint,
		bundle,
		key: material.key
	}, world), endpoint);
}
/** Carries the plans out; returns whether the workbook was written. */
async function apply(runs, world) {
	const open = runs.filter(({ plan }) => plan !== void 0);
	for (const run of open) await guarded(run, () => putInPlace(run, world));
	const written = await mapAndBind(open.filter(isInPlace), world);
	for (const run of open) await guarded(run, () => settle(run, world));
	for (const run of open) await guarded(run, () => retire(run, world));
	const moved = open.filter((run) => (isInPlace(run) || run.restored) && run.mappedId !== currentId(run));
	return moved.length > 0 && await mapAndBind(moved, world) || written;
}
/** Writes the rows of `runs` and binds once for all of them; what fails there fails for each of them. */
async function mapAndBind(runs, world) {
	let written = false;
	const work = async () => {
		const entries = runs.flatMap((run) => toEntry(run));
		if (entries.length === 0) return;
		written = await writeMapping(entries, world);
		for (const run of runs) {
			run.changed ||= run.mappedId !== currentId(run);
			run.mappedId = currentId(run);
		}
		const finding = await bind(written ? "the mapping changed" : reasonToBind(runs), world);
		if (finding) for (const run of runs) run.findings = [...run.findings, finding];
	};
	try {
		await work();
	} catch (error) {
		for (const run of runs) run.error ??= toAppErrors(error)[0];
	}
	return written;
}
function toEntry(run) {
	const certificateId = currentId(run);
	const { domain, port } = run.endpoint;
	return certificateId === void 0 ? [] : [{
		domain,
		port,
		certificateId
	}];
}
function reasonToBind(runs) {
	if (runs.some(({ plan }) => plan?.deploys.some(({ decision }) => decision === "do"))) return "a certificate was deployed";
	return runs.some(({ inspection }) => inspection?.served.findings.some(({ id }) => id === "http-failure")) ? "an endpoint does not answer as one that is bound" : void 0;
}
/** The certificate the endpoint serves, or should. */
function currentId({ restored, stored }) {
	return restored ? restored.certificateId : stored?.id;
}
// src/commands/deploy/deploy.ts
/**
* `deploy`: reads the configuration, keys and credentials, then has the deployment run. Everything that can
* be known to be wrong is known before the first write.
*
* @throws CONFIG_…, KEY_…, PEM_…, CREDENTIALS_MISSING, BIND_COMMAND_NOT_FOUND, MAPPING_…
*/
async function runDeploy(options) {
	const { environment, dryRun, listener } = options;
	const config = await loadConfig(options.configFile);
	const materials = await loadMaterials(config, environment);
	const credentials = options.openCredentials?.(config);
	return deploy({
		materials,
		dryRun
	}, await openWorld(config, {
		environment,
		listener,
		credentials
	}));
}
export { runDeploy as t };
