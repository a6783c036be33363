import { t as printable } from "./printable.js";
import { Z as PROFILES } from "./observe-endpoint.js";
// src/endpoints/shown-path.ts
/** Refusals of paths that end before a trust anchor. */
const UNANCHORED = /* @__PURE__ */ new Set([
	"unknown-issuer",
	"self-signed-leaf",
	"bad-signature",
	"budget-exceeded"
]);
/** The path of the first client that accepts, else of the first; undefined without a client. */
function shownPath(clients) {
	const { judgement } = clients.find((each) => each.judgement.accepts) ?? clients[0] ?? {};
	if (!judgement) return void 0;
	const { path, refusals } = judgement;
	if (refusals.some(({ code }) => UNANCHORED.has(code))) return {
		certificates: path,
		anchor: void 0
	};
	return {
		certificates: path.length === 1 ? path : path.slice(0, -1),
		anchor: path.at(-1)
	};
}
// src/reports/defined.ts
/** `values` without those that are undefined. */
function defined(values) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== void 0));
}
// src/reports/to-report-parts.ts
function toPath({ certificates, anchor }) {
	return {
		certificates: certificates.map(({ fingerprint }) => fingerprint),
		anchor: anchor?.fingerprint ?? null
	};
}
function onPath(path) {
	return path ? [...path.certificates, ...path.anchor ? [path.anchor] : []] : [];
}
/** By name. */
function toClients(clients) {
	return Object.fromEntries(clients.map(({ client, accepts, byLuck, error }) => [client, {
		accepts: accepts ?? null,
		byLuck,
		...defined({ luck: byLuck ? PROFILES[client].luck : void 0 }),
		error: error ?? null
	}]));
}
/** By fingerprint. */
function toCertificates(certificates) {
	return Object.fromEntries(certificates.map(({ fingerprint, subject, issuer, notBefore, notAfter }) => [fingerprint, {
		subject: printable(subject),
		issuer: printable(issuer),
		notBefore: notBefore.toISOString(),
		notAfter: notAfter.toISOString()
	}]));
}
export { defined as a, toPath as i, toCertificates as n, shownPath as o, toClients as r, onPath as t };
