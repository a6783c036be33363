import type { ClientName } from '../../config/config.ts';
import type { Certificate } from '../certificate.ts';
import { extendTrustStore, loadTrustStore, type PemText, type TrustStore } from '../trust-store.ts';

/** Whom each client trusts. */
export interface ClientTrust {
  /** The trust of every client that has none of its own. */
  readonly common: TrustStore;
  storeOf(client: ClientName): TrustStore;
  /** Whether it is a public authority's, for which clients have rules of their own. */
  isPublic(anchor: Certificate): boolean;
}

/** What trust is made of: PEM certificates. */
export interface TrustSources {
  /** Public authorities, as the runtime has them. */
  readonly bundled: readonly string[];
  /** Trusted beside them, by every client; no public authorities. */
  readonly own: readonly PemText[];
  /** Instead of both, for clients that have a store of their own. */
  readonly byClient?: ReadonlyMap<ClientName, readonly PemText[]>;
}

/**
 * Reads the trust anchors of every client.
 *
 * @throws what `parseBundle` throws, for `own` and `byClient`
 */
export function loadClientTrust({ bundled, own, byClient = new Map() }: TrustSources): ClientTrust {
  const publicStore = loadTrustStore([], bundled);
  const common = own.length === 0 ? publicStore : extendTrustStore(publicStore, own);
  const stores = new Map([...byClient].map(([client, pems]) => [client, loadTrustStore(pems)] as const));
  return createClientTrust(common, publicStore, stores);
}

/**
 * PEM of what any client trusts, for a witness that is asked once for all: it must not refuse what leads to the anchor of
 * one client alone.
 */
export function anchorsOfAny({ bundled, own, byClient = new Map() }: TrustSources): readonly string[] {
  return [...bundled, ...[own, ...byClient.values()].flat().map(({ text }) => text)];
}

/** Anchors are public when `publicStore` has them. */
export function createClientTrust(
  common: TrustStore,
  publicStore: TrustStore,
  stores: ReadonlyMap<ClientName, TrustStore> = new Map(),
): ClientTrust {
  return {
    common,
    storeOf: (client) => stores.get(client) ?? common,
    isPublic: (anchor) => publicStore.has(anchor),
  };
}
