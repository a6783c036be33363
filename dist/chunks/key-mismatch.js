import { t as printable } from "./printable.js";
import { it as publicKeyDigest, rt as keyMatches } from "./observe-endpoint.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
// src/certificates/find-leaf.ts
/**
* The position of the certificate in a file that a server is to present: of those that are no CA, or of all when every
* one is, the one that a key belongs to, else the first. Undefined when there is no certificate.
*/
function findLeaf(certificates, keys) {
	const positions = [...certificates.keys()];
	const endEntities = positions.filter((position) => certificates[position]?.isCa === false);
	const candidates = endEntities.length > 0 ? endEntities : positions;
	const hasKey = (position) => {
		const certificate = certificates[position];
		return certificate !== void 0 && keys.some((key) => keyMatches(certificate, key));
	};
	return candidates.find(hasKey) ?? candidates[0];
}
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
export { findLeaf as n, keyMismatch as t };
