// src/reports/problems.ts
const SHOWN_ADDRESSES = 4;
/** What is wrong with an endpoint, the worst first, the same problem at several addresses once. */
function problemsOf({ findings }, severities = ["error", "warning"]) {
	const groups = /* @__PURE__ */ new Map();
	for (const { address, ...finding } of findings) {
		const key = `${finding.severity} ${finding.id} ${finding.problem}`;
		const addresses = [...groups.get(key)?.addresses ?? [], ...address ? [address] : []];
		groups.set(key, {
			...finding,
			addresses
		});
	}
	const problems = [...groups.values()];
	return severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
}
/** ` at 203.0.113.7:443, 203.0.113.8:443`, the first four by name; empty without an address. */
function placeOf({ addresses }, show = (address) => address) {
	if (addresses.length === 0) return "";
	const shown = addresses.slice(0, SHOWN_ADDRESSES).map(show).join(", ");
	const more = addresses.length - SHOWN_ADDRESSES;
	return ` at ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}
export { problemsOf as n, placeOf as t };
