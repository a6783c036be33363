import type { Certificate, Extensions } from '../certificate.ts';
import { DerError, expectTag, readChildren, TAG } from '../der/der.ts';
import { readInteger } from '../der/der-values.ts';
import { extensionValue } from '../extensions.ts';
import { isNamedBy } from './ocsp-cert-id.ts';
import { findResponder, type ResponderFault } from './ocsp-responder.ts';
import {
  type BasicOcspResponse,
  type OcspResponse,
  type OcspStatus,
  readOcspResponse,
  type SingleResponse,
} from './ocsp-response.ts';
import { OID } from '../der/oids.ts';
import { readScheme } from '../keys/signature.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * How long an answer without nextUpdate is believed. Newer information is then there all the time (RFC 6960 §2.4),
 * so a stored one is out of date at once and BR §4.9.10 has none of that kind; RFC 6960 §4.2.2.1 does not refuse it,
 * however, and private responders leave nextUpdate out. Firefox, which ends connections over it, grants a day.
 */
const MAX_AGE_WITHOUT_NEXT_UPDATE_MS = DAY_MS;
/** The longest an answer for a subscriber's certificate may hold (BR §4.9.10), whatever nextUpdate says. */
const MAX_AGE_MS = 10 * DAY_MS;

/** RFC 5280 §4.1.2.2 has serial numbers of at most 20 octets; a response may hold anything. */
const MAX_SERIAL_DIGITS = 40;

/** status_request as a number in Features (RFC 7633 §6; RFC 6066 §8). */
const STATUS_REQUEST = 5n;

export interface OcspQuery {
  /** An OCSPResponse, such as a server staples (RFC 6066 §8). Hostile. */
  readonly der: Uint8Array;
  readonly certificate: Certificate;
  /** The certificate whose key signed `certificate`. */
  readonly issuer: Certificate;
  readonly time: Date;
}

/** What a sound response says besides the status. */
export interface OcspAnswer {
  readonly producedAt: Date;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
  /** Who signed it: the issuer, or a certificate that it has authorised. */
  readonly responder: Certificate;
}

export interface OcspFault {
  /**
   * Why nothing that the response says may be believed: `other-certificate`: it has no answer for this one;
   * `times-contradict`: nextUpdate before thisUpdate; `not-yet-valid`: thisUpdate is to come.
   */
  readonly code:
    | 'malformed'
    | 'not-successful'
    | 'unknown-response-type'
    | 'other-certificate'
    | 'unknown-critical-extension'
    | 'weak-signature'
    | 'unsupported-signature'
    | ResponderFault['code']
    | 'times-contradict'
    | 'not-yet-valid';
  /** The two values that were compared, for people. Hostile text may be in both. */
  readonly actual: string;
  readonly required: string;
}

export type OcspVerdict =
  | (OcspAnswer & OcspStatus)
  /** It was believable until `validUntil`: nextUpdate, or sooner where that is missing or far away. */
  | (OcspAnswer & {
      readonly kind: 'stale';
      readonly status: OcspStatus;
      readonly validUntil: Date;
      readonly time: Date;
    })
  | ({ readonly kind: 'invalid' } & OcspFault);

/**
 * The status of `certificate` by an OCSP response (RFC 6960 §3.2). Of several answers for it, current ones go before stale
 * ones and then the worst counts: revoked, unknown, good. Never throws: bytes that are no response are a verdict.
 */
export function judgeOcsp(query: OcspQuery): OcspVerdict {
  try {
    return judgeResponse(readOcspResponse(query.der), query);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return invalid('malformed', error.message, 'an OCSPResponse in DER');
  }
}

/**
 * Whether `certificate` demands a stapled OCSP response (RFC 7633 §4.2.2, "must-staple"). False also when the extension
 * cannot be read: nothing can be demanded by what nobody understands.
 */
export function requiresStaple({ extensions }: Certificate): boolean {
  try {
    const value = extensionValue(extensions, OID.tlsFeature);
    const features = value ? readChildren(expectTag(value, TAG.sequence)) : [];
    return features.some((feature) => readInteger(expectTag(feature, TAG.integer)) === STATUS_REQUEST);
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

function judgeResponse(response: OcspResponse, query: OcspQuery): OcspVerdict {
  switch (response.kind) {
    case 'error':
      return invalid('not-successful', response.status, 'successful');
    case 'unknown-type':
      return invalid('unknown-response-type', response.type, OID.basicOcspResponse);
    case 'basic':
      return judgeBasicResponse(response.response, query);
  }
}

function judgeBasicResponse(response: BasicOcspResponse, query: OcspQuery): OcspVerdict {
  const { certificate, issuer } = query;
  const answers = response.responses.filter(({ certId }) => isNamedBy(certId, certificate, issuer));
  if (answers.length === 0) {
    const other = response.responses[0]?.certId.serialNumber.slice(0, MAX_SERIAL_DIGITS);
    const required = `serial number ${certificate.serialNumber} of ${issuer.subject}`;
    return invalid(
      'other-certificate',
      other === undefined ? 'no answer' : `serial number ${other}`,
      required,
    );
  }
  const fault = findAlgorithmFault(response) ?? findExtensionFault(response, answers);
  if (fault) return fault;
  const signer = findResponder(response, issuer, findSigningTime(answers, query));
  if ('fault' in signer) return { kind: 'invalid', ...signer.fault };
  const verdicts = answers.map((answer) => judgeAnswer(answer, { ...query, ...signer, response }));
  return verdicts.reduce((worst, verdict) => (rank(verdict) > rank(worst) ? verdict : worst));
}

/**
 * When the responder's certificate has to be valid: now, or, where every answer is stale, when the newest was given. What
 * a server has kept for too long is stale, and not also wrongly signed.
 */
function findSigningTime(answers: readonly SingleResponse[], { certificate, time }: OcspQuery): Date {
  if (answers.some((answer) => findValidUntil(answer, certificate) >= time)) return time;
  return new Date(Math.max(...answers.map(({ thisUpdate }) => thisUpdate.getTime())));
}

interface AnswerTerms extends OcspQuery {
  readonly response: BasicOcspResponse;
  readonly responder: Certificate;
}

function judgeAnswer(answer: SingleResponse, terms: AnswerTerms): OcspVerdict {
  const { thisUpdate, nextUpdate, status } = answer;
  const { time, responder, certificate } = terms;
  if (nextUpdate && nextUpdate < thisUpdate) {
    return invalid(
      'times-contradict',
      nextUpdate.toISOString(),
      `after thisUpdate ${thisUpdate.toISOString()}`,
    );
  }
  if (thisUpdate > time) {
    return invalid('not-yet-valid', thisUpdate.toISOString(), `not after ${time.toISOString()}`);
  }
  const said = { producedAt: terms.response.producedAt, thisUpdate, nextUpdate, responder };
  const validUntil = findValidUntil(answer, certificate);
  return time > validUntil ? { kind: 'stale', ...said, status, validUntil, time } : { ...said, ...status };
}

/** Inclusive. */
function findValidUntil({ thisUpdate, nextUpdate }: SingleResponse, { isCa }: Certificate): Date {
  const limit = nextUpdate ? MAX_AGE_MS : MAX_AGE_WITHOUT_NEXT_UPDATE_MS;
  // What is said of an authority may hold for a year (BR §4.9.10).
  if (nextUpdate && isCa) return nextUpdate;
  return new Date(Math.min(nextUpdate?.getTime() ?? Infinity, thisUpdate.getTime() + limit));
}

/** Worst last, and what is no verdict on the certificate first. */
const RANKING = [
  'invalid',
  'stale',
  'good',
  'unknown',
  'revoked',
] as const satisfies readonly OcspVerdict['kind'][];

function rank({ kind }: OcspVerdict): number {
  return RANKING.indexOf(kind);
}

function findAlgorithmFault({ signatureAlgorithm }: BasicOcspResponse): OcspVerdict | undefined {
  const { kind, name } = readScheme(signatureAlgorithm);
  if (kind === 'scheme') return undefined;
  const code = kind === 'weak' ? 'weak-signature' : 'unsupported-signature';
  return invalid(code, name, 'RSA, RSA-PSS, ECDSA or Ed25519, with SHA-256 or longer');
}

/** RFC 6960 §4.4: what is critical and not processed makes the response useless. SCTs are, in sct.ts. */
function findExtensionFault(
  response: BasicOcspResponse,
  answers: readonly SingleResponse[],
): OcspVerdict | undefined {
  const ofAnswers = answers.flatMap(({ extensions }) => criticalOnes(extensions));
  const unknown = [
    ...criticalOnes(response.extensions),
    ...ofAnswers.filter((oid) => oid !== OID.ocspScts),
  ][0];
  return unknown === undefined ? undefined : invalid('unknown-critical-extension', unknown, 'none unknown');
}

function criticalOnes(extensions: Extensions): readonly string[] {
  return [...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid);
}

function invalid(code: OcspFault['code'], actual: string, required: string): OcspVerdict {
  return { kind: 'invalid', code, actual, required };
}
