import { clientWords, type ServedFailure } from '../certificates/client-words.ts';
import type { EndpointConfig } from '../config/config.ts';

/** Who asks for what: the clients that count, and the domain as they know it. */
export type Audience = Pick<EndpointConfig, 'clients' | 'domain'>;

/** What the users of each client see, `chrome: NET::ERR_CERT_AUTHORITY_INVALID`. */
export function wordsOf({ clients, domain }: Audience, failure: ServedFailure): readonly string[] {
  return clients.map((client) => `${client}: ${clientWords(client, failure, domain)}`);
}
