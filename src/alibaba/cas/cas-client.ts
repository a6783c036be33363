import type { CasStore } from '../../config/cas-store.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';

/** CAS 2020-04-07, one of its two stores. */
export interface CasClient {
  readonly client: RpcClient;
  readonly store: CasStore;
}

/** The numeric id in an id or in the identifier that ingress products use: `27080721-cn-hangzhou` → `27080721`. */
export function certificateIdOf(idOrIdentifier: string): string {
  return /^(\d+)-/.exec(idOrIdentifier)?.[1] ?? idOrIdentifier;
}
