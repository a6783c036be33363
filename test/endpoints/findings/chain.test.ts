import { afterAll, beforeAll } from 'vitest';
import { type FindingRow, javaTrusts, testRows } from '../../support/finding-rows.ts';
import { alternativeNames, dnsName, type Minted, validity } from '../../support/minter.ts';
import { authority, crossSign, issuersAt, publish, server } from '../../support/minted-hierarchy.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

const NO_KEY_IDS = { '2.5.29.14': 'none', '2.5.29.35': 'none' } as const;
const EXPIRED = { validity: validity('2020-01-01', '2021-01-01') };

const root = authority('Root');
const trusting = { roots: [root] };
const intermediate = authority('Intermediate', root);
const leaf = server(intermediate);

/** Three levels, whose certificates say where their issuers are. */
const published = new Map<string, Minted>();
let url = '';
let upper: Minted;
let lower: Minted;
let deep: Minted;
/** Its issuer should be at an address that has nothing. */
let forgotten: Minted;
/** As `leaf`, with two addresses, the first of them dead, and with one. */
let detour: Minted;
let direct: Minted;
let anonymousLeaf: Minted;
/** Everything is published, and nobody trusts the root. */
let unknownIntermediate: Minted;
let unknownLeaf: Minted;

beforeAll(async () => {
  url = await publish(published);
  upper = authority('Upper', root, { extensions: issuersAt(`${url}/root`) });
  lower = authority('Lower', upper, { extensions: issuersAt(`${url}/upper`) });
  deep = server(lower, { extensions: issuersAt(`${url}/lower`) });
  forgotten = server(intermediate, { extensions: issuersAt(`${url}/none`) });
  detour = server(intermediate, { extensions: issuersAt(`${url}/none`, `${url}/intermediate`) });
  direct = server(intermediate, { extensions: issuersAt(`${url}/intermediate`) });
  anonymousLeaf = server(anonymous, { extensions: { ...NO_KEY_IDS, ...issuersAt(`${url}/anonymous`) } });
  const unknownRoot = authority('Unknown Root');
  unknownIntermediate = authority('Unknown CA', unknownRoot, { extensions: issuersAt(`${url}/unknown`) });
  unknownLeaf = server(unknownIntermediate);
  for (const [path, minted] of Object.entries({
    root,
    intermediate,
    upper,
    lower,
    anonymous,
    unknown: unknownRoot,
  })) {
    published.set(`/${path}`, minted);
  }
});

/** Another authority, and certificates of it. */
const otherRoot = authority('Other Root');
const otherIntermediate = authority('Other Intermediate', otherRoot);
const otherLeaf = server(otherIntermediate, {
  extensions: { '2.5.29.17': alternativeNames(dnsName('www.example.org')) },
});

/** The next generation of the intermediate: its name, another key. */
const renewed = authority('Intermediate', root);
const sameKey = crossSign(intermediate, root);
const anonymous = authority('Intermediate', root, { extensions: NO_KEY_IDS });
const anonymousRenewed = authority('Intermediate', root, { extensions: NO_KEY_IDS });

/** As an authority's new root is certified by its old one. */
const rootByOther = crossSign(root, otherRoot);
const otherByRoot = crossSign(otherRoot, root);
const intermediateByOther = crossSign(intermediate, otherRoot);
const expiredCross = crossSign(root, otherRoot, EXPIRED);
const expiredIntermediate = crossSign(intermediate, root, EXPIRED);

const ROWS: readonly FindingRow[] = [
  {
    id: 'missing-intermediate',
    how: 'the leaf alone',
    found: () => ({ ...trusting, chain: [leaf] }),
    findings: ['error missing-intermediate'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate] }),
  },
  {
    id: 'missing-intermediate',
    how: 'the leaf and its root',
    found: () => ({ ...trusting, chain: [leaf, root] }),
    findings: ['error missing-intermediate', 'info root-included'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate] }),
  },
  {
    id: 'missing-intermediate',
    how: 'the one in the middle, which AIA has',
    found: () => ({ ...trusting, chain: [deep, upper] }),
    findings: ['error missing-intermediate'],
    passes: () => ({ ...trusting, chain: [deep, lower, upper] }),
  },
  {
    id: 'missing-intermediate',
    how: 'only for those who fetch it',
    found: () => ({ ...trusting, chain: [deep, lower], clients: ['chrome'] }),
    findings: ['warning missing-intermediate'],
    passes: () => ({ ...trusting, chain: [deep, lower, upper], clients: ['chrome'] }),
  },
  {
    id: 'incomplete-chain',
    how: 'two, which AIA has',
    found: () => ({ ...trusting, chain: [deep] }),
    findings: ['error incomplete-chain'],
    passes: () => ({ ...trusting, chain: [deep, lower] }),
    passing: ['error missing-intermediate'],
  },
  {
    id: 'wrong-intermediate',
    how: 'the next generation: the same name, another key',
    found: () => ({ ...trusting, chain: [leaf, renewed] }),
    findings: ['error wrong-intermediate'],
    passes: () => ({ ...trusting, chain: [leaf, sameKey] }),
  },
  {
    id: 'wrong-intermediate',
    how: 'another CA under the same root',
    found: () => ({ ...trusting, chain: [leaf, authority('Sister', root)] }),
    findings: ['error wrong-intermediate'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate] }),
  },
  {
    id: 'wrong-intermediate',
    how: 'another CA under the same root; AIA has the right one',
    found: () => ({ ...trusting, chain: [deep, authority('Sister', upper), upper] }),
    findings: ['error wrong-intermediate'],
    passes: () => ({ ...trusting, chain: [deep, lower, upper] }),
  },
  {
    id: 'wrong-intermediate',
    how: 'the chain of another authority',
    found: () => ({ ...trusting, chain: [leaf, otherIntermediate, otherRoot] }),
    findings: ['error wrong-intermediate'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate] }),
  },
  {
    id: 'wrong-intermediate',
    how: 'the next generation, without key identifiers; AIA has the right one',
    found: () => ({ ...trusting, chain: [anonymousLeaf, anonymousRenewed] }),
    findings: ['error wrong-intermediate'],
    passes: () => ({ ...trusting, chain: [anonymousLeaf, anonymous] }),
  },
  {
    id: 'certificate-loop',
    how: 'two that certify each other, and neither is trusted',
    found: () => ({
      ...trusting,
      chain: [server(otherRoot), otherByRoot, rootByOther],
      roots: [authority('Third')],
    }),
    findings: ['error certificate-loop'],
    passes: () => ({ ...trusting, chain: [server(otherRoot), otherByRoot, rootByOther] }),
  },
  {
    id: 'aia-fetch-failed',
    how: 'nothing is there',
    found: () => ({ ...trusting, chain: [forgotten] }),
    findings: ['error missing-intermediate', 'warning aia-fetch-failed'],
    passes: () => ({ ...trusting, chain: [forgotten, intermediate] }),
  },
  {
    id: 'aia-fetch-failed',
    how: 'nothing at the first of two addresses',
    found: () => ({ ...trusting, chain: [detour] }),
    findings: ['error missing-intermediate', 'warning aia-fetch-failed'],
    // The intermediate was found; where its own issuer is, nobody says.
    passes: () => ({ roots: [otherRoot], chain: [direct] }),
    passing: ['error missing-intermediate'],
  },
  {
    id: 'untrusted-root',
    how: 'sent',
    found: () => ({ ...trusting, chain: [leaf, intermediate, root], roots: [otherRoot] }),
    findings: ['error untrusted-root'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate] }),
  },
  {
    id: 'untrusted-root',
    how: 'not sent',
    found: () => ({ ...trusting, chain: [leaf, intermediate], roots: [otherRoot] }),
    findings: ['error untrusted-root'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate] }),
  },
  {
    id: 'untrusted-root',
    how: 'not sent, and published',
    found: () => ({ ...trusting, chain: [unknownLeaf, unknownIntermediate] }),
    findings: ['error untrusted-root'],
    passes: () => ({ ...trusting, chain: [deep, lower, upper] }),
  },
  {
    id: 'untrusted-root',
    how: 'of one client alone',
    found: () => ({ ...trusting, chain: [leaf, intermediate], trust: javaTrusts(otherRoot, root) }),
    findings: ['error untrusted-root'],
    passes: () => ({
      ...trusting,
      chain: [leaf, intermediate, rootByOther],
      trust: javaTrusts(otherRoot, root),
    }),
  },
  {
    id: 'wrong-order',
    how: 'the upper before the lower',
    found: () => ({ ...trusting, chain: [deep, upper, lower] }),
    findings: ['warning wrong-order'],
    passes: () => ({ ...trusting, chain: [deep, lower, upper] }),
  },
  {
    id: 'wrong-order',
    how: 'the root before the intermediate',
    found: () => ({ ...trusting, chain: [leaf, root, intermediate] }),
    findings: ['warning wrong-order', 'info root-included'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate, root] }),
    passing: ['info root-included'],
  },
  {
    id: 'extra-certificate',
    how: 'another leaf',
    found: () => ({ ...trusting, chain: [leaf, otherLeaf, intermediate] }),
    findings: ['warning extra-certificate'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate] }),
  },
  {
    id: 'extra-certificate',
    how: 'a chain of another authority',
    found: () => ({ ...trusting, chain: [leaf, intermediate, otherIntermediate, otherRoot] }),
    findings: ['warning extra-certificate', 'warning extra-certificate'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate, rootByOther, otherRoot] }),
    passing: ['info root-included'],
  },
  {
    id: 'extra-certificate',
    how: 'a namesake of the intermediate',
    found: () => ({ ...trusting, chain: [leaf, renewed, intermediate] }),
    findings: ['warning extra-certificate'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate, intermediateByOther] }),
  },
  {
    id: 'duplicate-certificate',
    how: 'leaf and intermediate',
    found: () => ({ ...trusting, chain: [leaf, leaf, intermediate, intermediate, intermediate] }),
    findings: ['info duplicate-certificate', 'info duplicate-certificate'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate, sameKey] }),
  },
  {
    id: 'root-included',
    how: 'the trusted one',
    found: () => ({ ...trusting, chain: [leaf, intermediate, root] }),
    findings: ['info root-included'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate, rootByOther] }),
  },
  {
    id: 'expired-cross-sign',
    how: 'of a root that is trusted by now',
    found: () => ({ ...trusting, chain: [leaf, intermediate, expiredCross] }),
    findings: ['warning expired-cross-sign'],
    passes: () => ({ ...trusting, chain: [leaf, intermediate, rootByOther] }),
  },
  {
    id: 'expired-cross-sign',
    how: 'the intermediate before it was renewed',
    found: () => ({ ...trusting, chain: [leaf, expiredIntermediate, intermediate] }),
    findings: ['warning expired-cross-sign'],
    passes: () => ({ ...trusting, chain: [leaf, sameKey, intermediate] }),
  },
];

testRows(ROWS);
