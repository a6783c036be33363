import { n as hasCode, r as AppError, t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { n as toAppErrors } from "./render.js";
import { t as VERSION } from "./version.js";
import { F as addressesServingOther, H as servedLeaves, I as addressesWithIncompleteChain, J as matchesDomain, M as loadClientTrust, Q as wordsOf, V as serveTo, X as judgeClients, Y as presentedNames, j as anchorsOfAny, k as createIssuerFetcher, st as pLimit, t as createEndpointObserver, z as judgeEndpoint } from "./observe-endpoint.js";
import { d as signed, h as loadConfig, l as list, m as tableOf, o as code, t as readConfiguredTrust } from "./trust-anchors.js";
import { t as countOf } from "./format.js";
import { i as clientNameWords } from "./chain-ledger.js";
import { _ as rowOf, n as readMapping } from "./mapping-file.js";
import { t as openReader } from "./open-reader.js";
import { t as findHelp } from "./find-repair.js";
import { a as defined, n as toCertificates, r as toClients } from "./to-report-parts.js";
import { t as redactTexts } from "./redact-texts.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { _ as toStep, c as nameOf, d as stepsSection, h as toFinding, i as describeAddress, m as toError, n as createStepRecorder, o as judgeNow, p as toAddress, r as assertCommandExists, t as createRehearsal, v as planEndpoint, y as planItems } from "./rehearse.js";
import { c as problemBlocks, i as clientsCell, o as toldClients, r as clientVerdict, s as errorBlocks } from "./summary-cells.js";
import { c as readTargets, i as rehearseDeployment, l as checkMaterial, o as searchBundle, r as describeRehearsal, s as findStored, t as loadMaterialAtHand } from "./material.js";
import { basename } from "node:path";
import { rootCertificates } from "node:tls";
// src/reports/plan/plan-words.ts
const PLAN_SIGNS = {
	unchanged: "good",
	planned: "planned",
	open: "planned",
	undetermined: "unknown",
	blocked: "bad"
};
/** `rec.example.com:443`. */
function nameOfPlanned({ domain, port }) {
	return `${domain}:${port}`;
}
/** What deploying would do to one endpoint, in a few words. */
function planWords({ verdict, items }) {
	switch (verdict) {
		case "unchanged": return "nothing to do";
		case "planned": return countOf(countDone(items), "change");
		case "open": return countDone(items) > 0 ? `${countOf(countDone(items), "change")}, more are open` : "the cloud decides";
		case "undetermined": return "could not be determined";
		case "blocked": return "must not be deployed";
	}
}
/** One line on the whole plan. */
function planVerdictLine({ verdict, endpoints, errors }) {
	const all = countOf(endpoints.length, "endpoint");
	const first = endpoints.find((endpoint) => endpoint.verdict === verdict);
	const reason = errors[0]?.problem ?? (first && `${nameOfPlanned(first)}: ${whyOf(first)}`) ?? "";
	switch (verdict) {
		case "unchanged": return `Nothing to do for ${all}`;
		case "planned":
		case "open": {
			const done = countDone(endpoints.flatMap(({ items }) => items));
			return `${done === 0 ? "What deploying will do is for the cloud to say" : countOf(done, "change")} for ${all}${verdict === "open" && done > 0 ? "; what the cloud holds decides the rest" : ""}${rehearsalWords(endpoints)}`;
		}
		case "undetermined": return `Not all could be read: ${reason}`;
		case "blocked": return `Deploying is not possible${blockedWords(endpoints)}: ${reason}`;
	}
}
/** How many must not be deployed, where there are several. */
function blockedWords(endpoints) {
	const blocked = endpoints.filter((endpoint) => endpoint.verdict === "blocked").length;
	return blocked > 1 ? ` for ${blocked} of ${countOf(endpoints.length, "endpoint")}` : "";
}
/** What is wrong with it, in one line. */
function whyOf(endpoint) {
	return problemsOf(endpoint)[0]?.problem ?? endpoint.errors[0]?.problem ?? "";
}
function countDone(items) {
	return items.filter(({ decision }) => decision === "do").length;
}
function rehearsalWords(endpoints) {
	return endpoints.filter(({ rehearsal }) => rehearsal !== null).length > 0 ? "; every rehearsed handshake succeeds" : "";
}
// src/reports/plan/plan-fold.ts
/** What deploying would do to an endpoint, and what speaks for and against it; nothing when there is nothing to tell. */
function planFold(endpoint) {
	const { verdict, findings } = endpoint;
	const isWarned = findings.some(({ severity }) => severity !== "info");
	if (verdict === "unchanged" && !isWarned) return [];
	return [{
		title: [code(nameOfPlanned(endpoint)), `: ${planWords(endpoint)}`],
		sign: PLAN_SIGNS[verdict],
		isOpen: true,
		blocks: [
			...problemBlocks(problemsOf(endpoint).map(({ problem, ...each }) => ({
				...each,
				text: `${problem}${placeOf(each)}`
			}))),
			...endpoint.errors.flatMap((error) => errorBlocks(error)),
			...itemBlocks(endpoint),
			...chainBlocks(endpoint),
			...clientBlocks(endpoint),
			...nameBlocks(endpoint),
			...targetBlocks(endpoint)
		]
	}];
}
const DECISIONS = {
	do: signed("planned", "do"),
	skip: signed("skipped", "skip"),
	open: signed("unknown", "open")
};
function itemBlocks({ items }) {
	if (items.length === 0) return [];
	return [{
		kind: "table",
		table: {
			heading: [
				"Step",
				"Where",
				"Decision",
				"Why"
			],
			rows: items.map(({ step, subject, decision, reason }) => [
				step,
				subject,
				DECISIONS[decision],
				reason
			])
		}
	}];
}
/** What is served now beside what would be. */
function chainBlocks({ chains: { before, after }, certificates }) {
	if (after.length === 0 || before.join() === after.join()) return [];
	const draw = (other, note) => (fingerprint) => ({
		mark: "used",
		label: certificates[fingerprint]?.subject ?? "",
		fingerprint: fingerprint.slice(0, 12),
		note: [`until ${certificates[fingerprint]?.notAfter.slice(0, 10)}`, ...other.includes(fingerprint) ? [] : [note]].join(", ")
	});
	return [{
		kind: "chains",
		chains: [...before.length > 0 ? [{
			title: "served now",
			links: before.map(draw(after, "goes"))
		}] : [], {
			title: "after deploying",
			links: after.map(draw(before, "new"))
		}]
	}];
}
/** Who accepts the new chain against the old one, and what the rehearsal showed. */
function clientBlocks({ clients: { before, after }, rehearsal }) {
	const names = Object.keys(after ?? before ?? {});
	if (names.length === 0) return [];
	const rehearsed = new Map(rehearsal?.clients.map((each) => [each.client, each]));
	return [{
		kind: "table",
		table: tableOf(names, [
			["Client", clientNameWords],
			["Now", (name) => before?.[name] && clientVerdict(before[name])],
			["After", (name) => after?.[name] && clientVerdict(after[name])],
			["Rehearsed", (name) => rehearsedCell(rehearsed.get(name))],
			["What its users see", (name) => seenWords(before?.[name], after?.[name], rehearsed.get(name)?.error)]
		])
	}];
}
function rehearsedCell(seen) {
	return seen && clientVerdict({
		accepts: seen.accepts,
		byLuck: false
	});
}
/** The words of the first of these that fails: the chain, the rehearsal, what is served now. */
function seenWords(before, after, rehearsed) {
	if (after && after.error !== null) return ["after: ", code(after.error)];
	if (rehearsed !== void 0) return ["rehearsed: ", code(rehearsed)];
	return before && before.error !== null ? ["now: ", code(before.error)] : void 0;
}
/** Names won and kept; those that are lost have a finding of their own. */
function nameBlocks({ names }) {
	if (!names) return [];
	const items = [
		[
			"Names of the new certificate",
			void 0,
			names.covered
		],
		[
			"Gained",
			"good",
			names.gained
		],
		[
			"Lost",
			"warning",
			names.lost
		],
		[
			"Not concerned, with a certificate of their own",
			void 0,
			names.untouched
		]
	].flatMap(([what, sign, all]) => {
		if (all.length === 0) return [];
		const text = [`${what}: `, ...all.flatMap((name, index) => [index > 0 ? ", " : "", code(name)])];
		return [sign ? signed(sign, text) : text];
	});
	return items.length > 0 ? [list(items)] : [];
}
/** What is there now, who else is there, and what a rollback would bring back. */
function targetBlocks({ targets }) {
	if (targets.length === 0) return [];
	return [{
		kind: "table",
		table: tableOf(targets, [
			["Target", ({ name }) => name],
			["Has now", ({ has }) => has],
			["Other names there", ({ neighbours }) => othersCell(neighbours)],
			["Room", ({ room }) => room && `${room.used} of ${room.most} ${room.what}`],
			["Rollback", rollbackCell]
		])
	}];
}
function rollbackCell({ isVacant, whyNotRestorable }) {
	if (isVacant) return "nothing to put back";
	return whyNotRestorable === void 0 ? signed("good", "puts it back") : signed("warning", `cannot put it back: ${whyNotRestorable}`);
}
function othersCell(neighbours) {
	if (neighbours === null) return signed("unknown", "not told");
	const shared = neighbours.filter(({ hasOwn }) => !hasOwn);
	if (shared.length === 0) return neighbours.length === 0 ? "none" : `${countOf(neighbours.length, "other")} with their own`;
	return shared.map(({ domain }) => domain).join(", ");
}
// src/reports/plan/plan-summary.ts
/** What people are shown of a plan. */
function planSummary(report, { withTimes }) {
	const { endpoints, verdict, writes } = report;
	const told = worthTelling(endpoints);
	const sections = [
		...report.errors.map(errorSection),
		...told.flatMap(planFold),
		...writesSection(writes),
		...withTimes ? [stepsSection(report)] : []
	];
	return {
		title: "airec-https: plan",
		sign: PLAN_SIGNS[verdict],
		verdict: planVerdictLine(report),
		notes: [...accessNotes(report), ...restNote(endpoints.length - told.length)],
		table: planTable(told),
		sections,
		closing: "Nothing was changed: the plan only reads."
	};
}
const WORST_FIRST = [
	"blocked",
	"undetermined",
	"open",
	"planned",
	"unchanged"
];
/** Those with something to tell, the worst first; all of them when there are none. */
function worthTelling(endpoints) {
	const told = endpoints.filter((endpoint) => endpoint.verdict !== "unchanged" || isWarned(endpoint));
	return (told.length > 0 ? told : endpoints).toSorted((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict));
}
function restNote(count) {
	return count > 0 ? [`Nothing to do for ${countOf(count, "other endpoint")}.`] : [];
}
function isWarned({ findings }) {
	return findings.some(({ severity }) => severity !== "info");
}
/** Whether there is anything that a reviewer should know. */
function isQuiet({ verdict, endpoints }) {
	return verdict === "unchanged" && !endpoints.some(isWarned);
}
function planTable(endpoints) {
	return tableOf(endpoints, [
		["Endpoint", (endpoint) => code(nameOfPlanned(endpoint))],
		["Plan", (endpoint) => signed(PLAN_SIGNS[endpoint.verdict], planWords(endpoint))],
		["New leaf", newLeaf],
		["Clients now", ({ clients }) => clientsCell(toldClients(clients.before ?? {}))],
		["Clients after", ({ clients }) => clientsCell(toldClients(clients.after ?? {}))],
		["Rehearsed", rehearsed],
		["Names lost", ({ names }) => names && names.lost.length > 0 ? signed("warning", names.lost.join(", ")) : void 0]
	]);
}
function newLeaf({ intendedLeaf, certificates, addresses }) {
	if (intendedLeaf === void 0) return void 0;
	const isServed = addresses.length > 0 && addresses.every(({ leaf }) => leaf === intendedLeaf);
	const end = certificates[intendedLeaf]?.notAfter.slice(0, 10);
	const words = [isServed ? "served already" : "", end === void 0 ? "" : `until ${end}`].filter(Boolean);
	return [code(intendedLeaf.slice(0, 12)), words.length > 0 ? `, ${words.join(", ")}` : ""];
}
function rehearsed({ rehearsal }) {
	if (!rehearsal) return void 0;
	if (rehearsal.refusal !== void 0) return signed("bad", "no server can present it");
	const told = rehearsal.clients.map(({ client, accepts }) => ({
		name: client,
		accepts
	}));
	return clientsCell(told.map((client) => ({
		...client,
		byLuck: false,
		error: null
	})));
}
/** From where it was told. */
function accessNotes({ access: { cloud, identity, online }, endpoints }) {
	const looked = identity === void 0 ? [] : [[
		"Looked into the cloud as ",
		code(identity),
		"."
	]];
	const unread = {
		read: [],
		none: [online ? "The cloud was not asked, for there are no credentials here: pull requests from forks get none. What it holds decides what is open." : "Offline: neither the cloud nor the endpoints were asked. What they hold and serve decides what is open."],
		"no answer": ["The cloud could not be asked: see above."]
	}[cloud];
	const hasBundle = endpoints.some(({ chains }) => chains.after.length > 0);
	const isRehearsed = endpoints.some(({ rehearsal }) => rehearsal !== null);
	const isChange = endpoints.some(({ items }) => items.some(({ decision }) => decision !== "skip"));
	const unrehearsed = hasBundle && isChange && !isRehearsed ? ["Not rehearsed: no key is at hand here. The deployment rehearses before it uploads."] : [];
	return [
		...looked,
		...unread,
		...unrehearsed
	];
}
/** What stops every endpoint. */
function errorSection(error) {
	return {
		title: error.problem,
		sign: "bad",
		isOpen: true,
		blocks: errorBlocks(error, { isNamed: true })
	};
}
/** What the role that deploys has to be allowed; RAM has no call that tells whether another role is. */
function writesSection(writes) {
	if (writes.length === 0) return [];
	return [{
		title: `The deploying role needs ${countOf(writes.length, "permission")} beside reading`,
		sign: void 0,
		isOpen: false,
		blocks: [list(writes.map((action) => code(action)))]
	}];
}
// src/deployment/preview/client-outlook.ts
/** Who accepts the new chain against the one that is served. */
function foreseeClients({ endpoint: { domain, clients }, bundle, served }, { trust, clock }) {
	const before = served && judgeClients(served, clients, domain);
	const terms = {
		trust,
		time: clock.now(),
		help: void 0
	};
	const after = bundle && serveTo(clients, {
		chain: bundle,
		domain,
		transport: void 0
	}, terms);
	return clients.map((client) => {
		const judgement = after?.find((each) => each.client === client)?.judgement;
		const [first] = judgement?.refusals ?? [];
		return {
			client,
			before: before?.find((each) => each.client === client),
			after: judgement && {
				client,
				accepts: judgement.accepts,
				byLuck: false,
				error: first && wordsOf(client, first, domain)
			}
		};
	});
}
// src/deployment/preview/cloud-view.ts
const NOT_ASKED = {
	kind: "none",
	store: void 0,
	stored: void 0,
	targets: [],
	said: [],
	errors: []
};
/** Reads what CAS and every target hold. What cannot be read is an error of the view and ends nothing else. */
async function lookIntoCloud(query, cloud) {
	if (!cloud) return NOT_ASKED;
	const view = {
		...NOT_ASKED,
		store: cloud.store
	};
	try {
		const stored = await findStored(query, cloud.store);
		const targetsOf = (endpoint) => cloud.targetsOf(endpoint).map(withoutKey);
		const targets = await readTargets(query, stored, { targetsOf });
		const said = [stored ? `CAS holds ${stored.id}, ${stored.status}` : "CAS holds no certificate for it", ...targets.map(({ target, before }) => `${target.name}: ${before.said}`)];
		return {
			...view,
			kind: "read",
			stored,
			targets,
			said
		};
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		if (hasCode(error, "CLOUD_UNSUPPORTED")) return {
			...view,
			said: [error.message]
		};
		return {
			...view,
			kind: "no answer",
			errors: [error]
		};
	}
}
const UNREAD = {
	status: void 0,
	isTold: false,
	isChanging: false,
	said: "not read, for its API would tell the private key too",
	binding: void 0
};
/** Whoever only looks has no business with a key. */
function withoutKey(target) {
	return target.tellsKey ? {
		...target,
		read: () => Promise.resolve(UNREAD)
	} : target;
}
// src/deployment/preview/name-outlook.ts
/** Listeners have one certificate for all names that have none of their own. */
const LISTENERS = [
	"SLB",
	"CLB",
	"ALB",
	"NLB"
];
/** Whom the new certificate serves, and whom no longer. Pure. */
function foreseeNames({ leaf, served, targets }) {
	const before = (served ? servedLeaves(served) : []).filter(({ fingerprint }) => fingerprint !== leaf.fingerprint);
	const neighbours = targets.flatMap((target) => target.neighbours ?? []);
	const owned = new Set(neighbours.flatMap(({ domain, hasOwn }) => hasOwn ? [domain] : []));
	const shared = targets.some(isShared) ? [...before.flatMap(namesOf), ...neighbours.flatMap(({ domain, hasOwn }) => hasOwn ? [] : [domain])] : [];
	const covered = namesOf(leaf);
	const known = before.flatMap(namesOf);
	return {
		covered: [...new Set(covered)],
		gained: before.length === 0 ? [] : distinct(covered.filter((name) => !known.includes(name))),
		lost: distinct(shared.filter((name) => !owned.has(name) && !covers(leaf, covered, name))),
		untouched: [...owned]
	};
}
/** The warning that the change takes names away; undefined when it does not. */
function describeLostNames({ lost }, targets) {
	if (lost.length === 0) return void 0;
	const where = targets.map(({ name }) => name).join(", ");
	return {
		id: "names-lost",
		severity: "warning",
		problem: `${lost.join(", ")}: on the certificate that ${where} ${targets.length === 1 ? "has" : "have"} now, and not on the new one`,
		help: "Have the new certificate issued for these names too, or give them a certificate of their own with `sni: true`. If nobody uses them there, nothing is lost."
	};
}
/** A wildcard is covered by itself alone. */
function covers(leaf, names, name) {
	return names.includes(name) || !name.startsWith("*.") && matchesDomain(leaf, name);
}
function isShared({ config: { type, sni } }) {
	return LISTENERS.includes(type) && sni !== true;
}
function namesOf(leaf) {
	return presentedNames(leaf).map((name) => printable(name.toLowerCase(), 253));
}
function distinct(names) {
	return [...new Set(names)];
}
// src/deployment/preview/plan-without-cloud.ts
/** What can be told of a deployment from outside: an address that serves another leaf needs it. Pure. */
function planWithoutCloud(evidence) {
	const { endpoint } = evidence;
	return [
		{
			step: "provision",
			subject: "CAS",
			decision: "open",
			reason: SOURCES[endpoint.certificate.kind]
		},
		...endpoint.ingress.map(({ type, instance }) => {
			const [decision, reason] = foreseeDeploy(evidence);
			return {
				step: "deploy",
				subject: `${type} ${instance}`,
				decision,
				reason
			};
		}),
		foreseeMapping(evidence)
	];
}
const SOURCES = {
	bundle: "uploaded unless CAS holds it",
	"cas-id": "CAS is said to hold it",
	request: "requested unless CAS holds a valid one"
};
function foreseeDeploy({ served, intendedLeaf }) {
	if (intendedLeaf === void 0) return ["open", "which certificate it is, CAS alone knows"];
	if (!served) return ["open", "nobody looked at what is served"];
	const others = addressesServingOther(served);
	if (others.length > 0) return ["do", `${others.join(", ")} ${others.length === 1 ? "does" : "do"} not serve it`];
	const incomplete = addressesWithIncompleteChain(served);
	if (incomplete.length > 0) return ["open", `${incomplete.join(", ")}: the chain is incomplete`];
	return served.addresses.length > 0 ? ["open", "every address serves it"] : ["open", "nobody can see what is served"];
}
function foreseeMapping({ endpoint, mapped, mappingName }) {
	const name = `${endpoint.domain}:${endpoint.port}`;
	const item = {
		step: "map",
		subject: mappingName
	};
	return mapped ? {
		...item,
		decision: "open",
		reason: `the row of ${name} names ${mapped.certificateId}`
	} : {
		...item,
		decision: "do",
		reason: `no row for ${name}`
	};
}
// src/deployment/preview/target-outlook.ts
const NOTHING = {
	targets: [],
	findings: [],
	errors: [],
	writes: []
};
const UNKNOWN = {
	neighbours: void 0,
	room: void 0
};
/** Asks whom the changes concern, whether there is room for them, and what it takes to make and to undo them. */
async function surveyTargets({ endpoint, cloud: { kind, store }, changing, items }, { steps }) {
	const isProvided = items.some(({ step, decision }) => step === "provision" && decision === "do");
	if (kind !== "read" || !store || changing.length === 0 && !isProvided) return NOTHING;
	const heading = {
		name: "survey",
		title: "Ask whom it concerns",
		endpoint: nameOf(endpoint)
	};
	return steps.run(heading, async (step) => {
		const errors = [];
		const hear = (error) => {
			if (!(error instanceof AppError)) throw error;
			step.found(error.message);
			errors.push(error);
		};
		const targets = [];
		for (const each of changing) targets.push(describe(each, await each.target.survey().catch(hear) ?? UNKNOWN));
		for (const { name, neighbours } of targets) step.observed(`${name}: ${describeNeighbours(neighbours)}`);
		const { certificate } = endpoint;
		const isRequest = isProvided && certificate.kind === "request";
		const quota = isRequest ? await store.readQuota(certificate.product).catch(hear) : void 0;
		const rooms = [...quota ? [{
			where: "CAS",
			room: quota,
			severity: "error"
		}] : [], ...targets.flatMap(({ name, room }) => room ? [{
			where: name,
			room,
			severity: "warning"
		}] : [])];
		for (const { where, room } of rooms) step.observed(`${where}: ${describeRoom(room)}`);
		const ofStore = isProvided ? store.writes[isRequest ? "request" : "upload"] : [];
		return {
			targets,
			findings: rooms.flatMap(({ where, room, severity }) => describeFull(where, room, severity)),
			errors,
			writes: [...ofStore, ...changing.flatMap(({ target }) => target.writes)]
		};
	});
}
function describe({ target, before }, surroundings) {
	const isNew = before.status === void 0;
	const { binding } = before;
	return {
		name: target.name,
		config: target.config,
		has: before.said,
		neighbours: surroundings.neighbours,
		room: isNew ? surroundings.room : void 0,
		isVacant: binding !== void 0 && Object.values(binding).every((value) => value === ""),
		whyNotRestorable: target.whyNotRestorable(binding ?? {})
	};
}
function describeNeighbours(neighbours) {
	if (!neighbours) return "its API does not tell who else is there";
	const names = neighbours.map(({ domain, hasOwn }) => hasOwn ? `${domain} (with its own)` : domain);
	return names.length === 0 ? "nobody else is there" : `also there: ${names.join(", ")}`;
}
/** `3 of 25 additional certificates are used`. */
function describeRoom({ what, used, most }) {
	return `${used} of ${most} ${what} are used`;
}
function describeFull(where, room, severity) {
	if (room.used < room.most) return [];
	return [{
		id: "quota-exhausted",
		severity,
		problem: `${where}: ${describeRoom(room)}`,
		help: "Free one that nobody needs, or have the quota raised in the console."
	}];
}
// src/deployment/preview/preview-endpoint.ts
/** Looks at all there is of one endpoint, and says what deploying would do. Writes nothing. */
async function previewEndpoint(subject, world) {
	const seen = await look(subject, world);
	const { endpoint } = subject;
	const { material, bundle, served, cloud, findings } = seen;
	const isForbidden = findings.some(({ severity }) => severity === "error");
	const items = isForbidden || subject.errors.length > 0 ? [] : foresee(subject, seen);
	const survey = await surveyTargets({
		endpoint,
		cloud,
		changing: items.length === 0 ? [] : cloud.targets.filter((_, index) => isDone(items, index)),
		items
	}, world);
	const names = material && foreseeNames({
		leaf: material.leaf,
		served,
		targets: survey.targets
	});
	const isChange = items.some(({ decision }) => decision !== "skip");
	const rehearsal = bundle && material?.key && (isChange || isForbidden) ? await rehearseDeployment({
		endpoint,
		bundle,
		key: material.key
	}, world) : void 0;
	const ofRehearsal = rehearsal && !isForbidden ? describeRehearsal(rehearsal, endpoint) : void 0;
	const ofNames = names && isChange ? describeLostNames(names, survey.targets) : void 0;
	const ofChange = [...survey.findings, ...[ofNames, ofRehearsal].filter((each) => each !== void 0)];
	return {
		endpoint,
		material,
		bundle,
		served,
		stored: cloud.stored,
		intendedLeaf: seen.intendedLeaf,
		items: ofChange.some(({ severity }) => severity === "error") ? [] : items,
		clients: foreseeClients({
			endpoint,
			bundle,
			served: seen.withLuck
		}, world),
		names,
		targets: survey.targets,
		rehearsal,
		findings: [...findings, ...ofChange],
		errors: [
			...subject.errors,
			...cloud.errors,
			...survey.errors
		],
		writes: survey.writes
	};
}
async function look({ endpoint, material, mapped }, world) {
	const heading = {
		name: "inspect",
		title: "Read the present state",
		endpoint: nameOf(endpoint)
	};
	return world.steps.run(heading, async (step) => {
		const terms = {
			endpoint,
			trust: world.trust,
			time: world.clock.now()
		};
		const search = material && await searchBundle(material, terms, world.fetchIssuers);
		const bundle = search?.smallest?.bundle;
		const findings = material && search ? checkMaterial(material, search, terms) : [];
		for (const { problem } of findings) step.found(problem);
		const observed = await world.observe?.(endpoint);
		const judge = (intendedLeaf) => observed && judgeNow(endpoint, observed, {
			intendedLeaf,
			world
		});
		const ofMaterial = judge(material?.leaf.fingerprint);
		const isForbidden = findings.some(({ severity }) => severity === "error");
		const query = {
			endpoint,
			material,
			mapped,
			bundle,
			served: ofMaterial ?? UNSEEN,
			time: terms.time
		};
		const cloud = isForbidden ? NOT_ASKED : await lookIntoCloud(query, world.cloud);
		for (const line of cloud.said) step.observed(line);
		for (const { message } of cloud.errors) step.found(message);
		const intendedLeaf = material?.leaf.fingerprint ?? cloud.stored?.leafFingerprint;
		const served = material ? ofMaterial : judge(intendedLeaf);
		for (const address of served?.addresses ?? []) step.observed(describeAddress(address));
		return {
			material,
			bundle,
			served,
			withLuck: served && await judgeWithLuck({
				observed,
				served,
				terms,
				intendedLeaf
			}, world),
			intendedLeaf,
			cloud,
			findings
		};
	});
}
/** Who refuses today is told as it is: a browser that fetches what is not sent does not refuse. */
async function judgeWithLuck({ observed, served, terms, intendedLeaf }, { fetchIssuers }) {
	if (!observed || "kind" in observed) return served;
	const { endpoint, trust, time } = terms;
	const expectation = {
		endpoint,
		intendedLeaf,
		trust,
		time
	};
	const help = await findHelp({
		endpoint,
		observed,
		served,
		expectation
	}, fetchIssuers);
	return help ? judgeEndpoint(observed, {
		...expectation,
		help
	}) : served;
}
const UNSEEN = {
	addresses: [],
	findings: []
};
/** As the deployment decides, where the cloud was read; else what can be told from outside. */
function foresee({ endpoint, mapped, mappingName }, { bundle, served, intendedLeaf, cloud }) {
	if (cloud.kind !== "read") return planWithoutCloud({
		endpoint,
		served,
		intendedLeaf,
		mapped,
		mappingName
	});
	const { stored, targets } = cloud;
	return planItems(planEndpoint({
		endpoint,
		stored,
		targets,
		intendedLeaf,
		mapped,
		mappingName,
		served: served ?? UNSEEN,
		bundleLength: bundle?.length
	}));
}
/** Whether the target at this place is to be changed. */
function isDone(items, index) {
	return items.filter(({ step }) => step === "deploy")[index]?.decision !== "skip";
}
// src/deployment/preview/preview.ts
const CONCURRENT_ENDPOINTS = 16;
/**
* Previews the deployment of every endpoint: what is at hand decides how much can be told. Writes nothing, and nothing of
* what is not there (keys, credentials, a network) is an error.
*/
async function preview(materials, world) {
	const { config, clock, steps } = world;
	const startedAt = clock.now();
	const path = config.airec.mapping;
	const errors = [];
	const mapping = await readRows(path, world, errors);
	const access = await identify(world, errors);
	const cloud = access.cloud === "read" ? world.cloud : void 0;
	const open = {
		...world,
		cloud,
		observe: world.observe && lookAhead(config.endpoints, world.observe)
	};
	const endpoints = [];
	for (const endpoint of config.endpoints) {
		const subject = {
			endpoint,
			...materials.get(endpoint) ?? {
				material: void 0,
				errors: []
			},
			mapped: rowOf(mapping, endpoint),
			mappingName: basename(path)
		};
		endpoints.push(await previewEndpoint(subject, open));
	}
	return {
		startedAt,
		durationMs: clock.now().getTime() - startedAt.getTime(),
		...access,
		isOnline: world.observe !== void 0,
		mapping: {
			path,
			exists: mapping !== void 0
		},
		endpoints,
		writes: [...new Set(endpoints.flatMap(({ writes }) => writes))].toSorted(),
		errors,
		steps: steps.records
	};
}
/** Looks at all endpoints at once, and gives what was seen of each when it is asked for. */
function lookAhead(endpoints, observe) {
	const limit = pLimit(CONCURRENT_ENDPOINTS);
	const looks = new Map(endpoints.map((endpoint) => {
		const look = limit(observe, endpoint);
		look.catch(() => void 0);
		return [endpoint, look];
	}));
	return (endpoint) => looks.get(endpoint) ?? observe(endpoint);
}
/** As the deployment reads it: what ends that is a problem of the pull request. */
async function readRows(path, { config }, errors) {
	try {
		return await readMapping(path, config.endpoints);
	} catch (error) {
		errors.push(...toAppErrors(error));
		return;
	}
}
/** Who looks. Somebody whom the cloud does not know looks at nothing; one without a token has none here. */
async function identify({ cloud, config, steps }, errors) {
	if (!cloud) return {
		cloud: "none",
		identity: void 0
	};
	if (config.cas.api === "guide") return {
		cloud: "read",
		identity: void 0
	};
	const heading = {
		name: "identify",
		title: "Ask who looks",
		endpoint: void 0
	};
	try {
		return await steps.run(heading, async (step) => {
			const identity = await cloud.identify();
			if (identity === void 0) step.skipped("STS cannot be asked");
			else step.observed(identity);
			return {
				cloud: "read",
				identity
			};
		});
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		if (!hasCode(error, "OIDC_TOKEN_UNAVAILABLE")) errors.push(error);
		return {
			cloud: hasCode(error, "OIDC_TOKEN_UNAVAILABLE") ? "none" : "no answer",
			identity: void 0
		};
	}
}
// src/reports/plan/plan-verdict.ts
/** From the least to the most serious. */
const VERDICTS = [
	"unchanged",
	"planned",
	"open",
	"undetermined",
	"blocked"
];
function verdictOfPreview({ findings, errors, items }) {
	if (findings.some(({ severity }) => severity === "error")) return "blocked";
	if (errors.length > 0) return errors.some(isOfFiles) ? "blocked" : "undetermined";
	if (items.some(({ decision }) => decision === "open")) return "open";
	return items.some(({ decision }) => decision === "do") ? "planned" : "unchanged";
}
/** The most serious verdict of all endpoints, and of what concerns them all. */
function verdictOfAll({ endpoints, errors }) {
	const verdicts = endpoints.map(verdictOfPreview);
	if (errors.length > 0) verdicts.push(errors.some(isOfFiles) ? "blocked" : "undetermined");
	return VERDICTS[Math.max(...verdicts.map((each) => VERDICTS.indexOf(each)))] ?? "unchanged";
}
/** A person has to correct a file of the pull request. */
function isOfFiles({ category }) {
	return category === "configuration" || category === "certificate";
}
// src/reports/plan/to-plan-report.ts
/** The report of a preview, secrets blanked. */
function toPlanReport(outcome, toolVersion) {
	const report = {
		version: 1,
		tool: {
			name: "airec-https",
			version: toolVersion
		},
		command: "plan",
		startedAt: outcome.startedAt.toISOString(),
		durationMs: outcome.durationMs,
		verdict: verdictOfAll(outcome),
		access: {
			cloud: outcome.cloud,
			online: outcome.isOnline,
			...defined({ identity: outcome.identity })
		},
		mapping: outcome.mapping,
		endpoints: outcome.endpoints.map(toEndpoint),
		writes: [...outcome.writes],
		errors: outcome.errors.flatMap((each) => toError(each) ?? []),
		steps: outcome.steps.map(toStep)
	};
	return redactTexts(report);
}
function toEndpoint(preview) {
	const { domain, port, locations } = preview.endpoint;
	const before = servedChain(preview);
	const after = preview.bundle ?? [];
	return {
		domain,
		port,
		location: locations.domain,
		verdict: verdictOfPreview(preview),
		...defined({
			intendedLeaf: preview.intendedLeaf,
			certificateId: preview.stored?.id
		}),
		items: preview.items.map(({ step, subject, decision, reason }) => ({
			step,
			subject,
			decision,
			reason
		})),
		clients: {
			before: toViews(preview.clients, "before"),
			after: toViews(preview.clients, "after")
		},
		...preview.names ? { names: toNames(preview.names) } : {},
		targets: preview.targets.map(toTarget),
		addresses: preview.served?.addresses.map(toAddress) ?? [],
		chains: {
			before: printsOf(before),
			after: printsOf(after)
		},
		certificates: toCertificates([...before, ...after]),
		rehearsal: toRehearsal(preview.rehearsal),
		findings: preview.findings.map(toFinding),
		errors: preview.errors.flatMap((each) => toError(each) ?? [])
	};
}
/** What the first address that answers sends. */
function servedChain({ served }) {
	const seen = served?.addresses.find(({ tls }) => tls.kind === "handshake")?.tls;
	return seen?.kind === "handshake" ? seen.receivedChain : [];
}
function printsOf(chain) {
	return chain.map(({ fingerprint: print }) => print);
}
function toViews(clients, when) {
	const told = clients.flatMap((client) => client[when] ?? []);
	return told.length === 0 ? null : toClients(told);
}
function toNames(told) {
	const { covered, gained, lost, untouched } = told;
	return {
		covered: [...covered],
		gained: [...gained],
		lost: [...lost],
		untouched: [...untouched]
	};
}
function toTarget(told) {
	const { name, config, has, neighbours, room, isVacant, whyNotRestorable } = told;
	return {
		name,
		type: config.type,
		instance: config.instance,
		has: printable(has),
		neighbours: neighbours ? neighbours.map((each) => ({ ...each })) : null,
		isVacant,
		...defined({
			room,
			whyNotRestorable: isVacant ? void 0 : whyNotRestorable
		})
	};
}
function toRehearsal(told) {
	if (!told) return null;
	return {
		...defined({ refusal: told.refusal }),
		clients: told.clients.map(({ client: name, accepts, error: words }) => ({
			client: name,
			accepts,
			...defined({ error: words })
		}))
	};
}
// src/commands/plan/plan.ts
/**
* `plan`: what deploying would do, from whatever there is here: files always, addresses unless offline, the cloud with
* credentials, a rehearsal with the key. Nothing of it can write, and no command of the configuration is run.
*
* @throws CONFIG_…, FILE_UNREADABLE and PEM_… of trust anchors
*/
async function runPlan(options) {
	const { environment, offline, isForeign = false, listener, openCredentials } = options;
	const config = await loadConfig(options.configFile);
	const materials = /* @__PURE__ */ new Map();
	for (const endpoint of config.endpoints) materials.set(endpoint, await loadMaterialAtHand(endpoint, environment));
	const clock = {
		now: () => /* @__PURE__ */ new Date(),
		sleep: () => Promise.resolve()
	};
	const steps = createStepRecorder(listener, clock.now);
	const trusted = {
		bundled: rootCertificates,
		...await readConfiguredTrust(config)
	};
	const trust = loadClientTrust(trusted);
	const privateNetworks = config.trust.privateNetworks && !isForeign;
	const timeoutMs = config.deadlines.connectionMs;
	const terms = {
		trustAnchors: anchorsOfAny(trusted),
		privateNetworks,
		timeoutMs
	};
	const errors = await missingCommand(config, environment);
	const onAttempt = (line) => steps.asked(line);
	const access = {
		environment,
		openCredentials,
		callMs: config.deadlines.callMs,
		onAttempt
	};
	const outcome = await preview(materials, {
		config,
		cloud: offline ? void 0 : await openReader(config, access, (error) => void errors.push(error)),
		observe: offline ? void 0 : createEndpointObserver(terms),
		fetchIssuers: offline ? refuseToFetch : createIssuerFetcher({
			privateNetworks,
			timeoutMs
		}),
		rehearse: createRehearsal(trust),
		trust,
		clock,
		steps
	});
	return toPlanReport({
		...outcome,
		errors: [...errors, ...outcome.errors]
	}, VERSION);
}
const refuseToFetch = (url) => Promise.reject(appError("AIA_GIVEN_UP", {
	url,
	why: "nothing is connected to offline"
}));
/** A command of the repository has to be in it; one on the PATH is the deploying machine's. */
async function missingCommand({ airec: { bind } }, environment) {
	if (bind === "none" || !/[/\\]/.test(bind[0])) return [];
	try {
		await assertCommandExists(bind[0], environment);
		return [];
	} catch (error) {
		return [...toAppErrors(error)];
	}
}
export { planVerdictLine as a, nameOfPlanned as i, isQuiet as n, planSummary as r, runPlan as t };
