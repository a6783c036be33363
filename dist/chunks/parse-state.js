import { t as printable } from "./printable.js";
import { a as _enum, c as discriminatedUnion, d as looseObject, g as string, l as int, o as array, p as object, s as boolean, t as countOf, u as literal } from "./format.js";
import { n as datetime, t as date } from "./iso.js";
import { n as CLIENT_NAMES } from "./config.js";
import { i as renewalMarginMs } from "./short-fingerprint.js";
import { n as sourceWords, r as chainRows, t as problemIdsOf } from "./chain-words.js";
import { createHash } from "node:crypto";
// src/monitoring/incident.ts
/**
* Who hears of it. `page`: people are mentioned, for users are hurt. `warn`: a message without a mention. `digest`: a line
* of the weekly digest.
*/
const INCIDENT_SEVERITIES = [
	"digest",
	"warn",
	"page"
];
/**
* `pending`: seen, and not often enough to be believed. `open`. `resolved`: kept for a while, so that the same one coming
* back is told in the same message.
*/
const INCIDENT_PHASES = [
	"pending",
	"open",
	"resolved"
];
/** SHA-256 of what makes an incident the same one, 64 lower-case hexadecimal digits. */
function incidentKey({ endpoint, cause, leaf, missingIssuers }) {
	const identity = JSON.stringify([
		endpoint,
		cause,
		leaf,
		missingIssuers.toSorted()
	]);
	return createHash("sha256").update(identity).digest("hex");
}
/** What is open and told to people on its own: the members of a group are told by the group. */
function isTold({ phase, severity, group }) {
	return phase === "open" && severity !== "digest" && group === null;
}
/** The pull requests that are to mend it, each once, by number: its own, or those of the incidents of a group. */
function pullRequestsOf(incident, members) {
	const links = [incident, ...members].flatMap(({ links: { pullRequest } }) => pullRequest ?? []);
	return [...new Map(links.map((link) => [link.number, link])).values()].toSorted((a, b) => a.number - b.number);
}
/** 0 for `digest`, 1 for `warn`, 2 for `page`. */
function severityRank(severity) {
	return INCIDENT_SEVERITIES.indexOf(severity);
}
// src/reports/monitor/cause-words.ts
/** What is wrong, in a few words. */
const CAUSE_WORDS = {
	chain: "certificate chain incomplete",
	trust: "certificate not trusted",
	"invalid-chain": "certificate chain invalid",
	name: "certificate is for another name",
	expiry: "certificate expires",
	"not-yet-valid": "certificate not valid yet",
	"intermediate-expiry": "intermediate certificate expires",
	revocation: "certificate revoked, or its status not to be had",
	issuance: "certificate issued against the rules",
	drift: "another certificate than intended",
	inconsistent: "addresses serve different certificates",
	protocol: "TLS version or cipher suites out of date",
	"client-certificate": "asks clients for a certificate",
	unreachable: "not reachable",
	http: "HTTPS answers with an error",
	mapping: "AIRec mapping file not right",
	tidiness: "chain untidy",
	undetermined: "could not be determined",
	"missed-runs": "the monitor did not run on schedule",
	"schedule-disabled": "the schedule of the monitor is about to be disabled"
};
/** What is wrong with it: `certificate expired` once it has. */
function verdictWords({ cause, stage }) {
	return cause === "expiry" && stage === "expired" ? "certificate expired" : CAUSE_WORDS[cause];
}
// src/monitoring/causes.ts
/**
* What incidents are about. Findings that are one defect to whoever mends it share a cause, so that a different wording,
* or a different finding for the same gap, is never a second message.
*/
const CAUSES = [
	"chain",
	"trust",
	"invalid-chain",
	"name",
	"expiry",
	"not-yet-valid",
	"intermediate-expiry",
	"revocation",
	"issuance",
	"drift",
	"inconsistent",
	"protocol",
	"client-certificate",
	"unreachable",
	"http",
	"mapping",
	"tidiness",
	"undetermined",
	"missed-runs",
	"schedule-disabled"
];
/** Causes that a certificate has: with another leaf it is another incident. The others outlive a renewal. */
const OF_LEAF = /* @__PURE__ */ new Set([
	"chain",
	"trust",
	"invalid-chain",
	"name",
	"expiry",
	"not-yet-valid",
	"intermediate-expiry",
	"revocation",
	"issuance",
	"drift"
]);
/** Consequences of another finding at some of the addresses, or notes beside it: told on their own when they are alone. */
const SECONDARY = /* @__PURE__ */ new Set(["inconsistent", "tidiness"]);
/** Undefined: about files or deployments, not about what is served. */
const CAUSE_OF = {
	"missing-intermediate": "chain",
	"wrong-intermediate": "chain",
	"incomplete-chain": "chain",
	"certificate-loop": "chain",
	"aia-fetch-failed": "tidiness",
	"untrusted-root": "trust",
	"self-signed": "trust",
	"chain-refused": "trust",
	"chain-too-long": "invalid-chain",
	"bad-signature": "invalid-chain",
	"invalid-ca": "invalid-chain",
	"path-length-exceeded": "invalid-chain",
	"name-constraint-violation": "invalid-chain",
	"wrong-eku": "invalid-chain",
	"wrong-key-usage": "invalid-chain",
	"unknown-critical-extension": "invalid-chain",
	"malformed-certificate": "invalid-chain",
	"hostname-mismatch": "name",
	"no-san": "name",
	"expired-leaf": "expiry",
	"expires-soon": "expiry",
	"not-yet-valid": "not-yet-valid",
	"not-yet-valid-intermediate": "not-yet-valid",
	"expired-intermediate": "intermediate-expiry",
	"intermediate-expires-soon": "intermediate-expiry",
	revoked: "revocation",
	"stale-ocsp": "revocation",
	"invalid-ocsp": "revocation",
	"must-staple-missing": "revocation",
	"weak-key": "issuance",
	"weak-signature": "issuance",
	"unsupported-key-type": "issuance",
	"validity-too-long": "issuance",
	"missing-scts": "issuance",
	"certificate-drift": "drift",
	"inconsistent-addresses": "inconsistent",
	"old-protocol": "protocol",
	"weak-cipher": "protocol",
	"client-cert-required": "client-certificate",
	"dns-failure": "unreachable",
	"not-probed": "undetermined",
	"host-unreachable": "unreachable",
	timeout: "unreachable",
	"connection-refused": "unreachable",
	"connection-reset": "unreachable",
	"connection-closed": "unreachable",
	"not-tls": "unreachable",
	"handshake-failure": "unreachable",
	"http-failure": "http",
	"mapping-mismatch": "mapping",
	"wrong-order": "tidiness",
	"extra-certificate": "tidiness",
	"duplicate-certificate": "tidiness",
	"root-included": "tidiness",
	"expired-cross-sign": "tidiness",
	"root-removal-ahead": void 0,
	"shorter-validity-ahead": void 0,
	"not-mended": void 0,
	"key-mismatch": void 0,
	"malformed-pem": void 0,
	"no-certificate": void 0,
	"wrong-format": void 0,
	"encrypted-key": void 0,
	"deployment-failed": void 0,
	"deployment-late": void 0,
	"bind-failed": void 0,
	"rolled-back": void 0,
	"rehearsal-failed": void 0,
	"names-lost": void 0,
	"quota-exhausted": void 0
};
/**
* The cause of a finding about what is served; undefined for findings about files or deployments. A look that failed for
* a reason that may lie on the way (a warning: nobody could tell) is `undetermined`, whatever ended it.
*/
function causeOf({ id, severity }) {
	const cause = CAUSE_OF[id];
	return cause === "unreachable" && severity !== "error" ? "undetermined" : cause;
}
/** Whether another leaf makes another incident of it. */
function isOfLeaf(cause) {
	return OF_LEAF.has(cause);
}
/** Whether it is only told when nothing else is wrong at the endpoint that a person has to act on. */
function isSecondary(cause) {
	return SECONDARY.has(cause);
}
/** Whether it is about the monitor, not about an endpoint. */
function isOfMonitor(cause) {
	return cause === "missed-runs" || cause === "schedule-disabled";
}
// src/monitoring/latency.ts
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Letters for a factor of two: a letter is right to a fifth. */
const STEPS = 4;
/** The longer, the later; `-` for what was not measured. */
const LATENCY_RANKS = `-${LETTERS}`;
/** A time in one letter, so that a history of many endpoints stays small: `A` for 1 ms and less, `z` for 7 s and more. */
function latencyLetter(milliseconds) {
	const step = Math.round(STEPS * Math.log2(Math.max(milliseconds, 1)));
	return LETTERS.charAt(Math.min(step, 51));
}
/** The time that a letter stands for, whole milliseconds; undefined for `-`. */
function latencyOf(letter) {
	const step = LETTERS.indexOf(letter);
	return step === -1 || letter === "" ? void 0 : Math.round(2 ** (step / STEPS));
}
// src/monitoring/expiry-stage.ts
/**
* How near the end is, by lifetime. `due`: a third is left, of lives of ten days or less a half. `late`: half of that.
* `urgent`: a quarter of it. `last-day`: 24 hours, of short lives an eighth of that margin. `expired`.
*/
const EXPIRY_STAGES = [
	"due",
	"late",
	"urgent",
	"last-day",
	"expired"
];
const DAY_MS = 864e5;
const SECOND_MS = 1e3;
/** The stage of a certificate at `time`; undefined when its renewal is not due. Dates are ISO 8601. */
function expiryStage(validity, time) {
	const [notBefore, notAfter] = [new Date(validity.notBefore), new Date(validity.notAfter)];
	const leftMs = notAfter.getTime() + SECOND_MS - time.getTime();
	const marginMs = renewalMarginMs({
		notBefore,
		notAfter
	});
	if (leftMs <= 0) return "expired";
	if (leftMs <= Math.min(DAY_MS, marginMs / 8)) return "last-day";
	if (leftMs <= marginMs / 4) return "urgent";
	if (leftMs <= marginMs / 2) return "late";
	return leftMs <= marginMs ? "due" : void 0;
}
/** 0 for no stage, then one more for each. */
function stageRank(stage) {
	return stage === null ? 0 : EXPIRY_STAGES.indexOf(stage) + 1;
}
const NO_UPKEEP = {
	isPublic: null,
	visibilityAt: null,
	lastCommit: null,
	lastCommitAt: null,
	historyAt: null
};
/** What a monitor remembers that has never run. */
function emptyState() {
	return {
		version: 1,
		incidents: [],
		endpoints: [],
		outbox: [],
		runs: [],
		digestAt: null,
		upkeep: NO_UPKEEP
	};
}
// src/reports/monitor/deadline-words.ts
const KIND_WORDS = {
	renewal: "renewal is due",
	"leaf-expiry": "certificate expires",
	"intermediate-expiry": "intermediate expires",
	"root-removal": "clients drop its root"
};
/** What happens then: `renewal is due`. */
function deadlineWords({ kind }) {
	return KIND_WORDS[kind];
}
/** How far it is: `7 days`, or `overdue`. */
function daysLeftWords({ daysLeft }) {
	return daysLeft < 0 ? "overdue" : countOf(daysLeft, "day");
}
// src/reports/monitor/swept-chain.ts
/**
* What an address was seen to send against what clients need: the bundle that mends it, else the path of a client that
* accepts it. Empty without a chain. `time`: undefined leaves validity out.
*/
function sweptRows({ chain, missingIssuers }, endpoint, time) {
	const { leaves, repairs, findings } = endpoint;
	const repair = repairs.find(({ leaf }) => leaf === chain[0]);
	const path = endpoint.path[0]?.fingerprint === chain[0] ? endpoint.path : [];
	const intermediates = path.length > 1 ? path.slice(0, -1) : path;
	const needed = repair?.certificates ?? (path.length > 0 ? intermediates : void 0);
	return chainRows({
		received: chain,
		needed: needed?.map(({ fingerprint }) => fingerprint),
		anchor: path.at(-1)?.fingerprint,
		lacking: repair ? [] : missingIssuers,
		certificates: byFingerprint([
			...leaves,
			...path,
			...repairs.flatMap(({ certificates }) => certificates)
		]),
		sourceOf: (certificate) => {
			const found = repair?.certificates.find(({ fingerprint }) => fingerprint === certificate);
			return found && sourceWords(found.source);
		},
		problemsOf: (certificate) => problemIdsOf(certificate, findings),
		time
	});
}
function byFingerprint(certificates) {
	return new Map(certificates.map((each) => [each.fingerprint, each]));
}
// src/monitoring/incident-event.ts
/** What a person would notice as different. */
const INCIDENT_CHANGES = [
	"clients",
	"findings",
	"severity",
	"addresses",
	"repair",
	"origin",
	"members"
];
/**
* `mended`: seen to be good often enough. `superseded`: the endpoint has another leaf with the same defect, which is an
* incident of its own. `removed`: the endpoint is no longer in the configuration.
*/
const RESOLUTIONS = [
	"mended",
	"superseded",
	"removed"
];
// src/monitoring/state-schema.ts
const time = datetime();
const digest = string().regex(/^[0-9a-f]{64}$/);
const count = int().nonnegative();
const client = _enum(CLIENT_NAMES);
const severity = _enum(INCIDENT_SEVERITIES);
const stage = _enum(EXPIRY_STAGES).nullable();
const extent = object({
	severity,
	stage,
	refusedBy: array(client)
});
const facts = object({
	findings: array(object({
		id: string(),
		severity: _enum([
			"error",
			"warning",
			"info"
		]),
		message: string(),
		help: string()
	})),
	refused: array(object({
		client,
		error: string().nullable()
	})),
	lucky: array(client),
	accepting: array(client),
	addresses: array(string()),
	seenAt: object({
		bad: count,
		all: count
	}),
	vantage: string(),
	notAfter: time.nullable(),
	isRepairable: boolean(),
	origin: string().nullable()
});
const links = object({
	message: object({
		channel: string(),
		ts: string()
	}).nullable(),
	pullRequest: object({
		number: int().positive(),
		state: _enum([
			"open",
			"merged",
			"closed",
			"ignored"
		])
	}).nullable()
});
const acknowledgement = object({
	by: string(),
	at: time
});
const incident = object({
	key: digest,
	endpoint: string().nullable(),
	cause: _enum(CAUSES),
	leaf: digest.nullable(),
	missingIssuers: array(string()),
	phase: _enum(INCIDENT_PHASES),
	severity,
	stage,
	worst: extent,
	facts,
	firstSeen: time,
	lastSeen: time,
	badRuns: count,
	goodRuns: count,
	recent: string().regex(/^[bg]{0,8}$/),
	openings: array(time),
	resolvedAt: time.nullable(),
	group: digest.nullable(),
	members: array(digest),
	announced: boolean(),
	notifiedAt: time.nullable(),
	sequence: count,
	acknowledgement: acknowledgement.nullable(),
	snooze: acknowledgement.extend({
		until: time.nullable(),
		from: extent
	}).nullable(),
	links
});
const detail = discriminatedUnion("kind", [
	object({
		kind: literal("opened"),
		again: boolean()
	}),
	object({
		kind: literal("grouped"),
		again: boolean()
	}),
	object({
		kind: literal("changed"),
		changes: array(_enum(INCIDENT_CHANGES))
	}),
	object({ kind: literal("reminded") }),
	object({
		kind: literal("escalated"),
		from: extent,
		woken: boolean()
	}),
	object({
		kind: literal("resolved"),
		resolution: _enum(RESOLUTIONS),
		openMs: count
	})
]);
const notice = object({
	id: string(),
	key: digest,
	at: time,
	detail,
	claim: object({
		run: string(),
		at: time
	}).nullable(),
	attempts: count,
	problem: string().nullable()
});
const endpoint = object({
	name: string(),
	verdict: _enum([
		"healthy",
		"degraded",
		"repairable",
		"broken",
		"unreachable",
		"unknown"
	]),
	seenAt: time,
	since: time,
	unknownRuns: count,
	leaf: object({
		fingerprint: digest,
		notBefore: time,
		notAfter: time
	}).nullable(),
	lastDay: date(),
	days: string().regex(/^[hdrbx?-]+$/),
	latency: string().regex(/^[A-Za-z-]+$/).optional(),
	leaves: array(object({
		since: date(),
		notBefore: time,
		notAfter: time
	})).max(16).optional()
});
const run = object({
	id: string(),
	startedAt: time,
	schedule: string().nullable(),
	delayMs: count.nullable(),
	swept: count,
	bad: count,
	unknown: count
});
const upkeep = object({
	isPublic: boolean().nullable(),
	visibilityAt: time.nullable(),
	lastCommit: time.nullable(),
	lastCommitAt: time.nullable(),
	historyAt: time.nullable()
});
/** A state of this version as it is kept. */
const monitorStateSchema = object({
	version: literal(1),
	incidents: array(incident),
	endpoints: array(endpoint),
	outbox: array(notice),
	runs: array(run),
	digestAt: time.nullable(),
	upkeep: upkeep.default(NO_UPKEEP)
});
// src/monitoring/parse-state.ts
/** How a state of each older version becomes one of the next: `MIGRATIONS.get(1)` makes version 2 of version 1. */
const MIGRATIONS = /* @__PURE__ */ new Map();
const header = looseObject({ version: int().positive() });
/** Reads a kept state. Never throws: a state that cannot be read is not allowed to stop the monitor. */
function parseState(text, migrations = MIGRATIONS) {
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return corrupted(error instanceof Error ? error.message : "no JSON");
	}
	const head = header.safeParse(value);
	if (!head.success) return corrupted("it has no version");
	const { version } = head.data;
	if (version > 1) return {
		kind: "newer",
		version
	};
	let data = head.data;
	for (let from = version; from < 1; from += 1) {
		const migrate = migrations.get(from);
		if (!migrate) return corrupted(`version ${from} is no longer read`);
		data = migrate(data);
	}
	const state = monitorStateSchema.safeParse(data);
	if (!state.success) return corrupted(describe(state.error));
	return {
		kind: "state",
		state: state.data,
		migratedFrom: version === 1 ? null : version
	};
}
/** The text to keep: the same state always gives the same bytes, an item of a list a line so that differences can be read. */
function serialiseState(state) {
	return `{\n${Object.entries(state).map(([name, value]) => `${JSON.stringify(name)}: ${toLines(value)}`).join(",\n")}\n}\n`;
}
function toLines(value) {
	if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
	return `[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
}
function corrupted(reason) {
	return {
		kind: "corrupted",
		reason: printable(reason)
	};
}
function describe({ issues: [first] }) {
	return first ? `${first.path.join(".")}: ${first.message}` : "it has another shape";
}
export { severityRank as S, verdictWords as _, deadlineWords as a, isTold as b, stageRank as c, latencyOf as d, causeOf as f, CAUSE_WORDS as g, isSecondary as h, daysLeftWords as i, LATENCY_RANKS as l, isOfMonitor as m, serialiseState as n, emptyState as o, isOfLeaf as p, sweptRows as r, expiryStage as s, parseState as t, latencyLetter as u, INCIDENT_SEVERITIES as v, pullRequestsOf as x, incidentKey as y };
