import type { Extensions, SignedObject } from '../certificate.ts';
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
import { readBoolean, readEnumerated, readInteger, readTime } from '../der/der-values.ts';
import { type DistinguishedName, readName } from '../names/distinguished-name.ts';
import { extensionValue, readExtensions } from '../extensions.ts';
import { OID } from '../der/oids.ts';
import { readSignedObject } from '../der/signed-object.ts';

/** A CA with a million revocations fills some 40 MiB. */
const MAX_CRL_BYTES = 64 * 1024 * 1024;

export interface RevokedEntry {
  readonly revokedAt: Date;
  /** CRLReason (RFC 5280 §5.3.1); undefined: unspecified. */
  readonly reason: number | undefined;
}

export type CrlSubject = 'user certificates' | 'authority certificates' | 'attribute certificates';

/** The scope that issuingDistributionPoint gives a CRL (RFC 5280 §5.2.5). */
export interface CrlScope {
  /** DER of the DistributionPointName; undefined: none is named. */
  readonly distributionPoint: Buffer | undefined;
  /** Whom alone it speaks of. One at most is allowed; more than one leave nobody. */
  readonly only: readonly CrlSubject[];
  /** It lists revocations for some reasons and is silent about others. */
  readonly someReasons: boolean;
  /** It speaks for other authorities too. */
  readonly indirect: boolean;
}

/** A CRL (RFC 5280 §5.1). All derived from its DER; immutable. */
export interface Crl extends SignedObject {
  readonly issuerName: DistinguishedName;
  /** The algorithm inside what is signed equals the one outside (RFC 5280 §5.1.1.2). */
  readonly algorithmsAgree: boolean;
  readonly version: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  /** By serial number in upper-case hexadecimal, as in `Certificate`. */
  readonly revoked: ReadonlyMap<string, RevokedEntry>;
  /** OIDs of critical extensions of entries. */
  readonly criticalEntryExtensions: ReadonlySet<string>;
  readonly extensions: Extensions;
  readonly scope: CrlScope | undefined;
}

/** @throws DerError for anything that is no CRL, or larger than 64 MiB */
export function readCrl(der: Uint8Array): Crl {
  if (der.length > MAX_CRL_BYTES) throw new DerError(`a CRL of ${der.length} bytes`);
  const { tbs, ...signed } = readSignedObject(Buffer.from(der));
  const fields = new DerFields(tbs);
  const version = fields.optional(TAG.integer);
  const algorithm = fields.required(TAG.sequence);
  const issuerName = readName(fields.required(TAG.sequence));
  const thisUpdate = readTime(fields.any());
  const nextUpdate = fields.optional(TAG.utcTime) ?? fields.optional(TAG.generalizedTime);
  const entries = fields.optional(TAG.sequence);
  const wrapped = fields.optional(contextTag(0, 'constructed'));
  fields.end();
  const extensions: Extensions = wrapped ? readExtensions(readDer(wrapped.content)) : new Map();
  return {
    ...signed,
    issuerName,
    algorithmsAgree: algorithm.der.equals(signed.signatureAlgorithm.der),
    version: version ? Number(readInteger(version)) + 1 : 1,
    thisUpdate,
    nextUpdate: nextUpdate && readTime(nextUpdate),
    ...readEntries(entries),
    extensions,
    scope: readScope(extensions),
  };
}

function readEntries(list: DerElement | undefined): Pick<Crl, 'revoked' | 'criticalEntryExtensions'> {
  const revoked = new Map<string, RevokedEntry>();
  const criticalEntryExtensions = new Set<string>();
  for (const element of list ? readChildren(list) : []) {
    const fields = new DerFields(expectTag(element, TAG.sequence));
    const serialNumber = readInteger(fields.required(TAG.integer)).toString(16).toUpperCase();
    const revokedAt = readTime(fields.any());
    const wrapped = fields.optional(TAG.sequence);
    fields.end();
    const extensions: Extensions = wrapped ? readExtensions(wrapped) : new Map();
    for (const [oid, { critical }] of extensions) if (critical) criticalEntryExtensions.add(oid);
    const reason = extensionValue(extensions, OID.reasonCode);
    revoked.set(serialNumber, { revokedAt, reason: reason && readEnumerated(reason) });
  }
  return { revoked, criticalEntryExtensions };
}

function readScope(extensions: Extensions): CrlScope | undefined {
  const value = extensionValue(extensions, OID.issuingDistributionPoint);
  if (!value) return undefined;
  const fields = new DerFields(expectTag(value, TAG.sequence));
  const isNext = (number: number): boolean => {
    const field = fields.optional(contextTag(number, 'primitive'));
    return field !== undefined && readBoolean(field);
  };
  const distributionPoint = fields.optional(contextTag(0, 'constructed'))?.content;
  const [users, authorities] = [isNext(1), isNext(2)];
  const someReasons = fields.optional(contextTag(3, 'primitive')) !== undefined;
  const [indirect, attributes] = [isNext(4), isNext(5)];
  fields.end();
  const only: CrlSubject[] = [];
  if (users) only.push('user certificates');
  if (authorities) only.push('authority certificates');
  if (attributes) only.push('attribute certificates');
  return { distributionPoint, only, someReasons, indirect };
}
