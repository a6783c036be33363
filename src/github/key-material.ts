import { readMaterial } from '../certificates/material/read-material.ts';
import { readZip, ZipFault } from '../airec/zip.ts';
import { appError } from '../errors/catalogue.ts';
import { redact } from '../errors/redaction.ts';

const ZIP_MAGIC = Buffer.from('504b0304', 'hex');
/** As much of a workbook as is ever written by us, and more. */
const ZIP_LIMITS = { entries: 1000, bytes: 64 * 1024 * 1024 };
/** Also as a mention: nothing that we write speaks of keys in these words. */
const KEY_BOUNDARY = /BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File-/;

/**
 * The last look at whatever leaves for GitHub: a private key in any form that is known (PEM, DER, PKCS#12, base64 of
 * one, a part of a workbook) or a registered secret, also in UTF-16. `where` names it in the error.
 *
 * @throws GITHUB_KEY_MATERIAL; a workbook that cannot be looked into counts as one
 */
export function refuseKeyMaterial(where: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  if (holdsSecret(bytes, where)) throw appError('GITHUB_KEY_MATERIAL', { where });
}

function holdsSecret(bytes: Buffer, where: string): boolean {
  if (bytes.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) return zipHoldsSecret(bytes, where);
  const texts = [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')];
  if (texts.some((text) => KEY_BOUNDARY.test(text) || redact(text) !== text)) return true;
  return readMaterial(bytes, where).contents.some(
    ({ kind }) => kind === 'private key' || kind === 'PKCS#12 file',
  );
}

function zipHoldsSecret(bytes: Buffer, where: string): boolean {
  try {
    return readZip(bytes, ZIP_LIMITS).some(({ data }) => holdsSecret(data, where));
  } catch (error) {
    if (error instanceof ZipFault) return true;
    throw error;
  }
}
