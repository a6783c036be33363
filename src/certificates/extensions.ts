import type { AuthorityKeyIdentifier, Extension, Extensions, NameConstraints } from './certificate.ts';
import {
  contextTag,
  DerError,
  DerFields,
  expectTag,
  readChildren,
  readDer,
  TAG,
  type DerElement,
} from './der/der.ts';
import { readBoolean, readInteger, readNamedBits, readOid } from './der/der-values.ts';
import {
  type GeneralName,
  isAddress,
  readGeneralName,
  readGeneralNames,
  showGeneralName,
} from './names/general-name.ts';
import { readNameConstraints } from './names/name-constraints.ts';
import { OID } from './der/oids.ts';

/** Reads Extensions (RFC 5280 §4.1.2.9), of which none may occur twice (§4.2). @throws DerError */
export function readExtensions(sequence: DerElement): Extensions {
  const extensions = new Map<string, Extension>();
  const elements = readChildren(expectTag(sequence, TAG.sequence));
  if (elements.length === 0) throw new DerError('Extensions without an extension');
  for (const element of elements) {
    const fields = new DerFields(expectTag(element, TAG.sequence));
    const oid = readOid(fields.required(TAG.oid));
    const flag = fields.optional(TAG.boolean);
    const { content: value } = fields.required(TAG.octetString);
    fields.end();
    if (extensions.has(oid)) throw new DerError(`extension ${oid} occurs twice`);
    const critical = flag !== undefined && readBoolean(flag);
    extensions.set(oid, { critical, defaultWritten: flag !== undefined && !critical, value });
  }
  return extensions;
}

/** RFC 5280 §4.2.1.9. @throws DerError */
export function readBasicConstraints(extensions: Extensions): {
  isCa: boolean;
  pathLength: number | undefined;
  defaultCaWritten: boolean;
} {
  const value = extensionValue(extensions, OID.basicConstraints);
  if (!value) return { isCa: false, pathLength: undefined, defaultCaWritten: false };
  const fields = new DerFields(expectTag(value, TAG.sequence));
  const ca = fields.optional(TAG.boolean);
  const length = fields.optional(TAG.integer);
  fields.end();
  const pathLength = length && readInteger(length);
  if (pathLength !== undefined && pathLength < 0n) throw new DerError('a negative pathLenConstraint');
  const isCa = ca !== undefined && readBoolean(ca);
  return {
    isCa,
    pathLength: pathLength === undefined ? undefined : Number(pathLength),
    defaultCaWritten: ca !== undefined && !isCa,
  };
}

/** RFC 5280 §4.2.1.3. @throws DerError */
export function readKeyUsage(extensions: Extensions): {
  keyUsage: readonly number[] | undefined;
  keyUsageMinimal: boolean;
} {
  const value = extensionValue(extensions, OID.keyUsage);
  if (!value) return { keyUsage: undefined, keyUsageMinimal: true };
  const { bits, minimal } = readNamedBits(expectTag(value, TAG.bitString));
  return { keyUsage: bits, keyUsageMinimal: minimal };
}

/** RFC 5280 §4.2.1.12. @throws DerError */
export function readExtendedKeyUsage(extensions: Extensions): readonly string[] | undefined {
  const value = extensionValue(extensions, OID.extendedKeyUsage);
  return value && readChildren(expectTag(value, TAG.sequence)).map((oid) => readOid(expectTag(oid, TAG.oid)));
}

/** RFC 5280 §4.2.1.10. @throws DerError */
export function readConstraints(extensions: Extensions): NameConstraints | undefined {
  const value = extensionValue(extensions, OID.nameConstraints);
  return value && readNameConstraints(value);
}

/** RFC 5280 §4.2.1.2. @throws DerError */
export function readSubjectKeyId(extensions: Extensions): string | undefined {
  const value = extensionValue(extensions, OID.subjectKeyIdentifier);
  return value && expectTag(value, TAG.octetString).content.toString('hex');
}

/** RFC 5280 §4.2.1.1. @throws DerError */
export function readAuthorityKeyIdentifier(extensions: Extensions): AuthorityKeyIdentifier | undefined {
  const value = extensionValue(extensions, OID.authorityKeyIdentifier);
  if (!value) return undefined;
  const fields = new DerFields(expectTag(value, TAG.sequence));
  const keyId = fields.optional(contextTag(0, 'primitive'));
  const issuer = fields.optional(contextTag(1, 'constructed'));
  const serialNumber = fields.optional(contextTag(2, 'primitive'));
  fields.end();
  return {
    keyId: keyId?.content.toString('hex'),
    hasIssuer: issuer !== undefined,
    hasSerialNumber: serialNumber !== undefined,
  };
}

/** RFC 5280 §4.2.1.6. @throws DerError also for an iPAddress that is none */
export function readSubjectAltName(extensions: Extensions): {
  alternativeNames: readonly GeneralName[] | undefined;
  dnsNames: readonly string[];
  ipAddresses: readonly string[];
} {
  const value = extensionValue(extensions, OID.subjectAltName);
  if (!value) return { alternativeNames: undefined, dnsNames: [], ipAddresses: [] };
  const names = readGeneralNames(expectTag(value, TAG.sequence));
  if (names.some((name) => name.kind === 'ip' && !isAddress(name.octets))) {
    throw new DerError('an iPAddress of a wrong length');
  }
  const textsOf = (kind: 'dns' | 'ip') => names.filter((name) => name.kind === kind).map(showGeneralName);
  return { alternativeNames: names, dnsNames: textsOf('dns'), ipAddresses: textsOf('ip') };
}

/** http and https URLs of caIssuers, in order, each as sent (RFC 5280 §4.2.2.1). @throws DerError */
export function readCaIssuersUrls(extensions: Extensions): readonly string[] {
  const value = extensionValue(extensions, OID.authorityInfoAccess);
  if (!value) return [];
  return readChildren(expectTag(value, TAG.sequence)).flatMap((element) => {
    const fields = new DerFields(expectTag(element, TAG.sequence));
    const method = readOid(fields.required(TAG.oid));
    const location = readGeneralName(fields.any());
    fields.end();
    if (method !== OID.caIssuers || location.kind !== 'uri') return [];
    return /^https?:\/\//i.test(location.text) && URL.canParse(location.text) ? [location.text] : [];
  });
}

/** The one element that is the value of extension `oid`; undefined without the extension. @throws DerError */
export function extensionValue(extensions: Extensions, oid: string): DerElement | undefined {
  const extension = extensions.get(oid);
  return extension && readDer(extension.value);
}
