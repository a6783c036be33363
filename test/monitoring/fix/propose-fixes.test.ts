import { describe, expect, it } from 'vitest';
import { type BundleFile, proposeFixes, titleOf } from '../../../src/monitoring/fix/propose-fixes.ts';
import type { SweptEndpoint, SweptRepair } from '../../../src/monitoring/swept-endpoint.ts';
import { renderFixBody } from '../../../src/reports/fix/fix-body.ts';
import { broken, LEAF, Simulation } from '../../support/monitoring.ts';

const INTERMEDIATE = 'b'.repeat(64);
const FILE: BundleFile = { path: 'certs/rec.pem', chain: [LEAF], holdsKey: false };
const REPAIR: SweptRepair = {
  leaf: LEAF,
  pem: 'the bundle',
  certificates: [LEAF, INTERMEDIATE].map((fingerprint) => ({
    fingerprint,
    subject: 'CN="]; click | <b>@acme #1',
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2026-12-01T00:00:00.000Z',
    source: { kind: 'served' },
  })),
  satisfies: ['chrome', 'java'],
  leaves: [],
  proofs: [{ address: '203.0.113.1:443', client: 'java', before: false, after: true }],
};

function repairable(changes: Partial<SweptEndpoint> = {}): SweptEndpoint {
  return broken({ repairs: [REPAIR], ...changes });
}

/** What is proposed after `runs` runs that saw these endpoints. */
function proposedFor(swept: readonly SweptEndpoint[], file: Partial<BundleFile> = {}, runs = 2) {
  const simulation = new Simulation();
  for (let run = 0; run < runs; run += 1) simulation.run(swept);
  const files = new Map(swept.map(({ name }) => [name, { ...FILE, ...file }]));
  return proposeFixes({ swept, files, incidents: simulation.state.incidents });
}

describe('fixes', () => {
  it('are proposed for an open incident, with the bundle that mends it', () => {
    const [fix, ...others] = proposedFor([repairable()]);
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ path: FILE.path, what: FILE.path, repair: REPAIR });
    expect(fix?.incidents).toHaveLength(1);
  });

  it.each<[string, Partial<BundleFile>, number]>([
    ['before the incident is believed', {}, 1],
    ['for a file with another leaf, which may be the next one', { chain: ['c'.repeat(64)] }, 2],
    ['for a file that has these certificates already', { chain: [LEAF, INTERMEDIATE] }, 2],
    ['for a file with a private key', { holdsKey: true }, 2],
  ])('are not proposed %s', (_when, file, runs) => {
    expect(proposedFor([repairable()], file, runs)).toEqual([]);
  });

  it('of one file for several endpoints are one', () => {
    const fixes = proposedFor([repairable(), repairable({ domain: 'www.example.com' })]);
    expect(fixes).toHaveLength(1);
    expect(fixes[0]?.incidents).toHaveLength(2);
    expect(fixes.map(titleOf)).toEqual(['fix(certs): complete the chain of rec.example.com and 1 more']);
  });

  it('are described in the same words by every run, in which names are no markup', () => {
    const bodies = [2, 5].map((runs) => {
      const [fix] = proposedFor([repairable()], {}, runs);
      return fix ? renderFixBody(fix, 'airec-https.yml') : undefined;
    });
    expect(bodies[0]).toBe(bodies[1]);
    expect(bodies[0]).toContain('c0n0["✓\u{A0}CN=___ click _ _b__acme _1<br/>aaaaaaaaaaaa"]');
    expect(bodies[0]).not.toContain('<b>');
    expect(bodies[0]).not.toContain('@acme');
    expect(bodies[0]).toContain(INTERMEDIATE);
  });
});
