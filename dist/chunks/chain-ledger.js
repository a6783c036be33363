import { t as shortFingerprint } from "./short-fingerprint.js";
// src/reports/client-words.ts
const CLIENT_WORDS = {
	chrome: "Chrome",
	firefox: "Firefox",
	java: "Java",
	android: "Android",
	openssl: "OpenSSL"
};
/** `Java`: the client as people call it. */
function clientWords({ client }) {
	return CLIENT_WORDS[client];
}
/** The same for a name out of a report; one that is not known stays as it is. */
function clientNameWords(name) {
	const words = CLIENT_WORDS;
	return (Object.hasOwn(words, name) ? words[name] : void 0) ?? name;
}
// src/monitoring/chain-ledger.ts
/** The places that a chain passes, from the repository to what clients see. */
const HOPS = [
	"repository",
	"cas",
	"ingress",
	"mapping",
	"address"
];
/**
* Compares what each place holds with those before it. `hops` are in the order of HOPS; there may be several of a kind
* (listeners, addresses), which are compared with what comes before their kind and not with each other.
*/
function compareHops(hops) {
	let before = [];
	const entries = HOPS.flatMap((kind) => {
		const compared = hops.filter(({ hop }) => hop === kind).map((hop) => ({
			...hop,
			difference: differenceOf(hop, before) ?? null
		}));
		before = [...before, ...compared.flatMap(({ name, seen, difference }) => typeof seen === "object" && difference === null ? [{
			name,
			holding: seen
		}] : [])];
		return compared;
	});
	return {
		entries,
		lostAt: entries.find(({ difference }) => difference !== null)
	};
}
/** The cause in one sentence: `SLB lb-1 has 1 certificate, CAS cert-8a9b2c has 2`. Null when no place differs. */
function lostAt({ lostAt: entry }) {
	return entry ? `${entry.name} ${entry.difference ?? ""}` : null;
}
function differenceOf({ seen }, before) {
	const nearest = before.toReversed();
	if (seen === "not looked at" || seen === "no answer") return void 0;
	if (seen === "absent") return nearest[0] && `has none, ${nearest[0].name} has one`;
	return differenceOfId(seen, nearest) ?? differenceOfLeaf(seen, nearest) ?? differenceOfChain(seen, nearest);
}
function differenceOfId({ certificateId }, nearest) {
	if (certificateId === null) return void 0;
	const other = nearest.find(({ holding }) => holding.certificateId !== null);
	if (!other || other.holding.certificateId === certificateId) return void 0;
	return `names ${certificateId}, ${other.name} is ${other.holding.certificateId ?? ""}`;
}
function differenceOfLeaf({ leaf }, nearest) {
	if (leaf === null) return void 0;
	const other = nearest.find(({ holding }) => holding.leaf !== null);
	if (!other?.holding.leaf || other.holding.leaf === leaf) return void 0;
	return `has leaf ${shortFingerprint(leaf)}, ${other.name} has ${shortFingerprint(other.holding.leaf)}`;
}
/** By fingerprints where both tell them, else by count. */
function differenceOfChain(seen, nearest) {
	const { chain } = seen;
	const told = chain && nearest.find(({ holding }) => holding.chain !== null);
	if (chain && told?.holding.chain) {
		const expected = told.holding.chain;
		if (expected.join(" ") === chain.join(" ")) return void 0;
		return expected.length === chain.length ? `has other certificates above the leaf, or in another order, than ${told.name}` : `has ${count(chain.length)}, ${told.name} has ${expected.length}`;
	}
	const length = lengthOf(seen);
	const other = nearest.find(({ holding }) => lengthOf(holding) !== null);
	if (length === null || !other || lengthOf(other.holding) === length) return void 0;
	return `has ${count(length)}, ${other.name} has ${String(lengthOf(other.holding))}`;
}
function lengthOf({ chain, chainLength }) {
	return chain ? chain.length : chainLength;
}
function count(certificates) {
	return `${certificates} ${certificates === 1 ? "certificate" : "certificates"}`;
}
export { clientWords as a, clientNameWords as i, compareHops as n, lostAt as r, HOPS as t };
