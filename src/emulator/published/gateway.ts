import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { refuse, type Refusal } from '../cas-answer.ts';
import type { CallParameters } from '../cas-call.ts';
import { rpcSignature } from '../rpc-signature.ts';
import type { Identity } from './state.ts';

/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Without the question mark; as received. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Of query and form. */
  readonly parameters: CallParameters;
}

const CLOCK_TOLERANCE_MS = 15 * 60_000;

/** Checks signatures of either version, and remembers nonces. */
export interface Gateway {
  /** Who calls, or why the call is refused. */
  identify(request: ReceivedRequest): Identity | Refusal;
}

export function createGateway(identities: readonly Identity[], now: () => Date): Gateway {
  const nonces = new Set<string>();
  return {
    identify(request) {
      // The SDK of version 1 sends some of the headers of version 3 as well.
      const isV3 = request.headers.authorization?.startsWith('ACS3-HMAC-SHA256') === true;
      const claim = isV3 ? claimV3(request) : claimV1(request);
      const identity = identities.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId);
      if (!identity) return refuse('InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
      if (Math.abs(now().getTime() - Date.parse(claim.timestamp)) > CLOCK_TOLERANCE_MS || !claim.timestamp) {
        return refuse('InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
      }
      if (claim.securityToken !== identity.securityToken) {
        return refuse(
          'InvalidSecurityToken.MismatchWithAccessKey',
          'Specified SecurityToken mismatches the access key.',
        );
      }
      if (!isSame(claim.signature, claim.sign(identity.secret))) {
        return refuse('SignatureDoesNotMatch', 'Specified signature does not match our calculation.');
      }
      if (nonces.has(claim.nonce))
        return refuse('SignatureNonceUsed', 'Specified signature nonce was used already.');
      nonces.add(claim.nonce);
      return identity;
    },
  };
}

interface Claim {
  readonly accessKeyId: string | undefined;
  readonly securityToken: string | undefined;
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
  /** The signature that the holder of `secret` would have made. */
  readonly sign: (secret: string) => string;
}

/** RPC, version 1.0, HMAC-SHA1. */
function claimV1({ method, parameters }: ReceivedRequest): Claim {
  return {
    accessKeyId: parameters.get('AccessKeyId'),
    securityToken: parameters.get('SecurityToken'),
    timestamp: parameters.get('Timestamp') ?? '',
    nonce: parameters.get('SignatureNonce') ?? '',
    signature: parameters.get('Signature') ?? '',
    sign: (secret) => rpcSignature(method, parameters, secret),
  };
}

/** RPC and ROA, ACS3-HMAC-SHA256. */
function claimV3(request: ReceivedRequest): Claim {
  const { headers } = request;
  const fields = new Map(
    (headers.authorization ?? '')
      .replace(/^ACS3-HMAC-SHA256\s+/, '')
      .split(',')
      .map((field) => {
        const equals = field.indexOf('=');
        return [field.slice(0, equals).trim(), field.slice(equals + 1)] as const;
      }),
  );
  const signedHeaders = fields.get('SignedHeaders') ?? '';
  return {
    accessKeyId: fields.get('Credential'),
    securityToken: header(headers, 'x-acs-security-token'),
    timestamp: header(headers, 'x-acs-date') ?? '',
    nonce: header(headers, 'x-acs-signature-nonce') ?? '',
    signature: fields.get('Signature') ?? '',
    sign: (secret) => signV3(request, signedHeaders, secret),
  };
}

function signV3(
  { method, path, query, headers, body }: ReceivedRequest,
  signedHeaders: string,
  secret: string,
): string {
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const names = signedHeaders.split(';');
  const mandatory = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-version'];
  // A signature that leaves these out would be good for another call.
  if (mandatory.some((name) => !names.includes(name))) return '';
  if (header(headers, 'x-acs-content-sha256') !== bodyHash) return '';
  const canonical = [
    method,
    path,
    canonicalQuery(query),
    ...names.map((name) => `${name}:${(header(headers, name) ?? '').trim()}`),
    '',
    signedHeaders,
    bodyHash,
  ].join('\n');
  const toSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  return createHmac('sha256', secret).update(toSign).digest('hex');
}

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function isSame(actual: string, expected: string): boolean {
  const [one, other] = [Buffer.from(actual), Buffer.from(expected)];
  return one.length > 0 && one.length === other.length && timingSafeEqual(one, other);
}
