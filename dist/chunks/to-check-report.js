import { et as toPem } from "./observe-endpoint.js";
import { a as defined, i as toPath, n as toCertificates, o as shownPath, r as toClients, t as onPath } from "./to-report-parts.js";
import { t as printable } from "./printable.js";
import { t as redactTexts } from "./redact-texts.js";
// src/reports/check/to-check-report.ts
/** What the report says of one endpoint, secrets blanked. Loads no schema, for the sake of threads that need none. */
function toCheckedEndpoint(check) {
	const { endpoint, verdict, served, repair, repairs } = check;
	const [, ...further] = repairs;
	const seen = served.addresses.flatMap((each) => [...each.tls.kind === "handshake" ? each.tls.receivedChain : [], ...onPath(shownPath(each.clients))]);
	return redactTexts({
		domain: endpoint.domain,
		port: endpoint.port,
		verdict,
		addresses: served.addresses.map(toAddress),
		clients: toClients(check.clients),
		findings: served.findings.map(toFinding),
		repair: repair ? toRepair(repair) : null,
		...further.length > 0 ? { furtherRepairs: further.map(toRepair) } : {},
		certificates: toCertificates([...seen, ...repairs.flatMap(inRepair)])
	});
}
/** What the report says of files: one address that has the name of the file. */
function toCheckedFiles(check) {
	const { files, verdict, chain, path, findings, repair, key } = check;
	return redactTexts({
		domain: files.domain ?? null,
		port: null,
		verdict,
		addresses: [{
			address: printable(files.bundle.source),
			stage: "file",
			receivedChain: chain.map(({ fingerprint }) => fingerprint),
			...defined({ path: path && toPath(path) }),
			findings: idsOf(findings),
			latencyMs: 0
		}],
		clients: toClients(check.clients),
		findings: findings.map(toFinding),
		repair: repair ? toRepair(repair) : null,
		certificates: toCertificates([
			...chain,
			...onPath(path),
			...repair ? inRepair(repair) : []
		]),
		key: key ?? null
	});
}
function toAddress({ address: at, tls, http, clients, findings }) {
	const seen = {
		address: at,
		findings: idsOf(findings),
		latencyMs: Math.round(tls.durationMs)
	};
	if (tls.kind === "failure") {
		const { reason, detail } = tls;
		const stage = tls.stage === "dns" ? "connect" : tls.stage;
		return {
			...seen,
			stage,
			failure: {
				reason,
				detail
			},
			receivedChain: []
		};
	}
	const { protocol, cipher, group, alpn, receivedChain } = tls;
	const path = shownPath(clients);
	const failed = http?.kind === "failure" ? {
		reason: http.reason,
		detail: http.detail
	} : void 0;
	return {
		...seen,
		stage: failed ? "http" : "done",
		protocol,
		cipher,
		receivedChain: receivedChain.map(({ fingerprint }) => fingerprint),
		...defined({
			group,
			alpn: alpn === void 0 ? void 0 : printable(alpn),
			path: path && toPath(path),
			failure: failed,
			httpStatus: http?.kind === "response" ? http.status : void 0
		})
	};
}
function idsOf(findings) {
	return [...new Set(findings.map(({ id }) => id))];
}
function toFinding(finding) {
	const { id, severity, address, certificate, problem, help, citation, clientWords, location } = finding;
	const { file, line } = location ?? {};
	return {
		id,
		severity,
		message: problem,
		help,
		...defined({
			address,
			certificate,
			citation,
			clientWords: clientWords && [...clientWords],
			location: file === void 0 ? void 0 : {
				file: printable(file),
				...defined({ line })
			}
		})
	};
}
function toRepair(repair) {
	const { bundle, satisfies, leaves, anchor, sources, proofs } = repair;
	return {
		bundle: bundle.map(({ fingerprint }) => fingerprint),
		pem: toPem(bundle),
		satisfies: [...satisfies],
		leaves: [...leaves],
		anchor: anchor.fingerprint,
		sources: sources.map((source) => ({ ...source })),
		proofs: proofs.map((proof) => ({ ...proof }))
	};
}
function inRepair({ bundle, anchor }) {
	return [...bundle, anchor];
}
export { toCheckedFiles as n, toCheckedEndpoint as t };
