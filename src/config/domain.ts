import { isIP } from 'node:net';
import { domainToASCII, domainToUnicode } from 'node:url';
import { printable } from '../errors/printable.ts';

const MAX_NAME_LENGTH = 253; // RFC 1035 §2.3.4, without the root's dot
const MAX_LABEL_LENGTH = 63;
const LDH_LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** A domain, or why the text is none. `suggestion`: the right spelling, when the text means a domain. */
export type DomainResult =
  | { readonly ok: true; readonly domain: string }
  | { readonly ok: false; readonly problem: string; readonly help: string; readonly suggestion?: string };

/**
 * Reads the name of an endpoint exactly as clients put it into SNI and certificates carry it: a fully
 * qualified domain name of at least two LDH labels, lower-case, internationalised labels as A-labels
 * (RFC 5890 §2.3.2.1), at most 253 characters, without trailing dot, wildcard, scheme, port or path.
 * `problem` starts with the text in question.
 */
export function parseDomain(input: string): DomainResult {
  const fault = findFault(input);
  if (fault === undefined) return { ok: true, domain: input };
  const suggestion = canonicalDomain(input);
  const problem = `"${printable(input)}" ${fault.problem}`;
  if (suggestion === undefined || suggestion === input) return { ok: false, problem, help: fault.help };
  return { ok: false, problem, help: `${fault.help} Write ${suggestion}.`, suggestion };
}

/**
 * The one spelling of the domain that `input` means, whatever its case, white space, trailing dot, U-labels,
 * scheme, port or path; undefined when it means no single domain (a wildcard, an address, nonsense).
 */
export function canonicalDomain(input: string): string | undefined {
  const host = input
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/:\d*$/, '')
    .replace(/[.\u3002]$/u, '')
    .trim();
  if (/\s/.test(host) || host.includes('*')) return undefined;
  const ascii = domainToASCII(host);
  return findFault(ascii) === undefined ? ascii : undefined;
}

interface Fault {
  readonly problem: string;
  readonly help: string;
}

function findFault(text: string): Fault | undefined {
  return findForeignPart(text) ?? findMisspelling(text) ?? findLabelFault(text);
}

/** Things around or instead of a name. */
function findForeignPart(text: string): Fault | undefined {
  if (text.trim() === '') return { problem: 'is empty', help: 'Write a name such as rec.example.com.' };
  if (text.includes('://'))
    return { problem: 'is a URL, expected a domain', help: 'Leave out the scheme and the path.' };
  if (isIP(text.replaceAll(/[[\]]/g, '')) !== 0) {
    return {
      problem: 'is an IP address, expected a domain',
      help: 'Write the name that clients use; pin addresses under addresses.',
    };
  }
  if (/[/?#@]/.test(text)) {
    return {
      problem: 'holds more than a domain',
      help: 'Leave out the path and the user; health.path holds the path.',
    };
  }
  if (text.includes(':')) {
    return { problem: 'holds a port, expected a domain alone', help: 'Write the port under port.' };
  }
  if (text.includes('*')) {
    return {
      problem: 'is a wildcard, expected one fully qualified domain name',
      help: 'Write one endpoint for each name that clients use; the certificate may still be a wildcard.',
    };
  }
  return undefined;
}

/** Other spellings of a name that clients do not use. */
function findMisspelling(text: string): Fault | undefined {
  if (/\s/.test(text)) return { problem: 'holds white space', help: 'Remove the white space.' };
  if (/[\u0080-\uFFFF]/.test(text)) {
    return {
      problem: 'is not in the ASCII form that TLS uses',
      help: 'Write internationalised labels as A-labels (punycode).',
    };
  }
  if (text.endsWith('.')) {
    return { problem: 'ends in a dot', help: 'Leave out the trailing dot: SNI and certificates carry none.' };
  }
  if (/[A-Z]/.test(text)) return { problem: 'holds upper-case letters', help: 'Use lower case.' };
  return undefined;
}

function findLabelFault(text: string): Fault | undefined {
  if (text.length > MAX_NAME_LENGTH) {
    return {
      problem: `has ${String(text.length)} characters, at most ${String(MAX_NAME_LENGTH)} are allowed`,
      help: 'Use a shorter name.',
    };
  }
  const labels = text.split('.');
  for (const label of labels) {
    const problem = describeLabelFault(label);
    if (problem !== undefined) return { problem, help: 'Correct the name, such as rec.example.com.' };
  }
  if (labels.length === 1) {
    return { problem: 'is a single label', help: 'Write the fully qualified name, such as rec.example.com.' };
  }
  if (/^\d+$/.test(labels.at(-1) ?? '')) {
    return {
      problem: 'ends in a number, as only addresses do',
      help: 'Write a name such as rec.example.com.',
    };
  }
  return undefined;
}

function describeLabelFault(label: string): string | undefined {
  if (label === '') return 'holds an empty label (two dots in a row, or one at the start)';
  if (label.length > MAX_LABEL_LENGTH) {
    return `has a label of ${String(label.length)} characters, at most ${String(MAX_LABEL_LENGTH)} are allowed`;
  }
  if (label.includes('_')) return 'holds an underscore, which host names cannot (RFC 1123 §2.1)';
  if (!LDH_LABEL.test(label)) {
    return `has the label "${printable(label)}"; labels are letters, digits and inner hyphens`;
  }
  if (label.startsWith('xn--') && !isALabel(label)) return `has the invalid A-label "${label}"`;
  return undefined;
}

/** Whether it decodes and comes back the same. Node 24 answers an invalid one with itself, Node 20 with nothing. */
function isALabel(label: string): boolean {
  const decoded = domainToUnicode(label);
  return decoded !== label && domainToASCII(decoded) === label;
}
