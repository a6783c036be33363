import { t as appError } from "./catalogue.js";
import { t as require_dist } from "./dist.js";
import { X509Certificate, constants, createHash, createHmac, createPrivateKey, generateKeyPairSync, randomBytes, randomUUID, sign, timingSafeEqual } from "node:crypto";
import path from "node:path";
import { createServer } from "node:net";
import { createServer as createServer$1 } from "node:http";
import { createSecureContext } from "node:tls";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer as createServer$2 } from "node:https";
import process from "node:process";
// src/emulator/airec.ts
/** One AIRec instance that takes certificates from `certificates`. */
function createAirec(instanceId, certificates) {
	let bindings = [];
	return {
		get bindings() {
			return bindings;
		},
		update(update) {
			const [first, ...rest] = [...update.instanceId === instanceId ? [] : [`there is no instance ${update.instanceId}`], ...update.domains.flatMap((row) => problemsOf(row, certificates))];
			if (first !== void 0) return {
				ok: false,
				problems: [first, ...rest]
			};
			const bound = update.domains.map(({ domain, port, certificateId }) => ({
				domain: domain.toLowerCase(),
				port,
				certificateId
			}));
			bindings = [...bindings.filter((old) => !bound.some((binding) => binding.domain === old.domain && binding.port === old.port)), ...bound];
			return {
				ok: true,
				bound
			};
		},
		answer(request, response) {
			const domain = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
			const { status, body } = recommend(request.url ?? "", request.method ?? "", bindings.some((binding) => binding.domain === domain));
			response.writeHead(status, {
				server: "airec-https-emulator",
				"content-type": "application/json"
			});
			response.end(JSON.stringify(body));
		}
	};
}
function problemsOf(row, certificates) {
	const problems = [];
	const record = certificates.find((candidate) => candidate.id === row.certificateId);
	if (!record) problems.push(`${row.domain}: there is no certificate ${row.certificateId}`);
	else if (record.leaf.checkHost(row.domain) === void 0) problems.push(`${row.domain}: ${row.certificateId} is a certificate for ${record.domain}`);
	if (row.protocol !== "HTTPS") problems.push(`${row.domain}: protocol is ${row.protocol}, expected HTTPS`);
	if (!Number.isInteger(row.port) || row.port < 1 || row.port > 65535) problems.push(`${row.domain}: port is ${row.port}, expected 1 to 65535`);
	return problems;
}
/** 421 (RFC 9110 §15.5.20) says that this service does not answer for the host. */
function recommend(target, method, bound) {
	const emulator = "airec-https";
	if (!bound) return {
		status: 421,
		body: {
			emulator,
			message: "This domain is not bound."
		}
	};
	if (target.split("?")[0] !== "/api/v1/recommend") return {
		status: 404,
		body: {
			emulator,
			message: "There is only /api/v1/recommend."
		}
	};
	if (method !== "GET" && method !== "HEAD") return {
		status: 405,
		body: {
			emulator,
			message: "Only GET and HEAD are allowed."
		}
	};
	return {
		status: 200,
		body: {
			emulator,
			items: [{
				itemId: "item-1",
				weight: 1
			}]
		}
	};
}
// src/emulator/airec-cli.ts
/**
* Writes an executable `airec-cli` (on Windows `airec-cli.cmd`) into `directory`, which is made if need be,
* and returns its path. It hands its arguments to `emulate airec-cli` of `cliEntry`, an absolute path.
*/
async function writeExecutable(directory, cliEntry, airecEndpoint) {
	await mkdir(directory, { recursive: true });
	const windows = process.platform === "win32";
	const file = path.join(directory, windows ? "airec-cli.cmd" : "airec-cli");
	const words = [
		process.execPath,
		cliEntry,
		"emulate",
		"airec-cli",
		"--airec-endpoint",
		airecEndpoint
	];
	const script = windows ? `@${words.map(quoteForCmd).join(" ")} -- %*\r\n` : `#!/bin/sh\nexec ${words.map(quoteForShell).join(" ")} -- "$@"\n`;
	await writeFile(file, script);
	await chmod(file, 493);
	return file;
}
/** POSIX.1-2024, Shell Command Language §2.2.2: nothing is special between single quotes but their end. */
function quoteForShell(word) {
	return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
/** A path of Windows holds no quotation mark; a percent sign in a batch file must be doubled. */
function quoteForCmd(word) {
	return `"${word.replaceAll("%", "%%")}"`;
}
// src/emulator/cas-answer.ts
/** Statuses that the code does not tell by its shape. */
const STATUSES$1 = {
	UnsupportedHTTPMethod: 405,
	RequestEntityTooLarge: 413,
	"Throttling.User": 429,
	ServiceUnavailable: 503
};
function succeed(body) {
	return {
		kind: "success",
		body
	};
}
function refuse(code, message) {
	const notFound = code.startsWith("NotFound") || code.endsWith(".NotFound");
	return {
		kind: "refusal",
		status: STATUSES$1[code] ?? (notFound ? 404 : 400),
		code,
		message
	};
}
/** The body as sent, with the fields Alibaba Cloud puts around every answer. */
function answerBody(answer, requestId) {
	if (answer.kind === "success") return {
		RequestId: requestId,
		...answer.body
	};
	return {
		RequestId: requestId,
		HostId: "airec-https-emulator",
		Code: answer.code,
		Message: answer.message,
		Recommend: "This is the airec-https emulator, not Alibaba Cloud."
	};
}
// src/emulator/cas-call.ts
const MAX_BODY_BYTES = 1048576;
/** Reads query and form body into one set of parameters. */
async function readCall(request) {
	const method = request.method ?? "";
	const rawUrl = request.url ?? "";
	const body = await readBody(request);
	const query = new URLSearchParams(rawUrl.slice(rawUrl.indexOf("?") + 1 || rawUrl.length));
	const form = isForm(request.headers["content-type"]) ? new URLSearchParams(body) : new URLSearchParams();
	const parameters = new Map([...query, ...form]);
	return {
		method,
		rawUrl,
		parameters,
		refusal: checkTransport(method, body, request.headers["content-type"]) ?? checkUrl(query) ?? (parameters.size === query.size + form.size ? void 0 : refuse("InvalidParameter", "A parameter occurs more than once."))
	};
}
function checkTransport(method, body, contentType) {
	if (![
		"GET",
		"POST",
		"PUT"
	].includes(method)) return refuse("UnsupportedHTTPMethod", `This HTTP method is not supported: ${method}.`);
	if (body === void 0) return refuse("RequestEntityTooLarge", `The body is larger than ${MAX_BODY_BYTES} bytes.`);
	if (body !== "" && !isForm(contentType)) return refuse("UnsupportedContentType", "The body must be application/x-www-form-urlencoded.");
}
/** URLs end up in logs of every proxy on the way. The real service would take the key. */
function checkUrl(query) {
	if (!query.has("Key") && ![...query.values()].some((value) => value.includes("PRIVATE KEY"))) return;
	return refuse("InvalidParameter.Key", "A PRIVATE KEY CAME IN A URL. Key material belongs in a POST body.");
}
/** UTF-8 text of the body; undefined when it is longer than allowed. */
async function readBody(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size <= MAX_BODY_BYTES) chunks.push(chunk);
	}
	return size > MAX_BODY_BYTES ? void 0 : Buffer.concat(chunks).toString("utf8");
}
function isForm(contentType) {
	return contentType?.split(";")[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}
// src/emulator/airec-control.ts
/** Where, below the emulator's origin, the emulated airec-cli delivers its rows. */
const AIREC_PATH = "/airec/domains";
/** Answers a delivery of `postDomainUpdate`: 200 or 400 with a DomainUpdateResult. */
async function handleDomainUpdate(airec, request, response) {
	const result = await resultOf(airec, request);
	response.writeHead(result.ok ? 200 : 400, { "content-type": "application/json" });
	response.end(JSON.stringify(result));
}
async function resultOf(airec, request) {
	const json = request.headers["content-type"] === "application/json";
	const body = await readBody(request);
	const update = request.method === "POST" && json && body !== void 0 ? parseUpdate(body) : void 0;
	return update ? airec.update(update) : {
		ok: false,
		problems: ["the request is not a domain update"]
	};
}
function parseUpdate(body) {
	let value;
	try {
		value = JSON.parse(body);
	} catch {
		return;
	}
	if (!isRecord(value) || !Array.isArray(value["domains"])) return void 0;
	const { instanceId, region } = value;
	const domains = value["domains"].map(parseRow).filter((row) => row !== void 0);
	if (typeof instanceId !== "string" || typeof region !== "string") return void 0;
	return domains.length === value["domains"].length ? {
		instanceId,
		region,
		domains
	} : void 0;
}
function parseRow(value) {
	if (!isRecord(value)) return void 0;
	const { domain, certificateId, protocol, port } = value;
	if (typeof domain !== "string" || typeof certificateId !== "string") return void 0;
	if (typeof protocol !== "string" || typeof port !== "number") return void 0;
	return {
		domain,
		certificateId,
		protocol,
		port
	};
}
function isRecord(value) {
	return typeof value === "object" && value !== null;
}
// src/emulator/der-writer.ts
/**
* A writer of DER (ITU-T X.690 §8 and §10), as far as a certificate needs it. Every function returns one
* complete element: tag, length in the shortest form, content.
*/
/** One element with the identifier octet `tag` around `contents`. */
function element(tag, ...contents) {
	const content = Buffer.concat(contents);
	return Buffer.concat([
		Buffer.from([tag]),
		length(content.length),
		content
	]);
}
function length(octets) {
	if (octets < 128) return Buffer.from([octets]);
	const hex = octets.toString(16);
	const digits = Buffer.from(hex.padStart(hex.length + hex.length % 2, "0"), "hex");
	return Buffer.concat([Buffer.from([128 | digits.length]), digits]);
}
function sequence(...elements) {
	return element(48, ...elements);
}
function setOf(only) {
	return element(49, only);
}
/** Non-negative INTEGER from its big-endian magnitude. */
function integer(magnitude) {
	let start = 0;
	while (start < magnitude.length - 1 && magnitude[start] === 0) start += 1;
	const shortest = magnitude.subarray(start);
	return element(2, ...((shortest[0] ?? 0) & 128) !== 0 ? [Buffer.from([0]), shortest] : [shortest]);
}
function boolean(value) {
	return element(1, Buffer.from([value ? 255 : 0]));
}
function nullValue() {
	return element(5);
}
/** `dotted`: such as `2.5.29.17`. */
function objectIdentifier(dotted) {
	const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
	return element(6, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}
function base128(arc) {
	const octets = [arc & 127];
	for (let left = arc >>> 7; left > 0; left >>>= 7) octets.unshift(128 | left & 127);
	return octets;
}
function octetString(content) {
	return element(4, content);
}
/** BIT STRING of whole octets, such as a signature. */
function bitString(content) {
	return element(3, Buffer.from([0]), content);
}
/** BIT STRING of named bits, trailing zero bits removed (X.690 §11.2.2). `bits`: numbers from 0 to 7. */
function namedBits(...bits) {
	const octet = bits.reduce((octetSoFar, bit) => octetSoFar | 128 >> bit, 0);
	return element(3, Buffer.from([7 - Math.max(...bits), octet]));
}
function utf8String(text) {
	return element(12, Buffer.from(text, "utf8"));
}
/** UTCTime through 2049, GeneralizedTime from 2050 on (RFC 5280 §4.1.2.5); fractions of a second are cut off. */
function time(date) {
	const digits = `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, "")}Z`;
	const utc = date.getUTCFullYear() >= 1950 && date.getUTCFullYear() < 2050;
	return element(utc ? 23 : 24, Buffer.from(utc ? digits.slice(2) : digits, "ascii"));
}
/** `[number] EXPLICIT` around `content`. */
function explicit(number, content) {
	return element(160 | number, content);
}
/** `[number] IMPLICIT` of a primitive type. */
function implicit(number, content) {
	return element(128 | number, content);
}
// src/emulator/certificate-extensions.ts
/** Bit numbers of KeyUsage (RFC 5280 §4.2.1.3). */
const KEY_USAGE = {
	digitalSignature: 0,
	keyEncipherment: 2,
	keyCertSign: 5,
	cRLSign: 6
};
const CRITICAL = true;
function extension(oid, value, critical = false) {
	return sequence(objectIdentifier(oid), ...critical ? [boolean(true)] : [], octetString(value));
}
/** Leftmost 160 bits of the SHA-256 of the SubjectPublicKeyInfo (RFC 7093 §2, method 4). */
function keyIdentifier(key) {
	return createHash("sha256").update(key.export({
		type: "spki",
		format: "der"
	})).digest().subarray(0, 20);
}
/** RFC 5280 §4.2.1.2. */
function subjectKeyIdentifier(key) {
	return extension("2.5.29.14", octetString(keyIdentifier(key)));
}
/** RFC 5280 §4.2.1.1. */
function authorityKeyIdentifier(key) {
	return extension("2.5.29.35", sequence(implicit(0, keyIdentifier(key))));
}
/** RFC 5280 §4.2.1.3. `bits`: values of KEY_USAGE. */
function keyUsage(...bits) {
	return extension("2.5.29.15", namedBits(...bits), CRITICAL);
}
/** basicConstraints of a CA (RFC 5280 §4.2.1.9). `pathLength` undefined: unlimited. */
function certificateAuthority(pathLength) {
	const limit = pathLength === void 0 ? [] : [integer(Buffer.from([pathLength]))];
	return extension("2.5.29.19", sequence(boolean(true), ...limit), CRITICAL);
}
/** basicConstraints of an end entity: cA is FALSE by default, so the sequence is empty (RFC 5280 §4.2.1.9). */
function endEntity() {
	return extension("2.5.29.19", sequence(), CRITICAL);
}
/** extendedKeyUsage id-kp-serverAuth (RFC 5280 §4.2.1.12). */
function serverAuthentication() {
	return extension("2.5.29.37", sequence(objectIdentifier("1.3.6.1.5.5.7.3.1")));
}
/** certificatePolicies: domain validated (RFC 5280 §4.2.1.4; CA/Browser Forum BR §7.1.6.1). */
function domainValidated() {
	return extension("2.5.29.32", sequence(sequence(objectIdentifier("2.23.140.1.2.1"))));
}
/** dNSName entries (RFC 5280 §4.2.1.6); critical when the subject is empty. */
function subjectAlternativeName(dnsNames, critical) {
	return extension("2.5.29.17", sequence(...dnsNames.map((name) => implicit(2, Buffer.from(name, "ascii")))), critical);
}
/** authorityInfoAccess with one caIssuers URL (RFC 5280 §4.2.2.1). */
function caIssuers(url) {
	return extension("1.3.6.1.5.5.7.1.1", sequence(sequence(objectIdentifier("1.3.6.1.5.5.7.48.2"), implicit(6, Buffer.from(url, "ascii")))));
}
// src/emulator/issue-certificate.ts
/** DER of an X.509 v3 certificate (RFC 5280 §4.1) signed with `issuerKey`, an EC or RSA private key. */
function issueCertificate(profile, issuerKey) {
	const algorithm = signatureAlgorithm(issuerKey);
	const toBeSigned = sequence(explicit(0, integer(Buffer.from([2]))), integer(serialNumber()), algorithm, distinguishedName(profile.issuer), sequence(time(profile.notBefore), time(profile.notAfter)), distinguishedName(profile.subject), profile.publicKey.export({
		type: "spki",
		format: "der"
	}), explicit(3, sequence(...profile.extensions)));
	return sequence(toBeSigned, algorithm, bitString(sign("sha256", toBeSigned, issuerKey)));
}
/** PEM of one certificate: 64 columns, LF, a final line break (RFC 7468 §2). */
function certificatePem(der) {
	return `-----BEGIN CERTIFICATE-----\n${(der.toString("base64").match(/.{1,64}/g) ?? []).join("\n")}\n-----END CERTIFICATE-----\n`;
}
/** 126 random bits; the leading bits make it positive and of constant length (RFC 5280 §4.1.2.2 allows 20 octets). */
function serialNumber() {
	const octets = randomBytes(16);
	octets[0] = (octets[0] ?? 0) & 63 | 64;
	return octets;
}
/** Name with a commonName as its only attribute (RFC 5280 §4.1.2.4). */
function distinguishedName(commonName) {
	if (commonName === void 0) return sequence();
	return sequence(setOf(sequence(objectIdentifier("2.5.4.3"), utf8String(commonName))));
}
/** ecdsa-with-SHA256 (RFC 5758 §3.2) or sha256WithRSAEncryption, whose parameters are NULL (RFC 4055 §5). */
function signatureAlgorithm(key) {
	return key.asymmetricKeyType === "rsa" ? sequence(objectIdentifier("1.2.840.113549.1.1.11"), nullValue()) : sequence(objectIdentifier("1.2.840.10045.4.3.2"));
}
// src/emulator/authority.ts
const DAY_MS = 864e5;
/** Clocks of clients may run behind. */
const BACKDATE_MS = 36e5;
const LEAF_DAYS = 199;
/** ub-common-name (RFC 5280 appendix A.1). */
const LONGEST_COMMON_NAME = 64;
/** Makes root and intermediate anew. `aiaBase`: where AIA is served, such as `http://127.0.0.1:8080/aia`. */
function createAuthority(aiaBase, now) {
	const root = createRoot(`${aiaBase}/root.cer`, now());
	const issuers = /* @__PURE__ */ new Map([[root.url, root]]);
	function addIntermediate(slug) {
		const issuer = createIntermediate(root, {
			url: `${aiaBase}/${slug}.cer`,
			slug,
			now: now()
		});
		issuers.set(issuer.url, issuer);
		return issuer;
	}
	const first = addIntermediate("intermediate");
	return {
		rootPem: root.pem,
		intermediate: first,
		addIntermediate,
		issue(request) {
			const issuer = issuers.get(request.issuer?.url ?? first.url) ?? first;
			const { leafPem, keyPem } = issueLeaf(issuer, request, now());
			const bundlePem = leafPem + issuer.pem;
			return {
				leafPem,
				bundlePem,
				fullChainPem: bundlePem + root.pem,
				keyPem
			};
		},
		published: (url) => issuers.get(url)?.der
	};
}
function createRoot(url, now) {
	const name = "airec-https emulator root";
	const { privateKey, publicKey } = ecKeyPair();
	const der = issueCertificate({
		subject: name,
		issuer: name,
		notBefore: /* @__PURE__ */ new Date(now.getTime() - DAY_MS),
		notAfter: new Date(now.getTime() + 3650 * DAY_MS),
		publicKey,
		extensions: [
			certificateAuthority(void 0),
			keyUsage(KEY_USAGE.keyCertSign, KEY_USAGE.cRLSign),
			subjectKeyIdentifier(publicKey)
		]
	}, privateKey);
	return {
		name,
		key: privateKey,
		publicKey,
		der,
		pem: certificatePem(der),
		url
	};
}
function createIntermediate(root, { url, slug, now }) {
	const name = `airec-https emulator ${slug}`;
	const { privateKey, publicKey } = ecKeyPair();
	const der = issueCertificate({
		subject: name,
		issuer: root.name,
		notBefore: /* @__PURE__ */ new Date(now.getTime() - DAY_MS),
		notAfter: new Date(now.getTime() + 1095 * DAY_MS),
		publicKey,
		extensions: [
			certificateAuthority(0),
			keyUsage(KEY_USAGE.keyCertSign, KEY_USAGE.cRLSign),
			serverAuthentication(),
			subjectKeyIdentifier(publicKey),
			authorityKeyIdentifier(root.publicKey),
			domainValidated(),
			caIssuers(root.url)
		]
	}, root.key);
	return {
		name,
		key: privateKey,
		publicKey,
		der,
		pem: certificatePem(der),
		url
	};
}
function issueLeaf(issuer, request, now) {
	const rsa = request.keyType === "rsa";
	const { privateKey, publicKey } = rsa ? generateKeyPairSync("rsa", { modulusLength: 2048 }) : ecKeyPair();
	const [domain] = request.names;
	const subject = domain.length <= LONGEST_COMMON_NAME ? domain : void 0;
	const usage = KEY_USAGE;
	const der = issueCertificate({
		subject,
		issuer: issuer.name,
		...validity(request, now),
		publicKey,
		extensions: [
			endEntity(),
			keyUsage(usage.digitalSignature, ...rsa ? [usage.keyEncipherment] : []),
			serverAuthentication(),
			subjectKeyIdentifier(publicKey),
			authorityKeyIdentifier(issuer.publicKey),
			subjectAlternativeName(request.names, subject === void 0),
			domainValidated(),
			caIssuers(issuer.url)
		]
	}, issuer.key);
	const keyPem = privateKey.export({
		type: "pkcs8",
		format: "pem"
	}).toString();
	return {
		leafPem: certificatePem(der),
		keyPem
	};
}
/** Both ends are inclusive (RFC 5280 §4.1.2.5), hence the second less. */
function validity(request, now) {
	const spanMs = LEAF_DAYS * DAY_MS - 1e3;
	const { notAfter } = request;
	const notBefore = request.notBefore ?? (notAfter ? /* @__PURE__ */ new Date(notAfter.getTime() - spanMs) : /* @__PURE__ */ new Date(now.getTime() - BACKDATE_MS));
	return {
		notBefore,
		notAfter: notAfter ?? new Date(notBefore.getTime() + spanMs)
	};
}
function ecKeyPair() {
	return generateKeyPairSync("ec", { namedCurve: "P-256" });
}
// src/emulator/faults.ts
function createFaults() {
	const entries = [];
	return {
		get active() {
			return entries.filter((entry) => entry.left > 0).map((entry) => entry.fault);
		},
		inject(fault) {
			const entry = {
				fault,
				left: fault.times ?? Number.POSITIVE_INFINITY
			};
			entries.push(entry);
			return () => {
				entry.left = 0;
			};
		},
		take(kind, applies = () => true) {
			for (const entry of entries) {
				if (entry.left === 0 || entry.fault.kind !== kind) continue;
				const fault = entry.fault;
				if (!applies(fault)) continue;
				entry.left -= 1;
				return fault;
			}
		}
	};
}
/** Whether a fault restricted to an action, or to none, hits `action`. */
function hits(action) {
	return (fault) => fault.action === void 0 || fault.action === action;
}
// src/emulator/client-hello.ts
const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME_EXTENSION = 0;
const RECORD_HEADER = 5;
/** More than any real client sends, its post-quantum key shares included. */
const LONGEST_HELLO = 65536;
/**
* Reads the server name (RFC 6066 §3) from the first bytes of a connection. `received` is everything so
* far; the hello may be spread over several records (RFC 8446 §5.1).
*/
function readClientHello(received) {
	const hello = handshakeMessage(received);
	if (hello === "malformed" || received.length > LONGEST_HELLO) return { kind: "malformed" };
	if (hello === "incomplete") return { kind: "incomplete" };
	try {
		return {
			kind: "hello",
			serverName: serverName(hello)
		};
	} catch {
		return { kind: "malformed" };
	}
}
/** Body of the ClientHello. */
function handshakeMessage(received) {
	const fragments = [];
	let offset = 0;
	while (offset < received.length) {
		if (received[offset] !== HANDSHAKE_RECORD) return "malformed";
		if (received.length < offset + RECORD_HEADER) return "incomplete";
		const end = offset + RECORD_HEADER + received.readUInt16BE(offset + 3);
		fragments.push(received.subarray(offset + RECORD_HEADER, end));
		offset = end;
	}
	const message = Buffer.concat(fragments);
	if (message.length < 4) return "incomplete";
	if (message[0] !== CLIENT_HELLO) return "malformed";
	const length = message.readUIntBE(1, 3);
	return message.length < 4 + length ? "incomplete" : message.subarray(4, 4 + length);
}
/** RFC 8446 §4.1.2: version 2, random 32, session id <1>, cipher suites <2>, compression <1>, extensions <2>. */
function serverName(hello) {
	let offset = 34;
	offset += 1 + hello.readUInt8(offset);
	offset += 2 + hello.readUInt16BE(offset);
	offset += 1 + hello.readUInt8(offset);
	if (offset === hello.length) return void 0;
	const end = offset + 2 + hello.readUInt16BE(offset);
	offset += 2;
	while (offset < end) {
		const type = hello.readUInt16BE(offset);
		const length = hello.readUInt16BE(offset + 2);
		if (type === SERVER_NAME_EXTENSION) {
			const nameLength = hello.readUInt16BE(offset + 7);
			return hello.toString("ascii", offset + 9, offset + 9 + nameLength).toLowerCase();
		}
		offset += 4 + length;
	}
}
// src/emulator/edge.ts
/** Fatal alert unrecognized_name (RFC 6066 §3; RFC 8446 §6.2) in a record of its own. */
const UNRECOGNIZED_NAME = Buffer.from([
	21,
	3,
	3,
	0,
	2,
	2,
	112
]);
const HANDSHAKE_TIMEOUT_MS = 1e4;
/** Listens on an ephemeral port of `ip`; `answer` gets what comes in over TLS. */
async function startEdge(ip, answer) {
	const contexts = /* @__PURE__ */ new Map();
	const https = createServer$2({
		handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
		SNICallback: (name, done) => done(null, contextFor(contexts, name))
	}, answer);
	const sockets = /* @__PURE__ */ new Set();
	const listener = createServer((socket) => {
		sockets.add(socket);
		socket.once("close", () => sockets.delete(socket));
		socket.on("error", () => socket.destroy());
		admit(socket, {
			https,
			contexts
		});
	});
	await new Promise((resolve, reject) => {
		listener.once("error", reject);
		listener.listen(0, ip, resolve);
	});
	return {
		ip,
		port: listener.address().port,
		present(certificate) {
			const material = presentable(certificate);
			const context = createSecureContext(material);
			for (const name of certificate.names) contexts.set(name.toLowerCase(), context);
			https.setSecureContext(material);
		},
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => listener.close(() => resolve()));
		}
	};
}
function presentable({ chainPem, keyPem }) {
	return {
		cert: chainPem,
		key: keyPem,
		ca: [],
		secureOptions: constants.SSL_OP_NO_TICKET
	};
}
function contextFor(contexts, name) {
	const host = name.toLowerCase();
	return contexts.get(host) ?? contexts.get(`*${host.slice(host.indexOf("."))}`);
}
/**
* Looks at the hello before TLS does: Node.js can only cut the connection when it knows no certificate,
* while an ingress says why with an alert. A client without a server name gets the newest certificate.
*/
function admit(socket, { https, contexts }) {
	let received = Buffer.alloc(0);
	socket.setTimeout(HANDSHAKE_TIMEOUT_MS, () => socket.destroy());
	socket.on("data", function look(chunk) {
		received = Buffer.concat([received, chunk]);
		const hello = readClientHello(received);
		if (hello.kind === "incomplete") return;
		socket.off("data", look);
		if (hello.kind === "malformed") {
			socket.destroy();
			return;
		}
		if (!(hello.serverName === void 0 ? contexts.size > 0 : contextFor(contexts, hello.serverName))) {
			socket.end(UNRECOGNIZED_NAME);
			return;
		}
		socket.setTimeout(0);
		socket.pause();
		socket.unshift(received);
		https.emit("connection", socket);
	});
}
// src/emulator/ingress.ts
const TARGET_TYPES = [
	"SLB",
	"CDN",
	"API_GATEWAY"
];
/** How each product says that it has no such instance. */
const UNKNOWN_INSTANCE = {
	SLB: "InvalidLoadBalancerId.NotFound",
	CDN: "InvalidDomain.NotFound",
	API_GATEWAY: "NotFoundApiGroup"
};
async function startInstance(options, answer) {
	const edges = await Promise.all(Array.from({ length: options.edges }, (_, index) => startEdge(options.ipv6 && index === options.edges - 1 ? "::1" : "127.0.0.1", answer)));
	return {
		type: options.type,
		id: options.id,
		edges
	};
}
/** The instance that a deployment names, or the refusal of its product. */
function findInstance(instances, type, id) {
	return instances.find((candidate) => candidate.type === type && candidate.id === id) ?? refuse(UNKNOWN_INSTANCE[type], `The specified instance does not exist: ${id}.`);
}
/** Has every edge present `certificate`, but for those that a fault keeps stale. */
function presentEverywhere(instance, certificate, faults) {
	for (const [index, edge] of instance.edges.entries()) if (!faults.take("stale-edge", (fault) => fault.instanceId === instance.id && fault.edge === index)) edge.present(certificate);
}
// src/emulator/pem-material.ts
const CERTIFICATE_BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** The certificates of `pem` in its order; undefined when there is none or one cannot be read. */
function readCertificates(pem) {
	try {
		const [first, ...rest] = (pem.match(CERTIFICATE_BLOCK) ?? []).map((block) => new X509Certificate(block));
		return first && [first, ...rest];
	} catch {
		return;
	}
}
/** PKCS#8, PKCS#1 or SEC1; undefined when it is encrypted or cannot be read. */
function readPrivateKey(pem) {
	try {
		return createPrivateKey(pem);
	} catch {
		return;
	}
}
/** PEM of nothing but the first certificate. */
function leafOnly(leaf) {
	return certificatePem(leaf.raw);
}
/** dNSName entries, in order; the common name when there are none; empty when that is missing too. */
function hostNames(leaf) {
	const dnsNames = [...(leaf.subjectAltName ?? "").matchAll(/(?:^|, )DNS:([^,"\s]+)/g)].map(([, name]) => name ?? "");
	if (dnsNames.length > 0) return dnsNames;
	const commonName = /^CN=(.+)$/m.exec(leaf.subject)?.[1];
	return commonName === void 0 ? [] : [commonName];
}
// src/emulator/lifecycle.ts
/** The one word for a certificate: what is unfinished or failed hides what is done. */
function statusOf(record) {
	if (record.issuingPolls !== void 0) return "Issuing";
	const statuses = record.deployments.map((deployment) => deployment.status);
	for (const status of [
		"Failed",
		"Deploying",
		"Deployed"
	]) if (statuses.includes(status)) return status;
	return "Issued";
}
/** Puts a certificate into the store under an id of its own. */
function addCertificate(cloud, material, issuingPolls) {
	let id;
	do
		id = `cert-${randomBytes(3).toString("hex")}`;
	while (cloud.certificates.some((other) => other.id === id));
	const record = {
		...material,
		id,
		issuingPolls: issuingPolls === 0 ? void 0 : issuingPolls,
		deployments: []
	};
	cloud.certificates.push(record);
	return record;
}
/** How many status polls what `action` starts will take, faults included. */
function pollsFor(cloud, action) {
	const usual = action === "CreateCertificate" ? cloud.polls.issuing : cloud.polls.deploying;
	const slow = cloud.faults.take("slow-status", hits(action))?.polls ?? 0;
	return cloud.faults.take("stuck-status", hits(action)) ? Number.POSITIVE_INFINITY : usual + slow;
}
/** Starts binding. A binding under way to the same instance goes on as it is. */
function startDeployment(cloud, record, instance) {
	const present = record.deployments.find((deployment) => deployment.instance === instance);
	if (present?.status === "Deploying") return;
	const deployment = {
		type: instance.type,
		instance,
		status: "Deploying",
		pollsLeft: pollsFor(cloud, "DeployCertificate"),
		fails: cloud.faults.take("failed-deploy", hits("DeployCertificate")) !== void 0
	};
	record.deployments = [...record.deployments.filter((other) => other !== present), deployment];
	if (deployment.pollsLeft === 0) finishDeployment(cloud, record, deployment);
}
/** What one status poll does: time passes in polls. The poll after the last one left sees the end. */
function poll(cloud, record) {
	if (record.issuingPolls !== void 0) record.issuingPolls = record.issuingPolls === 0 ? void 0 : record.issuingPolls - 1;
	for (const deployment of record.deployments) {
		if (deployment.status !== "Deploying") continue;
		if (deployment.pollsLeft === 0) finishDeployment(cloud, record, deployment);
		else deployment.pollsLeft -= 1;
	}
}
function finishDeployment(cloud, record, deployment) {
	const { chainPem, keyPem, leaf } = record;
	const names = hostNames(leaf);
	if (deployment.fails) {
		deployment.status = "Failed";
		deployment.instance.edges[0]?.present({
			names,
			chainPem: leafOnly(leaf),
			keyPem
		});
		return;
	}
	deployment.status = "Deployed";
	presentEverywhere(deployment.instance, {
		names,
		chainPem,
		keyPem
	}, cloud.faults);
	supersede(cloud, record, deployment.instance);
}
/** A server name has one certificate an instance: others for the same domain are no longer bound to it. */
function supersede(cloud, record, instance) {
	for (const other of cloud.certificates) {
		if (other === record || other.domain !== record.domain) continue;
		other.deployments = other.deployments.filter((deployment) => deployment.instance !== instance);
	}
}
// src/emulator/parameters.ts
/** The values of `names`, in their order, or the refusal for the first that is missing. */
function required(parameters, names) {
	const missing = names.find((name) => !parameters.get(name));
	if (missing !== void 0) return refuse(`MissingParameter.${missing}`, `${missing} is mandatory for this action.`);
	return Object.fromEntries(names.map((name) => [name, parameters.get(name)]));
}
function invalid(name, expected) {
	return refuse(`InvalidParameter.${name}`, `${name} must be ${expected}.`);
}
function isRefusal(value) {
	return "kind" in value && value.kind === "refusal";
}
/** The certificate that CertId names. */
function findCertificate(cloud, parameters) {
	const given = required(parameters, ["CertId"]);
	if (isRefusal(given)) return given;
	return cloud.certificates.find((candidate) => candidate.id === given.CertId) ?? refuse("NotFound", `The certificate does not exist: ${given.CertId}.`);
}
/** As `findCertificate`, and issued. */
function findIssuedCertificate(cloud, parameters) {
	const record = findCertificate(cloud, parameters);
	if (isRefusal(record) || record.issuingPolls === void 0) return record;
	return refuse("OperationDenied.StatusNotSupport", "The certificate is Issuing; it must be issued first.");
}
// src/emulator/actions/create-certificate.ts
const LONGEST_NAME = 64;
/** A host name of two labels or more, also behind a wildcard label (RFC 1123 §2.1, RFC 6125 §6.4.3). */
const DOMAIN = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
/** Two forms: a request for a DV certificate (DomainName, CertType), and an upload (Name, Cert, Key). */
function createCertificate(cloud, parameters) {
	const requested = parameters.has("DomainName") || parameters.has("CertType");
	const material = requested ? issue(cloud, parameters) : readUpload(cloud, parameters);
	if (isRefusal(material)) return material;
	const chainPem = cloud.faults.take("leaf-only") !== void 0 ? leafOnly(material.leaf) : material.chainPem;
	const polls = requested ? pollsFor(cloud, "CreateCertificate") : 0;
	return succeed({ CertId: addCertificate(cloud, {
		...material,
		chainPem
	}, polls).id });
}
function issue(cloud, parameters) {
	const given = required(parameters, ["DomainName", "CertType"]);
	if (isRefusal(given)) return given;
	if (given.CertType !== "DV") return invalid("CertType", "DV");
	if (!DOMAIN.test(given.DomainName)) return invalid("DomainName", "a host name");
	const domain = given.DomainName.toLowerCase();
	const { bundlePem, keyPem } = cloud.authority.issue({ names: [domain] });
	const chain = readCertificates(bundlePem);
	if (!chain) return refuse("InternalError", "The issued certificate cannot be read.");
	return {
		name: `${domain}-${cloud.certificates.length + 1}`,
		source: "request",
		domain,
		leaf: chain[0],
		chainPem: bundlePem,
		keyPem
	};
}
function readUpload(cloud, parameters) {
	const given = required(parameters, [
		"Name",
		"Cert",
		"Key"
	]);
	if (isRefusal(given)) return given;
	const { Name: name, Cert: chainPem, Key: keyPem } = given;
	if (name.length > LONGEST_NAME) return invalid("Name", `at most ${LONGEST_NAME} characters`);
	const chain = readCertificates(chainPem);
	if (!chain) return invalid("Cert", "one or more certificates in PEM");
	const key = readPrivateKey(keyPem);
	if (!key) return refuse("PrivateKeyFormatException", "Key must be an unencrypted private key in PEM.");
	if (!chain[0].checkPrivateKey(key)) return refuse("NotMatch.CertificateAndPrivateKey", "Key does not belong to the first certificate.");
	const domain = hostNames(chain[0])[0];
	if (domain === void 0) return invalid("Cert", "a certificate for a host name");
	if (cloud.certificates.some((other) => other.name === name)) return refuse("NameRepeat", `A certificate with this name exists: ${name}.`);
	return {
		name,
		source: "upload",
		domain,
		leaf: chain[0],
		chainPem,
		keyPem
	};
}
// src/emulator/actions/deploy-certificate.ts
/** Starts binding a certificate to an instance; its edges change when the status becomes Deployed. */
function deployCertificate(cloud, parameters) {
	const given = required(parameters, [
		"CertId",
		"TargetType",
		"InstanceId"
	]);
	if (isRefusal(given)) return given;
	const type = TARGET_TYPES.find((candidate) => candidate === given.TargetType);
	if (!type) return invalid("TargetType", `one of ${TARGET_TYPES.join(", ")}`);
	const record = findIssuedCertificate(cloud, parameters);
	if (isRefusal(record)) return record;
	const instance = findInstance(cloud.instances, type, given.InstanceId);
	if (isRefusal(instance)) return instance;
	startDeployment(cloud, record, instance);
	return succeed({ Status: "Deploying" });
}
// src/emulator/actions/describe-certificate-status.ts
/** One poll. Sha2 (of the leaf, upper-case) and ChainLength are there once the certificate is issued. */
function describeCertificateStatus(cloud, parameters) {
	const record = findCertificate(cloud, parameters);
	if (isRefusal(record)) return record;
	poll(cloud, record);
	const status = statusOf(record);
	const issued = {
		Sha2: createHash("sha256").update(record.leaf.raw).digest("hex").toUpperCase(),
		ChainLength: readCertificates(record.chainPem)?.length
	};
	return succeed({
		CertId: record.id,
		Status: status,
		DomainName: record.domain,
		...status === "Issuing" ? {} : issued,
		Deployments: record.deployments.map((deployment) => ({
			TargetType: deployment.type,
			InstanceId: deployment.instance.id,
			Status: deployment.status
		}))
	});
}
// src/emulator/chain-diagnosis.ts
/**
* Validates a stored chain as a client would that trusts `root` and fetches nothing: follows signatures
* from the leaf through the given certificates, in any order, up to the root. Empty: it is valid.
*/
function diagnoseChain(chain, root, now) {
	const path = [chain[0]];
	let last = chain[0];
	while (!isIssuedBy(last, root)) {
		const issuer = chain.find((candidate) => !path.includes(candidate) && isIssuedBy(last, candidate));
		if (issuer === void 0) break;
		path.push(issuer);
		last = issuer;
	}
	const problems = path.filter((certificate) => !isCurrent(certificate, now)).map((certificate) => ({
		Code: "ERR_CERT_DATE_INVALID",
		Message: `not valid now: ${oneLine(certificate.subject)} (${certificate.validFrom} to ${certificate.validTo})`
	}));
	if (!isIssuedBy(last, root)) problems.unshift({
		Code: "ERR_CERT_AUTHORITY_INVALID",
		Message: `missing intermediate: ${oneLine(last.issuer)}`
	});
	return problems;
}
function isIssuedBy(certificate, issuer) {
	return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
function isCurrent(certificate, now) {
	return Date.parse(certificate.validFrom) <= now.getTime() && now.getTime() <= Date.parse(certificate.validTo);
}
/** Node.js puts each attribute of a name on a line of its own, most general first. */
function oneLine(name) {
	return name.split("\n").toReversed().join(", ");
}
// src/emulator/actions/diagnose-certificate.ts
/** Validates the chain as stored, against the emulator's own root. */
function diagnoseCertificate(cloud, parameters) {
	const given = required(parameters, [
		"CertId",
		"CheckType",
		"Client"
	]);
	if (isRefusal(given)) return given;
	if (given.CheckType !== "chain_validation") return invalid("CheckType", "chain_validation");
	if (given.Client !== "chrome") return invalid("Client", "chrome");
	const record = findIssuedCertificate(cloud, parameters);
	if (isRefusal(record)) return record;
	const problems = diagnoseChain(readCertificates(record.chainPem) ?? [record.leaf], new X509Certificate(cloud.authority.rootPem), cloud.now());
	return succeed({
		CertId: record.id,
		Result: problems.length === 0 ? "passed" : "failed",
		Problems: problems
	});
}
// src/emulator/actions/list-user-certificate-order.ts
const ORDER_TYPES = [
	"CPACK",
	"BUY",
	"UPLOAD",
	"CERT"
];
const STATUSES = [
	"CHECKING",
	"ISSUED",
	"EXPIRED"
];
/**
* Pages of the store, newest first. CERT is every certificate, UPLOAD the uploaded ones; both list only
* valid ones unless Status says otherwise. CPACK and BUY list orders, that is what was requested, also
* while it is being issued (CHECKING). Keyword is a substring of a domain, never of a name.
*/
function listUserCertificateOrder(cloud, parameters) {
	const orderType = ORDER_TYPES.find((type) => type === (parameters.get("OrderType") ?? "CPACK"));
	if (!orderType) return invalid("OrderType", `one of ${ORDER_TYPES.join(", ")}`);
	const wanted = parameters.get("Status");
	if (wanted !== void 0 && !STATUSES.some((status) => status === wanted)) return invalid("Status", `one of ${STATUSES.join(", ")}`);
	const page = positive(parameters.get("CurrentPage") ?? "1");
	const size = positive(parameters.get("ShowSize") ?? "50");
	if (page === void 0) return invalid("CurrentPage", "a positive integer");
	if (size === void 0) return invalid("ShowSize", "a positive integer");
	const orders = orderType === "CPACK" || orderType === "BUY";
	const keyword = parameters.get("Keyword") ?? "";
	const matches = cloud.certificates.filter((record) => orderType === "CERT" || record.source === (orders ? "request" : "upload")).filter((record) => [record.domain, ...hostNames(record.leaf)].some((name) => name.includes(keyword))).filter((record) => {
		const status = orderStatus(record, cloud.now());
		return wanted === void 0 ? orders || status === "ISSUED" : status === wanted;
	}).toReversed();
	return succeed({
		TotalCount: matches.length,
		CurrentPage: page,
		ShowSize: size,
		CertificateOrderList: matches.slice((page - 1) * size, page * size).map((record) => row(record, orderStatus(record, cloud.now())))
	});
}
function positive(text) {
	return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : void 0;
}
function orderStatus(record, now) {
	if (record.issuingPolls !== void 0) return "CHECKING";
	return Date.parse(record.leaf.validTo) < now.getTime() ? "EXPIRED" : "ISSUED";
}
function row(record, status) {
	const { leaf } = record;
	const known = {
		CertificateId: record.id,
		Name: record.name,
		CommonName: record.domain,
		Upload: record.source === "upload",
		Status: status
	};
	if (status === "CHECKING") return known;
	return {
		...known,
		Sans: hostNames(leaf).join(","),
		Sha2: digest("sha256", leaf.raw),
		Fingerprint: digest("sha1", leaf.raw),
		SerialNo: leaf.serialNumber.padStart(40, "0"),
		StartDate: day(leaf.validFrom),
		EndDate: day(leaf.validTo),
		Expired: status === "EXPIRED"
	};
}
function digest(algorithm, der) {
	return createHash(algorithm).update(der).digest("hex").toUpperCase();
}
function day(time) {
	return new Date(time).toISOString().slice(0, 10);
}
// src/emulator/actions/update-certificate.ts
/**
* Replaces the stored chain. It is then Issued and bound to nothing, while listeners go on serving what
* they served: the new chain has to be deployed.
*/
function updateCertificate(cloud, parameters) {
	const given = required(parameters, ["CertId", "PEMChain"]);
	if (isRefusal(given)) return given;
	const record = findIssuedCertificate(cloud, parameters);
	if (isRefusal(record)) return record;
	const chain = readCertificates(given.PEMChain);
	if (!chain) return invalid("PEMChain", "one or more certificates in PEM");
	const key = readPrivateKey(record.keyPem);
	if (!key || !chain[0].checkPrivateKey(key)) return refuse("NotMatch.CertificateAndPrivateKey", "The first certificate has another key than the stored one.");
	record.leaf = chain[0];
	record.chainPem = given.PEMChain;
	record.deployments = [];
	return succeed({ CertId: record.id });
}
// src/emulator/cas-reply.ts
/** Sends it, or cuts the connection. */
function sendReply(response, reply) {
	if (reply.body === void 0) {
		response.socket?.destroy();
		return;
	}
	response.writeHead(reply.status, { "content-type": reply.contentType });
	response.end(reply.body);
}
/** The reply of a fault that keeps the call from being carried out; undefined when none hits it. */
function faultyReply(faults, action) {
	if (faults.take("throttle", hits(action))) return answerReply(refuse("Throttling.User", "Request was denied due to user flow control."));
	const failure = faults.take("server-error", hits(action));
	if (failure?.code) return answerReply({
		...refuse(failure.code, "The request has failed due to a temporary failure of the server."),
		status: failure.status
	});
	if (failure) {
		const body = JSON.stringify({ RequestId: randomUUID().toUpperCase() });
		return {
			outcome: `HTTP ${failure.status}`,
			status: failure.status,
			contentType: "application/json",
			body
		};
	}
	if (faults.take("html-body", hits(action))) return {
		outcome: "HTML",
		status: 200,
		contentType: "text/html",
		body: "<!doctype html><title>airec-https emulator</title><p>Please log in to the proxy.</p>"
	};
}
/** An answer as the real service sends it. */
function answerReply(answer) {
	return {
		outcome: answer.kind === "success" ? "OK" : answer.code,
		status: answer.kind === "success" ? 200 : answer.status,
		contentType: "application/json;charset=utf-8",
		body: JSON.stringify(answerBody(answer, randomUUID().toUpperCase()))
	};
}
// src/emulator/rpc-signature.ts
/**
* The RPC signature, version 1.0 with HMAC-SHA1: base64 of the HMAC over
* `METHOD & %2F & encode(sorted query)`, keyed with the access key secret and `&`.
* Source: Alibaba Cloud, "Request syntax and signature method V2 for RPC APIs".
*
* @param parameters all of the call, as decoded; `Signature` itself is left out.
*/
function rpcSignature(method, parameters, accessKeySecret) {
	const stringToSign = `${method}&%2F&${percentEncode([...parameters].filter(([name]) => name !== "Signature").map(([name, value]) => [percentEncode(name), percentEncode(value)]).toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => `${name}=${value}`).join("&"))}`;
	return createHmac("sha1", `${accessKeySecret}&`).update(stringToSign).digest("base64");
}
/** RFC 3986 §2.3: everything but unreserved characters; encodeURIComponent leaves five more alone. */
function percentEncode(text) {
	return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
// src/emulator/gateway.ts
/** Parameters that every call carries, apart from what its action takes. */
const COMMON_PARAMETERS = [
	"Action",
	"Version",
	"Format",
	"AccessKeyId",
	"SignatureMethod",
	"SignatureVersion",
	"SignatureNonce",
	"Timestamp",
	"Signature"
];
const FIXED_VALUES = {
	Version: "2020-04-07",
	Format: "JSON",
	SignatureMethod: "HMAC-SHA1",
	SignatureVersion: "1.0"
};
const CLOCK_TOLERANCE_MS = 9e5;
/**
* A check of the common parameters as the gateway in front of every RPC product does it, in its order.
* It remembers nonces, so it belongs to one emulator. The check returns undefined for a call in order.
*/
function createGateway(accessKey, now) {
	const nonces = /* @__PURE__ */ new Set();
	return (call) => {
		const { parameters } = call;
		const refusal = checkPresence(parameters) ?? checkTimestamp(parameters, now()) ?? checkIdentity(call, accessKey);
		if (refusal) return refusal;
		const nonce = parameters.get("SignatureNonce") ?? "";
		if (nonces.has(nonce)) return refuse("SignatureNonceUsed", "The request signature nonce has been used.");
		nonces.add(nonce);
	};
}
function checkPresence(parameters) {
	for (const name of COMMON_PARAMETERS) if (!parameters.get(name)) return refuse(`MissingParameter.${name}`, `${name} is mandatory for this action.`);
	for (const [name, expected] of Object.entries(FIXED_VALUES)) if (parameters.get(name) !== expected) return refuse(`InvalidParameter.${name}`, `${name} must be ${expected}.`);
}
function checkTimestamp(parameters, now) {
	const timestamp = parameters.get("Timestamp") ?? "";
	const sentAt = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp) ? Date.parse(timestamp) : NaN;
	if (Number.isNaN(sentAt)) return refuse("InvalidTimeStamp.Format", "Timestamp must have the form YYYY-MM-DDThh:mm:ssZ.");
	if (Math.abs(now.getTime() - sentAt) > CLOCK_TOLERANCE_MS) return refuse("InvalidTimeStamp.Expired", "Timestamp lies more than 15 minutes away.");
}
function checkIdentity({ method, parameters }, accessKey) {
	if (parameters.get("AccessKeyId") !== accessKey.id) return refuse("InvalidAccessKeyId.NotFound", "The specified access key is not found.");
	if (parameters.get("SecurityToken") !== accessKey.securityToken) return accessKey.securityToken !== void 0 && !parameters.has("SecurityToken") ? refuse("MissingSecurityToken", "SecurityToken is mandatory with this access key.") : refuse("InvalidSecurityToken.MismatchWithAccessKey", "The security token is not that of the access key.");
	const expected = Buffer.from(rpcSignature(method, parameters, accessKey.secret));
	const actual = Buffer.from(parameters.get("Signature") ?? "");
	if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return refuse("SignatureDoesNotMatch", "The signature does not match the one that was computed here.");
}
// src/emulator/cas-service.ts
const READ = ["GET", "POST"];
const ACTIONS = {
	CreateCertificate: {
		methods: ["POST"],
		run: createCertificate
	},
	DeployCertificate: {
		methods: ["POST"],
		run: deployCertificate
	},
	DescribeCertificateStatus: {
		methods: READ,
		run: describeCertificateStatus
	},
	DiagnoseCertificate: {
		methods: ["POST"],
		run: diagnoseCertificate
	},
	UpdateCertificate: {
		methods: ["PUT"],
		run: updateCertificate
	},
	ListUserCertificateOrder: {
		methods: READ,
		run: listUserCertificateOrder
	}
};
const UNRECORDED = /* @__PURE__ */ new Set([
	...COMMON_PARAMETERS,
	"SecurityToken",
	"Key"
]);
/** The certificate service over HTTP: the gateway's checks, then the action, then what faults make of it. */
function createCasService(cloud, accessKey) {
	const calls = [];
	const check = createGateway(accessKey, cloud.now);
	return {
		calls,
		async handle(request, response) {
			const call = await readCall(request);
			const reply = respond(cloud, call, check);
			calls.push({
				...describe(call),
				outcome: reply.outcome
			});
			sendReply(response, reply);
		}
	};
}
function respond(cloud, call, check) {
	const refusal = call.refusal ?? check(call);
	if (refusal) return answerReply(refusal);
	const name = call.parameters.get("Action") ?? "";
	if (!isAction(name)) return answerReply(refuse("InvalidAction.NotFound", `The specified action is not found: ${name}.`));
	const action = ACTIONS[name];
	if (!action.methods.includes(call.method)) return answerReply(refuse("UnsupportedHTTPMethod", `${name} takes ${action.methods.join(" or ")}, not ${call.method}.`));
	const failure = faultyReply(cloud.faults, name);
	if (failure) return failure;
	const reply = answerReply(action.run(cloud, call.parameters));
	if (cloud.faults.take("lose-answer", hits(name))) return {
		...reply,
		outcome: "LOST",
		body: void 0
	};
	return reply;
}
function isAction(name) {
	return Object.hasOwn(ACTIONS, name);
}
function describe({ method, rawUrl, parameters }) {
	const shown = [...parameters].filter(([name, value]) => !UNRECORDED.has(name) && !value.includes("PRIVATE KEY"));
	return {
		action: parameters.get("Action") ?? "",
		method,
		parameters: Object.fromEntries(shown),
		rawUrl
	};
}
// src/emulator/routes.ts
/** One port for all that speaks plain HTTP: the certificate service, AIA and what airec-cli delivers. */
function routeTo(services) {
	const { cas, airec } = services;
	return (request, response) => {
		response.setHeader("server", "airec-https-emulator");
		const [path = ""] = (request.url ?? "").split("?");
		if (path.startsWith("/aia/")) {
			publish(services, path, response);
			return;
		}
		(path === "/airec/domains" ? handleDomainUpdate(airec, request, response) : cas.handle(request, response)).catch(() => response.destroy());
	};
}
/** The certificate behind a caIssuers URL, as one DER certificate (RFC 5280 §4.2.2.1). */
function publish({ endpoint, cloud }, path, response) {
	const down = cloud.faults.take("aia-down") !== void 0;
	const der = down ? void 0 : cloud.authority.published(endpoint + path);
	response.writeHead(down ? 503 : der ? 200 : 404, { "content-type": "application/pkix-cert" });
	response.end(der);
}
// src/emulator/placement.ts
/**
* Stores a certificate, Deployed, and has the edges serve it.
*
* @returns the certificate's id
*/
function placeCertificate(cloud, placement) {
	const instance = cloud.instances.find((candidate) => candidate.id === placement.instanceId);
	const leaf = readCertificates(placement.chainPem)?.[0];
	if (!instance || !leaf) throw appError("USAGE", {
		problem: `there is no instance ${placement.instanceId}, or no certificate in its chain`,
		help: "Place a PEM chain on an instance that the emulator was started with."
	});
	const { chainPem, keyPem } = placement;
	const names = placement.servedFor ?? hostNames(leaf);
	const domain = hostNames(leaf)[0] ?? "";
	const record = addCertificate(cloud, {
		name: `placed-${cloud.certificates.length + 1}`,
		source: "upload",
		domain,
		leaf,
		chainPem,
		keyPem
	}, 0);
	record.deployments.push({
		type: instance.type,
		instance,
		status: "Deployed",
		pollsLeft: 0,
		fails: false
	});
	supersede(cloud, record, instance);
	for (const [index, edge] of instance.edges.entries()) if (placement.edges?.includes(index) ?? true) edge.present({
		names,
		chainPem,
		keyPem
	});
	return record.id;
}
// src/emulator/emulator.ts
const ACCESS_KEY = {
	id: "emulator-access-key",
	secret: "emulator-access-key-secret"
};
const INSTANCES = [{
	type: "SLB",
	id: "lb-ai-rec-01",
	edges: 2
}];
/** A PEM chain in the URL of a PUT, percent-encoded. */
const MAX_HEADER_BYTES = 65536;
/** Starts an emulator on ephemeral ports of loopback, with keys of its own. */
async function startEmulator(options = {}) {
	const now = options.now ?? (() => /* @__PURE__ */ new Date());
	const server = createServer$1({ maxHeaderSize: MAX_HEADER_BYTES });
	const endpoint = await listen(server);
	const certificates = [];
	const airecInstance = options.airecInstance ?? "ai-rec-prod";
	const airec = createAirec(airecInstance, certificates);
	const cloud = {
		authority: createAuthority(`${endpoint}/aia`, now),
		certificates,
		instances: await Promise.all((options.instances ?? INSTANCES).map((instance) => startInstance(instance, airec.answer))),
		faults: createFaults(),
		now,
		polls: {
			issuing: options.issuingPolls ?? 1,
			deploying: options.deployingPolls ?? 2
		}
	};
	const accessKey = options.accessKey ?? ACCESS_KEY;
	const services = {
		endpoint,
		cloud,
		cas: createCasService(cloud, accessKey),
		airec
	};
	server.on("request", routeTo(services));
	return assemble({
		...services,
		server,
		accessKey,
		airecInstance
	});
}
async function listen(server) {
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
	return `http://127.0.0.1:${server.address().port}`;
}
function assemble({ server, endpoint, accessKey, airecInstance, airec, cloud, cas }) {
	const airecEndpoint = endpoint + AIREC_PATH;
	return {
		endpoint,
		accessKey,
		rootPem: cloud.authority.rootPem,
		authority: cloud.authority,
		airecEndpoint,
		airecInstance,
		calls: cas.calls,
		get certificates() {
			return cloud.certificates.map(viewOf);
		},
		get bindings() {
			return airec.bindings;
		},
		get faults() {
			return cloud.faults.active;
		},
		edges(instanceId) {
			return (cloud.instances.find((candidate) => candidate.id === instanceId)?.edges ?? []).map(({ ip, port }) => ({
				ip,
				port
			}));
		},
		inject: (fault) => cloud.faults.inject(fault),
		place: (placement) => placeCertificate(cloud, placement),
		writeAirecCli: (directory, cliEntry) => writeExecutable(directory, cliEntry, airecEndpoint),
		async close() {
			server.closeAllConnections();
			const edges = cloud.instances.flatMap((instance) => instance.edges);
			await Promise.all([new Promise((resolve) => server.close(resolve)), ...edges.map((edge) => edge.close())]);
		}
	};
}
function viewOf(record) {
	const { id, name, domain, source, chainPem, leaf } = record;
	const leafFingerprint = createHash("sha256").update(leaf.raw).digest("hex");
	return {
		id,
		name,
		domain,
		source,
		status: statusOf(record),
		leafFingerprint,
		chainPem
	};
}
// src/commands/emulate/workspace.ts
var import_dist = require_dist();
const DEMO_DOMAIN = "rec.example.com";
const DEMO_INSTANCE = "lb-ai-rec-01";
/**
* Writes what a deployment to `emulator` needs into `directory`: airec-https.yml, the root of the emulated
* authority, and an executable airec-cli. `cliEntry` is the absolute path of this program's CLI.
*/
async function writeWorkspace(emulator, directory, cliEntry) {
	await mkdir(directory, { recursive: true });
	const cli = await emulator.writeAirecCli(directory, cliEntry);
	await writeFile(path.join(directory, "emulator-root.pem"), emulator.rootPem);
	const configFile = path.join(directory, "airec-https.yml");
	const config = {
		region: "cn-hangzhou",
		cas: {
			api: "guide",
			endpoint: emulator.endpoint
		},
		airec: {
			instance: emulator.airecInstance,
			mapping: "certificate_info.xlsx",
			bind: `./${path.basename(cli)}`
		},
		endpoints: [{
			domain: DEMO_DOMAIN,
			certificate: { request: { type: "DV" } },
			ingress: [{
				type: "SLB",
				instance: DEMO_INSTANCE
			}],
			addresses: emulator.edges(DEMO_INSTANCE).map(({ ip, port }) => `${ip}:${port}`)
		}],
		trust: {
			roots: ["emulator-root.pem"],
			"private-networks": true
		},
		deadlines: {
			call: "10s",
			status: "30s",
			propagation: "30s",
			connection: "5s"
		}
	};
	await writeFile(configFile, "# For the emulated Alibaba Cloud on this machine; nothing here reaches a real one.\n" + (0, import_dist.stringify)(config));
	const { id, secret, securityToken } = emulator.accessKey;
	return {
		configFile,
		environment: {
			ALIBABA_CLOUD_ACCESS_KEY_ID: id,
			ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
			...securityToken ? { ALIBABA_CLOUD_SECURITY_TOKEN: securityToken } : {}
		}
	};
}
export { startEmulator as i, DEMO_INSTANCE as n, writeWorkspace as r, DEMO_DOMAIN as t };
