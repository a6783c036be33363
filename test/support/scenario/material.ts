import { X509Certificate } from 'node:crypto';
import type { IssuedCertificate } from '../../../src/emulator/authority.ts';

/** Issued material as a scenario deploys it: in files and variables. */
export interface Supplied extends IssuedCertificate {
  /** Lower-case SHA-256 of the leaf. */
  readonly leaf: string;
  /** For `certificate` in the configuration. */
  readonly certificate: { readonly bundle: string; readonly key: object };
}

export interface SupplyOptions {
  /** Which PEM the bundle file holds; default: `bundlePem`. */
  readonly content?: 'leafPem' | 'bundlePem' | 'fullChainPem';
  /** Relative to the workspace. */
  readonly file?: string;
  /** Of the key; default: `REC_EXAMPLE_COM_KEY`. */
  readonly variable?: string;
  /** A file for the key instead of a variable, relative to the workspace. */
  readonly keyFile?: string;
}

/** Lower-case SHA-256 of the first certificate of `pem`. */
export function leafOf(pem: string): string {
  return new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
}
