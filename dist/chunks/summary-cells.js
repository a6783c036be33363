import { a as showSpan, t as shortFingerprint } from "./short-fingerprint.js";
import { d as signed, o as code } from "./trust-anchors.js";
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
	const names = (told) => told.map(({ name }) => name).join(", ");
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
				client.name,
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
export { leafCell as a, clientsCell as i, clientBlocks as n, toldClients as o, clientVerdict as r, STATUS_SIGNS as t };
