import {
  type SmallestBundle,
  findSmallestBundle,
  type SmallestBundleQuery,
} from '../../certificates/smallest-bundle.ts';
import type { Help } from '../findings/evidence.ts';
import { findBundle, type IssuerFetcher } from './find-bundle.ts';

export interface BundleMend {
  /** Undefined when no client can be satisfied. */
  readonly smallest: SmallestBundle | undefined;
  /** What was fetched to find it; undefined when nothing had to be. */
  readonly help: Help | undefined;
}

/** The smallest bundle that satisfies the most clients: of the candidates at hand, and of what AIA has when they do not do. */
export async function mendBundle(
  query: SmallestBundleQuery,
  fetchIssuers: IssuerFetcher,
): Promise<BundleMend> {
  const atHand = findSmallestBundle(query);
  if (atHand?.leaves.length === 0) return { smallest: atHand, help: undefined };
  const { leaf, candidates, terms } = query;
  const search = { leaf, candidates, trustStore: terms.trust.common, time: terms.time };
  const { result, fetched, problems } = await findBundle(search, fetchIssuers);
  if (result.kind === 'incomplete' || fetched.length === 0) {
    return { smallest: atHand, help: { intermediates: [], fetched, problems } };
  }
  const intermediates = result.bundle.slice(1);
  const smallest = findSmallestBundle({ ...query, candidates: [...candidates, ...intermediates] });
  return { smallest, help: { intermediates, fetched, problems } };
}
