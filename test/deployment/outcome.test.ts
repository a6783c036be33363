import { describe, expect, it } from 'vitest';
import { type Status, statusOf, worstStatus } from '../../src/deployment/outcome.ts';
import type { Finding } from '../../src/endpoints/finding.ts';
import { type EndpointVerdict, judgeUnresolved } from '../../src/endpoints/judge.ts';
import type { AppError } from '../../src/errors/app-error.ts';
import { appError } from '../../src/errors/catalogue.ts';
import { endpointVerdict, failed } from '../support/deployment.ts';

const well = endpointVerdict({}, {});
const refused = { tls: failed('connect', 'refused'), accepted: false, servesIntended: undefined };
const timedOut = { tls: failed('connect', 'timeout'), accepted: undefined, servesIntended: undefined };
const noName = judgeUnresolved('rec.example.com', failed('dns', 'name-not-found', 'ENOTFOUND'));
const noResolver = judgeUnresolved('rec.example.com', failed('dns', 'timeout', 'no answer in time'));
const remote = appError('ISSUE_FAILED', { id: 'cert-1' });
const material = appError('CLOUD_MATERIAL_REFUSED', { call: 'CreateCertificate', reason: 'no' });

function finding(severity: Finding['severity']): Finding {
  return { id: 'incomplete-chain', severity, problem: 'p', help: 'h' };
}

interface Held {
  readonly severity?: Finding['severity'];
  readonly error?: AppError;
}
type Row = readonly [name: string, status: Status, evidence: readonly [EndpointVerdict | undefined, Held?]];

describe('the status of an endpoint', () => {
  it.each<Row>([
    ['as meant at every address', 'healthy', [well]],
    ['as meant at every address', 'healthy', [well]],
    ['with something to know', 'healthy', [well, { severity: 'info' }]],
    ['with a warning', 'degraded', [well, { severity: 'warning' }]],
    ['with an error that clients do not see', 'degraded', [well, { severity: 'error' }]],
    ['another leaf that is accepted', 'degraded', [endpointVerdict({}, { servesIntended: false })]],
    ['one address refused', 'broken', [endpointVerdict({}, { accepted: false })]],
    ['one address closed', 'broken', [endpointVerdict({}, refused)]],
    ['one address silent', 'unknown', [endpointVerdict({}, timedOut)]],
    ['one address silent and one closed', 'broken', [endpointVerdict(timedOut, refused)]],
    ['never looked at', 'unknown', [undefined]],
    ['never looked at, after an error', 'unknown', [undefined, { error: remote }]],
    ['without an address', 'broken', [noName]],
    ['that nobody could resolve', 'unknown', [noResolver]],
    ['as meant, and the work on it stopped', 'unknown', [well, { error: remote }]],
    ['as meant, and CAS refused its material', 'degraded', [well, { error: material }]],
    [
      'not as meant, and the work on it stopped',
      'degraded',
      [endpointVerdict({ servesIntended: false }), { error: remote }],
    ],
  ])('%s is %s', (_name, status, [served, { severity, error } = {}]) => {
    expect(statusOf(served, severity ? [finding(severity)] : [], error)).toBe(status);
  });
});

describe('the status of all', () => {
  it.each<[readonly Status[], Status]>([
    [[], 'healthy'],
    [['healthy', 'healthy'], 'healthy'],
    [['healthy', 'degraded'], 'degraded'],
    [['unknown', 'degraded'], 'unknown'],
    [['unknown', 'broken', 'healthy'], 'broken'],
  ])('of %j is %s', (statuses, worst) => {
    expect(worstStatus(statuses)).toBe(worst);
  });
});
