import type { Bundle } from '../../certificates/bundle.ts';
import type { Certificate } from '../../certificates/certificate.ts';
import type { ClientJudgement } from '../../certificates/clients/judge-client.ts';
import {
  findSmallestBundle,
  judgeFor,
  type SmallestBundleQuery,
} from '../../certificates/paths/smallest-bundle.ts';
import { withTimeLimit } from '../network/time-limit.ts';
import { fetchIssuerOf, type FetchedIssuers, type IssuerQuestion } from './fetch-issuer-of.ts';
import { isPastMending, placesToAsk } from './places-to-ask.ts';

/** Intermediates between a leaf and its root; real hierarchies have one or two. */
const MAX_LEVELS = 4;
/** Certificates of one search whose addresses are asked. */
const MAX_QUESTIONS = 8;
/** For one search, whatever the servers do. */
const MAX_SEARCH_MS = 3500;

export interface AiaSearch {
  /** What was answered, in the order of the questions; nobody trusts it. */
  readonly answers: readonly FetchedIssuers[];
  /** All that is in them. */
  readonly certificates: readonly Certificate[];
  /** Why addresses gave nothing of use; printable. */
  readonly problems: readonly string[];
}

/**
 * Follows caIssuers upwards from wherever the paths of clients stop that no bundle of the candidates satisfies, until
 * one does or nothing is left to ask, at most four levels and 3.5 s. Undefined when no client lacks anything
 * that could be had so. What is fetched is only believed by those who then look for a path with it.
 */
export async function searchAia(
  query: SmallestBundleQuery,
  fetchIssuers: IssuerQuestion['fetchIssuers'],
): Promise<AiaSearch | undefined> {
  const asked = new Set<string>();
  const answers: FetchedIssuers[] = [];
  const problems: string[] = [];
  await withTimeLimit({ timeoutMs: MAX_SEARCH_MS }, async ({ signal }) => {
    for (let level = 0; level < MAX_LEVELS && !signal.aborted; level += 1) {
      const candidates = [...query.candidates, ...answers.flatMap(({ certificates }) => certificates)];
      const stops = findStops({ ...query, candidates }, asked).slice(0, MAX_QUESTIONS - asked.size);
      if (stops.length === 0) break;
      for (const { fingerprint } of stops) asked.add(fingerprint);
      const found = await Promise.all(
        stops.map((certificate) => fetchIssuerOf({ certificate, fetchIssuers, signal })),
      );
      for (const each of found) {
        problems.push(...each.problems);
        if (each.answer) answers.push(each.answer);
      }
    }
  });
  if (asked.size === 0) return undefined;
  return { answers, certificates: answers.flatMap(({ certificates }) => certificates), problems };
}

/** Certificates, not asked yet, of which another issuer could satisfy somebody whom no bundle of the candidates satisfies. */
function findStops(query: SmallestBundleQuery, asked: ReadonlySet<string>): readonly Certificate[] {
  const smallest = findSmallestBundle(query);
  const unsatisfied = smallest ? smallest.leaves : query.clients;
  const chain: Bundle = [query.leaf, ...query.candidates];
  const stops = unsatisfied
    .map((client) => judgeFor(client, chain, query))
    .filter(({ refusals }) => !refusals.some((refusal) => isPastMending(refusal, query.leaf)))
    .flatMap((judgement: ClientJudgement) => {
      const groups = placesToAsk(judgement).map((group) =>
        group.filter(({ fingerprint }) => !asked.has(fingerprint)),
      );
      return groups.find((group) => group.length > 0) ?? [];
    });
  return [...new Map(stops.map((each) => [each.fingerprint, each])).values()];
}
