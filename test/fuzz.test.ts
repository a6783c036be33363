import { describe, expect, it } from 'vitest';
import { fuzz } from './support/fuzz/fuzz-run.ts';
import { TARGETS } from './support/fuzz/targets.ts';

const SEED = 1;

describe('hostile input', () => {
  it.each(TARGETS)('does no harm: $name', async (target) => {
    const report = await fuzz({ target, seed: SEED, goesOn: (caseNumber) => caseNumber < target.cases });
    expect(report.defects.map(({ kind, detail, caseNumber }) => ({ kind, detail, caseNumber }))).toEqual([]);
    expect(report.cases).toBe(target.cases);
  });
});
