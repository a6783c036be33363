import type { Severity } from '../endpoints/finding.ts';
import { type Cause, causeOf, isOfLeaf, isSecondary } from './causes.ts';
import { type ExpiryStage, expiryStage } from './expiry-stage.ts';
import {
  type IncidentFacts,
  type IncidentIdentity,
  incidentKey,
  type IncidentSeverity,
  severityRank,
} from './incident.ts';
import type { SweptAddress, SweptEndpoint, SweptFinding } from './swept-endpoint.ts';

/** An incident as one run sees it. */
export interface Sighting {
  readonly identity: IncidentIdentity & { readonly key: string };
  readonly severity: IncidentSeverity;
  readonly stage: ExpiryStage | null;
  readonly facts: IncidentFacts;
  /** Whether one look is enough: dates and names do not flap. */
  readonly isCertain: boolean;
}

const MAX_FINDINGS = 4;
const MAX_ADDRESSES = 16;
const CERTAIN: ReadonlySet<string> = new Set(['expired-leaf', 'expired-intermediate', 'hostname-mismatch']);

/** What of one cause was seen at addresses with the same leaf. */
interface Cluster {
  readonly cause: Cause;
  readonly leaf: string | null;
  readonly findings: readonly SweptFinding[];
}

/** Every incident that is seen at an endpoint, one for each cause and leaf. Empty when nothing is wrong. */
export function sightingsOf(endpoint: SweptEndpoint): readonly Sighting[] {
  const sightings = cluster(endpoint).map((each) => toSighting(each, endpoint));
  const isPressing = sightings.some(
    ({ identity, severity }) => severity !== 'digest' && !isSecondary(identity.cause),
  );
  return isPressing ? sightings.filter(({ identity }) => !isSecondary(identity.cause)) : sightings;
}

function cluster({ findings, addresses, leaves }: SweptEndpoint): readonly Cluster[] {
  const leafAt = new Map(addresses.map(({ address, chain }) => [address, chain[0] ?? null]));
  const clusters = new Map<string, Cluster>();
  for (const finding of findings) {
    const cause = causeOf(finding);
    if (cause === undefined) continue;
    const everywhere = finding.addresses.length === 0;
    const served = everywhere
      ? [leaves[0]?.fingerprint ?? null]
      : finding.addresses.map((at) => leafAt.get(at) ?? null);
    for (const leaf of new Set(isOfLeaf(cause) ? served : [null])) {
      const key = JSON.stringify([cause, leaf]);
      const before = clusters.get(key)?.findings ?? [];
      const here =
        leaf === null ? finding.addresses : finding.addresses.filter((at) => leafAt.get(at) === leaf);
      clusters.set(key, { cause, leaf, findings: [...before, { ...finding, addresses: here }] });
    }
  }
  return [...clusters.values()];
}

function toSighting({ cause, leaf, findings }: Cluster, endpoint: SweptEndpoint): Sighting {
  const places = new Set(findings.flatMap(({ addresses }) => addresses));
  const at = endpoint.addresses.filter(({ address }) => places.has(address));
  const certificate = endpoint.leaves.find(({ fingerprint }) => fingerprint === leaf);
  const stage =
    (cause === 'expiry' && certificate && expiryStage(certificate, new Date(endpoint.seenAt))) || null;
  const identity = {
    endpoint: endpoint.name,
    cause,
    leaf,
    missingIssuers: cause === 'chain' ? missingAt(at) : [],
  };
  const isEverywhere = at.length === endpoint.addresses.length;
  const severities = findings.map((finding) => severityOf(finding.severity, { cause, stage, isEverywhere }));
  return {
    identity: { ...identity, key: incidentKey(identity) },
    severity: severities.reduce((worst, each) => (severityRank(each) > severityRank(worst) ? each : worst)),
    stage,
    facts: factsOf({ cause, leaf, findings }, at, endpoint),
    isCertain: findings.some(({ id, severity }) => severity === 'error' && CERTAIN.has(id)),
  };
}

function missingAt(addresses: readonly SweptAddress[]): readonly string[] {
  return [...new Set(addresses.flatMap(({ missingIssuers }) => missingIssuers))].toSorted();
}

interface Circumstances {
  readonly cause: Cause;
  readonly stage: ExpiryStage | null;
  readonly isEverywhere: boolean;
}

/** What hurts users pages; what will, or hurts some, is told; what is untidy or unknown waits for the digest. */
function severityOf(severity: Severity, { cause, stage, isEverywhere }: Circumstances): IncidentSeverity {
  if (cause === 'undetermined' || severity === 'info') return 'digest';
  if (stage === 'last-day' || stage === 'expired') return 'page';
  // One edge of many that does not answer: clients go on to the next.
  if (cause === 'unreachable') return isEverywhere ? 'page' : 'warn';
  if (severity === 'error') return 'page';
  return cause === 'tidiness' ? 'digest' : 'warn';
}

function factsOf(
  { leaf, findings }: Cluster,
  at: readonly SweptAddress[],
  { clients, addresses, leaves, repairs, vantage, origin }: SweptEndpoint,
): IncidentFacts {
  const shown = leaves.find(({ fingerprint }) => fingerprint === leaf) ?? leaves[0];
  return {
    findings: findings.slice(0, MAX_FINDINGS).map(({ id, severity, message, help }) => ({
      id,
      severity,
      message,
      help,
    })),
    refused: clients.flatMap(({ client, accepts, error }) => (accepts === false ? [{ client, error }] : [])),
    lucky: clients.flatMap(({ client, accepts, byLuck }) => (accepts === true && byLuck ? [client] : [])),
    accepting: clients.flatMap(({ client, accepts, byLuck }) =>
      accepts === true && !byLuck ? [client] : [],
    ),
    addresses: at.slice(0, MAX_ADDRESSES).map(({ address }) => address),
    seenAt: { bad: at.length === 0 ? addresses.length : at.length, all: addresses.length },
    vantage,
    notAfter: shown?.notAfter ?? null,
    isRepairable: repairs.some((repair) => repair.leaf === (leaf ?? shown?.fingerprint)),
    origin,
  };
}
