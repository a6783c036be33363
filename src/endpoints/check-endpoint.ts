import type { Certificate } from '../certificates/certificate.ts';
import type { CheckMeans } from './check-means.ts';
import { type ClientVerdict, judgeClients } from './client-verdicts.ts';
import {
  type AddressVerdict,
  type EndpointVerdict,
  type Expectation,
  judgeEndpoint,
  judgeUnresolved,
} from './judge.ts';
import type { ProbedEndpoint } from './observation.ts';
import { findRepairs } from './repair/find-repair.ts';
import type { Repair } from './repair/repair.ts';

/**
 * `healthy`: nothing to report. `degraded`: clients accept it, something should be tidied. `repairable`: clients
 * refuse it, and another bundle for the same leaf mends that. `broken`: no bundle does. `unreachable`: no
 * address answers. `unknown`: it could not be determined.
 */
export type CheckVerdict = 'healthy' | 'degraded' | 'repairable' | 'broken' | 'unreachable' | 'unknown';

export interface EndpointCheck {
  readonly endpoint: ProbedEndpoint;
  readonly verdict: CheckVerdict;
  readonly served: EndpointVerdict;
  readonly clients: readonly ClientVerdict[];
  /** A better bundle for the leaf that is served; where addresses serve several, for the first that has one. */
  readonly repair: Repair | undefined;
  /** One for each leaf that has one. */
  readonly repairs: readonly Repair[];
}

/** Looks at every address of an endpoint, judges it for every client, and looks for what would mend it. */
export async function checkEndpoint(endpoint: ProbedEndpoint, means: CheckMeans): Promise<EndpointCheck> {
  const observed = await means.observe(endpoint);
  const expectation: Expectation = {
    endpoint,
    intendedLeaf: undefined,
    trust: means.trust,
    time: means.now(),
  };
  if ('kind' in observed) {
    const served = judgeUnresolved(endpoint.domain, observed);
    return describe(endpoint, served, []);
  }
  const unaided = judgeEndpoint(observed, expectation);
  means.pool?.add(provenIntermediates(unaided));
  const { repairs, help } = await findRepairs({ endpoint, observed, served: unaided, expectation }, means);
  const served = help ? judgeEndpoint(observed, { ...expectation, help }) : unaided;
  return describe(endpoint, served, repairs);
}

function describe(
  endpoint: ProbedEndpoint,
  served: EndpointVerdict,
  repairs: readonly Repair[],
): EndpointCheck {
  const clients = judgeClients(served, endpoint.clients, endpoint.domain);
  return { endpoint, verdict: verdictOf(served, repairs), served, clients, repair: repairs[0], repairs };
}

/** Of every path that a client accepts. */
function provenIntermediates({ addresses }: EndpointVerdict): readonly Certificate[] {
  return addresses.flatMap(({ clients }) =>
    clients.flatMap(({ judgement: { accepts, path } }) => (accepts ? path.slice(1, -1) : [])),
  );
}

function verdictOf({ addresses, findings }: EndpointVerdict, repairs: readonly Repair[]): CheckVerdict {
  const seen = addresses.filter(({ tls }) => tls.kind === 'handshake');
  if (seen.length === 0) {
    return addresses.every(({ accepted }) => accepted === false) ? 'unreachable' : 'unknown';
  }
  const refused = addresses.filter(isRefused);
  if (refused.length > 0) {
    return refused.every(({ address }) => isMended(address, repairs)) ? 'repairable' : 'broken';
  }
  if (addresses.some(({ accepted }) => accepted === undefined)) return 'unknown';
  return findings.length === 0 ? 'healthy' : 'degraded';
}

/** Whether a declared client does not get through; who does by luck alone is warned. */
function isRefused({ accepted, clients }: AddressVerdict): boolean {
  if (accepted !== false) return false;
  const isLucky = clients.some(({ byLuck }) => byLuck);
  return !isLucky || clients.some(({ judgement, byLuck }) => !judgement.accepts && !byLuck);
}

/** Whether it was shown that every client accepts a proposed bundle there. */
function isMended(address: string, repairs: readonly Repair[]): boolean {
  const proofs = repairs.flatMap((repair) => repair.proofs.filter((proof) => proof.address === address));
  return proofs.length > 0 && proofs.every(({ after }) => after);
}
