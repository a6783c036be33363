import type { Bundle } from '../certificates/bundle.ts';
import type { PrivateKey } from '../certificates/keys/private-key.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import type { Rehearsal } from '../endpoints/rehearse.ts';
import { nameOf, type World } from './world.ts';

/** What is to be deployed to an endpoint. */
export interface RehearsalOrder {
  readonly endpoint: EndpointConfig;
  readonly bundle: Bundle;
  readonly key: PrivateKey;
}

/** Shakes hands as every client with a server that presents what is to be deployed, before anything is uploaded. */
export async function rehearseDeployment(
  { endpoint, bundle, key }: RehearsalOrder,
  { rehearse, clock, steps }: Pick<World, 'rehearse' | 'clock' | 'steps'>,
): Promise<Rehearsal> {
  const heading = {
    name: 'rehearse',
    title: 'Rehearse the handshake with every client',
    endpoint: nameOf(endpoint),
  } as const;
  return steps.run(heading, async (step) => {
    const { domain, clients } = endpoint;
    step.asked(`TLS 1.2 and 1.3 handshakes with SNI ${domain} on this machine`);
    const rehearsal = await rehearse({ domain, clients, bundle, key: key.pem }, clock.now());
    for (const { client, accepts, error } of rehearsal.clients) {
      if (accepts) step.observed(`${client} accepts it`);
      else step.found(`${client} refuses it: ${error}`);
    }
    if (rehearsal.refusal !== undefined) step.found(`no server can present it: ${rehearsal.refusal}`);
    return rehearsal;
  });
}

/** What forbids deploying; undefined when every client accepts. */
export function describeRehearsal(
  { refusal, clients }: Rehearsal,
  { locations }: EndpointConfig,
): Finding | undefined {
  const refused = clients.filter(({ accepts }) => !accepts);
  if (refusal === undefined && refused.length === 0) return undefined;
  const names = refused.map(({ client }) => client).join(', ');
  const problem =
    refusal === undefined
      ? `in a rehearsed handshake with this bundle and key ${names} ${refused.length === 1 ? 'refuses' : 'refuse'}`
      : `no TLS server can present this bundle with this key: ${refusal}`;
  return {
    id: 'rehearsal-failed',
    severity: 'error',
    problem,
    help: 'Nothing of it is uploaded. `airec-https check --bundle FILE --key FILE --host NAME` says what is wrong with it.',
    clientWords: refused.map(({ client, error }) => `${client}: ${error}`),
    location: locations.certificate,
  };
}
