import {
  type SmallestBundle,
  findSmallestBundle,
  type SmallestBundleQuery,
} from '../../certificates/paths/smallest-bundle.ts';
import type { Help } from '../findings/evidence.ts';
import type { IssuerFetcher } from '../network/issuer-fetcher.ts';
import { describeHelp } from './describe-help.ts';
import { type AiaSearch, searchAia } from './search-aia.ts';

export interface BundleMend {
  /** Undefined when no client can be satisfied. */
  readonly smallest: SmallestBundle | undefined;
  /** What was fetched to find it; undefined when nothing had to be. */
  readonly help: Help | undefined;
  /** The same in full. */
  readonly search: AiaSearch | undefined;
}

/** The smallest bundle that satisfies the most clients: of the candidates at hand, and of what AIA has when they do not do. */
export async function mendBundle(
  query: SmallestBundleQuery,
  fetchIssuers: IssuerFetcher,
): Promise<BundleMend> {
  const search = await searchAia(query, fetchIssuers);
  const candidates = [...query.candidates, ...(search?.certificates ?? [])];
  const smallest = findSmallestBundle({ ...query, candidates });
  return { smallest, help: search && describeHelp(query, search, smallest), search };
}
