import type { Certificate } from './certificate.ts';
import type { DistinguishedName } from './names/distinguished-name.ts';
import { parseCertificate } from './parse-certificate.ts';
import { parseBundle } from './pem.ts';

/** Whom we trust: names with their keys (RFC 5280 §6.1.1 d). */
export interface TrustStore {
  /** All of them, each once. */
  readonly anchors: readonly Certificate[];
  /** Anchors whose subject is this name, in the order in which they were given. */
  findBySubject(name: DistinguishedName): readonly Certificate[];
  /** Whether `certificate` has the name and the key of an anchor; another certificate for both counts too. */
  has(certificate: Certificate): boolean;
}

/** PEM text and what errors call it, such as its path. */
export interface PemText {
  readonly text: string;
  readonly source: string;
}

export function createTrustStore(anchors: readonly Certificate[]): TrustStore {
  const bySubject = new Map<string, Certificate[]>();
  for (const anchor of anchors) {
    const { key } = anchor.subjectName;
    const sameName = bySubject.get(key) ?? [];
    // A renewed root stays beside the old one: who looks at an anchor's own dates must be able to choose.
    if (sameName.some(({ fingerprint }) => fingerprint === anchor.fingerprint)) continue;
    bySubject.set(key, [...sameName, anchor]);
  }
  const findBySubject = ({ key }: DistinguishedName) => bySubject.get(key) ?? [];
  return {
    anchors: [...bySubject.values()].flat(),
    findBySubject,
    has: ({ subjectName, publicKeyDer }) =>
      findBySubject(subjectName).some((anchor) => anchor.publicKeyDer.equals(publicKeyDer)),
  };
}

/**
 * The trust store of all certificates in `pems`, of which each must hold at least one, and of `bundled`: PEM
 * certificates that came with the runtime. One of those that cannot be read is left out, for nobody here can mend
 * it, and every other chain is judged as well without it.
 *
 * @throws what `parseBundle` throws, for `pems`
 */
export function loadTrustStore(pems: readonly PemText[], bundled: readonly string[] = []): TrustStore {
  return createTrustStore([...bundled.flatMap(parseBundled), ...parseOwn(pems)]);
}

/**
 * A store that trusts whom `base` trusts, and the certificates in `pems`.
 *
 * @throws what `parseBundle` throws
 */
export function extendTrustStore(base: TrustStore, pems: readonly PemText[]): TrustStore {
  return createTrustStore([...base.anchors, ...parseOwn(pems)]);
}

function parseOwn(pems: readonly PemText[]): readonly Certificate[] {
  return pems.flatMap(({ text, source }) => parseBundle(text, source));
}

/** One certificate in the form that the runtime gives: reading it as anybody's file takes twice the time. */
function parseBundled(pem: string): readonly Certificate[] {
  const base64 = pem.replaceAll(/^-----.*-----$/gm, '');
  try {
    return [parseCertificate(Buffer.from(base64, 'base64'))];
  } catch {
    return [];
  }
}
