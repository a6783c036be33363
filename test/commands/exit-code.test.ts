import { describe, expect, it } from 'vitest';
import { exitCodeOf, exitCodeOfErrors, type ExitCode } from '../../src/commands/exit-code.ts';
import { appError } from '../../src/errors/catalogue.ts';
import { toAppErrors } from '../../src/errors/render.ts';
import type { Report } from '../../src/reports/deploy/report.ts';
import { reportedEndpoint, reportedFinding, reportOf } from '../support/reports.ts';

type Endpoint = Partial<Report['endpoints'][number]>;

const ERROR = [reportedFinding()];
const WARNING = [reportedFinding({ severity: 'warning' })];
const INFO = [reportedFinding({ severity: 'info' })];
const stopped = (category: string) => ({ error: { code: 'X', category, problem: 'p', help: 'h' } });

/** Endpoints, and the exit code with `fail-on` error, warning and never. */
type Row = readonly [
  name: string,
  endpoints: readonly Endpoint[],
  codes: readonly [ExitCode, ExitCode, ExitCode],
];

describe('the exit code of a report', () => {
  it.each<Row>([
    ['healthy', [{}], [0, 0, 0]],
    ['something to know', [{ findings: INFO }], [0, 0, 0]],
    ['a warning', [{ status: 'degraded', findings: WARNING }], [0, 1, 0]],
    ['an error', [{ status: 'degraded', findings: ERROR }], [1, 1, 0]],
    ['an error at the second endpoint', [{}, { status: 'broken', findings: ERROR }], [1, 1, 0]],
    ['nobody could tell', [{ status: 'unknown', findings: WARNING }], [3, 1, 0]],
    [
      'nobody could tell of one, and an error at the other',
      [{ status: 'unknown' }, { findings: ERROR }],
      [1, 1, 0],
    ],
    ['the cloud did not answer', [{ status: 'unknown', ...stopped('network') }], [3, 3, 0]],
    ['CAS refused the material', [{ status: 'degraded', ...stopped('certificate') }], [1, 1, 0]],
    [
      'what the configuration names is not there',
      [{ status: 'unknown', ...stopped('configuration') }],
      [2, 2, 2],
    ],
    ['the same, and the cloud did not answer', [stopped('configuration'), stopped('remote')], [3, 3, 0]],
  ])('%s', (_name, endpoints, codes) => {
    const report = reportOf({ endpoints: endpoints.map((changes) => reportedEndpoint(changes)) });
    expect((['error', 'warning', 'never'] as const).map((failOn) => exitCodeOf(report, failOn))).toEqual(
      codes,
    );
  });

  it('is 3 when the configuration turned out wrong after something was changed', () => {
    const endpoints = [reportedEndpoint({ status: 'unknown', ...stopped('configuration') })];
    expect(exitCodeOf(reportOf({ endpoints, changed: true }), 'error')).toBe(3);
  });

  it.each<Row>([
    ['what deploying will mend', [{ status: 'broken', findings: ERROR }], [0, 0, 0]],
    ['what forbids deploying', [{ status: 'broken', findings: ERROR, plan: [] }], [1, 1, 0]],
    ['what could not be inspected', [{ status: 'unknown', plan: [], ...stopped('network') }], [3, 3, 0]],
  ])('of a dry run: %s', (_name, endpoints, codes) => {
    const report = reportOf({
      dryRun: true,
      endpoints: endpoints.map((changes) => reportedEndpoint(changes)),
    });
    expect((['error', 'warning', 'never'] as const).map((failOn) => exitCodeOf(report, failOn))).toEqual(
      codes,
    );
  });
});

describe('the exit code of errors', () => {
  const usage = appError('USAGE', { problem: 'p', help: 'h' });
  const credentials = appError('CREDENTIALS_MISSING', { missing: ['ALIBABA_CLOUD_ACCESS_KEY_ID'] });
  const damaged = appError('CERTIFICATE_MALFORMED', { reason: 'r' });
  const remote = appError('ISSUE_FAILED', { id: 'cert-1' });

  it.each([
    ['a call that cannot be used', [usage], 2],
    ['credentials that are missing', [credentials], 2],
    ['a certificate that is none', [damaged], 2],
    ['the cloud', [remote], 3],
    ['the cloud among others', [usage, remote], 3],
    ['a defect', toAppErrors(new TypeError('x')), 3],
  ])('%s', (_name, errors, code) => {
    expect(exitCodeOfErrors(errors)).toBe(code);
  });
});
