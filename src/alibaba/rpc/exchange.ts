import { exchangeAnonymously } from './anonymous-exchange.ts';
import { exchangeRoa } from './roa-exchange.ts';
import { exchangeRpc } from './rpc-exchange.ts';
import type { RpcExchange, RpcRequest } from './wire.ts';

/** The one place that signs and sends: once, following no redirect. Never rejects for the peer's sake. */
export function exchange(request: RpcRequest): Promise<RpcExchange> {
  const { roa, credentials } = request;
  if (!credentials) return exchangeAnonymously(request);
  return roa ? exchangeRoa(request, roa, credentials) : exchangeRpc(request, credentials);
}
