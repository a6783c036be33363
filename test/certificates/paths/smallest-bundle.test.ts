import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { createClientTrust } from '../../../src/certificates/clients/trust.ts';
import { findSmallestBundle } from '../../../src/certificates/paths/smallest-bundle.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import type { ClientName } from '../../../src/config/config.ts';
import { mint, type Minted, name, validity } from '../../support/minter.ts';
import { NOON } from '../../support/paths.ts';

const CLIENTS: readonly ClientName[] = ['chrome', 'java', 'openssl'];

function authority(commonName: string, issuer?: Minted): Minted {
  return mint({ kind: 'ca', subject: name(commonName), ...(issuer ? { issuer } : {}) });
}

/** The same name and key under another issuer, or with other dates. */
function again(of: Minted, issuer: Minted, dates?: readonly [string, string]): Minted {
  const deviation = { kind: 'ca', subject: of.subject, keys: of.keys, issuer } as const;
  return mint(dates ? { ...deviation, validity: validity(...dates) } : deviation);
}

const root = authority('Root');
const upper = authority('Upper', root);
const lower = authority('Lower', upper);
const leaf = mint({ issuer: lower });
/** Another root, and what it cross-signed. */
const other = authority('Other root');
const crossRoot = again(root, other);
const crossUpper = again(upper, other);
const crossLower = again(lower, other);

interface Case {
  readonly of?: Minted;
  readonly candidates: readonly Minted[];
  /** What every client trusts. */
  readonly roots?: readonly Minted[];
  /** What one of them trusts instead. */
  readonly own?: Readonly<Partial<Record<ClientName, readonly Minted[]>>>;
  readonly clients?: readonly ClientName[];
  readonly domain?: string;
}

function certificatesOf(minted: readonly Minted[]): readonly Certificate[] {
  return minted.map(({ certificate }) => certificate);
}

function smallest({ of = leaf, candidates, roots = [root], own = {}, clients = CLIENTS, domain }: Case) {
  const store = (minted: readonly Minted[]) => createTrustStore(certificatesOf(minted));
  const stores = new Map(
    Object.entries(own).map(([client, minted]) => [client as ClientName, store(minted)] as const),
  );
  return findSmallestBundle({
    leaf: of.certificate,
    candidates: certificatesOf(candidates),
    clients,
    domain,
    terms: { trust: createClientTrust(store(roots), store([]), stores), time: NOON },
  });
}

function bundleOf(given: Case): readonly Certificate[] | undefined {
  return smallest(given)?.bundle;
}

const direct = mint({ issuer: root });
const selfSigned = mint();
const shortcut = again(lower, root);
const longLived = again(lower, root, ['2026-01-01', '2028-01-01']);
const expired = again(lower, root, ['2025-01-01', '2026-02-01']);
const expiredCross = again(upper, other, ['2025-01-01', '2026-02-01']);
/** The name of Lower with a key of its own. */
const namesake = authority('Lower', root);

describe('the smallest bundle', () => {
  it.each<{ what: string; given: Case; bundle: readonly Minted[] }>([
    {
      what: 'is ordered, without root, strays, duplicates and the leaf again',
      given: { candidates: [root, upper, lower, lower, leaf, other, direct] },
      bundle: [leaf, lower, upper],
    },
    {
      what: 'takes the shorter of two ways',
      given: { candidates: [upper, lower, shortcut] },
      bundle: [leaf, shortcut],
    },
    {
      what: 'has of two the one that is valid longer',
      given: { candidates: [shortcut, longLived] },
      bundle: [leaf, longLived],
    },
    {
      what: 'has the renewed one in place of the expired',
      given: { candidates: [expired, shortcut] },
      bundle: [leaf, shortcut],
    },
    {
      what: 'passes over a namesake with another key',
      given: { candidates: [namesake, upper, lower] },
      bundle: [leaf, lower, upper],
    },
    { what: 'is the leaf alone under a root', given: { of: direct, candidates: [upper] }, bundle: [direct] },
    {
      what: 'is a leaf that is trusted',
      given: { of: selfSigned, candidates: [lower], roots: [selfSigned] },
      bundle: [selfSigned],
    },
    {
      what: 'leaves out the cross-sign of a root that all trust',
      given: { candidates: [lower, upper, crossRoot], roots: [root, other] },
      bundle: [leaf, lower, upper],
    },
  ])('$what', ({ given, bundle }) => {
    expect(bundleOf(given)).toEqual(certificatesOf(bundle));
  });

  it('ends at an anchor, which it names', () => {
    expect(smallest({ candidates: [lower, upper] })?.anchor).toBe(root.certificate);
  });

  it('is the same for any order of the candidates', () => {
    const all = [lower, upper, shortcut, longLived, namesake, crossUpper, crossRoot];
    expect(bundleOf({ candidates: all })).toEqual(bundleOf({ candidates: all.toReversed() }));
  });

  it('has of equals the one with the first fingerprint', () => {
    const twins = [again(lower, root), again(lower, root)];
    const [first] = certificatesOf(twins).toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
    expect(bundleOf({ candidates: twins })).toEqual([leaf.certificate, first]);
    expect(bundleOf({ candidates: twins.toReversed() })).toEqual([leaf.certificate, first]);
  });
});

describe('for clients with different trust', () => {
  const own = { java: [other] };

  it.each<{ what: string; candidates: readonly Minted[]; bundle: readonly Minted[] }>([
    {
      what: 'one path that all accept is enough',
      candidates: [lower, upper, crossRoot],
      bundle: [leaf, lower, upper, crossRoot],
    },
    {
      what: 'two paths are joined, the one of the most clients first',
      candidates: [crossUpper, lower, upper],
      bundle: [leaf, lower, upper, crossUpper],
    },
    {
      what: 'fewer certificates win over one path',
      candidates: [lower, upper, crossUpper, shortcut, crossLower],
      bundle: [leaf, shortcut, crossLower],
    },
    {
      what: 'of as many certificates one path is better than two',
      candidates: [shortcut, crossLower, crossRoot],
      bundle: [leaf, shortcut, crossRoot],
    },
  ])('$what', ({ candidates, bundle }) => {
    const found = smallest({ candidates, own });
    expect(found).toMatchObject({ satisfies: CLIENTS, leaves: [] });
    expect(found?.bundle).toEqual(certificatesOf(bundle));
  });

  it.each<{ what: string; candidates: readonly Minted[] }>([
    { what: 'nothing leads to its root', candidates: [lower, upper] },
    { what: 'the cross-sign has expired', candidates: [lower, upper, expiredCross] },
  ])('who remains unsatisfied is named: $what', ({ candidates }) => {
    const found = smallest({ candidates, own });
    expect(found).toMatchObject({ satisfies: ['chrome', 'openssl'], leaves: ['java'] });
    expect(found?.bundle).toEqual(certificatesOf([leaf, lower, upper]));
  });
});

describe('there is no bundle', () => {
  it.each<{ what: string; given: Case }>([
    { what: 'without an issuer', given: { candidates: [upper] } },
    { what: 'to a root that nobody trusts', given: { candidates: [lower, upper, root], roots: [other] } },
    { what: 'for another name', given: { candidates: [lower, upper], domain: 'www.example.com' } },
    {
      what: 'for an expired leaf',
      given: {
        of: mint({ issuer: root, validity: validity('2025-01-01', '2026-02-01') }),
        candidates: [upper],
      },
    },
    { what: 'for nobody', given: { candidates: [lower, upper], clients: [] } },
  ])('$what', ({ given }) => {
    expect(smallest(given)).toBeUndefined();
  });
});

describe('hostile candidates', () => {
  it('do not hide the true one: hundreds with its name and its key, from an authority of their own', () => {
    const evil = authority('Evil');
    const claims = Array.from({ length: 200 }, () => again(lower, evil, ['2026-01-01', '2049-01-01']));
    expect(bundleOf({ candidates: [...claims, evil, lower, upper] })).toEqual(
      certificatesOf([leaf, lower, upper]),
    );
  });

  it('do not hide it when they claim to come from the root', () => {
    const evil = authority('Root');
    const claims = Array.from({ length: 200 }, () => again(lower, evil, ['2026-01-01', '2049-01-01']));
    expect(bundleOf({ candidates: [...claims, evil, shortcut] })).toEqual(certificatesOf([leaf, shortcut]));
  });

  it('may go in circles', () => {
    const a = authority('A', root);
    const b = again(authority('B'), a);
    const aByB = again(a, b);
    const circular = mint({ issuer: a });
    expect(bundleOf({ of: circular, candidates: [aByB, b] })).toBeUndefined();
    expect(bundleOf({ of: circular, candidates: [aByB, b, a] })).toEqual(certificatesOf([circular, a]));
  });

  it('may be a mesh of authorities that sign each other', () => {
    const members = Array.from({ length: 8 }, (_, index) => authority(`M${index}`, root));
    const mesh = members.flatMap((of) => members.filter((by) => by !== of).map((by) => again(of, by)));
    const [first] = members;
    if (!first) throw new Error('there are eight');
    const below = mint({ issuer: first });
    expect(bundleOf({ of: below, candidates: [...mesh, ...members] })).toEqual(
      certificatesOf([below, first]),
    );
    expect(bundleOf({ of: below, candidates: mesh })).toBeUndefined();
  });
});
