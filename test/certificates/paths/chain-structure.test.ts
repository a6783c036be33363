import { describe, expect, it } from 'vitest';
import { type ChainRole, readChainStructure } from '../../../src/certificates/paths/chain-structure.ts';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { parseCertificate } from '../../../src/certificates/parse-certificate.ts';
import type { Path } from '../../../src/certificates/paths/path.ts';
import { authority, crossSign, server } from '../../support/minted-hierarchy.ts';
import type { Minted } from '../../support/minter.ts';

const root = authority('Root');
const olderRoot = authority('Older Root');
const upper = authority('Upper', root);
const lower = authority('Lower', upper);
const leaf = server(lower);
const cross = crossSign(root, olderRoot);
const namesake = authority('Lower', upper);
const stranger = authority('Stranger', olderRoot);

type Chain = readonly [Minted, ...Minted[]];

interface Given {
  readonly chain: Chain;
  /** The clients' paths; by default one to the root. */
  readonly paths?: readonly Chain[];
  readonly links?: readonly Minted[];
}

function read({ chain, paths = [[leaf, lower, upper, root]], links = [] }: Given) {
  return readChainStructure({
    chain: toPath(chain),
    paths: paths.map(toPath),
    links: links.map(({ certificate }) => certificate),
  });
}

function toPath([first, ...others]: Chain): Path {
  return [first.certificate, ...others.map(({ certificate }) => certificate)];
}

const rolesOf = (given: Given) => read(given).entries.map(({ role }) => role);
const subjects = (certificates: readonly Certificate[]) =>
  certificates.map(({ subject }) => subject.slice(3));

describe('what a certificate is in a chain for', () => {
  it.each<[string, Given, readonly ChainRole[]]>([
    ['a whole chain', { chain: [leaf, lower, upper] }, ['leaf', 'issuer', 'issuer']],
    ['with its root', { chain: [leaf, lower, upper, root] }, ['leaf', 'issuer', 'issuer', 'root']],
    ['in any order', { chain: [leaf, root, upper, lower] }, ['leaf', 'root', 'issuer', 'issuer']],
    [
      'duplicates',
      { chain: [leaf, leaf, lower, upper, lower] },
      ['leaf', 'duplicate', 'issuer', 'issuer', 'duplicate'],
    ],
    [
      'a cross-sign that nobody needs',
      { chain: [leaf, lower, upper, cross] },
      ['leaf', 'issuer', 'issuer', 'alternate'],
    ],
    [
      'a cross-sign that one client needs',
      {
        chain: [leaf, lower, upper, cross],
        paths: [
          [leaf, lower, upper, root],
          [leaf, lower, upper, cross, olderRoot],
        ],
      },
      ['leaf', 'issuer', 'issuer', 'issuer'],
    ],
    [
      'the root above a cross-sign',
      { chain: [leaf, lower, upper, cross, olderRoot] },
      ['leaf', 'issuer', 'issuer', 'alternate', 'root'],
    ],
    [
      'a namesake with another key',
      { chain: [leaf, namesake, lower, upper] },
      ['leaf', 'stray', 'issuer', 'issuer'],
    ],
    [
      'another chain',
      { chain: [leaf, lower, upper, stranger, olderRoot] },
      ['leaf', 'issuer', 'issuer', 'stray', 'stray'],
    ],
    ['above a gap', { chain: [leaf, upper, root], paths: [[leaf]] }, ['leaf', 'stray', 'stray']],
    [
      'above a gap that is known',
      { chain: [leaf, upper, root], paths: [[leaf]], links: [lower] },
      ['leaf', 'alternate', 'root'],
    ],
    [
      'an issuer whose signature does not hold',
      { chain: [leaf, namesake, upper], paths: [[leaf]], links: [namesake] },
      ['leaf', 'alternate', 'alternate'],
    ],
    ['a root that serves', { chain: [root, root], paths: [[root]] }, ['leaf', 'duplicate']],
  ])('%s', (_name, given, roles) => {
    expect(rolesOf(given)).toEqual(roles);
  });

  it('goes by octets, not by objects', () => {
    const copy = { ...lower, certificate: parseCertificate(Buffer.from(lower.certificate.der)) };
    expect(rolesOf({ chain: [leaf, copy, lower, upper] })).toEqual(['leaf', 'issuer', 'duplicate', 'issuer']);
  });

  it('holds nothing against anyone beyond a hundred signatures', () => {
    const distinct = Array.from({ length: 150 }, () => authority('Lower', upper));
    const roles = rolesOf({ chain: [leaf, ...distinct], paths: [[leaf]] });
    expect(roles.filter((role) => role === 'stray')).toHaveLength(100);
    expect(roles.filter((role) => role === 'alternate')).toHaveLength(50);
  });
});

describe('the order of a chain', () => {
  it.each<{ name: string; given: Given; misplaced: readonly string[]; inOrder: readonly string[] }>([
    {
      name: 'in order',
      given: { chain: [leaf, lower, upper, root] },
      misplaced: [],
      inOrder: ['rec.example.com', 'Lower', 'Upper', 'Root'],
    },
    {
      name: 'turned round',
      given: { chain: [leaf, root, upper, lower] },
      misplaced: ['Root', 'Upper'],
      inOrder: ['rec.example.com', 'Lower', 'Upper', 'Root'],
    },
    {
      name: 'a stray in between',
      given: { chain: [leaf, stranger, lower, upper] },
      misplaced: [],
      inOrder: ['rec.example.com', 'Lower', 'Upper'],
    },
    {
      name: 'a second copy where the first should be',
      given: { chain: [leaf, upper, lower, upper] },
      misplaced: ['Upper'],
      inOrder: ['rec.example.com', 'Lower', 'Upper'],
    },
    {
      name: 'a gap',
      given: { chain: [leaf, upper], paths: [[leaf]], links: [lower] },
      misplaced: [],
      inOrder: ['rec.example.com', 'Upper'],
    },
    {
      name: 'a cross-sign before what it certifies',
      given: { chain: [leaf, cross, upper, lower] },
      misplaced: ['Root', 'Upper'],
      inOrder: ['rec.example.com', 'Lower', 'Upper', 'Root'],
    },
  ])('$name', ({ given, misplaced, inOrder }) => {
    const structure = read(given);
    expect(subjects(structure.misplaced)).toEqual(misplaced);
    expect(subjects(structure.inOrder)).toEqual(inOrder);
  });

  it('is any of two that certify each other', () => {
    const back = crossSign(olderRoot, root);
    const below = server(olderRoot);
    const { misplaced } = read({ chain: [below, back, cross], paths: [[below, back, cross]] });
    expect(misplaced).toEqual([]);
  });
});
