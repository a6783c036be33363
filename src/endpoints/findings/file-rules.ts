import { encryptedKey } from './encrypted-key.ts';
import type { FileEvidence } from './file-evidence.ts';
import type { FindingRule } from './finding-rule.ts';
import { keyMismatch } from './key-mismatch.ts';
import { leafNotFirst } from './leaf-not-first.ts';
import { malformedPem } from './malformed-pem.ts';
import { noCertificate } from './no-certificate.ts';
import { unreadableFileCertificate } from './unreadable-file-certificate.ts';
import { wrongFormat } from './wrong-format.ts';

/** The rules about files as such, in the order in which they are reported; those about their chain are SERVED_RULES. */
export const FILE_RULES: readonly FindingRule<FileEvidence>[] = [
  noCertificate,
  wrongFormat,
  malformedPem,
  unreadableFileCertificate,
  encryptedKey,
  keyMismatch,
  leafNotFirst,
];
