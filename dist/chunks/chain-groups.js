import { n as picturesOf, r as groupBy, t as chainInShort } from "./chain-pictures.js";
import { t as countOf } from "./format.js";
// src/reports/chain-groups.ts
/**
* Of addresses with a chain, those that serve the first one that is not as it should be, else the first one; undefined
* where none has a chain.
*/
function troubledGroup(addresses, { keyOf, rowsOf }) {
	const drawn = [...groupBy(addresses, (each) => JSON.stringify(keyOf(each))).values()].flatMap((group) => {
		const [first] = group;
		const rows = first ? rowsOf(first) : [];
		return rows.length === 0 ? [] : [{
			addresses: group.map(({ address }) => address),
			rows
		}];
	});
	return drawn.find((group) => !isGood(group)) ?? drawn[0];
}
function isGood({ rows }) {
	return chainInShort(rows)?.sign === "good";
}
/** The picture of a chain that is not as it should be. */
function chainBlocks(group) {
	if (!group || isGood(group)) return [];
	const { addresses, rows } = group;
	const where = addresses.length === 1 ? addresses[0] ?? "" : countOf(addresses.length, "address", "addresses");
	return [{
		kind: "chains",
		chains: picturesOf(rows, {
			served: `served at ${where}`,
			needed: "needed"
		})
	}];
}
export { troubledGroup as n, chainBlocks as t };
