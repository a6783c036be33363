import { B as searchAia, H as describeHelp, U as findSmallestBundle } from "./redact-texts.js";
// src/endpoints/repair/mend-bundle.ts
/** The smallest bundle that satisfies the most clients: of the candidates at hand, and of what AIA has when they do not do. */
async function mendBundle(query, fetchIssuers) {
	const search = await searchAia(query, fetchIssuers);
	const candidates = [...query.candidates, ...search?.certificates ?? []];
	const smallest = findSmallestBundle({
		...query,
		candidates
	});
	return {
		smallest,
		help: search && describeHelp(query, search, smallest),
		search
	};
}
export { mendBundle as t };
