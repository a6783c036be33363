import { send } from './send.ts';
import type { RpcExchange, RpcRequest } from './wire.ts';

/** Sends without a signature, as the few actions take that give credentials; by POST, for a token is in it. */
export async function exchangeAnonymously(request: RpcRequest): Promise<RpcExchange> {
  const { endpoint, action, apiVersion, parameters, timeoutMs } = request;
  const Timestamp = `${new Date().toISOString().slice(0, 19)}Z`;
  const common = { Action: action, Version: apiVersion, Format: 'JSON', Timestamp };
  const body = Buffer.from(new URLSearchParams({ ...common, ...parameters }).toString());
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  return send({ method: 'POST', url: `${endpoint}/`, headers, body, timeoutMs });
}
