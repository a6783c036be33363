import { type Crl, readCrl } from '../../src/certificates/revocation/crl.ts';
import {
  bitString,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  sequence,
  time,
} from '../../src/emulator/der-writer.ts';
import { extension, keyId, type Minted, signWith } from './minter.ts';

/** What differs from a complete CRL of 2026 that revokes nothing. */
export interface CrlDeviation {
  /** Serial numbers, each with DER of Extension for its entry. */
  readonly revoked?: readonly { readonly serial: Buffer; readonly extensions?: readonly Buffer[] }[];
  readonly thisUpdate?: string;
  /** `none` leaves it out. */
  readonly nextUpdate?: string;
  readonly version?: Buffer;
  readonly tbsAlgorithm?: Buffer;
  /** By OID, over crlNumber and authorityKeyIdentifier. */
  readonly extensions?: Readonly<Record<string, Buffer | 'none'>>;
  /** Whose key signs, where it is not the issuer's. */
  readonly signer?: Minted;
}

const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));

/** DER of a CRL of `issuer`. */
export function writeCrl(issuer: Minted, deviation: CrlDeviation = {}): Buffer {
  const { thisUpdate = '2026-01-01', nextUpdate = '2027-01-01', revoked = [], signer = issuer } = deviation;
  const entries = revoked.map(({ serial, extensions = [] }) => {
    const tail = extensions.length > 0 ? [sequence(...extensions)] : [];
    return sequence(integer(serial), time(new Date('2026-02-01')), ...tail);
  });
  const usual: Record<string, Buffer> = {
    '2.5.29.35': extension('2.5.29.35', sequence(implicit(0, keyId(issuer.keys)))),
    '2.5.29.20': extension('2.5.29.20', integer(Buffer.of(1))),
  };
  const extensions = Object.values({ ...usual, ...deviation.extensions }).filter((value) => value !== 'none');
  const tbs = sequence(
    deviation.version ?? integer(Buffer.of(1)),
    deviation.tbsAlgorithm ?? ECDSA_WITH_SHA256,
    issuer.subject,
    time(new Date(thisUpdate)),
    ...(nextUpdate === 'none' ? [] : [time(new Date(nextUpdate))]),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    ...(extensions.length > 0 ? [explicit(0, sequence(...extensions))] : []),
  );
  return sequence(tbs, ECDSA_WITH_SHA256, bitString(signWith(signer.keys, tbs)));
}

export function makeCrl(issuer: Minted, deviation: CrlDeviation = {}): Crl {
  return readCrl(writeCrl(issuer, deviation));
}
