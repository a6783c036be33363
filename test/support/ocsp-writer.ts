import { createHash } from 'node:crypto';
import {
  bitString,
  explicit,
  implicit,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
} from '../../src/emulator/der-writer.ts';
import { hashPublicKey } from '../../src/certificates/revocation/ocsp-cert-id.ts';
import { element, type Minted, signWith } from './minter.ts';

/** One answer of a response; what is left out is as in a good answer of 30 May to 3 June 2026. */
export interface AnswerDeviation {
  /** Whole CertStatus; see `GOOD`, `UNKNOWN` and `revoked`. */
  readonly status?: Buffer;
  readonly certId?: Buffer;
  readonly thisUpdate?: string;
  /** `none` leaves it out. */
  readonly nextUpdate?: string;
  /** DER of Extension each. */
  readonly extensions?: readonly Buffer[];
}

/** What differs from a response of the issuer with one answer, in which every field that may be left out is. */
export interface ResponseDeviation {
  readonly answers?: readonly AnswerDeviation[];
  /** Whose key signs, where it is not the issuer's; its certificate comes along. */
  readonly responder?: Minted;
  /** Whole ResponderID. */
  readonly responderId?: Buffer;
  readonly version?: Buffer;
  readonly extensions?: readonly Buffer[];
  readonly algorithm?: Buffer;
  /** DER of Certificate each. */
  readonly certificates?: readonly Buffer[];
  /** Of the OCSPResponse. */
  readonly responseStatus?: number;
  readonly responseType?: string;
}

export const GOOD = implicit(0, Buffer.alloc(0));
export const UNKNOWN = implicit(2, Buffer.alloc(0));
const ECDSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const SHA1 = sequence(objectIdentifier('1.3.14.3.2.26'), nullValue());

function generalizedTime(text: string): Buffer {
  return element(0x18, Buffer.from(`${new Date(text).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`));
}

/** CertStatus `revoked` since February 2026, for `reason` (CRLReason) if there is one. */
export function revoked(reason?: number): Buffer {
  const tail = reason === undefined ? [] : [explicit(0, element(0x0a, Buffer.of(reason)))];
  return element(0xa1, generalizedTime('2026-02-01'), ...tail);
}

/** The CertID of `leaf` with SHA-1. */
export function certId({ certificate }: Minted, issuer: Minted): Buffer {
  return sequence(
    SHA1,
    octetString(createHash('sha1').update(certificate.issuerDer).digest()),
    octetString(hashPublicKey('sha1', issuer.certificate)),
    integer(Buffer.from(certificate.serialNumber.padStart(40, '0'), 'hex')),
  );
}

/** DER of an OCSPResponse for `leaf`. */
export function writeOcsp(leaf: Minted, issuer: Minted, deviation: ResponseDeviation = {}): Buffer {
  const { responder = issuer, answers = [{}], extensions, algorithm = ECDSA_WITH_SHA256 } = deviation;
  const { responseStatus = 0, responseType = '1.3.6.1.5.5.7.48.1.1' } = deviation;
  const tbs = sequence(
    deviation.version ?? Buffer.alloc(0),
    deviation.responderId ?? explicit(1, responder.subject),
    generalizedTime('2026-05-30'),
    sequence(...answers.map((answer) => writeAnswer(answer, certId(leaf, issuer)))),
    wrapped(1, extensions),
  );
  const certificates =
    deviation.certificates ?? (responder === issuer ? undefined : [responder.certificate.der]);
  const basic = sequence(tbs, algorithm, bitString(signWith(responder.keys, tbs)), wrapped(0, certificates));
  const bytes = sequence(objectIdentifier(responseType), octetString(basic));
  return sequence(
    element(0x0a, Buffer.of(responseStatus)),
    responseStatus === 0 ? explicit(0, bytes) : Buffer.alloc(0),
  );
}

function writeAnswer(answer: AnswerDeviation, ownCertId: Buffer): Buffer {
  const { thisUpdate = '2026-05-30', nextUpdate = '2026-06-03', status = GOOD } = answer;
  return sequence(
    answer.certId ?? ownCertId,
    status,
    generalizedTime(thisUpdate),
    nextUpdate === 'none' ? Buffer.alloc(0) : explicit(0, generalizedTime(nextUpdate)),
    wrapped(1, answer.extensions),
  );
}

/** `[number] EXPLICIT SEQUENCE OF`, or nothing at all. */
function wrapped(number: number, elements: readonly Buffer[] | undefined): Buffer {
  return elements ? explicit(number, sequence(...elements)) : Buffer.alloc(0);
}
