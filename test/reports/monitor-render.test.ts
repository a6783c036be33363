import { describe, expect, it } from 'vitest';
import { emptyState } from '../../src/monitoring/monitor-state.ts';
import { readinessOf, withReadiness } from '../../src/monitoring/readiness.ts';
import type { SweptEndpoint } from '../../src/monitoring/swept-endpoint.ts';
import { renderMonitorSummary } from '../../src/reports/monitor-render.ts';
import { toMonitorReport } from '../../src/reports/monitor-report.ts';
import { broken, DAY_MS, iso, LEAF, START, swept } from '../support/monitoring.ts';

/** The job summary of a run at START that saw these. */
function summaryOf(...endpoints: readonly SweptEndpoint[]): string | undefined {
  const readiness = endpoints.map((endpoint) => readinessOf(endpoint, new Date(START)));
  const report = toMonitorReport({
    startedAt: iso(START),
    circumstances: { vantage: 'self-hosted/hangzhou', schedule: null },
    delayMs: null,
    swept: endpoints.map((endpoint, index) => withReadiness(endpoint, readiness[index])),
    readiness,
    state: emptyState(),
    fixes: [],
    messages: [],
    problems: [],
  });
  return renderMonitorSummary(report);
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
  return { path: [leaf, { ...leaf, subject: 'CN=Issuer' }, root], isPublic: true };
}

describe('renderMonitorSummary', () => {
  it('is empty while all is well', () => {
    expect(summaryOf(swept())).toBeUndefined();
    expect(summaryOf(swept(rootedAt('2020-01-01')))).toBeUndefined();
  });

  it('says how long is left to the next deadline of what is not well, and from where it was seen', () => {
    const summary = summaryOf(
      broken(),
      swept({ domain: 'other.example.com', name: 'other.example.com:443' }),
    );
    // A third of its 90 days is left for the renewal; the day of the run has begun.
    expect(summary).toContain('renewal is due 2026-07-31 (59 days) |');
    expect(summary).toContain('`self-hosted/hangzhou`');
    expect(summary).not.toContain('other.example.com');
  });

  it('tells of a root that is about to be dropped, however well the endpoint is', () => {
    // Its root is dropped on 15 April 2026 at the latest.
    const summary = summaryOf(swept(rootedAt('2006-05-01')));
    expect(summary).toContain('clients drop its root 2026-04-15 (overdue) |');
    expect(summary).toContain('CN=An old root');
  });
});
