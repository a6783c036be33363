import { expect, it } from 'vitest';
import type { EndpointCheck } from '../../src/endpoints/check-endpoint.ts';
import { judgeClients } from '../../src/endpoints/client-verdicts.ts';
import { judgeEndpoint } from '../../src/endpoints/judge.ts';
import { sightingsOf } from '../../src/monitoring/sighting.ts';
import { toSweptEndpoint } from '../../src/monitoring/to-swept-endpoint.ts';
import { endpointConfig, failed, handshake, issueFull, NOW, trustIn } from '../support/deployment.ts';

const { leaf, intermediate, root } = issueFull();
const endpoint = { ...endpointConfig(), health: undefined };
const sight = { vantage: 'test/eu', at: NOW, trust: { isPublic: () => true } };

/** What is seen when the addresses serve these chains; undefined: one that refuses the connection. */
function sweep(...chains: readonly (Parameters<typeof handshake>[0] | undefined)[]) {
  const observed = chains.map((chain, index) => ({
    address: { ip: `203.0.113.${index + 1}`, port: 443, source: 'dns' as const },
    tls: chain ? handshake(chain) : failed('connect', 'refused'),
    http: undefined,
  }));
  const served = judgeEndpoint(observed, {
    endpoint,
    intendedLeaf: undefined,
    trust: trustIn(root),
    time: NOW,
  });
  const clients = judgeClients(served, endpoint.clients, endpoint.domain);
  const repair = {
    bundle: [leaf, intermediate] as const,
    anchor: root,
    satisfies: endpoint.clients,
    leaves: [],
    sources: [{ kind: 'served' as const }, { kind: 'aia' as const, url: 'http://127.0.0.1:9/aia' }],
    fetched: [],
    proofs: [{ address: '203.0.113.1:443', client: 'java' as const, before: false, after: true }],
  };
  const check: EndpointCheck = {
    endpoint,
    verdict: 'repairable',
    served,
    clients,
    repair,
    repairs: [repair],
  };
  return toSweptEndpoint(check, sight);
}

it('keeps all of it, as JSON that comes back the same', () => {
  const swept = sweep([leaf], [leaf, intermediate], undefined);
  expect(JSON.parse(JSON.stringify(swept))).toEqual(swept);
  expect(swept).toMatchObject({
    name: 'rec.example.com:443',
    seenAt: NOW.toISOString(),
    vantage: 'test/eu',
    isPublic: true,
    origin: null,
    ledger: [],
    addresses: [
      { chain: [leaf.fingerprint], missingIssuers: [intermediate.subject], failure: null },
      { chain: [leaf.fingerprint, intermediate.fingerprint], missingIssuers: [], failure: null },
      { chain: [], missingIssuers: [], failure: 'connect: refused' },
    ],
  });
  expect(swept.leaves.map(({ fingerprint }) => fingerprint)).toEqual([leaf.fingerprint]);
  const path = [leaf, intermediate, root].map(({ fingerprint }) => fingerprint);
  expect(swept.path.map(({ fingerprint }) => fingerprint)).toEqual(path);
  expect(swept.clients.find(({ client }) => client === 'java')).toMatchObject({ accepts: false });
  expect(swept.repairs[0]?.certificates.map(({ source }) => source.kind)).toEqual(['served', 'aia']);
  expect(swept.repairs[0]?.pem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
});

it('holds one finding for several addresses, from which one incident follows', () => {
  const swept = sweep([leaf], [leaf]);
  const missing = swept.findings.filter(({ id }) => id === 'missing-intermediate');
  expect(missing.map(({ addresses }) => addresses)).toEqual([['203.0.113.1:443', '203.0.113.2:443']]);
  const [sighting, ...others] = sightingsOf(swept).filter(({ severity }) => severity !== 'digest');
  expect(others).toEqual([]);
  expect(sighting).toMatchObject({
    identity: { cause: 'chain', leaf: leaf.fingerprint, missingIssuers: [intermediate.subject] },
    facts: { seenAt: { bad: 2, all: 2 }, isRepairable: true },
  });
});

it('is not public without an accepted path', () => {
  expect(sweep([leaf])).toMatchObject({ isPublic: false, path: [] });
});
