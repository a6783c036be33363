import ipaddr from 'ipaddr.js';
import type { NameConstraints } from './certificate.ts';
import {
  contextTag,
  DerError,
  DerFields,
  expectTag,
  readChildren,
  readDer,
  TAG,
  type DerElement,
} from './der.ts';
import { readBoolean, readInteger, readNamedBit, readOid } from './der-values.ts';
import { readNameConstraints } from './name-constraints.ts';

const OID = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
} as const;

/** Bit of keyUsage (RFC 5280 §4.2.1.3). */
const KEY_CERT_SIGN = 5;

/** Tags of the GeneralName choices that matter here (RFC 5280 §4.2.1.6). */
const DNS_NAME = contextTag(2, 'primitive');
const URI = contextTag(6, 'primitive');
const IP_ADDRESS = contextTag(7, 'primitive');

/** Extensions by OID. */
export type Extensions = ReadonlyMap<string, { readonly critical: boolean; readonly value: Buffer }>;

/** Reads Extensions (RFC 5280 §4.1.2.9), of which none may occur twice (§4.2). @throws DerError */
export function readExtensions(sequence: DerElement): Extensions {
  const extensions = new Map<string, { critical: boolean; value: Buffer }>();
  for (const element of readChildren(expectTag(sequence, TAG.sequence))) {
    const fields = new DerFields(expectTag(element, TAG.sequence));
    const oid = readOid(fields.required(TAG.oid));
    const critical = fields.optional(TAG.boolean);
    const value = fields.required(TAG.octetString).content;
    fields.end();
    if (extensions.has(oid)) throw new DerError(`extension ${oid} occurs twice`);
    extensions.set(oid, { critical: critical !== undefined && readBoolean(critical), value });
  }
  return extensions;
}

/** RFC 5280 §4.2.1.9. @throws DerError */
export function readBasicConstraints(extensions: Extensions): {
  isCa: boolean;
  pathLength: number | undefined;
} {
  const value = extensionValue(extensions, OID.basicConstraints);
  if (!value) return { isCa: false, pathLength: undefined };
  const fields = new DerFields(expectTag(value, TAG.sequence));
  const ca = fields.optional(TAG.boolean);
  const length = fields.optional(TAG.integer);
  fields.end();
  const pathLength = length && readInteger(length);
  if (pathLength !== undefined && pathLength < 0n) throw new DerError('a negative pathLenConstraint');
  return {
    isCa: ca !== undefined && readBoolean(ca),
    pathLength: pathLength === undefined ? undefined : Number(pathLength),
  };
}

/** Whether keyUsage allows signing certificates (RFC 5280 §4.2.1.3). @throws DerError */
export function readMaySignCertificates(extensions: Extensions): boolean {
  const value = extensionValue(extensions, OID.keyUsage);
  return !value || readNamedBit(expectTag(value, TAG.bitString), KEY_CERT_SIGN);
}

/** RFC 5280 §4.2.1.12. @throws DerError */
export function readExtendedKeyUsage(extensions: Extensions): readonly string[] | undefined {
  const value = extensionValue(extensions, OID.extendedKeyUsage);
  return value && readChildren(expectTag(value, TAG.sequence)).map((oid) => readOid(expectTag(oid, TAG.oid)));
}

/** RFC 5280 §4.2.1.10. @throws DerError */
export function readPermittedNames(extensions: Extensions): NameConstraints | undefined {
  const value = extensionValue(extensions, OID.nameConstraints);
  return value && readNameConstraints(value);
}

/** RFC 5280 §4.2.1.2. @throws DerError */
export function readSubjectKeyId(extensions: Extensions): string | undefined {
  const value = extensionValue(extensions, OID.subjectKeyIdentifier);
  return value && expectTag(value, TAG.octetString).content.toString('hex');
}

/** The keyIdentifier of RFC 5280 §4.2.1.1; the issuer and serial number beside it are not used. @throws DerError */
export function readAuthorityKeyId(extensions: Extensions): string | undefined {
  const value = extensionValue(extensions, OID.authorityKeyIdentifier);
  return (
    value &&
    new DerFields(expectTag(value, TAG.sequence))
      .optional(contextTag(0, 'primitive'))
      ?.content.toString('hex')
  );
}

/** dNSName and iPAddress entries (RFC 5280 §4.2.1.6); names of other kinds are skipped. @throws DerError */
export function readSubjectAltName(extensions: Extensions): { dnsNames: string[]; ipAddresses: string[] } {
  const value = extensionValue(extensions, OID.subjectAltName);
  const names = value ? readChildren(expectTag(value, TAG.sequence)) : [];
  const contents = (tag: number) => names.filter((name) => name.tag === tag).map((name) => name.content);
  return {
    dnsNames: contents(DNS_NAME).map((content) => content.toString('latin1')),
    ipAddresses: contents(IP_ADDRESS).map((content) => {
      if (content.length !== 4 && content.length !== 16) throw new DerError('an iPAddress of a wrong length');
      return ipaddr.fromByteArray([...content]).toString();
    }),
  };
}

/** http and https URLs of caIssuers, in order, each as sent (RFC 5280 §4.2.2.1). @throws DerError */
export function readCaIssuersUrls(extensions: Extensions): readonly string[] {
  const value = extensionValue(extensions, OID.authorityInfoAccess);
  if (!value) return [];
  return readChildren(expectTag(value, TAG.sequence)).flatMap((element) => {
    const fields = new DerFields(expectTag(element, TAG.sequence));
    const method = readOid(fields.required(TAG.oid));
    const location = fields.any();
    fields.end();
    if (method !== OID.caIssuers || location.tag !== URI) return [];
    const url = location.content.toString('latin1');
    return /^https?:\/\//i.test(url) && URL.canParse(url) ? [url] : [];
  });
}

function extensionValue(extensions: Extensions, oid: string): DerElement | undefined {
  const extension = extensions.get(oid);
  return extension && readDer(extension.value);
}
