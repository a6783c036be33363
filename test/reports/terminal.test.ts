import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createPaint } from '../../src/reports/paint.ts';
import { renderSteps, renderTerminal } from '../../src/reports/terminal.ts';
import { reportedEndpoint, reportedFinding, reportOf } from '../support/reports.ts';

const plain = createPaint(false);

describe('the closing page', () => {
  it('is a table and the verdict', () => {
    expect(renderTerminal(reportOf(), plain).split('\n')).toEqual([
      'Endpoint             Status     Certificate  Leaf          Addresses  Changed',
      '───────────────────  ─────────  ───────────  ────────────  ─────────  ───────',
      'rec.example.com:443  ✓ healthy  cert-8a9b2c  abababababab  1/1        no',
      '',
      expect.stringMatching(/^✓ 1 endpoint healthy/),
      'nothing was changed · 4.2 s',
    ]);
  });

  it('says each problem with its remedy before the table', () => {
    const finding = reportedFinding({ address: '203.0.113.7:443', clientWords: ['chrome: X'] });
    const error = { code: 'CLOUD_REFUSED', category: 'remote', problem: 'no', help: 'ask', requestId: 'R-1' };
    const report = reportOf({
      status: 'broken',
      changed: true,
      endpoints: [reportedEndpoint({ status: 'broken', findings: [finding], error, rolledBack: true })],
    });
    const lines = renderTerminal(report, plain).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '✗ rec.example.com:443 at 203.0.113.7:443: the chain is incomplete [missing-intermediate]',
      '    chrome: X',
      '  → Serve the full bundle.',
      '✗ rec.example.com:443: no [CLOUD_REFUSED]',
      '  → ask',
      '  RequestId R-1',
      '',
    ]);
    expect(lines.at(-4)).toContain('rolled back');
    expect(lines.at(-1)).toBe('changes were made · 4.2 s');
  });

  it('does not say what is only to know', () => {
    const endpoints = [reportedEndpoint({ findings: [reportedFinding({ severity: 'info' })] })];
    expect(renderTerminal(reportOf({ endpoints }), plain)).toBe(renderTerminal(reportOf(), plain));
  });

  it('of a dry run is the plan', () => {
    const [heading, , row] = renderTerminal(reportOf({ dryRun: true }), plain).split('\n');
    expect(heading).toMatch(/^Endpoint +Step +Subject +Decision +Reason$/);
    expect(row).toMatch(/^rec\.example\.com:443 +deploy +SLB lb-1 +skip +every address serves it$/);
  });

  it.each([
    ['deployment', reportOf()],
    ['plan', reportOf({ dryRun: true })],
  ])('of a %s is aligned the same in colour', (_name, report) => {
    const coloured = renderTerminal(report, (_colour, text) => `\u001B[32m${text}\u001B[39m`);
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(report, plain));
  });
});

describe('the table of steps', () => {
  it('has a row for each', () => {
    const step = {
      name: 'verify',
      title: 'Verify',
      asked: [],
      observed: [],
      outcome: 'done',
      durationMs: 840,
    } as const;
    const rows = renderSteps(reportOf({ steps: [{ ...step, asked: [], observed: [] }] }));
    expect(rows).toHaveLength(3);
    expect(rows[2]).toBe('verify  Verify  done     840 ms');
  });
});
