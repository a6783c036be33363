import { describe, expect, it } from 'vitest';
import { appError } from '../../src/errors/catalogue.ts';
import { annotateErrors } from '../../src/reports/annotations.ts';
import { annotate } from '../../src/reports/deploy/deploy-annotations.ts';
import { reportedEndpoint, reportedFinding, reportOf } from '../support/reports.ts';

const LOCATION = { file: '/w/certs/rec.pem', line: 1 };
const numbered = (count: number, severity: 'error' | 'warning') =>
  Array.from({ length: count }, (_, index) => reportedFinding({ severity, problem: `problem ${index + 1}` }));

function annotationsOf(findings: ReturnType<typeof numbered>) {
  return annotate(reportOf({ endpoints: [reportedEndpoint({ findings })] }));
}

describe('annotations of a report', () => {
  it('mark the file and line that a person must edit', () => {
    expect(annotationsOf([reportedFinding({ location: LOCATION, address: '203.0.113.7:443' })])).toEqual([
      {
        level: 'error',
        title: 'missing-intermediate',
        message: 'rec.example.com:443 at 203.0.113.7:443: the chain is incomplete\nServe the full bundle.',
        location: LOCATION,
      },
    ]);
  });

  it('tell warnings after errors, and nothing that is only to know', () => {
    const findings = (['warning', 'info', 'error'] as const).map((severity) => reportedFinding({ severity }));
    expect(
      annotationsOf([...findings].map((each, index) => ({ ...each, problem: `p${index}` }))),
    ).toMatchObject([{ level: 'error' }, { level: 'warning' }]);
  });

  it('tell the same problem at several addresses once', () => {
    expect(
      annotationsOf([reportedFinding({ address: 'a' }), reportedFinding({ address: 'b' })]),
    ).toHaveLength(1);
  });

  it('tell what stopped the work on an endpoint', () => {
    const error = { code: 'ISSUE_LATE', category: 'remote', problem: 'late', help: 'wait' };
    expect(annotate(reportOf({ endpoints: [reportedEndpoint({ error })] }))).toMatchObject([
      {
        level: 'error',
        title: 'ISSUE_LATE',
        message: 'rec.example.com:443: late\nwait',
        location: { file: 'airec-https.yml', line: 8, column: 13 },
      },
    ]);
  });

  it.each([
    [9, 9],
    [10, 10],
    [11, 10],
    [30, 10],
  ])('fold %i errors into %i', (given, shown) => {
    expect(annotationsOf(numbered(given, 'error'))).toHaveLength(shown);
  });

  it('say how many the last one stands for, each level by itself', () => {
    const annotations = annotationsOf([...numbered(12, 'warning'), ...numbered(11, 'error')]);
    expect(annotations).toHaveLength(20);
    expect(annotations[8]).toMatchObject({ level: 'error', message: expect.stringContaining('problem 9') });
    expect(annotations[9]).toMatchObject({ level: 'error', message: expect.stringMatching(/^2 more/) });
    expect(annotations[19]).toMatchObject({ level: 'warning', message: expect.stringMatching(/^3 more/) });
  });
});

describe('annotations of errors', () => {
  it('carry the code, the remedy and the place', () => {
    const location = { file: 'airec-https.yml', line: 8, column: 3 };
    const error = appError('KEY_VARIABLE_MISSING', { name: 'REC_KEY' }, { location });
    expect(annotateErrors([error])).toEqual([
      { level: 'error', title: 'KEY_VARIABLE_MISSING', message: `${error.message}\n${error.help}`, location },
    ]);
  });

  it('are folded too', () => {
    const errors = Array.from({ length: 40 }, () => appError('KEY_VARIABLE_MISSING', { name: 'REC_KEY' }));
    expect(annotateErrors(errors)).toHaveLength(10);
  });
});
