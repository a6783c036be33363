import { exchangeRoa } from './roa-exchange.ts';
import { exchangeRpc } from './rpc-exchange.ts';
import type { RpcExchange, RpcRequest } from './wire.ts';

/** The one place that signs and sends: once, following no redirect. Never rejects for the peer's sake. */
export function exchange(request: RpcRequest): Promise<RpcExchange> {
  return request.roa ? exchangeRoa(request, request.roa) : exchangeRpc(request);
}
