import { o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as AppErrors, n as hasCode, r as AppError, t as appError } from "./catalogue.js";
import { n as toAppErrors } from "./render.js";
import { t as findNearest } from "./find-nearest.js";
import { t as require_dist } from "./dist.js";
import { n as parseDomain, r as printable } from "./domain.js";
import path from "node:path";
import { connect, isIP, isIPv6 } from "node:net";
import { request } from "node:http";
import { Duplex } from "node:stream";
import { connect as connect$1, createSecureContext } from "node:tls";
import { performance } from "node:perf_hooks";
import { X509Certificate, constants, createDecipheriv, createHash, createHmac, verify } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { lookup } from "node:dns/promises";
// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};
// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}
// src/certificates/der.ts
/**
* A reader for the Distinguished Encoding Rules (ITU-T X.690 §8 and §10). It reads one level at a time and on
* demand, so the depth of hostile input costs nothing: only what the grammar asks for is ever looked at.
*/
/** Identifier octets, class and constructed bit included. */
const TAG = {
	boolean: 1,
	integer: 2,
	bitString: 3,
	octetString: 4,
	null: 5,
	oid: 6,
	enumerated: 10,
	utcTime: 23,
	generalizedTime: 24,
	sequence: 48,
	set: 49
};
/** The identifier octet of the context-specific tag `[number]`. */
function contextTag(number, form) {
	return 128 | (form === "constructed" ? 32 : 0) | number;
}
/** Input that is not the DER it should be. It stays inside this folder: parsers translate it. */
var DerError = class extends Error {
	name = "DerError";
};
/** The only element in `bytes`. @throws DerError when there is none, or anything follows it. */
function readDer(bytes) {
	const element = readElement(bytes, 0);
	if (element.der.length !== bytes.length) throw new DerError("octets follow the outermost element");
	return element;
}
/** All elements in the contents of a constructed element, in order. @throws DerError */
function readChildren(parent) {
	if ((parent.tag & 32) === 0) throw new DerError(`tag ${hexOctet(parent.tag)} is not constructed`);
	const children = [];
	for (let offset = 0; offset < parent.content.length;) {
		const child = readElement(parent.content, offset);
		children.push(child);
		offset += child.der.length;
	}
	return children;
}
/** Checks that `element` carries `tag`. @throws DerError */
function expectTag(element, tag) {
	if (element?.tag === tag) return element;
	throw new DerError(`${element ? `tag ${hexOctet(element.tag)}` : "nothing"} where tag ${hexOctet(tag)} belongs`);
}
/** The children of a SEQUENCE, taken one after the other as its grammar lists them. */
var DerFields = class {
	#elements;
	#position = 0;
	constructor(sequence) {
		this.#elements = readChildren(sequence);
	}
	/** @throws DerError when the next field is missing or carries another tag. */
	required(tag) {
		return expectTag(this.any(), tag);
	}
	/** The next field if it carries `tag`; undefined, and nothing is taken, otherwise. */
	optional(tag) {
		return this.#elements[this.#position]?.tag === tag ? this.any() : void 0;
	}
	/** The next field, whatever its tag. @throws DerError when there is none. */
	any() {
		const element = this.#elements[this.#position];
		if (!element) throw new DerError("a field is missing");
		this.#position += 1;
		return element;
	}
	/** @throws DerError when a field is left that the grammar does not know. */
	end() {
		if (this.#position < this.#elements.length) throw new DerError("an unknown field follows");
	}
};
function readElement(bytes, start) {
	const tag = octetAt(bytes, start);
	if ((tag & 31) === 31) throw new DerError("a tag number above 30");
	const { length, contentStart } = readLength(bytes, start + 1);
	const end = contentStart + length;
	if (end > bytes.length) throw new DerError("an element is longer than what holds it");
	return {
		tag,
		content: bytes.subarray(contentStart, end),
		der: bytes.subarray(start, end)
	};
}
/** X.690 §10.1: the definite form, in as few octets as possible. */
function readLength(bytes, start) {
	const first = octetAt(bytes, start);
	if (first < 128) return {
		length: first,
		contentStart: start + 1
	};
	const octets = first & 127;
	if (octets === 0) throw new DerError("an indefinite length");
	if (octets > 4) throw new DerError("a length of more than 4 octets");
	let length = 0;
	for (let index = 1; index <= octets; index += 1) length = length * 256 + octetAt(bytes, start + index);
	if (length < 128 || length < 256 ** (octets - 1)) throw new DerError("a length that is not minimal");
	return {
		length,
		contentStart: start + 1 + octets
	};
}
function octetAt(bytes, offset) {
	const octet = bytes[offset];
	if (octet === void 0) throw new DerError("the input ends early");
	return octet;
}
function hexOctet(octet) {
	return `0x${octet.toString(16).padStart(2, "0")}`;
}
// src/certificates/der-values.ts
/** BOOLEAN; DER knows 0x00 and 0xFF alone (X.690 §11.1). @throws DerError */
function readBoolean(element) {
	const [octet] = element.content;
	if (element.content.length !== 1 || octet !== 0 && octet !== 255) throw new DerError("a bad BOOLEAN");
	return octet === 255;
}
/** INTEGER in as few octets as possible (X.690 §8.3.2), of any size. @throws DerError */
function readInteger(element) {
	const { content } = element;
	const [first, second] = content;
	if (first === void 0) throw new DerError("an empty INTEGER");
	if (second !== void 0 && (first === 0 && second < 128 || first === 255 && second >= 128)) throw new DerError("an INTEGER that is not minimal");
	return BigInt.asIntN(content.length * 8, BigInt(`0x${content.toString("hex")}`));
}
/** OBJECT IDENTIFIER in dotted form (X.690 §8.19). @throws DerError */
function readOid(element) {
	const arcs = [];
	let arc = 0;
	let fresh = true;
	for (const octet of element.content) {
		if (fresh && octet === 128) throw new DerError("an OBJECT IDENTIFIER that is not minimal");
		arc = arc * 128 + (octet & 127);
		if (arc > Number.MAX_SAFE_INTEGER) throw new DerError("an OBJECT IDENTIFIER with an arc too large");
		fresh = octet < 128;
		if (!fresh) continue;
		arcs.push(arc);
		arc = 0;
	}
	const [first, ...rest] = arcs;
	if (first === void 0 || !fresh) throw new DerError("an OBJECT IDENTIFIER that ends early");
	const root = Math.min(Math.floor(first / 40), 2);
	return [
		root,
		first - root * 40,
		...rest
	].join(".");
}
/** The octets of a BIT STRING that is a whole number of them, such as a signature or key. @throws DerError */
function readBitString(element) {
	const [unused] = element.content;
	if (unused !== 0) throw new DerError("a BIT STRING that is not of whole octets");
	return element.content.subarray(1);
}
/**
* The numbers of the bits set in a BIT STRING of named bits (X.680 §22). `minimal`: without the trailing zero
* bits that DER leaves out (X.690 §11.2.2), which some authorities write all the same.
*
* @throws DerError also when an unused bit is set (X.690 §11.2.1)
*/
function readNamedBits(element) {
	const [unused, ...octets] = element.content;
	if (unused === void 0 || unused > 7 || unused > 0 && octets.length === 0) throw new DerError("a bad BIT STRING");
	const last = octets.at(-1) ?? 0;
	if ((last & (1 << unused) - 1) !== 0) throw new DerError("a BIT STRING whose unused bits are set");
	return {
		bits: octets.flatMap((octet, index) => [
			0,
			1,
			2,
			3,
			4,
			5,
			6,
			7
		].filter((bit) => (octet & 128 >> bit) !== 0).map((bit) => index * 8 + bit)),
		minimal: octets.length === 0 ? unused === 0 : (last & 1 << unused) !== 0
	};
}
/** UTCTime or GeneralizedTime as certificates may use them: seconds and `Z` (RFC 5280 §4.1.2.5). @throws DerError */
function readTime(element) {
	const text = element.content.toString("latin1");
	const match = /^(\d{2,4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(fullYear(element.tag, text));
	if (!match) throw new DerError("a bad time");
	const [, year, month, day, hour, minute, second] = match;
	const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
	const time = new Date(iso);
	if (Number.isNaN(time.getTime()) || time.toISOString() !== iso) throw new DerError("a time that does not exist");
	return time;
}
function fullYear(tag, text) {
	if (tag === TAG.generalizedTime && text.length === 15) return text;
	if (tag === TAG.utcTime && text.length === 13) return `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}`;
	throw new DerError("a bad time");
}
/** How the character strings of X.520 names are encoded, by tag. */
const STRING_DECODERS = {
	12: (content) => content.toString("utf8"),
	18: (content) => content.toString("latin1"),
	19: (content) => content.toString("latin1"),
	20: (content) => content.toString("latin1"),
	22: (content) => content.toString("latin1"),
	28: decodeUtf32,
	30: decodeUtf16
};
/** The text of any ASN.1 character string; undefined when `element` is none. @throws DerError */
function readString(element) {
	return STRING_DECODERS[element.tag]?.(element.content);
}
/** BMPString: UTF-16, big-endian. */
function decodeUtf16(content) {
	if (content.length % 2 !== 0) throw new DerError("a BMPString of odd length");
	return Buffer.from(content).swap16().toString("utf16le");
}
/** UniversalString: UTF-32, big-endian. */
function decodeUtf32(content) {
	if (content.length % 4 !== 0) throw new DerError("a UniversalString cut short");
	let text = "";
	for (let offset = 0; offset < content.length; offset += 4) {
		const codePoint = content.readUInt32BE(offset);
		text += String.fromCodePoint(codePoint > 1114111 ? 65533 : codePoint);
	}
	return text;
}
// src/certificates/distinguished-name.ts
/** Attribute types with the short names that certificate tools show (RFC 4514 §3, RFC 5280 §4.1.2.4). */
const SHORT_NAMES = {
	"2.5.4.3": "CN",
	"2.5.4.4": "SN",
	"2.5.4.5": "serialNumber",
	"2.5.4.6": "C",
	"2.5.4.7": "L",
	"2.5.4.8": "ST",
	"2.5.4.9": "street",
	"2.5.4.10": "O",
	"2.5.4.11": "OU",
	"2.5.4.12": "title",
	"2.5.4.42": "GN",
	"2.5.4.97": "organizationIdentifier",
	"0.9.2342.19200300.100.1.1": "UID",
	"0.9.2342.19200300.100.1.25": "DC",
	"1.2.840.113549.1.9.1": "emailAddress"
};
const COMMON_NAME = "2.5.4.3";
const EMAIL_ADDRESS = "1.2.840.113549.1.9.1";
/** Reads a Name (RFC 5280 §4.1.2.4). @throws DerError */
function readName(name) {
	const rdns = readChildren(expectTag(name, TAG.sequence)).map(readRdn);
	const attributes = rdns.flat();
	const rdnKeys = rdns.map((rdn) => JSON.stringify(rdn.map(attributeKey).toSorted()));
	return {
		text: rdns.toReversed().map((rdn) => rdn.map(attributeText).join("+")).join(", "),
		commonNames: valuesOf(attributes, COMMON_NAME),
		emailAddresses: valuesOf(attributes, EMAIL_ADDRESS),
		key: rdnKeys.join("/"),
		rdnKeys
	};
}
/** Whether `name` is `base` or below it (RFC 5280 §7.1). */
function isWithinName(name, base) {
	return base.rdnKeys.every((rdnKey, index) => name.rdnKeys[index] === rdnKey);
}
function valuesOf(attributes, type) {
	return attributes.filter(({ oid }) => oid === type).map(({ value }) => value);
}
function readRdn(set) {
	const attributes = readChildren(expectTag(set, TAG.set));
	if (attributes.length === 0) throw new DerError("a relative name without an attribute");
	return attributes.map((element) => {
		const fields = new DerFields(expectTag(element, TAG.sequence));
		const oid = readOid(fields.required(TAG.oid));
		const value = fields.any();
		fields.end();
		return {
			oid,
			value: readString(value) ?? `#${value.der.toString("hex")}`
		};
	});
}
function attributeText({ oid, value }) {
	return `${SHORT_NAMES[oid] ?? oid}=${value.replace(/[",+;<>\\]/g, String.raw`\$&`)}`;
}
function attributeKey({ oid, value }) {
	return `${oid}=${value.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim()}`;
}
// src/certificates/general-name.ts
var import_ipaddr = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	(function(root) {
		"use strict";
		const ipv4Part = "(0?\\d+|0x[a-f0-9]+)";
		const ipv4Regexes = {
			fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
			threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
			twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, "i"),
			longValue: new RegExp(`^${ipv4Part}$`, "i")
		};
		const octalRegex = new RegExp(`^0[0-7]+$`, "i");
		const hexRegex = new RegExp(`^0x[a-f0-9]+$`, "i");
		const zoneIndex = "%[0-9a-z]{1,}";
		const ipv6Part = "(?:[0-9a-f]+::?)+";
		const ipv6Regexes = {
			zoneIndex: new RegExp(zoneIndex, "i"),
			"native": new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, "i"),
			deprecatedTransitional: new RegExp(`^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`, "i"),
			transitional: new RegExp(`^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`, "i")
		};
		function expandIPv6(string, parts) {
			if (string.indexOf("::") !== string.lastIndexOf("::")) return null;
			let colonCount = 0;
			let lastColon = -1;
			let zoneId = (string.match(ipv6Regexes.zoneIndex) || [])[0];
			let replacement, replacementCount;
			if (zoneId) {
				zoneId = zoneId.substring(1);
				string = string.replace(/%.+$/, "");
			}
			while ((lastColon = string.indexOf(":", lastColon + 1)) >= 0) colonCount++;
			if (string.substr(0, 2) === "::") colonCount--;
			if (string.substr(-2, 2) === "::") colonCount--;
			if (colonCount >= parts) return null;
			replacementCount = parts - colonCount;
			replacement = ":";
			while (replacementCount--) replacement += "0:";
			string = string.replace("::", replacement);
			if (string[0] === ":") string = string.slice(1);
			if (string[string.length - 1] === ":") string = string.slice(0, -1);
			parts = (function() {
				const ref = string.split(":");
				const results = [];
				for (let i = 0; i < ref.length; i++) results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16));
				return results;
			})();
			return {
				parts,
				zoneId
			};
		}
		function matchCIDR(first, second, partSize, cidrBits) {
			if (first.length !== second.length) throw new Error("ipaddr: cannot match CIDR for objects with different lengths");
			let part = 0;
			let shift;
			while (cidrBits > 0) {
				shift = partSize - cidrBits;
				if (shift < 0) shift = 0;
				if (first[part] >> shift !== second[part] >> shift) return false;
				cidrBits -= partSize;
				part += 1;
			}
			return true;
		}
		function parseIntAuto(string) {
			if (hexRegex.test(string)) return parseInt(string, 16);
			if (string[0] === "0" && !isNaN(parseInt(string[1], 10))) {
				if (octalRegex.test(string)) return parseInt(string, 8);
				throw new Error(`ipaddr: cannot parse ${string} as octal`);
			}
			return parseInt(string, 10);
		}
		function padPart(part, length) {
			while (part.length < length) part = `0${part}`;
			return part;
		}
		const ipaddr = {};
		ipaddr.IPv4 = (function() {
			function IPv4(octets) {
				if (octets.length !== 4) throw new Error("ipaddr: ipv4 octet count should be 4");
				let i, octet;
				for (i = 0; i < octets.length; i++) {
					octet = octets[i];
					if (!(0 <= octet && octet <= 255)) throw new Error("ipaddr: ipv4 octet should fit in 8 bits");
				}
				this.octets = octets;
			}
			IPv4.prototype.SpecialRanges = {
				unspecified: [[new IPv4([
					0,
					0,
					0,
					0
				]), 8]],
				broadcast: [[new IPv4([
					255,
					255,
					255,
					255
				]), 32]],
				multicast: [[new IPv4([
					224,
					0,
					0,
					0
				]), 4]],
				linkLocal: [[new IPv4([
					169,
					254,
					0,
					0
				]), 16]],
				loopback: [[new IPv4([
					127,
					0,
					0,
					0
				]), 8]],
				carrierGradeNat: [[new IPv4([
					100,
					64,
					0,
					0
				]), 10]],
				"private": [
					[new IPv4([
						10,
						0,
						0,
						0
					]), 8],
					[new IPv4([
						172,
						16,
						0,
						0
					]), 12],
					[new IPv4([
						192,
						168,
						0,
						0
					]), 16]
				],
				reserved: [
					[new IPv4([
						192,
						0,
						0,
						0
					]), 24],
					[new IPv4([
						192,
						0,
						2,
						0
					]), 24],
					[new IPv4([
						192,
						88,
						99,
						0
					]), 24],
					[new IPv4([
						198,
						18,
						0,
						0
					]), 15],
					[new IPv4([
						198,
						51,
						100,
						0
					]), 24],
					[new IPv4([
						203,
						0,
						113,
						0
					]), 24],
					[new IPv4([
						240,
						0,
						0,
						0
					]), 4]
				],
				as112: [[new IPv4([
					192,
					175,
					48,
					0
				]), 24], [new IPv4([
					192,
					31,
					196,
					0
				]), 24]],
				amt: [[new IPv4([
					192,
					52,
					193,
					0
				]), 24]]
			};
			IPv4.prototype.kind = function() {
				return "ipv4";
			};
			IPv4.prototype.match = function(other, cidrRange) {
				let ref;
				if (cidrRange === void 0) {
					ref = other;
					other = ref[0];
					cidrRange = ref[1];
				}
				if (other.kind() !== "ipv4") throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");
				return matchCIDR(this.octets, other.octets, 8, cidrRange);
			};
			IPv4.prototype.prefixLengthFromSubnetMask = function() {
				let cidr = 0;
				let stop = false;
				const zerotable = {
					0: 8,
					128: 7,
					192: 6,
					224: 5,
					240: 4,
					248: 3,
					252: 2,
					254: 1,
					255: 0
				};
				let i, octet, zeros;
				for (i = 3; i >= 0; i -= 1) {
					octet = this.octets[i];
					if (octet in zerotable) {
						zeros = zerotable[octet];
						if (stop && zeros !== 0) return null;
						if (zeros !== 8) stop = true;
						cidr += zeros;
					} else return null;
				}
				return 32 - cidr;
			};
			IPv4.prototype.range = function() {
				return ipaddr.subnetMatch(this, this.SpecialRanges);
			};
			IPv4.prototype.toByteArray = function() {
				return this.octets.slice(0);
			};
			IPv4.prototype.toIPv4MappedAddress = function() {
				return ipaddr.IPv6.parse(`::ffff:${this.toString()}`);
			};
			IPv4.prototype.toNormalizedString = function() {
				return this.toString();
			};
			IPv4.prototype.toString = function() {
				return this.octets.join(".");
			};
			return IPv4;
		})();
		ipaddr.IPv4.broadcastAddressFromCIDR = function(string) {
			try {
				const cidr = this.parseCIDR(string);
				const ipInterfaceOctets = cidr[0].toByteArray();
				const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				const octets = [];
				let i = 0;
				while (i < 4) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv4.isIPv4 = function(string) {
			return this.parser(string) !== null;
		};
		ipaddr.IPv4.isValid = function(string) {
			try {
				new this(this.parser(string));
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv4.isValidCIDR = function(string) {
			try {
				this.parseCIDR(string);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv4.isValidFourPartDecimal = function(string) {
			if (ipaddr.IPv4.isValid(string) && string.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/)) return true;
			else return false;
		};
		ipaddr.IPv4.isValidCIDRFourPartDecimal = function(string) {
			const match = string.match(/^(.+)\/(\d+)$/);
			if (!ipaddr.IPv4.isValidCIDR(string) || !match) return false;
			return ipaddr.IPv4.isValidFourPartDecimal(match[1]);
		};
		ipaddr.IPv4.networkAddressFromCIDR = function(string) {
			let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
			try {
				cidr = this.parseCIDR(string);
				ipInterfaceOctets = cidr[0].toByteArray();
				subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				octets = [];
				i = 0;
				while (i < 4) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv4.parse = function(string) {
			const parts = this.parser(string);
			if (parts === null) throw new Error("ipaddr: string is not formatted like an IPv4 Address");
			return new this(parts);
		};
		ipaddr.IPv4.parseCIDR = function(string) {
			let match;
			if (match = string.match(/^(.+)\/(\d+)$/)) {
				const maskLength = parseInt(match[2]);
				if (maskLength >= 0 && maskLength <= 32) {
					const parsed = [this.parse(match[1]), maskLength];
					Object.defineProperty(parsed, "toString", { value: function() {
						return this.join("/");
					} });
					return parsed;
				}
			}
			throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range");
		};
		ipaddr.IPv4.parser = function(string) {
			let match, part, value;
			if (match = string.match(ipv4Regexes.fourOctet)) return (function() {
				const ref = match.slice(1, 6);
				const results = [];
				for (let i = 0; i < ref.length; i++) {
					part = ref[i];
					results.push(parseIntAuto(part));
				}
				return results;
			})();
			else if (match = string.match(ipv4Regexes.longValue)) {
				value = parseIntAuto(match[1]);
				if (value > 4294967295 || value < 0) throw new Error("ipaddr: address outside defined range");
				return (function() {
					const results = [];
					let shift = 0;
					for (; shift <= 24; shift += 8) results.push(value >> shift & 255);
					return results;
				})().reverse();
			} else if (match = string.match(ipv4Regexes.twoOctet)) return (function() {
				const ref = match.slice(1, 4);
				const results = [];
				value = parseIntAuto(ref[1]);
				if (value > 16777215 || value < 0) throw new Error("ipaddr: address outside defined range");
				results.push(parseIntAuto(ref[0]));
				results.push(value >> 16 & 255);
				results.push(value >> 8 & 255);
				results.push(value & 255);
				return results;
			})();
			else if (match = string.match(ipv4Regexes.threeOctet)) return (function() {
				const ref = match.slice(1, 5);
				const results = [];
				value = parseIntAuto(ref[2]);
				if (value > 65535 || value < 0) throw new Error("ipaddr: address outside defined range");
				results.push(parseIntAuto(ref[0]));
				results.push(parseIntAuto(ref[1]));
				results.push(value >> 8 & 255);
				results.push(value & 255);
				return results;
			})();
			else return null;
		};
		ipaddr.IPv4.subnetMaskFromPrefixLength = function(prefix) {
			prefix = parseInt(prefix);
			if (Number.isNaN(prefix) || prefix < 0 || prefix > 32) throw new Error("ipaddr: invalid IPv4 prefix length");
			const octets = [
				0,
				0,
				0,
				0
			];
			let j = 0;
			const filledOctetCount = Math.floor(prefix / 8);
			while (j < filledOctetCount) {
				octets[j] = 255;
				j++;
			}
			if (filledOctetCount < 4) octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
			return new this(octets);
		};
		ipaddr.IPv6 = (function() {
			function IPv6(parts, zoneId) {
				let i, part;
				if (parts.length === 16) {
					this.parts = [];
					for (i = 0; i <= 14; i += 2) this.parts.push(parts[i] << 8 | parts[i + 1]);
				} else if (parts.length === 8) this.parts = parts;
				else throw new Error("ipaddr: ipv6 part count should be 8 or 16");
				for (i = 0; i < this.parts.length; i++) {
					part = this.parts[i];
					if (!(0 <= part && part <= 65535)) throw new Error("ipaddr: ipv6 part should fit in 16 bits");
				}
				if (zoneId) this.zoneId = zoneId;
			}
			IPv6.prototype.SpecialRanges = {
				unspecified: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 128],
				linkLocal: [new IPv6([
					65152,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 10],
				multicast: [new IPv6([
					65280,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 8],
				loopback: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					0,
					0,
					1
				]), 128],
				uniqueLocal: [new IPv6([
					64512,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 7],
				ipv4Mapped: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					65535,
					0,
					0
				]), 96],
				deprecatedSiteLocal: [new IPv6([
					65216,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 10],
				discard: [new IPv6([
					256,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 64],
				rfc6145: [new IPv6([
					0,
					0,
					0,
					0,
					65535,
					0,
					0,
					0
				]), 96],
				rfc6052: [[new IPv6([
					100,
					65435,
					0,
					0,
					0,
					0,
					0,
					0
				]), 96], [new IPv6([
					100,
					65435,
					1,
					0,
					0,
					0,
					0,
					0
				]), 48]],
				"6to4": [new IPv6([
					8194,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 16],
				teredo: [new IPv6([
					8193,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 32],
				benchmarking: [new IPv6([
					8193,
					2,
					0,
					0,
					0,
					0,
					0,
					0
				]), 48],
				amt: [new IPv6([
					8193,
					3,
					0,
					0,
					0,
					0,
					0,
					0
				]), 32],
				as112v6: [[new IPv6([
					8193,
					4,
					274,
					0,
					0,
					0,
					0,
					0
				]), 48], [new IPv6([
					9760,
					79,
					32768,
					0,
					0,
					0,
					0,
					0
				]), 48]],
				deprecatedOrchid: [new IPv6([
					8193,
					16,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				orchid2: [new IPv6([
					8193,
					32,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				droneRemoteIdProtocolEntityTags: [new IPv6([
					8193,
					48,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				segmentRouting: [new IPv6([
					24320,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 16],
				reserved: [
					[new IPv6([
						8193,
						0,
						0,
						0,
						0,
						0,
						0,
						0
					]), 23],
					[new IPv6([
						8193,
						3512,
						0,
						0,
						0,
						0,
						0,
						0
					]), 32],
					[new IPv6([
						16383,
						0,
						0,
						0,
						0,
						0,
						0,
						0
					]), 20]
				]
			};
			IPv6.prototype.isIPv4MappedAddress = function() {
				return this.range() === "ipv4Mapped";
			};
			IPv6.prototype.kind = function() {
				return "ipv6";
			};
			IPv6.prototype.match = function(other, cidrRange) {
				let ref;
				if (cidrRange === void 0) {
					ref = other;
					other = ref[0];
					cidrRange = ref[1];
				}
				if (other.kind() !== "ipv6") throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");
				return matchCIDR(this.parts, other.parts, 16, cidrRange);
			};
			IPv6.prototype.prefixLengthFromSubnetMask = function() {
				let cidr = 0;
				let stop = false;
				const zerotable = {
					0: 16,
					32768: 15,
					49152: 14,
					57344: 13,
					61440: 12,
					63488: 11,
					64512: 10,
					65024: 9,
					65280: 8,
					65408: 7,
					65472: 6,
					65504: 5,
					65520: 4,
					65528: 3,
					65532: 2,
					65534: 1,
					65535: 0
				};
				let part, zeros;
				for (let i = 7; i >= 0; i -= 1) {
					part = this.parts[i];
					if (part in zerotable) {
						zeros = zerotable[part];
						if (stop && zeros !== 0) return null;
						if (zeros !== 16) stop = true;
						cidr += zeros;
					} else return null;
				}
				return 128 - cidr;
			};
			IPv6.prototype.range = function() {
				return ipaddr.subnetMatch(this, this.SpecialRanges);
			};
			IPv6.prototype.toByteArray = function() {
				let part;
				const bytes = [];
				const ref = this.parts;
				for (let i = 0; i < ref.length; i++) {
					part = ref[i];
					bytes.push(part >> 8);
					bytes.push(part & 255);
				}
				return bytes;
			};
			IPv6.prototype.toFixedLengthString = function() {
				const addr = (function() {
					const results = [];
					for (let i = 0; i < this.parts.length; i++) results.push(padPart(this.parts[i].toString(16), 4));
					return results;
				}).call(this).join(":");
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				return addr + suffix;
			};
			IPv6.prototype.toIPv4Address = function() {
				if (!this.isIPv4MappedAddress()) throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");
				const ref = this.parts.slice(-2);
				const high = ref[0];
				const low = ref[1];
				return new ipaddr.IPv4([
					high >> 8,
					high & 255,
					low >> 8,
					low & 255
				]);
			};
			IPv6.prototype.toNormalizedString = function() {
				const addr = (function() {
					const results = [];
					for (let i = 0; i < this.parts.length; i++) results.push(this.parts[i].toString(16));
					return results;
				}).call(this).join(":");
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				return addr + suffix;
			};
			IPv6.prototype.toRFC5952String = function() {
				const regex = /((^|:)(0(:|$)){2,})/g;
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				const normalized = this.toNormalizedString();
				const string = normalized.slice(0, normalized.length - suffix.length);
				let bestMatchIndex = 0;
				let bestMatchLength = -1;
				let bestMatchGroups = -1;
				let match;
				while (match = regex.exec(string)) {
					const groups = (match[0].match(/0/g) || []).length;
					if (groups > bestMatchGroups) {
						bestMatchGroups = groups;
						bestMatchIndex = match.index;
						bestMatchLength = match[0].length;
					}
				}
				if (bestMatchLength < 0) return string + suffix;
				return `${string.substring(0, bestMatchIndex)}::${string.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
			};
			IPv6.prototype.toString = function() {
				return this.toRFC5952String();
			};
			return IPv6;
		})();
		ipaddr.IPv6.broadcastAddressFromCIDR = function(string) {
			try {
				const cidr = this.parseCIDR(string);
				const ipInterfaceOctets = cidr[0].toByteArray();
				const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				const octets = [];
				let i = 0;
				while (i < 16) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv6.isIPv6 = function(string) {
			return this.parser(string) !== null;
		};
		ipaddr.IPv6.isValid = function(string) {
			if (typeof string === "string" && string.indexOf(":") === -1) return false;
			try {
				const addr = this.parser(string);
				new this(addr.parts, addr.zoneId);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv6.isValidCIDR = function(string) {
			if (typeof string === "string" && string.indexOf(":") === -1) return false;
			try {
				this.parseCIDR(string);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv6.networkAddressFromCIDR = function(string) {
			let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
			try {
				cidr = this.parseCIDR(string);
				ipInterfaceOctets = cidr[0].toByteArray();
				subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				octets = [];
				i = 0;
				while (i < 16) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv6.parse = function(string) {
			const addr = this.parser(string);
			if (addr === null) throw new Error("ipaddr: string is not formatted like an IPv6 Address");
			return new this(addr.parts, addr.zoneId);
		};
		ipaddr.IPv6.parseCIDR = function(string) {
			let maskLength, match, parsed;
			if (match = string.match(/^(.+)\/(\d+)$/)) {
				maskLength = parseInt(match[2]);
				if (maskLength >= 0 && maskLength <= 128) {
					parsed = [this.parse(match[1]), maskLength];
					Object.defineProperty(parsed, "toString", { value: function() {
						return this.join("/");
					} });
					return parsed;
				}
			}
			throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
		};
		ipaddr.IPv6.parser = function(string) {
			let addr, i, match, octet, octets, zoneId;
			if (match = string.match(ipv6Regexes.deprecatedTransitional)) return this.parser(`::ffff:${match[1]}`);
			if (ipv6Regexes.native.test(string)) return expandIPv6(string, 8);
			if (match = string.match(ipv6Regexes.transitional)) {
				zoneId = match[6] || "";
				addr = match[1];
				if (!match[1].endsWith("::")) addr = addr.slice(0, -1);
				addr = expandIPv6(addr + zoneId, 6);
				if (addr && addr.parts) {
					octets = [
						parseInt(match[2]),
						parseInt(match[3]),
						parseInt(match[4]),
						parseInt(match[5])
					];
					for (i = 0; i < octets.length; i++) {
						octet = octets[i];
						if (!(0 <= octet && octet <= 255)) return null;
					}
					addr.parts.push(octets[0] << 8 | octets[1]);
					addr.parts.push(octets[2] << 8 | octets[3]);
					return {
						parts: addr.parts,
						zoneId: addr.zoneId
					};
				}
			}
			return null;
		};
		ipaddr.IPv6.subnetMaskFromPrefixLength = function(prefix) {
			prefix = parseInt(prefix);
			if (Number.isNaN(prefix) || prefix < 0 || prefix > 128) throw new Error("ipaddr: invalid IPv6 prefix length");
			const octets = [
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0
			];
			let j = 0;
			const filledOctetCount = Math.floor(prefix / 8);
			while (j < filledOctetCount) {
				octets[j] = 255;
				j++;
			}
			if (filledOctetCount < 16) octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
			return new this(octets);
		};
		ipaddr.fromByteArray = function(bytes) {
			const length = bytes.length;
			if (length === 4) return new ipaddr.IPv4(bytes);
			else if (length === 16) return new ipaddr.IPv6(bytes);
			else throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address");
		};
		ipaddr.isValid = function(string) {
			return ipaddr.IPv6.isValid(string) || ipaddr.IPv4.isValid(string);
		};
		ipaddr.isValidCIDR = function(string) {
			return ipaddr.IPv6.isValidCIDR(string) || ipaddr.IPv4.isValidCIDR(string);
		};
		ipaddr.parse = function(string) {
			if (ipaddr.IPv6.isValid(string)) return ipaddr.IPv6.parse(string);
			else if (ipaddr.IPv4.isValid(string)) return ipaddr.IPv4.parse(string);
			else throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
		};
		ipaddr.parseCIDR = function(string) {
			try {
				return ipaddr.IPv6.parseCIDR(string);
			} catch {
				try {
					return ipaddr.IPv4.parseCIDR(string);
				} catch (e) {
					throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
				}
			}
		};
		ipaddr.process = function(string) {
			const addr = this.parse(string);
			if (addr.kind() === "ipv6" && addr.isIPv4MappedAddress()) return addr.toIPv4Address();
			else return addr;
		};
		ipaddr.subnetMatch = function(address, rangeList, defaultName) {
			let i, rangeName, rangeSubnets, subnet;
			if (defaultName === void 0 || defaultName === null) defaultName = "unicast";
			for (rangeName in rangeList) if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
				rangeSubnets = rangeList[rangeName];
				if (rangeSubnets[0] && !(rangeSubnets[0] instanceof Array)) rangeSubnets = [rangeSubnets];
				for (i = 0; i < rangeSubnets.length; i++) {
					subnet = rangeSubnets[i];
					if (address.kind() === subnet[0].kind() && address.match.apply(address, subnet)) return rangeName;
				}
			}
			return defaultName;
		};
		if (typeof module !== "undefined" && module.exports) module.exports = ipaddr;
		else root.ipaddr = ipaddr;
	})(this$1);
})))(), 1);
const KINDS = /* @__PURE__ */ new Map([
	[contextTag(0, "constructed"), readOther],
	[contextTag(1, "primitive"), (element) => readText$1(element, "email")],
	[contextTag(2, "primitive"), (element) => readText$1(element, "dns")],
	[contextTag(3, "constructed"), readOther],
	[contextTag(4, "constructed"), readDirectoryName],
	[contextTag(5, "constructed"), readOther],
	[contextTag(6, "primitive"), (element) => readText$1(element, "uri")],
	[contextTag(7, "primitive"), ({ content }) => ({
		kind: "ip",
		octets: content
	})],
	[contextTag(8, "primitive"), readOther]
]);
/** @throws DerError for a tag that is no choice of GeneralName, or contents that are not its own */
function readGeneralName(element) {
	const read = KINDS.get(element.tag);
	if (!read) throw new DerError("a GeneralName of an unknown kind");
	return read(element);
}
/** GeneralNames, in order. That there must be one is a rule, not the grammar's matter here. @throws DerError */
function readGeneralNames(sequence) {
	return readChildren(sequence).map(readGeneralName);
}
/** For people and for failures, such as `192.0.2.7` or `CN=Example`. Hostile. */
function showGeneralName(name) {
	switch (name.kind) {
		case "dns":
		case "email":
		case "uri": return name.text;
		case "ip": return isAddress(name.octets) ? import_ipaddr.default.fromByteArray([...name.octets]).toString() : `address ${name.octets.toString("hex")}`;
		case "directory": return name.name.text;
		case "other": return `a name of kind [${name.tag & 31}]`;
	}
}
/** Whether `octets` are an IPv4 or IPv6 address. */
function isAddress({ length }) {
	return length === 4 || length === 16;
}
function readText$1({ content }, kind) {
	return {
		kind,
		text: content.toString("latin1")
	};
}
/** EXPLICIT, for Name is a CHOICE (X.680 §31.2.7). */
function readDirectoryName({ content }) {
	return {
		kind: "directory",
		name: readName(readDer(content))
	};
}
function readOther(element) {
	if (element.tag === contextTag(0, "constructed")) {
		const fields = new DerFields(element);
		fields.required(6);
		expectTag(fields.any(), contextTag(0, "constructed"));
		fields.end();
	}
	return {
		kind: "other",
		tag: element.tag
	};
}
// src/certificates/punycode.ts
/** Parameters of Punycode (RFC 3492 §5). */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const MAX_CODE_POINT = 1114111;
/**
* Whether `text`, what follows `xn--` in a label, decodes to something that needs encoding (RFC 3492 §6.2): code
* points beyond ASCII, and no surrogates. That IDNA allows them is not looked at.
*/
function isPunycode(text) {
	const delimiter = text.lastIndexOf("-");
	const digits = text.slice(delimiter + 1).toLowerCase();
	let length = Math.max(delimiter, 0);
	let [codePoint, index, bias, position] = [
		INITIAL_N,
		0,
		INITIAL_BIAS,
		0
	];
	let first = true;
	if (digits === "") return false;
	while (position < digits.length) {
		const delta = readDelta(digits.slice(position), bias);
		if (!delta) return false;
		position += delta.octets;
		length += 1;
		bias = adapt(delta.value, length, first);
		first = false;
		index += delta.value;
		codePoint += Math.floor(index / length);
		index = index % length + 1;
		if (codePoint > MAX_CODE_POINT || codePoint >= 55296 && codePoint < 57344) return false;
	}
	return true;
}
/** A generalized variable-length integer and how many digits it takes (RFC 3492 §3.3). */
function readDelta(digits, bias) {
	let value = 0;
	let weight = 1;
	for (let position = 0; position < digits.length; position += 1) {
		const digit = digitAt(digits, position);
		if (digit < 0 || digit >= BASE) return void 0;
		value += digit * weight;
		if (value > Number.MAX_SAFE_INTEGER) return void 0;
		const threshold = Math.min(Math.max(BASE * (position + 1) - bias, T_MIN), T_MAX);
		if (digit < threshold) return {
			value,
			octets: position + 1
		};
		weight *= BASE - threshold;
	}
}
/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35; anything else is out of range (RFC 3492 §5). */
function digitAt(text, position) {
	const code = text.charCodeAt(position);
	return code >= 48 && code <= 57 ? code - 48 + 26 : code - 97;
}
/** RFC 3492 §6.1. */
function adapt(delta, points, first) {
	let rest = Math.floor(delta / (first ? DAMP : 2));
	rest += Math.floor(rest / points);
	let bias = 0;
	while (rest > 455) {
		rest = Math.floor(rest / 35);
		bias += BASE;
	}
	return bias + Math.floor(36 * rest / (rest + SKEW));
}
// src/certificates/dns-name.ts
const MAX_NAME_LENGTH = 253;
/** Letters, digits and hyphens, no hyphen at either end (RFC 1034 §3.5, RFC 1123 §2.1). */
const LDH_LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;
/** The underscore occurs in practice, and every client takes it. */
const LENIENT_LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;
/** Whether `text` is a DNS name as clients take it: A-labels, no trailing dot. */
function isDnsName(text) {
	return text.length <= MAX_NAME_LENGTH && text.split(".").every((label) => LENIENT_LABEL.test(label));
}
/**
* Whether `text` is a DNS name in the preferred syntax to the letter (RFC 5280 §4.2.1.6, RFC 1034 §3.5): no
* underscore, A-labels that are some (RFC 5890 §2.3.2.1; BR §7.1.4.2.1 allows no other reserved labels), and no
* IPv4 address, for a top-level domain is not numeric (RFC 1123 §2.1, RFC 3696 §2).
*/
function isPreferredDnsName(text) {
	if (text.length > MAX_NAME_LENGTH) return false;
	const labels = text.split(".");
	return labels.every(isPreferredLabel) && !/^\d+$/.test(labels.at(-1) ?? "");
}
/** `*.` before a name of at least two labels (RFC 9525 §6.3). */
function isWildcardDnsName(text, isName) {
	if (!text.startsWith("*.")) return false;
	const rest = text.slice(2);
	return rest.includes(".") && isName(rest);
}
function isPreferredLabel(label) {
	if (!LDH_LABEL.test(label)) return false;
	if (label.slice(2, 4) !== "--") return true;
	return label.slice(0, 2).toLowerCase() === "xn" && isPunycode(label.slice(4));
}
// src/certificates/name-subtrees.ts
/**
* Whether `name` is within the subtree of `base`, which has the same form (RFC 5280 §4.2.1.10). A name that is
* malformed is within no permitted subtree and within every excluded one, and so is one of a form that is not
* processed here: neither could be held against the constraint.
*/
function isWithin(name, base, reading) {
	const unprocessed = reading === "partly";
	if (name.kind === "dns" && base.kind === "dns") return isWithinDomain(name.text, base.text, reading);
	if (name.kind === "ip" && base.kind === "ip") return isWithinRange(name.octets, base.octets);
	if (name.kind === "directory" && base.kind === "directory") return isWithinName(name.name, base.name);
	if (name.kind === "email" && base.kind === "email") return isWithinMail(name.text, base.text) ?? unprocessed;
	if (name.kind === "uri" && base.kind === "uri") return isWithinUri(name.text, base.text) ?? unprocessed;
	return unprocessed;
}
/** `base` and what has more labels on its left; with a leading dot, as some CAs write it, only the latter. */
function isWithinDomain(text, baseText, reading) {
	const name = text.toLowerCase();
	const base = baseText.toLowerCase();
	if (!isDnsName(name) && !isWildcardDnsName(name, isDnsName) && !/^\*\.[a-z0-9-]+$/.test(name)) return reading === "partly";
	if (base === "" || name === base) return true;
	if (name.endsWith(base.startsWith(".") ? base : `.${base}`)) return true;
	return reading === "partly" && name.startsWith("*.") && base.slice(base.indexOf(".") + 1) === name.slice(2);
}
function isWithinRange(address, range) {
	if (range.length !== address.length * 2) return false;
	return address.every((octet, index) => {
		const mask = range[address.length + index] ?? 0;
		return (octet & mask) === ((range[index] ?? 0) & mask);
	});
}
/** A mailbox, all mailboxes of a host, or with a leading dot those of all hosts below; undefined for no mailbox. */
function isWithinMail(text, base) {
	const mailbox = splitMailbox(text);
	if (!mailbox) return void 0;
	const baseMailbox = splitMailbox(base);
	if (baseMailbox) return baseMailbox.local === mailbox.local && isSameHost(baseMailbox.host, mailbox.host);
	return isWithinHost(mailbox.host, base);
}
/** The host of a URI, which must be a DNS name; undefined when it has none. */
function isWithinUri(text, base) {
	const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d*)?(?:[/?#]|$)/i.exec(text)?.[1];
	return host !== void 0 && isDnsName(host) && !/^[\d.]+$/.test(host) ? isWithinHost(host, base) : void 0;
}
function isWithinHost(host, base) {
	return base.startsWith(".") ? host.toLowerCase().endsWith(base.toLowerCase()) : isSameHost(host, base);
}
function isSameHost(a, b) {
	return a.toLowerCase() === b.toLowerCase();
}
/** Local part and host of an rfc822Name (RFC 5280 §4.2.1.6: `Local-part@Domain`); undefined for anything else. */
function splitMailbox(text) {
	const [, local, host] = /^([\x21-\x3f\x41-\x7e]+)@([^@]+)$/.exec(text) ?? [];
	return local !== void 0 && host !== void 0 && isDnsName(host) ? {
		local,
		host
	} : void 0;
}
// src/certificates/name-constraints.ts
/** Reads the value of the nameConstraints extension (RFC 5280 §4.2.1.10). @throws DerError */
function readNameConstraints(value) {
	const fields = new DerFields(expectTag(value, TAG.sequence));
	const permitted = readSubtrees(fields.optional(contextTag(0, "constructed")));
	const excluded = readSubtrees(fields.optional(contextTag(1, "constructed")));
	fields.end();
	return {
		permitted,
		excluded
	};
}
/**
* The first name of `certificate` that `constraints` of a CA above it do not allow; undefined when all are
* allowed (RFC 5280 §6.1.3 b and c). When `comparisons` falls below 0, the answer means nothing.
*/
function findForbiddenName(certificate, constraints, comparisons) {
	const subtrees = groupByForm(constraints);
	const forbidden = namesOf$1(certificate).find((name) => {
		const sameForm = subtrees.get(formOf(name));
		if (!sameForm) return false;
		comparisons.left -= sameForm.permitted.length + sameForm.excluded.length;
		return comparisons.left < 0 || !isAllowed(name, sameForm);
	});
	return forbidden && showGeneralName(forbidden);
}
/** Constraints grouped already: a search holds the same ones against many certificates. */
const grouped = /* @__PURE__ */ new WeakMap();
function groupByForm(constraints) {
	const known = grouped.get(constraints);
	if (known) return known;
	const groups = /* @__PURE__ */ new Map();
	for (const side of ["permitted", "excluded"]) for (const subtree of constraints[side]) {
		const form = formOf(subtree.base);
		const group = groups.get(form) ?? {
			permitted: [],
			excluded: []
		};
		group[side].push(subtree);
		groups.set(form, group);
	}
	grouped.set(constraints, groups);
	return groups;
}
function isAllowed(name, { permitted, excluded }) {
	const within = (reading) => (subtree) => isWithin(name, subtree.base, reading);
	if (permitted.length > 0 && !permitted.some(within("wholly"))) return false;
	return !excluded.some(within("partly"));
}
/** Names of different forms do not bind each other. */
function formOf(name) {
	return name.kind === "other" ? `other ${name.tag}` : name.kind;
}
/** All names that constraints bind (RFC 5280 §4.2.1.10): subject, alternative names, and mail in the subject. */
function namesOf$1({ subjectName, alternativeNames = [] }) {
	const subject = subjectName.rdnKeys.length > 0 ? [{
		kind: "directory",
		name: subjectName
	}] : [];
	const mail = alternativeNames.some(({ kind }) => kind === "email") ? [] : subjectName.emailAddresses;
	return [
		...subject,
		...alternativeNames,
		...mail.map((text) => ({
			kind: "email",
			text
		}))
	];
}
function readSubtrees(subtrees) {
	if (!subtrees) return [];
	const elements = readChildren(subtrees);
	if (elements.length === 0) throw new DerError("GeneralSubtrees without a subtree");
	return elements.map((element) => {
		const [base, ...distances] = readChildren(expectTag(element, TAG.sequence));
		if (!base) throw new DerError("a GeneralSubtree without a base");
		return {
			base: readBase(base),
			hasDistance: distances.length > 0
		};
	});
}
function readBase(element) {
	const base = readGeneralName(element);
	if (base.kind === "ip" && base.octets.length !== 8 && base.octets.length !== 32) throw new DerError("an address range of a wrong length");
	return base;
}
// src/certificates/oids.ts
/** Object identifiers of certificate and CRL extensions (RFC 5280 §4.2, §5.2, §5.3). */
const OID = {
	subjectDirectoryAttributes: "2.5.29.9",
	subjectKeyIdentifier: "2.5.29.14",
	keyUsage: "2.5.29.15",
	subjectAltName: "2.5.29.17",
	issuerAltName: "2.5.29.18",
	basicConstraints: "2.5.29.19",
	crlNumber: "2.5.29.20",
	reasonCode: "2.5.29.21",
	invalidityDate: "2.5.29.24",
	deltaCrlIndicator: "2.5.29.27",
	issuingDistributionPoint: "2.5.29.28",
	certificateIssuer: "2.5.29.29",
	nameConstraints: "2.5.29.30",
	crlDistributionPoints: "2.5.29.31",
	certificatePolicies: "2.5.29.32",
	anyPolicy: "2.5.29.32.0",
	policyMappings: "2.5.29.33",
	authorityKeyIdentifier: "2.5.29.35",
	policyConstraints: "2.5.29.36",
	extendedKeyUsage: "2.5.29.37",
	anyExtendedKeyUsage: "2.5.29.37.0",
	freshestCrl: "2.5.29.46",
	inhibitAnyPolicy: "2.5.29.54",
	authorityInfoAccess: "1.3.6.1.5.5.7.1.1",
	subjectInfoAccess: "1.3.6.1.5.5.7.1.11",
	serverAuth: "1.3.6.1.5.5.7.3.1",
	caIssuers: "1.3.6.1.5.5.7.48.2"
};
/** Bits of keyUsage (RFC 5280 §4.2.1.3). */
const KEY_USAGE = {
	digitalSignature: 0,
	keyCertSign: 5,
	cRLSign: 6
};
// src/certificates/extensions.ts
/** Reads Extensions (RFC 5280 §4.1.2.9), of which none may occur twice (§4.2). @throws DerError */
function readExtensions(sequence) {
	const extensions = /* @__PURE__ */ new Map();
	const elements = readChildren(expectTag(sequence, TAG.sequence));
	if (elements.length === 0) throw new DerError("Extensions without an extension");
	for (const element of elements) {
		const fields = new DerFields(expectTag(element, TAG.sequence));
		const oid = readOid(fields.required(TAG.oid));
		const flag = fields.optional(TAG.boolean);
		const { content: value } = fields.required(TAG.octetString);
		fields.end();
		if (extensions.has(oid)) throw new DerError(`extension ${oid} occurs twice`);
		const critical = flag !== void 0 && readBoolean(flag);
		extensions.set(oid, {
			critical,
			defaultWritten: flag !== void 0 && !critical,
			value
		});
	}
	return extensions;
}
/** RFC 5280 §4.2.1.9. @throws DerError */
function readBasicConstraints(extensions) {
	const value = extensionValue(extensions, OID.basicConstraints);
	if (!value) return {
		isCa: false,
		pathLength: void 0,
		defaultCaWritten: false
	};
	const fields = new DerFields(expectTag(value, TAG.sequence));
	const ca = fields.optional(TAG.boolean);
	const length = fields.optional(TAG.integer);
	fields.end();
	const pathLength = length && readInteger(length);
	if (pathLength !== void 0 && pathLength < 0n) throw new DerError("a negative pathLenConstraint");
	const isCa = ca !== void 0 && readBoolean(ca);
	return {
		isCa,
		pathLength: pathLength === void 0 ? void 0 : Number(pathLength),
		defaultCaWritten: ca !== void 0 && !isCa
	};
}
/** RFC 5280 §4.2.1.3. @throws DerError */
function readKeyUsage(extensions) {
	const value = extensionValue(extensions, OID.keyUsage);
	if (!value) return {
		keyUsage: void 0,
		keyUsageMinimal: true
	};
	const { bits, minimal } = readNamedBits(expectTag(value, TAG.bitString));
	return {
		keyUsage: bits,
		keyUsageMinimal: minimal
	};
}
/** RFC 5280 §4.2.1.12. @throws DerError */
function readExtendedKeyUsage(extensions) {
	const value = extensionValue(extensions, OID.extendedKeyUsage);
	return value && readChildren(expectTag(value, TAG.sequence)).map((oid) => readOid(expectTag(oid, TAG.oid)));
}
/** RFC 5280 §4.2.1.10. @throws DerError */
function readConstraints$1(extensions) {
	const value = extensionValue(extensions, OID.nameConstraints);
	return value && readNameConstraints(value);
}
/** RFC 5280 §4.2.1.2. @throws DerError */
function readSubjectKeyId(extensions) {
	const value = extensionValue(extensions, OID.subjectKeyIdentifier);
	return value && expectTag(value, TAG.octetString).content.toString("hex");
}
/** RFC 5280 §4.2.1.1. @throws DerError */
function readAuthorityKeyIdentifier(extensions) {
	const value = extensionValue(extensions, OID.authorityKeyIdentifier);
	if (!value) return void 0;
	const fields = new DerFields(expectTag(value, TAG.sequence));
	const keyId = fields.optional(contextTag(0, "primitive"));
	const issuer = fields.optional(contextTag(1, "constructed"));
	const serialNumber = fields.optional(contextTag(2, "primitive"));
	fields.end();
	return {
		keyId: keyId?.content.toString("hex"),
		hasIssuer: issuer !== void 0,
		hasSerialNumber: serialNumber !== void 0
	};
}
/** RFC 5280 §4.2.1.6. @throws DerError also for an iPAddress that is none */
function readSubjectAltName(extensions) {
	const value = extensionValue(extensions, OID.subjectAltName);
	if (!value) return {
		alternativeNames: void 0,
		dnsNames: [],
		ipAddresses: []
	};
	const names = readGeneralNames(expectTag(value, TAG.sequence));
	if (names.some((name) => name.kind === "ip" && !isAddress(name.octets))) throw new DerError("an iPAddress of a wrong length");
	const textsOf = (kind) => names.filter((name) => name.kind === kind).map(showGeneralName);
	return {
		alternativeNames: names,
		dnsNames: textsOf("dns"),
		ipAddresses: textsOf("ip")
	};
}
/** http and https URLs of caIssuers, in order, each as sent (RFC 5280 §4.2.2.1). @throws DerError */
function readCaIssuersUrls(extensions) {
	const value = extensionValue(extensions, OID.authorityInfoAccess);
	if (!value) return [];
	return readChildren(expectTag(value, TAG.sequence)).flatMap((element) => {
		const fields = new DerFields(expectTag(element, TAG.sequence));
		const method = readOid(fields.required(TAG.oid));
		const location = readGeneralName(fields.any());
		fields.end();
		if (method !== OID.caIssuers || location.kind !== "uri") return [];
		return /^https?:\/\//i.test(location.text) && URL.canParse(location.text) ? [location.text] : [];
	});
}
/** The one element that is the value of extension `oid`; undefined without the extension. @throws DerError */
function extensionValue(extensions, oid) {
	const extension = extensions.get(oid);
	return extension && readDer(extension.value);
}
// src/certificates/public-key.ts
const RSA = "1.2.840.113549.1.1.1";
const EC = "1.2.840.10045.2.1";
const ED25519 = "1.3.101.112";
/** Names of the curves that TLS clients know (RFC 5480 §2.1.1.1); others go by their OID. */
const CURVES$1 = {
	"1.2.840.10045.3.1.7": "P-256",
	"1.3.132.0.34": "P-384",
	"1.3.132.0.35": "P-521"
};
/** @throws DerError */
function readPublicKeyInfo(spki) {
	const fields = new DerFields(spki);
	const algorithm = new DerFields(fields.required(TAG.sequence));
	const key = readBitString(fields.required(TAG.bitString));
	fields.end();
	const oid = readOid(algorithm.required(TAG.oid));
	switch (oid) {
		case RSA: {
			const parameters = algorithm.optional(TAG.null);
			return {
				kind: "rsa",
				...readRsaKey(key),
				hasNullParameters: parameters?.content.length === 0
			};
		}
		case EC: {
			const curve = algorithm.optional(TAG.oid);
			const name = curve && readOid(curve);
			return {
				kind: "ec",
				curve: name === void 0 ? void 0 : CURVES$1[name] ?? name
			};
		}
		case ED25519: return { kind: "ed25519" };
		default: return {
			kind: "other",
			algorithm: oid
		};
	}
}
/** For people, such as `RSA-2048` or `EC P-256`. */
function showPublicKey(key) {
	switch (key.kind) {
		case "rsa": return `RSA-${key.modulusBits}`;
		case "ec": return `EC ${key.curve ?? "with explicit parameters"}`;
		case "ed25519": return "Ed25519";
		case "other": return `a key of type ${key.algorithm}`;
	}
}
/** RSAPublicKey (RFC 8017 §A.1.1). */
function readRsaKey(key) {
	const fields = new DerFields(expectTag(readDer(key), TAG.sequence));
	const modulus = readInteger(fields.required(TAG.integer));
	const exponent = readInteger(fields.required(TAG.integer));
	fields.end();
	return {
		modulusBits: modulus > 0n ? modulus.toString(2).length : 0,
		exponent
	};
}
// src/certificates/signed-object.ts
/**
* The envelope that certificates and CRLs share: SEQUENCE of what is signed, algorithm, signature
* (RFC 5280 §4.1.1, §5.1.1). `tbs` is what is signed, for its own reader.
*
* @throws DerError
*/
function readSignedObject(der) {
	const fields = new DerFields(expectTag(readDer(der), TAG.sequence));
	const tbs = fields.required(TAG.sequence);
	const signatureAlgorithm = readAlgorithm(fields.required(TAG.sequence));
	const signature = readBitString(fields.required(TAG.bitString));
	fields.end();
	return {
		tbs,
		tbsDer: tbs.der,
		signatureAlgorithm,
		signature
	};
}
/** @throws DerError */
function readAlgorithm(sequence) {
	const [oid, parameters, unknown] = readChildren(sequence);
	if (unknown) throw new DerError("an AlgorithmIdentifier of more than two fields");
	return {
		oid: readOid(expectTag(oid, TAG.oid)),
		parameters: parameters?.der,
		der: sequence.der
	};
}
// src/certificates/parse-certificate.ts
/** Real certificates have 1 to 4 KiB; one with hundreds of names may reach 20. */
const MAX_CERTIFICATE_BYTES = 65536;
/**
* Reads one X.509 certificate (RFC 5280 §4.1), version 1 to 3. `location` says where it was found, for the
* error.
*
* @throws CERTIFICATE_MALFORMED, and nothing else, for any input
*/
function parseCertificate(der, location) {
	if (der.length > MAX_CERTIFICATE_BYTES) {
		const reason = `it has ${der.length} bytes, more than ${MAX_CERTIFICATE_BYTES}`;
		throw appError("CERTIFICATE_MALFORMED", { reason }, { location });
	}
	const bytes = Buffer.from(der);
	try {
		return readCertificate(bytes);
	} catch (cause) {
		const reason = cause instanceof DerError ? cause.message : "OpenSSL cannot read it";
		throw appError("CERTIFICATE_MALFORMED", { reason }, {
			location,
			cause
		});
	}
}
function readCertificate(der) {
	const { tbs: tbsElement, ...signed } = readSignedObject(der);
	const tbs = readTbsCertificate(tbsElement);
	const { subject, issuer, extensions } = tbs;
	const subjectName = readName(subject);
	const issuerName = readName(issuer);
	const { defaultCaWritten, ...basicConstraints } = readBasicConstraints(extensions);
	const { keyUsageMinimal, keyUsage } = readKeyUsage(extensions);
	const authorityKeyIdentifier = readAuthorityKeyIdentifier(extensions);
	return {
		der,
		x509: new X509Certificate(der),
		fingerprint: createHash("sha256").update(der).digest("hex"),
		...signed,
		form: {
			...tbs.form,
			defaultCaWritten,
			keyUsageMinimal
		},
		subject: subjectName.text,
		issuer: issuerName.text,
		subjectName,
		issuerName,
		subjectDer: subject.der,
		issuerDer: issuer.der,
		publicKeyDer: tbs.publicKey.der,
		publicKey: readPublicKeyInfo(tbs.publicKey),
		commonName: subjectName.commonNames.at(-1),
		serialNumber: tbs.serialNumber.toString(16).toUpperCase(),
		notBefore: tbs.notBefore,
		notAfter: tbs.notAfter,
		selfIssued: subjectName.key === issuerName.key,
		...readSubjectAltName(extensions),
		...basicConstraints,
		keyUsage,
		extendedKeyUsage: readExtendedKeyUsage(extensions),
		subjectKeyId: readSubjectKeyId(extensions),
		authorityKeyId: authorityKeyIdentifier?.keyId,
		authorityKeyIdentifier,
		nameConstraints: readConstraints$1(extensions),
		caIssuersUrls: readCaIssuersUrls(extensions),
		extensions,
		criticalExtensions: [...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid)
	};
}
function readTbsCertificate(sequence) {
	const fields = new DerFields(sequence);
	const explicitVersion = fields.optional(contextTag(0, "constructed"));
	const version = explicitVersion ? readVersion(explicitVersion) : 1;
	const serial = fields.required(TAG.integer);
	const algorithm = fields.required(TAG.sequence);
	const issuer = fields.required(TAG.sequence);
	const validity = new DerFields(fields.required(TAG.sequence));
	const [start, end] = [validity.any(), validity.any()];
	validity.end();
	const subject = fields.required(TAG.sequence);
	const publicKey = fields.required(TAG.sequence);
	const issuerId = fields.optional(contextTag(1, "primitive"));
	const subjectId = fields.optional(contextTag(2, "primitive"));
	const wrapped = fields.optional(contextTag(3, "constructed"));
	fields.end();
	if (wrapped && version < 3) throw new DerError(`extensions in version ${version}`);
	return {
		form: {
			version,
			defaultVersionWritten: explicitVersion !== void 0 && version === 1,
			serialOctets: serial.content,
			tbsAlgorithmDer: algorithm.der,
			timeTags: [start.tag, end.tag],
			hasUniqueIds: (issuerId ?? subjectId) !== void 0
		},
		serialNumber: readInteger(serial),
		issuer,
		notBefore: readTime(start),
		notAfter: readTime(end),
		subject,
		publicKey,
		extensions: wrapped ? readExtensions(readDer(wrapped.content)) : /* @__PURE__ */ new Map()
	};
}
/** RFC 5280 §4.1.2.1: v1 is 0, v3 is 2. */
function readVersion(wrapper) {
	const version = readInteger(expectTag(readDer(wrapper.content), TAG.integer));
	if (version < 0n || version > 2n) throw new DerError(`version ${version + 1n}`);
	return Number(version) + 1;
}
// src/certificates/pem-blocks.ts
const BOUNDARY = /^-----(BEGIN|END) ([A-Z0-9 #]+)-----$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/**
* All blocks of `text` in order. Text between blocks, white space around lines, any line ending and a byte
* order mark are tolerated.
*
* @throws PEM_MALFORMED at the line where a block is not closed or its base64 is broken
*/
function readPemBlocks(text, source) {
	const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
	const blocks = [];
	let open;
	for (const [index, raw] of lines.entries()) {
		const content = raw.trim();
		const line = index + 1;
		const [, edge, label] = BOUNDARY.exec(content) ?? [];
		if (open && edge === "END" && label === open.label) {
			blocks.push({
				label,
				line: open.line,
				bytes: decode$1(open.body, {
					source,
					line: open.line
				})
			});
			open = void 0;
		} else if (open && edge) throw malformed$2(`the ${open.label} that begins here does not end before line ${line}`, {
			source,
			line: open.line
		});
		else if (open) open.body.push(content);
		else if (edge === "BEGIN" && label) open = {
			label,
			line,
			body: []
		};
		else if (edge) throw malformed$2(`END ${label} without its BEGIN`, {
			source,
			line
		});
	}
	if (open) throw malformed$2(`the ${open.label} that begins here does not end`, {
		source,
		line: open.line
	});
	return blocks;
}
function decode$1(body, place) {
	const broken = body.findIndex((line) => line !== "" && !BASE64.test(line));
	if (broken !== -1) throw malformed$2("a line that is not base64", {
		...place,
		line: place.line + 1 + broken
	});
	const base64 = body.join("");
	if (base64.length % 4 !== 0 || !BASE64.test(base64)) throw malformed$2("the base64 of the block that begins here is incomplete", place);
	return Buffer.from(base64, "base64");
}
function malformed$2(reason, { source, line }) {
	return appError("PEM_MALFORMED", {
		source,
		reason
	}, { location: {
		file: source,
		line
	} });
}
// src/certificates/pem.ts
/** The whole Mozilla root store has 230 KiB. */
const MAX_PEM_LENGTH = 1048576;
const PRIVATE_KEY = /^[ \t]*-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/m;
/**
* The certificates of a PEM text in the order in which they stand; blocks of other kinds are skipped.
* `source` names the text in errors: its path, or the name of the variable that holds it.
*
* @throws PEM_HOLDS_PRIVATE_KEY with its line
* @throws PEM_NO_CERTIFICATE
* @throws PEM_WRONG_FORMAT when it is a DER, PKCS#7 or PKCS#12 file
* @throws PEM_MALFORMED, CERTIFICATE_MALFORMED with the line
* @throws PEM_TOO_LARGE above 1 MiB
*/
function parseBundle(text, source) {
	if (text.length > MAX_PEM_LENGTH) throw appError("PEM_TOO_LARGE", {
		source,
		length: text.length,
		limit: MAX_PEM_LENGTH
	});
	refuseBinary(text, source);
	refusePrivateKey(text, source);
	const blocks = readPemBlocks(text, source);
	const [leaf, ...rest] = blocks.filter(({ label }) => label === "CERTIFICATE").map(({ bytes, line }) => parseCertificate(bytes, {
		file: source,
		line
	}));
	if (leaf) return [leaf, ...rest];
	if (blocks.some(({ label }) => label === "PKCS7" || label === "CMS")) throw appError("PEM_WRONG_FORMAT", {
		source,
		format: "PKCS#7"
	});
	throw appError("PEM_NO_CERTIFICATE", { source }, { location: { file: source } });
}
/** PEM of `certificates` in this order: lines of 64 characters, LF, no blank line, LF at the end. */
function toPem(certificates) {
	return certificates.map(({ der }) => {
		return [
			"-----BEGIN CERTIFICATE-----",
			...der.toString("base64").match(/.{1,64}/g) ?? [],
			"-----END CERTIFICATE-----",
			""
		].join("\n");
	}).join("");
}
/**
* A binary file that was read as text is still known by its first octets: a SEQUENCE (0x30, the digit 0)
* with a length of two octets (0x82, which is no UTF-8); in PKCS#12, version 3 comes next (RFC 7292 §4).
*/
function refuseBinary(text, source) {
	if (!/^0[\u0080-\u0084\uFFFD]/.test(text)) return;
	const format = text.slice(0, 12).includes("") ? "PKCS#12" : "DER";
	throw appError("PEM_WRONG_FORMAT", {
		source,
		format
	});
}
function refusePrivateKey(text, source) {
	const match = PRIVATE_KEY.exec(text);
	if (!match) return;
	const line = text.slice(0, match.index).split(/\r\n|\n|\r/).length;
	throw appError("PEM_HOLDS_PRIVATE_KEY", { source }, { location: {
		file: source,
		line
	} });
}
// src/certificates/trust-store.ts
function createTrustStore(anchors) {
	const bySubject = /* @__PURE__ */ new Map();
	for (const anchor of anchors) {
		const { key } = anchor.subjectName;
		const sameName = bySubject.get(key) ?? [];
		if (sameName.some(({ fingerprint }) => fingerprint === anchor.fingerprint)) continue;
		bySubject.set(key, [...sameName, anchor]);
	}
	const findBySubject = ({ key }) => bySubject.get(key) ?? [];
	return {
		findBySubject,
		has: ({ subjectName, publicKeyDer }) => findBySubject(subjectName).some((anchor) => anchor.publicKeyDer.equals(publicKeyDer))
	};
}
/**
* The trust store of all certificates in `pems`, of which each must hold at least one, and of `bundled`: PEM
* certificates that came with the runtime. One of those that cannot be read is left out, for nobody here can mend
* it, and every other chain is judged as well without it.
*
* @throws what `parseBundle` throws, for `pems`
*/
function loadTrustStore(pems, bundled = []) {
	const own = pems.flatMap(({ text, source }) => parseBundle(text, source));
	return createTrustStore([...bundled.flatMap(parseBundled), ...own]);
}
function parseBundled(pem) {
	try {
		return parseBundle(pem, "a root of the runtime");
	} catch {
		return [];
	}
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
// src/config/config.ts
const CLIENT_NAMES = [
	"chrome",
	"firefox",
	"java",
	"android",
	"openssl"
];
const INGRESS_TYPES = [
	"SLB",
	"CDN",
	"API_GATEWAY"
];
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
// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array, separator = "|") {
	return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
	const ratio = val / step;
	const roundedRatio = Math.round(ratio);
	const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
	return ratio - roundedRatio;
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
/**
* Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
*
* Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
*/
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
/**
* Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
*
* A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
*/
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function esc(str) {
	return JSON.stringify(str);
}
function slugify(input) {
	return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
	if (globalConfig.jitless) return false;
	if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
	try {
		new Function("");
		return true;
	} catch (_) {
		return false;
	}
});
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function stringifyPrimitive(value) {
	if (typeof value === "bigint") return value.toString() + "n";
	if (typeof value === "string") return `"${value}"`;
	return `${value}`;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
const BIGINT_FORMAT_RANGES = {
	int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
	uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function safeExtend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
	if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	const newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
	mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	return clone(a, mergeDefs(a._zod.def, {
		shape: newShape,
		get catchall() {
			return b._zod.def.catchall;
		},
		checks: b._zod.def.checks ?? []
	}));
}
function partial(Class, schema, mask, name = "partial") {
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
		type: "optional",
		innerType: value
	})));
	return clone(schema, mergeDefs(schema._zod.def, {
		shape: newShape,
		checks: []
	}));
}
function required(Class, schema, mask) {
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
		type: "nonoptional",
		innerType: value
	}));
	return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function parsedType(data) {
	const t = typeof data;
	switch (t) {
		case "number": return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null) return "null";
			if (Array.isArray(data)) return "array";
			const obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
		}
	}
	return t;
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
/**
* Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
*
* Call this from a `proto` initializer, which runs once per prototype — never per instance.
*/
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
/* @__NO_SIDE_EFFECTS__ */
function derived(computes, table) {
	for (const key in computes) {
		const compute = computes[key];
		Object.defineProperty(table, key, {
			configurable: true,
			enumerable: true,
			get() {
				return own(this, key, compute(this));
			},
			set(value) {
				own(this, key, value);
			}
		});
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
/**
* Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
* constructor, computed from the internals object itself and cached there on
* first read. One accessor per constructor rather than one per instance.
*/
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
/**
* Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
* data property. One accessor per constructor rather than one per instance, because an own accessor
* puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
*/
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}
// node_modules/zod/v4/core/core.js
var _a$1;
/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({ status: "aborted" });
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}
// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer$1 = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
* ("toString", "constructor") would otherwise read through to the prototype, and assigning
* "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
	if (!Object.prototype.hasOwnProperty.call(obj, key)) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value: make(),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else obj[key] = make();
	}
	return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
	const fieldErrors = {};
	const formErrors = [];
	for (const sub of error.issues) if (sub.path.length > 0) node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
	else formErrors.push(mapper(sub));
	return {
		formErrors,
		fieldErrors
	};
}
function formatError(error, mapper = (issue) => issue.message) {
	const fieldErrors = { _errors: [] };
	const processError = (error, path = []) => {
		for (const issue of error.issues) if (issue.code === "invalid_union" && issue.errors.length) issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
		else if (issue.code === "invalid_key") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else if (issue.code === "invalid_element") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else {
			const fullpath = [...path, ...issue.path];
			if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue));
			else {
				let curr = fieldErrors;
				let i = 0;
				while (i < fullpath.length) {
					const el = fullpath[i];
					const terminal = i === fullpath.length - 1;
					if (el === "_errors") {
						if (terminal) curr._errors.push(mapper(issue));
						i++;
						continue;
					}
					if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
						value: { _errors: [] },
						enumerable: true,
						writable: true,
						configurable: true
					});
					const node = curr[el];
					if (terminal) node._errors.push(mapper(issue));
					curr = node;
					i++;
				}
			}
		}
	};
	processError(error);
	return fieldErrors;
}
// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return {
		callee: params?.callee ?? callee,
		Err: params?.Err
	};
}
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure$1(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
function failure$1(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure$1(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
const validate = ((schema, value, _ctx) => {
	const validator = schema._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return true;
		if (validator.definite === true && _ctx === void 0) return false;
	}
	return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
	const ctx = _ctx ? {
		..._ctx,
		async: false,
		abortEarly: true
	} : {
		async: false,
		abortEarly: true
	};
	const fallbackRun = schema._zod.bag.fallbackRun;
	let result;
	if (fallbackRun) {
		ctx[COMPILE_FALLBACK] = true;
		result = fallbackRun({
			value,
			issues: []
		}, ctx);
	} else result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length === 0;
}
const validateAsync$1 = async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true,
		abortEarly: true
	} : {
		async: true,
		abortEarly: true
	};
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length === 0;
};
const _encode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return parse(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		return parse(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _encodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return await parseAsync(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _safeEncode = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParse(_Err)(schema, value, ctx);
};
const _safeDecode = (_Err) => (schema, value, _ctx) => {
	return _safeParse(_Err)(schema, value, _ctx);
};
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParseAsync(_Err)(schema, value, ctx);
};
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
	return _safeParseAsync(_Err)(schema, value, _ctx);
};
// node_modules/zod/v4/core/regexes.js
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration$1 = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
*
* @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
	if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
	return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
const _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
	return new RegExp(_emoji$1, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
const httpProtocol = /^https?$/;
const e164 = /^\+[1-9]\d{6,14}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
* esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
* will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function anchor(source) {
	return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime$1(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
const anyString = /^[\s\S]{0,}$/;
const integer = /^-?\d+$/;
const number$1 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
const lowercase = /^[^A-Z]*$/;
const uppercase = /^[^a-z]*$/;
// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
const $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMultipleOf = /*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
		payload.issues.push({
			origin: typeof payload.value,
			code: "not_multiple_of",
			divisor: def.value,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
		if (length === def.length) return;
		const origin = getLengthableOrigin(input);
		const tooBig = length > def.length;
		payload.issues.push({
			origin,
			...tooBig ? {
				code: "too_big",
				maximum: def.length
			} : {
				code: "too_small",
				minimum: def.length
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	const escapedRegex = escapeRegex(def.includes);
	def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	inst._zod.check = (payload) => {
		if (payload.value.includes(def.includes, def.position)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "includes",
			includes: def.includes,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.startsWith(def.prefix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "starts_with",
			prefix: def.prefix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.endsWith(def.suffix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "ends_with",
			suffix: def.suffix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});
// node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [];
		this.indent = 0;
		this.args = args;
		this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg === "function") {
			arg(this, { execution: "sync" });
			arg(this, { execution: "async" });
			return;
		}
		const lines = arg.split("\n").filter((x) => x);
		const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
		const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (const line of dedented) this.content.push(line);
	}
	compile() {
		const F = Function;
		const content = this?.content ?? [``];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`)(...Object.values(this.closed));
	}
};
// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};
// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	$ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid);
	$ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		const v = {
			v1: 1,
			v2: 2,
			v3: 3,
			v4: 4,
			v5: 5,
			v6: 6,
			v7: 7,
			v8: 8
		}[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email);
	$ZodStringFormat.init(inst, def);
});
function canParseURL(input) {
	try {
		if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
		new URL(input);
		return true;
	} catch {
		return false;
	}
}
function validateURL(trimmed, def) {
	if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
	return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
	try {
		if (typeof URL !== "undefined") {
			const URLStatic = URL;
			if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
		}
		return new URL(trimmed);
	} catch {
		return 2;
	}
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	hostname.lastIndex = 0;
	return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	protocol.lastIndex = 0;
	return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		try {
			const trimmed = payload.value.trim();
			const url = validateURL(trimmed, def);
			if (url === 1) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					note: "Invalid URL format",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === 2) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === true) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid hostname",
				pattern: def.hostname.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid protocol",
				pattern: def.protocol.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch (_) {
			payload.issues.push({
				code: "invalid_format",
				format: "url",
				input: payload.value,
				inst,
				continue: !def.abort
			});
		}
	};
});
const $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji());
	$ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
	$ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2);
	$ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid);
	$ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid);
	$ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime$1(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date);
	$ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration$1);
	$ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4);
	$ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	if (!ipv6Alphabet.test(value)) return false;
	return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidIPv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "ipv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4);
	$ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	const parts = value.split("/");
	if (parts.length !== 2) return false;
	const [address, prefix] = parts;
	if (!prefix) return false;
	const prefixNum = Number(prefix);
	if (`${prefixNum}` !== prefix) return false;
	if (prefixNum < 0 || prefixNum > 128) return false;
	return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidCIDRv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "cidrv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
function isValidBase64(data) {
	if (data === "") return true;
	if (/\s/.test(data)) return false;
	if (data.length % 4 !== 0) return false;
	try {
		atob(data);
		return true;
	} catch {
		return false;
	}
}
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return false;
	const base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
	return isValidBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
}
const $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64URL(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64url",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164);
	$ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
	try {
		const tokensParts = token.split(".");
		if (tokensParts.length !== 3) return false;
		const [header] = tokensParts;
		if (!header) return false;
		const parsedHeader = JSON.parse(atob(header));
		if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
		if (!parsedHeader.alg) return false;
		if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
		return true;
	} catch {
		return false;
	}
}
const $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidJWT(payload.value, def.alg)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "jwt",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
const $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	const superParse = inst._zod.parse;
	const _normalized = cached(() => normalizeDef(def));
	const memo = globalConfig.memoizer;
	const generateFastpass = (shape) => {
		const normalized = _normalized.value;
		const syms = normalized.symbolKeys;
		const doc = new Doc(["payload", "ctx"], {
			shape,
			inst,
			memo,
			syms
		});
		const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
		const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write(`const input = payload.value;`);
		const ids = Object.create(null);
		let counter = 0;
		for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
		doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
		for (const key of normalized.allKeys) {
			if (key === "__proto__") continue;
			const id = ids[key];
			const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
			const isPresent = `${k} in input`;
			const schema = shape[key];
			const optin = schema?._zod?.optin;
			const isOptionalIn = optin !== void 0;
			const isOptionalOut = schema?._zod?.optout === "optional";
			doc.write(`const ${id} = ${parseStr(k)};`);
			if (isOptionalIn && isOptionalOut) {
				const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else if (!isOptionalIn) doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
			else {
				doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
				if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
				else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
			}
		}
		doc.write(`payload.value = newResult;`);
		doc.write(`return payload;`);
		return doc.compile();
	};
	let fastpass;
	const isObject$2 = isObject;
	const jit = !globalConfig.jitless;
	const fastEnabled = jit && allowsEval.value;
	const catchall = def.catchall;
	let value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$2(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
			if (!fastpass) fastpass = generateFastpass(def.shape);
			payload = fastpass(payload, ctx);
			if (!catchall) return payload;
			return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
		}
		return superParse(payload, ctx);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodTuple = /*@__PURE__*/ $constructor("$ZodTuple", (inst, def) => {
	$ZodType.init(inst, def);
	const items = def.items;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				input,
				inst,
				expected: "tuple",
				code: "invalid_type"
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
		const proms = [];
		const optinStart = getTupleOptStart(items, "optin");
		const optoutStart = getTupleOptStart(items, "optout");
		if (!def.rest) {
			if (input.length < optinStart) {
				payload.issues.push({
					code: "too_small",
					minimum: optinStart,
					inclusive: true,
					input,
					inst,
					origin: "array"
				});
				return payload;
			}
			if (input.length > items.length) payload.issues.push({
				code: "too_big",
				maximum: items.length,
				inclusive: true,
				input,
				inst,
				origin: "array"
			});
		}
		const itemResults = new Array(items.length);
		const abortEarly = def.rest ? ctx?.abortEarly : void 0;
		let itemAborted = false;
		for (let i = 0; i < items.length; i++) {
			const r = items[i]._zod.run({
				value: input[i],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((rr) => {
				itemResults[i] = rr;
			}));
			else {
				itemResults[i] = r;
				if (abortEarly && !itemAborted && r.issues.length) itemAborted = aborted(r);
			}
		}
		if (def.rest && !itemAborted) {
			let i = items.length - 1;
			const rest = input.slice(items.length);
			let seen = payload.issues.length;
			for (const el of rest) {
				if (abortEarly && payload.issues.length !== seen) {
					if (aborted(payload, seen)) break;
					seen = payload.issues.length;
				}
				i++;
				const result = def.rest._zod.run({
					value: el,
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((r) => handleTupleResult(r, payload, i)));
				else handleTupleResult(result, payload, i);
			}
		}
		if (proms.length) return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
		return handleTupleResults(itemResults, payload, items, input, optoutStart);
	};
});
function getTupleOptStart(items, key) {
	for (let i = items.length - 1; i >= 0; i--) if (!(key === "optin" ? items[i]._zod.optin !== void 0 : items[i]._zod.optout === "optional")) return i + 1;
	return 0;
}
function handleTupleResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
	for (let i = 0; i < items.length; i++) {
		const r = itemResults[i];
		const isPresent = i < input.length;
		if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
			final.value.length = i;
			break;
		}
		if (r.issues.length) {
			if (!isPresent && i >= optoutStart) {
				final.value.length = i;
				break;
			}
			final.issues.push(...prefixIssues(i, r.issues));
		}
		final.value[i] = r.value;
	}
	for (let i = final.value.length - 1; i >= input.length; i--) if (items[i]._zod.optout === "optional" && final.value[i] === void 0) final.value.length = i;
	else break;
	return final;
}
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$1.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) {
			payload.value = def.defaultValue;
			/**
			* $ZodDefault returns the default value immediately in forward direction.
			* It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
			return payload;
		}
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
		return handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
const $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) payload.value = def.defaultValue;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => {
		const v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleNonOptionalResult(result, inst));
		return handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	if (!payload.issues.length && payload.value === void 0) payload.issues.push({
		code: "invalid_type",
		expected: "nonoptional",
		input: payload.value,
		inst
	});
	return payload;
}
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}
// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super(`Cannot parse a reference cycle that closes through a transform`);
		this.name = "ZodCyclicError";
	}
};
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
function isRef(value) {
	return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? {
		...iss,
		path: iss.path.slice()
	} : { ...iss });
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
	const cached = recursive.get(inst);
	if (cached !== void 0) return cached ? PROVEN : NONE;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE;
	const check = (child) => {
		if (result !== PROVEN && child?._zod) {
			const answer = isRecursive(child, stack, resolve);
			if (answer > result) result = answer;
		}
	};
	const shape = (sh, spread) => {
		let answer = NONE;
		for (const key of Reflect.ownKeys(sh)) {
			const desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
			if (child > answer) answer = child;
		}
		return answer;
	};
	const merge = (answer) => {
		if (answer > result) result = answer;
	};
	const def = inst._zod.def;
	switch (def.type) {
		case "object": {
			const raw = rawShape(def);
			merge(raw ? shape(raw, true) : ASSUMED);
			check(def.catchall);
			break;
		}
		case "array":
			check(def.element);
			break;
		case "tuple":
			for (const el of def.items) check(el);
			check(def.rest);
			break;
		case "record":
		case "map":
			check(def.keyType);
			check(def.valueType);
			break;
		case "set":
			check(def.valueType);
			break;
		case "union":
			for (const el of def.options) check(el);
			break;
		case "intersection":
			check(def.left);
			check(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check(def.innerType);
			break;
		case "pipe":
			check(def.in);
			check(def.out);
			break;
		case "function":
			check(def.input);
			check(def.output);
			break;
		case "lazy": {
			const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
			merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom": break;
		default: for (const key in def) {
			const desc = Object.getOwnPropertyDescriptor(def, key);
			if (!desc || desc.get) continue;
			const value = desc.value;
			if (!value || typeof value !== "object") continue;
			if (value._zod) check(value);
			else if (Array.isArray(value)) for (const el of value) check(el);
		}
	}
	stack.delete(inst);
	return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
	if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
	return answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	if (!bucket) {
		bucket = /* @__PURE__ */ new WeakMap();
		state.buckets.set(inst, bucket);
	}
	return bucket;
}
let handoff;
const open = [];
const memo = {
	alloc(_inst, payload, empty) {
		const bucket = handoff;
		if (!bucket) return empty;
		handoff = void 0;
		const entry = {
			value: empty,
			issues: null
		};
		bucket.set(payload.value, entry);
		open.push(entry);
		return empty;
	},
	guard(inst) {
		var _a;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
				return base(payload, ctx);
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	},
	attach(inst) {
		var _a;
		let isRecursiveInst;
		let rechecked = false;
		let lastCtx;
		let lastBucket;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (isRecursiveInst === void 0) {
					const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
					if (walked === NONE) {
						inst._zod.parse = base;
						if (inst._zod.run === wrapped) inst._zod.run = base;
						return base(payload, ctx);
					}
					if (walked === PROVEN || rechecked) isRecursiveInst = true;
					else rechecked = true;
				}
				const input = payload.value;
				if (!isRef(input)) return base(payload, ctx);
				let state = ctx[STATE];
				if (!state) {
					state = {
						buckets: /* @__PURE__ */ new WeakMap(),
						backEdges: void 0
					};
					ctx[STATE] = state;
				}
				let bucket;
				if (lastCtx === ctx) bucket = lastBucket;
				else {
					bucket = bucketFor(state, inst);
					lastCtx = ctx;
					lastBucket = bucket;
				}
				const hit = bucket.get(input);
				if (hit) {
					payload.value = hit.value;
					if (hit.issues) {
						if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
					} else {
						payload.memo = true;
						state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
						state.backEdges.add(hit.value);
					}
					return payload;
				}
				handoff = bucket;
				const depth = open.length;
				const result = base(payload, ctx);
				handoff = void 0;
				const entry = open.length > depth ? open.pop() : void 0;
				if (result instanceof Promise) return result.then((r) => {
					if (entry) entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
					return r;
				});
				if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
				return result;
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	}
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
	return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
	const backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
// node_modules/zod/v4/locales/en.js
const error = () => {
	const Sizable = {
		string: {
			unit: "characters",
			verb: "to have"
		},
		file: {
			unit: "bytes",
			verb: "to have"
		},
		array: {
			unit: "items",
			verb: "to have"
		},
		set: {
			unit: "items",
			verb: "to have"
		},
		map: {
			unit: "entries",
			verb: "to have"
		}
	};
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	const FormatDictionary = {
		regex: "input",
		email: "email address",
		url: "URL",
		emoji: "emoji",
		uuid: "UUID",
		uuidv4: "UUIDv4",
		uuidv6: "UUIDv6",
		nanoid: "nanoid",
		guid: "GUID",
		cuid: "cuid",
		cuid2: "cuid2",
		ulid: "ULID",
		xid: "XID",
		ksuid: "KSUID",
		datetime: "ISO datetime",
		date: "ISO date",
		time: "ISO time",
		duration: "ISO duration",
		ipv4: "IPv4 address",
		ipv6: "IPv6 address",
		mac: "MAC address",
		cidrv4: "IPv4 range",
		cidrv6: "IPv6 range",
		base64: "base64-encoded string",
		base64url: "base64url-encoded string",
		json_string: "JSON string",
		e164: "E.164 number",
		currency_code: "currency code",
		credit_card: "credit card number",
		iban: "IBAN",
		jwt: "JWT",
		template_literal: "input"
	};
	const TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input) {
		if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
		return TypeDictionary[type] ?? type;
	}
	return (issue) => {
		switch (issue.code) {
			case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(parsedType(issue.input), issue.input)}`;
			case "invalid_value":
				if (issue.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
				return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
			case "too_big": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
				return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
			}
			case "too_small": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
				return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
			}
			case "invalid_format": {
				const _issue = issue;
				if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
				if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
				if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
				if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
				return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
			}
			case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
			case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
			case "invalid_key": return `Invalid key in ${issue.origin}`;
			case "invalid_union":
				if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
				if (issue.inclusive === false) return "Invalid input: more than one option matched";
				return "Invalid input";
			case "invalid_element": return `Invalid value in ${issue.origin}`;
			default: return `Invalid input`;
		}
	};
};
function en_default() {
	return { localeError: error() };
}
// node_modules/zod/v4/core/registries.js
var _a;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema, ..._meta) {
		const meta = _meta[0];
		this._map.set(schema, meta);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
		return this;
	}
	clear() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
		return this;
	}
	remove(schema) {
		const meta = this._map.get(schema);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
		this._map.delete(schema);
		return this;
	}
	get(schema) {
		const p = schema._zod.parent;
		if (p) {
			const pm = { ...this.get(p) ?? {} };
			delete pm.id;
			const f = {
				...pm,
				...this._map.get(schema)
			};
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema);
	}
	has(schema) {
		return this._map.has(schema);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;
// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
	return new Class({
		type: "string",
		format: "email",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
	return new Class({
		type: "string",
		format: "guid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v4",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v6",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v7",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
	return new Class({
		type: "string",
		format: "url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
	return new Class({
		type: "string",
		format: "emoji",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
	return new Class({
		type: "string",
		format: "nanoid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link _cuid2} instead.
* See https://github.com/paralleldrive/cuid.
*/
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
	return new Class({
		type: "string",
		format: "cuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
	return new Class({
		type: "string",
		format: "cuid2",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
	return new Class({
		type: "string",
		format: "ulid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
	return new Class({
		type: "string",
		format: "xid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
	return new Class({
		type: "string",
		format: "ksuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
	return new Class({
		type: "string",
		format: "ipv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
	return new Class({
		type: "string",
		format: "ipv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
	return new Class({
		type: "string",
		format: "base64",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
	return new Class({
		type: "string",
		format: "base64url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
	return new Class({
		type: "string",
		format: "e164",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
	return new Class({
		type: "string",
		format: "jwt",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
	return new Class({
		type: "string",
		format: "time",
		check: "string_format",
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
	return new Class({
		type: "string",
		format: "duration",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({
		check: "multiple_of",
		...normalizeParams(params),
		value
	});
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
	return new $ZodCheckLengthEquals({
		check: "length_equals",
		...normalizeParams(params),
		length
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
	return new $ZodCheckLowerCase({
		check: "string_format",
		format: "lowercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
	return new $ZodCheckUpperCase({
		check: "string_format",
		format: "uppercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
	return new $ZodCheckIncludes({
		check: "string_format",
		format: "includes",
		...normalizeParams(params),
		includes
	});
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({
		check: "string_format",
		format: "starts_with",
		...normalizeParams(params),
		prefix
	});
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({
		check: "string_format",
		format: "ends_with",
		...normalizeParams(params),
		suffix
	});
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
	return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
	return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
	return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
	return new Class({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
	const ch = /* @__PURE__ */ _check((payload) => {
		payload.addIssue = (issue$2) => {
			if (typeof issue$2 === "string") payload.issues.push(issue(issue$2, payload.value, ch._zod.def));
			else {
				const _issue = issue$2;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}
// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: /* @__PURE__ */ new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
/**
* Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
* `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
* custom JSON Schema was written into `json`, in which case the caller must not write its own.
*/
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
* an annotation like `description` — makes a member unfoldable, so a constraint this does not
* understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = /* @__PURE__ */ new Set([
	"type",
	"properties",
	"required",
	"additionalProperties"
]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = /* @__PURE__ */ new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			assignProp(properties, key, parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts });
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
* closed object members reject each other's keys and the schema validates nothing. Zod's parser
* pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
* *every* side rejects it — so the emitted schema has to pool them too, and folding the members
* into one object is the encoding that says so on every target.
*
* This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
* machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
* keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = /* @__PURE__ */ new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
/**
* Creates a toJSONSchema method for a schema instance.
* This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
*/
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
	const ctx = initializeContext({
		...params,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
	const { libraryOptions, target } = params ?? {};
	const ctx = initializeContext({
		...libraryOptions ?? {},
		target,
		io,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
// node_modules/zod/v4/core/json-schema-processors.js
const narrowMin = (agg, key, value) => {
	if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
};
const narrowMax = (agg, key, value) => {
	if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
};
const narrowBoth = (agg, value) => {
	narrowMin(agg, "minimum", value);
	narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
	agg.multipleOf ?? (agg.multipleOf = []);
	if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
	agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
	agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
	agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
const setFormat = (agg, format) => {
	agg.format = format;
	if (format.includes("int")) agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
	setFormat(agg, def.format);
	const [minimum, maximum] = ranges[def.format];
	narrowMin(agg, "minimum", minimum);
	narrowMax(agg, "maximum", maximum);
};
const contributors = {
	greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
	less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
	multiple_of: (agg, def) => addDivisor(agg, def.value),
	number_format: formatContributor(NUMBER_FORMAT_RANGES),
	bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
	min_length: minContributor,
	max_length: maxContributor,
	length_equals: (agg, def) => narrowBoth(agg, def.length),
	min_size: minContributor,
	max_size: maxContributor,
	size_equals: (agg, def) => narrowBoth(agg, def.size),
	string_format: (agg, def) => {
		setFormat(agg, def.format);
		if (def.pattern) addPattern(agg, def.pattern);
		if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
		if (def.local || def.precision === -1) agg.laxFormat = true;
	},
	mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
const formatMap = {
	guid: "uuid",
	url: "uri",
	datetime: "date-time",
	json_string: "json-string",
	regex: ""
};
const exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
	const json = _json;
	json.type = "string";
	const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minLength = minimum;
	if (typeof maximum === "number") json.maxLength = maximum;
	if (format) {
		json.format = formatMap[format] ?? format;
		if (json.format === "") delete json.format;
		if (format === "time" || laxFormat) delete json.format;
	}
	if (contentEncoding) json.contentEncoding = contentEncoding;
	if (patterns && patterns.size > 0) {
		const patternList = [...patterns].map(exactPattern);
		if (patternList.length === 1) json.pattern = patternList[0].source;
		else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
			...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
			pattern: regex.source
		}))];
	}
};
const numberProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
	json.type = isInt ? "integer" : "number";
	const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
	const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
	const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
	if (exMin) {
		if (legacy) {
			json.minimum = exclusiveMinimum;
			json.exclusiveMinimum = true;
		} else json.exclusiveMinimum = exclusiveMinimum;
	} else if (typeof minimum === "number") json.minimum = minimum;
	if (exMax) {
		if (legacy) {
			json.maximum = exclusiveMaximum;
			json.exclusiveMaximum = true;
		} else json.exclusiveMaximum = exclusiveMaximum;
	} else if (typeof maximum === "number") json.maximum = maximum;
	if (multipleOf) {
		const divisors = /* @__PURE__ */ new Set();
		for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
		else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
		const [first, ...rest] = divisors;
		if (first !== void 0) json.multipleOf = first;
		if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
	}
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const bigintProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
};
const symbolProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
};
const nullProcessor = (_schema, ctx, json, _params) => {
	if (ctx.target === "openapi-3.0") {
		json.type = "string";
		json.nullable = true;
		json.enum = [null];
	} else json.type = "null";
};
const undefinedProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
const voidProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
};
const neverProcessor = (_schema, _ctx, json, _params) => {
	json.not = {};
};
const anyProcessor = (_schema, _ctx, _json, _params) => {};
const unknownProcessor = (_schema, _ctx, _json, _params) => {};
const dateProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
};
const enumProcessor = (schema, _ctx, json, _params) => {
	const def = schema._zod.def;
	const values = getEnumValues(def.entries);
	if (values.length === 0) {
		json.not = {};
		return;
	}
	if (values.every((v) => typeof v === "number")) json.type = "number";
	if (values.every((v) => typeof v === "string")) json.type = "string";
	json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	if (def.values.length === 0) {
		json.not = {};
		return;
	}
	const vals = [];
	for (const val of def.values) if (val === void 0) {
		if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
	} else if (typeof val === "bigint") {
		if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
		vals.push(Number(val));
	} else vals.push(val);
	if (vals.length === 0) {} else if (vals.length === 1) {
		const val = vals[0];
		json.type = val === null ? "null" : typeof val;
		if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
		else json.const = val;
	} else {
		if (vals.every((v) => typeof v === "number")) json.type = "number";
		if (vals.every((v) => typeof v === "string")) json.type = "string";
		if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
		if (vals.every((v) => v === null)) json.type = "null";
		json.enum = vals;
	}
};
const nanProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
};
const templateLiteralProcessor = (schema, _ctx, json, _params) => {
	const _json = json;
	const pattern = schema._zod.pattern;
	if (!pattern) throw new Error("Pattern not found in template literal");
	_json.type = "string";
	_json.pattern = pattern.source;
};
const fileProcessor = (schema, _ctx, json, _params) => {
	const _json = json;
	_json.type = "string";
	_json.format = "binary";
	_json.contentEncoding = "binary";
	const { minimum, maximum, mime } = aggregateChecks(schema);
	if (minimum !== void 0) _json.minLength = minimum;
	if (maximum !== void 0) _json.maxLength = maximum;
	if (!mime) return;
	if (mime.length === 0) _json.not = {};
	else if (mime.length === 1) _json.contentMediaType = mime[0];
	else _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
const successProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const customProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const functionProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const setProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
};
const arrayProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
	json.type = "array";
	json.items = processSchema(def.element, ctx, {
		...params,
		path: [...params.path, "items"]
	});
};
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const shape = def.shape;
	if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
	json.type = "object";
	json.properties = {};
	for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
		...params,
		path: [
			...params.path,
			"properties",
			key
		]
	}));
	const requiredKeys = [];
	for (const key of Object.keys(shape)) {
		const field = def.shape[key];
		if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
	}
	if (requiredKeys.length > 0) json.required = requiredKeys;
	if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
	else if (!def.catchall) {
		if (ctx.io === "output") json.additionalProperties = false;
	} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
		...params,
		path: [...params.path, "additionalProperties"]
	});
};
const unionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const isExclusive = def.inclusive === false;
	const options = def.options.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			isExclusive ? "oneOf" : "anyOf",
			i
		]
	}));
	if (isExclusive) json.oneOf = options;
	else json.anyOf = options;
};
const intersectionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const a = processSchema(def.left, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			0
		]
	});
	const b = processSchema(def.right, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			1
		]
	});
	const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
	const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
	json.allOf = allOf;
	ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "array";
	const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
	const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
	const prefixItems = def.items.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			prefixPath,
			i
		]
	}));
	const rest = def.rest ? processSchema(def.rest, ctx, {
		...params,
		path: [
			...params.path,
			restPath,
			...ctx.target === "openapi-3.0" ? [def.items.length] : []
		]
	}) : null;
	let minItems = def.items.length;
	while (minItems > 0) {
		const item = def.items[minItems - 1];
		if (!(ctx.io === "input" ? inputOptin(item) !== void 0 : item._zod.optout === "optional")) break;
		minItems--;
	}
	const maxItems = def.items.length;
	const isClosed = !def.rest;
	if (ctx.target === "draft-2020-12") {
		json.prefixItems = prefixItems;
		if (isClosed) json.items = false;
		else if (rest) json.items = rest;
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	} else if (ctx.target === "openapi-3.0") {
		json.items = { anyOf: prefixItems };
		if (rest) json.items.anyOf.push(rest);
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	} else {
		json.items = prefixItems;
		if (isClosed) json.additionalItems = false;
		else if (rest) json.additionalItems = rest;
		if (minItems > 0) json.minItems = minItems;
		if (isClosed) json.maxItems = maxItems;
	}
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
* numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
* behind a wrapper only carries its own `type` before then, and a union key only has its branches.
*
* A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
* than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
* exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
* accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
* outright. */
function stringifyKeyNames(bySchema, json, visited) {
	if (json.$ref) {
		if (visited.has(json)) return json;
		visited.add(json);
		const def = bySchema.get(json)?.def;
		if (!def) return json;
		const inlined = stringifyKeyNames(bySchema, def, visited);
		return inlined === def ? json : inlined;
	}
	for (const keyword of ["anyOf", "oneOf"]) {
		const branches = json[keyword];
		if (!Array.isArray(branches)) continue;
		const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
		if (mapped.some((branch, i) => branch !== branches[i])) json = {
			...json,
			[keyword]: mapped
		};
	}
	const types = Array.isArray(json.type) ? json.type : [json.type];
	const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
	const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
	if (!numericType && !values?.some((v) => typeof v === "number")) return json;
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
	if (rest.enum) rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
	else if (typeof rest.const === "number") rest.const = String(rest.const);
	if (!numericType) return rest;
	rest.type = "string";
	if (!values) rest.pattern = (types.includes("number") ? number$1 : integer).source;
	return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
	const bySchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.values()) if (entry.def && !bySchema.has(entry.schema)) bySchema.set(entry.schema, entry);
	const rewrites = /* @__PURE__ */ new Map();
	for (const record of pendingRecords.get(ctx) ?? []) {
		const seen = ctx.seen.get(record);
		const names = (seen?.def ?? seen?.schema)?.propertyNames;
		if (!names || names === true || rewrites.has(names)) continue;
		const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
		if (rewritten !== names) rewrites.set(names, rewritten);
	}
	if (!rewrites.size) return;
	for (const entry of ctx.seen.values()) for (const carrier of [entry.schema, entry.def]) {
		const rewritten = carrier && rewrites.get(carrier.propertyNames);
		if (rewritten) carrier.propertyNames = rewritten;
	}
}
const recordProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	json.type = "object";
	const keyType = def.keyType;
	const patterns = aggregateChecks(keyType).patterns;
	if (def.mode === "loose" && patterns && patterns.size > 0) {
		const valueSchema = processSchema(def.valueType, ctx, {
			...params,
			path: [
				...params.path,
				"patternProperties",
				"*"
			]
		});
		json.patternProperties = {};
		for (const pattern of patterns) assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
	} else {
		if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
			json.propertyNames = processSchema(def.keyType, ctx, {
				...params,
				path: [...params.path, "propertyNames"]
			});
			let pending = pendingRecords.get(ctx);
			if (!pending) {
				pending = [];
				pendingRecords.set(ctx, pending);
				ctx.deferred.push(() => rewriteKeyNames(ctx));
			}
			pending.push(schema);
		}
		json.additionalProperties = processSchema(def.valueType, ctx, {
			...params,
			path: [...params.path, "additionalProperties"]
		});
	}
	const keyValues = keyType._zod.values;
	const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
	if (keyValues && !def.partial && !omittableOnInput) {
		const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
		if (validKeyValues.length > 0) json.required = validKeyValues.map(String);
	}
};
const nullableProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const inner = processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	if (ctx.target === "openapi-3.0") {
		seen.ref = def.innerType;
		json.nullable = true;
	} else json.anyOf = [inner, { type: "null" }];
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
* A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
* unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	if (ctx.io !== "input") return;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	let catchValue;
	try {
		catchValue = def.catchValue(void 0);
	} catch {
		handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
		return;
	}
	json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	const inIsTransform = def.in._zod.traits.has("$ZodTransform");
	const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	json.readOnly = true;
};
const promiseProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
const optionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
	const innerType = schema._zod.innerType;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const allProcessors = {
	string: stringProcessor,
	number: numberProcessor,
	boolean: booleanProcessor,
	bigint: bigintProcessor,
	symbol: symbolProcessor,
	null: nullProcessor,
	undefined: undefinedProcessor,
	void: voidProcessor,
	never: neverProcessor,
	any: anyProcessor,
	unknown: unknownProcessor,
	date: dateProcessor,
	enum: enumProcessor,
	literal: literalProcessor,
	nan: nanProcessor,
	template_literal: templateLiteralProcessor,
	file: fileProcessor,
	success: successProcessor,
	custom: customProcessor,
	function: functionProcessor,
	transform: transformProcessor,
	map: mapProcessor,
	set: setProcessor,
	array: arrayProcessor,
	object: objectProcessor,
	union: unionProcessor,
	intersection: intersectionProcessor,
	tuple: tupleProcessor,
	record: recordProcessor,
	nullable: nullableProcessor,
	nonoptional: nonoptionalProcessor,
	default: defaultProcessor,
	prefault: prefaultProcessor,
	catch: catchProcessor,
	pipe: pipeProcessor,
	readonly: readonlyProcessor,
	promise: promiseProcessor,
	optional: optionalProcessor,
	lazy: lazyProcessor
};
function toJSONSchema(input, params) {
	if ("_idmap" in input) {
		const registry = input;
		const ctx = initializeContext({
			...params,
			processors: allProcessors
		});
		const defs = {};
		for (const entry of registry._idmap.entries()) {
			const [_, schema] = entry;
			processSchema(schema, ctx);
		}
		const schemas = {};
		ctx.external = {
			registry,
			uri: params?.uri,
			defs
		};
		for (const entry of registry._idmap.entries()) {
			const [key, schema] = entry;
			extractDefs(ctx, schema);
			assignProp(schemas, key, finalize(ctx, schema));
		}
		if (Object.keys(defs).length > 0) schemas.__shared = { [ctx.target === "draft-2020-12" ? "$defs" : "definitions"]: defs };
		return { schemas };
	}
	const ctx = initializeContext({
		...params,
		processors: allProcessors
	});
	processSchema(input, ctx);
	extractDefs(ctx, input);
	return finalize(ctx, input);
}
// node_modules/zod/v4/classic/errors.js
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, {
		configurable: true,
		enumerable: false,
		get() {
			const value = make(this);
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
			return value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
		}
	});
}
const initializer = (inst, issues) => {
	$ZodError.init(inst, issues);
	inst.name = "ZodError";
	const proto = Object.getPrototypeOf(inst);
	if (_installedErrorProtos.has(proto)) return;
	_installedErrorProtos.add(proto);
	_lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
	_lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
	_lazyMethod(proto, "addIssue", (self) => (issue) => {
		self.issues.push(issue);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	_lazyMethod(proto, "addIssues", (self) => (issues) => {
		self.issues.push(...issues);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	Object.defineProperty(proto, "isEmpty", {
		configurable: true,
		enumerable: false,
		get() {
			return this.issues.length === 0;
		}
	});
};
const ZodRealError = /*@__PURE__*/ $constructor("ZodError", initializer, void 0, { Parent: Error });
// node_modules/zod/v4/classic/parse.js
const parse = /* @__PURE__ */ _parse(ZodRealError);
const parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
const encode$1 = /* @__PURE__ */ _encode(ZodRealError);
const decode = /* @__PURE__ */ _decode(ZodRealError);
const encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);
// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
	if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
	_ensureDefaultLocale();
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
	return inst;
}, {
	check(...chks) {
		const def = this.def;
		return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
			check: ch,
			def: { check: "custom" },
			onattach: []
		} } : ch)] }), { parent: true });
	},
	with(...chks) {
		return this.check(...chks);
	},
	clone(def, params) {
		return clone(this, def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	refine(check, params) {
		return this.check(refine(check, params));
	},
	superRefine(refinement, params) {
		return this.check(superRefine(refinement, params));
	},
	overwrite(fn) {
		return this.check(/* @__PURE__ */ _overwrite(fn));
	},
	optional() {
		return optional(this);
	},
	exactOptional() {
		return exactOptional(this);
	},
	nullable() {
		return nullable(this);
	},
	nullish() {
		return optional(nullable(this));
	},
	nonoptional(params) {
		return nonoptional(this, params);
	},
	array() {
		return array(this);
	},
	or(arg) {
		return union([this, arg]);
	},
	and(arg) {
		return intersection(this, arg);
	},
	transform(tx) {
		return pipe(this, transform(tx));
	},
	default(d) {
		return _default(this, d);
	},
	prefault(d) {
		return prefault(this, d);
	},
	catch(params) {
		return _catch(this, params);
	},
	pipe(target) {
		return pipe(this, target);
	},
	readonly() {
		return readonly(this);
	},
	describe(description) {
		const cl = this.clone();
		globalRegistry.add(cl, { description });
		return cl;
	},
	meta(...args) {
		if (args.length === 0) return globalRegistry.get(this);
		const cl = this.clone();
		globalRegistry.add(cl, args[0]);
		return cl;
	},
	isOptional() {
		return this.safeParse(void 0).success;
	},
	isNullable() {
		return this.safeParse(null).success;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	},
	get "~standard"() {
		return hide(this, "~standard", {
			...standardProps(this),
			jsonSchema: {
				input: createStandardJSONSchemaMethod(this, "input"),
				output: createStandardJSONSchemaMethod(this, "output")
			}
		});
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	},
	parse: function _parse(data, params) {
		return parse(this, data, params, { callee: _parse });
	},
	parseAsync: async function _parseAsync(data, params) {
		return await parseAsync(this, data, params, { callee: _parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	async safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	get spa() {
		return this?.safeParseAsync;
	},
	set spa(value) {
		own(this, "spa", value);
	},
	validate(data, params) {
		return validate(this, data, params);
	},
	validateAsync(data, params) {
		return validateAsync$1(this, data, params);
	},
	encode: function _encode(data, params) {
		return encode$1(this, data, params, { callee: _encode });
	},
	decode: function _decode(data, params) {
		return decode(this, data, params, { callee: _decode });
	},
	encodeAsync: async function _encodeAsync(data, params) {
		return await encodeAsync(this, data, params, { callee: _encodeAsync });
	},
	decodeAsync: async function _decodeAsync(data, params) {
		return await decodeAsync(this, data, params, { callee: _decodeAsync });
	},
	safeEncode(data, params) {
		return safeEncode(this, data, params);
	},
	safeDecode(data, params) {
		return safeDecode(this, data, params);
	},
	async safeEncodeAsync(data, params) {
		return safeEncodeAsync(this, data, params);
	},
	async safeDecodeAsync(data, params) {
		return safeDecodeAsync(this, data, params);
	},
	toJSONSchema(params) {
		return createToJSONSchemaMethod(this, {})(params);
	},
	get description() {
		return globalRegistry.get(this)?.description;
	},
	get _def() {
		return this._zod.def;
	}
});
/** @internal */
const _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, /*@__PURE__*/ derived({
	format: (inst) => aggregateChecks(inst).format ?? null,
	minLength: (inst) => aggregateChecks(inst).minimum ?? null,
	maxLength: (inst) => aggregateChecks(inst).maximum ?? null
}, {
	regex(...args) {
		return this.check(/* @__PURE__ */ _regex(...args));
	},
	includes(...args) {
		return this.check(/* @__PURE__ */ _includes(...args));
	},
	startsWith(...args) {
		return this.check(/* @__PURE__ */ _startsWith(...args));
	},
	endsWith(...args) {
		return this.check(/* @__PURE__ */ _endsWith(...args));
	},
	min(...args) {
		return this.check(/* @__PURE__ */ _minLength(...args));
	},
	max(...args) {
		return this.check(/* @__PURE__ */ _maxLength(...args));
	},
	length(...args) {
		return this.check(/* @__PURE__ */ _length(...args));
	},
	nonempty(...args) {
		return this.check(/* @__PURE__ */ _minLength(1, ...args));
	},
	lowercase(params) {
		return this.check(/* @__PURE__ */ _lowercase(params));
	},
	uppercase(params) {
		return this.check(/* @__PURE__ */ _uppercase(params));
	},
	trim() {
		return this.check(/* @__PURE__ */ _trim());
	},
	normalize(...args) {
		return this.check(/* @__PURE__ */ _normalize(...args));
	},
	toLowerCase() {
		return this.check(/* @__PURE__ */ _toLowerCase());
	},
	toUpperCase() {
		return this.check(/* @__PURE__ */ _toUpperCase());
	},
	slugify() {
		return this.check(/* @__PURE__ */ _slugify());
	}
}));
const ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	_ZodString.init(inst, def);
}, {
	email(params) {
		return this.check(/* @__PURE__ */ _email(ZodEmail, params));
	},
	url(params) {
		return this.check(/* @__PURE__ */ _url(ZodURL, params));
	},
	jwt(params) {
		return this.check(/* @__PURE__ */ _jwt(ZodJWT, params));
	},
	emoji(params) {
		return this.check(/* @__PURE__ */ _emoji(ZodEmoji, params));
	},
	guid(params) {
		return this.check(/* @__PURE__ */ _guid(ZodGUID, params));
	},
	uuid(params) {
		return this.check(/* @__PURE__ */ _uuid(ZodUUID, params));
	},
	uuidv4(params) {
		return this.check(/* @__PURE__ */ _uuidv4(ZodUUID, params));
	},
	uuidv6(params) {
		return this.check(/* @__PURE__ */ _uuidv6(ZodUUID, params));
	},
	uuidv7(params) {
		return this.check(/* @__PURE__ */ _uuidv7(ZodUUID, params));
	},
	nanoid(params) {
		return this.check(/* @__PURE__ */ _nanoid(ZodNanoID, params));
	},
	cuid(params) {
		return this.check(/* @__PURE__ */ _cuid(ZodCUID, params));
	},
	cuid2(params) {
		return this.check(/* @__PURE__ */ _cuid2(ZodCUID2, params));
	},
	ulid(params) {
		return this.check(/* @__PURE__ */ _ulid(ZodULID, params));
	},
	base64(params) {
		return this.check(/* @__PURE__ */ _base64(ZodBase64, params));
	},
	base64url(params) {
		return this.check(/* @__PURE__ */ _base64url(ZodBase64URL, params));
	},
	xid(params) {
		return this.check(/* @__PURE__ */ _xid(ZodXID, params));
	},
	ksuid(params) {
		return this.check(/* @__PURE__ */ _ksuid(ZodKSUID, params));
	},
	ipv4(params) {
		return this.check(/* @__PURE__ */ _ipv4(ZodIPv4, params));
	},
	ipv6(params) {
		return this.check(/* @__PURE__ */ _ipv6(ZodIPv6, params));
	},
	cidrv4(params) {
		return this.check(/* @__PURE__ */ _cidrv4(ZodCIDRv4, params));
	},
	cidrv6(params) {
		return this.check(/* @__PURE__ */ _cidrv6(ZodCIDRv6, params));
	},
	e164(params) {
		return this.check(/* @__PURE__ */ _e164(ZodE164, params));
	},
	datetime(params) {
		return this.check(/* @__PURE__ */ _isoDateTime(ZodISODateTime, params));
	},
	date(params) {
		return this.check(/* @__PURE__ */ _isoDate(ZodISODate, params));
	},
	time(params) {
		return this.check(/* @__PURE__ */ _isoTime(ZodISOTime, params));
	},
	duration(params) {
		return this.check(/* @__PURE__ */ _isoDuration(ZodISODuration, params));
	}
});
function string(params) {
	return /* @__PURE__ */ _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	_ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
/**
* @deprecated CUID v1 is deprecated by its authors due to information leakage
* (timestamps embedded in the id). Use {@link ZodCUID2} instead.
* See https://github.com/paralleldrive/cuid.
*/
const ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
	inst.isFinite = true;
}, /*@__PURE__*/ derived({
	minValue: (inst) => {
		const { minimum, exclusiveMinimum } = aggregateChecks(inst);
		return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
	},
	maxValue: (inst) => {
		const { maximum, exclusiveMaximum } = aggregateChecks(inst);
		return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
	},
	isInt: (inst) => {
		const { isInt, multipleOf } = aggregateChecks(inst);
		return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
	},
	format: (inst) => aggregateChecks(inst).format ?? null
}, {
	gt(value, params) {
		return this.check(/* @__PURE__ */ _gt(value, params));
	},
	gte(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	min(value, params) {
		return this.check(/* @__PURE__ */ _gte(value, params));
	},
	lt(value, params) {
		return this.check(/* @__PURE__ */ _lt(value, params));
	},
	lte(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	max(value, params) {
		return this.check(/* @__PURE__ */ _lte(value, params));
	},
	int(params) {
		return this.check(int(params));
	},
	safe(params) {
		return this.check(int(params));
	},
	positive(params) {
		return this.check(/* @__PURE__ */ _gt(0, params));
	},
	nonnegative(params) {
		return this.check(/* @__PURE__ */ _gte(0, params));
	},
	negative(params) {
		return this.check(/* @__PURE__ */ _lt(0, params));
	},
	nonpositive(params) {
		return this.check(/* @__PURE__ */ _lte(0, params));
	},
	multipleOf(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	step(value, params) {
		return this.check(/* @__PURE__ */ _multipleOf(value, params));
	},
	finite() {
		return this;
	}
}));
function number(params) {
	return /* @__PURE__ */ _number(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodNumber.init(inst, def);
});
function int(params) {
	return /* @__PURE__ */ _int(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean(params) {
	return /* @__PURE__ */ _boolean(ZodBoolean, params);
}
const ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => void 0;
});
function unknown() {
	return /* @__PURE__ */ _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
	return /* @__PURE__ */ _never(ZodNever, params);
}
const ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodArray.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
	inst.element = def.element;
}, {
	min(n, params) {
		return this.check(/* @__PURE__ */ _minLength(n, params));
	},
	nonempty(params) {
		return this.check(/* @__PURE__ */ _minLength(1, params));
	},
	max(n, params) {
		return this.check(/* @__PURE__ */ _maxLength(n, params));
	},
	length(n, params) {
		return this.check(/* @__PURE__ */ _length(n, params));
	},
	unwrap() {
		return this.element;
	}
});
function array(element, params) {
	return /* @__PURE__ */ _array(ZodArray, element, params);
}
const ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodObjectJIT.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
	keyof() {
		return _enum(Object.keys(this._zod.def.shape));
	},
	catchall(catchall) {
		return this.clone(mergeDefs(this._zod.def, { catchall }));
	},
	passthrough() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	loose() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	strict() {
		return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
	},
	strip() {
		return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
	},
	extend(incoming) {
		return extend(this, incoming);
	},
	safeExtend(incoming) {
		return safeExtend(this, incoming);
	},
	merge(other) {
		return merge(this, other);
	},
	pick(mask) {
		return pick(this, mask);
	},
	omit(mask) {
		return omit(this, mask);
	},
	partial(...args) {
		return partial(ZodOptional, this, args[0]);
	},
	exactPartial(...args) {
		return partial(ZodExactOptional, this, args[0], "exactPartial");
	},
	required(...args) {
		return required(ZodNonOptional, this, args[0]);
	}
});
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodObject(def);
}
function strictObject(shape, params) {
	return new ZodObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
const ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
	inst.options = def.options;
});
function union(options, params) {
	return new ZodUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
	return new ZodIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodTuple = /*@__PURE__*/ $constructor("ZodTuple", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTuple.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
	rest(rest) {
		return this.clone({
			...this._zod.def,
			rest
		});
	},
	partial() {
		const def = this._zod.def;
		if (def.checks?.length) throw new Error(".partial() cannot be used on tuple schemas containing refinements");
		return this.clone({
			...def,
			items: def.items.map((item) => new ZodOptional({
				type: "optional",
				innerType: item
			}))
		});
	}
});
function tuple(items, _paramsOrRest, _params) {
	const hasRest = _paramsOrRest instanceof $ZodType;
	return new ZodTuple({
		type: "tuple",
		items,
		rest: hasRest ? _paramsOrRest : null,
		...normalizeParams(hasRest ? _params : _paramsOrRest)
	});
}
const ZodRecord = /*@__PURE__*/ $constructor("ZodRecord", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodRecord.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
	inst.keyType = def.keyType;
	inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodRecord({
		type: "record",
		keyType: string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
	inst.enum = def.entries;
	inst.options = [...inst._zod.values];
	const keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		const newEntries = {};
		for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
	inst.exclude = (values, params) => {
		const newEntries = { ...def.entries };
		for (const value of values) if (keys.has(value)) delete newEntries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
	inst.values = new Set(def.values);
	Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal(value, params) {
	return new ZodLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTransform.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
	inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue$1) => {
			if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, def));
			else {
				const _issue = issue$1;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = inst);
				payload.issues.push(issue(_issue));
			}
		};
		const output = def.transform(payload.value, payload);
		if (output instanceof Promise) return output.then((output) => {
			payload.value = output;
			return payload;
		});
		payload.value = output;
		return payload;
	};
});
function transform(fn) {
	return new ZodTransform({
		type: "transform",
		transform: fn
	});
}
const ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
	return new ZodOptional({
		type: "optional",
		innerType
	});
}
const ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({
		type: "optional",
		innerType
	});
}
const ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({
		type: "nullable",
		innerType
	});
}
const ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({
		type: "prefault",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({
		type: "nonoptional",
		innerType,
		...normalizeParams(params)
	});
}
const ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
const ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
	inst.in = def.in;
	inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
	return new ZodReadonly({
		type: "readonly",
		innerType
	});
}
const ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
	return /* @__PURE__ */ _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return /* @__PURE__ */ _superRefine(fn, params);
}
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return /* @__PURE__ */ _isoDateTime(ZodISODateTime, params);
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
const resourceId = textMatching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,255}$/, {
	problem: "is not a resource id",
	help: "Copy the id from the console: letters, digits and . _ : / - inside, no white space."
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
// src/config/schema.ts
const cas = strictObject({
	api: literal("guide").default("guide").describe("The dialect of Certificate Management Service to speak. `guide`: the calls of the HTTPS guide of AIRec."),
	endpoint: serviceEndpoint.optional().describe("Origin of the service. Default: https://cas.aliyuncs.com in the regions of mainland China (cn-…), elsewhere https://cas.ap-southeast-1.aliyuncs.com. Plain http is accepted for a loopback host alone.")
});
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
	"cas-id": resourceId.optional().describe("Id of a certificate that is already in the service."),
	request: strictObject({ type: literal("DV").describe("Kind of certificate to request: domain validated.") }).optional().describe("Requests a certificate from the service, once; the issued one is used from then on.")
}, [
	"bundle",
	"cas-id",
	"request"
]).refine((value) => value.bundle === void 0 === (value.key === void 0), {
	message: "has only one of bundle and key",
	params: { help: "Write both: bundle names the PEM file, key where its private key is, such as key: { env: REC_EXAMPLE_COM_KEY }." }
});
const ingress = strictObject({
	type: _enum(INGRESS_TYPES).describe("The product that terminates TLS in front of AIRec."),
	instance: resourceId.describe("The load balancer (lb-…), the accelerated domain or the gateway group.")
});
const health = strictObject({
	path: requestPath.prefault("/api/v1/recommend").describe("Path, with an optional query, to ask for after the handshake."),
	method: _enum(["HEAD", "GET"]).default("HEAD").describe("Method of that request."),
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
const trust = strictObject({
	roots: unique(array(filePath)).prefault([]).describe("PEM files with trust anchors beyond the public ones, relative to this file."),
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
	airec: airec.describe("The AIRec instance and how certificates are bound to it."),
	endpoints: array(endpoint).min(1).describe("The HTTPS endpoints, each a domain and a port."),
	trust: trust.prefault({}).describe("What is trusted beyond the public certificate authorities."),
	deadlines: deadlines.prefault({}).describe("How long to wait: a number and a unit, ms, s, m or h.")
}).describe("Configuration of airec-https: which endpoints serve which certificate, and what stands in front of them.");
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
	if (key === "cas.api") return appError("CONFIG_UNSUPPORTED_API", { api: printable(source ?? "no text") }, { location });
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
// src/config/to-config.ts
/** The configuration with every path absolute, every default in place and durations in milliseconds. */
function toConfig(file, context) {
	const { region, cas, trust } = file;
	return {
		file: context.file,
		region,
		cas: {
			api: cas.api,
			endpoint: cas.endpoint ?? defaultCasEndpoint(region)
		},
		airec: toAirec(file.airec, context.directory),
		endpoints: file.endpoints.map((endpoint, index) => toEndpoint(endpoint, {
			...context,
			index
		})),
		trust: {
			roots: trust.roots.map((root) => path.resolve(context.directory, root)),
			privateNetworks: trust["private-networks"]
		},
		deadlines: toDeadlines(file.deadlines)
	};
}
/** The service has one host for mainland China and one for everywhere else. */
function defaultCasEndpoint(region) {
	return region.startsWith("cn-") ? "https://cas.aliyuncs.com" : "https://cas.ap-southeast-1.aliyuncs.com";
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
		ingress: endpoint.ingress,
		health: endpoint.health,
		clients: endpoint.clients,
		addresses: endpoint.addresses,
		locations: {
			domain: context.document.locateKey([...place, "domain"]),
			certificate: context.document.locateKey([...place, "certificate"])
		}
	};
}
function toCertificate(certificate, directory) {
	const { bundle, key, "cas-id": casId } = certificate;
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
		type: "DV"
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
// src/config/load-config.ts
const MAX_FILE_BYTES = 1048576;
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
	const problems = [...result.success ? findExposedKeys(result.data, document) : describeIssues(result.error.issues, document), ...findDuplicateEndpoints(document)];
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
// src/certificates/path-failure.ts
/** Least specific first. A failure that says more about the material wins over one that says less. */
const RANKING = [
	"unknown-issuer",
	"bad-signature",
	"unsupported-signature",
	"revocation-unknown",
	"policy-not-acceptable",
	"profile-violation",
	"wrong-extended-key-usage",
	"unknown-critical-extension",
	"may-not-sign",
	"not-a-ca",
	"chain-too-long",
	"path-length-exceeded",
	"name-not-permitted",
	"unsupported-key",
	"weak-key",
	"weak-signature",
	"name-mismatch",
	"not-yet-valid",
	"expired",
	"revoked",
	"self-signed-leaf",
	"budget-exceeded"
];
/** Higher for the failure that says more. */
function specificity(failure) {
	return RANKING.indexOf(failure.code);
}
// src/certificates/reference-identity.ts
/**
* Whether `certificate` is for `reference`, which matches names of its own kind alone (RFC 9525 §6.3, §6.4;
* RFC 5280 §7.5 for mailboxes). Only subjectAltName counts, never the CN (RFC 9525 §1.2).
*/
function matchesIdentity(certificate, { kind, value }) {
	switch (kind) {
		case "ip": {
			const address = canonicalAddress(value);
			return address !== void 0 && certificate.ipAddresses.includes(address);
		}
		case "dns": {
			const reference = value.toLowerCase();
			if (!isDnsName(reference)) return false;
			return certificate.dnsNames.some((name) => matchesDnsName(name.toLowerCase(), reference));
		}
		case "email": return certificate.alternativeNames?.some((name) => name.kind === "email" && isSameMailbox(name.text, value)) ?? false;
	}
}
/**
* Whether `domain`, the reference identity, is one that `certificate` is for (RFC 9525 §6): a DNS name in
* A-labels, or an IP address without brackets. Only subjectAltName counts, never the CN (§1.2).
*/
function matchesDomain(certificate, domain) {
	return matchesIdentity(certificate, {
		kind: canonicalAddress(domain) === void 0 ? "dns" : "ip",
		value: domain
	});
}
/** The identities a certificate presents: its DNS names, then its IP addresses, as sent. Hostile text. */
function presentedNames(certificate) {
	return [...certificate.dnsNames, ...certificate.ipAddresses];
}
/**
* RFC 9525 §6.3: a wildcard stands for exactly one label, is the whole left-most one, and, as OpenSSL and the
* browsers have it, leaves at least two labels to its right.
*/
function matchesDnsName(presented, reference) {
	if (!presented.startsWith("*.")) return presented === reference;
	const parent = presented.slice(2);
	if (!parent.includes(".")) return false;
	const firstDot = reference.indexOf(".");
	return firstDot > 0 && reference.slice(firstDot + 1) === parent;
}
/** The local part to the letter, the host in any case (RFC 5280 §7.5). */
function isSameMailbox(a, b) {
	const [one, other] = [splitMailbox(a), splitMailbox(b)];
	if (!one || !other) return false;
	return one.local === other.local && one.host.toLowerCase() === other.host.toLowerCase();
}
/** The form in which certificates' addresses are held; undefined when `text` is no address. */
function canonicalAddress(text) {
	if (import_ipaddr.default.IPv4.isValidFourPartDecimal(text)) return import_ipaddr.default.IPv4.parse(text).toString();
	return import_ipaddr.default.IPv6.isValid(text) ? import_ipaddr.default.IPv6.parse(text).toString() : void 0;
}
// src/certificates/rules/keys.ts
const CURVES = [
	"P-256",
	"P-384",
	"P-521"
];
const MIN_EXPONENT = 3n;
/** The smallest RSA modulus: BR §6.1.5, and what Chrome's path builder asks for. */
const MIN_MODULUS_BITS = {
	strict: 2048,
	browser: 1024
};
/**
* What is wrong with the key of `certificate`; undefined when nothing is. `strict`: BR §6.1.5, §6.1.6, §7.1.3.1.
* `browser` takes Ed25519 besides, for it is secure: which clients do not know it is another matter.
*/
function judgeKey({ publicKey: key }, policy) {
	const actual = showPublicKey(key);
	if (key.kind === "ed25519" && policy === "browser") return void 0;
	if (key.kind === "ed25519" || key.kind === "other") return {
		kind: "unsupported",
		actual,
		required: "an RSA or EC key"
	};
	if (key.kind === "ec") {
		if (key.curve !== void 0 && CURVES.includes(key.curve)) return void 0;
		return {
			kind: "unsupported",
			actual,
			required: CURVES.join(", ")
		};
	}
	const minimum = MIN_MODULUS_BITS[policy];
	if (key.modulusBits < minimum) return {
		kind: "weak",
		actual,
		required: `at least ${minimum} bits`
	};
	if (key.exponent < MIN_EXPONENT || key.exponent % 2n === 0n) return {
		kind: "weak",
		actual: `exponent ${key.exponent}`,
		required: `odd, at least ${MIN_EXPONENT}`
	};
	if (policy === "browser") return void 0;
	if (key.modulusBits % 8 !== 0) return {
		kind: "weak",
		actual,
		required: "a size divisible by 8"
	};
	if (key.hasNullParameters) return void 0;
	return {
		kind: "unsupported",
		actual: "parameters of the RSA key",
		required: "NULL (RFC 3279 §2.3.1)"
	};
}
// src/certificates/policy-extensions.ts
/** Reads the four policy extensions (RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14). @throws DerError */
function readPolicyExtensions(extensions) {
	const inhibit = extensionValue(extensions, OID.inhibitAnyPolicy);
	return {
		policies: readPolicies(extensionValue(extensions, OID.certificatePolicies)),
		mappings: readMappings(extensionValue(extensions, OID.policyMappings)),
		...readConstraints(extensionValue(extensions, OID.policyConstraints)),
		inhibitAnyPolicy: inhibit && readSkipCount(expectTag(inhibit, TAG.integer))
	};
}
function readPolicies(value) {
	if (!value) return void 0;
	const policies = /* @__PURE__ */ new Set();
	for (const information of readList$1(value)) {
		const fields = new DerFields(expectTag(information, TAG.sequence));
		const policy = readOid(fields.required(TAG.oid));
		fields.optional(TAG.sequence);
		fields.end();
		if (policies.has(policy)) throw new DerError(`policy ${policy} occurs twice`);
		policies.add(policy);
	}
	return policies;
}
function readMappings(value) {
	if (!value) return [];
	return readList$1(value).map((mapping) => {
		const fields = new DerFields(expectTag(mapping, TAG.sequence));
		const issuerDomain = readOid(fields.required(TAG.oid));
		const subjectDomain = readOid(fields.required(TAG.oid));
		fields.end();
		if ([issuerDomain, subjectDomain].includes(OID.anyPolicy)) throw new DerError("a mapping of anyPolicy");
		return {
			issuerDomain,
			subjectDomain
		};
	});
}
function readConstraints(value) {
	if (!value) return {
		requireExplicitPolicy: void 0,
		inhibitPolicyMapping: void 0
	};
	const fields = new DerFields(expectTag(value, TAG.sequence));
	const explicit = fields.optional(contextTag(0, "primitive"));
	const mapping = fields.optional(contextTag(1, "primitive"));
	fields.end();
	if (!explicit && !mapping) throw new DerError("policyConstraints without a constraint");
	return {
		requireExplicitPolicy: explicit && readSkipCount(explicit),
		inhibitPolicyMapping: mapping && readSkipCount(mapping)
	};
}
function readList$1(value) {
	const elements = readChildren(expectTag(value, TAG.sequence));
	if (elements.length === 0) throw new DerError("a list without an element");
	return elements;
}
function readSkipCount(element) {
	const count = readInteger(element);
	if (count < 0n) throw new DerError("a negative SkipCerts");
	return Number(count);
}
// src/certificates/rules/rule.ts
const STRICT = ["strict"];
const BOTH = ["strict", "browser"];
const EVERY_ROLE = [
	"leaf",
	"intermediate",
	"anchor"
];
const AUTHORITIES = ["intermediate", "anchor"];
/**
* A certificate that says in both places that it is an authority's. At the end of a path RFC 5280 treats it like
* any other, and the BR's profile of Subscriber certificates (§7.1.2.7) is not the one that is meant for it.
*/
function isAuthority({ isCa, keyUsage }) {
	return isCa && keyUsage !== void 0 && keyUsage.includes(KEY_USAGE.keyCertSign);
}
// src/certificates/rules/extension-form.ts
/** Which extensions must, or must not, be critical (RFC 5280 §4.2.1, §4.2.2). */
const CRITICALITY = /* @__PURE__ */ new Map([
	[OID.subjectDirectoryAttributes, false],
	[OID.subjectKeyIdentifier, false],
	[OID.nameConstraints, true],
	[OID.authorityKeyIdentifier, false],
	[OID.policyConstraints, true],
	[OID.freshestCrl, false],
	[OID.inhibitAnyPolicy, true],
	[OID.authorityInfoAccess, false],
	[OID.subjectInfoAccess, false]
]);
/** Extensions that are a SEQUENCE of at least one element. */
const LISTS = [
	OID.subjectDirectoryAttributes,
	OID.issuerAltName,
	OID.crlDistributionPoints,
	OID.freshestCrl,
	OID.authorityInfoAccess,
	OID.subjectInfoAccess
];
/** How extensions are written and marked (RFC 5280 §4.2). */
const EXTENSION_RULES = [
	{
		id: "extension-criticality",
		citation: "RFC 5280 §4.2.1, §4.2.2",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ extensions, isCa }) => {
			for (const [oid, { critical }] of extensions) {
				const required = oid === OID.basicConstraints && isCa ? true : CRITICALITY.get(oid);
				if (required === void 0 || required === critical) continue;
				return {
					actual: `${oid} ${showCriticality(critical)}`,
					required: showCriticality(required)
				};
			}
		}
	},
	{
		id: "extension-malformed",
		citation: "RFC 5280 §4.2.1, §4.2.2",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: checkLists
	},
	{
		id: "policy-extension-malformed",
		citation: "RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14",
		policies: BOTH,
		roles: EVERY_ROLE,
		evaluate: ({ extensions }) => {
			try {
				readPolicyExtensions(extensions);
				return;
			} catch (error) {
				return malformed$1(error, "policies");
			}
		}
	},
	{
		id: "name-constraints-without-ca",
		citation: "RFC 5280 §4.2.1.10",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ nameConstraints, isCa }) => nameConstraints && !isCa ? {
			actual: "nameConstraints",
			required: "only in an authority certificate"
		} : void 0
	},
	{
		id: "name-constraints-empty",
		citation: "RFC 5280 §4.2.1.10",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ nameConstraints }) => nameConstraints && subtreesOf(nameConstraints).length === 0 ? {
			actual: "no subtree",
			required: "a permitted or an excluded subtree"
		} : void 0
	},
	{
		id: "address-range",
		citation: "RFC 5280 §4.2.1.10, RFC 4632 §3.1",
		policies: BOTH,
		roles: EVERY_ROLE,
		evaluate: ({ nameConstraints }) => findSubtree(nameConstraints, ({ base }) => !isRange(base), "a CIDR range")
	},
	{
		id: "subtree-distance",
		citation: "RFC 5280 §4.2.1.10",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ nameConstraints }) => findSubtree(nameConstraints, ({ hasDistance }) => hasDistance, "neither minimum nor maximum")
	},
	{
		id: "subtree-domain",
		citation: "RFC 5280 §4.2.1.10",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ nameConstraints }) => findSubtree(nameConstraints, ({ base }) => base.kind === "dns" && base.text !== "" && !isPreferredDnsName(base.text), "a domain in the preferred syntax")
	}
];
function showCriticality(critical) {
	return critical ? "critical" : "not critical";
}
function checkLists({ extensions }) {
	for (const oid of LISTS) try {
		if (extensionValue(extensions, oid)?.content.length === 0) return {
			actual: `an empty list in ${oid}`,
			required: "at least one element"
		};
	} catch (error) {
		return malformed$1(error, oid);
	}
}
function malformed$1(error, place) {
	if (!(error instanceof DerError)) throw error;
	return {
		actual: `${error.message} in ${place}`,
		required: "the DER of its grammar"
	};
}
function subtreesOf({ permitted, excluded }) {
	return [...permitted, ...excluded];
}
function findSubtree(constraints, isWrong, required) {
	const wrong = constraints && subtreesOf(constraints).find(isWrong);
	return wrong && {
		actual: showGeneralName(wrong.base),
		required
	};
}
/** Whether the mask of an address range is ones and then zeros. */
function isRange(base) {
	if (base.kind !== "ip") return true;
	const bits = [...base.octets.subarray(base.octets.length / 2)].map((octet) => octet.toString(2).padStart(8, "0")).join("");
	return /^1*0*$/.test(bits);
}
// src/certificates/rules/form.ts
/** RFC 5280 §4.1.2.2. */
const MAX_SERIAL_OCTETS = 20;
/** From this year on, times are GeneralizedTime (RFC 5280 §4.1.2.5). */
const GENERALIZED_TIME_FROM = 2050;
/** How the fields of a certificate are written (RFC 5280 §4.1). */
const FORM_RULES = [
	{
		id: "signature-algorithms-differ",
		citation: "RFC 5280 §4.1.1.2",
		policies: BOTH,
		roles: EVERY_ROLE,
		evaluate: ({ form, signatureAlgorithm }) => form.tbsAlgorithmDer.equals(signatureAlgorithm.der) ? void 0 : {
			actual: form.tbsAlgorithmDer.toString("hex"),
			required: signatureAlgorithm.der.toString("hex")
		}
	},
	{
		id: "version",
		citation: "RFC 5280 §4.1.2.1, BR §7.1.1",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ form }) => form.version === 3 ? void 0 : {
			actual: `version ${form.version}`,
			required: "version 3"
		}
	},
	{
		id: "serial-number",
		citation: "RFC 5280 §4.1.2.2",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ form: { serialOctets } }) => {
			const negative = ((serialOctets[0] ?? 0) & 128) !== 0;
			const zero = serialOctets.every((octet) => octet === 0);
			if (!negative && !zero && serialOctets.length <= MAX_SERIAL_OCTETS) return void 0;
			return {
				actual: negative ? "a negative number" : zero ? "zero" : `${serialOctets.length} octets`,
				required: `a positive number of at most ${MAX_SERIAL_OCTETS} octets`
			};
		}
	},
	{
		id: "unique-identifiers",
		citation: "RFC 5280 §4.1.2.8, BR §7.1.2.7",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ form }) => form.hasUniqueIds ? {
			actual: "a unique identifier",
			required: "none"
		} : void 0
	},
	{
		id: "time-form",
		citation: "RFC 5280 §4.1.2.5",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ form, notBefore, notAfter }) => {
			const wrong = [notBefore, notAfter].find((time, index) => {
				const tag = time.getUTCFullYear() < GENERALIZED_TIME_FROM ? TAG.utcTime : TAG.generalizedTime;
				return form.timeTags[index] !== tag;
			});
			if (!wrong) return void 0;
			const [actual, required] = wrong.getUTCFullYear() >= GENERALIZED_TIME_FROM ? ["UTCTime", "GeneralizedTime"] : ["GeneralizedTime", `UTCTime until 2049`];
			return {
				actual: `${wrong.toISOString()} as ${actual}`,
				required
			};
		}
	},
	{
		id: "default-written",
		citation: "X.690 §11.5",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ form, extensions }) => {
			const [oid] = [...extensions].find(([, { defaultWritten }]) => defaultWritten) ?? [];
			const actual = form.defaultVersionWritten ? "version 1" : form.defaultCaWritten ? "cA FALSE" : oid && `critical FALSE of extension ${oid}`;
			return actual === void 0 ? void 0 : {
				actual,
				required: "a DEFAULT is left out"
			};
		}
	},
	{
		id: "key-usage-encoding",
		citation: "X.690 §11.2.2",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ form }) => form.keyUsageMinimal ? void 0 : {
			actual: "trailing zero bits",
			required: "none in keyUsage"
		}
	}
];
// src/certificates/rules/key-identifiers.ts
/** Key identifiers help to find a path; no browser asks for them (RFC 5280 §4.2.1.1, §4.2.1.2). */
const KEY_IDENTIFIER_RULES = [
	{
		id: "subject-key-id-missing",
		citation: "RFC 5280 §4.2.1.2",
		policies: STRICT,
		roles: AUTHORITIES,
		evaluate: ({ subjectKeyId }) => subjectKeyId === void 0 ? {
			actual: "no subjectKeyIdentifier",
			required: "one in every authority certificate"
		} : void 0
	},
	{
		id: "authority-key-id-missing",
		citation: "RFC 5280 §4.2.1.1",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ authorityKeyIdentifier, authorityKeyId, selfIssued }, role) => {
			if (authorityKeyId !== void 0) return void 0;
			if (role === "anchor" && selfIssued && !authorityKeyIdentifier) return void 0;
			return {
				actual: "no keyIdentifier in authorityKeyIdentifier",
				required: "one"
			};
		}
	},
	{
		id: "authority-key-id-fields",
		citation: "BR §7.1.2.1.3, §7.1.2.11.1",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ authorityKeyIdentifier: id }) => id && (id.hasIssuer || id.hasSerialNumber) ? {
			actual: "authorityCertIssuer or authorityCertSerialNumber",
			required: "keyIdentifier alone"
		} : void 0
	},
	{
		id: "root-key-ids-differ",
		citation: "BR §7.1.2.1.3",
		policies: STRICT,
		roles: ["anchor"],
		evaluate: ({ selfIssued, authorityKeyId, subjectKeyId }) => selfIssued && authorityKeyId !== void 0 && authorityKeyId !== subjectKeyId ? {
			actual: authorityKeyId,
			required: `its own subjectKeyIdentifier ${subjectKeyId}`
		} : void 0
	}
];
// src/certificates/rules/names.ts
/** Subject, issuer and alternative names (RFC 5280 §4.1.2.4, §4.1.2.6, §4.2.1.6). */
const NAME_RULES = [
	{
		id: "empty-issuer",
		citation: "RFC 5280 §4.1.2.4",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ issuerName }) => refuseEmpty(issuerName.rdnKeys, "an issuer")
	},
	{
		id: "empty-authority-subject",
		citation: "RFC 5280 §4.1.2.6",
		policies: STRICT,
		roles: AUTHORITIES,
		evaluate: ({ subjectName }) => refuseEmpty(subjectName.rdnKeys, "a subject")
	},
	{
		id: "empty-alternative-name",
		citation: "RFC 5280 §4.2.1.6",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ alternativeNames }) => alternativeNames && refuseEmpty(alternativeNames, "a name in subjectAltName")
	},
	{
		id: "alternative-name-missing",
		citation: "BR §7.1.2.7.12",
		policies: STRICT,
		roles: ["leaf"],
		evaluate: (certificate) => certificate.alternativeNames || isAuthority(certificate) ? void 0 : {
			actual: "no subjectAltName",
			required: "subjectAltName"
		}
	},
	{
		id: "alternative-name-criticality",
		citation: "RFC 5280 §4.2.1.6, BR §7.1.2.7.12",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ subjectName, extensions }) => {
			const extension = extensions.get(OID.subjectAltName);
			const emptySubject = subjectName.rdnKeys.length === 0;
			if (!extension || extension.critical === emptySubject) return void 0;
			return emptySubject ? {
				actual: "not critical",
				required: "critical, for the subject is empty"
			} : {
				actual: "critical",
				required: "not critical, for there is a subject"
			};
		}
	},
	{
		id: "alternative-name-form",
		citation: "RFC 5280 §4.2.1.6, BR §7.1.2.7.12",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ alternativeNames }) => {
			const malformed = alternativeNames?.find((name) => !isWellFormed(name));
			return malformed && {
				actual: showGeneralName(malformed),
				required: NAME_FORMS[malformed.kind]
			};
		}
	},
	{
		id: "common-name",
		citation: "BR §7.1.4.3",
		policies: STRICT,
		roles: ["leaf"],
		evaluate: checkCommonName
	}
];
const NAME_FORMS = {
	dns: "a name in the preferred syntax, or *. and one of at least two labels",
	email: "Local-part@Domain",
	uri: "an absolute URI with a host",
	ip: "4 or 16 octets",
	directory: "a name that is not empty",
	other: "any"
};
function refuseEmpty(names, required) {
	return names.length > 0 ? void 0 : {
		actual: "nothing",
		required
	};
}
function isWellFormed(name) {
	switch (name.kind) {
		case "dns": return isPreferredDnsName(name.text) || isWildcardDnsName(name.text, isPreferredDnsName);
		case "email": return splitMailbox(name.text) !== void 0;
		case "uri": return /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(name.text);
		case "directory": return name.name.rdnKeys.length > 0;
		case "ip":
		case "other": return true;
	}
}
/** Names and addresses of the host itself (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
const LOOPBACK = /^(([^.]+\.)*localhost|127(\.\d+){3}|::1)$/i;
/**
* The BR ask that a CN repeats an alternative name character for character. Held against it is a CN that spells one
* in another way, or is a host beside them. Two kinds pass, for RFC 5280 leaves the subject free and neither can be
* taken for a host of the certificate's: the domain above an alternative name, and a domain where there are
* addresses alone. Certificates for the host itself pass too: the BR are for servers on the Internet (§1.1).
*/
function checkCommonName(certificate) {
	const { subjectName, dnsNames, ipAddresses } = certificate;
	const names = [...dnsNames, ...ipAddresses];
	if (isAuthority(certificate) || names.length === 0) return void 0;
	if (names.some((name) => LOOPBACK.test(name))) return void 0;
	const { length } = subjectName.commonNames;
	if (length > 1) return {
		actual: `${length} commonName attributes`,
		required: "at most one"
	};
	const foreign = subjectName.commonNames.find((name) => !names.includes(name) && !isDomainAbove(name, dnsNames));
	return foreign === void 0 ? void 0 : {
		actual: foreign,
		required: "one of the alternative names"
	};
}
function isDomainAbove(name, dnsNames) {
	if (!name.includes(".") || !isPreferredDnsName(name)) return false;
	return dnsNames.length === 0 || dnsNames.some((dnsName) => dnsName.endsWith(`.${name}`));
}
// src/certificates/rules/usage.ts
/** Purposes that a certificate for TLS servers must not have (BR §7.1.2.7.10, §7.1.2.10.6). */
const FOREIGN_PURPOSES = /* @__PURE__ */ new Set([
	"1.3.6.1.5.5.7.3.3",
	"1.3.6.1.5.5.7.3.4",
	"1.3.6.1.5.5.7.3.8",
	"1.3.6.1.5.5.7.3.9",
	"1.3.6.1.4.1.11129.2.4.4",
	OID.anyExtendedKeyUsage
]);
/** basicConstraints, keyUsage and extendedKeyUsage (RFC 5280 §4.2.1.3, §4.2.1.9, §4.2.1.12). */
const USAGE_RULES = [
	{
		id: "authority-key-usage-missing",
		citation: "RFC 5280 §4.2.1.3",
		policies: STRICT,
		roles: AUTHORITIES,
		evaluate: ({ keyUsage }) => keyUsage ? void 0 : {
			actual: "no keyUsage",
			required: "keyUsage in every authority certificate"
		}
	},
	{
		id: "key-usage-empty",
		citation: "RFC 5280 §4.2.1.3",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ keyUsage }) => keyUsage?.length === 0 ? {
			actual: "no bit of keyUsage",
			required: "at least one"
		} : void 0
	},
	{
		id: "key-cert-sign-without-ca",
		citation: "RFC 5280 §4.2.1.3, §4.2.1.9",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: ({ keyUsage, isCa }) => keyUsage?.includes(KEY_USAGE.keyCertSign) && !isCa ? {
			actual: "keyCertSign and no cA",
			required: "both or neither"
		} : void 0
	},
	{
		id: "subscriber-is-ca",
		citation: "BR §7.1.2.7.8",
		policies: STRICT,
		roles: ["leaf"],
		evaluate: (certificate) => certificate.isCa && !isAuthority(certificate) ? {
			actual: "cA without keyCertSign",
			required: "no cA in a server certificate"
		} : void 0
	},
	{
		id: "path-length-without-ca",
		citation: "RFC 5280 §4.2.1.9",
		policies: STRICT,
		roles: EVERY_ROLE,
		evaluate: (certificate) => certificate.pathLength !== void 0 && !isAuthority(certificate) ? {
			actual: "pathLenConstraint",
			required: "none without cA and keyCertSign"
		} : void 0
	},
	{
		id: "extended-key-usage-missing",
		citation: "BR §7.1.2.7.6",
		policies: STRICT,
		roles: ["leaf"],
		evaluate: (certificate) => certificate.extendedKeyUsage || isAuthority(certificate) ? void 0 : {
			actual: "no extendedKeyUsage",
			required: "id-kp-serverAuth"
		}
	},
	{
		id: "extended-key-usage-critical",
		citation: "BR §7.1.2.7.6, §7.1.2.10.6",
		policies: STRICT,
		roles: ["leaf", "intermediate"],
		evaluate: ({ extensions }) => extensions.get(OID.extendedKeyUsage)?.critical ? {
			actual: "critical",
			required: "not critical"
		} : void 0
	},
	{
		id: "extended-key-usage-foreign",
		citation: "BR §7.1.2.7.10, §7.1.2.10.6",
		policies: STRICT,
		roles: ["leaf", "intermediate"],
		evaluate: ({ extendedKeyUsage }) => {
			const foreign = extendedKeyUsage?.find((purpose) => FOREIGN_PURPOSES.has(purpose));
			return foreign === void 0 ? void 0 : {
				actual: foreign,
				required: "server and client authentication alone"
			};
		}
	},
	{
		id: "root-extended-key-usage",
		citation: "BR §7.1.2.1.2",
		policies: STRICT,
		roles: ["anchor"],
		evaluate: ({ selfIssued, extendedKeyUsage }) => selfIssued && extendedKeyUsage ? {
			actual: "extendedKeyUsage",
			required: "none in a root certificate"
		} : void 0
	}
];
// src/certificates/rules/profile.ts
/** All rules for a certificate by itself, in the order in which they are evaluated. */
const CERTIFICATE_RULES = [
	...FORM_RULES,
	...NAME_RULES,
	...KEY_IDENTIFIER_RULES,
	...USAGE_RULES,
	...EXTENSION_RULES
];
/** The first rule of `policy` that `certificate` breaks in `role`; undefined when it keeps them all. */
function findBrokenRule(certificate, role, policy) {
	for (const rule of CERTIFICATE_RULES) {
		if (!rule.policies.includes(policy) || !rule.roles.includes(role)) continue;
		const violation = rule.evaluate(certificate, role);
		if (violation) return {
			rule,
			...violation
		};
	}
}
// src/certificates/signature.ts
/** Schemes by OID (RFC 4055 §5, RFC 5758 §3.2, RFC 8410 §3). */
const SCHEMES = {
	"1.2.840.113549.1.1.11": {
		name: "RSA with SHA-256",
		key: "rsa",
		hash: "sha256"
	},
	"1.2.840.113549.1.1.12": {
		name: "RSA with SHA-384",
		key: "rsa",
		hash: "sha384"
	},
	"1.2.840.113549.1.1.13": {
		name: "RSA with SHA-512",
		key: "rsa",
		hash: "sha512"
	},
	"1.2.840.10045.4.3.2": {
		name: "ECDSA with SHA-256",
		key: "ec",
		hash: "sha256"
	},
	"1.2.840.10045.4.3.3": {
		name: "ECDSA with SHA-384",
		key: "ec",
		hash: "sha384"
	},
	"1.2.840.10045.4.3.4": {
		name: "ECDSA with SHA-512",
		key: "ec",
		hash: "sha512"
	},
	"1.3.101.112": {
		name: "Ed25519",
		key: "ed25519",
		hash: void 0
	}
};
/** Schemes that could be forged (BR §7.1.3.2: none of them is allowed). */
const WEAK = {
	"1.2.840.113549.1.1.2": "RSA with MD2",
	"1.2.840.113549.1.1.4": "RSA with MD5",
	"1.2.840.113549.1.1.5": "RSA with SHA-1",
	"1.3.14.3.2.29": "RSA with SHA-1",
	"1.2.840.10040.4.3": "DSA with SHA-1",
	"1.2.840.10045.4.1": "ECDSA with SHA-1"
};
const RSA_PSS = "1.2.840.113549.1.1.10";
/** RSASSA-PSS-params of the three combinations that are allowed, octet for octet (BR §7.1.3.2.1). */
const PSS_SCHEMES = new Map([
	{
		hash: "sha256",
		name: "SHA-256",
		arc: "01",
		salt: 32
	},
	{
		hash: "sha384",
		name: "SHA-384",
		arc: "02",
		salt: 48
	},
	{
		hash: "sha512",
		name: "SHA-512",
		arc: "03",
		salt: 64
	}
].map(({ hash, name, arc, salt }) => {
	const hashDer = `300d06096086480165030402${arc}0500`;
	return [`3034a00f${hashDer}a11c${`301a06092a864886f70d010108${hashDer}`}a2030201${salt.toString(16)}`, {
		name: `RSA-PSS with ${name}`,
		key: "rsa",
		hash,
		salt
	}];
}));
/** What the algorithm identifier asks for; parameters that do not belong to the scheme make it unknown. */
function readScheme({ oid, parameters }) {
	const weak = WEAK[oid];
	if (weak !== void 0) return {
		kind: "weak",
		name: weak
	};
	const scheme = oid === RSA_PSS ? PSS_SCHEMES.get(parameters?.toString("hex") ?? "") : SCHEMES[oid];
	if (!scheme) return {
		kind: "unknown",
		name: oid
	};
	if (oid === RSA_PSS || hasOwnParameters(scheme, parameters)) return {
		kind: "scheme",
		scheme,
		name: scheme.name
	};
	return {
		kind: "unknown",
		name: `${scheme.name} with foreign parameters`
	};
}
/** NULL for RSA, which some authorities leave out (RFC 4055 §5), and none for the others. */
function hasOwnParameters({ key }, parameters) {
	if (parameters === void 0) return true;
	return key === "rsa" && parameters.equals(Buffer.of(TAG.null, 0));
}
/** Whether the key of `issuer` made the signature of `signed`. False for schemes and keys that are not known. */
function isSignedBy(signed, issuer) {
	const reading = readScheme(signed.signatureAlgorithm);
	if (reading.kind !== "scheme" || issuer.publicKey.kind !== reading.scheme.key) return false;
	try {
		const { hash, salt } = reading.scheme;
		const key = issuer.x509.publicKey;
		return verify(hash ?? null, signed.tbsDer, salt === void 0 ? key : pssKey(key, salt), signed.signature);
	} catch {
		return false;
	}
}
function pssKey(key, saltLength) {
	return {
		key,
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength
	};
}
// src/certificates/path-rules.ts
/**
* Extensions that may be critical: those with a rule here or in reference-identity.ts, the key identifiers, and
* the policy extensions, which matter only to those who ask for a policy; TLS clients accept any (§6.1.1 c).
*/
const PROCESSED_EXTENSIONS = /* @__PURE__ */ new Set([
	"2.5.29.14",
	"2.5.29.15",
	"2.5.29.17",
	"2.5.29.19",
	"2.5.29.30",
	"2.5.29.32",
	"2.5.29.33",
	"2.5.29.35",
	"2.5.29.36",
	"2.5.29.37",
	"2.5.29.54"
]);
/** The first rule that `leaf` breaks; undefined when it keeps them all. */
function checkLeaf(leaf, terms) {
	return checkValidity(leaf, terms.time) ?? checkSignatureAlgorithm(leaf) ?? checkReference(leaf, terms) ?? checkExtendedKeyUsage(leaf, terms) ?? checkCriticalExtensions(leaf) ?? checkByItself(leaf, "leaf", terms);
}
/**
* The first rule for an intermediate that `issuer` breaks when it follows `path`; undefined when it keeps them
* all. That it signed the end of `path` is already known.
*/
function checkIntermediate(issuer, path, terms) {
	return checkValidity(issuer, terms.time) ?? checkSignatureAlgorithm(issuer) ?? checkPathLength(issuer, path) ?? checkDepth(issuer, path, terms) ?? checkMaySign(issuer) ?? checkCriticalExtensions(issuer) ?? checkNameConstraints(issuer, path, terms) ?? checkExtendedKeyUsage(issuer, terms) ?? checkByItself(issuer, "intermediate", terms) ?? checkPair(lastOf$1(path), issuer, terms);
}
/**
* The same for a trust anchor. It counts by name and key (RFC 5280 §6.1.1 d), as browsers have it; `strict` holds
* its certificate against what an authority's must be too, constraints included (RFC 5937 §3).
*/
function checkAnchor(anchor, path, terms) {
	if (terms.policy === "browser") return void 0;
	return checkValidity(anchor, terms.time) ?? checkPathLength(anchor, path) ?? checkMaySign(anchor) ?? checkCriticalExtensions(anchor) ?? checkNameConstraints(anchor, path, terms) ?? checkByItself(anchor, "anchor", terms) ?? checkPair(lastOf$1(path), anchor, terms);
}
/** RFC 5280 §6.1.3 (a)(2); both ends belong to the period (§4.1.2.5), which is counted in whole seconds. */
function checkValidity(certificate, time) {
	const { notBefore, notAfter } = certificate;
	const second = Math.floor(time.getTime() / 1e3) * 1e3;
	if (second > notAfter.getTime()) return {
		code: "expired",
		certificate,
		notAfter,
		time
	};
	if (second < notBefore.getTime()) return {
		code: "not-yet-valid",
		certificate,
		notBefore,
		time
	};
}
/** RFC 5280 §6.1.4 (k) and (n). */
function checkMaySign(certificate) {
	if (!certificate.isCa) return {
		code: "not-a-ca",
		certificate
	};
	const { keyUsage } = certificate;
	if (!keyUsage || keyUsage.includes(KEY_USAGE.keyCertSign)) return void 0;
	return {
		code: "may-not-sign",
		certificate
	};
}
/** RFC 5280 §4.2.1.9, §6.1.4 (l) and (m): self-issued intermediates do not count, nor does the leaf. */
function checkPathLength(certificate, path) {
	const { pathLength } = certificate;
	const below = path.slice(1).filter(({ selfIssued }) => !selfIssued).length;
	if (pathLength === void 0 || below <= pathLength) return void 0;
	return {
		code: "path-length-exceeded",
		certificate,
		pathLength,
		below
	};
}
/** The caller's own limit. */
function checkDepth(certificate, path, { maxIntermediates }) {
	if (maxIntermediates === void 0) return void 0;
	if ([...path.slice(1), certificate].filter(({ selfIssued }) => !selfIssued).length <= maxIntermediates) return void 0;
	return {
		code: "chain-too-long",
		certificate,
		limit: maxIntermediates
	};
}
/** RFC 5280 §6.1.3 (b) and (c): all below must comply, self-issued intermediates excepted. */
function checkNameConstraints(issuer, path, { comparisons }) {
	const { nameConstraints } = issuer;
	if (!nameConstraints) return void 0;
	for (const [index, certificate] of path.entries()) {
		if (index > 0 && certificate.selfIssued) continue;
		const name = findForbiddenName(certificate, nameConstraints, comparisons);
		if (name !== void 0) return {
			code: "name-not-permitted",
			certificate,
			name,
			issuer
		};
	}
}
/**
* RFC 5280 §4.2.1.12. On a CA certificate it limits what is below, as every TLS client has it (BR §7.1.2.10.6).
* Like OpenSSL and Mozilla, and unlike the RFC, anyExtendedKeyUsage does not stand for serverAuth.
*/
function checkExtendedKeyUsage(certificate, { purpose }) {
	const { extendedKeyUsage } = certificate;
	if (!extendedKeyUsage || extendedKeyUsage.includes(purpose)) return void 0;
	return {
		code: "wrong-extended-key-usage",
		certificate,
		extendedKeyUsage,
		required: purpose
	};
}
/** RFC 5280 §4.2, §6.1.4 (o), §6.1.5 (f). */
function checkCriticalExtensions(certificate) {
	const extension = certificate.criticalExtensions.find((oid) => !PROCESSED_EXTENSIONS.has(oid));
	return extension === void 0 ? void 0 : {
		code: "unknown-critical-extension",
		certificate,
		extension
	};
}
/** RFC 5280 §6.1.3 (a)(1): a signature that anyone could make proves nothing. */
function checkSignatureAlgorithm(certificate) {
	const { kind, name: algorithm } = readScheme(certificate.signatureAlgorithm);
	if (kind === "scheme") return void 0;
	return {
		code: kind === "weak" ? "weak-signature" : "unsupported-signature",
		certificate,
		algorithm
	};
}
function checkReference(leaf, { reference }) {
	if (!reference || matchesIdentity(leaf, reference)) return void 0;
	return {
		code: "name-mismatch",
		certificate: leaf,
		reference
	};
}
/** The rules in rules/. */
function checkByItself(certificate, role, { policy }) {
	const key = judgeKey(certificate, policy);
	if (key) {
		const { kind, ...values } = key;
		return {
			code: `${kind}-key`,
			certificate,
			...values
		};
	}
	const broken = findBrokenRule(certificate, role, policy);
	if (!broken) return void 0;
	const { rule, ...values } = broken;
	return {
		code: "profile-violation",
		certificate,
		rule: rule.id,
		citation: rule.citation,
		...values
	};
}
/** Hashes by curve (BR §7.1.3.2.2). */
const HASH_OF_CURVE = {
	"P-256": "ECDSA with SHA-256",
	"P-384": "ECDSA with SHA-384",
	"P-521": "ECDSA with SHA-512"
};
/** `strict` alone: what a certificate and its issuer must have in common beside name and key. */
function checkPair(certificate, issuer, { policy }) {
	if (policy === "browser") return void 0;
	const violation = {
		code: "profile-violation",
		certificate
	};
	const { authorityKeyId, signatureAlgorithm } = certificate;
	if (authorityKeyId !== void 0 && authorityKeyId !== issuer.subjectKeyId) {
		const required = `${issuer.subjectKeyId}, the subjectKeyIdentifier of its issuer`;
		const citation = "BR §7.1.2.11.1, RFC 5280 §4.2.1.2";
		return {
			...violation,
			rule: "authority-key-id-mismatch",
			citation,
			actual: authorityKeyId,
			required
		};
	}
	const required = issuer.publicKey.kind === "ec" ? HASH_OF_CURVE[issuer.publicKey.curve ?? ""] : void 0;
	const actual = readScheme(signatureAlgorithm).name;
	if (required !== void 0 && actual !== required) return {
		...violation,
		rule: "ecdsa-hash",
		citation: "BR §7.1.3.2.2",
		actual,
		required
	};
	if (issuer.publicKey.kind === "rsa" && !signatureAlgorithm.parameters) {
		const values = {
			actual: "no parameters",
			required: "NULL"
		};
		return {
			...violation,
			rule: "rsa-signature-parameters",
			citation: "BR §7.1.3.2.1",
			...values
		};
	}
}
function lastOf$1(path) {
	return path.at(-1) ?? path[0];
}
// src/certificates/policy-tree.ts
/**
* Whether a path has a policy that is acceptable, or needs none (RFC 5280 §6.1.2 to §6.1.5). `path` is leaf
* first, without the trust anchor; its extensions are well-formed.
*/
function hasAcceptablePolicy(path, inputs) {
	const skip = path.length + 1;
	const state = {
		level: /* @__PURE__ */ new Map([[OID.anyPolicy, anyPolicyNode()]]),
		explicitPolicy: inputs.requireExplicit ? 0 : skip,
		policyMapping: inputs.inhibitMapping ? 0 : skip,
		inhibitAnyPolicy: inputs.inhibitAny ? 0 : skip
	};
	for (const [index, certificate] of [...path.entries()].toReversed()) {
		const isLast = index === 0;
		const said = readPolicyExtensions(certificate.extensions);
		const takesAny = state.inhibitAnyPolicy > 0 || !isLast && certificate.selfIssued;
		state.level = nextLevel(state.level, said.policies, takesAny);
		if (state.explicitPolicy <= 0 && state.level.size === 0) return false;
		if (isLast) wrapUp(state, said);
		else prepareForNext(state, said, certificate.selfIssued);
	}
	return state.explicitPolicy > 0 || isAcceptable(state.level, inputs.acceptable);
}
function anyPolicyNode() {
	return {
		expected: /* @__PURE__ */ new Set([OID.anyPolicy]),
		domains: /* @__PURE__ */ new Set([OID.anyPolicy])
	};
}
/** RFC 5280 §6.1.3 (d) and (e). */
function nextLevel(level, policies, takesAny) {
	const next = /* @__PURE__ */ new Map();
	const grow = (policy, domains) => {
		const known = next.get(policy)?.domains ?? [];
		next.set(policy, {
			expected: /* @__PURE__ */ new Set([policy]),
			domains: /* @__PURE__ */ new Set([...known, ...domains])
		});
	};
	if (!policies) return next;
	for (const { expected, domains } of level.values()) for (const policy of expected) if (policy !== OID.anyPolicy && policies.has(policy)) grow(policy, domains);
	for (const policy of level.has(OID.anyPolicy) ? policies : []) if (policy !== OID.anyPolicy && !next.has(policy)) grow(policy, /* @__PURE__ */ new Set([policy]));
	if (!policies.has(OID.anyPolicy) || !takesAny) return next;
	for (const { expected, domains } of level.values()) for (const policy of expected) if (policy === OID.anyPolicy || !policies.has(policy)) grow(policy, domains);
	return next;
}
/** RFC 5280 §6.1.4 (b), (h), (i) and (j). */
function prepareForNext(state, said, selfIssued) {
	state.level = mapPolicies(state, said);
	if (!selfIssued) {
		state.explicitPolicy -= 1;
		state.policyMapping -= 1;
		state.inhibitAnyPolicy -= 1;
	}
	state.explicitPolicy = Math.min(state.explicitPolicy, said.requireExplicitPolicy ?? 1e400);
	state.policyMapping = Math.min(state.policyMapping, said.inhibitPolicyMapping ?? 1e400);
	state.inhibitAnyPolicy = Math.min(state.inhibitAnyPolicy, said.inhibitAnyPolicy ?? 1e400);
}
/** RFC 5280 §6.1.4 (b): what the issuer calls one thing, its subject expects under other names. */
function mapPolicies({ level, policyMapping }, { mappings }) {
	const mapped = new Map(level);
	const expectedBy = /* @__PURE__ */ new Map();
	for (const { issuerDomain, subjectDomain } of mappings) {
		const expected = expectedBy.get(issuerDomain) ?? /* @__PURE__ */ new Set();
		expectedBy.set(issuerDomain, expected.add(subjectDomain));
	}
	for (const [policy, expected] of expectedBy) {
		const node = level.get(policy);
		if (policyMapping <= 0) mapped.delete(policy);
		else if (node) mapped.set(policy, {
			...node,
			expected
		});
		else if (level.has(OID.anyPolicy)) mapped.set(policy, {
			expected,
			domains: /* @__PURE__ */ new Set([policy])
		});
	}
	return mapped;
}
/** RFC 5280 §6.1.5 (a) and (b). */
function wrapUp(state, { requireExplicitPolicy }) {
	state.explicitPolicy -= 1;
	if (requireExplicitPolicy === 0) state.explicitPolicy = 0;
}
/** RFC 5280 §6.1.5 (g): whether the intersection of the tree with what the user accepts is not NULL. */
function isAcceptable(level, acceptable) {
	if (!acceptable || acceptable.has(OID.anyPolicy)) return level.size > 0;
	return level.has(OID.anyPolicy) || [...level.values()].some(({ domains }) => [...domains].some((policy) => acceptable.has(policy)));
}
// src/certificates/revocation.ts
/** Extensions of a CRL and of its entries that are processed here (RFC 5280 §5.2, §5.3). */
const PROCESSED = /* @__PURE__ */ new Set([
	OID.authorityKeyIdentifier,
	OID.crlNumber,
	OID.deltaCrlIndicator,
	OID.issuingDistributionPoint
]);
/** Every CRL has these, and neither is critical. */
const MARKED_NOT_CRITICAL = [OID.crlNumber, OID.authorityKeyIdentifier];
const PROCESSED_OF_ENTRIES = /* @__PURE__ */ new Set([OID.reasonCode, OID.invalidityDate]);
/** removeFromCRL (RFC 5280 §5.3.1): what was on hold is good again. */
const REMOVE_FROM_CRL = 8;
/** Whether a CRL in `crls` speaks of the issuer of `certificate` at all. */
function hasCrlOf({ issuerName }, crls) {
	return crls.some((crl) => crl.issuerName.key === issuerName.key);
}
/**
* The status of `certificate` by CRLs of its issuer (RFC 5280 §6.3.3). Any sound one in scope that revokes is believed. Only
* a complete one makes it good: not an indirect one, one of some reasons only, or a delta, which may add to it.
*/
function checkRevocation({ certificate, authorities, crls, time }) {
	let status = {
		kind: "unknown",
		reason: "no CRL of its issuer"
	};
	const { key } = certificate.issuerName;
	const issuers = authorities.filter(({ subjectName }) => subjectName.key === key);
	for (const crl of crls) {
		if (crl.issuerName.key !== key) continue;
		const reason = findFault(crl, time) ?? findIssuerFault(crl, issuers) ?? findOutOfScope(crl, certificate);
		if (reason !== void 0) {
			if (status.kind === "unknown") status = {
				kind: "unknown",
				reason
			};
			continue;
		}
		const entry = crl.revoked.get(certificate.serialNumber);
		if (entry && entry.reason !== REMOVE_FROM_CRL) return {
			kind: "revoked",
			...entry
		};
		if (!crl.extensions.has(OID.deltaCrlIndicator)) status = { kind: "good" };
		else if (status.kind === "unknown") status = {
			kind: "unknown",
			reason: "a delta CRL without its base"
		};
	}
	return status;
}
/** Why nothing that `crl` says may be believed; undefined when it may. */
function findFault(crl, time) {
	if (crl.version !== 2) return `a CRL of version ${crl.version} (RFC 5280 §5.1.2.1)`;
	if (!crl.algorithmsAgree) return "signature algorithms that differ (RFC 5280 §5.1.1.2)";
	if (crl.thisUpdate > time) return `a CRL of ${crl.thisUpdate.toISOString()}, which is to come`;
	if (!crl.nextUpdate) return "a CRL without nextUpdate (RFC 5280 §5.1.2.5)";
	if (crl.nextUpdate < time) return `a CRL that is stale since ${crl.nextUpdate.toISOString()}`;
	return findExtensionFault(crl);
}
function findExtensionFault({ extensions, criticalEntryExtensions }) {
	const critical = [...extensions].filter(([, extension]) => extension.critical).map(([oid]) => oid);
	const unknown = critical.find((oid) => !PROCESSED.has(oid)) ?? [...criticalEntryExtensions].find((oid) => !PROCESSED_OF_ENTRIES.has(oid));
	if (unknown !== void 0) return `the critical extension ${unknown} of a CRL (RFC 5280 §5.2)`;
	const marked = MARKED_NOT_CRITICAL.find((oid) => critical.includes(oid));
	if (marked !== void 0) return `a CRL whose extension ${marked} is critical (RFC 5280 §5.2.1, §5.2.3)`;
	const missing = MARKED_NOT_CRITICAL.find((oid) => !extensions.has(oid));
	return missing && `a CRL without extension ${missing} (RFC 5280 §5.2.1, §5.2.3)`;
}
/** RFC 5280 §6.3.3 (f) and (g). */
function findIssuerFault(crl, issuers) {
	const signers = issuers.filter((issuer) => isSignedBy(crl, issuer));
	if (signers.length === 0) return "a CRL that its issuer did not sign (RFC 5280 §6.3.3 g)";
	if (signers.some(({ keyUsage }) => !keyUsage || keyUsage.includes(KEY_USAGE.cRLSign))) return void 0;
	return "an issuer whose keyUsage lacks cRLSign (RFC 5280 §6.3.3 f)";
}
/** Why a sound `crl` does not speak of `certificate` (RFC 5280 §6.3.3 b 2); undefined when it does. */
function findOutOfScope({ scope }, certificate) {
	if (!scope) return void 0;
	if (scope.partial) return "a CRL of some reasons or of several issuers";
	const mine = certificate.isCa ? "authority certificates" : "user certificates";
	if (scope.only !== void 0 && scope.only !== mine) return `a CRL for ${scope.only} alone`;
	const { distributionPoint } = scope;
	if (distributionPoint === void 0) return void 0;
	try {
		const own = ownDistributionPoints(certificate);
		if (namesOf(distributionPoint).some((name) => own.has(name))) return void 0;
		return "a CRL of another distribution point";
	} catch (error) {
		if (error instanceof DerError) return `a malformed distribution point: ${error.message}`;
		throw error;
	}
}
/** Names (hexadecimal DER) of the distribution points in `certificate` (RFC 5280 §4.2.1.13). */
function ownDistributionPoints({ extensions }) {
	const value = extensionValue(extensions, OID.crlDistributionPoints);
	const points = value ? readChildren(expectTag(value, TAG.sequence)) : [];
	return new Set(points.flatMap((point) => {
		const name = new DerFields(expectTag(point, TAG.sequence)).optional(contextTag(0, "constructed"));
		return name ? namesOf(name.content) : [];
	}));
}
/** The names of fullName, or the relative name alone, as hexadecimal DER. @throws DerError */
function namesOf(distributionPointName) {
	const choice = readDer(distributionPointName);
	if (choice.tag !== contextTag(0, "constructed")) return [choice.der.toString("hex")];
	return readChildren(choice).map(({ der }) => der.toString("hex"));
}
// src/certificates/path.ts
/** Signature checks per search. A real chain takes fewer than ten, a mesh of cross-signed names would never end. */
const DEFAULT_BUDGET = 100;
/** Certificates looked at as the next of a path. */
const MAX_STEPS = 1e4;
/** Names compared with subtrees; the largest chains in use need some hundreds. */
const MAX_COMPARISONS = 25e4;
/**
* The shortest path from `leaf` to a trust anchor that keeps every rule of RFC 5280 §6.1 and of the policy, with
* nothing but what was received: no AIA, no cache. Every possible path is tried, shorter ones first; one is
* enough. Without any, the failure is that of the path that came farthest, and there the most specific.
*/
function buildPath(query) {
	return new PathSearch(query).run();
}
var PathSearch = class {
	#query;
	#terms;
	#budget;
	#checks = 0;
	#steps = 0;
	/** Received certificates that can be a step, by the key of their subject. */
	#candidates = /* @__PURE__ */ new Map();
	/** Whether the one signed the other, by both fingerprints. */
	#verdicts = /* @__PURE__ */ new Map();
	#farthest;
	constructor(query) {
		const { leaf, policy = "browser", time, reference, purpose = OID.serverAuth, maxIntermediates } = query;
		this.#query = query;
		const comparisons = { left: MAX_COMPARISONS };
		this.#terms = {
			policy,
			time,
			reference,
			purpose,
			maxIntermediates,
			comparisons
		};
		this.#farthest = {
			failure: unknownIssuer(leaf),
			path: [leaf]
		};
		this.#budget = query.budget ?? DEFAULT_BUDGET;
	}
	run() {
		const { leaf, trustStore } = this.#query;
		const trusted = trustStore.findBySubject(leaf.subjectName).some(({ fingerprint }) => fingerprint === leaf.fingerprint);
		const failure = !trustStore.has(leaf) && this.#isSelfSigned(leaf) ? {
			code: "self-signed-leaf",
			certificate: leaf
		} : checkLeaf(leaf, this.#terms);
		if (failure) return {
			kind: "invalid",
			failure,
			path: [leaf]
		};
		if (trusted) return {
			kind: "valid",
			path: [leaf]
		};
		this.#collectCandidates();
		let frontier = [[leaf]];
		while (frontier.length > 0 && !this.#isExhausted()) {
			const longer = [];
			for (const path of frontier) {
				const anchor = this.#findAnchor(path);
				if (anchor && !this.#isExhausted()) return {
					kind: "valid",
					path: [...path, anchor]
				};
				longer.push(...this.#extend(path));
			}
			frontier = longer;
		}
		return this.#giveUp();
	}
	/** A self-signed certificate is an anchor or leads nowhere; one with an anchor's name and key adds nothing. */
	#collectCandidates() {
		const { intermediates, trustStore } = this.#query;
		const distinct = new Map(intermediates.map((certificate) => [certificate.fingerprint, certificate]));
		for (const certificate of distinct.values()) {
			if (this.#terms.policy === "browser" && trustStore.has(certificate)) continue;
			if (this.#isSelfSigned(certificate)) continue;
			const { key } = certificate.subjectName;
			this.#candidates.set(key, [...this.#candidates.get(key) ?? [], certificate]);
		}
	}
	#findAnchor(path) {
		const child = lastOf(path);
		return this.#query.trustStore.findBySubject(child.issuerName).toSorted((a, b) => likelihood(child, b) - likelihood(child, a)).find((anchor) => {
			if (!this.#isIssuer(path, anchor)) return false;
			const failure = checkAnchor(anchor, path, this.#terms) ?? this.#checkWhole([...path, anchor]);
			if (failure) this.#note(failure, path);
			return !failure;
		});
	}
	/** Every path that is one received certificate longer; when there is none, notes why. */
	#extend(path) {
		const child = lastOf(path);
		const extended = [];
		const candidates = (this.#candidates.get(child.issuerName.key) ?? []).filter((candidate) => !path.some((step) => isSameAuthority(step, candidate))).toSorted((a, b) => likelihood(child, b) - likelihood(child, a));
		for (const candidate of candidates) {
			this.#steps += 1;
			if (this.#isExhausted()) return [];
			if (!this.#isIssuer(path, candidate)) continue;
			const failure = checkIntermediate(candidate, path, this.#terms);
			if (failure) this.#note(failure, path);
			else extended.push([...path, candidate]);
		}
		if (extended.length === 0) this.#note(unknownIssuer(child), path);
		return extended;
	}
	/** What can only be said of a path with its anchor at the end. */
	#checkWhole(path) {
		const [leaf] = path;
		const { policies = {}, crls, time } = this.#query;
		if (!hasAcceptablePolicy(path.slice(0, -1), policies)) return {
			code: "policy-not-acceptable",
			certificate: leaf
		};
		return crls && findRevoked(path, crls, time);
	}
	/** Whether the key of `issuer` signed the end of `path`: the signature alone is proof. */
	#isIssuer(path, issuer) {
		const certificate = lastOf(path);
		if (this.#verify(certificate, issuer)) return true;
		if (likelihood(certificate, issuer) >= 0) this.#note({
			code: "bad-signature",
			certificate,
			issuer
		}, path);
		return false;
	}
	#isSelfSigned(certificate) {
		return certificate.selfIssued && this.#verify(certificate, certificate);
	}
	#verify(certificate, issuer) {
		const pair = `${certificate.fingerprint} ${issuer.fingerprint}`;
		const known = this.#verdicts.get(pair);
		if (known !== void 0) return known;
		this.#checks += 1;
		if (this.#checks > this.#budget) return false;
		const verdict = isSignedBy(certificate, issuer);
		this.#verdicts.set(pair, verdict);
		return verdict;
	}
	#isExhausted() {
		return this.#checks > this.#budget || this.#steps > MAX_STEPS || this.#terms.comparisons.left < 0;
	}
	#note(failure, path) {
		if (path.length === this.#farthest.path.length && specificity(failure) <= specificity(this.#farthest.failure)) return;
		this.#farthest = {
			failure,
			path
		};
	}
	#giveUp() {
		if (!this.#isExhausted()) return {
			kind: "invalid",
			...this.#farthest
		};
		return {
			kind: "invalid",
			failure: {
				code: "budget-exceeded",
				certificate: this.#query.leaf,
				budget: this.#budget
			},
			path: this.#farthest.path
		};
	}
};
/** RFC 5280 §6.1.3 (a)(3). Who gives no CRL of an intermediate's issuer asks about the leaf alone. */
function findRevoked(path, crls, time) {
	for (const [index, certificate] of path.slice(0, -1).entries()) {
		if (index > 0 && !hasCrlOf(certificate, crls)) continue;
		const status = checkRevocation({
			certificate,
			authorities: path.slice(index + 1),
			crls,
			time
		});
		if (status.kind === "revoked") {
			const { revokedAt, reason } = status;
			return {
				code: "revoked",
				certificate,
				revokedAt,
				reason
			};
		}
		if (status.kind === "unknown") return {
			code: "revocation-unknown",
			certificate,
			reason: status.reason
		};
	}
}
function unknownIssuer(certificate) {
	const { issuer, caIssuersUrls } = certificate;
	return {
		code: "unknown-issuer",
		certificate,
		issuer,
		caIssuersUrls
	};
}
/** 1 when the key identifiers agree, -1 when they differ, 0 when one is missing: a hint for the order. */
function likelihood(child, issuer) {
	if (child.authorityKeyId === void 0 || issuer.subjectKeyId === void 0) return 0;
	return child.authorityKeyId === issuer.subjectKeyId ? 1 : -1;
}
/** Same name and key: a path through both would be a loop. */
function isSameAuthority(a, b) {
	return a.publicKeyDer.equals(b.publicKeyDer) && a.subjectName.key === b.subjectName.key;
}
function lastOf(path) {
	return path.at(-1) ?? path[0];
}
// src/certificates/bundle.ts
/**
* The smallest bundle with which every client that trusts `trustStore` accepts `leaf` without help. The root
* is left out (RFC 8446 §4.4.2); a leaf that is a trust anchor itself is its own bundle.
*/
function completeBundle({ leaf, candidates, trustStore, time }) {
	const result = buildPath({
		leaf,
		intermediates: candidates,
		trustStore,
		time
	});
	if (result.kind === "invalid") return {
		kind: "incomplete",
		failure: result.failure,
		top: result.path.at(-1) ?? leaf
	};
	const [, ...issuers] = result.path;
	const anchor = issuers.pop() ?? leaf;
	return {
		kind: "complete",
		bundle: [leaf, ...issuers],
		anchor
	};
}
/**
* The name under which `bundle` is stored for `domain`: `airec-https_<domain>_<first 12 digits of the leaf's
* SHA-256>_<4 digits over the whole chain>`, at most 64 characters. The same material has the same name, another
* chain for the same leaf another one. A domain that is too long keeps its beginning and a digest of the whole.
*/
function certificateName(domain, bundle) {
	const chain = createHash("sha256");
	for (const { der } of bundle) chain.update(der);
	const suffix = `_${bundle[0].fingerprint.slice(0, 12)}_${chain.digest("hex").slice(0, 4)}`;
	return `airec-https_${shorten(domain.replaceAll("*", "wildcard"), 52 - suffix.length)}${suffix}`;
}
function shorten(domain, maxLength) {
	if (domain.length <= maxLength) return domain;
	const digest = createHash("sha256").update(domain).digest("hex").slice(0, 8);
	return `${domain.slice(0, maxLength - digest.length - 1)}-${digest}`;
}
// src/endpoints/find-bundle.ts
/** Intermediates between a leaf and its root; real hierarchies have one or two. */
const MAX_FETCHED_LEVELS = 4;
const MAX_URLS_PER_CERTIFICATE = 3;
/**
* Looks for the complete bundle of a leaf: among the candidates at hand first, then by following caIssuers
* upwards from where the path stops. What is fetched counts only if the path's signatures prove it.
*/
async function findBundle(query, fetchIssuers) {
	const candidates = [...query.candidates];
	const fetched = [];
	const problems = [];
	let result = completeBundle({
		...query,
		candidates
	});
	for (let level = 0; level < MAX_FETCHED_LEVELS; level += 1) {
		if (result.kind === "complete" || result.failure.code !== "unknown-issuer") break;
		const { certificate } = result.failure;
		const found = await fetchFirst(certificate.caIssuersUrls, fetchIssuers, problems);
		if (!found) break;
		candidates.push(...found.certificates);
		fetched.push(printable(found.url));
		result = completeBundle({
			...query,
			candidates
		});
		if (result.kind === "incomplete" && result.failure.certificate === certificate) {
			problems.push(`${printable(found.url)} does not hold the issuer`);
			break;
		}
	}
	return {
		result,
		fetched,
		problems
	};
}
async function fetchFirst(urls, fetchIssuers, problems) {
	for (const url of urls.slice(0, MAX_URLS_PER_CERTIFICATE)) try {
		return {
			url,
			certificates: await fetchIssuers(url)
		};
	} catch (error) {
		problems.push(...toAppErrors(error).map(({ message }) => message));
	}
	if (urls.length === 0) problems.push("the certificate names no place to fetch its issuer from");
}
// src/certificates/client-words.ts
const JAVA_NO_PATH = "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";
const JAVA_DATES = "PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed";
const ANDROID_NO_ANCHOR = "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.";
const ANDROID_DATES = "javax.net.ssl.SSLHandshakeException: Chain validation failed";
/** Chromium net_error_list.h; Mozilla mozpkix and NSS error names; JDK, Android and OpenSSL 3 messages. */
const WORDS = {
	chrome: {
		"incomplete-chain": "NET::ERR_CERT_AUTHORITY_INVALID",
		"unknown-issuer": "NET::ERR_CERT_AUTHORITY_INVALID",
		expired: "NET::ERR_CERT_DATE_INVALID",
		"not-yet-valid": "NET::ERR_CERT_DATE_INVALID",
		"wrong-name": "NET::ERR_CERT_COMMON_NAME_INVALID",
		"self-signed": "NET::ERR_CERT_AUTHORITY_INVALID"
	},
	firefox: {
		"incomplete-chain": "SEC_ERROR_UNKNOWN_ISSUER",
		"unknown-issuer": "SEC_ERROR_UNKNOWN_ISSUER",
		expired: "SEC_ERROR_EXPIRED_CERTIFICATE",
		"not-yet-valid": "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE",
		"wrong-name": "SSL_ERROR_BAD_CERT_DOMAIN",
		"self-signed": "MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT"
	},
	java: {
		"incomplete-chain": JAVA_NO_PATH,
		"unknown-issuer": JAVA_NO_PATH,
		expired: JAVA_DATES,
		"not-yet-valid": JAVA_DATES,
		"wrong-name": "java.security.cert.CertificateException: No subject alternative DNS name matching <domain> found.",
		"self-signed": JAVA_NO_PATH
	},
	android: {
		"incomplete-chain": ANDROID_NO_ANCHOR,
		"unknown-issuer": ANDROID_NO_ANCHOR,
		expired: ANDROID_DATES,
		"not-yet-valid": ANDROID_DATES,
		"wrong-name": "javax.net.ssl.SSLPeerUnverifiedException: Hostname <domain> not verified:",
		"self-signed": ANDROID_NO_ANCHOR
	},
	openssl: {
		"incomplete-chain": "unable to get local issuer certificate",
		"unknown-issuer": "unable to get local issuer certificate",
		expired: "certificate has expired",
		"not-yet-valid": "certificate is not yet valid",
		"wrong-name": "hostname mismatch",
		"self-signed": "self-signed certificate"
	}
};
/**
* The words in which users of `client` see `failure` of `domain`: the ones to search for, to quote, and to
* recognise.
*/
function clientWords(client, failure, domain) {
	return WORDS[client][failure].replace("<domain>", domain);
}
// src/endpoints/words-of.ts
/** What the users of each client see, `chrome: NET::ERR_CERT_AUTHORITY_INVALID`. */
function wordsOf({ clients, domain }, failure) {
	return clients.map((client) => `${client}: ${clientWords(client, failure, domain)}`);
}
// src/endpoints/path-findings.ts
/** What a failed search for a path among `received` certificates means to whoever runs the endpoint. */
function describePathFailure(failure, audience, received) {
	if (failure.code === "unknown-issuer") {
		const root = received.find((each) => each.selfIssued && each.subject === failure.issuer);
		if (root) return describeUntrustedRoot(root, audience);
	}
	const { id, words, meaning, help } = PATH_FINDINGS[failure.code];
	const { isCa, subject } = failure.certificate;
	const detail = detailOf(failure);
	return {
		id: isCa ? CA_IDS[id] ?? id : id,
		severity: "error",
		problem: `${printable(subject)} ${meaning}${detail ? `: ${detail}` : ""}`,
		help: help ?? "Ask the authority for the chain that belongs to this leaf and serve that.",
		clientWords: wordsOf(audience, words)
	};
}
/** The chain is whole and nobody trusts where it ends, as opposed to one that lacks a certificate. */
function describeUntrustedRoot(root, audience) {
	return {
		id: "untrusted-root",
		severity: "error",
		problem: `the chain ends at ${printable(root.subject)}, which is no trusted root`,
		help: "Serve a certificate of a public authority. A root that your clients trust belongs under trust.roots (--ca).",
		clientWords: wordsOf(audience, "unknown-issuer")
	};
}
/** The values of a failure, for people; empty when its code says it all. */
function detailOf(failure) {
	switch (failure.code) {
		case "unknown-issuer": return `its issuer, ${printable(failure.issuer)}, is not sent`;
		case "expired": return failure.notAfter.toISOString();
		case "not-yet-valid": return failure.notBefore.toISOString();
		case "profile-violation":
		case "weak-key":
		case "unsupported-key": return `${printable(failure.actual)}, not ${printable(failure.required)}`;
		case "weak-signature":
		case "unsupported-signature": return printable(failure.algorithm);
		default: return "";
	}
}
const PATH_FINDINGS = {
	"unknown-issuer": {
		id: "missing-intermediate",
		words: "incomplete-chain",
		meaning: "ends an incomplete chain",
		help: "Serve the full bundle: the leaf, then every intermediate up to a trusted root. A root of your own belongs under trust.roots."
	},
	"self-signed-leaf": {
		id: "self-signed",
		words: "self-signed",
		meaning: "is signed by its own key and is no trust anchor",
		help: "Serve a certificate of a trusted authority, or add this one to trust.roots if your clients trust it."
	},
	expired: {
		id: "expired-leaf",
		words: "expired",
		meaning: "has expired",
		help: "Renew the certificate and deploy the new bundle; an expired one cannot be mended."
	},
	"not-yet-valid": {
		id: "not-yet-valid",
		words: "not-yet-valid",
		meaning: "is not valid yet",
		help: "Wait until it is valid, or deploy one that is; check the clock of whoever issued it."
	},
	"name-mismatch": {
		id: "hostname-mismatch",
		words: "wrong-name",
		meaning: "is for other names"
	},
	"bad-signature": {
		id: "bad-signature",
		words: "unknown-issuer",
		meaning: "is not signed by the key of the issuer that is sent"
	},
	"not-a-ca": {
		id: "invalid-ca",
		words: "unknown-issuer",
		meaning: "issued a certificate and is no CA"
	},
	"may-not-sign": {
		id: "invalid-ca",
		words: "unknown-issuer",
		meaning: "issued a certificate and its keyUsage lacks keyCertSign"
	},
	"path-length-exceeded": {
		id: "path-length-exceeded",
		words: "unknown-issuer",
		meaning: "is followed by more intermediates than its pathLenConstraint allows"
	},
	"chain-too-long": {
		id: "chain-too-long",
		words: "unknown-issuer",
		meaning: "is one intermediate too many"
	},
	"wrong-extended-key-usage": {
		id: "wrong-eku",
		words: "unknown-issuer",
		meaning: "has an extendedKeyUsage without server authentication"
	},
	"name-not-permitted": {
		id: "name-constraint-violation",
		words: "unknown-issuer",
		meaning: "has a name that an authority above it may not issue for"
	},
	"unknown-critical-extension": {
		id: "unknown-critical-extension",
		words: "unknown-issuer",
		meaning: "has a critical extension that is not known"
	},
	"policy-not-acceptable": {
		id: "chain-refused",
		words: "unknown-issuer",
		meaning: "has no policy that its chain requires"
	},
	"profile-violation": {
		id: "malformed-certificate",
		words: "unknown-issuer",
		meaning: "breaks the certificate profile"
	},
	"weak-signature": {
		id: "weak-signature",
		words: "unknown-issuer",
		meaning: "has a signature that can be forged"
	},
	"unsupported-signature": {
		id: "weak-signature",
		words: "unknown-issuer",
		meaning: "has a signature of a kind that clients do not know"
	},
	"weak-key": {
		id: "weak-key",
		words: "unknown-issuer",
		meaning: "has a key that is too weak"
	},
	"unsupported-key": {
		id: "unsupported-key-type",
		words: "unknown-issuer",
		meaning: "has a key of a kind that clients do not know"
	},
	revoked: {
		id: "revoked",
		words: "unknown-issuer",
		meaning: "is revoked",
		help: "Have a new certificate issued for a new key, and deploy that."
	},
	"revocation-unknown": {
		id: "chain-refused",
		words: "unknown-issuer",
		meaning: "has a revocation status that the given CRLs do not tell"
	},
	"budget-exceeded": {
		id: "chain-refused",
		words: "unknown-issuer",
		meaning: "leads to more possible paths than are searched"
	}
};
/** The same finding has another name in an intermediate. */
const CA_IDS = {
	"expired-leaf": "expired-intermediate",
	"not-yet-valid": "not-yet-valid-intermediate"
};
// src/endpoints/served-findings.ts
const SHOWN_NAMES = 5;
/** How a fingerprint is shown where space is short: its first 12 digits. */
function shortFingerprint(fingerprint) {
	return fingerprint.slice(0, 12);
}
/** Our path search found a way and OpenSSL, in the same handshake, did not: its word stands. */
function describeOpensslRefusal(code) {
	return {
		id: "chain-refused",
		severity: "error",
		problem: `OpenSSL refuses the chain: ${printable(code)}`,
		help: "Ask the authority for the chain that belongs to this leaf and serve that.",
		clientWords: [`openssl: ${printable(code)}`]
	};
}
function describeRootSent() {
	return {
		id: "root-included",
		severity: "info",
		problem: "the root is sent along; clients have their own and ignore it",
		help: "Nothing breaks. Leaving it out saves bytes in every handshake (RFC 8446 §4.4.2)."
	};
}
function describeNameMismatch(leaf, { domain, clients }) {
	const names = presentedNames(leaf);
	const shown = names.slice(0, SHOWN_NAMES).map((name) => printable(name));
	const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
	return {
		id: "hostname-mismatch",
		severity: "error",
		problem: `the certificate is for ${shown.join(", ") || "no name at all"}${more}, not for ${domain}`,
		help: `Get a certificate whose subjectAltName has ${domain}, or correct the domain in the configuration.`,
		clientWords: wordsOf({
			domain,
			clients
		}, "wrong-name")
	};
}
function describeOtherLeaf(leaf, intended) {
	return {
		id: "certificate-drift",
		severity: "error",
		problem: `serves leaf ${shortFingerprint(leaf.fingerprint)} (${printable(leaf.subject)}), not the intended ${shortFingerprint(intended)}`,
		help: "Deploy again; if one address keeps the old certificate, look whether it belongs to the configured ingress."
	};
}
function describeFailure(failure, undetermined) {
	return {
		id: FAILURE_IDS[failure.reason],
		severity: undetermined ? "warning" : "error",
		problem: `${STAGES[failure.stage]}: ${failure.reason}${failure.detail ? ` (${failure.detail})` : ""}`,
		help: helpFor(failure)
	};
}
function helpFor({ reason, detail }) {
	if (reason === "private-address") return "Set trust.private-networks: true (--allow-private) if this address may be probed from here.";
	if (reason === "unreachable") return "This machine has no route to it; GitHub-hosted runners, for one, have no IPv6. Run where there is one, or list the addresses to probe under \"addresses\".";
	if (reason === "tls-alert" && detail === "unrecognized_name") return "The listener has no certificate for this name; deploy one to its ingress.";
	return "Check that the listener runs and that this machine may reach it.";
}
const FAILURE_IDS = {
	"name-not-found": "dns-failure",
	"dns-failure": "dns-failure",
	"private-address": "not-probed",
	refused: "connection-refused",
	unreachable: "host-unreachable",
	timeout: "timeout",
	reset: "connection-reset",
	closed: "connection-closed",
	"not-tls": "not-tls",
	"tls-alert": "handshake-failure",
	"tls-error": "handshake-failure",
	"malformed-certificate": "malformed-certificate",
	"http-error": "http-failure"
};
const STAGES = {
	dns: "no address",
	policy: "not probed",
	connect: "no connection",
	tls: "no TLS handshake",
	http: "no HTTP answer"
};
function describeStatus(status, { method, path, accept }) {
	return {
		id: "http-failure",
		severity: "error",
		problem: `${method} ${path} answers ${status}, not ${formatList(accept)}`,
		help: `Check that the domain is bound to the AIRec instance, or add ${status} to health.accept if it is right.`
	};
}
function describeHttpFailure(failure, { method, path }) {
	return {
		id: "http-failure",
		severity: "error",
		problem: `${method} ${path} gets no answer: ${failure.reason}${failure.detail ? ` (${failure.detail})` : ""}`,
		help: "TLS is up and HTTP is not: check the backend behind the listener."
	};
}
/** `200, 401 or 404`. */
function formatList(values) {
	return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(values.map(String));
}
// src/endpoints/judge.ts
/** `ip:port` as in a URL, IPv6 in brackets. */
function formatAddress({ ip, port }) {
	return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}
/** The verdict on what was seen at every address of an endpoint. */
function judgeEndpoint(observations, expectation) {
	const addresses = observations.map((observation) => judgeAddress(observation, expectation));
	return {
		addresses,
		findings: addresses.flatMap(({ findings }) => findings)
	};
}
/** The verdict when not one address could be found: a name without any breaks clients, a silent resolver says nothing. */
function judgeUnresolved(domain, failure) {
	const undetermined = isUndetermined(failure);
	return {
		addresses: [],
		findings: [{
			id: "dns-failure",
			severity: undetermined ? "warning" : "error",
			problem: `${domain} ${undetermined ? "could not be resolved" : "has no address"}: ${failure.detail}`,
			help: undetermined ? "Check the resolver of this machine, or list the addresses under \"addresses\" in the configuration." : `Create the DNS record of ${domain}, or list its addresses under "addresses" in the configuration.`
		}]
	};
}
/** Addresses that do not serve the intended leaf, or could not be looked at. */
function addressesNotServing(verdict) {
	return verdict.addresses.flatMap(({ servesIntended, address }) => servesIntended ? [] : [address]);
}
/** Addresses that were looked at and do not serve the intended leaf, those that refuse or break off included. */
function addressesServingOther(verdict) {
	return verdict.addresses.filter(({ accepted }) => accepted !== void 0).flatMap(({ servesIntended, address }) => servesIntended ? [] : [address]);
}
/** Addresses whose chain stops at a missing issuer. */
function addressesWithIncompleteChain(verdict) {
	return verdict.addresses.flatMap(({ incompleteAt, address }) => incompleteAt ? [address] : []);
}
/** Whether every address serves the intended leaf with a chain that is accepted, and there is at least one. */
function isAsIntended(verdict) {
	return verdict.addresses.length > 0 && verdict.addresses.every(({ accepted, servesIntended }) => accepted && servesIntended);
}
function judgeAddress({ address, tls, http }, expectation) {
	const at = formatAddress(address);
	if (tls.kind === "failure") {
		const undetermined = isUndetermined(tls);
		return {
			address: at,
			tls,
			http,
			accepted: undetermined ? void 0 : false,
			servesIntended: void 0,
			incompleteAt: void 0,
			findings: [{
				...describeFailure(tls, undetermined),
				address: at
			}]
		};
	}
	const leaf = tls.receivedChain[0];
	const { intendedLeaf } = expectation;
	const servesIntended = intendedLeaf === void 0 || leaf.fingerprint === intendedLeaf;
	const chain = judgeChain(tls, expectation);
	const name = judgeName(leaf, expectation);
	const found = [...chain.findings, ...name];
	const accepted = found.every(({ severity }) => severity !== "error");
	if (!servesIntended) found.push(describeOtherLeaf(leaf, intendedLeaf));
	if (http) found.push(...judgeHttp(http, expectation));
	const findings = found.map((finding) => ({
		...finding,
		address: at
	}));
	return {
		address: at,
		tls,
		http,
		accepted,
		servesIntended,
		incompleteAt: chain.incompleteAt,
		findings
	};
}
/** Failures that say more about the way to the endpoint, or to its name, than about the endpoint. */
function isUndetermined({ reason }) {
	return [
		"private-address",
		"unreachable",
		"timeout",
		"dns-failure"
	].includes(reason);
}
/** Our own path search names the cause; OpenSSL's verdict in the same handshake is the second witness. */
function judgeChain({ receivedChain, verifyError }, { endpoint, trustStore, time }) {
	const [leaf, ...intermediates] = receivedChain;
	const result = buildPath({
		leaf,
		intermediates,
		trustStore,
		time
	});
	if (result.kind === "invalid") {
		const incompleteAt = result.failure.code === "unknown-issuer" ? result.failure.certificate : void 0;
		return {
			findings: [describePathFailure(result.failure, endpoint, receivedChain)],
			incompleteAt
		};
	}
	const findings = [];
	if (verifyError !== void 0) findings.push(describeOpensslRefusal(verifyError));
	if (intermediates.some((certificate) => trustStore.has(certificate) && certificate.selfIssued)) findings.push(describeRootSent());
	return {
		findings,
		incompleteAt: void 0
	};
}
function judgeName(leaf, { endpoint }) {
	return matchesDomain(leaf, endpoint.domain) ? [] : [describeNameMismatch(leaf, endpoint)];
}
function judgeHttp(http, { endpoint: { health } }) {
	if (!health) return [];
	if (http.kind === "failure") return [describeHttpFailure(http, health)];
	return health.accept.includes(http.status) ? [] : [describeStatus(http.status, health)];
}
// src/certificates/ber.ts
/** CMS nests some ten levels deep; hostile input could nest one every two octets. */
const MAX_DEPTH = 32;
/**
* The same elements with definite, minimal lengths: some authorities still serve CMS in BER with indefinite
* lengths (X.690 §8.1.3.6). DER comes back as it is. Octets after the first element are dropped.
*
* @throws DerError
*/
function berToDer(bytes) {
	return convert({
		bytes,
		start: 0,
		depth: 0
	}).der;
}
function convert({ bytes, start, depth }) {
	if (depth > MAX_DEPTH) throw new DerError(`more than ${MAX_DEPTH} levels`);
	const tag = bytes[start];
	if (tag === void 0 || (tag & 31) === 31) throw new DerError("a bad BER tag");
	const constructed = (tag & 32) !== 0;
	const { length, contentStart } = readBerLength(bytes, start + 1);
	if (length === void 0 && !constructed) throw new DerError("a primitive of indefinite length");
	const limit = length === void 0 ? bytes.length : contentStart + length;
	if (limit > bytes.length) throw new DerError("an element is longer than what holds it");
	if (!constructed) return {
		der: encode(tag, bytes.subarray(contentStart, limit)),
		end: limit
	};
	const children = [];
	let offset = contentStart;
	while (length === void 0 ? !isEndOfContents(bytes, offset) : offset < limit) {
		const child = convert({
			bytes: bytes.subarray(0, limit),
			start: offset,
			depth: depth + 1
		});
		children.push(child.der);
		offset = child.end;
	}
	return {
		der: encode(tag, Buffer.concat(children)),
		end: length === void 0 ? offset + 2 : limit
	};
}
/** The length, undefined for the indefinite form (X.690 §8.1.3). */
function readBerLength(bytes, start) {
	const first = bytes[start];
	if (first === void 0 || first === 255) throw new DerError("a bad BER length");
	if (first < 128) return {
		length: first,
		contentStart: start + 1
	};
	if (first === 128) return {
		length: void 0,
		contentStart: start + 1
	};
	const contentStart = start + 1 + (first & 127);
	if (contentStart > bytes.length) throw new DerError("the input ends early");
	return {
		length: Number.parseInt(bytes.subarray(start + 1, contentStart).toString("hex"), 16),
		contentStart
	};
}
function isEndOfContents(bytes, offset) {
	return bytes[offset] === 0 && bytes[offset + 1] === 0;
}
function encode(tag, content) {
	if (content.length < 128) return Buffer.concat([Buffer.of(tag, content.length), content]);
	const hex = content.length.toString(16);
	const length = Buffer.from(hex.padStart(hex.length + hex.length % 2, "0"), "hex");
	return Buffer.concat([
		Buffer.of(tag, 128 | length.length),
		length,
		content
	]);
}
// src/certificates/pkcs7.ts
const MAX_BODY_BYTES$1 = 1048576;
const MAX_ISSUERS = 20;
/** id-signedData (RFC 5652 §5.1). */
const SIGNED_DATA = "1.2.840.113549.1.7.2";
/**
* The certificates in what an AIA URL answered, in order, at least one: a DER certificate, PEM, or a
* certs-only CMS message in DER, BER or PEM (RFC 5280 §4.2.2.1, RFC 5652 §5.1).
*
* @throws CERTIFICATE_MALFORMED, and nothing else: also for more than 20 certificates or 1 MiB
*/
function parseIssuers(body) {
	if (body.length > MAX_BODY_BYTES$1) throw malformed(`the answer has ${body.length} bytes, more than ${MAX_BODY_BYTES$1}`);
	const encoded = readEncodings(Buffer.from(body));
	if (encoded.length === 0) throw malformed("the answer holds no certificate");
	if (encoded.length > MAX_ISSUERS) throw malformed(`the answer holds ${encoded.length} certificates, more than ${MAX_ISSUERS}`);
	return encoded.map((der) => parseCertificate(der));
}
/** DER of each certificate in `body`, whatever its format. */
function readEncodings(body) {
	try {
		if (body[0] === TAG.sequence) return readBinary(body);
		return readPemBlocks(body.toString("latin1").replace(/^\u00EF\u00BB\u00BF/, ""), "the answer").flatMap(({ label, bytes }) => {
			if (label === "CERTIFICATE") return [bytes];
			return label === "PKCS7" || label === "CMS" ? readCms(bytes) : [];
		});
	} catch (cause) {
		throw malformed(cause instanceof Error ? cause.message : "the answer cannot be read", cause);
	}
}
/** A certificate begins with a SEQUENCE in its SEQUENCE, a CMS message with an OBJECT IDENTIFIER. */
function readBinary(body) {
	const [tag, length = 0] = body;
	return body[2 + (tag === TAG.sequence && length > 128 ? length & 127 : 0)] === TAG.oid ? readCms(body) : [body];
}
/** The certificates of SignedData (RFC 5652 §5.1); choices other than `certificate` are skipped (§10.2.2). */
function readCms(message) {
	const contentInfo = new DerFields(expectTag(readDer(berToDer(message)), TAG.sequence));
	const contentType = readOid(contentInfo.required(TAG.oid));
	if (contentType !== SIGNED_DATA) throw new DerError(`CMS content of type ${contentType}`);
	const content = contentInfo.required(contextTag(0, "constructed")).content;
	const signedData = new DerFields(expectTag(readDer(content), TAG.sequence));
	signedData.required(TAG.integer);
	signedData.required(TAG.set);
	signedData.required(TAG.sequence);
	const certificates = signedData.optional(contextTag(0, "constructed"));
	if (!certificates) return [];
	return readChildren(certificates).filter(({ tag }) => tag === TAG.sequence).map(({ der }) => der);
}
function malformed(reason, cause) {
	return appError("CERTIFICATE_MALFORMED", { reason }, { cause });
}
// src/endpoints/aia-url.ts
/**
* A caIssuers URL that may be asked: http (RFC 5280 §4.2.2.1), without user name and password. A relative
* one, as in a redirect, is taken from `base`.
*
* @throws AIA_URL_HTTPS
* @throws AIA_URL_REFUSED when it is not a URL, of another scheme, or holds credentials
*/
function parseAiaUrl(text, base) {
	if (!URL.canParse(text, base?.href)) throw appError("AIA_URL_REFUSED", {
		url: printable(text),
		why: "it is not a URL"
	});
	const url = new URL(text, base);
	if (url.username !== "" || url.password !== "") throw appError("AIA_URL_REFUSED", {
		url: showUrl(url),
		why: "it holds a user name or password"
	});
	if (url.protocol === "https:") throw appError("AIA_URL_HTTPS", { url: showUrl(url) });
	if (url.protocol !== "http:") throw appError("AIA_URL_REFUSED", {
		url: showUrl(url),
		why: "its scheme is not http"
	});
	return url;
}
/** The URL on one line, without credentials and query, for people. */
function showUrl({ protocol, host, pathname }) {
	return printable(`${protocol}//${host}${pathname}`);
}
// src/endpoints/tls-alerts.ts
/** IANA's TLS Alerts registry (RFC 8446 §6), with the ones of older versions that servers still send. */
const ALERT_NAMES = {
	0: "close_notify",
	10: "unexpected_message",
	20: "bad_record_mac",
	21: "decryption_failed",
	22: "record_overflow",
	30: "decompression_failure",
	40: "handshake_failure",
	41: "no_certificate",
	42: "bad_certificate",
	43: "unsupported_certificate",
	44: "certificate_revoked",
	45: "certificate_expired",
	46: "certificate_unknown",
	47: "illegal_parameter",
	48: "unknown_ca",
	49: "access_denied",
	50: "decode_error",
	51: "decrypt_error",
	52: "too_many_cids_requested",
	60: "export_restriction",
	70: "protocol_version",
	71: "insufficient_security",
	80: "internal_error",
	86: "inappropriate_fallback",
	90: "user_canceled",
	100: "no_renegotiation",
	109: "missing_extension",
	110: "unsupported_extension",
	111: "certificate_unobtainable",
	112: "unrecognized_name",
	113: "bad_certificate_status_response",
	114: "bad_certificate_hash_value",
	115: "unknown_psk_identity",
	116: "certificate_required",
	117: "general_error",
	120: "no_application_protocol",
	121: "ech_required"
};
/** The registered name of an alert, such as `unrecognized_name`, or `alert_` and its number. */
function alertName(number) {
	return ALERT_NAMES[number] ?? `alert_${number}`;
}
// src/endpoints/failure.ts
/** The failure as data, `detail` made printable, its duration read off `limit`. */
function failure(limit, { stage, reason, detail }) {
	return {
		kind: "failure",
		stage,
		reason,
		detail: printable(detail),
		durationMs: limit.elapsedMs()
	};
}
/** Why a TCP connection could not be made. */
function connectFailure(limit, error) {
	if (limit.signal.aborted) return timeoutFailure(limit, "connect");
	const code = errorCode(error);
	return failure(limit, {
		stage: "connect",
		reason: CONNECT_REASONS[code] ?? "unreachable",
		detail: code
	});
}
const CONNECT_REASONS = {
	ECONNREFUSED: "refused",
	ECONNRESET: "reset",
	ETIMEDOUT: "timeout"
};
/**
* Why a TLS connection broke, at `stage`: an alert of the peer, a reset, a close, or else what OpenSSL or
* the HTTP parser says.
*/
function brokenConnection(limit, stage, error) {
	if (limit.signal.aborted) return timeoutFailure(limit, stage);
	const alert = alertNumber(error);
	if (alert !== void 0) return failure(limit, {
		stage: "tls",
		reason: "tls-alert",
		detail: alertName(alert)
	});
	const code = errorCode(error);
	if (code === "ECONNRESET" || code === "EPIPE") {
		const reset = error instanceof Error && "syscall" in error;
		return failure(limit, {
			stage,
			reason: reset ? "reset" : "closed",
			detail: reset ? code : "FIN"
		});
	}
	return failure(limit, {
		stage,
		reason: stage === "http" && !code.startsWith("ERR_SSL_") ? "http-error" : "tls-error",
		detail: errorReason(error) ?? code
	});
}
function timeoutFailure(limit, stage) {
	return failure(limit, {
		stage,
		reason: "timeout",
		detail: "no answer in time"
	});
}
/** The error's `code`, else its message. */
function errorCode(error) {
	if (!(error instanceof Error)) return String(error);
	return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
/** What OpenSSL or the HTTP parser calls the problem, such as `unsupported protocol`; undefined if neither spoke. */
function errorReason(error) {
	return error instanceof Error && "reason" in error && typeof error.reason === "string" ? error.reason : void 0;
}
/** OpenSSL names alerts differently from version to version, but always ends with their number. */
function alertNumber(error) {
	const number = error instanceof Error ? /SSL alert number (\d+)/.exec(error.message)?.[1] : void 0;
	return number === void 0 ? void 0 : Number(number);
}
// src/endpoints/public-address.ts
/**
* Whether `ip` is an address of the public Internet: IPv4 outside every special-purpose range of RFC 6890,
* IPv6 inside 2000::/3 and outside the special-purpose ranges. An IPv4 address carried in an IPv6 one
* (IPv4-mapped, NAT64 64:ff9b::/96, 6to4) is what decides. False for anything that is not an IP literal.
*/
function isPublicAddress(ip) {
	if (isIP(ip) === 0 || /^::\d+\.\d/.test(ip)) return false;
	const address = import_ipaddr.default.parse(ip);
	if (address instanceof import_ipaddr.default.IPv4) return address.range() === "unicast";
	const embedded = embeddedIpv4(address);
	if (embedded !== void 0) return import_ipaddr.default.fromByteArray(embedded).range() === "unicast";
	return address.range() === "unicast" && isAllocatedUnicast(address);
}
/** The four bytes of the IPv4 address that packets to `address` end up at; undefined when there is none. */
function embeddedIpv4(address) {
	const bytes = address.toByteArray();
	const range = address.range();
	if (range === "ipv4Mapped") return bytes.slice(12);
	if (range === "6to4") return bytes.slice(2, 6);
	return range === "rfc6052" && bytes.slice(4, 12).every((byte) => byte === 0) ? bytes.slice(12) : void 0;
}
/** 2000::/3, all that IANA has given out for global unicast (RFC 4291 §2.4). */
function isAllocatedUnicast(address) {
	return ((address.toByteArray()[0] ?? 0) & 224) === 32;
}
// src/endpoints/until-event.ts
/**
* Waits for `event`. Leaves no listener behind.
*
* @throws what `error` carries, or an error without code when `close` or the signal's abort comes first
*/
function untilEvent(emitter, event, signal) {
	return new Promise((resolve, reject) => {
		const settle = (finish) => () => {
			emitter.off(event, onEvent).off("error", onError).off("close", onClose);
			signal.removeEventListener("abort", onAbort);
			finish();
		};
		const onEvent = settle(resolve);
		const onClose = settle(() => reject(/* @__PURE__ */ new Error("closed")));
		const onAbort = settle(() => reject(/* @__PURE__ */ new Error("aborted")));
		const onError = (error) => settle(() => reject(error))();
		emitter.once(event, onEvent).once("error", onError).once("close", onClose);
		if (signal.aborted) onAbort();
		else signal.addEventListener("abort", onAbort);
	});
}
// src/endpoints/connect-tcp.ts
/**
* A TCP connection to exactly this address; the caller destroys its socket. A private address that is not
* allowed is a failure at stage `policy`, and no packet is sent.
*/
async function connectTcp({ ip, port, privateNetworks }, limit) {
	if (!privateNetworks && !isPublicAddress(ip)) return failure(limit, {
		stage: "policy",
		reason: "private-address",
		detail: ip
	});
	const socket = connect({
		host: ip,
		port,
		noDelay: true
	});
	socket.on("error", () => void 0);
	try {
		await untilEvent(socket, "connect", limit.signal);
		return {
			kind: "connected",
			socket
		};
	} catch (error) {
		socket.destroy();
		return connectFailure(limit, error);
	}
}
// src/endpoints/http-exchange.ts
const MAX_HEADER_BYTES = 16384;
/**
* Sends one HTTP/1.1 request and returns the final answer, its body unread. Redirects are not followed, no
* agent and so no proxy is involved.
*
* @throws Node's error: `HPE_…` for what is not HTTP, ECONNRESET when no answer comes
*/
function exchangeHttp({ socket, method, path, host, signal }) {
	return new Promise((resolve, reject) => {
		const outgoing = request({
			createConnection: () => socket,
			method,
			path,
			setHost: false,
			headers: {
				host,
				"user-agent": "airec-https",
				accept: "*/*",
				connection: "close"
			},
			maxHeaderSize: MAX_HEADER_BYTES,
			insecureHTTPParser: false,
			signal
		});
		outgoing.once("response", resolve).once("upgrade", resolve).on("error", reject);
		outgoing.once("close", () => reject(/* @__PURE__ */ new Error("closed")));
		outgoing.end();
	});
}
/** The Host header for an endpoint; IPv6 literals get brackets, the scheme's default port is left out. */
function hostHeader(domain, port, defaultPort) {
	const host = isIPv6(domain) ? `[${domain}]` : domain;
	return port === defaultPort ? host : `${host}:${port}`;
}
// src/endpoints/time-limit.ts
/**
* What `run` returns. Its limit's signal aborts after `timeoutMs`; `run` then says in its own words what
* timed out.
*
* AbortSignal.any over AbortSignal.timeout would do the same, but its listeners outlive the attempt on a
* long-lived signal.
*
* @throws the caller's own abort reason, when its signal aborts first
*/
async function withTimeLimit({ timeoutMs, signal }, run) {
	signal?.throwIfAborted();
	const startedAt = performance.now();
	const controller = new AbortController();
	const abort = () => controller.abort();
	const timer = setTimeout(abort, timeoutMs);
	signal?.addEventListener("abort", abort, { once: true });
	try {
		const result = await run({
			signal: controller.signal,
			elapsedMs: () => Math.round(performance.now() - startedAt)
		});
		signal?.throwIfAborted();
		return result;
	} catch (error) {
		signal?.throwIfAborted();
		throw error;
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener("abort", abort);
	}
}
// src/endpoints/resolve-addresses.ts
/**
* Every address behind an endpoint, each once, at most 64: its pins in their order when it has any, else
* the A and AAAA records its domain has for this machine (so /etc/hosts counts), IPv4 first, then by
* numeric value. A name without addresses, a resolver that fails or one that is silent for `timeoutMs`
* is a failure at stage `dns`.
*/
function resolveAddresses(location, patience) {
	return withTimeLimit(patience, async (limit) => {
		if (location.addresses.length > 0) return asResolution(pinnedAddresses(location), limit);
		return resolveName(location, limit);
	});
}
/** Every address the system's resolver gives for a name, or for an IP literal that literal, within `limit`. */
async function resolveName({ domain, port }, limit) {
	try {
		const answers = await Promise.race([lookup(domain, { all: true }), rejectOnAbort(limit.signal)]);
		return asResolution([...new Set(answers.map(({ address }) => canonicalIp(address)))].toSorted(byFamilyAndValue).map((ip) => ({
			ip,
			port,
			source: "dns"
		})), limit);
	} catch (error) {
		return resolutionFailure(error, limit);
	}
}
function pinnedAddresses({ port, addresses }) {
	const pins = addresses.map((pin) => ({
		ip: canonicalIp(pin.ip),
		port: pin.port ?? port,
		source: "pin"
	}));
	return [...new Map(pins.map((pin) => [`${pin.ip} ${pin.port}`, pin])).values()];
}
function asResolution(addresses, limit) {
	const [first, ...rest] = addresses;
	if (first === void 0) return nameNotFound("no address", limit);
	return {
		kind: "addresses",
		addresses: [first, ...rest.slice(0, 63)]
	};
}
function resolutionFailure(error, limit) {
	if (limit.signal.aborted) return timeoutFailure(limit, "dns");
	const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
	if (code === "ENOTFOUND" || code === "ENODATA") return nameNotFound(code, limit);
	return failure(limit, {
		stage: "dns",
		reason: "dns-failure",
		detail: code
	});
}
function nameNotFound(detail, limit) {
	return failure(limit, {
		stage: "dns",
		reason: "name-not-found",
		detail
	});
}
/** getaddrinfo cannot be interrupted; its answer is ignored when it comes too late. */
function rejectOnAbort(signal) {
	return new Promise((_resolve, reject) => {
		signal.addEventListener("abort", () => reject(/* @__PURE__ */ new Error("aborted")), { once: true });
	});
}
/** One spelling per address, so that `::1` and `0:0:0:0:0:0:0:1` are the same. */
function canonicalIp(ip) {
	return import_ipaddr.default.isValid(ip) ? import_ipaddr.default.parse(ip).toString() : ip;
}
function byFamilyAndValue(a, b) {
	const [left, right] = [import_ipaddr.default.parse(a).toByteArray(), import_ipaddr.default.parse(b).toByteArray()];
	return left.length - right.length || Buffer.compare(Buffer.from(left), Buffer.from(right));
}
// src/endpoints/fetch-issuers.ts
const MAX_BODY_BYTES = 65536;
const MAX_REDIRECTS = 3;
/** Addresses of one host that are tried, one after the other. */
const MAX_ATTEMPTS = 4;
const HTTP_PORT = 80;
const REDIRECT_STATUSES = [
	301,
	302,
	303,
	307,
	308
];
/**
* The certificates behind a caIssuers URL of authorityInfoAccess (RFC 5280 §4.2.2.1), as answered, at least
* one. The URL comes from a certificate that nobody has verified yet, so: http only, at most 3 redirects,
* each checked like the first, at most 64 KiB, `timeoutMs` over all, no proxy, and a name is resolved once
* and its address checked before it is connected to (DNS rebinding).
*
* @throws AIA_URL_HTTPS, AIA_URL_REFUSED for what may not be asked
* @throws AIA_UNREACHABLE when no answer comes
* @throws AIA_HTTP_STATUS, AIA_TOO_LARGE, AIA_ANSWER_INVALID for what is answered
* @throws the signal's abort reason
*/
function fetchIssuers(url, { privateNetworks, ...patience }) {
	return withTimeLimit(patience, async (limit) => {
		let target = parseAiaUrl(url);
		for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
			const answer = await fetchOnce(target, {
				privateNetworks,
				limit
			});
			if (typeof answer !== "string") return parseAnswer(answer, target);
			target = parseAiaUrl(answer, target);
		}
		const why = `it redirects more than ${MAX_REDIRECTS} times`;
		throw appError("AIA_ANSWER_INVALID", {
			url: showUrl(target),
			why
		});
	});
}
/** One request: the body answered, or the URL redirected to. */
async function fetchOnce(url, fetch) {
	const { limit } = fetch;
	const { socket } = await connectTo(url, fetch);
	try {
		const response = await exchangeHttp({
			socket,
			method: "GET",
			path: `${url.pathname}${url.search}`,
			host: hostHeader(hostOf(url), portOf(url), HTTP_PORT),
			signal: limit.signal
		});
		return redirectOf(response) ?? await readBody(response, url);
	} catch (error) {
		throw brokenFetch(url, error, limit);
	} finally {
		socket.destroy();
	}
}
/** Connects to the first address of the URL's host that may be asked and answers. */
async function connectTo(url, { privateNetworks, limit }) {
	let failed = timeoutFailure(limit, "connect");
	for (const { ip, port } of (await allowedAddresses(url, {
		privateNetworks,
		limit
	})).slice(0, MAX_ATTEMPTS)) {
		const connection = await connectTcp({
			ip,
			port,
			privateNetworks
		}, limit);
		if (connection.kind === "connected") return connection;
		failed = connection;
	}
	throw unreachable(url, failed);
}
async function allowedAddresses(url, { privateNetworks, limit }) {
	const resolution = await resolveName({
		domain: hostOf(url),
		port: portOf(url)
	}, limit);
	if (resolution.kind === "failure") throw unreachable(url, resolution);
	const allowed = resolution.addresses.filter(({ ip }) => privateNetworks || isPublicAddress(ip));
	if (allowed.length > 0) return allowed;
	const why = `${resolution.addresses[0].ip} is not a public address`;
	throw appError("AIA_URL_REFUSED", {
		url: showUrl(url),
		why
	});
}
function redirectOf({ statusCode = 0, headers }) {
	return REDIRECT_STATUSES.includes(statusCode) ? headers.location : void 0;
}
async function readBody(response, url) {
	const status = response.statusCode ?? 0;
	if (status !== 200) throw appError("AIA_HTTP_STATUS", {
		url: showUrl(url),
		status
	});
	const chunks = [];
	let length = 0;
	for await (const chunk of response) {
		length += chunk.length;
		if (length > MAX_BODY_BYTES) throw appError("AIA_TOO_LARGE", {
			url: showUrl(url),
			limit: MAX_BODY_BYTES
		});
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
function parseAnswer(body, url) {
	try {
		return parseIssuers(body);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw appError("AIA_ANSWER_INVALID", {
			url: showUrl(url),
			why
		}, { cause });
	}
}
function brokenFetch(url, error, limit) {
	if (error instanceof AppError) return error;
	const broken = brokenConnection(limit, "http", error);
	if (broken.reason !== "http-error") return unreachable(url, broken);
	return appError("AIA_ANSWER_INVALID", {
		url: showUrl(url),
		why: broken.detail
	}, { cause: error });
}
function unreachable(url, { reason, detail }) {
	return appError("AIA_UNREACHABLE", {
		url: showUrl(url),
		why: `${reason} (${detail})`
	});
}
/** Without the brackets that a URL puts around an IPv6 literal. */
function hostOf({ hostname }) {
	return hostname.replace(/^\[(.*)\]$/, "$1");
}
function portOf({ port }) {
	return port === "" ? HTTP_PORT : Number(port);
}
// src/endpoints/handshake-recorder.ts
/** A chain of 100 KiB, sent in small padded records, still fits. */
const MAX_INBOUND_BYTES = 262144;
function createHandshakeRecorder() {
	const chunks = [];
	let room = MAX_INBOUND_BYTES;
	let trafficSecret;
	return {
		recordInbound(chunk) {
			if (room === 0) return;
			const kept = chunk.subarray(0, room);
			chunks.push(kept);
			room -= kept.length;
		},
		recordKey(line) {
			const [label, , secret] = line.toString("latin1").trim().split(" ");
			if (label === "SERVER_HANDSHAKE_TRAFFIC_SECRET") trafficSecret = Buffer.from(secret ?? "", "hex");
		},
		stop() {
			room = 0;
		},
		transcript: () => ({
			inbound: Buffer.concat(chunks),
			trafficSecret
		})
	};
}
// src/endpoints/byte-reader.ts
/**
* A reader over `buffer`, without copying it.
*
* @throws (its methods) what `malformed` makes, when the bytes run out
*/
function createByteReader(buffer, malformed) {
	let position = 0;
	function bytes(length) {
		const missing = position + length - buffer.length;
		if (missing > 0) throw malformed(`${missing} bytes are missing`);
		position += length;
		return buffer.subarray(position - length, position);
	}
	const uint = (size) => bytes(size).readUIntBE(0, size);
	return {
		uint,
		bytes,
		vector: (lengthSize) => bytes(uint(lengthSize)),
		remaining: () => buffer.length - position
	};
}
// src/endpoints/certificate-message.ts
const MAX_CERTIFICATES = 20;
/**
* The DER certificates of a TLS 1.2 Certificate message (RFC 5246 §7.4.2), as sent; one at least.
*
* @throws CERTIFICATE_LIST_MALFORMED when it is malformed or holds more than 20
*/
function parseTls12Certificates(body) {
	return readList(createByteReader(body, malformedList), (list) => list.vector(3));
}
/**
* The DER certificates of a TLS 1.3 Certificate message (RFC 8446 §4.4.2), as sent, without the extensions
* (OCSP responses, SCTs) that go with each; one at least.
*
* @throws CERTIFICATE_LIST_MALFORMED when it is malformed or holds more than 20
*/
function parseTls13Certificates(body) {
	const message = createByteReader(body, malformedList);
	message.vector(1);
	return readList(message, (list) => {
		const certificate = list.vector(3);
		list.vector(2);
		return certificate;
	});
}
function readList(message, readEntry) {
	const list = createByteReader(message.vector(3), malformedList);
	const certificates = [];
	while (list.remaining() > 0) {
		if (certificates.length === MAX_CERTIFICATES) throw malformedList(`more than ${MAX_CERTIFICATES} certificates`);
		certificates.push(readEntry(list));
	}
	if (message.remaining() > 0) throw malformedList("bytes after the certificate_list");
	if (certificates.length === 0) throw malformedList("an empty certificate_list");
	return certificates;
}
function malformedList(detail) {
	return appError("CERTIFICATE_LIST_MALFORMED", { detail });
}
// src/endpoints/handshake-messages.ts
/** TLS HandshakeType (RFC 8446 §4), the ones that matter for the received chain. */
const HANDSHAKE_TYPE = {
	serverHello: 2,
	certificate: 11
};
/** OpenSSL draws the same line for the Certificate message. */
const MAX_MESSAGE_LENGTH = 102400;
/**
* A function that takes the fragments of handshake records one by one and returns the messages each one
* completes: a message may span records, and a record may hold several (RFC 8446 §5.1).
*
* @throws CERTIFICATE_LIST_MALFORMED (the function) at a Certificate message longer than 100 KiB
* @throws TLS_HANDSHAKE_UNREADABLE (the function) at another message longer than that
*/
function createMessageAssembler() {
	let pending = [];
	let pendingLength = 0;
	let needed = 4;
	return (fragment) => {
		pending.push(fragment);
		pendingLength += fragment.length;
		if (pendingLength < needed) return [];
		const { messages, rest } = splitMessages(Buffer.concat(pending));
		pending = [rest];
		pendingLength = rest.length;
		needed = rest.length < 4 ? 4 : 4 + rest.readUIntBE(1, 3);
		return messages;
	};
}
function splitMessages(bytes) {
	const messages = [];
	let rest = bytes;
	while (rest.length >= 4) {
		const type = rest.readUInt8(0);
		const length = rest.readUIntBE(1, 3);
		if (length > MAX_MESSAGE_LENGTH) throw tooLong(type, length);
		if (rest.length < 4 + length) break;
		messages.push({
			type,
			body: rest.subarray(4, 4 + length)
		});
		rest = rest.subarray(4 + length);
	}
	return {
		messages,
		rest
	};
}
function tooLong(type, length) {
	const code = type === HANDSHAKE_TYPE.certificate ? "CERTIFICATE_LIST_MALFORMED" : "TLS_HANDSHAKE_UNREADABLE";
	return appError(code, { detail: `a message of ${length} bytes, more than ${MAX_MESSAGE_LENGTH}` });
}
/** A HelloRetryRequest is a ServerHello with this random value (RFC 8446 §4.1.3). */
const RETRY_RANDOM = createHash("sha256").update("HelloRetryRequest").digest();
const SUPPORTED_VERSIONS = 43;
/**
* Parses a ServerHello (RFC 5246 §7.4.1.3, RFC 8446 §4.1.3).
*
* @throws TLS_HANDSHAKE_UNREADABLE
*/
function parseServerHello(body) {
	const reader = createByteReader(body, malformedHello);
	let version = reader.uint(2);
	const random = reader.bytes(32);
	reader.vector(1);
	const cipherSuite = reader.uint(2);
	reader.uint(1);
	const extensions = createByteReader(reader.remaining() > 0 ? reader.vector(2) : Buffer.alloc(0), malformedHello);
	while (extensions.remaining() > 0) {
		const type = extensions.uint(2);
		const value = extensions.vector(2);
		if (type === SUPPORTED_VERSIONS) version = createByteReader(value, malformedHello).uint(2);
	}
	return {
		version,
		cipherSuite,
		retry: random.equals(RETRY_RANDOM)
	};
}
function malformedHello(detail) {
	return appError("TLS_HANDSHAKE_UNREADABLE", { detail: `in the ServerHello, ${detail}` });
}
// src/endpoints/tls-records.ts
/** TLS ContentType (RFC 8446 §5.1). */
const CONTENT_TYPE = {
	changeCipherSpec: 20,
	alert: 21,
	handshake: 22,
	applicationData: 23
};
const HEADER_LENGTH = 5;
/** The most that any version allows: TLS 1.2 ciphertext (RFC 5246 §6.2.3). */
const MAX_FRAGMENT_LENGTH = 2 ** 14 + 2048;
/** Whether `bytes`, the first ones a server sent, may be TLS: a handshake or alert record of SSL 3.0 to TLS 1.3. */
function startsLikeTls(bytes) {
	const [type, major] = bytes;
	return (type === void 0 || type === CONTENT_TYPE.handshake || type === CONTENT_TYPE.alert) && (major === void 0 || major === 3);
}
/**
* The complete records at the start of `stream`, in order; a record that is cut off ends them.
*
* @throws TLS_HANDSHAKE_UNREADABLE at something that is not a record
*/
function* readRecords(stream) {
	for (let start = 0; start + HEADER_LENGTH <= stream.length;) {
		const header = stream.subarray(start, start + HEADER_LENGTH);
		const type = header.readUInt8(0);
		const length = header.readUInt16BE(3);
		if (type < CONTENT_TYPE.changeCipherSpec || type > CONTENT_TYPE.applicationData || header[1] !== 3) throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `no TLS record at byte ${start}` });
		if (length > MAX_FRAGMENT_LENGTH) throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `a record of ${length} bytes` });
		const end = start + HEADER_LENGTH + length;
		if (end > stream.length) return;
		yield {
			type,
			header,
			fragment: stream.subarray(start + HEADER_LENGTH, end)
		};
		start = end;
	}
}
// src/endpoints/tls13-decryption.ts
/** The cipher suites that Node offers (RFC 8446 §B.4); the CCM ones are off. */
const SUITES = {
	4865: {
		cipher: "aes-128-gcm",
		keyLength: 16,
		hash: "sha256"
	},
	4866: {
		cipher: "aes-256-gcm",
		keyLength: 32,
		hash: "sha384"
	},
	4867: {
		cipher: "chacha20-poly1305",
		keyLength: 32,
		hash: "sha256"
	}
};
const IV_LENGTH = 12;
const TAG_LENGTH = 16;
/**
* A function that decrypts the records protected by `trafficSecret`, which must be given to it from the
* first one on and in order: the nonce counts them (RFC 8446 §5.3).
*
* @throws TLS_HANDSHAKE_UNREADABLE for an unknown cipher suite; the function: when a record is not authentic
*/
function createRecordDecryptor(cipherSuite, trafficSecret) {
	const suite = SUITES[cipherSuite];
	if (suite === void 0) throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `cipher suite 0x${cipherSuite.toString(16)}` });
	const key = expandLabel({
		hash: suite.hash,
		secret: trafficSecret,
		label: "key",
		length: suite.keyLength
	});
	const iv = expandLabel({
		hash: suite.hash,
		secret: trafficSecret,
		label: "iv",
		length: IV_LENGTH
	});
	let sequence = 0;
	return (record) => unpad(decrypt(record, {
		cipher: suite.cipher,
		key,
		nonce: nonceFor(iv, sequence++)
	}));
}
/**
* HKDF-Expand-Label with an empty context (RFC 8446 §7.1). One HMAC is all of HKDF-Expand, as no length
* here exceeds the hash's.
*/
function expandLabel(of) {
	const label = Buffer.from(`tls13 ${of.label}`);
	const info = Buffer.concat([
		Buffer.from([
			0,
			of.length,
			label.length
		]),
		label,
		Buffer.from([0])
	]);
	return createHmac(of.hash, of.secret).update(info).update(Buffer.from([1])).digest().subarray(0, of.length);
}
/** The IV with the record's sequence number folded into its end (RFC 8446 §5.3). */
function nonceFor(iv, sequence) {
	const nonce = Buffer.from(iv);
	nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ sequence) >>> 0, 8);
	return nonce;
}
function decrypt(record, how) {
	const tagStart = record.fragment.length - TAG_LENGTH;
	if (tagStart < 1) throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "an encrypted record without content" });
	const decipher = createDecipheriv(how.cipher, how.key, how.nonce, { authTagLength: TAG_LENGTH });
	decipher.setAAD(record.header);
	decipher.setAuthTag(record.fragment.subarray(tagStart));
	try {
		return Buffer.concat([decipher.update(record.fragment.subarray(0, tagStart)), decipher.final()]);
	} catch (cause) {
		throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "a record that is not authentic" }, { cause });
	}
}
/** The content type is the last byte that is not zero; what follows is padding (RFC 8446 §5.4). */
function unpad(inner) {
	let end = inner.length - 1;
	while (end > 0 && inner[end] === 0) end -= 1;
	return {
		type: inner[end] ?? 0,
		fragment: inner.subarray(0, Math.max(end, 0))
	};
}
// src/endpoints/received-chain.ts
const TLS13 = 772;
/**
* The certificates a server sent, DER, in its order, with duplicates and strays. undefined when the
* transcript does not get as far as a Certificate message that can be read.
*
* Node's own `getPeerCertificate(true)` follows issuers instead, and loses the order and what does not fit.
* A CompressedCertificate (RFC 8879) does not occur, as Node does not offer to take one.
*
* @throws CERTIFICATE_LIST_MALFORMED when the Certificate message is malformed, longer than 100 KiB or of more than
*   20 certificates
* @throws TLS_HANDSHAKE_UNREADABLE when something before it is malformed
*/
function readReceivedChain(transcript) {
	const records = readRecords(transcript.inbound);
	const assemble = createMessageAssembler();
	let hello;
	for (const record of records) {
		if (record.type === CONTENT_TYPE.changeCipherSpec && hello?.version !== TLS13) return void 0;
		if (record.type !== CONTENT_TYPE.handshake) continue;
		for (const message of assemble(record.fragment)) {
			if (message.type === HANDSHAKE_TYPE.certificate) return parseTls12Certificates(message.body);
			if (message.type !== HANDSHAKE_TYPE.serverHello) continue;
			hello = parseServerHello(message.body);
			if (hello.version === TLS13 && !hello.retry) return readEncryptedChain(records, hello, transcript);
		}
	}
}
/** The rest of a TLS 1.3 transcript, after the ServerHello. */
function readEncryptedChain(records, hello, { trafficSecret }) {
	if (trafficSecret === void 0) return void 0;
	const decrypt = createRecordDecryptor(hello.cipherSuite, trafficSecret);
	const assemble = createMessageAssembler();
	for (const record of records) {
		if (record.type !== CONTENT_TYPE.applicationData) continue;
		const inner = decrypt(record);
		if (inner.type !== CONTENT_TYPE.handshake) continue;
		const certificate = assemble(inner.fragment).find(({ type }) => type === HANDSHAKE_TYPE.certificate);
		if (certificate !== void 0) return parseTls13Certificates(certificate.body);
	}
}
// src/endpoints/received-certificates.ts
/**
* `readReceivedChain`, parsed.
*
* @throws TLS_HANDSHAKE_UNREADABLE, CERTIFICATE_LIST_MALFORMED as it does
* @throws CERTIFICATE_MALFORMED when what it gives is not a certificate
*/
function readReceivedCertificates(transcript) {
	return readReceivedChain(transcript)?.map((der) => parseCertificate(der));
}
// src/endpoints/handshake-failure.ts
/** Why a handshake failed: what the server sent says more than the error that OpenSSL made of it. */
function handshakeFailure(limit, error, transcript) {
	if (!startsLikeTls(transcript.inbound)) {
		const [firstLine = ""] = transcript.inbound.toString("latin1").split(/[\r\n]/, 1);
		return failure(limit, {
			stage: "tls",
			reason: "not-tls",
			detail: firstLine
		});
	}
	const broken = brokenConnection(limit, "tls", error);
	return broken.reason === "tls-error" ? malformedCertificate(limit, transcript) ?? broken : broken;
}
/** Why the chain of a handshake that succeeded cannot be read: `error` is what reading it threw. */
function unreadableChain(limit, error) {
	if (hasCode(error, "CERTIFICATE_LIST_MALFORMED", "CERTIFICATE_MALFORMED")) return failure(limit, {
		stage: "tls",
		reason: "malformed-certificate",
		detail: error.message
	});
	if (!hasCode(error, "TLS_HANDSHAKE_UNREADABLE")) throw error;
	return failure(limit, {
		stage: "tls",
		reason: "tls-error",
		detail: error.message
	});
}
/** OpenSSL gave up, and the certificates are the reason; undefined when it had another one. */
function malformedCertificate(limit, transcript) {
	try {
		readReceivedCertificates(transcript);
		return;
	} catch (error) {
		const unreadable = unreadableChain(limit, error);
		return unreadable.reason === "malformed-certificate" ? unreadable : void 0;
	}
}
// src/endpoints/tap-socket.ts
/**
* `tcp` as a stream that shows `onInbound` every chunk the peer sends, before anybody else sees it. TLS has
* to run over a stream of JavaScript for this: over a net.Socket it reads the file descriptor directly.
* Destroying the stream destroys the socket.
*/
function tapSocket(tcp, onInbound) {
	const stream = new Duplex({
		read: () => void tcp.resume(),
		write: (chunk, _encoding, callback) => void tcp.write(chunk, callback),
		final: (callback) => void tcp.end(callback),
		destroy: (error, callback) => {
			tcp.destroy();
			callback(error);
		}
	});
	tcp.on("data", (chunk) => {
		onInbound(chunk);
		if (!stream.push(chunk)) tcp.pause();
	});
	tcp.on("end", () => stream.push(null));
	tcp.on("error", (error) => stream.destroy(error));
	return stream;
}
// src/endpoints/open-tls.ts
/**
* One TCP connection and one handshake, left open for the caller to close. Whatever the server does wrong
* is a failure as data, after which nothing stays open.
*/
async function openTls(target, limit) {
	const tcp = await connectTcp(target, limit);
	if (tcp.kind === "failure") return tcp;
	const recorder = createHandshakeRecorder();
	const stream = tapSocket(tcp.socket, (chunk) => recorder.recordInbound(chunk));
	const socket = connect$1({
		socket: stream,
		secureContext: target.context,
		rejectUnauthorized: false,
		checkServerIdentity: () => void 0,
		...isIP(target.domain) === 0 ? { servername: target.domain } : {}
	});
	socket.on("keylog", (line) => recorder.recordKey(line)).on("error", () => void 0);
	const close = () => {
		socket.destroy();
		stream.destroy();
	};
	try {
		await untilEvent(socket, "secureConnect", limit.signal);
	} catch (error) {
		close();
		return handshakeFailure(limit, error, recorder.transcript());
	}
	recorder.stop();
	try {
		const receivedChain = readReceivedCertificates(recorder.transcript());
		if (receivedChain !== void 0) return {
			kind: "open",
			socket,
			receivedChain,
			close
		};
		throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "no Certificate message in its first 256 KiB" });
	} catch (error) {
		close();
		return unreadableChain(limit, error);
	}
}
// src/endpoints/observe-tls.ts
/** An observer; reading the trust anchors costs tens of milliseconds, so make one for a whole run. */
function createTlsObserver({ trustAnchors, privateNetworks, timeoutMs }) {
	const context = createSecureContext({
		ca: [...trustAnchors],
		minVersion: "TLSv1.2"
	});
	return ({ domain, address: { ip, port } }, signal) => withTimeLimit({
		timeoutMs,
		signal
	}, async (limit) => {
		const connection = await openTls({
			domain,
			ip,
			port,
			context,
			privateNetworks
		}, limit);
		if (connection.kind === "failure") return connection;
		const { socket, receivedChain } = connection;
		try {
			return {
				kind: "handshake",
				receivedChain,
				protocol: socket.getProtocol() ?? "",
				cipher: socket.getCipher().standardName,
				verifyError: readVerifyError(socket),
				durationMs: limit.elapsedMs()
			};
		} finally {
			connection.close();
		}
	});
}
/** Node's types promise an Error; it gives the error's code, and null when there is none. */
function readVerifyError(socket) {
	const error = socket.authorizationError;
	if (error instanceof Error) return "code" in error ? String(error.code) : error.message;
	return typeof error === "string" ? error : void 0;
}
// src/endpoints/request-http.ts
const HTTPS_PORT = 443;
/** Nothing is verified with it. */
let anyCertificate;
/**
* What one address answers to one HTTPS request for `domain`: the status is all that is read. Neither is
* the certificate judged (that is what a TlsObservation is for) nor a redirect followed. A dead or broken
* peer is data.
*
* @throws the signal's abort reason
*/
function requestHttp(target, patience) {
	const { domain, address, privateNetworks, method, path } = target;
	anyCertificate ??= createSecureContext({
		ca: [],
		minVersion: "TLSv1.2"
	});
	const context = anyCertificate;
	return withTimeLimit(patience, async (limit) => {
		const connection = await openTls({
			domain,
			ip: address.ip,
			port: address.port,
			context,
			privateNetworks
		}, limit);
		if (connection.kind === "failure") return connection;
		try {
			const host = hostHeader(domain, target.port, HTTPS_PORT);
			const { signal } = limit;
			return {
				kind: "response",
				status: (await exchangeHttp({
					socket: connection.socket,
					method,
					path,
					host,
					signal
				})).statusCode ?? 0,
				durationMs: limit.elapsedMs()
			};
		} catch (error) {
			return brokenConnection(limit, "http", error);
		} finally {
			connection.close();
		}
	});
}
// src/endpoints/observe-endpoint.ts
const CONCURRENT_ADDRESSES = 8;
/**
* An observer of whole endpoints: the name is resolved, then each address gets one TLS handshake and, when
* that succeeds, the HTTP request of `health`.
*/
function createEndpointObserver(terms) {
	const observeTls = createTlsObserver(terms);
	const patience = { timeoutMs: terms.timeoutMs };
	return async (endpoint) => {
		const resolution = await resolveAddresses(endpoint, patience);
		if (resolution.kind === "failure") return resolution;
		const limit = pLimit(CONCURRENT_ADDRESSES);
		return Promise.all(resolution.addresses.map((address) => limit(observeAddress, address)));
		async function observeAddress(address) {
			const tls = await observeTls({
				domain: endpoint.domain,
				address
			});
			if (tls.kind === "failure" || !endpoint.health) return {
				address,
				tls,
				http: void 0
			};
			const { path, method } = endpoint.health;
			const { privateNetworks } = terms;
			return {
				address,
				tls,
				http: await requestHttp({
					domain: endpoint.domain,
					port: endpoint.port,
					address,
					path,
					method,
					privateNetworks
				}, patience)
			};
		}
	};
}
// src/endpoints/finding.ts
const FINDING_IDS = [
	"missing-intermediate",
	"incomplete-chain",
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
	"unknown-critical-extension",
	"malformed-certificate",
	"weak-key",
	"unsupported-key-type",
	"weak-signature",
	"revoked",
	"expired-leaf",
	"expired-intermediate",
	"not-yet-valid",
	"not-yet-valid-intermediate",
	"hostname-mismatch",
	"certificate-drift",
	"key-mismatch",
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
	"rolled-back"
];
// src/reports/format.ts
/** A duration as people say it: `840 ms`, `3.2 s`, `4 min 10 s`. */
function formatDuration(milliseconds) {
	const rounded = Math.round(milliseconds);
	if (rounded < 1e3) return `${rounded} ms`;
	const tenths = Math.round(rounded / 100);
	if (tenths < 600) return `${(tenths / 10).toFixed(1)} s`;
	const seconds = Math.round(rounded / 1e3);
	const rest = seconds % 60;
	return `${Math.floor(seconds / 60)} min${rest > 0 ? ` ${rest} s` : ""}`;
}
/** `1 address`, `2 addresses`; the plural is `one` with an s unless given. */
function countOf(count, one, many = `${one}s`) {
	return `${count} ${count === 1 ? one : many}`;
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
export { union as A, boolean as C, object as D, number as E, loadTrustStore as F, parseBundle as I, toPem as L, CLIENT_NAMES as M, INGRESS_TYPES as N, record as O, parseAddressPin as P, pLimit as R, array as S, literal as T, certificateName as _, createEndpointObserver as a, datetime as b, addressesServingOther as c, judgeEndpoint as d, judgeUnresolved as f, findBundle as g, describePathFailure as h, FINDING_IDS as i, parseDuration as j, string as k, addressesWithIncompleteChain as l, shortFingerprint as m, countOf as n, fetchIssuers as o, describeNameMismatch as p, formatDuration as r, addressesNotServing as s, readTrustAnchors as t, isAsIntended as u, matchesDomain as v, int as w, _enum as x, loadConfig as y };
