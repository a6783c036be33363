import { t as shortFingerprint } from "./short-fingerprint.js";
// src/monitoring/group-by.ts
/** The entries by `keyOf`, in the order in which each key is first met. `Map.groupBy` is newer than Node 20. */
function groupBy(entries, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const key = keyOf(entry);
		const group = groups.get(key);
		if (group) group.push(entry);
		else groups.set(key, [entry]);
	}
	return groups;
}
// src/reports/chain-pictures.ts
const MISSING = "missing";
/** The chain that is served, with its gaps, beside the one that is needed where that is another. */
function picturesOf(rows, titles) {
	if (rows.length === 0) return [];
	const served = {
		title: titles.served,
		links: servedLinks(rows)
	};
	const needed = rows.filter((row) => row.needed !== void 0);
	const isKnown = rows.every(({ mark, fingerprint }) => mark !== "missing" || fingerprint !== void 0);
	if (rows.every(({ mark }) => mark === "used" || mark === "known") || !isKnown || needed.length === 0) return [served];
	return [served, {
		title: titles.needed,
		links: neededLinks(rows)
	}];
}
/** In the order in which they are sent, then what is missing, and the root that they lead to. */
function servedLinks(rows) {
	const sent = rows.flatMap((row) => row.sent.map((place) => ({
		place,
		row
	})));
	const absent = rows.filter((row) => row.sent.length === 0);
	return [...sent.toSorted((a, b) => a.place - b.place).map(({ row }) => linkOf(row, row.notes)), ...absent.map((row) => linkOf(row, row.needed === void 0 ? row.notes : [MISSING]))];
}
/** What should be sent, from the leaf up, and the root that it leads to. */
function neededLinks(rows) {
	const needed = rows.flatMap((row) => row.needed === void 0 ? [] : [{
		...row,
		needed: row.needed
	}]);
	const top = rows.filter((row) => row.needed === void 0 && row.sent.length === 0);
	return [...needed.toSorted((a, b) => a.needed - b.needed).map((row) => {
		const isMissing = row.mark === "missing";
		const mark = isMissing ? "used" : row.mark;
		return {
			...linkOf(row, isMissing ? row.notes.filter((note) => note !== MISSING) : []),
			mark
		};
	}), ...top.map((row) => linkOf(row, row.notes))];
}
function linkOf({ mark, name, fingerprint }, notes) {
	return {
		mark,
		label: name,
		fingerprint: fingerprint && shortFingerprint(fingerprint),
		note: notes.filter((note) => note !== "").join(", ")
	};
}
/** How much of what is needed is sent, `1 of 2`, and how that is; undefined without a chain. */
function chainInShort(rows) {
	if (rows.length === 0) return void 0;
	const marks = new Set(rows.map(({ mark }) => mark));
	const sign = marks.has("missing") ? "bad" : marks.has("wrong") ? "warning" : "good";
	const needed = rows.filter((row) => row.needed !== void 0);
	const sent = rows.flatMap((row) => row.sent).length;
	const lacking = rows.filter((row) => row.mark === "missing" && row.needed === void 0).length;
	if (needed.length === 0) return {
		sign,
		text: lacking > 0 ? `${sent} of ${sent + lacking}` : `${sent} sent`
	};
	return {
		sign,
		text: `${needed.filter((row) => row.sent.length > 0).length} of ${needed.length + lacking}`
	};
}
export { picturesOf as n, groupBy as r, chainInShort as t };
