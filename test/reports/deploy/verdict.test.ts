import { describe, expect, it } from 'vitest';
import { verdictLine } from '../../../src/reports/deploy/verdict.ts';
import { reportedEndpoint, reportedFinding, reportOf } from '../../support/reports.ts';

const degraded = reportedEndpoint({ domain: 'a.example.com', status: 'degraded' });
const broken = reportedEndpoint({
  domain: 'b.example.com',
  status: 'broken',
  findings: [
    reportedFinding({ severity: 'warning', problem: 'less' }),
    reportedFinding({ severity: 'error', problem: 'most' }),
  ],
});

describe('the verdict', () => {
  it('counts endpoints that are well', () => {
    expect(verdictLine(reportOf())).toMatch(/^1 endpoint healthy/);
    const endpoints = [reportedEndpoint(), reportedEndpoint()];
    expect(verdictLine(reportOf({ endpoints }))).toMatch(/^2 endpoints healthy/);
  });

  it('names the worst endpoint and its worst finding, wherever they stand', () => {
    const line = verdictLine(reportOf({ endpoints: [reportedEndpoint(), degraded, broken] }));
    expect(line).toMatch(/2 of 3 endpoints.*b\.example\.com:443.*broken.*most/);
    expect(line).not.toMatch(/a\.example\.com|less/);
  });

  it('names what stopped the work before any finding', () => {
    const error = { code: 'ISSUE_LATE', category: 'remote', problem: 'late', help: 'wait' };
    expect(verdictLine(reportOf({ endpoints: [{ ...broken, error }] }))).toContain('late');
  });

  it.each([
    [['skip'], /nothing/],
    [['do'], /1 change\b/],
    [['do', 'skip', 'do'], /2 changes/],
    [[], /1 endpoint cannot be deployed/],
  ] as const)('of a plan with %j matches %s', (decisions, wanted) => {
    const plan = decisions.map((decision) => ({ step: 'map' as const, subject: 's', decision, reason: 'r' }));
    expect(verdictLine(reportOf({ dryRun: true, endpoints: [reportedEndpoint({ plan })] }))).toMatch(wanted);
  });
});
