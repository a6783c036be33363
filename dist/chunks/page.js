import { r as AppError, t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { n as sweptEndpointSchema } from "./swept-schema.js";
import { a as clientWords } from "./chain-ledger.js";
import { n as datetime } from "./iso.js";
import { a as _enum, f as number, g as string, l as int, n as formatDuration, o as array, p as object, s as boolean, t as countOf, u as literal } from "./format.js";
import { _ as verdictWords, a as deadlineWords, b as isTold, d as latencyOf, g as CAUSE_WORDS, i as daysLeftWords, r as sweptRows, s as expiryStage, t as parseState, x as pullRequestsOf } from "./parse-state.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
import { n as picturesOf, r as groupBy } from "./chain-pictures.js";
import { n as parseOptions } from "./arguments.js";
import { createHash } from "node:crypto";
import path from "node:path";
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
// src/reports/monitor/monitor-report-schema.ts
const MAX_TEXT$1 = 4e3;
const MAX_ENDPOINTS = 1e4;
const MAX_LIST = 1e4;
const time = datetime();
const text = string().max(MAX_TEXT$1);
const readiness = object({
	name: text,
	deadlines: array(object({
		kind: _enum([
			"renewal",
			"leaf-expiry",
			"intermediate-expiry",
			"root-removal"
		]),
		at: time,
		daysLeft: int(),
		subject: text,
		source: text.nullable()
	})).max(100),
	validity: object({
		days: number(),
		limitAtRenewal: number().nullable(),
		shrinks: boolean()
	}).nullable()
});
const fix = object({
	path: text,
	operation: text,
	why: text,
	number: int().positive().optional(),
	url: text.optional()
}).transform(({ number, url, ...rest }) => ({
	...rest,
	...number === void 0 ? {} : { number },
	...url === void 0 ? {} : { url }
}));
const incident = object({
	id: text,
	endpoint: text.nullable(),
	cause: text,
	severity: text,
	firstSeen: time,
	pullRequest: int().positive().nullable()
});
/** The JSON of `monitor`. A change that breaks readers raises `version`. */
const monitorReportSchema = object({
	version: literal(1),
	startedAt: time,
	vantage: text.describe("Where it was seen from: a verdict holds for there."),
	schedule: text.nullable().describe("The cron expression that started the run; null: it was none."),
	delayMs: number().nullable().describe("How long after its schedule it started, in milliseconds; null: it is not known."),
	status: _enum([
		"healthy",
		"degraded",
		"broken",
		"unknown"
	]).describe("The worst of all endpoints; `broken` also stands for those that are repairable or unreachable."),
	endpoints: array(sweptEndpointSchema).max(MAX_ENDPOINTS).describe("In the order of the configuration."),
	readiness: array(readiness).max(MAX_ENDPOINTS).describe("What is coming for each, in the same order."),
	incidents: array(incident).max(MAX_LIST).describe("What is open and told."),
	pullRequests: array(fix).max(MAX_LIST).describe("What was done about files of the repository."),
	messages: array(text).max(MAX_LIST).describe("Time stamps of the messages in Slack that were posted or edited."),
	timings: array(object({
		step: text,
		durationMs: int().nonnegative()
	})).max(100).optional().describe("How long each step took, in milliseconds; absent for a shard."),
	problems: array(object({
		code: text,
		problem: text,
		help: text
	})).max(MAX_LIST).describe("What went wrong in the run itself.")
});
/**
* Reads a report of the monitor, of which nothing is believed but its form. Characters that control or reorder text are
* made visible first. A string says in one printable sentence what is wrong with it.
*/
function parseMonitorReport(json) {
	let value;
	try {
		value = JSON.parse(json, (_key, each) => typeof each === "string" ? visible(each) : each);
	} catch {
		return "it is not JSON";
	}
	const { data, error } = monitorReportSchema.safeParse(value);
	if (!data) {
		const [issue] = error.issues;
		return printable(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`);
	}
	const names = data.endpoints.map(({ name }) => name);
	const seen = /* @__PURE__ */ new Set();
	const twice = names.find((name) => seen.size === seen.add(name).size);
	return twice === void 0 ? data : printable(`${twice} is in it twice`);
}
function visible(value) {
	return value.split("\n").map((line) => printable(line, 1e400)).join("\n");
}
// src/reports/page/markup.ts
const TEXT = Symbol("markup");
/** Far more than any sentence of ours; what a peer sends is cut here. */
const MAX_TEXT = 4e3;
/** A tag for template literals: what is written is markup, what is put into it is text unless it is markup already. */
function markup(strings, ...parts) {
	const rest = parts.map((part, index) => textOf(part) + (strings[index + 1] ?? ""));
	return { [TEXT]: (strings[0] ?? "") + rest.join("") };
}
/** The text of a file. */
function renderMarkup(part) {
	return part[TEXT];
}
/**
* Text as literal text of an element or of an attribute in double quotes: nothing in it becomes markup, and characters that
* control, hide or reorder text are shown as `\u{…}`. Line breaks stay.
*/
function escapeText(text) {
	return text.slice(0, 4001).split("\n").map((line) => printable(line, MAX_TEXT)).join("\n").replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
function textOf(part) {
	if (part === void 0) return "";
	if (typeof part === "string") return escapeText(part);
	if (typeof part === "number") return String(part);
	if (isMarkup(part)) return part[TEXT];
	return part.map(textOf).join("");
}
function isMarkup(part) {
	return TEXT in part;
}
// src/reports/page/badge.ts
/** White on each of them has a contrast of 4.5 and more. */
const COLOURS = {
	good: "#1a7f37",
	fair: "#8a5a00",
	bad: "#b3261e",
	unsure: "#57606a"
};
const LABEL = "TLS";
/** Of the characters of a badge in 11 px Verdana or alike; `textLength` fits whatever font there is. */
const CHARACTER_PX = {
	" ": 3.9,
	L: 6.1,
	S: 7.5,
	T: 6.8,
	a: 6.6,
	f: 3.9,
	k: 6.5,
	l: 3,
	n: 7,
	o: 6.7,
	r: 4.7,
	u: 7,
	w: 9
};
const DIGIT_PX = 7;
const PADDING_PX = 6;
/** `badge.svg`: how many endpoints work for every client, in a picture that needs nothing else. */
function renderBadge({ mood, counts }) {
	const all = counts.reduce((sum, [, count]) => sum + count, 0);
	const well = counts.reduce((sum, [verdict, count]) => sum + (verdict === "healthy" || verdict === "degraded" ? count : 0), 0);
	const value = all === 0 ? "unknown" : well === all ? `all ${all} work` : `${well} of ${all} work`;
	const [left, right] = [textWidth(LABEL), textWidth(value)];
	const [labelWidth, valueWidth] = [left + 12, right + 12];
	const width = labelWidth + valueWidth;
	return `${renderMarkup(markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${LABEL}: ${value}">
<title>${LABEL}: ${value}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="4"/></clipPath>
<g clip-path="url(#r)"><rect width="${labelWidth}" height="20" fill="#3d444d"/><rect x="${labelWidth}" width="${valueWidth}" height="20" fill="${COLOURS[mood]}"/></g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11"><text x="${PADDING_PX}" y="14" textLength="${left}">${LABEL}</text><text x="${labelWidth + PADDING_PX}" y="14" textLength="${right}">${value}</text></g>
</svg>`)}\n`;
}
/** `icon.svg`: a dot in the colour of the whole, for the tab. */
function renderIcon({ mood }) {
	return `${renderMarkup(markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="${COLOURS[mood]}"/></svg>`)}\n`;
}
function textWidth(text) {
	return Math.round(Array.from(text).reduce((sum, each) => sum + (CHARACTER_PX[each] ?? DIGIT_PX), 0));
}
/** A part of a page; undefined without content. */
function section(id, title, content) {
	return content && markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}
/**
* A table that may be scrolled sideways with the keyboard too; in a narrow window each row is a list of its cells with their
* columns. Columns that say nothing in any row are left out; rows beyond the limit are counted.
*/
function dataTable(caption, columns, rows) {
	const shown = rows.slice(0, 200);
	const told = columns.flatMap((column, index) => index === 0 || shown.some((cells) => (cells[index] ?? "") !== "") ? [{
		column,
		index
	}] : []);
	return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${told.map(({ column }) => markup`<th scope="col">${column}</th>`)}</tr></thead><tbody>${shown.map((cells) => {
		const [first, ...others] = told.map(({ column, index }) => ({
			column,
			cell: cells[index] ?? ""
		}));
		const rest = others.map(({ column, cell }) => markup`<td data-column="${column}">${cell}</td>`);
		return markup`<tr><th scope="row">${first?.cell}</th>${rest}</tr>`;
	})}</tbody></table></div>${rows.length > 200 ? markup`<p>And ${rows.length - 200} more in the report.</p>` : void 0}`;
}
// src/reports/page/words.ts
/** What each verdict means, for who has not read the documents. */
const VERDICT_MEANING = {
	healthy: "every client accepts it",
	degraded: "every client accepts it, and something should be tidied",
	repairable: "clients refuse it, and another bundle mends that",
	broken: "clients refuse it, and no bundle mends that",
	unreachable: "no address answers",
	unknown: "it could not be determined from here"
};
/** A name that breaks behind its dots, where there is no room for it. */
function nameTag(name) {
	return markup`${name.split(/(?<=\.)/).map((label, index) => index === 0 ? label : markup`<wbr>${label}`)}`;
}
/** The verdict in its colour, with a sign that the style sheet adds. */
function verdictTag(verdict) {
	return markup`<b class="v ${verdict}">${verdict}</b>`;
}
/** `2026-08-30`, in UTC. */
function dayTag(date) {
	const day = date.toISOString().slice(0, 10);
	return markup`<time datetime="${day}">${day}</time>`;
}
/** `2026-08-30 12:17 UTC`. */
function timeTag(date) {
	const iso = date.toISOString();
	return markup`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
}
/** `52 days left`, `less than a day left`, `expired 3 days ago`. */
function leftWords({ daysLeft }) {
	if (daysLeft < 0) return daysLeft === -1 ? "expired today" : `expired ${countOf(-daysLeft - 1, "day")} ago`;
	return daysLeft === 0 ? "less than a day left" : `${countOf(daysLeft, "day")} left`;
}
function groupClients(clients) {
	const named = (choose) => clients.filter(choose).map(clientWords);
	return {
		refuse: named(({ accepts }) => accepts === false),
		lucky: named(({ accepts, byLuck }) => accepts === true && byLuck),
		unknown: named(({ accepts }) => accepts === null),
		accept: named(({ accepts, byLuck }) => accepts === true && !byLuck)
	};
}
/** `PR #12`, linked where its address is known, with its state where that is not open. */
function pullRequestTag({ number, url, state }) {
	const text = state === void 0 || state === "open" ? "" : ` (${state})`;
	return url === void 0 ? markup`<span class="pr">PR #${number}</span>${text}` : markup`<a class="pr" href="${url}" rel="noreferrer">PR #${number}</a>${text}`;
}
// src/reports/page/chain-section.ts
/** Chains that are drawn; further ones are in the table of addresses. */
const MAX_CHAINS = 4;
/** The chain as received, what is needed instead, every address, and where between repository and address it was lost. */
function chainSection(swept) {
	const pictures = [...groupBy(swept.addresses.filter(({ chain }) => chain.length > 0), chainKey).values()].slice(0, MAX_CHAINS).map((addresses) => pictureOf(addresses, swept));
	const known = knownCertificates(swept);
	const drawn = [...pictures.map((picture) => receivedChain(picture, known)), ...swept.repairs.map((repair) => neededChain(repair, pictures, known))];
	return markup`${section("chain", "Chain", pictures.length > 0 ? markup`<div class="chains">${drawn}</div>` : void 0)}
${section("addresses", "Addresses", addressTable(swept))}
${section("ledger", "From the repository to the addresses", ledger(swept))}`;
}
function chainKey({ chain, missingIssuers }) {
	return JSON.stringify([chain, missingIssuers]);
}
function pictureOf(addresses, swept) {
	const [first] = addresses;
	const rows = first ? sweptRows(first, swept, new Date(swept.seenAt)) : [];
	const [received, needed] = picturesOf(rows, {
		served: "",
		needed: ""
	});
	return {
		addresses,
		received,
		needed
	};
}
/** Of the certificates that a report tells more of than the fingerprint, by their short ones. */
function knownCertificates({ leaves, path, repairs }) {
	const all = [
		...leaves,
		...path,
		...repairs.flatMap(({ certificates }) => certificates)
	];
	return new Map(all.map((certificate) => [shortFingerprint(certificate.fingerprint), certificate]));
}
function receivedChain({ addresses, received }, known) {
	return markup`<div><h3>Received <small>from ${addresses.length === 1 ? addresses[0]?.address ?? "" : countOf(addresses.length, "address", "addresses")}</small></h3><ol class="chain">${links(received, known)}</ol></div>`;
}
function neededChain({ leaf, satisfies, proofs }, pictures, known) {
	const picture = pictures.find(({ addresses }) => addresses[0]?.chain[0] === leaf);
	const proven = proofs.filter(({ after }) => after).length;
	return markup`<div><h3>Needed <small>accepted by ${satisfies.map((client) => clientWords({ client })).join(", ")}; ${proven} of ${countOf(proofs.length, "proof")} by handshake</small></h3><ol class="chain needed">${links(picture?.needed, known)}</ol></div>`;
}
function links(chain, known) {
	return (chain?.links ?? []).map(({ mark, label, fingerprint, note }) => {
		const certificate = fingerprint === void 0 ? void 0 : known.get(fingerprint);
		const dates = certificate ? markup`valid ${dayTag(new Date(certificate.notBefore))} to ${dayTag(new Date(certificate.notAfter))}, ` : void 0;
		const print = fingerprint === void 0 ? void 0 : markup`SHA-256 <span class="code">${fingerprint}…</span>`;
		return markup`<li class="${mark}"><b>${label}</b><small>${dates}${print}${note !== "" && print ? markup`, ${note}` : note}</small></li>`;
	});
}
function addressTable({ addresses }) {
	if (addresses.length === 0) return markup`<p class="calm">The name has no address.</p>`;
	return dataTable("What each address served", [
		"Address",
		"Sent",
		"Missing",
		"Handshake"
	], addresses.map(({ address, chain, missingIssuers, failure, handshakeMs }) => [
		markup`<span class="code">${address}</span>`,
		failure === null ? countOf(chain.length, "certificate") : markup`<span class="bad">no handshake</span>, ${failure}`,
		missingIssuers.length === 0 ? "" : markup`<span class="bad">${missingIssuers.join(", ")}</span>`,
		handshakeMs === void 0 ? "" : `${handshakeMs} ms`
	]));
}
function ledger({ ledger: entries, origin }) {
	if (entries.length === 0 && origin === null) return void 0;
	const rows = entries.map(({ hop, name, seen, difference }) => [
		hop === "cas" ? "CAS" : hop,
		markup`<span class="code">${name}</span>`,
		holding(seen),
		difference === null ? "" : markup`<span class="bad">${difference}</span>`
	]);
	return markup`${origin === null ? void 0 : markup`<p>Lost on the way: <strong>${origin}</strong>.</p>`}${rows.length > 0 ? dataTable("Each place, from first to last", [
		"Place",
		"Which",
		"Holds",
		"Differs"
	], rows) : void 0}`;
}
function holding(seen) {
	if (seen === "absent") return "nothing for it";
	if (typeof seen === "string") return seen;
	const length = seen.chain?.length ?? seen.chainLength;
	return [
		seen.certificateId,
		seen.leaf === null ? null : `leaf ${shortFingerprint(seen.leaf)}…`,
		length === null ? null : countOf(length, "certificate")
	].filter((part) => part !== null).join(", ");
}
// src/reports/page/document.ts
/** Files of this folder and nothing else: no script, no style in the page, no other host, no form. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
/** A whole page, from the doctype on. `main` begins with the only `h1`. */
function renderDocument({ title, site, root, footer }, main) {
	return `${renderMarkup(markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${root}style.css">
<link rel="icon" type="image/svg+xml" href="${root}icon.svg">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><div class="wide"><a class="site" href="${root}index.html">${site}</a></div></header>
<main id="main" tabindex="-1"><div class="wide">
${main}
</div></main>
<footer><div class="wide">${footer}</div></footer>
</body>
</html>`)}\n`;
}
// src/reports/page/days.ts
const DAY_MS$1 = 864e5;
/** By the letters of the history; `-` is undefined. */
const VERDICT_OF = {
	h: "healthy",
	d: "degraded",
	"?": "unknown",
	r: "repairable",
	b: "broken",
	x: "unreachable"
};
/** The worst verdict of each day up to that of the run, at most `maxDays`. */
function verdictDays({ days, lastDay }, at, maxDays = 1e400) {
	return upTo(at, maxDays, {
		lastDay,
		values: days.split("").map((letter) => VERDICT_OF[letter])
	});
}
/** The slowest handshake of each day, in milliseconds. */
function latencyDays({ latency = "", lastDay }, at) {
	return upTo(at, 1e400, {
		lastDay,
		values: latency.split("").map(latencyOf)
	});
}
/** Whole days left at the end of each day, by what was served then; negative: it was over. */
function leftDays({ leaves = [], days, lastDay }, at) {
	const last = Date.parse(lastDay);
	return upTo(at, 1e400, {
		lastDay,
		values: days.split("").map((letter, index) => {
			const time = last - (days.length - 1 - index) * DAY_MS$1;
			const served = leaves.findLast(({ since }) => Date.parse(since) <= time);
			if (!served || letter === "-") return void 0;
			return Math.floor((Date.parse(served.notAfter) - time) / DAY_MS$1);
		})
	});
}
function spansOf({ values }) {
	const spans = [];
	for (const [index, value] of values.entries()) {
		const last = spans.at(-1);
		if (last && last.value === value) spans[spans.length - 1] = {
			...last,
			to: index
		};
		else spans.push({
			from: index,
			to: index,
			value
		});
	}
	return spans;
}
/** The UTC date of a day of a series. */
function dateOf({ values, lastDay }, index) {
	return /* @__PURE__ */ new Date(Date.parse(lastDay) - (values.length - 1 - index) * DAY_MS$1);
}
/** `28 days healthy, 2 days broken`, the most frequent first. */
function countWords({ values }) {
	const counts = /* @__PURE__ */ new Map();
	for (const value of values) {
		const name = value ?? "not looked at";
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return [...counts].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${countOf(count, "day")} ${name}`).join(", ");
}
function upTo(at, maxDays, { values, lastDay }) {
	const today = at.toISOString().slice(0, 10);
	const passed = Math.max(0, Math.round((Date.parse(today) - Date.parse(lastDay)) / DAY_MS$1));
	const gap = Array.from({ length: Math.min(passed, 1e3) }, () => void 0);
	const all = [...values, ...gap];
	return {
		lastDay: passed > 0 ? today : lastDay,
		values: Number.isFinite(maxDays) ? all.slice(-maxDays) : all
	};
}
// src/reports/page/pictures.ts
const WIDTH = 1e3;
const HEIGHT = 160;
/** What is left of a lifetime, as a bar; words stand beside it. */
function lifetimeBar({ daysLeft, days, stage }) {
	const share = Math.max(0, Math.min(1, days > 0 ? daysLeft / days : 0));
	return markup`<svg class="bar ${stage}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(share * 100)}" height="6"/></svg>`;
}
/** Verdicts of days side by side, neighbours that are the same in one piece. `withDays`: the pointer is told which days. */
function verdictStrip(series, label, withDays = false) {
	const pieces = spansOf(series).map(({ from, to, value }) => {
		const place = markup`class="${value ?? "none"}" x="${from}" width="${to - from + 1}" height="10"`;
		if (!withDays) return markup`<rect ${place}/>`;
		return markup`<rect ${place}><title>${[.../* @__PURE__ */ new Set([from, to])].map((day) => dateOf(series, day).toISOString().slice(0, 10)).join(" to ")}: ${value ?? "not looked at"}</title></rect>`;
	});
	return markup`<svg class="strip" viewBox="0 0 ${series.values.length} 10" preserveAspectRatio="none" role="img" aria-label="${label}: ${countWords(series)}">${pieces}</svg>`;
}
/** A line over days with its axes; days without a value are gaps. Undefined: there is no value. */
function linePlot(series, { title, summary, words }) {
	const known = series.values.filter((value) => value !== void 0);
	if (known.length === 0) return void 0;
	const top = roundUp(Math.max(...known, 1));
	const bottom = Math.min(0, ...known);
	const toY = (value) => Math.round(HEIGHT - (value - bottom) / (top - bottom) * HEIGHT);
	const lines = segments(series).map((points) => polyline(points, {
		count: series.values.length,
		toY
	}));
	return markup`<figure>
<figcaption><h3>${title}</h3><p>${summary}</p></figcaption>
<div class="plot">
<div class="y" aria-hidden="true"><span>${words(top)}</span><span>${words((top + bottom) / 2)}</span><span>${words(bottom)}</span></div>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${title}: ${summary}">
<path class="grid" d="M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}"/>${lines}
</svg>
${dayAxis(series)}
</div>
</figure>`;
}
/** First and last day below a picture. */
function dayAxis(series) {
	return markup`<div class="x"><span>${dayTag(dateOf(series, 0))}</span><span>${dayTag(dateOf(series, series.values.length - 1))}</span></div>`;
}
function segments({ values }) {
	const all = [];
	let isOpen = false;
	for (const [index, value] of values.entries()) {
		if (value === void 0) {
			isOpen = false;
			continue;
		}
		if (isOpen) all.at(-1)?.push([index, value]);
		else all.push([[index, value]]);
		isOpen = true;
	}
	return all;
}
/** The line and what is below it. One day alone is drawn as wide as a day. */
function polyline(points, { count, toY }) {
	const step = WIDTH / count;
	const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
	const line = `M${[...points.map(([index, value]) => `${Math.round((index + (index === first ? 0 : .5)) * step)} ${toY(value)}`), `${Math.round((last + 1) * step)} ${toY(points.at(-1)?.[1] ?? 0)}`].join("L")}`;
	return markup`<path class="area" d="${`${line}V${toY(0)}H${Math.round(first * step)}Z`}"/><path class="line" d="${line}"/>`;
}
/** The next number that an axis may end with: 1, 2, 3, 4, 6 or 8 times a power of ten. */
function roundUp(value) {
	const power = 10 ** Math.floor(Math.log10(value));
	return ([
		1,
		2,
		3,
		4,
		6,
		8
	].find((factor) => factor * power >= value) ?? 10) * power;
}
// src/reports/page/history-section.ts
/** Changes that are listed. */
const MAX_SPANS = 30;
/** Verdict, days left and latency over time; undefined when nothing is remembered. */
function historySection({ history }, at) {
	if (!history) return void 0;
	const verdicts = verdictDays(history, at);
	const left = leftDays(history, at);
	const latency = latencyDays(history, at);
	return section("history", "History", markup`<figure><figcaption><h3>Verdict</h3><p>The worst of each day: ${countWords(verdicts)}.</p></figcaption>
<div class="tall">${verdictStrip(verdicts, "Verdict of each day", true)}${dayAxis(verdicts)}</div></figure>
${changes(verdicts)}
${linePlot(left, {
		title: "Days left",
		summary: rangeWords(left, (days) => `${Math.round(days)}`, "days left"),
		words: (days) => `${Math.round(days)} d`
	})}
${linePlot(latency, {
		title: "Handshake",
		summary: rangeWords(latency, formatDuration, "for the slowest handshake of a day, right to a fifth"),
		words: formatDuration
	})}`);
}
/** `23 to 90 days left, now 52`. */
function rangeWords({ values }, words, what) {
	const known = values.filter((value) => value !== void 0);
	const [low, high] = [Math.min(...known), Math.max(...known)];
	return `${low === high ? words(low) : `${words(low)} to ${words(high)}`} ${what}; at the end ${words(known.at(-1) ?? 0)}.`;
}
/** The same as the picture in words, the latest first; nothing when it never changed. */
function changes(series) {
	const spans = spansOf(series);
	if (spans.length < 2) return void 0;
	return dataTable("Verdicts, the latest first", [
		"From",
		"To",
		"Verdict"
	], spans.toReversed().slice(0, MAX_SPANS).map(({ from, to, value }) => [
		dayTag(dateOf(series, from)),
		dayTag(dateOf(series, to)),
		value ? verdictTag(value) : "not looked at"
	]));
}
// src/reports/page/page-incidents.ts
const SEVERITIES = [
	"page",
	"warn",
	"digest"
];
/** Of one endpoint, resolved ones: a page is not an archive. */
const MAX_RESOLVED = 50;
/** All that is known of incidents, by the state where there is one: open ones first, the worst first, then the latest. */
function incidentsOf({ report, state, repository }, at) {
	const links = linksOf(report, repository);
	return (state ? limitResolved(state.incidents).map((incident) => ofState(incident, {
		all: state.incidents,
		links,
		at
	})) : report.incidents.map((incident) => ofReport(incident, links))).toSorted((a, b) => rank$1(a) - rank$1(b) || b.since.getTime() - a.since.getTime());
}
function rank$1({ phase, severity }) {
	if (phase === "resolved") return 100;
	return (phase === "open" ? 0 : 10) + SEVERITIES.indexOf(severity);
}
function limitResolved(incidents) {
	const kept = /* @__PURE__ */ new Map();
	return incidents.toSorted((a, b) => a.lastSeen < b.lastSeen ? 1 : -1).filter(({ phase, endpoint }) => {
		if (phase !== "resolved") return true;
		const count = (kept.get(endpoint) ?? 0) + 1;
		kept.set(endpoint, count);
		return count <= MAX_RESOLVED;
	});
}
function ofState(incident, { all, links, at }) {
	const members = all.filter(({ key }) => incident.members.includes(key));
	const pullRequest = pullRequestsOf(incident, members).at(-1);
	return {
		key: incident.key,
		endpoint: incident.endpoint,
		members: members.flatMap(({ endpoint }) => endpoint === null ? [] : [endpoint]),
		title: verdictWords(incident),
		severity: incident.severity,
		phase: incident.phase,
		since: new Date(incident.firstSeen),
		resolvedAt: incident.resolvedAt === null ? void 0 : new Date(incident.resolvedAt),
		answer: answerOf(incident, at),
		pullRequest: pullRequest && links(pullRequest.number, pullRequest.state),
		isTold: isTold(incident)
	};
}
function ofReport(incident, links) {
	const { id, endpoint, cause, severity, firstSeen, pullRequest } = incident;
	const words = CAUSE_WORDS;
	return {
		key: id,
		endpoint,
		members: [],
		title: (Object.hasOwn(words, cause) ? words[cause] : void 0) ?? cause,
		severity,
		phase: "open",
		since: new Date(firstSeen),
		resolvedAt: void 0,
		answer: "",
		pullRequest: pullRequest === null ? void 0 : links(pullRequest),
		isTold: true
	};
}
/** Without who it was: the page may be public. */
function answerOf({ acknowledgement, snooze }, at) {
	if (snooze?.until === null) return "muted for this certificate";
	if (snooze && new Date(snooze.until ?? 0) > at) return "snoozed";
	return acknowledgement ? "acknowledged" : "";
}
/** Addresses of pull requests: as the report has them, else below the repository. Anything but https is no address. */
function linksOf(report, repository) {
	const known = new Map(report.pullRequests.map(({ number, url }) => [number, url]));
	return (number, state) => {
		const url = known.get(number) ?? (repository === void 0 ? "" : `${repository}/pull/${number}`);
		return {
			number,
			state,
			url: /^https:\/\/[\w.:-]+(\/[\w.-]+)+$/.test(url) ? url : void 0
		};
	};
}
// src/reports/page/page-model.ts
const DAY_MS = 864e5;
const SECOND_MS = 1e3;
/** The worst first. */
const VERDICTS = [
	"broken",
	"unreachable",
	"repairable",
	"unknown",
	"degraded",
	"healthy"
];
/** Joins the report of a run to what is remembered. */
function toPageModel(facts) {
	const { title, report, state } = facts;
	const at = new Date(report.startedAt);
	const incidents = incidentsOf(facts, at);
	const byEndpoint = groupByEndpoint(incidents);
	const histories = new Map((state?.endpoints ?? []).map((each) => [each.name, each]));
	const readiness = new Map(report.readiness.map((each) => [each.name, each]));
	const endpoints = report.endpoints.map((swept) => {
		const history = histories.get(swept.name);
		const own = byEndpoint.get(swept.name) ?? [];
		return {
			swept,
			file: pageFileOf(swept.name),
			lifetime: lifetimeOf(swept, history, at),
			readiness: readiness.get(swept.name),
			history,
			incidents: own,
			pullRequest: own.find(({ phase, pullRequest }) => phase !== "resolved" && pullRequest)?.pullRequest
		};
	});
	return {
		title,
		at,
		vantage: report.vantage,
		endpoints: endpoints.toSorted((a, b) => rank(a) - rank(b)),
		open: incidents.filter(({ phase, isTold }) => phase === "open" && isTold),
		problems: report.problems
	};
}
/** The file of an endpoint's page: its name where that is one for sure, else a digest of it. */
function pageFileOf(name) {
	if (/^[a-z0-9][a-z0-9.-]{0,200}:\d{1,5}$/.test(name)) return `${name.replace(":", "_")}.html`;
	return `${createHash("sha256").update(name).digest("hex")}.html`;
}
function rank({ swept }) {
	return VERDICTS.indexOf(swept.verdict);
}
function groupByEndpoint(incidents) {
	const groups = /* @__PURE__ */ new Map();
	for (const incident of incidents) {
		if (incident.endpoint === null) continue;
		const group = groups.get(incident.endpoint);
		if (group) group.push(incident);
		else groups.set(incident.endpoint, [incident]);
	}
	return groups;
}
/** Of the leaf that ends first, of those that are served; else of the last that was seen. */
function lifetimeOf({ leaves }, history, at) {
	const [first] = leaves.toSorted((a, b) => Date.parse(a.notAfter) - Date.parse(b.notAfter));
	const leaf = first ?? history?.leaf;
	if (!leaf) return void 0;
	const [notBefore, notAfter] = [new Date(leaf.notBefore), new Date(leaf.notAfter)];
	const stage = expiryStage(leaf, at);
	return {
		notBefore,
		notAfter,
		daysLeft: Math.floor((notAfter.getTime() + SECOND_MS - at.getTime()) / DAY_MS),
		days: Math.round((notAfter.getTime() + SECOND_MS - notBefore.getTime()) / DAY_MS),
		stage: stage === void 0 ? "fresh" : stage === "due" ? "due" : "late",
		isServed: first !== void 0
	};
}
// src/reports/page/headline.ts
const BAD = /* @__PURE__ */ new Set([
	"repairable",
	"broken",
	"unreachable"
]);
function headlineOf({ endpoints }) {
	const count = (choose) => endpoints.filter(choose).length;
	const counts = VERDICTS.map((verdict) => [verdict, count(({ swept }) => swept.verdict === verdict)]).filter(([, number]) => number > 0);
	const bad = count(({ swept }) => BAD.has(swept.verdict));
	const unknown = count(({ swept }) => swept.verdict === "unknown");
	const degraded = count(({ swept }) => swept.verdict === "degraded");
	const all = countOf(endpoints.length, "endpoint");
	if (endpoints.length === 0) return {
		mood: "unsure",
		text: "No endpoint was looked at",
		counts
	};
	if (bad > 0) return {
		mood: "bad",
		text: `${bad} of ${all} ${bad === 1 ? "does" : "do"} not work for every client`,
		counts
	};
	if (unknown > 0) return {
		mood: "unsure",
		text: `${unknown} of ${all} could not be determined`,
		counts
	};
	const works = endpoints.length === 1 ? "1 endpoint works for every client" : `All ${all} work for every client`;
	if (degraded > 0) return {
		mood: "fair",
		text: `${works}, ${degraded} with something to tidy`,
		counts
	};
	return {
		mood: "good",
		text: works,
		counts
	};
}
// src/reports/page/index-page.ts
const STRIP_DAYS = 30;
/** More are told by their number: the page is read by people. */
const MAX_INCIDENTS = 50;
const MAX_MEMBERS = 8;
/** `index.html`: the verdict, what is open, and a row for every endpoint. */
function renderIndex(model) {
	const { title, at, vantage, endpoints, open } = model;
	const { mood, text, counts } = headlineOf(model);
	const files = new Map(endpoints.map(({ swept, file }) => [swept.name, file]));
	const chips = counts.map(([verdict, number]) => markup`<li><a href="#${verdict}">${verdictTag(verdict)}</a> <span class="n">${number}</span><p>${VERDICT_MEANING[verdict]}</p></li>`);
	const main = markup`<section class="hero ${mood}">
<h1>${text}</h1>
<p>Looked at ${timeTag(at)} from <span class="code">${vantage}</span></p>
</section>
<ul class="counts">${chips}</ul>
${problems(model)}
<section aria-labelledby="incidents"><h2 id="incidents">Open incidents</h2>
${open.length === 0 ? markup`<p class="calm">None.</p>` : incidentList(open, files)}
</section>
<section aria-labelledby="endpoints"><h2 id="endpoints">Endpoints</h2>
${table(endpoints, at)}
</section>`;
	return renderDocument({
		title: `${text} · ${title}`,
		site: title,
		root: "",
		footer: footer(model)
	}, main);
}
/** What stands at the end of every page. */
function footer({ at, vantage }) {
	return markup`<p>Made by airec-https of TLS handshakes with every address, ${timeTag(at)}. A verdict is true for where it was seen from: <span class="code">${vantage}</span>. Days are UTC.</p>`;
}
function problems({ problems: all }) {
	if (all.length === 0) return void 0;
	return markup`<section aria-labelledby="problems"><h2 id="problems">Problems of the run itself</h2><ul class="list">${all.map(({ code, problem, help }) => markup`<li><span class="code">${code}</span> ${problem}<p class="help">${help}</p></li>`)}</ul></section>`;
}
function incidentList(open, files) {
	const items = open.slice(0, MAX_INCIDENTS).map((incident) => {
		const { title, severity, since, answer, pullRequest } = incident;
		const tail = [answer === "" ? void 0 : markup`, ${answer}`, pullRequest && markup`, fix: ${pullRequestTag(pullRequest)}`];
		return markup`<li class="${severity}"><strong>${subject(incident, files)}</strong> ${title}<p class="help">Since ${timeTag(since)}${tail}</p></li>`;
	});
	return markup`<ul class="list">${items}</ul>${open.length > items.length ? markup`<p>And ${open.length - items.length} more.</p>` : void 0}`;
}
/** The endpoint, the endpoints of a group, or the monitor. */
function subject({ endpoint, members }, files) {
	const link = (name) => {
		const file = files.get(name);
		return file === void 0 ? markup`${name}` : markup`<a href="endpoints/${file}">${nameTag(name)}</a>`;
	};
	if (endpoint !== null) return link(endpoint);
	if (members.length === 0) return markup`The monitor`;
	const shown = members.slice(0, MAX_MEMBERS).map((name, index) => [index > 0 ? ", " : "", link(name)]);
	const more = members.length > MAX_MEMBERS ? ` and ${members.length - MAX_MEMBERS} more` : "";
	return markup`${countOf(members.length, "endpoint")}: ${shown}${more}`;
}
function table(endpoints, at) {
	const columns = {
		history: endpoints.some(({ history }) => history),
		fix: endpoints.some(({ pullRequest }) => pullRequest)
	};
	const bodies = [...groupBy(endpoints, ({ swept }) => swept.verdict)].map(([verdict, each]) => markup`<tbody id="${verdict}">
${each.map((endpoint) => row(endpoint, at, columns))}</tbody>
`);
	return markup`<div class="card"><table class="endpoints">
<caption>The worst first. A bar is what is left of a certificate’s lifetime.</caption>
<thead><tr><th scope="col">Endpoint</th><th scope="col">Verdict</th><th scope="col">Clients</th><th scope="col">Certificate</th>${columns.history ? markup`<th scope="col">Last ${STRIP_DAYS} days</th>` : void 0}${columns.fix ? markup`<th scope="col">Fix</th>` : void 0}</tr></thead>
${bodies}</table></div>`;
}
function row(endpoint, at, columns) {
	const { swept, file, lifetime, history, pullRequest } = endpoint;
	const validity = lifetime ? markup`${lifetimeBar(lifetime)}${leftWords(lifetime)} <small>of ${lifetime.days}, until ${dayTag(lifetime.notAfter)}</small>` : markup`<small>none seen</small>`;
	const strip = history && verdictStrip(verdictDays(history, at, STRIP_DAYS), "verdicts");
	return markup`<tr><th scope="row"><a href="endpoints/${file}">${nameTag(swept.name.replace(/:443$/, ""))}</a></th><td>${verdictTag(swept.verdict)}</td><td>${clientCell(endpoint)}</td><td>${validity}</td>${columns.history ? markup`<td class="h">${strip}</td>` : void 0}${columns.fix ? markup`<td>${pullRequest ? pullRequestTag(pullRequest) : void 0}</td>` : void 0}</tr>
`;
}
/** Only who does not get through without help is named. */
function clientCell({ swept: { clients } }) {
	const { refuse, lucky, unknown, accept } = groupClients(clients);
	if (accept.length === clients.length && accept.length > 0) return markup`all ${accept.length} accept`;
	return markup`${[
		refuse.length > 0 ? markup`<span class="bad">${refuse.join(", ")} refuse</span>` : void 0,
		lucky.length > 0 ? markup`<span class="fair">${lucky.join(", ")} by luck</span>` : void 0,
		unknown.length > 0 ? markup`<span>${unknown.length === clients.length ? "all" : unknown.join(", ")} unknown</span>` : void 0,
		accept.length > 0 ? markup`<span>${accept.length} accept</span>` : void 0
	].filter((part) => part !== void 0).map((part, index) => [index > 0 ? "; " : "", part])}`;
}
// src/reports/page/endpoint-page.ts
/** The page of one endpoint, in the folder `endpoints/`. */
function renderEndpoint(endpoint, model) {
	const { swept } = endpoint;
	const main = markup`<nav aria-label="Path"><a href="../index.html">All endpoints</a></nav>
<section class="hero ${swept.verdict}">
<h1>${nameTag(swept.name)}</h1>
<p>${verdictTag(swept.verdict)} ${VERDICT_MEANING[swept.verdict]}</p>
<p>Looked at ${timeTag(new Date(swept.seenAt))} from <span class="code">${swept.vantage}</span></p>
</section>
${facts(endpoint)}
${findings(endpoint)}
${clients(endpoint)}
${chainSection(swept)}
${deadlines(endpoint)}
${historySection(endpoint, model.at)}
${incidents(endpoint)}`;
	return renderDocument({
		title: `${swept.name} is ${swept.verdict} · ${model.title}`,
		site: model.title,
		root: "../",
		footer: footer(model)
	}, main);
}
function facts({ swept, lifetime, pullRequest }) {
	const { accept } = groupClients(swept.clients);
	const answering = swept.addresses.filter(({ failure }) => failure === null).length;
	return markup`<dl class="facts">
<div><dt>Certificate</dt><dd>${lifetime ? markup`${leftWords(lifetime)}${lifetimeBar(lifetime)}<small>of ${countOf(lifetime.days, "day")}, until ${dayTag(lifetime.notAfter)}${lifetime.isServed ? "" : ", when it was last seen"}</small>` : markup`none seen`}</dd></div>
<div><dt>Clients</dt><dd>${accept.length} of ${swept.clients.length} accept without help</dd></div>
<div><dt>Addresses</dt><dd>${answering} of ${swept.addresses.length} answer</dd></div>
<div><dt>Fix</dt><dd>${pullRequest ? pullRequestTag(pullRequest) : "none proposed"}</dd></div>
</dl>`;
}
function findings({ swept }) {
	if (swept.findings.length === 0) return void 0;
	return section("findings", "Findings", markup`<ul class="list">${swept.findings.slice(0, 200).map(({ id, severity, message, help, addresses }) => markup`<li class="${severity}"><p><span class="tag">${severity}</span> <span class="code">${id}</span></p><p>${message}</p><p class="help">${help}</p>${addresses.length > 0 ? markup`<p class="help">Seen at ${addresses.slice(0, 16).join(", ")}${addresses.length > 16 ? ` and ${addresses.length - 16} more` : ""}</p>` : void 0}</li>`)}</ul>`);
}
function clients({ swept }) {
	return section("clients", "Clients", dataTable("By luck: only because it fetches, or knows, what is missing", [
		"Client",
		"Verdict",
		"What its users see"
	], swept.clients.map((client) => {
		const { accepts, byLuck, error } = client;
		const verdict = accepts === null ? markup`unknown` : accepts ? byLuck ? markup`<span class="fair">accepts by luck</span>` : markup`<span class="good">accepts</span>` : markup`<span class="bad">refuses</span>`;
		return [
			clientWords(client),
			verdict,
			error === null ? "" : markup`<span class="code">${error}</span>`
		];
	})));
}
function deadlines({ readiness }) {
	if (!readiness || readiness.deadlines.length === 0) return void 0;
	const rows = readiness.deadlines.map((each) => [
		dayTag(new Date(each.at)),
		deadlineWords(each),
		daysLeftWords(each),
		each.subject,
		each.source ?? ""
	]);
	const columns = [
		"Day",
		"What",
		"Left",
		"Certificate",
		"Source"
	];
	const { validity } = readiness;
	const note = validity?.shrinks === true ? markup`<p>It is valid for ${validity.days} days; the next one may be for ${validity.limitAtRenewal ?? ""} at most.</p>` : void 0;
	return section("deadlines", "Deadlines", markup`${dataTable("What is coming, the earliest first", columns, rows)}${note}`);
}
function incidents({ incidents: all }) {
	if (all.length === 0) return void 0;
	return section("incidents", "Incidents", dataTable("Open ones first, then the latest", [
		"What",
		"Phase",
		"Since",
		"Resolved",
		"Fix"
	], all.map((incident) => [
		markup`${incident.title}`,
		phaseWords(incident),
		timeTag(incident.since),
		incident.resolvedAt ? timeTag(incident.resolvedAt) : "",
		incident.pullRequest ? pullRequestTag(incident.pullRequest) : ""
	])));
}
function phaseWords({ phase, answer }) {
	const words = phase === "pending" ? "seen, not confirmed yet" : phase;
	return answer === "" || phase === "resolved" ? words : `${words}, ${answer}`;
}
// src/reports/page/style-sheet.ts
/** `style.css`: system fonts, light and dark by what the reader prefers, narrow and wide, and on paper. */
const STYLE_SHEET = `:root {
  color-scheme: light dark;
  --paper: #f6f7f9; --card: #fff; --ink: #1b1f24; --soft: #57606a; --rule: #dfe3e8; --track: #e6e9ed;
  --link: #0b5cad; --good: #1a7f37; --fair: #8a5a00; --bad: #b3261e; --unsure: #57606a;
  --fill-good: #2da44e; --fill-fair: #d9920a; --fill-bad: #d1382e; --fill-unsure: #9aa4af;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0e1216; --card: #161b21; --ink: #e6eaee; --soft: #9da7b2; --rule: #2a313a; --track: #2a313a;
    --link: #79b8ff; --good: #56d17e; --fair: #e6b455; --bad: #ff8f86; --unsure: #9da7b2;
    --fill-good: #2f9e52; --fill-fair: #c98a14; --fill-bad: #e0564b; --fill-unsure: #66707b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
.wide { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
a { color: var(--link); text-underline-offset: 3px; text-decoration-thickness: 1px; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 12px; top: 12px; padding: 8px 14px; background: var(--card); z-index: 1; }
header { padding: 22px 0 6px; }
.site { color: var(--soft); font-weight: 600; text-decoration: none; letter-spacing: .01em; }
.site:hover { color: var(--ink); text-decoration: underline; }
footer { margin-top: 56px; padding: 20px 0 40px; border-top: 1px solid var(--rule); color: var(--soft); font-size: 13px; }
nav { margin: 12px 0 0; font-size: 14px; }
nav a::before { content: "←\\00a0"; content: "←\\00a0" / ""; }
h1 { margin: 0 0 6px; font-size: 30px; line-height: 1.2; letter-spacing: -.015em; font-weight: 650; text-wrap: balance; }
h2 { margin: 44px 0 14px; font-size: 19px; line-height: 1.3; letter-spacing: -.005em; font-weight: 650; }
h3 { margin: 0 0 6px; font-size: 15px; font-weight: 650; }
h3 small { font-weight: 400; }
p { margin: 0 0 4px; }
small { color: var(--soft); font-size: 13px; }
time, .pr { white-space: nowrap; }
.code { font: .9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
.calm { color: var(--soft); }
.good { color: var(--good); } .fair { color: var(--fair); } .bad { color: var(--bad); }
.hero { margin: 14px 0 22px; padding: 22px 26px; background: var(--card); border: 1px solid var(--rule); border-radius: 12px; border-left: 6px solid var(--fill-unsure); color: var(--ink); }
.hero p { margin: 0; color: var(--soft); }
.hero.good, .hero.healthy { border-left-color: var(--fill-good); }
.hero.fair, .hero.degraded { border-left-color: var(--fill-fair); }
.hero.bad, .hero.broken, .hero.repairable, .hero.unreachable { border-left-color: var(--fill-bad); }
.counts { display: flex; flex-wrap: wrap; gap: 12px; margin: 0; padding: 0; list-style: none; }
.counts li { flex: 1 1 168px; max-width: 271px; padding: 14px 16px; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
.counts a { color: inherit; text-decoration: none; } .counts a:hover { text-decoration: underline; }
.counts .n { float: right; font-size: 22px; line-height: 1.1; font-weight: 650; }
.counts p { margin: 4px 0 0; color: var(--soft); font-size: 13px; line-height: 1.4; }
.v { font-weight: 600; white-space: nowrap; color: var(--unsure); }
.v::before { display: inline-block; width: 1.35em; content: "?"; content: "?" / ""; }
.v.healthy { color: var(--good); } .v.healthy::before { content: "✓"; content: "✓" / ""; }
.v.degraded { color: var(--fair); } .v.degraded::before { content: "!"; content: "!" / ""; }
.v.broken, .v.repairable, .v.unreachable { color: var(--bad); }
.v.broken::before { content: "✕"; content: "✕" / ""; }
.v.repairable::before { content: "◐"; content: "◐" / ""; }
.v.unreachable::before { content: "○"; content: "○" / ""; }
.list { margin: 0; padding: 0; list-style: none; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
.list li { padding: 13px 18px 13px 16px; border-left: 4px solid var(--fill-unsure); }
.list p:last-child { margin: 0; }
.list li + li { border-top: 1px solid var(--rule); }
.list li:first-child { border-top-left-radius: 9px; } .list li:last-child { border-bottom-left-radius: 9px; }
.list .page, .list .error { border-left-color: var(--fill-bad); }
.list .warn, .list .warning { border-left-color: var(--fill-fair); }
.help { color: var(--soft); font-size: 14px; }
.tag { font-size: 12px; font-weight: 650; text-transform: uppercase; letter-spacing: .05em; }
.error .tag { color: var(--bad); } .warning .tag { color: var(--fair); } .info .tag { color: var(--soft); }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
table { width: 100%; border-collapse: collapse; text-align: left; }
caption { padding: 10px 16px; text-align: left; color: var(--soft); font-size: 13px; }
th, td { padding: 9px 16px; vertical-align: top; border-top: 1px solid var(--rule); font-weight: 400; }
.scroll th, .scroll td { overflow-wrap: normal; min-width: 7em; }
.scroll td:last-child { padding-right: 20px; }
thead th { color: var(--soft); font-size: 13px; white-space: nowrap; }
tbody th { font-weight: 550; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; overflow: hidden; }
.endpoints tbody tr:hover { background: var(--paper); }
.endpoints tbody th { width: 25%; } .endpoints td:nth-child(3) { width: 22%; } .endpoints td:nth-child(4) { width: 18%; } .endpoints .h { width: 13%; }
.endpoints small { white-space: nowrap; }
.bar { display: block; width: 100%; max-width: 220px; height: 6px; margin: 7px 0 5px; border-radius: 3px; background: var(--track); fill: var(--fill-good); }
.bar.due { fill: var(--fill-fair); } .bar.late { fill: var(--fill-bad); }
.strip { display: block; width: 100%; height: 10px; margin-top: 6px; border-radius: 3px; background: var(--track); }
.strip rect { fill: none; shape-rendering: crispEdges; }
.strip .healthy { fill: var(--fill-good); } .strip .degraded { fill: var(--fill-fair); }
.strip .broken, .strip .repairable, .strip .unreachable { fill: var(--fill-bad); } .strip .unknown { fill: var(--fill-unsure); }
.tall .strip { height: 34px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(210px, 1fr)); gap: 12px; margin: 0; }
.facts div { padding: 14px 16px; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
dt { color: var(--soft); font-size: 13px; } dd { margin: 2px 0 0; font-weight: 550; } dd small { font-weight: 400; }
.chains { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 12px; align-items: start; }
.chains > div, figure { margin: 0; padding: 16px 18px; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
.chain { margin: 10px 0 0; padding: 0; list-style: none; }
.chain li { position: relative; padding: 0 0 14px 24px; }
.chain li:last-child { padding-bottom: 0; }
.chain li::before { content: ""; position: absolute; left: 3px; top: 7px; width: 9px; height: 9px; border-radius: 50%; background: var(--soft); }
.chain li:not(:last-child)::after { content: ""; position: absolute; left: 7px; top: 20px; bottom: -3px; width: 1px; background: var(--soft); }
.chain b { display: block; font-weight: 550; } .chain small { display: block; }
.chain.needed li::before { background: var(--fill-good); }
.chain .missing b, .chain .missing small { color: var(--bad); }
.chain .wrong::before { background: var(--fill-fair); } .chain .wrong small { color: var(--fair); }
.chain .missing::before { background: none; border: 2px dashed var(--fill-bad); }
figure { margin-bottom: 12px; } figcaption p { color: var(--soft); font-size: 13px; margin-bottom: 10px; }
section > p + .scroll { margin-top: 10px; }
section > .scroll + figure, figure + .scroll, .scroll + figure { margin-top: 12px; } figure + .scroll { margin-bottom: 12px; }
.plot { display: grid; grid-template-columns: auto 1fr; column-gap: 10px; }
.plot svg { width: 100%; height: 160px; overflow: visible; }
.y { display: flex; flex-direction: column; justify-content: space-between; align-items: flex-end; margin: -9px 0; color: var(--soft); font-size: 12px; line-height: 18px; }
.x { display: flex; justify-content: space-between; grid-column: -2 / -1; padding-top: 8px; color: var(--soft); font-size: 12px; }
.grid { fill: none; stroke: var(--rule); vector-effect: non-scaling-stroke; }
.line { fill: none; stroke: var(--link); stroke-width: 2; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.area { fill: var(--link); opacity: .1; }
tbody { scroll-margin-top: 12px; }
@media screen and (max-width: 760px) {
  .wide { padding: 0 16px; }
  h1 { font-size: 24px; } h2 { margin-top: 34px; }
  .hero { padding: 18px 18px; }
  .counts { flex-direction: column; gap: 8px; } .counts li { flex: none; max-width: none; padding: 10px 14px; }
  .endpoints thead { position: absolute; left: -9999px; }
  .endpoints, .endpoints tbody, .endpoints caption { display: block; }
  .scroll thead { position: absolute; left: -9999px; }
  .scroll table, .scroll tbody, .scroll tr, .scroll caption, .scroll th, .scroll td { display: block; }
  .scroll tr { padding: 11px 16px; border-top: 1px solid var(--rule); }
  .scroll th, .scroll td, .scroll td:last-child { padding: 0; border: 0; overflow-wrap: anywhere; }
  .scroll td::before { content: attr(data-column) ": "; color: var(--soft); font-size: 13px; }
  .scroll td:empty { display: none; }
  .endpoints tr { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; padding: 13px 16px; border-top: 1px solid var(--rule); }
  .endpoints th, .endpoints td { padding: 0; border: 0; }
  .endpoints tbody th { width: auto; } .endpoints td:nth-child(n+3) { width: auto; grid-column: 1 / -1; }
  .endpoints td:empty { display: none; } .bar { max-width: none; }
  th, td { padding: 9px 14px; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --rule: #bbb; --track: #ddd; --link: #000;
    --good: #14602a; --fair: #6b4600; --bad: #8c1d17; --unsure: #444; }
  body, small, caption, .counts p, .help, dt, nav, footer, figcaption p, thead th { font-size: 11px; } .tag, .x, .y { font-size: 10px; }
  h1 { font-size: 20px; } h2 { margin-top: 22px; font-size: 15px; break-after: avoid; }
  .wide { max-width: none; padding: 0; } .skip, nav { display: none; } .scroll { overflow: visible; }
  .facts { grid-template-columns: repeat(4, 1fr); } footer { margin-top: 20px; padding-bottom: 0; }
  tr, li, figure, .scroll, .counts li, .facts div { break-inside: avoid; } caption, thead { break-after: avoid; } thead { display: table-header-group; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
// src/reports/page/site.ts
/** The status page, the same bytes for the same facts. */
function renderSite(facts) {
	const model = toPageModel(facts);
	const headline = headlineOf(model);
	return {
		headline: headline.text,
		files: (function* files() {
			yield {
				path: "style.css",
				text: STYLE_SHEET
			};
			yield {
				path: "icon.svg",
				text: renderIcon(headline)
			};
			yield {
				path: "badge.svg",
				text: renderBadge(headline)
			};
			for (const endpoint of model.endpoints) yield {
				path: `endpoints/${endpoint.file}`,
				text: renderEndpoint(endpoint, model)
			};
			yield {
				path: "index.html",
				text: renderIndex(model)
			};
		})()
	};
}
// src/commands/page/read-bounded.ts
/**
* The text of a file that is not larger than `limit` bytes.
*
* @throws FILE_UNREADABLE, PAGE_INPUT_TOO_LARGE
*/
async function readBounded(file, limit) {
	try {
		const found = await stat(file);
		if (!found.isFile()) throw appError("FILE_UNREADABLE", {
			file,
			reason: "it is no file"
		});
		if (found.size > limit) throw appError("PAGE_INPUT_TOO_LARGE", {
			file,
			bytes: found.size,
			limit
		});
		return await readFile(file, "utf8");
	} catch (cause) {
		if (cause instanceof AppError) throw cause;
		const reason = cause.code ?? "error";
		throw appError("FILE_UNREADABLE", {
			file,
			reason
		}, { cause });
	}
}
// src/commands/page/write-site.ts
/** Says that a folder is ours, and which files in it are. */
const MARK = "airec-https-page.json";
/** The files that a site may have: nothing else is ever removed. */
const OURS = /^(index\.html|style\.css|icon\.svg|badge\.svg|endpoints\/[a-z0-9][a-z0-9._-]*\.html)$/;
/**
* Writes the files of a site into `folder`, which is made when it is not there, and removes those of an earlier site that
* this one does not have. A folder with files of others is left as it is.
*
* @throws PAGE_FOLDER_FOREIGN, PAGE_NOT_WRITABLE
*/
async function writeSite(folder, files) {
	try {
		await mkdir(folder, { recursive: true });
		const before = await ownFiles(folder);
		await writeMark(folder, before);
		await mkdir(path.join(folder, "endpoints"), { recursive: true });
		const written = /* @__PURE__ */ new Set();
		let bytes = 0;
		for (const file of files) {
			await writeFile(path.join(folder, file.path), file.text);
			written.add(file.path);
			bytes += Buffer.byteLength(file.text);
		}
		for (const stale of before.filter((each) => !written.has(each))) await rm(path.join(folder, stale), { force: true });
		await writeMark(folder, [...written]);
		return {
			files: written.size,
			bytes
		};
	} catch (cause) {
		if (cause instanceof AppError) throw cause;
		const reason = cause.code ?? "error";
		throw appError("PAGE_NOT_WRITABLE", {
			folder,
			reason
		}, { cause });
	}
}
/** What an earlier run wrote there; nothing in an empty folder. */
async function ownFiles(folder) {
	const found = await readdir(folder);
	if (found.length === 0) return [];
	if (!found.includes(MARK)) throw appError("PAGE_FOLDER_FOREIGN", {
		folder,
		mark: MARK
	});
	try {
		const { files } = JSON.parse(await readFile(path.join(folder, MARK), "utf8")) ?? {};
		return Array.isArray(files) ? files.filter((each) => typeof each === "string" && OURS.test(each)) : [];
	} catch (error) {
		if (error instanceof SyntaxError) return [];
		throw error;
	}
}
function writeMark(folder, files) {
	const text = {
		note: "Written by airec-https page: the files named here are replaced by the next run.",
		files
	};
	return writeFile(path.join(folder, MARK), `${JSON.stringify(text, void 0, 2)}\n`);
}
// src/commands/page/page.ts
/** A report of 10,000 endpoints, each with a repair, has less. */
const MAX_BYTES = 134217728;
const MAX_TITLE = 100;
/** `airec-https page`: writes the status page; returns the exit code. */
async function run(argv, terminal) {
	const options = parseOptions("page", argv, {
		report: { type: "string" },
		state: { type: "string" },
		out: {
			type: "string",
			default: "site"
		},
		title: {
			type: "string",
			default: "TLS status"
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
		help: "Name the file that `monitor --json` printed, or that the Action wrote as report-path."
	});
	const title = options.title.trim();
	if (title === "" || title.length > MAX_TITLE) {
		const help = `Use 1 to ${MAX_TITLE} characters.`;
		throw appError("USAGE", {
			problem: `--title has ${title.length} characters`,
			help
		});
	}
	const site = renderSite({
		title,
		report: await readReport(options.report),
		state: options.state === void 0 ? void 0 : await readState(options.state),
		repository: repositoryOf(terminal.environment)
	});
	const written = await writeSite(options.out, site.files);
	const { headline } = site;
	if (options.json) terminal.out(JSON.stringify({
		folder: options.out,
		headline,
		...written
	}, void 0, 2));
	else terminal.out(`${terminal.paint("out", options["no-color"])("bold", headline)}\nWrote ${written.files} files to ${options.out}`);
	return 0;
}
/** @throws FILE_UNREADABLE, PAGE_INPUT_TOO_LARGE, PAGE_REPORT_INVALID */
async function readReport(file) {
	const report = parseMonitorReport(await readBounded(file, MAX_BYTES));
	if (typeof report === "string") throw appError("PAGE_REPORT_INVALID", {
		file,
		reason: report
	});
	return report;
}
/** @throws FILE_UNREADABLE, PAGE_INPUT_TOO_LARGE, PAGE_STATE_INVALID, MONITOR_STATE_NEWER */
async function readState(file) {
	const parsed = parseState(await readBounded(file, MAX_BYTES));
	if (parsed.kind === "newer") throw appError("MONITOR_STATE_NEWER", { version: parsed.version });
	if (parsed.kind === "corrupted") throw appError("PAGE_STATE_INVALID", {
		file,
		reason: parsed.reason
	});
	return parsed.state;
}
/** Where pull requests are, as the runner of GitHub tells it. */
function repositoryOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name }) {
	return server && name ? `${server.replace(/\/$/, "")}/${name}` : void 0;
}
export { run };
