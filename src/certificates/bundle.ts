import { createHash } from 'node:crypto';
import type { Certificate } from './certificate.ts';

/** What CAS allows for the name of a certificate. */
const MAX_NAME_LENGTH = 64;
const PREFIX = 'airec-https_';

/** Leaf first, each signed by the next, without the root: what a server sends. */
export type Bundle = readonly [Certificate, ...Certificate[]];

/**
 * The name under which `bundle` is stored for `domain`: `airec-https_<domain>_<first 12 digits of the leaf's
 * SHA-256>_<4 digits over the whole chain>`, at most 64 characters. The same material has the same name, another
 * chain for the same leaf another one. `attempt`: the n-th name of it, where others have the earlier ones. A domain that is too long keeps its beginning and a digest of the whole.
 */
export function certificateName(domain: string, bundle: Bundle, attempt = 1): string {
  const suffix = `${chainSuffix(bundle)}${attempt === 1 ? '' : `-${attempt}`}`;
  return `${PREFIX}${shorten(domain.replaceAll('*', 'wildcard'), MAX_NAME_LENGTH - PREFIX.length - suffix.length)}${suffix}`;
}

/** The end of a name that tells leaf and chain: `_<fp12>_<chain4>`. */
export function chainSuffix(bundle: Bundle): string {
  const chain = createHash('sha256');
  for (const { der } of bundle) chain.update(der);
  return `_${bundle[0].fingerprint.slice(0, 12)}_${chain.digest('hex').slice(0, 4)}`;
}

/** Whether `name` was made by `certificateName`. */
export function isOwnName(name: string): boolean {
  return name.startsWith(PREFIX) && /_[0-9a-f]{12}_[0-9a-f]{4}(-\d)?$/.test(name);
}

function shorten(domain: string, maxLength: number): string {
  if (domain.length <= maxLength) return domain;
  const digest = createHash('sha256').update(domain).digest('hex').slice(0, 8);
  return `${domain.slice(0, maxLength - digest.length - 1)}-${digest}`;
}
