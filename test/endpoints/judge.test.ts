import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/endpoints/finding.ts';
import {
  addressesNotServing,
  addressesServingOther,
  addressesWithIncompleteChain,
  isAsIntended,
  judgeEndpoint,
  judgeUnresolved,
} from '../../src/endpoints/judge.ts';
import type { Address, HttpObservation, TlsObservation } from '../../src/endpoints/observation.ts';
import {
  endpointConfig,
  endpointVerdict,
  failed,
  handshake,
  issueFull,
  NOW,
  trustIn,
  rootCertificate,
} from '../support/deployment.ts';

const IPV4: Address = { ip: '203.0.113.7', port: 443, source: 'dns' };
const IPV6: Address = { ip: '2001:db8::1', port: 8443, source: 'pin' };
const ALIVE: HttpObservation = { kind: 'response', status: 200, durationMs: 5 };
const LATE = new Date('2027-06-01T12:00:00Z');
const EARLY = new Date('2026-05-01T12:00:00Z');

const { leaf, intermediate, root } = issueFull();
const foreign = issueFull({ names: ['www.example.com'] });
const stray = issueFull();
const whole = handshake([leaf, intermediate]);

interface Case {
  readonly tls?: TlsObservation;
  readonly http?: HttpObservation;
  readonly time?: Date;
  /** Default: the leaf. */
  readonly intended?: string;
  /** Default: the root of the authority. */
  readonly trusted?: boolean;
}

function judge({ tls = whole, http = ALIVE, time = NOW, intended = leaf.fingerprint, trusted = true }: Case) {
  const trust = trusted ? trustIn(rootCertificate) : trustIn();
  const expectation = { endpoint: endpointConfig(), intendedLeaf: intended, trust, time };
  const seen = { address: IPV4, tls, http: tls.kind === 'failure' ? undefined : http };
  const [verdict] = judgeEndpoint([seen], expectation).addresses;
  if (!verdict) throw new Error('an address has a verdict');
  return verdict;
}

const summarize = (findings: readonly Finding[]) => findings.map(({ id, severity }) => `${severity} ${id}`);

describe('an address', () => {
  it('that serves what was meant gives no finding', () => {
    expect(judge({})).toMatchObject({
      accepted: true,
      servesIntended: true,
      incompleteAt: undefined,
      findings: [],
    });
  });

  it.each<[string, Case, readonly string[]]>([
    ['its leaf alone', { tls: handshake([leaf]) }, ['error missing-intermediate']],
    [
      'its leaf twice and no intermediate',
      { tls: handshake([leaf, leaf]) },
      ['error missing-intermediate', 'info duplicate-certificate'],
    ],
    ['a chain to a root that nobody trusts', { trusted: false }, ['error missing-intermediate']],
    ['an expired leaf', { time: LATE }, ['error expired-leaf']],
    ['a chain of the future', { time: EARLY }, ['error not-yet-valid', 'error not-yet-valid-intermediate']],
    [
      'another name',
      { tls: handshake([foreign.leaf, foreign.intermediate]), intended: foreign.leaf.fingerprint },
      ['error hostname-mismatch'],
    ],
    [
      'a chain that OpenSSL alone refuses',
      { tls: handshake([leaf, intermediate], 'CERT_REVOKED') },
      ['error chain-refused'],
    ],
    [
      'a self-signed leaf',
      { tls: handshake([root]), intended: root.fingerprint, trusted: false },
      ['error self-signed', 'error wrong-key-usage', 'error no-san'],
    ],
  ])('is not accepted with %s', (_name, given, findings) => {
    const verdict = judge(given);
    expect(verdict.accepted).toBe(false);
    expect(summarize(verdict.findings)).toEqual(findings);
  });

  it.each<[string, Case, readonly string[]]>([
    ['another leaf', { tls: handshake([stray.leaf, stray.intermediate]) }, ['error certificate-drift']],
    ['the root in its chain', { tls: handshake([leaf, intermediate, root]) }, ['info root-included']],
    ['another HTTP status', { http: { ...ALIVE, status: 404 } }, ['error http-failure']],
    ['no HTTP answer', { http: failed('http', 'timeout') }, ['error http-failure']],
    [
      'another leaf in its chain',
      { tls: handshake([leaf, stray.leaf, intermediate]) },
      ['warning extra-certificate'],
    ],
  ])('is accepted with %s', (_name, given, findings) => {
    const verdict = judge(given);
    expect(verdict.accepted).toBe(true);
    expect(summarize(verdict.findings)).toEqual(findings);
  });

  it('may serve any leaf when nobody knows which was meant', () => {
    const trust = trustIn(rootCertificate);
    const expectation = { endpoint: endpointConfig(), intendedLeaf: undefined, trust, time: NOW };
    const { addresses } = judgeEndpoint([{ address: IPV4, tls: whole, http: ALIVE }], expectation);
    expect(addresses).toMatchObject([{ servesIntended: true, findings: [] }]);
  });

  it('says which certificate lacks its issuer, and what users see', () => {
    const verdict = judge({ tls: handshake([leaf]) });
    expect(verdict.incompleteAt).toBe(leaf);
    expect(verdict.findings[0]).toMatchObject({
      address: '203.0.113.7:443',
      clientWords: [
        'chrome: NET::ERR_CERT_AUTHORITY_INVALID',
        expect.stringContaining('java: PKIX path building'),
      ],
    });
  });

  it('says nothing of a missing issuer when something else is wrong', () => {
    expect(judge({ time: LATE }).incompleteAt).toBeUndefined();
  });
});

describe('an address without a handshake', () => {
  it.each([
    [failed('connect', 'refused'), false, 'error connection-refused'],
    [failed('connect', 'reset'), false, 'error connection-reset'],
    [failed('tls', 'tls-alert', 'handshake_failure'), false, 'error handshake-failure'],
    [failed('tls', 'not-tls'), false, 'error not-tls'],
    [failed('tls', 'malformed-certificate'), false, 'error malformed-certificate'],
    [failed('connect', 'timeout'), undefined, 'warning timeout'],
    [failed('connect', 'unreachable'), undefined, 'warning host-unreachable'],
    [failed('tls', 'timeout'), undefined, 'warning timeout'],
    [failed('policy', 'private-address'), undefined, 'warning not-probed'],
  ])('$stage $reason: accepted is %s', (tls, accepted, finding) => {
    const verdict = judge({ tls });
    expect(verdict).toMatchObject({ accepted, servesIntended: undefined, incompleteAt: undefined });
    expect(summarize(verdict.findings)).toEqual([finding]);
  });

  it.each([
    ['name-not-found', 'error'],
    ['timeout', 'warning'],
    ['dns-failure', 'warning'],
  ] as const)('for its name gave %s: %s', (reason, severity) => {
    const verdict = judgeUnresolved('rec.example.com', failed('dns', reason));
    expect(verdict).toMatchObject({ addresses: [], findings: [{ id: 'dns-failure', severity }] });
  });
});

describe('an endpoint', () => {
  it('has the findings of all its addresses, each with its address', () => {
    const trust = trustIn(rootCertificate);
    const expectation = { endpoint: endpointConfig(), intendedLeaf: leaf.fingerprint, trust, time: NOW };
    const verdict = judgeEndpoint(
      [
        { address: IPV4, tls: handshake([leaf]), http: ALIVE },
        { address: IPV6, tls: failed('connect', 'refused'), http: undefined },
      ],
      expectation,
    );
    expect(verdict.addresses.map(({ address }) => address)).toEqual([
      '203.0.113.7:443',
      '[2001:db8::1]:8443',
    ]);
    expect(verdict.findings.map(({ id, address }) => `${id} ${address}`)).toEqual([
      'missing-intermediate 203.0.113.7:443',
      'connection-refused [2001:db8::1]:8443',
    ]);
  });

  const stale = { servesIntended: false };
  const silent = { accepted: undefined, servesIntended: undefined };
  const closed = { accepted: false, servesIntended: undefined };
  const bare = { accepted: false, incompleteAt: leaf };

  it.each([
    ['well', endpointVerdict({}, {}), true],
    ['stale', endpointVerdict({}, stale), false],
    ['silent', endpointVerdict({}, silent), false],
    ['incomplete', endpointVerdict(bare), false],
    ['without an address', endpointVerdict(), false],
  ])('%s is as intended: %s', (_name, verdict, expected) => {
    expect(isAsIntended(verdict)).toBe(expected);
  });

  it('names the addresses that are of a kind', () => {
    const verdict = endpointVerdict({}, stale, silent, closed, bare);
    expect(addressesNotServing(verdict)).toEqual(['203.0.113.2:443', '203.0.113.3:443', '203.0.113.4:443']);
    expect(addressesServingOther(verdict)).toEqual(['203.0.113.2:443', '203.0.113.4:443']);
    expect(addressesWithIncompleteChain(verdict)).toEqual(['203.0.113.5:443']);
  });
});
