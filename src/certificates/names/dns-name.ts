import { isPunycode } from './punycode.ts';

const MAX_NAME_LENGTH = 253;
/** Letters, digits and hyphens, no hyphen at either end (RFC 1034 §3.5, RFC 1123 §2.1). */
const LDH_LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;
/** The underscore occurs in practice, and every client takes it. */
const LENIENT_LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;

/** Whether `text` is a DNS name as clients take it: A-labels, no trailing dot. */
export function isDnsName(text: string): boolean {
  return text.length <= MAX_NAME_LENGTH && text.split('.').every((label) => LENIENT_LABEL.test(label));
}

/**
 * Whether `text` is a DNS name in the preferred syntax to the letter (RFC 5280 §4.2.1.6, RFC 1034 §3.5): no
 * underscore, A-labels that are some (RFC 5890 §2.3.2.1; BR §7.1.4.2.1 allows no other reserved labels), and no
 * IPv4 address, for a top-level domain is not numeric (RFC 1123 §2.1, RFC 3696 §2).
 */
export function isPreferredDnsName(text: string): boolean {
  if (text.length > MAX_NAME_LENGTH) return false;
  const labels = text.split('.');
  return labels.every(isPreferredLabel) && !/^\d+$/.test(labels.at(-1) ?? '');
}

/** `*.` before a name of at least two labels (RFC 9525 §6.3). */
export function isWildcardDnsName(text: string, isName: (rest: string) => boolean): boolean {
  if (!text.startsWith('*.')) return false;
  const rest = text.slice(2);
  return rest.includes('.') && isName(rest);
}

function isPreferredLabel(label: string): boolean {
  if (!LDH_LABEL.test(label)) return false;
  if (label.slice(2, 4) !== '--') return true;
  return label.slice(0, 2).toLowerCase() === 'xn' && isPunycode(label.slice(4));
}
