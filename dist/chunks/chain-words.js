import { a as showSpan } from "./short-fingerprint.js";
// src/reports/chain-rows.ts
/**
* What is sent against what is needed. First what is needed from the leaf up, then the trust anchor, then what is sent
* besides, in its order. Where nobody knows what is needed: what is sent, and what it lacks. Empty without a chain.
*/
function chainRows(facts) {
	const { received, needed, anchor } = facts;
	if (received.length === 0) return [];
	if (needed === void 0) return [...distinct(received).map((each) => sentRow(each, facts)), ...lackingRows(facts)];
	const top = anchor ?? untrustedRoot(needed.at(-1), facts);
	const besides = distinct(received).filter((each) => !needed.includes(each) && each !== top);
	return [
		...needed.map((each, index) => neededRow(each, index, {
			...facts,
			needed
		})),
		...topRows({
			...facts,
			needed
		}),
		...besides.map((each) => besidesRow(each, facts))
	];
}
function distinct(certificates) {
	return [...new Set(certificates)];
}
function neededRow(certificate, index, facts) {
	const { needed } = facts;
	const row = {
		needed: index + 1,
		fingerprint: certificate,
		name: nameOf(certificate, facts)
	};
	const sent = placesOf(certificate, facts);
	const validity = describeValidity(certificate, facts);
	if (sent.length === 0) {
		const source = facts.sourceOf(certificate);
		const notes = [
			"missing",
			...source === void 0 ? [] : [source],
			validity.note
		];
		return {
			...row,
			sent,
			mark: "missing",
			notes
		};
	}
	const [first = 0, ...again] = sent;
	const problems = [
		...first < (index === 0 ? 0 : placesOf(needed[index - 1] ?? "", facts)[0] ?? 0) ? ["sent before what it certifies"] : [],
		...again.length > 0 ? ["sent more than once"] : [],
		...facts.problemsOf(certificate)
	];
	const mark = problems.length > 0 || !validity.isValid ? "wrong" : "used";
	return {
		...row,
		sent,
		mark,
		notes: [validity.note, ...problems]
	};
}
/** The trust anchor; or, without one, what stands in its place. */
function topRows(facts) {
	const { needed, anchor, certificates } = facts;
	if (anchor !== void 0) {
		if (needed.includes(anchor)) return [];
		const sent = placesOf(anchor, facts);
		const notes = ["trust anchor", sent.length > 0 ? "need not be sent" : "not sent"];
		return [{
			...seenAs("known", anchor, facts),
			sent,
			notes
		}];
	}
	const last = certificates.get(needed.at(-1) ?? "");
	if (last?.issuer === void 0) return lackingRows(facts);
	const root = untrustedRoot(needed.at(-1), facts);
	if (root !== void 0) {
		const notes = ["a root that clients do not trust"];
		return [{
			...seenAs("wrong", root, facts),
			notes
		}];
	}
	const isEnd = last.subject === last.issuer;
	return [lackingRow(isEnd ? "a root that clients trust" : last.issuer, isEnd ? "the chain leads to none" : "not sent, and not known to clients")];
}
function lackingRows({ lacking }) {
	return lacking.map((name) => lackingRow(name, "not sent, and not known to clients"));
}
function lackingRow(name, note) {
	return {
		mark: "missing",
		sent: [],
		needed: void 0,
		fingerprint: void 0,
		name,
		notes: [note]
	};
}
/** What is sent as the root above `below`: it has the name of its issuer, and signs itself by name. */
function untrustedRoot(below, { received, certificates }) {
	const issuer = certificates.get(below ?? "")?.issuer;
	return received.find((each) => {
		const root = certificates.get(each);
		return each !== below && root !== void 0 && root.subject === root.issuer && root.subject === issuer;
	});
}
/** One that is sent where nobody knows what is needed. */
function sentRow(certificate, facts) {
	const { isValid, note } = describeValidity(certificate, facts);
	const problems = facts.problemsOf(certificate);
	return {
		...seenAs(isValid && problems.length === 0 ? "used" : "wrong", certificate, facts),
		notes: [note, ...problems]
	};
}
function besidesRow(certificate, facts) {
	const { isValid, note } = describeValidity(certificate, facts);
	const row = seenAs("wrong", certificate, facts);
	const notes = [
		"not needed",
		...isValid ? [] : [note],
		...row.sent.length > 1 ? ["sent more than once"] : [],
		...facts.problemsOf(certificate)
	];
	return {
		...row,
		notes
	};
}
function seenAs(mark, certificate, facts) {
	return {
		mark,
		sent: placesOf(certificate, facts),
		needed: void 0,
		fingerprint: certificate,
		name: nameOf(certificate, facts)
	};
}
function placesOf(certificate, { received }) {
	return received.flatMap((each, index) => each === certificate ? [index + 1] : []);
}
function nameOf(certificate, { certificates }) {
	const known = certificates.get(certificate);
	return known ? known.subject || "(no name)" : "(a certificate beside the path)";
}
function describeValidity(certificate, { certificates, time }) {
	const validity = certificates.get(certificate);
	if (!validity || !time) return {
		isValid: true,
		note: ""
	};
	const { notBefore, notAfter } = validity;
	if (time < new Date(notBefore)) return {
		isValid: false,
		note: `not valid before ${day(notBefore)}`
	};
	const leftMs = new Date(notAfter).getTime() + 1e3 - time.getTime();
	if (leftMs <= 0) return {
		isValid: false,
		note: `expired ${day(notAfter)}`
	};
	return {
		isValid: true,
		note: `${showSpan(leftMs)} left`
	};
}
function day(date) {
	return date.slice(0, 10);
}
// src/reports/chain-words.ts
/** Findings that the picture of a chain shows by itself, where it is known what is needed. */
const SHOWN = /* @__PURE__ */ new Set([
	"missing-intermediate",
	"incomplete-chain",
	"wrong-intermediate",
	"wrong-order",
	"extra-certificate",
	"duplicate-certificate",
	"root-included",
	"untrusted-root",
	"expired-leaf",
	"expired-intermediate",
	"expired-cross-sign",
	"not-yet-valid",
	"not-yet-valid-intermediate"
]);
/** Ids of what is wrong with `certificate` and cannot be seen in the picture, each once. */
function problemIdsOf(certificate, findings) {
	const ids = findings.flatMap(({ id, severity, certificate: at }) => at === certificate && severity !== "info" && !SHOWN.has(id) ? [id] : []);
	return [...new Set(ids)];
}
/** Where a certificate was found that is needed and not sent: `in the bundle file`. */
function sourceWords({ kind, url }) {
	switch (kind) {
		case "served": return "sent by another address";
		case "disk": return "in the bundle file";
		case "other-endpoint": return "served by another endpoint";
		case "aia": return `from ${url ?? "its address"}`;
	}
}
export { sourceWords as n, chainRows as r, problemIdsOf as t };
