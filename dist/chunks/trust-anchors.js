import { i as AppErrors, t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { t as findNearest } from "./find-nearest.js";
import { t as require_dist } from "./dist.js";
import { C as NEVER, _ as tuple, a as _enum, b as toJSONSchema, g as string, h as strictObject, l as int, o as array, s as boolean, t as countOf, u as literal, v as union } from "./format.js";
import { a as GUIDE_INGRESS_TYPES, i as DIGEST_DAYS, n as CLIENT_NAMES, o as INGRESS_TYPES, t as CAS_APIS } from "./config.js";
import { n as parseDomain } from "./domain.js";
import path from "node:path";
import { isIP } from "node:net";
import { readFile, stat } from "node:fs/promises";
// src/config/config-document.ts
var import_dist = require_dist();
const MAX_ALIASES = 20;
const MAX_FAULTS = 10;
/**
* Reads YAML 1.2 whose root is a mapping. Aliases are resolved, twenty at most.
*
* @throws AppErrors with CONFIG_SYNTAX for the faults of YAML, tabs and repeated keys included
* @throws CONFIG_EMPTY, CONFIG_WRONG_TYPE when there is no mapping
*/
function readDocument(text, file) {
	const lines = new import_dist.LineCounter();
	const at = (offset) => {
		if (offset === void 0) return { file };
		const { line, col } = lines.linePos(offset);
		return {
			file,
			line,
			column: col
		};
	};
	const document = guardNesting(() => (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false
	}), file);
	const faults = [...document.errors, ...document.warnings];
	if (faults.length > 0) throw new AppErrors(describeFaults(faults, at));
	if (document.contents === null || document.contents.range?.[0] === document.contents.range?.[1]) throw appError("CONFIG_EMPTY", { file }, { location: at(0) });
	if (!(0, import_dist.isMap)(document.contents)) throw appError("CONFIG_WRONG_TYPE", {
		key: "The configuration",
		actual: "no mapping",
		expected: "keys and values",
		help: "Start with a line such as region: cn-hangzhou."
	}, { location: at(document.contents.range?.[0]) });
	return {
		value: guardNesting(() => toPlain(document, at(0)), file),
		locateValue: (path) => at(startOf(document, path)),
		locateKey: (path) => at(startOfKey(document, path) ?? startOf(document, path)),
		source: (path) => {
			const node = nodeAt(document, path);
			return (0, import_dist.isScalar)(node) ? node.source : void 0;
		}
	};
}
function toPlain(document, location) {
	try {
		return document.toJS({ maxAliasCount: MAX_ALIASES });
	} catch (error) {
		if (!(error instanceof ReferenceError)) throw error;
		const problem = `The file uses YAML aliases that cannot be followed: ${printable(error.message)}`;
		throw appError("CONFIG_SYNTAX", {
			problem,
			help: "Write the values out instead of using aliases."
		}, {
			location,
			cause: error
		});
	}
}
/** yaml reads recursively; a file of a hundred thousand brackets exhausts the stack. */
function guardNesting(read, file) {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw appError("CONFIG_SYNTAX", {
			problem: "The file is nested too deeply",
			help: "Check that this is the right file."
		}, {
			location: { file },
			cause: error
		});
	}
}
const FAULT_TEXTS = {
	TAB_AS_INDENT: { help: "Indent with spaces." },
	DUPLICATE_KEY: {
		problem: "A key stands here for the second time in its mapping",
		help: "Keep one of the two."
	},
	MULTIPLE_DOCS: {
		problem: "The file holds several YAML documents",
		help: "Keep one: remove the line --- and what follows it."
	},
	RESOURCE_EXHAUSTION: {
		problem: "The file is nested too deeply",
		help: "Check that this is the right file."
	},
	TAG_RESOLVE_FAILED: { help: "Remove the tag (the word that starts with !) and write the plain value." }
};
/** The first fault of each line; the others of a line, and those beyond the tenth, mostly follow from these. */
function describeFaults(faults, at) {
	const byLine = /* @__PURE__ */ new Map();
	for (const fault of faults) {
		const location = at(fault.pos[0]);
		if (byLine.has(location.line) || byLine.size === MAX_FAULTS) continue;
		const text = FAULT_TEXTS[fault.code];
		const problem = text?.problem ?? printable(fault.message);
		const help = text?.help ?? "Correct the YAML here; values with : or # inside need quotes.";
		byLine.set(location.line, appError("CONFIG_SYNTAX", {
			problem,
			help
		}, {
			location,
			cause: fault
		}));
	}
	return [...byLine.values()];
}
function nodeAt(document, path) {
	return document.getIn(path, true) ?? void 0;
}
function startOf(document, path) {
	for (let length = path.length; length >= 0; length -= 1) {
		const start = nodeAt(document, path.slice(0, length))?.range?.[0];
		if (start !== void 0) return start;
	}
}
function startOfKey(document, path) {
	const parent = path.length === 0 ? void 0 : nodeAt(document, path.slice(0, -1));
	if (!(0, import_dist.isMap)(parent)) return void 0;
	const pair = parent.items.find((item) => (0, import_dist.isPair)(item) && (0, import_dist.isScalar)(item.key) && String(item.key.value) === path.at(-1));
	return (0, import_dist.isScalar)(pair?.key) ? pair.key.range?.[0] : void 0;
}
// src/config/schema-forms.ts
/** A list without repeated entries. */
function unique(list) {
	return list.refine((entries) => new Set(entries.map((entry) => JSON.stringify(entry))).size === entries.length, {
		message: "holds an entry twice",
		params: { help: "Remove the repeated entry." }
	}).meta({ uniqueItems: true });
}
/** An object with exactly one of `alternatives`; each is a key of `shape`. */
function exactlyOne(shape, alternatives) {
	return strictObject(shape).refine((value) => alternatives.filter((name) => Object.hasOwn(value, name)).length === 1, {
		message: `has not exactly one of ${alternatives.join(", ")}`,
		params: { help: `Write one of ${alternatives.join(", ")}, and one alone.` }
	}).meta({ oneOf: alternatives.map((name) => ({ required: [name] })) });
}
// src/config/address-pin.ts
/**
* Reads an address with an optional port: `203.0.113.7`, `203.0.113.7:8443`, `2001:db8::1` or
* `[2001:db8::1]:8443`. An IPv6 address with a port needs the brackets (RFC 3986 §3.2.2). Undefined when
* the text is none of these, has a zone (`%eth0`) or a port outside 1–65535.
*/
function parseAddressPin(text) {
	if (isIP(text) !== 0 && !text.includes("%")) return { ip: text };
	const { v6, v4, port } = /^(?:\[(?<v6>[0-9a-fA-F:.]+)\]|(?<v4>[0-9.]+))(?::(?<port>\d{1,5}))?$/.exec(text)?.groups ?? {};
	const ip = v6 ?? v4 ?? "";
	if (isIP(ip) !== (v6 === void 0 ? 4 : 6)) return void 0;
	if (port === void 0) return { ip };
	const number = Number(port);
	return number >= 1 && number <= 65535 ? {
		ip,
		port: number
	} : void 0;
}
// src/config/duration.ts
const MILLISECONDS = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
const LONGEST_MS = 24 * MILLISECONDS.h;
/**
* Milliseconds of a duration: a whole number and a unit without a space, `ms`, `s`, `m` or `h`, such as
* `250ms` or `15m`; more than zero, at most 24 hours. Undefined when the text is no such duration.
*/
function parseDuration(text) {
	const { amount, unit } = /^(?<amount>\d{1,9})(?<unit>ms|s|m|h)$/.exec(text)?.groups ?? {};
	if (amount === void 0 || unit === void 0) return void 0;
	const milliseconds = Number(amount) * MILLISECONDS[unit];
	return milliseconds > 0 && milliseconds <= LONGEST_MS ? milliseconds : void 0;
}
// src/config/schema-values.ts
const DURATION_HELP = "Write a number and a unit, such as 250ms, 30s, 15m or 1h; at most 24h.";
/** A string that `parse` reads; its refusal becomes the issue, remedy included. */
function parsedString(parse) {
	return string().transform((text, context) => {
		const result = parse(text);
		if ("value" in result) return result.value;
		context.addIssue({
			code: "custom",
			message: result.problem,
			params: { help: result.help }
		});
		return NEVER;
	});
}
function textMatching(pattern, refusal) {
	return parsedString((text) => pattern.test(text) ? { value: text } : {
		...refusal,
		problem: `${quote(text)} ${refusal.problem}`
	}).meta({ pattern: pattern.source });
}
const domain = parsedString((text) => {
	const result = parseDomain(text);
	return result.ok ? { value: result.domain } : result;
});
const region = textMatching(/^[a-z]{2}(?:-[a-z0-9]+)+$/, {
	problem: "is not a region id",
	help: "Write the id as the console shows it, such as cn-hangzhou or ap-southeast-1."
});
/** An id of a cloud resource, fit to be an argument of a command: it never starts with a hyphen. */
const resourceId = textMatching(/^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,255}$/, {
	problem: "is not a resource id",
	help: "Copy the id from the console: letters, digits and . _ : @ / - inside, no white space."
});
const environmentName = parsedString((text) => {
	if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return { value: text };
	if (text.includes("$")) return {
		problem: "is an expression, expected the bare name of an environment variable",
		help: "Write the name alone, such as REC_EXAMPLE_COM_KEY, and set the variable in the environment of the command."
	};
	return {
		problem: "is not the name of an environment variable",
		help: "Write a name of letters, digits and underscores. If the value is a secret, remove it from the file and replace the secret."
	};
}).meta({ pattern: "^[A-Za-z_][A-Za-z0-9_]*$" });
const filePath = parsedString((text) => {
	if (text.trim() === "" || text.includes("\0")) return {
		problem: `${quote(text)} is not a path`,
		help: "Write the path of a file, relative to the configuration file."
	};
	if (text.startsWith("~")) return {
		problem: `${quote(text)} starts with ~, which only a shell expands`,
		help: "Write the whole path, or one relative to the configuration file."
	};
	return { value: text };
}).meta({ minLength: 1 });
const workbookPath = filePath.refine((path) => path.endsWith(".xlsx"), {
	message: "does not end in .xlsx",
	params: { help: "Name an Excel workbook (.xlsx), such as certificate_info.xlsx." }
});
const bindCommandName = parsedString((text) => {
	if (!/^-|\s|^$/.test(text)) return { value: text };
	return {
		problem: `${quote(text)} is not a command alone`,
		help: "No shell is involved: write a command with arguments as a list, such as [airec-cli, --profile, prod]."
	};
}).meta({ pattern: String.raw`^[^\s-]\S*$` });
const duration = parsedString((text) => {
	const value = parseDuration(text);
	if (value !== void 0) return { value };
	return {
		problem: `${quote(text)} is not a duration`,
		help: DURATION_HELP
	};
}).meta({ pattern: String.raw`^\d{1,9}(ms|s|m|h)$` });
const addressPin = parsedString((text) => {
	const value = parseAddressPin(text);
	if (value !== void 0) return { value };
	return {
		problem: `${quote(text)} is not an IP address with an optional port`,
		help: "Write \"203.0.113.7\", \"203.0.113.7:8443\", \"2001:db8::1\" or \"[2001:db8::1]:8443\"."
	};
});
/** Written as a number or as text. */
const contactId = union([int().positive().transform(String), string().regex(/^\d{1,20}$/)]).meta({ description: "The number that the console shows." });
const vantage = textMatching(/^[A-Za-z0-9][\w./-]{0,59}$/, {
	problem: "is not a name for where the monitor runs",
	help: "Write up to 60 letters, digits and . _ / -, such as office-hangzhou."
});
const slackUser = textMatching(/^[UW][A-Z0-9]{2,20}$/, {
	problem: "is not the id of a Slack user",
	help: "Copy the member id (U…) from the profile in Slack; a name does not do."
});
const slackChannel = textMatching(/^[CGD][A-Z0-9]{2,20}$/, {
	problem: "is not the id of a Slack channel",
	help: "Copy the id (C…) from the details of the channel in Slack; a name does not do."
});
/** The value is what Slack reads in a message. */
const slackMention = parsedString((text) => {
	if (text === "here" || text === "channel") return { value: `<!${text}>` };
	if (/^[UW][A-Z0-9]{2,20}$/.test(text)) return { value: `<@${text}>` };
	if (/^S[A-Z0-9]{2,20}$/.test(text)) return { value: `<!subteam^${text}>` };
	return {
		problem: `${quote(text)} is nobody that Slack can call`,
		help: "Write the id of a user (U…) or of a user group (S…), here, or channel."
	};
}).meta({ pattern: "^(here|channel|[UWS][A-Z0-9]{2,20})$" });
const requestPath = textMatching(/^\/[\u0021\u0022\u0024-\u007E]*$/, {
	problem: "is not a request path",
	help: "Start it with / and percent-encode everything beyond visible ASCII, # included."
}).meta({ pattern: String.raw`^/[!"$-~]*$` });
/** The origin of an https URL; http only on the loopback interface. */
const serviceEndpoint = parsedString((text) => {
	const help = "Write an origin such as https://cas.aliyuncs.com.";
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return {
		problem: `${quote(text)} is not an https URL`,
		help
	};
	const url = new URL(text);
	if (url.protocol === "http:" && !isLoopback(url.hostname)) return {
		problem: `${quote(text)} is a plain http URL`,
		help: "Use https: private keys travel over this connection."
	};
	if (url.username !== "" || url.password !== "" || url.pathname !== "/" || url.search !== "" || url.hash !== "") return {
		problem: "holds more than an origin",
		help
	};
	return { value: url.origin };
});
function quote(text) {
	return `"${printable(text, 80)}"`;
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || isIP(hostname) === 4 && hostname.startsWith("127.");
}
// src/config/schema-monitor.ts
const monitor = strictObject({
	"open-after": int().min(1).max(10).default(2).describe("Runs in a row that must see a problem before anybody is told. An expired certificate and a wrong name are told at once."),
	"resolve-after": int().min(1).max(10).default(2).describe("Runs in a row that must see a problem gone before it counts as mended."),
	"remind-days": int().min(1).max(30).default(1).describe("Days between reminders of an alert that nobody has acknowledged."),
	group: int().min(2).max(1e3).default(5).describe("Endpoints that must fail for one cause in one run to share one message."),
	"unknown-after": int().min(1).max(1e3).default(6).describe("Runs in a row that could not tell how an endpoint is before the weekly digest says so."),
	"history-days": int().min(7).max(400).default(90).describe("Days for which resolved incidents and the daily verdicts of endpoints are kept."),
	digest: _enum(DIGEST_DAYS).default("monday").describe("Day of the week (UTC) of the digest; `never` for none."),
	vantage: vantage.optional().describe("Where the monitor looks from, in your words, such as office-hangzhou. Default: what the runner tells, such as github-hosted/Linux.")
});
const slack = strictObject({
	mention: slackMention.optional().describe("Who is called when clients are refused: the id of a user (U…) or a user group (S…), `here` or `channel`. Default: nobody."),
	users: unique(array(slackUser)).prefault([]).describe("Ids of the users who may acknowledge, snooze and give commands. Default: nobody."),
	channels: unique(array(slackChannel)).prefault([]).describe("Ids of the channels in which commands are taken. Default: that of the alerts alone."),
	buttons: boolean().default(false).describe("Whether `airec-https bot` runs with the same app, so that alerts get buttons.")
});
// src/config/schema.ts
const cas = strictObject({
	api: _enum(CAS_APIS).default("2020-04-07").describe("The dialect to speak. `2020-04-07`: the published API of Certificate Management Service and of each ingress product. `guide`: the calls of the HTTPS guide of AIRec."),
	endpoint: serviceEndpoint.optional().describe("Origin of the service. Default: https://cas.aliyuncs.com in the regions of mainland China (cn-…), elsewhere https://cas.ap-southeast-1.aliyuncs.com. Plain http is accepted for a loopback host alone."),
	retention: strictObject({
		keep: int().min(1).max(50).default(1).describe("How many superseded certificates stay, the newest."),
		"grace-days": int().min(1).max(400).describe("Days for which the certificate in use has to be valid before anything is deleted.")
	}).optional().describe("Deletes superseded certificates after a deployment: those that were uploaded by airec-https for the domain and that no product uses. Without it nothing is deleted."),
	contacts: unique(array(contactId)).prefault([]).describe("Ids of contacts of CAS, who are told of deployment jobs (`via: cas-job`).")
});
const cloudEndpoints = strictObject({
	slb: originOf("CLB"),
	alb: originOf("ALB"),
	nlb: originOf("NLB"),
	cdn: originOf("CDN"),
	dcdn: originOf("DCDN"),
	apigateway: originOf("API Gateway"),
	apig: originOf("the cloud-native API Gateway"),
	alidns: originOf("Alidns"),
	sts: originOf("STS")
});
function originOf(title) {
	return serviceEndpoint.optional().describe(`Origin of the API of ${title}.`);
}
const airec = strictObject({
	instance: resourceId.describe("Id of the AIRec instance, such as ai-rec-prod."),
	mapping: workbookPath.prefault("certificate_info.xlsx").describe("The workbook that maps domains to certificates. It is created when missing, with a .tsv twin beside it."),
	bind: union([bindCommandName, tuple([bindCommandName], string())]).prefault("airec-cli").describe("The command that applies the mapping: its name or path, or a list of the command and its leading arguments. No shell is involved. `none` leaves the mapping file for you to apply."),
	environment: unique(array(environmentName)).prefault([]).describe("Names of environment variables that the bind command may see beyond PATH, HOME, locale and the like.")
});
const key = exactlyOne({
	env: environmentName.optional().describe("Name of the environment variable that holds the key as PEM."),
	file: filePath.optional().describe("File that holds the key as PEM, relative to this file. Keep it out of the repository.")
}, ["env", "file"]).transform(({ env, file }) => {
	if (env !== void 0) return { env };
	return file === void 0 ? NEVER : { file };
});
const certificate = exactlyOne({
	bundle: filePath.optional().describe("PEM file with the leaf and its intermediates, relative to this file. Needs `key`."),
	key: key.optional().describe("Where the private key of `bundle` comes from."),
	"cas-id": union([resourceId, int().positive().transform(String)]).optional().describe("Id of a certificate that is already in the service."),
	request: strictObject({
		type: literal("DV").describe("Kind of certificate to request: domain validated."),
		product: resourceId.optional().describe("Code of the product to order it from; by default digicert-free-1-free, of the China site. Not for `cas.api: guide`.")
	}).optional().describe("Requests a certificate from the service, once; the issued one is used from then on.")
}, [
	"bundle",
	"cas-id",
	"request"
]).refine((value) => value.bundle === void 0 === (value.key === void 0), {
	message: "has only one of bundle and key",
	params: { help: "Write both: bundle names the PEM file, key where its private key is, such as key: { env: REC_EXAMPLE_COM_KEY }." }
});
const ingress = strictObject({
	type: _enum(INGRESS_TYPES).describe("The product that terminates TLS in front of AIRec. SLB means CLB. API_GATEWAY is the traditional gateway, APIG the cloud-native one. `cas.api: guide` knows SLB, CDN and API_GATEWAY."),
	instance: resourceId.describe("The load balancer (lb-…, alb-…, nlb-…) or listener (lsn-…), the accelerated domain, the group of the API gateway, or the cloud-native gateway (gw-…)."),
	port: int().min(1).max(65535).optional().describe("Port of the listener, where it is not the endpoint's."),
	region: region.optional().describe("Region of the instance, where it is not `region` above."),
	sni: boolean().optional().describe("Of a load balancer: true binds the certificate for this domain alone (domain extension, additional certificate), false as the default of the listener. Without it: as the extension for the domain if CLB has one, else as the default."),
	via: literal("cas-job").optional().describe("Has a deployment job of CAS change it instead of its product. It costs money for uploaded certificates, and needs `cas.contacts`."),
	"enable-https": boolean().optional().describe("Of CDN and DCDN: whether HTTPS may be switched on where it is off. Without it, that is an error.")
});
const health = strictObject({
	path: requestPath.prefault("/api/v1/recommend").describe("Path, with an optional query, to ask for after the handshake."),
	method: _enum([
		"HEAD",
		"GET",
		"NONE"
	]).default("HEAD").describe("Method of that request. NONE: no HTTP is asked for, as behind a listener of raw TLS."),
	accept: unique(array(int().min(100).max(599)).min(1)).default([
		200,
		401,
		404
	]).describe("HTTP statuses that show the backend is alive. The request carries no credentials, so 401 is one by default.")
});
const endpoint = strictObject({
	domain: domain.describe("The fully qualified domain name exactly as clients use it: lower case, no trailing dot, no wildcard, A-labels."),
	port: int().min(1).max(65535).default(443).describe("Port of the HTTPS listener."),
	certificate: certificate.describe("The certificate the endpoint is meant to serve: a bundle with its key, a cas-id, or a request."),
	ingress: unique(array(ingress).min(1)).describe("Everything that terminates TLS for this domain; the certificate goes to each."),
	health: health.prefault({}).describe("The HTTP request that follows a good handshake."),
	clients: unique(array(_enum(CLIENT_NAMES)).min(1)).default([...CLIENT_NAMES]).describe("Clients whose verdict counts. openssl stands for curl, Node.js, Python and Go."),
	addresses: unique(array(addressPin)).prefault([]).describe("Addresses to probe instead of those in DNS, such as \"203.0.113.7\", \"203.0.113.7:8443\" or \"[2001:db8::1]:8443\".")
});
const clientAnchors = strictObject({
	chrome: anchorsOf("Chrome"),
	firefox: anchorsOf("Firefox"),
	java: anchorsOf("Java, as its truststore has them"),
	android: anchorsOf("Android"),
	openssl: anchorsOf("curl, Node.js, Python and Go")
});
function anchorsOf(title) {
	return unique(array(filePath).min(1)).optional().describe(`PEM files with the trust anchors of ${title}, relative to this file.`);
}
const trust = strictObject({
	roots: unique(array(filePath)).prefault([]).describe("PEM files with trust anchors beyond the public ones, relative to this file."),
	clients: clientAnchors.prefault({}).describe("Clients that trust anchors of their own instead of the public ones and `roots`."),
	"private-networks": boolean().default(false).describe("Whether loopback and private addresses may be probed and fetched from.")
});
const deadlines = strictObject({
	call: duration.prefault("60s").describe("One cloud call with all its retries."),
	status: duration.prefault("10m").describe("From issuing or deploying until the service reports it done."),
	propagation: duration.prefault("15m").describe("From then until every address serves the intended certificate."),
	bind: duration.prefault("2m").describe("The bind command."),
	connection: duration.prefault("10s").describe("One connection to an endpoint: connect, handshake, answer.")
});
/** airec-https.yml as a person writes it. Its output has every default filled in. */
const configFileSchema = strictObject({
	region: region.describe("Region of the AIRec instance and its ingress, such as cn-hangzhou."),
	cas: cas.prefault({}).describe("Certificate Management Service."),
	"cloud-endpoints": cloudEndpoints.prefault({}).describe("Origins of the APIs of other products, for a VPC or a proxy. Default: the public ones."),
	airec: airec.describe("The AIRec instance and how certificates are bound to it."),
	endpoints: array(endpoint).min(1).describe("The HTTPS endpoints, each a domain and a port."),
	trust: trust.prefault({}).describe("What is trusted beyond the public certificate authorities."),
	deadlines: deadlines.prefault({}).describe("How long to wait: a number and a unit, ms, s, m or h."),
	monitor: monitor.prefault({}).describe("When the monitor tells people of what it sees, and how often."),
	slack: slack.prefault({}).describe("Whom Slack calls, and who may answer.")
}).describe("Configuration of airec-https: which endpoints serve which certificate, and what stands in front of them.");
// src/config/schema-facts.ts
/** The keys that the mapping at `path` may have; empty when the schema has no mapping there. */
function keysAt(path) {
	let node = toJSONSchema(configFileSchema, { io: "input" });
	for (const step of path) node = typeof step === "number" ? node?.items : node?.properties?.[String(step)];
	return Object.keys(node?.properties ?? {});
}
const TYPE_NAMES = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "a mapping"
};
/** What would have been right, in words. */
function describeExpected(issue) {
	if (issue.code === "invalid_type") return TYPE_NAMES[issue.expected] ?? issue.expected;
	if (issue.code === "invalid_value") return issue.values.map(String).join(" or ");
	if (issue.code === "too_small" && issue.origin === "array") return "at least one entry";
	if (issue.code === "too_small") return `at least ${String(issue.minimum)}`;
	if (issue.code === "too_big") return `at most ${String(issue.maximum)}`;
	return "another value";
}
// src/config/config-problems.ts
/** What the schema holds against the document, each with its place and what to do. */
function describeIssues(issues, document) {
	return issues.flatMap((issue) => describeIssue(issue, document));
}
/** `endpoints[0].certificate.key`; `The configuration` for the root. */
function formatPath(path) {
	if (path.length === 0) return "The configuration";
	return path.reduce((text, step) => {
		if (typeof step === "number") return `${text}[${String(step)}]`;
		return text === "" ? String(step) : `${text}.${String(step)}`;
	}, "");
}
function describeIssue(issue, document) {
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => describeUnknownKey(key, issue.path, document));
	if (issue.code === "invalid_union") return closestBranch(issue.errors).flatMap((inner) => describeIssue({
		...inner,
		path: [...issue.path, ...inner.path]
	}, document));
	return [describeValue(issue, document)];
}
/** Of a union the alternative that the value is at least of the type of. */
function closestBranch(branches) {
	const fits = (branch) => !branch.some((issue) => issue.code === "invalid_type" && issue.path.length === 0);
	return branches.find(fits) ?? branches[0] ?? [];
}
function describeUnknownKey(key, path, document) {
	const details = {
		key: printable(key),
		parent: formatPath(path),
		nearest: findNearest(key, keysAt(path))
	};
	return appError("CONFIG_UNKNOWN_KEY", details, { location: document.locateKey([...path, key]) });
}
function describeValue(issue, document) {
	const key = formatPath(issue.path);
	const value = valueAt(document.value, issue.path);
	const expected = describeExpected(issue);
	if (value === void 0) {
		const location = document.locateKey(issue.path.slice(0, -1));
		return appError("CONFIG_MISSING_KEY", {
			key,
			expected
		}, { location });
	}
	if (value === null) return appError("CONFIG_WRONG_TYPE", {
		key,
		actual: "empty",
		expected,
		help: "Write a value after it, or remove the key where it has a default."
	}, { location: document.locateKey(issue.path) });
	const location = document.locateValue(issue.path);
	const source = document.source(issue.path);
	if (issue.code === "custom") {
		const { help } = issue.params;
		return appError("CONFIG_INVALID_VALUE", {
			problem: `${key} ${issue.message}`,
			help
		}, { location });
	}
	const actual = describeActual(value, source);
	if (issue.code === "invalid_type") {
		const help = adviseOnType({
			path: issue.path,
			expected: issue.expected,
			value,
			source: source ?? ""
		});
		return appError("CONFIG_WRONG_TYPE", {
			key,
			actual,
			expected,
			help
		}, { location });
	}
	const nearest = issue.code === "invalid_value" && typeof value === "string" ? findNearest(value, issue.values.map(String)) : void 0;
	const help = nearest === void 0 ? `Write ${expected}.` : `Did you mean ${nearest}?`;
	return appError("CONFIG_INVALID_VALUE", {
		problem: `${key} is ${actual}, expected ${expected}`,
		help
	}, { location });
}
function valueAt(root, path) {
	return path.reduce((value, step) => typeof value === "object" && value !== null ? Reflect.get(value, step) : void 0, root);
}
function describeActual(value, source) {
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
	if (typeof value === "object") return "a mapping";
	const text = printable(source ?? JSON.stringify(value), 60);
	return typeof value === "string" ? `the text "${text}"` : text;
}
/** The remedy for a value that YAML read as another type than its writer may think. */
function adviseOnType(fact) {
	const { path, expected, value, source } = fact;
	if (path[0] === "deadlines" && path.length > 1) return DURATION_HELP;
	if (expected === "string" && typeof value !== "object") return `Put it in quotes: "${printable(source, 60)}".`;
	if (expected === "boolean") return "Write true or false; YAML reads on, off, yes and no as text.";
	if ((expected === "number" || expected === "int") && /^\d+$/.test(source)) return `Write ${source} without quotes.`;
	if (expected === "array") return "Write a list: each entry on a line of its own after a hyphen, or all in [ ].";
	if (expected === "object") return "Write keys and values on indented lines below it, or in { }.";
	return "Write a value of that type.";
}
// src/config/endpoint-problems.ts
const DEFAULT_PORT = 443;
/**
* Endpoints whose domain and port an earlier one has. It looks at the document, not at what the schema made
* of it, so that it has its say beside any other problem.
*/
function findDuplicateEndpoints(document) {
	const { endpoints } = document.value;
	if (!Array.isArray(endpoints)) return [];
	const first = /* @__PURE__ */ new Map();
	return endpoints.flatMap((endpoint, index) => {
		const name = nameOf(endpoint);
		if (name === void 0) return [];
		const location = document.locateKey([
			"endpoints",
			index,
			"domain"
		]);
		if (!first.has(name)) {
			first.set(name, location.line);
			return [];
		}
		const details = {
			endpoint: printable(name),
			firstLine: first.get(name)
		};
		return [appError("CONFIG_DUPLICATE_ENDPOINT", details, { location })];
	});
}
function nameOf(endpoint) {
	if (typeof endpoint !== "object" || endpoint === null || !("domain" in endpoint)) return void 0;
	const { domain } = endpoint;
	if (typeof domain !== "string") return void 0;
	const port = "port" in endpoint && typeof endpoint.port === "number" ? endpoint.port : DEFAULT_PORT;
	return `${domain}:${String(port)}`;
}
/** The products that the guide's DeployCertificate names, and what it says of them. */
const GUIDE_KEYS = ["type", "instance"];
/** What `cas.api` has no call for. */
function findForeignIngress(file, document) {
	const guideTypes = GUIDE_INGRESS_TYPES;
	return file.endpoints.flatMap(({ ingress, certificate }, index) => ingress.flatMap((target, position) => {
		const place = [
			"endpoints",
			index,
			"ingress",
			position
		];
		const refuse = (key, problem, help) => appError("CONFIG_INVALID_VALUE", {
			problem,
			help
		}, { location: document.locateKey([...place, key]) });
		if (file.cas.api === "guide") {
			const extra = Object.keys(target).find((key) => !GUIDE_KEYS.includes(key));
			const help = "Use cas.api: \"2020-04-07\", the published API, for it.";
			if (!guideTypes.includes(target.type)) return [refuse("type", `ingress.type ${target.type} is none that the guide knows`, help)];
			return extra === void 0 ? [] : [refuse(extra, `ingress.${extra} is nothing that the guide knows`, help)];
		}
		if (target.type !== "API_GATEWAY" || certificate.bundle !== void 0) return [];
		return [refuse("type", "ingress.type API_GATEWAY needs a bundle", "API_GATEWAY takes the certificate with its key: write certificate.bundle and certificate.key.")];
	}));
}
/**
* Targets that take one certificate alone and are to have two: each deployment would replace what the one before it bound.
* The guide has no word for where on a target a certificate is bound.
*/
function findContestedTargets(file, document) {
	if (file.cas.api === "guide") return [];
	const first = /* @__PURE__ */ new Map();
	return file.endpoints.flatMap(({ ingress, certificate, port, domain: name }, index) => ingress.flatMap((target, position) => {
		if (target.sni === true || target.type === "API_GATEWAY" || target.type === "APIG") return [];
		const type = target.type === "SLB" ? "CLB" : target.type;
		const place = [
			type,
			target.region ?? file.region,
			target.instance,
			target.port ?? port
		].join(" ");
		const location = document.locateKey([
			"endpoints",
			index,
			"ingress",
			position,
			"instance"
		]);
		const earlier = first.get(place);
		const wanted = JSON.stringify(certificate.request ? [name, certificate] : certificate);
		if (!earlier) first.set(place, {
			certificate: wanted,
			line: location.line
		});
		if (!earlier || earlier.certificate === wanted) return [];
		const instance = printable(target.instance);
		return [appError("CONFIG_CONTESTED_TARGET", {
			type,
			instance,
			firstLine: earlier.line
		}, { location })];
	}));
}
/** Variables of private keys that the bind command would be shown. */
function findExposedKeys(file, document) {
	const keys = new Set(file.endpoints.flatMap(({ certificate: { key } }) => key !== void 0 && "env" in key ? [key.env] : []));
	return file.airec.environment.flatMap((name, index) => {
		if (!keys.has(name)) return [];
		const location = document.locateValue([
			"airec",
			"environment",
			index
		]);
		return [appError("CONFIG_KEY_EXPOSED", { name }, { location })];
	});
}
// src/config/cas-store.ts
/** The store that `region` belongs to. */
function casStoreOf(region) {
	return region.startsWith("cn-") ? "cn-hangzhou" : "ap-southeast-1";
}
const ORIGINS = {
	"cn-hangzhou": "https://cas.aliyuncs.com",
	"ap-southeast-1": "https://cas.ap-southeast-1.aliyuncs.com"
};
/** Where the API of a store is. */
function casOrigin(store) {
	return ORIGINS[store];
}
// src/config/to-config.ts
/** The configuration with every path absolute, every default in place and durations in milliseconds. */
function toConfig(file, context) {
	const { region, cas, trust } = file;
	return {
		file: context.file,
		region,
		cas: {
			api: cas.api,
			contacts: cas.contacts,
			retention: cas.retention && {
				keep: cas.retention.keep,
				graceDays: cas.retention["grace-days"]
			},
			endpoint: cas.endpoint ?? casOrigin(casStoreOf(region))
		},
		cloudEndpoints: file["cloud-endpoints"],
		airec: toAirec(file.airec, context.directory),
		endpoints: file.endpoints.map((endpoint, index) => toEndpoint(endpoint, {
			...context,
			index
		})),
		trust: {
			roots: resolveAll(trust.roots, context.directory),
			clients: toClientAnchors(trust.clients, context.directory),
			privateNetworks: trust["private-networks"]
		},
		deadlines: toDeadlines(file.deadlines),
		monitor: toMonitor(file.monitor),
		slack: {
			...file.slack,
			mention: file.slack.mention
		}
	};
}
function resolveAll(files, directory) {
	return files.map((file) => path.resolve(directory, file));
}
function toClientAnchors(clients, directory) {
	return new Map(CLIENT_NAMES.flatMap((client) => {
		const files = clients[client];
		return files ? [[client, resolveAll(files, directory)]] : [];
	}));
}
function toAirec(airec, directory) {
	return {
		instance: airec.instance,
		mapping: path.resolve(directory, airec.mapping),
		bind: toBindCommand(airec.bind, directory),
		environment: airec.environment
	};
}
function toBindCommand(bind, directory) {
	if (bind === "none") return "none";
	const [command, ...leading] = typeof bind === "string" ? [bind] : bind;
	return [command.includes("/") || command.includes(path.sep) ? path.resolve(directory, command) : command, ...leading];
}
function toEndpoint(endpoint, context) {
	const place = ["endpoints", context.index];
	return {
		domain: endpoint.domain,
		port: endpoint.port,
		certificate: toCertificate(endpoint.certificate, context.directory),
		ingress: endpoint.ingress.map(({ "enable-https": enableHttps, ...target }) => ({
			...target,
			...enableHttps === void 0 ? {} : { enableHttps }
		})),
		health: toHealth(endpoint.health),
		clients: endpoint.clients,
		addresses: endpoint.addresses,
		locations: {
			domain: context.document.locateKey([...place, "domain"]),
			certificate: context.document.locateKey([...place, "certificate"])
		}
	};
}
function toHealth({ method, ...request }) {
	return method === "NONE" ? void 0 : {
		...request,
		method
	};
}
function toCertificate(certificate, directory) {
	const { bundle, key, "cas-id": casId, request } = certificate;
	if (bundle !== void 0 && key !== void 0) {
		const source = "env" in key ? key : { file: path.resolve(directory, key.file) };
		return {
			kind: "bundle",
			bundle: path.resolve(directory, bundle),
			key: source
		};
	}
	return casId === void 0 ? {
		kind: "request",
		...request ?? { type: "DV" }
	} : {
		kind: "cas-id",
		casId
	};
}
function toDeadlines(deadlines) {
	return {
		callMs: deadlines.call,
		statusMs: deadlines.status,
		propagationMs: deadlines.propagation,
		bindMs: deadlines.bind,
		connectionMs: deadlines.connection
	};
}
function toMonitor(monitor) {
	return {
		openAfter: monitor["open-after"],
		resolveAfter: monitor["resolve-after"],
		remindDays: monitor["remind-days"],
		group: monitor.group,
		unknownAfter: monitor["unknown-after"],
		historyDays: monitor["history-days"],
		digest: monitor.digest,
		vantage: monitor.vantage
	};
}
// src/config/load-config.ts
const MAX_FILE_BYTES = 4194304;
/**
* Reads and checks the configuration file; paths in it are relative to its folder.
*
* @throws CONFIG_NOT_FOUND, CONFIG_UNREADABLE, CONFIG_TOO_LARGE, and as `parseConfig`
*/
async function loadConfig(file) {
	const absolute = path.resolve(file);
	return parseConfig(await readText(file, absolute), {
		file,
		directory: path.dirname(absolute)
	});
}
/**
* The configuration in `text`, with every default filled in and every path absolute. Touches no file.
*
* @throws AppErrors with every problem there is, each with line and column (CONFIG_…)
* @throws CONFIG_EMPTY, CONFIG_WRONG_TYPE when there is no mapping at all
*/
function parseConfig(text, source) {
	const document = readDocument(text, source.file);
	const result = configFileSchema.safeParse(document.value);
	const problems = [...result.success ? [
		...findForeignIngress(result.data, document),
		...findContestedTargets(result.data, document),
		...findExposedKeys(result.data, document)
	] : describeIssues(result.error.issues, document), ...findDuplicateEndpoints(document)];
	if (!result.success || problems.length > 0) throw new AppErrors(problems.toSorted(byPlace));
	return toConfig(result.data, {
		...source,
		document
	});
}
function byPlace(a, b) {
	const [here, there] = [a.location, b.location];
	return (here?.line ?? 0) - (there?.line ?? 0) || (here?.column ?? 0) - (there?.column ?? 0);
}
async function readText(file, absolute) {
	const location = { file };
	let bytes;
	try {
		const { size } = await stat(absolute);
		if (size > MAX_FILE_BYTES) throw appError("CONFIG_TOO_LARGE", {
			bytes: size,
			limit: MAX_FILE_BYTES
		}, { location });
		bytes = await readFile(absolute);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT" || code === "ENOTDIR") throw appError("CONFIG_NOT_FOUND", { path: absolute }, {
			location,
			cause: error
		});
		if (code === "EISDIR") throw appError("CONFIG_UNREADABLE", { reason: "it is a folder" }, {
			location,
			cause: error
		});
		if (code === "EACCES") throw appError("CONFIG_UNREADABLE", { reason: "permission denied" }, {
			location,
			cause: error
		});
		throw error;
	}
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (error) {
		throw appError("CONFIG_UNREADABLE", { reason: "it is not UTF-8 text" }, {
			location,
			cause: error
		});
	}
}
// src/reports/summary/summary.ts
function code(text) {
	return { code: text };
}
function strong(text) {
	return { strong: text };
}
function link(text, url) {
	return {
		link: text,
		url
	};
}
function signed(sign, text) {
	return {
		sign,
		text
	};
}
function paragraph(text) {
	return {
		kind: "paragraph",
		text
	};
}
function list(items) {
	return {
		kind: "list",
		items
	};
}
function isSigned(cell) {
	return typeof cell === "object" && "sign" in cell;
}
function spansOf(text) {
	if (typeof text === "string") return [text];
	return "length" in text ? text : [text];
}
/** A table of `rows` without the columns that would say nothing in any row; `–` where one of them is not known. */
function tableOf(rows, columns) {
	const told = columns.flatMap(([heading, cellOf]) => {
		const cells = rows.map(cellOf);
		return cells.some((cell) => cell !== void 0) ? [{
			heading,
			cells
		}] : [];
	});
	return {
		heading: told.map(({ heading }) => heading),
		rows: rows.map((_, index) => told.map(({ cells }) => cells[index] ?? "–"))
	};
}
// src/reports/summary/limits.ts
/** The first `most` of `items`. `word` is what one of them is. */
function firstOf(items, most, word) {
	return cutAt(items, Math.min(most, items.length), word);
}
/** As many of `items`, from the first, as have room in `most` bytes, with `gap` bytes for each. */
function fitting(items, { most, gap, word }) {
	let bytes = 0;
	const end = items.findIndex((item) => {
		bytes += Buffer.byteLength(item) + gap;
		return bytes > most;
	});
	return cutAt(items, end === -1 ? items.length : end, word);
}
function cutAt(items, end, word) {
	const left = items.length - end;
	const rest = left === 0 ? void 0 : `${countOf(left, `more ${word}`)} in the report.`;
	return {
		items: items.slice(0, end),
		rest
	};
}
// src/reports/summary/visible.ts
/** Text from anywhere on one line: no break, nothing that controls, hides or reorders. Of any length. */
function visible(text) {
	return printable(text.replaceAll(/\s+/g, " "), 1e400);
}
// src/commands/trust-anchors.ts
/**
* The PEM files with trust anchors beyond Node's bundled Mozilla roots. `location`: what names them.
*
* @throws FILE_UNREADABLE
*/
function readTrustAnchors(files, location) {
	return Promise.all(files.map(async (file) => {
		try {
			return {
				text: await readFile(file, "utf8"),
				source: file
			};
		} catch (cause) {
			const reason = cause.code ?? "error";
			throw appError("FILE_UNREADABLE", {
				file,
				reason
			}, {
				location,
				cause
			});
		}
	}));
}
/**
* The trust anchors that a configuration names beside the public ones.
*
* @throws FILE_UNREADABLE
*/
async function readConfiguredTrust({ trust: { roots, clients }, file }) {
	const read = (files) => readTrustAnchors(files, { file });
	const own = await read(roots);
	const byClient = [...clients].map(async ([client, files]) => [client, await read(files)]);
	return {
		own,
		byClient: new Map(await Promise.all(byClient))
	};
}
export { parseDuration as _, fitting as a, link as c, signed as d, spansOf as f, casStoreOf as g, loadConfig as h, firstOf as i, list as l, tableOf as m, readTrustAnchors as n, code as o, strong as p, visible as r, isSigned as s, readConfiguredTrust as t, paragraph as u, parseAddressPin as v };
