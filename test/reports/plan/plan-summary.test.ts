import { describe, expect, it } from 'vitest';
import { annotatePlan } from '../../../src/reports/plan/plan-annotations.ts';
import {
  type PlannedEndpoint,
  type PlanReport,
  planReportSchema,
} from '../../../src/reports/plan/plan-report.ts';
import { isQuiet, planSummary } from '../../../src/reports/plan/plan-summary.ts';
import { COMMENT_BYTES, renderMarkdown, SUMMARY_BYTES } from '../../../src/reports/summary/markdown.ts';
import { renderText } from '../../../src/reports/summary/text.ts';
import { createPaint } from '../../../src/reports/paint.ts';
import { exitCodeOfPlan } from '../../../src/commands/exit-code.ts';

const OLD = 'a'.repeat(64);
const NEW = 'b'.repeat(64);
const validity = { notBefore: '2026-11-01T00:00:00.000Z', notAfter: '2027-01-30T00:00:00.000Z' };

function endpoint(changes: Partial<PlannedEndpoint> = {}): PlannedEndpoint {
  return {
    domain: 'rec.example.com',
    port: 443,
    location: { file: 'airec-https.yml', line: 6 },
    verdict: 'planned',
    intendedLeaf: NEW,
    items: [
      { step: 'provision', subject: 'CAS', decision: 'do', reason: 'CAS does not hold this certificate' },
      { step: 'deploy', subject: 'CLB lb-1:443', decision: 'do', reason: 'the certificate is new' },
      { step: 'map', subject: 'certificate_info.xlsx', decision: 'skip', reason: 'named' },
    ],
    clients: {
      before: { java: { accepts: false, byLuck: false, error: 'PKIX path building failed' } },
      after: { java: { accepts: true, byLuck: false, error: null } },
    },
    names: { covered: ['rec.example.com'], gained: [], lost: [], untouched: [] },
    targets: [],
    addresses: [],
    chains: { before: [OLD], after: [NEW] },
    certificates: {
      [OLD]: { subject: 'CN=old', issuer: 'CN=ca', ...validity },
      [NEW]: { subject: 'CN=new', issuer: 'CN=ca', ...validity },
    },
    rehearsal: null,
    findings: [],
    errors: [],
    ...changes,
  };
}

function plan(changes: Partial<PlanReport> = {}): PlanReport {
  const endpoints = changes.endpoints ?? [endpoint()];
  return planReportSchema.parse({
    version: 1,
    tool: { name: 'airec-https', version: '0.1.0' },
    command: 'plan',
    startedAt: '2026-11-29T12:00:00.000Z',
    durationMs: 1234,
    verdict: 'planned',
    access: { cloud: 'read', online: true },
    mapping: { path: '/w/certificate_info.xlsx', exists: true },
    writes: [],
    errors: [],
    steps: [{ name: 'inspect', title: 'Read', asked: [], observed: [], outcome: 'done', durationMs: 12 }],
    ...changes,
    endpoints,
  } satisfies PlanReport);
}

const comment = (report: PlanReport): string =>
  renderMarkdown(planSummary(report, { withTimes: false }), { mostBytes: COMMENT_BYTES });

describe('the plan as people see it', () => {
  it('as a comment has no times, so that the same plan gives the same text', () => {
    const later = plan({ startedAt: '2026-11-30T12:00:00.000Z', durationMs: 9999 });
    expect(comment(later)).toBe(comment(plan()));
    const summary = renderMarkdown(planSummary(plan(), { withTimes: true }), { mostBytes: SUMMARY_BYTES });
    expect(summary).toContain('1.2 s');
  });

  it('lets nothing that a peer or a file wrote become markup, a mention or another row', () => {
    const hostile = '<img src=x> @team | [a](http://b) ```\n# big';
    const text = comment(
      plan({
        endpoints: [
          endpoint({
            items: [{ step: 'deploy', subject: hostile, decision: 'do', reason: hostile }],
            names: { covered: [hostile], gained: [], lost: [hostile], untouched: [hostile] },
            certificates: {
              [NEW]: { subject: `CN="]\n end --> ${hostile}`, issuer: '', ...validity },
            },
          }),
        ],
      }),
    );
    expect(text).not.toMatch(/<img|@team|^# big|\]\(http/m);
    const rows = text.split('\n').filter((line) => line.startsWith('| deploy'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  it('of a thousand endpoints fits into a comment, and says what is left out', () => {
    const endpoints = Array.from({ length: 1000 }, (_, index) =>
      endpoint({ domain: `r${index}.example.com` }),
    );
    const text = comment(plan({ endpoints }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_BYTES);
    expect(text).toMatch(/\d+ more rows in the report/);
    expect(text).toMatch(/\d+ more sections in the report/);
  });

  it('tells the worst first, and counts those with nothing to do', () => {
    const unchanged = endpoint({ verdict: 'unchanged', items: [] });
    const endpoints = [
      { ...unchanged, domain: 'a.example.com' },
      endpoint({ domain: 'b.example.com' }),
      endpoint({ domain: 'c.example.com', verdict: 'blocked', findings: [mismatch] }),
      { ...unchanged, domain: 'd.example.com' },
    ];
    const { table, notes, sections } = planSummary(plan({ endpoints, verdict: 'blocked' }), {
      withTimes: false,
    });
    expect(table?.rows.map(([name]) => name)).toEqual([
      { code: 'c.example.com:443' },
      { code: 'b.example.com:443' },
    ]);
    expect([notes.length, sections.length]).toEqual([
      1 + planSummary(plan(), { withTimes: false }).notes.length,
      2,
    ]);
  });

  it('shows the same in a terminal, within its width', () => {
    const page = { paint: createPaint(false), width: 80 };
    const text = renderText(planSummary(plan(), { withTimes: true }), page);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(text).toContain('PKIX path building failed');
  });

  it.each([
    [
      'nothing to do',
      plan({ verdict: 'unchanged', endpoints: [endpoint({ verdict: 'unchanged', items: [] })] }),
      true,
    ],
    ['something to do', plan(), false],
  ])('is quiet or not: %s', (_, report, quiet) => {
    expect(isQuiet(report)).toBe(quiet);
  });
});

const lost = {
  id: 'names-lost',
  severity: 'warning',
  problem: 'api.example.com: …',
  help: 'Have it issued.',
} as const;
const mismatch = {
  id: 'key-mismatch',
  severity: 'error',
  problem: 'the key is another one',
  help: 'Supply it.',
  location: { file: 'airec-https.yml', line: 9 },
} as const;
const denied = {
  code: 'CLOUD_PERMISSION',
  category: 'permission',
  problem: 'not allowed',
  help: 'Allow it.',
};
const silent = { code: 'CLOUD_UNREACHABLE', category: 'network', problem: 'no answer', help: 'Try again.' };

describe('what a plan comes to', () => {
  const rows: readonly (readonly [string, PlanReport, readonly (number | string)[]])[] = [
    ['a change', plan(), [0, 0, 0]],
    [
      'a warning',
      plan({ endpoints: [endpoint({ findings: [lost] })] }),
      [0, 1, 0, 'warning airec-https.yml:6'],
    ],
    [
      'a refusal',
      plan({ verdict: 'blocked', endpoints: [endpoint({ findings: [mismatch] })] }),
      [1, 1, 0, 'error airec-https.yml:9'],
    ],
    [
      'a permission that is missing',
      plan({ verdict: 'undetermined', endpoints: [endpoint({ errors: [denied] })] }),
      [2, 2, 0, 'error airec-https.yml:6'],
    ],
    [
      'a cloud that does not answer',
      plan({ verdict: 'undetermined', endpoints: [endpoint({ errors: [denied, silent] })] }),
      [3, 3, 0, 'error airec-https.yml:6', 'error airec-https.yml:6'],
    ],
  ];

  it.each(rows)('%s', (_, report, [error, warning, never, ...marks]) => {
    const codes = (['error', 'warning', 'never'] as const).map((level) => exitCodeOfPlan(report, level));
    expect(codes).toEqual([error, warning, never]);
    const annotations = annotatePlan(report);
    expect(annotations.map(({ level, location }) => `${level} ${location?.file}:${location?.line}`)).toEqual(
      marks,
    );
  });
});
