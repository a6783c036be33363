import type { ClientName } from '../../config/config.ts';
import type { Bundle } from '../bundle.ts';
import type { Certificate } from '../certificate.ts';
import type { ClientTerms } from '../clients/client-terms.ts';
import { type ClientJudgement, judgeClient } from '../clients/judge-client.ts';
import type { Transport } from '../clients/presented.ts';
import { PROFILES } from '../clients/profiles.ts';
import { findIssuingPaths, type IssuingPath } from './issuing-paths.ts';

/** Of two certificates that are sent for one name it takes the first, even when that leads nowhere (x509_vfy.c). */
const NEVER_LOOKS_BACK: ClientName = 'openssl';
/** Sets of paths that are compared; where clients agree there are a few. */
const MAX_VISITS = 5000;

export interface SmallestBundleQuery {
  readonly leaf: Certificate;
  /** Where intermediates may come from, in any order; nobody trusts them. */
  readonly candidates: readonly Certificate[];
  readonly clients: readonly ClientName[];
  /** The name that clients ask for; undefined: names are not looked at. */
  readonly domain: string | undefined;
  /** The handshake that the bundle is to be sent in, SCTs and staple included; undefined: files alone are judged. */
  readonly transport?: Transport | undefined;
  readonly terms: ClientTerms;
}

export interface SmallestBundle {
  /** Leaf first, each followed by its issuer as far as one order can have it; no root. */
  readonly bundle: Bundle;
  /** Where the path of the first client that is satisfied ends; the leaf itself when that is trusted. */
  readonly anchor: Certificate;
  /** Who accepts it without help, at least one, and who does not; in the order of the query. */
  readonly satisfies: readonly ClientName[];
  readonly leaves: readonly ClientName[];
}

/** A path and who accepts it. */
interface Way {
  readonly path: IssuingPath;
  readonly by: readonly ClientName[];
}

/**
 * The smallest bundle for `leaf` that satisfies the most clients: all of them, unless the candidates do not do. Of those of
 * the same size one path for all rather than the union of several, then the one whose shortest-lived intermediate is
 * valid longest, then the one with the first fingerprints. Pure, and the same for any order of the candidates; undefined
 * when no client can be satisfied.
 */
export function findSmallestBundle(query: SmallestBundleQuery): SmallestBundle | undefined {
  const { leaf, candidates, clients, terms } = query;
  const stores = [...new Set(clients.map((client) => terms.trust.storeOf(client)))];
  const ways = findIssuingPaths({ leaf, candidates, stores })
    .map((path) => ({
      path,
      by: clients.filter((client) => judgeFor(client, [leaf, ...path], query).accepts),
    }))
    .filter(({ by }) => by.length > 0);
  const bundle: Bundle = [leaf, ...distinctOf(chooseWays(ways))];
  const judgements = clients.map((client) => ({ client, ...judgeFor(client, bundle, query) }));
  const satisfied = judgements.filter(({ accepts }) => accepts);
  const [first] = satisfied;
  if (!first) return undefined;
  const satisfies = satisfied.map(({ client }) => client);
  const leaves = clients.filter((client) => !satisfies.includes(client));
  return { bundle, anchor: first.path.at(-1) ?? leaf, satisfies, leaves };
}

/** What `client` makes of the chain of a query, or of another for the same leaf. */
export function judgeFor(
  client: ClientName,
  chain: Bundle,
  { domain, transport, terms }: Pick<SmallestBundleQuery, 'domain' | 'transport' | 'terms'>,
): ClientJudgement {
  return judgeClient(PROFILES[client], { chain, domain, transport }, terms);
}

/**
 * The ways that together satisfy every client that has one, with the fewest certificates: the one first that a client
 * needs which never looks back, then the most accepted.
 */
function chooseWays(ways: readonly Way[]): readonly Way[] {
  const candidates = withoutDominated(ways);
  const clients = [...new Set(candidates.flatMap(({ by }) => by))];
  let best: readonly Way[] | undefined;
  let visits = 0;
  const visit = (chosen: readonly Way[]): void => {
    visits += 1;
    if (best && (visits > MAX_VISITS || distinctOf(chosen).length > distinctOf(best).length)) return;
    const open = clients.find((client) => !chosen.some(({ by }) => by.includes(client)));
    if (open === undefined) {
      if (!best || compareWays(chosen, best) < 0) best = chosen;
      return;
    }
    for (const way of candidates) if (way.by.includes(open)) visit([...chosen, way]);
  };
  visit([]);
  const rank = ({ by }: Way) => (by.includes(NEVER_LOOKS_BACK) ? clients.length : 0) + by.length;
  return (best ?? []).toSorted((a, b) => rank(b) - rank(a) || compareWays([a], [b]));
}

/** Without ways that need more certificates than another that satisfies the same clients, so that few are left. */
function withoutDominated(ways: readonly Way[]): readonly Way[] {
  return ways.filter(
    (way) =>
      !ways.some(
        (other) =>
          other.path.length < way.path.length &&
          other.path.every((each) => way.path.includes(each)) &&
          way.by.every((client) => other.by.includes(client)),
      ),
  );
}

/** Negative when `a` makes the better bundle. */
function compareWays(a: readonly Way[], b: readonly Way[]): number {
  const [ofA, ofB] = [distinctOf(a), distinctOf(b)];
  return (
    ofA.length - ofB.length ||
    a.length - b.length ||
    Math.min(endOf(ofB), FOREVER) - Math.min(endOf(ofA), FOREVER) ||
    compareText(textOf(ofA), textOf(ofB))
  );
}

const FOREVER = Number.MAX_SAFE_INTEGER;

/** When the first of them expires; infinite without any. */
function endOf(certificates: readonly Certificate[]): number {
  return Math.min(...certificates.map(({ notAfter }) => notAfter.getTime()));
}

function textOf(certificates: readonly Certificate[]): string {
  return certificates.map(({ fingerprint }) => fingerprint).join(' ');
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function distinctOf(ways: readonly Way[]): readonly Certificate[] {
  return [...new Set(ways.flatMap(({ path }) => path))];
}
