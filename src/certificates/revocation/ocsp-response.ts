import type { AlgorithmIdentifier, Extensions, SignedObject } from '../certificate.ts';
import type { RevokedEntry } from './crl.ts';
import {
  contextTag,
  DerError,
  DerFields,
  expectTag,
  readChildren,
  readDer,
  TAG,
  type DerElement,
} from '../der/der.ts';
import { readEnumerated, readInteger, readOid, readTime } from '../der/der-values.ts';
import { type DistinguishedName, readName } from '../names/distinguished-name.ts';
import { readExtensions } from '../extensions.ts';
import { OID } from '../der/oids.ts';
import { readAlgorithm, readSignedFields } from '../der/signed-object.ts';

/** One answer with a responder's certificate has 0.5 to 3 KiB. */
const MAX_RESPONSE_BYTES = 64 * 1024;

/** How a response names the certificate it speaks of (RFC 6960 §4.1.1). */
export interface CertId {
  readonly hashAlgorithm: AlgorithmIdentifier;
  readonly issuerNameHash: Buffer;
  readonly issuerKeyHash: Buffer;
  /** Upper-case hexadecimal, as in `Certificate`. */
  readonly serialNumber: string;
}

/** CertStatus (RFC 6960 §4.2.1). */
export type OcspStatus =
  | { readonly kind: 'good' | 'unknown' }
  | ({ readonly kind: 'revoked' } & RevokedEntry);

/** SingleResponse: what is said of one certificate (RFC 6960 §4.2.1). */
export interface SingleResponse {
  readonly certId: CertId;
  readonly status: OcspStatus;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  readonly extensions: Extensions;
}

/** How a response names who signed it. `keyHash`: SHA-1 of the octets of the public key. */
export type ResponderId =
  | { readonly kind: 'name'; readonly name: DistinguishedName }
  | { readonly kind: 'key'; readonly keyHash: Buffer };

/** A BasicOCSPResponse (RFC 6960 §4.2.1). All derived from its DER; immutable. */
export interface BasicOcspResponse extends SignedObject {
  readonly responderId: ResponderId;
  readonly producedAt: Date;
  readonly responses: readonly SingleResponse[];
  readonly extensions: Extensions;
  /** DER of what came along to verify the signature, in order; not looked at. */
  readonly certificates: readonly Buffer[];
}

/** An OCSPResponse (RFC 6960 §4.2.1). `status` of an error is its name, `type` a response's OID. */
export type OcspResponse =
  | { readonly kind: 'basic'; readonly response: BasicOcspResponse }
  | { readonly kind: 'error'; readonly status: string }
  | { readonly kind: 'unknown-type'; readonly type: string };

/** OCSPResponseStatus but for `successful`; 4 is not used. */
const ERRORS: Readonly<Record<number, string>> = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
};

/** CRLReason (RFC 5280 §5.3.1); 7 is not used. */
const REASONS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 8, 9, 10]);

/** @throws DerError for anything that is no OCSPResponse in DER, or larger than 64 KiB */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  if (der.length > MAX_RESPONSE_BYTES) throw new DerError(`an OCSP response of ${der.length} bytes`);
  // A copy: the bytes may belong to a socket's buffer.
  const fields = new DerFields(expectTag(readDer(Buffer.from(der)), TAG.sequence));
  const status = readEnumerated(fields.required(TAG.enumerated));
  const wrapped = fields.optional(contextTag(0, 'constructed'));
  fields.end();
  if (status !== 0) {
    const error = ERRORS[status];
    if (error === undefined) throw new DerError(`response status ${status}`);
    return { kind: 'error', status: error };
  }
  if (!wrapped) throw new DerError('a successful response without an answer');
  const bytes = new DerFields(expectTag(readDer(wrapped.content), TAG.sequence));
  const type = readOid(bytes.required(TAG.oid));
  const { content } = bytes.required(TAG.octetString);
  bytes.end();
  if (type !== OID.basicOcspResponse) return { kind: 'unknown-type', type };
  return { kind: 'basic', response: readBasicResponse(content) };
}

function readBasicResponse(der: Buffer): BasicOcspResponse {
  const fields = new DerFields(expectTag(readDer(der), TAG.sequence));
  const { tbs, ...signed } = readSignedFields(fields);
  const wrapped = fields.optional(contextTag(0, 'constructed'));
  fields.end();
  const certificates = wrapped ? readChildren(expectTag(readDer(wrapped.content), TAG.sequence)) : [];
  return { ...signed, ...readResponseData(tbs), certificates: certificates.map((element) => element.der) };
}

function readResponseData(
  sequence: DerElement,
): Pick<BasicOcspResponse, 'responderId' | 'producedAt' | 'responses' | 'extensions'> {
  const fields = new DerFields(sequence);
  // Version 1 is the default, which DER leaves out; clients let it be written.
  const version = fields.optional(contextTag(0, 'constructed'));
  if (version && readInteger(expectTag(readDer(version.content), TAG.integer)) !== 0n) {
    throw new DerError('an OCSP response of an unknown version');
  }
  const responderId = readResponderId(fields.any());
  const producedAt = readTime(fields.required(TAG.generalizedTime));
  const responses = readChildren(fields.required(TAG.sequence)).map(readSingleResponse);
  const extensions = readWrappedExtensions(fields);
  return { responderId, producedAt, responses, extensions };
}

function readResponderId({ tag, content }: DerElement): ResponderId {
  if (tag === contextTag(1, 'constructed')) return { kind: 'name', name: readName(readDer(content)) };
  if (tag !== contextTag(2, 'constructed')) throw new DerError('a ResponderID of an unknown kind');
  return { kind: 'key', keyHash: expectTag(readDer(content), TAG.octetString).content };
}

function readSingleResponse(element: DerElement): SingleResponse {
  const fields = new DerFields(expectTag(element, TAG.sequence));
  const certId = readCertId(fields.required(TAG.sequence));
  const status = readStatus(fields.any());
  const thisUpdate = readTime(fields.required(TAG.generalizedTime));
  const next = fields.optional(contextTag(0, 'constructed'));
  const nextUpdate = next && readTime(expectTag(readDer(next.content), TAG.generalizedTime));
  const extensions = readWrappedExtensions(fields);
  return { certId, status, thisUpdate, nextUpdate, extensions };
}

function readCertId(sequence: DerElement): CertId {
  const fields = new DerFields(sequence);
  const hashAlgorithm = readAlgorithm(fields.required(TAG.sequence));
  const issuerNameHash = fields.required(TAG.octetString).content;
  const issuerKeyHash = fields.required(TAG.octetString).content;
  const serialNumber = readInteger(fields.required(TAG.integer)).toString(16).toUpperCase();
  fields.end();
  return { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber };
}

function readStatus(element: DerElement): OcspStatus {
  if (element.tag === contextTag(1, 'constructed')) return { kind: 'revoked', ...readRevokedInfo(element) };
  const kind =
    element.tag === contextTag(0, 'primitive')
      ? 'good'
      : element.tag === contextTag(2, 'primitive')
        ? 'unknown'
        : undefined;
  if (kind === undefined || element.content.length > 0) throw new DerError('a bad CertStatus');
  return { kind };
}

function readRevokedInfo(element: DerElement): RevokedEntry {
  const fields = new DerFields(element);
  const revokedAt = readTime(fields.required(TAG.generalizedTime));
  const wrapped = fields.optional(contextTag(0, 'constructed'));
  fields.end();
  const reason = wrapped && readEnumerated(readDer(wrapped.content));
  if (reason !== undefined && !REASONS.has(reason)) throw new DerError(`revocation reason ${reason}`);
  return { revokedAt, reason };
}

/** The last field, `[1] EXPLICIT Extensions OPTIONAL`. */
function readWrappedExtensions(fields: DerFields): Extensions {
  const wrapped = fields.optional(contextTag(1, 'constructed'));
  fields.end();
  return wrapped ? readExtensions(readDer(wrapped.content)) : new Map();
}
