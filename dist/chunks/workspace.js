import { t as appError } from "./catalogue.js";
import { t as require_dist } from "./dist.js";
import { r as CLOUD_PRODUCTS } from "./config.js";
import { X509Certificate, constants, createHash, createHmac, createPrivateKey, generateKeyPairSync, randomBytes, randomUUID, sign, timingSafeEqual } from "node:crypto";
import path from "node:path";
import { createServer } from "node:net";
import { createServer as createServer$1 } from "node:http";
import { createSecureContext } from "node:tls";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer as createServer$3 } from "node:https";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
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
const MAX_BODY_BYTES$1 = 1048576;
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
		refusal: checkTransport(method, body, request.headers["content-type"]) ?? checkUrl$1(query) ?? (parameters.size === query.size + form.size ? void 0 : refuse("InvalidParameter", "A parameter occurs more than once."))
	};
}
function checkTransport(method, body, contentType) {
	if (![
		"GET",
		"POST",
		"PUT"
	].includes(method)) return refuse("UnsupportedHTTPMethod", `This HTTP method is not supported: ${method}.`);
	if (body === void 0) return refuse("RequestEntityTooLarge", `The body is larger than ${MAX_BODY_BYTES$1} bytes.`);
	if (body !== "" && !isForm(contentType)) return refuse("UnsupportedContentType", "The body must be application/x-www-form-urlencoded.");
}
/** URLs end up in logs of every proxy on the way. The real service would take the key. */
function checkUrl$1(query) {
	if (!query.has("Key") && ![...query.values()].some((value) => value.includes("PRIVATE KEY"))) return;
	return refuse("InvalidParameter.Key", "A PRIVATE KEY CAME IN A URL. Key material belongs in a POST body.");
}
/** UTF-8 text of the body; undefined when it is longer than allowed. */
async function readBody(request) {
	const chunks = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size <= MAX_BODY_BYTES$1) chunks.push(chunk);
	}
	return size > MAX_BODY_BYTES$1 ? void 0 : Buffer.concat(chunks).toString("utf8");
}
function isForm(contentType) {
	return contentType?.split(";")[0]?.trim().toLowerCase() === "application/x-www-form-urlencoded";
}
// src/emulator/airec-control.ts
/** Where, below the emulator's origin, the emulated airec-cli delivers its rows. */
const AIREC_PATH = "/airec/domains";
/** Answers a delivery of `postDomainUpdate`: 200 or 400 with a DomainUpdateResult. */
async function handleDomainUpdate(airec, request, response) {
	const result = await resultOf$1(airec, request);
	response.writeHead(result.ok ? 200 : 400, { "content-type": "application/json" });
	response.end(JSON.stringify(result));
}
async function resultOf$1(airec, request) {
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
	const contexts = {
		byName: /* @__PURE__ */ new Map(),
		fallback: void 0
	};
	const https = createServer$3({
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
			for (const name of certificate.names) contexts.byName.set(name.toLowerCase(), context);
			https.setSecureContext(material);
		},
		presentAll({ fallback, named }) {
			contexts.byName.clear();
			contexts.fallback = void 0;
			for (const certificate of named) {
				const context = createSecureContext(presentable(certificate));
				for (const name of certificate.names) contexts.byName.set(name.toLowerCase(), context);
			}
			if (!fallback) return;
			const material = presentable(fallback);
			contexts.fallback = createSecureContext(material);
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
function contextFor({ byName, fallback }, name) {
	const host = name.toLowerCase();
	return byName.get(host) ?? byName.get(`*${host.slice(host.indexOf("."))}`) ?? fallback;
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
		if (!(hello.serverName === void 0 ? contexts.byName.size > 0 || contexts.fallback : contextFor(contexts, hello.serverName))) {
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
function statusOf$1(record) {
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
function poll$1(cloud, record) {
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
function isRefusal$1(value) {
	return "kind" in value && value.kind === "refusal";
}
/** The certificate that CertId names. */
function findCertificate(cloud, parameters) {
	const given = required(parameters, ["CertId"]);
	if (isRefusal$1(given)) return given;
	return cloud.certificates.find((candidate) => candidate.id === given.CertId) ?? refuse("NotFound", `The certificate does not exist: ${given.CertId}.`);
}
/** As `findCertificate`, and issued. */
function findIssuedCertificate(cloud, parameters) {
	const record = findCertificate(cloud, parameters);
	if (isRefusal$1(record) || record.issuingPolls === void 0) return record;
	return refuse("OperationDenied.StatusNotSupport", "The certificate is Issuing; it must be issued first.");
}
// src/emulator/actions/create-certificate.ts
const LONGEST_NAME$1 = 64;
/** A host name of two labels or more, also behind a wildcard label (RFC 1123 §2.1, RFC 6125 §6.4.3). */
const DOMAIN = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
/** Two forms: a request for a DV certificate (DomainName, CertType), and an upload (Name, Cert, Key). */
function createCertificate(cloud, parameters) {
	const requested = parameters.has("DomainName") || parameters.has("CertType");
	const material = requested ? issue(cloud, parameters) : readUpload(cloud, parameters);
	if (isRefusal$1(material)) return material;
	const chainPem = cloud.faults.take("leaf-only") !== void 0 ? leafOnly(material.leaf) : material.chainPem;
	const polls = requested ? pollsFor(cloud, "CreateCertificate") : 0;
	return succeed({ CertId: addCertificate(cloud, {
		...material,
		chainPem
	}, polls).id });
}
function issue(cloud, parameters) {
	const given = required(parameters, ["DomainName", "CertType"]);
	if (isRefusal$1(given)) return given;
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
	if (isRefusal$1(given)) return given;
	const { Name: name, Cert: chainPem, Key: keyPem } = given;
	if (name.length > LONGEST_NAME$1) return invalid("Name", `at most ${LONGEST_NAME$1} characters`);
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
	if (isRefusal$1(given)) return given;
	const type = TARGET_TYPES.find((candidate) => candidate === given.TargetType);
	if (!type) return invalid("TargetType", `one of ${TARGET_TYPES.join(", ")}`);
	const record = findIssuedCertificate(cloud, parameters);
	if (isRefusal$1(record)) return record;
	const instance = findInstance(cloud.instances, type, given.InstanceId);
	if (isRefusal$1(instance)) return instance;
	startDeployment(cloud, record, instance);
	return succeed({ Status: "Deploying" });
}
// src/emulator/actions/describe-certificate-status.ts
/** One poll. Sha2 (of the leaf, upper-case) and ChainLength are there once the certificate is issued. */
function describeCertificateStatus(cloud, parameters) {
	const record = findCertificate(cloud, parameters);
	if (isRefusal$1(record)) return record;
	poll$1(cloud, record);
	const status = statusOf$1(record);
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
	if (isRefusal$1(given)) return given;
	if (given.CheckType !== "chain_validation") return invalid("CheckType", "chain_validation");
	if (given.Client !== "chrome") return invalid("Client", "chrome");
	const record = findIssuedCertificate(cloud, parameters);
	if (isRefusal$1(record)) return record;
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
function listUserCertificateOrder$1(cloud, parameters) {
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
		Sha2: digest$1("sha256", leaf.raw),
		Fingerprint: digest$1("sha1", leaf.raw),
		SerialNo: leaf.serialNumber.padStart(40, "0"),
		StartDate: day$1(leaf.validFrom),
		EndDate: day$1(leaf.validTo),
		Expired: status === "EXPIRED"
	};
}
function digest$1(algorithm, der) {
	return createHash(algorithm).update(der).digest("hex").toUpperCase();
}
function day$1(time) {
	return new Date(time).toISOString().slice(0, 10);
}
// src/emulator/actions/update-certificate.ts
/**
* Replaces the stored chain. It is then Issued and bound to nothing, while listeners go on serving what
* they served: the new chain has to be deployed.
*/
function updateCertificate(cloud, parameters) {
	const given = required(parameters, ["CertId", "PEMChain"]);
	if (isRefusal$1(given)) return given;
	const record = findIssuedCertificate(cloud, parameters);
	if (isRefusal$1(record)) return record;
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
	if (faults.take("lose-call", hits(action))) return {
		outcome: "NEVER ARRIVED",
		status: 0,
		contentType: "",
		body: void 0
	};
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
const CLOCK_TOLERANCE_MS$1 = 9e5;
/**
* A check of the common parameters as the gateway in front of every RPC product does it, in its order.
* It remembers nonces, so it belongs to one emulator. The check returns undefined for a call in order.
*/
function createGateway$1(accessKey, now) {
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
	if (Math.abs(now.getTime() - sentAt) > CLOCK_TOLERANCE_MS$1) return refuse("InvalidTimeStamp.Expired", "Timestamp lies more than 15 minutes away.");
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
		run: listUserCertificateOrder$1
	}
};
const UNRECORDED$1 = /* @__PURE__ */ new Set([
	...COMMON_PARAMETERS,
	"SecurityToken",
	"Key"
]);
/** The certificate service over HTTP: the gateway's checks, then the action, then what faults make of it. */
function createCasService(cloud, accessKey) {
	const calls = [];
	const check = createGateway$1(accessKey, cloud.now);
	return {
		calls,
		async handle(request, response) {
			const call = await readCall(request);
			const reply = respond$1(cloud, call, check);
			calls.push({
				...describe$2(call),
				outcome: reply.outcome
			});
			sendReply(response, reply);
		}
	};
}
function respond$1(cloud, call, check) {
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
function describe$2({ method, rawUrl, parameters }) {
	const shown = [...parameters].filter(([name, value]) => !UNRECORDED$1.has(name) && !value.includes("PRIVATE KEY"));
	return {
		action: parameters.get("Action") ?? "",
		method,
		parameters: Object.fromEntries(shown),
		rawUrl
	};
}
// src/emulator/console-control.ts
/** Where, below the emulator's origin, the emulated web console delivers what somebody does in it. */
const CONSOLE_PATH = "/console/placements";
/** Answers a delivery of `postPlacement`: 200 or 400 with a ConsoleResult. */
async function handlePlacement(place, request, response) {
	const result = await resultOf(place, request);
	response.writeHead(result.ok ? 200 : 400, { "content-type": "application/json" });
	response.end(JSON.stringify(result));
}
async function resultOf(place, request) {
	const json = request.headers["content-type"] === "application/json";
	const body = await readBody(request);
	const placement = request.method === "POST" && json && body !== void 0 ? parsePlacement(body) : void 0;
	if (!placement) return {
		ok: false,
		problem: "the request is not a placement"
	};
	try {
		return {
			ok: true,
			certificateId: place(placement)
		};
	} catch (error) {
		return {
			ok: false,
			problem: error instanceof Error ? error.message : String(error)
		};
	}
}
function parsePlacement(body) {
	try {
		const { instanceId, chainPem, keyPem } = JSON.parse(body);
		if (typeof instanceId !== "string" || typeof chainPem !== "string" || typeof keyPem !== "string") return;
		return {
			instanceId,
			chainPem,
			keyPem
		};
	} catch {
		return;
	}
}
// src/emulator/executable.ts
/**
* Writes an executable (on Windows `….cmd`) into `directory`, which is made if need be, and returns its path. It
* hands its arguments to `emulate airec-cli`, or `emulate console`, of `cliEntry`, an absolute path.
*/
async function writeExecutable(directory, cliEntry, { name, endpoint }) {
	await mkdir(directory, { recursive: true });
	const windows = process.platform === "win32";
	const file = path.join(directory, windows ? `${name}.cmd` : name);
	const option = name === "console" ? "--console-endpoint" : "--airec-endpoint";
	const words = [
		process.execPath,
		cliEntry,
		"emulate",
		name,
		option,
		endpoint
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
// src/emulator/published/api.ts
/** The value of `name`, or the refusal of its absence. */
function need({ parameters }, name) {
	return parameters.get(name) || refuse(`MissingParameter.${name}`, `${name} is mandatory for this action.`);
}
/** The values of `names`, or the refusal for the first that is missing. */
function needAll(call, names) {
	for (const name of names) {
		const value = need(call, name);
		if (typeof value !== "string") return value;
	}
	return Object.fromEntries(names.map((name) => [name, call.parameters.get(name)]));
}
/** `X.1`, `X.2`, or `X.1.Key`, in order. */
function list({ parameters }, name, key) {
	const values = [];
	for (let index = 1;; index += 1) {
		const value = parameters.get(`${name}.${index}${key === void 0 ? "" : `.${key}`}`);
		if (value === void 0) return values;
		values.push(value);
	}
}
function isRefusal(value) {
	return "kind" in value && value.kind === "refusal";
}
// src/emulator/published/front.ts
const NOTHING_BOUND = {
	fallback: void 0,
	extensions: /* @__PURE__ */ new Map(),
	additional: []
};
let lastJob = 0;
/**
* Has the front change to `to`: at once, or after `polls` looks at it. Returns the id of the job.
*/
function change(front, to, { faults, polls, action }) {
	lastJob += 1;
	const jobId = `job-${lastJob}`;
	const fails = faults.take("failed-deploy", hits(action)) !== void 0;
	const slow = faults.take("slow-status", hits(action))?.polls ?? 0;
	front.pending = {
		jobId,
		to,
		pollsLeft: faults.take("stuck-status", hits(action)) !== void 0 ? Number.POSITIVE_INFINITY : polls + slow,
		fails
	};
	if (front.pending.pollsLeft === 0) settle(front, faults);
	return jobId;
}
/** What one look at the front does: time passes in looks. */
function poll(front, faults) {
	if (!front.pending) return;
	if (front.pending.pollsLeft > 0) front.pending.pollsLeft -= 1;
	else settle(front, faults);
}
function settle(front, faults) {
	const { pending } = front;
	if (!pending) return;
	front.pending = void 0;
	front.jobs.set(pending.jobId, pending.fails ? "Failed" : "Succeeded");
	if (pending.fails) return;
	front.bindings = pending.to;
	show(front, faults);
}
/** Has every edge present what is bound, but for those that a fault keeps stale. */
function show({ instance, bindings, isOn }, faults) {
	for (const [index, edge] of instance.edges.entries()) {
		if (faults.take("stale-edge", (fault) => fault.instanceId === instance.id && fault.edge === index)) continue;
		const named = [...bindings.additional.map((bound) => present(bound)), ...[...bindings.extensions.values()].map(({ domain, bound }) => present(bound, [domain]))];
		const { fallback } = bindings;
		edge.presentAll(isOn ? {
			fallback: fallback && present(fallback),
			named
		} : {
			fallback: void 0,
			named: []
		});
	}
}
function present({ leaf, chainPem, keyPem }, names = hostNames(leaf)) {
	return {
		names,
		chainPem,
		keyPem
	};
}
// src/emulator/published/state.ts
function frontsOf(state, product) {
	return state.fronts.filter((front) => front.product === product);
}
/** The identifier by which products other than CAS call a certificate. */
function identifierOf({ id, store }) {
	return `${id}-${store}`;
}
function findByIdentifier(state, identifier) {
	return state.certificates.find((certificate) => identifierOf(certificate) === identifier);
}
let lastId = 2e7;
/** Digits that were not used before. */
function nextId() {
	lastId += 1;
	return String(lastId);
}
// src/emulator/published/apis/listener.ts
function find$5(call, { product }) {
	const given = needAll(call, ["ListenerId"]);
	if (isRefusal(given)) return given;
	return frontsOf(call.state, product).find(({ listenerId, region }) => listenerId === given.ListenerId && region === call.region) ?? refuse("ResourceNotFound.Listener", "The specified listener does not exist.");
}
/** ListListeners. */
function listListeners(words) {
	return (call) => {
		const balancers = list(call, "LoadBalancerIds");
		const listeners = list(call, "ListenerIds");
		const found = frontsOf(call.state, words.product).filter(({ id, listenerId, region }) => region === call.region && (balancers.length === 0 || balancers.includes(id)) && (listeners.length === 0 || listeners.includes(listenerId)));
		if (balancers.length > 0 && found.length === 0) return refuse("ResourceNotFound.LoadBalancer", "The specified load balancer does not exist.");
		return succeed({
			TotalCount: found.length,
			Listeners: found.map((front) => ({
				ListenerId: front.listenerId,
				ListenerPort: front.port,
				ListenerProtocol: words.protocol,
				ListenerStatus: statusOf(front),
				LoadBalancerId: front.id
			}))
		});
	};
}
function statusOf(front) {
	return front.pending ? "Configuring" : "Running";
}
/** GetListenerAttribute: one look. */
function getListenerAttribute(words) {
	return (call) => {
		const front = find$5(call, words);
		if (isRefusal(front)) return front;
		poll(front, call.state.faults);
		const { fallback } = front.bindings;
		const ref = fallback ? [fallback.ref] : [];
		return succeed({
			ListenerId: front.listenerId,
			ListenerPort: front.port,
			ListenerProtocol: words.protocol,
			ListenerStatus: statusOf(front),
			LoadBalancerId: front.id,
			...words.product === "alb" ? { Certificates: ref.map((CertificateId) => ({ CertificateId })) } : { CertificateIds: ref }
		});
	};
}
/** ListListenerCertificates. */
function listListenerCertificates(words) {
	return (call) => {
		const foreign = words.kindParameter === "CertType" ? "CertificateType" : "CertType";
		if (call.parameters.has(foreign)) return refuse(`InvalidParameter.${foreign}`, `${foreign} is unknown here.`);
		const front = find$5(call, words);
		if (isRefusal(front)) return front;
		const { fallback, additional } = front.bindings;
		const row = (bound, IsDefault) => ({
			CertificateId: bound.ref,
			IsDefault,
			Status: "Associated",
			[words.kindParameter]: "Server"
		});
		return succeed({ Certificates: [...fallback ? [row(fallback, true)] : [], ...additional.map((bound) => row(bound, false))] });
	};
}
function boundOf$2(call, identifier) {
	const found = findByIdentifier(call.state, identifier);
	if (!found) return refuse("ResourceNotFound.Certificate", `The specified certificate does not exist: ${identifier}.`);
	return {
		ref: identifier,
		name: found.name,
		leaf: found.leaf,
		chainPem: found.chainPem,
		keyPem: found.keyPem
	};
}
function write$1(call, front, to) {
	if (front.pending) return refuse("ResourceInConfiguring.Listener", "The listener is being configured.");
	const { faults, polls } = call.state;
	return succeed({ JobId: change(front, to, {
		faults,
		polls,
		action: call.action
	}) });
}
/** UpdateListenerAttribute. */
function updateListenerAttribute(words) {
	return (call) => {
		const front = find$5(call, words);
		if (isRefusal(front)) return front;
		const [identifier, ...more] = words.defaultOf(call);
		if (identifier === void 0 || more.length > 0) return refuse("MissingParameter.Certificates", "One certificate is mandatory.");
		const bound = boundOf$2(call, identifier);
		if (isRefusal(bound)) return bound;
		return write$1(call, front, {
			...front.bindings,
			fallback: bound
		});
	};
}
/** AssociateAdditionalCertificatesWithListener. */
function associate(words) {
	return (call) => {
		const front = find$5(call, words);
		if (isRefusal(front)) return front;
		const { additional } = front.bindings;
		const added = [];
		for (const identifier of words.additionalOf(call)) {
			const bound = boundOf$2(call, identifier);
			if (isRefusal(bound)) return bound;
			if (additional.some(({ ref }) => ref === identifier)) return refuse("ResourceAlreadyAssociated.Certificate", "The certificate is associated already.");
			added.push(bound);
		}
		if (added.length === 0) return refuse("MissingParameter.Certificates", "A certificate is mandatory.");
		if (additional.length + added.length > words.mostAdditional) return refuse("QuotaExceeded.AdditionalCertificates", "The listener has too many certificates.");
		return write$1(call, front, {
			...front.bindings,
			additional: [...additional, ...added]
		});
	};
}
/** Its counterpart, which each product spells in its own way. */
function dissociate(words) {
	return (call) => {
		const front = find$5(call, words);
		if (isRefusal(front)) return front;
		const gone = words.additionalOf(call);
		const { additional } = front.bindings;
		if (gone.some((identifier) => !additional.some(({ ref }) => ref === identifier))) return refuse("ResourceNotAssociated.Certificate", "The certificate is not associated.");
		return write$1(call, front, {
			...front.bindings,
			additional: additional.filter(({ ref }) => !gone.includes(ref))
		});
	};
}
/** How a job stands. */
function jobStatus(call, { product }, jobId) {
	for (const front of frontsOf(call.state, product)) {
		if (front.pending?.jobId === jobId) return "Processing";
		const end = front.jobs.get(jobId);
		if (end) return end;
	}
}
// src/emulator/published/apis/alb.ts
const words$1 = {
	product: "alb",
	protocol: "HTTPS",
	kindParameter: "CertificateType",
	defaultOf: (call) => list(call, "Certificates", "CertificateId"),
	additionalOf: (call) => list(call, "Certificates", "CertificateId"),
	mostAdditional: 25
};
/** Application Load Balancer, 2020-06-16. */
const albApi = {
	version: "2020-06-16",
	ramPrefix: "alb",
	actions: {
		ListListeners: listListeners(words$1),
		GetListenerAttribute: getListenerAttribute(words$1),
		UpdateListenerAttribute: updateListenerAttribute(words$1),
		ListListenerCertificates: listListenerCertificates(words$1),
		AssociateAdditionalCertificatesWithListener: associate(words$1),
		DissociateAdditionalCertificatesFromListener: dissociate(words$1),
		ListAsynJobs: (call) => succeed({ Jobs: list(call, "JobIds").flatMap((id) => {
			const status = jobStatus(call, words$1, id);
			if (!status) return [];
			return [{
				Id: id,
				Status: status,
				...status === "Failed" ? {
					ErrorCode: "InternalError",
					ErrorMessage: "The listener could not be configured."
				} : {}
			}];
		}) })
	}
};
// src/emulator/published/apis/alidns.ts
/** Alidns, 2015-01-09. */
const alidnsApi = {
	version: "2015-01-09",
	ramPrefix: "alidns",
	actions: {
		AddDomainRecord: add,
		DescribeDomainRecords: describe$1,
		DeleteDomainRecord: remove
	}
};
function checkZone(call, zone) {
	if (call.state.zones.includes(zone)) return void 0;
	return refuse("InvalidDomainName.NoExist", "The specified domain name does not exist.");
}
function add(call) {
	const given = needAll(call, [
		"DomainName",
		"RR",
		"Type",
		"Value"
	]);
	if (isRefusal(given)) return given;
	const refusal = checkZone(call, given.DomainName);
	if (refusal) return refusal;
	const { records } = call.state;
	const same = (each) => each.zone === given.DomainName && each.rr === given.RR && each.type === given.Type && each.value === given.Value;
	if (records.some(same)) return refuse("DomainRecordDuplicate", "The DNS record already exists.");
	const id = nextId();
	records.push({
		id,
		zone: given.DomainName,
		rr: given.RR,
		type: given.Type,
		value: given.Value
	});
	return succeed({ RecordId: id });
}
function describe$1(call) {
	const given = needAll(call, ["DomainName"]);
	if (isRefusal(given)) return given;
	const refusal = checkZone(call, given.DomainName);
	if (refusal) return refusal;
	const rr = call.parameters.get("RRKeyWord") ?? "";
	const found = call.state.records.filter((each) => each.zone === given.DomainName && each.rr.includes(rr));
	return succeed({
		TotalCount: found.length,
		DomainRecords: { Record: found.map((each) => ({
			RecordId: each.id,
			RR: each.rr,
			Type: each.type,
			Value: each.value,
			DomainName: each.zone
		})) }
	});
}
function remove(call) {
	const given = needAll(call, ["RecordId"]);
	if (isRefusal(given)) return given;
	const { records } = call.state;
	const index = records.findIndex(({ id }) => id === given.RecordId);
	if (index < 0) return refuse("DomainRecordNotBelongToUser", "The DNS record does not exist.");
	records.splice(index, 1);
	return succeed({ RecordId: given.RecordId });
}
// src/emulator/published/apis/api-gateway.ts
/** The traditional API Gateway, CloudAPI 2016-07-14: it takes PEM, and gives the key away again. */
const apiGatewayApi = {
	version: "2016-07-14",
	ramPrefix: "apigateway",
	actions: {
		SetDomainCertificate: setDomainCertificate,
		DescribeDomain: describeDomain
	}
};
function find$4(call) {
	const given = needAll(call, ["GroupId", "DomainName"]);
	if (isRefusal(given)) return given;
	const groups = frontsOf(call.state, "apigateway").filter(({ id, region }) => id === given.GroupId && region === call.region);
	if (groups.length === 0) return refuse("NotFoundApiGroup", "The specified API group does not exist.");
	return groups.find(({ domain }) => domain === given.DomainName) ?? refuse("NotFoundDomain", "The specified domain does not exist.");
}
function setDomainCertificate(call) {
	const given = needAll(call, [
		"CertificateName",
		"CertificateBody",
		"CertificatePrivateKey"
	]);
	if (isRefusal(given)) return given;
	const front = find$4(call);
	if (isRefusal(front)) return front;
	const chain = readCertificates(given.CertificateBody);
	const key = readPrivateKey(given.CertificatePrivateKey);
	if (!chain || !key || !chain[0].checkPrivateKey(key)) return refuse("InvalidParameter.Certificate", "The certificate and the key do not belong together.");
	const fallback = {
		ref: randomBytes(8).toString("hex"),
		name: given.CertificateName,
		leaf: chain[0],
		chainPem: given.CertificateBody,
		keyPem: given.CertificatePrivateKey
	};
	front.isOn = true;
	change(front, {
		...NOTHING_BOUND,
		fallback
	}, {
		faults: call.state.faults,
		polls: 0,
		action: call.action
	});
	return succeed({});
}
function describeDomain(call) {
	const front = find$4(call);
	if (isRefusal(front)) return front;
	poll(front, call.state.faults);
	const { fallback } = front.bindings;
	return succeed({
		GroupId: front.id,
		DomainName: front.domain,
		DomainBindingStatus: "BINDING",
		DomainCNAMEStatus: "RESOLVED",
		DomainLegalStatus: "NORMAL",
		...fallback ? {
			CertificateId: fallback.ref,
			CertificateName: fallback.name,
			CertificateBody: fallback.chainPem,
			CertificatePrivateKey: fallback.keyPem,
			CertificateValidStart: Date.parse(fallback.leaf.validFrom),
			CertificateValidEnd: Date.parse(fallback.leaf.validTo)
		} : {}
	});
}
// src/emulator/published/apis/apig.ts
/** The cloud-native API Gateway, APIG 2024-03-27 (ROA). */
const apigApi = {
	version: "2024-03-27",
	ramPrefix: "apig",
	actions: {
		ListDomains: listDomains,
		GetDomain: getDomain,
		UpdateDomain: updateDomain
	},
	route(method, path) {
		if (path === "/v1/domains" && method === "GET") return {
			action: "ListDomains",
			parameters: {}
		};
		const domainId = /^\/v1\/domains\/([^/]+)$/.exec(path)?.[1];
		if (domainId === void 0) return void 0;
		if (method === "GET") return {
			action: "GetDomain",
			parameters: { domainId }
		};
		return method === "PUT" ? {
			action: "UpdateDomain",
			parameters: { domainId }
		} : void 0;
	}
};
function listDomains(call) {
	const gateway = call.parameters.get("gatewayId");
	const like = call.parameters.get("nameLike") ?? "";
	const found = frontsOf(call.state, "apig").filter(({ id, domain, region }) => region === call.region && (gateway === void 0 || id === gateway) && domain.includes(like));
	return succeed({
		code: "Ok",
		data: {
			totalSize: found.length,
			items: found.map(({ domainId, domain }) => ({
				domainId,
				name: domain
			}))
		}
	});
}
function find$3(call) {
	const given = needAll(call, ["domainId"]);
	if (isRefusal(given)) return given;
	return frontsOf(call.state, "apig").find(({ domainId, region }) => domainId === given.domainId && region === call.region) ?? refuse("NotFound.DomainNotFound", "The domain is not found.");
}
function getDomain(call) {
	const front = find$3(call);
	if (isRefusal(front)) return front;
	poll(front, call.state.faults);
	const { fallback } = front.bindings;
	return succeed({
		code: "Ok",
		data: {
			domainId: front.domainId,
			name: front.domain,
			protocol: front.isOn ? "HTTPS" : "HTTP",
			forceHttps: true,
			http2Option: "Open",
			tlsMin: "TLS 1.2",
			tlsMax: "TLS 1.3",
			...fallback ? { certIdentifier: fallback.ref } : {}
		}
	});
}
function updateDomain(call) {
	const front = find$3(call);
	if (isRefusal(front)) return front;
	const { protocol, certIdentifier, tlsMin } = call.json;
	const terms = {
		faults: call.state.faults,
		polls: 0,
		action: call.action
	};
	if (protocol === "HTTP") {
		front.isOn = false;
		change(front, NOTHING_BOUND, terms);
		return succeed({ code: "Ok" });
	}
	if (protocol !== "HTTPS" || typeof certIdentifier !== "string") return refuse("BadRequest.InvalidParameter", "protocol and certIdentifier are mandatory.");
	if (tlsMin !== "TLS 1.2") return refuse("BadRequest.InvalidParameter", "tlsMin would be reset.");
	const found = findByIdentifier(call.state, certIdentifier);
	if (!found) return refuse("NotFound.CertificateNotFound", "The certificate is not found.");
	const fallback = {
		ref: certIdentifier,
		name: found.name,
		leaf: found.leaf,
		chainPem: found.chainPem,
		keyPem: found.keyPem
	};
	front.isOn = true;
	change(front, {
		...NOTHING_BOUND,
		fallback
	}, terms);
	return succeed({ code: "Ok" });
}
// src/emulator/published/apis/cas-jobs.ts
/** For an uploaded certificate, beyond the free ones. */
const FEE_YUAN = 30;
const FREE_DEPLOYMENTS = 10;
const CONTACT = "4711";
const PRODUCTS = {
	SLB: "slb",
	ALB: "alb",
	NLB: "nlb",
	CDN: "cdn",
	DCDN: "dcdn",
	APIGateway: "apigateway"
};
/** Deployment jobs of CAS 2020-04-07. A job that is made does nothing until its status is changed. */
const deploymentJobActions = {
	ListContact: () => succeed({
		ContactList: [{
			ContactId: Number(CONTACT),
			Name: "operations",
			EmailStatus: 1
		}],
		TotalCount: 1
	}),
	ListCloudResources: listCloudResources,
	CreateDeploymentJob: createDeploymentJob,
	UpdateDeploymentJobStatus: updateDeploymentJobStatus,
	DescribeDeploymentJob: describeDeploymentJob,
	ListWorkerResource: listWorkerResource,
	UpdateWorkerResourceStatus: updateWorkerResourceStatus
};
function listCloudResources(call) {
	const given = needAll(call, ["CloudName", "CloudProduct"]);
	if (isRefusal(given)) return given;
	const keyword = call.parameters.get("Keyword") ?? "";
	const product = PRODUCTS[given.CloudProduct];
	const found = call.state.fronts.filter((front) => front.product === product && front.id.includes(keyword));
	return succeed({
		Total: found.length,
		Data: found.map((front) => ({
			Id: resourceIdOf(front, call),
			CloudProduct: given.CloudProduct,
			RegionId: front.region,
			EnableHttps: front.isOn ? 1 : 0,
			...front.product === "cdn" || front.product === "dcdn" ? { Domain: front.id } : {
				InstanceId: front.id,
				ListenerPort: String(front.port)
			}
		}))
	});
}
/** A number of its own, that has nothing to do with the instance. */
function resourceIdOf(front, { state }) {
	return 9e5 + state.fronts.indexOf(front);
}
function createDeploymentJob(call) {
	const given = needAll(call, [
		"Name",
		"JobType",
		"CertIds",
		"ResourceIds",
		"ContactIds"
	]);
	if (isRefusal(given)) return given;
	if (!["user", "cloud"].includes(given.JobType)) return refuse("InvalidParameter.JobType", "JobType is unknown.");
	if (!given.ContactIds.split(",").includes(CONTACT)) return refuse("ContactNotExist", "The contact does not exist.");
	const ids = given.ResourceIds.split(",");
	const workers = call.state.fronts.filter((front) => ids.includes(String(resourceIdOf(front, call)))).map((front) => ({
		id: nextId(),
		front,
		status: "pending",
		previous: void 0
	}));
	const job = {
		id: nextId(),
		status: "editing",
		certificateIds: given.CertIds.split(","),
		workers
	};
	call.state.jobs.push(job);
	return succeed({ JobId: Number(job.id) });
}
function find$2(call) {
	const given = needAll(call, ["JobId"]);
	if (isRefusal(given)) return given;
	return call.state.jobs.find(({ id }) => id === given.JobId) ?? refuse("NotFound", "The job does not exist.");
}
function updateDeploymentJobStatus(call) {
	const job = find$2(call);
	if (isRefusal(job)) return job;
	const given = needAll(call, ["Status"]);
	if (isRefusal(given)) return given;
	if (![
		"pending",
		"scheduling",
		"editing"
	].includes(given.Status)) return refuse("InvalidParameter.Status", "Status is unknown.");
	if (job.status !== "editing") return refuse("OperationDenied.StatusNotSupport", "The job has been started.");
	job.status = given.Status === "editing" ? "editing" : "pending";
	return succeed({});
}
/** One look: time passes in looks. */
function describeDeploymentJob(call) {
	const job = find$2(call);
	if (isRefusal(job)) return job;
	if (job.status === "pending") job.status = "processing";
	else if (job.status === "processing") work(job, call);
	return succeed({
		Id: Number(job.id),
		Status: job.status
	});
}
function work(job, { state }) {
	const certificate = state.certificates.find(({ id }) => id === job.certificateIds[0]);
	for (const worker of job.workers) {
		const fails = state.faults.take("failed-deploy", hits("CreateDeploymentJob")) !== void 0;
		if (!certificate || fails) {
			worker.status = "error";
			continue;
		}
		const { front } = worker;
		const { leaf, chainPem, keyPem, name } = certificate;
		worker.previous = front.bindings;
		const ref = refFor$1(front, certificate, state);
		front.bindings = {
			...front.bindings,
			fallback: {
				ref,
				name,
				leaf,
				chainPem,
				keyPem
			}
		};
		show(front, state.faults);
		worker.status = "success";
		const uploaded = state.jobs.flatMap(({ workers }) => workers).filter(({ status }) => status === "success");
		if (certificate.source === "upload" && uploaded.length > FREE_DEPLOYMENTS) state.fees += FEE_YUAN;
	}
	job.status = "success";
}
/** What the product calls it. */
function refFor$1({ product, region }, certificate, state) {
	const { id: casId, store, name, leaf, chainPem, keyPem } = certificate;
	if (product === "cdn" || product === "dcdn") return `${casId}@${store}`;
	if (product !== "slb") return identifierOf(certificate);
	const id = `${state.accountId}_${nextId()}_${state.serverCertificates.length + 1}`;
	state.serverCertificates.push({
		id,
		region,
		casId,
		name,
		leaf,
		chainPem,
		keyPem
	});
	return id;
}
function listWorkerResource(call) {
	const job = find$2(call);
	if (isRefusal(job)) return job;
	const wanted = call.parameters.get("Status");
	const found = job.workers.filter(({ status }) => wanted === void 0 || status === wanted);
	return succeed({
		Total: found.length,
		Data: found.map(({ id, status }) => ({
			Id: Number(id),
			Status: status,
			...status === "error" ? { ErrorMsg: "the product refused the certificate" } : {}
		}))
	});
}
function updateWorkerResourceStatus(call) {
	const job = find$2(call);
	if (isRefusal(job)) return job;
	const given = needAll(call, ["WorkerId", "Status"]);
	if (isRefusal(given)) return given;
	const worker = job.workers.find(({ id }) => id === given.WorkerId);
	if (!worker?.previous || given.Status !== "rollback") return refuse("NotFound", "There is nothing to roll back.");
	worker.front.bindings = worker.previous;
	worker.status = "rollback_success";
	show(worker.front, call.state.faults);
	return succeed({});
}
// src/emulator/published/apis/cas.ts
const LONGEST_NAME = 64;
const PAGE = /^[1-9]\d{0,5}$/;
/** CAS 2020-04-07. Each host is a store of its own. */
const casApi = {
	version: "2020-04-07",
	ramPrefix: "yundun-cert",
	actions: {
		ListUserCertificateOrder: listUserCertificateOrder,
		UploadUserCertificate: uploadUserCertificate,
		GetCertificateDetail: getCertificateDetail,
		GetUserCertificateDetail: getUserCertificateDetail,
		DeleteUserCertificate: deleteUserCertificate,
		DescribePackageState: describePackageState,
		CreateCertificateForPackageRequest: createRequest,
		DescribeCertificateState: describeCertificateState,
		DeleteCertificateRequest: deleteRequest,
		...deploymentJobActions
	}
};
function storeOf({ region }) {
	return region.startsWith("cn-") ? "cn-hangzhou" : "ap-southeast-1";
}
function uploadUserCertificate(call) {
	const given = needAll(call, [
		"Name",
		"Cert",
		"Key"
	]);
	if (isRefusal(given)) return given;
	const { state } = call;
	const store = storeOf(call);
	if (given.Name.length > LONGEST_NAME) return refuse("InvalidParameter.Name", "Name has more than 64 characters.");
	const chain = readCertificates(given.Cert);
	if (!chain) return refuse("InvalidParameter.Cert", "The certificate cannot be read.");
	const key = readPrivateKey(given.Key);
	if (!key) return refuse("PrivateKeyFormatException", "The private key cannot be read.");
	const [leaf] = chain;
	if (!leaf.checkPrivateKey(key)) return refuse("NotMatch.CertificateAndPrivateKey", "The certificate does not match the private key.");
	if (Date.parse(leaf.validTo) < state.now().getTime()) return refuse("CertificateExpired", "The certificate has expired.");
	if (state.certificates.some((other) => other.store === store && other.name === given.Name)) return refuse("NameRepeat", "The certificate name already exists.");
	const stripped = state.faults.take("leaf-only") !== void 0;
	const certificate = {
		id: nextId(),
		store,
		name: given.Name,
		source: "upload",
		domain: hostNames(leaf)[0] ?? "",
		leaf,
		chainPem: stripped ? leafOnly(leaf) : given.Cert,
		keyPem: given.Key
	};
	state.certificates.push(certificate);
	return succeed({
		CertId: Number(certificate.id),
		ResourceId: `cas-upload-${certificate.id}`
	});
}
function listUserCertificateOrder(call) {
	const { parameters, state } = call;
	const orderType = parameters.get("OrderType") ?? "CPACK";
	const page = parameters.get("CurrentPage") ?? "1";
	const size = parameters.get("ShowSize") ?? "50";
	if (![
		"CPACK",
		"BUY",
		"UPLOAD",
		"CERT"
	].includes(orderType)) return refuse("InvalidParameter.OrderType", "OrderType is unknown.");
	if (!PAGE.test(page) || !PAGE.test(size)) return refuse("InvalidParameter", "CurrentPage and ShowSize are positive numbers.");
	const keyword = parameters.get("Keyword") ?? "";
	const wanted = parameters.get("Status");
	const rows = orderType === "CPACK" || orderType === "BUY" ? state.orders.filter(({ domain }) => domain.includes(keyword)).map(orderRow) : state.certificates.filter(({ store, source }) => store === storeOf(call) && (orderType === "CERT" || source === "upload")).filter(({ leaf }) => hostNames(leaf).some((name) => name.includes(keyword))).filter((each) => wanted === "EXPIRED" === isExpired(each, state.now())).map((each) => certificateRow(each, state.now()));
	const from = (Number(page) - 1) * Number(size);
	return succeed({
		TotalCount: rows.length,
		CurrentPage: Number(page),
		ShowSize: Number(size),
		CertificateOrderList: rows.toReversed().slice(from, from + Number(size))
	});
}
function orderRow({ id, domain, state, certificateId }) {
	return {
		OrderId: id,
		Domain: domain,
		Status: {
			domain_verify: "CHECKING",
			process: "CHECKING",
			certificate: "ISSUED",
			verify_fail: "CHECKED_FAIL"
		}[state],
		ProductCode: "digicert-free-1-free",
		...certificateId === void 0 ? {} : { CertificateId: Number(certificateId) }
	};
}
function certificateRow(each, now) {
	const { id, name, leaf, domain, source } = each;
	return {
		CertificateId: Number(id),
		Name: name,
		CommonName: domain,
		Sans: hostNames(leaf).join(","),
		Upload: source === "upload",
		Sha2: digest("sha256", leaf.raw),
		Fingerprint: digest("sha1", leaf.raw),
		SerialNo: leaf.serialNumber.padStart(40, "0"),
		StartDate: day(leaf.validFrom),
		EndDate: day(leaf.validTo),
		Expired: isExpired(each, now),
		Status: isExpired(each, now) ? "EXPIRED" : "ISSUED"
	};
}
function find$1(call, name) {
	const given = needAll(call, [name]);
	if (isRefusal(given)) return given;
	return call.state.certificates.find(({ id, store }) => id === given[name] && store === storeOf(call)) ?? refuse("NotFound", `The certificate does not exist: ${given[name] ?? ""}.`);
}
function getCertificateDetail(call) {
	if (!call.state.hasCertificateDetail) return refuse("InvalidAction.NotFound", "The specified action is not found.");
	const certificate = find$1(call, "CertificateId");
	if (isRefusal(certificate)) return certificate;
	const { leaf, chainPem, domain, name, source } = certificate;
	const used = call.state.fronts.filter((front) => front.bindings.fallback?.chainPem === chainPem);
	return succeed({
		CertIdentifier: identifierOf(certificate),
		CertificateName: name,
		CertificateStatus: isExpired(certificate, call.state.now()) ? "expired" : "issued",
		CertificateSource: source,
		ExistPrivateKey: true,
		Domain: domain,
		FingerPrint: digest("sha1", leaf.raw),
		Serial: leaf.serialNumber,
		NotBefore: Date.parse(leaf.validFrom),
		NotAfter: Date.parse(leaf.validTo),
		UsingProductList: [...new Set(used.map(({ product }) => product))],
		CertificateChainList: (readCertificates(chainPem) ?? []).map((each) => ({
			Subject: each.subject.replaceAll("\n", ","),
			Issuer: each.issuer.replaceAll("\n", ","),
			NotBefore: Date.parse(each.validFrom),
			NotAfter: Date.parse(each.validTo)
		}))
	});
}
function getUserCertificateDetail(call) {
	const certificate = find$1(call, "CertId");
	if (isRefusal(certificate)) return certificate;
	const { leaf, chainPem, domain, name, keyPem, id } = certificate;
	const material = call.parameters.get("CertFilter") === "true" ? {} : {
		Cert: chainPem,
		Key: keyPem
	};
	return succeed({
		Id: Number(id),
		CertIdentifier: identifierOf(certificate),
		Name: name,
		Common: domain,
		Sans: hostNames(leaf).join(","),
		Fingerprint: digest("sha1", leaf.raw),
		Sha2: digest("sha256", leaf.raw),
		SerialNo: leaf.serialNumber.padStart(40, "0"),
		StartDate: day(leaf.validFrom),
		EndDate: day(leaf.validTo),
		NotBefore: Date.parse(leaf.validFrom),
		NotAfter: Date.parse(leaf.validTo),
		Expired: isExpired(certificate, call.state.now()),
		CertChain: (readCertificates(chainPem) ?? []).map((each) => ({
			CommonName: each.subject,
			IssuerCommonName: each.issuer,
			NotBefore: Date.parse(each.validFrom),
			NotAfter: Date.parse(each.validTo)
		})),
		...material
	});
}
function deleteUserCertificate(call) {
	const certificate = find$1(call, "CertId");
	if (isRefusal(certificate)) return certificate;
	const { state } = call;
	if (state.fronts.some((front) => front.bindings.fallback?.chainPem === certificate.chainPem)) return refuse("CertificateIsReferenced", "The certificate is deployed to a cloud product.");
	state.certificates.splice(state.certificates.indexOf(certificate), 1);
	return succeed({});
}
function describePackageState({ state }) {
	return succeed({
		ProductCode: "digicert-free-1-free",
		TotalCount: state.quota,
		UsedCount: state.orders.length
	});
}
function createRequest(call) {
	const given = needAll(call, ["Domain", "ValidateType"]);
	if (isRefusal(given)) return given;
	const { state } = call;
	if (storeOf(call) !== "cn-hangzhou") return refuse("NotSupport", "Free certificates are those of the China site.");
	if (state.orders.length >= state.quota) return refuse("QuotaExceeded", "The package is used up.");
	const id = `98${String(Date.now()).slice(-6)}${randomBytes(5).readUIntBE(0, 5).toString().padStart(13, "1")}`.slice(0, 19);
	state.orders.push({
		id,
		domain: given.Domain,
		pollsLeft: state.polls,
		state: "domain_verify",
		certificateId: void 0,
		record: {
			name: `_dnsauth.${given.Domain}`,
			value: randomBytes(16).toString("hex")
		}
	});
	return succeed({ OrderId: id });
}
function describeCertificateState(call) {
	const given = needAll(call, ["OrderId"]);
	if (isRefusal(given)) return given;
	const { state } = call;
	const order = state.orders.find(({ id }) => id === given.OrderId);
	if (!order) return refuse("NotFound", "The order does not exist.");
	advance(order, call);
	const { name, value } = order.record;
	if (order.state === "domain_verify") return succeed({
		Type: "domain_verify",
		RecordDomain: name,
		RecordType: "TXT",
		RecordValue: value,
		ValidateType: "DNS"
	});
	const certificate = state.certificates.find(({ id }) => id === order.certificateId);
	if (!certificate) return succeed({ Type: order.state });
	const { chainPem, keyPem, id } = certificate;
	return succeed({
		Type: "certificate",
		Certificate: chainPem,
		PrivateKey: keyPem,
		CertId: id
	});
}
/** One look: time passes in looks. */
function advance(order, call) {
	const { state } = call;
	if (order.state !== "domain_verify" && order.state !== "process") return;
	if (state.faults.take("failed-deploy", hits("DescribeCertificateState"))) {
		order.state = "verify_fail";
		return;
	}
	if (!state.records.some(({ rr, zone, type, value }) => `${rr}.${zone}` === order.record.name && type === "TXT" && value === order.record.value) && order.state === "domain_verify") return;
	order.state = "process";
	if (order.pollsLeft > 0) {
		order.pollsLeft -= 1;
		return;
	}
	const { bundlePem, keyPem } = state.authority.issue({ names: [order.domain] });
	const chain = readCertificates(bundlePem);
	if (!chain) throw new Error("the authority issues what can be read");
	const id = nextId();
	state.certificates.push({
		id,
		store: storeOf(call),
		name: `cert-${order.id}`,
		source: "request",
		domain: order.domain,
		leaf: chain[0],
		chainPem: bundlePem,
		keyPem
	});
	order.certificateId = id;
	order.state = "certificate";
}
function deleteRequest(call) {
	const given = needAll(call, ["OrderId"]);
	if (isRefusal(given)) return given;
	const { orders } = call.state;
	const index = orders.findIndex(({ id }) => id === given.OrderId);
	if (index < 0) return refuse("NotFound", "The order does not exist.");
	orders.splice(index, 1);
	return succeed({});
}
function isExpired({ leaf }, now) {
	return Date.parse(leaf.validTo) < now.getTime();
}
function digest(algorithm, der) {
	return createHash(algorithm).update(der).digest("hex").toUpperCase();
}
function day(time) {
	return new Date(time).toISOString().slice(0, 10);
}
// src/emulator/published/apis/cdn.ts
function find(call, { product }) {
	const given = needAll(call, ["DomainName"]);
	if (isRefusal(given)) return given;
	return frontsOf(call.state, product).find(({ id }) => id === given.DomainName) ?? refuse("InvalidDomain.NotFound", "The domain provided does not belong to you.");
}
/** Describe…DomainCertificateInfo: one look. */
function describeWith(words) {
	return (call) => {
		const front = find(call, words);
		if (isRefusal(front)) return front;
		poll(front, call.state.faults);
		return succeed({ CertInfos: { CertInfo: [words.describe(front)] } });
	};
}
/** Set…DomainSSLCertificate. */
function setWith(words) {
	return (call) => {
		const given = needAll(call, ["DomainName", "SSLProtocol"]);
		if (isRefusal(given)) return given;
		const front = find(call, words);
		if (isRefusal(front)) return front;
		if (front.pending) return refuse("ServiceBusy", "The specified domain is being configured.");
		const { faults, polls } = call.state;
		const terms = {
			faults,
			polls,
			action: call.action
		};
		if (given.SSLProtocol === "off") {
			front.isOn = false;
			change(front, NOTHING_BOUND, terms);
			return succeed({});
		}
		if (given.SSLProtocol !== "on") return refuse("InvalidSSLProtocol.ValueNotSupported", "SSLProtocol is on or off.");
		const bound = boundOf$1(call);
		if (isRefusal(bound)) return bound;
		front.isOn = true;
		change(front, {
			...NOTHING_BOUND,
			fallback: bound
		}, terms);
		return succeed({});
	};
}
function boundOf$1(call) {
	const { parameters, state } = call;
	if (!parameters.has("CertName")) return refuse("MissingParameter.CertName", "You must specify CertName.");
	if (parameters.get("CertType") === "cas") {
		const given = needAll(call, ["CertId"]);
		if (isRefusal(given)) return given;
		const region = parameters.get("CertRegion") ?? "cn-hangzhou";
		const found = state.certificates.find(({ id, store }) => id === given.CertId && store === region);
		if (!found) return refuse("Certificate.NotFound", "The certificate does not exist.");
		return {
			ref: `${found.id}@${region}`,
			name: parameters.get("CertName") ?? "",
			leaf: found.leaf,
			chainPem: found.chainPem,
			keyPem: found.keyPem
		};
	}
	const given = needAll(call, ["SSLPub", "SSLPri"]);
	if (isRefusal(given)) return refuse("SSLPri.MissingParameter", "SSLPri is missing.");
	const chain = readCertificates(given.SSLPub);
	const key = readPrivateKey(given.SSLPri);
	if (!chain || !key || !chain[0].checkPrivateKey(key)) return refuse("InvalidSSLPub", "The certificate is not valid.");
	return {
		ref: "",
		name: parameters.get("CertName") ?? "",
		leaf: chain[0],
		chainPem: given.SSLPub,
		keyPem: given.SSLPri
	};
}
function certificateOf({ bindings, pending, isOn }) {
	const bound = pending?.to.fallback ?? bindings.fallback;
	const [id = "", region = ""] = (bound?.ref ?? "").split("@");
	if (!bound || !isOn) return {
		CertType: "",
		CertId: "",
		CertName: ""
	};
	return {
		CertType: id === "" ? "upload" : "cas",
		CertId: id,
		CertName: bound.name,
		CertRegion: region,
		Status: pending ? "checking" : "success"
	};
}
const cdn = {
	product: "cdn",
	describe: (front) => ({
		DomainName: front.id,
		ServerCertificateStatus: front.isOn ? "on" : "off",
		ServerCertificate: front.bindings.fallback?.chainPem ?? "",
		...certificateOf(front)
	})
};
const dcdn = {
	product: "dcdn",
	describe: (front) => ({
		DomainName: front.id,
		SSLProtocol: front.isOn ? "on" : "off",
		SSLPub: front.bindings.fallback?.chainPem ?? "",
		...certificateOf(front)
	})
};
/** CDN, 2018-05-10. */
const cdnApi = {
	version: "2018-05-10",
	ramPrefix: "cdn",
	actions: {
		SetCdnDomainSSLCertificate: setWith(cdn),
		DescribeDomainCertificateInfo: describeWith(cdn)
	}
};
/** DCDN, 2018-01-15. */
const dcdnApi = {
	version: "2018-01-15",
	ramPrefix: "dcdn",
	actions: {
		SetDcdnDomainSSLCertificate: setWith(dcdn),
		DescribeDcdnDomainCertificateInfo: describeWith(dcdn)
	}
};
// src/emulator/published/apis/clb.ts
/** Classic Load Balancer, 2014-05-15. What is written takes effect at once; a listener may be busy all the same. */
const clbApi = {
	version: "2014-05-15",
	ramPrefix: "slb",
	actions: {
		UploadServerCertificate: uploadServerCertificate,
		DescribeServerCertificates: describeServerCertificates,
		DescribeLoadBalancerHTTPSListenerAttribute: describeListener,
		SetLoadBalancerHTTPSListenerAttribute: setListener,
		DescribeDomainExtensions: describeExtensions,
		CreateDomainExtension: createExtension,
		SetDomainExtensionAttribute: setExtension,
		DeleteDomainExtension: deleteExtension
	}
};
function listenerOf(call) {
	const given = needAll(call, [
		"RegionId",
		"LoadBalancerId",
		"ListenerPort"
	]);
	if (isRefusal(given)) return given;
	const balancers = frontsOf(call.state, "slb").filter(({ id, region }) => id === given.LoadBalancerId && region === given.RegionId);
	if (balancers.length === 0) return refuse("InvalidLoadBalancerId.NotFound", "The specified LoadBalancerId does not exist.");
	const front = balancers.find(({ port }) => String(port) === given.ListenerPort);
	if (!front) return refuse("InvalidParameter", "The specified listener does not exist.");
	poll(front, call.state.faults);
	return front;
}
function describeListener(call) {
	const front = listenerOf(call);
	if (isRefusal(front)) return front;
	const { fallback } = front.bindings;
	return succeed({
		ListenerPort: front.port,
		Status: front.pending ? "configuring" : front.isOn ? "running" : "stopped",
		...fallback ? { ServerCertificateId: fallback.ref } : {},
		DomainExtensions: { DomainExtension: extensionsOf(front) }
	});
}
function extensionsOf({ bindings }) {
	return [...bindings.extensions].map(([id, { domain, bound }]) => ({
		DomainExtensionId: id,
		Domain: domain,
		ServerCertificateId: bound.ref
	}));
}
function describeExtensions(call) {
	const front = listenerOf(call);
	if (isRefusal(front)) return front;
	return succeed({ DomainExtensions: { DomainExtension: extensionsOf(front) } });
}
function boundOf(call) {
	const given = needAll(call, ["RegionId", "ServerCertificateId"]);
	if (isRefusal(given)) return given;
	const found = call.state.serverCertificates.find(({ id, region }) => id === given.ServerCertificateId && region === given.RegionId);
	if (!found) return refuse("ServerCertificateId.NotFound", "The specified ServerCertificateId does not exist.");
	return {
		ref: found.id,
		name: found.name,
		leaf: found.leaf,
		chainPem: found.chainPem,
		keyPem: found.keyPem
	};
}
function write(call, front, to) {
	if (front.pending) return refuse("ServiceIsConfiguring", "The listener is being configured.");
	change(front, to, {
		faults: call.state.faults,
		polls: 0,
		action: call.action
	});
	return succeed({});
}
function setListener(call) {
	const front = listenerOf(call);
	if (isRefusal(front)) return front;
	const bound = boundOf(call);
	if (isRefusal(bound)) return bound;
	return write(call, front, {
		...front.bindings,
		fallback: bound
	});
}
function createExtension(call) {
	const front = listenerOf(call);
	if (isRefusal(front)) return front;
	const bound = boundOf(call);
	if (isRefusal(bound)) return bound;
	const given = needAll(call, ["Domain"]);
	if (isRefusal(given)) return given;
	if ([...front.bindings.extensions.values()].some(({ domain }) => domain === given.Domain)) return refuse("DomainExtensionAlreadyExist", "The domain has an extension already.");
	const id = `de-${randomBytes(4).toString("hex")}`;
	const extensions = new Map([...front.bindings.extensions, [id, {
		domain: given.Domain,
		bound
	}]]);
	const answer = write(call, front, {
		...front.bindings,
		extensions
	});
	return answer.kind === "success" ? succeed({ DomainExtensionId: id }) : answer;
}
function extensionOf(call) {
	const given = needAll(call, ["RegionId", "DomainExtensionId"]);
	if (isRefusal(given)) return given;
	for (const front of frontsOf(call.state, "slb")) {
		const found = front.bindings.extensions.get(given.DomainExtensionId);
		if (found && front.region === given.RegionId) return {
			front,
			id: given.DomainExtensionId,
			domain: found.domain
		};
	}
	return refuse("InvalidParameter.DomainExtensionId", "The specified DomainExtensionId does not exist.");
}
function setExtension(call) {
	const found = extensionOf(call);
	if (isRefusal(found)) return found;
	const bound = boundOf(call);
	if (isRefusal(bound)) return bound;
	const { front, id, domain } = found;
	const extensions = new Map([...front.bindings.extensions, [id, {
		domain,
		bound
	}]]);
	return write(call, front, {
		...front.bindings,
		extensions
	});
}
function deleteExtension(call) {
	const found = extensionOf(call);
	if (isRefusal(found)) return found;
	const { front, id } = found;
	const extensions = new Map([...front.bindings.extensions].filter(([each]) => each !== id));
	return write(call, front, {
		...front.bindings,
		extensions
	});
}
function uploadServerCertificate(call) {
	const given = needAll(call, ["RegionId"]);
	if (isRefusal(given)) return given;
	const material = call.parameters.has("AliCloudCertificateId") ? fromCas(call) : fromPem(call);
	if (isRefusal(material)) return material;
	const certificate = {
		...material,
		id: `${call.state.accountId}_${randomBytes(6).toString("hex")}_${call.state.serverCertificates.length + 1}`,
		region: given.RegionId,
		name: call.parameters.get("ServerCertificateName") ?? "certificate"
	};
	call.state.serverCertificates.push(certificate);
	return succeed(describe(certificate));
}
function fromCas(call) {
	const given = needAll(call, [
		"AliCloudCertificateId",
		"AliCloudCertificateName",
		"AliCloudCertificateRegionId"
	]);
	if (isRefusal(given)) return given;
	const found = call.state.certificates.find(({ id, store }) => id === given.AliCloudCertificateId && store === given.AliCloudCertificateRegionId);
	if (!found) return refuse("AliCloudCertificateId.NotFound", "The certificate is not found in the certificate service.");
	return {
		casId: found.id,
		leaf: found.leaf,
		chainPem: found.chainPem,
		keyPem: found.keyPem
	};
}
function fromPem(call) {
	const given = needAll(call, ["ServerCertificate", "PrivateKey"]);
	if (isRefusal(given)) return given;
	const chain = readCertificates(given.ServerCertificate);
	const key = readPrivateKey(given.PrivateKey);
	if (!chain || !key || !chain[0].checkPrivateKey(key)) return refuse("InvalidParameter.ServerCertificate", "The certificate and the key do not belong together.");
	return {
		casId: void 0,
		leaf: chain[0],
		chainPem: given.ServerCertificate,
		keyPem: given.PrivateKey
	};
}
function describeServerCertificates(call) {
	const given = needAll(call, ["RegionId"]);
	if (isRefusal(given)) return given;
	const wanted = call.parameters.get("ServerCertificateId");
	return succeed({ ServerCertificates: { ServerCertificate: call.state.serverCertificates.filter(({ region, id }) => region === given.RegionId && (wanted === void 0 || id === wanted)).map(describe) } });
}
function describe({ id, name, region, casId, leaf }) {
	return {
		ServerCertificateId: id,
		ServerCertificateName: name,
		RegionId: region,
		Fingerprint: createHash("sha1").update(leaf.raw).digest("hex").match(/../g)?.join(":"),
		CommonName: hostNames(leaf)[0],
		SubjectAlternativeNames: { SubjectAlternativeName: hostNames(leaf) },
		IsAliCloudCertificate: casId === void 0 ? 0 : 1,
		...casId === void 0 ? {} : { AliCloudCertificateId: casId }
	};
}
// src/emulator/published/apis/nlb.ts
const words = {
	product: "nlb",
	protocol: "TCPSSL",
	kindParameter: "CertType",
	defaultOf: (call) => list(call, "CertificateIds"),
	additionalOf: (call) => list(call, "AdditionalCertificateIds"),
	mostAdditional: 15
};
/** Network Load Balancer, 2022-04-30. */
const nlbApi = {
	version: "2022-04-30",
	ramPrefix: "nlb",
	actions: {
		ListListeners: listListeners(words),
		GetListenerAttribute: getListenerAttribute(words),
		UpdateListenerAttribute: updateListenerAttribute(words),
		ListListenerCertificates: listListenerCertificates(words),
		AssociateAdditionalCertificatesWithListener: associate(words),
		DisassociateAdditionalCertificatesWithListener: dissociate(words),
		GetJobStatus(call) {
			const given = needAll(call, ["JobId"]);
			if (isRefusal(given)) return given;
			const status = jobStatus(call, words, given.JobId);
			if (!status) return refuse("ResourceNotFound.Job", "The specified job does not exist.");
			return succeed({ Status: status === "Processing" ? "processing" : status });
		}
	}
};
// src/emulator/published/apis/sts.ts
const HOUR_MS = 36e5;
/** STS, 2015-04-01. */
const stsApi = {
	version: "2015-04-01",
	ramPrefix: "sts",
	actions: {
		GetCallerIdentity: getCallerIdentity,
		AssumeRoleWithOIDC: assumeRoleWithOidc
	},
	anonymous: ["AssumeRoleWithOIDC"]
};
function getCallerIdentity({ identity, state }) {
	return succeed({
		AccountId: state.accountId,
		Arn: identity?.arn,
		IdentityType: identity?.securityToken === void 0 ? "RAMUser" : "AssumedRoleUser"
	});
}
/** The signature of the token is its issuer's business; what it says is looked at as RAM does. */
function assumeRoleWithOidc(call) {
	const given = needAll(call, [
		"OIDCProviderArn",
		"RoleArn",
		"OIDCToken",
		"RoleSessionName"
	]);
	if (isRefusal(given)) return given;
	const { oidc, identities, accountId, now } = call.state;
	if (!oidc || oidc.providerArn !== given.OIDCProviderArn) return refuse("EntityNotExist.OIDCProvider", "The specified OIDC provider does not exist.");
	const role = oidc.roles.find(({ arn }) => arn === given.RoleArn);
	if (!role) return refuse("EntityNotExist.Role", "The specified role does not exist.");
	if (!/^[\w.@-]{2,64}$/.test(given.RoleSessionName)) return refuse("InvalidParameter.RoleSessionName", "RoleSessionName is not valid.");
	const claims = claimsOf(given.OIDCToken);
	if (!claims) return refuse("AuthenticationFail.OIDCToken.Invalid", "The token cannot be read.");
	if (claims["aud"] !== oidc.audience) return refuse("AuthenticationFail.OIDCToken.AudienceNotMatch", "The audience does not match.");
	const subject = claims["sub"];
	if (typeof subject !== "string" || !role.subjects.includes(subject)) return refuse("ImplicitDeny", "The trust policy of the role does not allow this subject.");
	const credentials = {
		AccessKeyId: `STS.${randomBytes(8).toString("hex")}`,
		AccessKeySecret: randomBytes(16).toString("hex"),
		SecurityToken: randomBytes(24).toString("base64"),
		Expiration: `${new Date(now().getTime() + HOUR_MS).toISOString().slice(0, 19)}Z`
	};
	const roleName = given.RoleArn.split("/").at(-1) ?? "";
	identities.push({
		accessKeyId: credentials.AccessKeyId,
		secret: credentials.AccessKeySecret,
		securityToken: credentials.SecurityToken,
		arn: `acs:ram::${accountId}:assumed-role/${roleName}/${given.RoleSessionName}`,
		denied: /* @__PURE__ */ new Set(),
		allowed: role.allowed && new Set(role.allowed)
	});
	return succeed({ Credentials: credentials });
}
function claimsOf(token) {
	try {
		const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
		return typeof claims === "object" && claims !== null ? claims : void 0;
	} catch {
		return;
	}
}
// src/emulator/published/gateway.ts
const CLOCK_TOLERANCE_MS = 9e5;
function createGateway(identities, now) {
	const nonces = /* @__PURE__ */ new Set();
	return { identify(request) {
		const claim = request.headers.authorization?.startsWith("ACS3-HMAC-SHA256") === true ? claimV3(request) : claimV1(request);
		const identity = identities.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId);
		if (!identity) return refuse("InvalidAccessKeyId.NotFound", "Specified access key is not found.");
		if (Math.abs(now().getTime() - Date.parse(claim.timestamp)) > CLOCK_TOLERANCE_MS || !claim.timestamp) return refuse("InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
		if (claim.securityToken !== identity.securityToken) return refuse("InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatches the access key.");
		if (!isSame(claim.signature, claim.sign(identity.secret))) return refuse("SignatureDoesNotMatch", "Specified signature does not match our calculation.");
		if (nonces.has(claim.nonce)) return refuse("SignatureNonceUsed", "Specified signature nonce was used already.");
		nonces.add(claim.nonce);
		return identity;
	} };
}
/** RPC, version 1.0, HMAC-SHA1. */
function claimV1({ method, parameters }) {
	return {
		accessKeyId: parameters.get("AccessKeyId"),
		securityToken: parameters.get("SecurityToken"),
		timestamp: parameters.get("Timestamp") ?? "",
		nonce: parameters.get("SignatureNonce") ?? "",
		signature: parameters.get("Signature") ?? "",
		sign: (secret) => rpcSignature(method, parameters, secret)
	};
}
/** RPC and ROA, ACS3-HMAC-SHA256. */
function claimV3(request) {
	const { headers } = request;
	const fields = new Map((headers.authorization ?? "").replace(/^ACS3-HMAC-SHA256\s+/, "").split(",").map((field) => {
		const equals = field.indexOf("=");
		return [field.slice(0, equals).trim(), field.slice(equals + 1)];
	}));
	const signedHeaders = fields.get("SignedHeaders") ?? "";
	return {
		accessKeyId: fields.get("Credential"),
		securityToken: header(headers, "x-acs-security-token"),
		timestamp: header(headers, "x-acs-date") ?? "",
		nonce: header(headers, "x-acs-signature-nonce") ?? "",
		signature: fields.get("Signature") ?? "",
		sign: (secret) => signV3(request, signedHeaders, secret)
	};
}
function signV3({ method, path, query, headers, body }, signedHeaders, secret) {
	const bodyHash = createHash("sha256").update(body).digest("hex");
	const names = signedHeaders.split(";");
	if ([
		"host",
		"x-acs-action",
		"x-acs-content-sha256",
		"x-acs-date",
		"x-acs-version"
	].some((name) => !names.includes(name))) return "";
	if (header(headers, "x-acs-content-sha256") !== bodyHash) return "";
	const canonical = [
		method,
		path,
		canonicalQuery(query),
		...names.map((name) => `${name}:${(header(headers, name) ?? "").trim()}`),
		"",
		signedHeaders,
		bodyHash
	].join("\n");
	const toSign = `ACS3-HMAC-SHA256\n${createHash("sha256").update(canonical).digest("hex")}`;
	return createHmac("sha256", secret).update(toSign).digest("hex");
}
function canonicalQuery(query) {
	return [...new URLSearchParams(query)].map(([name, value]) => [encode(name), encode(value)]).toSorted(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => `${name}=${value}`).join("&");
}
function encode(text) {
	return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function header(headers, name) {
	const value = headers[name];
	return typeof value === "string" ? value : void 0;
}
function isSame(actual, expected) {
	const [one, other] = [Buffer.from(actual), Buffer.from(expected)];
	return one.length > 0 && one.length === other.length && timingSafeEqual(one, other);
}
// src/emulator/published/service.ts
/** By version, which no two products share. */
const APIS = new Map([
	casApi,
	clbApi,
	albApi,
	nlbApi,
	cdnApi,
	dcdnApi,
	apiGatewayApi,
	apigApi,
	alidnsApi,
	stsApi
].map((api) => [api.version, api]));
/** Common parameters. */
const UNRECORDED = /^(Action|Version|Format|AccessKeyId|SecurityToken|Signature.*|Timestamp)$/;
/** What holds key material or a token: only that it was there is recorded. */
const SECRET = /^(Key|PrivateKey|SSLPri|CertificatePrivateKey|OIDCToken)$/;
const MAX_BODY_BYTES = 1048576;
const LATE_MS = 300;
/** The published APIs over HTTP: signature, permission, faults, then the action. */
function createPublishedService(state, { allowKeysInUrls, interfere }) {
	const calls = [];
	const gateway = createGateway(state.identities, state.now);
	let number = 0;
	return {
		calls,
		async handle(message, response, region) {
			const request = await receive(message);
			const named = nameCall(request);
			const refusal = allowKeysInUrls ? void 0 : checkUrl(request);
			const mishap = interfere(named.action, number);
			number += 1;
			if (mishap === "late") await setTimeout(LATE_MS);
			const call = {
				...named,
				request,
				region,
				state,
				gateway
			};
			const reply = refusal ? answerReply(refusal) : befallen(call, mishap);
			calls.push({
				action: named.action,
				method: request.method,
				parameters: recorded(named.parameters),
				rawUrl: message.url ?? "",
				outcome: reply.outcome
			});
			sendReply(response, named.api?.route ? inRoaWords(reply) : reply);
		}
	};
}
function nameCall({ headers, method, path, parameters }) {
	const version = headers["x-acs-version"] ?? parameters.get("Version");
	const api = typeof version === "string" ? APIS.get(version) : void 0;
	if (api?.route) {
		const routed = api.route(method, path);
		return {
			api,
			action: routed?.action ?? "",
			parameters: new Map([...parameters, ...Object.entries(routed?.parameters ?? {})])
		};
	}
	const action = headers["x-acs-action"] ?? parameters.get("Action");
	return {
		api,
		action: typeof action === "string" ? action : "",
		parameters
	};
}
function befallen(call, mishap) {
	const cut = {
		status: 0,
		contentType: "",
		body: void 0
	};
	if (mishap === "lost-before") return {
		...cut,
		outcome: "NEVER ARRIVED"
	};
	if (mishap === "failed") return answerReply(refuse("ServiceUnavailable", "The request has failed."));
	if (mishap === "forbidden") return forbidden(call.api?.ramPrefix ?? "", call.action);
	const reply = respond(call);
	if (mishap === "lost-after") return {
		...cut,
		outcome: "LOST"
	};
	return mishap === "doubled" ? respond(call) : reply;
}
function respond({ api, action, parameters, request, region, state, gateway }) {
	if (!api) return answerReply(refuse("InvalidVersion", "The specified version is not valid."));
	const run = api.actions[action];
	if (!run) return answerReply(refuse("InvalidAction.NotFound", `The specified action is not found: ${action}.`));
	const identity = api.anonymous?.includes(action) ? void 0 : gateway.identify(request);
	if (identity && isRefusal(identity)) return answerReply(identity);
	if (identity && isDenied(identity, api.ramPrefix, action)) return forbidden(api.ramPrefix, action);
	const failure = faultyReply(state.faults, action);
	if (failure) return failure;
	const reply = answerReply(run({
		action,
		parameters,
		json: readJson(request),
		region,
		identity,
		state
	}));
	if (state.faults.take("lose-answer", hits(action))) return {
		...reply,
		outcome: "LOST",
		body: void 0
	};
	return reply;
}
function isDenied({ denied, allowed }, prefix, action) {
	const permission = `${prefix}:${action}`;
	if (permission === "sts:GetCallerIdentity") return false;
	return denied.has(permission) || allowed !== void 0 && !allowed.has(permission);
}
/** With what RAM tells of the refusal. */
function forbidden(prefix, action) {
	const reply = answerReply({
		...refuse("Forbidden.RAM", "User not authorized to operate on the specified resource."),
		status: 403
	});
	const body = {
		...JSON.parse(reply.body ?? "{}"),
		AccessDeniedDetail: {
			AuthAction: `${prefix}:${action}`,
			NoPermissionType: "ImplicitDeny"
		}
	};
	return {
		...reply,
		body: JSON.stringify(body)
	};
}
/** URLs end up in logs of every proxy on the way. The real service would take the key. */
function checkUrl({ query }) {
	if (![...new URLSearchParams(query).values()].some((value) => value.includes("PRIVATE KEY"))) return void 0;
	return refuse("InvalidParameter.Key", "A PRIVATE KEY CAME IN A URL. Key material belongs in a POST body.");
}
function recorded(parameters) {
	const shown = [...parameters].filter(([name]) => !UNRECORDED.test(name));
	return Object.fromEntries(shown.map(([name, value]) => [name, SECRET.test(name) || value.includes("PRIVATE KEY") ? "***" : value]));
}
async function receive(message) {
	const chunks = [];
	let size = 0;
	for await (const chunk of message) {
		size += chunk.length;
		if (size <= MAX_BODY_BYTES) chunks.push(chunk);
	}
	const body = Buffer.concat(chunks);
	const [path = "", query = ""] = (message.url ?? "").split("?", 2);
	const isForm = (message.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
	const parameters = new Map([...new URLSearchParams(query), ...isForm ? new URLSearchParams(body.toString("utf8")) : []]);
	return {
		method: message.method ?? "",
		path,
		query,
		headers: message.headers,
		body,
		parameters
	};
}
function readJson({ headers, body }) {
	if (!(headers["content-type"] ?? "").startsWith("application/json") || body.length === 0) return {};
	try {
		const json = JSON.parse(body.toString("utf8"));
		return typeof json === "object" && json !== null ? json : {};
	} catch {
		return {};
	}
}
/** The ROA style begins its words with a small letter. */
function inRoaWords(reply) {
	if (reply.body === void 0 || !reply.contentType.startsWith("application/json")) return reply;
	const { Code, Message, RequestId, ...rest } = JSON.parse(reply.body);
	const error = Code === void 0 ? {} : {
		code: Code,
		message: Message
	};
	return {
		...reply,
		body: JSON.stringify({
			requestId: RequestId,
			...rest,
			...error
		})
	};
}
// src/emulator/published/start-published.ts
/** What a configuration calls each product. */
const FRONT_TYPES = {
	SLB: "slb",
	CLB: "slb",
	ALB: "alb",
	NLB: "nlb",
	CDN: "cdn",
	DCDN: "dcdn",
	API_GATEWAY: "apigateway",
	APIG: "apig"
};
const ACCOUNT_ID = "1234567890123456";
/** An account with nothing in it but what terminates TLS. */
async function startPublished(options) {
	const { authority, faults, now, polls, certificates, accessKey, account = {} } = options;
	return {
		authority,
		faults,
		now,
		polls,
		certificates,
		accountId: ACCOUNT_ID,
		identities: [{
			accessKeyId: accessKey.id,
			secret: accessKey.secret,
			securityToken: accessKey.securityToken,
			arn: `acs:ram::${ACCOUNT_ID}:user/airec-https`,
			denied: new Set(account.denied),
			allowed: account.allowed && new Set(account.allowed)
		}],
		oidc: account.oidc,
		serverCertificates: [],
		orders: [],
		jobs: [],
		fees: 0,
		quota: account.quota ?? 20,
		zones: account.zones ?? ["example.com"],
		records: [],
		fronts: await Promise.all(options.fronts.map((front) => startFront(front, options))),
		hasCertificateDetail: account.hasCertificateDetail ?? true
	};
}
async function startFront(front, { region, answer }) {
	const { id, edges, ipv6 = false, port = 443, domain = "rec.example.com", https = true } = front;
	const instance = await startInstance({
		type: "SLB",
		id,
		edges,
		ipv6
	}, answer);
	return {
		product: FRONT_TYPES[front.type],
		region: front.region ?? region,
		id,
		listenerId: id.startsWith("lsn-") ? id : `lsn-${randomBytes(5).toString("hex")}`,
		domainId: `d-${randomBytes(5).toString("hex")}`,
		port,
		domain,
		instance,
		bindings: NOTHING_BOUND,
		isOn: https,
		pending: void 0,
		jobs: /* @__PURE__ */ new Map()
	};
}
/**
* Stores a certificate in CAS and binds it as the default of a front, as if done earlier.
*
* @returns the certificate's id
*/
function placeOnFront(state, placement) {
	const fronts = state.fronts.filter(({ id }) => id === placement.instanceId);
	const chain = readCertificates(placement.chainPem);
	if (fronts.length === 0 || !chain) throw appError("USAGE", {
		problem: `there is no instance ${placement.instanceId}, or no certificate in its chain`,
		help: "Place a PEM chain on an instance that the emulator was started with."
	});
	const { chainPem, keyPem } = placement;
	const [leaf] = chain;
	const [{ region }] = fronts;
	const certificate = {
		id: nextId(),
		store: region.startsWith("cn-") ? "cn-hangzhou" : "ap-southeast-1",
		name: `placed-${state.certificates.length + 1}`,
		source: "upload",
		domain: hostNames(leaf)[0] ?? "",
		leaf,
		chainPem,
		keyPem
	};
	state.certificates.push(certificate);
	for (const front of fronts) {
		const fallback = {
			ref: refFor(front, certificate, state),
			name: certificate.name,
			leaf,
			chainPem,
			keyPem
		};
		front.bindings = {
			...front.bindings,
			fallback
		};
		show(front, state.faults);
		for (const [index, edge] of front.instance.edges.entries()) if (placement.edges && !placement.edges.includes(index)) edge.presentAll({
			fallback: void 0,
			named: []
		});
	}
	return certificate.id;
}
/** What the product calls the certificate. */
function refFor({ product, region }, certificate, state) {
	if (product === "cdn" || product === "dcdn") return `${certificate.id}@${certificate.store}`;
	if (product !== "slb") return identifierOf(certificate);
	const { leaf, chainPem, keyPem, name, id: casId } = certificate;
	const id = `${state.accountId}_${randomBytes(6).toString("hex")}_${state.serverCertificates.length + 1}`;
	state.serverCertificates.push({
		id,
		region,
		name,
		casId,
		leaf,
		chainPem,
		keyPem
	});
	return id;
}
// src/emulator/routes.ts
/** One port for all that speaks plain HTTP: the certificate service, AIA and what airec-cli and the console deliver. */
function routeTo(services) {
	return (request, response) => {
		response.setHeader("server", "airec-https-emulator");
		const [path = ""] = (request.url ?? "").split("?");
		if (path.startsWith("/aia/")) {
			publish(services, path, response);
			return;
		}
		answer(services, path, {
			request,
			response
		}).catch(() => response.destroy());
	};
}
function answer({ handle, airec, place }, path, { request, response }) {
	if (path === "/airec/domains") return handleDomainUpdate(airec, request, response);
	if (path === "/console/placements") return handlePlacement(place, request, response);
	return handle(request, response);
}
/** The certificate behind a caIssuers URL, as one DER certificate (RFC 5280 §4.2.2.1). */
function publish({ endpoint, authority, faults }, path, response) {
	const down = faults.take("aia-down") !== void 0;
	const der = down ? void 0 : authority.published(endpoint + path);
	response.writeHead(down ? 503 : der ? 200 : 404, { "content-type": "application/pkix-cert" });
	response.end(der);
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
const HOME = "cn-hangzhou";
/** A PEM chain in the URL of a PUT, percent-encoded. */
const MAX_HEADER_BYTES = 65536;
/** Starts an emulator on ephemeral ports of loopback, with keys of its own. */
async function startEmulator(options = {}) {
	const now = options.now ?? (() => /* @__PURE__ */ new Date());
	const api = options.api ?? "guide";
	const regions = options.regions ?? [HOME];
	const servers = new Map(await Promise.all(regions.map(async (region) => [region, await listen()])));
	const endpointIn = (region) => servers.get(region)?.endpoint ?? endpoint;
	const endpoint = servers.get(regions[0])?.endpoint ?? "";
	const accessKey = options.accessKey ?? ACCESS_KEY;
	const airecInstance = options.airecInstance ?? "ai-rec-prod";
	const authority = createAuthority(`${endpoint}/aia`, now);
	const ground = {
		options,
		accessKey,
		authority,
		faults: createFaults(),
		now,
		airecInstance
	};
	const { backend, airec } = await (api === "guide" ? startGuide(ground) : startAccount(ground));
	for (const [region, { server }] of servers) {
		const { faults } = ground;
		const { handleIn, place } = backend;
		server.on("request", routeTo({
			endpoint,
			authority,
			faults,
			airec,
			place,
			handle: handleIn(region)
		}));
	}
	const airecEndpoint = endpoint + AIREC_PATH;
	return {
		api,
		endpoint,
		endpointIn,
		accessKey,
		rootPem: authority.rootPem,
		authority,
		airecEndpoint,
		consoleEndpoint: endpoint + CONSOLE_PATH,
		airecInstance,
		calls: backend.calls,
		account: backend.account,
		get certificates() {
			return backend.views();
		},
		get bindings() {
			return airec.bindings;
		},
		get faults() {
			return ground.faults.active;
		},
		edges(instanceId) {
			return backend.instances.filter(({ id }) => id === instanceId).flatMap(({ edges }) => edges.map(({ ip, port }) => ({
				ip,
				port
			})));
		},
		inject: (fault) => ground.faults.inject(fault),
		place: (placement) => backend.place(placement),
		writeAirecCli: (directory, cliEntry) => writeExecutable(directory, cliEntry, {
			name: "airec-cli",
			endpoint: airecEndpoint
		}),
		async close() {
			const edges = backend.instances.flatMap((instance) => instance.edges);
			await Promise.all([...[...servers.values()].map(stop), ...edges.map((edge) => edge.close())]);
		}
	};
}
/** The calls of the guide. */
async function startGuide({ options, accessKey, authority, faults, now, airecInstance }) {
	const certificates = [];
	const airec = createAirec(airecInstance, certificates);
	const instances = (options.instances ?? INSTANCES).filter(isGuideInstance);
	const cloud = {
		authority,
		certificates,
		instances: await Promise.all(instances.map((instance) => startInstance(instance, airec.answer))),
		faults,
		now,
		polls: {
			issuing: options.issuingPolls ?? 1,
			deploying: options.deployingPolls ?? 2
		}
	};
	const cas = createCasService(cloud, accessKey);
	return {
		backend: {
			calls: cas.calls,
			account: void 0,
			instances: cloud.instances,
			handleIn: () => (request, response) => cas.handle(request, response),
			views: () => cloud.certificates.map((record) => viewOf(record, statusOf$1(record))),
			place: (placement) => placeCertificate(cloud, placement)
		},
		airec
	};
}
function isGuideInstance(instance) {
	return TARGET_TYPES.some((type) => type === instance.type);
}
/** The published APIs. */
async function startAccount({ options, accessKey, authority, faults, now, airecInstance }) {
	const certificates = [];
	const airec = createAirec(airecInstance, certificates);
	const account = await startPublished({
		fronts: options.instances ?? INSTANCES,
		region: options.regions?.[0] ?? HOME,
		accessKey,
		authority,
		faults,
		now,
		polls: options.deployingPolls ?? 2,
		certificates,
		answer: airec.answer,
		account: options.account
	});
	const service = createPublishedService(account, {
		allowKeysInUrls: options.allowKeysInUrls ?? false,
		interfere: options.interfere ?? (() => void 0)
	});
	return {
		backend: {
			calls: service.calls,
			account,
			instances: account.fronts.map(({ instance }) => instance),
			handleIn: (region) => (request, response) => service.handle(request, response, region),
			views: () => certificates.map((certificate) => viewOf(certificate, "Issued")),
			place: (placement) => placeOnFront(account, placement)
		},
		airec
	};
}
async function listen() {
	const server = createServer$1({ maxHeaderSize: MAX_HEADER_BYTES });
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
	return {
		server,
		endpoint: `http://127.0.0.1:${server.address().port}`
	};
}
function stop({ server }) {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(resolve));
}
function viewOf(record, status) {
	const { id, name, domain, source, chainPem, leaf } = record;
	return {
		id,
		name,
		domain,
		source,
		status,
		leafFingerprint: createHash("sha256").update(leaf.raw).digest("hex"),
		chainPem
	};
}
// src/commands/emulate/workspace.ts
var import_dist = require_dist();
const DEMO_DOMAIN = "rec.example.com";
const DEMO_INSTANCE = "lb-ai-rec-01";
/**
* Writes what a deployment to `emulator` needs into `directory`: airec-https.yml, the root of the emulated
* authority, and two executables: airec-cli, and the console with which people break things. `cliEntry` is the absolute path of this program's CLI.
*/
async function writeWorkspace(emulator, directory, cliEntry) {
	await mkdir(directory, { recursive: true });
	const cli = await emulator.writeAirecCli(directory, cliEntry);
	await writeExecutable(directory, cliEntry, {
		name: "console",
		endpoint: emulator.consoleEndpoint
	});
	await writeFile(path.join(directory, "emulator-root.pem"), emulator.rootPem);
	const configFile = path.join(directory, "airec-https.yml");
	const config = {
		region: "cn-hangzhou",
		...cloudOf(emulator),
		airec: {
			instance: emulator.airecInstance,
			mapping: "certificate_info.xlsx",
			bind: `./${path.basename(cli)}`
		},
		endpoints: [{
			domain: DEMO_DOMAIN,
			certificate: await provideCertificate(emulator, directory),
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
/** Where the emulator's APIs are: the certificate service, and in the published dialect every other product. */
function cloudOf({ api, endpoint }) {
	if (api === "guide") return { cas: {
		api,
		endpoint
	} };
	const products = CLOUD_PRODUCTS.map((product) => [product, endpoint]);
	return {
		cas: {
			api,
			endpoint
		},
		"cloud-endpoints": Object.fromEntries(products)
	};
}
/** The guide has CAS issue a certificate. The published API is given one, as a team has it: a bundle with its key. */
async function provideCertificate({ api, authority }, directory) {
	if (api === "guide") return { request: { type: "DV" } };
	const { bundlePem, keyPem } = authority.issue({ names: [DEMO_DOMAIN] });
	const [bundle, file] = [`${DEMO_DOMAIN}.pem`, `${DEMO_DOMAIN}.key`];
	await writeFile(path.join(directory, bundle), bundlePem);
	await writeFile(path.join(directory, file), keyPem, { mode: 384 });
	return {
		bundle,
		key: { file }
	};
}
export { startEmulator as i, DEMO_INSTANCE as n, writeWorkspace as r, DEMO_DOMAIN as t };
