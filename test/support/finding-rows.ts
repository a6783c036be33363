import { describe, expect, it } from 'vitest';
import { type ClientTrust, createClientTrust } from '../../src/certificates/clients/trust.ts';
import { createTrustStore } from '../../src/certificates/trust-store.ts';
import type { Finding, FindingId } from '../../src/endpoints/finding.ts';
import type { Minted } from './minter.ts';
import { findingsOn, type JudgingTerms, summarize } from './served-chain.ts';

/** What a server sends, and who judges it. */
export interface Shown extends Omit<JudgingTerms, 'roots'> {
  readonly chain: readonly [Minted, ...Minted[]];
  readonly roots: readonly Minted[];
}

/** What gives rise to a finding, and the nearest that does not. */
export interface FindingRow {
  readonly id: FindingId;
  readonly how: string;
  readonly found: () => Shown;
  /** The finding, and whatever else is true of it: `error untrusted-root`. */
  readonly findings: readonly string[];
  readonly passes: () => Shown;
  /** What is true of that; nothing by default. */
  readonly passing?: readonly string[];
}

/** Each row is two tests, with a handshake each. */
export function testRows(rows: readonly FindingRow[]): void {
  describe.each(rows)('$id: $how', ({ id, found, findings, passes, passing = [] }) => {
    it('is found', async () => {
      expect(findings.some((each) => each.endsWith(` ${id}`))).toBe(true);
      expect(summarize(await findingsFor(found()))).toEqual(findings);
    });

    it('is not found in the nearest chain', async () => {
      expect(passing.some((each) => each.endsWith(` ${id}`))).toBe(false);
      expect(summarize(await findingsFor(passes()))).toEqual(passing);
    });
  });
}

/** What the whole check finds on a server that sends this. */
function findingsFor({ chain, roots, ...terms }: Shown): Promise<readonly Finding[]> {
  const [first, ...others] = chain;
  const served = {
    chain: [first.certificate, ...others.map(({ certificate }) => certificate)] as const,
    key: first.keys.privateKey,
  };
  return findingsOn(served, { roots: roots.map(({ certificate }) => certificate), ...terms });
}

/** Java has a store of its own, with `anchor` alone; the others trust `common`. None is a public authority's. */
export function javaTrusts(anchor: Minted, common: Minted): ClientTrust {
  const own = new Map([['java', createTrustStore([anchor.certificate])]] as const);
  return createClientTrust(createTrustStore([common.certificate]), createTrustStore([]), own);
}
