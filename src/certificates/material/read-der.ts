import { appError } from '../../errors/catalogue.ts';
import type { ForeignFormat } from '../../errors/catalogue/certificate.ts';
import { TAG } from '../der/der.ts';
import { type DerKind, identifyDer } from './der-kind.ts';
import { type Finds, found, joinFinds, locationOf, lost, type Place, recovered } from './finds.ts';
import type { ContentKind, MaterialFormat } from './material.ts';
import { readCertificateValue, readCmsValue, readKeyValue, refuseEncryptedKey } from './read-values.ts';
import { splitDer } from './split-der.ts';

/** The whole Mozilla root store has 150 certificates. */
const MAX_VALUES = 1000;

export interface DerFinds extends Finds {
  readonly format: MaterialFormat;
}

/** What a file of the first value's kind is called, and in which errors. */
const FORMATS: Partial<Record<DerKind, readonly [MaterialFormat, ForeignFormat]>> = {
  'PKCS#7': ['pkcs7', 'PKCS#7 in DER'],
  'PKCS#12': ['pkcs12', 'PKCS#12'],
  'PKCS#8 key': ['der', 'a key in DER'],
  'PKCS#1 key': ['der', 'a key in DER'],
  'SEC1 key': ['der', 'a key in DER'],
};

const CONTENTS = {
  certificate: 'certificate',
  'certificate request': 'certificate request',
  CRL: 'CRL',
  'PKCS#7': 'PKCS#7 message',
  'PKCS#12': 'PKCS#12 file',
  'PKCS#8 key': 'private key',
  'PKCS#1 key': 'private key',
  'SEC1 key': 'private key',
  'encrypted key': 'private key',
  'public key': 'public key',
} as const satisfies Record<DerKind, ContentKind>;

/**
 * Everything in a file of DER or BER values, one after the other; undefined when it is no such file. What is not
 * recognised counts as a certificate if its length is written as a certificate's is, so that one cut short is called so.
 */
export function readDerFile(bytes: Buffer, source: string): DerFinds | undefined {
  // Text is told at once, without a try that fails.
  if (bytes[0] !== TAG.sequence) return undefined;
  const place = { source, line: undefined };
  const { values, rest } = splitValues(bytes);
  const kind = identifyDer(values[0]);
  if (kind === undefined && !hasLongLength(bytes)) return undefined;
  const finds = values.map((value) => readValue(value, place));
  const [format, foreign] = (kind && FORMATS[kind]) ?? ['der', 'DER'];
  const error = appError('PEM_WRONG_FORMAT', { source, format: foreign }, { location: locationOf(place) });
  const isRead = finds.some(({ certificates, keys }) => certificates.length + keys.length > 0);
  if (isRead) finds.push(found({ problems: [recovered('wrong-format', error)] }));
  else if (kind === 'PKCS#12') finds.push(found({ problems: [lost('wrong-format', error)] }));
  if (rest.length > 0) finds.push(found({ problems: [describeRest(rest, place)] }));
  return { format, ...joinFinds(finds) };
}

/** At most 1,000 values. */
function splitValues(bytes: Buffer): { values: readonly [Buffer, ...Buffer[]]; rest: Buffer } {
  const start = splitDer(bytes);
  // Of indefinite length: where it ends only reading it tells.
  if (!start) return { values: [bytes], rest: Buffer.alloc(0) };
  const values: [Buffer, ...Buffer[]] = [start.first];
  let { rest } = start;
  for (let split = splitDer(rest); split && values.length < MAX_VALUES; split = splitDer(rest)) {
    values.push(split.first);
    rest = split.rest;
  }
  return { values, rest: /^\s*$/.test(rest.toString('latin1')) ? Buffer.alloc(0) : rest };
}

/** A SEQUENCE of 128 octets or more, as every certificate is: no ASCII text begins like that. */
function hasLongLength([tag, length = 0]: Buffer): boolean {
  return tag === TAG.sequence && length > 0x80 && length <= 0x84;
}

function readValue(value: Buffer, place: Place): Finds {
  const kind = identifyDer(value) ?? 'certificate';
  const contents = [{ kind: CONTENTS[kind], line: place.line }];
  return { ...readKind(kind, value, place), contents };
}

function readKind(kind: DerKind, value: Buffer, place: Place): Finds {
  switch (kind) {
    case 'certificate':
      return readCertificateValue(value, place);
    case 'PKCS#7':
      return readCmsValue(value, place);
    case 'PKCS#8 key':
      return readKeyValue('PRIVATE KEY', value, place);
    case 'PKCS#1 key':
      return readKeyValue('RSA PRIVATE KEY', value, place);
    case 'SEC1 key':
      return readKeyValue('EC PRIVATE KEY', value, place);
    case 'encrypted key':
      return refuseEncryptedKey('PKCS#8 in DER', place);
    default:
      return found({});
  }
}

function describeRest(rest: Buffer, place: Place) {
  const reason = `${rest.length} bytes follow that are not read`;
  return recovered(
    'malformed-certificate',
    appError('CERTIFICATE_MALFORMED', { reason }, { location: locationOf(place) }),
  );
}
