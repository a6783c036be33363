import type { Certificate } from '../certificate.ts';
import { buildPath, type PathQuery, type PathResult } from './path.ts';
import { failureKey, type PathFailure } from './path-failure.ts';

/** Failures passed over before the search is left as it is: a hostile chain may break a rule in every certificate. */
const MAX_DEFECTS = 16;

/** Behind these there is nothing more to see: the path itself ends. */
const FINAL: ReadonlySet<PathFailure['code']> = new Set([
  'unknown-issuer',
  'bad-signature',
  'budget-exceeded',
  'policy-not-acceptable',
  'revocation-unknown',
]);

export interface Defects {
  /** The verdict: what `buildPath` says. */
  readonly result: PathResult;
  /** All that is wrong with the path that comes closest, the most specific first; empty for a valid one. */
  readonly defects: readonly PathFailure[];
  /** That path, as far as it goes; to a trust anchor when every defect is one of a certificate and not of the path. */
  readonly closest: PathResult['path'];
}

/**
 * What a search for a path finds, and everything that stands in its way, not only the first: each failure is
 * passed over until the path is whole or ends for good.
 */
export function findDefects(query: PathQuery): Defects {
  const result = buildPath(query);
  const found: PathFailure[] = [];
  const keys = new Set<string>();
  const waives = (failure: PathFailure) => keys.has(failureKey(failure)) || query.waives?.(failure) === true;
  let current = result;
  while (current.kind === 'invalid' && found.length < MAX_DEFECTS) {
    const { failure } = current;
    // A certificate that signs itself has no other issuer to miss.
    const isFinal = FINAL.has(failure.code) || keys.has(failureKey(failure));
    if (!isFinal || !keys.has(failureKey({ code: 'self-signed-leaf', certificate: failure.certificate }))) {
      found.push(failure);
    }
    if (isFinal) break;
    keys.add(failureKey(failure));
    current = buildPath({ ...query, waives });
  }
  return { result, defects: onPath(found, current), closest: current.path };
}

/** What was passed over on a way that led nowhere does not count. */
function onPath(found: readonly PathFailure[], { kind, path }: PathResult): readonly PathFailure[] {
  if (kind === 'invalid') return found;
  return found.filter(({ certificate }) => path.some((each) => isSame(each, certificate)));
}

function isSame(a: Certificate, b: Certificate): boolean {
  return a.fingerprint === b.fingerprint;
}
