import { o as __toESM } from "./rolldown-runtime.js";
import { n as hasCode, r as AppError, t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { i as redact } from "./render.js";
import { t as Secret } from "./secret.js";
import { $ as parseBundle, et as toPem } from "./observe-endpoint.js";
import { g as casStoreOf } from "./trust-anchors.js";
import { a as _enum, d as looseObject, f as number, g as string, l as int, o as array, p as object, s as boolean, u as literal, v as union, y as unknown } from "./format.js";
import { a as GUIDE_INGRESS_TYPES } from "./config.js";
import { createHash, createHmac, randomUUID } from "node:crypto";
import http from "node:http";
import { performance as performance$1 } from "node:perf_hooks";
import https from "node:https";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
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
// src/alibaba/rpc/retry.ts
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
// src/alibaba/rpc/rpc-errors.ts
/**
* Alibaba Cloud's codes by what they mean for us; the first match counts, so that `InvalidAction.NotFound` and
* `InvalidAccessKeyId.NotFound` are not taken for a missing thing. There is no complete list of them.
*/
const CLASSES = [
	[/^(Throttling|Rejected\.Throttling)/, "CLOUD_THROTTLED"],
	[/^SignatureNonceUsed$/, "CLOUD_NONCE_USED"],
	[/^(InvalidAccessKeyId|InvalidSecurityToken|MissingSecurityToken|SecurityTokenExpired|SignatureDoesNotMatch|IncompleteSignature|InvalidTimeStamp|AuthenticationFail)/, "CLOUD_AUTHENTICATION"],
	[/^(Forbidden|NoPermission|AccessDenied|Unauthorized|ImplicitDeny|ExplicitDeny)/, "CLOUD_PERMISSION"],
	[/\.ListenerStatusNotSupport$|^VipStatusNotSupport$/, "CLOUD_UNAVAILABLE"],
	[/IsRefered$|IsReferenced$/, "CLOUD_IN_USE"],
	[/^(InvalidAction|InvalidVersion|UnsupportedOperation|ResourceNotSupportCert)|NotSupport/, "CLOUD_UNSUPPORTED"],
	[/^(NameRepeat|NameAlreadyExist)/, "CLOUD_NAME_TAKEN"],
	[/^(PrivateKeyFormatException|NotMatch\.CertificateAndPrivateKey|KeyNotMatchCert|CertificateChainNotMatch|CertificateExpired|InvalidSSLPub|InvalidSSLPri|InvalidParameter\.(Cert|Key|PEMChain)$)/, "CLOUD_MATERIAL_REFUSED"],
	[/Quota|^(AccountArrears|OrderExpired)/, "CLOUD_QUOTA"],
	[/^NotFound|\.NotFound$|NotExist|\.NoExist$|^ResourceNotFound|^CdnServiceNotFound$|^InvalidParameter\.DomainExtensionId$/, "CLOUD_NOT_FOUND"],
	[/^(ServiceUnavailable|InternalError|SystemBusy|OperationBusy|ServiceBusy|ServiceIsConfiguring|ServiceIsStopping|BackendServer\.configuring|DomainExtensionProcessing|IdempotenceProcessing|IncorrectStatus|IncorrectBusinessStatus|ResourceInConfiguring|Conflict\.Lock|-22001$|-21020$|-22031$)/, "CLOUD_UNAVAILABLE"]
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
			permission: requiredPermission(body) ?? context.permission
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
// src/alibaba/rpc/rpc-answer.ts
/** Deeper nesting belongs to no answer and could exhaust the stack. */
const DEEPEST_ANSWER = 32;
/** The answer as `schema` gives it, or the catalogue's error with whether the call may have taken effect. */
function readAnswer$1(exchange, expected) {
	if (exchange.kind === "lost") return lost(exchange, expected);
	if (exchange.kind === "oversized") return unexpected("it is longer than 1 MiB", expected, true);
	if (exchange.kind === "unreadable") return unreadable(exchange.status, expected);
	const { status, refused } = exchange;
	const body = plain(exchange.body);
	if (refused || isFailing(status)) return translateRefusal(body, {
		call: expected.call,
		status,
		permission: expected.permission
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
// src/alibaba/rpc/send.ts
/** Sends once, following no redirect. Never rejects for the peer's sake. */
async function send({ url, method, headers, body, timeoutMs }) {
	const signal = AbortSignal.timeout(timeoutMs);
	const watch = { connected: false };
	try {
		return await readAnswer(await new Promise((resolve, reject) => {
			const secure = url.startsWith("https:");
			const call = (secure ? https : http).request(url, {
				method,
				headers,
				signal,
				agent: false
			}, resolve);
			call.once("socket", (socket) => {
				socket.once(secure ? "secureConnect" : "connect", () => watch.connected = true);
			});
			call.once("error", reject);
			call.end(body);
		}));
	} catch (error) {
		if (signal.aborted) return {
			kind: "lost",
			connected: watch.connected,
			code: "timeout"
		};
		const code = error.code ?? "connection lost";
		return {
			kind: "lost",
			connected: watch.connected,
			code
		};
	}
}
async function readAnswer(response) {
	const status = response.statusCode ?? 0;
	const chunks = [];
	let size = 0;
	for await (const chunk of response) {
		size += chunk.length;
		if (size > 1048576) {
			response.destroy();
			return { kind: "oversized" };
		}
		chunks.push(chunk);
	}
	try {
		const body = capitalised(JSON.parse(Buffer.concat(chunks).toString("utf8")));
		return {
			kind: "answer",
			status,
			body,
			refused: isRefusal(body)
		};
	} catch {
		return {
			kind: "unreadable",
			status
		};
	}
}
/** A refusal of the ROA style has `code` and `message` where RPC has `Code` and `Message`. */
function capitalised(body) {
	if (typeof body !== "object" || body === null || !("code" in body)) return body;
	const { code, message, requestId } = body;
	return {
		...body,
		Code: code,
		Message: message,
		RequestId: requestId
	};
}
function isRefusal(body) {
	const code = typeof body === "object" && body !== null ? Reflect.get(body, "Code") : void 0;
	return typeof code === "string" && code !== "" && code.toLowerCase() !== "ok" && code !== "200";
}
// src/alibaba/rpc/anonymous-exchange.ts
/** Sends without a signature, as the few actions take that give credentials; by POST, for a token is in it. */
async function exchangeAnonymously(request) {
	const { endpoint, action, apiVersion, parameters, timeoutMs } = request;
	const common = {
		Action: action,
		Version: apiVersion,
		Format: "JSON",
		Timestamp: `${(/* @__PURE__ */ new Date()).toISOString().slice(0, 19)}Z`
	};
	const body = Buffer.from(new URLSearchParams({
		...common,
		...parameters
	}).toString());
	return send({
		method: "POST",
		url: `${endpoint}/`,
		headers: {
			"content-type": "application/x-www-form-urlencoded",
			accept: "application/json"
		},
		body,
		timeoutMs
	});
}
// src/alibaba/rpc/signature-v3.ts
const ALGORITHM = "ACS3-HMAC-SHA256";
/**
* The headers that a request carries in signature version 3: `x-acs-*` and Authorization.
* Source: Alibaba Cloud, "Request syntax and signature method V3".
*/
function signV3(request, credentials) {
	const { securityToken, accessKeyId, accessKeySecret } = credentials;
	const contentHash = createHash("sha256").update(request.body).digest("hex");
	const headers = {
		host: request.host,
		"x-acs-action": request.action,
		"x-acs-content-sha256": contentHash,
		"x-acs-date": `${request.now.toISOString().slice(0, 19)}Z`,
		...securityToken ? { "x-acs-security-token": securityToken.reveal() } : {},
		"x-acs-signature-nonce": request.nonce,
		"x-acs-version": request.apiVersion,
		...request.body.length > 0 ? { "content-type": "application/json; charset=utf-8" } : {}
	};
	const names = Object.keys(headers).toSorted();
	const signedHeaders = names.join(";");
	const canonical = [
		request.method,
		request.path,
		canonicalQuery(request.query),
		...names.map((name) => `${name}:${headers[name] ?? ""}`),
		"",
		signedHeaders,
		contentHash
	].join("\n");
	const toSign = `${ALGORITHM}\n${createHash("sha256").update(canonical).digest("hex")}`;
	const signature = createHmac("sha256", accessKeySecret.reveal()).update(toSign).digest("hex");
	const authorization = `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
	return {
		...headers,
		authorization
	};
}
/** Sorted by name, both sides percent-encoded (RFC 3986). */
function canonicalQuery(query) {
	return Object.entries(query).map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).toSorted().join("&");
}
function percentEncode(text) {
	return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
// src/alibaba/rpc/roa-exchange.ts
/** Signs by version 3 and sends. */
async function exchangeRoa(request, { path, body }, credentials) {
	const { endpoint, method, parameters: query, action, apiVersion, timeoutMs } = request;
	const { host } = new URL(endpoint);
	const sent = Buffer.from(body ? JSON.stringify(body) : "");
	const headers = {
		...signV3({
			method,
			host,
			path,
			query,
			body: sent,
			action,
			apiVersion,
			now: /* @__PURE__ */ new Date(),
			nonce: randomUUID()
		}, credentials),
		accept: "application/json"
	};
	const search = canonicalQuery(query);
	return send({
		method,
		url: `${endpoint}${path}${search === "" ? "" : `?${search}`}`,
		headers,
		body: sent,
		timeoutMs
	});
}
// src/alibaba/rpc/rpc-exchange.ts
/** Signs by version 1 and sends through the SDK, which speaks the RPC style alone. Never rejects for the peer's sake. */
async function exchangeRpc(request, credentials) {
	const { endpoint, apiVersion, action, method, parameters } = request;
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
		if (received <= 1048576) return;
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
// src/alibaba/rpc/exchange.ts
/** The one place that signs and sends: once, following no redirect. Never rejects for the peer's sake. */
function exchange(request) {
	const { roa, credentials } = request;
	if (!credentials) return exchangeAnonymously(request);
	return roa ? exchangeRoa(request, roa, credentials) : exchangeRpc(request, credentials);
}
// src/alibaba/rpc/rpc-parameters.ts
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
	"Client",
	"RegionId",
	"LoadBalancerId",
	"ListenerId",
	"ListenerPort",
	"GroupId",
	"CertificateId",
	"ServerCertificateId",
	"JobId",
	"OrderId"
];
/** A call as messages name it: `DeployCertificate CertId=42 TargetType=SLB InstanceId=lb-1`. */
function describeCall({ action, parameters }) {
	return [action, ...IDENTIFYING.flatMap((name) => {
		const value = parameters[name];
		return typeof value === "string" || typeof value === "number" ? [`${name}=${value}`] : [];
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
// src/alibaba/rpc/rpc-client.ts
/** One attempt; long enough for a certificate service that is slow, short enough for a second attempt. */
const ATTEMPT_MS = 15e3;
/** Alibaba Cloud's limit for most actions of CAS, per account and action. */
const CALLS_PER_SECOND = 10;
/** A client of one RPC-style product of Alibaba Cloud (signature version 1.0, HMAC-SHA1). */
function createRpcClient(options) {
	const turn = createTurns();
	async function attempt(call, deadline) {
		await turn(call.action);
		const credentials = options.credentials === "anonymous" ? void 0 : await options.credentials();
		const { endpoint, apiVersion, place, ramPrefix } = options;
		const timeoutMs = Math.max(1, Math.min(ATTEMPT_MS, Math.ceil(deadline - performance$1.now())));
		const parameters = wireParameters(call);
		const name = place === void 0 ? describeCall(call) : `${describeCall(call)} (${place})`;
		const method = call.method === "GET" && credentials?.securityToken && !call.roa ? "POST" : call.method;
		const { action, roa } = call;
		const request = {
			endpoint,
			apiVersion,
			action,
			method,
			parameters,
			roa,
			credentials,
			timeoutMs
		};
		const { schema } = call;
		const startedAt = performance$1.now();
		const outcome = readAnswer$1(await exchange(request), {
			call: name,
			endpoint,
			schema,
			timeoutMs,
			permission: ramPrefix && `${ramPrefix}:${action}`
		});
		const end = "value" in outcome ? "OK" : outcome.error.code;
		const durationMs = Math.round(performance$1.now() - startedAt);
		options.onAttempt?.(printable(`${method} ${name} → ${end} (${durationMs} ms)`));
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
// src/alibaba/uploading-once.ts
/** Uploads each bundle once, however many endpoints of a run it is for. */
function uploadingOnce(upload) {
	const uploads = /* @__PURE__ */ new Map();
	return (order) => {
		const key = order.bundle.map(({ fingerprint }) => fingerprint).join();
		const earlier = uploads.get(key);
		if (earlier) return earlier;
		const made = upload(order);
		uploads.set(key, made);
		made.catch(() => uploads.delete(key));
		return made;
	};
}
// src/alibaba/fields.ts
/** Ids come as numbers or as text; some exceed a safe integer, so they are text here. */
const id = union([string().regex(/^[\w.@-]{1,128}$/), int().nonnegative()]).transform(String);
/** SHA-256 in any case, with or without colons. */
const sha256 = string().transform((text) => text.replaceAll(":", "").toLowerCase()).pipe(string().regex(/^[0-9a-f]{64}$/));
/** A field that may be absent or null; undefined either way. */
function optional(type) {
	return type.nullish().transform((value) => value ?? void 0);
}
/** That it was accepted. */
const accepted = object({});
/** An id that may be absent, null or empty; undefined in each case. */
const optionalId = union([literal("").transform(() => void 0), id]).nullish().transform((value) => value ?? void 0);
// src/alibaba/cas/certificate-listing.ts
/** One page of ListUserCertificateOrder. */
const certificatePage$1 = object({ CertificateOrderList: optional(array(object({
	CertificateId: optionalId,
	Name: optional(string()),
	CommonName: optional(string()),
	/** Comma-separated, or a list. */
	Sans: optional(union([string().transform((names) => names.split(",")), array(string())])),
	Sha2: optional(sha256),
	EndDate: optional(union([string(), number()])),
	Expired: optional(boolean()),
	Upload: optional(boolean()),
	/** Of orders alone. */
	OrderId: optionalId,
	Domain: optional(string()),
	Status: optional(string())
}))) });
const PAGE_SIZE = 50;
const MOST_PAGES$1 = 40;
/**
* The store's certificates that match `keyword`, in the service's order (ListUserCertificateOrder, CAS 2020-04-07).
* The match is loose: a name that contains it anywhere. TotalCount is not relied upon; a short page is the last.
*
* @throws CLOUD_UNSUPPORTED when the service has no such call
* @throws CLOUD_ANSWER_UNEXPECTED when it lists without end
*/
async function listCertificates(client, query) {
	return (await listRows(client, query)).filter(isCertificate);
}
/** Orders that match `domain`, also those that have come to no certificate; as `listCertificates` otherwise. */
function listOrders(client, domain) {
	return listRows(client, {
		keyword: domain,
		orderType: "CPACK"
	});
}
async function listRows(client, { keyword, orderType, status }) {
	const found = [];
	for (let page = 1; page <= MOST_PAGES$1; page += 1) {
		const { CertificateOrderList: rows = [] } = await client.call({
			action: "ListUserCertificateOrder",
			method: "POST",
			parameters: {
				OrderType: orderType,
				Status: status,
				Keyword: keyword,
				CurrentPage: page,
				ShowSize: PAGE_SIZE
			},
			schema: certificatePage$1,
			repeat: "safe"
		});
		found.push(...rows);
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
// src/alibaba/guide/answers.ts
const status = _enum([
	"Issuing",
	"Issued",
	"Deploying",
	"Deployed",
	"Failed"
]);
/** CreateCertificate and UpdateCertificate. */
const changedCertificate = object({ CertId: id });
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
/** Whether `type` is a target this program knows. */
function isIngressType(type) {
	return GUIDE_INGRESS_TYPES.includes(type);
}
// src/alibaba/guide/reads.ts
/**
* DescribeCertificateStatus.
*
* @throws CLOUD_NOT_FOUND when there is no such certificate
*/
async function readCertificate$1(client, id) {
	const state = await client.call({
		action: "DescribeCertificateStatus",
		method: "GET",
		parameters: { CertId: id },
		schema: certificateState,
		repeat: "safe"
	});
	return {
		id: state.CertId,
		identifier: void 0,
		name: void 0,
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
			...await readCertificate$1(client, row.CertificateId),
			leafFingerprint
		};
		if (best === void 0 || (certificate.chainLength ?? 0) > (best.chainLength ?? 0)) best = certificate;
	}
	return best;
}
/** The certificate requested last for `domain` that has not failed, also while it is being issued. */
async function findRequested(client, domain) {
	const rows = await listRequested(client, domain);
	for (const row of rows.toSorted((a, b) => endOf$1(b) - endOf$1(a))) {
		const certificate = await readCertificate$1(client, row.CertificateId);
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
function endOf$1({ EndDate }) {
	if (EndDate === void 0) return Number.MAX_SAFE_INTEGER;
	return typeof EndDate === "number" ? EndDate : Date.parse(EndDate) || 0;
}
// src/certificates/bundle.ts
const PREFIX = "airec-https_";
/**
* The name under which `bundle` is stored for `domain`: `airec-https_<domain>_<first 12 digits of the leaf's
* SHA-256>_<4 digits over the whole chain>`, at most 64 characters. The same material has the same name, another
* chain for the same leaf another one. `attempt`: the n-th name of it, where others have the earlier ones. A domain that is too long keeps its beginning and a digest of the whole.
*/
function certificateName(domain, bundle, attempt = 1) {
	const suffix = `${chainSuffix(bundle)}${attempt === 1 ? "" : `-${attempt}`}`;
	return `${PREFIX}${shorten(domain.replaceAll("*", "wildcard"), 52 - suffix.length)}${suffix}`;
}
/** The end of a name that tells leaf and chain: `_<fp12>_<chain4>`. */
function chainSuffix(bundle) {
	const chain = createHash("sha256");
	for (const { der } of bundle) chain.update(der);
	return `_${bundle[0].fingerprint.slice(0, 12)}_${chain.digest("hex").slice(0, 4)}`;
}
/** Whether `name` was made by `certificateName`. */
function isOwnName(name) {
	return name.startsWith(PREFIX) && /_[0-9a-f]{12}_[0-9a-f]{4}(-\d)?$/.test(name);
}
function shorten(domain, maxLength) {
	if (domain.length <= maxLength) return domain;
	const digest = createHash("sha256").update(domain).digest("hex").slice(0, 8);
	return `${domain.slice(0, maxLength - digest.length - 1)}-${digest}`;
}
// src/alibaba/guide/writes.ts
/**
* CreateCertificate as an upload. When the name turns out to be taken by the same leaf, that certificate: an
* earlier answer was lost, or the list lagged.
*
* @throws CLOUD_NAME_TAKEN when another leaf has the name
*/
async function uploadCertificate$1(client, { domain, bundle, key }) {
	const upload = {
		domain,
		name: certificateName(domain, bundle),
		leafFingerprint: bundle[0].fingerprint
	};
	try {
		const { CertId } = await client.call({
			action: "CreateCertificate",
			method: "POST",
			parameters: {
				Name: upload.name,
				Cert: toPem(bundle),
				Key: key
			},
			schema: changedCertificate,
			repeat: { recover: () => findUploaded(client, upload) }
		});
		return await readCertificate$1(client, CertId);
	} catch (error) {
		if (!hasCode(error, "CLOUD_NAME_TAKEN")) throw error;
		const earlier = await findUploaded(client, upload).catch(undefinedIfUnsupported);
		if (earlier === void 0) throw error;
		return readCertificate$1(client, earlier.CertId);
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
async function requestCertificate$1(client, domain) {
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
	return readCertificate$1(client, CertId);
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
	const before = statusOn(await readCertificate$1(client, id), target);
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
			const now = statusOn(await readCertificate$1(client, id), target);
			return now === "Deploying" || now !== before ? {} : void 0;
		} }
	});
}
/** UpdateCertificate, and the certificate as it is read back. */
async function replaceChain(client, { held: { id }, bundle, anchor }) {
	const chain = anchor ? [...bundle, anchor] : bundle;
	const pemChain = toPem(chain);
	const sent = chain.length;
	const { chainLength: before } = await readCertificate$1(client, id);
	const { CertId } = await client.call({
		action: "UpdateCertificate",
		method: "PUT",
		parameters: {
			CertId: id,
			PEMChain: pemChain
		},
		schema: changedCertificate,
		repeat: { recover: async () => {
			const { chainLength } = await readCertificate$1(client, id);
			return chainLength === sent && chainLength !== before ? { CertId: id } : void 0;
		} }
	});
	return readCertificate$1(client, CertId);
}
/** For a service that cannot list; every other error stays one. */
function undefinedIfUnsupported(error) {
	if (!hasCode(error, "CLOUD_UNSUPPORTED")) throw error;
}
// src/alibaba/guide/guide-target.ts
const NO_CALL = "the guide has no call for it";
/**
* A target of DeployCertificate. The guide tells of a certificate where it is bound, and of a target nothing: what was
* bound before is not known, and is put back by deploying its certificate again.
*/
function createGuideTarget(client, target) {
	const name = `${target.type} ${target.instance}`;
	return {
		config: target,
		name,
		needsMaterial: false,
		tellsKey: false,
		writes: [],
		read: (certificate) => Promise.resolve(stateOn(certificate, target)),
		bind: ({ id }) => deployCertificate(client, {
			id,
			target
		}),
		readBack: async ({ id }) => stateOn(await readCertificate$1(client, id), target),
		survey: () => Promise.resolve({
			neighbours: void 0,
			room: void 0
		}),
		whyNotRestorable: () => NO_CALL,
		restore: () => Promise.reject(appError("RESTORE_IMPOSSIBLE", {
			target: name,
			reason: NO_CALL
		}))
	};
}
/** What the store says of `certificate` on `target`. */
function stateOn(certificate, target) {
	const status = certificate && statusOn(certificate, target);
	return {
		status,
		isChanging: status === "Deploying",
		isTold: certificate?.targets !== void 0,
		said: `CAS reports ${status ?? "no deployment"}`,
		binding: void 0
	};
}
// src/alibaba/guide/guide-cloud.ts
/** What the guide does not tell. */
const UNPUBLISHED = {
	writes: {
		upload: [],
		request: []
	},
	readQuota: () => Promise.resolve(void 0)
};
/** The guide names none; this is the current version of CAS. */
const API_VERSION = "2020-04-07";
/**
* CAS as the guide calls it: CreateCertificate, DeployCertificate, DescribeCertificateStatus, DiagnoseCertificate,
* UpdateCertificate. The guide has no call that lists; ListUserCertificateOrder of CAS 2020-04-07 stands in, and a
* service without it finds nothing, and cannot settle an upload whose answer was lost (CLOUD_WRITE_IN_DOUBT).
*
* Every method throws the CLOUD_* errors of `RpcClient.call`, and CREDENTIALS_NOT_RENEWED.
*/
function createGuideCloud(options) {
	const client = connect$1(options);
	return {
		identify: () => Promise.resolve(void 0),
		store: {
			...UNPUBLISHED,
			isListed: false,
			find: (query) => findByLeaf(client, query).catch(undefinedIfUnsupported),
			findIssued: (domain) => findRequested(client, domain).catch(undefinedIfUnsupported),
			read: (id) => readCertificate$1(client, id),
			upload: uploadingOnce((upload) => uploadCertificate$1(client, upload)),
			request: ({ domain }) => requestCertificate$1(client, domain),
			advance: (id) => readCertificate$1(client, id),
			diagnose: (id) => diagnoseChain(client, id),
			replaceChain: (replacement) => replaceChain(client, replacement),
			retire: () => Promise.resolve([])
		},
		targetsOf: ({ ingress }) => ingress.map((target) => createGuideTarget(client, target))
	};
}
/**
* The same for whoever only looks: ListUserCertificateOrder and DescribeCertificateStatus, and nothing that writes.
* A service that cannot list says so (CLOUD_UNSUPPORTED).
*/
function createGuideReader(options) {
	const client = connect$1(options);
	return {
		identify: () => Promise.resolve(void 0),
		store: {
			...UNPUBLISHED,
			isListed: false,
			find: (query) => findByLeaf(client, query),
			findIssued: (domain) => findRequested(client, domain),
			read: (id) => readCertificate$1(client, id)
		},
		targetsOf: ({ ingress }) => ingress.map((target) => createGuideTarget(client, target))
	};
}
function connect$1(options) {
	return createRpcClient({
		...options,
		apiVersion: API_VERSION
	});
}
// src/alibaba/caller-identity.ts
const callerIdentity = object({
	AccountId: optional(union([string(), int()])),
	Arn: optional(string())
});
/**
* Who the credentials are, such as `acs:ram::1234567890123456:assumed-role/deploy/github`; it needs no permission.
* Undefined when STS cannot be asked: it may be out of reach where the other products are not.
* https://api.aliyun.com/document/Sts/2015-04-01/GetCallerIdentity
*
* @throws CLOUD_AUTHENTICATION when the credentials are not accepted
*/
async function readCallerIdentity(client) {
	try {
		const { Arn, AccountId } = await client.call({
			action: "GetCallerIdentity",
			method: "POST",
			parameters: {},
			schema: callerIdentity,
			repeat: "safe"
		});
		return printable(Arn ?? String(AccountId ?? "unnamed"), 200);
	} catch (error) {
		if (error instanceof AppError && error.category !== "authentication") return void 0;
		throw error;
	}
}
// src/alibaba/cas/cas-client.ts
/** The numeric id in an id or in the identifier that ingress products use: `27080721-cn-hangzhou` → `27080721`. */
function certificateIdOf(idOrIdentifier) {
	return /^(\d+)-/.exec(idOrIdentifier)?.[1] ?? idOrIdentifier;
}
// src/alibaba/cas/certificate-detail.ts
/** Milliseconds since 1970. */
const instant = union([int(), string().regex(/^\d{1,15}$/).transform(Number)]);
const link = object({
	NotBefore: optional(instant),
	NotAfter: optional(instant)
});
const certificateDetail = object({
	CertIdentifier: optionalId,
	CertificateName: optional(string()),
	CertificateStatus: optional(string()),
	FingerPrint: optional(string()),
	Domain: optional(string()),
	NotBefore: optional(instant),
	NotAfter: optional(instant),
	UsingProductList: optional(array(unknown())),
	CertificateChainList: optional(array(link))
});
const userCertificateDetail = object({
	CertIdentifier: optionalId,
	Name: optional(string()),
	Common: optional(string()),
	Sans: optional(string()),
	Expired: optional(boolean()),
	Sha2: optional(string()),
	NotBefore: optional(instant),
	NotAfter: optional(instant),
	CertChain: optional(array(link))
});
/**
* One certificate without its key: GetCertificateDetail, and where the service has no such action yet
* GetUserCertificateDetail with CertFilter, without which it would answer with the private key.
*
* @throws CLOUD_NOT_FOUND when there is none of this id
*/
async function readDetail(cas, idOrIdentifier) {
	const certificateId = certificateIdOf(idOrIdentifier);
	try {
		return await getCertificateDetail(cas, certificateId);
	} catch (error) {
		if (!hasCode(error, "CLOUD_UNSUPPORTED")) throw error;
		return getUserCertificateDetail(cas, certificateId);
	}
}
/** https://api.aliyun.com/document/cas/2020-04-07/GetCertificateDetail */
async function getCertificateDetail({ client }, certificateId) {
	const answer = await client.call({
		action: "GetCertificateDetail",
		method: "POST",
		parameters: { CertificateId: certificateId },
		schema: certificateDetail,
		repeat: "safe"
	});
	return {
		id: certificateId,
		identifier: answer.CertIdentifier,
		name: answer.CertificateName,
		domain: splitNames(answer.Domain)[0],
		names: splitNames(answer.Domain),
		leafFingerprint: sha256Of(answer.FingerPrint),
		notBefore: answer.NotBefore,
		validities: withLeaf(answer, answer.CertificateChainList),
		isUsed: answer.UsingProductList && answer.UsingProductList.length > 0
	};
}
/** https://api.aliyun.com/document/cas/2020-04-07/GetUserCertificateDetail */
async function getUserCertificateDetail({ client }, certificateId) {
	const answer = await client.call({
		action: "GetUserCertificateDetail",
		method: "POST",
		parameters: {
			CertId: certificateId,
			CertFilter: "true"
		},
		schema: userCertificateDetail,
		repeat: "safe"
	});
	return {
		id: certificateId,
		identifier: answer.CertIdentifier,
		name: answer.Name,
		domain: answer.Common,
		names: [...splitNames(answer.Common), ...splitNames(answer.Sans)],
		leafFingerprint: sha256Of(answer.Sha2),
		notBefore: answer.NotBefore,
		validities: withLeaf(answer, answer.CertChain),
		isUsed: void 0
	};
}
/** Of a list with commas. */
function splitNames(list) {
	return (list ?? "").split(",").flatMap((name) => name.trim() || []);
}
/** Whether the chain that is listed begins with the leaf is not documented, so that it is looked for there. */
function withLeaf({ NotBefore, NotAfter }, chain) {
	if (chain === void 0 || NotBefore === void 0 || NotAfter === void 0) return void 0;
	const leaf = {
		notBefore: NotBefore,
		notAfter: NotAfter
	};
	const links = chain.flatMap(({ NotBefore: notBefore, NotAfter: notAfter }) => notBefore === void 0 || notAfter === void 0 ? [] : [{
		notBefore,
		notAfter
	}]);
	if (links.length < chain.length) return void 0;
	return links.some((each) => isSameSecond(each, leaf)) ? links : [leaf, ...links];
}
/** Certificates count in seconds (RFC 5280 §4.1.2.5); the service counts in milliseconds. */
function isSameSecond(one, other) {
	return Math.floor(one.notBefore / 1e3) === Math.floor(other.notBefore / 1e3) && Math.floor(one.notAfter / 1e3) === Math.floor(other.notAfter / 1e3);
}
function sha256Of(digest) {
	const hex = digest?.replaceAll(":", "").toLowerCase();
	return hex !== void 0 && /^[0-9a-f]{64}$/.test(hex) ? hex : void 0;
}
// src/alibaba/cas/find-certificate.ts
/**
* The certificate with this leaf and, when a bundle is given, with its very chain: a complete and an incomplete chain share
* their leaf, and what an id stands for never changes. Without a bundle the one with the longest chain.
*/
async function findCertificate(cas, { domain, leafFingerprint, bundle }) {
	const rows = await listFor(cas, {
		domain,
		leafFingerprint,
		bundle
	});
	let best;
	for (const row of ownFirst(rows, bundle)) {
		if (row.Sha2 !== leafFingerprint || isOtherByName(row, bundle)) continue;
		const detail = await readDetail(cas, row.CertificateId);
		if (bundle && !holdsChain(row, detail, bundle)) continue;
		const found = toStored(detail, leafFingerprint);
		if (bundle) return found;
		if (!best || (found.chainLength ?? 0) > (best.chainLength ?? 0)) best = found;
	}
	return best;
}
/** A wildcard is not found by a name that it covers; which names a leaf has is known with its bundle alone. */
async function listFor({ client }, { domain, leafFingerprint, bundle }) {
	const rows = await listCertificates(client, {
		keyword: domain,
		orderType: "CERT"
	});
	if (bundle || rows.some(({ Sha2 }) => Sha2 === leafFingerprint)) return rows;
	return listCertificates(client, {
		keyword: `*${domain.slice(domain.indexOf("."))}`,
		orderType: "CERT"
	});
}
/** A certificate of the store. Its leaf is told by the list alone where the detail has another digest. */
async function readCertificate(cas, id) {
	const detail = await readDetail(cas, id);
	if (detail.leafFingerprint !== void 0 || detail.domain === void 0) return toStored(detail, detail.leafFingerprint);
	return toStored(detail, (await listCertificates(cas.client, {
		keyword: detail.domain,
		orderType: "CERT"
	})).find(({ CertificateId }) => CertificateId === detail.id)?.Sha2);
}
/** What is stored is issued: CAS lists requests apart from certificates. */
function toStored(detail, leafFingerprint) {
	return {
		id: detail.id,
		identifier: detail.identifier,
		name: detail.name,
		status: "Issued",
		leafFingerprint,
		chainLength: detail.validities?.length,
		targets: void 0
	};
}
/** Those whose name says that they are the very bundle come first, so that no other is read. */
function ownFirst(rows, bundle) {
	if (!bundle) return rows;
	return rows.toSorted((one, other) => Number(isByName(other, bundle)) - Number(isByName(one, bundle)));
}
function isByName({ Name = "" }, bundle) {
	return isOwnName(Name) && Name.includes(chainSuffix(bundle));
}
/** Our own names tell the chain; one that names another chain is another. */
function isOtherByName(row, bundle) {
	return bundle !== void 0 && isOwnName(row.Name ?? "") && !isByName(row, bundle);
}
/**
* By its name where it is ours, unless CAS tells that it holds less. Else by the validities of its certificates, which are
* all that CAS tells of them: every certificate of the bundle must be there; a root more does no harm.
*/
function holdsChain(row, { validities }, bundle) {
	if (isByName(row, bundle) && (validities?.length ?? bundle.length) >= bundle.length) return true;
	if (!validities) return false;
	const isThere = ({ notBefore, notAfter }) => validities.some((each) => isSameSecond(each, {
		notBefore: notBefore.getTime(),
		notAfter: notAfter.getTime()
	}));
	return validities.length <= bundle.length + 1 && bundle.every(isThere);
}
// src/alibaba/cas/validation-record.ts
const records = object({ DomainRecords: optional(object({ Record: optional(array(object({
	RecordId: id,
	RR: string(),
	Type: string(),
	Value: string()
}))) })) });
/**
* Writes the record into its zone, unless it is there. False when Alidns does not serve the zone, or may not be asked.
* https://api.aliyun.com/document/Alidns/2015-01-09/AddDomainRecord
*/
async function addRecord(dns, record) {
	const found = await findZone(dns, record.name);
	if (!found) return false;
	const { zone, rr, present } = found;
	if (present.some((each) => isSame(each, record))) return true;
	await dns.call({
		action: "AddDomainRecord",
		method: "POST",
		parameters: {
			DomainName: zone,
			RR: rr,
			Type: record.type,
			Value: record.value
		},
		schema: object({ RecordId: id }),
		repeat: { recover: async () => {
			const made = (await listRecords(dns, zone, rr)).find((each) => isSame(each, record));
			return made && { RecordId: made.RecordId };
		} }
	});
	return true;
}
/**
* Removes what is left of a validation under this name.
* https://api.aliyun.com/document/Alidns/2015-01-09/DeleteDomainRecord
*/
async function removeRecord(dns, name) {
	const found = await findZone(dns, name);
	for (const { RecordId } of found?.present ?? []) await dns.call({
		action: "DeleteDomainRecord",
		method: "POST",
		parameters: { RecordId },
		schema: object({}),
		repeat: { recover: () => Promise.resolve(void 0) }
	});
}
/** The zone is the longest end of the name that Alidns knows. */
async function findZone(dns, name) {
	const labels = name.split(".");
	for (let index = 1; index <= labels.length - 2; index += 1) {
		const zone = labels.slice(index).join(".");
		const rr = labels.slice(0, index).join(".");
		try {
			return {
				zone,
				rr,
				present: await listRecords(dns, zone, rr)
			};
		} catch (error) {
			if (hasCode(error, "CLOUD_PERMISSION")) return void 0;
			if (!hasCode(error, "CLOUD_NOT_FOUND")) throw error;
		}
	}
}
/** https://api.aliyun.com/document/Alidns/2015-01-09/DescribeDomainRecords */
async function listRecords(dns, zone, rr) {
	const { DomainRecords } = await dns.call({
		action: "DescribeDomainRecords",
		method: "POST",
		parameters: {
			DomainName: zone,
			RRKeyWord: rr,
			PageSize: 500
		},
		schema: records,
		repeat: "safe"
	});
	return (DomainRecords?.Record ?? []).filter(({ RR }) => RR.toLowerCase() === rr.toLowerCase());
}
function isSame({ Type, Value }, { type, value }) {
	return Type === type && Value === value;
}
// src/alibaba/cas/dv-order.ts
/** Free certificates for a single domain, on the China site alone; three months. */
const FREE_PRODUCT = "digicert-free-1-free";
/** An order is no certificate yet; its id says so. */
const ORDER = "order:";
const packageState = object({
	TotalCount: optional(int()),
	UsedCount: optional(int())
});
const orderState = object({
	Type: string(),
	RecordDomain: optional(string()),
	RecordType: optional(string()),
	RecordValue: optional(string()),
	/** PEM. The key that comes along is not read. */
	Certificate: optional(string()),
	CertId: optionalId
});
/**
* Orders a DV certificate from the package of the account. What exists before is listed first: an order that only appears
* afterwards is the one whose answer was lost.
* https://api.aliyun.com/document/cas/2020-04-07/CreateCertificateForPackageRequest
*
* @throws CLOUD_QUOTA when the package is used up, before anything is ordered
*/
async function requestCertificate({ cas }, { domain, product = FREE_PRODUCT }) {
	await assertQuota(cas, product);
	const before = new Set((await listOrders(cas.client, domain)).map(({ OrderId }) => OrderId));
	const { OrderId } = await cas.client.call({
		action: "CreateCertificateForPackageRequest",
		method: "POST",
		parameters: {
			ProductCode: product,
			Domain: domain,
			ValidateType: "DNS"
		},
		schema: object({ OrderId: id }),
		repeat: { recover: async () => {
			const made = (await listOrders(cas.client, domain)).find((row) => row.Domain === domain && !before.has(row.OrderId));
			return made?.OrderId === void 0 ? void 0 : { OrderId: made.OrderId };
		} }
	});
	return pending(OrderId);
}
/** https://api.aliyun.com/document/cas/2020-04-07/DescribePackageState */
async function readQuota({ client }, product = FREE_PRODUCT) {
	const { TotalCount, UsedCount = 0 } = await client.call({
		action: "DescribePackageState",
		method: "POST",
		parameters: { ProductCode: product },
		schema: packageState,
		repeat: "safe"
	});
	if (TotalCount === void 0) return void 0;
	return {
		what: `certificates of the package ${product}`,
		used: UsedCount,
		most: TotalCount
	};
}
async function assertQuota(cas, product) {
	const quota = await readQuota(cas, product);
	if (quota === void 0 || quota.used < quota.most) return;
	const reason = `${quota.used} of ${quota.most} certificates of the package are used`;
	throw appError("CLOUD_QUOTA", {
		call: `DescribePackageState ProductCode=${product}`,
		reason
	});
}
/** The newest valid certificate that was issued for `domain`, or the order for one that is under way. */
async function findIssued(cas, domain) {
	const [newest] = (await listCertificates(cas.client, {
		keyword: domain,
		orderType: "CERT"
	})).filter((row) => row.Upload !== true && row.Expired !== true && isFor(row, domain)).toSorted((one, other) => endOf(other) - endOf(one));
	if (newest) return toStored(await readDetail(cas, newest.CertificateId), newest.Sha2);
	const open = (await listOrders(cas.client, domain)).find(({ Domain, Status, CertificateId }) => Domain === domain && CertificateId === void 0 && (Status === "CHECKING" || Status === "PAYED"));
	return open?.OrderId === void 0 ? void 0 : pending(open.OrderId);
}
/**
* What became of an order, having done what it waits for: the DNS record of its validation is written where Alibaba Cloud
* serves the zone, and told where it does not. It is removed at the end, and an order that failed is given back.
* https://api.aliyun.com/document/cas/2020-04-07/DescribeCertificateState
*/
async function advanceOrder(desk, certificateId) {
	const orderId = certificateId.slice(6);
	const state = await desk.cas.client.call({
		action: "DescribeCertificateState",
		method: "POST",
		parameters: { OrderId: orderId },
		schema: orderState,
		repeat: "safe"
	});
	if (state.Type === "domain_verify") {
		await provideRecord(desk, state);
		return pending(orderId);
	}
	if (state.Type === "verify_fail") {
		await release(desk, orderId);
		return {
			...pending(orderId),
			status: "Failed"
		};
	}
	if (state.Type !== "certificate") return pending(orderId);
	return await readIssued(desk.cas, state) ?? pending(orderId);
}
function isOrder(certificateId) {
	return certificateId.startsWith(ORDER);
}
function pending(orderId) {
	return {
		id: `${ORDER}${orderId}`,
		identifier: void 0,
		name: void 0,
		status: "Issuing",
		leafFingerprint: void 0,
		chainLength: void 0,
		targets: void 0
	};
}
async function provideRecord({ dns, tell }, state) {
	const { RecordDomain: name, RecordType: type = "TXT", RecordValue: value } = state;
	if (name === void 0 || value === void 0) return;
	if (await addRecord(dns, {
		name,
		type,
		value
	})) return;
	tell(printable(`DNS: create the ${type} record ${name} with the value ${value}, where the zone is served`, 400));
}
/** Older services do not tell the id; the certificate is then found by its leaf. */
async function readIssued(cas, { CertId, Certificate }) {
	const [leaf] = Certificate === void 0 ? [] : parseBundle(Certificate, "the issued certificate");
	if (CertId !== void 0) return toStored(await readDetail(cas, CertId), leaf?.fingerprint);
	if (!leaf) return void 0;
	const domain = leaf.dnsNames[0] ?? "";
	const row = (await listCertificates(cas.client, {
		keyword: domain,
		orderType: "CERT"
	})).find(({ Sha2 }) => Sha2 === leaf.fingerprint);
	return row && toStored(await readDetail(cas, row.CertificateId), leaf.fingerprint);
}
/** https://api.aliyun.com/document/cas/2020-04-07/DeleteCertificateRequest */
async function release({ cas }, orderId) {
	await cas.client.call({
		action: "DeleteCertificateRequest",
		method: "POST",
		parameters: { OrderId: orderId },
		schema: accepted,
		repeat: { recover: () => Promise.resolve(void 0) }
	});
}
/** Takes the record of a validation away; what is not there is gone already. */
async function cleanUp({ dns }, domain) {
	await removeRecord(dns, `_dnsauth.${domain.replace(/^\*\./, "")}`);
}
function isFor({ CommonName = "", Sans = [] }, domain) {
	return [CommonName, ...Sans].some((name) => name.trim().toLowerCase() === domain);
}
function endOf({ EndDate = 0 }) {
	return typeof EndDate === "number" ? EndDate : Date.parse(EndDate) || 0;
}
// src/alibaba/cas/retire-certificates.ts
/**
* Deletes what `current` has superseded: certificates that were uploaded here for the same domain, that began before it,
* that no product uses as far as CAS tells, all but the newest `keep` of them. Nothing is deleted before `current` has
* itself been valid since `before`. Returns the ids.
* https://api.aliyun.com/document/cas/2020-04-07/DeleteUserCertificate
*/
async function retireCertificates(cas, { domain, current, keep, before }) {
	const { notBefore: began } = await readDetail(cas, current.id);
	if (began === void 0 || began > before.getTime()) return [];
	const superseded = (await listOwn(cas, domain)).filter(({ CertificateId }) => CertificateId !== current.id);
	const details = [];
	for (const row of superseded) details.push(await readDetail(cas, row.CertificateId));
	const older = details.filter(({ notBefore = Number.POSITIVE_INFINITY }) => notBefore <= began).toSorted((one, other) => (other.notBefore ?? 0) - (one.notBefore ?? 0));
	const retired = [];
	for (const { id, isUsed } of older.slice(Math.max(1, keep))) if (isUsed === false && await remove(cas, id)) retired.push(id);
	return retired;
}
/** Expired ones are listed apart. */
async function listOwn({ client }, domain) {
	return [...await listCertificates(client, {
		keyword: domain,
		orderType: "CERT"
	}), ...await listCertificates(client, {
		keyword: domain,
		orderType: "CERT",
		status: "EXPIRED"
	})].filter(({ Name = "", Upload, CommonName }) => Upload !== false && isOwnName(Name) && CommonName?.toLowerCase() === domain);
}
async function remove({ client }, certificateId) {
	try {
		await client.call({
			action: "DeleteUserCertificate",
			method: "POST",
			parameters: { CertId: certificateId },
			schema: accepted,
			repeat: { recover: () => Promise.resolve(void 0) }
		});
		return true;
	} catch (error) {
		if (hasCode(error, "CLOUD_NOT_FOUND")) return true;
		if (hasCode(error, "CLOUD_IN_USE")) return false;
		throw error;
	}
}
// src/alibaba/cas/upload-certificate.ts
/** More certificates of one name are no accident of a run that was cut off. */
const MOST_NAMES = 5;
const uploaded = object({ CertId: id });
/**
* UploadUserCertificate, and the certificate as it is read back. Its name is unique in the store, even a repeated
* ClientToken is refused: one that is taken by the same leaf and chain is used, else the next name is tried.
* https://api.aliyun.com/document/cas/2020-04-07/UploadUserCertificate
*
* @throws CLOUD_NAME_TAKEN when others have every name
*/
async function uploadCertificate(cas, upload) {
	const { domain, bundle, key } = upload;
	const leafFingerprint = bundle[0].fingerprint;
	const query = {
		domain: bundle[0].dnsNames[0] ?? domain,
		leafFingerprint,
		bundle
	};
	const find = () => findCertificate(cas, query);
	for (let attempt = 1;; attempt += 1) try {
		const { CertId } = await cas.client.call({
			action: "UploadUserCertificate",
			method: "POST",
			parameters: {
				Name: certificateName(domain, bundle, attempt),
				Cert: toPem(bundle),
				Key: key
			},
			schema: uploaded,
			repeat: { recover: async () => {
				const found = await find();
				return found && { CertId: found.id };
			} }
		});
		return toStored(await readDetail(cas, CertId), leafFingerprint);
	} catch (error) {
		if (!hasCode(error, "CLOUD_NAME_TAKEN")) throw error;
		const earlier = await find();
		if (earlier) return earlier;
		if (attempt === MOST_NAMES) throw error;
	}
}
// src/alibaba/cas/cas-store.ts
/**
* One store of CAS 2020-04-07. What an id stands for never changes: another chain is another certificate. The API has no
* diagnosis of a chain; what is served is judged here.
*/
function createCasStore(desk) {
	const { cas } = desk;
	return {
		...createCasReader(cas),
		upload: uploadingOnce((upload) => uploadCertificate(cas, upload)),
		request: (request) => requestCertificate(desk, request),
		async advance(id, domain) {
			if (!isOrder(id)) return readCertificate(cas, id);
			const stored = await advanceOrder(desk, id);
			if (stored.status !== "Issuing") await cleanUp(desk, domain);
			return stored;
		},
		retire: (retirement) => retireCertificates(cas, retirement),
		diagnose: () => Promise.resolve(void 0),
		replaceChain({ held, domain, bundle, key }) {
			if (!key) return Promise.reject(appError("CHAIN_NEEDS_KEY", { id: held.id }));
			return uploadCertificate(cas, {
				domain,
				bundle,
				key
			});
		}
	};
}
/** The same for whoever only looks. */
function createCasReader(cas) {
	return {
		isListed: true,
		find: (query) => findCertificate(cas, query),
		findIssued: (domain) => findIssued(cas, domain),
		read: (id) => readCertificate(cas, id),
		readQuota: (product) => readQuota(cas, product),
		writes: {
			upload: ["yundun-cert:UploadUserCertificate"],
			request: [
				"yundun-cert:CreateCertificateForPackageRequest",
				"yundun-cert:DeleteCertificateRequest",
				"alidns:AddDomainRecord",
				"alidns:DeleteDomainRecord"
			]
		}
	};
}
// src/alibaba/products.ts
const CENTRAL_SLB = [
	"cn-hangzhou",
	"cn-hangzhou-finance",
	"cn-shanghai-finance-1",
	"cn-shenzhen-finance-1"
];
/** Versions and hosts as each product's API reference has them (api.aliyun.com, "Endpoints"). */
const PRODUCTS$1 = {
	slb: {
		version: "2014-05-15",
		ramPrefix: "slb",
		host: (region) => CENTRAL_SLB.includes(region) ? "slb.aliyuncs.com" : `slb.${region}.aliyuncs.com`
	},
	alb: {
		version: "2020-06-16",
		ramPrefix: "alb",
		host: (region) => `alb.${region}.aliyuncs.com`
	},
	nlb: {
		version: "2022-04-30",
		ramPrefix: "nlb",
		host: (region) => `nlb.${region}.aliyuncs.com`
	},
	cdn: {
		version: "2018-05-10",
		ramPrefix: "cdn",
		host: () => "cdn.aliyuncs.com"
	},
	dcdn: {
		version: "2018-01-15",
		ramPrefix: "dcdn",
		host: () => "dcdn.aliyuncs.com"
	},
	apigateway: {
		version: "2016-07-14",
		ramPrefix: "apigateway",
		host: (region) => `apigateway.${region}.aliyuncs.com`
	},
	apig: {
		version: "2024-03-27",
		ramPrefix: "apig",
		host: (region) => `apig.${region}.aliyuncs.com`
	},
	alidns: {
		version: "2015-01-09",
		ramPrefix: "alidns",
		host: () => "alidns.aliyuncs.com"
	},
	sts: {
		version: "2015-04-01",
		ramPrefix: "sts",
		host: () => "sts.aliyuncs.com"
	}
};
/** Version and RAM prefix of Certificate Management Service. */
const CAS_API = {
	version: "2020-04-07",
	ramPrefix: "yundun-cert"
};
// src/alibaba/product-clients.ts
/** Makes each client once, so that all calls to a product together keep to its limit. */
function createProductClients(origins, access) {
	const clients = /* @__PURE__ */ new Map();
	return (product, region) => {
		const { version, ramPrefix, host } = PRODUCTS$1[product];
		const endpoint = origins[product] ?? `https://${host(region)}`;
		const key = `${product} ${endpoint}`;
		const client = clients.get(key) ?? createRpcClient({
			...access,
			endpoint,
			apiVersion: version,
			ramPrefix
		});
		clients.set(key, client);
		return client;
	};
}
// src/alibaba/targets/listener-lookup.ts
const listeners = object({ Listeners: optional(array(object({
	ListenerId: id,
	ListenerPort: int(),
	ListenerProtocol: optional(string())
}))) });
/**
* The listener of a load balancer of ALB or NLB on `port`; an id of a listener (lsn-…) is itself.
* https://api.aliyun.com/document/Alb/2020-06-16/ListListeners, …/Nlb/2022-04-30/ListListeners
*
* @throws TARGET_UNFIT when there is none
*/
async function findListener(client, { instance, port, product }) {
	if (instance.startsWith("lsn-")) return instance;
	const { Listeners = [] } = await client.call({
		action: "ListListeners",
		method: "POST",
		parameters: {
			"LoadBalancerIds.1": instance,
			MaxResults: 100
		},
		schema: listeners,
		repeat: "safe"
	});
	const found = Listeners.find(({ ListenerPort, ListenerProtocol = "" }) => ListenerPort === port && [
		"HTTPS",
		"QUIC",
		"TCPSSL"
	].includes(ListenerProtocol));
	if (found) return found.ListenerId;
	throw appError("TARGET_UNFIT", {
		target: `${product.toUpperCase()} ${instance}`,
		reason: `it has no TLS listener on port ${port}`,
		help: "Add an HTTPS (NLB: TCPSSL) listener, or name its port as `port`, or the listener itself (lsn-…) as `instance`."
	});
}
const certificatePage = object({
	NextToken: optional(string()),
	Certificates: optional(array(object({
		CertificateId: id,
		IsDefault: optional(boolean()),
		Status: optional(string())
	})))
});
const MOST_PAGES = 20;
/** All pages of ListListenerCertificates. */
async function listListenerCertificates(client, parameters) {
	const found = [];
	let next;
	for (let page = 1; page <= MOST_PAGES; page += 1) {
		const { NextToken, Certificates = [] } = await client.call({
			action: "ListListenerCertificates",
			method: "POST",
			parameters: {
				...parameters,
				MaxResults: 50,
				NextToken: next
			},
			schema: certificatePage,
			repeat: "safe"
		});
		found.push(...Certificates.map(({ CertificateId, IsDefault = false, Status = "Associated" }) => ({
			id: CertificateId,
			isDefault: IsDefault,
			status: Status
		})));
		if (!NextToken) return found;
		if (NextToken === next) break;
		next = NextToken;
	}
	throw appError("CLOUD_ANSWER_UNEXPECTED", {
		call: "ListListenerCertificates",
		reason: "its pages have no end"
	});
}
// src/alibaba/targets/neighbours.ts
/**
* The other names at a target, each once, in lower case: `shared` are those of the certificate that is replaced, `owned`
* have one of their own there. What comes from a cloud may be no name at all and is left out.
*/
function neighboursOf(domain, { shared, owned }) {
	const ofOwn = new Set(namesIn(owned));
	return [...namesIn(shared).filter((name) => !ofOwn.has(name)).map((name) => ({
		domain: name,
		hasOwn: false
	})), ...[...ofOwn].map((name) => ({
		domain: name,
		hasOwn: true
	}))].filter((each) => each.domain !== domain);
}
function namesIn(texts) {
	const names = texts.map((text) => text.trim().toLowerCase());
	return [...new Set(names)].filter((name) => /^(\*\.)?[\w-]+(\.[\w-]+)+$/.test(name));
}
// src/alibaba/targets/target-desk.ts
/** The name by which products call a certificate of CAS; read from CAS, never composed. */
function identifierOf({ identifier, id }) {
	return identifier ?? id;
}
/** What a target that tells what it has bound says. */
function toldState(told) {
	return {
		...told,
		isTold: true
	};
}
// src/alibaba/targets/listener-target.ts
const ASSOCIATE = "AssociateAdditionalCertificatesWithListener";
const job = object({ JobId: optionalId });
const listenerAttribute = object({ ListenerStatus: optional(string()) });
/**
* A TLS listener of ALB or NLB: its default certificate, or, with `sni`, an additional one. Changes are asynchronous: the
* listener is Configuring, and refuses others, until it is Running again.
*/
function createListenerTarget(desk, words) {
	const { config, domain, port, region, clients, store } = desk;
	const client = clients(words.product, region);
	const name = `${words.title} ${config.instance}${config.instance.startsWith("lsn-") ? "" : `:${port}`}`;
	const isAdditional = config.sni === true;
	let listenerId;
	let lastJob;
	async function listener() {
		listenerId ??= await findListener(client, {
			instance: config.instance,
			port,
			product: words.product
		});
		return {
			ListenerId: listenerId,
			...words.product === "nlb" ? { RegionId: region } : {}
		};
	}
	async function readAll() {
		return listListenerCertificates(client, {
			...await listener(),
			...words.serverOnly
		});
	}
	async function readListed() {
		return (await readAll()).filter(({ isDefault }) => isDefault !== isAdditional);
	}
	async function readStatus() {
		const { ListenerStatus = "Running" } = await client.call({
			action: "GetListenerAttribute",
			method: "POST",
			parameters: await listener(),
			schema: listenerAttribute,
			repeat: "safe"
		});
		return ListenerStatus;
	}
	async function stateOf(certificate) {
		const status = await readStatus();
		const listed = await readListed();
		const identifier = certificate && identifierOf(certificate);
		const own = listed.find((each) => each.id === identifier);
		const isSettled = status === "Running" && (own === void 0 || own.status === "Associated");
		const which = listed.map((each) => each.id).join(", ") || "no certificate";
		return toldState({
			isChanging: status !== "Running",
			status: own ? isSettled ? "Deployed" : "Deploying" : void 0,
			said: `listener ${listenerId ?? ""} has ${isAdditional ? "additionally " : ""}${which}${status === "Running" ? "" : ` and is ${status}`}`,
			binding: { CertificateIds: listed.map((each) => each.id).toSorted().join(",") }
		});
	}
	/** What was read, unless the change itself is reported to have failed. */
	async function readBack(certificate) {
		const state = await stateOf(certificate);
		if (state.status === "Deployed" || lastJob === void 0) return state;
		const { isFailed, reason } = await words.readJob(client, lastJob);
		if (!isFailed) return {
			...state,
			status: state.status ?? "Deploying"
		};
		return {
			...state,
			status: "Failed",
			said: `job ${lastJob} failed${reason === void 0 ? "" : `: ${reason}`}`
		};
	}
	async function change(action, parameters, isDone) {
		const { JobId } = await client.call({
			action,
			method: "POST",
			parameters: {
				...await listener(),
				...parameters
			},
			schema: job,
			repeat: { recover: async () => await isDone() ? { JobId: void 0 } : void 0 }
		});
		lastJob = JobId;
	}
	async function setDefault(identifier) {
		const isDone = async () => (await readListed()).some((each) => each.id === identifier);
		await change("UpdateListenerAttribute", words.defaultCertificate(identifier), isDone);
	}
	async function associate(identifier) {
		const isDone = async () => (await readListed()).some((each) => each.id === identifier);
		if (await isDone()) return;
		await change(ASSOCIATE, words.additional([identifier]), isDone);
	}
	async function dissociate(identifiers) {
		if (identifiers.length === 0) return;
		const isDone = async () => !(await readListed()).some((each) => identifiers.includes(each.id));
		await change(words.dissociate, words.additional(identifiers), isDone);
	}
	/** Additional certificates that would answer for the domain beside the new one. */
	async function rivalsOf(identifier) {
		const rivals = [];
		for (const { id: other } of await readListed()) {
			if (other === identifier) continue;
			const detail = await readDetail(store, other);
			if (detail.domain !== void 0 && detail.domain.toLowerCase() === domain) rivals.push(other);
		}
		return rivals;
	}
	async function survey() {
		const all = await readAll();
		const additional = all.filter(({ isDefault }) => !isDefault);
		const room = {
			what: "additional certificates",
			used: additional.length,
			most: words.mostAdditional
		};
		if (isAdditional) return {
			neighbours: [],
			room
		};
		const shared = await namesOf(all.filter(({ isDefault }) => isDefault));
		return {
			neighbours: neighboursOf(domain, {
				shared,
				owned: await namesOf(additional)
			}),
			room: void 0
		};
	}
	async function namesOf(listed) {
		const names = [];
		for (const each of listed) names.push(...(await readDetail(store, each.id)).names);
		return names;
	}
	return {
		config,
		name,
		needsMaterial: false,
		tellsKey: false,
		writes: (isAdditional ? [ASSOCIATE, words.dissociate] : ["UpdateListenerAttribute"]).map((action) => `${words.product}:${action}`),
		read: stateOf,
		readBack,
		survey,
		whyNotRestorable: (before) => isAdditional || before["CertificateIds"] ? void 0 : "it had no certificate",
		async bind(certificate) {
			const identifier = identifierOf(certificate);
			if (!isAdditional) return setDefault(identifier);
			await associate(identifier);
			await dissociate(await rivalsOf(identifier));
		},
		async restore(before) {
			const previous = (before["CertificateIds"] ?? "").split(",").filter(Boolean);
			if (!isAdditional) {
				for (const identifier of previous) await setDefault(identifier);
				return;
			}
			const present = (await readListed()).map((each) => each.id);
			for (const identifier of previous) if (!present.includes(identifier)) await associate(identifier);
			await dissociate(present.filter((identifier) => !previous.includes(identifier)));
		}
	};
}
// src/alibaba/targets/alb.ts
const jobs = object({ Jobs: optional(array(object({
	Id: id,
	Status: string(),
	ErrorCode: optional(string()),
	ErrorMessage: optional(string())
}))) });
/**
* An HTTPS or QUIC listener of an Application Load Balancer, API 2020-06-16: UpdateListenerAttribute for its default
* certificate, AssociateAdditionalCertificatesWithListener for others.
* https://api.aliyun.com/document/Alb/2020-06-16/UpdateListenerAttribute
*/
function createAlbTarget(desk) {
	return createListenerTarget(desk, {
		product: "alb",
		title: "ALB",
		serverOnly: { CertificateType: "Server" },
		defaultCertificate: (identifier) => ({ "Certificates.1.CertificateId": identifier }),
		additional: (identifiers) => Object.fromEntries(identifiers.map((identifier, index) => [`Certificates.${index + 1}.CertificateId`, identifier])),
		dissociate: "DissociateAdditionalCertificatesFromListener",
		mostAdditional: 25,
		readJob: readJob$2
	});
}
/** https://api.aliyun.com/document/Alb/2020-06-16/ListAsynJobs */
async function readJob$2(client, jobId) {
	const { Jobs = [] } = await client.call({
		action: "ListAsynJobs",
		method: "POST",
		parameters: { "JobIds.1": jobId },
		schema: jobs,
		repeat: "safe"
	});
	const found = Jobs.find((each) => each.Id === jobId);
	return {
		isFailed: found?.Status.toLowerCase() === "failed",
		reason: [found?.ErrorCode, found?.ErrorMessage].filter(Boolean).join(": ") || void 0
	};
}
// src/alibaba/targets/api-gateway.ts
const domainDescription = object({
	CertificateId: optionalId,
	CertificateName: optional(string()),
	CertificateBody: optional(string()),
	CertificatePrivateKey: optional(string().transform((pem) => new Secret(pem))),
	DomainBindingStatus: optional(string())
});
const KEY_GONE = "the key of what it had is gone with the run that replaced it";
/**
* A domain of a group of the traditional API Gateway, API 2016-07-14. It takes the certificate and its key themselves.
* https://api.aliyun.com/document/CloudAPI/2016-07-14/SetDomainCertificate,
* https://api.aliyun.com/document/CloudAPI/2016-07-14/DescribeDomain
*/
function createApiGatewayTarget({ config, domain, region, clients }) {
	const client = clients("apigateway", region);
	const name = `API Gateway ${config.instance}`;
	const place = {
		GroupId: config.instance,
		DomainName: domain
	};
	/** What was there before, with its key: for as long as this process lives, and nowhere else. */
	let previous;
	function readDomain() {
		return client.call({
			action: "DescribeDomain",
			method: "POST",
			parameters: place,
			schema: domainDescription,
			repeat: "safe"
		});
	}
	async function set(material) {
		await client.call({
			action: "SetDomainCertificate",
			method: "POST",
			parameters: {
				...place,
				CertificateName: material.name,
				CertificateBody: material.chainPem,
				CertificatePrivateKey: material.key
			},
			schema: accepted,
			repeat: { recover: async () => isSameChain((await readDomain()).CertificateBody, material.chainPem) ? {} : void 0 }
		});
	}
	function stateWith(now, certificate) {
		const chain = chainOf(now.CertificateBody);
		return toldState({
			isChanging: false,
			status: certificate !== void 0 && chain[0] === certificate.leafFingerprint && (certificate.chainLength ?? chain.length) === chain.length ? "Deployed" : void 0,
			said: `${domain} has ${now.CertificateName ?? "no certificate"}`,
			binding: {
				...now.CertificateId === void 0 ? {} : { CertificateId: now.CertificateId },
				...now.CertificateName === void 0 ? {} : { CertificateName: now.CertificateName }
			}
		});
	}
	return {
		config,
		name,
		needsMaterial: true,
		tellsKey: true,
		writes: ["apigateway:SetDomainCertificate"],
		async read(certificate) {
			const now = await readDomain();
			previous ??= now;
			return stateWith(now, certificate);
		},
		readBack: async (certificate) => stateWith(await readDomain(), certificate),
		async bind(_certificate, material) {
			if (!material) throw appError("TARGET_NEEDS_KEY", { target: name });
			await set(material);
		},
		survey: () => Promise.resolve({
			neighbours: [],
			room: void 0
		}),
		whyNotRestorable: () => KEY_GONE,
		async restore() {
			const { CertificateName, CertificateBody, CertificatePrivateKey } = previous ?? {};
			if (CertificateBody === void 0 || CertificatePrivateKey === void 0) throw appError("RESTORE_IMPOSSIBLE", {
				target: name,
				reason: KEY_GONE
			});
			await set({
				name: CertificateName ?? "previous",
				chainPem: CertificateBody,
				key: CertificatePrivateKey
			});
		}
	};
}
/** Fingerprints; empty for what cannot be read. */
function chainOf(pem) {
	if (pem === void 0) return [];
	try {
		return parseBundle(pem, "the certificate of the API gateway").map(({ fingerprint }) => fingerprint);
	} catch {
		return [];
	}
}
function isSameChain(one, other) {
	return chainOf(one).join() === chainOf(other).join();
}
// src/alibaba/targets/apig.ts
const domainPage = object({ data: optional(object({ items: optional(array(object({
	domainId: id,
	name: string()
}))) })) });
const domainInfo = object({ data: looseObject({
	domainId: optionalId,
	certIdentifier: optionalId,
	protocol: optional(string())
}) });
/** What a change must give again, or it is reset. */
const KEPT = [
	"forceHttps",
	"http2Option",
	"tlsMin",
	"tlsMax",
	"mTLSEnabled",
	"caCertIdentifier",
	"tlsCipherSuitesConfig"
];
/**
* A domain of the cloud-native API Gateway, API 2024-03-27 (ROA). `instance` is a domain (d-…) or a gateway, of which the
* endpoint's domain is taken.
* https://api.aliyun.com/document/APIG/2024-03-27/UpdateDomain, …/GetDomain, …/ListDomains
*/
function createApigTarget({ config, domain, region, clients }) {
	const client = clients("apig", region);
	const name = `APIG ${config.instance}`;
	let domainId;
	async function find() {
		if (config.instance.startsWith("d-")) return config.instance;
		const { data } = await client.call({
			action: "ListDomains",
			method: "GET",
			parameters: {
				gatewayId: config.instance,
				nameLike: domain,
				pageNumber: 1,
				pageSize: 100
			},
			roa: { path: "/v1/domains" },
			schema: domainPage,
			repeat: "safe"
		});
		const found = data?.items?.find((each) => each.name.toLowerCase() === domain);
		if (found) return found.domainId;
		throw appError("TARGET_UNFIT", {
			target: name,
			reason: `it has no domain ${domain}`,
			help: "Add the domain to the gateway, or name it (d-…) as `instance`."
		});
	}
	async function place() {
		domainId ??= await find();
		return `/v1/domains/${encodeURIComponent(domainId)}`;
	}
	async function readDomain() {
		const path = await place();
		const { data } = await client.call({
			action: "GetDomain",
			method: "GET",
			parameters: {},
			roa: { path },
			schema: domainInfo,
			repeat: "safe"
		});
		return data;
	}
	async function set(certIdentifier, protocol) {
		const now = await readDomain();
		const kept = Object.fromEntries(KEPT.flatMap((key) => now[key] === void 0 ? [] : [[key, now[key]]]));
		const path = await place();
		await client.call({
			action: "UpdateDomain",
			method: "PUT",
			parameters: {},
			roa: {
				path,
				body: {
					...kept,
					protocol,
					...certIdentifier === void 0 ? {} : { certIdentifier }
				}
			},
			schema: accepted,
			repeat: { recover: async () => (await readDomain()).certIdentifier === certIdentifier ? {} : void 0 }
		});
	}
	async function stateOf(certificate) {
		const { certIdentifier, protocol } = await readDomain();
		return toldState({
			isChanging: false,
			status: certificate !== void 0 && protocol === "HTTPS" && certIdentifier === identifierOf(certificate) ? "Deployed" : void 0,
			said: `${domain} has ${certIdentifier ?? "no certificate"}${protocol === "HTTPS" ? "" : `, and is ${protocol ?? "without protocol"}`}`,
			binding: {
				protocol: protocol ?? "HTTP",
				...certIdentifier === void 0 ? {} : { certIdentifier }
			}
		});
	}
	return {
		config,
		name,
		needsMaterial: false,
		tellsKey: false,
		writes: ["apig:UpdateDomain"],
		read: stateOf,
		readBack: stateOf,
		bind: (certificate) => set(identifierOf(certificate), "HTTPS"),
		survey: () => Promise.resolve({
			neighbours: [],
			room: void 0
		}),
		whyNotRestorable: () => void 0,
		restore: ({ certIdentifier, protocol = "HTTPS" }) => set(certIdentifier, protocol)
	};
}
// src/alibaba/cas/deployment-job.ts
const resource = object({
	Id: id,
	InstanceId: optional(string()),
	ListenerPort: optional(union([string(), int()]).transform(String)),
	Domain: optional(string())
});
const workers = object({ Data: optional(array(object({
	Id: id,
	Status: optional(string()),
	ErrorMsg: optional(string())
}))) });
/**
* The id by which a job calls the target. The inventory of CAS is a copy that lags behind.
* https://api.aliyun.com/document/cas/2020-04-07/ListCloudResources
*
* @throws TARGET_UNFIT when CAS does not list it
*/
async function findResource(plan, target) {
	const { cas, cloudProduct, instance, port, domain } = plan;
	const { Data = [] } = await cas.client.call({
		action: "ListCloudResources",
		method: "POST",
		parameters: {
			CloudName: "aliyun",
			CloudProduct: cloudProduct,
			Keyword: instance,
			CurrentPage: 1,
			ShowSize: 50
		},
		schema: object({ Data: optional(array(resource)) }),
		repeat: "safe"
	});
	const found = Data.find(({ InstanceId, ListenerPort, Domain }) => (InstanceId === instance || Domain === instance) && (ListenerPort === void 0 || ListenerPort === String(port)) && (Domain === void 0 || Domain === instance || Domain === domain));
	if (found) return found.Id;
	throw appError("TARGET_UNFIT", {
		target,
		reason: "CAS does not list it among its cloud resources",
		help: "Have the console synchronise cloud resources (Deployment, Resources), and check the instance and its port."
	});
}
/**
* Makes a job, which does nothing yet. One whose answer is lost is made again: a job that was never started costs nothing.
* https://api.aliyun.com/document/cas/2020-04-07/CreateDeploymentJob
*/
async function createJob({ cas }, order) {
	const { JobId } = await cas.client.call({
		action: "CreateDeploymentJob",
		method: "POST",
		parameters: {
			Name: order.name,
			JobType: "user",
			CertIds: order.certificateId,
			ResourceIds: order.resourceId,
			ContactIds: order.contacts
		},
		schema: object({ JobId: id }),
		repeat: { recover: () => Promise.resolve(void 0) }
	});
	return JobId;
}
/**
* Starts it: without this nothing is deployed. The documentation says `pending`, an official example `scheduling`.
* https://api.aliyun.com/document/cas/2020-04-07/UpdateDeploymentJobStatus
*/
async function startJob(cas, jobId, status = "pending") {
	await cas.client.call({
		action: "UpdateDeploymentJobStatus",
		method: "POST",
		parameters: {
			JobId: jobId,
			Status: status
		},
		schema: accepted,
		repeat: { recover: async () => await readStatus(cas, jobId) === "editing" ? void 0 : {} }
	});
}
/** https://api.aliyun.com/document/cas/2020-04-07/DescribeDeploymentJob */
async function readStatus({ client }, jobId) {
	const { Status } = await client.call({
		action: "DescribeDeploymentJob",
		method: "POST",
		parameters: { JobId: jobId },
		schema: object({ Status: string() }),
		repeat: "safe"
	});
	return Status;
}
/** How a job stands. One that succeeded with workers that failed has failed. */
async function readJob$1(cas, jobId) {
	const status = await readStatus(cas, jobId);
	if (status === "pending") return {
		status: "waiting",
		reason: void 0
	};
	if (status !== "success" && status !== "error") return {
		status: "running",
		reason: void 0
	};
	const failed = await listWorkers(cas, jobId, "error");
	if (status === "success" && failed.length === 0) return {
		status: "succeeded",
		reason: void 0
	};
	const reason = failed[0]?.ErrorMsg;
	return {
		status: "failed",
		reason: reason === void 0 ? void 0 : printable(reason, 200)
	};
}
/** https://api.aliyun.com/document/cas/2020-04-07/ListWorkerResource */
async function listWorkers({ client }, jobId, status) {
	const { Data = [] } = await client.call({
		action: "ListWorkerResource",
		method: "POST",
		parameters: {
			JobId: jobId,
			Status: status,
			CurrentPage: 1,
			ShowSize: 50
		},
		schema: workers,
		repeat: "safe"
	});
	return Data;
}
/**
* Has every worker that changed something put back what it replaced.
* https://api.aliyun.com/document/cas/2020-04-07/UpdateWorkerResourceStatus
*/
async function rollBackWorkers(cas, jobId) {
	for (const { Id } of await listWorkers(cas, jobId, "success")) await cas.client.call({
		action: "UpdateWorkerResourceStatus",
		method: "POST",
		parameters: {
			JobId: jobId,
			WorkerId: Id,
			Status: "rollback"
		},
		schema: accepted,
		repeat: { recover: async () => (await listWorkers(cas, jobId, "success")).some((each) => each.Id === Id) ? void 0 : {} }
	});
}
// src/alibaba/targets/cas-job-target.ts
/** How long a job that was started may wait. */
const PATIENCE_MS = 6e4;
/** What CAS calls the products. */
const PRODUCTS = {
	SLB: "SLB",
	CLB: "SLB",
	ALB: "ALB",
	NLB: "NLB",
	CDN: "CDN",
	DCDN: "DCDN",
	API_GATEWAY: "APIGateway"
};
const JOB_WRITES = [
	"yundun-cert:CreateDeploymentJob",
	"yundun-cert:UpdateDeploymentJobStatus",
	"yundun-cert:UpdateWorkerResourceStatus"
];
/**
* A target whose certificate is changed by a deployment job of CAS instead of its product's API. The job costs money for
* certificates that were uploaded, and needs a contact, so it is used only where the configuration says so. What is bound
* is read from the product all the same: a job is believed no more than another answer.
*/
function createCasJobTarget(desk, product) {
	const { config, port, store, domain } = desk;
	const name = `${product.name} (CAS job)`;
	let job;
	/** When a job that does not begin is told so in the other word; on the clock of `performance.now()`. */
	let nudgeAt = Number.POSITIVE_INFINITY;
	/** @throws TARGET_UNFIT when no job can be made */
	function plan() {
		const cloudProduct = PRODUCTS[config.type];
		if (cloudProduct === void 0) throw appError("TARGET_UNFIT", {
			target: name,
			reason: "CAS deploys to no such product",
			help: "Remove `via` from this target: its product is bound by its own API."
		});
		if (desk.contacts.length === 0) throw appError("TARGET_UNFIT", {
			target: name,
			reason: "a deployment job needs a contact",
			help: "Name a contact of CAS as `cas.contacts`; the console shows their ids."
		});
		return {
			cas: store,
			cloudProduct,
			instance: config.instance,
			port,
			domain
		};
	}
	async function readBack(certificate) {
		const state = await product.readBack(certificate);
		if (job === void 0) return state;
		const end = await readJob$1(store, job);
		if (end.status === "waiting" && performance.now() > nudgeAt) {
			nudgeAt = Number.POSITIVE_INFINITY;
			await startJob(store, job, "scheduling");
		}
		return withJob(state, job, end);
	}
	return {
		...product,
		name,
		needsMaterial: false,
		writes: [...JOB_WRITES, ...product.writes],
		readBack,
		async read(certificate) {
			plan();
			return product.read(certificate);
		},
		async bind(certificate) {
			const order = plan();
			const resourceId = await findResource(order, name);
			const ids = {
				certificateId: certificate.id,
				resourceId,
				contacts: desk.contacts.join(",")
			};
			job = await createJob(order, {
				name: certificate.name ?? certificate.id,
				...ids
			});
			await startJob(store, job);
			nudgeAt = performance.now() + PATIENCE_MS;
		},
		async restore(before) {
			if (job === void 0) return product.restore(before);
			return rollBackWorkers(store, job);
		}
	};
}
/** The job may be over before the product shows it, and the other way round. */
function withJob(state, job, { status, reason }) {
	if (status === "failed") return {
		...state,
		status: "Failed",
		said: `job ${job} failed${reason === void 0 ? "" : `: ${reason}`}`
	};
	if ((status === "running" || status === "waiting") && state.status === void 0) return {
		...state,
		status: "Deploying",
		isChanging: true
	};
	return state;
}
// src/alibaba/targets/accelerated-target.ts
/** What both tell of a domain; each says in a word of its own whether HTTPS is on. */
const certificateInfo = object({
	CertId: optionalId,
	CertName: optional(string()),
	CertRegion: optional(string()),
	/** `cas`, `upload` and others. */
	CertType: optional(string()),
	/** `success`, or why it is not in effect. */
	Status: optional(string()),
	ServerCertificateStatus: optional(string()),
	SSLProtocol: optional(string())
});
const certificateInfos = object({ CertInfos: optional(object({ CertInfo: optional(array(certificateInfo)) })) });
/** States that pass. */
const IN_PROGRESS = /^(checking|applying|configuring|processing)/i;
/** A domain of CDN or DCDN that gets its certificate from CAS. It takes effect minutes after the call. */
function createAcceleratedTarget(desk, words) {
	const { config, clients, region, store } = desk;
	const client = clients(words.product, region);
	const name = `${words.title} ${config.instance}`;
	/** Undefined: nothing was ever set. */
	async function readDomain() {
		const { CertInfos } = await client.call({
			action: words.describe,
			method: "POST",
			parameters: { DomainName: config.instance },
			schema: certificateInfos,
			repeat: "safe"
		});
		const [info] = CertInfos?.CertInfo ?? [];
		return info && {
			...info,
			isOn: words.isOn(info)
		};
	}
	function stateWith(now, certificate) {
		const isIts = certificate !== void 0 && now?.isOn === true && now.CertId === certificate.id && (now.CertRegion ?? store.store) === store.store;
		const isOver = !IN_PROGRESS.test(now?.Status ?? "success");
		const has = now?.CertId ?? now?.CertName ?? "no certificate";
		return toldState({
			isChanging: !isOver,
			status: isIts ? isOver ? "Deployed" : "Deploying" : void 0,
			said: `${config.instance} has ${has}${now && !now.isOn ? ", and HTTPS is off" : ""}`,
			binding: toBinding$1(now)
		});
	}
	/** Type, id, name and region together: each alone is refused in some account. */
	async function set(parameters) {
		await client.call({
			action: words.set,
			method: "POST",
			parameters: {
				DomainName: config.instance,
				...parameters
			},
			schema: accepted,
			repeat: { recover: async () => {
				const now = toBinding$1(await readDomain());
				return Object.entries(parameters).every(([key, value]) => now[key] === value) ? {} : void 0;
			} }
		});
	}
	return {
		config,
		name,
		needsMaterial: false,
		tellsKey: false,
		writes: [`${words.product}:${words.set}`],
		async read(certificate) {
			const now = await readDomain();
			if (now?.isOn !== true && config.enableHttps !== true) throw appError("TARGET_UNFIT", {
				target: name,
				reason: "HTTPS is off, and setting a certificate would switch it on",
				help: "Write `enable-https: true` for this target, or switch HTTPS on in the console."
			});
			return stateWith(now, certificate);
		},
		readBack: async (certificate) => stateWith(await readDomain(), certificate),
		async bind(certificate) {
			await set({
				SSLProtocol: "on",
				CertType: "cas",
				CertId: certificate.id,
				CertName: certificate.name ?? certificate.id,
				CertRegion: store.store
			});
		},
		survey: () => Promise.resolve({
			neighbours: [],
			room: void 0
		}),
		whyNotRestorable,
		async restore(before) {
			const reason = whyNotRestorable(before);
			if (reason !== void 0) throw appError("RESTORE_IMPOSSIBLE", {
				target: name,
				reason
			});
			await set(before["SSLProtocol"] === "on" ? before : { SSLProtocol: "off" });
		}
	};
}
function whyNotRestorable(before) {
	return before["SSLProtocol"] === "on" && before["CertType"] !== "cas" ? "its certificate was uploaded there, and the API gives its key to nobody" : void 0;
}
function toBinding$1(now) {
	const { CertId, CertName, CertRegion, CertType, isOn = false } = now ?? {};
	const set = Object.entries({
		CertType,
		CertId,
		CertName,
		CertRegion
	}).flatMap(([key, value]) => value === void 0 || value === "" ? [] : [[key, value]]);
	return {
		SSLProtocol: isOn ? "on" : "off",
		...isOn ? Object.fromEntries(set) : {}
	};
}
// src/alibaba/targets/cdn.ts
/**
* An accelerated domain of CDN, API 2018-05-10.
* https://api.aliyun.com/document/Cdn/2018-05-10/SetCdnDomainSSLCertificate,
* https://api.aliyun.com/document/Cdn/2018-05-10/DescribeDomainCertificateInfo
*/
function createCdnTarget(desk) {
	return createAcceleratedTarget(desk, {
		product: "cdn",
		title: "CDN",
		set: "SetCdnDomainSSLCertificate",
		describe: "DescribeDomainCertificateInfo",
		isOn: ({ ServerCertificateStatus }) => ServerCertificateStatus === "on"
	});
}
// src/alibaba/targets/server-certificates.ts
const serverCertificates = object({ ServerCertificates: object({ ServerCertificate: array(object({
	ServerCertificateId: id,
	AliCloudCertificateId: optionalId,
	CommonName: optional(string()),
	SubjectAlternativeNames: optional(object({ SubjectAlternativeName: optional(array(string())) }))
})) }) });
/**
* What the region calls a certificate of CAS; empty: it does not know it.
* https://api.aliyun.com/document/Slb/2014-05-15/DescribeServerCertificates
*/
async function findServerCertificates(client, { region, certificate }) {
	const { ServerCertificates } = await client.call({
		action: "DescribeServerCertificates",
		method: "POST",
		parameters: { RegionId: region },
		schema: serverCertificates,
		repeat: "safe"
	});
	return ServerCertificates.ServerCertificate.filter(({ AliCloudCertificateId }) => AliCloudCertificateId === certificate.id).map(({ ServerCertificateId }) => ServerCertificateId);
}
/**
* The region's id for a certificate of CAS, which is made known to it first where it is not. No key travels.
* https://api.aliyun.com/document/Slb/2014-05-15/UploadServerCertificate
*/
async function provideServerCertificate(client, order) {
	const { region, certificate, storeRegion } = order;
	const [known] = await findServerCertificates(client, order);
	if (known !== void 0) return known;
	const { ServerCertificateId } = await client.call({
		action: "UploadServerCertificate",
		method: "POST",
		parameters: {
			RegionId: region,
			ServerCertificateName: certificate.name,
			AliCloudCertificateId: certificate.id,
			AliCloudCertificateName: certificate.name,
			AliCloudCertificateRegionId: storeRegion
		},
		schema: object({ ServerCertificateId: id }),
		repeat: { recover: async () => {
			const [made] = await findServerCertificates(client, order);
			return made === void 0 ? void 0 : { ServerCertificateId: made };
		} }
	});
	return ServerCertificateId;
}
/**
* The names of a certificate that the region has, whoever made it known there.
* https://api.aliyun.com/document/Slb/2014-05-15/DescribeServerCertificates
*/
async function namesOfServerCertificate(client, { region, id: serverCertificateId }) {
	const { ServerCertificates } = await client.call({
		action: "DescribeServerCertificates",
		method: "POST",
		parameters: {
			RegionId: region,
			ServerCertificateId: serverCertificateId
		},
		schema: serverCertificates,
		repeat: "safe"
	});
	return ServerCertificates.ServerCertificate.filter(({ ServerCertificateId }) => ServerCertificateId === serverCertificateId).flatMap(({ CommonName, SubjectAlternativeNames }) => [...CommonName === void 0 ? [] : [CommonName], ...SubjectAlternativeNames?.SubjectAlternativeName ?? []]);
}
// src/alibaba/targets/clb.ts
const extension = object({
	DomainExtensionId: id,
	Domain: string(),
	ServerCertificateId: optionalId
});
const httpsListener = object({
	ServerCertificateId: optionalId,
	Status: optional(string()),
	DomainExtensions: optional(object({ DomainExtension: optional(array(extension)) }))
});
const NOTHING_BOUND = "it had no certificate";
/**
* An HTTPS listener of a Classic Load Balancer, API 2014-05-15: the domain extension (SNI) of the domain, or the default
* certificate. A certificate of CAS is first made known to the load balancer's region.
*/
function createClbTarget({ config, domain, port, region, clients, store }) {
	const client = clients("slb", region);
	const listener = {
		RegionId: region,
		LoadBalancerId: config.instance,
		ListenerPort: port
	};
	const name = `CLB ${config.instance}:${port}`;
	/** What the region calls certificates of CAS, as far as it was asked. */
	const known = /* @__PURE__ */ new Map();
	/** https://api.aliyun.com/document/Slb/2014-05-15/DescribeLoadBalancerHTTPSListenerAttribute */
	async function readSlot() {
		const answer = await client.call({
			action: "DescribeLoadBalancerHTTPSListenerAttribute",
			method: "POST",
			parameters: listener,
			schema: httpsListener,
			repeat: "safe"
		});
		const extensions = answer.DomainExtensions?.DomainExtension ?? [];
		const own = config.sni === false ? void 0 : extensions.find(({ Domain }) => Domain.toLowerCase() === domain);
		const isDefault = config.sni !== true && !own;
		return {
			status: answer.Status,
			others: extensions.filter((each) => each !== own),
			extension: own,
			serverCertificateId: isDefault ? answer.ServerCertificateId : own?.ServerCertificateId
		};
	}
	async function stateOf(certificate) {
		const slot = await readSlot();
		const where = slot.extension ? `the extension for ${domain}` : `listener ${port}`;
		const bound = slot.serverCertificateId;
		const isIts = bound !== void 0 && await isCertificate(bound, certificate);
		const running = slot.status === void 0 || slot.status === "running";
		return toldState({
			isChanging: slot.status === "configuring",
			status: isIts ? running ? "Deployed" : "Deploying" : void 0,
			said: `${where} has ${bound ?? "no certificate"}${running ? "" : ` and is ${slot.status}`}`,
			binding: toBinding(slot)
		});
	}
	/** Whether a certificate of the region is that of CAS. */
	async function isCertificate(bound, certificate) {
		if (!certificate) return false;
		if (known.get(certificate.id) === bound) return true;
		return (await findServerCertificates(client, {
			region,
			certificate
		})).includes(bound);
	}
	async function setDefault(serverCertificateId) {
		await client.call({
			action: "SetLoadBalancerHTTPSListenerAttribute",
			method: "POST",
			parameters: {
				...listener,
				ServerCertificateId: serverCertificateId
			},
			schema: accepted,
			repeat: { recover: () => isBound(serverCertificateId) }
		});
	}
	async function setExtension(extensionId, serverCertificateId) {
		await client.call({
			action: "SetDomainExtensionAttribute",
			method: "POST",
			parameters: {
				RegionId: region,
				DomainExtensionId: extensionId,
				ServerCertificateId: serverCertificateId
			},
			schema: accepted,
			repeat: { recover: () => isBound(serverCertificateId) }
		});
	}
	async function createExtension(serverCertificateId) {
		await client.call({
			action: "CreateDomainExtension",
			method: "POST",
			parameters: {
				...listener,
				Domain: domain,
				ServerCertificateId: serverCertificateId
			},
			schema: accepted,
			repeat: { recover: () => isBound(serverCertificateId) }
		});
	}
	/** Only one that `bind` made: the listener's default certificate takes its place. */
	async function deleteExtension(extensionId) {
		await client.call({
			action: "DeleteDomainExtension",
			method: "POST",
			parameters: {
				RegionId: region,
				DomainExtensionId: extensionId
			},
			schema: accepted,
			repeat: { recover: async () => (await readSlot()).extension ? void 0 : {} }
		});
	}
	async function isBound(serverCertificateId) {
		return (await readSlot()).serverCertificateId === serverCertificateId ? {} : void 0;
	}
	async function put(serverCertificateId, slot) {
		if (slot.extension) return setExtension(slot.extension.DomainExtensionId, serverCertificateId);
		return config.sni === true ? createExtension(serverCertificateId) : setDefault(serverCertificateId);
	}
	return {
		config,
		name,
		needsMaterial: false,
		tellsKey: false,
		writes: writesOf(config.sni),
		read: stateOf,
		readBack: stateOf,
		async bind(certificate) {
			const order = {
				region,
				certificate,
				storeRegion: store.store
			};
			const serverCertificateId = await provideServerCertificate(client, order);
			known.set(certificate.id, serverCertificateId);
			await put(serverCertificateId, await readSlot());
		},
		async survey() {
			const { others, extension: own, serverCertificateId: bound } = await readSlot();
			return {
				neighbours: neighboursOf(domain, {
					shared: config.sni !== true && !own && bound !== void 0 ? await namesOfServerCertificate(client, {
						region,
						id: bound
					}) : [],
					owned: others.map(({ Domain }) => Domain)
				}),
				room: void 0
			};
		},
		whyNotRestorable: (before) => before["ServerCertificateId"] === void 0 && config.sni !== true ? NOTHING_BOUND : void 0,
		async restore(before) {
			const slot = await readSlot();
			const previous = before["ServerCertificateId"];
			if (previous !== void 0) return put(previous, slot);
			if (slot.extension) return deleteExtension(slot.extension.DomainExtensionId);
			throw appError("RESTORE_IMPOSSIBLE", {
				target: name,
				reason: NOTHING_BOUND
			});
		}
	};
}
/** Without `sni` it depends on what the listener has when it is bound. */
function writesOf(sni) {
	return [
		"slb:UploadServerCertificate",
		...sni === true ? [] : ["slb:SetLoadBalancerHTTPSListenerAttribute"],
		...sni === false ? [] : ["slb:SetDomainExtensionAttribute"],
		...sni === true ? ["slb:CreateDomainExtension", "slb:DeleteDomainExtension"] : []
	];
}
function toBinding({ extension: own, serverCertificateId }) {
	return {
		...own ? { Domain: own.Domain } : {},
		...serverCertificateId === void 0 ? {} : { ServerCertificateId: serverCertificateId }
	};
}
// src/alibaba/targets/dcdn.ts
/**
* An accelerated domain of DCDN, API 2018-01-15.
* https://api.aliyun.com/document/dcdn/2018-01-15/SetDcdnDomainSSLCertificate,
* https://api.aliyun.com/document/dcdn/2018-01-15/DescribeDcdnDomainCertificateInfo
*/
function createDcdnTarget(desk) {
	return createAcceleratedTarget(desk, {
		product: "dcdn",
		title: "DCDN",
		set: "SetDcdnDomainSSLCertificate",
		describe: "DescribeDcdnDomainCertificateInfo",
		isOn: ({ SSLProtocol }) => SSLProtocol === "on"
	});
}
// src/alibaba/targets/nlb.ts
/**
* A TCPSSL listener of a Network Load Balancer, API 2022-04-30: UpdateListenerAttribute for its certificate,
* AssociateAdditionalCertificatesWithListener for others.
* https://api.aliyun.com/document/Nlb/2022-04-30/UpdateListenerAttribute
*/
function createNlbTarget(desk) {
	return createListenerTarget(desk, {
		product: "nlb",
		title: "NLB",
		serverOnly: { CertType: "Server" },
		defaultCertificate: (identifier) => ({ "CertificateIds.1": identifier }),
		additional: (identifiers) => Object.fromEntries(identifiers.map((identifier, index) => [`AdditionalCertificateIds.${index + 1}`, identifier])),
		dissociate: "DisassociateAdditionalCertificatesWithListener",
		mostAdditional: 15,
		readJob
	});
}
/**
* No word for a failure is documented; any that speaks of one counts.
* https://api.aliyun.com/document/Nlb/2022-04-30/GetJobStatus
*/
async function readJob(client, jobId) {
	const { Status } = await client.call({
		action: "GetJobStatus",
		method: "POST",
		parameters: { JobId: jobId },
		schema: object({ Status: string() }),
		repeat: "safe"
	});
	return {
		isFailed: /^(fail|error)/i.test(Status),
		reason: void 0
	};
}
// src/alibaba/published-cloud.ts
const MAKERS = {
	SLB: createClbTarget,
	CLB: createClbTarget,
	ALB: createAlbTarget,
	NLB: createNlbTarget,
	CDN: createCdnTarget,
	DCDN: createDcdnTarget,
	API_GATEWAY: createApiGatewayTarget,
	APIG: createApigTarget
};
/**
* The published API: certificates in CAS 2020-04-07, bindings by each product's own. Every method throws the CLOUD_*
* errors of `RpcClient.call`, and CREDENTIALS_NOT_RENEWED.
*/
function createPublishedCloud(options) {
	const { store, dns, ...rest } = connect(options);
	const tell = (line) => options.onAttempt?.(line);
	return {
		...rest,
		store: createCasStore({
			cas: store,
			dns,
			tell
		})
	};
}
/** The same for whoever only looks; no call that it makes is given a key. */
function createPublishedReader(options) {
	const { store, targetsOf, identify } = connect(options);
	return {
		targetsOf,
		identify,
		store: createCasReader(store)
	};
}
function connect(options) {
	const { config } = options;
	const clients = createProductClients(config.cloudEndpoints, options);
	const home = casStoreOf(config.region);
	const store = {
		client: createRpcClient({
			...options,
			endpoint: config.cas.endpoint,
			apiVersion: CAS_API.version,
			ramPrefix: CAS_API.ramPrefix,
			place: `store ${home}`
		}),
		store: home
	};
	function targetsOf(endpoint) {
		return endpoint.ingress.map((target) => {
			const { domain, port } = endpoint;
			const desk = {
				config: target,
				domain,
				region: target.region ?? config.region,
				port: target.port ?? port,
				clients,
				contacts: config.cas.contacts,
				store
			};
			const product = MAKERS[target.type](desk);
			return target.via === "cas-job" ? createCasJobTarget(desk, product) : product;
		});
	}
	const identify = () => readCallerIdentity(clients("sts", config.region));
	return {
		store,
		dns: clients("alidns", config.region),
		targetsOf,
		identify
	};
}
// src/commands/open-cloud.ts
/** The cloud in the dialect of the configuration. */
function openCloud(config, access) {
	return config.cas.api === "guide" ? createGuideCloud({
		...access,
		endpoint: config.cas.endpoint
	}) : createPublishedCloud({
		...access,
		config
	});
}
/** The same for whoever only looks. */
function openCloudReader(config, access) {
	return config.cas.api === "guide" ? createGuideReader({
		...access,
		endpoint: config.cas.endpoint
	}) : createPublishedReader({
		...access,
		config
	});
}
export { createRpcClient as a, certificateName as i, openCloudReader as n, resolveCredentials as o, PRODUCTS$1 as r, pRetry as s, openCloud as t };
