import { findSmallestBundle } from '../../certificates/paths/smallest-bundle.ts';
import type { CheckMeans } from '../check-means.ts';
import type { Help } from '../findings/evidence.ts';
import type { IssuerFetcher } from '../network/issuer-fetcher.ts';
import { describeHelp } from './describe-help.ts';
import { describeRepair } from './describe-repair.ts';
import { isBetter } from './is-better.ts';
import { groupByLeaf, type LeafGroup, type Seen } from './leaf-group.ts';
import { mendBundle } from './mend-bundle.ts';
import { proveBundle } from './prove-bundle.ts';
import type { Repair } from './repair.ts';
import { searchAia } from './search-aia.ts';

/** Leaves of one endpoint; in a rollout there are two. */
const MAX_LEAVES = 8;

export interface RepairSearch {
  /** One for each leaf that another bundle does good, in the order of the addresses. */
  readonly repairs: readonly Repair[];
  /** What came to light on the way; undefined when nothing had to be looked for. */
  readonly help: Help | undefined;
}

/**
 * Looks for the bundle of every leaf that is served which more clients accept, or about which there is less to say when
 * all of them accept both, and proves it. No client is worse off with it at any address.
 */
export async function findRepairs(seen: Seen, means: CheckMeans): Promise<RepairSearch> {
  const groups = groupByLeaf(seen).slice(0, MAX_LEAVES);
  const found = await Promise.all(groups.map((group) => findRepair(group, seen, means)));
  return {
    repairs: found.flatMap(({ repair }) => repair ?? []),
    help: mergeHelp(found.flatMap(({ help }) => help ?? [])),
  };
}

/**
 * What clients that fetch issuers by themselves come by, starting from what is served: who accepts by luck is told with it.
 * Undefined when nothing had to be looked for.
 */
export async function findHelp(seen: Seen, fetchIssuers: IssuerFetcher): Promise<Help | undefined> {
  const { endpoint, expectation } = seen;
  const groups = groupByLeaf(seen).slice(0, MAX_LEAVES);
  const found = await Promise.all(
    groups.map(async ({ leaf, addresses: [{ observation }] }) => {
      const { tls: transport } = observation;
      const query = { leaf, ...endpoint, candidates: transport.receivedChain, transport, terms: expectation };
      return (await mendBundle(query, fetchIssuers)).help;
    }),
  );
  return mergeHelp(found.flatMap((help) => help ?? []));
}

async function findRepair(
  group: LeafGroup,
  seen: Seen,
  means: CheckMeans,
): Promise<{ repair: Repair | undefined; help: Help | undefined }> {
  const { endpoint, observed, expectation } = seen;
  const { leaf, addresses } = group;
  const { domain, clients } = endpoint;
  const { tls: transport } = (addresses.find(({ verdict }) => !verdict.accepted) ?? addresses[0]).observation;
  const query = { leaf, clients, domain, transport, terms: expectation };
  // From what is served there alone: that is where clients which fetch by themselves begin.
  const start = { ...query, candidates: transport.receivedChain };
  const search = await searchAia(start, means.fetchIssuers);
  const fetched = search?.certificates ?? [];
  const byAia = search && findSmallestBundle({ ...query, candidates: [...start.candidates, ...fetched] });
  const help = search && describeHelp(start, search, byAia);
  const served = observed.flatMap(({ tls }) => (tls.kind === 'handshake' ? tls.receivedChain : []));
  const disk = means.bundleOnDisk?.(endpoint) ?? [];
  const otherEndpoints = means.pool?.above(leaf) ?? [];
  const candidates = [...served, ...disk, ...otherEndpoints, ...fetched];
  const smallest = findSmallestBundle({ ...query, candidates });
  if (!smallest || !isBetter(group, smallest.bundle, expectation)) return { repair: undefined, help };
  const proofs = await proveBundle({ group, bundle: smallest.bundle, seen }, means);
  if (!proofs) return { repair: undefined, help };
  const places = { served, disk, otherEndpoints, search };
  return { repair: describeRepair(smallest, places, proofs), help };
}

function mergeHelp(helps: readonly Help[]): Help | undefined {
  if (helps.length < 2) return helps[0];
  return {
    intermediates: helps.flatMap(({ intermediates }) => intermediates),
    fetched: [...new Set(helps.flatMap(({ fetched }) => fetched))],
    problems: [...new Set(helps.flatMap(({ problems }) => problems))],
  };
}
