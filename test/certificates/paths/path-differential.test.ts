import { afterAll, describe, expect, it } from 'vitest';
import { buildPath, type PathResult } from '../../../src/certificates/paths/path.ts';
import type { ValidationPolicy } from '../../../src/certificates/paths/rules/rule.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { createDesk } from '../../support/certificate-desk.ts';
import { NOON } from '../../support/paths.ts';
import { type Random, type RandomHierarchy, randomHierarchy } from '../../support/random-hierarchy.ts';

const CASES = 120;
/** At least so many are valid, and so many are not: or the comparison would say little. */
const MIN_ACCEPTED = 12;

const desk = createDesk();
afterAll(desk.remove);

/** The same numbers in every run (Park and Miller). */
function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
}

function validate({ anchors, ...material }: RandomHierarchy, policy: ValidationPolicy): PathResult {
  return buildPath({ ...material, trustStore: createTrustStore(anchors), time: NOON, policy });
}

/** What OpenSSL refuses a hierarchy for; undefined when it accepts it. */
function refusal(hierarchy: RandomHierarchy, strict: boolean): string | undefined {
  return desk.verify({ ...hierarchy, time: NOON, strict });
}

/** A wildcard may stand for a host that is excluded, which OpenSSL does not look at; Chrome refuses it too. */
function isWildcardByExclusion(result: PathResult): boolean {
  if (result.kind === 'valid' || result.failure.code !== 'name-not-permitted') return false;
  return result.failure.name.startsWith('*.');
}

function describeResult(result: PathResult): string {
  return result.kind === 'valid' ? 'valid' : result.failure.code;
}

/** A verdict of ours, and what is wrong with it by OpenSSL's; undefined when nothing is. */
interface Comparison {
  readonly accepted: boolean;
  readonly disagreement: string | undefined;
}

/** What came of all hierarchies of a seed. */
function compareAll(
  { seed, alternatives }: { seed: number; alternatives: boolean },
  compare: (hierarchy: RandomHierarchy) => Comparison,
): { accepted: number; disagreements: readonly string[] } {
  const random = seeded(seed);
  const compared = Array.from({ length: CASES }, () => compare(randomHierarchy(random, alternatives)));
  return {
    accepted: compared.filter(({ accepted }) => accepted).length,
    disagreements: compared.flatMap(({ disagreement }, round) =>
      disagreement === undefined ? [] : `${round}: ${disagreement}`,
    ),
  };
}

describe('random hierarchies', () => {
  it('get the verdict of OpenSSL where there is one path to try', () => {
    const { accepted, disagreements } = compareAll({ seed: 20_261_123, alternatives: false }, (hierarchy) => {
      const result = validate(hierarchy, 'browser');
      const theirs = refusal(hierarchy, false);
      const agrees = (result.kind === 'valid') === (theirs === undefined) || isWildcardByExclusion(result);
      const disagreement = agrees ? undefined : `${describeResult(result)}, OpenSSL ${theirs}`;
      return { accepted: result.kind === 'valid', disagreement };
    });
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(MIN_ACCEPTED);
    expect(accepted).toBeLessThan(CASES - MIN_ACCEPTED);
  });

  it('are accepted wherever OpenSSL, which tries one path, finds that it holds', () => {
    const { accepted, disagreements } = compareAll({ seed: 20_261_124, alternatives: true }, (hierarchy) => {
      const result = validate(hierarchy, 'browser');
      const missed =
        result.kind === 'invalid' &&
        !isWildcardByExclusion(result) &&
        refusal(hierarchy, false) === undefined;
      return { accepted: result.kind === 'valid', disagreement: missed ? describeResult(result) : undefined };
    });
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(MIN_ACCEPTED);
    expect(accepted).toBeLessThan(CASES - MIN_ACCEPTED);
  });

  it('are strictly valid only where OpenSSL finds nothing with -x509_strict', () => {
    const { accepted, disagreements } = compareAll({ seed: 20_261_125, alternatives: false }, (hierarchy) => {
      const isAccepted = validate(hierarchy, 'strict').kind === 'valid';
      return { accepted: isAccepted, disagreement: isAccepted ? refusal(hierarchy, true) : undefined };
    });
    expect(disagreements).toEqual([]);
    expect(accepted).toBeGreaterThan(MIN_ACCEPTED);
    expect(accepted).toBeLessThan(CASES - MIN_ACCEPTED);
  });
});
