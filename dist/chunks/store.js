import { o as __toESM } from "./rolldown-runtime.js";
import { i as AppErrors, n as hasCode, r as AppError, t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { i as redact } from "./render.js";
import { t as findNearest } from "./find-nearest.js";
import { n as shardFileName, r as shardOf } from "./shard.js";
import { $ as parseBundle, nt as readMaterial, ot as validityLimit, st as pLimit } from "./observe-endpoint.js";
import { h as loadConfig, t as readConfiguredTrust } from "./trust-anchors.js";
import { g as string, l as int, o as array, p as object, t as countOf, u as literal } from "./format.js";
import { n as datetime } from "./iso.js";
import { i as DIGEST_DAYS, n as CLIENT_NAMES } from "./config.js";
import { t as canonicalDomain } from "./domain.js";
import { S as severityRank, _ as verdictWords, a as deadlineWords, b as isTold, c as stageRank, f as causeOf, h as isSecondary, i as daysLeftWords, l as LATENCY_RANKS, m as isOfMonitor, n as serialiseState, o as emptyState, p as isOfLeaf, r as sweptRows, s as expiryStage, t as parseState, u as latencyLetter, x as pullRequestsOf, y as incidentKey } from "./parse-state.js";
import { a as clientWords, n as compareHops, r as lostAt } from "./chain-ledger.js";
import { n as picturesOf, r as groupBy } from "./chain-pictures.js";
import { i as renewalMarginMs } from "./short-fingerprint.js";
import { _ as composeBody, a as readFix, c as extendBranch, d as holdsFiles, f as lookAtBranch, g as blobId, h as readTextFile, i as findOpenFixes, l as fixBranchName, m as checkPath, n as findFixes, o as beginBranch, p as topicOfBranch, s as deleteBranch, t as collect, u as holdsExactly, v as digestOf$1, y as withMark } from "./collect.js";
import { s as pRetry } from "./open-cloud.js";
import { a as renderMermaid, c as writeStickyComment, l as refuseKeyMaterial, o as codeSpan, r as renderBlock, s as escapeMarkdown, u as identify } from "./markdown.js";
import { a as findInexactDomains, c as throwProblems, d as cellText, f as describeCell, g as PROTOCOL, h as COLUMNS$1, i as serializeWorkbook, l as cellAt, m as tsvPathOf, o as applyEntries, p as formatTsv, s as readRows, t as openMappingWorkbook, u as findMappingSheet } from "./mapping-file.js";
import { t as ledgerTable } from "./ledger-table.js";
import { t as shellWords } from "./shell-words.js";
import { t as openReader } from "./open-reader.js";
import { n as createCheckMeans, r as checkEndpoint } from "./sweep-messages.js";
import { n as sweep, r as threadsFor, t as CHECK_THREAD } from "./check-thread.js";
import { t as toSweptEndpoint } from "./to-swept-endpoint.js";
import { n as sweptEndpointSchema } from "./swept-schema.js";
import { createHash } from "node:crypto";
import path from "node:path";
import { readFile, readdir, realpath, rename, stat, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// src/slack/slack-errors.ts
const TOKEN = /^(invalid_auth|not_authed|token_revoked|token_expired|account_inactive|not_allowed_token_type|org_login_required)$/;
const CHANNEL = /^(channel_not_found|is_archived|invalid_channel|channel_type_not_supported)$/;
const MEMBER = /^(not_in_channel|restricted_action.*)$/;
const GONE = /^(message_not_found|thread_not_found|cant_update_message|edit_window_closed)$/;
const OUTAGE = /^(internal_error|fatal_error|service_unavailable|team_added_to_org|request_timeout|accesslimited)$/;
/**
* The catalogue's error for what a call of Slack's client threw; any other error as it is.
*
* Codes: SLACK_TOKEN_REFUSED, SLACK_NOT_IN_CHANNEL, SLACK_CHANNEL_NOT_FOUND, SLACK_SCOPE_MISSING, SLACK_MESSAGE_GONE,
* SLACK_RATE_LIMITED, SLACK_UNAVAILABLE, SLACK_UNREACHABLE, SLACK_REFUSED.
*/
function translateFailure(error, { does, origin }) {
	const occurrence = { cause: error };
	switch (field(error, "code")) {
		case "slack_webapi_platform_error": return translateAnswer(error, does);
		case "slack_webapi_rate_limited_error": return appError("SLACK_RATE_LIMITED", {
			does,
			seconds: Number(field(error, "retryAfter"))
		}, occurrence);
		case "slack_webapi_http_error": {
			const status = Number(field(error, "statusCode"));
			return appError(status >= 500 ? "SLACK_UNAVAILABLE" : "SLACK_REFUSED", {
				does,
				reason: `HTTP ${status}`
			}, occurrence);
		}
		case "slack_webapi_request_error": return appError("SLACK_UNREACHABLE", {
			does,
			origin,
			reason: reasonOf(error)
		}, occurrence);
		default: return error;
	}
}
/** As `translateFailure`, for what opening Socket Mode threw: it is the app-level token that Slack looks at there. */
function translateSocketFailure(error, origin) {
	const answer = String(field(field(error, "data"), "error"));
	if (TOKEN.test(answer)) return appError("SLACK_APP_TOKEN_REFUSED", { reason: answer }, { cause: error });
	return translateFailure(error, {
		does: "Opening Socket Mode",
		origin
	});
}
function translateAnswer(error, does) {
	const data = field(error, "data");
	const answer = String(field(data, "error"));
	const details = {
		does,
		reason: shown$1(answer)
	};
	const occurrence = { cause: error };
	if (answer === "missing_scope") {
		const needed = field(data, "needed");
		const scope = typeof needed === "string" ? shown$1(needed) : "that this call needs";
		return appError("SLACK_SCOPE_MISSING", {
			does,
			needed: scope
		}, occurrence);
	}
	if (/^rate_?limited$/.test(answer)) return appError("SLACK_RATE_LIMITED", {
		does,
		seconds: 60
	}, occurrence);
	if (TOKEN.test(answer)) return appError("SLACK_TOKEN_REFUSED", details, occurrence);
	if (MEMBER.test(answer)) return appError("SLACK_NOT_IN_CHANNEL", details, occurrence);
	if (CHANNEL.test(answer)) return appError("SLACK_CHANNEL_NOT_FOUND", details, occurrence);
	if (GONE.test(answer)) return appError("SLACK_MESSAGE_GONE", details, occurrence);
	return appError(OUTAGE.test(answer) ? "SLACK_UNAVAILABLE" : "SLACK_REFUSED", details, occurrence);
}
function reasonOf(error) {
	const original = field(error, "original");
	return shown$1([original, field(original, "cause")].map((each) => each instanceof Error ? each.message : "").filter((text) => text !== "").join(": "));
}
function shown$1(text) {
	return printable(redact(text).replaceAll(/\s+/g, " "));
}
function field(value, name) {
	return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}
// src/slack/mrkdwn.ts
/** Slack has no escape for the signs of its formatting: those that pair up become ones that look the same. */
const LOOKALIKES = {
	"*": "∗",
	"~": "∼",
	"`": "'"
};
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
/**
* One line of any text as Slack's mrkdwn shows it literally: no mention, link or formatting can be in it. Cut with `…`
* so that what is sent has at most `maxLength` characters.
*/
function mrkdwn(text, maxLength = 300) {
	const shown = printable(text.toWellFormed(), Number.MAX_SAFE_INTEGER);
	const pieces = Array.from(shown, (sign) => LOOKALIKES[sign] ?? ENTITIES[sign] ?? sign);
	let length = pieces.reduce((sum, piece) => sum + piece.length, 0);
	if (length <= maxLength) return pieces.join("");
	while (length > maxLength - 1) length -= pieces.pop()?.length ?? length;
	return `${pieces.join("")}…`;
}
/** A link of mrkdwn. Of a URL that is not http or https only the label remains. */
function mrkdwnLink(url, label) {
	if (!/^https?:/i.test(url) || !URL.canParse(url)) return mrkdwn(label);
	return `<${new URL(url).href.replaceAll("|", "%7C").replaceAll(">", "%3E").replaceAll("<", "%3C").replaceAll("&", "&amp;")}|${mrkdwn(label, 100)}>`;
}
/** Who acted, in the words of where it was done: a mention of a user stays one, anything else is text. */
function actor(by) {
	return /^<@[UW][A-Z0-9]{2,20}>$/.test(by) ? by : mrkdwn(by, 80);
}
// src/slack/block.ts
/** A section of lines. */
function section(lines) {
	return {
		type: "section",
		text: {
			type: "mrkdwn",
			text: lines.join("\n"),
			verbatim: true
		}
	};
}
function context(text) {
	return {
		type: "context",
		elements: [{
			type: "mrkdwn",
			text,
			verbatim: true
		}]
	};
}
/** At most 150 characters of `text` are shown, as Block Kit has it. */
function header(text) {
	return {
		type: "header",
		text: plain(text.slice(0, 150))
	};
}
/** At most 75 characters of `label` are shown, as Block Kit has it. */
function button(action, label, value) {
	return {
		type: "button",
		action_id: action,
		text: plain(label.slice(0, 75)),
		value
	};
}
function plain(text) {
	return {
		type: "plain_text",
		text,
		emoji: true
	};
}
// src/slack/words.ts
const MINUTE_MS$1 = 6e4;
/** Characters of a client's error in a message. */
const MAX_ERROR = 80;
/** `java.security.cert.CertPathValidatorException`. */
const EXCEPTION = /^(?:\w+\.)*\w+Exception$/;
const MONTHS$1 = [
	"Jan",
	"Feb",
	"Mar",
	"Apr",
	"May",
	"Jun",
	"Jul",
	"Aug",
	"Sep",
	"Oct",
	"Nov",
	"Dec"
];
const SEVERITY_SIGNS = {
	page: "🔴",
	warn: "🟠",
	digest: "🔵"
};
/** The domain of an endpoint's name, and the port when it is not 443. */
function endpointWords(name) {
	return mrkdwn(name.replace(/:443$/, ""), 260);
}
/** What it is about: an endpoint, the number of endpoints of a group, or the monitor. */
function subjectWords({ endpoint, members }) {
	if (endpoint !== null) return endpointWords(endpoint);
	return members.length > 0 ? `${members.length} endpoints` : "airec-https";
}
/**
* What users of a client see, as they would search for it: without the names of Java's exceptions, and of what stands
* between colons as much as fits.
*/
function errorWords(error) {
	const parts = error.replace(/\.$/, "").split(": ").filter((part) => !EXCEPTION.test(part));
	const fitting = parts.filter((_, index) => parts.slice(0, index + 1).join(": ").length <= MAX_ERROR);
	return mrkdwn(fitting.length > 0 ? fitting.join(": ") : error, MAX_ERROR);
}
/** ``Java, Android `PKIX path building failed`, OpenSSL `…` ``: clients that see the same words stand together. */
function refusalWords(refused) {
	const clients = /* @__PURE__ */ new Map();
	for (const { client, error } of refused) {
		const words = error ? errorWords(error) : "";
		clients.set(words, [...clients.get(words) ?? [], clientWords({ client })]);
	}
	return [...clients].map(([words, names]) => words === "" ? names.join(", ") : `${names.join(", ")} \`${words}\``).join(", ");
}
/** `42 min`, `3 h 5 min`, `2 d 4 h`; less than a minute is one. */
function spanWords(milliseconds) {
	const minutes = Math.max(1, Math.round(milliseconds / MINUTE_MS$1));
	const [days, hours, rest] = [
		Math.floor(minutes / 1440),
		Math.floor(minutes / 60) % 24,
		minutes % 60
	];
	return [
		days > 0 && `${days} d`,
		hours > 0 && `${hours} h`,
		days === 0 && rest > 0 && `${rest} min`
	].filter((part) => part !== false).join(" ");
}
/** `23 Nov 09:12 UTC`. Everybody who talks about it means the same time. */
function timeWords(at) {
	return `${dayWords(at)} ${new Date(at).toISOString().slice(11, 16)} UTC`;
}
/** `23 Nov`, in UTC. */
function dayWords(at) {
	const date = new Date(at);
	return `${date.getUTCDate()} ${MONTHS$1[date.getUTCMonth()] ?? ""}`;
}
// src/monitoring/compact-state.ts
const DAY_MS$8 = 864e5;
const MAX_RESOLVED = 2e3;
/**
* Without what nobody will ask for any more: resolved incidents beyond the days of history (and, of very many, the oldest),
* endpoints that are not in the configuration, all but the latest runs. What was not delivered yet stays.
*/
function compactState(state, { at, configured, policy }) {
	const waiting = new Set(state.outbox.map(({ key }) => key));
	const ends = state.incidents.flatMap(({ phase, resolvedAt }) => phase === "resolved" && resolvedAt !== null ? [resolvedAt] : []).toSorted((a, b) => a < b ? 1 : -1);
	const horizon = Math.max(Date.parse(at) - policy.historyDays * DAY_MS$8, Date.parse(ends[MAX_RESOLVED] ?? "1970-01-01T00:00:00.000Z"));
	return {
		...state,
		incidents: state.incidents.filter(({ key, phase, resolvedAt }) => phase !== "resolved" || waiting.has(key) || Date.parse(resolvedAt ?? at) > horizon),
		endpoints: state.endpoints.filter(({ name }) => configured.has(name)),
		runs: state.runs.slice(-200)
	};
}
// src/monitoring/endpoint-history.ts
const DAY_MS$7 = 864e5;
/** The letter of each verdict. */
const LETTERS = {
	healthy: "h",
	degraded: "d",
	unknown: "?",
	repairable: "r",
	broken: "b",
	unreachable: "x"
};
/** The worse, the later. */
const RANKS = "-hd?rbx";
/** An endpoint's history with what a run saw; `days` has at most `maxDays` letters. Undefined before: its first run. */
function extendHistory(before, endpoint, maxDays) {
	const { name, verdict, seenAt } = endpoint;
	const [leaf] = endpoint.leaves;
	return {
		name,
		verdict,
		seenAt,
		since: before?.verdict === verdict ? before.since : seenAt,
		unknownRuns: verdict === "unknown" ? (before?.unknownRuns ?? 0) + 1 : 0,
		leaf: leaf ? {
			fingerprint: leaf.fingerprint,
			notBefore: leaf.notBefore,
			notAfter: leaf.notAfter
		} : before?.leaf ?? null,
		lastDay: seenAt.slice(0, 10),
		days: extendDays(before, seenAt, {
			letter: LETTERS[verdict],
			ranks: RANKS
		}).slice(-maxDays),
		latency: extendLatency(before, endpoint).slice(-maxDays),
		leaves: extendLeaves(before?.leaves ?? [], endpoint)
	};
}
/** One more letter, or the worse of two for a day; days in between without a run have `-`. */
function extendDays(before, seenAt, { letter, ranks }) {
	if (!before) return letter;
	const day = Date.parse(seenAt.slice(0, 10));
	const passed = Math.round((day - Date.parse(before.lastDay)) / DAY_MS$7);
	if (passed > 0) return before.days + "-".repeat(Math.min(passed - 1, 1e3)) + letter;
	const today = before.days.slice(-1);
	return before.days.slice(0, -1) + (ranks.indexOf(letter) > ranks.indexOf(today) ? letter : today);
}
function extendLatency(before, { addresses, seenAt }) {
	const measured = addresses.flatMap(({ handshakeMs }) => handshakeMs ?? []);
	const letter = measured.length === 0 ? "-" : latencyLetter(Math.max(...measured));
	return extendDays(before && {
		days: before.latency ?? "-",
		lastDay: before.lastDay
	}, seenAt, {
		letter,
		ranks: LATENCY_RANKS
	});
}
/** With the leaf of the first address when it is another than the last one. */
function extendLeaves(before, { leaves: [leaf], seenAt }) {
	const last = before.at(-1);
	if (!leaf || last?.notAfter === leaf.notAfter && last.notBefore === leaf.notBefore) return before;
	const { notBefore, notAfter } = leaf;
	return [...before, {
		since: seenAt.slice(0, 10),
		notBefore,
		notAfter
	}].slice(-16);
}
// src/monitoring/lifecycle.ts
const DAY_MS$6 = 864e5;
/** How long openings count as flapping, and how many runs are remembered for it. */
const FLAP_WINDOW_MS = DAY_MS$6;
/** Each opening within the window doubles the good runs that are needed, up to eightfold. */
const MAX_DOUBLINGS = 3;
/** An incident that is seen for the first time; no run is counted yet. */
function newIncident({ identity, severity, stage, facts }, at) {
	return {
		...identity,
		phase: "pending",
		severity,
		stage,
		worst: {
			severity,
			stage,
			refusedBy: []
		},
		facts,
		firstSeen: at,
		lastSeen: at,
		badRuns: 0,
		goodRuns: 0,
		recent: "",
		openings: [],
		resolvedAt: null,
		group: null,
		members: [],
		announced: false,
		notifiedAt: null,
		sequence: 0,
		acknowledgement: null,
		snooze: null,
		links: {
			message: null,
			pullRequest: null
		}
	};
}
/**
* A run saw it. `isUrgent`: it is opened however often it was seen. Otherwise it opens after so many runs in a row, or
* after twice as many of the last eight, for what comes and goes is broken too.
*/
function stepBad(before, sighting, terms) {
	const { at, policy, isUrgent } = terms;
	const { severity, stage, facts } = sighting;
	const recent = `${before.recent}b`.slice(-8);
	const wasOver = before.phase === "resolved";
	const incident = {
		...before,
		severity,
		stage,
		facts,
		recent,
		phase: wasOver ? "pending" : before.phase,
		firstSeen: wasOver ? at : before.firstSeen,
		lastSeen: at,
		badRuns: before.badRuns + 1,
		goodRuns: 0
	};
	if (incident.phase === "open") return worsen(incident, before, terms);
	if (!(incident.badRuns >= policy.openAfter || recent.replaceAll("g", "").length >= 2 * policy.openAfter) && !isUrgent) return {
		incident,
		detail: void 0
	};
	const again = before.notifiedAt !== null;
	return announce({
		...incident,
		phase: "open",
		worst: extentOf(incident),
		resolvedAt: null,
		acknowledgement: null,
		openings: [...before.openings.filter((time) => isWithin(time, at)), at].slice(-8)
	}, again);
}
/** A run that could have seen it did not. Undefined: it is forgotten, for it was never opened. */
function stepGood(before, { at, policy }) {
	const recent = `${before.recent}g`.slice(-8);
	const incident = {
		...before,
		recent,
		badRuns: 0,
		goodRuns: before.goodRuns + 1
	};
	if (incident.phase === "resolved") return {
		incident: before,
		detail: void 0
	};
	if (incident.phase === "pending") {
		if (recent.includes("b")) return {
			incident,
			detail: void 0
		};
		if (before.openings.length === 0) return void 0;
		return {
			incident: {
				...incident,
				phase: "resolved"
			},
			detail: void 0
		};
	}
	const flaps = before.openings.filter((time) => isWithin(time, at)).length;
	const needed = policy.resolveAfter * 2 ** Math.min(MAX_DOUBLINGS, Math.max(0, flaps - 1));
	return incident.goodRuns >= needed ? resolve(incident, "mended", at) : {
		incident,
		detail: void 0
	};
}
/** It is over. */
function resolve(before, resolution, at) {
	const openedAt = before.openings.at(-1) ?? before.firstSeen;
	const incident = {
		...before,
		phase: "resolved",
		resolvedAt: at,
		recent: "",
		badRuns: 0,
		goodRuns: 0,
		announced: false,
		acknowledgement: null,
		snooze: null
	};
	const openMs = Math.max(0, Date.parse(at) - Date.parse(openedAt));
	return {
		incident,
		detail: before.announced ? {
			kind: "resolved",
			resolution,
			openMs
		} : void 0
	};
}
/**
* What is open and told is told again after so many days, unless somebody has acknowledged it or put it to sleep; a sleep
* that is over is told at once. Only what pages is repeated, and nothing while it looks mended.
*/
function remind(before, { at, policy }) {
	if (before.goodRuns > 0) return {
		incident: before,
		detail: void 0
	};
	const isAsleep = isSnoozed(before, at);
	const woke = before.snooze !== null && !isAsleep;
	const incident = woke ? {
		...before,
		snooze: null
	} : before;
	if (isAsleep || before.acknowledgement || !before.announced) return {
		incident,
		detail: void 0
	};
	const sinceMs = Date.parse(at) - Date.parse(before.notifiedAt ?? before.lastSeen);
	return {
		incident,
		detail: before.severity === "page" && sinceMs >= policy.remindDays * DAY_MS$6 || woke ? { kind: "reminded" } : void 0
	};
}
/** One that was open before: it may be worse than ever, or only different. */
function worsen(incident, before, { at }) {
	if (!incident.announced) return announce(incident, false);
	const { snooze, acknowledgement } = incident;
	const now = extentOf(incident);
	const isAsleep = isSnoozed(incident, at);
	const base = isAsleep && snooze ? snooze.from : before.worst;
	if (isAsleep ? isWorseThan(now, base) || hasNewClient(now, base) : isWorseThan(now, base)) {
		const woken = isAsleep || acknowledgement !== null;
		return {
			incident: {
				...incident,
				worst: worstOf(now, before.worst),
				snooze: null,
				acknowledgement: null
			},
			detail: {
				kind: "escalated",
				from: extentOf(before),
				woken
			}
		};
	}
	const changes = differences(before, incident);
	return {
		incident: {
			...incident,
			worst: worstOf(now, before.worst)
		},
		detail: changes.length > 0 ? {
			kind: "changed",
			changes
		} : void 0
	};
}
/** What waits for the digest is opened in silence. */
function announce(incident, again) {
	if (incident.severity === "digest") return {
		incident,
		detail: void 0
	};
	return {
		incident: {
			...incident,
			announced: true
		},
		detail: {
			kind: "opened",
			again
		}
	};
}
/** Whether people want to hear nothing of it at `at`. */
function isSnoozed({ snooze }, at) {
	return snooze !== null && (snooze.until === null || Date.parse(snooze.until) > Date.parse(at));
}
/** How bad an incident is now. */
function extentOf({ severity, stage, facts }) {
	return {
		severity,
		stage,
		refusedBy: facts.refused.map(({ client }) => client)
	};
}
/** Whether `now` is worse by severity or by how near the end is. */
function isWorseThan(now, before) {
	return severityRank(now.severity) > severityRank(before.severity) || stageRank(now.stage) > stageRank(before.stage);
}
/** Of each part the worse one. */
function worstOf(a, b) {
	return {
		severity: severityRank(a.severity) > severityRank(b.severity) ? a.severity : b.severity,
		stage: stageRank(a.stage) > stageRank(b.stage) ? a.stage : b.stage,
		refusedBy: [.../* @__PURE__ */ new Set([...b.refusedBy, ...a.refusedBy])]
	};
}
function hasNewClient(now, before) {
	return now.refusedBy.some((client) => !before.refusedBy.includes(client));
}
/** What a person would notice. Wordings, addresses that come and go, and counts are no difference. */
function differences(a, b) {
	return [
		["clients", ({ facts }) => [facts.refused.map(({ client }) => client), facts.lucky]],
		["findings", ({ facts }) => [...new Set(facts.findings.map(({ id }) => id))].toSorted()],
		["severity", ({ severity, stage }) => [severity, stage]],
		["addresses", ({ facts }) => isEverywhere(facts)],
		["repair", ({ facts }) => facts.isRepairable],
		["origin", ({ facts }) => facts.origin]
	].flatMap(([change, view]) => JSON.stringify(view(a)) === JSON.stringify(view(b)) ? [] : [change]);
}
function isEverywhere({ seenAt }) {
	return seenAt.bad === seenAt.all;
}
function isWithin(time, at) {
	return Date.parse(at) - Date.parse(time) < FLAP_WINDOW_MS;
}
// src/monitoring/grouping.ts
/**
* Joins what opens in this run for one cause at many endpoints to one incident, the group, which is told instead. A group
* that is open takes in what opens later; it is resolved when the last of its members is.
*/
function groupIncidents(working, terms) {
	const opening = groupBy(working.all().filter((incident) => isOpening(incident, working)), ({ cause }) => cause);
	for (const [cause, incidents] of opening) {
		const key = groupKey(cause);
		const endpoints = new Set(incidents.map(({ endpoint }) => endpoint));
		if (working.get(key)?.phase !== "open" && endpoints.size < terms.policy.group) continue;
		for (const incident of incidents) working.put({
			incident: {
				...incident,
				group: key
			},
			detail: void 0
		});
	}
	const keys = new Set(working.all().flatMap(({ group }) => group ?? []));
	for (const key of keys) stepGroup(key, working, terms);
}
function isOpening({ key, endpoint }, working) {
	return endpoint !== null && working.detailOf(key)?.kind === "opened";
}
function stepGroup(key, working, terms) {
	const belonging = working.all().filter(({ group }) => group === key);
	for (const incident of belonging) {
		working.hush(incident.key);
		if (incident.phase !== "open") working.put({
			incident: {
				...incident,
				group: null
			},
			detail: void 0
		});
	}
	const members = belonging.filter(({ phase }) => phase === "open").toSorted(byWeight$1);
	const before = working.get(key);
	const [worst] = members;
	if (!worst) {
		if (before?.phase === "open") working.put(resolve({
			...before,
			members: []
		}, "mended", terms.at));
		return;
	}
	const sighting = toSighting$2(key, worst, members);
	const group = before ?? newIncident(sighting, terms.at);
	const stepped = stepBad(group, sighting, {
		...terms,
		isUrgent: true
	});
	const keys = members.map((member) => member.key).toSorted();
	const incident = {
		...stepped.incident,
		members: keys
	};
	const { detail } = stepped;
	if (detail?.kind === "opened") working.put({
		incident,
		detail: {
			kind: "grouped",
			again: detail.again
		}
	});
	else if (detail?.kind === "escalated") working.put({
		incident,
		detail
	});
	else {
		const others = detail?.kind === "changed" ? detail.changes : [];
		const changes = JSON.stringify(keys) === JSON.stringify(group.members) ? others : [...others, "members"];
		working.put({
			incident,
			detail: changes.length > 0 ? {
				kind: "changed",
				changes
			} : void 0
		});
	}
}
/** A group is as bad as the worst of its members, and shows what that shows. */
function toSighting$2(key, worst, members) {
	const { cause, severity, stage, facts } = worst;
	const clients = members.flatMap((member) => member.facts.refused);
	const refused = [...new Map(clients.map((each) => [each.client, each])).values()];
	return {
		identity: {
			key,
			endpoint: null,
			cause,
			leaf: null,
			missingIssuers: []
		},
		severity,
		stage,
		facts: {
			...facts,
			refused: refused.toSorted((a, b) => a.client < b.client ? -1 : 1)
		},
		isCertain: true
	};
}
function groupKey(cause) {
	return incidentKey({
		endpoint: null,
		cause,
		leaf: null,
		missingIssuers: []
	});
}
/** The worst first; of the same weight by endpoint, so that the one that is shown stays. */
function byWeight$1(a, b) {
	return severityRank(b.severity) - severityRank(a.severity) || stageRank(b.stage) - stageRank(a.stage) || ((a.endpoint ?? "") < (b.endpoint ?? "") ? -1 : 1);
}
// src/monitoring/outbox.ts
/** After this, a run that took a notice and has not said what became of it counts as lost. */
const CLAIM_MS = 9e5;
/** How much of what was not told yet remains worth telling: more replaces less. */
const WEIGHTS = {
	changed: 0,
	reminded: 1,
	escalated: 2,
	opened: 3,
	grouped: 3,
	resolved: 3
};
/**
* The outbox with new events. What was not delivered yet is joined to one notice for an incident: one that nobody knows
* of is still to be opened, whatever came after, unless it is over.
*/
function enqueue(outbox, events) {
	const notices = new Map(outbox.map((notice) => [notice.key, notice]));
	for (const { id, at, detail, incident } of events) {
		const waiting = notices.get(incident.key);
		if (waiting && WEIGHTS[waiting.detail.kind] > WEIGHTS[detail.kind]) continue;
		notices.delete(incident.key);
		notices.set(incident.key, {
			id,
			key: incident.key,
			at,
			detail,
			claim: null,
			attempts: waiting?.attempts ?? 0,
			problem: waiting?.problem ?? null
		});
	}
	return [...notices.values()];
}
/** The outbox with every notice that no other run is about to deliver taken by `run`. */
function claimNotices(outbox, { run, at }) {
	return outbox.map((notice) => {
		return notice.claim !== null && Date.parse(at) - Date.parse(notice.claim.at) < CLAIM_MS ? notice : {
			...notice,
			claim: {
				run,
				at
			}
		};
	});
}
/** What `run` is to deliver, as events of incidents as they are now; the oldest first. */
function noticesOf(state, run) {
	const incidents = incidentsByKey(state);
	return state.outbox.flatMap(({ id, key, at, detail, claim }) => {
		const incident = incidents.get(key);
		return incident && claim?.run === run ? [{
			id,
			at,
			detail,
			incident,
			members: membersOf(incident, incidents)
		}] : [];
	});
}
function incidentsByKey({ incidents }) {
	return new Map(incidents.map((incident) => [incident.key, incident]));
}
/** The incidents of a group, by endpoint. */
function membersOf({ members }, incidents) {
	return members.flatMap((key) => incidents.get(key) ?? []).toSorted((a, b) => (a.endpoint ?? "") < (b.endpoint ?? "") ? -1 : 1);
}
/**
* A notice was delivered, to `message`; null when that has no address. Does nothing when it is no longer waiting, so it
* may be applied again to a newer state.
*/
function recordDelivered(state, id, message) {
	const delivered = state.outbox.find((notice) => notice.id === id);
	if (!delivered) return state;
	return {
		...state,
		outbox: state.outbox.filter((notice) => notice !== delivered),
		incidents: state.incidents.map((incident) => incident.key === delivered.key && message ? {
			...incident,
			links: {
				...incident.links,
				message
			}
		} : incident)
	};
}
/** A delivery failed: the notice is anybody's again. `problem` is one printable line. */
function recordFailed(state, id, problem) {
	const outbox = state.outbox.map((notice) => notice.id === id ? {
		...notice,
		claim: null,
		attempts: notice.attempts + 1,
		problem
	} : notice);
	return {
		...state,
		outbox
	};
}
// src/monitoring/outcome-of.ts
/**
* What a look that did not see an incident says of it: `good` when the incident's addresses were looked at, `unknown`
* when one of them, or all there is, did not show a handshake. An address that is no longer there is gone.
*/
function outcomeUnseen({ cause, facts }, { addresses, ledger }) {
	if (cause === "undetermined") return "good";
	if (cause === "mapping") return ledger.some(({ hop, seen }) => hop === "cas" && seen === "no answer") ? "unknown" : "good";
	const dark = new Set(addresses.flatMap(({ address, failure }) => failure === null ? [] : [address]));
	if (dark.size === addresses.length) return "unknown";
	return facts.addresses.some((address) => dark.has(address)) ? "unknown" : "good";
}
// src/monitoring/sighting.ts
const MAX_FINDINGS = 4;
const MAX_ADDRESSES = 16;
const CERTAIN = /* @__PURE__ */ new Set([
	"expired-leaf",
	"expired-intermediate",
	"hostname-mismatch"
]);
/** Every incident that is seen at an endpoint, one for each cause and leaf. Empty when nothing is wrong. */
function sightingsOf(endpoint) {
	const sightings = cluster(endpoint).map((each) => toSighting$1(each, endpoint));
	return sightings.some(({ identity, severity }) => severity !== "digest" && !isSecondary(identity.cause)) ? sightings.filter(({ identity }) => !isSecondary(identity.cause)) : sightings;
}
function cluster({ findings, addresses, leaves }) {
	const leafAt = new Map(addresses.map(({ address, chain }) => [address, chain[0] ?? null]));
	const clusters = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const cause = causeOf(finding);
		if (cause === void 0) continue;
		const served = finding.addresses.length === 0 ? [leaves[0]?.fingerprint ?? null] : finding.addresses.map((at) => leafAt.get(at) ?? null);
		for (const leaf of new Set(isOfLeaf(cause) ? served : [null])) {
			const key = JSON.stringify([cause, leaf]);
			const before = clusters.get(key)?.findings ?? [];
			const here = leaf === null ? finding.addresses : finding.addresses.filter((at) => leafAt.get(at) === leaf);
			clusters.set(key, {
				cause,
				leaf,
				findings: [...before, {
					...finding,
					addresses: here
				}]
			});
		}
	}
	return [...clusters.values()];
}
function toSighting$1({ cause, leaf, findings }, endpoint) {
	const places = new Set(findings.flatMap(({ addresses }) => addresses));
	const at = endpoint.addresses.filter(({ address }) => places.has(address));
	const certificate = endpoint.leaves.find(({ fingerprint }) => fingerprint === leaf);
	const stage = cause === "expiry" && certificate && expiryStage(certificate, new Date(endpoint.seenAt)) || null;
	const identity = {
		endpoint: endpoint.name,
		cause,
		leaf,
		missingIssuers: cause === "chain" ? missingAt(at) : []
	};
	const isEverywhere = at.length === endpoint.addresses.length;
	const severities = findings.map((finding) => severityOf(finding.severity, {
		cause,
		stage,
		isEverywhere
	}));
	return {
		identity: {
			...identity,
			key: incidentKey(identity)
		},
		severity: severities.reduce((worst, each) => severityRank(each) > severityRank(worst) ? each : worst),
		stage,
		facts: factsOf({
			cause,
			leaf,
			findings
		}, at, endpoint),
		isCertain: findings.some(({ id, severity }) => severity === "error" && CERTAIN.has(id))
	};
}
function missingAt(addresses) {
	return [...new Set(addresses.flatMap(({ missingIssuers }) => missingIssuers))].toSorted();
}
/** What hurts users pages; what will, or hurts some, is told; what is untidy or unknown waits for the digest. */
function severityOf(severity, { cause, stage, isEverywhere }) {
	if (cause === "undetermined" || severity === "info") return "digest";
	if (stage === "last-day" || stage === "expired") return "page";
	if (cause === "unreachable") return isEverywhere ? "page" : "warn";
	if (severity === "error") return "page";
	return cause === "tidiness" ? "digest" : "warn";
}
function factsOf({ leaf, findings }, at, { clients, addresses, leaves, repairs, vantage, origin }) {
	const shown = leaves.find(({ fingerprint }) => fingerprint === leaf) ?? leaves[0];
	return {
		findings: findings.slice(0, MAX_FINDINGS).map(({ id, severity, message, help }) => ({
			id,
			severity,
			message,
			help
		})),
		refused: clients.flatMap(({ client, accepts, error }) => accepts === false ? [{
			client,
			error
		}] : []),
		lucky: clients.flatMap(({ client, accepts, byLuck }) => accepts === true && byLuck ? [client] : []),
		accepting: clients.flatMap(({ client, accepts, byLuck }) => accepts === true && !byLuck ? [client] : []),
		addresses: at.slice(0, MAX_ADDRESSES).map(({ address }) => address),
		seenAt: {
			bad: at.length === 0 ? addresses.length : at.length,
			all: addresses.length
		},
		vantage,
		notAfter: shown?.notAfter ?? null,
		isRepairable: repairs.some((repair) => repair.leaf === (leaf ?? shown?.fingerprint)),
		origin
	};
}
// src/monitoring/working-set.ts
/** Events of these kinds are edits of a message: nobody is notified. */
const SILENT = /* @__PURE__ */ new Set(["changed", "resolved"]);
/** The incidents while a run is applied, and what happened to each: at most one thing. */
var WorkingSet = class {
	#incidents;
	#details = /* @__PURE__ */ new Map();
	constructor(incidents) {
		this.#incidents = new Map(incidents.map((incident) => [incident.key, incident]));
	}
	get(key) {
		return this.#incidents.get(key);
	}
	/** A copy: it may be changed on the way. */
	all() {
		return [...this.#incidents.values()];
	}
	detailOf(key) {
		return this.#details.get(key);
	}
	put({ incident, detail }) {
		this.#incidents.set(incident.key, incident);
		if (detail) this.#details.set(incident.key, detail);
	}
	/** What happened to it is told by its group. */
	hush(key) {
		this.#details.delete(key);
	}
	drop(key) {
		this.#incidents.delete(key);
		this.#details.delete(key);
	}
	/** Numbers what happened; by key, so that order depends on nothing else. */
	finish(at) {
		for (const [key, { kind }] of this.#details) {
			const incident = this.#incidents.get(key);
			if (!incident) continue;
			const notifiedAt = SILENT.has(kind) ? incident.notifiedAt : at;
			this.#incidents.set(key, {
				...incident,
				sequence: incident.sequence + 1,
				notifiedAt
			});
		}
		const incidents = this.all().toSorted((a, b) => a.key < b.key ? -1 : 1);
		return {
			incidents,
			events: incidents.flatMap((incident) => {
				const detail = this.#details.get(incident.key);
				if (!detail) return [];
				return [{
					id: `${incident.key.slice(0, 16)}.${incident.sequence}`,
					at,
					detail,
					incident,
					members: membersOf(incident, this.#incidents)
				}];
			})
		};
	}
};
// src/monitoring/advance.ts
/**
* Applies a run to a state. Pure, and safe to do again: a run that was applied changes nothing, and when the state was
* changed by another run in the meantime, this one is applied to the newer state. Of an endpoint, only what was seen
* later than before counts, so that overlapping runs are not two witnesses of one moment.
*/
function advance(state, run, policy) {
	if (state.runs.some(({ id }) => id === run.id)) return {
		state,
		events: []
	};
	const terms = {
		at: run.startedAt,
		policy
	};
	const histories = new Map(state.endpoints.map((history) => [history.name, history]));
	const fresh = run.endpoints.filter((endpoint) => isNews$1(endpoint, histories.get(endpoint.name)));
	const working = new WorkingSet(state.incidents);
	const known = groupBy(state.incidents, ({ endpoint }) => endpoint);
	for (const endpoint of fresh) {
		stepEndpoint(endpoint, known.get(endpoint.name) ?? [], {
			working,
			terms
		});
		const history = extendHistory(histories.get(endpoint.name), endpoint, policy.historyDays);
		histories.set(endpoint.name, history);
	}
	if (run.conditions) stepMonitor(run.conditions, {
		working,
		terms
	});
	const configured = new Set(run.configured);
	for (const incident of working.all()) if (incident.endpoint !== null && !configured.has(incident.endpoint)) remove(incident, {
		working,
		terms
	});
	groupIncidents(working, terms);
	for (const incident of working.all()) if (isTold(incident) && !working.detailOf(incident.key)) working.put(remind(incident, terms));
	const { incidents, events } = working.finish(run.startedAt);
	return {
		state: compactState({
			...state,
			incidents,
			endpoints: [...histories.values()].toSorted((a, b) => a.name < b.name ? -1 : 1),
			outbox: claimNotices(enqueue(state.outbox, events), {
				run: run.id,
				at: run.startedAt
			}),
			runs: [...state.runs, recordOf(run)].toSorted((a, b) => a.startedAt < b.startedAt ? -1 : 1)
		}, {
			at: run.startedAt,
			configured,
			policy
		}),
		events
	};
}
function isNews$1({ seenAt }, history) {
	return history === void 0 || Date.parse(seenAt) > Date.parse(history.seenAt);
}
function stepEndpoint(endpoint, known, { working, terms }) {
	const sightings = sightingsOf(endpoint);
	const seen = new Set(sightings.map(({ identity }) => identity.key));
	const gone = known.filter(({ key }) => !seen.has(key));
	for (const sighting of sightings) {
		const before = working.get(sighting.identity.key);
		const heirless = before ? void 0 : gone.find((incident) => isSucceeded(incident, sighting, endpoint));
		if (heirless) working.put(resolve(heirless, "superseded", terms.at));
		const isUrgent = heirless !== void 0 || sighting.isCertain;
		const incident = before ?? newIncident(sighting, terms.at);
		working.put(stepBad(incident, sighting, {
			...terms,
			isUrgent
		}));
	}
	for (const { key } of gone) {
		const incident = working.get(key);
		if (incident && outcomeUnseen(incident, endpoint) === "good") putGood(incident, {
			working,
			terms
		});
	}
}
/** Whether it is the same defect with another leaf, or at another issuer. Alternating ones do not succeed each other. */
function isSucceeded(incident, { identity, severity }, endpoint) {
	return incident.phase === "open" && incident.cause === identity.cause && severity !== "digest" && outcomeUnseen(incident, endpoint) === "good";
}
function putGood(incident, { working, terms }) {
	const stepped = stepGood(incident, terms);
	if (stepped) working.put(stepped);
	else working.drop(incident.key);
}
/** What is wrong with the monitor itself: certain, for it is no measurement. */
function stepMonitor(conditions, { working, terms }) {
	const sightings = conditions.map(toSighting);
	const seen = new Set(sightings.map(({ identity }) => identity.key));
	for (const sighting of sightings) {
		const before = working.get(sighting.identity.key) ?? newIncident(sighting, terms.at);
		working.put(stepBad(before, sighting, {
			...terms,
			isUrgent: true
		}));
	}
	for (const incident of working.all()) if (isOfMonitor(incident.cause) && !seen.has(incident.key)) putGood(incident, {
		working,
		terms
	});
}
function toSighting({ cause, severity, message, help }) {
	const identity = {
		endpoint: null,
		cause,
		leaf: null,
		missingIssuers: []
	};
	return {
		identity: {
			...identity,
			key: incidentKey(identity)
		},
		severity,
		stage: null,
		facts: {
			findings: [{
				id: cause,
				severity: severity === "page" ? "error" : "warning",
				message,
				help
			}],
			refused: [],
			lucky: [],
			accepting: [],
			addresses: [],
			seenAt: {
				bad: 0,
				all: 0
			},
			vantage: "",
			notAfter: null,
			isRepairable: false,
			origin: null
		},
		isCertain: true
	};
}
function remove(incident, { working, terms }) {
	if (incident.phase === "open") working.put(resolve(incident, "removed", terms.at));
	else if (incident.phase === "pending") working.drop(incident.key);
}
function recordOf({ id, startedAt, schedule, delayMs, endpoints }) {
	const bad = endpoints.filter(({ verdict }) => [
		"repairable",
		"broken",
		"unreachable"
	].includes(verdict));
	const unknown = endpoints.filter(({ verdict }) => verdict === "unknown");
	return {
		id,
		startedAt,
		schedule,
		delayMs,
		swept: endpoints.length,
		bad: bad.length,
		unknown: unknown.length
	};
}
// src/monitoring/root-removals.ts
const SOURCE = {
	name: "Mozilla Root Store Policy §7.4 and Chrome Root Program Policy §1.3.1.2",
	url: "https://wiki.mozilla.org/CA/Root_CA_Lifecycles"
};
/** Removals by when the key was made, up to and with the date; of later ones, fifteen years after. */
const SCHEDULE = [
	["2005-12-31", "2025-04-15"],
	["2007-12-31", "2026-04-15"],
	["2009-12-31", "2027-04-15"],
	["2011-12-31", "2028-04-15"],
	["2014-04-14", "2029-04-15"]
];
const TERM_YEARS = 15;
/**
* When a public root is removed from the stores of Mozilla and Chrome, by the age of its key. When the key was made is
* taken from the root's notBefore, as Mozilla does where it has no report of the ceremony; a key may be a little older.
*/
function rootRemoval({ notBefore }) {
	const made = notBefore.slice(0, 10);
	const scheduled = SCHEDULE.find(([until]) => made <= until)?.[1];
	if (scheduled !== void 0) return {
		date: scheduled,
		source: SOURCE
	};
	const date = new Date(notBefore);
	date.setUTCFullYear(date.getUTCFullYear() + TERM_YEARS);
	return {
		date: date.toISOString().slice(0, 10),
		source: SOURCE
	};
}
// src/monitoring/readiness.ts
const DAY_MS$5 = 864e5;
const SECOND_MS = 1e3;
/** Root removals that are nearer are worth a look now. */
const REMOVAL_NOTICE_DAYS = 90;
/** What is coming for an endpoint: ends of certificates, removals of roots, shorter lives (BR §6.3.2). */
function readinessOf({ name, path, leaves, isPublic }, now) {
	const leaf = path[0] ?? leaves[0];
	if (!leaf) return {
		name,
		deadlines: [],
		validity: null
	};
	const renewAt = new Date(Date.parse(leaf.notAfter) - renewalMarginMs(toDates(leaf)));
	const anchor = path.length > 1 ? path.at(-1) : void 0;
	return {
		name,
		deadlines: [
			deadline("renewal", leaf, {
				at: renewAt,
				now
			}),
			deadline("leaf-expiry", leaf, {
				at: new Date(leaf.notAfter),
				now
			}),
			...path.slice(1, -1).map((each) => deadline("intermediate-expiry", each, {
				at: new Date(each.notAfter),
				now
			})),
			...anchor && isPublic ? [removalOf(anchor, now)] : []
		].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
		validity: validityAt(leaf, {
			renewAt: renewAt > now ? renewAt : now,
			isPublic
		})
	};
}
/** The endpoint with findings of what is coming, which are for information: clients accept it now. */
function withReadiness(endpoint, readiness) {
	const { deadlines = [], validity = null } = readiness ?? {};
	const ahead = [...deadlines.filter(isRemovalNear).map((removal) => toFinding("root-removal-ahead", `browsers stop trusting the root ${removal.subject} on ${removal.at.slice(0, 10)}`, `Ask your authority for a chain to a root that stays. Source: ${removal.source ?? ""}.`)), ...validity?.shrinks ? [toFinding("shorter-validity-ahead", `this certificate is valid for ${validity.days} days; the next one may be for ${validity.limitAtRenewal} at most`, "Renew automatically, or plan for renewing more often (CA/Browser Forum Baseline Requirements §6.3.2).")] : []];
	return ahead.length > 0 ? {
		...endpoint,
		findings: [...endpoint.findings, ...ahead]
	} : endpoint;
}
function toFinding(id, message, help) {
	return {
		id,
		severity: "info",
		addresses: [],
		certificate: null,
		message,
		help
	};
}
/** Whether a removal of its root comes near enough to do something about it. */
function isRemovalNear({ kind, daysLeft }) {
	return kind === "root-removal" && daysLeft < REMOVAL_NOTICE_DAYS;
}
function removalOf(anchor, now) {
	const { date, source } = rootRemoval(anchor);
	return {
		...deadline("root-removal", anchor, {
			at: /* @__PURE__ */ new Date(`${date}T00:00:00.000Z`),
			now
		}),
		source: `${source.name}, ${source.url}`
	};
}
function deadline(kind, { subject }, { at, now }) {
	const daysLeft = Math.floor((at.getTime() - now.getTime()) / DAY_MS$5);
	return {
		kind,
		at: at.toISOString(),
		daysLeft,
		subject,
		source: null
	};
}
function validityAt(leaf, { renewAt, isPublic }) {
	const dates = toDates(leaf);
	const { days } = validityLimit(dates);
	const lifeMs = dates.notAfter.getTime() + SECOND_MS - dates.notBefore.getTime();
	const successor = {
		notBefore: renewAt,
		notAfter: /* @__PURE__ */ new Date(renewAt.getTime() + lifeMs - SECOND_MS)
	};
	const limitAtRenewal = isPublic ? validityLimit(successor).limit ?? null : null;
	return {
		days,
		limitAtRenewal,
		shrinks: limitAtRenewal !== null && days > limitAtRenewal
	};
}
function toDates({ notBefore, notAfter }) {
	return {
		notBefore: new Date(notBefore),
		notAfter: new Date(notAfter)
	};
}
// src/monitoring/cron.ts
const MONTHS = [
	"JAN",
	"FEB",
	"MAR",
	"APR",
	"MAY",
	"JUN",
	"JUL",
	"AUG",
	"SEP",
	"OCT",
	"NOV",
	"DEC"
];
const WEEKDAYS = [
	"SUN",
	"MON",
	"TUE",
	"WED",
	"THU",
	"FRI",
	"SAT"
];
const MINUTE_MS = 6e4;
const DAY_MS$4 = 864e5;
/** 29 February may be eight years away. */
const MAX_DAYS = 2928;
/**
* Reads five fields, as GitHub's schedules have them: minute, hour, day of the month, month, day of the week; each a list
* of `*`, numbers, ranges and steps, such as `7,37 * * * MON-FRI`. Undefined when it is no such text.
*/
function parseCron(text) {
	const [minute, hour, day, month, weekday, ...rest] = text.trim().split(/\s+/);
	if (!minute || !hour || !day || !month || !weekday || rest.length > 0) return void 0;
	const minutes = parseField(minute, {
		from: 0,
		to: 59,
		names: []
	});
	const hours = parseField(hour, {
		from: 0,
		to: 23,
		names: []
	});
	const days = parseField(day, {
		from: 1,
		to: 31,
		names: []
	});
	const months = parseField(month, {
		from: 1,
		to: 12,
		names: MONTHS
	});
	const weekdays = parseField(weekday, {
		from: 0,
		to: 6,
		names: WEEKDAYS
	});
	if (!minutes || !hours || !days || !months || !weekdays) return void 0;
	return {
		minutes,
		hours,
		days,
		months,
		weekdays,
		eitherDay: !day.startsWith("*") && !weekday.startsWith("*")
	};
}
/** The last time at or before `time` at which it starts; undefined when there is none within eight years. */
function previousStart(cron, time) {
	const now = Math.floor(time.getTime() / MINUTE_MS) * MINUTE_MS;
	const today = Math.floor(now / DAY_MS$4) * DAY_MS$4;
	const inDay = minutesOfDay(cron).toReversed();
	for (let day = today; day > today - MAX_DAYS * DAY_MS$4; day -= DAY_MS$4) {
		if (!matchesDay(cron, new Date(day))) continue;
		const start = inDay.map((minute) => day + minute * MINUTE_MS).find((each) => each <= now);
		if (start !== void 0) return new Date(start);
	}
}
/** The starts after `after` up to `until`, at most `limit` of the latest, the earliest first. */
function startsBetween(cron, { after, until }, limit) {
	const starts = [];
	let start = previousStart(cron, until);
	while (start && start > after && starts.length < limit) {
		starts.unshift(start);
		start = previousStart(cron, /* @__PURE__ */ new Date(start.getTime() - MINUTE_MS));
	}
	return starts;
}
function minutesOfDay({ hours, minutes }) {
	return ascending(hours).flatMap((hour) => ascending(minutes).map((minute) => hour * 60 + minute));
}
function ascending(numbers) {
	return [...numbers].toSorted((a, b) => a - b);
}
function matchesDay({ days, months, weekdays, eitherDay }, date) {
	if (!months.has(date.getUTCMonth() + 1)) return false;
	const [byDay, byWeekday] = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())];
	return eitherDay ? byDay || byWeekday : byDay && byWeekday;
}
function parseField(text, range) {
	const numbers = /* @__PURE__ */ new Set();
	for (const item of text.split(",")) {
		const { first = "", last, step } = /^(?<first>\*|\w+)(?:-(?<last>\w+))?(?:\/(?<step>\d{1,2}))?$/.exec(item)?.groups ?? {};
		const isAll = first === "*";
		const from = isAll ? range.from : parseNumber(first, range);
		const to = isAll || last === void 0 && step !== void 0 ? range.to : parseNumber(last ?? first, range);
		const by = step === void 0 ? 1 : Number(step);
		if (from === void 0 || to === void 0 || from > to || by === 0 || isAll && last) return void 0;
		for (let number = from; number <= to; number += by) numbers.add(number);
	}
	return numbers;
}
function parseNumber(text, { from, to, names }) {
	const named = names.indexOf(text.toUpperCase());
	if (named !== -1) return from + named;
	const number = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
	return number >= from && number <= to ? number : void 0;
}
// src/monitoring/schedule-health.ts
const HOUR_MS = 36e5;
const DAY_MS$3 = 24 * HOUR_MS;
/** How late a scheduled run may be before its window counts as missed: GitHub starts many of them late. */
const GRACE_MS = HOUR_MS;
/** GitHub disables schedules of public repositories after so many days without activity. */
const IDLE_DAYS = 60;
/** So many days before, people are told; and again, with a mention, in the last of them. */
const NOTICE_DAYS = 14;
const PAGE_DAYS = 3;
/** Windows that are counted one by one. */
const MAX_WINDOWS = 1e3;
/**
* How late a run that `schedule` started is, in milliseconds: since its cron last had a start. A run that is later than
* the next start shows less. Null when there is no schedule, or none that can be read.
*/
function runDelayMs(schedule, startedAt) {
	const cron = schedule === null ? void 0 : parseCron(schedule);
	const start = cron && previousStart(cron, startedAt);
	return start ? startedAt.getTime() - start.getTime() : null;
}
/** What is wrong with the schedule itself; empty when nothing is, or nothing can be said. */
function judgeSchedule(facts) {
	return [...judgeWindows(facts), ...judgeActivity(facts)];
}
/** Starts since the last run that nothing came of within the hour: the dead man's switch, from the first run after. */
function missedWindows({ schedule, now, runs }) {
	const cron = schedule === null ? void 0 : parseCron(schedule);
	const times = runs.map(({ startedAt }) => Date.parse(startedAt));
	if (!cron || times.length === 0) return [];
	const last = Math.max(...times.filter((time) => time <= now.getTime()));
	return startsBetween(cron, {
		after: new Date(last),
		until: now
	}, MAX_WINDOWS).filter((start) => now.getTime() - start.getTime() > GRACE_MS);
}
function judgeWindows(facts) {
	const missed = missedWindows(facts);
	const [first] = missed;
	if (!first) return [];
	return [{
		cause: "missed-runs",
		severity: "warn",
		message: `Nobody looked for ${Math.floor((facts.now.getTime() - first.getTime()) / HOUR_MS)} h: ${missed.length === MAX_WINDOWS ? `${MAX_WINDOWS} or more` : String(missed.length)} scheduled ${missed.length === 1 ? "run" : "runs"} since ${first.toISOString()} did not start (cron ${facts.schedule ?? ""})`,
		help: "Look at the Actions tab for runs that are queued or were cancelled. GitHub drops schedules when it is busy, most at the full hour: choose an odd minute, or run the bot, which has a schedule of its own."
	}];
}
function judgeActivity({ now, repository }) {
	if (!repository?.isPublic) return [];
	const disabledAt = repository.lastCommit.getTime() + IDLE_DAYS * DAY_MS$3;
	const daysLeft = Math.ceil((disabledAt - now.getTime()) / DAY_MS$3);
	if (daysLeft > NOTICE_DAYS) return [];
	const when = `on ${new Date(disabledAt).toISOString().slice(0, 10)}`;
	const [day] = repository.lastCommit.toISOString().split("T");
	return [{
		cause: "schedule-disabled",
		severity: daysLeft <= PAGE_DAYS ? "page" : "warn",
		message: `GitHub may disable this schedule ${when}: the repository is public and the last commit to its default branch is of ${day}`,
		help: `Commit to the default branch, and look under ${repository.url}/actions whether the workflow is enabled. A bot with a schedule of its own is not disabled.`
	}];
}
// src/github/fix-labels.ts
const ACKNOWLEDGED = "airec-https:ack";
const SNOOZED = "airec-https:snooze-7d";
const SNOOZE_MS = 6048e5;
/** The labels that people answer with; they can be chosen only where they exist. */
const ANSWERS = [{
	name: ACKNOWLEDGED,
	color: "0e8a16",
	description: "Seen: no more reminders of this incident"
}, {
	name: SNOOZED,
	color: "c5def5",
	description: "No messages of this incident for 7 days, unless it gets worse"
}];
/**
* What the labels of a pull request say now, by whoever put them there last. A snooze ends by itself; the label may
* stay. No call without such a label, else one for each hundred events.
*/
async function readAnswers(github, fix) {
	if (!ANSWERS.some(({ name }) => fix.labels.includes(name))) return {
		acknowledged: null,
		snoozed: null
	};
	const step = {
		does: `Reading who labelled #${fix.number} of ${github.fullName}`,
		needs: "pull-requests: read"
	};
	const events = await github.call(step, (octokit) => {
		const query = {
			...github.repository,
			issue_number: fix.number,
			per_page: 100
		};
		return octokit.paginate(octokit.rest.issues.listEvents, query);
	});
	const find = (label) => {
		if (!fix.labels.includes(label)) return null;
		const event = events.findLast((item) => item.event === "labeled" && "label" in item && item.label.name === label);
		return event ? {
			by: `${event.actor.login} on #${fix.number}`,
			at: event.created_at
		} : null;
	};
	const snooze = find(SNOOZED);
	return {
		acknowledged: find(ACKNOWLEDGED),
		snoozed: snooze && {
			...snooze,
			until: new Date(Date.parse(snooze.at) + SNOOZE_MS).toISOString()
		}
	};
}
/** Makes `labels` and those to answer with, where the repository lacks them. One call, and one for each that is new. */
async function ensureLabels(github, labels) {
	const { repository, fullName } = github;
	const step = {
		does: `Making the labels of ${fullName}`,
		needs: "pull-requests: write"
	};
	const present = await github.call(step, (octokit) => octokit.paginate(octokit.rest.issues.listLabelsForRepo, {
		...repository,
		per_page: 100
	}));
	const names = new Set(present.map(({ name }) => name.toLowerCase()));
	const wanted = [...ANSWERS, ...labels.map((name) => ({ name }))];
	for (const label of wanted.filter(({ name }) => !names.has(name.toLowerCase()))) try {
		await github.call(step, ({ rest }) => rest.issues.createLabel({
			...repository,
			...label
		}));
	} catch (error) {
		if (!(hasCode(error, "GITHUB_CONFLICT", "GITHUB_REFUSED") && await hasLabel(github, label.name))) throw error;
	}
}
async function hasLabel(github, name) {
	const step = {
		does: `Reading the labels of ${github.fullName}`,
		needs: "pull-requests: read"
	};
	try {
		await github.call(step, ({ rest }) => rest.issues.getLabel({
			...github.repository,
			name
		}));
		return true;
	} catch (error) {
		if (hasCode(error, "GITHUB_NOT_FOUND")) return false;
		throw error;
	}
}
// src/monitoring/incident-actions.ts
/** Somebody looks after it: no more reminders, until it gets worse. */
function acknowledge(state, key, acknowledgement) {
	return change(state, key, (incident) => incident.phase === "open" && incident.acknowledgement === null ? {
		...incident,
		acknowledgement
	} : incident);
}
/** Nothing is to be heard of it until then, or for as long as its leaf stays (`until` null), unless it gets worse. */
function snooze(state, key, sleep) {
	return change(state, key, (incident) => incident.phase === "open" ? {
		...incident,
		snooze: {
			...sleep,
			from: extentOf(incident)
		}
	} : incident);
}
/** Nobody looks after it any more: reminders come again. */
function withdrawAcknowledgement(state, key) {
	return change(state, key, (incident) => ({
		...incident,
		acknowledgement: null
	}));
}
/** It is awake again, when it slept as `kind` says: `timed` or for as long as its leaf stays. */
function withdrawSnooze(state, key, kind) {
	return change(state, key, (incident) => {
		const { snooze: sleep } = incident;
		return sleep !== null && sleep.until === null === (kind === "lasting") ? {
			...incident,
			snooze: null
		} : incident;
	});
}
/** Remembers the pull request that is to mend it, and what became of that. */
function linkPullRequest(state, key, pullRequest) {
	return change(state, key, (incident) => ({
		...incident,
		links: {
			...incident.links,
			pullRequest
		}
	}));
}
function change(state, key, apply) {
	const incidents = state.incidents.map((incident) => incident.key === key ? apply(incident) : incident);
	return {
		...state,
		incidents
	};
}
// src/slack/reactions.ts
/** By what it asks for, the name of each reaction. */
const NAMES = {
	acknowledge: "eyes",
	snooze: "zzz",
	mute: "mute"
};
const KINDS = [
	"acknowledge",
	"snooze",
	"mute"
];
const answer = object({ message: object({ reactions: array(object({
	name: string(),
	users: array(string())
})).optional() }) });
/**
* What `permitted` users (IDs) ask for by 👀, 💤 and 🔇 on the messages of open incidents. A request is read once: the app
* answers it with the same reaction when `confirmReaction` is called, and as long as that stands the reaction is an old one.
* Where it stands alone, theirs was taken back. Makes no call when no incident is open.
*
* @throws every code of `translateFailure`
*/
async function readReactions(slack, incidents, permitted) {
	const told = incidents.filter(isTold).filter(({ links }) => links.message !== null);
	if (told.length === 0) return [];
	const self = await slack.self();
	const requests = [];
	for (const { key, links } of told) {
		if (!links.message) continue;
		const reactions = await usersOf(slack, links.message);
		for (const kind of KINDS) {
			const name = NAMES[kind];
			const users = reactions.get(name) ?? [];
			const person = users.find((user) => permitted.includes(user));
			const isOld = users.includes(self);
			if (person !== void 0 && !isOld) requests.push({
				key,
				kind,
				by: `<@${person}>`
			});
			if (person === void 0 && isOld) requests.push({
				key,
				kind,
				by: null
			});
		}
	}
	return requests;
}
/** Shows that a request was taken, and that it was taken back. Needs the scope reactions:write. */
async function confirmReaction(slack, at, { kind, by }) {
	await react(slack, by === null ? "reactions.remove" : "reactions.add", {
		at,
		name: NAMES[kind]
	});
}
async function react(slack, method, { at, name }) {
	try {
		await slack.call(method, {
			channel: at.channel,
			timestamp: at.ts,
			name
		}, `Answering a reaction in ${at.channel}`);
	} catch (error) {
		if (!hasCode(error, "SLACK_REFUSED") || !/already_reacted|no_reaction/.test(error.message)) throw error;
	}
}
/** Users by reaction; of a message that was deleted, none. */
async function usersOf(slack, { channel, ts }) {
	try {
		const options = {
			channel,
			timestamp: ts,
			full: true
		};
		const { message } = answer.parse(await slack.call("reactions.get", options, `Reading reactions in ${channel}`));
		return new Map((message.reactions ?? []).map(({ name, users }) => [name, users]));
	} catch (error) {
		if (hasCode(error, "SLACK_MESSAGE_GONE")) return /* @__PURE__ */ new Map();
		throw error;
	}
}
// src/commands/monitor/answers.ts
const DAY_MS$2 = 864e5;
/**
* What people have answered to open incidents since they were last told: by reactions on their messages, and by labels
* on their pull requests. Makes no call where nothing is open.
*/
async function collectAnswers(state, desk) {
	return [...await askSlack(state.incidents.filter(isTold), desk), ...await askGitHub(state, desk)];
}
/** The state in which they are followed. May be applied again to a newer state. */
function applyAnswers(state, answers) {
	return answers.reduce((now, { follow }) => follow(now), state);
}
/** Shows in the channel that reactions were taken, once that is kept. */
async function confirmAnswers(state, answers, { slack, onProblem }) {
	if (slack?.kind !== "bot") return;
	const incidents = incidentsByKey(state);
	for (const { key, reaction } of answers) {
		const message = incidents.get(key)?.links.message;
		if (reaction && message) await collect(onProblem, () => confirmReaction(slack.slack, message, reaction));
	}
}
async function askSlack(told, { slack, now, onProblem }) {
	if (slack?.kind !== "bot" || slack.users.length === 0) return [];
	return (await collect(onProblem, () => readRequests(told, slack)) ?? []).map((request) => ({
		key: request.key,
		follow: (state) => followReaction(state, request, now),
		reaction: request
	}));
}
function readRequests(told, { slack, users }) {
	return readReactions(slack, told, users);
}
function followReaction(state, { key, kind, by }, now) {
	const at = now.toISOString();
	switch (kind) {
		case "acknowledge": return by === null ? withdrawAcknowledgement(state, key) : acknowledge(state, key, {
			by,
			at
		});
		case "snooze": {
			const until = new Date(now.getTime() + DAY_MS$2).toISOString();
			return by === null ? withdrawSnooze(state, key, "timed") : snooze(state, key, {
				by,
				at,
				until
			});
		}
		case "mute": return by === null ? withdrawSnooze(state, key, "lasting") : snooze(state, key, {
			by,
			at,
			until: null
		});
	}
}
async function askGitHub(state, { github, onProblem }) {
	const incidents = incidentsByKey(state);
	const linked = state.incidents.filter(isTold).flatMap((incident) => {
		const [fix, ...others] = openFixesOf(incident, incidents);
		return fix && others.length === 0 ? [{
			incident,
			number: fix.number
		}] : [];
	});
	if (!github || linked.length === 0) return [];
	return await collect(onProblem, async () => {
		const fixes = new Map((await findOpenFixes(github)).map((fix) => [fix.number, fix]));
		const found = [];
		for (const { incident, number } of linked) {
			const fix = fixes.get(number);
			if (fix) found.push(...answersOf(incident, await readAnswers(github, fix)));
		}
		return found;
	}) ?? [];
}
function openFixesOf(incident, incidents) {
	return pullRequestsOf(incident, membersOf(incident, incidents)).filter(({ state }) => state === "open");
}
/** A label stays: what it said before people were told again is no answer to that. */
function answersOf(incident, { acknowledged, snoozed }) {
	const { key, notifiedAt, acknowledgement, snooze: asleep } = incident;
	const isNew = (at) => Date.parse(at) > Date.parse(notifiedAt ?? "1970-01-01");
	const answers = [];
	if (acknowledged && acknowledgement === null && isNew(acknowledged.at)) answers.push({
		key,
		follow: (state) => acknowledge(state, key, acknowledged),
		reaction: void 0
	});
	if (snoozed && asleep?.at !== snoozed.at && isNew(snoozed.at)) answers.push({
		key,
		follow: (state) => snooze(state, key, snoozed),
		reaction: void 0
	});
	return answers;
}
// src/commands/monitor/bundle-files.ts
/**
* The bundle files of a configuration that lie in the repository at `root`, by `domain:port`. A file that is not there
* is left out, and so is one outside, also by a link.
*/
async function readBundleFiles({ endpoints }, root) {
	const home = await realpath(root);
	const files = await Promise.all(endpoints.map(async ({ domain, port, certificate }) => {
		const file = certificate.kind === "bundle" ? await readBundleFile(certificate.bundle, home) : void 0;
		return file ? [`${domain}:${port}`, file] : void 0;
	}));
	return new Map(files.filter((file) => file !== void 0));
}
async function readBundleFile(file, home) {
	let real;
	let bytes;
	try {
		real = await realpath(file);
		bytes = await readFile(real);
	} catch {
		return;
	}
	const relative = path.relative(home, real);
	if (relative.startsWith("..") || path.isAbsolute(relative)) return void 0;
	const { certificates, keys, contents } = readMaterial(bytes, file);
	return {
		path: relative.split(path.sep).join("/"),
		chain: certificates.map(({ certificate }) => certificate.fingerprint),
		holdsKey: keys.length > 0 || contents.some(({ kind }) => kind === "private key" || kind === "PKCS#12 file")
	};
}
// src/slack/incident-message.ts
/** Endpoints of a group that are named. */
const MAX_NAMES = 6;
/** Pull requests of a group that are linked. */
const MAX_FIXES = 3;
const LUCK = {
	chrome: "fetches what is missing",
	firefox: "knows what is missing",
	java: "by luck",
	android: "by luck",
	openssl: "by luck"
};
/**
* The message of an incident as it is now: red or orange while open, green once resolved. At most six lines of what is wrong,
* for whom, why, and what to do; in small print two on where it was seen and who looks after it.
*/
function incidentMessage({ incident, members }, setting) {
	const lines = [
		headline(incident),
		members.length > 0 && names(members),
		...clientLines(incident),
		causeLine(incident),
		linkLine({
			incident,
			members
		}, setting)
	].filter((line) => typeof line === "string");
	const small = [placeLine(incident), careLine(incident, setting)].filter((line) => line !== void 0);
	const text = [headline(incident), ...clientLines(incident)].join("\n").replaceAll(/[*`]/g, "");
	const isActive = incident.phase !== "resolved" && setting.interaction === "buttons";
	return {
		text,
		blocks: [
			section(lines),
			context(small.join("\n")),
			...isActive ? [buttons(incident, setting)] : []
		]
	};
}
/** `🔴 *rec.example.com* — certificate chain incomplete`. */
function headline(incident) {
	const { phase, severity, resolvedAt, openings, firstSeen } = incident;
	const what = `*${subjectWords(incident)}* — ${verdictWords(incident)}`;
	if (phase !== "resolved") return `${SEVERITY_SIGNS[severity]} ${what}`;
	const openedAt = openings.at(-1) ?? firstSeen;
	return `🟢 ${what}: resolved${resolvedAt === null ? "" : ` after ${spanWords(Date.parse(resolvedAt) - Date.parse(openedAt))}`}`;
}
function clientLines({ phase, facts: { refused, lucky, accepting } }) {
	const works = [...accepting.map((client) => clientWords({ client })), ...lucky.map((client) => `${clientWords({ client })} (${LUCK[client]})`)];
	const isOver = phase === "resolved";
	return [...refused.length > 0 ? [`*${isOver ? "Failed" : "Fails"} for* ${refusalWords(refused)}`] : [], ...works.length > 0 && !isOver ? [`*Works for* ${works.join(", ")}`] : []];
}
function placeLine({ facts, firstSeen, badRuns, phase, resolvedAt }) {
	const { bad, all } = facts.seenAt;
	const where = all === 0 ? "Seen" : `Seen on ${bad} of ${countOf(all, "address", "addresses")}`;
	const until = phase === "resolved" && resolvedAt !== null ? ` until ${timeWords(resolvedAt)}` : "";
	const runs = phase === "open" && badRuns > 0 ? `, by ${countOf(badRuns, "check")}` : "";
	return `${where} from ${mrkdwn(facts.vantage, 60)}, ${until ? "from" : "since"} ${timeWords(firstSeen)}${until}${runs}`;
}
function names(members) {
	const shown = members.slice(0, MAX_NAMES).map(subjectWords);
	const more = members.length - shown.length;
	return `${shown.map((name) => name.slice(0, 80)).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
function causeLine({ facts: { origin, findings, notAfter }, cause }) {
	const [finding] = findings;
	const why = origin ?? finding?.message;
	const date = cause === "expiry" && notAfter !== null ? ` (valid until ${timeWords(notAfter)})` : "";
	return why === void 0 ? void 0 : `*Cause:* ${mrkdwn(why, 500)}${date}`;
}
function linkLine({ incident, members }, setting) {
	const { phase, severity } = incident;
	const calls = phase === "open" && severity === "page" && setting.mention !== void 0;
	return joined([
		fixLinks(pullRequestsOf(incident, members), setting.repositoryUrl),
		setting.runUrl !== void 0 && mrkdwnLink(setting.runUrl, "Run"),
		mrkdwnLink(setting.docsUrl, "What to do"),
		calls && `owner ${setting.mention}`
	]);
}
/** `Fix: pull request #128`, `Fix: pull request #128 (merged), #129`. */
function fixLinks(fixes, repositoryUrl) {
	const shown = fixes.slice(0, MAX_FIXES).map(({ number, state }, index) => {
		const label = `${index === 0 ? "Fix: pull request " : ""}#${number}`;
		const link = repositoryUrl === void 0 ? label : mrkdwnLink(`${repositoryUrl}/pull/${number}`, label);
		return state === "open" ? link : `${link} (${state})`;
	});
	const more = fixes.length - shown.length;
	return shown.length > 0 ? `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}` : void 0;
}
/** Who looks after it, or how to say so. */
function careLine({ phase, acknowledgement, snooze }, { interaction }) {
	if (phase === "resolved") return void 0;
	const until = snooze?.until ? `until ${timeWords(snooze.until)}` : "until the certificate changes";
	const done = joined([acknowledgement && `👀 acknowledged by ${actor(acknowledgement.by)}`, snooze && `💤 snoozed ${until} by ${actor(snooze.by)}`]);
	if (done !== void 0 || interaction === "none") return done;
	return interaction === "reactions" ? "React with 👀 to acknowledge, with 💤 to snooze for 24 h, with 🔇 until the certificate changes" : void 0;
}
function buttons({ key, links: { pullRequest } }, { repositoryUrl }) {
	const url = pullRequest?.state === "open" && repositoryUrl !== void 0 ? `${repositoryUrl}/pull/${pullRequest.number}` : void 0;
	return {
		type: "actions",
		block_id: `incident-${key.slice(0, 16)}`,
		elements: [
			button("acknowledge", "👀 Acknowledge", key),
			button("snooze", "💤 Snooze 24 h", key),
			button("check-now", "Check now", key),
			...url === void 0 ? [] : [{
				...button("open-fix", "Open the fix", key),
				url
			}]
		]
	};
}
function joined(parts) {
	const said = parts.filter((part) => typeof part === "string");
	return said.length > 0 ? said.join(" · ") : void 0;
}
// src/slack/posted.ts
const EVENT_TYPE = "airec_https";
/** Clocks differ, and a message may have been posted a while before its notice was saved. */
const SLACK_MS = 36e5;
const history = object({ messages: array(object({
	ts: string(),
	user: string().optional(),
	metadata: object({
		event_type: string(),
		event_payload: object({ id: string().optional() }).optional()
	}).optional()
})) });
/** What marks a message as the telling of an event, so that it is found again. */
function markOf(id) {
	return {
		event_type: EVENT_TYPE,
		event_payload: { id }
	};
}
/**
* The message that tells the event `id`, when an earlier attempt posted it and could not say so. Undefined: there is none
* among the latest 200 since `since`, or the token may not look (then a message may be posted twice, and none is lost).
*/
async function findPosted(slack, { channel, thread }, { id, since }) {
	const self = await slack.self();
	const options = {
		channel,
		oldest: String((Date.parse(since) - SLACK_MS) / 1e3),
		limit: 200,
		include_all_metadata: true
	};
	try {
		const answer = await (thread === void 0 ? slack.call("conversations.history", options, `Reading ${channel}`) : slack.call("conversations.replies", {
			...options,
			ts: thread
		}, `Reading a thread of ${channel}`));
		const { messages } = history.parse(answer);
		const found = messages.find(({ metadata, user }) => user === self && metadata?.event_type === EVENT_TYPE && metadata.event_payload?.id === id);
		return found && {
			channel,
			ts: found.ts
		};
	} catch (error) {
		if (hasCode(error, "SLACK_SCOPE_MISSING")) return void 0;
		throw error;
	}
}
// src/slack/thread-reply.ts
const CHANGE_WORDS = {
	clients: "which clients fail",
	findings: "what is wrong",
	severity: "how bad it is",
	addresses: "which addresses show it",
	repair: "what mends it",
	origin: "where the chain was lost",
	members: "which endpoints it concerns"
};
const RESOLUTION_WORDS = {
	mended: "mended, and seen to be good since",
	superseded: "over: another certificate is served, with an incident of its own",
	removed: "over: the endpoint is no longer in the configuration"
};
/** Undefined: the message itself says it. `mention` is called for what notifies people of a page. */
function threadReply({ detail, incident }, mention) {
	const words = replyWords(detail, incident);
	if (words === void 0) return void 0;
	const text = `${words}${incident.severity === "page" && isNews(detail) && mention !== void 0 ? ` ${mention}` : ""}`;
	return {
		text,
		blocks: [section([text])],
		loud: isNews(detail) && detail.kind !== "reminded"
	};
}
function replyWords(detail, incident) {
	const what = `${subjectWords(incident)}: ${verdictWords(incident)}`;
	switch (detail.kind) {
		case "opened":
		case "grouped": return detail.again ? `🔁 Back again. ${what}` : void 0;
		case "changed": return `✏️ Changed: ${detail.changes.map((change) => CHANGE_WORDS[change]).join(", ")}. ${stand(incident)}`;
		case "reminded": return `⏰ Still open after ${spanWords(Date.parse(incident.lastSeen) - Date.parse(incident.firstSeen))}. ${what}`;
		case "escalated": {
			const woken = detail.woken ? " No longer acknowledged or snoozed." : "";
			return `⏫ Worse. ${what}. ${comparison(detail.from, incident)}${woken}`;
		}
		case "resolved": return `✅ ${sentence$1(RESOLUTION_WORDS[detail.resolution])}, after ${spanWords(detail.openMs)}`;
	}
}
function isNews({ kind }) {
	return kind === "opened" || kind === "grouped" || kind === "reminded" || kind === "escalated";
}
function stand({ facts: { findings, origin, refused } }) {
	const clients = refused.map(clientWords).join(", ");
	const said = mrkdwn(origin ?? findings[0]?.message ?? "", 300);
	return [clients && `Fails for: ${clients}.`, said].filter((part) => part !== "").join(" ");
}
function comparison(from, { facts: { refused }, severity, stage }) {
	const before = from.refusedBy.length > 0 ? from.refusedBy.map((client) => clientWords({ client })).join(", ") : "no client";
	const now = refused.length > 0 ? refused.map(clientWords).join(", ") : "no client";
	return `${[
		before !== now && `Failed for ${before}, now for ${now}`,
		from.severity !== severity && `${from.severity} → ${severity}`,
		from.stage !== stage && stage !== null && `stage of expiry: ${stage}`
	].filter((part) => part !== false).join("; ")}.`;
}
function sentence$1(words) {
	return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
// src/slack/delivery.ts
const RETRIES = 2;
const postedSchema = object({
	channel: string(),
	ts: string()
});
/**
* Tells people of events, the oldest first: at least once, and once as long as the token may read the channel's history.
* A failure of one event does not stop the others, unless it would be theirs as well.
*/
async function deliverEvents(slack, events, plan) {
	const deliveries = [];
	let stop;
	for (const event of events) {
		const delivery = stop ? {
			id: event.id,
			message: void 0,
			error: stop
		} : await deliverEvent(slack, event, plan);
		if (delivery.error && isEverybodys(delivery.error)) stop = delivery.error;
		await plan.record(delivery);
		deliveries.push(delivery);
	}
	return deliveries;
}
async function deliverEvent(slack, event, plan) {
	try {
		const message = await pRetry(() => tell$1(slack, event, plan), {
			retries: RETRIES,
			minTimeout: plan.pauseMs,
			shouldRetry: ({ error }) => hasCode(error, "SLACK_UNAVAILABLE", "SLACK_UNREACHABLE")
		});
		return {
			id: event.id,
			message,
			error: void 0
		};
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return {
			id: event.id,
			message: void 0,
			error
		};
	}
}
/** Refused for what the token, the channel or the way to Slack is, rather than for what was to be posted. */
function isEverybodys(error) {
	return !hasCode(error, "SLACK_REFUSED", "SLACK_MESSAGE_GONE");
}
async function tell$1(slack, event, plan) {
	const { message: known } = event.incident.links;
	const telling = {
		id: event.id,
		at: event.at
	};
	const shown = incidentMessage(event, plan.setting);
	if (known === null) return postOnce(slack, { channel: plan.channel }, {
		...telling,
		shown
	});
	try {
		await editMessage(slack, known, shown);
	} catch (error) {
		if (!hasCode(error, "SLACK_MESSAGE_GONE")) throw error;
		return postOnce(slack, { channel: plan.channel }, {
			...telling,
			shown
		});
	}
	const reply = threadReply(event, plan.setting.mention);
	if (reply) await postOnce(slack, {
		channel: known.channel,
		thread: known.ts
	}, {
		...telling,
		shown: reply,
		loud: reply.loud
	});
	return known;
}
/**
* Posts, unless an earlier attempt did; then its message is brought up to date.
*
* @throws every code of `translateFailure`
*/
async function postOnce(slack, place, { id, at, shown, loud }) {
	const earlier = await findPosted(slack, place, {
		id,
		since: at
	});
	if (earlier) {
		if (place.thread === void 0) await editMessage(slack, earlier, shown);
		return earlier;
	}
	return post$1(slack, place, {
		shown,
		mark: markOf(id),
		loud: loud ?? false
	});
}
async function post$1(slack, { channel, thread }, { shown, mark, loud }) {
	const options = {
		channel,
		text: shown.text,
		blocks: shown.blocks,
		metadata: mark,
		unfurl_links: false,
		unfurl_media: false,
		...thread === void 0 ? {} : {
			thread_ts: thread,
			...loud ? { reply_broadcast: true } : {}
		}
	};
	return postedSchema.parse(await slack.call("chat.postMessage", options, `Posting to ${channel}`));
}
/**
* Shows another text in a message.
*
* @throws every code of `translateFailure`
*/
async function editMessage(slack, { channel, ts }, { text, blocks }) {
	await slack.call("chat.update", {
		channel,
		ts,
		text,
		blocks
	}, `Editing a message in ${channel}`);
}
// src/slack/webhook.ts
const REQUEST_MS$1 = 15e3;
/** What a webhook cannot do, to be said once in the log. */
const WEBHOOK_LIMITS = "An incoming webhook only adds messages: alerts are not edited in place, have no thread, take no reactions, and one may come twice when an answer is lost. A bot token (slack-bot-token) does all of that.";
/**
* Tells people of events by an incoming webhook, one message each, the oldest first; changes are left out, since they
* could not be edited in. The first failure is that of all that follow.
*/
async function deliverByWebhook(events, plan) {
	const deliveries = [];
	const budget = { patienceMs: plan.patienceMs };
	let error;
	for (const event of events) {
		if (!error && event.detail.kind !== "changed") error = await failureOf(() => post(plan.url, messageOf(event, plan), budget));
		const delivery = {
			id: event.id,
			message: void 0,
			error
		};
		await plan.record(delivery);
		deliveries.push(delivery);
	}
	return deliveries;
}
/**
* Posts one message, and waits out rate limits for as long as `patienceMs`.
*
* @throws SLACK_WEBHOOK_…, SLACK_UNAVAILABLE, SLACK_UNREACHABLE, SLACK_RATE_LIMITED
*/
function postByWebhook(url, message, patienceMs) {
	return post(url, message, { patienceMs });
}
/** The message of the incident, below what happened to it. */
function messageOf(event, { setting }) {
	const shown = incidentMessage(event, {
		...setting,
		interaction: "none"
	});
	const reply = event.detail.kind === "resolved" ? void 0 : threadReply(event, void 0);
	return reply ? {
		text: reply.text,
		blocks: [...reply.blocks, ...shown.blocks]
	} : shown;
}
async function failureOf(run) {
	try {
		await run();
		return;
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
}
async function post(url, message, budget) {
	const target = parseUrl(url);
	for (;;) {
		const response = await send(target, message);
		const body = printable(redact(await response.text()).trim(), 100);
		if (response.ok) return;
		const reason = `HTTP ${response.status}: ${body}`;
		const does = "Posting by webhook";
		if (response.status >= 500) throw appError("SLACK_UNAVAILABLE", {
			does,
			reason
		});
		if (response.status !== 429) throw appError("SLACK_WEBHOOK_REFUSED", { reason });
		const seconds = Number(response.headers.get("retry-after")) || 60;
		if (seconds * 1e3 > budget.patienceMs) throw appError("SLACK_RATE_LIMITED", {
			does,
			seconds
		});
		budget.patienceMs -= seconds * 1e3;
		await setTimeout(seconds * 1e3);
	}
}
/** The path of the URL is the secret: errors name its origin alone. */
async function send(target, message) {
	try {
		return await fetch(target, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(message),
			redirect: "error",
			signal: AbortSignal.timeout(REQUEST_MS$1)
		});
	} catch (error) {
		const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
		const reason = printable(redact(cause instanceof Error ? cause.message : "no answer"));
		const details = {
			does: "Posting by webhook",
			origin: target.origin,
			reason
		};
		throw appError("SLACK_UNREACHABLE", details, { cause: error });
	}
}
function parseUrl(url) {
	const text = url.reveal().trim();
	if (!URL.canParse(text)) throw appError("SLACK_WEBHOOK_MALFORMED", { protocol: "no URL" });
	const target = new URL(text);
	const isLoopback = target.hostname === "127.0.0.1" || target.hostname === "localhost";
	if (target.protocol === "https:" || target.protocol === "http:" && isLoopback) return target;
	throw appError("SLACK_WEBHOOK_MALFORMED", { protocol: `one with ${printable(target.protocol, 20)}` });
}
// src/slack/slack.ts
const REQUEST_MS = 15e3;
const identity = object({ user_id: string() });
/** Opens a workspace. Nothing is loaded or sent before the first call. */
function openSlack(access) {
	let patienceMs = access.patienceMs;
	let client;
	const attempt = async (method, options, does) => {
		client ??= createClient(access);
		try {
			return await (await client).apiCall(method, options);
		} catch (error) {
			throw translateFailure(error, {
				does,
				origin: access.apiUrl
			});
		}
	};
	const call = async (method, options, does) => {
		for (;;) try {
			return await attempt(method, { ...options }, does);
		} catch (error) {
			const waitMs = waitOf(error);
			if (waitMs === void 0 || waitMs > patienceMs) throw error;
			patienceMs -= waitMs;
			await setTimeout(waitMs);
		}
	};
	let self;
	return {
		call,
		async self() {
			self ??= identity.parse(await call("auth.test", {}, "Asking Slack who the bot is")).user_id;
			return self;
		}
	};
}
/** For how long Slack wants no call; undefined: it was not that. */
function waitOf(error) {
	if (!hasCode(error, "SLACK_RATE_LIMITED")) return void 0;
	const cause = error.cause;
	const seconds = typeof cause === "object" && cause !== null ? Number(Reflect.get(cause, "retryAfter")) : NaN;
	return seconds > 0 ? seconds * 1e3 : void 0;
}
function silent() {}
/** Loaded late: a run that has nothing to tell needs none of it. */
async function createClient({ token, apiUrl }) {
	const { webApi } = await import("./dist3.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const level = webApi.LogLevel.ERROR;
	return new webApi.WebClient(token.reveal(), {
		slackApiUrl: apiUrl,
		timeout: REQUEST_MS,
		rejectRateLimitedCalls: true,
		retryConfig: { retries: 0 },
		allowAbsoluteUrls: false,
		logger: {
			debug: silent,
			info: silent,
			warn: silent,
			error: silent,
			setLevel: silent,
			getLevel: () => level,
			setName: silent
		}
	});
}
// src/commands/monitor/slack-target.ts
/** For how long a run waits in all when Slack wants fewer calls. */
const PATIENCE_MS = 6e4;
/** Nothing is sent before the first call. */
function openDesk(target, { mention, users, buttons }) {
	const { links } = target;
	if (target.kind === "webhook") return {
		kind: "webhook",
		url: target.url,
		setting: {
			...links,
			mention,
			interaction: "none"
		}
	};
	const { token, apiUrl, channel } = target;
	const reactions = users.length > 0 ? "reactions" : "none";
	return {
		kind: "bot",
		slack: openSlack({
			token,
			apiUrl,
			patienceMs: PATIENCE_MS
		}),
		channel,
		setting: {
			...links,
			mention,
			interaction: buttons ? "buttons" : reactions
		},
		users
	};
}
// src/commands/monitor/delivery.ts
const PAUSE_MS$1 = 1e3;
/**
* Delivers what `run` has to tell, and remembers of each at once what became of it. What could not be delivered stays
* for the next run. Returns the messages that tell it.
*/
async function deliverNotices(state, run, { slack, store, say, onProblem }) {
	const events = noticesOf(state, run);
	if (events.length === 0) return [];
	if (!slack) {
		say(`Nobody is told of ${events.length} ${events.length === 1 ? "change" : "changes"}: there is neither slack-bot-token nor slack-webhook.`);
		await store.update((now) => dropNotices(now, events));
		return [];
	}
	const record = async ({ id, message, error }) => {
		if (error) onProblem(error);
		await store.update((now) => error ? recordFailed(now, id, error.message) : recordDelivered(now, id, message ?? null));
	};
	const { setting } = slack;
	if (slack.kind === "webhook") {
		say(WEBHOOK_LIMITS);
		return deliverByWebhook(events, {
			url: slack.url,
			setting,
			patienceMs: PATIENCE_MS,
			record
		});
	}
	return deliverEvents(slack.slack, events, {
		channel: slack.channel,
		setting,
		pauseMs: PAUSE_MS$1,
		record
	});
}
function dropNotices(state, events) {
	return events.reduce((now, { id }) => recordDelivered(now, id, null), state);
}
// src/monitoring/weekly-digest.ts
const DAY_MS$1 = 864e5;
const WEEK_MS$1 = 7 * DAY_MS$1;
/** Deadlines that are named. */
const MAX_DEADLINES = 10;
/**
* The day whose digest is to be sent, such as `2026-11-23`: its day of the week (UTC), once, and later in the week when no
* run came on that day. Undefined: none is due. A monitor that starts waits for the day.
*/
function dueDigest({ digestAt, runs }, now, { digest }) {
	if (digest === "never") return void 0;
	const since = Math.floor(now.getTime() / DAY_MS$1) * DAY_MS$1 - (now.getUTCDay() - DIGEST_DAYS.indexOf(digest) + 7) % 7 * DAY_MS$1;
	const last = digestAt ?? runs[0]?.startedAt;
	return last !== void 0 && Date.parse(last) < since ? new Date(since).toISOString().slice(0, 10) : void 0;
}
/** What happened since the last digest, at most a week ago, and what is coming. */
function makeDigest(state, readiness, { now, policy }) {
	const from = Math.max(now.getTime() - WEEK_MS$1, Date.parse(state.digestAt ?? "1970-01-01T00:00:00.000Z"));
	const single = state.incidents.filter(({ endpoint, cause }) => endpoint !== null || isOfMonitor(cause));
	const verdicts = {};
	for (const { verdict } of state.endpoints) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
	return {
		from: new Date(from).toISOString(),
		until: now.toISOString(),
		verdicts,
		open: single.filter(({ phase }) => phase === "open").toSorted(byWeight),
		resolved: single.filter(({ phase, resolvedAt, severity }) => {
			return phase === "resolved" && severity !== "digest" && Date.parse(resolvedAt ?? "") >= from;
		}).toSorted((a, b) => (a.resolvedAt ?? "") > (b.resolvedAt ?? "") ? -1 : 1),
		unknown: state.endpoints.filter(({ unknownRuns }) => unknownRuns >= policy.unknownAfter),
		deadlines: nearest(readiness),
		shrinking: readiness.flatMap(({ name, validity }) => validity?.shrinks ? [name] : []),
		runs: describeRuns(state.runs.filter(({ startedAt }) => Date.parse(startedAt) >= from))
	};
}
/** A digest was delivered. */
function recordDigest(state, at) {
	return {
		...state,
		digestAt: at.toISOString()
	};
}
/** The next renewal of each endpoint, and what else is near. */
function nearest(readiness) {
	return readiness.flatMap(({ name, deadlines }) => {
		const next = deadlines.find(({ kind }) => kind !== "root-removal");
		const removals = deadlines.filter(isRemovalNear);
		return [...next ? [next] : [], ...removals].map((each) => ({
			...each,
			endpoint: name
		}));
	}).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(0, MAX_DEADLINES);
}
function describeRuns(runs) {
	const delays = runs.flatMap(({ delayMs }) => delayMs ?? []).toSorted((a, b) => a - b);
	const times = runs.map(({ startedAt }) => Date.parse(startedAt)).toSorted((a, b) => a - b);
	const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
	return {
		count: runs.length,
		medianDelayMs: delays[Math.floor(delays.length / 2)] ?? null,
		longestDelayMs: delays.at(-1) ?? null,
		longestGapMs: gaps.length > 0 ? Math.max(...gaps) : null
	};
}
function byWeight(a, b) {
	return severityRank(b.severity) - severityRank(a.severity) || (a.firstSeen < b.firstSeen ? -1 : 1);
}
// src/slack/digest-message.ts
/** Lines of one section; what is more is counted. */
const MAX_LINES = 8;
/** What a team reads once a week, seen from `vantage`. Nobody is mentioned. */
function digestMessage(digest, vantage) {
	const title = `airec-https, ${dayWords(digest.from)} to ${dayWords(digest.until)}`;
	const summary = `${Object.entries(digest.verdicts).map(([verdict, count]) => `${count} ${verdict}`).join(", ") || "no endpoint seen"} · ${countOf(digest.open.length, "open incident")} · ${digest.resolved.length} resolved`;
	const lists = [
		list("Open", digest.open.map((each) => `${SEVERITY_SIGNS[each.severity]} ${subjectWords(each)}: ${verdictWords(each)}, since ${dayWords(each.firstSeen)}`)),
		list("Resolved", digest.resolved.map((each) => `🟢 ${subjectWords(each)}: ${verdictWords(each)}`)),
		list("Could not be determined", digest.unknown.map(({ name, since }) => `${endpointWords(name)}, since ${dayWords(since)}`)),
		list("Coming", digest.deadlines.map((each) => `${dayWords(each.at)} (${daysLeftWords(each)}): ${endpointWords(each.endpoint)}, ${deadlineWords(each)}`)),
		list("The next certificate has to live shorter than this one", digest.shrinking.map(endpointWords))
	].filter((lines) => lines !== void 0);
	return {
		text: `${title}: ${summary}`,
		blocks: [
			header(title),
			section([summary]),
			...lists.map(section),
			context(`${runWords(digest.runs)} · from ${mrkdwn(vantage, 60)}`)
		]
	};
}
function list(title, items) {
	if (items.length === 0) return void 0;
	const more = items.length - MAX_LINES;
	const lines = items.slice(0, MAX_LINES).map((item) => `• ${item}`);
	return [
		`*${title}*`,
		...lines,
		...more > 0 ? [`and ${more} more`] : []
	];
}
function runWords({ count, medianDelayMs, longestGapMs }) {
	return [
		countOf(count, "run"),
		medianDelayMs !== null && `half of them started ${spanWords(medianDelayMs)} late or less`,
		longestGapMs !== null && `longest time between two ${spanWords(longestGapMs)}`
	].filter((part) => part !== false).join(" · ");
}
// src/commands/monitor/digest.ts
/** Sends the digest of the week when it is due. One that could not be sent stays due. */
async function sendDigest(state, desk) {
	const { config, readiness, slack, store, now, onProblem } = desk;
	const day = dueDigest(state, now, config.monitor);
	if (day === void 0 || !slack) return;
	const shown = digestMessage(makeDigest(state, readiness, {
		now,
		policy: config.monitor
	}), desk.vantage);
	await collect(onProblem, async () => {
		if (slack.kind === "webhook") await postByWebhook(slack.url, shown, PATIENCE_MS);
		else {
			const posting = {
				id: `digest-${day}`,
				at: now.toISOString(),
				shown
			};
			await postOnce(slack.slack, { channel: slack.channel }, posting);
		}
		await store.update((kept) => recordDigest(kept, now));
	});
}
// src/github/fix-pull-request.ts
const COMMITS_BY_PEOPLE = "Somebody has committed to this branch, so the monitor leaves it alone from here on. To have it kept up to date again, close this pull request and delete the branch; to keep the commits, go on and merge.";
/**
* Opens the pull request of a proposal, or brings the one that is open up to date: a commit only if bytes differ, the
* text only if it would be another than was last written. It touches what is ours alone: opened by us, from this
* repository, from the branch of that name, with our mark and no commit of anybody else.
*
* @throws GITHUB_KEY_MATERIAL, GITHUB_PATH_OUTSIDE before anything is sent
*/
async function proposeFix(github, proposal) {
	for (const { path, bytes } of proposal.files) refuseKeyMaterial(checkPath(path), bytes);
	refuseKeyMaterial("The text of the pull request", `${proposal.title}\n${proposal.body}`);
	const identity = await identify(github);
	const found = await findFixes(github, proposal);
	const open = found.find(({ state }) => state === "open");
	if (open) return updateFix(github, proposal, open);
	const [latest] = found.filter((fix) => isOurs(fix, proposal, identity));
	if (latest?.state === "closed" && latest.mark?.isResolved !== true) return about(latest, "ignored", "closed-by-people");
	if (await holdsFiles(github, proposal.files, proposal.base)) return {
		operation: "none",
		why: "on-base"
	};
	const obstacle = await prepareBranch(github, proposal, identity);
	return obstacle ? {
		operation: "none",
		why: obstacle
	} : openFix(github, proposal, identity);
}
/**
* Closes the pull request of something that was mended without it: a comment, then closed, then the branch deleted. One
* that people have committed to gets the comment and stays open. A second call finishes what a first one began.
*/
async function closeFix(github, { number, base }, comment) {
	const identity = await identify(github);
	const fix = await readFix(github, number);
	if (!fix || fix.state === "merged") return {
		operation: "none",
		why: "not-open"
	};
	const { mark } = fix;
	const topic = mark && {
		...topicOfBranch(fix.branch, mark.key),
		base
	};
	if (!topic || !isOurs(fix, topic, identity)) return about(fix, "none", "not-ours");
	if (fix.state === "closed" && !mark.isResolved) return about(fix, "ignored", "closed-by-people");
	const branch = await lookAtBranch(github, topic, identity.login);
	const isOpen = fix.state === "open";
	if (isOpen) await writeStickyComment(github, {
		number,
		name: "resolved",
		body: comment
	});
	if (branch?.isOurs === false) return about(fix, "none", "commits-by-people");
	if (isOpen) {
		const body = withMark(fix.body, {
			...mark,
			isResolved: true
		});
		await github.call(writing$1(github, number), ({ rest }) => rest.pulls.update({
			...github.repository,
			pull_number: number,
			state: "closed",
			body
		}));
	}
	if (branch) await deleteBranch(github, topic);
	return isOpen ? about(fix, "closed", "resolved") : about(fix, "none", "not-open");
}
async function updateFix(github, proposal, fix) {
	const identity = await identify(github);
	if (!isOurs(fix, proposal, identity) || !fix.mark) return about(fix, "none", "not-ours");
	const branch = await lookAtBranch(github, proposal, identity.login);
	if (!branch) return about(fix, "none", "overtaken");
	if (!branch.isOurs) {
		const { number } = fix;
		await writeStickyComment(github, {
			number,
			name: "commits-by-people",
			body: COMMITS_BY_PEOPLE
		});
		return about(fix, "none", "commits-by-people");
	}
	const holds = await holdsExactly(github, branch, proposal.files);
	if (!holds && !await extendBranch(github, {
		...proposal,
		topic: proposal
	}, branch)) return about(fix, "none", "overtaken");
	const text = textOf(proposal, identity);
	if (fix.mark.digest !== text.digest) await github.call(writing$1(github, fix.number), ({ rest }) => rest.pulls.update({
		...github.repository,
		pull_number: fix.number,
		title: proposal.title,
		body: text.body
	}));
	if (!holds) return about(fix, "updated", "files-changed");
	return fix.mark.digest === text.digest ? about(fix, "none", "up-to-date") : about(fix, "updated", "text-changed");
}
/** Has the branch hold the files, be it a new one or what a run that was cut off has left; or why it cannot. */
async function prepareBranch(github, proposal, { login }) {
	const branch = await lookAtBranch(github, proposal, login);
	if (!branch) return await beginBranch(github, proposal, proposal) ? void 0 : "overtaken";
	if (!branch.isOurs) return "commits-by-people";
	if (await holdsExactly(github, branch, proposal.files)) return void 0;
	return await extendBranch(github, {
		...proposal,
		topic: proposal
	}, branch) ? void 0 : "overtaken";
}
async function openFix(github, proposal, identity) {
	const { base, title, labels } = proposal;
	await ensureLabels(github, labels);
	const step = {
		does: `Opening a pull request in ${github.fullName}`,
		needs: "pull-requests: write"
	};
	try {
		const { data } = await github.call(step, ({ rest }) => rest.pulls.create({
			...github.repository,
			base,
			head: fixBranchName(proposal),
			title,
			body: textOf(proposal, identity).body
		}));
		const { number, html_url: url } = data;
		await github.call({
			...step,
			does: `Labelling #${number} of ${github.fullName}`
		}, ({ rest }) => rest.issues.addLabels({
			...github.repository,
			issue_number: number,
			labels: [...labels]
		}));
		return {
			operation: "created",
			why: "opened",
			number,
			url
		};
	} catch (error) {
		if (!hasCode(error, "GITHUB_CONFLICT")) throw error;
		const open = (await findFixes(github, proposal)).find(({ state }) => state === "open");
		return open ? updateFix(github, proposal, open) : {
			operation: "none",
			why: "overtaken"
		};
	}
}
function isOurs(fix, { key, base }, { login }) {
	return fix.author === login && fix.base === base && (fix.mark === void 0 || fix.mark.key === key);
}
function textOf({ key, title, body }, identity) {
	const digest = digestOf$1(title, body);
	return {
		digest,
		body: composeBody(body, {
			key,
			digest,
			isResolved: false
		}, identity)
	};
}
function about({ number, url }, operation, why) {
	return {
		operation,
		why,
		number,
		url
	};
}
function writing$1({ fullName }, number) {
	return {
		does: `Changing #${number} of ${fullName}`,
		needs: "pull-requests: write"
	};
}
// src/monitoring/fix/propose-fixes.ts
/** The topic of a fix of `path` for a leaf: another leaf is another topic, so that an answer to one is none to the next. */
function topicOf(path, leaf) {
	return {
		what: path,
		key: createHash("sha256").update(JSON.stringify([path, leaf])).digest("hex")
	};
}
/**
* The fixes that open incidents ask for, one for each file and leaf, in the order of the sweep. None for a file that
* holds another leaf than is served (it may be the next one), that holds a key, or that holds these certificates already:
* then deploying mends the endpoint. Where endpoints of one file need different bundles, the first decides.
*/
function proposeFixes({ swept, incidents, files }) {
	const fixes = /* @__PURE__ */ new Map();
	for (const endpoint of swept) {
		const file = files.get(endpoint.name);
		for (const repair of file ? endpoint.repairs : []) {
			const ended = endedBy(repair, endpoint, incidents);
			if (!file || ended.length === 0 || !isNeeded(repair, file)) continue;
			const topic = topicOf(file.path, repair.leaf);
			const before = fixes.get(topic.key);
			if (before && before.repair.pem !== repair.pem) continue;
			fixes.set(topic.key, {
				...topic,
				path: file.path,
				repair,
				endpoints: [...before?.endpoints ?? [], {
					endpoint,
					repair
				}],
				incidents: [...before?.incidents ?? [], ...ended].toSorted()
			});
		}
	}
	return [...fixes.values()];
}
/** What people read first, in the form of Conventional Commits. */
function titleOf({ endpoints: [first, ...others] }) {
	const more = others.length > 0 ? ` and ${others.length} more` : "";
	return `fix(certs): complete the chain of ${first?.endpoint.domain ?? ""}${more}`;
}
function endedBy({ leaf, proofs }, { name, clients }, incidents) {
	if (!(proofs.some(({ before, after }) => !before && after) || clients.some(({ byLuck }) => byLuck))) return [];
	return incidents.flatMap(({ key, endpoint, leaf: ofLeaf, phase, severity, facts }) => endpoint === name && ofLeaf === leaf && phase === "open" && severity !== "digest" && facts.isRepairable ? [key] : []);
}
function isNeeded({ leaf, certificates }, { chain, holdsKey }) {
	const wanted = certificates.map(({ fingerprint }) => fingerprint);
	return !holdsKey && chain.includes(leaf) && chain.join() !== wanted.join();
}
// src/reports/fix/fix-body.ts
/** GitHub takes 65,536 characters; the tables of many addresses are cut long before. */
const MAX_ROWS$1 = 100;
const MAX_ENDPOINTS = 20;
/**
* The text of a fix's pull request, in GitHub's Markdown. The same evidence gives the same text: no times, so that a
* run that sees nothing new changes nothing.
*/
function renderFixBody(fix, configFile) {
	const shown = fix.endpoints.slice(0, MAX_ENDPOINTS);
	return [
		"## What is wrong",
		whatIsWrong(fix),
		"## Who is affected",
		shown.map((each) => affected(each.endpoint)).join("\n"),
		...ledgerOf(shown),
		"## The chain, before and after",
		renderChains(fix),
		"## Proof",
		"Made without the private key: handshakes with the live addresses show the leaf, and each client was given it with the chain that is served → with the one proposed.",
		renderProof(shown),
		"## The file",
		`${codeSpan(fix.path)} becomes, the leaf first:`,
		renderCertificates(fix.repair),
		"## How to reproduce",
		reproduce(shown, configFile),
		"## What happens on merge",
		`Merging changes ${codeSpan(fix.path)} and nothing else. The next run of \`command: deploy\` uploads it, deploys it to the ingress and verifies every address by handshake. When the endpoint is well, the monitor says so.`,
		"## Rollback",
		"Revert the merge commit and deploy again: the leaf and its key stay the same, so nothing has to be reissued."
	].join("\n\n");
}
function ledgerOf([first]) {
	const entries = first?.endpoint.ledger ?? [];
	const table = ledgerTable(entries);
	if (table === void 0) return [];
	return [
		"## Where the chain was lost",
		...entries.some(({ difference }) => difference !== null) ? [] : ["Nowhere on the way: no place that was looked at holds more than the file."],
		renderBlock(table)
	];
}
function whatIsWrong({ endpoints, path, repair }) {
	const names = endpoints.slice(0, MAX_ENDPOINTS).map(({ endpoint }) => codeSpan(endpoint.name));
	const [first] = endpoints;
	const worst = first?.endpoint.findings[0];
	const why = worst ? ` ${escapeMarkdown(sentence(worst.message))}.` : "";
	const count = repair.certificates.length;
	return `${names.join(", ")}: the chain that is served is not the one that clients need.${why} ${codeSpan(path)} needs ${count} ${count === 1 ? "certificate" : "certificates"}.`;
}
function affected({ name, clients }) {
	const refused = clients.filter(({ accepts }) => accepts === false);
	const lucky = clients.filter(({ accepts, byLuck }) => accepts === true && byLuck);
	const lines = [...refused.map((each) => `fails for ${clientWords(each)}${each.error === null ? "" : `: ${codeSpan(each.error)}`}`), ...lucky.length > 0 ? [`works for ${lucky.map(clientWords).join(", ")} only because they fetch, or know, what is missing`] : []];
	const shown = lines.length > 0 ? lines : ["clients accept it now"];
	return [`- ${codeSpan(name)}`, ...shown.map((line) => `  - ${line}`)].join("\n");
}
function renderChains({ endpoints: [first], repair }) {
	if (!first) return "";
	const served = first.endpoint.addresses.find(({ chain }) => chain[0] === repair.leaf);
	const rows = served ? sweptRows(served, first.endpoint, void 0) : [];
	return renderMermaid(picturesOf(rows, {
		served: "served now",
		needed: "proposed"
	}));
}
/** A row an address, a column a client. */
function renderProof(mended) {
	const proven = mended.flatMap(({ repair }) => repair.proofs.map(({ client }) => client));
	const clients = CLIENT_NAMES.filter((client) => proven.includes(client));
	const rows = mended.flatMap(({ endpoint, repair: { proofs } }) => {
		const lucky = new Set(endpoint.clients.filter(({ byLuck }) => byLuck).map(({ client }) => client));
		return [...new Set(proofs.map(({ address }) => address))].map((address) => {
			const cells = clients.map((client) => {
				const proof = proofs.find((each) => each.address === address && each.client === client);
				return proof === void 0 ? "" : `${before(proof, lucky)} → ${proof.after ? "✅" : "❌"}`;
			});
			return [
				...mended.length > 1 ? [codeSpan(endpoint.domain)] : [],
				codeSpan(address),
				...cells
			];
		});
	});
	const names = clients.map((client) => clientWords({ client }));
	const head = [
		...mended.length > 1 ? ["endpoint"] : [],
		"address",
		...names
	];
	const lines = [
		head,
		head.map(() => "---"),
		...rows.slice(0, MAX_ROWS$1)
	];
	const more = rows.length > MAX_ROWS$1 ? `\n\n${rows.length - MAX_ROWS$1} more rows.` : "";
	return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n") + more;
}
function before({ before: accepts, client }, lucky) {
	if (accepts) return "✅";
	return lucky.has(client) ? "⚠️ by luck" : "❌";
}
/** A list: a table has no room for what identifies a certificate. */
function renderCertificates({ certificates }) {
	return certificates.map(({ subject, notAfter, fingerprint, source }, index) => [`${index + 1}. ${escapeMarkdown(subject)}, valid until ${notAfter.slice(0, 10)}, ${sourceWords(source)}  `, `   SHA-256 \`${fingerprint}\``].join("\n")).join("\n");
}
function sourceWords(source) {
	switch (source.kind) {
		case "aia": return `fetched from ${codeSpan(source.url)}, which the certificate below it names`;
		case "disk": return "in the file of the repository";
		case "other-endpoint": return "served by another endpoint of the configuration";
		case "served": return "served by the endpoint";
	}
}
function reproduce(mended, configFile) {
	const [first] = mended;
	const address = first?.endpoint.addresses[0]?.address;
	const domain = first?.endpoint.domain ?? "";
	return [
		"```sh",
		`airec-https check --config ${shellWords([configFile])}`,
		...address === void 0 ? [] : [`openssl s_client -connect ${shellWords([address])} -servername ${shellWords([domain])} -showcerts </dev/null`],
		"```"
	].join("\n");
}
/** Findings begin as they go on after a colon. */
function sentence(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
// src/reports/fix/mapping-body.ts
const MAX_ROWS = 100;
const COLUMNS = "Domain | CertificateID | Protocol | Port";
/** The text of the pull request that corrects the mapping file, in Markdown. The same evidence gives the same text. */
function renderMappingBody(text) {
	const { path, tsvPath, endpoints, problems, changes, isOfIds, configFile } = text;
	const rows = changes.slice(0, MAX_ROWS);
	return [
		"## What is wrong",
		problems.slice(0, MAX_ROWS).map((problem) => `- ${escapeMarkdown(problem)}`).join("\n"),
		"## Who is affected",
		`${endpoints.map((name) => codeSpan(name)).join(", ")}: AIRec compares rows exactly, so that one that is not right binds nothing, and \`command: deploy\` stops at it.`,
		"## The rows, before and after",
		[
			`| row | | ${COLUMNS} | why |`,
			"| --- | --- | --- | --- | --- | --- | --- |",
			...rows.flatMap(({ row, before, after, why }) => [line(row, "before", {
				cells: before,
				none: "(no row)",
				why: ""
			}), line(row, "after", {
				cells: after,
				none: "(removed)",
				why
			})])
		].join("\n"),
		...isOfIds ? ["The certificate ids are those of which CAS says that they are deployed, and whose leaf every address serves."] : ["No certificate id is guessed: rows keep theirs."],
		`Everything else in the workbook stays. ${codeSpan(tsvPath)} says the same as text, for the review.`,
		"## How to reproduce",
		[
			"```sh",
			`airec-https monitor --config ${shellWords([configFile])}`,
			"```"
		].join("\n"),
		"## What happens on merge",
		`Merging changes ${codeSpan(path)} and ${codeSpan(tsvPath)} alone. The next run of \`command: deploy\` reads the file and applies it with \`airec.bind\`; where that is \`none\`, apply it yourself.`,
		"## Rollback",
		"Revert the merge commit, and apply the mapping again."
	].join("\n\n");
}
function line(row, when, { cells, none, why }) {
	const shown = cells ? cells.map((cell) => cell === "" ? "" : codeSpan(cell)) : [
		none,
		"",
		"",
		""
	];
	const four = Array.from({ length: 4 }, (_, index) => shown[index] ?? "");
	return `| ${row ?? "new"} | ${when} | ${four.join(" | ")} | ${escapeMarkdown(why)} |`;
}
// src/airec/correct-rows.ts
/** Finds each endpoint's row, however it is spelled, corrects what needs no guess, and removes what is there twice. */
function endpointRows(source, wishes) {
	const raw = readRaw(source);
	const found = {
		rows: /* @__PURE__ */ new Map(),
		defects: [],
		changes: [],
		entries: []
	};
	const gone = /* @__PURE__ */ new Set();
	const taken = /* @__PURE__ */ new Set();
	for (const wish of wishes) {
		const own = candidatesOf(wish, raw, wishes).filter(({ row }) => !gone.has(row));
		const kept = choose(own, wish);
		const { domain, port } = wish;
		const endpoint = `${domain}:${port}`;
		const complain = (problem, help) => void found.defects.push({
			endpoint,
			problem,
			help
		});
		if (!kept) {
			complainOf(own, wish, complain);
			if (own.length > 0 || wish.certificateId === void 0) continue;
			found.entries.push({
				...wish,
				certificateId: wish.certificateId
			});
			const after = [
				domain,
				wish.certificateId,
				PROTOCOL,
				String(port)
			];
			found.changes.push({
				row: null,
				before: null,
				after,
				why: "the row is missing"
			});
			continue;
		}
		for (const twin of own) {
			if (twin === kept) continue;
			gone.add(twin.row);
			const why = `row ${kept.row} is for the same endpoint`;
			found.changes.push({
				row: twin.row,
				before: shown(twin),
				after: null,
				why
			});
			complain(`Rows ${kept.row} and ${twin.row} of the mapping file are both for ${endpoint}`, "Keep one of them.");
		}
		const certificateId = wish.certificateId ?? kept.id;
		const reasons = faultsOf(kept, wish);
		const after = [
			domain,
			certificateId,
			PROTOCOL,
			String(port)
		];
		for (const reason of reasons) complain(`Row ${kept.row} of the mapping file is not right: ${reason}`, `It should read ${after.join(", ")}.`);
		if (certificateId === "") continue;
		const entry = {
			domain,
			port,
			certificateId
		};
		if (taken.has(kept.row)) {
			found.entries.push(entry);
			found.changes.push({
				row: null,
				before: null,
				after,
				why: reasons.join(", ")
			});
			continue;
		}
		taken.add(kept.row);
		if (reasons.length === 0) {
			found.rows.set(endpoint, {
				...entry,
				protocol: kept.protocol,
				row: kept.row
			});
			continue;
		}
		if (kept.domain === domain && kept.port === String(port) && kept.id !== "") found.rows.set(endpoint, {
			domain,
			port,
			certificateId: kept.id,
			protocol: kept.protocol,
			row: kept.row
		});
		COLUMNS$1.forEach((column, index) => {
			const cell = cellAt(source, kept.row, column);
			const value = column === "Port" ? port : after[index] ?? "";
			if (cellText(cell) !== String(value)) cell.value = value;
		});
		found.changes.push({
			row: kept.row,
			before: shown(kept),
			after: after.map((text) => printable(text)),
			why: reasons.join(", ")
		});
	}
	for (const row of [...gone].toSorted((a, b) => b - a)) source.sheet.spliceRows(row, 1);
	return {
		...found,
		changes: found.changes.toSorted((a, b) => (a.row ?? 1e400) - (b.row ?? 1e400))
	};
}
function complainOf(own, { domain, port, certificateId }, complain) {
	if (own.length === 0) {
		const help = certificateId === void 0 ? "Deploy: that writes the row with the id of the certificate." : "";
		complain(`The mapping file has no row for ${domain}:${port}`, help || `Add it with ${certificateId ?? ""}.`);
		return;
	}
	complain(`Rows ${own.map(({ row }) => row).join(", ")} of the mapping file name several certificates for ${domain}:${port}: ${own.map(({ id }) => printable(id)).join(", ")}`, "Keep the row with the certificate that is deployed.");
}
/** The rows that mean the endpoint: by name and port; else by name with a port of nobody; else a wildcard. */
function candidatesOf({ domain, port }, raw, wishes) {
	const named = raw.filter((row) => row.domain === domain || canonicalDomain(row.domain) === domain);
	const exact = named.filter((row) => Number(row.port.trim()) === port);
	if (exact.length > 0) return exact;
	const ports = new Set(wishes.flatMap((wish) => wish.domain === domain ? [wish.port] : []));
	const stray = named.filter((row) => !ports.has(Number(row.port.trim())));
	if (stray.length > 0 && ports.size === 1) return stray;
	const parent = domain.slice(domain.indexOf(".") + 1);
	return raw.filter((row) => {
		const wildcard = row.domain.trim();
		return wildcard.startsWith("*.") && canonicalDomain(wildcard.slice(2)) === parent && Number(row.port) === port;
	});
}
/** The one to keep: with the id that is deployed, else the first when all name one certificate. */
function choose(own, { domain, certificateId }) {
	const [first] = own.toSorted((a, b) => Number(b.domain === domain) - Number(a.domain === domain));
	const deployed = own.find(({ id }) => id === certificateId);
	if (deployed) return deployed;
	return new Set(own.map(({ id }) => id)).size > 1 && certificateId === void 0 ? void 0 : first;
}
function faultsOf(row, { domain, port, certificateId }) {
	return [
		row.domain === domain ? "" : `Domain is "${printable(row.domain)}", expected exactly ${domain}`,
		row.id === "" ? "CertificateID is no id as text" : "",
		row.id !== "" && certificateId !== void 0 && row.id !== certificateId ? `CertificateID is ${printable(row.id)}, deployed is ${certificateId}` : "",
		row.protocol === "HTTPS" ? "" : `Protocol is "${printable(row.protocol)}", expected ${PROTOCOL}`,
		row.port === String(port) ? "" : `Port is "${printable(row.port)}", expected ${port}`
	].filter(Boolean);
}
function shown({ domain, id, protocol, port }) {
	return [
		domain,
		id,
		protocol,
		port
	].map((text) => printable(text));
}
function readRaw(source) {
	const rows = [];
	for (let row = 2; row <= source.sheet.rowCount; row += 1) {
		const text = (column) => cellText(cellAt(source, row, column)) ?? "";
		const raw = {
			row,
			domain: text("Domain"),
			id: text("CertificateID").trim(),
			protocol: text("Protocol"),
			port: text("Port") || describeCell(cellAt(source, row, "Port"))
		};
		if (raw.domain !== "") rows.push(raw);
	}
	return rows;
}
// src/airec/correct-header.ts
/**
* The sheet of the mapping, its header put right: each missing heading takes the place of the one that is nearest to it.
*
* @throws MAPPING_HEADER when a heading that is missing has no likeness in the first row of the first sheet
*/
function correctHeader(workbook, path) {
	try {
		return {
			source: findMappingSheet(workbook, path),
			changes: []
		};
	} catch (error) {
		if (!hasCode(error, "MAPPING_HEADER")) throw error;
		const [sheet] = workbook.worksheets;
		const changes = sheet ? renameHeadings(sheet) : [];
		return {
			source: findMappingSheet(workbook, path),
			changes
		};
	}
}
function renameHeadings(sheet) {
	const texts = /* @__PURE__ */ new Map();
	sheet.findRow(1)?.eachCell((cell, column) => texts.set(column, cellText(cell) ?? ""));
	const before = [...texts.values()].map((text) => printable(text));
	const renamed = [];
	for (const name of COLUMNS$1) {
		const present = [...texts.values()];
		if (present.includes(name)) continue;
		const others = present.filter((text) => !COLUMNS$1.some((each) => each === text));
		const nearest = findNearest(name, others);
		const place = [...texts].find(([, text]) => text === nearest)?.[0];
		if (nearest === void 0 || place === void 0) continue;
		sheet.getRow(1).getCell(place).value = name;
		texts.set(place, name);
		renamed.push(`"${printable(nearest)}" is not ${name}`);
	}
	if (renamed.length === 0) return [];
	return [{
		row: 1,
		before,
		after: [...texts.values()].map((text) => printable(text)),
		why: renamed.join(", ")
	}];
}
// src/airec/review-mapping.ts
/**
* What is wrong with the workbook at `path` (absolute) for these endpoints, and the workbook that is right. Undefined:
* there is no such file. An id is only written where a wish names it, or another row of the endpoint does. Writes nothing.
*/
async function reviewMapping(path, wishes) {
	try {
		const opened = await openMappingWorkbook(path);
		if (!opened) return void 0;
		return await review$1({
			...correctHeader(opened.workbook, path),
			isPreserved: opened.lost.length === 0
		}, wishes);
	} catch (error) {
		return {
			isReadable: false,
			rows: /* @__PURE__ */ new Map(),
			defects: blame(error, wishes),
			correction: void 0
		};
	}
}
async function review$1({ source, changes: ofHeader, isPreserved }, wishes) {
	const found = endpointRows(source, wishes);
	const changes = [...ofHeader, ...found.changes];
	const own = [...wishes.flatMap(({ domain, port }) => ofHeader.map(({ why }) => ({
		endpoint: `${domain}:${port}`,
		problem: `The mapping file has no usable header: ${why}`,
		help: "The headings are exactly Domain, CertificateID, Protocol, Port, in the first row."
	}))), ...found.defects];
	const { rows } = found;
	try {
		applyEntries(source, found.entries);
		const corrected = readRows(source);
		throwProblems(findInexactDomains(source, corrected, wishes));
		if (changes.length === 0 || !isPreserved) return {
			isReadable: true,
			rows,
			defects: own,
			correction: void 0
		};
		return {
			isReadable: true,
			rows,
			defects: own,
			correction: {
				changes,
				workbook: await serializeWorkbook(source.sheet.workbook),
				tsv: formatTsv(corrected)
			}
		};
	} catch (error) {
		const clear = wishes.filter(({ domain, port }) => !own.some(({ endpoint }) => endpoint === `${domain}:${port}`));
		return {
			isReadable: true,
			rows,
			defects: [...own, ...blame(error, clear)],
			correction: void 0
		};
	}
}
/** What makes the file useless to everybody. */
function blame(error, wishes) {
	const [first] = error instanceof AppErrors ? error.errors : [error];
	if (!(first instanceof AppError)) throw error;
	const { message: problem, help } = first;
	return wishes.map(({ domain, port }) => ({
		endpoint: `${domain}:${port}`,
		problem,
		help
	}));
}
// src/commands/monitor/cloud-hops.ts
/** Endpoints that are asked about at once: the service takes ten calls a second. */
const CONCURRENT = 4;
/** For all endpoints together: an alert does not wait for a slow cloud. */
const BUDGET_MS = 3e4;
/**
* Asks CAS about each endpoint. The first refusal of the credentials, or of a permission, ends it: the others would get
* the same. Nothing is thrown; `onProblem` hears what went wrong.
*/
async function readCloud(subjects, cloud, onProblem) {
	const facts = new Map(subjects.map(({ endpoint: { domain, port } }) => [`${domain}:${port}`, "no answer"]));
	const deadline = performance.now() + BUDGET_MS;
	const limit = pLimit(CONCURRENT);
	let isOver = false;
	const ask = async ({ endpoint, ...known }) => {
		if (isOver || performance.now() > deadline) return;
		try {
			const stored = await findStored({
				endpoint,
				...known
			}, cloud.store);
			const targets = await readTargets(endpoint, stored, cloud);
			facts.set(`${endpoint.domain}:${endpoint.port}`, {
				stored,
				targets
			});
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			if (hasCode(error, "CLOUD_UNSUPPORTED")) return void facts.delete(`${endpoint.domain}:${endpoint.port}`);
			if (!isOver) onProblem(error);
			isOver = true;
		}
	};
	await Promise.all(subjects.map((subject) => limit(ask, subject)));
	return facts;
}
/** CAS and each ingress target of an endpoint, as hops of its ledger. */
function cloudHops({ domain, port, ingress }, facts) {
	const fact = facts?.get(`${domain}:${port}`) ?? "not looked at";
	if (typeof fact === "string") {
		const names = ingress.map((target) => `${target.type} ${target.instance}`);
		return [{
			hop: "cas",
			name: "CAS",
			seen: fact
		}, ...names.map((name) => ({
			hop: "ingress",
			name,
			seen: "not looked at"
		}))];
	}
	const { stored, targets } = fact;
	if (!stored) return [{
		hop: "cas",
		name: "CAS",
		seen: "absent"
	}, ...targets.map(({ name }) => ({
		hop: "ingress",
		name,
		seen: "not looked at"
	}))];
	const { id, leafFingerprint, chainLength } = stored;
	const holding = {
		chain: null,
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
	}, ...targets.map(({ name, state }) => {
		if (state === void 0) return {
			hop: "ingress",
			name,
			seen: "not looked at"
		};
		const { status } = state;
		if (status === void 0 || status === "Issued") return {
			hop: "ingress",
			name: state.binding ? `${name} (${state.said})` : name,
			seen: "absent"
		};
		if (status !== "Deployed") return {
			hop: "ingress",
			name: `${name} (${status})`,
			seen: "not looked at"
		};
		return {
			hop: "ingress",
			name,
			seen: {
				...holding,
				chainLength: null
			}
		};
	})];
}
/** One that does not exist, or that nothing can be bound to, is left to the deployment to speak of. */
async function readTargets(endpoint, stored, cloud) {
	const read = [];
	for (const target of cloud.targetsOf(endpoint)) {
		const { name } = target;
		try {
			const isAsked = stored !== void 0 && !target.tellsKey;
			read.push({
				name,
				state: isAsked ? await target.read(stored) : void 0
			});
		} catch (error) {
			if (!hasCode(error, "CLOUD_NOT_FOUND") && !hasCode(error, "TARGET_UNFIT")) throw error;
			read.push({
				name,
				state: void 0
			});
		}
	}
	return read;
}
/** As the deployment decides which certificate is the endpoint's. */
async function findStored({ endpoint: { certificate, domain }, leaf, row }, reader) {
	if (certificate.kind === "cas-id") return orNone(reader.read(certificate.casId));
	const mapped = row && await orNone(reader.read(row.certificateId));
	if (certificate.kind === "request") return await reader.findIssued(domain) ?? mapped;
	if (leaf === void 0 || mapped?.leafFingerprint === leaf) return mapped;
	return reader.find({
		domain,
		leafFingerprint: leaf
	});
}
async function orNone(reading) {
	try {
		return await reading;
	} catch (error) {
		if (hasCode(error, "CLOUD_NOT_FOUND")) return void 0;
		throw error;
	}
}
// src/commands/monitor/ledger.ts
/** Endpoints that are well and whose rows are compared with CAS: it takes ten calls a second. */
const MAX_HEALTHY = 20;
/**
* What was seen, with what each place between repository and address holds for each endpoint that is not well, and with
* what is wrong in the mapping file.
*/
async function traceChains(swept, desk) {
	const { config, root } = desk;
	const endpoints = new Map(config.endpoints.map((each) => [`${each.domain}:${each.port}`, each]));
	const absolute = config.airec.mapping;
	const place = await placeIn(root, absolute);
	const before = place === void 0 ? void 0 : await review(config.endpoints, absolute, /* @__PURE__ */ new Map());
	const seen = swept.map((endpoint) => withFindings(endpoint, before));
	const facts = await askCloud(seen, {
		...desk,
		endpoints,
		review: before
	});
	const deployed = new Map(seen.flatMap((endpoint) => deployedId(endpoint, facts)));
	const after = before && deployed.size > 0 ? await review(config.endpoints, absolute, deployed) : before;
	return {
		swept: swept.map((endpoint) => {
			const told = withFindings(endpoint, after);
			const configured = endpoints.get(endpoint.name);
			const isUnanswered = facts?.get(endpoint.name) === "no answer";
			if (!configured || told.verdict === "healthy" && !isUnanswered) return told;
			const mappingHop = hopOfMapping(endpoint.name, {
				place,
				review: before
			});
			const ledger = compareHops([
				...repositoryHop(desk.files.get(endpoint.name)),
				...cloudHops(configured, facts),
				mappingHop,
				...addressHops(endpoint)
			]);
			return {
				...told,
				ledger: ledger.entries,
				origin: lostAt(ledger)
			};
		}),
		mapping: place === void 0 ? void 0 : {
			path: place,
			absolute,
			deployed
		}
	};
}
/** What is wrong with the mapping file, and its correction, for endpoints whose deployed certificates are known or not. */
async function review(endpoints, absolute, deployed) {
	return reviewMapping(absolute, endpoints.map(({ domain, port }) => ({
		domain,
		port,
		certificateId: deployed.get(`${domain}:${port}`)
	})));
}
/** Relative to `root`; undefined: not there, or outside. */
async function placeIn(root, absolute) {
	try {
		const [home, real] = await Promise.all([realpath(root), realpath(absolute)]);
		await readFile(real);
		const relative = path.relative(home, real);
		if (relative.startsWith("..") || path.isAbsolute(relative)) return void 0;
		return relative.split(path.sep).join("/");
	} catch {
		return;
	}
}
/** Clients still get through: AIRec finds nothing to bind. */
function withFindings(endpoint, mapping) {
	const found = (mapping?.defects ?? []).filter((defect) => defect.endpoint === endpoint.name).map(({ problem, help }) => ({
		id: "mapping-mismatch",
		severity: "warning",
		addresses: [],
		certificate: null,
		message: problem,
		help
	}));
	if (found.length === 0) return endpoint;
	const verdict = endpoint.verdict === "healthy" ? "degraded" : endpoint.verdict;
	const errors = endpoint.findings.filter(({ severity }) => severity === "error");
	const others = endpoint.findings.filter(({ severity }) => severity !== "error");
	return {
		...endpoint,
		verdict,
		findings: [
			...errors,
			...found,
			...others
		]
	};
}
async function askCloud(seen, { endpoints, files, review: mapping, openCloud, onProblem }) {
	const mapped = seen.filter(({ name, verdict }) => verdict === "healthy" && mapping?.rows.has(name) === true).slice(0, MAX_HEALTHY);
	const subjects = [...seen.filter(({ verdict }) => verdict !== "healthy"), ...mapped].flatMap(({ name, addresses }) => {
		const endpoint = endpoints.get(name);
		if (!endpoint) return [];
		const served = addresses.find(({ chain }) => chain.length > 0)?.chain[0];
		return [{
			endpoint,
			leaf: files.get(name)?.chain[0] ?? served,
			row: mapping?.rows.get(name)
		}];
	});
	if (subjects.length === 0) return void 0;
	const cloud = await openCloud();
	return cloud && readCloud(subjects, cloud, onProblem);
}
/** The id is told only when it is certain: deployed, and its leaf is the one that every address serves. */
function deployedId({ name, addresses }, facts) {
	const fact = facts?.get(name);
	if (fact === void 0 || typeof fact === "string" || !fact.stored) return [];
	const { stored, targets } = fact;
	if (!targets.every(({ state }) => state?.status === "Deployed")) return [];
	return addresses.length > 0 && addresses.every(({ chain }) => chain[0] === stored.leafFingerprint) ? [[name, stored.id]] : [];
}
const UNTOLD = {
	leaf: null,
	chain: null,
	chainLength: null,
	certificateId: null
};
function repositoryHop(file) {
	const [leaf] = file?.chain ?? [];
	if (!file || leaf === void 0) return [];
	return [{
		hop: "repository",
		name: file.path,
		seen: {
			...UNTOLD,
			leaf,
			chain: file.chain
		}
	}];
}
function hopOfMapping(name, { place, review: mapping }) {
	const file = place ?? "mapping file";
	const row = mapping?.rows.get(name);
	if (row) return {
		hop: "mapping",
		name: `${file} row ${row.row}`,
		seen: {
			...UNTOLD,
			certificateId: row.certificateId
		}
	};
	return {
		hop: "mapping",
		name: file,
		seen: mapping !== void 0 && mapping.isReadable ? "absent" : "not looked at"
	};
}
function addressHops({ addresses }) {
	return addresses.map(({ address, chain }) => {
		const [leaf] = chain;
		return {
			hop: "address",
			name: address,
			seen: leaf === void 0 ? "not looked at" : {
				...UNTOLD,
				leaf,
				chain
			}
		};
	});
}
// src/commands/monitor/mapping-fix.ts
/**
* The pull request that open incidents ask for: one, for there is one file. Undefined when there is none to make: nothing
* is wrong, or nothing can be corrected without a guess. Endpoints for which people have closed it are left out.
*/
async function proposeMapping(incidents, { config, mapping, configFile }) {
	const open = incidents.filter(({ cause, phase, endpoint, links }) => {
		return cause === "mapping" && phase === "open" && endpoint !== null && links.pullRequest?.state !== "ignored";
	}).toSorted((a, b) => a.firstSeen + a.key < b.firstSeen + b.key ? -1 : 1);
	const names = new Set(open.map(({ endpoint }) => endpoint));
	const [first] = open;
	if (!first) return void 0;
	const endpoints = config.endpoints.filter(({ domain, port }) => names.has(`${domain}:${port}`));
	const found = await review(endpoints, mapping.absolute, mapping.deployed);
	if (!found?.correction) return void 0;
	const { workbook, tsv, changes } = found.correction;
	const { path } = mapping;
	const tsvPath = tsvPathOf(path);
	const key = createHash("sha256").update(JSON.stringify([
		path,
		first.key,
		first.firstSeen
	])).digest("hex");
	const [shown, ...others] = endpoints;
	const more = others.length > 0 ? ` and ${others.length} more` : "";
	return {
		proposal: {
			what: path,
			key,
			title: `fix(mapping): correct the row of ${shown?.domain ?? ""}${more}`,
			body: renderMappingBody({
				path,
				tsvPath,
				endpoints: endpoints.map(({ domain, port }) => `${domain}:${port}`),
				problems: [...new Set(found.defects.map(({ problem }) => problem.replaceAll(mapping.absolute, path)))],
				changes,
				isOfIds: changes.some(({ before, after }) => after !== null && before?.[1] !== after[1] && before?.[0] !== "Domain"),
				configFile
			}),
			files: [{
				path,
				bytes: workbook
			}, {
				path: tsvPath,
				bytes: Buffer.from(tsv)
			}]
		},
		incidents: open.map((incident) => incident.key),
		path
	};
}
// src/commands/monitor/fixes.ts
const LABELS = ["certificates", "automated"];
const RESOLVED = "What this pull request is for is over without it: it was not seen any more in several runs, or the endpoint is no longer in the configuration. Closing.";
/** Opens and updates a pull request for every bundle that mends open incidents, and closes those of mended ones. */
async function tendFixes(state, desk) {
	const { swept, files } = desk;
	const results = [];
	const attempt = async (run) => {
		try {
			results.push(await run());
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			desk.onProblem(error);
		}
	};
	const { mapping } = desk;
	const byKey = new Map(state.incidents.map((incident) => [incident.key, incident]));
	for (const fix of proposeFixes({
		swept,
		files,
		incidents: state.incidents
	})) if (!fix.incidents.every((key) => byKey.get(key)?.links.pullRequest?.state === "ignored")) await attempt(() => propose(fix, desk));
	if (mapping) {
		const fix = await proposeMapping(state.incidents, {
			...desk,
			mapping
		});
		if (fix) await attempt(() => proposeMappingFix(fix, desk));
	}
	for (const over of overOf(state.incidents)) await attempt(() => close(over, desk));
	return results;
}
/** The state in which incidents know their pull requests. May be applied again to a newer state. */
function linkFixes(state, results) {
	let linked = state;
	for (const { incidents, number, operation, why } of results) for (const key of incidents) {
		const before = state.incidents.find((incident) => incident.key === key)?.links.pullRequest;
		const known = number ?? before?.number;
		if (known !== void 0) linked = linkPullRequest(linked, key, {
			number: known,
			state: stateOf(operation, why)
		});
	}
	return linked;
}
function stateOf(operation, why) {
	if (operation === "ignored") return "ignored";
	if (operation === "closed") return "closed";
	return why === "not-open" || why === "on-base" ? "merged" : "open";
}
async function propose(fix, { github, base, configFile }) {
	return {
		...await proposeFix(github, {
			what: fix.what,
			key: fix.key,
			base,
			title: titleOf(fix),
			body: renderFixBody(fix, configFile),
			files: [{
				path: fix.path,
				bytes: Buffer.from(fix.repair.pem)
			}],
			labels: LABELS
		}),
		incidents: fix.incidents,
		path: fix.path
	};
}
/** Resolved ones with an open pull request that no open one shares. */
function overOf(incidents) {
	const inUse = new Set(incidents.filter(({ phase }) => phase !== "resolved").map(numberOf));
	return incidents.filter((incident) => incident.phase === "resolved" && numberOf(incident) !== void 0 && !inUse.has(numberOf(incident)));
}
async function close(over, { github, base }) {
	return {
		...await closeFix(github, {
			number: numberOf(over) ?? 0,
			base
		}, RESOLVED),
		incidents: [over.key],
		path: over.endpoint ?? ""
	};
}
async function proposeMappingFix({ proposal, incidents, path }, { github, base }) {
	return {
		...await proposeFix(github, {
			...proposal,
			base,
			labels: LABELS
		}),
		incidents,
		path
	};
}
/** Of its pull request, while that is open. */
function numberOf({ links: { pullRequest } }) {
	return pullRequest?.state === "open" ? pullRequest.number : void 0;
}
// src/slack/refresh.ts
/**
* Brings the message of an incident up to date, in place: nobody is notified and its thread says nothing. Does nothing
* where there is no message, or none any more.
*
* @throws every code of `translateFailure` but SLACK_MESSAGE_GONE
*/
async function refreshMessage(slack, told, setting) {
	const { message } = told.incident.links;
	if (!message) return;
	try {
		await editMessage(slack, message, incidentMessage(told, setting));
	} catch (error) {
		if (!hasCode(error, "SLACK_MESSAGE_GONE")) throw error;
	}
}
// src/commands/monitor/messages.ts
/** Keys of told incidents that got, or lost, a pull request, or whose pull request became something else. */
function relinkedKeys(before, after) {
	const known = fixesByKey(before);
	return [...fixesByKey(after)].flatMap(([key, fixes]) => known.get(key) === fixes ? [] : [key]);
}
/** Brings the messages of incidents up to date, where a bot can edit them; nobody is notified. */
async function refreshMessages(state, keys, { slack, onProblem }) {
	if (slack?.kind !== "bot") return;
	const incidents = incidentsByKey(state);
	for (const key of keys) {
		const incident = incidents.get(key);
		if (!incident) continue;
		const told = {
			incident,
			members: membersOf(incident, incidents)
		};
		await collect(onProblem, () => refreshMessage(slack.slack, told, slack.setting));
	}
}
/** The pull requests of told incidents, as JSON. */
function fixesByKey(state) {
	const incidents = incidentsByKey(state);
	return new Map(state.incidents.filter(isTold).map((incident) => {
		const fixes = pullRequestsOf(incident, membersOf(incident, incidents));
		return [incident.key, JSON.stringify(fixes)];
	}));
}
// src/monitoring/unseen-endpoint.ts
/** An endpoint of which nothing was seen: `unknown`, which is neither good nor a reason to wake anybody. */
function unseenEndpoint({ domain, port, clients }, { vantage, seenAt, message, help }) {
	return {
		name: `${domain}:${port}`,
		domain,
		port,
		seenAt,
		vantage,
		verdict: "unknown",
		clients: clients.map((client) => ({
			client,
			accepts: null,
			byLuck: false,
			error: null
		})),
		addresses: [],
		findings: [{
			id: "not-probed",
			severity: "warning",
			addresses: [],
			certificate: null,
			message,
			help
		}],
		leaves: [],
		path: [],
		isPublic: false,
		repairs: [],
		origin: null,
		ledger: []
	};
}
// src/commands/monitor/sweep.ts
const CONCURRENT_ENDPOINTS = 64;
/** Before each further look at what did not answer. All wait at once, and hold no place meanwhile. */
const PAUSES_MS = [2e3, 4e3];
/** For all further looks together; what was not looked at again by then stays as it was seen. */
const AGAIN_MS = 6e4;
/**
* What is seen of every endpoint, in their order. A failure of the network counts once it was seen three times: those
* with an address that does not answer are looked at again, and no others.
*
* @throws what `parseBundle` throws, for the anchors of the terms, and SWEEP_THREAD_FAILED
*/
async function sweepForMonitor(endpoints, sight) {
	const look = createLook(sight);
	const swept = [...await look(endpoints, { onProgress: sight.onProgress })];
	const signal = AbortSignal.timeout(AGAIN_MS);
	for (const pause of PAUSES_MS) {
		const dark = endpoints.map((endpoint, at) => ({
			endpoint,
			at
		})).filter(({ at }) => isDark(swept[at]));
		if (dark.length === 0 || signal.aborted) break;
		await setTimeout(pause);
		const again = await look(dark.map(({ endpoint }) => endpoint), { signal });
		for (const [index, each] of again.entries()) {
			const at = dark[index]?.at;
			if (at !== void 0) swept[at] = each;
		}
	}
	return swept;
}
/** One look at each endpoint, in several threads where that takes less time. */
function createLook({ terms, vantage }) {
	const means = createCheckMeans(terms);
	const check = async (endpoint) => toSweptEndpoint(await checkEndpoint(endpoint, means), {
		vantage,
		at: means.now(),
		trust: means.trust
	});
	const lost = (endpoint, error) => unseenEndpoint(endpoint, {
		vantage,
		seenAt: means.now().toISOString(),
		message: `Checking ${endpoint.domain} ended in an error of airec-https itself: ${printable(error.message)}`,
		help: "Run again, and report it with this message if it stays."
	});
	return async (endpoints, heard) => {
		const count = threadsFor(endpoints.length);
		const swept = [];
		const plan = {
			check,
			lost,
			concurrency: Math.floor(CONCURRENT_ENDPOINTS / (count + 1)),
			threads: {
				count,
				file: CHECK_THREAD,
				data: {
					...terms,
					vantage
				}
			}
		};
		try {
			await sweep(endpoints, plan, {
				...heard,
				deliver: (each) => void swept.push(each)
			});
		} catch (error) {
			if (heard.signal?.aborted !== true) throw error;
		}
		return swept;
	};
}
function isDark(swept) {
	if (!swept) return false;
	return swept.addresses.length === 0 || swept.addresses.some(({ failure }) => failure !== null);
}
// src/commands/monitor/look.ts
/** What is seen of every endpoint of a configuration, or of `endpoints` of it, in their order. */
async function look(config, { vantage, say, onProgress: hear }, endpoints = config.endpoints) {
	const { trust, deadlines } = config;
	const terms = {
		...await readConfiguredTrust(config),
		privateNetworks: trust.privateNetworks,
		timeoutMs: deadlines.connectionMs,
		bundleFiles: new Map(config.endpoints.flatMap(({ domain, port, certificate }) => certificate.kind === "bundle" ? [[`${domain}:${port}`, certificate.bundle]] : []))
	};
	const count = endpoints.length;
	say(`Looking at ${count} ${count === 1 ? "endpoint" : "endpoints"} from ${vantage}`);
	const step = Math.max(1, Math.ceil(count / 10));
	const onProgress = (done) => {
		if (hear) hear(done, count);
		else if (done % step === 0 || done === count) say(`${done} of ${count} looked at`);
	};
	return sweepForMonitor(endpoints.map(toPlain), {
		terms,
		vantage,
		onProgress
	});
}
/** What a thread can be told of it: an endpoint of the configuration holds functions that read keys. */
function toPlain({ domain, port, addresses, clients, health }) {
	return {
		domain,
		port,
		addresses,
		clients,
		health
	};
}
// src/monitoring/shard-file.ts
const VERSION = 1;
/** An artifact of an earlier run that was left in the folder says nothing about now. */
const MAX_AGE_MS = 216e5;
const shardNumber = int().min(1).max(256);
const schema = object({
	version: literal(VERSION),
	number: shardNumber,
	count: shardNumber,
	configuration: string().regex(/^[0-9a-f]{64}$/),
	startedAt: datetime(),
	endpoints: array(sweptEndpointSchema)
});
function serialiseShard(facts) {
	return `${JSON.stringify({
		version: VERSION,
		...facts
	})}\n`;
}
/** Reads a file of a shard, of which nothing is believed. A string says in one printable sentence what is wrong with it. */
function parseShardFile(text, terms) {
	if (/PRIVATE KEY/i.test(text)) return "it holds a private key";
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		return "it is not JSON";
	}
	const version = typeof json === "object" && json !== null && Reflect.get(json, "version");
	if (typeof version === "number" && version !== VERSION) return `it has version ${version}, expected ${VERSION}: all jobs must use the same airec-https`;
	const { data, error } = schema.safeParse(json);
	if (!data) {
		const [issue] = error.issues;
		return printable(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`);
	}
	return disagreement(data, terms) ?? data;
}
function disagreement(file, { configuration, names, now }) {
	const { number, count, endpoints } = file;
	if (number > count) return `it is shard ${number} of ${count}`;
	if (file.configuration !== configuration) return "it was made with another configuration";
	if (Math.abs(now.getTime() - Date.parse(file.startedAt)) > MAX_AGE_MS) return `it is of ${file.startedAt}, and is of another run`;
	const expected = names.filter((name) => shardOf(name, count) === number);
	if (endpoints.length !== expected.length || endpoints.some(({ name }, at) => name !== expected[at])) return `its endpoints are not those of shard ${number} of ${count}`;
	for (const { name, domain, port, repairs } of endpoints) {
		if (name !== `${domain}:${port}`) return `${name} is said to be ${printable(domain)}:${port}`;
		const problem = repairs.map(problemOfRepair).find((each) => each !== void 0);
		if (problem !== void 0) return `the repair of ${name}: ${problem}`;
	}
}
/** Its certificates are read again: what is proposed to people is what was parsed. */
function problemOfRepair({ leaf, pem, certificates }) {
	try {
		const bundle = parseBundle(pem, "its PEM");
		return bundle[0].fingerprint === leaf && bundle.length === certificates.length && bundle.every(({ fingerprint }, at) => fingerprint === certificates[at]?.fingerprint) ? void 0 : "its PEM holds other certificates than it says";
	} catch (error) {
		if (error instanceof AppError) return printable(error.message);
		throw error;
	}
}
// src/monitoring/merge-shards.ts
/**
* Joins what the shards of one run saw. A file that cannot be used, or is not the only one of its shard, is as good as
* missing; endpoints of a missing shard are `unknown`. An error when no file can be used.
*/
function mergeShards(files, terms) {
	const names = terms.endpoints.map(({ domain, port }) => `${domain}:${port}`);
	const problems = [];
	const usable = [];
	for (const { name, text } of files) {
		const file = typeof text === "string" ? parseShardFile(text, {
			...terms,
			names
		}) : text.unreadable;
		if (typeof file !== "string") usable.push({
			name,
			file
		});
		else problems.push(invalid(name, file));
	}
	const count = usable[0]?.file.count;
	if (count === void 0) return problems[0] ?? appError("MONITOR_SHARDS_ABSENT", void 0);
	const byNumber = /* @__PURE__ */ new Map();
	for (const { name, file } of usable) if (file.count !== count) problems.push(invalid(name, `it is one of ${file.count}, others are of ${count}`));
	else if (byNumber.has(file.number)) {
		problems.push(invalid(name, `there is another of shard ${file.number}, and neither is believed`));
		byNumber.set(file.number, void 0);
	} else byNumber.set(file.number, file);
	const seen = new Map([...byNumber.values()].flatMap((file) => file?.endpoints ?? []).map((each) => [each.name, each]));
	for (let number = 1; number <= count; number += 1) {
		const lost = names.filter((name) => shardOf(name, count) === number && !seen.has(name)).length;
		if (!byNumber.get(number)) problems.push(appError("MONITOR_SHARD_MISSING", {
			number,
			count,
			endpoints: lost
		}));
	}
	return {
		swept: terms.endpoints.map((endpoint) => seen.get(`${endpoint.domain}:${endpoint.port}`) ?? missing(endpoint, count, terms)),
		problems
	};
}
function missing(endpoint, count, { vantage, now }) {
	const number = shardOf(`${endpoint.domain}:${endpoint.port}`, count);
	return unseenEndpoint(endpoint, {
		vantage,
		seenAt: now.toISOString(),
		message: `Nobody looked at ${endpoint.domain}: shard ${number} of ${count} is missing`,
		help: "See why the job of that shard ended without its file, and run it again."
	});
}
function invalid(file, reason) {
	return appError("MONITOR_SHARD_INVALID", {
		file: printable(file),
		reason
	});
}
// src/commands/monitor/shards.ts
/** 10,000 endpoints with a repair each have less. */
const MAX_BYTES = 134217728;
const MAX_FILES = 1e3;
/** Looks at the endpoints of one shard alone. */
function lookAtShard(config, { number, count }, terms) {
	const isOurs = ({ domain, port }) => shardOf(`${domain}:${port}`, count) === number;
	return look(config, terms, config.endpoints.filter(isOurs));
}
/**
* Writes what a shard saw into `folder`; returns the path.
*
* @throws FILE_UNREADABLE, REPORT_NOT_WRITABLE
*/
async function writeShard(folder, shard, facts) {
	const { configFile, startedAt, endpoints } = facts;
	const file = path.resolve(folder, shardFileName(shard));
	const text = serialiseShard({
		...shard,
		configuration: await digestOf(configFile),
		startedAt,
		endpoints
	});
	try {
		await writeFile(file, text);
	} catch (cause) {
		const reason = cause.code ?? "error";
		throw appError("REPORT_NOT_WRITABLE", {
			file,
			reason
		}, { cause });
	}
	return file;
}
/**
* What the shards saw whose files are in `folder`, or in folders in it, as artifacts are downloaded.
*
* @throws FILE_UNREADABLE for the folder or the configuration
* @throws MONITOR_SHARDS_ABSENT, MONITOR_SHARD_INVALID when no file can be used
*/
async function readShards(folder, { config, configFile, vantage }) {
	const merged = mergeShards(await Promise.all((await shardFiles(folder)).map(readShard)), {
		configuration: await digestOf(configFile),
		endpoints: config.endpoints,
		vantage,
		now: /* @__PURE__ */ new Date()
	});
	if (merged instanceof AppError) throw merged;
	return merged;
}
async function shardFiles(folder) {
	try {
		return (await readdir(folder, { recursive: true })).filter(isShard).toSorted().slice(0, MAX_FILES).map((name) => path.join(folder, name));
	} catch (cause) {
		const reason = cause.code ?? "error";
		if (reason === "ENOENT") return [];
		throw appError("FILE_UNREADABLE", {
			file: folder,
			reason
		}, { cause });
	}
}
function isShard(name) {
	return /^airec-https-shard-.*\.json$/.test(path.basename(name));
}
async function readShard(file) {
	try {
		const { size } = await stat(file);
		if (size > MAX_BYTES) return {
			name: file,
			text: { unreadable: `it has ${size} bytes, at most ${MAX_BYTES} are read` }
		};
		return {
			name: file,
			text: await readFile(file, "utf8")
		};
	} catch (cause) {
		return {
			name: file,
			text: { unreadable: cause.code ?? "it cannot be read" }
		};
	}
}
async function digestOf(file) {
	try {
		return createHash("sha256").update(await readFile(file)).digest("hex");
	} catch (cause) {
		const reason = cause.code ?? "error";
		throw appError("FILE_UNREADABLE", {
			file,
			reason
		}, { cause });
	}
}
// src/commands/monitor/see.ts
/** The ledger is worth less than the alert that waits for it. */
const CLOUD_CALL_MS = 1e4;
/**
* What is served, by a look of its own or from the files of shards, and where chains were lost.
*
* @throws MONITOR_SHARDS_ABSENT, MONITOR_SHARD_INVALID when no file of a shard can be used
*/
async function see(options, sight) {
	const { config, files, onProblem, time } = sight;
	const swept = await time("look", () => seeEndpoints(options, sight));
	const { root } = options;
	const { environment, openCredentials } = options;
	const terms = {
		environment,
		openCredentials,
		callMs: CLOUD_CALL_MS
	};
	const desk = {
		config,
		root,
		files,
		openCloud: () => openReader(config, terms, onProblem),
		onProblem
	};
	return time("trace chains", () => traceChains(swept, desk));
}
async function seeEndpoints({ shards, configFile, say, onProgress }, { config, vantage, onProblem }) {
	if (shards === void 0) return look(config, {
		vantage,
		say,
		onProgress
	});
	const { swept, problems } = await readShards(shards, {
		config,
		configFile,
		vantage
	});
	for (const problem of problems) onProblem(problem);
	return swept;
}
// src/commands/monitor/timings.ts
/** `now` gives milliseconds that never go back. */
function createStopwatch(now) {
	const timings = [];
	return {
		timings,
		async time(step, work) {
			const startedAt = now();
			try {
				return await work();
			} finally {
				timings.push({
					step,
					durationMs: Math.round(now() - startedAt)
				});
			}
		}
	};
}
// src/github/repository-facts.ts
/** Whether everybody may see the repository. One call. */
async function isPublicRepository(github) {
	const step = {
		does: `Reading ${github.fullName}`,
		needs: "contents: read"
	};
	const { data } = await github.call(step, ({ rest }) => rest.repos.get(github.repository));
	return !data.private;
}
/** When the latest commit of the default branch was committed; undefined: there is none. One call. */
async function lastCommitOf(github) {
	const step = {
		does: `Reading the commits of ${github.fullName}`,
		needs: "contents: read"
	};
	const { data } = await github.call(step, ({ rest }) => rest.repos.listCommits({
		...github.repository,
		per_page: 1
	}));
	const date = data[0]?.commit.committer?.date;
	return date === void 0 ? void 0 : new Date(date);
}
// src/github/state-branch.ts
/** An orphan branch: it shares no commit with the others and is never merged. */
const STATE_BRANCH = "airec-https-state";
const WRITES = 3;
const UPDATES = 8;
const PAUSE_MS = 40;
/** One call of the API. Undefined: nothing was ever written there. */
async function readState(github, path) {
	const file = await readTextFile(github, {
		path,
		ref: STATE_BRANCH
	}, reading(github));
	return file && {
		text: file.bytes.toString("utf8"),
		revision: file.id
	};
}
/**
* Replaces a file if nobody else has: compare-and-swap on the id of its content, which GitHub does in one call and as
* one commit. Nothing is sent when nothing changes, so that a quiet run needs two calls: a read and a write. The
* branch is made when there is none (three calls more). A write whose answer was lost is known by what is there.
*
* @throws GITHUB_KEY_MATERIAL, GITHUB_BRANCH_PROTECTED
*/
async function writeState(github, write) {
	const revision = blobId(Buffer.from(write.text));
	if (revision === write.expected) return {
		isWritten: true,
		revision
	};
	refuseKeyMaterial(`The state ${write.path}`, Buffer.from(write.text));
	for (let attempt = 1;; attempt += 1) {
		if (await tryToWrite(github, write)) return {
			isWritten: true,
			revision
		};
		const current = await readState(github, write.path);
		if (current?.revision === revision) return {
			isWritten: true,
			revision
		};
		if (current?.revision !== write.expected || attempt === WRITES) return {
			isWritten: false,
			current
		};
	}
}
/**
* Writes what `change` makes of the text that is there (undefined: none), and makes it anew from what others wrote in the
* meantime. `known`: what was there a moment ago, which spares a read. Returns the file as it is in the end.
*
* @throws GITHUB_STATE_CONTESTED after eight attempts
*/
async function updateState(github, { path, known }, change) {
	let current = known ? known.file : await readState(github, path);
	for (let attempt = 1; attempt <= UPDATES; attempt += 1) {
		const text = change(current?.text);
		const result = await writeState(github, {
			path,
			text,
			expected: current?.revision
		});
		if (result.isWritten) return {
			text,
			revision: result.revision
		};
		current = result.current;
		await setTimeout(Math.random() * PAUSE_MS * attempt);
	}
	throw appError("GITHUB_STATE_CONTESTED", {
		path,
		attempts: UPDATES
	});
}
/** False: somebody else was faster. */
async function tryToWrite(github, { path, text, expected }) {
	try {
		await github.call(writing(github), (octokit) => octokit.rest.repos.createOrUpdateFileContents({
			...github.repository,
			path,
			branch: STATE_BRANCH,
			message: `Record ${path}`,
			content: Buffer.from(text).toString("base64"),
			...expected === void 0 ? {} : { sha: expected }
		}));
		return true;
	} catch (error) {
		if (hasCode(error, "GITHUB_CONFLICT")) return false;
		if (!hasCode(error, "GITHUB_NOT_FOUND")) throw error;
		return createBranch(github, path, text);
	}
}
/** False: it is there already. */
async function createBranch(github, path, content) {
	try {
		await github.call(writing(github), async ({ rest: { git } }) => {
			const { repository } = github;
			const entry = {
				path,
				mode: "100644",
				type: "blob",
				content
			};
			const tree = await git.createTree({
				...repository,
				tree: [entry]
			});
			const message = `Begin the state of airec-https\n\nThis branch is its memory: do not merge it.`;
			const commit = await git.createCommit({
				...repository,
				message,
				tree: tree.data.sha,
				parents: []
			});
			await git.createRef({
				...repository,
				ref: `refs/heads/${STATE_BRANCH}`,
				sha: commit.data.sha
			});
		});
		return true;
	} catch (error) {
		if (hasCode(error, "GITHUB_CONFLICT")) return false;
		throw error;
	}
}
function reading({ fullName }) {
	return {
		does: `Reading the branch ${STATE_BRANCH} of ${fullName}`,
		needs: "contents: read"
	};
}
function writing({ fullName }) {
	return {
		does: `Writing the branch ${STATE_BRANCH} of ${fullName}`,
		needs: "contents: write"
	};
}
// src/github/squash-history.ts
const UPDATE_REFS = `mutation ($repositoryId: ID!, $name: GitRefname!, $before: GitObjectID!, $after: GitObjectID!) {
  updateRefs(input: {
    repositoryId: $repositoryId,
    refUpdates: [{ name: $name, beforeOid: $before, afterOid: $after, force: true }]
  }) { clientMutationId }
}`;
/**
* Replaces the history of the state branch by one commit with the same files, when it has more than `limit` commits:
* a commit each run is a hundred thousand a year. One call when it is short, four when it is long. For losing nothing
* that a run writes at that moment, the branch is moved only if it still is where it was; REST cannot do that, GraphQL
* can. Where there is no GraphQL the history stays as it is, which harms nobody soon.
*/
async function squashHistory(github, limit) {
	const step = {
		does: `Squashing the branch ${STATE_BRANCH} of ${github.fullName}`,
		needs: "contents: write"
	};
	const head = await github.call(step, (octokit) => readHead(github, octokit));
	const { commits } = head;
	if (commits <= limit) return {
		commits,
		isSquashed: false
	};
	try {
		await github.call(step, (octokit) => replaceHistory(github, octokit, head));
		return {
			commits,
			isSquashed: true
		};
	} catch (error) {
		if (!hasCode(error, "GITHUB_REFUSED", "GITHUB_CONFLICT", "GITHUB_NOT_FOUND")) throw error;
		return {
			commits,
			isSquashed: false,
			why: error.message
		};
	}
}
/** With one commit a page, the number of the last page is the number of commits. */
async function readHead({ repository }, octokit) {
	const query = {
		...repository,
		sha: STATE_BRANCH,
		per_page: 1
	};
	const { data, headers } = await octokit.rest.repos.listCommits(query);
	const last = /[?&]page=(\d+)[^>]*>; rel="last"/.exec(headers.link ?? "")?.[1];
	const [head] = data;
	return {
		commit: head?.sha ?? "",
		tree: head?.commit.tree.sha ?? "",
		commits: Number(last ?? data.length)
	};
}
async function replaceHistory({ repository }, octokit, head) {
	const { data: commit } = await octokit.rest.git.createCommit({
		...repository,
		message: `Continue the state of airec-https\n\nReplaces ${head.commits} commits.`,
		tree: head.tree,
		parents: []
	});
	const { data: facts } = await octokit.rest.repos.get(repository);
	await octokit.graphql(UPDATE_REFS, {
		repositoryId: facts.node_id,
		name: `refs/heads/${STATE_BRANCH}`,
		before: head.commit,
		after: commit.sha
	});
}
// src/commands/monitor/upkeep.ts
const DAY_MS = 864e5;
const WEEK_MS = 7 * DAY_MS;
/** Commits of the state branch beyond which its history is replaced. */
const MAX_COMMITS = 2e3;
/**
* Does at most one thing that is due, so that a quiet run stays one of few calls: whether the repository is public and
* when it was last committed to, once a day where GitHub could disable the schedule; the history of the state, once a week.
*/
async function keepUp(before, desk) {
	const { github, now, isScheduled, say, onProblem } = desk;
	if (!github) return before;
	const at = now.toISOString();
	const isDue = (last, everyMs) => last === null || now.getTime() - Date.parse(last) >= everyMs;
	if (isScheduled && isDue(before.visibilityAt, DAY_MS)) {
		const isPublic = await collect(onProblem, () => isPublicRepository(github));
		return {
			...before,
			isPublic: isPublic ?? before.isPublic,
			visibilityAt: at
		};
	}
	if (isScheduled && before.isPublic === true && isDue(before.lastCommitAt, DAY_MS)) {
		const commit = await collect(onProblem, () => lastCommitOf(github));
		return {
			...before,
			lastCommit: commit?.toISOString() ?? before.lastCommit,
			lastCommitAt: at
		};
	}
	if (before.historyAt === null) return {
		...before,
		historyAt: at
	};
	if (!isDue(before.historyAt, WEEK_MS)) return before;
	const squashed = await collect(onProblem, () => squashHistory(github, MAX_COMMITS));
	if (squashed?.isSquashed) say(`Replaced ${squashed.commits} commits of the state by one`);
	if (squashed?.why !== void 0) say(`The state has ${squashed.commits} commits, which could not be replaced by one: ${squashed.why}`);
	return {
		...before,
		historyAt: at
	};
}
// src/commands/monitor/monitor.ts
/**
* `monitor`: looks at every endpoint of the configuration, joins that to what earlier runs saw and to what people have
* answered, and tells them what is new. What cannot be remembered is not told to anybody: it would be told again by
* every run.
*
* @throws CONFIG_…, FILE_UNREADABLE, before anything is looked at
* @throws MONITOR_SHARDS_ABSENT, MONITOR_SHARD_INVALID when no file of a shard can be used
*/
async function runMonitor(options) {
	const { circumstances, github, store, say } = options;
	const config = await loadConfig(options.configFile);
	const now = /* @__PURE__ */ new Date();
	const { timings, time } = createStopwatch(() => performance.now());
	const files = await readBundleFiles(config, options.root);
	const problems = [];
	const onProblem = (error) => void problems.push(error);
	const vantage = config.monitor.vantage ?? circumstances.vantage;
	const kept = store.read();
	kept.catch(() => void 0);
	const { swept, mapping } = await see(options, {
		config,
		vantage,
		files,
		onProblem,
		time
	});
	const readiness = swept.map((endpoint) => readinessOf(endpoint, now));
	const delayMs = runDelayMs(circumstances.schedule, now);
	const run = toRun(config, swept, {
		circumstances,
		startedAt: now,
		delayMs
	});
	const seen = {
		config,
		circumstances: {
			...circumstances,
			vantage
		},
		startedAt: run.startedAt,
		delayMs,
		swept: swept.map((endpoint, index) => withReadiness(endpoint, readiness[index])),
		readiness,
		fixes: [],
		messages: [],
		timings,
		problems
	};
	const desk = {
		config,
		circumstances,
		vantage,
		github,
		store,
		slack: options.slack && openDesk(options.slack, config.slack),
		now,
		say,
		onProblem
	};
	const remembered = await time("remember", () => collect(onProblem, () => remember(run, {
		...desk,
		kept
	})));
	if (!remembered) return {
		...seen,
		state: advance(emptyState(), run, config.monitor).state
	};
	const { branch: base } = circumstances;
	const { configFile } = options;
	const fixes = github && base !== void 0 ? await time("propose fixes", () => tendFixes(remembered.state, {
		github,
		base,
		config,
		configFile,
		swept,
		files,
		mapping,
		onProblem
	})) : [];
	const news = {
		...remembered,
		fixes,
		run: run.id,
		readiness
	};
	const { state, messages } = await time("tell", () => tell(news, desk));
	return {
		...seen,
		state,
		fixes,
		messages
	};
}
/** Tells people what is new, and brings up to date what they were told before. */
async function tell({ state: before, answers, fixes, run, readiness }, desk) {
	let state = before;
	const stale = new Set(answers.map(({ key }) => key));
	const deliveries = await collect(desk.onProblem, async () => {
		if (fixes.length > 0 && JSON.stringify(linkFixes(before, fixes)) !== JSON.stringify(before)) state = await desk.store.update((kept) => linkFixes(kept, fixes));
		for (const key of relinkedKeys(before, state)) stale.add(key);
		for (const { incident } of noticesOf(state, run)) stale.delete(incident.key);
		return deliverNotices(state, run, desk);
	});
	await confirmAnswers(state, answers, desk);
	await refreshMessages(state, stale, desk);
	await sendDigest(state, {
		...desk,
		readiness
	});
	return {
		state,
		messages: (deliveries ?? []).flatMap(({ message }) => message ? [message.ts] : [])
	};
}
/** Joins a run, and what people have answered before it, to what is kept. */
async function remember(run, desk) {
	const { config, circumstances, store } = desk;
	const before = await desk.kept;
	const answers = await collectAnswers(before, desk);
	const isScheduled = circumstances.schedule !== null;
	const upkeep = await keepUp(before.upkeep, {
		...desk,
		isScheduled
	});
	return {
		state: await store.update((kept) => {
			const answered = {
				...applyAnswers(kept, answers),
				upkeep
			};
			const { repositoryUrl } = circumstances;
			return advance(answered, withConditions(run, answered, repositoryUrl), config.monitor).state;
		}),
		answers
	};
}
function toRun({ endpoints }, swept, { circumstances: { id, schedule }, startedAt, delayMs }) {
	return {
		id,
		startedAt: startedAt.toISOString(),
		schedule,
		delayMs,
		endpoints: swept,
		configured: endpoints.map(({ domain, port }) => `${domain}:${port}`),
		conditions: void 0
	};
}
/** With what is wrong with the schedule, which is known from the runs before; nothing when no schedule started it. */
function withConditions(run, { runs, upkeep: { isPublic, lastCommit } }, repositoryUrl) {
	const { schedule, startedAt } = run;
	if (schedule === null) return run;
	const repository = isPublic === true && lastCommit !== null ? {
		isPublic,
		lastCommit: new Date(lastCommit),
		url: repositoryUrl ?? ""
	} : void 0;
	return {
		...run,
		conditions: judgeSchedule({
			schedule,
			now: new Date(startedAt),
			runs,
			repository
		})
	};
}
// src/commands/monitor/store.ts
const STATE_PATH = "state.json";
const CORRUPTED_PATH = "state.corrupted.json";
/**
* The state branch of a repository. A read and a write are one call each; further writes go on from the last one. A state
* that cannot be read is kept beside the new one.
*/
function createBranchStore(github, say) {
	let known;
	const sayOnce = onceEach(say);
	const recall = (text) => known && known.file?.text === text ? known.state : toState(read(text), sayOnce);
	return {
		async read() {
			const file = await readState(github, STATE_PATH);
			const parsed = read(file?.text);
			if (file && parsed?.kind === "corrupted") {
				const before = await readState(github, CORRUPTED_PATH);
				await writeState(github, {
					path: CORRUPTED_PATH,
					text: file.text,
					expected: before?.revision
				});
			}
			const state = toState(parsed, sayOnce);
			known = {
				file,
				state
			};
			return state;
		},
		async update(change) {
			let state = emptyState();
			const apply = (before) => {
				state = change(recall(before));
				return serialiseState(state);
			};
			known = {
				file: await updateState(github, {
					path: STATE_PATH,
					known
				}, apply),
				state
			};
			return state;
		}
	};
}
/** A file of this machine, replaced as a whole. One that cannot be read is kept beside it. */
function createFileStore(file, say) {
	return {
		read: async () => toState(read(await readText(file)), say),
		async update(change) {
			const text = await readText(file);
			const before = read(text);
			if (text !== void 0 && before?.kind === "corrupted") await write(`${file}.corrupted`, text);
			const state = change(toState(before, say));
			await write(`${file}.new`, serialiseState(state));
			await rename(`${file}.new`, file);
			return state;
		}
	};
}
/** Nowhere: every run is the first. */
function createNoStore() {
	let state = emptyState();
	return {
		read: () => Promise.resolve(state),
		update(change) {
			state = change(state);
			return Promise.resolve(state);
		}
	};
}
function onceEach(say) {
	const said = /* @__PURE__ */ new Set();
	return (line) => {
		if (!said.has(line)) say(line);
		said.add(line);
	};
}
function read(text) {
	return text === void 0 ? void 0 : parseState(text);
}
function toState(parsed, say) {
	if (!parsed) return emptyState();
	if (parsed.kind === "newer") throw appError("MONITOR_STATE_NEWER", { version: parsed.version });
	if (parsed.kind === "state") return parsed.state;
	say(`The kept state cannot be read (${parsed.reason}) and is begun anew: what is open may be told once more.`);
	return emptyState();
}
async function readText(file) {
	try {
		return await readFile(file, "utf8");
	} catch (cause) {
		const reason = cause.code ?? "error";
		if (reason === "ENOENT") return void 0;
		throw appError("FILE_UNREADABLE", {
			file,
			reason
		}, { cause });
	}
}
async function write(file, text) {
	try {
		await writeFile(file, text, { mode: 384 });
	} catch (cause) {
		const reason = cause.code ?? "error";
		throw appError("MONITOR_STATE_NOT_WRITABLE", {
			file,
			reason
		}, { cause });
	}
}
export { mrkdwn as C, translateSocketFailure as E, actor as S, translateFailure as T, subjectWords as _, lookAtShard as a, header as b, refreshMessage as c, snooze as d, isRemovalNear as f, refusalWords as g, SEVERITY_SIGNS as h, runMonitor as i, openDesk as l, membersOf as m, createFileStore as n, writeShard as o, incidentsByKey as p, createNoStore as r, look as s, createBranchStore as t, acknowledge as u, timeWords as v, mrkdwnLink as w, section as x, context as y };
