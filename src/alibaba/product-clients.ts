import type { CloudProduct, Config } from '../config/config.ts';
import type { CredentialsSource } from './credentials.ts';
import { PRODUCTS } from './products.ts';
import { createRpcClient, type RpcClient } from './rpc/rpc-client.ts';

/** With what every product is called. */
export interface CloudAccess {
  readonly credentials: CredentialsSource;
  /** Milliseconds for one call with all its retries. */
  readonly callMs: number;
  /** Told of every attempt, one printable line without key material. */
  readonly onAttempt?: ((line: string) => void) | undefined;
}

/** Clients of products, one for each product and region. */
export type ProductClients = (product: CloudProduct, region: string) => RpcClient;

/** Makes each client once, so that all calls to a product together keep to its limit. */
export function createProductClients(origins: Config['cloudEndpoints'], access: CloudAccess): ProductClients {
  const clients = new Map<string, RpcClient>();
  return (product, region) => {
    const { version, ramPrefix, host } = PRODUCTS[product];
    const endpoint = origins[product] ?? `https://${host(region)}`;
    const key = `${product} ${endpoint}`;
    const client =
      clients.get(key) ?? createRpcClient({ ...access, endpoint, apiVersion: version, ramPrefix });
    clients.set(key, client);
    return client;
  };
}
