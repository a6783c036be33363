import { o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as hasCode, r as AppError, t as appError } from "./catalogue.js";
import { t as printable } from "./printable.js";
import { t as Secret } from "./secret.js";
import { a as showSpan, i as renewalMarginMs, n as isValidAt, r as lifetimeMs, t as shortFingerprint } from "./short-fingerprint.js";
import { X509Certificate, constants, createCipheriv, createDecipheriv, createECDH, createHash, createPrivateKey, createPublicKey, createSecretKey, diffieHellman, generateKeyPairSync, hash, randomFillSync, verify } from "node:crypto";
import { connect, isIP, isIPv4, isIPv6 } from "node:net";
import { Duplex } from "node:stream";
import { isUtf8 } from "node:buffer";
import { connect as connect$1, createSecureContext } from "node:tls";
import { performance as performance$1 } from "node:perf_hooks";
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
// src/certificates/clients/validity-limit.ts
const DAY_MS$2 = 864e5;
/** The longest validity in days by the date of issue, the latest first (BR §6.3.2). */
const LIMITS = [
	["2029-03-15", 47],
	["2027-03-15", 100],
	["2026-03-15", 200],
	["2020-09-01", 398],
	["2018-03-01", 825]
];
/**
* How many days `certificate` is valid, begun ones whole (BR §6.3.2: a day is 86,400 seconds, and both ends belong to
* the period), and how many were allowed on the day it was issued; undefined before there was a limit.
*/
function validityLimit({ notBefore, notAfter }) {
	return {
		days: Math.ceil((notAfter.getTime() + 1e3 - notBefore.getTime()) / DAY_MS$2),
		limit: LIMITS.find(([since]) => notBefore.getTime() >= Date.parse(`${since}T00:00:00Z`))?.[1]
	};
}
// src/certificates/material/decode-text.ts
/** Text of `bytes` without a byte order mark. Windows tools write UTF-16, with or without one. */
function decodeText(bytes) {
	const order = utf16Order(bytes);
	if (!order) return {
		text: withoutMark(bytes.toString("utf8")),
		encoding: "UTF-8"
	};
	const whole = bytes.subarray(0, bytes.length - bytes.length % 2);
	return {
		text: withoutMark((order === "little" ? whole : Buffer.from(whole).swap16()).toString("utf16le")),
		encoding: "UTF-16"
	};
}
/** By its byte order mark (RFC 2781 §3.2), or by the zero octet that every ASCII character has. */
function utf16Order(bytes) {
	const mark = bytes.toString("hex", 0, 2);
	if (mark === "fffe") return "little";
	if (mark === "feff") return "big";
	const zeros = [...bytes.subarray(0, 4)].map((octet) => octet === 0 ? "0" : "x").join("");
	if (zeros === "x0x0") return "little";
	return zeros === "0x0x" ? "big" : void 0;
}
function withoutMark(text) {
	return text.replace(/^\uFEFF/, "");
}
// src/certificates/material/finds.ts
/** `finds` with nothing in what it leaves out. */
function found(finds) {
	return {
		certificates: [],
		keys: [],
		contents: [],
		problems: [],
		...finds
	};
}
/** All of them, in order. */
function joinFinds(all) {
	return {
		certificates: all.flatMap(({ certificates }) => certificates),
		keys: all.flatMap(({ keys }) => keys),
		contents: all.flatMap(({ contents }) => contents),
		problems: all.flatMap(({ problems }) => problems)
	};
}
/** A problem with something that could not be read. */
function lost(id, error) {
	return {
		id,
		error,
		isRecovered: false
	};
}
/** A problem with something that was read all the same. */
function recovered(id, error) {
	return {
		id,
		error,
		isRecovered: true
	};
}
function locationOf({ source, line }) {
	return line === void 0 ? { file: source } : {
		file: source,
		line
	};
}
// src/certificates/der/der.ts
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
/** One element: what its tag says it is, its contents, and all of its octets. */
var DerElement = class {
	tag;
	#bytes;
	#start;
	contentStart;
	end;
	constructor(bytes, { tag, start, contentStart, end }) {
		this.#bytes = bytes;
		this.tag = tag;
		this.#start = start;
		this.contentStart = contentStart;
		this.end = end;
	}
	/** A view, not a copy. Made when it is asked for: most elements are only walked through. */
	get content() {
		return this.#bytes.subarray(this.contentStart, this.end);
	}
	/** A view, not a copy. */
	get der() {
		return this.#bytes.subarray(this.#start, this.end);
	}
	/** The elements in its contents, in order. @throws DerError */
	children() {
		if ((this.tag & 32) === 0) throw new DerError(`tag ${hexOctet(this.tag)} is not constructed`);
		const children = [];
		for (let offset = this.contentStart; offset < this.end;) {
			const child = readElement(this.#bytes, offset, this.end);
			children.push(child);
			offset = child.end;
		}
		return children;
	}
};
/** Input that is not the DER it should be. It stays inside this folder: parsers translate it. */
var DerError = class extends Error {
	name = "DerError";
};
/** The only element in `bytes`. @throws DerError when there is none, or anything follows it. */
function readDer(bytes) {
	const element = readElement(bytes, 0, bytes.length);
	if (element.end !== bytes.length) throw new DerError("octets follow the outermost element");
	return element;
}
/** All elements in the contents of a constructed element, in order. @throws DerError */
function readChildren(parent) {
	return parent.children();
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
function readElement(bytes, start, limit) {
	const tag = octetAt(bytes, start, limit);
	if ((tag & 31) === 31) throw new DerError("a tag number above 30");
	const first = octetAt(bytes, start + 1, limit);
	const octets = first < 128 ? 0 : first & 127;
	const contentStart = start + 2 + octets;
	const end = contentStart + (first < 128 ? first : readLongLength(bytes, {
		start: start + 2,
		octets,
		limit
	}));
	if (end > limit) throw new DerError("an element is longer than what holds it");
	return new DerElement(bytes, {
		tag,
		start,
		contentStart,
		end
	});
}
/** X.690 §10.1: the definite form, in as few octets as possible. */
function readLongLength(bytes, { start, octets, limit }) {
	if (octets === 0) throw new DerError("an indefinite length");
	if (octets > 4) throw new DerError("a length of more than 4 octets");
	let length = 0;
	for (let index = 0; index < octets; index += 1) length = length * 256 + octetAt(bytes, start + index, limit);
	if (length < 128 || length < 256 ** (octets - 1)) throw new DerError("a length that is not minimal");
	return length;
}
function octetAt(bytes, offset, limit) {
	const octet = offset < limit ? bytes[offset] : void 0;
	if (octet === void 0) throw new DerError("the input ends early");
	return octet;
}
function hexOctet(octet) {
	return `0x${octet.toString(16).padStart(2, "0")}`;
}
// src/certificates/der/ber.ts
/** CMS nests some ten levels deep; hostile input could nest one every two octets. */
const MAX_DEPTH = 32;
/** A certificate has some hundred elements; a megabyte of nothing but tags and lengths has half a million. */
const MAX_ELEMENTS = 1e5;
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
		depth: 0,
		elements: { left: MAX_ELEMENTS }
	}).der;
}
function convert({ bytes, start, depth, elements }) {
	elements.left -= 1;
	if (elements.left < 0) throw new DerError(`more than ${MAX_ELEMENTS} elements`);
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
	const within = bytes.subarray(0, limit);
	const children = [];
	let offset = contentStart;
	while (length === void 0 ? !isEndOfContents(bytes, offset) : offset < limit) {
		const child = convert({
			bytes: within,
			start: offset,
			depth: depth + 1,
			elements
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
// src/certificates/material/der-kind.ts
/** Tags, in hexadecimal, of what the outermost SEQUENCE holds. */
const OUTLINES = [
	[/^06 a0$/, "PKCS#7"],
	[/^02 30( 30)?$/, "PKCS#12"],
	[/^02 30 04/, "PKCS#8 key"],
	[/^02( 02){8}( 30)?$/, "PKCS#1 key"],
	[/^02 04/, "SEC1 key"],
	[/^30 04$/, "encrypted key"],
	[/^30 03$/, "public key"]
];
/** What the first field of a signed SEQUENCE holds. */
const SIGNED_OUTLINES = [
	[/^02 30 30( a0)?$/, "certificate request"],
	[/^(02 )?30 30 (17|18)/, "CRL"],
	[/^(a0 )?02( 30){5}/, "certificate"]
];
/** The kind of the only value in `bytes`; undefined when its outline is none of these, or it is cut short. */
function identifyDer(bytes) {
	return identify(() => readDer(bytes)) ?? identify(() => readDer(berToDer(bytes)));
}
function identify(read) {
	try {
		const fields = readChildren(read());
		const [first] = fields;
		const outline = outlineOf(fields);
		if (first && outline === "30 30 03") return match(SIGNED_OUTLINES, outlineOf(readChildren(first)));
		return match(OUTLINES, outline);
	} catch (error) {
		if (error instanceof DerError) return void 0;
		throw error;
	}
}
function outlineOf(elements) {
	return elements.map(({ tag }) => tag.toString(16).padStart(2, "0")).join(" ");
}
function match(outlines, outline) {
	return outlines.find(([pattern]) => pattern.test(outline))?.[1];
}
// src/certificates/der/der-values.ts
/** BOOLEAN; DER knows 0x00 and 0xFF alone (X.690 §11.1). @throws DerError */
function readBoolean(element) {
	const [octet] = element.content;
	if (element.content.length !== 1 || octet !== 0 && octet !== 255) throw new DerError("a bad BOOLEAN");
	return octet === 255;
}
/** INTEGER in as few octets as possible (X.690 §8.3.2), of any size. @throws DerError */
function readInteger(element) {
	const { content } = element;
	checkMinimal(content);
	return BigInt.asIntN(content.length * 8, BigInt(`0x${content.toString("hex")}`));
}
/** How many bits an INTEGER needs, without its sign; 0 when it is negative or zero. @throws DerError */
function countBits(element) {
	const { content } = element;
	checkMinimal(content);
	const [first = 0, second = 0] = content;
	if (first >= 128) return 0;
	const [top, octetsBelow] = first === 0 ? [second, content.length - 2] : [first, content.length - 1];
	return top === 0 ? 0 : octetsBelow * 8 + 32 - Math.clz32(top);
}
function checkMinimal(content) {
	const [first, second] = content;
	if (first === void 0) throw new DerError("an empty INTEGER");
	if (second !== void 0 && (first === 0 && second < 128 || first === 255 && second >= 128)) throw new DerError("an INTEGER that is not minimal");
}
/** ENUMERATED, small enough to be a number (X.690 §8.4). @throws DerError */
function readEnumerated(element) {
	return Number(readInteger(expectTag(element, TAG.enumerated)));
}
/** OBJECT IDENTIFIER in dotted form (X.690 §8.19). @throws DerError */
function readOid({ content }) {
	let text = "";
	let arc = 0;
	let fresh = true;
	for (let index = 0; index < content.length; index += 1) {
		const octet = content[index] ?? 0;
		if (fresh && octet === 128) throw new DerError("an OBJECT IDENTIFIER that is not minimal");
		arc = arc * 128 + (octet & 127);
		if (arc > Number.MAX_SAFE_INTEGER) throw new DerError("an OBJECT IDENTIFIER with an arc too large");
		fresh = octet < 128;
		if (!fresh) continue;
		text += text === "" ? firstArcs(arc) : `.${arc}`;
		arc = 0;
	}
	if (!fresh || text === "") throw new DerError("an OBJECT IDENTIFIER that ends early");
	return text;
}
/** The first two arcs are written as one number, 40 times the first and the second (X.690 §8.19.4). */
function firstArcs(both) {
	const first = Math.min(Math.floor(both / 40), 2);
	return `${first}.${both - first * 40}`;
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
function readTime({ tag, content }) {
	const digits = content.toString("latin1", 0, content.length - 1);
	const text = tag === TAG.utcTime ? `${Number(digits.slice(0, 2)) < 50 ? "20" : "19"}${digits}` : digits;
	if (tag !== TAG.utcTime && tag !== TAG.generalizedTime || content.at(-1) !== 90 || !/^\d{14}$/.test(text)) throw new DerError("a bad time");
	const [day, hour] = [text.slice(6, 8), text.slice(8, 10)];
	const clock = `${hour}:${text.slice(10, 12)}:${text.slice(12)}`;
	const time = /* @__PURE__ */ new Date(`${text.slice(0, 4)}-${text.slice(4, 6)}-${day}T${clock}.000Z`);
	if (time.getUTCDate() !== Number(day) || time.getUTCHours() !== Number(hour)) throw new DerError("a time that does not exist");
	return time;
}
/** How the character strings of X.520 names are encoded, by tag. */
const STRING_DECODERS = {
	12: decodeUtf8,
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
/** UTF8String, which must be UTF-8 (RFC 3629 §3). */
function decodeUtf8(content) {
	if (!isUtf8(content)) throw new DerError("a UTF8String that is not UTF-8");
	return content.toString("utf8");
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
		if (codePoint > 1114111) throw new DerError("a UniversalString beyond Unicode");
		text += String.fromCodePoint(codePoint);
	}
	return text;
}
// src/certificates/names/distinguished-name.ts
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
/** Characters; RFC 5280 §A.1 ends most attributes at 64, and e-mail addresses at 255. */
const LONGEST_COMPOSED = 256;
const COMMON_NAME = "2.5.4.3";
const EMAIL_ADDRESS = "1.2.840.113549.1.9.1";
/** Reads a Name (RFC 5280 §4.1.2.4). @throws DerError */
function readName(name) {
	const rdns = readChildren(expectTag(name, TAG.sequence)).map(readRdn);
	const rdnKeys = rdns.map((rdn) => joinKeys(rdn.map(attributeKey).toSorted()));
	let shown;
	return {
		get text() {
			shown ??= rdns.toReversed().map((rdn) => rdn.map(attributeText).join("+")).join(", ");
			return shown;
		},
		commonNames: valuesOf(rdns, COMMON_NAME),
		emailAddresses: valuesOf(rdns, EMAIL_ADDRESS),
		key: joinKeys(rdnKeys),
		rdnKeys
	};
}
/** Whether `name` is `base` or below it (RFC 5280 §7.1). */
function isWithinName(name, base) {
	return base.rdnKeys.every((rdnKey, index) => name.rdnKeys[index] === rdnKey);
}
/** Each with its length before it, so that no text can pass for two. */
function joinKeys(keys) {
	return keys.map((key) => `${key.length}:${key}`).join("");
}
function valuesOf(rdns, type) {
	return rdns.flatMap((rdn) => rdn.filter(({ oid }) => oid === type).map(showValue));
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
			text: readValue$1(value),
			value
		};
	});
}
/** Undefined for the two kinds beside character strings that OpenSSL takes; it reads no certificate with others. */
function readValue$1(value) {
	const text = readString(value);
	if (value.tag === TAG.bitString) readNamedBits(value);
	else if (text === void 0 && value.tag !== TAG.sequence) throw new DerError("an attribute whose value is no character string");
	return text;
}
/** Text, or `#` and hexadecimal DER (RFC 4514 §2.4). */
function showValue({ text, value }) {
	return text ?? `#${value.der.toString("hex")}`;
}
function attributeText(attribute) {
	const value = showValue(attribute).replace(/[",+;<>\\]/g, String.raw`\$&`);
	return `${SHORT_NAMES[attribute.oid] ?? attribute.oid}=${value}`;
}
/** Marks in the wrong order are sorted one by one, so a long text of nothing else would take seconds. */
function compose(text) {
	return text.length > LONGEST_COMPOSED ? text : text.normalize("NFKC");
}
function attributeKey({ oid, text, value }) {
	if (text === void 0) return `${oid}#${value.der.toString("hex")}`;
	return `${oid}=${(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) ? text : compose(text).replaceAll(/\s+/g, " ").trim()).toLowerCase()}`;
}
// src/certificates/names/general-name.ts
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
const KINDS$1 = /* @__PURE__ */ new Map([
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
	const read = KINDS$1.get(element.tag);
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
// src/certificates/names/punycode.ts
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
// src/certificates/names/dns-name.ts
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
// src/certificates/names/name-subtrees.ts
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
// src/certificates/names/name-constraints.ts
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
	const groups = groupByForm(constraints);
	for (const name of namesOf$1(certificate)) {
		const sameForm = groups.get(formOf(name));
		if (!sameForm) continue;
		comparisons.left -= sameForm.permitted.length + sameForm.excluded.length;
		const subtrees = comparisons.left < 0 ? "permitted" : findForbidding(name, sameForm);
		if (subtrees) return {
			name: showGeneralName(name),
			subtrees
		};
	}
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
function findForbidding(name, { permitted, excluded }) {
	const within = (reading) => (subtree) => isWithin(name, subtree.base, reading);
	if (permitted.length > 0 && !permitted.some(within("wholly"))) return "permitted";
	return excluded.some(within("partly")) ? "excluded" : void 0;
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
// src/certificates/der/oids.ts
/** Object identifiers of certificate, CRL and OCSP extensions (RFC 5280 §4.2, §5.2, §5.3) and what they hold. */
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
	/** RFC 7633 §4. */
	tlsFeature: "1.3.6.1.5.5.7.1.24",
	subjectInfoAccess: "1.3.6.1.5.5.7.1.11",
	serverAuth: "1.3.6.1.5.5.7.3.1",
	ocspSigning: "1.3.6.1.5.5.7.3.9",
	caIssuers: "1.3.6.1.5.5.7.48.2",
	/** RFC 6960 §4.2.1. */
	basicOcspResponse: "1.3.6.1.5.5.7.48.1.1",
	/** RFC 6960 §4.2.2.2.1. */
	ocspNoCheck: "1.3.6.1.5.5.7.48.1.5",
	/** Signed certificate timestamps in a certificate and in an OCSP response (RFC 6962 §3.3). */
	embeddedScts: "1.3.6.1.4.1.11129.2.4.2",
	ocspScts: "1.3.6.1.4.1.11129.2.4.5"
};
/** Bits of keyUsage (RFC 5280 §4.2.1.3). */
const KEY_USAGE = {
	digitalSignature: 0,
	nonRepudiation: 1,
	keyEncipherment: 2,
	keyCertSign: 5,
	cRLSign: 6
};
// src/certificates/extensions.ts
/** Reads Extensions (RFC 5280 §4.1.2.9), of which none may occur twice (§4.2). @throws DerError */
function readExtensions$1(sequence) {
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
// src/certificates/keys/public-key.ts
const RSA = "1.2.840.113549.1.1.1";
const EC = "1.2.840.10045.2.1";
const ED25519 = "1.3.101.112";
/** Names of the curves that TLS clients know or knew (RFC 5480 §2.1.1.1, SEC 2 §A.2.1); others go by their OID. */
const CURVES$2 = {
	"1.2.840.10045.3.1.7": "P-256",
	"1.3.132.0.34": "P-384",
	"1.3.132.0.35": "P-521",
	"1.3.132.0.33": "P-224",
	"1.3.132.0.10": "secp256k1"
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
			algorithm.end();
			if (parameters && parameters.content.length > 0) throw new DerError("a NULL that is not empty");
			return {
				kind: "rsa",
				...readRsaKey(key),
				hasNullParameters: parameters !== void 0
			};
		}
		case EC: {
			const curve = algorithm.optional(TAG.oid);
			const name = curve && readOid(curve);
			return {
				kind: "ec",
				curve: name === void 0 ? void 0 : CURVES$2[name] ?? name
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
	const modulusBits = countBits(fields.required(TAG.integer));
	const exponent = readInteger(fields.required(TAG.integer));
	fields.end();
	return {
		modulusBits,
		exponent
	};
}
// src/certificates/der/signed-object.ts
/**
* The envelope that certificates and CRLs share: SEQUENCE of what is signed, algorithm, signature
* (RFC 5280 §4.1.1, §5.1.1). `tbs` is what is signed, for its own reader.
*
* @throws DerError
*/
function readSignedObject(der) {
	const fields = new DerFields(expectTag(readDer(der), TAG.sequence));
	const signed = readSignedFields(fields);
	fields.end();
	return signed;
}
/** The same of an envelope in which more may follow, as in an OCSP response (RFC 6960 §4.2.1). @throws DerError */
function readSignedFields(fields) {
	const tbs = fields.required(TAG.sequence);
	const signatureAlgorithm = readAlgorithm(fields.required(TAG.sequence));
	const signature = readBitString(fields.required(TAG.bitString));
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
		return readCertificate$1(bytes);
	} catch (cause) {
		if (!(cause instanceof DerError)) throw cause;
		throw appError("CERTIFICATE_MALFORMED", { reason: cause.message }, {
			location,
			cause
		});
	}
}
function readCertificate$1(der) {
	const { tbs: tbsElement, ...signed } = readSignedObject(der);
	const tbs = readTbsCertificate(tbsElement);
	const { subject, issuer, extensions } = tbs;
	const subjectName = readName(subject);
	const issuerName = readName(issuer);
	const { defaultCaWritten, ...basicConstraints } = readBasicConstraints(extensions);
	const { keyUsageMinimal, keyUsage } = readKeyUsage(extensions);
	const authorityKeyIdentifier = readAuthorityKeyIdentifier(extensions);
	let x509;
	return {
		der,
		get x509() {
			return x509 ??= new X509Certificate(der);
		},
		fingerprint: hash("sha256", der),
		...signed,
		form: {
			...tbs.form,
			defaultCaWritten,
			keyUsageMinimal
		},
		get subject() {
			return subjectName.text;
		},
		get issuer() {
			return issuerName.text;
		},
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
	const uniqueIds = [1, 2].flatMap((number) => fields.optional(contextTag(number, "primitive")) ?? []);
	uniqueIds.forEach(readNamedBits);
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
			hasUniqueIds: uniqueIds.length > 0
		},
		serialNumber: readInteger(serial),
		issuer,
		notBefore: readTime(start),
		notAfter: readTime(end),
		subject,
		publicKey,
		extensions: wrapped ? readExtensions$1(readDer(wrapped.content)) : /* @__PURE__ */ new Map()
	};
}
/** RFC 5280 §4.1.2.1: v1 is 0, v3 is 2. */
function readVersion(wrapper) {
	const version = readInteger(expectTag(readDer(wrapper.content), TAG.integer));
	if (version < 0n || version > 2n) throw new DerError(`version ${version + 1n}`);
	return Number(version) + 1;
}
// src/certificates/keys/private-key.ts
/**
* The private key in `der`, of which `label` says how it is encoded: `PRIVATE KEY` (PKCS#8), `RSA PRIVATE KEY`
* (PKCS#1), `EC PRIVATE KEY` (SEC1).
*
* @throws what OpenSSL says when it cannot read it
*/
function readPrivateKey(label, der) {
	const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
	const pem = new Secret([
		`-----BEGIN ${label}-----`,
		...lines,
		`-----END ${label}-----`,
		""
	].join("\n"));
	return {
		key: createPrivateKey(pem.reveal()),
		pem
	};
}
/** Whether the public key in `certificate` belongs to `privateKey`: what a server would present together. */
function keyMatches(certificate, privateKey) {
	try {
		return certificate.x509.checkPrivateKey(privateKey.key);
	} catch {
		return false;
	}
}
/** SHA-256 of the SubjectPublicKeyInfo, 64 lower-case hexadecimal digits: of a certificate, or of a private key. */
function publicKeyDigest(holder) {
	const spki = "publicKeyDer" in holder ? holder.publicKeyDer : createPublicKey(holder.key).export({
		type: "spki",
		format: "der"
	});
	return createHash("sha256").update(spki).digest("hex");
}
// src/certificates/material/cms.ts
/** id-signedData (RFC 5652 §5.1). */
const SIGNED_DATA = "1.2.840.113549.1.7.2";
/**
* DER of the certificates in a CMS message, PKCS#7 in older words, in order: SignedData in DER or BER (RFC 5652
* §5.1). Choices other than `certificate` are skipped (§10.2.2); no signature is looked at.
*
* @throws DerError
*/
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
// src/certificates/material/read-values.ts
/** The certificate that `der` is. */
function readCertificateValue(der, place) {
	try {
		return found({ certificates: [{
			certificate: parseCertificate(der, locationOf(place)),
			line: place.line
		}] });
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return found({ problems: [lost("malformed-certificate", error)] });
	}
}
/** The certificates in a CMS message, DER or BER. */
function readCmsValue(message, place) {
	try {
		return joinFinds(readCms(message).map((der) => readCertificateValue(der, place)));
	} catch (cause) {
		if (!(cause instanceof DerError)) throw cause;
		const occurrence = {
			location: locationOf(place),
			cause
		};
		return found({ problems: [lost("wrong-format", appError("PKCS7_MALFORMED", {
			source: place.source,
			reason: cause.message
		}, occurrence))] });
	}
}
/** The private key in `der`, whose `label` says how it is encoded. */
function readKeyValue(label, der, place) {
	try {
		return found({ keys: [{
			key: readPrivateKey(label, der),
			line: place.line
		}] });
	} catch (cause) {
		const details = {
			source: place.source,
			reason: `OpenSSL cannot read its ${label}`
		};
		return found({ problems: [lost("malformed-pem", appError("KEY_MALFORMED", details, {
			location: locationOf(place),
			cause
		}))] });
	}
}
/** What there is to say of a key that only its passphrase opens; `scheme` is how it is encrypted. */
function refuseEncryptedKey(scheme, place) {
	return found({ problems: [lost("encrypted-key", appError("KEY_ENCRYPTED", {
		source: place.source,
		scheme
	}, { location: locationOf(place) }))] });
}
// src/certificates/material/split-der.ts
/** The SEQUENCE with which `bytes` begin; undefined when they begin with anything else, or its length is indefinite. */
function splitDer(bytes) {
	const [tag, length] = bytes;
	if (tag !== TAG.sequence || length === void 0 || length === 128) return void 0;
	const octets = length < 128 ? 0 : length & 127;
	if (octets > 4 || bytes.length < 2 + octets) return void 0;
	const statedLength = 2 + octets + (octets === 0 ? length : bytes.readUIntBE(2, octets));
	return {
		first: bytes.subarray(0, statedLength),
		statedLength,
		rest: bytes.subarray(statedLength)
	};
}
// src/certificates/material/read-der.ts
/** The whole Mozilla root store has 150 certificates. */
const MAX_VALUES = 1e3;
/** What a file of the first value's kind is called, and in which errors. */
const FORMATS$1 = {
	"PKCS#7": ["pkcs7", "PKCS#7 in DER"],
	"PKCS#12": ["pkcs12", "PKCS#12"],
	"PKCS#8 key": ["der", "a key in DER"],
	"PKCS#1 key": ["der", "a key in DER"],
	"SEC1 key": ["der", "a key in DER"]
};
const CONTENTS = {
	certificate: "certificate",
	"certificate request": "certificate request",
	CRL: "CRL",
	"PKCS#7": "PKCS#7 message",
	"PKCS#12": "PKCS#12 file",
	"PKCS#8 key": "private key",
	"PKCS#1 key": "private key",
	"SEC1 key": "private key",
	"encrypted key": "private key",
	"public key": "public key"
};
/**
* Everything in a file of DER or BER values, one after the other; undefined when it is no such file. What is not
* recognised counts as a certificate if its length is written as a certificate's is, so that one cut short is called so.
*/
function readDerFile(bytes, source) {
	if (bytes[0] !== TAG.sequence) return void 0;
	const place = {
		source,
		line: void 0
	};
	const { values, rest } = splitValues(bytes);
	const kind = identifyDer(values[0]);
	if (kind === void 0 && !hasLongLength(bytes)) return void 0;
	const finds = values.map((value) => readValue(value, place));
	const [format, foreign] = (kind && FORMATS$1[kind]) ?? ["der", "DER"];
	const error = appError("PEM_WRONG_FORMAT", {
		source,
		format: foreign
	}, { location: locationOf(place) });
	if (finds.some(({ certificates, keys }) => certificates.length + keys.length > 0)) finds.push(found({ problems: [recovered("wrong-format", error)] }));
	else if (kind === "PKCS#12") finds.push(found({ problems: [lost("wrong-format", error)] }));
	if (rest.length > 0) finds.push(found({ problems: [describeRest(rest, place)] }));
	return {
		format,
		...joinFinds(finds)
	};
}
/** At most 1,000 values. */
function splitValues(bytes) {
	const start = splitDer(bytes);
	if (!start) return {
		values: [bytes],
		rest: Buffer.alloc(0)
	};
	const values = [start.first];
	let { rest } = start;
	for (let split = splitDer(rest); split && values.length < MAX_VALUES; split = splitDer(rest)) {
		values.push(split.first);
		rest = split.rest;
	}
	return {
		values,
		rest: /^\s*$/.test(rest.toString("latin1")) ? Buffer.alloc(0) : rest
	};
}
/** A SEQUENCE of 128 octets or more, as every certificate is: no ASCII text begins like that. */
function hasLongLength([tag, length = 0]) {
	return tag === TAG.sequence && length > 128 && length <= 132;
}
function readValue(value, place) {
	const kind = identifyDer(value) ?? "certificate";
	const contents = [{
		kind: CONTENTS[kind],
		line: place.line
	}];
	return {
		...readKind(kind, value, place),
		contents
	};
}
function readKind(kind, value, place) {
	switch (kind) {
		case "certificate": return readCertificateValue(value, place);
		case "PKCS#7": return readCmsValue(value, place);
		case "PKCS#8 key": return readKeyValue("PRIVATE KEY", value, place);
		case "PKCS#1 key": return readKeyValue("RSA PRIVATE KEY", value, place);
		case "SEC1 key": return readKeyValue("EC PRIVATE KEY", value, place);
		case "encrypted key": return refuseEncryptedKey("PKCS#8 in DER", place);
		default: return found({});
	}
}
function describeRest(rest, place) {
	const reason = `${rest.length} bytes follow that are not read`;
	return recovered("malformed-certificate", appError("CERTIFICATE_MALFORMED", { reason }, { location: locationOf(place) }));
}
// src/certificates/material/pem-boundaries.ts
/** Word processors turn hyphens into dashes. */
const HYPHEN = String.raw`[-\u2010-\u2015\u2212]`;
const EDGE = new RegExp(`${HYPHEN}[ \\t]?(BEGIN|END) ([A-Z0-9][A-Z0-9 #]{0,40}?)[ \\t]?(?=${HYPHEN})`, "g");
const ONE_HYPHEN = new RegExp(HYPHEN);
const HYPHENS = 5;
/** Labels worth mending a boundary for. */
const KNOWN_LABEL = /(?:CERTIFICATE|REQUEST|KEY|PKCS7|CMS|CRL|PARAMETERS)$/;
/** What may stand before a BEGIN on its line: blanks, an END, or how other formats begin a value. */
const LEAD = /(?:^|[-"'`=:>])[ \t]*["'`]?$/;
/** What OpenSSL drops at the end of a line: blanks and control characters. */
const BLANKS = /[\u0000-\u0009\u000B-\u0020]*/y;
/** How far back on its line a boundary is looked at. */
const LEAD_LENGTH = 80;
/** Every BEGIN and END between hyphens in `text`, in order; none shares a hyphen with the next. */
function findBoundaries(text) {
	const boundaries = [];
	for (const match of text.matchAll(EDGE)) {
		const [whole, edge = "", label = ""] = match;
		const start = Math.max(skipHyphens(text, match.index + 1, -1), boundaries.at(-1)?.end ?? 0);
		const end = skipHyphens(text, match.index + whole.length, 1);
		const isExact = text.slice(start, end) === `-----${edge} ${label}-----`;
		if (!isExact && !KNOWN_LABEL.test(label)) continue;
		const lead = leadOf(text, start);
		boundaries.push({
			edge: edge === "END" ? "END" : "BEGIN",
			label,
			start,
			end,
			startsLine: lead.trim() === "",
			isPlausible: LEAD.test(lead),
			misfit: isExact ? findMisfit(text, start, end) : `${text.slice(start, end)} has not ${HYPHENS} hyphens on either side`
		});
	}
	return boundaries;
}
/** The offset behind at most five hyphens from `offset` on, in one direction. */
function skipHyphens(text, offset, step) {
	let position = offset;
	while (Math.abs(position - offset) < HYPHENS) {
		if (!ONE_HYPHEN.test(text.charAt(step === 1 ? position : position - 1))) break;
		position += step;
	}
	return position;
}
/** What stands before `start` on its line; `\n` written out ends a line too. */
function leadOf(text, start) {
	return text.slice(Math.max(0, start - LEAD_LENGTH), start).split(/[\r\n]|\\n/).at(-1) ?? "";
}
/** OpenSSL wants a boundary alone on a line that ends with LF; only blanks may follow. */
function findMisfit(text, start, end) {
	const name = text.slice(start, end).replaceAll(/^-+|-+$/g, "");
	const before = start === 0 ? "\n" : text.charAt(start - 1);
	BLANKS.lastIndex = end;
	const blanks = BLANKS.exec(text)?.[0] ?? "";
	const after = text.charAt(end + blanks.length);
	if (before === "\n" && (after === "\n" || after === "")) return void 0;
	if (before === "\r" || blanks.includes("\r")) return `the line of ${name} ends, or the one before it, with CR alone`;
	return `${name} does not stand alone on its line`;
}
// src/certificates/material/pem-body.ts
/** Header lines (RFC 1421 §4.6), which old key files have. */
const HEADERS = /^(?:\s*[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r\n?|\n))+/;
/** Besides, what is invisible may stand in a text that was copied from a page: JavaScript's white space, and U+200B to U+200F. */
const FOREIGN = /[^A-Za-z0-9+/=\s\u200B-\u200F\u2060]/;
const INVISIBLE = /[^\u0000-\u007F]/;
/** RFC 1421 §4.6.1.3. Its hyphen tells a name from the key itself, which may come next where line breaks were lost. */
const CIPHER = /DEK-Info:\s*([A-Za-z0-9]{1,12}(?:-[A-Za-z0-9]{1,8}){1,3})\s*,/;
const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;
/**
* Reads the base64 of `text` (RFC 7468 §2), whatever its line width. `\n` and `\r` written out, which is what
* variables make of line breaks, count as such. `isClosed`: the END line is there; without it, the base64 ends
* at the first line that is something else.
*/
function readPemBody(text, isClosed) {
	const breaks = text.replaceAll(String.raw`\r`, "  ").replaceAll(String.raw`\n`, " \n");
	if (/Proc-Type:\s*4,\s*ENCRYPTED/.test(breaks)) {
		const encryption = CIPHER.exec(breaks)?.[1] ?? "an unnamed cipher";
		return {
			bytes: Buffer.alloc(0),
			encryption,
			flaw: void 0
		};
	}
	const [headers = ""] = HEADERS.exec(breaks) ?? [];
	const rest = breaks.slice(headers.length);
	const content = isClosed ? rest : leadingBase64(rest);
	const base64 = content.replaceAll(/[\s\u200B-\u200F\u2060]+/g, "");
	const flaw = findFlaw(content, base64) ?? findLayoutFlaw({
		text,
		headers,
		rest,
		content
	});
	return {
		bytes: Buffer.from(base64, "base64"),
		encryption: void 0,
		flaw: flaw && {
			...flaw,
			offset: flaw.offset + headers.length
		}
	};
}
function leadingBase64(text) {
	const lines = text.trimStart().split(/\r\n?|\n/);
	const end = lines.findIndex((line) => !BASE64_LINE.test(line.trim()));
	return lines.slice(0, end === -1 ? lines.length : end).join("\n");
}
/** What is wrong with the base64 itself (RFC 4648 §4). */
function findFlaw(content, base64) {
	const foreign = FOREIGN.exec(content);
	if (foreign) {
		const { index } = foreign;
		return {
			offset: index,
			reason: describeForeign(content, index),
			isFatal: true
		};
	}
	const padding = base64.indexOf("=");
	if (padding !== -1 && !/^={1,2}$/.test(base64.slice(padding))) return {
		offset: content.indexOf("="),
		reason: "base64 goes on after its padding",
		isFatal: true
	};
	if (base64.length % 4 === 0) return void 0;
	return {
		offset: 0,
		reason: `its base64 has ${base64.length} characters, which is no multiple of 4`,
		isFatal: false
	};
}
function describeForeign(content, index) {
	return `a line holds U+${content.codePointAt(index)?.toString(16).toUpperCase().padStart(4, "0")}, which is not base64`;
}
/** What harms no base64, and OpenSSL stumbles over; a blank line is the end of headers to it (RFC 1421 §4.6). */
function findLayoutFlaw({ text, headers, rest, content }) {
	if (headers !== "") return {
		offset: headers.length - headers.trimStart().length - headers.length,
		reason: "header lines stand in it",
		isFatal: false
	};
	const invisible = INVISIBLE.exec(content);
	if (invisible) {
		const { index } = invisible;
		return {
			offset: index,
			reason: describeForeign(content, index),
			isFatal: false
		};
	}
	const escape = /\\[rn]/.exec(text);
	if (escape) return {
		offset: escape.index,
		reason: "line breaks are written as backslash and letter",
		isFatal: false
	};
	const blank = findBlankLine(rest);
	return blank === void 0 ? void 0 : {
		offset: blank,
		reason: "a blank line stands in it",
		isFatal: false
	};
}
/** The offset of a blank line; one alone right behind the BEGIN line, with whose end `text` begins, does no harm. */
function findBlankLine(text) {
	const start = text.length - text.trimStart().length;
	if (text.slice(0, start).split("\n").length > 3) return start;
	const blank = /\n[ \t\r]*\n/.exec(text.slice(start));
	return blank ? start + blank.index + 1 : void 0;
}
// src/certificates/material/pem-blocks.ts
/** All blocks of `text`. What OpenSSL does not read is read where its meaning is beyond doubt, and has a flaw. */
function readPemBlocks(text) {
	const lineOf = createLineFinder(text);
	const blocks = [];
	const strays = [];
	let open;
	const close = (begin, next) => blocks.push(readBlock$1({
		text,
		begin,
		next,
		lineOf
	}));
	for (const boundary of findBoundaries(text)) {
		if (open) close(open, boundary);
		else if (boundary.edge === "END" && boundary.startsLine) {
			const { label, start } = boundary;
			const reason = `END ${label} stands without its BEGIN`;
			strays.push({
				label,
				line: lineOf(start),
				reason,
				isFatal: true
			});
		}
		open = boundary.edge === "BEGIN" && (open ?? boundary.isPlausible) ? boundary : void 0;
	}
	if (open) close(open, void 0);
	return {
		blocks,
		strays
	};
}
function readBlock$1({ text, begin, next, lineOf }) {
	const { label } = begin;
	const line = lineOf(begin.start);
	const end = next?.edge === "END" ? next : void 0;
	const { flaw: bodyFlaw, ...body } = readPemBody(text.slice(begin.end, next?.start ?? text.length), end !== void 0);
	const inBody = bodyFlaw && {
		line: lineOf(begin.end + bodyFlaw.offset),
		reason: `in the ${label} that begins on line ${line}, ${bodyFlaw.reason}`,
		isFatal: bodyFlaw.isFatal
	};
	const flaw = inBody?.isFatal ? inBody : findEdgeFlaw(begin, next, lineOf) ?? inBody;
	return {
		label,
		line,
		...body,
		flaw
	};
}
/** What is wrong with the lines that should be `-----BEGIN label-----` and `-----END label-----`. */
function findEdgeFlaw(begin, next, lineOf) {
	const { label } = begin;
	const line = lineOf(begin.start);
	if (next?.edge !== "END") return {
		line,
		reason: `the ${label} that begins here does not end${next ? ` before line ${lineOf(next.start)}` : ""}`,
		isFatal: false
	};
	if (next.label !== label) return {
		line,
		reason: `the ${label} that begins here ends as ${next.label}`,
		isFatal: false
	};
	const bent = [begin, next].find(({ misfit }) => misfit !== void 0);
	if (bent?.misfit === void 0) return void 0;
	return {
		line: lineOf(bent.start),
		reason: printable(bent.misfit),
		isFatal: false
	};
}
function createLineFinder(text) {
	const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
	return (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low + 1;
	};
}
// src/certificates/material/read-pem.ts
/** Labels (RFC 7468 §5 to §13, and older ones that OpenSSL still knows), by their end. */
const KINDS = [
	[/^((X509|TRUSTED) )?CERTIFICATE$/, "certificate"],
	[/PRIVATE KEY$/, "private key"],
	[/^(PKCS7|CMS)$/, "PKCS#7 message"],
	[/CERTIFICATE REQUEST$/, "certificate request"],
	[/PUBLIC KEY$/, "public key"],
	[/^X509 CRL$/, "CRL"],
	[/PARAMETERS$/, "set of parameters"]
];
/** The whole Mozilla root store has 150. */
const MAX_BLOCKS = 1e3;
const KEY_KINDS = [
	"PKCS#8 key",
	"PKCS#1 key",
	"SEC1 key",
	"encrypted key"
];
/** What a flaw of the block around it is the reason for. */
const EXPLAINED = ["malformed-pem", "malformed-certificate"];
/** Everything in the PEM blocks of `text`; undefined when there is no block, not even the end of one. */
function readPem(text, source) {
	const { blocks, strays: all } = readPemBlocks(text);
	const strays = all.filter(({ label }) => kindOf$1(label) !== "block of another kind");
	if (blocks.length === 0 && strays.length === 0) return void 0;
	const finds = joinFinds([
		...blocks.slice(0, MAX_BLOCKS).map((block) => readBlock(block, source)),
		...blocks.slice(MAX_BLOCKS, 1001).map((block) => refuseRest(block, source)),
		...strays.slice(0, MAX_BLOCKS).map((stray) => refuseStray(stray, source))
	]);
	return {
		...finds,
		problems: onceALine(finds.problems.toSorted((a, b) => lineOf(a) - lineOf(b)))
	};
}
/** `block` is the first that is not read any more. */
function refuseRest({ line }, source) {
	return found({ problems: [lost("malformed-pem", pemMalformed(`more than ${MAX_BLOCKS} blocks; what begins here is not read`, {
		source,
		line
	}))] });
}
/** What stood before it may be a private key. */
function refuseStray({ label, line, reason }, source) {
	const error = malformed$4(label, reason, {
		source,
		line
	});
	return found({
		contents: [{
			kind: kindOf$1(label),
			line
		}],
		problems: [lost("malformed-pem", error)]
	});
}
/** One line may end a block and begin another: what is odd about it is told once. */
function onceALine(problems) {
	const told = /* @__PURE__ */ new Set();
	return problems.filter((problem) => {
		if (problem.error.code !== "PEM_MALFORMED" || !problem.isRecovered) return true;
		const isNew = !told.has(lineOf(problem));
		told.add(lineOf(problem));
		return isNew;
	});
}
function lineOf({ error }) {
	return error.location?.line ?? 0;
}
function kindOf$1(label) {
	return KINDS.find(([pattern]) => pattern.test(label))?.[1] ?? "block of another kind";
}
function readBlock(block, source) {
	const { label, line, flaw } = block;
	const kind = kindOf$1(label);
	const inside = flaw?.isFatal ? found({}) : readContent(kind, block, {
		source,
		line
	});
	const contents = [{
		kind,
		line
	}, ...inside.contents];
	if (!flaw) return {
		...inside,
		contents
	};
	const at = {
		source,
		line: flaw.line
	};
	if (flaw.isFatal || inside.problems.some(({ id, isRecovered }) => !isRecovered && EXPLAINED.includes(id))) return found({
		contents,
		problems: [lost("malformed-pem", malformed$4(label, flaw.reason, at))]
	});
	const problem = recovered("malformed-pem", pemMalformed(flaw.reason, at));
	return {
		...inside,
		contents,
		problems: [problem, ...inside.problems]
	};
}
function readContent(kind, block, place) {
	switch (kind) {
		case "certificate": return readCertificate(block, place);
		case "private key": return readKey(block, place);
		case "PKCS#7 message": return readMessage(block, place);
		default: return found({});
	}
}
function readCertificate(block, place) {
	const { label, bytes } = block;
	const { first = bytes, rest } = splitDer(bytes) ?? {};
	const cut = findCut(block, place);
	if (cut) return found({ problems: [lost("malformed-pem", cut)] });
	const finds = readCertificateValue(first, place);
	if (finds.certificates.length === 0) return explainOther(block, place) ?? finds;
	if (label === "TRUSTED CERTIFICATE") return joinFinds([finds, found({ problems: [recovered("wrong-format", wrongFormat("a TRUSTED CERTIFICATE", place))] })]);
	if (!rest?.length) return finds;
	return joinFinds([finds, found({ problems: [recovered("malformed-pem", pemMalformed(`${rest.length} bytes follow the certificate in the block that begins here`, place))] })]);
}
/** What stands in a block labelled as a certificate and is something else that is known; undefined when it is not. */
function explainOther(block, place) {
	const { label, bytes } = block;
	const kind = identifyDer(bytes);
	if (kind === "PKCS#7") return readMessage(block, place);
	if (kind === void 0 || kind === "certificate") return void 0;
	return found({
		contents: KEY_KINDS.includes(kind) ? [{
			kind: "private key",
			line: place.line
		}] : [],
		problems: [lost("malformed-pem", malformed$4(label, `the ${label} that begins here holds a ${kind}`, place))]
	});
}
function readKey(block, place) {
	const { label, bytes, encryption } = block;
	if (encryption !== void 0) return refuseEncryptedKey(`${label}, ${encryption}`, place);
	if (label === "ENCRYPTED PRIVATE KEY") return refuseEncryptedKey("PKCS#8", place);
	if (label === "OPENSSH PRIVATE KEY") return found({ problems: [lost("wrong-format", wrongFormat("an OpenSSH key", place))] });
	const cut = findCut(block, place);
	return cut ? found({ problems: [lost("malformed-pem", cut)] }) : readKeyValue(label, bytes, place);
}
function readMessage({ bytes }, place) {
	const finds = readCmsValue(bytes, place);
	if (finds.certificates.length === 0) return finds;
	return joinFinds([finds, found({ problems: [recovered("wrong-format", wrongFormat("PKCS#7", place))] })]);
}
/** The error of a block that is empty or shorter than its content says it is. */
function findCut({ label, bytes }, place) {
	if (bytes.length === 0) return malformed$4(label, `the ${label} that begins here is empty`, place);
	const { statedLength = 0 } = splitDer(bytes) ?? {};
	if (statedLength <= bytes.length) return void 0;
	return malformed$4(label, `the ${label} that begins here has ${bytes.length} of its ${statedLength} bytes`, place);
}
/** The error of a block that cannot be read. */
function malformed$4(label, reason, place) {
	if (!label.endsWith("PRIVATE KEY")) return pemMalformed(reason, place);
	return appError("KEY_MALFORMED", {
		source: place.source,
		reason
	}, { location: locationOf(place) });
}
function pemMalformed(reason, place) {
	return appError("PEM_MALFORMED", {
		source: place.source,
		reason
	}, { location: locationOf(place) });
}
function wrongFormat(format, place) {
	return appError("PEM_WRONG_FORMAT", {
		source: place.source,
		format
	}, { location: locationOf(place) });
}
// src/certificates/material/read-material.ts
/** The whole Mozilla root store has 230 KiB. */
const MAX_BYTES = 1048576;
const MAX_PROBLEMS = 50;
/** Files whose content stays closed here, by their first octets. */
const CONTAINERS = [
	[
		"feedfeed",
		"java-key-store",
		"a Java key store"
	],
	[
		"cececece",
		"java-key-store",
		"a Java key store"
	],
	[
		"504b0304",
		"zip",
		"a ZIP archive"
	]
];
/**
* Reads certificates and private keys from a file as people have it: PEM with whatever became of its line breaks,
* edges and encoding, DER, PKCS#7. Never throws for any input: what cannot be read, and what was read although it
* should not have to be, is told in `problems`. `source` names the file in them.
*/
function readMaterial(bytes, source) {
	const { format, ...finds } = read(bytes, source);
	return {
		source,
		format,
		...finds,
		problems: theWorst(finds.problems)
	};
}
/** Where there are too many, those with something lost come first. */
function theWorst(problems) {
	if (problems.length <= MAX_PROBLEMS) return problems;
	return problems.toSorted((a, b) => Number(a.isRecovered) - Number(b.isRecovered)).slice(0, MAX_PROBLEMS);
}
function read(bytes, source) {
	if (bytes.length > MAX_BYTES) {
		const details = {
			source,
			length: bytes.length,
			limit: MAX_BYTES
		};
		return {
			format: "binary",
			...found({ problems: [lost("wrong-format", appError("PEM_TOO_LARGE", details, { location: { file: source } }))] })
		};
	}
	const magic = bytes.toString("hex", 0, 4);
	const [, container, foreign] = CONTAINERS.find(([prefix]) => prefix === magic) ?? [];
	if (container && foreign) return refuse({
		format: container,
		foreign,
		source,
		isRead: false
	});
	return readDerFile(bytes, source) ?? readText(bytes, source);
}
function readText(bytes, source) {
	const { text, encoding } = decodeText(bytes);
	const mangled = identifyMangled(text);
	if (mangled) return refuse({
		format: "binary",
		foreign: mangled,
		source,
		isRead: false
	});
	const finds = readPem(text, source);
	if (!finds) return readBase64(text, source) ?? {
		format: formatOf(text),
		...found({})
	};
	if (encoding === "UTF-8") return {
		format: "pem",
		...finds
	};
	const refusal = refuse({
		format: "pem",
		foreign: "text in UTF-16",
		source,
		isRead: hasMaterial(finds)
	});
	return {
		...refusal,
		...finds,
		problems: [...refusal.problems, ...finds.problems]
	};
}
/**
* DER or PKCS#12 that was taken for text is still known by its first octets: a SEQUENCE (0x30, the digit 0) with
* a long length (0x80 to 0x84, which is no UTF-8); in PKCS#12, version 3 comes next (RFC 7292 §4).
*/
function identifyMangled(text) {
	if (!/^0[\u0080-\u0084\uFFFD]/.test(text)) return void 0;
	return text.slice(0, 12).includes("") ? "PKCS#12" : "DER";
}
/** A file that is base64 as a whole: of PEM, as Kubernetes keeps it, or of DER, where BEGIN and END were lost. */
function readBase64(text, source) {
	const base64 = text.replaceAll(/\s+/g, "");
	if (base64 === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return void 0;
	const decoded = Buffer.from(base64, "base64");
	const der = readDerFile(decoded, source);
	const finds = der ?? readPem(decodeText(decoded).text, source);
	if (!finds) return void 0;
	return {
		...refuse({
			format: "text",
			foreign: der ? "base64 without BEGIN and END lines" : "base64 of a PEM file",
			source,
			isRead: hasMaterial(finds)
		}),
		certificates: finds.certificates.map(({ certificate }) => ({
			certificate,
			line: void 0
		})),
		keys: finds.keys.map(({ key }) => ({
			key,
			line: void 0
		})),
		contents: finds.contents.map(({ kind }) => ({
			kind,
			line: void 0
		}))
	};
}
function refuse({ format, foreign, source, isRead }) {
	const error = appError("PEM_WRONG_FORMAT", {
		source,
		format: foreign
	}, { location: { file: source } });
	return {
		format,
		...found({ problems: [isRead ? recovered("wrong-format", error) : lost("wrong-format", error)] })
	};
}
function hasMaterial({ certificates, keys }) {
	return certificates.length + keys.length > 0;
}
function formatOf(text) {
	if (text.trim() === "") return "empty";
	if (/^\s*<(!doctype\s+html|html|\?xml|head|body)/i.test(text)) return "html";
	return text.includes("\0") || text.includes("�") ? "binary" : "text";
}
// src/certificates/material/describe-held.ts
const FORMATS = {
	empty: "nothing at all",
	html: "an HTML page",
	text: "text without a BEGIN line"
};
/** What a file holds, for a sentence about what it does not: `a private key and a certificate request`. */
function describeHeld({ format, contents }) {
	const kinds = new Set(contents.map(({ kind }) => `a ${kind}`));
	if (kinds.size === 0) return FORMATS[format] ?? "nothing that is known here";
	return new Intl.ListFormat("en-GB").format(kinds);
}
// src/certificates/pem.ts
/**
* The certificates of a PEM text in the order in which they stand; blocks of other kinds are skipped. What most
* programs stumble over, such as END and BEGIN on one line, is mended.
* `source` names the text in errors: its path, or the name of the variable that holds it.
*
* @throws PEM_HOLDS_PRIVATE_KEY with its line
* @throws PEM_NO_CERTIFICATE
* @throws PEM_WRONG_FORMAT when it is another format, also one that could be read
* @throws PEM_MALFORMED, CERTIFICATE_MALFORMED, PKCS7_MALFORMED with the line
* @throws PEM_TOO_LARGE above 1 MiB
*/
function parseBundle(text, source) {
	const material = readMaterial(Buffer.from(text), source);
	const key = material.contents.find(({ kind }) => kind === "private key");
	if (key) {
		const location = {
			file: source,
			...key.line === void 0 ? {} : { line: key.line }
		};
		throw appError("PEM_HOLDS_PRIVATE_KEY", { source }, { location });
	}
	const problem = material.problems.find(({ id, isRecovered }) => !isRecovered || id === "wrong-format");
	if (problem) throw problem.error;
	const [leaf, ...rest] = material.certificates.map(({ certificate }) => certificate);
	if (!leaf) {
		const details = {
			source,
			held: describeHeld(material)
		};
		throw appError("PEM_NO_CERTIFICATE", details, { location: { file: source } });
	}
	return [leaf, ...rest];
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
// src/certificates/paths/issuer-hints.ts
/** 1 when the key identifiers agree, -1 when they differ, 0 when one is missing: a hint for the order. */
function likelihood(child, issuer) {
	if (child.authorityKeyId === void 0 || issuer.subjectKeyId === void 0) return 0;
	return child.authorityKeyId === issuer.subjectKeyId ? 1 : -1;
}
/** Same name and key: a path through both would be a loop. */
function isSameAuthority(a, b) {
	return a.publicKeyDer.equals(b.publicKeyDer) && a.subjectName.key === b.subjectName.key;
}
/** A signature of a kind that is not accepted is not verified either: names and key identifiers are what is left. */
function passesOverSignature(certificate, { waives }) {
	return ["weak-signature", "unsupported-signature"].some((code) => waives({
		code,
		certificate,
		algorithm: ""
	}));
}
/** What every client offers. */
const COMMON_SUITES = [
	/^TLS_(AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256)$/,
	/^TLS_ECDHE_(ECDSA|RSA)_WITH_(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384)$/,
	/^TLS_ECDHE_RSA_WITH_AES_(128|256)_CBC_SHA$/
];
const ECDHE_ECDSA_CBC_SHA = /^TLS_ECDHE_ECDSA_WITH_AES_(128|256)_CBC_SHA$/;
const ECDHE_CBC_SHA2 = /^TLS_ECDHE_(ECDSA|RSA)_WITH_AES_(128|256)_CBC_SHA(256|384)$/;
/** Keys encrypted to the leaf's RSA key. */
const RSA_AES = /^TLS_RSA_WITH_AES_(128|256)_(GCM_SHA(256|384)|CBC_SHA)$/;
const DHE_RSA = /^TLS_DHE_RSA_WITH_(AES_(128|256)_(GCM|CBC)|CHACHA20_POLY1305)_SHA(256|384)?$/;
/** Nothing that is anonymous, in the clear, or below 128 bits. */
const ANY_STRONG = /^TLS_((ECDHE_ECDSA|(ECDHE_|DHE_)?RSA|DHE_DSS)_WITH_)?(AES|ARIA|CAMELLIA|CHACHA20)_/;
/** Whether one of `families` has the suite. */
function hasSuite(families, cipher) {
	return families.some((family) => family.test(cipher));
}
// src/certificates/clients/android.ts
const UNKNOWN_ISSUER$1 = "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.";
/** Conscrypt with OkHttp's host name verifier. */
const ANDROID = {
	name: "android",
	title: "Android",
	luck: void 0,
	acceptsCommonName: false,
	acceptsAnyPurpose: true,
	checksIssuerPurposes: false,
	requiresScts: false,
	limitsValidity: false,
	minModulusBits: 1024,
	leafKeyTypes: [
		"rsa",
		"P-256",
		"P-384"
	],
	issuerKeyTypes: [
		"rsa",
		"P-256",
		"P-384",
		"P-521"
	],
	maxReceived: void 0,
	maxIntermediates: void 0,
	oldestProtocol: "TLSv1.2",
	cipherSuites: [
		...COMMON_SUITES,
		ECDHE_ECDSA_CBC_SHA,
		RSA_AES
	],
	refusesAuthorityAsLeaf: false,
	checksAnchorValidity: false,
	checksKeyUsage: true,
	staple: "ignored",
	requiresPromisedStaple: false,
	precedence: [
		"old-protocol",
		"unsupported-cipher",
		"wrong-key-usage",
		"unsupported-key",
		"client-certificate-required",
		"unknown-issuer",
		"self-signed-leaf",
		"weak-signature",
		"weak-key",
		"wrong-extended-key-usage",
		"expired",
		"not-yet-valid",
		"bad-signature",
		"not-a-ca",
		"may-not-sign",
		"path-length-exceeded",
		"name-not-permitted",
		"unknown-critical-extension",
		"name-mismatch"
	],
	words: {
		"wrong-key-usage": "javax.net.ssl.SSLHandshakeException: KEY_USAGE_BIT_INCORRECT",
		"old-protocol": "javax.net.ssl.SSLHandshakeException: Handshake failed",
		"unsupported-cipher": "javax.net.ssl.SSLHandshakeException: Handshake failed",
		"unsupported-key": "javax.net.ssl.SSLHandshakeException: Handshake failed",
		"client-certificate-required": "javax.net.ssl.SSLHandshakeException: Handshake failed",
		"unknown-issuer": UNKNOWN_ISSUER$1,
		"self-signed-leaf": UNKNOWN_ISSUER$1,
		"name-mismatch": "javax.net.ssl.SSLPeerUnverifiedException: Hostname <domain> not verified:",
		otherwise: "javax.net.ssl.SSLHandshakeException: Chain validation failed"
	}
};
// src/certificates/clients/chrome.ts
/** Chromium net/cert, net_error_list.h and cert_status_flags.cc. */
const CHROME = {
	name: "chrome",
	title: "Chrome",
	luck: "aia",
	acceptsCommonName: false,
	acceptsAnyPurpose: true,
	checksIssuerPurposes: true,
	requiresScts: true,
	limitsValidity: true,
	minModulusBits: 1024,
	leafKeyTypes: [
		"rsa",
		"P-256",
		"P-384"
	],
	issuerKeyTypes: [
		"rsa",
		"P-256",
		"P-384",
		"P-521"
	],
	maxReceived: void 0,
	maxIntermediates: void 0,
	oldestProtocol: "TLSv1.2",
	cipherSuites: [...COMMON_SUITES, RSA_AES],
	refusesAuthorityAsLeaf: false,
	checksAnchorValidity: false,
	checksKeyUsage: true,
	staple: "revocation",
	requiresPromisedStaple: false,
	precedence: [
		"old-protocol",
		"unsupported-cipher",
		"wrong-key-usage",
		"unsupported-key",
		"client-certificate-required",
		"wrong-extended-key-usage",
		"not-a-ca",
		"may-not-sign",
		"path-length-exceeded",
		"name-not-permitted",
		"unknown-critical-extension",
		"profile-violation",
		"policy-not-acceptable",
		"revoked",
		"unknown-issuer",
		"self-signed-leaf",
		"bad-signature",
		"weak-signature",
		"unsupported-signature",
		"name-mismatch",
		"missing-scts",
		"weak-key",
		"expired",
		"not-yet-valid",
		"validity-too-long"
	],
	unnamed: {
		codes: [
			"wrong-extended-key-usage",
			"not-a-ca",
			"may-not-sign",
			"path-length-exceeded",
			"name-not-permitted",
			"unknown-critical-extension",
			"profile-violation",
			"policy-not-acceptable"
		],
		behind: [
			"revoked",
			"unknown-issuer",
			"self-signed-leaf",
			"bad-signature",
			"weak-key",
			"expired",
			"not-yet-valid"
		]
	},
	words: {
		"wrong-key-usage": "ERR_SSL_KEY_USAGE_INCOMPATIBLE",
		"old-protocol": "ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
		"unsupported-cipher": "ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
		"unsupported-key": "ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
		"client-certificate-required": "ERR_BAD_SSL_CLIENT_AUTH_CERT",
		revoked: "NET::ERR_CERT_REVOKED",
		"unknown-issuer": "NET::ERR_CERT_AUTHORITY_INVALID",
		"self-signed-leaf": "NET::ERR_CERT_AUTHORITY_INVALID",
		"bad-signature": "NET::ERR_CERT_AUTHORITY_INVALID",
		"budget-exceeded": "NET::ERR_CERT_AUTHORITY_INVALID",
		"name-mismatch": "NET::ERR_CERT_COMMON_NAME_INVALID",
		"missing-scts": "NET::ERR_CERTIFICATE_TRANSPARENCY_REQUIRED",
		"weak-key": "NET::ERR_CERT_WEAK_KEY",
		expired: "NET::ERR_CERT_DATE_INVALID",
		"not-yet-valid": "NET::ERR_CERT_DATE_INVALID",
		"validity-too-long": "NET::ERR_CERT_VALIDITY_TOO_LONG",
		otherwise: "NET::ERR_CERT_INVALID"
	},
	issuerWords: { "unsupported-key": "NET::ERR_CERT_INVALID" }
};
// src/certificates/clients/firefox.ts
/**
* Mozilla mozpkix and NSS error names. Firefox knows the intermediates on Mozilla's list beforehand; the list is not here, and
* every intermediate below a public authority counts as on it.
*/
const FIREFOX = {
	name: "firefox",
	title: "Firefox",
	luck: "preload",
	acceptsCommonName: false,
	acceptsAnyPurpose: false,
	checksIssuerPurposes: true,
	requiresScts: true,
	limitsValidity: false,
	minModulusBits: 1024,
	leafKeyTypes: [
		"rsa",
		"P-256",
		"P-384",
		"P-521"
	],
	issuerKeyTypes: [
		"rsa",
		"P-256",
		"P-384",
		"P-521"
	],
	maxReceived: void 0,
	maxIntermediates: 6,
	oldestProtocol: "TLSv1.2",
	cipherSuites: [
		...COMMON_SUITES,
		ECDHE_ECDSA_CBC_SHA,
		RSA_AES
	],
	refusesAuthorityAsLeaf: true,
	checksAnchorValidity: false,
	checksKeyUsage: false,
	staple: "enforced",
	requiresPromisedStaple: true,
	precedence: [
		"old-protocol",
		"unsupported-cipher",
		"unsupported-key",
		"client-certificate-required",
		"profile-violation",
		"weak-key",
		"wrong-extended-key-usage",
		"unknown-critical-extension",
		"revoked",
		"self-signed-leaf",
		"unknown-issuer",
		"weak-signature",
		"unsupported-signature",
		"bad-signature",
		"not-a-ca",
		"may-not-sign",
		"path-length-exceeded",
		"name-not-permitted",
		"missing-scts",
		"name-mismatch"
	],
	words: {
		"old-protocol": "SSL_ERROR_UNSUPPORTED_VERSION",
		"unsupported-cipher": "SSL_ERROR_NO_CYPHER_OVERLAP",
		"unsupported-key": "SSL_ERROR_NO_CYPHER_OVERLAP",
		"client-certificate-required": "SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT",
		expired: "SEC_ERROR_EXPIRED_CERTIFICATE",
		"not-yet-valid": "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE",
		"name-mismatch": "SSL_ERROR_BAD_CERT_DOMAIN",
		"self-signed-leaf": "MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT",
		"bad-signature": "SEC_ERROR_BAD_SIGNATURE",
		"weak-signature": "SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED",
		"unsupported-signature": "SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED",
		"weak-key": "MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE",
		"profile-violation": "MOZILLA_PKIX_ERROR_SIGNATURE_ALGORITHM_MISMATCH",
		"not-a-ca": "SEC_ERROR_CA_CERT_INVALID",
		"may-not-sign": "SEC_ERROR_INADEQUATE_KEY_USAGE",
		"path-length-exceeded": "SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID",
		"name-not-permitted": "SEC_ERROR_CERT_NOT_IN_NAME_SPACE",
		"wrong-extended-key-usage": "SEC_ERROR_INADEQUATE_CERT_TYPE",
		"unknown-critical-extension": "SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION",
		"policy-not-acceptable": "SEC_ERROR_POLICY_VALIDATION_FAILED",
		"missing-scts": "MOZILLA_PKIX_ERROR_INSUFFICIENT_CERTIFICATE_TRANSPARENCY",
		revoked: "SEC_ERROR_REVOKED_CERTIFICATE",
		"stale-ocsp": "SEC_ERROR_OCSP_OLD_RESPONSE",
		"invalid-ocsp": "SEC_ERROR_OCSP_INVALID_SIGNING_CERT",
		"must-staple-missing": "MOZILLA_PKIX_ERROR_REQUIRED_TLS_FEATURE_MISSING",
		otherwise: "SEC_ERROR_UNKNOWN_ISSUER"
	},
	issuerWords: {
		expired: "SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE",
		"not-yet-valid": "MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE",
		"unknown-critical-extension": "SEC_ERROR_UNKNOWN_ISSUER"
	}
};
// src/certificates/clients/java.ts
const UNKNOWN_ISSUER = "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";
const INVALID_PATH = "PKIX path validation failed: java.security.cert.CertPathValidatorException";
/** The JDK's PKIX provider. Its words come behind `javax.net.ssl.SSLHandshakeException: `, in which JSSE wraps what refuses (measured with 17). */
const JAVA = {
	name: "java",
	title: "Java",
	luck: void 0,
	acceptsCommonName: true,
	acceptsAnyPurpose: true,
	checksIssuerPurposes: false,
	requiresScts: false,
	limitsValidity: false,
	minModulusBits: 1024,
	leafKeyTypes: [
		"rsa",
		"P-256",
		"P-384",
		"P-521",
		"ed25519"
	],
	issuerKeyTypes: [
		"rsa",
		"P-256",
		"P-384",
		"P-521",
		"ed25519"
	],
	maxReceived: 10,
	maxIntermediates: void 0,
	oldestProtocol: "TLSv1.2",
	cipherSuites: [
		...COMMON_SUITES,
		DHE_RSA,
		ECDHE_CBC_SHA2,
		ECDHE_ECDSA_CBC_SHA
	],
	refusesAuthorityAsLeaf: false,
	checksAnchorValidity: false,
	checksKeyUsage: true,
	staple: "ignored",
	requiresPromisedStaple: false,
	precedence: [
		"old-protocol",
		"unsupported-cipher",
		"too-many-certificates",
		"profile-violation",
		"unknown-issuer",
		"self-signed-leaf",
		"weak-key",
		"weak-signature",
		"may-not-sign",
		"name-not-permitted",
		"not-a-ca",
		"path-length-exceeded",
		"not-yet-valid",
		"expired",
		"bad-signature",
		"unknown-critical-extension",
		"wrong-extended-key-usage",
		"wrong-key-usage",
		"name-mismatch"
	],
	issuerWords: { "unsupported-key": `${INVALID_PATH}: signature check failed` },
	words: {
		"wrong-key-usage": "KeyUsage does not allow digital signatures",
		"old-protocol": "Received fatal alert: protocol_version",
		"unsupported-cipher": "Received fatal alert: handshake_failure",
		"unsupported-key": "Received fatal alert: handshake_failure",
		"client-certificate-required": "Received fatal alert: certificate_required",
		"too-many-certificates": "javax.net.ssl.SSLProtocolException: The certificate chain length (…) exceeds the maximum allowed length (10)",
		"profile-violation": "Failed to parse server certificates",
		"unknown-issuer": UNKNOWN_ISSUER,
		"self-signed-leaf": UNKNOWN_ISSUER,
		expired: `${INVALID_PATH}: validity check failed`,
		"not-yet-valid": `${INVALID_PATH}: validity check failed`,
		"weak-key": `${INVALID_PATH}: Algorithm constraints check failed on keysize limits`,
		"weak-signature": `${INVALID_PATH}: Algorithm constraints check failed`,
		"not-a-ca": `${INVALID_PATH}: basic constraints check failed: this is not a CA certificate`,
		"may-not-sign": `${INVALID_PATH}: CA key usage check failed: keyCertSign bit is not set`,
		"path-length-exceeded": `${INVALID_PATH}: basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the certification path`,
		"name-not-permitted": `${INVALID_PATH}: name constraints check failed`,
		"bad-signature": `${INVALID_PATH}: signature check failed`,
		"unknown-critical-extension": `${INVALID_PATH}: unrecognized critical extension(s)`,
		"wrong-extended-key-usage": "Extended key usage does not permit use for TLS server authentication",
		"name-mismatch": "No subject alternative DNS name matching <domain> found.",
		otherwise: INVALID_PATH
	}
};
// src/certificates/clients/profiles.ts
const PROFILES = {
	chrome: CHROME,
	firefox: FIREFOX,
	java: JAVA,
	android: ANDROID,
	openssl: {
		name: "openssl",
		title: "OpenSSL (curl, Node.js, Python, Go)",
		luck: void 0,
		acceptsCommonName: true,
		acceptsAnyPurpose: false,
		checksIssuerPurposes: true,
		requiresScts: false,
		limitsValidity: false,
		minModulusBits: 2048,
		leafKeyTypes: [
			"rsa",
			"P-256",
			"P-384",
			"P-521",
			"ed25519"
		],
		issuerKeyTypes: [
			"rsa",
			"P-224",
			"P-256",
			"P-384",
			"P-521",
			"secp256k1",
			"ed25519"
		],
		maxReceived: void 0,
		maxIntermediates: void 0,
		oldestProtocol: "TLSv1.2",
		cipherSuites: [ANY_STRONG],
		refusesAuthorityAsLeaf: false,
		checksAnchorValidity: true,
		checksKeyUsage: false,
		staple: "ignored",
		requiresPromisedStaple: false,
		precedence: [
			"old-protocol",
			"unsupported-cipher",
			"unsupported-key",
			"unknown-issuer",
			"self-signed-leaf",
			"unknown-critical-extension",
			"wrong-extended-key-usage",
			"not-a-ca",
			"may-not-sign",
			"path-length-exceeded",
			"weak-key",
			"weak-signature",
			"name-mismatch",
			"revoked",
			"bad-signature",
			"profile-violation",
			"not-yet-valid",
			"expired",
			"name-not-permitted",
			"client-certificate-required"
		],
		words: {
			"old-protocol": "tlsv1 alert protocol version",
			"unsupported-cipher": "sslv3 alert handshake failure",
			"unsupported-key": "sslv3 alert handshake failure",
			"client-certificate-required": "tlsv13 alert certificate required",
			"self-signed-leaf": "self-signed certificate",
			"unknown-critical-extension": "unhandled critical extension",
			"wrong-extended-key-usage": "unsuitable certificate purpose",
			"not-a-ca": "invalid CA certificate",
			"may-not-sign": "invalid CA certificate",
			"path-length-exceeded": "path length constraint exceeded",
			"weak-key": "EE certificate key too weak",
			"weak-signature": "CA signature digest algorithm too weak",
			"name-mismatch": "hostname mismatch",
			revoked: "certificate revoked",
			"bad-signature": "certificate signature failure",
			"profile-violation": "certificate signature failure",
			"not-yet-valid": "certificate is not yet valid",
			expired: "certificate has expired",
			"name-not-permitted": "permitted subtree violation",
			otherwise: "unable to get local issuer certificate"
		},
		receivedRootWords: "self-signed certificate in certificate chain",
		excludedNameWords: "excluded subtree violation",
		issuerWords: { "weak-key": "CA certificate key too weak" }
	}
};
/** What the users of `client` see when it refuses `domain` for this reason: the words to search for and to quote. */
function wordsOf(client, refusal, domain) {
	const { words, issuerWords, ...profile } = PROFILES[client];
	const { code } = refusal;
	const ofIssuer = "certificate" in refusal && refusal.certificate.isCa ? issuerWords?.[code] : void 0;
	return (narrowerWords(refusal, profile) ?? ofIssuer ?? words[code] ?? words.otherwise).replace("<domain>", domain);
}
/** Of the kinds that some clients tell apart within one code. */
function narrowerWords(refusal, { receivedRootWords, excludedNameWords }) {
	if (refusal.code === "unknown-issuer") {
		const { certificate, receivedRoots } = refusal;
		return receivedRoots.some((root) => likelihood(certificate, root) >= 0) ? receivedRootWords : void 0;
	}
	if (refusal.code === "name-not-permitted" && refusal.subtrees === "excluded") return excludedNameWords;
}
// src/endpoints/failure-words.ts
const HANDSHAKE = "javax.net.ssl.SSLHandshakeException";
/** Clients that are not here have no words that we know; each table as the real program was seen to answer. */
const WORDS = {
	chrome: {
		reasons: {
			refused: "ERR_CONNECTION_REFUSED",
			reset: "ERR_CONNECTION_RESET",
			closed: "ERR_CONNECTION_CLOSED",
			"not-tls": "ERR_SSL_PROTOCOL_ERROR",
			"tls-alert": "ERR_SSL_PROTOCOL_ERROR"
		},
		alerts: {
			handshake_failure: "ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
			protocol_version: "ERR_SSL_VERSION_OR_CIPHER_MISMATCH",
			unrecognized_name: "ERR_SSL_UNRECOGNIZED_NAME_ALERT"
		}
	},
	firefox: {
		reasons: {
			refused: "NS_ERROR_CONNECTION_REFUSED",
			reset: "PR_CONNECT_RESET_ERROR",
			closed: "PR_END_OF_FILE_ERROR"
		},
		alerts: {
			handshake_failure: "SSL_ERROR_NO_CYPHER_OVERLAP",
			protocol_version: "SSL_ERROR_PROTOCOL_VERSION_ALERT",
			unrecognized_name: "SSL_ERROR_UNRECOGNIZED_NAME_ALERT",
			internal_error: "SSL_ERROR_INTERNAL_ERROR_ALERT"
		},
		plainHttp: "SSL_ERROR_RX_RECORD_TOO_LONG"
	},
	openssl: {
		reasons: {
			refused: "Couldn't connect to server",
			reset: "Recv failure: Connection reset by peer",
			closed: "OpenSSL SSL_connect: SSL_ERROR_SYSCALL",
			"not-tls": "wrong version number"
		},
		alerts: {
			handshake_failure: "sslv3 alert handshake failure",
			protocol_version: "tlsv1 alert protocol version",
			unrecognized_name: "tlsv1 unrecognized name",
			internal_error: "tlsv1 alert internal error"
		}
	},
	java: {
		reasons: {
			refused: "java.net.ConnectException: Connection refused",
			reset: "java.net.SocketException: Connection reset",
			closed: `${HANDSHAKE}: Remote host terminated the handshake`,
			"not-tls": "javax.net.ssl.SSLException: Unsupported or unrecognized SSL message"
		},
		alerts: {
			handshake_failure: `${HANDSHAKE}: Received fatal alert: handshake_failure`,
			protocol_version: `${HANDSHAKE}: Received fatal alert: protocol_version`,
			unrecognized_name: `${HANDSHAKE}: Received fatal alert: unrecognized_name`,
			internal_error: "javax.net.ssl.SSLException: Received fatal alert: internal_error"
		}
	}
};
/** What users of `client` see of an endpoint that could not be looked at; undefined where we know no words of its own. */
function failureWordsOf(client, { reason, detail }) {
	const words = WORDS[client];
	if (!words) return void 0;
	const { reasons, alerts, plainHttp } = words;
	return (reason === "tls-alert" ? alerts[detail] : reason === "not-tls" && detail.startsWith("HTTP/") ? plainHttp : void 0) ?? reasons[reason];
}
// src/endpoints/client-verdicts.ts
/** What each client makes of an endpoint: it accepts when it accepts every address. */
function judgeClients(verdict, clients, domain) {
	const { addresses, findings } = verdict;
	return clients.map((client) => {
		const views = addresses.map((address) => viewOf(address, client, domain));
		const refused = views.find(({ accepts, byLuck }) => accepts === false && !byLuck);
		if (refused) return {
			client,
			accepts: false,
			byLuck: false,
			error: refused.error
		};
		const unknown = views.length === 0 ? { error: findings[0]?.problem } : views.find(({ accepts }) => accepts === void 0);
		if (unknown) return {
			client,
			accepts: void 0,
			byLuck: false,
			error: unknown.error
		};
		const lucky = views.find(({ byLuck }) => byLuck);
		return {
			client,
			accepts: true,
			byLuck: lucky !== void 0,
			error: lucky?.error
		};
	});
}
function viewOf(verdict, client, domain) {
	const { accepted, clients, findings, tls } = verdict;
	const served = clients.find((each) => each.client === client);
	if (!served) return {
		accepts: accepted,
		byLuck: false,
		error: (tls.kind === "failure" ? failureWordsOf(client, tls) : void 0) ?? findings[0]?.problem
	};
	const [first] = served.judgement.refusals;
	const error = first && wordsOf(client, first, domain);
	return {
		accepts: served.judgement.accepts,
		byLuck: served.byLuck,
		error
	};
}
// src/certificates/names/reference-identity.ts
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
	return matchesIdentity(certificate, identityOf(domain));
}
/** RFC 9525 §6.4: an address matches iPAddress entries alone, even if a dNSName spells it. */
function identityOf(domain) {
	return {
		kind: canonicalAddress(domain) === void 0 ? "dns" : "ip",
		value: domain
	};
}
/** Whether a certificate without any DNS name is for `domain` by its CN, as clients that still look there have it. */
function matchesCommonName({ dnsNames, commonName }, domain) {
	if (dnsNames.length > 0 || commonName === void 0 || identityOf(domain).kind === "ip") return false;
	return matchesDnsName(commonName.toLowerCase(), domain.toLowerCase());
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
	return isIP(text) === 0 ? void 0 : import_ipaddr.default.parse(text).toString();
}
// src/certificates/transparency/sct.ts
/** What logs sign with (RFC 6962 §2.1.4), as hash and signature algorithm of TLS 1.2 (RFC 5246 §7.4.1.4.1). */
const SIGNATURE_ALGORITHMS = {
	1025: "rsa-sha256",
	1027: "ecdsa-sha256"
};
/** The last millisecond that a Date can hold. */
const MAX_DATE_MS = 8640000000000000n;
/** Octets of the fields before the extensions: version, log, time. */
const LOG_ID_END = 33;
const TIMESTAMP_END = 41;
/** Octets that are not laid out as they should be. It does not leave this file. */
var SctError = class extends Error {
	name = "SctError";
};
/**
* Reads a SignedCertificateTimestampList (RFC 6962 §3.3), its length field included, as the TLS extension holds it. Each
* SCT stands in a frame of its own, so that clients pass over those of a kind they do not know. Never throws.
*/
function parseSctList(bytes, source) {
	const scts = [];
	const faults = [];
	for (const frame of readFrames(Buffer.from(bytes), faults)) try {
		scts.push(readSct(frame, source));
	} catch (error) {
		if (!(error instanceof SctError)) throw error;
		faults.push(error.message);
	}
	return {
		scts,
		faults
	};
}
/** The frames of a list, as far as they are whole; what is wrong with the list goes to `faults`. */
function readFrames(bytes, faults) {
	const frames = [];
	try {
		const list = takeVector(bytes, 0);
		if (list.end !== bytes.length) throw new SctError("octets follow the list of SCTs");
		if (list.content.length === 0) throw new SctError("an empty list of SCTs");
		for (let offset = 0; offset < list.content.length;) {
			const { content, end } = takeVector(list.content, offset);
			frames.push(content);
			offset = end;
		}
	} catch (error) {
		if (!(error instanceof SctError)) throw error;
		faults.push(error.message);
	}
	return frames;
}
/** @throws SctError */
function readSct(frame, source) {
	const [version] = frame;
	if (version === void 0) throw new SctError("an empty SCT");
	if (version !== 0) throw new SctError(`an SCT of version ${version + 1}`);
	if (frame.length < TIMESTAMP_END) throw new SctError("an SCT that ends early");
	const milliseconds = frame.readBigUInt64BE(LOG_ID_END);
	if (milliseconds > MAX_DATE_MS) throw new SctError("an SCT of a time that does not exist");
	const extensions = takeVector(frame, TIMESTAMP_END);
	const signature = takeVector(frame, extensions.end + 2);
	if (signature.end !== frame.length) throw new SctError("octets follow the signature of an SCT");
	const algorithm = frame.readUInt16BE(extensions.end);
	const signatureAlgorithm = SIGNATURE_ALGORITHMS[algorithm];
	if (!signatureAlgorithm) throw new SctError(`an SCT with signature algorithm ${algorithm}`);
	return {
		source,
		version: 1,
		logId: frame.toString("hex", 1, LOG_ID_END),
		timestamp: new Date(Number(milliseconds)),
		extensions: extensions.content,
		signatureAlgorithm,
		signature: signature.content
	};
}
/** A vector with a length field of two octets (RFC 8446 §3.4), and where it ends. @throws SctError */
function takeVector(bytes, start) {
	if (start + 2 > bytes.length) throw new SctError("an SCT or a list of them that ends early");
	const end = start + 2 + bytes.readUInt16BE(start);
	if (end > bytes.length) throw new SctError("an SCT or a list of them that ends early");
	return {
		content: bytes.subarray(start + 2, end),
		end
	};
}
// src/certificates/revocation/ocsp-cert-id.ts
/** Hash functions of CertID by OID. Nothing is signed with them: SHA-1, the usual one, does no harm here. */
const HASHES = {
	"1.3.14.3.2.26": "sha1",
	"2.16.840.1.101.3.4.2.1": "sha256",
	"2.16.840.1.101.3.4.2.2": "sha384",
	"2.16.840.1.101.3.4.2.3": "sha512"
};
/** The parameters of a hash function, where they are not left out (RFC 5754 §2). */
const NULL = Buffer.of(TAG.null, 0);
/** Whether `certId` names `certificate`, issued by `issuer` (RFC 6960 §4.1.1). False for a hash not known. */
function isNamedBy({ hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }, certificate, issuer) {
	const { oid, parameters } = hashAlgorithm;
	const hash = parameters === void 0 || parameters.equals(NULL) ? HASHES[oid] : void 0;
	if (hash === void 0 || serialNumber !== certificate.serialNumber) return false;
	return createHash(hash).update(certificate.issuerDer).digest().equals(issuerNameHash) && hashPublicKey(hash, issuer).equals(issuerKeyHash);
}
/** The hash of the octets of the public key: of the BIT STRING's value, without its count of unused bits. */
function hashPublicKey(hash, { publicKeyDer }) {
	const fields = new DerFields(readDer(publicKeyDer));
	fields.required(TAG.sequence);
	return createHash(hash).update(readBitString(fields.required(TAG.bitString))).digest();
}
// src/certificates/revocation/ocsp-response.ts
/** One answer with a responder's certificate has 0.5 to 3 KiB. */
const MAX_RESPONSE_BYTES = 65536;
/** OCSPResponseStatus but for `successful`; 4 is not used. */
const ERRORS = {
	1: "malformedRequest",
	2: "internalError",
	3: "tryLater",
	5: "sigRequired",
	6: "unauthorized"
};
/** CRLReason (RFC 5280 §5.3.1); 7 is not used. */
const REASONS = /* @__PURE__ */ new Set([
	0,
	1,
	2,
	3,
	4,
	5,
	6,
	8,
	9,
	10
]);
/** @throws DerError for anything that is no OCSPResponse in DER, or larger than 64 KiB */
function readOcspResponse(der) {
	if (der.length > MAX_RESPONSE_BYTES) throw new DerError(`an OCSP response of ${der.length} bytes`);
	const fields = new DerFields(expectTag(readDer(Buffer.from(der)), TAG.sequence));
	const status = readEnumerated(fields.required(TAG.enumerated));
	const wrapped = fields.optional(contextTag(0, "constructed"));
	fields.end();
	if (status !== 0) {
		const error = ERRORS[status];
		if (error === void 0) throw new DerError(`response status ${status}`);
		return {
			kind: "error",
			status: error
		};
	}
	if (!wrapped) throw new DerError("a successful response without an answer");
	const bytes = new DerFields(expectTag(readDer(wrapped.content), TAG.sequence));
	const type = readOid(bytes.required(TAG.oid));
	const { content } = bytes.required(TAG.octetString);
	bytes.end();
	if (type !== OID.basicOcspResponse) return {
		kind: "unknown-type",
		type
	};
	return {
		kind: "basic",
		response: readBasicResponse(content)
	};
}
function readBasicResponse(der) {
	const fields = new DerFields(expectTag(readDer(der), TAG.sequence));
	const { tbs, ...signed } = readSignedFields(fields);
	const wrapped = fields.optional(contextTag(0, "constructed"));
	fields.end();
	const certificates = wrapped ? readChildren(expectTag(readDer(wrapped.content), TAG.sequence)) : [];
	return {
		...signed,
		...readResponseData(tbs),
		certificates: certificates.map((element) => element.der)
	};
}
function readResponseData(sequence) {
	const fields = new DerFields(sequence);
	const version = fields.optional(contextTag(0, "constructed"));
	if (version && readInteger(expectTag(readDer(version.content), TAG.integer)) !== 0n) throw new DerError("an OCSP response of an unknown version");
	return {
		responderId: readResponderId(fields.any()),
		producedAt: readTime(fields.required(TAG.generalizedTime)),
		responses: readChildren(fields.required(TAG.sequence)).map(readSingleResponse),
		extensions: readWrappedExtensions(fields)
	};
}
function readResponderId({ tag, content }) {
	if (tag === contextTag(1, "constructed")) return {
		kind: "name",
		name: readName(readDer(content))
	};
	if (tag !== contextTag(2, "constructed")) throw new DerError("a ResponderID of an unknown kind");
	return {
		kind: "key",
		keyHash: expectTag(readDer(content), TAG.octetString).content
	};
}
function readSingleResponse(element) {
	const fields = new DerFields(expectTag(element, TAG.sequence));
	const certId = readCertId(fields.required(TAG.sequence));
	const status = readStatus(fields.any());
	const thisUpdate = readTime(fields.required(TAG.generalizedTime));
	const next = fields.optional(contextTag(0, "constructed"));
	return {
		certId,
		status,
		thisUpdate,
		nextUpdate: next && readTime(expectTag(readDer(next.content), TAG.generalizedTime)),
		extensions: readWrappedExtensions(fields)
	};
}
function readCertId(sequence) {
	const fields = new DerFields(sequence);
	const hashAlgorithm = readAlgorithm(fields.required(TAG.sequence));
	const issuerNameHash = fields.required(TAG.octetString).content;
	const issuerKeyHash = fields.required(TAG.octetString).content;
	const serialNumber = readInteger(fields.required(TAG.integer)).toString(16).toUpperCase();
	fields.end();
	return {
		hashAlgorithm,
		issuerNameHash,
		issuerKeyHash,
		serialNumber
	};
}
function readStatus(element) {
	if (element.tag === contextTag(1, "constructed")) return {
		kind: "revoked",
		...readRevokedInfo(element)
	};
	const kind = element.tag === contextTag(0, "primitive") ? "good" : element.tag === contextTag(2, "primitive") ? "unknown" : void 0;
	if (kind === void 0 || element.content.length > 0) throw new DerError("a bad CertStatus");
	return { kind };
}
function readRevokedInfo(element) {
	const fields = new DerFields(element);
	const revokedAt = readTime(fields.required(TAG.generalizedTime));
	const wrapped = fields.optional(contextTag(0, "constructed"));
	fields.end();
	const reason = wrapped && readEnumerated(readDer(wrapped.content));
	if (reason !== void 0 && !REASONS.has(reason)) throw new DerError(`revocation reason ${reason}`);
	return {
		revokedAt,
		reason
	};
}
/** The last field, `[1] EXPLICIT Extensions OPTIONAL`. */
function readWrappedExtensions(fields) {
	const wrapped = fields.optional(contextTag(1, "constructed"));
	fields.end();
	return wrapped ? readExtensions$1(readDer(wrapped.content)) : /* @__PURE__ */ new Map();
}
// src/certificates/transparency/sct-extensions.ts
const NONE = {
	scts: [],
	faults: []
};
/** The SCTs in the certificate itself (RFC 6962 §3.3); none without the extension. Never throws. */
function embeddedScts({ extensions }) {
	return readExtension(extensions, {
		oid: OID.embeddedScts,
		source: "certificate"
	});
}
/** The list stands in an OCTET STRING inside of extnValue. */
function readExtension(extensions, { oid, source }) {
	try {
		const value = extensionValue(extensions, oid);
		return value ? parseSctList(expectTag(value, TAG.octetString).content, source) : NONE;
	} catch (error) {
		if (error instanceof DerError) return {
			scts: [],
			faults: [error.message]
		};
		throw error;
	}
}
// src/certificates/transparency/ct-policy.ts
/** A certificate that is valid for longer needs one more log. */
const LONG_LIFETIME_MS = 15552e6;
const LOGS = {
	short: 2,
	long: 3
};
/** Where the TLS extension brings one, SCTs of two logs do, however the other comes. */
const LOGS_BY_TLS = 2;
/** Distinct logs whose SCTs must be embedded in `certificate`, by its lifetime. */
function requiredEmbeddedLogs({ notBefore, notAfter }) {
	return notAfter.getTime() - notBefore.getTime() > LONG_LIFETIME_MS ? LOGS.long : LOGS.short;
}
/**
* Whether `scts` meet Chrome's policy on Certificate Transparency for `certificate`, which holds for public trust anchors
* alone (googlechrome.github.io/CertificateTransparency/ct_policy.html). An SCT that is dated after `time` does not count,
* nor does one from an OCSP response: Chrome takes those no longer since version 148.
*
* Refused is refused by Chrome. Satisfied may still be refused: which logs Chrome knows, who runs them (two operators at
* least) and whether signatures verify is in a list that changes weekly, and one that was shipped here would soon
* raise false alarms.
*/
function judgeScts(certificate, scts, time) {
	const past = scts.filter(({ timestamp, source }) => timestamp <= time && source !== "ocsp");
	const embedded = past.filter(({ source }) => source === "certificate");
	const ways = [countLogs("embedded", embedded, requiredEmbeddedLogs(certificate))];
	if (embedded.length < past.length) ways.push(countLogs("tls", past, LOGS_BY_TLS));
	return ways.reduce((best, way) => missing(way) < missing(best) ? way : best);
}
function countLogs(way, scts, required) {
	const logs = new Set(scts.map(({ logId }) => logId)).size;
	return {
		satisfied: logs >= required,
		way,
		logs,
		required
	};
}
function missing({ logs, required }) {
	return Math.max(required - logs, 0);
}
// src/certificates/clients/conditions.ts
/** What a client asks of a whole path beyond the rules of all, from its profile. */
function conditionsOf(profile, presented, { trust, time }) {
	return [
		(path) => checkKeys(path.slice(0, -1), profile),
		(path) => profile.limitsValidity && isPublic(path, trust) ? checkValidityPeriod(path[0]) : void 0,
		([leaf]) => profile.refusesAuthorityAsLeaf ? checkLeaf$1(leaf) : void 0,
		(path) => profile.checksAnchorValidity ? checkAnchor$1(path, time) : void 0,
		(path) => profile.requiresScts && isPublic(path, trust) ? checkScts(presented, time) : void 0
	];
}
function isPublic(path, trust) {
	const anchor = path.at(-1);
	return anchor !== void 0 && trust.isPublic(anchor);
}
function checkLeaf$1(certificate) {
	if (!certificate.isCa) return void 0;
	const [rule, citation] = ["authority-as-leaf", "BR §7.1.2.7.6"];
	const [actual, required] = ["the certificate of an authority", "one of a server"];
	return {
		code: "profile-violation",
		certificate,
		rule,
		citation,
		actual,
		required
	};
}
/** A leaf that is trusted by itself is the last of its path as well. */
function checkAnchor$1(path, time) {
	const anchor = path.at(-1);
	if (!anchor) return void 0;
	const { notBefore, notAfter } = anchor;
	if (time < notBefore) return {
		code: "not-yet-valid",
		certificate: anchor,
		notBefore,
		time
	};
	return time > notAfter ? {
		code: "expired",
		certificate: anchor,
		notAfter,
		time
	} : void 0;
}
function checkKeys(certificates, profile) {
	for (const [index, certificate] of certificates.entries()) {
		const { publicKey } = certificate;
		const { minModulusBits } = profile;
		const actual = showPublicKey(publicKey);
		if (publicKey.kind === "rsa" && publicKey.modulusBits < minModulusBits) return {
			code: "weak-key",
			certificate,
			actual,
			required: `at least ${minModulusBits} bits`
		};
		const keyTypes = keyTypesOf(profile, index === 0);
		if (!supportsKey(keyTypes, publicKey)) return {
			code: "unsupported-key",
			certificate,
			actual,
			required: keyTypes.join(", ")
		};
	}
}
/** What a client can verify with: the handshake of a leaf, or a signature of an issuer. */
function keyTypesOf({ leafKeyTypes, issuerKeyTypes }, isLeaf) {
	return isLeaf ? leafKeyTypes : issuerKeyTypes;
}
/** Whether `key` is of one of `keyTypes`. */
function supportsKey(keyTypes, key) {
	return keyTypes.some((type) => type === (key.kind === "ec" ? key.curve : key.kind));
}
function checkValidityPeriod(certificate) {
	const { days, limit } = validityLimit(certificate);
	return limit === void 0 || days <= limit ? void 0 : {
		code: "validity-too-long",
		certificate,
		days,
		limit
	};
}
/** Those of an OCSP response are left out: Firefox and Chrome take them no longer. */
function checkScts({ chain: [leaf], transport }, time) {
	const byTls = transport?.sctList ? parseSctList(transport.sctList, "tls").scts : [];
	const { satisfied, logs, required } = judgeScts(leaf, [...embeddedScts(leaf).scts, ...byTls], time);
	return satisfied ? void 0 : {
		code: "missing-scts",
		certificate: leaf,
		actual: logs,
		required
	};
}
// src/certificates/paths/path-failure.ts
/** Least specific first. A failure that says more about the material wins over one that says less. */
const RANKING$1 = [
	"unknown-issuer",
	"bad-signature",
	"unsupported-signature",
	"revocation-unknown",
	"policy-not-acceptable",
	"missing-scts",
	"validity-too-long",
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
	return RANKING$1.indexOf(failure.code);
}
/** The same for the same failure of the same certificate. */
function failureKey(failure) {
	const rule = failure.code === "profile-violation" ? failure.rule : "";
	return `${failure.code} ${rule} ${failure.certificate.fingerprint}`;
}
// src/certificates/paths/rules/keys.ts
const CURVES$1 = [
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
		if (key.curve !== void 0 && CURVES$1.includes(key.curve)) return void 0;
		return {
			kind: "unsupported",
			actual,
			required: CURVES$1.join(", ")
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
// src/certificates/paths/policy-extensions.ts
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
// src/certificates/paths/rules/rule.ts
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
// src/certificates/paths/rules/extension-form.ts
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
				return malformed$3(error, "policies");
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
		return malformed$3(error, oid);
	}
}
function malformed$3(error, place) {
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
// src/certificates/paths/rules/form.ts
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
// src/certificates/paths/rules/key-identifiers.ts
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
// src/certificates/paths/rules/names.ts
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
// src/certificates/paths/rules/usage.ts
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
// src/certificates/paths/rules/profile.ts
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
// src/certificates/keys/signature.ts
/** Schemes by OID (RFC 4055 §5, RFC 5758 §3.2, RFC 8410 §3). */
const SCHEMES$1 = {
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
	const scheme = oid === RSA_PSS ? PSS_SCHEMES.get(parameters?.toString("hex") ?? "") : SCHEMES$1[oid];
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
/**
* Verdicts that were reached already. They follow from what never changes, so they hold as long as both objects are
* there: clients of one endpoint, and endpoints with the same intermediates, ask for the same ones.
*/
const verdicts$1 = /* @__PURE__ */ new WeakMap();
/** Whether the key of `issuer` made the signature of `signed`. False for schemes and keys that are not known. */
function isSignedBy(signed, issuer) {
	const known = verdicts$1.get(signed)?.get(issuer);
	if (known !== void 0) return known;
	const verdict = verifySignature(signed, issuer);
	const byIssuer = verdicts$1.get(signed) ?? /* @__PURE__ */ new WeakMap();
	verdicts$1.set(signed, byIssuer.set(issuer, verdict));
	return verdict;
}
/** Whether it is signed by its own key, as roots are; self-issued ones need not be. */
function isSelfSigned(certificate) {
	return certificate.selfIssued && isSignedBy(certificate, certificate);
}
function verifySignature(signed, issuer) {
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
// src/certificates/paths/path-rules.ts
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
	return firstOf(terms, [
		checkValidity(leaf, terms.time),
		checkSignatureAlgorithm(leaf),
		checkReference(leaf, terms),
		checkExtendedKeyUsage(leaf, terms),
		checkCriticalExtensions(leaf),
		checkKey(leaf, terms),
		checkProfile(leaf, "leaf", terms)
	]);
}
/**
* The first rule for an intermediate that `issuer` breaks when it follows `path`; undefined when it keeps them
* all. That it signed the end of `path` is already known.
*/
function checkIntermediate(issuer, path, terms) {
	return firstOf(terms, [
		checkValidity(issuer, terms.time),
		checkSignatureAlgorithm(issuer),
		checkPathLength(issuer, path),
		checkDepth(issuer, path, terms),
		checkMaySign(issuer),
		checkCriticalExtensions(issuer),
		checkNameConstraints(issuer, path, terms),
		checkExtendedKeyUsage(issuer, terms),
		checkKey(issuer, terms),
		checkProfile(issuer, "intermediate", terms),
		checkPair(lastOf$1(path), issuer, terms)
	]);
}
/**
* The same for a trust anchor. It counts by name and key (RFC 5280 §6.1.1 d), as browsers have it; `strict` holds
* its certificate against what an authority's must be too, constraints included (RFC 5937 §3).
*/
function checkAnchor(anchor, path, terms) {
	if (terms.policy === "browser") return void 0;
	return firstOf(terms, [
		checkValidity(anchor, terms.time),
		checkPathLength(anchor, path),
		checkMaySign(anchor),
		checkCriticalExtensions(anchor),
		checkNameConstraints(anchor, path, terms),
		checkKey(anchor, terms),
		checkProfile(anchor, "anchor", terms),
		checkPair(lastOf$1(path), anchor, terms)
	]);
}
/** The first failure that counts. */
function firstOf({ waives }, failures) {
	return failures.find((failure) => failure && !waives(failure));
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
		const forbidden = findForbiddenName(certificate, nameConstraints, comparisons);
		if (forbidden) return {
			code: "name-not-permitted",
			certificate,
			...forbidden,
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
function checkKey(certificate, { policy }) {
	const key = judgeKey(certificate, policy);
	if (!key) return void 0;
	const { kind, ...values } = key;
	return {
		code: `${kind}-key`,
		certificate,
		...values
	};
}
/** The rules in rules/. */
function checkProfile(certificate, role, { policy }) {
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
// src/certificates/paths/policy-tree.ts
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
		domain: OID.anyPolicy,
		parents: []
	};
}
/** RFC 5280 §6.1.3 (d) and (e). */
function nextLevel(level, policies, takesAny) {
	const next = /* @__PURE__ */ new Map();
	const grow = (policy, parent) => {
		const known = next.get(policy);
		if (known) known.parents.push(parent);
		else next.set(policy, {
			expected: /* @__PURE__ */ new Set([policy]),
			domain: void 0,
			parents: [parent]
		});
	};
	if (!policies) return next;
	for (const node of level.values()) for (const policy of node.expected) if (policy !== OID.anyPolicy && policies.has(policy)) grow(policy, node);
	for (const policy of level.has(OID.anyPolicy) ? policies : []) if (policy !== OID.anyPolicy && !next.has(policy)) next.set(policy, {
		expected: /* @__PURE__ */ new Set([policy]),
		domain: policy,
		parents: []
	});
	if (!policies.has(OID.anyPolicy) || !takesAny) return next;
	for (const node of level.values()) for (const policy of node.expected) if (policy === OID.anyPolicy || !policies.has(policy)) grow(policy, node);
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
			domain: policy,
			parents: []
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
	if (level.has(OID.anyPolicy)) return true;
	const nodes = new Set(level.values());
	for (const { domain, parents } of nodes) {
		if (domain !== void 0 && acceptable.has(domain)) return true;
		for (const parent of parents) nodes.add(parent);
	}
	return false;
}
// src/certificates/revocation/revocation.ts
/** Extensions of a CRL and of its entries that are processed here (RFC 5280 §5.2, §5.3). */
const PROCESSED$1 = /* @__PURE__ */ new Set([
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
* a complete one makes it good: not one of some reasons only, nor a delta, which may add to it. Indirect ones are not
* looked into.
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
		const gap = findGap(crl);
		if (gap === void 0) status = { kind: "good" };
		else if (status.kind === "unknown") status = {
			kind: "unknown",
			reason: gap
		};
	}
	return status;
}
/** Why a certificate that `crl` does not list may be revoked all the same; undefined when it is good. */
function findGap({ extensions, scope }) {
	if (extensions.has(OID.deltaCrlIndicator)) return "a delta CRL without its base";
	return scope?.someReasons ? "a CRL of some reasons" : void 0;
}
/** Why nothing that `crl` says may be believed; undefined when it may. */
function findFault(crl, time) {
	if (crl.version !== 2) return `a CRL of version ${crl.version} (RFC 5280 §5.1.2.1)`;
	if (!crl.algorithmsAgree) return "signature algorithms that differ (RFC 5280 §5.1.1.2)";
	if (crl.thisUpdate > time) return `a CRL of ${crl.thisUpdate.toISOString()}, which is to come`;
	if (!crl.nextUpdate) return "a CRL without nextUpdate (RFC 5280 §5.1.2.5)";
	if (crl.nextUpdate < time) return `a CRL that is stale since ${crl.nextUpdate.toISOString()}`;
	return findExtensionFault$1(crl);
}
function findExtensionFault$1({ extensions, criticalEntryExtensions }) {
	const critical = [...extensions].filter(([, extension]) => extension.critical).map(([oid]) => oid);
	const unknown = critical.find((oid) => !PROCESSED$1.has(oid)) ?? [...criticalEntryExtensions].find((oid) => !PROCESSED_OF_ENTRIES.has(oid));
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
	if (scope.indirect) return "a CRL of several issuers";
	const mine = certificate.isCa ? "authority certificates" : "user certificates";
	const other = scope.only.find((subject) => subject !== mine);
	if (other !== void 0) return `a CRL for ${other} alone`;
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
/**
* Names of the distribution points for `certificate`: those it names (RFC 5280 §4.2.1.13), but for
* those of other CRL issuers or for some reasons, and its issuer's own name, which is one for every certificate
* (§6.3.3, last paragraph).
*/
function ownDistributionPoints({ extensions, issuerName }) {
	const value = extensionValue(extensions, OID.crlDistributionPoints);
	const named = (value ? readChildren(expectTag(value, TAG.sequence)) : []).flatMap((point) => {
		const fields = new DerFields(expectTag(point, TAG.sequence));
		const name = fields.optional(contextTag(0, "constructed"));
		const reasons = fields.optional(contextTag(1, "primitive"));
		const crlIssuer = fields.optional(contextTag(2, "constructed"));
		fields.end();
		return name && !reasons && !crlIssuer ? namesOf(name.content) : [];
	});
	return /* @__PURE__ */ new Set([...named, directoryKey(issuerName)]);
}
/** What tells the names of fullName apart, or the relative name alone. @throws DerError */
function namesOf(distributionPointName) {
	const choice = readDer(distributionPointName);
	if (choice.tag !== contextTag(0, "constructed")) return [choice.der.toString("hex")];
	return readChildren(choice).map(({ tag, content, der }) => tag === contextTag(4, "constructed") ? directoryKey(readName(readDer(content))) : der.toString("hex"));
}
/** A directory name is not compared octet by octet (RFC 5280 §7.1). */
function directoryKey({ key }) {
	return `directory ${key}`;
}
// src/certificates/revocation/find-revoked.ts
/**
* The first certificate of a path, from the leaf to its anchor, that `crls` revoke, or of which they do not tell (RFC
* 5280 §6.1.3 a 3). Who gives no CRL of an intermediate's issuer asks about the leaf alone.
*/
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
// src/certificates/paths/path.ts
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
	/** Received and self-signed, and no anchors. */
	#untrustedRoots = [];
	#farthest;
	constructor(query) {
		const { policy = "browser", time, reference, purpose = OID.serverAuth, maxIntermediates } = query;
		const { waives = () => false } = query;
		this.#query = query;
		const comparisons = { left: MAX_COMPARISONS };
		this.#terms = {
			policy,
			time,
			reference,
			purpose,
			maxIntermediates,
			comparisons,
			waives
		};
		this.#budget = query.budget ?? DEFAULT_BUDGET;
	}
	run() {
		const { leaf, trustStore } = this.#query;
		const trusted = trustStore.findBySubject(leaf.subjectName).some(({ fingerprint }) => fingerprint === leaf.fingerprint);
		const selfSigned = !trustStore.has(leaf) && this.#isSelfSigned(leaf);
		const failure = firstOf(this.#terms, [selfSigned ? {
			code: "self-signed-leaf",
			certificate: leaf
		} : void 0]) ?? checkLeaf(leaf, this.#terms);
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
				if (!this.#holds(path)) continue;
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
			if (this.#isSelfSigned(certificate)) {
				if (!trustStore.has(certificate)) this.#untrustedRoots.push(certificate);
				continue;
			}
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
	/** Every path that may be one received certificate longer, the most likely one first. */
	#extend(path) {
		const child = lastOf(path);
		this.#note(this.#unknownIssuer(child), path);
		const candidates = (this.#candidates.get(child.issuerName.key) ?? []).filter((candidate) => !path.some((step) => isSameAuthority(step, candidate))).toSorted((a, b) => likelihood(child, b) - likelihood(child, a));
		this.#steps += candidates.length;
		return this.#isExhausted() ? [] : candidates.map((candidate) => [...path, candidate]);
	}
	/** Whether the last of `path` may follow the others. Only asked for when it is its turn: a namesake costs nothing. */
	#holds(path) {
		const [leaf, ...issuers] = path;
		const issuer = issuers.pop();
		if (!issuer) return true;
		const below = [leaf, ...issuers];
		if (this.#isExhausted() || !this.#isIssuer(below, issuer)) return false;
		const failure = checkIntermediate(issuer, below, this.#terms);
		if (failure) this.#note(failure, below);
		return !failure;
	}
	/** What can only be said of a path with its anchor at the end. */
	#checkWhole(path) {
		const [leaf] = path;
		const { policies = {}, crls, time, conditions = [] } = this.#query;
		if (!hasAcceptablePolicy(path.slice(0, -1), policies)) return {
			code: "policy-not-acceptable",
			certificate: leaf
		};
		const failures = conditions.map((condition) => condition(path));
		return (crls && findRevoked(path, crls, time)) ?? firstOf(this.#terms, failures);
	}
	/** Whether the key of `issuer` signed the end of `path`: the signature alone is proof. */
	#isIssuer(path, issuer) {
		const certificate = lastOf(path);
		if (this.#verify(certificate, issuer)) return true;
		if (likelihood(certificate, issuer) < 0) return false;
		if (passesOverSignature(certificate, this.#terms)) return true;
		this.#note({
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
		const known = this.#farthest;
		const further = path.length - (known?.path.length ?? 0);
		if (further < 0) return;
		if (known && further === 0 && specificity(failure) <= specificity(known.failure)) return;
		this.#farthest = {
			failure,
			path
		};
	}
	#giveUp() {
		const { leaf } = this.#query;
		const { failure, path } = this.#farthest ?? {
			failure: this.#unknownIssuer(leaf),
			path: [leaf]
		};
		if (!this.#isExhausted()) return {
			kind: "invalid",
			failure,
			path
		};
		return {
			kind: "invalid",
			failure: {
				code: "budget-exceeded",
				certificate: leaf,
				budget: this.#budget
			},
			path
		};
	}
	#unknownIssuer(certificate) {
		const { issuer, issuerName, caIssuersUrls } = certificate;
		return {
			code: "unknown-issuer",
			certificate,
			issuer,
			caIssuersUrls,
			receivedRoots: this.#untrustedRoots.filter(({ subjectName }) => subjectName.key === issuerName.key)
		};
	}
};
function lastOf(path) {
	return path.at(-1) ?? path[0];
}
// src/certificates/paths/defects.ts
/** Failures passed over before the search is left as it is: a hostile chain may break a rule in every certificate. */
const MAX_DEFECTS = 16;
/** Behind these there is nothing more to see: the path itself ends. */
const FINAL = /* @__PURE__ */ new Set([
	"unknown-issuer",
	"bad-signature",
	"budget-exceeded",
	"policy-not-acceptable",
	"revocation-unknown"
]);
/**
* What a search for a path finds, and everything that stands in its way, not only the first: each failure is
* passed over until the path is whole or ends for good.
*/
function findDefects(query) {
	const result = buildPath(query);
	const found = [];
	const keys = /* @__PURE__ */ new Set();
	const waives = (failure) => keys.has(failureKey(failure)) || query.waives?.(failure) === true;
	let current = result;
	while (current.kind === "invalid" && found.length < MAX_DEFECTS) {
		const { failure } = current;
		const isFinal = FINAL.has(failure.code) || keys.has(failureKey(failure));
		if (!isFinal || !keys.has(failureKey({
			code: "self-signed-leaf",
			certificate: failure.certificate
		}))) found.push(failure);
		if (isFinal) break;
		keys.add(failureKey(failure));
		current = buildPath({
			...query,
			waives
		});
	}
	return {
		result,
		defects: onPath(found, current),
		closest: current.path
	};
}
/** What was passed over on a way that led nowhere does not count. */
function onPath(found, { kind, path }) {
	if (kind === "invalid") return found;
	return found.filter(({ certificate }) => path.some((each) => isSame$1(each, certificate)));
}
function isSame$1(a, b) {
	return a.fingerprint === b.fingerprint;
}
// src/certificates/clients/path-finder.ts
/**
* A finder of paths for all clients that are shown `shown`. Those with the same trust and the same terms share one
* search, and each holds its conditions against the path found. Only where there is none, or where it
* does not suit, a client gets a search of its own.
*/
function createPathFinder(shown) {
	const searches = [];
	function search(query) {
		const known = searches.find((each) => isSameQuery(each.query, query));
		if (known) return known.result;
		const result = buildPath({
			...shown,
			...query
		});
		searches.push({
			query,
			result
		});
		return result;
	}
	return ({ conditions, waives, ...query }) => {
		const result = search(query);
		if (result.kind === "valid" && conditions.every((condition) => !condition(result.path))) return {
			result,
			defects: [],
			closest: result.path
		};
		return findDefects({
			...shown,
			...query,
			conditions,
			waives
		});
	};
}
function isSameQuery(a, b) {
	return a.trustStore === b.trustStore && a.maxIntermediates === b.maxIntermediates && a.reference?.kind === b.reference?.kind && a.reference?.value === b.reference?.value;
}
// src/certificates/clients/transport-refusals.ts
/** In the order of their age. */
const PROTOCOLS = [
	"SSLv3",
	"TLSv1",
	"TLSv1.1",
	"TLSv1.2",
	"TLSv1.3"
];
/** What a client has against the handshake itself, whoever has issued the certificates. */
function transportRefusals(profile, { chain: [leaf], transport }) {
	if (!transport) return [];
	const refusals = [];
	const parameters = judgeParameters(profile, transport) ?? judgeKeyUsage(profile, leaf, transport);
	if (parameters) refusals.push(parameters);
	if (transport.clientCertificate === "required") refusals.push({ code: "client-certificate-required" });
	return refusals;
}
/** Whoever does not speak the version does not come to the cipher suite. */
function judgeParameters({ oldestProtocol, cipherSuites }, { protocol, cipher, commonCipher }) {
	if (PROTOCOLS.indexOf(protocol) < PROTOCOLS.indexOf(oldestProtocol)) return {
		code: "old-protocol",
		actual: protocol,
		required: oldestProtocol
	};
	return !cipher.startsWith("TLS_") || hasSuite(cipherSuites, cipher) || commonCipher ? void 0 : {
		code: "unsupported-cipher",
		actual: cipher
	};
}
/** The key decrypts in the suites with RSA key exchange; in all others it signs. */
function judgeKeyUsage({ checksKeyUsage, cipherSuites }, certificate, { cipher: chosen, commonCipher = chosen }) {
	const cipher = hasSuite(cipherSuites, chosen) ? chosen : commonCipher;
	const required = cipher.startsWith("TLS_RSA_") ? "keyEncipherment" : "digitalSignature";
	const isAllowed = certificate.keyUsage?.includes(KEY_USAGE[required]) ?? true;
	return checksKeyUsage && !isAllowed ? {
		code: "wrong-key-usage",
		certificate,
		cipher,
		required
	} : void 0;
}
// src/certificates/revocation/ocsp-responder.ts
/** A responder sends one certificate or none; the limit bounds the signatures that a hostile response costs. */
const MAX_CERTIFICATES$1 = 8;
/** Extensions of a responder's certificate that may be critical: looked at here, or without effect on it. */
const PROCESSED = /* @__PURE__ */ new Set([
	OID.subjectKeyIdentifier,
	OID.keyUsage,
	OID.subjectAltName,
	OID.basicConstraints,
	OID.certificatePolicies,
	OID.authorityKeyIdentifier,
	OID.extendedKeyUsage,
	OID.ocspNoCheck
]);
/**
* Who signed `response`: `issuer` itself, or whom it has authorised by a certificate in the response (RFC 6960
* §4.2.2.2), valid at `time`. Otherwise why nobody did that may, as said of the last candidate.
*
* Whether the responder's own certificate is revoked is not asked, with id-pkix-ocsp-nocheck (§4.2.2.2.1) or
* without it, for no TLS client asks: where it is missing, the section leaves the matter to local policy.
*/
function findResponder(response, issuer, time) {
	let fault = {
		code: "responder-not-found",
		actual: showResponder(response.responderId),
		required: `${issuer.subject}, or a certificate of the responder in the response`
	};
	for (const candidate of [issuer, ...readCertificates(response)]) {
		if (candidate !== issuer && candidate.publicKeyDer.equals(issuer.publicKeyDer)) continue;
		if (!isNamed(response.responderId, candidate)) continue;
		const mistake = candidate === issuer ? void 0 : findDelegationFault(candidate, issuer, time);
		if (mistake) fault = {
			code: "responder-not-authorised",
			...mistake
		};
		else if (isSignedBy(response, candidate)) return { responder: candidate };
		else fault = {
			code: "bad-signature",
			actual: "one that does not verify",
			required: `a signature of ${candidate.subject}`
		};
	}
	return { fault };
}
/** What of `certificates` can be read; the others can have signed nothing. */
function* readCertificates({ certificates }) {
	for (const der of certificates.slice(0, MAX_CERTIFICATES$1)) try {
		yield parseCertificate(der);
	} catch (error) {
		if (!hasCode(error, "CERTIFICATE_MALFORMED")) throw error;
	}
}
/** RFC 6960 §4.2.2.3. */
function isNamed(id, certificate) {
	if (id.kind === "name") return id.name.key === certificate.subjectName.key;
	return hashPublicKey("sha1", certificate).equals(id.keyHash);
}
/** Why `issuer` has not authorised `responder`; undefined when it has. */
function findDelegationFault(responder, issuer, time) {
	const { keyUsage, extendedKeyUsage = [], notBefore, notAfter, criticalExtensions } = responder;
	if (responder.issuerName.key !== issuer.subjectName.key) return {
		actual: `issued by ${responder.issuer}`,
		required: `issued by ${issuer.subject}`
	};
	if (!isSignedBy(responder, issuer)) return {
		actual: "a certificate that its issuer did not sign",
		required: `issued by ${issuer.subject}`
	};
	if (!extendedKeyUsage.includes(OID.ocspSigning)) return {
		actual: extendedKeyUsage.join(", ") || "no extendedKeyUsage",
		required: `id-kp-OCSPSigning (${OID.ocspSigning})`
	};
	if (time < notBefore || time > notAfter) return {
		actual: `a responder's certificate for ${notBefore.toISOString()} to ${notAfter.toISOString()}`,
		required: `valid at ${time.toISOString()}`
	};
	if (keyUsage && ![KEY_USAGE.digitalSignature, KEY_USAGE.nonRepudiation].some((bit) => keyUsage.includes(bit))) return {
		actual: `keyUsage of bits ${keyUsage.join(", ")}`,
		required: "digitalSignature"
	};
	const unknown = criticalExtensions.find((oid) => !PROCESSED.has(oid));
	if (unknown !== void 0) return {
		actual: `critical extension ${unknown}`,
		required: "none unknown"
	};
	const key = judgeKey(responder, "browser");
	return key && {
		actual: key.actual,
		required: key.required
	};
}
function showResponder(id) {
	return id.kind === "name" ? id.name.text : `the key with SHA-1 ${id.keyHash.toString("hex")}`;
}
// src/certificates/revocation/ocsp.ts
const DAY_MS$1 = 864e5;
/**
* How long an answer without nextUpdate is believed. Newer information is then there all the time (RFC 6960 §2.4),
* so a stored one is out of date at once and BR §4.9.10 has none of that kind; RFC 6960 §4.2.2.1 does not refuse it,
* however, and private responders leave nextUpdate out. Firefox, which ends connections over it, grants a day.
*/
const MAX_AGE_WITHOUT_NEXT_UPDATE_MS = DAY_MS$1;
/** The longest an answer for a subscriber's certificate may hold (BR §4.9.10), whatever nextUpdate says. */
const MAX_AGE_MS = 10 * DAY_MS$1;
/** RFC 5280 §4.1.2.2 has serial numbers of at most 20 octets; a response may hold anything. */
const MAX_SERIAL_DIGITS = 40;
/** status_request as a number in Features (RFC 7633 §6; RFC 6066 §8). */
const STATUS_REQUEST = 5n;
/**
* The status of `certificate` by an OCSP response (RFC 6960 §3.2). Of several answers for it, current ones go before stale
* ones and then the worst counts: revoked, unknown, good. Never throws: bytes that are no response are a verdict.
*/
function judgeOcsp(query) {
	try {
		return judgeResponse(readOcspResponse(query.der), query);
	} catch (error) {
		if (!(error instanceof DerError)) throw error;
		return invalid("malformed", error.message, "an OCSPResponse in DER");
	}
}
/**
* Whether `certificate` demands a stapled OCSP response (RFC 7633 §4.2.2, "must-staple"). False also when the extension
* cannot be read: nothing can be demanded by what nobody understands.
*/
function requiresStaple({ extensions }) {
	try {
		const value = extensionValue(extensions, OID.tlsFeature);
		return (value ? readChildren(expectTag(value, TAG.sequence)) : []).some((feature) => readInteger(expectTag(feature, TAG.integer)) === STATUS_REQUEST);
	} catch (error) {
		if (error instanceof DerError) return false;
		throw error;
	}
}
function judgeResponse(response, query) {
	switch (response.kind) {
		case "error": return invalid("not-successful", response.status, "successful");
		case "unknown-type": return invalid("unknown-response-type", response.type, OID.basicOcspResponse);
		case "basic": return judgeBasicResponse(response.response, query);
	}
}
function judgeBasicResponse(response, query) {
	const { certificate, issuer } = query;
	const answers = response.responses.filter(({ certId }) => isNamedBy(certId, certificate, issuer));
	if (answers.length === 0) {
		const other = response.responses[0]?.certId.serialNumber.slice(0, MAX_SERIAL_DIGITS);
		const required = `serial number ${certificate.serialNumber} of ${issuer.subject}`;
		return invalid("other-certificate", other === void 0 ? "no answer" : `serial number ${other}`, required);
	}
	const fault = findAlgorithmFault(response) ?? findExtensionFault(response, answers);
	if (fault) return fault;
	const signer = findResponder(response, issuer, findSigningTime(answers, query));
	if ("fault" in signer) return {
		kind: "invalid",
		...signer.fault
	};
	return answers.map((answer) => judgeAnswer(answer, {
		...query,
		...signer,
		response
	})).reduce((worst, verdict) => rank(verdict) > rank(worst) ? verdict : worst);
}
/**
* When the responder's certificate has to be valid: now, or, where every answer is stale, when the newest was given. What
* a server has kept for too long is stale, and not also wrongly signed.
*/
function findSigningTime(answers, { certificate, time }) {
	if (answers.some((answer) => findValidUntil(answer, certificate) >= time)) return time;
	return new Date(Math.max(...answers.map(({ thisUpdate }) => thisUpdate.getTime())));
}
function judgeAnswer(answer, terms) {
	const { thisUpdate, nextUpdate, status } = answer;
	const { time, responder, certificate } = terms;
	if (nextUpdate && nextUpdate < thisUpdate) return invalid("times-contradict", nextUpdate.toISOString(), `after thisUpdate ${thisUpdate.toISOString()}`);
	if (thisUpdate > time) return invalid("not-yet-valid", thisUpdate.toISOString(), `not after ${time.toISOString()}`);
	const said = {
		producedAt: terms.response.producedAt,
		thisUpdate,
		nextUpdate,
		responder
	};
	const validUntil = findValidUntil(answer, certificate);
	return time > validUntil ? {
		kind: "stale",
		...said,
		status,
		validUntil,
		time
	} : {
		...said,
		...status
	};
}
/** Inclusive. */
function findValidUntil({ thisUpdate, nextUpdate }, { isCa }) {
	const limit = nextUpdate ? MAX_AGE_MS : MAX_AGE_WITHOUT_NEXT_UPDATE_MS;
	if (nextUpdate && isCa) return nextUpdate;
	return new Date(Math.min(nextUpdate?.getTime() ?? 1e400, thisUpdate.getTime() + limit));
}
/** Worst last, and what is no verdict on the certificate first. */
const RANKING = [
	"invalid",
	"stale",
	"good",
	"unknown",
	"revoked"
];
function rank({ kind }) {
	return RANKING.indexOf(kind);
}
function findAlgorithmFault({ signatureAlgorithm }) {
	const { kind, name } = readScheme(signatureAlgorithm);
	if (kind === "scheme") return void 0;
	return invalid(kind === "weak" ? "weak-signature" : "unsupported-signature", name, "RSA, RSA-PSS, ECDSA or Ed25519, with SHA-256 or longer");
}
/** RFC 6960 §4.4: what is critical and not processed makes the response useless. SCTs are, in sct.ts. */
function findExtensionFault(response, answers) {
	const ofAnswers = answers.flatMap(({ extensions }) => criticalOnes(extensions));
	const unknown = [...criticalOnes(response.extensions), ...ofAnswers.filter((oid) => oid !== OID.ocspScts)][0];
	return unknown === void 0 ? void 0 : invalid("unknown-critical-extension", unknown, "none unknown");
}
function criticalOnes(extensions) {
	return [...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid);
}
function invalid(code, actual, required) {
	return {
		kind: "invalid",
		code,
		actual,
		required
	};
}
// src/certificates/revocation/staple-verdict.ts
/** The last verdict on each response: several clients and findings ask about the same one. */
const verdicts = /* @__PURE__ */ new WeakMap();
/** What `judgeOcsp` says of a stapled response, whose octets never change. */
function judgeStaple(query) {
	const known = verdicts.get(query.der);
	if (known && isSame(known.query, query)) return known.verdict;
	const verdict = judgeOcsp(query);
	verdicts.set(query.der, {
		query,
		verdict
	});
	return verdict;
}
function isSame(a, b) {
	return a.time.getTime() === b.time.getTime() && a.certificate.fingerprint === b.certificate.fingerprint && a.issuer.fingerprint === b.issuer.fingerprint;
}
// src/certificates/clients/staple-refusals.ts
/**
* What a client has against the OCSP response that is stapled, or against there being none. Nothing as long as the issuer
* of the leaf is unknown, who alone can vouch for a response.
*
* Under a public authority no client insists on a sound response: Firefox learns of its revocations in another way (CRLite)
* before it looks at a staple.
*/
function stapleRefusals(profile, { chain: [leaf], transport }, { path, trust, time }) {
	if (!transport) return [];
	const { ocspStaple } = transport;
	if (!ocspStaple) return profile.requiresPromisedStaple && requiresStaple(leaf) ? [{
		code: "must-staple-missing",
		certificate: leaf
	}] : [];
	const issuer = path[1];
	if (profile.staple === "ignored" || !issuer) return [];
	const verdict = judgeStaple({
		der: ocspStaple,
		certificate: leaf,
		issuer,
		time
	});
	const anchor = path.at(-1);
	const insists = profile.staple === "enforced" && !(anchor && trust.isPublic(anchor));
	const refusal = toRefusal(verdict, leaf);
	return refusal && (insists || refusal.code === "revoked") ? [refusal] : [];
}
/** What is wrong with a stapled response for `certificate`; undefined when it says that all is well. */
function toRefusal(verdict, certificate) {
	switch (verdict.kind) {
		case "good": return;
		case "revoked": {
			const { revokedAt, reason } = verdict;
			return {
				code: "revoked",
				certificate,
				revokedAt,
				reason
			};
		}
		case "stale": {
			const { validUntil, time } = verdict;
			return {
				code: "stale-ocsp",
				certificate,
				validUntil,
				time
			};
		}
		case "unknown": return {
			code: "invalid-ocsp",
			certificate,
			actual: "the status unknown",
			required: "a status that the authority vouches for"
		};
		case "invalid": {
			const { actual, required } = verdict;
			return {
				code: "invalid-ocsp",
				certificate,
				actual,
				required
			};
		}
	}
}
// src/certificates/clients/judge-client.ts
/** Whether a client accepts what it is shown, with no help from AIA, preloaded or remembered intermediates. Pure. */
function judgeClient(profile, presented, terms) {
	return createClientJudge(presented, terms)(profile);
}
/** `judgeClient` for several clients that are shown the same: what they have in common is looked at once. */
function createClientJudge(presented, terms) {
	const [leaf, ...intermediates] = presented.chain;
	const findPath = createPathFinder({
		leaf,
		intermediates,
		time: terms.time
	});
	return (profile) => judge(profile, presented, {
		...terms,
		findPath
	});
}
function judge(profile, presented, { trust, time, findPath }) {
	const [leaf] = presented.chain;
	const { defects, closest } = findPath({
		trustStore: trust.storeOf(profile.name),
		...referenceFor(profile, leaf, presented.domain),
		...profile.maxIntermediates === void 0 ? {} : { maxIntermediates: profile.maxIntermediates },
		waives: (failure) => isTolerated(failure, presented.chain, profile),
		conditions: conditionsOf(profile, presented, {
			trust,
			time
		})
	});
	const refusals = [
		...transportRefusals(profile, presented),
		...countRefusals(profile, presented.chain.length),
		...defects,
		...stapleRefusals(profile, presented, {
			trust,
			time,
			path: closest
		})
	];
	return {
		accepts: refusals.length === 0,
		refusals: inOrder(refusals, profile),
		path: closest
	};
}
/** Whether the client's rules about purposes and kinds of keys are laxer than those of the path search. */
function isTolerated(failure, [leaf], profile) {
	const isLeaf = failure.certificate.fingerprint === leaf.fingerprint;
	if (failure.code === "unsupported-key") return supportsKey(keyTypesOf(profile, isLeaf), failure.certificate.publicKey);
	if (failure.code !== "wrong-extended-key-usage") return false;
	if (!isLeaf && !profile.checksIssuerPurposes) return true;
	return profile.acceptsAnyPurpose && failure.extendedKeyUsage.includes(OID.anyExtendedKeyUsage);
}
/** RFC 8446 §4.4.2 sets no limit; clients do, before they look at a single certificate. */
function countRefusals({ maxReceived: limit }, actual) {
	return limit !== void 0 && actual > limit ? [{
		code: "too-many-certificates",
		actual,
		limit
	}] : [];
}
function referenceFor({ acceptsCommonName }, leaf, domain) {
	if (domain === void 0) return {};
	if (acceptsCommonName && matchesCommonName(leaf, domain)) return {};
	return { reference: identityOf(domain) };
}
function inOrder(refusals, { precedence, unnamed }) {
	const hidden = refusals.some(({ code }) => unnamed?.behind.includes(code)) ? unnamed?.codes ?? [] : [];
	const rank = ({ code }) => {
		const place = precedence.indexOf(code);
		return place < 0 || hidden.includes(code) ? precedence.length : place;
	};
	return refusals.toSorted((a, b) => rank(a) - rank(b));
}
// src/endpoints/findings/finding-rule.ts
/** All that `rules` find in `evidence`, in the order of the rules. */
function runRules(rules, evidence) {
	return rules.flatMap((rule) => {
		if (!rule.applies(evidence)) return [];
		const { id, citation } = rule;
		return rule.evaluate(evidence).map(({ certificate, ...found }) => ({
			id,
			citation,
			...found,
			...certificate ? { certificate: certificate.fingerprint } : {}
		}));
	});
}
// src/endpoints/findings/chain-gap.ts
/**
* Why the path of a client ends below the issuer of `certificate`. The first of these that holds:
*
* 1. `loop`: the issuer is sent, and it is a step of the path already.
* 2. `untrusted-root`: the issuer is at hand (sent, found elsewhere, or trusted by another client) and signs itself.
* 3. `wrong`: a certificate with the issuer's name is sent, and its key is another.
* 4. `untrusted-root`: the issuer was not found elsewhere, and `certificate` is a CA's that names no place to fetch it
*    from, as the certificates of public intermediates do (BR §7.1.2.10.3): what is above is most likely a root, and
*    roots are not sent.
* 5. `wrong`: a CA is sent that belongs to another chain, as far as anyone can tell.
* 6. `missing`.
*/
function readGap({ certificate, receivedRoots }, evidence) {
	const { chain, clients, help, structure } = evidence;
	const isIssuer = (each) => hasNameOfIssuer(each, certificate) && isSignedBy(certificate, each);
	const loop = chain.find((each) => isIssuer(each) && !isSelfSigned(each));
	if (loop) return {
		kind: "loop",
		issuer: loop
	};
	const found = climb(certificate, help?.intermediates ?? []);
	const isSent = ({ fingerprint }) => chain.some((each) => each.fingerprint === fingerprint);
	const intermediates = found.filter((each) => !isSelfSigned(each) && !isSent(each));
	const anchors = clients.flatMap(({ judgement: { path } }) => path.slice(-1));
	const root = [
		...receivedRoots,
		...anchors,
		...found
	].find((each) => isIssuer(each) && isSelfSigned(each));
	if (root && intermediates.length === 0) return {
		kind: "untrusted-root",
		root
	};
	const strays = structure.entries.flatMap((each) => each.role === "stray" ? [each.certificate] : []);
	const [namesake, ...namesakes] = strays.filter((each) => hasNameOfIssuer(each, certificate));
	if (namesake) return {
		kind: "wrong",
		inPlace: [namesake, ...namesakes]
	};
	const isKnown = intermediates.length > 0;
	if (!isKnown && certificate.isCa && certificate.caIssuersUrls.length === 0) return {
		kind: "untrusted-root",
		root: void 0
	};
	const [other, ...others] = strays.filter((each) => couldStandInPlace(each, isKnown));
	return other ? {
		kind: "wrong",
		inPlace: [other, ...others]
	} : {
		kind: "missing",
		found: intermediates
	};
}
/** The issuer that was found elsewhere of what the one that is sent has not signed; undefined: the signature is at fault. */
function findTrueIssuer({ certificate }, { help }) {
	return climb(certificate, help?.intermediates ?? [])[0];
}
/** Whether a path ends where nobody knows what should follow, so that whatever else is sent could belong above. */
function hasOpenEnd(evidence) {
	return evidence.clients.some(({ judgement }) => judgement.refusals.some((refusal) => {
		if (refusal.code === "budget-exceeded") return true;
		if (refusal.code !== "unknown-issuer") return false;
		const gap = readGap(refusal, evidence);
		if (gap.kind === "untrusted-root") return gap.root === void 0;
		return gap.kind === "wrong" || gap.kind === "missing" && gap.found.length === 0;
	}));
}
/**
* A CA that may certify other CAs by its own word is more likely the issuer of the missing one, unless that is at hand:
* then what is above it is no stray.
*/
function couldStandInPlace(certificate, isMissingKnown) {
	const { isCa, pathLength = 0 } = certificate;
	return isCa && (pathLength === 0 || isMissingKnown) && !isSelfSigned(certificate);
}
/** The issuers above `certificate` among `candidates`, as far up as they go. */
function climb(certificate, candidates) {
	const found = [];
	let top = certificate;
	for (;;) {
		const below = top;
		const issuer = candidates.find((each) => !found.includes(each) && hasNameOfIssuer(each, below) && isSignedBy(below, each));
		if (!issuer || issuer === below) return found;
		found.push(issuer);
		top = issuer;
	}
}
function hasNameOfIssuer({ subjectName }, { issuerName }) {
	return subjectName.key === issuerName.key;
}
// src/endpoints/findings/aia-fetch-failed.ts
/**
* What is not sent was looked for at the addresses that the certificates name, and one of them gives nothing of use:
* clients that fetch come to it too. Said only where a certificate is missing; nobody asks otherwise. That there is no
* address to ask is no failure.
*/
const aiaFetchFailed = {
	id: "aia-fetch-failed",
	citation: "RFC 5280 §4.2.2.1",
	applies: ({ help }) => help !== void 0 && help.problems.length > 0,
	evaluate(evidence) {
		const { clients, help } = evidence;
		const refusal = clients.flatMap(({ judgement }) => judgement.refusals).find((each) => wasAsked(each, evidence));
		if (!help || refusal?.code !== "unknown-issuer") return [];
		const { certificate } = refusal;
		return [{
			severity: "warning",
			certificate,
			problem: `what is missing above ${printable(certificate.subject)} was looked for where the certificates say: ${help.problems.join("; ")}`,
			help: "Serve the issuer with the leaf, so that nobody has to fetch it. Take it from CAS or from the authority, and tell the authority of the address that does not work."
		}];
	}
};
/** Whether an address was asked for all that is missing, as far as the search came. */
function wasAsked(refusal, evidence) {
	if (refusal.code !== "unknown-issuer" || refusal.caIssuersUrls.length === 0) return false;
	const gap = readGap(refusal, evidence);
	if (gap.kind === "untrusted-root") return false;
	const top = (gap.kind === "missing" ? gap.found.at(-1) : void 0) ?? refusal.certificate;
	const { clients, trust } = evidence;
	return top.caIssuersUrls.length > 0 || clients.some(({ client }) => trust.storeOf(client).findBySubject(top.issuerName).length > 0);
}
// src/endpoints/findings/refusal-rule.ts
/**
* A finding that is why clients refuse what is served: once for each certificate at fault, with the words that their
* users see. It is an error unless all who refuse come by what is missing in another way.
*/
function refusalRule(rule) {
	const { id, citation, otherwise = () => [] } = rule;
	return {
		id,
		citation,
		applies: () => true,
		evaluate(evidence) {
			const groups = [...distinctRefusals(rule, evidence).values()];
			if (groups.length === 0) return otherwise(evidence);
			return groups.map((group) => toFound$1(group, rule, evidence));
		}
	};
}
function distinctRefusals({ codes, concerns = () => true }, evidence) {
	const isOurs = (refusal) => codes.some((code) => code === refusal.code);
	const groups = /* @__PURE__ */ new Map();
	for (const served of evidence.clients) for (const refusal of served.judgement.refusals) {
		if (!isOurs(refusal) || !concerns(refusal, evidence)) continue;
		const key = keyOf(refusal);
		const group = groups.get(key);
		groups.set(key, {
			refusal: group?.refusal ?? refusal,
			by: [...group?.by ?? [], served]
		});
	}
	return groups;
}
function keyOf(refusal) {
	const rule = refusal.code === "profile-violation" ? refusal.rule : "";
	return `${refusal.code} ${rule} ${"certificate" in refusal ? refusal.certificate.fingerprint : ""}`;
}
function toFound$1({ refusal, by }, { describe }, evidence) {
	const { domain = "" } = evidence;
	return {
		severity: by.every(({ byLuck }) => byLuck) ? "warning" : "error",
		..."certificate" in refusal ? { certificate: refusal.certificate } : {},
		...describe(refusal, evidence),
		clientWords: by.map(({ client }) => `${client}: ${wordsOf(client, refusal, domain)}`)
	};
}
// src/endpoints/findings/bad-signature.ts
/** Where the true issuer is known, the one that is sent is at fault: a wrong-intermediate. */
const badSignature = refusalRule({
	id: "bad-signature",
	citation: "RFC 5280 §6.1.3 (a)(1)",
	codes: ["bad-signature"],
	concerns: (refusal, evidence) => !findTrueIssuer(refusal, evidence),
	describe: ({ certificate, issuer }) => ({
		problem: `${printable(certificate.subject)} is not signed by the key of its issuer, ${printable(issuer.subject)}`,
		help: "Ask the authority for the leaf and its chain anew, and serve these; a file may have been damaged or put together by hand."
	})
});
// src/endpoints/findings/certificate-drift.ts
const certificateDrift = {
	id: "certificate-drift",
	citation: "the leaf that should be served",
	applies: ({ intendedLeaf }) => intendedLeaf !== void 0,
	evaluate({ chain: [leaf], intendedLeaf = "" }) {
		if (leaf.fingerprint === intendedLeaf) return [];
		return [{
			severity: "error",
			certificate: leaf,
			problem: `serves leaf ${shortFingerprint(leaf.fingerprint)} (${printable(leaf.subject)}), not the intended ${shortFingerprint(intendedLeaf)}`,
			help: "Deploy again; if one address keeps the old certificate, look whether it belongs to the configured ingress."
		}];
	}
};
// src/endpoints/findings/certificate-loop.ts
/** CAs that certify each other, and no root: a cross-sign both ways, without what either of them is anchored in. */
const certificateLoop = refusalRule({
	id: "certificate-loop",
	citation: "RFC 5280 §6.1, RFC 4158 §5.2",
	codes: ["unknown-issuer"],
	concerns: (refusal, evidence) => readGap(refusal, evidence).kind === "loop",
	describe: ({ certificate, issuer }) => ({
		problem: `the chain leads back to itself: ${printable(certificate.subject)} is issued by ${printable(issuer)}, which comes before it, and no trusted root is above them`,
		help: "Ask the authority for the chain that belongs to this leaf, up to a trusted root, and serve that."
	})
});
// src/endpoints/findings/chain-refused.ts
const MEANINGS = {
	"policy-not-acceptable": "has no policy that its chain requires",
	"revocation-unknown": "has a revocation status that the given CRLs do not tell",
	"budget-exceeded": "leads to more possible paths than are searched"
};
const chainRefused = refusalRule({
	id: "chain-refused",
	citation: "RFC 5280 §6.1",
	codes: [
		"policy-not-acceptable",
		"revocation-unknown",
		"budget-exceeded"
	],
	describe: ({ code, certificate }) => ({
		problem: `${printable(certificate.subject)} ${MEANINGS[code]}`,
		help: "Serve the leaf with the few intermediates that the authority gives with it, and nothing else."
	})
});
// src/endpoints/findings/chain-too-long.ts
const HELP$3 = "Serve the leaf and the few intermediates that it needs (two or three in all), without roots, duplicates and other chains.";
/** More than a client takes, in the handshake or on a path; TLS itself has no limit but the size of a message. */
const chainTooLong = refusalRule({
	id: "chain-too-long",
	citation: "JDK jdk.tls.client.maxInboundCertificateChainLength; mozpkix MAX_SUBCA_COUNT",
	codes: ["chain-too-long", "too-many-certificates"],
	describe: (refusal) => ({
		problem: refusal.code === "too-many-certificates" ? describeCount(refusal.actual, refusal.limit) : `${printable(refusal.certificate.subject)} is one intermediate too many above the leaf; some clients follow ${refusal.limit}`,
		help: HELP$3
	}),
	otherwise({ chain: { length } }) {
		const limit = JAVA.maxReceived;
		if (limit === void 0 || length <= limit) return [];
		return [{
			severity: "warning",
			problem: describeCount(length, limit),
			help: HELP$3
		}];
	}
});
function describeCount(actual, limit) {
	return `${actual} certificates are sent; Java takes no more than ${limit}`;
}
// src/endpoints/findings/client-cert-required.ts
const clientCertRequired = refusalRule({
	id: "client-cert-required",
	citation: "RFC 8446 §4.4.2.4",
	codes: ["client-certificate-required"],
	describe: () => ({
		problem: "the server ends the connection without a certificate of the client",
		help: "Switch off mutual TLS on the listener, unless every client has a certificate."
	})
});
// src/endpoints/findings/failure-rule.ts
const STAGES = {
	dns: "no address",
	policy: "not probed",
	connect: "no connection",
	tls: "no TLS handshake",
	http: "no HTTP answer"
};
/** A finding that an endpoint could not be looked at for one of these reasons. */
function failureRule({ id, citation, reasons, describe = describeStage, help }) {
	return {
		id,
		citation,
		applies: ({ failure: { stage, reason } }) => stage === "dns" ? reasons === void 0 : reasons?.includes(reason) === true,
		evaluate: (evidence) => [{
			severity: evidence.undetermined ? "warning" : "error",
			problem: describe(evidence),
			help: help(evidence)
		}]
	};
}
function describeStage({ failure: { stage, reason, detail } }) {
	return `${STAGES[stage]}: ${reason}${detail ? ` (${detail})` : ""}`;
}
// src/endpoints/findings/connection-closed.ts
const connectionClosed = failureRule({
	id: "connection-closed",
	citation: "RFC 8446 §6.1",
	reasons: ["closed"],
	help: () => "Check that the listener has a certificate for this domain and a TLS security policy that fits it, and that its instance runs."
});
// src/endpoints/findings/connection-refused.ts
const connectionRefused = failureRule({
	id: "connection-refused",
	citation: "RFC 9293 §3.10.7.1",
	reasons: ["refused"],
	help: () => "Nothing listens there: start the HTTPS listener of the ingress at this port, or correct the port or the DNS record."
});
// src/endpoints/findings/connection-reset.ts
const connectionReset = failureRule({
	id: "connection-reset",
	citation: "RFC 9293 §3.5.2",
	reasons: ["reset"],
	help: () => "Something ends the connection on purpose: check the access control of the listener, any firewall on the way, and whether the domain may be served in this region."
});
// src/endpoints/findings/dns-failure.ts
/** A name without any address breaks clients; a silent resolver says nothing about them. */
const dnsFailure = failureRule({
	id: "dns-failure",
	citation: "RFC 8499 §3",
	describe: ({ domain, undetermined, failure }) => `${domain} ${undetermined ? "could not be resolved" : "has no address"}: ${failure.detail}`,
	help: ({ domain, undetermined }) => undetermined ? "Check the resolver of this machine, or list the addresses under \"addresses\" in the configuration." : `Create the DNS record of ${domain}, or list its addresses under "addresses" in the configuration.`
});
// src/endpoints/findings/duplicate-certificate.ts
/** The same certificate more than once, as a leaf that was put in front of a bundle that has it already. */
const duplicateCertificate = {
	id: "duplicate-certificate",
	citation: "RFC 5246 §7.4.2, RFC 8446 §4.4.2",
	applies: () => true,
	evaluate({ structure: { entries } }) {
		const copies = /* @__PURE__ */ new Map();
		for (const [index, { certificate, role }] of entries.entries()) {
			if (role !== "duplicate") continue;
			const known = copies.get(certificate.fingerprint) ?? {
				certificate,
				positions: []
			};
			copies.set(certificate.fingerprint, {
				certificate,
				positions: [...known.positions, index + 1]
			});
		}
		return [...copies.values()].map(({ certificate, positions }) => ({
			severity: "info",
			certificate,
			problem: `${printable(certificate.subject)} is sent ${positions.length + 1} times, again as number ${positions.join(", ")}`,
			help: "Keep the first of them in the bundle. The others are no use to any client, and lengthen every handshake."
		}));
	}
};
// src/endpoints/findings/expired-cross-sign.ts
/**
* An expired certificate is sent beside a path that holds without it. Clients that follow what is sent before they look
* at their own roots refuse: OpenSSL 1.0, GnuTLS before 3.6.14. One that a declared client needs is an
* expired-intermediate.
*/
const expiredCrossSign = {
	id: "expired-cross-sign",
	citation: "RFC 5280 §6.1.3 (a)(2)",
	applies: ({ structure }) => structure.entries.some(({ role }) => role === "alternate"),
	evaluate({ structure, clients, time }) {
		const refused = new Set(clients.flatMap(({ judgement }) => judgement.refusals.map((refusal) => "certificate" in refusal ? refusal.certificate.fingerprint : "")));
		return structure.entries.flatMap(({ certificate, role }) => {
			const { subject, issuer, notAfter, fingerprint } = certificate;
			if (role !== "alternate" || notAfter >= time || refused.has(fingerprint)) return [];
			return [{
				severity: "warning",
				certificate,
				problem: `${printable(subject)}, signed by ${printable(issuer)}, expired at ${notAfter.toISOString()}; clients find a path without it, old ones such as OpenSSL 1.0 do not`,
				help: "Take it out of the bundle and deploy that again."
			}];
		});
	}
};
// src/endpoints/findings/expired-intermediate.ts
const expiredIntermediate = refusalRule({
	id: "expired-intermediate",
	citation: "RFC 5280 §6.1.3 (a)(2)",
	codes: ["expired"],
	concerns: ({ certificate }, { chain }) => certificate !== chain[0],
	describe: ({ certificate, notAfter, time }) => ({
		problem: `${printable(certificate.subject)} expired on ${notAfter.toISOString()}, and it is ${time.toISOString()}`,
		help: "Ask the authority for the intermediate that it issues under now, and deploy the leaf with that one."
	})
});
// src/endpoints/findings/expired-leaf.ts
const expiredLeaf = refusalRule({
	id: "expired-leaf",
	citation: "RFC 5280 §6.1.3 (a)(2)",
	codes: ["expired"],
	concerns: ({ certificate }, { chain }) => certificate === chain[0],
	describe: ({ certificate, notAfter, time }) => ({
		problem: `${printable(certificate.subject)} expired on ${notAfter.toISOString()}, and it is ${time.toISOString()}`,
		help: "Renew the certificate and deploy the new bundle; an expired one cannot be mended."
	})
});
// src/endpoints/findings/expires-soon.ts
/** The renewal is due: a third of the leaf's life is left, or half of a life of ten days or less. */
const expiresSoon = {
	id: "expires-soon",
	citation: "RFC 5280 §4.1.2.5",
	applies: ({ chain: [leaf], time }) => isValidAt(leaf, time),
	evaluate({ chain: [leaf], time }) {
		const leftMs = leaf.notAfter.getTime() - time.getTime();
		const marginMs = renewalMarginMs(leaf);
		if (leftMs > marginMs) return [];
		return [{
			severity: "warning",
			certificate: leaf,
			problem: `${printable(leaf.subject)} expires on ${leaf.notAfter.toISOString()}: ${showSpan(leftMs)} of its ${showSpan(lifetimeMs(leaf))} are left, and its renewal is due with ${showSpan(marginMs)} left`,
			help: "Renew the certificate now and deploy the new bundle."
		}];
	}
};
// src/endpoints/findings/extra-certificate.ts
/**
* A certificate that has nothing to do with the leaf: it certifies none that belongs to the chain. A cross-sign that no
* declared client needs is not one: others may. TLS 1.2 forbids it (RFC 5246 §7.4.2), and clients that verify all that
* is sent, such as wolfSSL, refuse.
*/
const extraCertificate = {
	id: "extra-certificate",
	citation: "RFC 5246 §7.4.2, RFC 8446 §4.4.2",
	applies: ({ structure }) => structure.entries.some(({ role }) => role === "stray"),
	evaluate(evidence) {
		const isOpen = hasOpenEnd(evidence);
		return evidence.structure.entries.flatMap(({ certificate, role }) => role !== "stray" || isOpen && certificate.isCa ? [] : [toFound(certificate)]);
	}
};
function toFound(certificate) {
	return {
		severity: "warning",
		certificate,
		problem: `${printable(certificate.subject)}, ${kindOf(certificate)}, is sent and has nothing to do with the leaf`,
		help: "Take it out of the bundle and deploy that again. Some clients refuse what they cannot verify."
	};
}
function kindOf(certificate) {
	if (!certificate.isCa) return "another leaf";
	return isSelfSigned(certificate) ? "a root of another chain" : "an intermediate of another chain";
}
// src/endpoints/findings/handshake-failure.ts
/** What to do about alerts (RFC 8446 §6.2) that have one cause. */
const HELP$2 = {
	unrecognized_name: "The listener has no certificate for this name; deploy one to its ingress.",
	handshake_failure: "The listener has no cipher suite in common with clients, or no certificate for this name: choose a TLS security policy with TLS 1.2 and TLS 1.3, and deploy a certificate.",
	protocol_version: "Enable TLS 1.2 and TLS 1.3 on the listener.",
	insufficient_security: "Choose a TLS security policy for the listener with TLS 1.2 and TLS 1.3.",
	internal_error: "The listener fails by itself: deploy its certificate again, and look into its logs."
};
const handshakeFailure$1 = failureRule({
	id: "handshake-failure",
	citation: "RFC 8446 §6.2",
	reasons: ["tls-alert", "tls-error"],
	help: ({ failure: { reason, detail } }) => (reason === "tls-alert" ? HELP$2[detail] : void 0) ?? "Check the certificate, its key and the TLS security policy of the listener."
});
// src/endpoints/findings/host-unreachable.ts
const hostUnreachable = failureRule({
	id: "host-unreachable",
	citation: "RFC 792",
	reasons: ["unreachable"],
	help: () => "This machine has no route to it; GitHub-hosted runners, for one, have no IPv6. Run where there is one, or list the addresses to probe under \"addresses\"."
});
// src/endpoints/findings/no-san.ts
const HELP$1 = "Have a new certificate issued that lists every domain name in subjectAltName; browsers do not look at the common name.";
/** Whether the leaf has neither a DNS name nor an address in subjectAltName. */
function hasNoName(leaf) {
	return presentedNames(leaf).length === 0;
}
/** A leaf without a name that counts; the clients that still look at its CN may accept it. */
const noSan = refusalRule({
	id: "no-san",
	citation: "RFC 9525 §6.3",
	codes: ["name-mismatch"],
	concerns: ({ certificate }) => hasNoName(certificate),
	describe: ({ certificate }, { domain = "" }) => ({
		problem: `${showLeaf(certificate)}, and ${domain} has to be there`,
		help: HELP$1
	}),
	otherwise({ chain: [leaf] }) {
		if (!hasNoName(leaf)) return [];
		return [{
			severity: "warning",
			certificate: leaf,
			problem: `${showLeaf(leaf)}; clients that do not look at the common name refuse it`,
			help: HELP$1
		}];
	}
});
function showLeaf({ subject }) {
	return `${printable(subject)} has no domain name in subjectAltName`;
}
// src/endpoints/findings/hostname-mismatch.ts
const SHOWN_NAMES = 5;
const hostnameMismatch = refusalRule({
	id: "hostname-mismatch",
	citation: "RFC 9525 §6",
	codes: ["name-mismatch"],
	concerns: ({ certificate }) => !hasNoName(certificate),
	describe: ({ certificate }, { domain }) => ({
		problem: `the certificate is for ${showNames(certificate)}, not for ${domain}`,
		help: `Get a certificate whose subjectAltName has ${domain}, or correct the domain in the configuration.`
	})
});
/** The first names, and how many more there are. */
function showNames(certificate) {
	const names = presentedNames(certificate);
	const shown = names.slice(0, SHOWN_NAMES).map((name) => printable(name));
	const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
	return `${shown.join(", ")}${more}`;
}
// src/endpoints/findings/http-failure.ts
const httpFailure = {
	id: "http-failure",
	citation: "RFC 9110 §15",
	applies: ({ http }) => http !== void 0,
	evaluate({ http }) {
		if (!http) return [];
		const { observation, health } = http;
		const asked = `${health.method} ${health.path}`;
		if (observation.kind === "failure") {
			const detail = observation.detail ? ` (${observation.detail})` : "";
			return [{
				severity: "error",
				problem: `${asked} gets no answer: ${observation.reason}${detail}`,
				help: "TLS is up and HTTP is not: check the backend behind the listener."
			}];
		}
		const { status } = observation;
		if (health.accept.includes(status)) return [];
		return [{
			severity: "error",
			problem: `${asked} answers ${status}, not ${formatList(health.accept)}`,
			help: `Check that the domain is bound to the AIRec instance, or add ${status} to health.accept if it is right.`
		}];
	}
};
/** `200, 401 or 404`. */
function formatList(values) {
	return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(values.map(String));
}
// src/endpoints/findings/incomplete-chain.ts
/** Several certificates are missing, as those that were found elsewhere show; one alone is a missing-intermediate. */
const incompleteChain = refusalRule({
	id: "incomplete-chain",
	citation: "RFC 5280 §6.1, RFC 8446 §4.4.2",
	codes: ["unknown-issuer"],
	concerns: (refusal, evidence) => missingIn(readGap(refusal, evidence)).length > 1,
	describe(refusal, evidence) {
		const missing = missingIn(readGap(refusal, evidence)).map(({ subject }) => printable(subject));
		return {
			problem: `${printable(refusal.certificate.subject)} ends an incomplete chain: ${missing.length} intermediates are not sent (${missing.join("; ")})`,
			help: "Serve the full bundle: the leaf, then every intermediate up to a trusted root."
		};
	}
});
function missingIn(gap) {
	return gap.kind === "missing" ? gap.found : [];
}
// src/endpoints/findings/inconsistent-addresses.ts
/** Addresses that are named for each of the chains; the rest is counted. */
const MAX_ADDRESSES = 4;
/** A client takes any of the addresses: some users see what others do not. */
const inconsistentAddresses = {
	id: "inconsistent-addresses",
	citation: "RFC 6724 §6",
	applies: ({ served }) => served.length > 1,
	evaluate({ served, intendedLeaf }) {
		const byChain = groupBy(served, ({ chain }) => chain.map(({ fingerprint }) => fingerprint).join(" "));
		if (byChain.length === 1) return [];
		const byLeaf = groupBy(served, ({ chain: [leaf] }) => leaf.fingerprint);
		const isOther = ([first]) => first.chain[0].fingerprint !== intendedLeaf;
		const isWrong = intendedLeaf !== void 0 && byLeaf.some(isOther);
		const seen = byLeaf.length > 1 ? byLeaf.map(describeLeaf) : byChain.map(describeChain);
		return [{
			severity: isWrong ? "error" : "warning",
			problem: `the addresses serve different ${byLeaf.length > 1 ? "leaves" : "chains for one leaf"}: ${seen.join("; ")}`,
			help: "Deploy the same bundle to everything behind these addresses, and look whether an address that stays behind belongs to another listener."
		}];
	}
};
function groupBy(served, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const each of served) {
		const key = keyOf(each);
		const group = groups.get(key);
		groups.set(key, group ? [...group, each] : [each]);
	}
	return [...groups.values()];
}
function describeLeaf(group) {
	const [leaf] = group[0].chain;
	const until = leaf.notAfter.toISOString().slice(0, 10);
	return `${nameAddresses(group)} leaf ${shortFingerprint(leaf.fingerprint)} (${printable(leaf.subject)}, until ${until})`;
}
function describeChain(group) {
	const [, ...issuers] = group[0].chain;
	const names = issuers.map(({ subject, fingerprint }) => `${printable(subject)} ${shortFingerprint(fingerprint)}`);
	return `${nameAddresses(group)} ${names.length === 0 ? "the leaf alone" : `with ${names.join(", ")}`}`;
}
function nameAddresses(group) {
	const named = group.slice(0, MAX_ADDRESSES).map(({ address }) => address);
	const more = group.length - named.length;
	return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}:`;
}
// src/endpoints/findings/intermediate-expires-soon.ts
const DAY_MS = 864e5;
/**
* An intermediate that ends the leaf's life early, and clients for whom no other path is served. It is reported as
* soon as whoever renews the leaf in time would be too late for it; and where the renewal of the leaf would be in time,
* once the same margin is left of it and it makes a day's difference. How long intermediates themselves live says
* nothing: one that outlives the leaf does no harm.
*/
const intermediateExpiresSoon = {
	id: "intermediate-expires-soon",
	citation: "RFC 5280 §6.1.3 (a)(2)",
	applies: () => true,
	evaluate: (evidence) => intermediatesInUse(evidence).filter((certificate) => isDue(certificate, evidence)).flatMap((certificate) => {
		const clients = clientsWithoutIt(certificate, evidence);
		if (clients.length === 0) return [];
		const { subject, notAfter } = certificate;
		const leafEnd = evidence.chain[0].notAfter.toISOString();
		return [{
			severity: "warning",
			certificate,
			problem: `${printable(subject)} expires on ${notAfter.toISOString()}, before the leaf (${leafEnd}); from then on ${clients.join(", ")} will refuse the chain`,
			help: "Ask the authority for a certificate under its current intermediate, and deploy that bundle before this one expires."
		}];
	})
};
/** On the paths of the clients that accept now. */
function intermediatesInUse({ clients }) {
	const used = clients.filter(({ judgement }) => judgement.accepts).flatMap(({ judgement }) => judgement.path.slice(1, -1));
	return [...new Map(used.map((certificate) => [certificate.fingerprint, certificate])).values()];
}
function isDue({ notAfter }, { chain: [leaf], time }) {
	const end = notAfter.getTime();
	const leafEnd = leaf.notAfter.getTime();
	const marginMs = renewalMarginMs(leaf);
	if (end < leafEnd - marginMs) return true;
	return end <= leafEnd - DAY_MS && time.getTime() >= end - marginMs;
}
/** Those who refuse when it has expired. */
function clientsWithoutIt({ notAfter, fingerprint }, { clients, chain, domain, trust }) {
	const terms = {
		trust,
		time: new Date(notAfter.getTime() + 1e3)
	};
	const presented = {
		chain,
		domain,
		transport: void 0
	};
	return clients.flatMap(({ client, judgement }) => {
		if (!judgement.accepts || !judgement.path.some((each) => each.fingerprint === fingerprint)) return [];
		const { refusals } = judgeClient(PROFILES[client], presented, terms);
		return refusals.some((refusal) => refusal.code === "expired" && refusal.certificate.fingerprint === fingerprint) ? [client] : [];
	});
}
// src/endpoints/findings/invalid-ca.ts
const invalidCa = refusalRule({
	id: "invalid-ca",
	citation: "RFC 5280 §6.1.4 (k), (n)",
	codes: ["not-a-ca", "may-not-sign"],
	describe: ({ code, certificate }) => ({
		problem: `${printable(certificate.subject)} issued a certificate and ${code === "not-a-ca" ? "is no CA: its basicConstraints lack cA" : "may not: its keyUsage lacks keyCertSign"}`,
		help: "Serve the intermediate of the authority that issued the leaf. If this is that one, it cannot issue for TLS: have the leaf issued by another authority."
	})
});
// src/endpoints/findings/served-staple.ts
/** The verdict on the stapled OCSP response; undefined without one, and while the leaf's issuer is unknown. */
function findStapleVerdict({ chain: [certificate], clients, handshake, time }) {
	const der = handshake?.ocspStaple;
	const issuer = clients.find(({ judgement }) => judgement.path.length > 1)?.judgement.path[1];
	return der && issuer && judgeStaple({
		der,
		certificate,
		issuer,
		time
	});
}
// src/endpoints/findings/invalid-ocsp.ts
const invalidOcsp = refusalRule({
	id: "invalid-ocsp",
	citation: "RFC 6960 §3.2",
	codes: ["invalid-ocsp"],
	describe: ({ certificate, actual, required }) => describe$5(certificate.subject, actual, required),
	otherwise(evidence) {
		const verdict = findStapleVerdict(evidence);
		const [leaf] = evidence.chain;
		switch (verdict?.kind) {
			case "invalid": {
				const { actual, required } = verdict;
				return [{
					severity: "warning",
					certificate: leaf,
					...describe$5(leaf.subject, actual, required)
				}];
			}
			case "unknown": return [{
				severity: "warning",
				certificate: leaf,
				...describe$5(leaf.subject, "the status unknown", "a status that the authority vouches for")
			}];
			default: return [];
		}
	}
});
function describe$5(subject, actual, required) {
	return {
		problem: `the OCSP response that is stapled for ${printable(subject)} cannot be relied on: it has ${printable(actual)}, not ${printable(required)}`,
		help: "Have the listener fetch the OCSP response for this very certificate, or switch OCSP stapling off."
	};
}
// src/endpoints/findings/malformed-certificate.ts
/** A rule for a certificate by itself is broken: one that clients keep, or that of serial numbers, which some others keep. */
const malformedCertificate$1 = refusalRule({
	id: "malformed-certificate",
	citation: "RFC 5280 §4",
	codes: ["profile-violation"],
	describe: describe$4,
	otherwise: ({ chain }) => {
		return [...new Map(chain.map((each) => [each.fingerprint, each])).values()].flatMap((each) => isSelfSigned(each) ? [] : judgeSerial(each));
	}
});
function describe$4({ certificate, rule, citation, actual, required }) {
	return {
		problem: `${printable(certificate.subject)} breaks a rule for certificates (${rule}, ${citation}): ${printable(actual)}, not ${printable(required)}`,
		help: "Have the certificate issued anew; if it is an intermediate, ask the authority for one that keeps the rule."
	};
}
/** Go reads no certificate with a negative number (crypto/x509 since 1.23); zero and long ones nobody refuses. */
function judgeSerial(certificate) {
	const isNegative = ((certificate.form.serialOctets[0] ?? 0) & 128) !== 0;
	return FORM_RULES.filter(({ id }) => id === "serial-number").flatMap((rule) => {
		const violation = rule.evaluate(certificate, "leaf");
		if (!violation) return [];
		const described = describe$4({
			certificate,
			rule: rule.id,
			citation: rule.citation,
			...violation
		});
		return [{
			severity: isNegative ? "warning" : "info",
			certificate,
			...described
		}];
	});
}
// src/endpoints/findings/missing-intermediate.ts
/** One certificate is missing, or nobody knows how many; more than one that are known are an incomplete-chain. */
const missingIntermediate = refusalRule({
	id: "missing-intermediate",
	citation: "RFC 5280 §6.1, RFC 8446 §4.4.2",
	codes: ["unknown-issuer"],
	concerns: (refusal, evidence) => {
		const gap = readGap(refusal, evidence);
		return gap.kind === "missing" && gap.found.length < 2;
	},
	describe: ({ certificate, issuer }) => ({
		problem: `${printable(certificate.subject)} ends an incomplete chain: its issuer, ${printable(issuer)}, is not sent`,
		help: "Serve the full bundle: the leaf, then every intermediate up to a trusted root. A root of your own belongs under trust.roots (--ca)."
	})
});
// src/endpoints/findings/missing-scts.ts
const missingScts = refusalRule({
	id: "missing-scts",
	citation: "RFC 6962 §3.3",
	codes: ["missing-scts"],
	describe: ({ certificate, actual, required }) => ({
		problem: `${printable(certificate.subject)} has SCTs of ${actual} logs; ${required} are needed`,
		help: "Have a new certificate issued by an authority that logs it; SCTs come with the certificate."
	})
});
// src/endpoints/findings/must-staple-missing.ts
/** Without that promise a missing staple is no fault of anyone. */
const mustStapleMissing = refusalRule({
	id: "must-staple-missing",
	citation: "RFC 7633 §4.2.2",
	codes: ["must-staple-missing"],
	describe: ({ certificate }) => describe$3(certificate.subject),
	otherwise({ chain: [leaf], handshake }) {
		if (!handshake || handshake.ocspStaple || !requiresStaple(leaf)) return [];
		return [{
			severity: "warning",
			certificate: leaf,
			...describe$3(leaf.subject)
		}];
	}
});
function describe$3(subject) {
	return {
		problem: `${printable(subject)} promises a stapled OCSP response (must-staple), and none is sent`,
		help: "Switch OCSP stapling on at the listener, or have a new certificate issued without must-staple."
	};
}
// src/endpoints/findings/name-constraint-violation.ts
const nameConstraintViolation = refusalRule({
	id: "name-constraint-violation",
	citation: "RFC 5280 §4.2.1.10, §6.1.3 (b), (c)",
	codes: ["name-not-permitted"],
	describe: ({ certificate, name, issuer }) => ({
		problem: `${printable(certificate.subject)} has the name ${printable(name)}, which ${printable(issuer.subject)} may not certify (nameConstraints)`,
		help: "Have the certificate issued without this name, or by an authority that may certify it."
	})
});
// src/endpoints/findings/not-probed.ts
const notProbed = failureRule({
	id: "not-probed",
	citation: "trust.private-networks",
	reasons: ["private-address"],
	help: () => "Set trust.private-networks: true (--allow-private) if this address may be probed from here."
});
// src/endpoints/findings/not-tls.ts
const notTls = failureRule({
	id: "not-tls",
	citation: "RFC 8446 §5.1",
	reasons: ["not-tls"],
	help: () => "Something else answers at this port: put a TLS listener there, or correct the port."
});
// src/endpoints/findings/not-yet-valid-intermediate.ts
const notYetValidIntermediate = refusalRule({
	id: "not-yet-valid-intermediate",
	citation: "RFC 5280 §6.1.3 (a)(2)",
	codes: ["not-yet-valid"],
	concerns: ({ certificate }, { chain }) => certificate !== chain[0],
	describe: ({ certificate, notBefore, time }) => ({
		problem: `${printable(certificate.subject)} is not valid before ${notBefore.toISOString()}, and it is ${time.toISOString()}`,
		help: "Serve the intermediate that is valid now; ask the authority for it."
	})
});
// src/endpoints/findings/not-yet-valid.ts
const notYetValid = refusalRule({
	id: "not-yet-valid",
	citation: "RFC 5280 §6.1.3 (a)(2)",
	codes: ["not-yet-valid"],
	concerns: ({ certificate }, { chain }) => certificate === chain[0],
	describe: ({ certificate, notBefore, time }) => ({
		problem: `${printable(certificate.subject)} is not valid before ${notBefore.toISOString()}, and it is ${time.toISOString()}`,
		help: "Wait until it is valid, or deploy one that is; check the clock of whoever issued it."
	})
});
// src/endpoints/findings/old-protocol.ts
const oldProtocol = refusalRule({
	id: "old-protocol",
	citation: "RFC 8996",
	codes: ["old-protocol"],
	describe: ({ actual, required }) => ({
		problem: `the handshake agrees on ${actual}; clients want at least ${required}`,
		help: "Enable TLS 1.2 and TLS 1.3 on the listener, and nothing older."
	})
});
// src/endpoints/findings/openssl-refusal.ts
/** Our path search found a way for every client and OpenSSL, in the same handshake, did not: its word stands. */
const opensslRefusal = {
	id: "chain-refused",
	citation: "RFC 5280 §6.1",
	applies: ({ handshake, clients }) => handshake?.witness.kind === "refuses" && clients.every(({ judgement }) => judgement.accepts),
	evaluate({ handshake }) {
		if (handshake?.witness.kind !== "refuses") return [];
		const code = printable(handshake.witness.code);
		return [{
			severity: "error",
			problem: `OpenSSL refuses the chain: ${code}`,
			help: "Ask the authority for the chain that belongs to this leaf and serve that.",
			clientWords: [`openssl: ${code}`]
		}];
	}
};
// src/endpoints/findings/path-length-exceeded.ts
const pathLengthExceeded = refusalRule({
	id: "path-length-exceeded",
	citation: "RFC 5280 §4.2.1.9, §6.1.4 (l), (m)",
	codes: ["path-length-exceeded"],
	describe: ({ certificate, below, pathLength }) => ({
		problem: `${printable(certificate.subject)} allows ${pathLength} further CAs below it (pathLenConstraint), and the chain has ${below}`,
		help: "Have the leaf issued by a CA that its own issuer allows; no other order or selection of these certificates helps."
	})
});
// src/endpoints/findings/revoked.ts
const revoked = refusalRule({
	id: "revoked",
	citation: "RFC 5280 §6.1.3 (a)(3), RFC 6960 §2.2",
	codes: ["revoked"],
	describe: ({ certificate, revokedAt }) => describe$2(certificate.subject, revokedAt),
	otherwise(evidence) {
		const verdict = findStapleVerdict(evidence);
		const status = verdict?.kind === "stale" ? verdict.status : verdict;
		if (status?.kind !== "revoked") return [];
		const [leaf] = evidence.chain;
		return [{
			severity: "warning",
			certificate: leaf,
			...describe$2(leaf.subject, status.revokedAt)
		}];
	}
});
function describe$2(subject, revokedAt) {
	return {
		problem: `${printable(subject)} is revoked since ${revokedAt.toISOString()}`,
		help: "Have a new certificate issued for a new key, and deploy that; a revoked one cannot be mended."
	};
}
// src/endpoints/findings/root-included.ts
/** A root is sent. One that is why clients refuse is an untrusted-root. */
const rootIncluded = {
	id: "root-included",
	citation: "RFC 8446 §4.4.2",
	applies: ({ structure }) => structure.entries.some(({ role }) => role === "root" || role === "stray"),
	evaluate(evidence) {
		const { structure, clients } = evidence;
		const isAccepted = clients.every(({ judgement }) => judgement.accepts);
		return structure.entries.flatMap(({ certificate, role }) => {
			const isTrusted = isTrustedByAny(certificate, evidence);
			if (!(role === "root" ? isTrusted || isAccepted : role === "stray" && isTrusted && isAbove(certificate))) return [];
			return [{
				severity: "info",
				certificate,
				problem: `the root ${printable(certificate.subject)} is sent along; clients have their own and ignore it`,
				help: "Leave it out of the bundle: nothing breaks with it, and every handshake is shorter without."
			}];
		});
		/** The root of a chain whose intermediate is missing. */
		function isAbove(certificate) {
			return isSelfSigned(certificate) && hasOpenEnd(evidence);
		}
	}
};
function isTrustedByAny(certificate, { clients, trust }) {
	return clients.some(({ client }) => trust.storeOf(client).has(certificate));
}
// src/endpoints/findings/self-signed.ts
const selfSigned = refusalRule({
	id: "self-signed",
	citation: "RFC 5280 §6.1",
	codes: ["self-signed-leaf"],
	describe: ({ certificate }) => ({
		problem: `${printable(certificate.subject)} is signed by its own key and is no trust anchor`,
		help: "Serve a certificate of a trusted authority, or add this one to trust.roots if your clients trust it."
	})
});
// src/endpoints/findings/stale-ocsp.ts
const staleOcsp = refusalRule({
	id: "stale-ocsp",
	citation: "RFC 6960 §4.2.2.1",
	codes: ["stale-ocsp"],
	describe: ({ certificate, validUntil, time }) => describe$1(certificate.subject, validUntil, time),
	otherwise(evidence) {
		const verdict = findStapleVerdict(evidence);
		if (verdict?.kind !== "stale") return [];
		const [leaf] = evidence.chain;
		const { validUntil, time } = verdict;
		return [{
			severity: "warning",
			certificate: leaf,
			...describe$1(leaf.subject, validUntil, time)
		}];
	}
});
function describe$1(subject, validUntil, time) {
	return {
		problem: `the OCSP response that is stapled for ${printable(subject)} was good until ${validUntil.toISOString()}, and it is ${time.toISOString()}`,
		help: "Have the listener fetch a new OCSP response (it has to reach the OCSP server of the authority), or switch OCSP stapling off."
	};
}
// src/endpoints/findings/timeout.ts
const timeout = failureRule({
	id: "timeout",
	citation: "RFC 9293 §3.8.3",
	reasons: ["timeout"],
	help: ({ failure: { stage } }) => stage === "connect" ? "Check that the address is right and that the access control of the listener lets this machine in." : "The port is open and nothing answers TLS: check that the listener speaks HTTPS and that it is not overloaded."
});
// src/endpoints/findings/unknown-critical-extension.ts
const unknownCriticalExtension = refusalRule({
	id: "unknown-critical-extension",
	citation: "RFC 5280 §4.2",
	codes: ["unknown-critical-extension"],
	describe: ({ certificate, extension }) => ({
		problem: `${printable(certificate.subject)} has the critical extension ${printable(extension)}, which no TLS client knows and each must refuse`,
		help: "Have the certificate issued without this extension, or with it marked as not critical."
	})
});
// src/endpoints/findings/unreadable-certificate.ts
/** A certificate that cannot even be read; one that can and breaks its profile is in malformed-certificate.ts. */
const unreadableCertificate = failureRule({
	id: "malformed-certificate",
	citation: "RFC 5280 §4.1",
	reasons: ["malformed-certificate"],
	help: () => "Deploy the certificate again from the file that the authority gave; ask it for another if that is no better."
});
// src/endpoints/findings/reissue.ts
/** What to do about a certificate that only its authority can better; `wanted` says what a new leaf should have. */
function reissue(certificate, { chain: [leaf] }, wanted) {
	return certificate.fingerprint === leaf.fingerprint ? `Have a new certificate issued ${wanted}, and deploy it.` : "Have a certificate issued under another intermediate of the authority, and deploy it with that one.";
}
// src/endpoints/findings/unsupported-key-type.ts
const unsupportedKeyType = refusalRule({
	id: "unsupported-key-type",
	citation: "BR §7.1.3.1",
	codes: ["unsupported-key"],
	describe: ({ certificate, actual, required }, evidence) => ({
		problem: `${printable(certificate.subject)} has a key of a kind that clients do not know: ${printable(actual)}, not ${printable(required)}`,
		help: reissue(certificate, evidence, "for an RSA key, or one on P-256")
	})
});
// src/endpoints/findings/untrusted-root.ts
const untrustedRoot = refusalRule({
	id: "untrusted-root",
	citation: "RFC 5280 §6.1.1 (d)",
	codes: ["unknown-issuer"],
	concerns: (refusal, evidence) => readGap(refusal, evidence).kind === "untrusted-root",
	describe(refusal, evidence) {
		const gap = readGap(refusal, evidence);
		const issuer = printable(refusal.issuer);
		if (gap.kind === "untrusted-root" && gap.root) return {
			problem: `the chain ends at ${issuer}, which is no trusted root`,
			help: "Serve a certificate of a public authority. A root that your clients trust belongs under trust.roots (--ca)."
		};
		return {
			problem: `the chain ends at ${issuer}, which is no trusted root and is not sent`,
			help: "Serve a certificate of a public authority. A root that your clients trust belongs under trust.roots (--ca); if it is no root, serve its certificate as well."
		};
	}
});
// src/endpoints/findings/validity-too-long.ts
const validityTooLong = refusalRule({
	id: "validity-too-long",
	citation: "BR §6.3.2",
	codes: ["validity-too-long"],
	describe: ({ certificate, days, limit }) => ({
		problem: `${printable(certificate.subject)} is valid for ${days} days; ${limit} were allowed when it was issued`,
		help: "Have a new certificate issued, valid no longer than is allowed."
	})
});
// src/endpoints/findings/weak-cipher.ts
/** What is wrong with families of cipher suites, by IANA's names, the worst first. */
const WEAKNESSES = [
	[/_NULL_/, "does not encrypt"],
	[/_anon_/, "does not prove who the server is"],
	[/_EXPORT_|_(DES|DES40|RC2)_/, "encrypts with less than 112 bits of security"],
	[/_RC4_/, "encrypts with RC4"],
	[/_3DES_/, "encrypts with 3DES"],
	[/^TLS_(RSA|DH|ECDH)_/, "has no forward secrecy"],
	[/^TLS_DHE_/, "agrees on keys by finite-field Diffie-Hellman"],
	[/_CBC_/, "encrypts with CBC"]
];
const HELP = "Choose a TLS security policy for the listener that has ECDHE with AES-GCM or ChaCha20-Poly1305, and TLS 1.3 if it can.";
/**
* The cipher suite that the handshake has agreed on, out of good ones and weak ones: an error when a declared client
* does not offer it. Suites of TLS 1.3, and ECDHE with an AEAD cipher, are in order.
*/
const weakCipher = refusalRule({
	id: "weak-cipher",
	citation: "RFC 9325 §4, RFC 10015",
	codes: ["unsupported-cipher"],
	describe: ({ actual }) => describe(actual),
	otherwise({ handshake }) {
		if (!handshake || findWeakness(handshake.cipher) === void 0) return [];
		return [{
			severity: "warning",
			...describe(handshake.cipher)
		}];
	}
});
function describe(cipher) {
	const weakness = findWeakness(cipher) ?? "not every client offers";
	return {
		problem: `the handshake agrees on ${printable(cipher)}, which ${weakness}; ECDHE with AES-GCM or ChaCha20-Poly1305 is expected`,
		help: HELP
	};
}
function findWeakness(cipher) {
	return WEAKNESSES.find(([family]) => family.test(cipher))?.[1];
}
// src/endpoints/findings/weak-key.ts
const weakKey = refusalRule({
	id: "weak-key",
	citation: "BR §6.1.5",
	codes: ["weak-key"],
	describe: ({ certificate, actual, required }, evidence) => ({
		problem: `${printable(certificate.subject)} has a key that is too weak: ${printable(actual)}, not ${printable(required)}`,
		help: reissue(certificate, evidence, "for a new key of at least 2048 bits RSA, or on P-256")
	})
});
// src/endpoints/findings/weak-signature.ts
const weakSignature = refusalRule({
	id: "weak-signature",
	citation: "BR §7.1.3.2",
	codes: ["weak-signature", "unsupported-signature"],
	describe: ({ certificate, algorithm }, evidence) => ({
		problem: `${printable(certificate.subject)} has a signature that clients do not accept: ${printable(algorithm)}`,
		help: reissue(certificate, evidence, "that is signed with SHA-256")
	})
});
// src/endpoints/findings/wrong-eku.ts
/** Purposes that certificates are mixed up with (RFC 5280 §4.2.1.12); others are shown by their OIDs. */
const PURPOSES = {
	[OID.serverAuth]: "serverAuth",
	"1.3.6.1.5.5.7.3.2": "clientAuth",
	"1.3.6.1.5.5.7.3.3": "codeSigning",
	"1.3.6.1.5.5.7.3.4": "emailProtection",
	"1.3.6.1.5.5.7.3.8": "timeStamping",
	"1.3.6.1.5.5.7.3.9": "OCSPSigning"
};
const wrongEku = refusalRule({
	id: "wrong-eku",
	citation: "RFC 5280 §4.2.1.12",
	codes: ["wrong-extended-key-usage"],
	describe: ({ certificate, extendedKeyUsage, required }, { chain: [leaf] }) => ({
		problem: `${printable(certificate.subject)} is for ${printable(extendedKeyUsage.map(nameOf).join(", "))} (extendedKeyUsage), not for ${nameOf(required)}`,
		help: certificate.fingerprint === leaf.fingerprint ? "Serve a certificate that was issued for TLS servers." : "Serve the intermediate that the authority has for TLS servers; if the leaf has no other issuer, have it issued anew under one."
	})
});
function nameOf(oid) {
	return PURPOSES[oid] ?? oid;
}
// src/endpoints/findings/wrong-key-usage.ts
const wrongKeyUsage = refusalRule({
	id: "wrong-key-usage",
	citation: "RFC 5280 §4.2.1.3, RFC 8446 §4.4.2.2",
	codes: ["wrong-key-usage"],
	describe: ({ certificate, cipher, required }) => ({
		problem: `the keyUsage of ${printable(certificate.subject)} lacks ${required}, for which ${printable(cipher)} uses its key`,
		help: required === "digitalSignature" ? "Have a new certificate issued whose keyUsage has digitalSignature." : "Choose a TLS security policy for the listener that has ECDHE and TLS 1.3, or have a certificate issued whose keyUsage has keyEncipherment."
	})
});
// src/endpoints/findings/wrong-intermediate.ts
/** Digits of a key identifier that are shown. */
const KEY_ID_DIGITS = 12;
/**
* The issuer is not sent, and another CA is in its place: one with the same name and another key, as an authority's
* other generation has it, or one of another chain. It is not the signature that is at fault.
*/
const wrongIntermediate = refusalRule({
	id: "wrong-intermediate",
	citation: "RFC 5280 §6.1.3 (a)(4)",
	codes: ["unknown-issuer", "bad-signature"],
	concerns: (refusal, evidence) => findWrong(refusal, evidence) !== void 0,
	describe(refusal, evidence) {
		const { certificate } = refusal;
		const wrong = findWrong(refusal, evidence) ?? certificate;
		const [subject, issuer] = [printable(certificate.subject), printable(certificate.issuer)];
		return {
			problem: wrong.subjectName.key === certificate.issuerName.key ? `the ${issuer} that is sent has another key than the one that signed ${subject}${keyIds(certificate, wrong)}` : `the issuer of ${subject} is ${issuer}; ${printable(wrong.subject)} is sent in its place`,
			help: "Replace it: serve the bundle that the authority (or CAS) gives with this very leaf, not the intermediate of another certificate."
		};
	}
});
function findWrong(refusal, evidence) {
	if (refusal.code === "bad-signature") return findTrueIssuer(refusal, evidence) ? refusal.issuer : void 0;
	const gap = readGap(refusal, evidence);
	return gap.kind === "wrong" ? gap.inPlace[0] : void 0;
}
function keyIds({ authorityKeyId }, { subjectKeyId }) {
	if (authorityKeyId === void 0 || subjectKeyId === void 0) return "";
	const [actual, required] = [subjectKeyId, authorityKeyId].map((id) => id.slice(0, KEY_ID_DIGITS));
	return `: key identifier ${actual}…, not ${required}…`;
}
// src/endpoints/findings/wrong-order.ts
/**
* An issuer comes before all that it certifies. TLS 1.2 forbids it (RFC 5246 §7.4.2), TLS 1.3 tells clients to cope
* (RFC 8446 §4.4.2); those that look for an issuer only after the certificate, such as Mbed TLS, do not.
*/
const wrongOrder = {
	id: "wrong-order",
	citation: "RFC 5246 §7.4.2, RFC 8446 §4.4.2",
	applies: ({ structure }) => structure.misplaced.length > 0,
	evaluate({ structure: { misplaced, entries, inOrder } }) {
		const roots = new Set(entries.flatMap(({ certificate, role }) => role === "root" ? [certificate] : []));
		const [first] = misplaced;
		if (!first) return [];
		return [{
			severity: "warning",
			certificate: first,
			problem: `the certificates are out of order: ${list(entries.flatMap(({ certificate, role }) => role === "duplicate" ? [] : [certificate]))}; each should certify the one before it, and some clients rely on that`,
			help: `Put the bundle in this order and deploy it again: ${list(inOrder.filter((each) => !roots.has(each)))}.`
		}];
	}
};
function list(certificates) {
	return certificates.map(({ subject }, index) => `${index + 1}. ${printable(subject)}`).join(", ");
}
// src/endpoints/findings/registry.ts
/** The rules about what is served, or about a bundle in a file, in the order in which they are reported. */
const SERVED_RULES = [
	missingIntermediate,
	wrongIntermediate,
	incompleteChain,
	certificateLoop,
	aiaFetchFailed,
	untrustedRoot,
	selfSigned,
	badSignature,
	invalidCa,
	pathLengthExceeded,
	chainTooLong,
	chainRefused,
	nameConstraintViolation,
	wrongEku,
	wrongKeyUsage,
	unknownCriticalExtension,
	malformedCertificate$1,
	expiredLeaf,
	expiredIntermediate,
	notYetValid,
	notYetValidIntermediate,
	expiresSoon,
	intermediateExpiresSoon,
	validityTooLong,
	hostnameMismatch,
	noSan,
	weakKey,
	weakSignature,
	unsupportedKeyType,
	missingScts,
	revoked,
	staleOcsp,
	invalidOcsp,
	mustStapleMissing,
	oldProtocol,
	weakCipher,
	clientCertRequired,
	opensslRefusal,
	wrongOrder,
	extraCertificate,
	expiredCrossSign,
	duplicateCertificate,
	rootIncluded,
	certificateDrift,
	httpFailure
];
/** The rules about all addresses together. */
const ENDPOINT_RULES = [inconsistentAddresses];
/** The rules about what could not be looked at; one of them applies to every reason. */
const FAILURE_RULES = [
	dnsFailure,
	notProbed,
	hostUnreachable,
	timeout,
	connectionRefused,
	connectionReset,
	connectionClosed,
	notTls,
	handshakeFailure$1,
	unreadableCertificate
];
// src/certificates/paths/chain-structure.ts
/** Signature checks per chain, for what no client's path needs: a hostile one may be a mesh of namesakes. */
const MAX_CHECKS = 100;
/** What each certificate of a chain is there for, and whether they are in order. Pure. */
function readChainStructure(views) {
	const { chain, paths } = views;
	const positions = firstPositions(chain);
	const relations = relate(views, positions);
	const onPath = new Set(paths.flatMap((path) => path.map(({ fingerprint }) => fingerprint)));
	const entries = chain.map((certificate, index) => {
		const { fingerprint } = certificate;
		if (positions.get(fingerprint) !== index) return {
			certificate,
			role: "duplicate"
		};
		if (index === 0) return {
			certificate,
			role: "leaf"
		};
		if (!relations.has(fingerprint)) return {
			certificate,
			role: "stray"
		};
		if (isSelfSigned(certificate)) return {
			certificate,
			role: "root"
		};
		return {
			certificate,
			role: onPath.has(fingerprint) ? "issuer" : "alternate"
		};
	});
	const belonging = [...relations.keys()].flatMap((fingerprint) => {
		const position = positions.get(fingerprint);
		return position === void 0 || position === 0 ? [] : chain[position] ?? [];
	});
	return {
		entries,
		misplaced: findMisplaced(chain, positions, relations),
		inOrder: [chain[0], ...belonging]
	};
}
/** Where each certificate is sent first, by its fingerprint. */
function firstPositions(chain) {
	const positions = /* @__PURE__ */ new Map();
	for (const [index, { fingerprint }] of chain.entries()) if (!positions.has(fingerprint)) positions.set(fingerprint, index);
	return positions;
}
function relate({ chain, paths, links }, positions) {
	const [leaf] = chain;
	const relations = /* @__PURE__ */ new Map();
	const add = (issuer, below) => {
		const known = relations.get(issuer.fingerprint) ?? /* @__PURE__ */ new Set();
		relations.set(issuer.fingerprint, known.add(below.fingerprint));
	};
	for (const path of paths) for (const [index, issuer] of path.slice(1).entries()) add(issuer, path[index] ?? leaf);
	const others = chain.filter(({ fingerprint }, index) => index > 0 && positions.get(fingerprint) === index && !relations.has(fingerprint));
	if (others.length === 0) return relations;
	for (const { fingerprint } of links) if (!relations.has(fingerprint)) relations.set(fingerprint, /* @__PURE__ */ new Set());
	let checks = 0;
	const reached = /* @__PURE__ */ new Set();
	const queue = [
		leaf,
		...paths.flat(),
		...links
	];
	for (let below = queue.shift(); below; below = queue.shift()) {
		if (reached.has(below.fingerprint)) continue;
		reached.add(below.fingerprint);
		for (const issuer of others) {
			if (issuer.fingerprint === below.fingerprint) continue;
			if (issuer.subjectName.key !== below.issuerName.key) continue;
			checks += 1;
			if (checks <= MAX_CHECKS && !isSignedBy(below, issuer)) continue;
			add(issuer, below);
			queue.push(issuer);
		}
	}
	return relations;
}
function findMisplaced(chain, positions, relations) {
	return chain.filter(({ fingerprint }, index) => {
		if (index === 0 || positions.get(fingerprint) !== index) return false;
		const below = [...relations.get(fingerprint) ?? []].flatMap((each) => positions.get(each) ?? []);
		return below.length > 0 && below.every((each) => each > index);
	});
}
// src/endpoints/findings/served-structure.ts
/** What the certificates of a served chain are there for, seen by all declared clients and by what was found beside. */
function structureOf({ chain, clients, help }) {
	const claimed = clients.flatMap(({ judgement }) => judgement.refusals.flatMap((refusal) => refusal.code === "bad-signature" ? [refusal.issuer] : []));
	return readChainStructure({
		chain,
		paths: clients.map(({ judgement }) => judgement.path),
		links: [...claimed, ...help?.intermediates ?? []]
	});
}
// src/endpoints/judge.ts
/** `ip:port` as in a URL, IPv6 in brackets. */
function formatAddress({ ip, port }) {
	return ip.includes(":") ? `[${ip}]:${port}` : `${ip}:${port}`;
}
/** The verdict on what was seen at every address of an endpoint. */
function judgeEndpoint(observations, expectation) {
	const addresses = observations.map((observation) => judgeAddress(observation, expectation));
	const served = addresses.flatMap(({ address, tls }) => tls.kind === "handshake" ? [{
		address,
		chain: tls.receivedChain
	}] : []);
	const ofAll = runRules(ENDPOINT_RULES, {
		served,
		intendedLeaf: expectation.intendedLeaf
	});
	return {
		addresses,
		findings: [...addresses.flatMap(({ findings }) => findings), ...ofAll]
	};
}
/** The verdict when not one address could be found: a name without any breaks clients, a silent resolver says nothing. */
function judgeUnresolved(domain, failure) {
	return {
		addresses: [],
		findings: runRules(FAILURE_RULES, {
			domain,
			failure,
			undetermined: isUndetermined(failure)
		})
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
/** The leaves that are served, one for each address that showed one. */
function servedLeaves({ addresses }) {
	return addresses.flatMap(({ tls }) => tls.kind === "handshake" ? tls.receivedChain.slice(0, 1) : []);
}
/** Whether every address serves the intended leaf with a chain that is accepted, and there is at least one. */
function isAsIntended(verdict) {
	return verdict.addresses.length > 0 && verdict.addresses.every(({ accepted, servesIntended }) => accepted && servesIntended);
}
function judgeAddress(observation, expectation) {
	const { tls, http } = observation;
	const address = formatAddress(observation.address);
	const seen = {
		address,
		tls,
		http
	};
	if (tls.kind === "failure") {
		const undetermined = isUndetermined(tls);
		const { domain } = expectation.endpoint;
		const findings = runRules(FAILURE_RULES, {
			domain,
			failure: tls,
			undetermined
		});
		const unseen = {
			clients: [],
			servesIntended: void 0,
			incompleteAt: void 0
		};
		return {
			...seen,
			...unseen,
			accepted: undetermined ? void 0 : false,
			findings: at(address, findings)
		};
	}
	const evidence = collectEvidence(tls, http, expectation);
	const { clients, chain } = evidence;
	const { intendedLeaf } = expectation;
	return {
		...seen,
		clients,
		accepted: clients.every(({ judgement }) => judgement.accepts) && tls.witness.kind !== "refuses",
		servesIntended: intendedLeaf === void 0 || chain[0].fingerprint === intendedLeaf,
		incompleteAt: whereIncomplete(clients),
		findings: at(address, runRules(SERVED_RULES, evidence))
	};
}
function at(address, findings) {
	return findings.map((finding) => ({
		...finding,
		address
	}));
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
function collectEvidence(handshake, observation, { endpoint, intendedLeaf, trust, time, help }) {
	const { domain, clients, health } = endpoint;
	const chain = handshake.receivedChain;
	const served = serveTo(clients, {
		chain,
		domain,
		transport: handshake
	}, {
		trust,
		time,
		help
	});
	const http = observation && health ? {
		observation,
		health
	} : void 0;
	return {
		domain,
		time,
		trust,
		chain,
		structure: structureOf({
			chain,
			clients: served,
			help
		}),
		handshake,
		http,
		clients: served,
		intendedLeaf,
		help
	};
}
/** What is wrong with a bundle before anybody serves it, leaf first. */
function judgeBundle(chain, { endpoint: { domain, clients }, trust, time }) {
	const served = serveTo(clients, {
		chain,
		domain,
		transport: void 0
	}, {
		trust,
		time,
		help: void 0
	});
	const structure = structureOf({
		chain,
		clients: served,
		help: void 0
	});
	return runRules(SERVED_RULES, {
		handshake: void 0,
		http: void 0,
		intendedLeaf: void 0,
		help: void 0,
		domain,
		time,
		trust,
		chain,
		structure,
		clients: served
	});
}
/** What each client makes of what it is presented, and whether it accepts by luck what it should not. */
function serveTo(clients, presented, { help, ...terms }) {
	const judge = createClientJudge(presented, terms);
	const chain = [...presented.chain, ...help?.intermediates ?? []];
	const judgeHelped = createClientJudge({
		...presented,
		chain
	}, terms);
	return clients.map((client) => {
		const profile = PROFILES[client];
		const judgement = judge(profile);
		if (judgement.accepts || !profile.luck || !help) return {
			client,
			judgement,
			byLuck: false
		};
		const helped = judgeHelped(profile);
		const anchor = helped.path.at(-1);
		const isKnown = profile.luck === "aia" || anchor !== void 0 && terms.trust.isPublic(anchor);
		return {
			client,
			judgement,
			byLuck: helped.accepts && isKnown
		};
	});
}
function whereIncomplete(clients) {
	for (const { judgement } of clients) {
		const missing = judgement.refusals.find((refusal) => refusal.code === "unknown-issuer");
		if (missing) return missing.certificate;
	}
}
// src/endpoints/network/time-limit.ts
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
	const startedAt = performance$1.now();
	const controller = new AbortController();
	const abort = () => controller.abort();
	const timer = setTimeout(abort, timeoutMs);
	signal?.addEventListener("abort", abort, { once: true });
	try {
		const result = await run({
			signal: controller.signal,
			elapsedMs: () => Math.round(performance$1.now() - startedAt)
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
		anchors: [...bySubject.values()].flat(),
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
	return createTrustStore([...bundled.flatMap(parseBundled), ...parseOwn(pems)]);
}
/**
* A store that trusts whom `base` trusts, and the certificates in `pems`.
*
* @throws what `parseBundle` throws
*/
function extendTrustStore(base, pems) {
	return createTrustStore([...base.anchors, ...parseOwn(pems)]);
}
function parseOwn(pems) {
	return pems.flatMap(({ text, source }) => parseBundle(text, source));
}
/** One certificate in the form that the runtime gives: reading it as anybody's file takes twice the time. */
function parseBundled(pem) {
	const base64 = pem.replaceAll(/^-----.*-----$/gm, "");
	try {
		return [parseCertificate(Buffer.from(base64, "base64"))];
	} catch {
		return [];
	}
}
// src/certificates/clients/trust.ts
/**
* Reads the trust anchors of every client.
*
* @throws what `parseBundle` throws, for `own` and `byClient`
*/
function loadClientTrust({ bundled, own, byClient = /* @__PURE__ */ new Map() }) {
	const publicStore = loadTrustStore([], bundled);
	return createClientTrust(own.length === 0 ? publicStore : extendTrustStore(publicStore, own), publicStore, new Map([...byClient].map(([client, pems]) => [client, loadTrustStore(pems)])));
}
/**
* PEM of what any client trusts, for a witness that is asked once for all: it must not refuse what leads to the anchor of
* one client alone.
*/
function anchorsOfAny({ bundled, own, byClient = /* @__PURE__ */ new Map() }) {
	return [...bundled, ...[own, ...byClient.values()].flat().map(({ text }) => text)];
}
/** Anchors are public when `publicStore` has them. */
function createClientTrust(common, publicStore, stores = /* @__PURE__ */ new Map()) {
	return {
		common,
		storeOf: (client) => stores.get(client) ?? common,
		isPublic: (anchor) => publicStore.has(anchor)
	};
}
// src/endpoints/network/aia-url.ts
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
// src/certificates/parse-issuers.ts
const MAX_BODY_BYTES$1 = 1048576;
const MAX_ISSUERS = 20;
/**
* The certificates in what an AIA URL answered, in order, at least one: a DER certificate, PEM, or a
* certs-only CMS message in DER, BER or PEM (RFC 5280 §4.2.2.1, RFC 5652 §5.1).
*
* @throws CERTIFICATE_MALFORMED, and nothing else: also for more than 20 certificates or 1 MiB
*/
function parseIssuers(body) {
	if (body.length > MAX_BODY_BYTES$1) throw malformed$2(`the answer has ${body.length} bytes, more than ${MAX_BODY_BYTES$1}`);
	const material = readMaterial(Buffer.from(body), "the answer");
	const problem = material.problems.find(({ isRecovered }) => !isRecovered);
	if (problem) throw malformed$2(problem.error.message, problem.error);
	const certificates = material.certificates.map(({ certificate }) => certificate);
	if (certificates.length === 0) throw malformed$2(`the answer holds ${describeHeld(material)}`);
	if (certificates.length > MAX_ISSUERS) throw malformed$2(`the answer holds ${certificates.length} certificates, more than ${MAX_ISSUERS}`);
	return certificates;
}
function malformed$2(reason, cause) {
	return appError("CERTIFICATE_MALFORMED", { reason }, { cause });
}
// src/endpoints/tls/tls-alerts.ts
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
// src/endpoints/network/failure.ts
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
// src/endpoints/network/public-address.ts
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
// src/endpoints/network/until-event.ts
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
// src/endpoints/network/connect-tcp.ts
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
// src/endpoints/network/http-exchange.ts
const MAX_HEADER_BYTES = 16384;
/**
* Sends one HTTP/1.1 request and returns the final answer, its body unread. Redirects are not followed, no
* agent and so no proxy is involved.
*
* @throws Node's error: `HPE_…` for what is not HTTP, ECONNRESET when no answer comes
*/
async function exchangeHttp({ socket, method, path, host, signal }) {
	const { request } = await import("node:http");
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
// src/endpoints/network/resolve-addresses.ts
/**
* Every address behind an endpoint, each once, at most 64: its pins in their order when it has any, else
* the A and AAAA records its domain has for this machine (so /etc/hosts counts), IPv4 first, then by
* numeric value. A name without addresses, a resolver that fails or one that is silent for `timeoutMs`
* is a failure at stage `dns`.
*/
async function resolveAddresses(location, patience) {
	const [first, ...rest] = pinnedAddresses(location);
	if (first) return {
		kind: "addresses",
		addresses: [first, ...rest.slice(0, 63)]
	};
	return withTimeLimit(patience, (limit) => resolveName(location, limit));
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
	if (isIPv4(ip)) return ip;
	return import_ipaddr.default.isValid(ip) ? import_ipaddr.default.parse(ip).toString() : ip;
}
function byFamilyAndValue(a, b) {
	const [left, right] = [import_ipaddr.default.parse(a).toByteArray(), import_ipaddr.default.parse(b).toByteArray()];
	return left.length - right.length || Buffer.compare(Buffer.from(left), Buffer.from(right));
}
// src/endpoints/network/fetch-issuers.ts
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
// src/endpoints/network/issuer-fetcher.ts
/** One URL, redirects included. */
const MAX_FETCH_MS = 3500;
/** Distinct URLs of one run; those of all public authorities together are some hundreds. */
const MAX_URLS = 1e3;
/** Time of one run, over all requests that gave nothing: so long may hostile servers hold it up. */
const MAX_WASTED_MS = 6e4;
/**
* A fetcher for one run. Every URL is asked once: answers and failures are kept, requests under way are shared, and ended
* when nobody waits for them any more. A run that has wasted a minute on servers without an answer, or asked 1,000 URLs,
* asks no more.
*
* @throws (the fetcher) AIA_GIVEN_UP, and what `fetchIssuers` throws
*/
function createIssuerFetcher(terms) {
	const questions = /* @__PURE__ */ new Map();
	const timeoutMs = Math.min(terms.timeoutMs, MAX_FETCH_MS);
	let wastedMs = 0;
	async function fetchOnce(url, signal) {
		if (questions.size >= MAX_URLS) throw givenUp(url, `${MAX_URLS} places have been asked`);
		if (wastedMs >= MAX_WASTED_MS) throw givenUp(url, `${MAX_WASTED_MS / 1e3} s have gone without an answer`);
		const startedAt = performance.now();
		try {
			return await fetchIssuers(url, {
				...terms,
				timeoutMs,
				signal
			});
		} catch (error) {
			wastedMs += performance.now() - startedAt;
			throw error;
		}
	}
	return (url, signal) => {
		const known = questions.get(url);
		if (known) return waitFor(known, {
			url,
			signal
		});
		const controller = new AbortController();
		const question = {
			answer: fetchOnce(url, controller.signal),
			controller,
			waiting: 0
		};
		if (questions.size < MAX_URLS) questions.set(url, question);
		return waitFor(question, {
			url,
			signal
		});
	};
}
function givenUp(url, why) {
	const shown = URL.canParse(url) ? showUrl(new URL(url)) : printable(url);
	return appError("AIA_GIVEN_UP", {
		url: shown,
		why
	});
}
/** The answer, until the signal aborts; the request goes on for others who wait for it. */
function waitFor(question, { url, signal }) {
	question.waiting += 1;
	if (!signal) return question.answer;
	return new Promise((resolve, reject) => {
		const abort = () => {
			const reason = givenUp(url, "the time for the whole search is over");
			question.waiting -= 1;
			if (question.waiting === 0) question.controller.abort(reason);
			reject(reason);
		};
		question.answer.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
		if (signal.aborted) abort();
		else signal.addEventListener("abort", abort, { once: true });
	});
}
// src/endpoints/tls/byte-writer.ts
/** Writes the presentation language of RFC 8446 §3. */
/** An unsigned integer in `size` bytes, network byte order. */
function uint(value, size) {
	const bytes = Buffer.allocUnsafe(size);
	bytes.writeUIntBE(value, 0, size);
	return bytes;
}
/** A vector: the length of `parts` together, in `lengthSize` bytes, then the parts. */
function vector(lengthSize, ...parts) {
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	return Buffer.concat([uint(length, lengthSize), ...parts]);
}
/** Numbers of 16 bits one after the other. */
function uint16List(values) {
	return Buffer.concat(values.map((value) => uint(value, 2)));
}
// src/endpoints/tls/cipher-suites.ts
/**
* IANA's TLS Cipher Suites: first what the probe offers, in its order of preference, which is the browsers', with
* what they no longer take at the end, so that a server that has nothing else is seen.
*/
const OFFERED_NAMES = [
	[4865, "TLS_AES_128_GCM_SHA256"],
	[4866, "TLS_AES_256_GCM_SHA384"],
	[4867, "TLS_CHACHA20_POLY1305_SHA256"],
	[49195, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"],
	[49199, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"],
	[49196, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"],
	[49200, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"],
	[52393, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"],
	[52392, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"],
	[158, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"],
	[159, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"],
	[52394, "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256"],
	[49187, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"],
	[49191, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"],
	[49188, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"],
	[49192, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"],
	[49161, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"],
	[49171, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"],
	[49162, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"],
	[49172, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"],
	[103, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256"],
	[107, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256"],
	[51, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA"],
	[57, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA"],
	[156, "TLS_RSA_WITH_AES_128_GCM_SHA256"],
	[157, "TLS_RSA_WITH_AES_256_GCM_SHA384"],
	[60, "TLS_RSA_WITH_AES_128_CBC_SHA256"],
	[61, "TLS_RSA_WITH_AES_256_CBC_SHA256"],
	[47, "TLS_RSA_WITH_AES_128_CBC_SHA"],
	[53, "TLS_RSA_WITH_AES_256_CBC_SHA"],
	[49160, "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA"],
	[49170, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"],
	[22, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA"],
	[10, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"]
];
/** What OpenSSL may agree on besides. */
const OTHER_NAMES = [
	[49324, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM"],
	[49325, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM"],
	[49326, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8"],
	[49327, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8"],
	[49244, "TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256"],
	[49245, "TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384"],
	[49248, "TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256"],
	[49249, "TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384"]
];
const NAMES$1 = new Map([...OFFERED_NAMES, ...OTHER_NAMES]);
/** Numbers of the suites that the probe offers, in its order of preference. */
const OFFERED_SUITES = OFFERED_NAMES.map(([suite]) => suite);
/** The registered name of a suite, or its number, such as `0xc09c`. */
function cipherSuiteName(suite) {
	return NAMES$1.get(suite) ?? `0x${suite.toString(16).padStart(4, "0")}`;
}
function keyExchangeOf(suite) {
	const name = NAMES$1.get(suite) ?? "";
	if (name.startsWith("TLS_ECDHE_")) return "ecdhe";
	if (name.startsWith("TLS_DHE_")) return "dhe";
	if (name.startsWith("TLS_RSA_")) return "rsa";
	return name === "" ? "unknown" : "any";
}
// src/endpoints/tls/byte-queue.ts
function createByteQueue() {
	let pieces = [];
	let length = 0;
	/** Joined only when enough has come: tiny pieces would otherwise cost quadratic time. */
	function peek(wanted) {
		if (length < wanted) return void 0;
		if (pieces.length !== 1) pieces = [Buffer.concat(pieces)];
		return pieces[0]?.subarray(0, wanted);
	}
	return {
		get length() {
			return length;
		},
		push(bytes) {
			pieces.push(bytes);
			length += bytes.length;
		},
		peek,
		take(wanted) {
			const taken = peek(wanted);
			if (taken === void 0) return void 0;
			pieces = pieces.map((joined) => joined.subarray(wanted));
			length -= wanted;
			return taken;
		}
	};
}
// src/endpoints/tls/handshake-messages.ts
/** TLS HandshakeType (RFC 8446 §4, RFC 5246 §7.4, RFC 6066 §8), the ones of a server's first flight. */
const HANDSHAKE_TYPE = {
	clientHello: 1,
	serverHello: 2,
	encryptedExtensions: 8,
	certificate: 11,
	serverKeyExchange: 12,
	certificateRequest: 13,
	serverHelloDone: 14,
	certificateVerify: 15,
	certificateStatus: 22,
	messageHash: 254
};
/** OpenSSL draws the same line for the Certificate message. */
const MAX_MESSAGE_LENGTH = 102400;
const HEADER_LENGTH$1 = 4;
function createMessageAssembler() {
	const queue = createByteQueue();
	function next() {
		const header = queue.peek(HEADER_LENGTH$1);
		if (header === void 0) return void 0;
		const type = header.readUInt8(0);
		const length = header.readUIntBE(1, 3);
		if (length > MAX_MESSAGE_LENGTH) throw tooLong(type, length);
		const raw = queue.take(HEADER_LENGTH$1 + length);
		return raw && {
			type,
			body: raw.subarray(HEADER_LENGTH$1),
			raw
		};
	}
	return {
		push: (bytes) => queue.push(bytes),
		next,
		isEmpty: () => queue.length === 0
	};
}
function tooLong(type, length) {
	const code = type === HANDSHAKE_TYPE.certificate ? "CERTIFICATE_LIST_MALFORMED" : "TLS_HANDSHAKE_UNREADABLE";
	return appError(code, { detail: `a message of ${length} bytes, more than ${MAX_MESSAGE_LENGTH}` });
}
// src/endpoints/tls/byte-reader.ts
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
// src/endpoints/tls/hello-extensions.ts
/** ExtensionType (RFC 8446 §4.2). */
const EXTENSION = {
	serverName: 0,
	statusRequest: 5,
	supportedGroups: 10,
	ecPointFormats: 11,
	signatureAlgorithms: 13,
	alpn: 16,
	signedCertificateTimestamps: 18,
	padding: 21,
	extendedMasterSecret: 23,
	supportedVersions: 43,
	cookie: 44,
	keyShare: 51,
	renegotiationInfo: 65281
};
/**
* Reads a vector of Extension; of an extension sent twice, which is forbidden, the last one counts.
*
* @throws what `malformed` makes
*/
function readExtensions(reader, malformed) {
	const extensions = /* @__PURE__ */ new Map();
	const list = createByteReader(reader.vector(2), malformed);
	while (list.remaining() > 0) {
		const type = list.uint(2);
		extensions.set(type, list.vector(2));
	}
	return extensions;
}
/**
* The protocol that a server chose in ALPN (RFC 7301 §3.1); undefined without the extension.
*
* @throws what `malformed` makes
*/
function readAlpn(extensions, malformed) {
	const value = extensions.get(EXTENSION.alpn);
	if (value === void 0) return void 0;
	return createByteReader(createByteReader(value, malformed).vector(2), malformed).vector(1).toString("latin1");
}
/**
* What a HelloRetryRequest wants to have back (RFC 8446 §4.2.2); undefined without the extension.
*
* @throws what `malformed` makes
*/
function readCookie(extensions, malformed) {
	const value = extensions.get(EXTENSION.cookie);
	return value && createByteReader(value, malformed).vector(2);
}
// src/endpoints/tls/key-shares.ts
const X25519 = 29;
/** RFC 8446 §4.2.8.2: uncompressed points. */
const CURVES = {
	23: "prime256v1",
	24: "secp384r1",
	25: "secp521r1"
};
/** Numbers of the groups that the probe offers. The post-quantum ones are left to OpenSSL. */
const OFFERED_GROUPS = [
	X25519,
	23,
	24,
	25
];
function createKeyShares() {
	const pairs = /* @__PURE__ */ new Map();
	function pairOf(group) {
		const known = pairs.get(group);
		if (known) return known;
		const curve = CURVES[group];
		if (group !== X25519 && curve === void 0) return void 0;
		const pair = curve === void 0 ? createX25519Pair() : createCurvePair(curve);
		pairs.set(group, pair);
		return pair;
	}
	return {
		publicKey: (group) => pairOf(group)?.publicKey,
		agree(group, peer) {
			try {
				const secret = pairOf(group)?.agree(peer);
				if (secret) return secret;
			} catch (cause) {
				throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "an invalid key share" }, { cause });
			}
			throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `the group ${group}, which was not offered` });
		}
	};
}
function createX25519Pair() {
	const { publicKey, privateKey } = generateKeyPairSync("x25519");
	const { x = "" } = publicKey.export({ format: "jwk" });
	return {
		publicKey: Buffer.from(x, "base64url"),
		agree(peer) {
			const jwk = {
				kty: "OKP",
				crv: "X25519",
				x: peer.toString("base64url")
			};
			return diffieHellman({
				privateKey,
				publicKey: createPublicKey({
					key: jwk,
					format: "jwk"
				})
			});
		}
	};
}
function createCurvePair(curve) {
	const ecdh = createECDH(curve);
	return {
		publicKey: ecdh.generateKeys(),
		agree: (peer) => ecdh.computeSecret(peer)
	};
}
// src/endpoints/tls/protocol-versions.ts
/** ProtocolVersion (RFC 8446 §4.1.2) of what the probe speaks, newest first. */
const VERSION = {
	tls13: 772,
	tls12: 771,
	tls11: 770,
	tls10: 769
};
const NAMES = {
	[VERSION.tls13]: "TLSv1.3",
	[VERSION.tls12]: "TLSv1.2",
	[VERSION.tls11]: "TLSv1.1",
	[VERSION.tls10]: "TLSv1"
};
/** OpenSSL's name, such as `TLSv1.2`; the number for a version unknown here. */
function versionName(version) {
	return NAMES[version] ?? `0x${version.toString(16)}`;
}
// src/endpoints/tls/signature-schemes.ts
const ED_SCHEME = {
	hash: void 0,
	pss: false,
	tls13: true
};
/**
* SignatureScheme (RFC 8446 §4.2.3) in the order in which the probe offers them. SHA-1 comes last, so that a server
* of TLS 1.2 that signs with nothing else is seen.
*/
const SCHEMES = /* @__PURE__ */ new Map([
	[1027, {
		key: "ec",
		hash: "sha256",
		pss: false,
		tls13: true
	}],
	[2052, {
		key: "rsa",
		hash: "sha256",
		pss: true,
		tls13: true
	}],
	[1025, {
		key: "rsa",
		hash: "sha256",
		pss: false,
		tls13: false
	}],
	[1283, {
		key: "ec",
		hash: "sha384",
		pss: false,
		tls13: true
	}],
	[2053, {
		key: "rsa",
		hash: "sha384",
		pss: true,
		tls13: true
	}],
	[1281, {
		key: "rsa",
		hash: "sha384",
		pss: false,
		tls13: false
	}],
	[1539, {
		key: "ec",
		hash: "sha512",
		pss: false,
		tls13: true
	}],
	[2054, {
		key: "rsa",
		hash: "sha512",
		pss: true,
		tls13: true
	}],
	[1537, {
		key: "rsa",
		hash: "sha512",
		pss: false,
		tls13: false
	}],
	[2055, {
		key: "ed25519",
		...ED_SCHEME
	}],
	[2056, {
		key: "ed448",
		...ED_SCHEME
	}],
	[2057, {
		key: "rsa-pss",
		hash: "sha256",
		pss: true,
		tls13: true
	}],
	[2058, {
		key: "rsa-pss",
		hash: "sha384",
		pss: true,
		tls13: true
	}],
	[2059, {
		key: "rsa-pss",
		hash: "sha512",
		pss: true,
		tls13: true
	}],
	[515, {
		key: "ec",
		hash: "sha1",
		pss: false,
		tls13: false
	}],
	[513, {
		key: "rsa",
		hash: "sha1",
		pss: false,
		tls13: false
	}]
]);
/** Numbers of the schemes that the probe offers, in its order of preference. */
const OFFERED_SCHEMES = [...SCHEMES.keys()];
/** Whether `key` made the signature by a scheme of TLS 1.2 or 1.3. False for schemes that were not offered. */
function verifiesByScheme(number, version, signed) {
	const scheme = SCHEMES.get(number);
	if (!scheme || signed.key.asymmetricKeyType !== scheme.key) return false;
	if (version === "tls13" && !scheme.tls13) return false;
	return verifiesWith(scheme, signed);
}
/** Whether `key` made the signature as TLS 1.0 and 1.1 do, without naming a scheme (RFC 4346 §7.4.3, RFC 4492 §5.4). */
function verifiesWithoutScheme(signed) {
	const key = signed.key.asymmetricKeyType;
	if (key !== "rsa" && key !== "ec") return false;
	return verifiesWith({
		hash: key === "rsa" ? "md5-sha1" : "sha1",
		pss: false
	}, signed);
}
function verifiesWith({ hash, pss }, { data, signature, key }) {
	const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;
	try {
		return verify(hash ?? null, data, pss ? {
			key,
			padding,
			saltLength
		} : key, signature);
	} catch {
		return false;
	}
}
// src/endpoints/tls/client-hello.ts
const OFFERED_PROTOCOLS = ["h2", "http/1.1"];
const RANDOM_LENGTH = 32;
const NONCE_LENGTH = 64;
let nonces = Buffer.alloc(0);
/** Drawn in advance, since asking for each costs more than the bytes do. */
function drawNonce() {
	if (nonces.length === 0) nonces = randomFillSync(Buffer.allocUnsafe(4096));
	const nonce = nonces.subarray(0, NONCE_LENGTH);
	nonces = nonces.subarray(NONCE_LENGTH);
	return nonce;
}
function clientRandom(nonce) {
	return nonce.subarray(0, RANDOM_LENGTH);
}
function extension(type, ...contents) {
	return Buffer.concat([uint(type, 2), vector(2, ...contents)]);
}
/** Suites and the null compression. */
const SUITES$1 = Buffer.concat([vector(2, uint16List(OFFERED_SUITES)), Buffer.of(1, 0)]);
/** The extensions that are the same in every hello. */
const COMMON_EXTENSIONS = Buffer.concat([
	extension(EXTENSION.extendedMasterSecret),
	extension(EXTENSION.renegotiationInfo, Buffer.of(0)),
	extension(EXTENSION.supportedGroups, vector(2, uint16List(OFFERED_GROUPS))),
	extension(EXTENSION.ecPointFormats, Buffer.of(1, 0)),
	extension(EXTENSION.alpn, vector(2, ...OFFERED_PROTOCOLS.map((protocol) => vector(1, Buffer.from(protocol))))),
	extension(EXTENSION.statusRequest, Buffer.of(1, 0, 0, 0, 0)),
	extension(EXTENSION.signatureAlgorithms, vector(2, uint16List(OFFERED_SCHEMES))),
	extension(EXTENSION.signedCertificateTimestamps),
	extension(EXTENSION.supportedVersions, vector(1, uint16List(Object.values(VERSION))))
]);
/** A ClientHello (RFC 8446 §4.1.2) as a handshake message. */
function writeClientHello({ serverName, nonce, keyShare, cookie }) {
	const { group, publicKey } = keyShare;
	const extensions = [
		...serverName === void 0 ? [] : [serverNameExtension(serverName)],
		COMMON_EXTENSIONS,
		extension(EXTENSION.keyShare, vector(2, uint(group, 2), vector(2, publicKey))),
		...cookie === void 0 ? [] : [extension(EXTENSION.cookie, vector(2, cookie))]
	];
	const beginning = [
		uint(VERSION.tls12, 2),
		nonce.subarray(0, RANDOM_LENGTH),
		vector(1, nonce.subarray(RANDOM_LENGTH)),
		SUITES$1
	];
	const length = [...beginning, ...extensions].reduce((sum, { length: part }) => sum + part, 6);
	const body = [...beginning, vector(2, ...extensions, paddingFor(length))];
	return Buffer.concat([uint(HANDSHAKE_TYPE.clientHello, 1), vector(3, ...body)]);
}
function serverNameExtension(serverName) {
	return extension(EXTENSION.serverName, vector(2, Buffer.of(0), vector(2, Buffer.from(serverName, "latin1"))));
}
/** Some load balancers hang at a ClientHello of 256 to 511 bytes (RFC 7685). */
function paddingFor(length) {
	if (length < 256 || length > 511) return Buffer.alloc(0);
	return extension(EXTENSION.padding, Buffer.alloc(Math.max(512 - length - 4, 0)));
}
// src/endpoints/tls/handshake-recorder.ts
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
// src/endpoints/tls/tls-records.ts
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
function createRecordReader() {
	const queue = createByteQueue();
	let position = 0;
	function next() {
		const header = queue.peek(HEADER_LENGTH);
		if (header === void 0) return void 0;
		const type = header.readUInt8(0);
		const length = header.readUInt16BE(3);
		if (type < CONTENT_TYPE.changeCipherSpec || type > CONTENT_TYPE.applicationData || header[1] !== 3) throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `no TLS record at byte ${position}` });
		if (length > MAX_FRAGMENT_LENGTH) throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `a record of ${length} bytes` });
		const record = queue.take(HEADER_LENGTH + length);
		if (record === void 0) return void 0;
		position += record.length;
		return {
			type,
			header: record.subarray(0, HEADER_LENGTH),
			fragment: record.subarray(HEADER_LENGTH)
		};
	}
	return {
		push: (bytes) => queue.push(bytes),
		next
	};
}
// src/endpoints/tls/message-reader.ts
const FATAL = 2;
/** `isTls13` says whether the messages so far agreed on TLS 1.3, which sends a ChangeCipherSpec for show (RFC 8446 §D.4). */
function createMessageReader(isTls13) {
	const records = createRecordReader();
	const messages = createMessageAssembler();
	let decrypt;
	let encrypted = false;
	function next() {
		for (;;) {
			const message = messages.next();
			if (message !== void 0 || encrypted) return message;
			const record = records.next();
			if (record === void 0) return void 0;
			takeRecord(record);
		}
	}
	function takeRecord(record) {
		if (record.type === CONTENT_TYPE.changeCipherSpec) {
			encrypted = !isTls13();
			return;
		}
		const { type, fragment } = decrypt ? decrypt(record) : record;
		if (type === CONTENT_TYPE.handshake) messages.push(fragment);
		else if (type === CONTENT_TYPE.alert) takeAlert(fragment);
		else throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `a record of type ${type}` });
	}
	return {
		push: (bytes) => records.push(bytes),
		next,
		decryptWith(decryptor) {
			if (!messages.isEmpty()) throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "a message that spans a change of keys" });
			decrypt = decryptor;
		}
	};
}
/** A warning, such as unrecognized_name of a server that goes on all the same, says nothing about the handshake. */
function takeAlert([level, number = 0]) {
	if (level !== FATAL) return;
	throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `the alert ${alertName(number)}` });
}
// src/endpoints/tls/certificate-message.ts
/** No chain comes near it; what is longer than clients take is a finding, not malformed. */
const MAX_CERTIFICATES = 200;
/** CertificateStatusType (RFC 6066 §8). */
const OCSP = 1;
/**
* The DER certificates of a TLS 1.2 Certificate message (RFC 5246 §7.4.2), as sent; one at least.
*
* @throws CERTIFICATE_LIST_MALFORMED when it is malformed or holds more than 200
*/
function parseTls12Certificates(body) {
	return readList(createByteReader(body, malformedList), (list) => list.vector(3));
}
/**
* A TLS 1.3 Certificate message (RFC 8446 §4.4.2): each certificate has extensions, of which the leaf's matter.
*
* @throws CERTIFICATE_LIST_MALFORMED when it is malformed or holds more than 200
*/
function parseTls13Certificates(body) {
	const message = createByteReader(body, malformedList);
	message.vector(1);
	let ofLeaf;
	const certificates = readList(message, (list) => {
		const certificate = list.vector(3);
		const extensions = readExtensions(list, malformedList);
		ofLeaf ??= extensions;
		return certificate;
	});
	const status = ofLeaf?.get(EXTENSION.statusRequest);
	return {
		certificates,
		ocspStaple: status && parseCertificateStatus(status),
		sctList: ofLeaf?.get(EXTENSION.signedCertificateTimestamps)
	};
}
/**
* The DER OCSPResponse of a CertificateStatus (RFC 6066 §8); undefined for another type of status, and for an
* empty response.
*
* @throws CERTIFICATE_LIST_MALFORMED
*/
function parseCertificateStatus(body) {
	const reader = createByteReader(body, malformedList);
	if (reader.uint(1) !== OCSP) return void 0;
	const response = reader.vector(3);
	return response.length > 0 ? response : void 0;
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
// src/endpoints/tls/server-hello.ts
/** A HelloRetryRequest is a ServerHello with this random value (RFC 8446 §4.1.3). */
const RETRY_RANDOM = createHash("sha256").update("HelloRetryRequest").digest();
/**
* Parses a ServerHello (RFC 5246 §7.4.1.3, RFC 8446 §4.1.3).
*
* @throws TLS_HANDSHAKE_UNREADABLE
*/
function parseServerHello(body) {
	const reader = createByteReader(body, malformedHello);
	const legacyVersion = reader.uint(2);
	const random = reader.bytes(32);
	reader.vector(1);
	const cipherSuite = reader.uint(2);
	reader.uint(1);
	const extensions = reader.remaining() > 0 ? readExtensions(reader, malformedHello) : /* @__PURE__ */ new Map();
	const versions = extensions.get(EXTENSION.supportedVersions);
	return {
		version: versions ? createByteReader(versions, malformedHello).uint(2) : legacyVersion,
		random,
		cipherSuite,
		retry: random.equals(RETRY_RANDOM),
		extensions
	};
}
/**
* The key_share of a ServerHello or HelloRetryRequest; undefined without one.
*
* @throws TLS_HANDSHAKE_UNREADABLE
*/
function readKeyShare({ extensions, retry }) {
	const value = extensions.get(EXTENSION.keyShare);
	if (value === void 0) return void 0;
	const reader = createByteReader(value, malformedHello);
	return {
		group: reader.uint(2),
		keyExchange: retry ? void 0 : reader.vector(2)
	};
}
function malformedHello(detail) {
	return appError("TLS_HANDSHAKE_UNREADABLE", { detail: `in the ServerHello, ${detail}` });
}
// src/endpoints/tls/server-key-exchange.ts
/** ECCurveType (RFC 8422 §5.4). */
const NAMED_CURVE = 3;
/**
* Parses a ServerKeyExchange (RFC 5246 §7.4.3, RFC 8422 §5.4); undefined when the suite does not say how.
*
* @throws TLS_HANDSHAKE_UNREADABLE
*/
function parseServerKeyExchange(body, cipherSuite) {
	const reader = createByteReader(body, malformed$1);
	const keyExchange = keyExchangeOf(cipherSuite);
	if (keyExchange !== "ecdhe" && keyExchange !== "dhe") return void 0;
	let group;
	if (keyExchange === "ecdhe") {
		const curveType = reader.uint(1);
		if (curveType !== NAMED_CURVE) throw malformed$1(`a curve of type ${curveType}`);
		group = reader.uint(2);
		reader.vector(1);
	} else for (let part = 0; part < 3; part += 1) reader.vector(2);
	const end = body.length - reader.remaining();
	return {
		group,
		parameters: body.subarray(0, end),
		signed: body.subarray(end)
	};
}
function malformed$1(detail) {
	return appError("TLS_HANDSHAKE_UNREADABLE", { detail: `in the ServerKeyExchange, ${detail}` });
}
// src/endpoints/tls/server-flight.ts
function createFlightCollector() {
	let hello;
	let alpn;
	let list;
	let keyExchange;
	let ocspStaple;
	let clientCertificateRequested = false;
	function take({ type, body }) {
		switch (type) {
			case HANDSHAKE_TYPE.serverHello:
				if (hello && !hello.retry) throw malformed("a second ServerHello");
				hello = parseServerHello(body);
				alpn = readAlpn(hello.extensions, malformed);
				break;
			case HANDSHAKE_TYPE.encryptedExtensions:
				alpn = readAlpn(readExtensions(createByteReader(body, malformed), malformed), malformed);
				break;
			case HANDSHAKE_TYPE.certificateRequest:
				clientCertificateRequested = true;
				break;
			case HANDSHAKE_TYPE.certificate:
				if (list) throw malformed("a second Certificate message");
				list = parseCertificates(body, hello);
				break;
			case HANDSHAKE_TYPE.certificateStatus:
				ocspStaple = parseCertificateStatus(body);
				break;
			case HANDSHAKE_TYPE.serverKeyExchange: keyExchange = hello && parseServerKeyExchange(body, hello.cipherSuite);
		}
	}
	function flight() {
		if (!hello || !list) return void 0;
		const group = hello.version === VERSION.tls13 ? readKeyShare(hello)?.group : keyExchange?.group;
		const staple = ocspStaple ?? list.ocspStaple;
		return {
			...list,
			ocspStaple: staple,
			hello,
			group,
			alpn,
			clientCertificateRequested,
			keyExchange
		};
	}
	return {
		take,
		hello: () => hello,
		flight
	};
}
/** Whether a server waits for the client after this message, or has at least proven to hold the leaf's key. */
function endsFlight({ type }) {
	return type === HANDSHAKE_TYPE.serverHelloDone || type === HANDSHAKE_TYPE.certificateVerify;
}
/** TLS 1.2 sends SCTs in the ServerHello (RFC 6962 §3.3.1), TLS 1.3 with the leaf. */
function parseCertificates(body, hello) {
	if (hello?.version === VERSION.tls13) return parseTls13Certificates(body);
	const sctList = hello?.extensions.get(EXTENSION.signedCertificateTimestamps);
	return {
		certificates: parseTls12Certificates(body),
		ocspStaple: void 0,
		sctList
	};
}
function malformed(detail) {
	return appError("TLS_HANDSHAKE_UNREADABLE", { detail: `in the server's first flight, ${detail}` });
}
/** Those that Node offers; the CCM ones are off. */
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
/** @throws TLS_HANDSHAKE_UNREADABLE for an unknown suite */
function tls13Suite(cipherSuite) {
	const suite = SUITES[cipherSuite];
	if (suite !== void 0) return suite;
	throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: `cipher suite 0x${cipherSuite.toString(16)}` });
}
/** Of the hash of the transcript up to the ServerHello and of what the key exchange agreed on. */
function handshakeSecrets({ hash }, { sharedSecret, transcriptHash }) {
	const secret = hmac(hash, derivedFromNothing(hash), sharedSecret);
	const expand = (label) => expandLabel({
		hash,
		secret,
		label,
		context: transcriptHash,
		length: secret.length
	});
	return {
		client: expand("c hs traffic"),
		server: expand("s hs traffic")
	};
}
function trafficKey({ cipher, keyLength, hash }, secret) {
	const context = Buffer.alloc(0);
	const key = expandLabel({
		hash,
		secret,
		label: "key",
		context,
		length: keyLength
	});
	const iv = expandLabel({
		hash,
		secret,
		label: "iv",
		context,
		length: 12
	});
	return {
		cipher,
		key: createSecretKey(key),
		iv
	};
}
/** The salt of the handshake secret is the same for everybody who uses no pre-shared key. */
const derivedSalts = /* @__PURE__ */ new Map();
function derivedFromNothing(hash) {
	const known = derivedSalts.get(hash);
	if (known) return known;
	const context = createHash(hash).digest();
	const zeros = Buffer.alloc(context.length);
	const secret = hmac(hash, zeros, zeros);
	const salt = expandLabel({
		hash,
		secret,
		label: "derived",
		context,
		length: secret.length
	});
	derivedSalts.set(hash, salt);
	return salt;
}
/** HKDF-Expand-Label (RFC 8446 §7.1). One HMAC is all of HKDF-Expand, as no length here exceeds the hash's. */
function expandLabel(of) {
	const label = Buffer.from(`tls13 ${of.label}`);
	const info = Buffer.concat([
		Buffer.of(0, of.length, label.length),
		label,
		Buffer.of(of.context.length),
		of.context,
		Buffer.of(1)
	]);
	return hmac(of.hash, of.secret, info).subarray(0, of.length);
}
/** Octets that the hash takes at once. */
const BLOCK_LENGTH = {
	sha256: 64,
	sha384: 128
};
/**
* HMAC (RFC 2104) with a key no longer than a block. Node's takes four times as long, and it is what most of a
* handshake's small steps consist of.
*/
function hmac(hash, key, message) {
	const inner = Buffer.alloc(BLOCK_LENGTH[hash], 54);
	const outer = Buffer.alloc(BLOCK_LENGTH[hash], 92);
	for (const [index, octet] of key.entries()) {
		inner[index] = octet ^ 54;
		outer[index] = octet ^ 92;
	}
	const digest = createHash(hash).update(inner).update(message).digest();
	return createHash(hash).update(outer).update(digest).digest();
}
// src/endpoints/tls/tls13-protection.ts
const TAG_LENGTH = 16;
/**
* A function that decrypts the records protected with a key, which must be given to it from the first one on and
* in order: the nonce counts them (RFC 8446 §5.3).
*
* @throws TLS_HANDSHAKE_UNREADABLE (the function) when a record is not authentic
*/
function createRecordDecryptor(traffic) {
	let sequence = 0;
	return (record) => {
		const nonce = nonceFor(traffic.iv, sequence);
		sequence += 1;
		return unpad(decrypt(record, traffic, nonce));
	};
}
/** The first record protected with a key. */
function sealFirstRecord(traffic, { type, fragment }) {
	const header = Buffer.of(23, 3, 3, 0, fragment.length + 1 + TAG_LENGTH);
	const cipher = createCipheriv(aead(traffic), traffic.key, traffic.iv, { authTagLength: TAG_LENGTH });
	cipher.setAAD(header);
	const sealed = cipher.update(Buffer.concat([fragment, Buffer.of(type)]));
	return Buffer.concat([
		header,
		sealed,
		cipher.final(),
		cipher.getAuthTag()
	]);
}
/** The IV with the record's sequence number folded into its end (RFC 8446 §5.3). */
function nonceFor(iv, sequence) {
	const nonce = Buffer.from(iv);
	nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ sequence) >>> 0, 8);
	return nonce;
}
function decrypt(record, traffic, nonce) {
	const tagStart = record.fragment.length - TAG_LENGTH;
	if (tagStart < 1) throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "an encrypted record without content" });
	const decipher = createDecipheriv(aead(traffic), traffic.key, nonce, { authTagLength: TAG_LENGTH });
	decipher.setAAD(record.header);
	decipher.setAuthTag(record.fragment.subarray(tagStart));
	try {
		return Buffer.concat([decipher.update(record.fragment.subarray(0, tagStart)), decipher.final()]);
	} catch (cause) {
		throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "a record that is not authentic" }, { cause });
	}
}
/** All three are AEAD ciphers; Node's types know that only of literal names. */
function aead({ cipher }) {
	return cipher;
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
// src/endpoints/tls/received-flight.ts
/**
* What a server sent, its certificates in its order, with duplicates and strays. undefined when the transcript
* does not get as far as a Certificate message that can be read.
*
* Node's own `getPeerCertificate(true)` follows issuers instead, and loses the order and what does not fit.
* A CompressedCertificate (RFC 8879) does not occur, as Node does not offer to take one.
*
* @throws CERTIFICATE_LIST_MALFORMED when the Certificate message is malformed, longer than 100 KiB or of more than
*   200 certificates
* @throws TLS_HANDSHAKE_UNREADABLE when something else is malformed
*/
function readReceivedFlight({ inbound, trafficSecret }) {
	const collector = createFlightCollector();
	const isTls13 = () => collector.hello()?.version === VERSION.tls13;
	const reader = createMessageReader(isTls13);
	reader.push(inbound);
	let isProtected = false;
	for (let message = reader.next(); message; message = reader.next()) {
		collector.take(message);
		if (endsFlight(message)) break;
		const hello = collector.hello();
		if (isProtected || !hello || hello.retry || !isTls13()) continue;
		if (trafficSecret === void 0) return void 0;
		reader.decryptWith(createRecordDecryptor(trafficKey(tls13Suite(hello.cipherSuite), trafficSecret)));
		isProtected = true;
	}
	return collector.flight();
}
// src/endpoints/tls/parse-flight.ts
/**
* `readReceivedFlight`, with its certificates parsed.
*
* @throws TLS_HANDSHAKE_UNREADABLE, CERTIFICATE_LIST_MALFORMED as it does
* @throws CERTIFICATE_MALFORMED when what it gives is not a certificate
*/
function parseReceivedFlight(transcript) {
	const flight = readReceivedFlight(transcript);
	return flight && {
		flight,
		receivedChain: flight.certificates.map((der) => parseCertificate(der))
	};
}
// src/endpoints/tls/handshake-failure.ts
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
/**
* What a server of TLS 1.2 sent that asked for a client certificate and ended the handshake when it got none, having
* proven its own key before; undefined when `failed` is another failure.
*/
function readRefusal(failed, transcript) {
	if (![
		"tls-alert",
		"closed",
		"reset"
	].includes(failed.reason)) return void 0;
	try {
		const received = parseReceivedFlight(transcript);
		return received?.flight.clientCertificateRequested ? received : void 0;
	} catch {
		return;
	}
}
/** OpenSSL gave up, and the certificates are the reason; undefined when it had another one. */
function malformedCertificate(limit, transcript) {
	try {
		parseReceivedFlight(transcript);
		return;
	} catch (error) {
		const unreadable = unreadableChain(limit, error);
		return unreadable.reason === "malformed-certificate" ? unreadable : void 0;
	}
}
// src/endpoints/tls/tap-socket.ts
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
// src/endpoints/tls/open-tls.ts
/** What Node gives where there is none. */
function noCertificate() {
	return {};
}
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
		ALPNProtocols: [...target.protocols],
		requestOCSP: true,
		rejectUnauthorized: false,
		checkServerIdentity: () => void 0,
		...isIP(target.domain) === 0 ? { servername: target.domain } : {}
	});
	socket.getPeerCertificate = noCertificate;
	socket.on("keylog", (line) => recorder.recordKey(line)).on("error", () => void 0);
	const close = () => {
		socket.destroy();
		stream.destroy();
	};
	try {
		await untilEvent(socket, "secureConnect", limit.signal);
	} catch (error) {
		close();
		const failed = handshakeFailure(limit, error, recorder.transcript());
		const received = readRefusal(failed, recorder.transcript());
		return received ? {
			kind: "refused",
			...received
		} : failed;
	}
	recorder.stop();
	try {
		const received = parseReceivedFlight(recorder.transcript());
		if (received !== void 0) return {
			kind: "open",
			socket,
			...received,
			close
		};
		throw appError("TLS_HANDSHAKE_UNREADABLE", { detail: "no Certificate message in its first 256 KiB" });
	} catch (error) {
		close();
		return unreadableChain(limit, error);
	}
}
// src/endpoints/tls/common-cipher.ts
/** OpenSSL's names of the common suites of TLS 1.2. */
const CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES256-SHA";
/**
* `observe`, and where it meets a cipher suite that not every client offers, one handshake more that offers the common
* ones alone: a server that goes by its own order may have them too, and then shuts nobody out.
*/
function withCommonCipher(observe, terms) {
	const context = createSecureContext({
		ciphers: CIPHERS,
		minVersion: "TLSv1.2",
		maxVersion: "TLSv1.2",
		ca: []
	});
	return async (target, signal) => {
		const observation = await observe(target, signal);
		if (observation.kind === "failure" || !isUncommon(observation)) return observation;
		const commonCipher = await withTimeLimit({
			timeoutMs: terms.timeoutMs,
			signal
		}, (limit) => askForCommonCipher({
			...target,
			context,
			privateNetworks: terms.privateNetworks
		}, limit));
		return {
			...observation,
			commonCipher
		};
	};
}
function isUncommon({ protocol, cipher }) {
	return protocol === "TLSv1.2" && !hasSuite(COMMON_SUITES, cipher);
}
async function askForCommonCipher(target, limit) {
	const { ip, port } = target.address;
	const connection = await openTls({
		...target,
		ip,
		port,
		protocols: OFFERED_PROTOCOLS
	}, limit);
	if (connection.kind !== "open") return void 0;
	const { standardName } = connection.socket.getCipher();
	connection.close();
	return standardName;
}
// src/endpoints/tls/named-groups.ts
/** IANA's TLS Supported Groups (RFC 8446 §4.2.7), the ones that servers choose today. */
const GROUP_NAMES = {
	19: "secp192r1",
	21: "secp224r1",
	22: "secp256k1",
	23: "secp256r1",
	24: "secp384r1",
	25: "secp521r1",
	26: "brainpoolP256r1",
	27: "brainpoolP384r1",
	28: "brainpoolP512r1",
	29: "x25519",
	30: "x448",
	31: "brainpoolP256r1tls13",
	32: "brainpoolP384r1tls13",
	33: "brainpoolP512r1tls13",
	41: "curveSM2",
	256: "ffdhe2048",
	257: "ffdhe3072",
	258: "ffdhe4096",
	259: "ffdhe6144",
	260: "ffdhe8192",
	512: "MLKEM512",
	513: "MLKEM768",
	514: "MLKEM1024",
	4587: "SecP256r1MLKEM768",
	4588: "X25519MLKEM768",
	4589: "SecP384r1MLKEM1024",
	4590: "curveSM2MLKEM768"
};
/** The registered name of a group, such as `x25519`, or `group_` and its number. */
function groupName(group) {
	return GROUP_NAMES[group] ?? `group_${group}`;
}
// src/endpoints/tls/describe-flight.ts
/** What a handshake shows as far as the server's first flight tells. */
function describeFlight({ flight, receivedChain }) {
	const { hello, group, alpn, ocspStaple, sctList, clientCertificateRequested } = flight;
	return {
		kind: "handshake",
		receivedChain,
		protocol: versionName(hello.version),
		cipher: cipherSuiteName(hello.cipherSuite),
		group: group === void 0 ? void 0 : groupName(group),
		alpn,
		ocspStaple,
		sctList,
		clientCertificate: clientCertificateRequested ? "requested" : "none"
	};
}
// src/endpoints/tls/client-certificate.ts
/** The alert comes one round trip after the client's Finished, and most servers send a session ticket otherwise. */
const WAIT_MS = 1e3;
/**
* Whether a server of TLS 1.3 ends a connection, whose handshake is complete on this side, for want of a client
* certificate (RFC 8446 §4.4.2.4, §6.2). False as soon as it sends a session ticket or data, and when it has kept
* silent for a second or the signal aborts.
*/
function isRefusedWithoutCertificate(socket, signal) {
	return new Promise((resolve) => {
		const settle = (refused) => () => {
			clearTimeout(timer);
			socket.off("session", onWelcome).off("data", onWelcome);
			socket.off("error", onRefusal).off("end", onRefusal).off("close", onRefusal);
			signal.removeEventListener("abort", onWelcome);
			resolve(refused);
		};
		const onWelcome = settle(false);
		const onRefusal = settle(true);
		const timer = setTimeout(onWelcome, WAIT_MS);
		socket.once("session", onWelcome).once("data", onWelcome);
		socket.once("error", onRefusal).once("end", onRefusal).once("close", onRefusal);
		if (signal.aborted) onWelcome();
		else signal.addEventListener("abort", onWelcome);
	});
}
// src/endpoints/tls/observe-tls.ts
/**
* An observer that has OpenSSL do the handshake, TLS 1.2 or 1.3, in one TCP connection, and so gives a witness. SCTs
* of the TLS extension are not asked for. Reading the trust anchors costs tens of milliseconds, so make one for a
* whole run.
*/
function createTlsObserver(terms) {
	const observe = createPatientObserver(terms);
	return (target, signal) => observe(target, {
		timeoutMs: terms.timeoutMs,
		signal
	});
}
/** `createTlsObserver` with the time as an argument. */
function createPatientObserver({ trustAnchors, privateNetworks }) {
	let context;
	return ({ domain, address: { ip, port } }, patience) => withTimeLimit(patience, async (limit) => {
		context ??= createSecureContext({
			ca: [...trustAnchors],
			minVersion: "TLSv1.2"
		});
		const connection = await openTls({
			domain,
			ip,
			port,
			context,
			privateNetworks,
			protocols: OFFERED_PROTOCOLS
		}, limit);
		const durationMs = limit.elapsedMs();
		switch (connection.kind) {
			case "failure": return connection;
			case "refused": return {
				...describeFlight(connection),
				clientCertificate: "required",
				witness: { kind: "none" },
				durationMs
			};
			case "open": {
				const { socket } = connection;
				const seen = {
					...describeFlight(connection),
					cipher: socket.getCipher().standardName
				};
				const witness = readWitness(socket);
				const clientCertificate = await settleClientCertificate(seen, socket, limit);
				connection.close();
				return {
					...seen,
					clientCertificate,
					witness,
					durationMs
				};
			}
		}
	});
}
/** In TLS 1.2 whoever demands a certificate has ended the handshake by now; in TLS 1.3 it does so only afterwards. */
async function settleClientCertificate({ clientCertificate, protocol }, socket, limit) {
	if (clientCertificate === "none" || protocol !== "TLSv1.3") return clientCertificate;
	return await isRefusedWithoutCertificate(socket, limit.signal) ? "required" : "requested";
}
/** Node's types promise an Error; it gives the error's code, and null when there is none. */
function readWitness(socket) {
	if (socket.authorized) return { kind: "accepts" };
	const error = socket.authorizationError;
	if (error instanceof Error) return {
		kind: "refuses",
		code: "code" in error ? String(error.code) : error.message
	};
	return {
		kind: "refuses",
		code: String(error)
	};
}
// src/endpoints/network/request-http.ts
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
			privateNetworks,
			protocols: ["http/1.1"]
		}, limit);
		if (connection.kind === "failure") return connection;
		if (connection.kind === "refused") return failure(limit, {
			stage: "tls",
			reason: "tls-alert",
			detail: "a client certificate is required"
		});
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
* that succeeds, the HTTP request of `health`. `createObserver` makes the handshakes: OpenSSL's with its witness, or
* those of `createTlsProbe`, which are faster and see old protocols.
*/
function createEndpointObserver(terms, createObserver = createTlsObserver) {
	const observeTls = withCommonCipher(createObserver(terms), terms);
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
export { parseBundle as $, connectTcp as A, judgeUnresolved as B, readCookie as C, uint as D, OFFERED_SUITES as E, addressesServingOther as F, runRules as G, servedLeaves as H, addressesWithIncompleteChain as I, matchesDomain as J, judgeClient as K, isAsIntended as L, loadClientTrust as M, withTimeLimit as N, vector as O, addressesNotServing as P, wordsOf as Q, judgeBundle as R, createKeyShares as S, HANDSHAKE_TYPE as T, structureOf as U, serveTo as V, SERVED_RULES as W, judgeClients as X, presentedNames as Y, PROFILES as Z, drawNonce as _, createRecordDecryptor as a, parseCertificate as at, verifiesWithoutScheme as b, tls13Suite as c, endsFlight as d, toPem as et, readKeyShare as f, clientRandom as g, OFFERED_PROTOCOLS as h, describeFlight as i, publicKeyDigest as it, anchorsOfAny as j, createIssuerFetcher as k, trafficKey as l, CONTENT_TYPE as m, createPatientObserver as n, readMaterial as nt, sealFirstRecord as o, validityLimit as ot, createMessageReader as p, isSignedBy as q, createTlsObserver as r, keyMatches as rt, handshakeSecrets as s, pLimit as st, createEndpointObserver as t, describeHeld as tt, createFlightCollector as u, writeClientHello as v, createByteReader as w, VERSION as x, verifiesByScheme as y, judgeEndpoint as z };
