import { C as boolean, D as object, F as loadTrustStore, L as toPem, M as CLIENT_NAMES, O as record, P as parseAddressPin, R as pLimit, S as array, T as literal, a as createEndpointObserver, b as datetime, d as judgeEndpoint, f as judgeUnresolved, g as findBundle, i as FINDING_IDS, j as parseDuration, k as string, n as countOf, o as fetchIssuers, t as readTrustAnchors, w as int, x as _enum, y as loadConfig } from "./trust-anchors.js";
import { r as printable, t as canonicalDomain } from "./domain.js";
import { t as appError } from "./catalogue.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { t as formatTable } from "./table.js";
import { r as parseWords, t as parseChoice } from "./arguments.js";
import { rootCertificates } from "node:tls";
// src/endpoints/client-verdicts.ts
/** Clients that fetch missing issuers by AIA (RFC 4325 §2); the others do not, or not unless told to. */
const FETCHES_ISSUERS = /* @__PURE__ */ new Set(["chrome"]);
/**
* What each client makes of an endpoint. `completedByAia`: what is missing can be had from the address in the
* certificate, so that a client that looks there is lucky.
*/
function judgeClients({ addresses, findings }, clients, completedByAia) {
	const refused = addresses.filter(({ accepted }) => accepted === false);
	const isUndetermined = addresses.length === 0 || addresses.some(({ accepted }) => accepted === void 0);
	return clients.map((client) => {
		if (refused.length === 0) {
			const error = isUndetermined ? findings[0]?.problem : void 0;
			return {
				client,
				accepts: isUndetermined ? void 0 : true,
				byLuck: false,
				error
			};
		}
		const byLuck = completedByAia && FETCHES_ISSUERS.has(client) && refused.every(lacksIssuerAlone);
		return {
			client,
			accepts: byLuck,
			byLuck,
			error: wordsFor(client, refused)
		};
	});
}
function lacksIssuerAlone({ incompleteAt, findings }) {
	return incompleteAt !== void 0 && findings.every(({ id, severity }) => severity !== "error" || isMissing(id));
}
function isMissing(id) {
	return id === "missing-intermediate";
}
/** The words of this client; for a failure that has none, such as a refused connection, the problem itself. */
function wordsFor(client, refused) {
	const errors = refused.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
	return errors.flatMap(({ clientWords = [] }) => clientWords).find((each) => each.startsWith(`${client}: `))?.slice(client.length + 2) ?? errors[0]?.problem;
}
// src/endpoints/check-endpoint.ts
/** Looks at every address of an endpoint, judges it for every client, and looks for what would mend it. */
async function checkEndpoint(endpoint, means) {
	const served = await look(endpoint, means.observe, means);
	const repair = await findRepair(endpoint, served, means);
	const clients = judgeClients(served, endpoint.clients, (repair?.fetched.length ?? 0) > 0);
	return {
		endpoint,
		verdict: verdictOf(served, repair),
		served,
		clients,
		repair
	};
}
async function look(endpoint, observe, { trustStore, now }) {
	const observed = await observe(endpoint);
	if ("kind" in observed) return judgeUnresolved(endpoint.domain, observed);
	return judgeEndpoint(observed, {
		endpoint,
		intendedLeaf: void 0,
		trustStore,
		time: now()
	});
}
async function findRepair(endpoint, served, means) {
	const received = served.addresses.flatMap(({ tls }) => tls.kind === "handshake" ? tls.receivedChain : []);
	const broken = served.addresses.find(({ incompleteAt }) => incompleteAt);
	const leaf = broken?.tls.kind === "handshake" ? broken.tls.receivedChain[0] : void 0;
	if (!leaf) return void 0;
	const query = {
		leaf,
		candidates: received,
		trustStore: means.trustStore,
		time: means.now()
	};
	const { result, fetched } = await findBundle(query, means.fetchIssuers);
	if (result.kind === "incomplete") return void 0;
	const repair = {
		bundle: result.bundle,
		anchor: result.anchor,
		fetched
	};
	return await prove(endpoint, repair, means) ? repair : void 0;
}
/**
* Proves a repair without the key: a live handshake shows that the server holds the key of the leaf, and OpenSSL,
* given the proposed intermediates as helpers, has to find the way from that leaf to a root. They are no trust
* anchors, for partial chains are off.
*/
async function prove(endpoint, { bundle }, means) {
	const [leaf, ...intermediates] = bundle;
	const observed = await means.observeWith(intermediates)({
		...endpoint,
		health: void 0
	});
	if ("kind" in observed) return false;
	const same = observed.flatMap(({ tls }) => tls.kind === "handshake" && tls.receivedChain[0]?.fingerprint === leaf.fingerprint ? [tls] : []);
	return same.length > 0 && same.every(({ verifyError }) => verifyError === void 0);
}
function verdictOf({ addresses, findings }, repair) {
	if (addresses.filter(({ tls }) => tls.kind === "handshake").length === 0) return addresses.every(({ accepted }) => accepted === false) ? "unreachable" : "unknown";
	const refused = addresses.filter(({ accepted }) => accepted === false);
	if (refused.length > 0) return repair && refused.every(({ incompleteAt }) => incompleteAt) ? "repairable" : "broken";
	if (addresses.some(({ accepted }) => accepted === void 0)) return "unknown";
	return findings.length === 0 ? "healthy" : "degraded";
}
// src/endpoints/check-target.ts
const HTTPS_PORT = 443;
/**
* Reads `HOST`, `HOST:PORT`, an IP address with an optional port (IPv6 in brackets), or a URL. The host may be
* written in any case, and in any script. Undefined when it is none of these.
*/
function parseCheckTarget(text) {
	const address = parseAddressPin(text);
	if (address) return {
		domain: address.ip,
		port: address.port ?? HTTPS_PORT
	};
	const domain = canonicalDomain(text);
	const port = readPort(text);
	return domain === void 0 || port === void 0 ? void 0 : {
		domain,
		port
	};
}
/** The port after the host, 443 without one; undefined when it is out of range. */
function readPort(text) {
	const authority = text.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/[/?#].*$/s, "");
	const digits = /:(\d+)$/.exec(authority)?.[1];
	if (digits === void 0) return HTTPS_PORT;
	const port = Number(digits);
	return port >= 1 && port <= 65535 ? port : void 0;
}
// src/reports/check-report.ts
const fingerprint = string().regex(/^[0-9a-f]{64}$/).describe("SHA-256 of the DER, lower-case hexadecimal.");
const address = object({
	address: string().describe("`203.0.113.7:443` or `[2001:db8::1]:443`."),
	stage: _enum([
		"dns",
		"policy",
		"connect",
		"tls",
		"http",
		"done"
	]).describe("Where it ended; `done`: nowhere."),
	protocol: string().optional(),
	cipher: string().optional().describe("IANA name."),
	receivedChain: array(fingerprint).describe("As sent, the leaf first; empty without a handshake."),
	findings: array(_enum(FINDING_IDS)),
	latencyMs: int().nonnegative().describe("Connection and handshake, in milliseconds.")
});
const client = object({
	accepts: boolean().nullable().describe("At every address; null when it could not be determined."),
	byLuck: boolean().describe("Only because it fetches what is missing by AIA."),
	error: string().nullable().describe("What its users see, or would see without that luck.")
});
const finding = object({
	id: _enum(FINDING_IDS),
	severity: _enum([
		"error",
		"warning",
		"info"
	]),
	addresses: array(string()).describe("Where it was seen; empty when it concerns the endpoint as a whole."),
	message: string(),
	help: string()
});
const repair = object({
	bundle: array(fingerprint).describe("The leaf, then its intermediates, no root."),
	pem: string(),
	fetched: array(string()).describe("URLs of certificates that were not served.")
});
const endpoint = object({
	domain: string(),
	port: int(),
	verdict: _enum([
		"healthy",
		"degraded",
		"repairable",
		"broken",
		"unreachable",
		"unknown"
	]),
	addresses: array(address),
	clients: record(string(), client),
	findings: array(finding),
	repair: repair.nullable().describe("A bundle for the same leaf that mends it, proven by handshake.")
});
object({
	version: literal(1),
	checkedAt: datetime(),
	endpoints: array(endpoint)
});
function toCheckReport(checks, checkedAt) {
	return {
		version: 1,
		checkedAt: checkedAt.toISOString(),
		endpoints: checks.map(toEndpoint)
	};
}
function toEndpoint({ endpoint: target, verdict, served, clients, repair: mend }) {
	return {
		domain: target.domain,
		port: target.port,
		verdict,
		addresses: served.addresses.map(toAddress),
		clients: Object.fromEntries(clients.map(({ client: name, accepts, byLuck, error }) => [name, {
			accepts: accepts ?? null,
			byLuck,
			error: error ?? null
		}])),
		findings: problemsOf(served, [
			"error",
			"warning",
			"info"
		]).map(({ id, severity, addresses, problem, help }) => ({
			id,
			severity,
			addresses: [...addresses],
			message: problem,
			help
		})),
		repair: mend ? {
			bundle: mend.bundle.map((each) => each.fingerprint),
			pem: toPem(mend.bundle),
			fetched: [...mend.fetched]
		} : null
	};
}
function toAddress({ address: at, tls, http, findings }) {
	const seen = {
		address: at,
		findings: [...new Set(findings.map(({ id }) => id))],
		latencyMs: tls.durationMs
	};
	if (tls.kind === "failure") return {
		...seen,
		stage: tls.stage,
		receivedChain: []
	};
	const { protocol, cipher, receivedChain } = tls;
	const stage = http?.kind === "failure" ? "http" : "done";
	return {
		...seen,
		stage,
		protocol,
		cipher,
		receivedChain: receivedChain.map((each) => each.fingerprint)
	};
}
// src/reports/check-terminal.ts
const VERDICTS = {
	healthy: {
		sign: "✓",
		colour: "green",
		meaning: "every client accepts it, at every address"
	},
	degraded: {
		sign: "!",
		colour: "yellow",
		meaning: "clients accept it; something should be tidied"
	},
	repairable: {
		sign: "✗",
		colour: "red",
		meaning: "clients refuse it; another bundle for the same leaf mends that"
	},
	broken: {
		sign: "✗",
		colour: "red",
		meaning: "clients refuse it, and no other bundle for this leaf helps"
	},
	unreachable: {
		sign: "✗",
		colour: "red",
		meaning: "no address answers"
	},
	unknown: {
		sign: "?",
		colour: "yellow",
		meaning: "it could not be determined from here"
	}
};
/** What a check found, for a terminal: verdict, chain served and required, clients, findings, how to see it oneself. */
function renderCheck(check, paint) {
	const { endpoint, verdict, served, clients } = check;
	const { sign, colour, meaning } = VERDICTS[verdict];
	return [`${paint(colour, `${sign} ${verdict}`)}  ${endpoint.domain}:${endpoint.port}: ${meaning}`, ...[
		served.addresses.map((address) => renderAddress(address)),
		renderRepair(check),
		clients.length > 0 && served.addresses.length > 0 ? renderClients(clients, paint) : [],
		renderFindings(check, paint),
		renderReproduction(check)
	].filter((lines) => lines.length > 0).map((lines) => lines.map((line) => `  ${line}`).join("\n"))].join("\n\n");
}
function renderAddress({ address, tls, http }) {
	if (tls.kind === "failure") return `${address}  ${tls.stage}: ${tls.reason}${tls.detail ? ` (${tls.detail})` : ""}`;
	const answer = http?.kind === "response" ? `, HTTP ${http.status}` : "";
	const chain = tls.receivedChain.map(({ subject }) => printable(subject)).join(" ← ");
	return `${address}  ${tls.protocol}, ${tls.cipher}, ${tls.durationMs} ms${answer}\n    serves    ${chain}`;
}
function renderRepair({ repair, endpoint }) {
	if (!repair) return [];
	const { bundle, anchor, fetched } = repair;
	return [
		`needs     ${[...bundle, anchor].map(({ subject }) => printable(subject)).join(" ← ")} (trust anchor, not sent)`,
		`Mended by a bundle of ${countOf(bundle.length, "certificate")}, proven by a handshake with it at hand.`,
		...fetched.map((url) => `From ${url}.`),
		`check ${endpoint.domain}:${endpoint.port} --pem prints it.`
	];
}
function renderClients(clients, paint) {
	const rows = clients.map(({ client, accepts, byLuck, error }) => [
		client,
		byLuck ? "by luck" : accepts === void 0 ? "unknown" : accepts ? "accepts" : "refuses",
		byLuck ? `fetches what is missing; else ${error ?? ""}` : error ?? ""
	]);
	return formatTable([[
		"Client",
		"Verdict",
		"What its users see"
	], ...rows], (text, { row, column }) => {
		if (row === 0 || column !== 1) return text;
		return paint(text.startsWith("accepts") ? "green" : text.startsWith("refuses") ? "red" : "yellow", text);
	});
}
function renderFindings({ served }, paint) {
	const signs = {
		error: paint("red", "✗"),
		warning: paint("yellow", "!"),
		info: paint("dim", "i")
	};
	return problemsOf(served, [
		"error",
		"warning",
		"info"
	]).map((each) => `${signs[each.severity]} ${each.problem}${placeOf(each)} [${each.id}]\n    → ${each.help}`);
}
/** The command that shows the same with a tool that everybody has. */
function renderReproduction({ endpoint, served }) {
	const address = served.addresses.find(({ accepted }) => !accepted)?.address;
	if (!address) return [];
	return [`See it: openssl s_client -connect ${address} ${`-servername ${endpoint.domain} -verify_hostname ${endpoint.domain}`} -verify_return_error -showcerts </dev/null`];
}
// src/commands/check.ts
const CONCURRENT_ENDPOINTS = 8;
const OPTIONS = {
	config: { type: "string" },
	resolve: {
		type: "string",
		multiple: true
	},
	ca: {
		type: "string",
		multiple: true
	},
	client: {
		type: "string",
		multiple: true
	},
	"allow-private": {
		type: "boolean",
		default: false
	},
	timeout: {
		type: "string",
		default: "10s"
	},
	json: {
		type: "boolean",
		default: false
	},
	pem: {
		type: "boolean",
		default: false
	},
	"no-color": {
		type: "boolean",
		default: false
	}
};
/** `airec-https check HOST[:PORT]…`: what every address serves, who accepts it, and what mends it. */
async function run(argv, terminal) {
	const { values: options, positionals } = parseWords("check", argv, OPTIONS);
	const { endpoints, means } = await prepare(options, positionals);
	const limit = pLimit(CONCURRENT_ENDPOINTS);
	const checks = await Promise.all(endpoints.map((endpoint) => limit(checkEndpoint, endpoint, means)));
	if (options.json) terminal.out(JSON.stringify(toCheckReport(checks, means.now()), void 0, 2));
	else if (options.pem) printBundles(checks, terminal);
	else {
		const paint = terminal.paint("out", options["no-color"]);
		terminal.out(checks.map((check) => renderCheck(check, paint)).join("\n\n"));
	}
	return exitCodeOf(checks);
}
async function prepare(options, words) {
	const config = options.config === void 0 ? void 0 : await loadConfig(options.config);
	const clients = (options.client ?? []).map((name) => parseChoice("--client", name, CLIENT_NAMES));
	const pins = parsePins(options.resolve ?? []);
	const endpoints = [...words.map((word) => {
		const target = readTarget(word);
		const addresses = pins.get(`${target.domain}:${target.port}`) ?? [];
		return {
			...target,
			addresses,
			clients: clients.length > 0 ? clients : CLIENT_NAMES,
			health: void 0
		};
	}), ...config?.endpoints ?? []];
	if (endpoints.length === 0) throw appError("USAGE", {
		problem: "There is nothing to check",
		help: "Name a host, as in \"airec-https check rec.example.com\", or a configuration with --config."
	});
	const timeoutMs = parseDuration(options.timeout);
	if (timeoutMs === void 0) throw appError("USAGE", {
		problem: `--timeout is "${options.timeout}"`,
		help: "Use a duration such as 10s."
	});
	const own = await readTrustAnchors([...options.ca ?? [], ...config?.trust.roots ?? []]);
	const terms = {
		trustAnchors: [...rootCertificates, ...own.map(({ text }) => text)],
		privateNetworks: options["allow-private"] || config?.trust.privateNetworks === true,
		timeoutMs
	};
	return {
		endpoints,
		means: {
			observe: createEndpointObserver(terms),
			observeWith: (helpers) => createEndpointObserver({
				...terms,
				trustAnchors: [...terms.trustAnchors, toPem(helpers)]
			}),
			fetchIssuers: (url) => fetchIssuers(url, terms),
			trustStore: loadTrustStore(own, rootCertificates),
			now: () => /* @__PURE__ */ new Date()
		}
	};
}
function readTarget(word) {
	const target = parseCheckTarget(word);
	if (target) return target;
	throw appError("USAGE", {
		problem: `"${word}" is no host`,
		help: "Write rec.example.com, rec.example.com:8443, 203.0.113.7 or [2001:db8::1]:8443."
	});
}
/** `HOST:PORT:ADDRESS[,ADDRESS]…`, as curl has it; an address may have a port of its own. */
function parsePins(texts) {
	return new Map(texts.map((text) => {
		const [, host = "", port = "", list = ""] = /^([^:]+):(\d+):(.+)$/.exec(text) ?? [];
		const pins = list.split(",").map((each) => parseAddressPin(each));
		const target = parseCheckTarget(`${host}:${port}`);
		if (!target || pins.some((pin) => pin === void 0)) throw appError("USAGE", {
			problem: `--resolve is "${text}"`,
			help: "Use HOST:PORT:ADDRESS[,ADDRESS], as in rec.example.com:443:203.0.113.7."
		});
		return [`${target.domain}:${target.port}`, pins.filter((pin) => pin !== void 0)];
	}));
}
/** Bundles alone, so that the output can become a file; what has none is said on standard error. */
function printBundles(checks, terminal) {
	for (const { endpoint, verdict, repair } of checks) if (repair) terminal.out(toPem(repair.bundle).trimEnd());
	else terminal.error(`${endpoint.domain}:${endpoint.port} is ${verdict}: there is no bundle to mend it with`);
}
function exitCodeOf(checks) {
	const verdicts = checks.map(({ verdict }) => verdict);
	if (verdicts.some((verdict) => [
		"repairable",
		"broken",
		"unreachable"
	].includes(verdict))) return 1;
	return verdicts.includes("unknown") ? 3 : 0;
}
export { run };
