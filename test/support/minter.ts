import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Certificate } from '../../src/certificates/certificate.ts';
import { parseCertificate } from '../../src/certificates/parse-certificate.ts';
import {
  bitString,
  boolean,
  explicit,
  implicit,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  time,
  utf8String,
} from '../../src/emulator/der-writer.ts';

/** Makes certificates octet by octet: what the openssl command would not write, such as malformed ones. */

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  /** Signs with SHA-256 in a way of its own; the way of node:crypto by default. */
  readonly sign?: (data: Buffer) => Buffer;
}

export interface Minted {
  readonly certificate: Certificate;
  readonly keys: KeyPair;
  readonly subject: Buffer;
  /** Undefined for what signs itself. */
  readonly issuer: Minted | undefined;
}

/** What differs from a certificate that keeps every rule; each a whole DER element, `none` leaves it out. */
export interface Deviation {
  readonly kind?: 'ca' | 'leaf';
  readonly issuer?: Minted;
  readonly keys?: KeyPair;
  readonly subject?: Buffer;
  readonly issuerName?: Buffer;
  readonly version?: Buffer;
  readonly serial?: Buffer;
  readonly validity?: Buffer;
  readonly publicKey?: Buffer;
  readonly uniqueIds?: Buffer;
  /** AlgorithmIdentifier outside and, where it differs, inside of what is signed. */
  readonly algorithm?: Buffer;
  readonly tbsAlgorithm?: Buffer;
  /** By OID, over the usual ones. */
  readonly extensions?: Readonly<Record<string, Buffer | 'none'>>;
}

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

/** An element with any identifier octet. */
export function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  // As octetString has it, with another tag.
  return Buffer.concat([Buffer.of(tag), octetString(content).subarray(1)]);
}

export function newKeys(namedCurve = 'P-256'): KeyPair {
  return generateKeyPairSync('ec', { namedCurve });
}

export function name(commonName: string): Buffer {
  return sequence(setOf(sequence(objectIdentifier('2.5.4.3'), utf8String(commonName))));
}

export function extension(oid: string, value: Buffer, critical = false): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [boolean(true)] : []), octetString(value));
}

export function dnsName(text: string): Buffer {
  return implicit(2, Buffer.from(text, 'latin1'));
}

export function alternativeNames(...names: readonly Buffer[]): Buffer {
  return extension('2.5.29.17', sequence(...names));
}

/** nameConstraints, critical; each a GeneralName. */
export function nameConstraints(sides: {
  readonly permitted?: readonly Buffer[];
  readonly excluded?: readonly Buffer[];
}): Buffer {
  return extension(
    '2.5.29.30',
    sequence(...subtrees(0, sides.permitted), ...subtrees(1, sides.excluded)),
    true,
  );
}

function subtrees(side: number, bases: readonly Buffer[] | undefined): readonly Buffer[] {
  return bases ? [explicit(side, Buffer.concat(bases.map((base) => sequence(base))))] : [];
}

/** A signature with SHA-256. */
export function signWith(keys: KeyPair, data: Buffer): Buffer {
  return keys.sign?.(data) ?? sign('sha256', data, keys.privateKey);
}

export function keyId({ publicKey }: KeyPair): Buffer {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest()
    .subarray(0, 20);
}

/** A certificate that keeps every rule of the strict policy, but for what `deviation` says. */
export function mint(deviation: Deviation = {}): Minted {
  const {
    kind = 'leaf',
    issuer,
    keys = newKeys(),
    subject = name(kind === 'ca' ? 'CA' : 'rec.example.com'),
  } = deviation;
  const signer = issuer?.keys ?? keys;
  const { algorithm = ECDSA_WITH_SHA256, tbsAlgorithm = algorithm } = deviation;
  const extensions = { ...usualExtensions(kind, keys, signer), ...deviation.extensions };
  const written = Object.values(extensions).filter((value) => value !== 'none');
  const tbs = sequence(
    deviation.version ?? explicit(0, integer(Buffer.of(2))),
    deviation.serial ?? integer(Buffer.from('4d696e74', 'hex')),
    tbsAlgorithm,
    deviation.issuerName ?? issuer?.subject ?? subject,
    deviation.validity ?? validity('2026-01-01', '2027-01-01'),
    subject,
    deviation.publicKey ?? keys.publicKey.export({ type: 'spki', format: 'der' }),
    deviation.uniqueIds ?? Buffer.alloc(0),
    written.length > 0 ? explicit(3, sequence(...written)) : Buffer.alloc(0),
  );
  const der = sequence(tbs, algorithm, bitString(signWith(signer, tbs)));
  return { certificate: parseCertificate(der), keys, subject, issuer };
}

export function validity(from: string, to: string): Buffer {
  return sequence(time(new Date(from)), time(new Date(to)));
}

/** The certificates above `minted`, the root last. */
export function issuersOf(minted: Minted): readonly Minted[] {
  return minted.issuer ? [minted.issuer, ...issuersOf(minted.issuer)] : [];
}

function usualExtensions(kind: 'ca' | 'leaf', keys: KeyPair, signer: KeyPair): Record<string, Buffer> {
  const common = {
    '2.5.29.14': extension('2.5.29.14', octetString(keyId(keys))),
    '2.5.29.35': extension('2.5.29.35', sequence(implicit(0, keyId(signer)))),
  };
  if (kind === 'ca') {
    return {
      '2.5.29.19': extension('2.5.29.19', sequence(boolean(true)), true),
      '2.5.29.15': extension('2.5.29.15', namedBits(5, 6), true),
      ...common,
    };
  }
  return {
    '2.5.29.15': extension('2.5.29.15', namedBits(0), true),
    '2.5.29.37': extension('2.5.29.37', sequence(objectIdentifier(SERVER_AUTH))),
    '2.5.29.17': alternativeNames(dnsName('rec.example.com')),
    ...common,
  };
}
