import { d as signed, i as firstOf, l as list, o as code, p as strong, u as paragraph } from "./trust-anchors.js";
import { i as clientNameWords } from "./chain-ledger.js";
import { a as showSpan, t as shortFingerprint } from "./short-fingerprint.js";
// src/reports/problem-blocks.ts
const MOST_PROBLEMS = 20;
/** What is wrong and what to do, the first twenty. */
function problemBlocks(problems) {
	const { items, rest } = firstOf(problems, MOST_PROBLEMS, "problem");
	return [...items.flatMap(({ id, severity, text, help, clientWords = [] }) => [
		paragraph(signed(severity === "error" ? "bad" : "warning", [`${text} `, code(id)])),
		...clientWords.length > 0 ? [list(clientWords.map((words) => [code(words)]))] : [],
		whatToDo(help)
	]), ...rest === void 0 ? [] : [paragraph(rest)]];
}
/** What stopped the work, or could not be read, and what to do. `isNamed`: the title above says what it is. */
function errorBlocks({ code: id, problem, help, requestId, location }, { isNamed = false } = {}) {
	const at = location === void 0 ? [] : [" at ", code(placeIn(location))];
	const request = requestId === void 0 ? [] : [", RequestId ", code(requestId)];
	const name = [
		code(id),
		...at,
		...request
	];
	return [paragraph(isNamed ? name : signed("bad", [`${problem} `, ...name])), whatToDo(help)];
}
function whatToDo(help) {
	return paragraph([strong("What to do:"), ` ${help}`]);
}
function placeIn({ file, line }) {
	return line === void 0 ? file : `${file}:${line}`;
}
// src/reports/summary-cells.ts
/** The sign of a status or verdict. */
const STATUS_SIGNS = {
	healthy: "good",
	degraded: "warning",
	repairable: "bad",
	broken: "bad",
	unreachable: "bad",
	unknown: "unknown",
	planned: "planned"
};
/** Of a report that has them by name. */
function toldClients(clients) {
	return Object.entries(clients).map(([name, client]) => ({
		name,
		...client
	}));
}
/** A leaf and how long it is valid after `time`. */
function leafCell(fingerprint, notAfter, time) {
	const left = notAfter === void 0 ? "" : `, ${leftWords(notAfter, time)}`;
	return [code(shortFingerprint(fingerprint)), left];
}
function leftWords(notAfter, time) {
	const leftMs = new Date(notAfter).getTime() + 1e3 - time.getTime();
	return leftMs > 0 ? `${showSpan(leftMs)} left` : `expired ${notAfter.slice(0, 10)}`;
}
/** Those that refuse it, else those that accept by luck or could not be asked, else how many accept it. */
function clientsCell(clients) {
	if (clients.length === 0) return void 0;
	const names = (told) => told.map(({ name }) => clientNameWords(name)).join(", ");
	const refused = clients.filter(({ accepts }) => accepts === false);
	if (refused.length === clients.length) return signed("bad", `none of ${clients.length}`);
	if (refused.length > 0) return signed("bad", names(refused));
	const unknown = clients.filter(({ accepts }) => accepts === null);
	if (unknown.length > 0) return signed("unknown", names(unknown));
	const lucky = clients.filter(({ byLuck }) => byLuck);
	if (lucky.length > 0) return signed("warning", `${names(lucky)} by luck`);
	return signed("good", `${clients.length} of ${clients.length}`);
}
/** What each client makes of it, and what its users see; nothing when all of them accept without luck. */
function clientBlocks(clients) {
	if (clients.every(({ accepts, byLuck }) => accepts === true && !byLuck)) return [];
	return [{
		kind: "table",
		table: {
			heading: [
				"Client",
				"Verdict",
				"What its users see"
			],
			rows: clients.map((client) => [
				clientNameWords(client.name),
				clientVerdict(client),
				client.error === null ? "" : [code(client.error)]
			])
		}
	}];
}
/** What one makes of it, in a word. */
function clientVerdict({ accepts, byLuck }) {
	if (accepts === null) return signed("unknown", "unknown");
	if (!accepts) return signed("bad", "refuses");
	return byLuck ? signed("warning", "by luck") : signed("good", "accepts");
}
export { leafCell as a, problemBlocks as c, clientsCell as i, clientBlocks as n, toldClients as o, clientVerdict as r, errorBlocks as s, STATUS_SIGNS as t };
