import { describe, expect, it } from 'vitest';
import { scenario } from '../../support/scenario/scenario.ts';

const EMPTY = {
  version: 1,
  tool: { name: 'airec-https', version: '0.1.0' },
  command: 'deploy',
  dryRun: false,
  startedAt: '2026-06-01T12:00:00.000Z',
  durationMs: 1,
  status: 'healthy',
  changed: false,
  mapping: { path: 'm.xlsx', changed: false },
  endpoints: [],
  steps: [],
};
const ELSEWHERE = {
  domain: 'other.example.com',
  port: 443,
  location: { file: 'airec-https.yml' },
  status: 'healthy',
  changed: true,
  rolledBack: false,
  rollback: {
    targets: [{ name: 'CLB lb-1:443', type: 'CLB', instance: 'lb-1', before: { ServerCertificateId: 'x' } }],
  },
  plan: [],
  addresses: [],
  findings: [],
};

describe.concurrent('rollback', () => {
  it.each([
    ['no report', undefined, 'USAGE'],
    ['a report that is not there', 'gone.json', 'ENOENT'],
    ['what is not JSON', 'nothing at all', 'it is not JSON'],
    ['what is no report', '{"version":2}', 'ROLLBACK_REPORT_UNREADABLE'],
    ['a report of nothing', JSON.stringify(EMPTY), 'ROLLBACK_NOTHING'],
    [
      'one of another endpoint',
      JSON.stringify({ ...EMPTY, endpoints: [ELSEWHERE] }),
      'ROLLBACK_ENDPOINT_UNKNOWN',
    ],
  ])('refuses %s, and changes nothing', (_name, content, problem) =>
    scenario(
      async (s) => {
        if (content !== undefined && content !== 'gone.json') await s.write('report.json', content);
        const file = content === 'gone.json' ? 'gone.json' : 'report.json';
        const run = await s.terminal('rollback', ...(content === undefined ? [] : ['--report', file]));
        expect(run.exitCode).toBe(2);
        expect(run.stderr).toContain(problem);
        expect(s.newCalls()).toEqual([]);
      },
      { api: '2020-04-07' },
    )(),
  );
});
