import { G as runRules, Q as wordsOf, U as structureOf, V as serveTo, W as SERVED_RULES, nt as readMaterial, rt as keyMatches, tt as describeHeld } from "./observe-endpoint.js";
import { n as CLIENT_NAMES } from "./config.js";
import { _ as parseDuration, h as loadConfig, n as readTrustAnchors, t as readConfiguredTrust, v as parseAddressPin } from "./trust-anchors.js";
import { n as findLeaf, t as keyMismatch } from "./key-mismatch.js";
import { t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { r as describeRepair$1 } from "./find-repair.js";
import { t as mendBundle } from "./mend-bundle.js";
import { o as shownPath } from "./to-report-parts.js";
import { n as createCheckMeans, r as checkEndpoint } from "./sweep-messages.js";
import { n as toCheckedFiles, t as toCheckedEndpoint } from "./to-check-report.js";
import { r as parseWords, t as parseChoice } from "./arguments.js";
import { n as pemCommand, r as reproduction } from "./check-commands.js";
import { n as sourceWords, r as chainRows, t as problemIdsOf } from "./chain-words.js";
import { n as displayWidth, r as padDisplay, t as cutDisplay } from "./display-width.js";
import { t as MARKS } from "./text-chains.js";
import { n as wrapText, t as wrapBehind } from "./wrap-text.js";
import { t as countOf } from "./format.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { n as sweep, r as threadsFor, t as CHECK_THREAD } from "./check-thread.js";
import { t as canonicalDomain } from "./domain.js";
import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { readFile } from "node:fs/promises";
// src/certificates/material/absent.ts
/** The error of a file that should hold certificates and holds none; undefined when it does, or a problem says why not. */
function findNoCertificate(material) {
	const { source, certificates, problems } = material;
	const isExplained = problems.some((problem) => !problem.isRecovered && !concernsKey(problem));
	if (certificates.length > 0 || isExplained) return void 0;
	const details = {
		source,
		held: describeHeld(material)
	};
	return appError("PEM_NO_CERTIFICATE", details, { location: { file: source } });
}
/** The error of a file that should hold a private key and holds none; undefined when it does, or a problem says why not. */
function findNoKey(material) {
	const { source, keys, problems } = material;
	if (keys.length > 0 || problems.some(({ isRecovered }) => !isRecovered)) return void 0;
	const details = {
		source,
		reason: `it holds ${describeHeld(material)}`
	};
	return appError("KEY_MALFORMED", details, { location: { file: source } });
}
/** Whether a problem is about a private key, and not about certificates. */
function concernsKey({ id, error }) {
	return id === "encrypted-key" || error.code === "KEY_MALFORMED";
}
// src/endpoints/findings/file-evidence.ts
/** The files, once each: certificates and key may be in one that is named twice. */
function filesOf({ bundle, keyFile }) {
	return keyFile && keyFile.source !== bundle.source ? [bundle, keyFile] : [bundle];
}
/** Where something stands in a file; `line` is undefined where there are no lines. */
function locate(file, line) {
	return line === void 0 ? { file } : {
		file,
		line
	};
}
// src/endpoints/findings/material-rule.ts
/** A finding that is a problem of reading one of the files. What was read all the same is a warning. */
function materialRule(id, citation) {
	return {
		id,
		citation,
		applies: () => true,
		evaluate: (evidence) => filesOf(evidence).flatMap(({ problems }) => problems).filter((problem) => problem.id === id).map(({ error, isRecovered }) => describeError(error, isRecovered ? "warning" : "error"))
	};
}
/** An error about a file as a finding. */
function describeError({ message, help, location }, severity = "error") {
	return {
		severity,
		problem: message,
		help,
		...location ? { location } : {}
	};
}
// src/endpoints/findings/encrypted-key.ts
const encryptedKey = materialRule("encrypted-key", "RFC 7468 §11");
// src/endpoints/findings/leaf-not-first.ts
/** A server takes the first certificate for its own, and does not start when the key belongs to another. */
const leafNotFirst = {
	id: "wrong-order",
	citation: "RFC 8446 §4.4.2",
	applies: ({ leaf }) => leaf !== void 0,
	evaluate({ bundle, leaf }) {
		if (!leaf || leaf.position === 0) return [];
		const { certificate, line, position } = leaf;
		const { subject = "" } = bundle.certificates[0]?.certificate ?? {};
		return [{
			severity: "error",
			certificate,
			problem: `the leaf ${printable(certificate.subject)} is certificate ${position + 1} of the file; the first is ${printable(subject)}`,
			help: "Put the leaf first, then each certificate before the one that issued it.",
			location: locate(bundle.source, line)
		}];
	}
};
// src/endpoints/findings/malformed-pem.ts
const read = materialRule("malformed-pem", "RFC 7468 §2");
/** PEM that is broken, or that most programs stumble over; also a file without the key that it should hold. */
const malformedPem = {
	...read,
	evaluate(evidence) {
		const noKey = evidence.keyFile && findNoKey(evidence.keyFile);
		return [...read.evaluate(evidence), ...noKey ? [describeError(noKey)] : []];
	}
};
// src/endpoints/findings/no-certificate.ts
const noCertificate = {
	id: "no-certificate",
	citation: "RFC 8446 §4.4.2",
	applies: () => true,
	evaluate({ bundle }) {
		const error = findNoCertificate(bundle);
		return error ? [describeError(error)] : [];
	}
};
// src/endpoints/findings/unreadable-file-certificate.ts
/** What stands in a file as a certificate is none that can be read. */
const unreadableFileCertificate = materialRule("malformed-certificate", "RFC 5280 §4.1");
// src/endpoints/findings/file-rules.ts
/** The rules about files as such, in the order in which they are reported; those about their chain are SERVED_RULES. */
const FILE_RULES = [
	noCertificate,
	materialRule("wrong-format", "RFC 7468 §5"),
	malformedPem,
	unreadableFileCertificate,
	encryptedKey,
	keyMismatch,
	leafNotFirst
];
// src/endpoints/judge-files.ts
/** What is in the files, and which certificate a server is to present. */
function collectFileEvidence({ bundle, keyFile }) {
	const keys = filesOf({
		bundle,
		keyFile
	}).flatMap(({ source, keys: placed }) => placed.map(({ key, line }) => ({
		key,
		location: locate(source, line)
	})));
	const position = findLeaf(bundle.certificates.map(({ certificate }) => certificate), keys.map(({ key }) => key));
	const leaf = position === void 0 ? void 0 : bundle.certificates[position];
	return {
		bundle,
		keyFile,
		keys,
		leaf: leaf && position !== void 0 ? {
			...leaf,
			position
		} : void 0
	};
}
/** The same files with `certificates` in the place of those in the bundle, in good form. Keys stay as they are. */
function withBundle(evidence, certificates) {
	const placed = certificates.map((certificate) => ({
		certificate,
		line: void 0
	}));
	const problems = evidence.bundle.problems.filter(concernsKey);
	const bundle = {
		...evidence.bundle,
		format: "pem",
		certificates: placed,
		problems
	};
	return {
		...evidence,
		bundle,
		leaf: {
			certificate: certificates[0],
			line: void 0,
			position: 0
		}
	};
}
/** The certificates as a server would send them: the leaf, then the others in their order; undefined without any. */
function chainOf({ bundle, leaf }) {
	if (!leaf) return void 0;
	const others = bundle.certificates.filter((_, position) => position !== leaf.position);
	return [leaf.certificate, ...others.map(({ certificate }) => certificate)];
}
/** What is wrong with the files, and what every client makes of their chain. Pure. */
function judgeFiles(evidence, { domain, clients: names }, { help, ...terms }) {
	const ofFiles = runRules(FILE_RULES, evidence);
	const chain = chainOf(evidence);
	if (!chain) return {
		clients: [],
		findings: ofFiles
	};
	const clients = serveTo(names, {
		chain,
		domain,
		transport: void 0
	}, {
		...terms,
		help
	});
	const structure = structureOf({
		chain,
		clients,
		help
	});
	const ofChain = runRules(SERVED_RULES, {
		handshake: void 0,
		http: void 0,
		intendedLeaf: void 0,
		...terms,
		domain,
		chain,
		structure,
		clients,
		help
	});
	const known = new Set(ofFiles.map(({ id }) => id));
	const more = ofChain.filter(({ id }) => id === "malformed-certificate" || !known.has(id));
	return {
		clients,
		findings: [...ofFiles, ...more.map((finding) => located(finding, evidence.bundle))]
	};
}
/** With the line of the certificate that is at fault, else with the file. */
function located(finding, { source, certificates }) {
	const placed = certificates.find(({ certificate }) => certificate.fingerprint === finding.certificate);
	return {
		...finding,
		location: locate(source, placed?.line)
	};
}
// src/endpoints/check-bundle.ts
/** Looks at certificates in a file, and at their key, and for the bundle that should be there instead. */
async function checkBundle(files, means) {
	const evidence = collectFileEvidence(files);
	const terms = {
		trust: means.trust,
		time: means.now()
	};
	const { mended, help } = await findMended(evidence, {
		files,
		terms,
		means
	});
	const found = judgeFiles(evidence, files, {
		...terms,
		help
	});
	const after = mended && judgeFiles(withBundle(evidence, mended.bundle), files, {
		...terms,
		help: void 0
	});
	const isBetter = after !== void 0 && improves(found, after);
	return {
		files,
		verdict: verdictOf(found, isBetter ? after : void 0),
		chain: files.bundle.certificates.map(({ certificate }) => certificate),
		path: shownPath(found.clients),
		findings: found.findings,
		clients: files.clients.map((client) => toVerdict(client, found, files.domain)),
		repair: isBetter ? mended : void 0,
		key: matchKey(evidence)
	};
}
/** The bundle that the file should hold, if any client can be satisfied. */
async function findMended(evidence, { files: { clients, domain }, terms, means }) {
	const chain = chainOf(evidence);
	if (!chain) return {
		mended: void 0,
		help: void 0
	};
	const [leaf, ...candidates] = chain;
	const { smallest, help, search } = await mendBundle({
		leaf,
		candidates,
		clients,
		domain,
		terms
	}, means.fetchIssuers);
	return {
		mended: smallest && describeRepair$1(smallest, {
			served: [],
			disk: chain,
			otherEndpoints: [],
			search
		}, []),
		help
	};
}
/** Whether less is wrong with it, or more clients accept it. */
function improves(before, after) {
	return after.findings.length < before.findings.length || countAccepting(after) > countAccepting(before);
}
function countAccepting({ clients }) {
	return clients.filter(({ judgement }) => judgement.accepts).length;
}
function verdictOf(found, mended) {
	if (isAccepted(found)) return found.findings.length === 0 ? "healthy" : "degraded";
	return mended && isAccepted(mended) ? "repairable" : "broken";
}
function isAccepted({ clients, findings }) {
	return findings.every(({ severity }) => severity !== "error") && clients.every(({ judgement }) => judgement.accepts);
}
function toVerdict(client, { clients, findings }, domain = "") {
	const served = clients.find((each) => each.client === client);
	if (!served) return {
		client,
		accepts: void 0,
		byLuck: false,
		error: findings[0]?.problem
	};
	const { judgement, byLuck } = served;
	const [first] = judgement.refusals;
	const error = first && wordsOf(client, first, domain);
	return {
		client,
		accepts: judgement.accepts || byLuck,
		byLuck,
		error
	};
}
function matchKey({ leaf, keys }) {
	if (!leaf || keys.length === 0) return void 0;
	return { matches: keys.some(({ key }) => keyMatches(leaf.certificate, key)) };
}
// src/commands/check/call.ts
/** How to look at one endpoint of a run alone, in the same way, wherever the run had it from. */
function callFor({ anchors, config, terms, pins }) {
	const needed = terms.byClient?.size ? config : void 0;
	return ({ domain, port, clients }) => {
		const key = `${domain}:${port}`;
		const addresses = (pins.get(key) ?? []).map(formatPin);
		const names = Object.keys(clients);
		return {
			anchors,
			options: [
				...needed === void 0 ? [] : ["--config", needed],
				...addresses.length > 0 ? ["--resolve", `${key}:${addresses.join(",")}`] : [],
				...anchors.flatMap((file) => ["--ca", file]),
				...names.length < CLIENT_NAMES.length ? names.flatMap((name) => ["--client", name]) : [],
				...terms.privateNetworks ? ["--allow-private"] : [],
				...terms.at ? ["--at", terms.at.toISOString()] : []
			]
		};
	};
}
function formatPin({ ip, port }) {
	if (port === void 0) return ip;
	return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}
// src/commands/parse-time.ts
const DAY_MS = 864e5;
const MOST_DAYS = 36500;
/**
* The time of `--at`: `2026-12-01` (its beginning, UTC), `2026-12-01T12:00:00Z` (with `Z`, an offset, or neither for
* UTC; seconds may be absent), or `+30d`: so many days after `now`.
*
* @throws USAGE
*/
function parseTime(text, now) {
	const [, days] = /^\+(\d{1,5})d$/.exec(text) ?? [];
	if (days !== void 0 && Number(days) <= MOST_DAYS) return new Date(now.getTime() + Number(days) * DAY_MS);
	const { date = "", time = "00:00", zone = "Z" } = /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2})?)(?<zone>Z|[+-]\d{2}:\d{2})?)?$/i.exec(text)?.groups ?? {};
	const isDay = isoDay(date) === date;
	const at = /* @__PURE__ */ new Date(`${date}T${time}${zone.toUpperCase()}`);
	if (isDay && !Number.isNaN(at.getTime())) return at;
	throw appError("USAGE", {
		problem: `--at is "${text}"`,
		help: "Use a day such as 2026-12-01, a time such as 2026-12-01T12:00:00Z, or +30d for 30 days from now."
	});
}
function isoDay(date) {
	const midnight = /* @__PURE__ */ new Date(`${date}T00:00Z`);
	return Number.isNaN(midnight.getTime()) ? void 0 : midnight.toISOString().slice(0, 10);
}
// src/commands/check/options.ts
const MOST_CONCURRENT = 1e3;
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
	bundle: { type: "string" },
	key: { type: "string" },
	host: { type: "string" },
	at: { type: "string" },
	concurrency: { type: "string" },
	timeout: { type: "string" },
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
/** @throws USAGE */
function parseCheckOptions(argv, now) {
	const { values, positionals } = parseWords("check", argv, OPTIONS);
	const { bundle, key, host } = values;
	if (values.json && values.pem) refuse("--json and --pem are given", "Choose one: the JSON has the PEM in it.");
	if (bundle === void 0 && (key !== void 0 || host !== void 0)) refuse(`${key === void 0 ? "--host" : "--key"} is given without --bundle`, "Name the certificates with --bundle.");
	if (bundle !== void 0 && (positionals.length > 0 || values.config !== void 0 || values.resolve)) refuse("--bundle checks files, and an endpoint is named too", "Check them one after the other; --host names the domain for files.");
	return {
		hosts: positionals,
		config: values.config,
		resolve: values.resolve ?? [],
		anchors: values.ca ?? [],
		clients: values.client?.map((name) => parseChoice("--client", name, CLIENT_NAMES)),
		allowPrivate: values["allow-private"],
		files: bundle === void 0 ? void 0 : {
			bundle,
			key,
			host
		},
		at: values.at === void 0 ? void 0 : parseTime(values.at, now),
		concurrency: values.concurrency === void 0 ? void 0 : parseConcurrency(values.concurrency),
		timeoutMs: values.timeout === void 0 ? void 0 : parseTimeout(values.timeout),
		output: values.json ? "json" : values.pem ? "pem" : "text",
		noColour: values["no-color"]
	};
}
function parseConcurrency(text) {
	const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (count < 1 || count > MOST_CONCURRENT) refuse(`--concurrency is "${text}"`, `Use a number from 1 to ${MOST_CONCURRENT}.`);
	return count;
}
/** Milliseconds of `10` (seconds) or of a duration. */
function parseTimeout(text) {
	return parseDuration(/^\d+$/.test(text) ? `${text}s` : text) ?? refuse(`--timeout is "${text}"`, "Use seconds such as 10, or a duration such as 500ms.");
}
function refuse(problem, help) {
	throw appError("USAGE", {
		problem,
		help
	});
}
// src/reports/check/check-chain.ts
/**
* What an address sends against what clients need: the bundle that mends it, else the path they take. Empty without a
* chain.
*/
function checkedRows(address, endpoint, time) {
	const { receivedChain, path } = address;
	const repair = [endpoint.repair, ...endpoint.furtherRepairs ?? []].find((each) => each?.bundle[0] === receivedChain[0]);
	return chainRows({
		received: receivedChain,
		needed: repair?.bundle ?? path?.certificates ?? [],
		anchor: repair?.anchor ?? path?.anchor ?? void 0,
		lacking: [],
		certificates: new Map(Object.entries(endpoint.certificates)),
		sourceOf: (certificate) => {
			const source = repair?.sources[repair.bundle.indexOf(certificate)];
			return source && sourceWords(source);
		},
		problemsOf: (certificate) => problemIdsOf(certificate, endpoint.findings),
		time
	});
}
// src/reports/check/check-picture.ts
const SENT = "sent";
const NEEDED = "needed";
const LONGEST_NAME = 64;
/** Names are cut so that this many columns are left for what there is to say. */
const NOTES_WIDTH = 26;
/** Every address with its chain as a picture; addresses that show the same share one. */
function renderAddresses(endpoint, page) {
	const groups = /* @__PURE__ */ new Map();
	for (const address of endpoint.addresses) {
		const key = JSON.stringify([address.receivedChain, address.path]);
		groups.set(key, [...groups.get(key) ?? [], address]);
	}
	return [...groups.values()].flatMap((addresses, index) => {
		const [first] = addresses;
		const rows = first ? checkedRows(first, endpoint, page.time) : [];
		return [
			...index > 0 ? [""] : [],
			...addresses.flatMap((address) => wrapBehind(`${address.address}  `, describe(address), page.width)),
			...renderRows(rows, page)
		];
	});
}
function describe(address) {
	const { stage, failure, protocol, cipher, group, alpn, httpStatus, latencyMs, receivedChain } = address;
	if (stage === "file") return receivedChain.length === 1 ? "1 certificate" : `${receivedChain.length} certificates`;
	const why = failure && `${failure.reason}${failure.detail ? ` (${failure.detail})` : ""}`;
	if (protocol === void 0) return `${stage}: ${why ?? "nothing was seen"}`;
	return [
		protocol,
		cipher,
		group,
		alpn && `ALPN ${alpn}`,
		httpStatus && `HTTP ${httpStatus}`,
		why && `HTTP: ${why}`,
		`${latencyMs} ms`
	].filter((each) => each !== void 0).join(", ");
}
function renderRows(rows, { paint, width }) {
	if (rows.length === 0) return [];
	const head = `  ${SENT}  ${NEEDED}  `;
	const room = Math.max(Math.min(LONGEST_NAME, width - head.length - 2 - NOTES_WIDTH), 20);
	const longest = Math.min(Math.max(...rows.map(({ name }) => displayWidth(name))), room);
	const lines = rows.flatMap(({ mark, sent, needed, name, notes }) => {
		const places = `  ${sent.join(",").padStart(4)}  ${String(needed ?? "").padStart(6)}  `;
		const { sign, colour } = MARKS[mark];
		const shown = padDisplay(cutDisplay(name, longest), longest);
		const [first = "", ...rest] = wrapBehind(`${places}${sign} ${shown}  `, notes.filter((note) => note !== "").join(", "), width);
		return [`${places}${paint(colour, sign)}${first.slice(places.length + sign.length)}`, ...rest];
	});
	return [paint("dim", head.trimEnd()), ...lines.map((line) => line.trimEnd())];
}
// src/reports/table.ts
/**
* Rows as aligned columns, two spaces apart, the first row as heading with a rule below it. Cells are plain
* printable text; `paintCell` may colour a cell after it has been padded.
*/
function formatTable(rows, paintCell = (text) => text) {
	const widths = [];
	for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
	const lines = rows.map((cells, row) => cells.map((cell, column) => paintCell(padDisplay(cell, widths[column] ?? 0), {
		row,
		column
	})).join("  ").trimEnd());
	const rule = widths.map((width) => "─".repeat(width)).join("  ");
	return lines.toSpliced(1, 0, rule);
}
// src/reports/check/check-sections.ts
const INDENT$1 = "    ";
const COLOURS = {
	accepts: "green",
	refuses: "red",
	"by luck": "yellow",
	unknown: "yellow"
};
/** What each client makes of it, and what its users see. */
function renderClients({ clients }, { paint, width }) {
	const told = Object.entries(clients).map(([name, client]) => ({
		name,
		client,
		word: wordFor(client)
	}));
	if (told.length === 0) return [];
	const columns = Math.max(...told.map(({ name }) => name.length), 6) + 2;
	const room = Math.max(width - columns - 7 - 4, 30);
	return formatTable([[
		"Client",
		"Verdict",
		"What its users see"
	], ...told.flatMap(({ name, client, word }) => wrapText(sightOf(client), room).map((line, index) => index === 0 ? [
		name,
		word,
		line
	] : [
		"",
		"",
		line
	]))], (text, { row, column }) => {
		const word = text.trimEnd();
		return row > 0 && column === 1 && isWord(word) ? paint(COLOURS[word], text) : text;
	});
}
function isWord(word) {
	return Object.hasOwn(COLOURS, word);
}
function wordFor({ accepts, byLuck }) {
	if (byLuck) return "by luck";
	return accepts === null ? "unknown" : accepts ? "accepts" : "refuses";
}
function sightOf({ luck, error }) {
	if (luck === void 0) return error ?? "";
	return `${luck === "aia" ? "fetches what is missing (AIA)" : "knows the intermediates of public authorities (preload)"}; else ${error ?? ""}`;
}
/** What is wrong, the worst first, the same at several addresses once, each with what to do. */
function renderFindings(endpoint, { paint, width }) {
	const signs = {
		error: paint("red", "✗"),
		warning: paint("yellow", "!"),
		info: paint("cyan", "i")
	};
	const findings = endpoint.findings.map(({ message, ...rest }) => ({
		...rest,
		problem: message
	}));
	return problemsOf({ findings }, [
		"error",
		"warning",
		"info"
	]).flatMap((each) => {
		const { location, citation } = each;
		const line = location?.line === void 0 ? "" : ` in line ${location.line} of ${location.file}`;
		return [
			`${signs[each.severity]} ${paint("bold", each.id)}${placeOf(each)}${line}`,
			...wrapText(each.problem, width - 4).map((text) => INDENT$1 + text),
			...wrapBehind(`${INDENT$1}→ `, each.help, width),
			...citation === void 0 ? [] : [`${INDENT$1}${paint("dim", citation)}`]
		];
	});
}
/** The bundles that should be served instead: for whom, from where, how that is known, and how to have them. */
function renderRepairs(endpoint, page, call) {
	const { repair, furtherRepairs = [] } = endpoint;
	if (!repair) return [];
	return [...[repair, ...furtherRepairs].flatMap((each) => describeRepair(each, endpoint, page)), `${INDENT$1}print it   ${pemCommand(endpoint, call)}`];
}
function describeRepair(repair, endpoint, { paint, width }) {
	const { bundle, satisfies, leaves, sources } = repair;
	const isRefused = Object.values(endpoint.clients).some(({ accepts, byLuck }) => !accepts || byLuck);
	const leaf = endpoint.certificates[bundle[0] ?? ""]?.subject ?? "";
	const urls = [...new Set(sources.flatMap(({ url }) => url ?? []))];
	const facts = [
		["satisfies", satisfies.join(", ") || "no client"],
		...leaves.length > 0 ? [["leaves", `${leaves.join(", ")}, which no bundle satisfies`]] : [],
		...urls.length > 0 ? [["fetched", urls.join(" ")]] : [],
		["proven", describeProof(repair)]
	];
	return [`${`${paint("green", "+")} ${paint("bold", isRefused ? "Mended by" : "Tidied by")} a bundle of `}${countOf(bundle.length, "certificate")} for ${leaf}`, ...facts.flatMap(([name, text]) => wrapBehind(`${INDENT$1}${name.padEnd(11)}`, text, width))];
}
function describeProof({ proofs }) {
	if (proofs.length === 0) return "by validation alone: there is no server to connect to";
	const addresses = new Set(proofs.map(({ address }) => address)).size;
	const before = proofs.filter((proof) => proof.before).length;
	const after = proofs.filter((proof) => proof.after).length;
	const where = countOf(addresses, "address", "addresses");
	const counted = addresses > 1 ? " (clients times addresses)" : "";
	const change = before === after ? "as many as now" : `${before} now`;
	return `by a handshake with ${where}, the intermediates at hand and not trusted: ${after} of ${proofs.length} accept it${counted}, ${change}`;
}
// src/reports/check/check-verdict.ts
/** In the order of a summary. */
const VERDICTS = {
	healthy: {
		sign: "✓",
		colour: "green",
		meaning: "every client accepts it, and nothing needs to be tidied"
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
		meaning: "clients refuse it, and no bundle that could be found for this leaf helps"
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
/** What the verdict on files means, where it is not what it means for an endpoint: nobody is served them yet. */
const MEANINGS_OF_FILES = {
	repairable: "it must not be deployed as it is; another bundle for the same leaf may",
	broken: "it must not be deployed, and no bundle that could be found for this leaf helps"
};
/** What was checked, as people write it: `rec.example.com:443`, or the name of a file. */
function subjectOf({ domain, port, addresses }) {
	if (port === null) return `${addresses[0]?.address ?? "the file"}${domain === null ? "" : ` for ${domain}`}`;
	const host = domain ?? "";
	return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
/** `✗ repairable  rec.example.com:443: clients refuse it; …`, in two lines where one is too narrow. */
function verdictLineOf(endpoint, paint, width) {
	const { sign, colour, meaning: usual } = VERDICTS[endpoint.verdict];
	const meaning = endpoint.port === null && MEANINGS_OF_FILES[endpoint.verdict] || usual;
	const subject = subjectOf(endpoint);
	const length = displayWidth(`${sign} ${endpoint.verdict}  ${subject}: ${meaning}`);
	return `${`${paint(colour, `${sign} ${endpoint.verdict}`)}  ${paint("bold", subject)}:`}${length > width ? "\n  " : " "}${meaning}`;
}
/** One line for an endpoint about which there is nothing to say. */
function renderHealthy(endpoint, paint) {
	const { sign, colour } = VERDICTS.healthy;
	const [first] = endpoint.addresses.flatMap(({ receivedChain: [leaf = ""] }) => {
		const notAfter = endpoint.certificates[leaf]?.notAfter;
		return notAfter === void 0 ? [] : [notAfter.slice(0, 10)];
	}).toSorted();
	const told = [countOf(endpoint.addresses.length, "address", "addresses"), first && `valid until ${first}`].filter((fact) => fact !== void 0).join(", ");
	return `${paint(colour, `${sign} healthy`)}  ${subjectOf(endpoint)}  ${paint("dim", told)}`;
}
/** `3 healthy, 1 repairable`. */
function renderSummary(endpoints, paint) {
	return Object.keys(VERDICTS).flatMap((verdict) => {
		const count = endpoints.filter((each) => each.verdict === verdict).length;
		return count === 0 ? [] : [paint(VERDICTS[verdict].colour, `${count} ${verdict}`)];
	}).join(", ");
}
// src/reports/check/check-terminal.ts
const INDENT = "  ";
/**
* What a check found, for people: the verdict, the chain that is sent against the one that is needed, clients, findings
* with what to do, the bundle that mends it, and how to see it oneself. No line break at the end.
*/
function renderCheck(endpoint, page, call) {
	const inner = {
		...page,
		width: page.width - 2
	};
	const see = reproduction(endpoint, call);
	const body = [
		renderAddresses(endpoint, inner),
		renderKey(endpoint),
		endpoint.addresses.some(({ receivedChain }) => receivedChain.length > 0) ? renderClients(endpoint, inner) : [],
		renderFindings(endpoint, inner),
		renderRepairs(endpoint, inner, call),
		see === void 0 ? [] : [`${page.paint("dim", "See it yourself:")} ${see}`]
	].filter((lines) => lines.length > 0).map((lines) => lines.map((line) => line === "" ? "" : INDENT + line).join("\n"));
	return [verdictLineOf(endpoint, page.paint, page.width), ...body].join("\n\n");
}
function renderKey({ key }) {
	if (!key) return [];
	return [key.matches ? "✓ the key belongs to the leaf" : "✗ the key does not belong to the leaf"];
}
// src/commands/check/output.ts
/** Of more than this many, those about which there is nothing to say get one line each. */
const SHOWN_IN_FULL = 3;
/** One JSON object, written as it comes: of any number of endpoints, two are in memory. */
function jsonOutput(head, terminal) {
	const opening = JSON.stringify(head, void 0, 2).slice(0, -2);
	terminal.out(`${opening},\n  "endpoints": [`);
	let last;
	return {
		take(endpoint) {
			if (last !== void 0) terminal.out(`${last},`);
			last = JSON.stringify(endpoint, void 0, 2).replaceAll(/^/gm, "    ");
		},
		end() {
			terminal.out(`${last === void 0 ? "" : `${last}\n`}  ]\n}`);
		}
	};
}
/** Bundles alone, so that the output can become a file; what has none is told on standard error. */
function pemOutput(count, terminal) {
	return {
		take(endpoint) {
			const { repair, furtherRepairs = [], verdict } = endpoint;
			const subject = subjectOf(endpoint);
			if (!repair) {
				const why = verdict === "healthy" || verdict === "degraded" ? "there is nothing to mend" : "there is no bundle to mend it with";
				terminal.error(`${subject} is ${verdict}: ${why}`);
				return;
			}
			const bundles = [repair, ...furtherRepairs];
			for (const { pem, bundle } of bundles) {
				if (count * bundles.length > 1) terminal.out(`# ${subject}: ${endpoint.certificates[bundle[0] ?? ""]?.subject ?? ""}`);
				terminal.out(pem.trimEnd());
			}
		},
		end: () => void 0
	};
}
/** For people, each endpoint as soon as it and all before it are done. */
function textOutput({ count, at, noColour, callFor }, terminal) {
	const paint = terminal.paint("out", noColour);
	const verdicts = [];
	if (at) terminal.out(paint("dim", `Judged as if it were ${at.toISOString()}`));
	let gap = at !== void 0;
	return {
		take(endpoint) {
			const { verdict } = endpoint;
			verdicts.push({ verdict });
			if (verdict === "healthy" && count > SHOWN_IN_FULL) {
				if (gap) terminal.out("");
				terminal.out(renderHealthy(endpoint, paint));
				gap = false;
				return;
			}
			if (gap || verdicts.length > 1) terminal.out("");
			const page = {
				paint,
				width: terminal.width,
				time: at ?? /* @__PURE__ */ new Date()
			};
			terminal.out(renderCheck(endpoint, page, callFor(endpoint)));
			gap = true;
		},
		end() {
			if (count > 1) terminal.out(`\n${renderSummary(verdicts, paint)}`);
		}
	};
}
// src/commands/check/sweep.ts
const CONCURRENT_ENDPOINTS = 64;
/**
* Checks endpoints, in several threads where there are enough of them for that to take less time.
*
* @throws what `parseBundle` throws, for `terms.own`, and what `sweep` throws
*/
function checkEndpoints(endpoints, terms, sweepTerms) {
	const means = createCheckMeans(terms);
	const concurrency = terms.concurrency ?? CONCURRENT_ENDPOINTS;
	const threads = Math.min(threadsFor(endpoints.length), concurrency - 1);
	const plan = {
		check: async (endpoint) => toCheckedEndpoint(await checkEndpoint(endpoint, means)),
		lost: reportLost,
		concurrency: Math.max(1, Math.floor(concurrency / (threads + 1))),
		threads: {
			count: threads,
			file: CHECK_THREAD,
			data: terms
		}
	};
	return sweep(endpoints, plan, sweepTerms);
}
/** The report on an endpoint that could not be checked to the end. */
function reportLost({ domain, port, clients }, error) {
	const unknown = {
		accepts: null,
		byLuck: false,
		error: null
	};
	return {
		domain,
		port,
		verdict: "unknown",
		addresses: [],
		clients: Object.fromEntries(clients.map((client) => [client, unknown])),
		findings: [{
			id: "not-probed",
			severity: "warning",
			message: `Checking ${domain} ended in an error of airec-https itself: ${printable(error.message)}`,
			help: "Run again, and report it with this message if it stays."
		}],
		repair: null,
		certificates: {}
	};
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
// src/commands/check/targets.ts
/**
* The endpoints to look at, each once: those that are named, then those of the configuration. What is named and is in
* the configuration too is looked at as the configuration says.
*
* @throws USAGE
*/
function readTargets({ hosts, resolve, clients }, config) {
	const pins = parsePins(resolve);
	const configured = (config?.endpoints ?? []).map((each) => [keyOf(each), probed(each)]);
	const named = hosts.map((word) => {
		const target = parseHost(word);
		return [keyOf(target), {
			...target,
			addresses: [],
			clients: CLIENT_NAMES,
			health: void 0
		}];
	});
	const endpoints = new Map([...named, ...configured]);
	if (endpoints.size === 0) throw appError("USAGE", {
		problem: "There is nothing to check",
		help: "Name a host, as in \"airec-https check rec.example.com\", a configuration with --config, or a file with --bundle."
	});
	refuseUnused(pins, endpoints);
	return [...endpoints].map(([key, endpoint]) => ({
		...endpoint,
		addresses: pins.get(key) ?? endpoint.addresses,
		clients: clients ?? endpoint.clients
	}));
}
/** @throws USAGE */
function parseHost(word) {
	const target = parseCheckTarget(word);
	if (target) return target;
	throw appError("USAGE", {
		problem: `"${word}" is no host`,
		help: "Write rec.example.com, rec.example.com:8443, 203.0.113.7 or [2001:db8::1]:8443."
	});
}
/** How an endpoint is told from others: `domain:port`. */
function keyOf({ domain, port }) {
	return `${domain}:${port}`;
}
/** Nothing but what a thread has to be told. */
function probed({ domain, port, addresses, clients, health }) {
	return {
		domain,
		port,
		addresses,
		clients,
		health
	};
}
/** `HOST:PORT:ADDRESS[,ADDRESS]…`, as curl has it; an address may have a port of its own. */
function parsePins(texts) {
	return new Map(texts.map((text) => {
		const [, host = "", port = "", list = ""] = /^([^:]+):(\d+):(.+)$/.exec(text) ?? [];
		const pins = list.split(",").map((each) => parseAddressPin(each));
		const target = parseCheckTarget(`${host}:${port}`);
		if (!target || pins.includes(void 0)) throw appError("USAGE", {
			problem: `--resolve is "${text}"`,
			help: "Use HOST:PORT:ADDRESS[,ADDRESS], as in rec.example.com:443:203.0.113.7."
		});
		return [keyOf(target), pins.filter((pin) => pin !== void 0)];
	}));
}
/** Addresses for what is not looked at are a slip, and would leave it to DNS without a word. */
function refuseUnused(pins, endpoints) {
	const unused = [...pins.keys()].find((key) => !endpoints.has(key));
	if (unused === void 0) return;
	throw appError("USAGE", {
		problem: `--resolve has addresses for ${unused}, which is not checked`,
		help: `Name it too, with its port; what is checked: ${[...endpoints.keys()].slice(0, 5).join(", ")}.`
	});
}
// src/commands/trust-facts.ts
/** What is said of the roots that are trusted: Node.js tells how new its list is by nothing but what is in it. */
function trustFacts({ own, byClient = /* @__PURE__ */ new Map() }) {
	const made = rootCertificates.map((pem) => Date.parse(new X509Certificate(pem).validFrom));
	return {
		runtime: `Node.js ${process.version}`,
		publicRoots: rootCertificates.length,
		newestRoot: new Date(Math.max(...made)).toISOString().slice(0, 10),
		ownRoots: sourcesOf(own),
		clients: Object.fromEntries([...byClient].map(([client, pems]) => [client, sourcesOf(pems)]))
	};
}
function sourcesOf(pems) {
	return pems.map(({ source }) => source);
}
// src/commands/check/check.ts
const DEFAULT_TIMEOUT_MS = 1e4;
/** `airec-https check`: what every address serves, or a file holds, who accepts it, and what mends it. */
async function run(argv, terminal) {
	const startedAt = /* @__PURE__ */ new Date();
	const options = parseCheckOptions(argv, startedAt);
	const work = await prepare(options);
	const { files, endpoints, terms } = work;
	const material = files && await readFiles(files);
	const output = createOutput(options, work, {
		startedAt,
		terminal
	});
	const verdicts = /* @__PURE__ */ new Set();
	const deliver = (endpoint) => {
		verdicts.add(endpoint.verdict);
		output.take(endpoint);
	};
	if (material) {
		const clients = options.clients ?? CLIENT_NAMES;
		deliver(toCheckedFiles(await checkBundle({
			...material,
			clients
		}, createCheckMeans(terms))));
	} else {
		const count = endpoints.length;
		await checkEndpoints(endpoints, terms, {
			deliver,
			onProgress: count > 1 ? (done) => terminal.progress(`${done} of ${count} checked`) : void 0
		});
	}
	terminal.progress(void 0);
	output.end();
	return exitCodeOf(verdicts);
}
async function prepare(options) {
	const { files, at, concurrency } = options;
	const config = options.config === void 0 ? void 0 : await loadConfig(options.config);
	const endpoints = files ? [] : readTargets(options, config);
	const given = await readTrustAnchors(options.anchors);
	const configured = config && await readConfiguredTrust(config);
	return {
		terms: {
			own: [...given, ...configured?.own ?? []],
			...configured ? { byClient: configured.byClient } : {},
			privateNetworks: options.allowPrivate || config?.trust.privateNetworks === true,
			timeoutMs: options.timeoutMs ?? config?.deadlines.connectionMs ?? DEFAULT_TIMEOUT_MS,
			at,
			bundleFiles: config ? bundleFilesOf(config) : /* @__PURE__ */ new Map(),
			concurrency
		},
		endpoints,
		files
	};
}
function bundleFilesOf({ endpoints }) {
	return new Map(endpoints.flatMap((endpoint) => {
		const { certificate } = endpoint;
		return certificate.kind === "bundle" ? [[keyOf(endpoint), certificate.bundle]] : [];
	}));
}
async function readFiles({ bundle, key, host }) {
	const domain = host === void 0 ? void 0 : parseHost(host).domain;
	return {
		bundle: await readOne(bundle),
		keyFile: key === void 0 ? void 0 : await readOne(key),
		domain
	};
}
/** @throws FILE_UNREADABLE */
async function readOne(file) {
	try {
		return readMaterial(await readFile(file), file);
	} catch (cause) {
		const reason = cause.code ?? "error";
		throw appError("FILE_UNREADABLE", {
			file,
			reason
		}, { cause });
	}
}
function createOutput({ output, at, noColour, config }, { terms, endpoints, files }, { startedAt, terminal }) {
	const count = files ? 1 : endpoints.length;
	const anchors = terms.own.map(({ source }) => source);
	if (output === "pem") return pemOutput(count, terminal);
	if (output === "json") return jsonOutput({
		version: 1,
		checkedAt: startedAt.toISOString(),
		...at ? { at: at.toISOString() } : {},
		trust: trustFacts(terms)
	}, terminal);
	return textOutput({
		count,
		at,
		noColour,
		callFor: callFor({
			anchors,
			config,
			terms,
			pins: new Map(endpoints.map((endpoint) => [keyOf(endpoint), endpoint.addresses]))
		})
	}, terminal);
}
/** A client that is refused says more than what could not be determined. */
function exitCodeOf(verdicts) {
	if ([
		"repairable",
		"broken",
		"unreachable"
	].some((verdict) => verdicts.has(verdict))) return 1;
	return verdicts.has("unknown") ? 3 : 0;
}
export { run };
