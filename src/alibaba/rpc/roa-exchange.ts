import { randomUUID } from 'node:crypto';
import { send } from './send.ts';
import { canonicalQuery, signV3 } from './signature-v3.ts';
import type { CloudCredentials } from '../credentials.ts';
import type { RoaForm, RpcExchange, RpcRequest } from './wire.ts';

/** Signs by version 3 and sends. */
export async function exchangeRoa(
  request: RpcRequest,
  { path, body }: RoaForm,
  credentials: CloudCredentials,
): Promise<RpcExchange> {
  const { endpoint, method, parameters: query, action, apiVersion, timeoutMs } = request;
  const { host } = new URL(endpoint);
  const sent = Buffer.from(body ? JSON.stringify(body) : '');
  const signed = {
    method,
    host,
    path,
    query,
    body: sent,
    action,
    apiVersion,
    now: new Date(),
    nonce: randomUUID(),
  };
  const headers = { ...signV3(signed, credentials), accept: 'application/json' };
  const search = canonicalQuery(query);
  const url = `${endpoint}${path}${search === '' ? '' : `?${search}`}`;
  return send({ method, url, headers, body: sent, timeoutMs });
}
