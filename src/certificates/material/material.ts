import type { AppError } from '../../errors/app-error.ts';
import type { Certificate } from '../certificate.ts';
import type { PrivateKey } from '../keys/private-key.ts';

/** What is in a file, as far as bytes tell. */
export interface Material {
  /** What errors call it, such as its path. */
  readonly source: string;
  readonly format: MaterialFormat;
  /** In the order of the file, duplicates kept. */
  readonly certificates: readonly PlacedCertificate[];
  readonly keys: readonly PlacedKey[];
  /** Everything that says what it is, whether it could be read or not. */
  readonly contents: readonly Content[];
  /** In order; of more than 50, the worst 50. None for an absent certificate or key: only who asks knows what should be there. */
  readonly problems: readonly MaterialProblem[];
}

/** `text` is any without a block of PEM; `binary` is nothing that is known. */
export type MaterialFormat =
  | 'pem'
  | 'der'
  | 'pkcs7'
  | 'pkcs12'
  | 'java-key-store'
  | 'zip'
  | 'html'
  | 'text'
  | 'binary'
  | 'empty';

export interface PlacedCertificate {
  readonly certificate: Certificate;
  /** Of its BEGIN line, counting from 1; undefined where there are no lines. */
  readonly line: number | undefined;
}

export interface PlacedKey {
  readonly key: PrivateKey;
  readonly line: number | undefined;
}

export interface Content {
  readonly kind: ContentKind;
  readonly line: number | undefined;
}

export type ContentKind =
  | 'certificate'
  | 'private key'
  | 'certificate request'
  | 'public key'
  | 'CRL'
  | 'PKCS#7 message'
  | 'PKCS#12 file'
  | 'set of parameters'
  | 'block of another kind';

/** The finding to which a problem belongs. */
export type MaterialProblemId = 'malformed-pem' | 'malformed-certificate' | 'wrong-format' | 'encrypted-key';

export interface MaterialProblem {
  readonly id: MaterialProblemId;
  /** What is wrong, with actual and expected value, what to do, and where. Never holds anything of a key. */
  readonly error: AppError;
  /** What it is about was read all the same, which other programs would not do. */
  readonly isRecovered: boolean;
}
