import { et as toPem } from "./observe-endpoint.js";
import { t as printable } from "./printable.js";
// src/monitoring/to-swept-endpoint.ts
const SEVERITIES = [
	"error",
	"warning",
	"info"
];
/** What a run keeps of a check, as plain JSON; `origin` is null until somebody has looked. */
function toSweptEndpoint({ endpoint, verdict, served, clients, repairs }, { vantage, at, trust }) {
	const { domain, port } = endpoint;
	const path = acceptedPath(served);
	const anchor = path.at(-1);
	return {
		name: `${domain}:${port}`,
		domain,
		port,
		seenAt: at.toISOString(),
		vantage,
		verdict,
		clients: clients.map(({ client, accepts, byLuck, error }) => ({
			client,
			accepts: accepts ?? null,
			byLuck,
			error: error ?? null
		})),
		addresses: served.addresses.map(toAddress),
		findings: toFindings(served),
		leaves: leavesOf(served).map(toCertificate),
		path: path.map(toCertificate),
		isPublic: anchor !== void 0 && trust.isPublic(anchor),
		repairs: repairs.map(toRepair),
		origin: null,
		ledger: []
	};
}
function acceptedPath({ addresses }) {
	return addresses.flatMap(({ clients }) => clients.map(({ judgement }) => judgement)).find(({ accepts }) => accepts)?.path ?? [];
}
function leavesOf({ addresses }) {
	const served = addresses.flatMap(({ tls }) => tls.kind === "handshake" ? tls.receivedChain.slice(0, 1) : []);
	return [...new Map(served.map((leaf) => [leaf.fingerprint, leaf])).values()];
}
function toAddress({ address, tls, incompleteAt }) {
	const missingIssuers = incompleteAt ? [printable(incompleteAt.issuer)] : [];
	if (tls.kind === "handshake") return {
		address,
		chain: tls.receivedChain.map(({ fingerprint }) => fingerprint),
		missingIssuers,
		failure: null,
		handshakeMs: Math.round(tls.durationMs)
	};
	const detail = tls.detail ? ` (${tls.detail})` : "";
	return {
		address,
		chain: [],
		missingIssuers,
		failure: `${tls.stage}: ${tls.reason}${detail}`
	};
}
/** The same finding at several addresses once, the worst first, else in the order in which they are reported. */
function toFindings({ findings }) {
	const groups = /* @__PURE__ */ new Map();
	for (const { id, severity, problem, help, certificate = null, address } of findings) {
		const key = JSON.stringify([
			id,
			severity,
			certificate,
			problem
		]);
		const addresses = [...groups.get(key)?.addresses ?? [], ...address ? [address] : []];
		groups.set(key, {
			id,
			severity,
			addresses,
			certificate,
			message: problem,
			help
		});
	}
	const all = [...groups.values()];
	return SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}
function toCertificate({ fingerprint, subject, notBefore, notAfter }) {
	return {
		fingerprint,
		subject: printable(subject),
		notBefore: notBefore.toISOString(),
		notAfter: notAfter.toISOString()
	};
}
function toRepair({ bundle, sources, satisfies, leaves, proofs }) {
	return {
		leaf: bundle[0].fingerprint,
		pem: toPem(bundle),
		certificates: bundle.map((certificate, index) => ({
			...toCertificate(certificate),
			source: sources[index] ?? { kind: "served" }
		})),
		satisfies,
		leaves,
		proofs
	};
}
export { toSweptEndpoint as t };
