import { t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { B as judgeUnresolved, F as addressesServingOther, I as addressesWithIncompleteChain, L as isAsIntended, P as addressesNotServing, X as judgeClients, et as toPem, r as createTlsObserver, z as judgeEndpoint } from "./observe-endpoint.js";
import { d as signed, o as code, u as paragraph } from "./trust-anchors.js";
import { n as formatDuration, t as countOf$1 } from "./format.js";
import { n as compareHops, r as lostAt } from "./chain-ledger.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
import { a as defined, i as toPath, n as toCertificates, o as shownPath, r as toClients, t as onPath } from "./to-report-parts.js";
import { t as redactTexts } from "./redact-texts.js";
import { c as wrapWords, s as wordsOf } from "./problems.js";
import { t as wrapBehind } from "./wrap-text.js";
import { n as lookWords, t as bar } from "./look-words.js";
import path from "node:path";
import { once } from "node:events";
import { createServer } from "node:tls";
import { access } from "node:fs/promises";
import { constants } from "node:fs";
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
	survey: "Survey",
	rehearse: "Rehearse",
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
/**
* A listener that writes every step as it goes: what was asked (→), what was seen (←), how it ended; and, while it waits
* for addresses, how many of them are there.
*/
function createProgress(write, paint, { width = 1e400, transient } = {}) {
	const writeBehind = (colour, sign, text) => {
		const [first = "", ...rest] = wrapBehind(`  ${sign} `, text, width);
		write(first.replace(sign, () => paint(colour, sign)));
		for (const line of rest) write(line);
	};
	return {
		started({ name, title, endpoint }) {
			const where = endpoint ? wordsOf(`· ${endpoint}`, "dim") : [];
			const words = [
				{
					text: WORDS[name],
					colour: "bold"
				},
				...wordsOf(`· ${title}`),
				...where
			];
			for (const line of wrapWords(words, {
				paint,
				width,
				inset: 2
			})) write(line);
		},
		asked: (line) => writeBehind("cyan", "→", line),
		observed: (line) => writeBehind("dim", "←", line),
		looked: (look) => transient?.(`  … ${lookWords(look)}`),
		finished({ outcome, durationMs }) {
			transient?.(void 0);
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
// src/reports/deploy/deploy-ledger.ts
const UNTOLD = {
	leaf: null,
	chain: null,
	chainLength: null,
	certificateId: null
};
/** What each place between the bundle file and the addresses holds at the end of a deployment, and which differs first. */
function deployLedger(outcome) {
	return compareHops([
		...fileHop(outcome),
		...casHops(outcome),
		...mappingHop(outcome),
		...addressHops(outcome)
	]);
}
/** What is to be served of the file; what the file itself lacks is a finding of the material. */
function fileHop({ places, needed }) {
	if (places?.bundleFile === void 0 || !needed) return [];
	const chain = needed.bundle.map(({ fingerprint }) => fingerprint);
	return [{
		hop: "repository",
		name: places.bundleFile,
		seen: {
			...UNTOLD,
			leaf: chain[0] ?? null,
			chain
		}
	}];
}
function casHops({ places }) {
	if (!places) return [];
	const { stored, targets } = places;
	if (!stored) return [{
		hop: "cas",
		name: "CAS",
		seen: "not looked at"
	}, ...targets.map(({ name }) => ({
		hop: "ingress",
		name,
		seen: "not looked at"
	}))];
	const { id, leafFingerprint, chainLength } = stored;
	const holding = {
		...UNTOLD,
		certificateId: id,
		leaf: leafFingerprint ?? null
	};
	return [{
		hop: "cas",
		name: `CAS ${id}`,
		seen: {
			...holding,
			chainLength: chainLength ?? null
		}
	}, ...targets.map(({ name, holds }) => {
		return {
			hop: "ingress",
			name,
			seen: holds === void 0 ? "not looked at" : holds ? holding : "absent"
		};
	})];
}
function mappingHop({ mapped }) {
	if (!mapped) return [];
	const { after } = mapped;
	return [{
		hop: "mapping",
		name: "mapping file",
		seen: after === void 0 ? "absent" : {
			...UNTOLD,
			certificateId: after
		}
	}];
}
function addressHops({ after, before }) {
	return ((after ?? before)?.addresses ?? []).map(({ address, tls }) => {
		if (tls.kind === "failure") return {
			hop: "address",
			name: address,
			seen: "not looked at"
		};
		const chain = tls.receivedChain.map(({ fingerprint }) => fingerprint);
		return {
			hop: "address",
			name: address,
			seen: {
				...UNTOLD,
				leaf: chain[0] ?? null,
				chain
			}
		};
	});
}
// src/reports/deploy/to-report.ts
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
	const { endpoint, needed, mapped } = outcome;
	const { domain, port } = endpoint;
	const served = outcome.after ?? outcome.before;
	return {
		domain,
		port,
		location: endpoint.locations.domain,
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
		addresses: served?.addresses.map(toAddress) ?? [],
		...outcome.after && outcome.before ? { before: outcome.before.addresses.map(toAddress) } : {},
		...needed ? { needed: toPath({
			certificates: needed.bundle,
			anchor: needed.anchor
		}) } : {},
		...served ? { clients: toClients(judgeClients(served, endpoint.clients, domain)) } : {},
		certificates: toCertificates(certificatesOf(outcome)),
		...mapped ? { mapping: {
			before: mapped.before ?? null,
			after: mapped.after ?? null
		} } : {},
		...outcome.status === "healthy" ? {} : toLedger(outcome),
		findings: outcome.findings.map(toFinding),
		...outcome.error ? { error: toError(outcome.error) } : {},
		...outcome.rollback ? { rollback: toRollback(outcome.rollback) } : {}
	};
}
/** Where a chain was lost: nothing is to be told where none was. */
function toLedger(outcome) {
	const ledger = deployLedger(outcome);
	return {
		ledger: ledger.entries.map(({ seen, ...entry }) => ({
			...entry,
			name: printable(entry.name),
			seen: typeof seen === "string" ? seen : {
				...seen,
				chain: seen.chain && [...seen.chain]
			}
		})),
		...defined({ origin: lostAt(ledger) ?? void 0 })
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
/** Of whatever was served and is needed. */
function certificatesOf({ before, after, needed }) {
	return [...[before, after].flatMap((verdict) => verdict?.addresses ?? []).flatMap(({ tls, clients }) => tls.kind === "handshake" ? [...tls.receivedChain, ...onPath(shownPath(clients))] : []), ...needed ? [...needed.bundle, needed.anchor] : []];
}
function toAddress({ address: at, accepted, servesIntended, tls, http, clients }) {
	const seen = {
		address: at,
		accepted: accepted ?? null,
		servesIntended: servesIntended ?? null
	};
	if (tls.kind === "failure") return seen;
	const [leaf] = tls.receivedChain;
	const path = shownPath(clients);
	return {
		...seen,
		...defined({
			leaf: leaf?.fingerprint,
			notAfter: leaf?.notAfter.toISOString()
		}),
		receivedChain: tls.receivedChain.map(({ subject }) => printable(subject)),
		chain: tls.receivedChain.map(({ fingerprint }) => fingerprint),
		...path ? { path: toPath(path) } : {},
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
function toStep({ endpoint: name, looks, ...record }) {
	return {
		...record,
		asked: [...record.asked],
		observed: [...record.observed],
		...looks.length > 0 ? { looks: looks.map((look) => ({ ...look })) } : {},
		...defined({ endpoint: name })
	};
}
// src/reports/deploy/deploy-changes.ts
/** What was there before and what is there now, row by row; undefined when nothing is another. */
function changesSection({ endpoints }) {
	const rows = endpoints.filter(({ changed }) => changed).flatMap(changesOf);
	if (rows.length === 0) return void 0;
	return {
		title: "What changed",
		sign: void 0,
		isOpen: true,
		blocks: [{
			kind: "table",
			table: {
				heading: [
					"Endpoint",
					"What",
					"Before",
					"After"
				],
				rows
			}
		}]
	};
}
function changesOf(endpoint) {
	const { domain, port, mapping, before, addresses, rollback, certificateId, rolledBack } = endpoint;
	const name = code(`${domain}:${port}`);
	const leaf = [leavesOf(before ?? []), leavesOf(addresses)];
	const sent = [lengthsOf(before ?? []), lengthsOf(addresses)];
	const rows = [
		...mapping ? [[
			"certificate in the mapping",
			mapping.before,
			mapping.after
		]] : [],
		...before ? [["leaf that is served", ...leaf], ["certificates sent", ...sent]] : [],
		...(rollback?.targets ?? []).map(({ name: target, before: bound }) => {
			return [
				target,
				Object.entries(bound).map(([key, value]) => `${key} ${value}`).join(", ") || null,
				certificateId ?? null
			];
		})
	].filter(([, was, is]) => was !== is).map(([what, was, is]) => [
		name,
		what,
		valueCell(was),
		valueCell(is)
	]);
	return rolledBack ? [...rows, [
		name,
		"rolled back",
		"–",
		certificateId ? code(certificateId) : "–"
	]] : rows;
}
function valueCell(value) {
	return value === null || value === "" ? "–" : code(value);
}
/** Each once, in short. */
function leavesOf(addresses) {
	return [...new Set(addresses.flatMap(({ leaf }) => leaf ? [shortFingerprint(leaf)] : []))].join(", ");
}
function lengthsOf(addresses) {
	return [...new Set(addresses.flatMap(({ chain }) => chain ? [chain.length] : []))].join(", ");
}
/** How the certificate spread over the addresses, for each time that it had to be waited for; undefined: never. */
function convergenceSection({ steps }) {
	const waits = steps.filter(({ looks = [] }) => looks.length > 1);
	const [last] = waits.flatMap(({ looks = [] }) => looks.slice(-1)).slice(-1);
	if (!last) return void 0;
	const blocks = waits.flatMap(({ endpoint, title, looks = [] }) => [paragraph([...endpoint ? [code(endpoint), ": "] : [], title]), {
		kind: "table",
		table: lookTable(looks)
	}]);
	return {
		title: ["Propagation: ", lookWords(last)],
		sign: lookSign(last),
		isOpen: true,
		blocks
	};
}
/** Looks that saw something else than the one before, and the last. */
function lookTable(looks) {
	return {
		heading: [
			"After",
			"Addresses",
			""
		],
		rows: looks.filter(({ serving, addresses }, index) => index === looks.length - 1 || serving !== looks[index - 1]?.serving || addresses !== looks[index - 1]?.addresses).map(({ elapsedMs, serving, addresses }) => [
			formatDuration(elapsedMs),
			`${serving} of ${addresses}`,
			bar(serving, addresses)
		])
	};
}
function lookSign({ serving, addresses }) {
	return addresses > 0 && serving === addresses ? "good" : "bad";
}
const OUTCOME_SIGNS = {
	done: "good",
	skipped: "skipped",
	found: "warning",
	failed: "bad"
};
/** Every step with how long it took. */
function stepsSection(report) {
	return {
		title: `${countOf$1(report.steps.length, "step")} in ${formatDuration(report.durationMs)}`,
		sign: void 0,
		isOpen: false,
		blocks: [{
			kind: "table",
			table: stepsTable(report)
		}]
	};
}
function stepsTable({ steps }) {
	return {
		heading: [
			"Step",
			"What",
			"Endpoint",
			"Outcome",
			"Took"
		],
		rows: steps.map(({ name, title, endpoint, outcome, durationMs }) => [
			name,
			title,
			endpoint ? code(endpoint) : "–",
			signed(OUTCOME_SIGNS[outcome], OUTCOME_WORDS[outcome]),
			formatDuration(durationMs)
		])
	};
}
// src/deployment/world.ts
/** `domain:port`, as steps, reports and rows of the mapping name an endpoint. */
function nameOf({ domain, port }) {
	return `${domain}:${port}`;
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
		const looks = [];
		const startedAt = now().getTime();
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
			looked(seen) {
				const look = {
					elapsedMs: now().getTime() - startedAt,
					...seen
				};
				looks.push(look);
				listener.looked?.(look);
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
				looks,
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
// src/endpoints/rehearse.ts
const VERSIONS = ["TLSv1.2", "TLSv1.3"];
const HANDSHAKE_MS = 1e4;
/**
* Rehearses deployments: a TLS server on the loopback address presents the bundle, and every client shakes hands with it,
* with its own trust alone and without help, OpenSSL being the second witness. Nothing is sent anywhere else.
*/
function createRehearsal(trust) {
	const observers = /* @__PURE__ */ new Map();
	const observerOf = (store) => {
		const observe = observers.get(store) ?? createObserver(store);
		observers.set(store, observe);
		return observe;
	};
	return async (subject, time) => {
		const clients = /* @__PURE__ */ new Map();
		for (const version of VERSIONS) {
			const server = openServer(subject, version);
			if (typeof server === "string") return {
				refusal: server,
				clients: []
			};
			try {
				server.listen(0, "127.0.0.1");
				await once(server, "listening");
				for (const client of subject.clients) {
					if (clients.get(client)?.accepts === false) continue;
					const observe = observerOf(trust.storeOf(client));
					clients.set(client, await shakeHands({
						client,
						subject,
						observe,
						server,
						trust,
						time
					}));
				}
			} finally {
				server.close();
			}
		}
		return {
			refusal: void 0,
			clients: [...clients.values()]
		};
	};
}
function createObserver({ anchors }) {
	return createTlsObserver({
		privateNetworks: true,
		timeoutMs: HANDSHAKE_MS,
		trustAnchors: [toPem(anchors)]
	});
}
/** The server, or why OpenSSL makes none of this bundle and key. */
function openServer({ bundle, key }, version) {
	const versions = {
		minVersion: version,
		maxVersion: version
	};
	try {
		return createServer({
			cert: toPem(bundle),
			key: key.reveal(),
			...versions
		}).on("tlsClientError", () => void 0);
	} catch (error) {
		return printable(error instanceof Error ? error.message : String(error), 200);
	}
}
async function shakeHands({ client, subject, observe, server, trust, time }) {
	const { domain, bundle } = subject;
	const { port } = server.address();
	const address = {
		ip: "127.0.0.1",
		port,
		source: "pin"
	};
	const tls = await observe({
		domain,
		address
	});
	const expectation = {
		endpoint: {
			domain,
			clients: [client],
			health: void 0
		},
		intendedLeaf: bundle[0].fingerprint,
		trust,
		time
	};
	const verdict = judgeEndpoint([{
		address,
		tls,
		http: void 0
	}], expectation);
	const accepts = verdict.addresses.every(({ accepted, servesIntended }) => accepted && servesIntended);
	const [told] = judgeClients(verdict, [client], domain);
	return {
		client,
		accepts,
		error: accepts ? void 0 : told?.error ?? verdict.findings[0]?.problem
	};
}
export { OUTCOME_WORDS as C, createProgress as S, toStep as _, isWorse as a, statusOf as b, nameOf as c, stepsSection as d, stepsTable as f, toReport as g, toFinding as h, describeAddress as i, changesSection as l, toError as m, createStepRecorder as n, judgeNow as o, toAddress as p, assertCommandExists as r, lookAt as s, createRehearsal as t, convergenceSection as u, planEndpoint as v, worstStatus as x, planItems as y };
