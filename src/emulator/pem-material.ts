import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { certificatePem } from './issue-certificate.ts';

const CERTIFICATE_BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of `pem` in its order; undefined when there is none or one cannot be read. */
export function readCertificates(pem: string): [X509Certificate, ...X509Certificate[]] | undefined {
  try {
    const [first, ...rest] = (pem.match(CERTIFICATE_BLOCK) ?? []).map((block) => new X509Certificate(block));
    return first && [first, ...rest];
  } catch {
    return undefined;
  }
}

/** PKCS#8, PKCS#1 or SEC1; undefined when it is encrypted or cannot be read. */
export function readPrivateKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

/** PEM of nothing but the first certificate. */
export function leafOnly(leaf: X509Certificate): string {
  return certificatePem(leaf.raw);
}

/** dNSName entries, in order; the common name when there are none; empty when that is missing too. */
export function hostNames(leaf: X509Certificate): readonly string[] {
  const dnsNames = [...(leaf.subjectAltName ?? '').matchAll(/(?:^|, )DNS:([^,"\s]+)/g)].map(
    ([, name]) => name ?? '',
  );
  if (dnsNames.length > 0) return dnsNames;
  const commonName = /^CN=(.+)$/m.exec(leaf.subject)?.[1];
  return commonName === undefined ? [] : [commonName];
}
