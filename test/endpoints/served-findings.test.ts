import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../src/certificates/certificate.ts';
import type { PathFailure } from '../../src/certificates/path-failure.ts';
import type { FindingId } from '../../src/endpoints/finding.ts';
import {
  describeFailure,
  describeHttpFailure,
  describeNameMismatch,
  describeOpensslRefusal,
  describeOtherLeaf,
  describeStatus,
} from '../../src/endpoints/served-findings.ts';
import { describePathFailure } from '../../src/endpoints/path-findings.ts';
import { endpointConfig, failed, issueFull, NOW } from '../support/deployment.ts';

const { leaf, intermediate, root } = issueFull();
const endpoint = endpointConfig();
const HOSTILE = 'CN=\u001B[31mred\u202Ereversed\nsecond line';
const hostile: Certificate = { ...leaf, subject: HOSTILE, issuer: HOSTILE, dnsNames: [HOSTILE, HOSTILE] };
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001F\u202E]/;

interface Row {
  readonly failure: PathFailure;
  readonly id: FindingId;
}

/** Every code there is, about `certificate`. */
function failuresOf(certificate: Certificate): readonly Row[] {
  const { issuer } = certificate;
  return [
    {
      failure: { code: 'unknown-issuer', certificate, issuer, caIssuersUrls: [] },
      id: 'missing-intermediate',
    },
    { failure: { code: 'self-signed-leaf', certificate }, id: 'self-signed' },
    { failure: { code: 'expired', certificate, notAfter: NOW, time: NOW }, id: 'expired-leaf' },
    {
      failure: { code: 'not-yet-valid', certificate, notBefore: NOW, time: NOW },
      id: 'not-yet-valid',
    },
    { failure: { code: 'bad-signature', certificate, issuer: intermediate }, id: 'bad-signature' },
    { failure: { code: 'budget-exceeded', certificate, budget: 1 }, id: 'chain-refused' },
  ];
}

describe('a failed path', () => {
  it.each(failuresOf(leaf))('$failure.code is $id', ({ failure, id }) => {
    const finding = describePathFailure(failure, endpoint, []);
    expect(finding).toMatchObject({ id, severity: 'error' });
    expect(finding.clientWords).toHaveLength(endpoint.clients.length);
  });

  it.each(failuresOf(hostile))('$failure.code shows hostile names harmlessly', ({ failure }) => {
    expect(describePathFailure(failure, endpoint, []).problem).not.toMatch(UNPRINTABLE);
  });
});

describe('a chain to a root that is sent and not trusted', () => {
  it('lacks no certificate', () => {
    const failure: PathFailure = {
      code: 'unknown-issuer',
      certificate: intermediate,
      issuer: root.subject,
      caIssuersUrls: [],
    };
    expect(describePathFailure(failure, endpoint, [leaf, intermediate, root]).id).toBe('untrusted-root');
    expect(describePathFailure(failure, endpoint, [leaf, intermediate]).id).toBe('missing-intermediate');
  });
});

describe('findings', () => {
  it('show hostile names harmlessly', () => {
    const findings = [
      describeNameMismatch(hostile, endpoint),
      describeOtherLeaf(hostile, leaf.fingerprint),
      describeOpensslRefusal(HOSTILE),
    ];
    for (const { problem } of findings) expect(problem).not.toMatch(UNPRINTABLE);
  });

  it('name at most five of the names that a certificate is for', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((label) => `${label}.example.com`);
    const { problem } = describeNameMismatch({ ...leaf, dnsNames: names }, endpoint);
    expect(problem).toContain('e.example.com');
    expect(problem).not.toContain('f.example.com');
    expect(problem).toContain('2 more');
  });

  it('give both fingerprints of another leaf', () => {
    const { problem } = describeOtherLeaf(leaf, intermediate.fingerprint);
    expect(problem).toContain(leaf.fingerprint.slice(0, 12));
    expect(problem).toContain(intermediate.fingerprint.slice(0, 12));
  });

  it('give both statuses', () => {
    const { problem } = describeStatus(503, endpoint.health);
    expect(problem).toMatch(/503.*200.*401/);
  });

  it('tell how to allow a private address, and no other failure', () => {
    const allow = 'trust.private-networks';
    expect(describeFailure(failed('policy', 'private-address'), true).help).toContain(allow);
    expect(describeFailure(failed('connect', 'refused'), false).help).not.toContain(allow);
  });

  it('tell an HTTP failure with its detail', () => {
    const { id, problem } = describeHttpFailure(failed('http', 'reset', 'ECONNRESET'), endpoint.health);
    expect(id).toBe('http-failure');
    expect(problem).toContain('reset (ECONNRESET)');
  });
});
