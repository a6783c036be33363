import { wordsOf } from '../certificates/clients/profiles.ts';
import type { ClientName } from '../config/config.ts';
import { failureWordsOf } from './failure-words.ts';
import type { AddressVerdict, EndpointVerdict } from './judge.ts';

/** Whether one kind of client accepts an endpoint, at every address. */
export interface ClientVerdict {
  readonly client: ClientName;
  /** Undefined when it could not be determined. */
  readonly accepts: boolean | undefined;
  /** It accepts only because it comes by what is not sent in another way (AIA, preload). */
  readonly byLuck: boolean;
  /** What its users see, or would see without that luck; undefined when nothing is wrong. */
  readonly error: string | undefined;
}

/** What each client makes of an endpoint: it accepts when it accepts every address. */
export function judgeClients(
  verdict: EndpointVerdict,
  clients: readonly ClientName[],
  domain: string,
): readonly ClientVerdict[] {
  const { addresses, findings } = verdict;
  return clients.map((client) => {
    const views = addresses.map((address) => viewOf(address, client, domain));
    const refused = views.find(({ accepts, byLuck }) => accepts === false && !byLuck);
    if (refused) return { client, accepts: false, byLuck: false, error: refused.error };
    const unknown =
      views.length === 0
        ? { error: findings[0]?.problem }
        : views.find(({ accepts }) => accepts === undefined);
    if (unknown) return { client, accepts: undefined, byLuck: false, error: unknown.error };
    const lucky = views.find(({ byLuck }) => byLuck);
    return { client, accepts: true, byLuck: lucky !== undefined, error: lucky?.error };
  });
}

interface View {
  readonly accepts: boolean | undefined;
  readonly byLuck: boolean;
  readonly error: string | undefined;
}

function viewOf(verdict: AddressVerdict, client: ClientName, domain: string): View {
  const { accepted, clients, findings, tls } = verdict;
  const served = clients.find((each) => each.client === client);
  if (!served) {
    const words = tls.kind === 'failure' ? failureWordsOf(client, tls) : undefined;
    return { accepts: accepted, byLuck: false, error: words ?? findings[0]?.problem };
  }
  const [first] = served.judgement.refusals;
  const error = first && wordsOf(client, first, domain);
  return { accepts: served.judgement.accepts, byLuck: served.byLuck, error };
}
