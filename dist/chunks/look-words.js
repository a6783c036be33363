import { n as formatDuration, t as countOf } from "./format.js";
// src/reports/look-words.ts
/** `▓▓▓▓▓▓▓░░░`: a part of a whole, full only when nothing is left. */
function bar(part, whole, cells = 10) {
	const full = whole === 0 ? 0 : Math.floor(part / whole * cells);
	return "▓".repeat(full) + "░".repeat(cells - full);
}
/** `11 of 14 addresses ▓▓▓▓▓▓▓░░░ after 42 s`. */
function lookWords({ serving, addresses, elapsedMs }) {
	return `${serving} of ${countOf(addresses, "address", "addresses")} ${bar(serving, addresses)} after ${formatDuration(elapsedMs)}`;
}
export { lookWords as n, bar as t };
