import { a as _enum, c as discriminatedUnion, g as string, l as int, o as array, p as object, s as boolean, u as literal, v as union } from "./format.js";
import { n as datetime } from "./iso.js";
import { n as CLIENT_NAMES } from "./config.js";
import { t as HOPS } from "./chain-ledger.js";
// src/endpoints/finding.ts
const FINDING_IDS = [
	"missing-intermediate",
	"wrong-intermediate",
	"incomplete-chain",
	"wrong-order",
	"extra-certificate",
	"duplicate-certificate",
	"certificate-loop",
	"aia-fetch-failed",
	"untrusted-root",
	"not-mended",
	"chain-too-long",
	"chain-refused",
	"root-included",
	"self-signed",
	"bad-signature",
	"invalid-ca",
	"path-length-exceeded",
	"name-constraint-violation",
	"wrong-eku",
	"wrong-key-usage",
	"unknown-critical-extension",
	"malformed-certificate",
	"weak-key",
	"unsupported-key-type",
	"weak-signature",
	"revoked",
	"stale-ocsp",
	"invalid-ocsp",
	"must-staple-missing",
	"missing-scts",
	"expired-leaf",
	"expired-intermediate",
	"expired-cross-sign",
	"not-yet-valid",
	"not-yet-valid-intermediate",
	"expires-soon",
	"intermediate-expires-soon",
	"validity-too-long",
	"hostname-mismatch",
	"no-san",
	"certificate-drift",
	"inconsistent-addresses",
	"old-protocol",
	"weak-cipher",
	"client-cert-required",
	"key-mismatch",
	"malformed-pem",
	"no-certificate",
	"wrong-format",
	"encrypted-key",
	"dns-failure",
	"not-probed",
	"host-unreachable",
	"timeout",
	"connection-refused",
	"connection-reset",
	"connection-closed",
	"not-tls",
	"handshake-failure",
	"http-failure",
	"rehearsal-failed",
	"names-lost",
	"quota-exhausted",
	"deployment-failed",
	"deployment-late",
	"bind-failed",
	"mapping-mismatch",
	"root-removal-ahead",
	"shorter-validity-ahead",
	"rolled-back"
];
// src/monitoring/swept-schema.ts
const MAX_TEXT = 4e3;
const MAX_LIST = 1e3;
const MAX_CHAIN = 100;
const MAX_PEM = 262144;
const time = datetime();
const digest = string().regex(/^[0-9a-f]{64}$/).describe("SHA-256 of the DER, lower-case hexadecimal.");
const client = _enum(CLIENT_NAMES);
/** What a person may be shown as it is: no control characters, nothing that reorders text. */
const text = string().max(MAX_TEXT).regex(/^(?:\n|[^\p{Cc}\p{Bidi_Control}])*$/u, "holds control characters");
const finding = object({
	id: _enum(FINDING_IDS),
	severity: _enum([
		"error",
		"warning",
		"info"
	]),
	addresses: array(text).max(MAX_LIST),
	certificate: digest.nullable(),
	message: text,
	help: text
});
const certificate = object({
	fingerprint: digest,
	subject: text,
	notBefore: time,
	notAfter: time
});
const source = discriminatedUnion("kind", [object({ kind: _enum([
	"served",
	"disk",
	"other-endpoint"
]) }), object({
	kind: literal("aia"),
	url: text
})]);
const repair = object({
	leaf: digest,
	pem: string().max(MAX_PEM),
	certificates: array(certificate.extend({ source })).max(MAX_CHAIN),
	satisfies: array(client),
	leaves: array(client),
	proofs: array(object({
		address: text,
		client,
		before: boolean(),
		after: boolean()
	})).max(MAX_LIST)
});
const holding = object({
	leaf: digest.nullable(),
	chain: array(digest).max(MAX_CHAIN).nullable(),
	chainLength: int().nonnegative().nullable(),
	certificateId: text.nullable()
});
/** A place that a chain passes, and what is different there. */
const ledgerEntrySchema = object({
	hop: _enum(HOPS),
	name: text,
	seen: union([holding, literal([
		"absent",
		"no answer",
		"not looked at"
	])]),
	difference: text.nullable()
});
/** What a shard wrote of an endpoint: well-formed and bounded, and no more than that. */
const sweptEndpointSchema = object({
	name: text,
	domain: text,
	port: int().min(1).max(65535),
	seenAt: time.describe("When it was judged."),
	vantage: text,
	verdict: _enum([
		"healthy",
		"degraded",
		"repairable",
		"broken",
		"unreachable",
		"unknown"
	]),
	clients: array(object({
		client,
		accepts: boolean().nullable(),
		byLuck: boolean(),
		error: text.nullable()
	})),
	addresses: array(object({
		address: text,
		chain: array(digest).max(MAX_CHAIN).describe("As received, the leaf first; empty without a handshake."),
		missingIssuers: array(text).max(MAX_LIST),
		failure: text.nullable().describe("Why there was no handshake; null when there was one."),
		handshakeMs: int().nonnegative().optional()
	})).max(MAX_LIST),
	findings: array(finding).max(MAX_LIST),
	leaves: array(certificate).max(MAX_LIST),
	path: array(certificate).max(MAX_CHAIN),
	isPublic: boolean(),
	repairs: array(repair).max(MAX_CHAIN),
	origin: text.nullable().describe("Where between repository and address the chain was lost; null: nobody looked, or nowhere."),
	ledger: array(ledgerEntrySchema).max(MAX_LIST).describe("What each place between repository and address holds; empty: nobody looked.")
});
export { sweptEndpointSchema as n, FINDING_IDS as r, ledgerEntrySchema as t };
