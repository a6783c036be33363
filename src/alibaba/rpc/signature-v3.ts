import { createHash, createHmac } from 'node:crypto';
import type { CloudCredentials } from '../credentials.ts';

const ALGORITHM = 'ACS3-HMAC-SHA256';

/** What is signed of a request. */
export interface SignedRequest {
  readonly method: string;
  /** Host with its port, as the Host header has it. */
  readonly host: string;
  /** Percent-encoded, starts with `/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly action: string;
  readonly apiVersion: string;
  readonly now: Date;
  /** Never used before. */
  readonly nonce: string;
}

/**
 * The headers that a request carries in signature version 3: `x-acs-*` and Authorization.
 * Source: Alibaba Cloud, "Request syntax and signature method V3".
 */
export function signV3(request: SignedRequest, credentials: CloudCredentials): Record<string, string> {
  const { securityToken, accessKeyId, accessKeySecret } = credentials;
  const contentHash = createHash('sha256').update(request.body).digest('hex');
  const headers: Record<string, string> = {
    host: request.host,
    'x-acs-action': request.action,
    'x-acs-content-sha256': contentHash,
    'x-acs-date': `${request.now.toISOString().slice(0, 19)}Z`,
    ...(securityToken ? { 'x-acs-security-token': securityToken.reveal() } : {}),
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.apiVersion,
    ...(request.body.length > 0 ? { 'content-type': 'application/json; charset=utf-8' } : {}),
  };
  const names = Object.keys(headers).toSorted();
  const signedHeaders = names.join(';');
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    signedHeaders,
    contentHash,
  ].join('\n');
  const toSign = `${ALGORITHM}\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', accessKeySecret.reveal()).update(toSign).digest('hex');
  const authorization = `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
  return { ...headers, authorization };
}

/** Sorted by name, both sides percent-encoded (RFC 3986). */
export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .toSorted()
    .join('&');
}

function percentEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
