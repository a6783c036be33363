import { describe, expect, it } from 'vitest';
import { checkedRows } from '../../../src/reports/check/check-chain.ts';
import type { CheckedEndpoint } from '../../../src/reports/check/check-report.ts';

const TIME = new Date('2026-06-01T12:00:00Z');
const certificate = (subject: string, issuer: string, notAfter = '2026-08-01T00:00:00.000Z') => ({
  subject,
  issuer,
  notBefore: '2026-05-01T00:00:00.000Z',
  notAfter,
});

function endpointServing(receivedChain: string[], changes: Partial<CheckedEndpoint> = {}): CheckedEndpoint {
  const path = { certificates: ['leaf', 'ca'], anchor: 'root' };
  return {
    domain: 'rec.example.com',
    port: 443,
    verdict: 'healthy',
    addresses: [
      { address: '203.0.113.7:443', stage: 'done', receivedChain, path, findings: [], latencyMs: 9 },
    ],
    clients: {},
    findings: [],
    repair: null,
    certificates: {
      leaf: certificate('CN=leaf', 'CN=ca'),
      ca: certificate('CN=ca', 'CN=root'),
      root: certificate('CN=root', 'CN=root'),
      stray: certificate('CN=stray', 'CN=root', '2026-05-30T00:00:00.000Z'),
    },
    ...changes,
  };
}

function rowsOf(endpoint: CheckedEndpoint): readonly string[] {
  return endpoint.addresses.flatMap((address) =>
    checkedRows(address, endpoint, TIME).map(({ mark, sent, needed, name }) =>
      [mark, sent.join('+') || '-', needed ?? '-', name].join(' '),
    ),
  );
}

describe('the picture of a chain', () => {
  const above = 'known - - CN=root';
  it.each<[what: string, sent: string[], rows: string[]]>([
    ['what is needed', ['leaf', 'ca'], ['used 1 1 CN=leaf', 'used 2 2 CN=ca', above]],
    ['what is missing', ['leaf'], ['used 1 1 CN=leaf', 'missing - 2 CN=ca', above]],
    ['a duplicate', ['leaf', 'ca', 'ca'], ['used 1 1 CN=leaf', 'wrong 2+3 2 CN=ca', above]],
    ['a root', ['leaf', 'ca', 'root'], ['used 1 1 CN=leaf', 'used 2 2 CN=ca', 'known 3 - CN=root']],
    ['a stray', ['leaf', 'stray', 'ca'], ['used 1 1 CN=leaf', 'used 3 2 CN=ca', above, 'wrong 2 - CN=stray']],
    ['an order', ['ca', 'leaf'], ['used 2 1 CN=leaf', 'wrong 1 2 CN=ca', above]],
    ['nothing', [], []],
  ])('shows %s', (_what, sent, rows) => {
    expect(rowsOf(endpointServing(sent))).toEqual(rows);
  });

  it('takes the bundle of a repair for what is needed, and says where it comes from', () => {
    const endpoint = endpointServing(['leaf'], {
      repair: {
        bundle: ['leaf', 'ca'],
        pem: '',
        satisfies: [],
        leaves: [],
        anchor: 'root',
        sources: [{ kind: 'served' }, { kind: 'aia', url: 'http://ca.example/ca.cer' }],
        proofs: [],
      },
    });
    const [address] = endpoint.addresses;
    expect(address && checkedRows(address, endpoint, TIME)[1]).toMatchObject({
      mark: 'missing',
      notes: ['missing', 'from http://ca.example/ca.cer', expect.any(String)],
    });
  });

  it('marks what has expired and what a finding is about', () => {
    const endpoint = endpointServing(['leaf', 'ca'], {
      findings: [
        { id: 'weak-key', severity: 'error', certificate: 'leaf', message: '', help: '' },
        { id: 'expired-intermediate', severity: 'error', certificate: 'ca', message: '', help: '' },
      ],
    });
    endpoint.certificates['ca'] = certificate('CN=ca', 'CN=root', '2026-05-30T00:00:00.000Z');
    const [address] = endpoint.addresses;
    expect(
      address && checkedRows(address, endpoint, TIME).map(({ mark, notes }) => [mark, ...notes]),
    ).toEqual([
      ['wrong', '60 days left', 'weak-key'],
      ['wrong', 'expired 2026-05-30'],
      ['known', 'trust anchor', 'not sent'],
    ]);
  });

  it('shows a root that is sent and that clients do not trust in its place', () => {
    const endpoint = endpointServing(['leaf', 'ca', 'root']);
    endpoint.addresses = endpoint.addresses.map((each) => ({
      ...each,
      path: { certificates: ['leaf', 'ca'], anchor: null },
    }));
    expect(rowsOf(endpoint).slice(2)).toEqual(['wrong 3 - CN=root']);
  });
});
