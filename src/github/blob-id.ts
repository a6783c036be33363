import { createHash } from 'node:crypto';

/** The object id Git gives a file with this content: SHA-1 of `blob`, its length in octets and the octets; lower-case hex. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
