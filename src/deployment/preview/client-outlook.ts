import type { Bundle } from '../../certificates/bundle.ts';
import { wordsOf } from '../../certificates/clients/profiles.ts';
import type { ClientName, EndpointConfig } from '../../config/config.ts';
import { type ClientVerdict, judgeClients } from '../../endpoints/client-verdicts.ts';
import { type EndpointVerdict, serveTo } from '../../endpoints/judge.ts';
import type { World } from '../world.ts';

/** What one client makes of what is served, and of what is to be. */
export interface ClientOutlook {
  readonly client: ClientName;
  /** Undefined: nobody looked. */
  readonly before: ClientVerdict | undefined;
  /** Undefined: the bundle is not at hand. */
  readonly after: ClientVerdict | undefined;
}

export interface ClientEvidence {
  readonly endpoint: Pick<EndpointConfig, 'domain' | 'clients'>;
  readonly bundle: Bundle | undefined;
  readonly served: EndpointVerdict | undefined;
}

/** Who accepts the new chain against the one that is served. */
export function foreseeClients(
  { endpoint: { domain, clients }, bundle, served }: ClientEvidence,
  { trust, clock }: Pick<World, 'trust' | 'clock'>,
): readonly ClientOutlook[] {
  const before = served && judgeClients(served, clients, domain);
  const terms = { trust, time: clock.now(), help: undefined };
  const after = bundle && serveTo(clients, { chain: bundle, domain, transport: undefined }, terms);
  return clients.map((client): ClientOutlook => {
    const judgement = after?.find((each) => each.client === client)?.judgement;
    const [first] = judgement?.refusals ?? [];
    return {
      client,
      before: before?.find((each) => each.client === client),
      after: judgement && {
        client,
        accepts: judgement.accepts,
        byLuck: false,
        error: first && wordsOf(client, first, domain),
      },
    };
  });
}
