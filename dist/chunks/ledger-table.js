import { t as shortFingerprint } from "./short-fingerprint.js";
import { t as countOf } from "./format.js";
import { d as signed, m as tableOf, o as code } from "./trust-anchors.js";
// src/reports/ledger-table.ts
/** Where the chain was lost, one row a place; undefined when nobody looked. */
function ledgerTable(ledger) {
	if (ledger.length === 0) return void 0;
	return {
		kind: "table",
		table: tableOf(ledger, [
			["place", ({ hop }) => hop === "cas" ? "CAS" : hop],
			["which", ({ name }) => code(name)],
			["holds", ({ seen }) => holdingWords(seen)],
			["differs", ({ difference }) => difference === null ? void 0 : signed("bad", difference)]
		])
	};
}
function holdingWords(seen) {
	if (seen === "absent") return "nothing for it";
	if (typeof seen === "string") return seen;
	const { certificateId, leaf } = seen;
	const count = seen.chain?.length ?? seen.chainLength;
	return [
		...certificateId === null ? [] : [[code(certificateId)]],
		...leaf === null ? [] : [["leaf ", code(shortFingerprint(leaf))]],
		...count === null ? [] : [[countOf(count, "certificate")]]
	].flatMap((part, index) => index === 0 ? part : [", ", ...part]);
}
export { ledgerTable as t };
