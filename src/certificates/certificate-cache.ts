import { hash } from 'node:crypto';
import type { SourceLocation } from '../errors/app-error.ts';
import type { Certificate } from './certificate.ts';
import { parseCertificate } from './parse-certificate.ts';

/** Reads certificates as `parseCertificate` does; the same octets may give the same object again. */
export interface CertificateCache {
  /** @throws CERTIFICATE_MALFORMED, and nothing else, for any input */
  parse(der: Uint8Array, location?: SourceLocation): Certificate;
}

/** Twice this many certificates, of a few KiB each, are kept at most. */
const GENERATION_SIZE = 128;

/**
 * Keeps what was read of late. What is asked for again within 128 new certificates stays, so intermediates outlast
 * the leaves of any number of endpoints, and with them the verdicts on their signatures (`isSignedBy`).
 */
export function createCertificateCache(): CertificateCache {
  let young = new Map<string, Certificate>();
  let old = new Map<string, Certificate>();
  return {
    parse(der, location) {
      const digest = hash('sha256', der);
      const recent = young.get(digest);
      if (recent) return recent;
      const certificate = old.get(digest) ?? parseCertificate(der, location);
      if (young.size >= GENERATION_SIZE) [old, young] = [young, new Map()];
      young.set(digest, certificate);
      return certificate;
    },
  };
}
