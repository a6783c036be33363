import { n as hasCode, t as appError } from "./catalogue.js";
import { A as connectTcp, B as judgeUnresolved, C as readCookie, D as uint, E as OFFERED_SUITES, M as loadClientTrust, N as withTimeLimit, O as vector, S as createKeyShares, T as HANDSHAKE_TYPE, X as judgeClients, _ as drawNonce, a as createRecordDecryptor, at as parseCertificate, b as verifiesWithoutScheme, c as tls13Suite, d as endsFlight, et as toPem, f as readKeyShare, g as clientRandom, h as OFFERED_PROTOCOLS, i as describeFlight, j as anchorsOfAny, k as createIssuerFetcher, l as trafficKey, m as CONTENT_TYPE, n as createPatientObserver, nt as readMaterial, o as sealFirstRecord, p as createMessageReader, s as handshakeSecrets, t as createEndpointObserver, u as createFlightCollector, v as writeClientHello, w as createByteReader, x as VERSION, y as verifiesByScheme, z as judgeEndpoint } from "./observe-endpoint.js";
import { n as findRepairs } from "./find-repair.js";
import { createHash, hash } from "node:crypto";
import { isIP } from "node:net";
import { rootCertificates } from "node:tls";
import { performance } from "node:perf_hooks";
import { readFileSync } from "node:fs";
// src/endpoints/check-endpoint.ts
/** Looks at every address of an endpoint, judges it for every client, and looks for what would mend it. */
async function checkEndpoint(endpoint, means) {
	const observed = await means.observe(endpoint);
	const expectation = {
		endpoint,
		intendedLeaf: void 0,
		trust: means.trust,
		time: means.now()
	};
	if ("kind" in observed) return describe(endpoint, judgeUnresolved(endpoint.domain, observed), []);
	const unaided = judgeEndpoint(observed, expectation);
	means.pool?.add(provenIntermediates(unaided));
	const { repairs, help } = await findRepairs({
		endpoint,
		observed,
		served: unaided,
		expectation
	}, means);
	return describe(endpoint, help ? judgeEndpoint(observed, {
		...expectation,
		help
	}) : unaided, repairs);
}
function describe(endpoint, served, repairs) {
	const clients = judgeClients(served, endpoint.clients, endpoint.domain);
	return {
		endpoint,
		verdict: verdictOf(served, repairs),
		served,
		clients,
		repair: repairs[0],
		repairs
	};
}
/** Of every path that a client accepts. */
function provenIntermediates({ addresses }) {
	return addresses.flatMap(({ clients }) => clients.flatMap(({ judgement: { accepts, path } }) => accepts ? path.slice(1, -1) : []));
}
function verdictOf({ addresses, findings }, repairs) {
	if (addresses.filter(({ tls }) => tls.kind === "handshake").length === 0) return addresses.every(({ accepted }) => accepted === false) ? "unreachable" : "unknown";
	const refused = addresses.filter(isRefused);
	if (refused.length > 0) return refused.every(({ address }) => isMended(address, repairs)) ? "repairable" : "broken";
	if (addresses.some(({ accepted }) => accepted === void 0)) return "unknown";
	return findings.length === 0 ? "healthy" : "degraded";
}
/** Whether a declared client does not get through; who does by luck alone is warned. */
function isRefused({ accepted, clients }) {
	if (accepted !== false) return false;
	return !clients.some(({ byLuck }) => byLuck) || clients.some(({ judgement, byLuck }) => !judgement.accepts && !byLuck);
}
/** Whether it was shown that every client accepts a proposed bundle there. */
function isMended(address, repairs) {
	const proofs = repairs.flatMap((repair) => repair.proofs.filter((proof) => proof.address === address));
	return proofs.length > 0 && proofs.every(({ after }) => after);
}
// src/endpoints/repair/candidate-pool.ts
/** Certificates that are kept; those of all public authorities are fewer. */
const MAX_KEPT = 2e3;
/** Levels above a leaf, and certificates given for one. */
const MAX_LEVELS = 4;
const MAX_GIVEN = 32;
function createCandidatePool() {
	const kept = /* @__PURE__ */ new Set();
	const bySubject = /* @__PURE__ */ new Map();
	function add(intermediates) {
		for (const each of intermediates) {
			if (kept.has(each.fingerprint) || kept.size >= MAX_KEPT) continue;
			kept.add(each.fingerprint);
			const { key } = each.subjectName;
			bySubject.set(key, [...bySubject.get(key) ?? [], each]);
		}
	}
	function above(leaf) {
		const found = /* @__PURE__ */ new Set();
		let level = [leaf];
		for (let depth = 0; depth < MAX_LEVELS; depth += 1) {
			level = level.flatMap(({ issuerName }) => bySubject.get(issuerName.key) ?? []).filter((each) => !found.has(each));
			for (const each of level) found.add(each);
		}
		return [...found].slice(0, MAX_GIVEN);
	}
	return {
		add,
		above
	};
}
// src/certificates/certificate-cache.ts
/** Twice this many certificates, of a few KiB each, are kept at most. */
const GENERATION_SIZE = 128;
/**
* Keeps what was read of late. What is asked for again within 128 new certificates stays, so intermediates outlast
* the leaves of any number of endpoints, and with them the verdicts on their signatures (`isSignedBy`).
*/
function createCertificateCache() {
	let young = /* @__PURE__ */ new Map();
	let old = /* @__PURE__ */ new Map();
	return { parse(der, location) {
		const digest = hash("sha256", der);
		const recent = young.get(digest);
		if (recent) return recent;
		const certificate = old.get(digest) ?? parseCertificate(der, location);
		if (young.size >= GENERATION_SIZE) [old, young] = [young, /* @__PURE__ */ new Map()];
		young.set(digest, certificate);
		return certificate;
	} };
}
// src/endpoints/tls/handshake-transcript.ts
function createHandshakeTranscript(clientHello) {
	let messages = [clientHello];
	return {
		add: (message) => void messages.push(message),
		foldFirstHello(hash) {
			const digest = createHash(hash).update(clientHello).digest();
			messages = [
				uint(HANDSHAKE_TYPE.messageHash, 1),
				vector(3, digest),
				...messages.slice(1)
			];
		},
		hash(hash) {
			const digest = createHash(hash);
			for (const message of messages) digest.update(message);
			return digest.digest();
		}
	};
}
// src/endpoints/tls/handshake-checks.ts
/**
* A server may only choose from what was offered.
*
* @throws TLS_HANDSHAKE_UNREADABLE when it chose another version, suite or both that do not go together
*/
function checkHello({ version, cipherSuite, retry }) {
	const isTls13 = version === VERSION.tls13;
	const suiteIsOfTls13 = cipherSuite >> 8 === 19;
	if (version >= VERSION.tls10 && version <= VERSION.tls13 && OFFERED_SUITES.includes(cipherSuite) && isTls13 === suiteIsOfTls13 && (isTls13 || !retry)) return;
	throw unreadable(`version ${hex(version)} with suite ${hex(cipherSuite)}, which was not offered`);
}
/** @throws TLS_HANDSHAKE_UNREADABLE when the server chose a protocol that was not offered (RFC 7301 §3.2) */
function checkAlpn({ alpn }) {
	if (alpn === void 0 || OFFERED_PROTOCOLS.includes(alpn)) return;
	throw unreadable("a protocol in ALPN that was not offered");
}
function unreadable(detail) {
	return appError("TLS_HANDSHAKE_UNREADABLE", { detail });
}
function hex(value) {
	return `0x${value.toString(16)}`;
}
// src/endpoints/tls/key-proof.ts
/** What is put before the hash of a transcript, so that no other signature can stand for it (RFC 8446 §4.4.3). */
const CERTIFICATE_VERIFY_CONTEXT = Buffer.from(`${" ".repeat(64)}TLS 1.3, server CertificateVerify\0`);
/**
* Whether a CertificateVerify of TLS 1.3 proves possession of the private key that belongs to `key` (RFC 8446 §4.4.3).
*
* @throws TLS_HANDSHAKE_UNREADABLE when it is malformed
*/
function provesKeyByTranscript({ body, transcriptHash }, key) {
	const reader = createByteReader(body, malformed);
	const scheme = reader.uint(2);
	const data = Buffer.concat([CERTIFICATE_VERIFY_CONTEXT, transcriptHash]);
	return verifiesByScheme(scheme, "tls13", {
		data,
		signature: reader.vector(2),
		key
	});
}
/**
* Whether the ServerKeyExchange of TLS 1.0 to 1.2 proves possession of the private key that belongs to `key`
* (RFC 5246 §7.4.3); undefined when keys are exchanged without a signature.
*
* @throws TLS_HANDSHAKE_UNREADABLE when it is malformed
*/
function provesKeyByKeyExchange({ hello, keyExchange }, { clientRandom, key }) {
	if (!keyExchange) return void 0;
	const reader = createByteReader(keyExchange.signed, malformed);
	const data = Buffer.concat([
		clientRandom,
		hello.random,
		keyExchange.parameters
	]);
	if (hello.version !== VERSION.tls12) return verifiesWithoutScheme({
		data,
		signature: reader.vector(2),
		key
	});
	const scheme = reader.uint(2);
	return verifiesByScheme(scheme, "tls12", {
		data,
		signature: reader.vector(2),
		key
	});
}
function malformed(detail) {
	return appError("TLS_HANDSHAKE_UNREADABLE", { detail: `in the server's signature, ${detail}` });
}
// src/endpoints/tls/client-handshake.ts
/** A chain of 100 KiB, sent in small padded records, still fits. */
const MAX_INBOUND_BYTES = 262144;
const NOTHING = Buffer.alloc(0);
/** Level warning (RFC 8446 §6.1). */
const CLOSE_NOTIFY = Buffer.of(1, 0);
/** A ChangeCipherSpec for show, before a second ClientHello (RFC 8446 §D.4). */
const CHANGE_CIPHER_SPEC = Buffer.of(CONTENT_TYPE.changeCipherSpec, 3, 3, 0, 1, 1);
/**
* Starts a handshake that offers TLS 1.0 to 1.3 and verifies the server's proof of its key: the CertificateVerify
* of TLS 1.3, the signed ServerKeyExchange of the versions before. It needs much less time than OpenSSL's whole one.
*/
function startHandshake(terms) {
	const nonce = drawNonce();
	const hello = writeHello({
		terms,
		nonce,
		group: 29
	});
	const collector = createFlightCollector();
	const state = {
		terms,
		nonce,
		transcript: createHandshakeTranscript(hello),
		collector,
		reader: createMessageReader(() => collector.hello()?.version === VERSION.tls13),
		group: 29,
		hasRetried: false,
		clientSecret: void 0,
		inboundLength: 0
	};
	return {
		opening: clearRecord(CONTENT_TYPE.handshake, VERSION.tls10, hello),
		receive: (bytes) => receive(state, bytes)
	};
}
function receive(state, bytes) {
	const { collector, reader, transcript } = state;
	state.inboundLength += bytes.length;
	if (state.inboundLength > MAX_INBOUND_BYTES) throw unreadable("more than 256 KiB");
	reader.push(bytes);
	let reply = NOTHING;
	for (let message = reader.next(); message; message = reader.next()) {
		collector.take(message);
		if (endsFlight(message)) return finish(state, message);
		transcript.add(message.raw);
		const hello = collector.hello();
		if (!hello) throw unreadable("no ServerHello");
		if (message.type !== HANDSHAKE_TYPE.serverHello) continue;
		checkHello(hello);
		if (hello.retry) reply = retry(state, hello);
		else if (hello.version === VERSION.tls13) agreeOnKeys(state, hello);
	}
	return {
		kind: "more",
		reply
	};
}
/** Answers a HelloRetryRequest (RFC 8446 §4.1.2). */
function retry(state, hello) {
	if (state.hasRetried) throw unreadable("a second HelloRetryRequest");
	state.hasRetried = true;
	state.group = readKeyShare(hello)?.group ?? state.group;
	const second = writeHello({
		...state,
		cookie: readCookie(hello.extensions, unreadable)
	});
	state.transcript.foldFirstHello(tls13Suite(hello.cipherSuite).hash);
	state.transcript.add(second);
	return Buffer.concat([CHANGE_CIPHER_SPEC, clearRecord(CONTENT_TYPE.handshake, VERSION.tls12, second)]);
}
function agreeOnKeys(state, hello) {
	const { group, terms, transcript, reader } = state;
	const suite = tls13Suite(hello.cipherSuite);
	const share = readKeyShare(hello);
	if (!share?.keyExchange || share.group !== group) throw unreadable("a key share that was not asked for");
	const sharedSecret = terms.keyShares.agree(group, share.keyExchange);
	const secrets = handshakeSecrets(suite, {
		sharedSecret,
		transcriptHash: transcript.hash(suite.hash)
	});
	state.clientSecret = secrets.client;
	reader.decryptWith(createRecordDecryptor(trafficKey(suite, secrets.server)));
}
/** `last` is a CertificateVerify in TLS 1.3, and a ServerHelloDone before. */
function finish({ collector, clientSecret, ...state }, last) {
	const flight = collector.flight();
	if (!flight) throw unreadable("no Certificate message");
	checkAlpn(flight);
	const receivedChain = flight.certificates.map((der) => state.terms.parse(der));
	const [leaf] = receivedChain;
	const key = keyOf(leaf);
	const { version, cipherSuite } = flight.hello;
	if (!clientSecret) {
		const proof = provesKeyByKeyExchange(flight, {
			clientRandom: clientRandom(state.nonce),
			key
		});
		if (proof === false) throw wrongProof();
		const farewell = clearRecord(CONTENT_TYPE.alert, version, CLOSE_NOTIFY);
		return {
			kind: "finished",
			flight,
			receivedChain,
			proven: proof ?? false,
			farewell
		};
	}
	const suite = tls13Suite(cipherSuite);
	const transcriptHash = state.transcript.hash(suite.hash);
	if (!provesKeyByTranscript({
		body: last.body,
		transcriptHash
	}, key)) throw wrongProof();
	const alert = {
		type: CONTENT_TYPE.alert,
		fragment: CLOSE_NOTIFY
	};
	return {
		kind: "finished",
		flight,
		receivedChain,
		proven: true,
		farewell: sealFirstRecord(trafficKey(suite, clientSecret), alert)
	};
}
/** @throws TLS_HANDSHAKE_UNREADABLE for a key that OpenSSL cannot read, with which nothing can be proven */
function keyOf(leaf) {
	try {
		return leaf.x509.publicKey;
	} catch (cause) {
		throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "the leaf's key cannot be read" }, { cause });
	}
}
/** @throws TLS_HANDSHAKE_UNREADABLE for a group that is not offered */
function writeHello({ terms: { domain, keyShares }, nonce, group, cookie }) {
	const publicKey = keyShares.publicKey(group);
	if (!publicKey) throw unreadable(`a retry with the group ${group}, which was not offered`);
	const serverName = isIP(domain) === 0 ? domain : void 0;
	return writeClientHello({
		serverName,
		nonce,
		keyShare: {
			group,
			publicKey
		},
		cookie
	});
}
function clearRecord(type, version, fragment) {
	return Buffer.concat([
		uint(type, 1),
		uint(version, 2),
		vector(2, fragment)
	]);
}
function wrongProof() {
	return unreadable("the server does not prove that it holds the leaf's key");
}
// src/endpoints/tls/probe-tls.ts
/** What a handshake throws at what no good server sends. */
const HOSTILE = [
	"TLS_HANDSHAKE_UNREADABLE",
	"CERTIFICATE_LIST_MALFORMED",
	"CERTIFICATE_MALFORMED"
];
/** What is broken here is broken for OpenSSL too, in the same words. */
const FINAL_REASONS = [
	"private-address",
	"refused",
	"unreachable",
	"reset"
];
/**
* An observer that does the handshake itself, TLS 1.0 to 1.3, and ends it once the server has proven its leaf's key:
* a sweep of thousands of endpoints would else wait for OpenSSL. There is no witness. What it cannot finish or prove
* is left to OpenSSL, on a connection of its own and in the time that is left, so nothing is called a failure that
* OpenSSL can do.
*/
function createTlsProbe(terms) {
	const { timeoutMs } = terms;
	const keyShares = createKeyShares();
	const certificates = createCertificateCache();
	const observe = createPatientObserver(terms);
	return async (target, signal) => {
		const startedAt = performance.now();
		const attempt = await withTimeLimit({
			timeoutMs: timeoutMs / 2,
			signal
		}, (limit) => attemptHandshake(target, {
			terms,
			keyShares,
			certificates
		}, limit));
		if (attempt.kind === "failure") return attempt;
		if (attempt.kind === "sighting" && isConclusive(attempt)) return attempt.handshake;
		const timeLeftMs = Math.max(timeoutMs - (performance.now() - startedAt), 1);
		const observed = await observe(target, {
			timeoutMs: timeLeftMs,
			signal
		});
		return attempt.kind === "sighting" ? combine(attempt, observed) : observed;
	};
}
/** Whether a client certificate is required shows only in a handshake that goes on to its end. */
function isConclusive({ handshake, proven }) {
	return proven && handshake.clientCertificate === "none";
}
/** Both views as one. */
function combine({ handshake, proven }, observed) {
	if (observed.kind === "failure") return proven || isBeyondOpenssl(handshake) ? handshake : observed;
	return proven ? {
		...handshake,
		clientCertificate: observed.clientCertificate
	} : {
		...observed,
		sctList: handshake.sctList
	};
}
/** OpenSSL would not have agreed to it, so its failure says nothing about the server. */
function isBeyondOpenssl({ protocol, cipher }) {
	return protocol === "TLSv1" || protocol === "TLSv1.1" || cipher.includes("3DES");
}
async function attemptHandshake({ domain, address: { ip, port } }, { terms, keyShares, certificates }, limit) {
	const tcp = await connectTcp({
		ip,
		port,
		privateNetworks: terms.privateNetworks
	}, limit);
	if (tcp.kind === "failure") return FINAL_REASONS.includes(tcp.reason) ? tcp : { kind: "inconclusive" };
	const { socket } = tcp;
	try {
		const parse = (der) => certificates.parse(der);
		const finished = await converse(socket, startHandshake({
			domain,
			keyShares,
			parse
		}), limit.signal);
		if (finished === void 0) return { kind: "inconclusive" };
		return {
			kind: "sighting",
			handshake: {
				...describeFlight(finished),
				witness: { kind: "none" },
				durationMs: limit.elapsedMs()
			},
			proven: finished.proven
		};
	} finally {
		socket.destroySoon();
	}
}
/** Runs the handshake over the socket and takes leave; undefined when it does not come to its end. */
function converse(socket, handshake, signal) {
	return new Promise((resolve, reject) => {
		const settle = (finish) => {
			socket.off("data", onData).off("error", onEnd).off("end", onEnd).off("close", onEnd);
			signal.removeEventListener("abort", onEnd);
			finish();
		};
		const onEnd = () => settle(() => resolve(void 0));
		const onData = (bytes) => {
			try {
				const step = handshake.receive(bytes);
				const reply = step.kind === "finished" ? step.farewell : step.reply;
				if (reply.length > 0) socket.write(reply);
				if (step.kind === "finished") settle(() => resolve(step));
			} catch (error) {
				settle(() => hasCode(error, ...HOSTILE) ? resolve(void 0) : reject(error));
			}
		};
		socket.on("data", onData).once("error", onEnd).once("end", onEnd).once("close", onEnd);
		if (signal.aborted) onEnd();
		else signal.addEventListener("abort", onEnd);
		socket.write(handshake.opening);
	});
}
// src/endpoints/create-check-means.ts
/** Sets of helpers whose observers are kept; each holds all trust anchors. */
const MAX_REMEMBERED = 8;
/**
* What a check works with in this thread, for a whole run.
*
* @throws what `parseBundle` throws, for `own` and `byClient`
*/
function createCheckMeans(checkTerms) {
	const { own, byClient = /* @__PURE__ */ new Map(), privateNetworks, timeoutMs, at, bundleFiles } = checkTerms;
	const sources = {
		bundled: rootCertificates,
		own,
		byClient
	};
	const trustAnchors = anchorsOfAny(sources);
	const terms = {
		trustAnchors,
		privateNetworks,
		timeoutMs
	};
	const observe = createEndpointObserver(terms, createTlsProbe);
	return {
		observe: at ? withoutWitness(observe) : observe,
		observeWith: rememberLatest((helpers) => createEndpointObserver({
			...terms,
			trustAnchors: [...trustAnchors, toPem(helpers)]
		})),
		fetchIssuers: createIssuerFetcher(terms),
		trust: loadClientTrust(sources),
		now: () => at ?? /* @__PURE__ */ new Date(),
		bundleOnDisk: ({ domain, port }) => readBundle(bundleFiles?.get(`${domain}:${port}`)),
		pool: createCandidatePool()
	};
}
/** Making an observer costs tens of milliseconds, and most endpoints of a run lack the same intermediates. */
function rememberLatest(create) {
	const made = /* @__PURE__ */ new Map();
	return (helpers) => {
		const key = helpers.map(({ fingerprint }) => fingerprint).join();
		const observe = made.get(key) ?? create(helpers);
		made.delete(key);
		made.set(key, observe);
		const [oldest] = made.keys();
		if (made.size > MAX_REMEMBERED && oldest !== void 0) made.delete(oldest);
		return observe;
	};
}
/** OpenSSL judges by the clock of the machine: its verdict says nothing about another time. */
function withoutWitness(observe) {
	return async (endpoint) => {
		const observed = await observe(endpoint);
		if ("kind" in observed) return observed;
		return observed.map((each) => {
			const { tls } = each;
			return tls.kind === "failure" ? each : {
				...each,
				tls: {
					...tls,
					witness: { kind: "none" }
				}
			};
		});
	};
}
/** Candidates for a repair; a file that cannot be read offers none, and says nothing about what is served. */
function readBundle(file) {
	if (file === void 0) return [];
	let bytes;
	try {
		bytes = readFileSync(file);
	} catch {
		return [];
	}
	return readMaterial(bytes, file).certificates.map(({ certificate }) => certificate);
}
// src/endpoints/sweep-messages.ts
/** The result of `check`, whatever becomes of it. */
async function resultOf(check, { index, endpoint }) {
	try {
		return {
			index,
			outcome: await check(endpoint)
		};
	} catch (error) {
		return {
			index,
			error: error instanceof Error ? error : new Error(String(error))
		};
	}
}
export { createCheckMeans as n, checkEndpoint as r, resultOf as t };
