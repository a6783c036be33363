import type { IngressConfig } from '../../config/config.ts';
import type { CasClient } from '../cas/cas-client.ts';
import type { StoredCertificate } from '../certificate-store.ts';
import type { TargetState } from '../ingress-target.ts';
import type { ProductClients } from '../product-clients.ts';

/** What a target is made of. */
export interface TargetDesk {
  readonly config: IngressConfig;
  /** Of the endpoint. */
  readonly domain: string;
  /** Of the listener. */
  readonly port: number;
  readonly region: string;
  readonly clients: ProductClients;
  /** Ids of contacts for deployment jobs of CAS. */
  readonly contacts: readonly string[];
  /** Where the certificates are that it gets. */
  readonly store: CasClient;
}

/** The name by which products call a certificate of CAS; read from CAS, never composed. */
export function identifierOf({ identifier, id }: StoredCertificate): string {
  return identifier ?? id;
}

/** What a target that tells what it has bound says. */
export function toldState(told: Omit<TargetState, 'isTold'>): TargetState {
  return { ...told, isTold: true };
}
