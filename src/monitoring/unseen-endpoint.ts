import type { ClientName } from '../config/config.ts';
import type { SweptEndpoint } from './swept-endpoint.ts';

/** Why nothing was seen. */
export interface Unseen {
  readonly vantage: string;
  /** ISO 8601 in UTC. */
  readonly seenAt: string;
  /** Printable sentences. */
  readonly message: string;
  readonly help: string;
}

/** An endpoint of which nothing was seen: `unknown`, which is neither good nor a reason to wake anybody. */
export function unseenEndpoint(
  {
    domain,
    port,
    clients,
  }: { readonly domain: string; readonly port: number; readonly clients: readonly ClientName[] },
  { vantage, seenAt, message, help }: Unseen,
): SweptEndpoint {
  return {
    name: `${domain}:${port}`,
    domain,
    port,
    seenAt,
    vantage,
    verdict: 'unknown',
    clients: clients.map((client) => ({ client, accepts: null, byLuck: false, error: null })),
    addresses: [],
    findings: [{ id: 'not-probed', severity: 'warning', addresses: [], certificate: null, message, help }],
    leaves: [],
    path: [],
    isPublic: false,
    repairs: [],
    origin: null,
    ledger: [],
  };
}
