import type { Material, PlacedCertificate } from '../../certificates/material/material.ts';
import type { PrivateKey } from '../../certificates/keys/private-key.ts';
import type { SourceLocation } from '../../errors/app-error.ts';

/** Everything a finding about files may be based on. */
export interface FileEvidence {
  /** The file with the certificates; it may hold the key as well. */
  readonly bundle: Material;
  /** Another file that should hold the key; undefined: there is none. */
  readonly keyFile: Material | undefined;
  /** What a server is to present, and its place among the bundle's certificates; undefined without any. */
  readonly leaf: (PlacedCertificate & { readonly position: number }) | undefined;
  /** Of both files. */
  readonly keys: readonly LocatedKey[];
}

export interface LocatedKey {
  readonly key: PrivateKey;
  readonly location: SourceLocation;
}

/** The files, once each: certificates and key may be in one that is named twice. */
export function filesOf({ bundle, keyFile }: Pick<FileEvidence, 'bundle' | 'keyFile'>): readonly Material[] {
  return keyFile && keyFile.source !== bundle.source ? [bundle, keyFile] : [bundle];
}

/** Where something stands in a file; `line` is undefined where there are no lines. */
export function locate(file: string, line: number | undefined): SourceLocation {
  return line === undefined ? { file } : { file, line };
}
