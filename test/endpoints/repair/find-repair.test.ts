import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClientTrust } from '../../../src/certificates/clients/trust.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { CLIENT_NAMES, type ClientName } from '../../../src/config/config.ts';
import type { EndpointCheck } from '../../../src/endpoints/check-endpoint.ts';
import { createCandidatePool } from '../../../src/endpoints/repair/candidate-pool.ts';
import { type Minted, alternativeNames, dnsName, newKeys, validity } from '../../support/minter.ts';
import { authority, crossSign, issuersAt, publish, server } from '../../support/minted-hierarchy.ts';
import {
  certificatesOf,
  checkServed,
  fingerprintsOf,
  type MendingTerms,
  tryRepair,
} from '../../support/repairs.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

const EXPIRED = { validity: validity('2020-01-01', '2021-01-01') };

const root = authority('Root');
const other = authority('Other root');
const upper = authority('Upper', root);
const lower = authority('Lower', upper);
const leaf = server(lower);
const stray = authority('Stray');
const expiredLower = crossSign(lower, upper, EXPIRED);
const expiredCross = crossSign(upper, other, EXPIRED);
const crossUpper = crossSign(upper, other);
/** The name of Lower, another key. */
const namesake = authority('Lower', root);
const trusting = { roots: [root] };

/** Below, what says where its issuer is. */
const published = new Map<string, Minted>();
let url = '';
let fetchable: Minted;
let renewable: Minted;
let staleIssuer: Minted;

beforeAll(async () => {
  url = await publish(published);
  const middle = authority('Middle', upper, { extensions: issuersAt(`${url}/upper`) });
  fetchable = server(middle, { extensions: issuersAt(`${url}/middle`) });
  const keys = newKeys();
  staleIssuer = authority('Renewed', upper, { keys, ...EXPIRED });
  const renewed = authority('Renewed', upper, { keys });
  renewable = server(renewed, { extensions: issuersAt(`${url}/renewed`) });
  for (const [path, minted] of Object.entries({ upper, middle, renewed })) published.set(`/${path}`, minted);
});

type Chain = readonly [Minted, ...Minted[]];

interface Row {
  readonly what: string;
  readonly chain: () => Chain;
  readonly before: EndpointCheck['verdict'];
  readonly bundle: () => readonly string[];
  readonly terms?: Partial<MendingTerms>;
}

function namesOf({ repair }: EndpointCheck): readonly (string | undefined)[] {
  return (repair?.bundle ?? []).slice(1).map(({ commonName }) => commonName);
}

describe('every repair is proven by a strict client: a server that sends', () => {
  it.each<Row>([
    {
      what: 'the leaf alone',
      chain: () => [fetchable],
      before: 'repairable',
      bundle: () => ['Middle', 'Upper'],
    },
    {
      what: 'an expired intermediate, of which there is a renewed one',
      chain: () => [renewable, staleIssuer, upper],
      before: 'repairable',
      bundle: () => ['Renewed', 'Upper'],
    },
    {
      what: 'the wrong intermediate',
      chain: () => [fetchable, namesake],
      before: 'repairable',
      bundle: () => ['Middle', 'Upper'],
    },
    {
      what: 'the leaf alone, with the rest on disk',
      chain: () => [leaf],
      before: 'repairable',
      bundle: () => ['Lower', 'Upper'],
      terms: { bundleOnDisk: () => certificatesOf([leaf, lower, upper, root]) },
    },
    {
      what: 'the wrong order',
      chain: () => [leaf, upper, lower],
      before: 'degraded',
      bundle: () => ['Lower', 'Upper'],
    },
    {
      what: 'a certificate twice',
      chain: () => [leaf, lower, lower, upper],
      before: 'degraded',
      bundle: () => ['Lower', 'Upper'],
    },
    {
      what: 'a stray',
      chain: () => [leaf, lower, stray, upper],
      before: 'degraded',
      bundle: () => ['Lower', 'Upper'],
    },
    {
      what: 'the root',
      chain: () => [leaf, lower, upper, root],
      before: 'degraded',
      bundle: () => ['Lower', 'Upper'],
    },
    {
      what: 'an expired cross-sign',
      chain: () => [leaf, lower, upper, expiredCross],
      before: 'degraded',
      bundle: () => ['Lower', 'Upper'],
    },
    {
      what: 'an expired intermediate beside the good one',
      chain: () => [leaf, expiredLower, lower, upper],
      before: 'degraded',
      bundle: () => ['Lower', 'Upper'],
    },
  ])('$what', async ({ chain, before, bundle, terms }) => {
    const judged = { ...trusting, ...terms };
    const served = chain();
    const check = await checkServed([served], judged);
    expect(check.verdict).toBe(before);
    expect(namesOf(check)).toEqual(bundle());
    expect(check.repair).toMatchObject({ satisfies: CLIENT_NAMES, leaves: [] });
    expect(await tryRepair(check, served[0], trusting)).toEqual({ strict: 'accepts', verdict: 'healthy' });
  });
});

describe('a repair tells', () => {
  it('where each certificate was found', async () => {
    const check = await checkServed([[fetchable]], {
      ...trusting,
      bundleOnDisk: () => certificatesOf([upper]),
    });
    expect(check.repair).toMatchObject({
      anchor: { fingerprint: root.certificate.fingerprint },
      sources: [{ kind: 'served' }, { kind: 'aia', url: `${url}/middle` }, { kind: 'disk' }],
      fetched: [`${url}/middle`],
    });
  });

  it('what another endpoint of the run has', async () => {
    const pool = createCandidatePool();
    const terms = { ...trusting, pool };
    expect(await checkServed([[leaf]], terms)).toMatchObject({ verdict: 'broken', repair: undefined });
    expect((await checkServed([[server(lower), lower, upper]], terms)).verdict).toBe('healthy');
    const check = await checkServed([[leaf]], terms);
    expect(check.verdict).toBe('repairable');
    expect(check.repair?.sources.map(({ kind }) => kind)).toEqual([
      'served',
      'other-endpoint',
      'other-endpoint',
    ]);
    expect(await tryRepair(check, leaf, trusting)).toEqual({ strict: 'accepts', verdict: 'healthy' });
  });

  it('every client before and after, at every address', async () => {
    const clients: readonly ClientName[] = ['java', 'openssl'];
    const check = await checkServed([[leaf, lower, upper], [leaf]], { ...trusting, clients });
    expect(check.verdict).toBe('repairable');
    const [good = '', bad = ''] = check.served.addresses.map(({ address }) => address);
    expect(check.repair?.proofs).toEqual([
      { address: good, client: 'java', before: true, after: true },
      { address: good, client: 'openssl', before: true, after: true },
      { address: bad, client: 'java', before: false, after: true },
      { address: bad, client: 'openssl', before: false, after: true },
    ]);
  });
});

/** Java trusts the other root alone. */
function javaTrustsOther() {
  const own = new Map([['java', createTrustStore([other.certificate])]] as const);
  return createClientTrust(createTrustStore([root.certificate]), createTrustStore([]), own);
}

describe('clients that differ', () => {
  const terms = { ...trusting, trust: javaTrustsOther(), clients: ['openssl', 'java'] as const };

  it('are satisfied by a union of paths', async () => {
    const onDisk = certificatesOf([crossUpper]);
    const check = await checkServed([[leaf, lower, upper]], { ...terms, bundleOnDisk: () => onDisk });
    expect(check).toMatchObject({ verdict: 'repairable', repair: { satisfies: ['openssl', 'java'] } });
    expect(fingerprintsOf(check.repair?.bundle)).toEqual(
      fingerprintsOf(certificatesOf([leaf, lower, upper, crossUpper])),
    );
    expect(await tryRepair(check, leaf, terms)).toEqual({ strict: 'accepts', verdict: 'healthy' });
  });

  it('are satisfied in an order that OpenSSL takes, which never looks back', async () => {
    const ofMost = createTrustStore([other.certificate]);
    const own = new Map(CLIENT_NAMES.map((client) => [client, ofMost] as const).slice(0, 4));
    const trust = createClientTrust(createTrustStore([root.certificate]), createTrustStore([]), own);
    const check = await checkServed([[leaf, lower, crossUpper, upper]], { ...trusting, trust });
    const onDisk = certificatesOf([lower, crossUpper, upper]);
    const alone = await checkServed([[leaf]], { ...trusting, trust, bundleOnDisk: () => onDisk });
    expect(fingerprintsOf(check.repair?.bundle)).toEqual(
      fingerprintsOf(certificatesOf([leaf, lower, upper, crossUpper])),
    );
    expect(fingerprintsOf(alone.repair?.bundle)).toEqual(fingerprintsOf(check.repair?.bundle));
    expect((await tryRepair(alone, leaf, { ...trusting, trust })).strict).toBe('accepts');
  });

  it('are named when they remain unsatisfied', async () => {
    const onDisk = certificatesOf([lower, upper]);
    const check = await checkServed([[leaf]], { ...terms, bundleOnDisk: () => onDisk });
    expect(check).toMatchObject({ verdict: 'broken', repair: { satisfies: ['openssl'], leaves: ['java'] } });
  });

  it('are not made worse: who has a cross-sign keeps it', async () => {
    const check = await checkServed([[leaf, lower, upper, crossUpper, root]], terms);
    expect(check.verdict).toBe('degraded');
    expect(fingerprintsOf(check.repair?.bundle)).toEqual(
      fingerprintsOf(certificatesOf([leaf, lower, upper, crossUpper])),
    );
  });
});

describe('the verdict', () => {
  const expired = server(lower, EXPIRED);
  const foreign = server(lower, {
    extensions: { '2.5.29.17': alternativeNames(dnsName('www.example.org')) },
  });

  it.each<{ what: string; chains: readonly Chain[]; verdict: EndpointCheck['verdict']; repairs: number }>([
    { what: 'is healthy', chains: [[leaf, lower, upper]], verdict: 'healthy', repairs: 0 },
    {
      what: 'is broken for an expired leaf',
      chains: [[expired, lower, upper]],
      verdict: 'broken',
      repairs: 0,
    },
    { what: 'is broken for another name', chains: [[foreign, lower, upper]], verdict: 'broken', repairs: 0 },
    {
      what: 'is broken for an unknown root',
      chains: [[server(stray), stray]],
      verdict: 'broken',
      repairs: 0,
    },
    {
      what: 'is repairable when one address has what the other lacks',
      chains: [[leaf, lower, upper], [leaf]],
      verdict: 'repairable',
      repairs: 1,
    },
    {
      what: 'is broken when one of two leaves is, and mends the other',
      chains: [[expired, lower, upper], [leaf]],
      verdict: 'broken',
      repairs: 1,
    },
    {
      what: 'is repairable with a bundle for each of two leaves',
      chains: [
        [leaf, lower],
        [server(lower), upper],
      ],
      verdict: 'repairable',
      repairs: 2,
    },
    {
      what: 'is degraded when one of two leaves is to be tidied',
      chains: [
        [leaf, lower, upper],
        [server(lower), lower, upper, root],
      ],
      verdict: 'degraded',
      repairs: 1,
    },
  ])('$what', async ({ chains, verdict, repairs }) => {
    const check = await checkServed(chains, trusting);
    expect(check.verdict).toBe(verdict);
    expect(check.repairs).toHaveLength(repairs);
    expect(check.repair).toBe(check.repairs[0]);
  });

  it('is degraded for clients that accept by luck alone', async () => {
    const check = await checkServed([[fetchable]], { ...trusting, clients: ['chrome'] });
    expect(check).toMatchObject({ verdict: 'degraded', repair: { satisfies: ['chrome'] } });
  });
});
