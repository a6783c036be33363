import { describe, expect, it } from 'vitest';
import type { DeploymentOutcome, EndpointOutcome } from '../../../src/deployment/outcome.ts';
import { planEndpoint } from '../../../src/deployment/plan.ts';
import { appError } from '../../../src/errors/catalogue.ts';
import { Secret } from '../../../src/errors/secret.ts';
import { reportSchema } from '../../../src/reports/deploy/report.ts';
import { toReport } from '../../../src/reports/deploy/to-report.ts';
import {
  endpointConfig,
  endpointVerdict,
  guideTargets,
  failed,
  handshake,
  issueFull,
  NOW,
  storedCertificate,
} from '../../support/deployment.ts';

const { leaf, intermediate } = issueFull();
const endpoint = endpointConfig();
const served = endpointVerdict(
  { tls: handshake([leaf, intermediate]) },
  { tls: failed('connect', 'timeout'), accepted: undefined, servesIntended: undefined, http: undefined },
);
const evidence = {
  endpoint,
  stored: storedCertificate(),
  targets: guideTargets(endpoint, storedCertificate()),
  served,
  bundleLength: undefined,
  mapped: undefined,
  mappingName: 'm.xlsx',
};

function endpointOutcome(changes: Partial<EndpointOutcome> = {}): EndpointOutcome {
  return {
    endpoint,
    status: 'healthy',
    certificateId: 'cert-1',
    intendedLeaf: leaf.fingerprint,
    plan: planEndpoint({ ...evidence, intendedLeaf: leaf.fingerprint }),
    needed: undefined,
    mapped: undefined,
    places: undefined,
    before: served,
    after: undefined,
    findings: [],
    error: undefined,
    changed: false,
    rolledBack: false,
    rollback: undefined,
    ...changes,
  };
}

function outcomeOf(changes: Partial<DeploymentOutcome> = {}): DeploymentOutcome {
  return {
    startedAt: NOW,
    durationMs: 4200,
    dryRun: false,
    mapping: { path: '/w/m.xlsx', changed: false },
    endpoints: [endpointOutcome()],
    steps: [],
    ...changes,
  };
}

const observing = (line: string) => ({
  steps: [
    {
      name: 'bind',
      title: 'Bind',
      endpoint: undefined,
      asked: [],
      observed: [line, 'next'],
      outcome: 'done',
      looks: [],
      durationMs: 1,
    } as const,
  ],
});

describe('the report', () => {
  it('keeps to its schema, with everything in it', () => {
    const error = appError(
      'ISSUE_LATE',
      { id: 'cert-1', seconds: 5 },
      { requestId: 'R-1', location: { file: 'f', line: 2 } },
    );
    const finding = {
      id: 'deployment-failed',
      severity: 'error',
      problem: 'p',
      help: 'h',
      clientWords: ['c'],
      address: 'a',
    } as const;
    const findings = [{ ...finding, location: { file: 'f', line: 1 } }];
    const endpoints = [
      endpointOutcome({ error, findings }),
      endpointOutcome({ plan: undefined, before: undefined }),
    ];
    const report = toReport(outcomeOf({ endpoints, ...observing('x') }), '1.2.3');
    expect(reportSchema.strict().parse(report)).toEqual(report);
    expect(report.endpoints[0]).toMatchObject({ findings, error: { code: 'ISSUE_LATE', requestId: 'R-1' } });
    expect(report.endpoints[1]).toMatchObject({ plan: [], addresses: [] });
    expect(report.steps[0]).not.toHaveProperty('endpoint');
  });

  it('shows the last look; null is what could not be determined', () => {
    const [address, silent] = toReport(outcomeOf(), '1').endpoints[0]?.addresses ?? [];
    expect(address).toMatchObject({ accepted: true, leaf: leaf.fingerprint, httpStatus: 200 });
    expect(silent).toEqual({ address: '203.0.113.2:443', accepted: null, servesIntended: null });
    const after = endpointVerdict({ accepted: false });
    const report = toReport(outcomeOf({ endpoints: [endpointOutcome({ after })] }), '1');
    expect(report.endpoints[0]?.addresses).toMatchObject([{ accepted: false }]);
  });

  it.each([
    ['nothing', {}, false],
    ['an endpoint', { endpoints: [endpointOutcome(), endpointOutcome({ changed: true })] }, true],
    ['the mapping', { mapping: { path: '/w/m.xlsx', changed: true } }, true],
  ])('says whether %s changed', (_name, changes, changed) => {
    expect(toReport(outcomeOf(changes), '1').changed).toBe(changed);
  });

  it('has the worst status of all', () => {
    const endpoints = (['healthy', 'broken', 'degraded'] as const).map((status) =>
      endpointOutcome({ status }),
    );
    expect(toReport(outcomeOf({ endpoints }), '1').status).toBe('broken');
  });

  it('shows hostile names harmlessly', () => {
    const tls = handshake([{ ...leaf, subject: 'CN=\u001B[2J\u202Ex' }]);
    const report = toReport(
      outcomeOf({ endpoints: [endpointOutcome({ after: endpointVerdict({ tls }) })] }),
      '1',
    );
    expect(report.endpoints[0]?.addresses[0]?.receivedChain).toEqual([String.raw`CN=\u{1b}[2J\u{202e}x`]);
  });
});

describe('secrets', () => {
  it('are blanked wherever they stand', () => {
    const secret = new Secret('report-secret "quoted"');
    const error = appError('USAGE', { problem: `p ${secret.reveal()}`, help: 'h' });
    const report = toReport(
      outcomeOf({ endpoints: [endpointOutcome({ error })], ...observing(secret.reveal()) }),
      '1',
    );
    expect(report.endpoints[0]?.error?.problem).toBe('p ***');
    expect(report.steps[0]?.observed).toEqual(['***', 'next']);
  });

  it('that begin and never end take no more than their own text', () => {
    const report = toReport(outcomeOf(observing('-----BEGIN PRIVATE KEY-----')), '1');
    expect(report.steps[0]?.observed).toEqual(['***', 'next']);
  });

  it('that are numbers leave numbers alone', () => {
    expect(new Secret('12345678').reveal()).toBe('12345678');
    expect(toReport(outcomeOf({ durationMs: 12_345_678 }), '1').durationMs).toBe(12_345_678);
  });
});
