import { o as __toESM } from "./rolldown-runtime.js";
import { n as hasCode, r as AppError, t as appError } from "./catalogue.js";
import { i as redact } from "./render.js";
import { rt as Secret } from "./observe-endpoint.js";
import { t as printable } from "./printable.js";
import { C as union, S as string, T as _isoDateTime, _ as int, b as number, d as ZodISODate, f as ZodISODateTime, h as boolean, m as array, p as _enum, u as INGRESS_TYPES, w as _isoDate, x as object } from "./trust-anchors.js";
import http from "node:http";
import { performance as performance$1 } from "node:perf_hooks";
import https from "node:https";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
	return _isoDate(ZodISODate, params);
}
// src/alibaba/within-ms.ts
/** What `promise` gives, or a rejection when it takes longer than `milliseconds`; its work is not stopped. */
async function withinMs(milliseconds, promise) {
	const timer = new AbortController();
	const late = setTimeout$1(milliseconds, void 0, { signal: timer.signal }).then(() => {
		throw new Error(`took longer than ${milliseconds} ms`);
	});
	try {
		return await Promise.race([promise, late]);
	} finally {
		timer.abort();
	}
}
// src/alibaba/credentials.ts
const KEY_ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
const KEY_SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
/** One provider of the chain, STS or metadata service included. */
const PROVIDER_MS = 1e4;
/**
* The credentials for every later call: ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and, with
* temporary ones, ALIBABA_CLOUD_SECURITY_TOKEN of `environment`; without the first two the first provider of the
* default chain of @alicloud/credentials that gives any: OIDC, CLI profile, credentials file, ECS metadata,
* credentials URI. The providers themselves read the process's environment and home directory.
*
* An empty variable counts as unset, as a missing secret of a workflow is an empty string.
*
* @throws CREDENTIALS_MISSING when there are none, or when only one of the two keys is set
*/
async function resolveCredentials(environment) {
	const accessKeyId = environment[KEY_ID]?.trim() ?? "";
	const accessKeySecret = environment[KEY_SECRET]?.trim() ?? "";
	const securityToken = environment["ALIBABA_CLOUD_SECURITY_TOKEN"]?.trim() ?? "";
	if (accessKeyId && accessKeySecret) {
		const credentials = wrap({
			accessKeyId,
			accessKeySecret,
			securityToken
		});
		return () => Promise.resolve(credentials);
	}
	if (accessKeyId) throw appError("CREDENTIALS_MISSING", { missing: [KEY_SECRET] });
	if (accessKeySecret) throw appError("CREDENTIALS_MISSING", { missing: [KEY_ID] });
	return firstOfChain(environment);
}
/** The chain's errors are dropped: they quote configuration files and answers that hold secrets. */
async function firstOfChain(environment) {
	const tried = [];
	for (const provider of await chain(environment)) {
		const source = provider.getProviderName();
		tried.push(source);
		if (await read(provider) === void 0) continue;
		return async () => {
			const credentials = await read(provider);
			if (credentials === void 0) throw appError("CREDENTIALS_NOT_RENEWED", { source });
			return credentials;
		};
	}
	throw appError("CREDENTIALS_MISSING", {
		missing: [KEY_ID, KEY_SECRET],
		tried
	});
}
/**
* The library's own default chain would always ask the ECS metadata address, which outside of ECS costs seconds
* and may be somebody else's; here metadata and URI take part only when a variable names them.
*/
async function chain(environment) {
	const library = await import("./client.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const makers = [
		() => library.OIDCRoleArnCredentialsProvider.builder().build(),
		() => library.CLIProfileCredentialsProvider.builder().build(),
		() => library.ProfileCredentialsProvider.builder().build()
	];
	if (environment["ALIBABA_CLOUD_ECS_METADATA"]) makers.push(() => library.ECSRAMRoleCredentialsProvider.builder().build());
	if (environment["ALIBABA_CLOUD_CREDENTIALS_URI"]) makers.push(() => library.URICredentialsProvider.builder().build());
	return makers.flatMap((make) => {
		try {
			return [make()];
		} catch {
			return [];
		}
	});
}
async function read(provider) {
	try {
		return wrap(await withinMs(PROVIDER_MS, provider.getCredentials()));
	} catch {
		return;
	}
}
function wrap({ accessKeyId, accessKeySecret, securityToken }) {
	if (!accessKeyId || !accessKeySecret) throw new Error("incomplete credentials");
	return {
		accessKeyId,
		accessKeySecret: new Secret(accessKeySecret),
		securityToken: securityToken ? new Secret(securityToken) : void 0
	};
}
// src/alibaba/guide-answers.ts
const STATUSES = [
	"Issuing",
	"Issued",
	"Deploying",
	"Deployed",
	"Failed"
];
/** Ids come as numbers or as text; some exceed a safe integer, so they are text here. */
const id = union([string().regex(/^[\w.-]{1,128}$/), int().nonnegative()]).transform(String);
const status = _enum(STATUSES);
/** SHA-256 in any case, with or without colons. */
const sha256 = string().transform((text) => text.replaceAll(":", "").toLowerCase()).pipe(string().regex(/^[0-9a-f]{64}$/));
/** A field that may be absent or null; undefined either way. */
function optional(type) {
	return type.nullish().transform((value) => value ?? void 0);
}
/** CreateCertificate and UpdateCertificate. */
const changedCertificate = object({ CertId: id });
/** DeployCertificate: that it was accepted. */
const accepted = object({});
/** DescribeCertificateStatus. */
const certificateState = object({
	CertId: id,
	Status: status,
	Sha2: optional(sha256),
	ChainLength: optional(int().nonnegative()),
	Deployments: optional(array(object({
		TargetType: string(),
		InstanceId: string(),
		Status: status
	})))
});
/** DiagnoseCertificate. */
const diagnosis = object({
	Result: _enum(["passed", "failed"]),
	Problems: optional(array(object({
		Code: string(),
		Message: optional(string())
	})))
});
/** One page of ListUserCertificateOrder. */
const certificatePage = object({ CertificateOrderList: optional(array(object({
	CertificateId: optional(id),
	Name: optional(string()),
	CommonName: optional(string()),
	/** Comma-separated, or a list. */
	Sans: optional(union([string().transform((names) => names.split(",")), array(string())])),
	Sha2: optional(sha256),
	EndDate: optional(union([string(), number()])),
	Expired: optional(boolean()),
	Upload: optional(boolean())
}))) });
/** Whether `type` is a target this program knows. */
function isIngressType(type) {
	return INGRESS_TYPES.includes(type);
}
// src/alibaba/certificate-listing.ts
const PAGE_SIZE = 50;
const MOST_PAGES = 40;
/**
* The store's certificates that match `keyword`, in the service's order (ListUserCertificateOrder, CAS 2020-04-07).
* The match is loose: a name that contains it anywhere. TotalCount is not relied upon; a short page is the last.
*
* @throws CLOUD_UNSUPPORTED when the service has no such call
* @throws CLOUD_ANSWER_UNEXPECTED when it lists without end
*/
async function listCertificates(client, { keyword, orderType }) {
	const found = [];
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const { CertificateOrderList: rows = [] } = await client.call({
			action: "ListUserCertificateOrder",
			method: "POST",
			parameters: {
				OrderType: orderType,
				Keyword: keyword,
				CurrentPage: page,
				ShowSize: PAGE_SIZE
			},
			schema: certificatePage,
			repeat: "safe"
		});
		found.push(...rows.filter(isCertificate));
		if (rows.length < PAGE_SIZE) return found;
	}
	throw appError("CLOUD_ANSWER_UNEXPECTED", {
		call: `ListUserCertificateOrder Keyword=${keyword}`,
		reason: `more than 2000 certificates`
	});
}
function isCertificate(row) {
	return row.CertificateId !== void 0;
}
// src/alibaba/guide-reads.ts
/**
* DescribeCertificateStatus.
*
* @throws CLOUD_NOT_FOUND when there is no such certificate
*/
async function readCertificate(client, id) {
	const state = await client.call({
		action: "DescribeCertificateStatus",
		method: "GET",
		parameters: { CertId: id },
		schema: certificateState,
		repeat: "safe"
	});
	return {
		id: state.CertId,
		status: state.Status,
		leafFingerprint: state.Sha2,
		chainLength: state.ChainLength,
		targets: state.Deployments && boundTargets(state.Deployments)
	};
}
/** Bindings to products this program does not deploy to are left out. */
function boundTargets(deployments) {
	return deployments.flatMap(({ TargetType: type, InstanceId, Status: status }) => isIngressType(type) ? [{
		type,
		instance: printable(InstanceId),
		status
	}] : []);
}
/**
* How far the certificate has come on `target`: undefined when it is not bound there. Where the service does not
* tell targets apart, the certificate's own status.
*/
function statusOn(certificate, target) {
	if (certificate.targets === void 0) return certificate.status;
	return certificate.targets.find(({ type, instance }) => type === target.type && instance === target.instance)?.status;
}
/** DiagnoseCertificate: the stored chain as Chrome would judge it. */
async function diagnoseChain(client, id) {
	const { Result, Problems = [] } = await client.call({
		action: "DiagnoseCertificate",
		method: "POST",
		parameters: {
			CertId: id,
			CheckType: "chain_validation",
			Client: "chrome"
		},
		schema: diagnosis,
		repeat: "safe"
	});
	const lines = Problems.map(({ Code, Message }) => [Code, Message].filter(Boolean).join(": "));
	return {
		passed: Result === "passed",
		problems: lines.map((line) => printable(redact(line), 300))
	};
}
/** The uploaded or issued certificate with this leaf; of several, the one with the longest chain. */
async function findByLeaf(client, { domain, leafFingerprint }) {
	const rows = await listCertificates(client, {
		keyword: domain,
		orderType: "CERT"
	});
	let best;
	for (const row of rows.filter(({ Sha2 }) => Sha2 === leafFingerprint)) {
		const certificate = {
			...await readCertificate(client, row.CertificateId),
			leafFingerprint
		};
		if (best === void 0 || (certificate.chainLength ?? 0) > (best.chainLength ?? 0)) best = certificate;
	}
	return best;
}
/** The certificate requested last for `domain` that has not failed, also while it is being issued. */
async function findRequested(client, domain) {
	const rows = await listRequested(client, domain);
	for (const row of rows.toSorted((a, b) => endOf(b) - endOf(a))) {
		const certificate = await readCertificate(client, row.CertificateId);
		if (certificate.status !== "Failed") return certificate;
	}
}
/** Requests for `domain` and what was issued for them, each once, expired ones left out. */
async function listRequested(client, domain) {
	const own = [...await listCertificates(client, {
		keyword: domain,
		orderType: "CPACK"
	}), ...await listCertificates(client, {
		keyword: domain,
		orderType: "CERT"
	})].filter((row) => row.Upload !== true && row.Expired !== true && namesOf(row).includes(domain));
	return [...new Map(own.map((row) => [row.CertificateId, row])).values()];
}
function namesOf({ CommonName = "", Sans = [] }) {
	return [CommonName, ...Sans].map((name) => name.trim().toLowerCase());
}
/** Milliseconds since 1970. One without an end is still being issued, hence the newest. */
function endOf({ EndDate }) {
	if (EndDate === void 0) return Number.MAX_SAFE_INTEGER;
	return typeof EndDate === "number" ? EndDate : Date.parse(EndDate) || 0;
}
// src/alibaba/guide-writes.ts
/**
* CreateCertificate as an upload. When the name turns out to be taken by the same leaf, that certificate: an
* earlier answer was lost, or the list lagged.
*
* @throws CLOUD_NAME_TAKEN when another leaf has the name
*/
async function uploadCertificate(client, upload) {
	try {
		const { CertId } = await client.call({
			action: "CreateCertificate",
			method: "POST",
			parameters: {
				Name: upload.name,
				Cert: upload.chainPem,
				Key: upload.key
			},
			schema: changedCertificate,
			repeat: { recover: () => findUploaded(client, upload) }
		});
		return await readCertificate(client, CertId);
	} catch (error) {
		if (!hasCode(error, "CLOUD_NAME_TAKEN")) throw error;
		const earlier = await findUploaded(client, upload).catch(undefinedIfUnsupported);
		if (earlier === void 0) throw error;
		return readCertificate(client, earlier.CertId);
	}
}
async function findUploaded(client, upload) {
	const same = (await listCertificates(client, {
		keyword: upload.domain,
		orderType: "CERT"
	})).find(({ Sha2, Name = upload.name }) => Sha2 === upload.leafFingerprint && Name === upload.name);
	return same && { CertId: same.CertificateId };
}
/**
* CreateCertificate as a request for a DV certificate. Requests carry no name, so what exists before is listed
* first: a certificate that only appears afterwards is the one whose answer was lost.
*/
async function requestCertificate(client, domain) {
	const listed = await listRequested(client, domain).catch(undefinedIfUnsupported);
	const before = new Set(listed?.map((row) => row.CertificateId));
	const { CertId } = await client.call({
		action: "CreateCertificate",
		method: "POST",
		parameters: {
			DomainName: domain,
			CertType: "DV"
		},
		schema: changedCertificate,
		repeat: { recover: () => findNewRequest(client, domain, before) }
	});
	return readCertificate(client, CertId);
}
async function findNewRequest(client, domain, before) {
	const [first, ...others] = (await listRequested(client, domain)).filter((row) => !before.has(row.CertificateId));
	if (others.length > 0) {
		const reason = `${others.length + 1} new certificates for ${domain} appeared at the same time`;
		throw appError("CLOUD_ANSWER_UNEXPECTED", {
			call: "ListUserCertificateOrder",
			reason
		});
	}
	return first && { CertId: first.CertificateId };
}
/** DeployCertificate. */
async function deployCertificate(client, { id, target }) {
	const before = statusOn(await readCertificate(client, id), target);
	await client.call({
		action: "DeployCertificate",
		method: "POST",
		parameters: {
			CertId: id,
			TargetType: target.type,
			InstanceId: target.instance
		},
		schema: accepted,
		repeat: { recover: async () => {
			const now = statusOn(await readCertificate(client, id), target);
			return now === "Deploying" || now !== before ? {} : void 0;
		} }
	});
}
/** UpdateCertificate, and the certificate as it is read back. */
async function updateChain(client, { id, pemChain }) {
	const sent = pemChain.split("-----BEGIN CERTIFICATE-----").length - 1;
	const { chainLength: before } = await readCertificate(client, id);
	const { CertId } = await client.call({
		action: "UpdateCertificate",
		method: "PUT",
		parameters: {
			CertId: id,
			PEMChain: pemChain
		},
		schema: changedCertificate,
		repeat: { recover: async () => {
			const { chainLength } = await readCertificate(client, id);
			return chainLength === sent && chainLength !== before ? { CertId: id } : void 0;
		} }
	});
	return readCertificate(client, CertId);
}
/** For a service that cannot list; every other error stays one. */
function undefinedIfUnsupported(error) {
	if (!hasCode(error, "CLOUD_UNSUPPORTED")) throw error;
}
// node_modules/p-throttle/index.js
const states = /* @__PURE__ */ new WeakMap();
const signalThrottleds = /* @__PURE__ */ new WeakMap();
const finalizationRegistry = new FinalizationRegistry(({ signalWeakRef, weakReference }) => {
	const signal = signalWeakRef.deref();
	if (!signal) return;
	const registration = signalThrottleds.get(signal);
	if (registration) {
		registration.throttleds.delete(weakReference);
		if (registration.throttleds.size === 0) {
			signal.removeEventListener("abort", registration.listener);
			signalThrottleds.delete(signal);
		}
	}
});
function pThrottle({ limit, interval, strict, signal, onDelay, weight }) {
	if (!Number.isFinite(limit)) throw new TypeError("Expected `limit` to be a finite number");
	if (!Number.isFinite(interval)) throw new TypeError("Expected `interval` to be a finite number");
	if (limit < 0) throw new TypeError("Expected `limit` to be >= 0");
	if (interval < 0) throw new TypeError("Expected `interval` to be >= 0");
	if (weight !== void 0 && typeof weight !== "function") throw new TypeError("Expected `weight` to be a function");
	if (weight && interval === 0) throw new TypeError("The `weight` option cannot be used with `interval` of 0");
	const state = {
		queue: /* @__PURE__ */ new Map(),
		strictTicks: [],
		currentTick: 0,
		activeWeight: 0
	};
	const strictCapacity = Math.max(limit, 1);
	const insertTickSorted = (tickRecord) => {
		if (state.strictTicks.length === 0 || tickRecord.time >= state.strictTicks.at(-1).time) state.strictTicks.push(tickRecord);
		else {
			const insertIndex = state.strictTicks.findIndex((tick) => tick.time > tickRecord.time);
			state.strictTicks.splice(insertIndex, 0, tickRecord);
		}
	};
	function windowedDelay(requestWeight) {
		const now = Date.now();
		if (now - state.currentTick > interval) {
			state.activeWeight = requestWeight;
			state.currentTick = now;
			return 0;
		}
		if (state.activeWeight + requestWeight <= limit) state.activeWeight += requestWeight;
		else {
			state.currentTick += interval;
			state.activeWeight = requestWeight;
		}
		return state.currentTick - now;
	}
	function weightedDelay(requestWeight, now, ticks) {
		const findBlockingTick = (time) => {
			let windowStart = 0;
			let windowWeight = 0;
			for (const [index, tick] of ticks.entries()) {
				if (tick.time >= time + interval) break;
				windowWeight += tick.weight;
				const windowEnd = Math.max(time, tick.time);
				while (windowStart <= index && ticks[windowStart].time <= windowEnd - interval) {
					windowWeight -= ticks[windowStart].weight;
					windowStart++;
				}
				if (windowWeight + requestWeight > limit) return ticks[windowStart];
			}
		};
		let nextExecutionTime = now;
		let blockingTick = findBlockingTick(nextExecutionTime);
		while (blockingTick) {
			nextExecutionTime = blockingTick.time + interval;
			blockingTick = findBlockingTick(nextExecutionTime);
		}
		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight,
			isExecuted: false
		};
		insertTickSorted(tickRecord);
		return {
			delay: Math.max(0, nextExecutionTime - now),
			tickRecord
		};
	}
	function strictDelay(requestWeight) {
		const now = Date.now();
		if (state.strictTicks.length > 0 && now - state.strictTicks.at(-1).time > interval) state.strictTicks.length = 0;
		if (weight) {
			while (state.strictTicks.length > 0 && now - state.strictTicks[0].time >= interval) state.strictTicks.shift();
			return weightedDelay(requestWeight, now, state.strictTicks);
		}
		if (state.strictTicks.length < strictCapacity) {
			state.strictTicks.push({
				time: now,
				weight: requestWeight
			});
			return { delay: 0 };
		}
		const oldestTime = state.strictTicks[0].time;
		const mostRecentTime = state.strictTicks.at(-1).time;
		const baseTime = oldestTime + interval;
		const minSpacing = interval > 0 ? Math.ceil(interval / strictCapacity) : 0;
		const nextExecutionTime = baseTime <= mostRecentTime ? mostRecentTime + minSpacing : baseTime;
		state.strictTicks.shift();
		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight
		};
		state.strictTicks.push(tickRecord);
		return {
			delay: Math.max(0, nextExecutionTime - now),
			tickRecord
		};
	}
	const getDelay = strict ? strictDelay : windowedDelay;
	return (function_) => {
		const throttled = function(...arguments_) {
			if (!throttled.isEnabled) return (async () => function_.apply(this, arguments_))();
			let timeoutId;
			return new Promise((resolve, reject) => {
				let requestWeight = 1;
				if (weight) {
					try {
						requestWeight = weight(...arguments_);
					} catch (error) {
						reject(error);
						return;
					}
					if (!Number.isFinite(requestWeight) || requestWeight < 0) {
						reject(/* @__PURE__ */ new TypeError("Expected `weight` to be a finite non-negative number"));
						return;
					}
					if (requestWeight > limit) {
						reject(/* @__PURE__ */ new TypeError(`Expected \`weight\` (${requestWeight}) to be <= \`limit\` (${limit})`));
						return;
					}
				}
				const delayResult = getDelay(requestWeight);
				const delay = strict ? delayResult.delay : delayResult;
				let tickRecord = strict ? delayResult.tickRecord : void 0;
				const execute = () => {
					if (tickRecord) {
						const actualTime = Date.now();
						if (weight) {
							const index = state.strictTicks.indexOf(tickRecord);
							if (index !== -1) state.strictTicks.splice(index, 1);
							const executedTicks = state.strictTicks.filter((tick) => tick.isExecuted);
							const updatedDelayResult = weightedDelay(requestWeight, actualTime, executedTicks);
							tickRecord = updatedDelayResult.tickRecord;
							if (updatedDelayResult.delay > 0) {
								state.queue.delete(timeoutId);
								timeoutId = setTimeout(execute, updatedDelayResult.delay);
								state.queue.set(timeoutId, reject);
								return;
							}
							tickRecord.isExecuted = true;
						} else tickRecord.time = actualTime;
					}
					try {
						resolve(function_.apply(this, arguments_));
					} catch (error) {
						reject(error);
					}
					state.queue.delete(timeoutId);
				};
				if (delay > 0) {
					timeoutId = setTimeout(execute, delay);
					state.queue.set(timeoutId, reject);
					try {
						onDelay?.(...arguments_);
					} catch {}
				} else execute();
			});
		};
		signal?.throwIfAborted();
		if (signal) {
			let registration = signalThrottleds.get(signal);
			if (!registration) {
				registration = {
					throttleds: /* @__PURE__ */ new Set(),
					listener: null
				};
				registration.listener = () => {
					for (const weakReference of registration.throttleds) {
						const function_ = weakReference.deref();
						if (!function_) continue;
						const functionState = states.get(function_);
						if (!functionState) continue;
						for (const timeout of functionState.queue.keys()) {
							clearTimeout(timeout);
							functionState.queue.get(timeout)(signal.reason);
						}
						functionState.queue.clear();
						functionState.strictTicks.length = 0;
						functionState.currentTick = 0;
						functionState.activeWeight = 0;
					}
					signalThrottleds.delete(signal);
				};
				signalThrottleds.set(signal, registration);
				signal.addEventListener("abort", registration.listener, { once: true });
			}
			const weakReference = new WeakRef(throttled);
			registration.throttleds.add(weakReference);
			finalizationRegistry.register(throttled, {
				signalWeakRef: new WeakRef(signal),
				weakReference
			});
		}
		throttled.isEnabled = true;
		Object.defineProperty(throttled, "queueSize", { get() {
			return state.queue.size;
		} });
		states.set(throttled, state);
		return throttled;
	};
}
// node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;
const isError = (value) => objectToString.call(value) === "[object Error]";
const errorMessages = /* @__PURE__ */ new Set([
	"network error",
	"NetworkError when attempting to fetch resource.",
	"The Internet connection appears to be offline.",
	"Network request failed",
	"fetch failed",
	"terminated",
	" A network error occurred.",
	"Network connection lost"
]);
function isNetworkError(error) {
	if (!(error && isError(error) && error.name === "TypeError" && typeof error.message === "string")) return false;
	const { message, stack } = error;
	if (message === "Load failed" || message.startsWith("Load failed (") && message.endsWith(")")) return stack === void 0 || "__sentry_captured__" in error;
	if (message.startsWith("error sending request for url")) return true;
	if (message === "Failed to fetch" || message.startsWith("Failed to fetch (") && message.endsWith(")")) return true;
	return errorMessages.has(message);
}
// node_modules/p-retry/index.js
function validateRetries(retries) {
	if (typeof retries === "number") {
		if (retries < 0) throw new TypeError("Expected `retries` to be a non-negative number.");
		if (Number.isNaN(retries)) throw new TypeError("Expected `retries` to be a valid number or Infinity, got NaN.");
		if (Number.isFinite(retries) && !Number.isInteger(retries)) throw new TypeError("Expected `retries` to be a non-negative integer or Infinity.");
	} else if (retries !== void 0) throw new TypeError("Expected `retries` to be a number or Infinity.");
}
function validateNumberOption(name, value, { allowInfinity = false } = {}) {
	if (typeof value !== "number" || Number.isNaN(value)) throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? " or Infinity" : ""}.`);
	if (!allowInfinity && !Number.isFinite(value)) throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	if (value < 0) throw new TypeError(`Expected \`${name}\` to be \u{2265} 0.`);
}
function validateOption(name, value, type) {
	if (value === void 0 || value === null) return;
	if (typeof value !== type) throw new TypeError(`Expected \`${name}\` to be a ${type}.`);
}
function validateSignal(value) {
	if (value === void 0 || value === null) return;
	if (typeof value.throwIfAborted !== "function" || typeof value.addEventListener !== "function" || typeof value.removeEventListener !== "function") throw new TypeError("Expected `signal` to be an AbortSignal.");
}
var AbortError = class AbortError extends Error {
	constructor(message) {
		super(typeof message === "string" ? message : void 0);
		this.name = "AbortError";
		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			({message} = this.originalError);
			Error.captureStackTrace?.(this.originalError, AbortError);
		}
		this.message = message;
	}
};
const maximumDelay = 2 ** 31 - 1;
function calculateDelay(retriesConsumed, options) {
	if (options.minTimeout === 0) return 0;
	const attempt = retriesConsumed + 1;
	const random = options.randomize ? Math.random() + 1 : 1;
	const timeout = Math.round(random * options.minTimeout * options.factor ** (attempt - 1));
	return Math.min(timeout, Math.ceil(options.maxTimeout), maximumDelay);
}
function calculateRemainingTime(start, max) {
	return Number.isFinite(max) ? max - (performance.now() - start) : max;
}
async function delayForRetry(delay, options) {
	if (delay <= 0) return;
	await new Promise((resolve, reject) => {
		const onAbort = () => {
			clearTimeout(timeoutToken);
			reject(options.signal.reason);
		};
		const timeoutToken = setTimeout(() => {
			options.signal?.removeEventListener("abort", onAbort);
			resolve();
		}, delay);
		if (options.unref) timeoutToken.unref?.();
		options.signal?.addEventListener("abort", onAbort, { once: true });
	});
}
function stringifyThrownValue(value) {
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}
function unwrapAbortError(error) {
	let cause = error;
	while (cause instanceof AbortError && cause.originalError instanceof Error) cause = cause.originalError;
	return cause;
}
async function onAttemptFailure({ error, attemptNumber, retriesConsumed, startTime, options }) {
	const abortIfNeeded = () => {
		options.signal?.throwIfAborted();
	};
	const normalizedError = error instanceof Error ? error : /* @__PURE__ */ new TypeError(`Non-error was thrown: "${stringifyThrownValue(error)}". You should only throw errors.`);
	abortIfNeeded();
	if (normalizedError instanceof AbortError) throw unwrapAbortError(normalizedError);
	const retriesLeft = options.retries - retriesConsumed;
	const isRetriableError = !(normalizedError instanceof TypeError) || isNetworkError(normalizedError);
	const timeLeft = calculateRemainingTime(startTime, options.maxRetryTime);
	const delayTime = isRetriableError && timeLeft > 0 && retriesLeft > 0 ? calculateDelay(retriesConsumed, options) : 0;
	const consumeRetryContext = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: delayTime
	});
	const consumeRetry = await options.shouldConsumeRetry(consumeRetryContext) ?? true;
	abortIfNeeded();
	const effectiveDelay = consumeRetry ? delayTime : 0;
	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: effectiveDelay
	});
	await options.onFailedAttempt(context);
	abortIfNeeded();
	const remainingTime = calculateRemainingTime(startTime, options.maxRetryTime);
	if (!isRetriableError || remainingTime <= 0 || retriesLeft <= 0) throw normalizedError;
	const shouldRetry = await options.shouldRetry(context);
	abortIfNeeded();
	if (!shouldRetry) throw normalizedError;
	const remainingTimeAfterShouldRetry = calculateRemainingTime(startTime, options.maxRetryTime);
	if (remainingTimeAfterShouldRetry <= 0) throw normalizedError;
	if (!consumeRetry) return false;
	await delayForRetry(Math.min(effectiveDelay, remainingTimeAfterShouldRetry), options);
	return true;
}
async function pRetry(input, options = {}) {
	options = { ...options };
	options.retries ??= 10;
	validateRetries(options.retries);
	if (Object.hasOwn(options, "forever")) throw new Error("The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.");
	options.factor ??= 2;
	options.minTimeout ??= 1e3;
	options.maxTimeout ??= 1e400;
	options.maxRetryTime ??= 1e400;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;
	validateOption("onFailedAttempt", options.onFailedAttempt, "function");
	validateOption("shouldRetry", options.shouldRetry, "function");
	validateOption("shouldConsumeRetry", options.shouldConsumeRetry, "function");
	validateOption("randomize", options.randomize, "boolean");
	validateOption("unref", options.unref, "boolean");
	validateSignal(options.signal);
	validateNumberOption("factor", options.factor);
	validateNumberOption("minTimeout", options.minTimeout);
	validateNumberOption("maxTimeout", options.maxTimeout, { allowInfinity: true });
	validateNumberOption("maxRetryTime", options.maxRetryTime, { allowInfinity: true });
	if (options.factor === 0) options.factor = 1;
	options.signal?.throwIfAborted();
	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();
	while (retriesConsumed <= options.retries) {
		attemptNumber++;
		try {
			options.signal?.throwIfAborted();
			const result = await input(attemptNumber);
			options.signal?.throwIfAborted();
			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options
			})) retriesConsumed++;
		}
	}
	throw new Error("Retry attempts exhausted without throwing an error.");
}
// src/alibaba/retry.ts
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8e3;
/**
* What `attempt` gives, tried again after exponential backoff with full jitter (a random part of the pause, so that
* many clients do not come back at once) while `mayRepeat` holds and the next try would begin before the deadline.
* Otherwise the last error of a try that had its time: one that the deadline cut short has nothing to tell.
*/
async function retryUntil({ deadline, mayRepeat }, attempt) {
	let told;
	try {
		return await pRetry(attempt, {
			retries: Number.POSITIVE_INFINITY,
			minTimeout: 0,
			async shouldRetry({ error, retriesConsumed }) {
				if (!mayRepeat(error)) return false;
				if (performance$1.now() >= deadline) return false;
				told = error;
				const pause = Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** retriesConsumed);
				if (performance$1.now() + pause >= deadline) return false;
				await setTimeout$1(pause);
				return true;
			}
		});
	} catch (error) {
		throw performance$1.now() >= deadline && told !== void 0 ? told : error;
	}
}
// src/alibaba/rpc-errors.ts
/**
* Alibaba Cloud's codes by what they mean for us; the first match counts, so that `InvalidAction.NotFound` and
* `InvalidAccessKeyId.NotFound` are not taken for a missing thing. There is no complete list of them.
*/
const CLASSES = [
	[/^(Throttling|Rejected\.Throttling)/, "CLOUD_THROTTLED"],
	[/^SignatureNonceUsed$/, "CLOUD_NONCE_USED"],
	[/^(InvalidAccessKeyId|InvalidSecurityToken|MissingSecurityToken|SecurityTokenExpired|SignatureDoesNotMatch|IncompleteSignature|InvalidTimeStamp)/, "CLOUD_AUTHENTICATION"],
	[/^(Forbidden|NoPermission|AccessDenied|Unauthorized)/, "CLOUD_PERMISSION"],
	[/^(InvalidAction|InvalidVersion|UnsupportedOperation|ResourceNotSupportCert)|NotSupport/, "CLOUD_UNSUPPORTED"],
	[/^(NameRepeat|NameAlreadyExist)/, "CLOUD_NAME_TAKEN"],
	[/^(PrivateKeyFormatException|NotMatch\.CertificateAndPrivateKey|KeyNotMatchCert|CertificateChainNotMatch|CertificateExpired|InvalidSSLPub|InvalidSSLPri|InvalidParameter\.(Cert|Key|PEMChain)$)/, "CLOUD_MATERIAL_REFUSED"],
	[/Quota|^(AccountArrears|OrderExpired)/, "CLOUD_QUOTA"],
	[/^NotFound|\.NotFound$|NotExist|^ResourceNotFound/, "CLOUD_NOT_FOUND"],
	[/^(ServiceUnavailable|InternalError|SystemBusy|OperationBusy|ServiceBusy|ServiceIsConfiguring|IdempotenceProcessing|IncorrectStatus|IncorrectBusinessStatus|ResourceInConfiguring)/, "CLOUD_UNAVAILABLE"]
];
/** After these the service may yet have done what it was asked, or have done it before. */
const DOUBTFUL = ["CLOUD_UNAVAILABLE", "CLOUD_NONCE_USED"];
/** The catalogue's error for an answer that carries an error code or a failing HTTP status. */
function translateRefusal(body, context) {
	const { call, status } = context;
	const remote = text(body, "Code") ?? "";
	const kind = classify(remote, status);
	const requestId = text(body, "RequestId");
	return {
		error: refusal(kind, {
			call,
			reason: shown([remote || `HTTP ${status}`, readableMessage(text(body, "Message") ?? "")].filter(Boolean).join(": ")),
			remote,
			permission: requiredPermission(body)
		}, requestId),
		mayHaveTakenEffect: DOUBTFUL.includes(kind)
	};
}
function classify(remote, status) {
	const known = CLASSES.find(([pattern]) => pattern.test(remote))?.[1];
	if (known) return known;
	if (status === 429) return "CLOUD_THROTTLED";
	return status >= 500 ? "CLOUD_UNAVAILABLE" : "CLOUD_REFUSED";
}
function refusal(kind, details, id) {
	const occurrence = { requestId: id === void 0 ? void 0 : printable(id, 64) };
	if (kind === "CLOUD_AUTHENTICATION") return appError(kind, {
		...details,
		cure: cureFor(details.remote)
	}, occurrence);
	return appError(kind, details, occurrence);
}
function cureFor(remote) {
	if (remote.startsWith("InvalidTimeStamp")) return "clock";
	return remote.includes("SecurityToken") ? "token" : "key";
}
/** The RAM action that AccessDeniedDetail names, such as `yundun-cert:UploadUserCertificate`. */
function requiredPermission(body) {
	const action = text(typeof body === "object" && body !== null ? Reflect.get(body, "AccessDeniedDetail") : void 0, "AuthAction");
	return action === void 0 ? void 0 : shown(action);
}
/** A refused signature is explained with all that was signed: the key and the token in encodings no redaction knows. */
function readableMessage(message) {
	return message.split(/(?:server )?string to sign/i, 1)[0]?.trim() ?? "";
}
function shown(remote) {
	return printable(redact(remote), 300);
}
function text(value, name) {
	const found = typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
	if (typeof found === "number") return String(found);
	return typeof found === "string" && found !== "" ? found : void 0;
}
// src/alibaba/rpc-answer.ts
/** Deeper nesting belongs to no answer and could exhaust the stack. */
const DEEPEST_ANSWER = 32;
/** The answer as `schema` gives it, or the catalogue's error with whether the call may have taken effect. */
function readAnswer(exchange, expected) {
	if (exchange.kind === "lost") return lost(exchange, expected);
	if (exchange.kind === "oversized") return unexpected("it is longer than 1 MiB", expected, true);
	if (exchange.kind === "unreadable") return unreadable(exchange.status, expected);
	const { status, refused } = exchange;
	const body = plain(exchange.body);
	if (refused || isFailing(status)) return translateRefusal(body, {
		call: expected.call,
		status
	});
	return check(body, expected);
}
function lost({ connected, code }, { call, endpoint, timeoutMs }) {
	const timeout = `no whole answer within ${Math.round(timeoutMs / 100) / 10} s`;
	const reason = code === "timeout" ? timeout : code;
	const untrusted = !connected && /CERT|SIGNATURE|^ERR_(TLS|SSL)/.test(code);
	return {
		error: appError(untrusted ? "CLOUD_ENDPOINT_UNTRUSTED" : "CLOUD_UNREACHABLE", {
			call,
			endpoint,
			reason
		}),
		mayHaveTakenEffect: connected
	};
}
function unreadable(status, expected) {
	const { call } = expected;
	if (status === 429) return refusedBy("CLOUD_THROTTLED", call, status);
	if (status >= 500) return {
		...refusedBy("CLOUD_UNAVAILABLE", call, status),
		mayHaveTakenEffect: true
	};
	if (isFailing(status)) return unexpected(`HTTP ${status}, not JSON`, expected, false);
	return {
		error: appError("CLOUD_ANSWER_UNREADABLE", {
			call,
			reason: `HTTP ${status}`
		}),
		mayHaveTakenEffect: true
	};
}
function refusedBy(code, call, status) {
	return {
		error: appError(code, {
			call,
			reason: `HTTP ${status}`
		}),
		mayHaveTakenEffect: false
	};
}
function unexpected(reason, { call }, mayHaveTakenEffect) {
	return {
		error: appError("CLOUD_ANSWER_UNEXPECTED", {
			call,
			reason
		}),
		mayHaveTakenEffect
	};
}
function check(body, expected) {
	const result = expected.schema.safeParse(body);
	if (result.success) return { value: result.data };
	const issue = result.error.issues[0];
	const where = issue?.path.join(".") || "the whole";
	return unexpected(printable(`${where}: ${issue?.message ?? "malformed"}`), expected, true);
}
function isFailing(status) {
	return status < 200 || status > 299;
}
/** A copy of parsed JSON with ordinary objects, and numbers of 16 to 21 characters as their exact text. */
function plain(value, depth = 0) {
	if (typeof value !== "object" || value === null) return value;
	if (depth > DEEPEST_ANSWER) return void 0;
	if ("toJSON" in value && typeof value.toJSON === "function") return String(value.toJSON());
	if (Array.isArray(value)) return value.map((inner) => plain(inner, depth + 1));
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, depth + 1)]));
}
// src/alibaba/rpc-exchange.ts
const MAX_ANSWER_BYTES = 1048576;
/** Sends `request` through the SDK, following no redirect and retrying nothing. Never rejects for the peer's sake. */
async function exchange(request) {
	const { credentials, endpoint, apiVersion, action, method, parameters } = request;
	process.noDeprecation = true;
	const { default: RpcClient } = await import("./pop-core.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const client = new RpcClient({
		endpoint,
		apiVersion,
		accessKeyId: credentials.accessKeyId,
		accessKeySecret: credentials.accessKeySecret.reveal(),
		...credentials.securityToken && { securityToken: credentials.securityToken.reveal() }
	});
	const watch = {
		response: void 0,
		connected: false,
		oversized: false
	};
	const signal = AbortSignal.timeout(request.timeoutMs);
	try {
		const body = await client.request(action, parameters, {
			method,
			timeout: request.timeoutMs + 1e3,
			agent: watchingAgent(endpoint, watch),
			beforeRequest(options) {
				return {
					...moveToBody(this, options),
					signal
				};
			}
		});
		return {
			kind: "answer",
			status: watch.response?.statusCode ?? 0,
			body,
			refused: false
		};
	} catch (error) {
		return failure(error, watch, signal);
	}
}
/**
* The SDK puts the parameters of every method but POST into the URL. A PUT's query becomes its form body here: a
* PEM chain is too long for a URL, a security token has no place in one, and the V1 signature covers the
* parameters wherever they stand. Bodies become buffers, as the HTTP layer prints strings under `DEBUG=*`.
*/
function moveToBody(sdk, options) {
	if (sdk.data !== void 0) sdk.data = Buffer.from(sdk.data);
	if (options.method !== "PUT") return options;
	sdk.data = Buffer.from(options.path?.slice(2) ?? "");
	const headers = Object.assign({}, options.headers, { "content-type": "application/x-www-form-urlencoded" });
	return {
		...options,
		path: "/",
		headers
	};
}
/** An agent for one request, for only there its response can be seen before the SDK reads it without a limit. */
function watchingAgent(endpoint, watch) {
	const secure = endpoint.startsWith("https:");
	const agent = secure ? new https.Agent() : new http.Agent();
	const addRequest = Reflect.get(agent, "addRequest");
	if (typeof addRequest !== "function") throw new Error("this version of Node.js has another kind of Agent");
	return Object.assign(agent, { addRequest(request, ...rest) {
		request.once("socket", (socket) => {
			socket.once(secure ? "secureConnect" : "connect", () => {
				watch.connected = true;
			});
		});
		request.prependOnceListener("response", (response) => observe(response, watch));
		addRequest.call(agent, request, ...rest);
	} });
}
function observe(response, watch) {
	watch.response = response;
	delete response.headers["content-encoding"];
	let received = 0;
	response.socket.prependListener("data", (chunk) => {
		received += chunk.length;
		if (received <= MAX_ANSWER_BYTES) return;
		watch.oversized = true;
		response.destroy(/* @__PURE__ */ new Error("oversized"));
	});
}
/** The SDK's own messages are dropped: they quote the URL, signature included. */
function failure(error, watch, signal) {
	const { response, connected } = watch;
	const status = response?.statusCode ?? 0;
	if (watch.oversized) return { kind: "oversized" };
	const refusal = field(error, "data");
	if (field(error, "entry") !== void 0 && typeof refusal === "object") return {
		kind: "answer",
		status,
		body: refusal,
		refused: true
	};
	if (response?.complete) return {
		kind: "unreadable",
		status
	};
	const code = field(error, "code");
	if (signal.aborted) return {
		kind: "lost",
		connected,
		code: "timeout"
	};
	return {
		kind: "lost",
		connected,
		code: typeof code === "string" ? code : "connection lost"
	};
}
function field(value, name) {
	return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}
// src/alibaba/rpc-parameters.ts
/** Parameters that tell one call from another in a message, and are never secret. */
const IDENTIFYING = [
	"CertId",
	"TargetType",
	"InstanceId",
	"DomainName",
	"CertType",
	"Name",
	"Keyword",
	"OrderType",
	"CheckType",
	"Client"
];
/** A call as messages name it: `DeployCertificate CertId=42 TargetType=SLB InstanceId=lb-1`. */
function describeCall({ action, parameters }) {
	return [action, ...IDENTIFYING.flatMap((name) => {
		const value = parameters[name];
		return typeof value === "string" ? [`${name}=${value}`] : [];
	})].join(" ");
}
/**
* The parameters as text, ready to be signed. The SDK would send undefined, null and objects as the words
* `undefined`, `null` and `[object Object]`.
*
* @throws CLOUD_CALL_INVALID for a value of another type at run time, and for a secret in a call that is not POST
*/
function wireParameters(call) {
	const wire = {};
	for (const [name, value] of Object.entries(call.parameters)) {
		if (value === void 0) continue;
		wire[name] = wireValue(call, name, value);
	}
	return wire;
}
function wireValue(call, name, value) {
	if (value instanceof Secret) {
		if (call.method === "POST") return value.reveal();
		throw invalid(call, `${name} is a secret, which only a POST may carry`);
	}
	if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
	if (typeof value !== "string") throw invalid(call, `${name} is neither text nor a whole number`);
	if (call.method !== "POST" && value.includes("PRIVATE KEY-----")) throw invalid(call, `${name} holds a private key, which only a POST may carry`);
	return value;
}
function invalid(call, reason) {
	return appError("CLOUD_CALL_INVALID", {
		call: call.action,
		reason
	});
}
// src/alibaba/rpc-client.ts
/** One attempt; long enough for a certificate service that is slow, short enough for a second attempt. */
const ATTEMPT_MS = 15e3;
/** Alibaba Cloud's limit for most actions of CAS, per account and action. */
const CALLS_PER_SECOND = 10;
/** A client of one RPC-style product of Alibaba Cloud (signature version 1.0, HMAC-SHA1). */
function createRpcClient(options) {
	const turn = createTurns();
	async function attempt(call, deadline) {
		await turn(call.action);
		const credentials = await options.credentials();
		const { endpoint, apiVersion } = options;
		const timeoutMs = Math.max(1, Math.min(ATTEMPT_MS, Math.ceil(deadline - performance$1.now())));
		const parameters = wireParameters(call);
		const method = call.method === "GET" && credentials.securityToken ? "POST" : call.method;
		const request = {
			endpoint,
			apiVersion,
			action: call.action,
			method,
			parameters,
			credentials,
			timeoutMs
		};
		const { schema } = call;
		const startedAt = performance$1.now();
		const outcome = readAnswer(await exchange(request), {
			call: describeCall(call),
			endpoint,
			schema,
			timeoutMs
		});
		const end = "value" in outcome ? "OK" : outcome.error.code;
		const durationMs = Math.round(performance$1.now() - startedAt);
		options.onAttempt?.(printable(`${method} ${describeCall(call)} → ${end} (${durationMs} ms)`));
		return outcome;
	}
	return { call: (call) => {
		const deadline = performance$1.now() + options.callMs;
		return callUntil(call, deadline, () => attempt(call, deadline));
	} };
}
async function callUntil(call, deadline, attempt) {
	let doubt;
	let nonceRefusals = 0;
	/** What a doubtful earlier attempt did after all; undefined when there was none, or it did nothing. */
	async function settle() {
		if (doubt === void 0 || call.repeat === "safe") return void 0;
		const settled = doubt;
		doubt = void 0;
		return recover(call, call.repeat.recover, settled);
	}
	async function attemptOnce() {
		const earlier = await settle();
		if (earlier !== void 0) return earlier;
		const outcome = await attempt();
		if ("value" in outcome) return outcome.value;
		if (outcome.mayHaveTakenEffect && call.repeat !== "safe") doubt = outcome.error;
		throw outcome.error;
	}
	function mayRepeat(error) {
		if (hasCode(error, "CLOUD_NONCE_USED")) nonceRefusals += 1;
		return error instanceof AppError && error.retryable && nonceRefusals <= 1;
	}
	try {
		return await retryUntil({
			deadline,
			mayRepeat
		}, attemptOnce);
	} catch (error) {
		const earlier = await settle();
		if (earlier !== void 0) return earlier;
		throw error;
	}
}
async function recover(call, look, doubt) {
	try {
		return await look();
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const details = {
			call: describeCall(call),
			doubt: doubt.message,
			reason
		};
		throw appError("CLOUD_WRITE_IN_DOUBT", details, {
			requestId: doubt.requestId,
			cause: error
		});
	}
}
/** Waits for a turn: at most ten a second of one action, however many ask at the same time. */
function createTurns() {
	const turns = /* @__PURE__ */ new Map();
	return (action) => {
		let turn = turns.get(action);
		if (turn === void 0) {
			turn = pThrottle({
				limit: CALLS_PER_SECOND,
				interval: 1e3,
				strict: true
			})(() => Promise.resolve());
			turns.set(action, turn);
		}
		return turn();
	};
}
// src/alibaba/guide-certificate-service.ts
/** The guide names none; this is the current version of CAS. */
const API_VERSION = "2020-04-07";
/**
* CAS as the guide calls it: CreateCertificate, DeployCertificate, DescribeCertificateStatus, DiagnoseCertificate,
* UpdateCertificate. The guide has no call that lists; ListUserCertificateOrder of CAS 2020-04-07 stands in, and a
* service without it finds nothing, and cannot settle an upload whose answer was lost (CLOUD_WRITE_IN_DOUBT).
*
* Every method throws the CLOUD_* errors of `RpcClient.call`, and CREDENTIALS_NOT_RENEWED.
*/
function createGuideCertificateService(options) {
	const client = createRpcClient({
		...options,
		apiVersion: API_VERSION
	});
	return {
		find: (query) => findByLeaf(client, query).catch(undefinedIfUnsupported),
		findIssued: (domain) => findRequested(client, domain).catch(undefinedIfUnsupported),
		read: (id) => readCertificate(client, id),
		upload: (upload) => uploadCertificate(client, upload),
		request: (domain) => requestCertificate(client, domain),
		deploy: (id, target) => deployCertificate(client, {
			id,
			target
		}),
		diagnose: (id) => diagnoseChain(client, id),
		updateChain: (id, pemChain) => updateChain(client, {
			id,
			pemChain
		})
	};
}
/**
* The same calls for whoever only looks: ListUserCertificateOrder and DescribeCertificateStatus, and nothing that writes.
* A service that cannot list says so (CLOUD_UNSUPPORTED).
*/
function createGuideCertificateReader(options) {
	const client = createRpcClient({
		...options,
		apiVersion: API_VERSION
	});
	return {
		find: (query) => findByLeaf(client, query),
		findIssued: (domain) => findRequested(client, domain),
		read: (id) => readCertificate(client, id)
	};
}
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
	"deployment-failed",
	"deployment-late",
	"bind-failed",
	"mapping-mismatch",
	"root-removal-ahead",
	"shorter-validity-ahead",
	"rolled-back"
];
export { statusOn as a, datetime as c, pRetry as i, createGuideCertificateReader as n, resolveCredentials as o, createGuideCertificateService as r, date as s, FINDING_IDS as t };
