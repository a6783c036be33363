import { t as printable } from "./printable.js";
import { isIP } from "node:net";
import { domainToASCII, domainToUnicode } from "node:url";
// src/config/domain.ts
const MAX_NAME_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;
const LDH_LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
/**
* Reads the name of an endpoint exactly as clients put it into SNI and certificates carry it: a fully
* qualified domain name of at least two LDH labels, lower-case, internationalised labels as A-labels
* (RFC 5890 §2.3.2.1), at most 253 characters, without trailing dot, wildcard, scheme, port or path.
* `problem` starts with the text in question.
*/
function parseDomain(input) {
	const fault = findFault(input);
	if (fault === void 0) return {
		ok: true,
		domain: input
	};
	const suggestion = canonicalDomain(input);
	const problem = `"${printable(input)}" ${fault.problem}`;
	if (suggestion === void 0 || suggestion === input) return {
		ok: false,
		problem,
		help: fault.help
	};
	return {
		ok: false,
		problem,
		help: `${fault.help} Write ${suggestion}.`,
		suggestion
	};
}
/**
* The one spelling of the domain that `input` means, whatever its case, white space, trailing dot, U-labels,
* scheme, port or path; undefined when it means no single domain (a wildcard, an address, nonsense).
*/
function canonicalDomain(input) {
	const host = input.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/[/?#].*$/s, "").replace(/^.*@/s, "").replace(/:\d*$/, "").replace(/[.\u3002]$/u, "").trim();
	if (/\s/.test(host) || host.includes("*")) return void 0;
	const ascii = domainToASCII(host);
	return findFault(ascii) === void 0 ? ascii : void 0;
}
function findFault(text) {
	return findForeignPart(text) ?? findMisspelling(text) ?? findLabelFault(text);
}
/** Things around or instead of a name. */
function findForeignPart(text) {
	if (text.trim() === "") return {
		problem: "is empty",
		help: "Write a name such as rec.example.com."
	};
	if (text.includes("://")) return {
		problem: "is a URL, expected a domain",
		help: "Leave out the scheme and the path."
	};
	if (isIP(text.replaceAll(/[[\]]/g, "")) !== 0) return {
		problem: "is an IP address, expected a domain",
		help: "Write the name that clients use; pin addresses under addresses."
	};
	if (/[/?#@]/.test(text)) return {
		problem: "holds more than a domain",
		help: "Leave out the path and the user; health.path holds the path."
	};
	if (text.includes(":")) return {
		problem: "holds a port, expected a domain alone",
		help: "Write the port under port."
	};
	if (text.includes("*")) return {
		problem: "is a wildcard, expected one fully qualified domain name",
		help: "Write one endpoint for each name that clients use; the certificate may still be a wildcard."
	};
}
/** Other spellings of a name that clients do not use. */
function findMisspelling(text) {
	if (/\s/.test(text)) return {
		problem: "holds white space",
		help: "Remove the white space."
	};
	if (/[\u0080-\uFFFF]/.test(text)) return {
		problem: "is not in the ASCII form that TLS uses",
		help: "Write internationalised labels as A-labels (punycode)."
	};
	if (text.endsWith(".")) return {
		problem: "ends in a dot",
		help: "Leave out the trailing dot: SNI and certificates carry none."
	};
	if (/[A-Z]/.test(text)) return {
		problem: "holds upper-case letters",
		help: "Use lower case."
	};
}
function findLabelFault(text) {
	if (text.length > MAX_NAME_LENGTH) return {
		problem: `has ${String(text.length)} characters, at most ${String(MAX_NAME_LENGTH)} are allowed`,
		help: "Use a shorter name."
	};
	const labels = text.split(".");
	for (const label of labels) {
		const problem = describeLabelFault(label);
		if (problem !== void 0) return {
			problem,
			help: "Correct the name, such as rec.example.com."
		};
	}
	if (labels.length === 1) return {
		problem: "is a single label",
		help: "Write the fully qualified name, such as rec.example.com."
	};
	if (/^\d+$/.test(labels.at(-1) ?? "")) return {
		problem: "ends in a number, as only addresses do",
		help: "Write a name such as rec.example.com."
	};
}
function describeLabelFault(label) {
	if (label === "") return "holds an empty label (two dots in a row, or one at the start)";
	if (label.length > MAX_LABEL_LENGTH) return `has a label of ${String(label.length)} characters, at most ${String(MAX_LABEL_LENGTH)} are allowed`;
	if (label.includes("_")) return "holds an underscore, which host names cannot (RFC 1123 §2.1)";
	if (!LDH_LABEL.test(label)) return `has the label "${printable(label)}"; labels are letters, digits and inner hyphens`;
	if (label.startsWith("xn--") && !isALabel(label)) return `has the invalid A-label "${label}"`;
}
/** Whether it decodes and comes back the same. Node 24 answers an invalid one with itself, Node 20 with nothing. */
function isALabel(label) {
	const decoded = domainToUnicode(label);
	return decoded !== label && domainToASCII(decoded) === label;
}
export { parseDomain as n, canonicalDomain as t };
