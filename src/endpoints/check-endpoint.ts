import type { CheckMeans } from './check-means.ts';
import { type ClientVerdict, judgeClients } from './client-verdicts.ts';
import { type EndpointVerdict, type Expectation, judgeEndpoint, judgeUnresolved } from './judge.ts';
import type { ProbedEndpoint } from './observation.ts';
import type { ObserveEndpoint } from './observe-endpoint.ts';
import { findRepair, type Repair } from './repair/find-repair.ts';

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
  readonly repair: Repair | undefined;
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
  const unaided = judge(observed, expectation);
  const { repair, help } = await findRepair(endpoint, unaided, means);
  const served = help ? judge(observed, { ...expectation, help }) : unaided;
  const clients = judgeClients(served, endpoint.clients, endpoint.domain);
  return { endpoint, verdict: verdictOf(served, repair), served, clients, repair };
}

function judge(observed: Awaited<ReturnType<ObserveEndpoint>>, expectation: Expectation): EndpointVerdict {
  if ('kind' in observed) return judgeUnresolved(expectation.endpoint.domain, observed);
  return judgeEndpoint(observed, expectation);
}

function verdictOf({ addresses, findings }: EndpointVerdict, repair: Repair | undefined): CheckVerdict {
  const seen = addresses.filter(({ tls }) => tls.kind === 'handshake');
  if (seen.length === 0) {
    return addresses.every(({ accepted }) => accepted === false) ? 'unreachable' : 'unknown';
  }
  const refused = addresses.filter(({ accepted }) => accepted === false);
  if (refused.length > 0) {
    const isMended = repair && refused.every(({ incompleteAt }) => incompleteAt);
    return isMended ? 'repairable' : 'broken';
  }
  if (addresses.some(({ accepted }) => accepted === undefined)) return 'unknown';
  return findings.length === 0 ? 'healthy' : 'degraded';
}
