import { t as printable } from "./printable.js";
import { $ as publicKeyDigest, Q as keyMatches } from "./observe-endpoint.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
import { n as describeHelp, r as findSmallestBundle, t as searchAia } from "./search-aia.js";
// src/endpoints/findings/key-mismatch.ts
/** No key at hand belongs to the leaf: public keys are compared. */
const keyMismatch = {
	id: "key-mismatch",
	citation: "RFC 8446 §4.4.3",
	applies: ({ leaf, keys }) => leaf !== void 0 && keys.length > 0,
	evaluate({ bundle: { certificates }, leaf, keys }) {
		if (!leaf || keys.some(({ key }) => keyMatches(leaf.certificate, key))) return [];
		return keys.map((key) => describe(key, leaf, certificates));
	}
};
function describe({ key, location }, { certificate: leaf }, certificates) {
	const owner = certificates.find(({ certificate }) => keyMatches(certificate, key))?.certificate;
	const belongs = owner ? `belongs to ${printable(owner.subject)}` : "belongs to none of the certificates";
	const actual = shortFingerprint(publicKeyDigest(key));
	const expected = shortFingerprint(publicKeyDigest(leaf));
	return {
		severity: "error",
		certificate: leaf,
		problem: `the private key ${belongs}: its public key has SHA-256 ${actual}, that of the leaf ${printable(leaf.subject)} ${expected}`,
		help: "Supply the key that was made for this certificate, or the certificate that was issued for this key.",
		location
	};
}
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
export { keyMismatch as n, mendBundle as t };
