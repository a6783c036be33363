import { describe, expect, it } from 'vitest';
import { emptyState } from '../../../src/monitoring/monitor-state.ts';
import { readinessOf, withReadiness } from '../../../src/monitoring/readiness.ts';
import type { SweptEndpoint } from '../../../src/monitoring/swept-endpoint.ts';
import { type MonitorReport, toMonitorReport } from '../../../src/reports/monitor/monitor-report.ts';
import { isWorthShowing, monitorSummary } from '../../../src/reports/monitor/monitor-summary.ts';
import { COMMENT_BYTES, renderMarkdown, SUMMARY_BYTES } from '../../../src/reports/summary/markdown.ts';
import { HOSTILE } from '../../support/summaries.ts';
import { broken, DAY_MS, iso, LEAF, START, swept } from '../../support/monitoring.ts';

/** The report of a run at START that saw these. */
function reportOf(
  endpoints: readonly SweptEndpoint[],
  changes: Partial<Parameters<typeof toMonitorReport>[0]> = {},
): MonitorReport {
  const readiness = endpoints.map((endpoint) => readinessOf(endpoint, new Date(START)));
  return toMonitorReport({
    startedAt: iso(START),
    circumstances: { vantage: 'self-hosted/hangzhou', schedule: null },
    delayMs: null,
    swept: endpoints.map((endpoint, index) => withReadiness(endpoint, readiness[index])),
    readiness,
    state: emptyState(),
    fixes: [],
    messages: [],
    problems: [],
    ...changes,
  });
}

function markdownOf(report: MonitorReport, mostBytes = SUMMARY_BYTES): string {
  return renderMarkdown(monitorSummary(report), { mostBytes });
}

/** Chained to a public root whose key was made on that day. */
function rootedAt(made: string): Partial<SweptEndpoint> {
  const dates = { notBefore: iso(START), notAfter: iso(START + 90 * DAY_MS) };
  const leaf = { fingerprint: LEAF, subject: 'CN=rec.example.com', ...dates };
  const root = {
    fingerprint: 'c'.repeat(64),
    subject: 'CN=An old root',
    notBefore: `${made}T00:00:00.000Z`,
    notAfter: '2037-01-01T00:00:00.000Z',
  };
  const intermediate = { ...leaf, fingerprint: 'b'.repeat(64), subject: 'CN=Issuer' };
  return { path: [leaf, intermediate, root], isPublic: true };
}

/** Broken, and mended by a bundle with the intermediate that is missing. */
function repairable(changes: Partial<SweptEndpoint> = {}): SweptEndpoint {
  const dates = { notBefore: iso(START), notAfter: iso(START + 90 * DAY_MS) };
  const leaf = { fingerprint: LEAF, subject: 'CN=rec.example.com', ...dates };
  const issuer = { fingerprint: 'b'.repeat(64), subject: 'CN=Intermediate', ...dates };
  const certificates = [
    { ...leaf, source: { kind: 'served' } },
    { ...issuer, source: { kind: 'aia', url: 'http://ca.example.com/ca.cer' } },
  ] as const;
  const proof = { address: '203.0.113.1:443', client: 'java', before: false, after: true } as const;
  const repair = {
    leaf: LEAF,
    pem: '',
    certificates,
    satisfies: ['java'],
    leaves: [],
    proofs: [proof],
  } as const;
  return broken({ repairs: [repair], ...changes });
}

describe('the summary of the monitor', () => {
  it('is nothing to show while all is well', () => {
    expect(isWorthShowing(reportOf([swept()]))).toBe(false);
    expect(isWorthShowing(reportOf([swept(rootedAt('2020-01-01'))]))).toBe(false);
    const { table, sections, sign } = monitorSummary(reportOf([swept()]));
    expect([table, sections, sign]).toEqual([undefined, [], 'good']);
  });

  it('says how long is left to the next deadline of what is not well, and from where it was seen', () => {
    const well = swept({ domain: 'other.example.com', name: 'other.example.com:443' });
    const text = markdownOf(reportOf([broken(), well]));
    // A third of its 90 days is left for the renewal; the day of the run has begun.
    expect(text).toContain(String.raw`renewal is due 2026\-07\-31 \(59 days\) |`);
    expect(text).toContain('Seen from `self-hosted/hangzhou`.');
    expect(text).not.toContain('other.example.com');
  });

  it('tells of a root that is about to be dropped, however well the endpoint is', () => {
    // Its root is dropped on 15 April 2026 at the latest.
    const report = reportOf([swept(rootedAt('2006-05-01'))]);
    expect(isWorthShowing(report)).toBe(true);
    expect(markdownOf(report)).toContain(String.raw`clients drop its root 2026\-04\-15 \(overdue\) |`);
  });

  it('draws what is served beside what mends it, and links the pull request', () => {
    const fixes = [
      {
        path: 'certs/rec.pem',
        operation: 'created',
        why: 'new',
        number: 7,
        url: 'https://github.example/o/r/pull/7',
      },
    ];
    const text = markdownOf(reportOf([repairable()], { fixes }));
    expect(text).toContain('subgraph c1["needed"]');
    expect(text).toMatch(/:::missing\n/);
    expect(text).toContain(String.raw`[Pull request \#&#8203;7](https://github.example/o/r/pull/7)`);
    expect(text).toContain('**Mended by** a bundle of 2 certificates');
  });

  it('draws what is missing where nothing mends it', () => {
    const text = markdownOf(reportOf([broken()]));
    expect(text).toContain('"✗\u{A0}CN=Intermediate<br/>not sent, and not known to clients"]:::missing');
    expect(text).not.toContain('subgraph c1');
  });

  it('says how late the schedule started it, and how long its steps took', () => {
    const report = reportOf([broken()], {
      circumstances: { vantage: 'v', schedule: '17 * * * *' },
      delayMs: 250_000,
      timings: [
        { step: 'look', durationMs: 1200 },
        { step: 'tell', durationMs: 300 },
      ],
    });
    const text = markdownOf(report);
    expect(text).toContain('Seen from `v`, 4 min 10 s after its schedule `17 * * * *`.');
    expect(text).toContain('<details><summary>2 steps in 1.5 s</summary>');
  });

  it.each(HOSTILE)('keeps its form whatever a certificate says: %j', (hostile) => {
    const dates = { notBefore: iso(START), notAfter: iso(START + 90 * DAY_MS) };
    const evil = broken({
      leaves: [{ fingerprint: LEAF, subject: hostile, ...dates }],
      addresses: [{ address: '203.0.113.1:443', chain: [LEAF], missingIssuers: [hostile], failure: null }],
      origin: hostile,
    });
    const tame = broken({ origin: 'x' });
    expect(markdownOf(reportOf([evil])).split('\n')).toHaveLength(
      markdownOf(reportOf([tame])).split('\n').length,
    );
  });

  it.each([SUMMARY_BYTES, COMMENT_BYTES])(
    'of 2,000 broken endpoints has at most %i bytes, and says what it leaves out',
    (most) => {
      const endpoints = Array.from({ length: 2000 }, (_, index) =>
        repairable({ domain: `endpoint-${index}.example.com`, name: `endpoint-${index}.example.com:443` }),
      );
      const text = markdownOf(reportOf(endpoints), most);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
      const rows = text.match(/^\| `endpoint-/gm)?.length ?? 0;
      const folds = text.match(/<details/g)?.length ?? 0;
      expect(rows).toBeGreaterThan(50);
      expect(text).toContain(`${2000 - folds} more sections in the report.`);
      expect(text.includes(`${2000 - rows} more rows in the report.`)).toBe(rows < 2000);
    },
  );
});
