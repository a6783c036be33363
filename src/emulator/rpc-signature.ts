import { createHmac } from 'node:crypto';

/**
 * The RPC signature, version 1.0 with HMAC-SHA1: base64 of the HMAC over
 * `METHOD & %2F & encode(sorted query)`, keyed with the access key secret and `&`.
 * Source: Alibaba Cloud, "Request syntax and signature method V2 for RPC APIs".
 *
 * @param parameters all of the call, as decoded; `Signature` itself is left out.
 */
export function rpcSignature(
  method: string,
  parameters: ReadonlyMap<string, string>,
  accessKeySecret: string,
): string {
  const query = [...parameters]
    .filter(([name]) => name !== 'Signature')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const stringToSign = `${method}&%2F&${percentEncode(query)}`;
  return createHmac('sha1', `${accessKeySecret}&`).update(stringToSign).digest('base64');
}

/** RFC 3986 §2.3: everything but unreserved characters; encodeURIComponent leaves five more alone. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
