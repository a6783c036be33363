import { type Defects, findDefects } from '../paths/defects.ts';
import { buildPath, type PathCondition, type PathQuery, type PathResult } from '../paths/path.ts';
import type { PathFailure } from '../paths/path-failure.ts';

/** What clients may differ in that are shown the same chain at the same time. */
export interface ClientQuery extends Pick<PathQuery, 'trustStore' | 'reference' | 'maxIntermediates'> {
  readonly conditions: readonly PathCondition[];
  readonly waives: (failure: PathFailure) => boolean;
}

/** What `findDefects` finds for a client. */
export type PathFinder = (query: ClientQuery) => Defects;

interface Search {
  readonly query: Omit<ClientQuery, 'conditions' | 'waives'>;
  readonly result: PathResult;
}

/**
 * A finder of paths for all clients that are shown `shown`. Those with the same trust and the same terms share one
 * search, and each holds its conditions against the path found. Only where there is none, or where it
 * does not suit, a client gets a search of its own.
 */
export function createPathFinder(shown: Pick<PathQuery, 'leaf' | 'intermediates' | 'time'>): PathFinder {
  const searches: Search[] = [];
  function search(query: Search['query']): PathResult {
    const known = searches.find((each) => isSameQuery(each.query, query));
    if (known) return known.result;
    const result = buildPath({ ...shown, ...query });
    searches.push({ query, result });
    return result;
  }
  return ({ conditions, waives, ...query }) => {
    const result = search(query);
    if (result.kind === 'valid' && conditions.every((condition) => !condition(result.path))) {
      return { result, defects: [], closest: result.path };
    }
    return findDefects({ ...shown, ...query, conditions, waives });
  };
}

function isSameQuery(a: Search['query'], b: Search['query']): boolean {
  return (
    a.trustStore === b.trustStore &&
    a.maxIntermediates === b.maxIntermediates &&
    a.reference?.kind === b.reference?.kind &&
    a.reference?.value === b.reference?.value
  );
}
