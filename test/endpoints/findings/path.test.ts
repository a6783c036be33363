import { afterAll } from 'vitest';
import { boolean, integer, namedBits, objectIdentifier, sequence } from '../../../src/emulator/der-writer.ts';
import { type FindingRow, testRows } from '../../support/finding-rows.ts';
import { authority, crossSign, server } from '../../support/minted-hierarchy.ts';
import {
  type Deviation,
  dnsName,
  extension,
  type Minted,
  nameConstraints,
  newKeys,
  signWith,
  validity,
} from '../../support/minter.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const NAME_CONSTRAINTS = '2.5.29.30';
const UNKNOWN = '1.3.6.1.4.1.99999.1';
const CLIENT_AUTH = extension(EXTENDED_KEY_USAGE, sequence(objectIdentifier('1.3.6.1.5.5.7.3.2')));

const root = authority('Root');
const trusting = { roots: [root] };
const intermediate = authority('Intermediate', root);
const leaf = server(intermediate);
const whole = () => ({ ...trusting, chain: [leaf, intermediate] as const });

/** A leaf under an intermediate that differs in an extension. */
function under(extensions: NonNullable<Deviation['extensions']>) {
  const issuer = authority('Intermediate', root, { extensions });
  return { ...trusting, chain: [server(issuer), issuer] as const };
}

/** A leaf that differs. */
function served(deviation: Deviation) {
  return { ...trusting, chain: [server(intermediate, deviation), intermediate] as const };
}

/** Two intermediates, of which the upper allows `pathLength` below it. */
function limited(pathLength: number) {
  const limit = sequence(boolean(true), integer(Buffer.of(pathLength)));
  const upper = authority('Upper', root, {
    extensions: { [BASIC_CONSTRAINTS]: extension(BASIC_CONSTRAINTS, limit, true) },
  });
  const lower = authority('Lower', upper);
  return { ...trusting, chain: [server(lower), lower, upper] as const };
}

/** A leaf below this many intermediates, each issued by the next. */
function deep(levels: number) {
  const chain: Minted[] = [];
  let issuer = root;
  for (let level = levels; level > 0; level -= 1) {
    issuer = authority(`Level ${level}`, issuer);
    chain.unshift(issuer);
  }
  return { ...trusting, chain: [server(issuer), ...chain] as const };
}

/** Two levels, each with `width` certificates for the same name and key: every lower one may be below every upper one. */
function mesh(width: number) {
  const [first, ...uppers] = Array.from({ length: width }, () => crossSign(intermediate, root));
  const below = first ?? intermediate;
  const lower = authority('Lower', below);
  const lowers = Array.from({ length: width }, () => crossSign(lower, below));
  return { ...trusting, chain: [server(lower), ...lowers, below, ...uppers] as const };
}

/** Says that the intermediate signed it, and another key did. */
function forged() {
  const { privateKey } = newKeys();
  const keys = {
    ...intermediate.keys,
    sign: (data: Buffer) => signWith({ ...intermediate.keys, privateKey }, data),
  };
  return { ...trusting, chain: [server({ ...intermediate, keys }), intermediate] as const };
}

const selfSigned = server();
/** OpenSSL looks at the dates of an anchor, which browsers do not. */
const expiredRoot = authority('Expired Root', undefined, { validity: validity('2010-01-01', '2020-01-01') });

const ROWS: readonly FindingRow[] = [
  {
    id: 'self-signed',
    how: 'and not trusted',
    found: () => ({ ...trusting, chain: [selfSigned] }),
    findings: ['error self-signed'],
    passes: () => ({ roots: [selfSigned], chain: [selfSigned] }),
  },
  {
    id: 'bad-signature',
    how: 'by another key than that of its issuer',
    found: forged,
    findings: ['error bad-signature'],
    passes: whole,
  },
  {
    id: 'invalid-ca',
    how: 'basicConstraints without cA',
    found: () => under({ [BASIC_CONSTRAINTS]: extension(BASIC_CONSTRAINTS, sequence(), true) }),
    findings: ['error invalid-ca'],
    passes: whole,
  },
  {
    id: 'invalid-ca',
    how: 'keyUsage without keyCertSign',
    found: () => under({ [KEY_USAGE]: extension(KEY_USAGE, namedBits(6), true) }),
    findings: ['error invalid-ca'],
    passes: () => under({ [KEY_USAGE]: extension(KEY_USAGE, namedBits(5), true) }),
  },
  {
    id: 'path-length-exceeded',
    how: 'another CA below one that allows none',
    found: () => limited(0),
    findings: ['error path-length-exceeded'],
    passes: () => limited(1),
  },
  {
    id: 'chain-too-long',
    how: 'more levels than Firefox follows',
    found: () => deep(7),
    findings: ['error chain-too-long'],
    passes: () => deep(6),
  },
  {
    id: 'chain-too-long',
    how: 'more certificates than Java takes',
    found: () => ({ ...deep(10), clients: ['java'] }),
    findings: ['error chain-too-long'],
    passes: () => ({ ...deep(9), clients: ['java'] }),
  },
  {
    id: 'chain-too-long',
    how: 'more certificates than Java takes, which nobody has declared',
    found: () => ({ ...deep(10), clients: ['chrome'] }),
    findings: ['warning chain-too-long'],
    passes: () => ({ ...deep(9), clients: ['chrome'] }),
  },
  {
    id: 'chain-refused',
    how: 'more paths to try than anyone tries, and no root that is trusted',
    found: () => ({ ...mesh(12), roots: [expiredRoot], clients: ['android'] }),
    findings: ['warning chain-too-long', 'error chain-refused'],
    passes: () => ({ ...mesh(4), clients: ['android'] }),
  },
  {
    id: 'chain-refused',
    how: 'by OpenSSL alone, which saw it too',
    found: () => ({ roots: [expiredRoot], chain: [server(expiredRoot)], clients: ['chrome'] }),
    findings: ['error chain-refused'],
    passes: () => ({ ...trusting, chain: [server(root)], clients: ['chrome'] }),
  },
  {
    id: 'name-constraint-violation',
    how: 'a domain that its CA may not certify',
    found: () => under({ [NAME_CONSTRAINTS]: nameConstraints({ permitted: [dnsName('example.org')] }) }),
    findings: ['error name-constraint-violation'],
    passes: () => under({ [NAME_CONSTRAINTS]: nameConstraints({ permitted: [dnsName('example.com')] }) }),
  },
  {
    id: 'wrong-eku',
    how: 'a leaf for clients',
    found: () => served({ extensions: { [EXTENDED_KEY_USAGE]: CLIENT_AUTH } }),
    findings: ['error wrong-eku'],
    passes: whole,
  },
  {
    id: 'wrong-eku',
    how: 'an intermediate for clients',
    found: () => under({ [EXTENDED_KEY_USAGE]: CLIENT_AUTH }),
    findings: ['error wrong-eku'],
    passes: () => under({}),
  },
  {
    id: 'unknown-critical-extension',
    how: 'in the leaf',
    found: () => served({ extensions: { [UNKNOWN]: extension(UNKNOWN, sequence(), true) } }),
    findings: ['error unknown-critical-extension'],
    passes: () => served({ extensions: { [UNKNOWN]: extension(UNKNOWN, sequence()) } }),
  },
  {
    id: 'unknown-critical-extension',
    how: 'in the intermediate',
    found: () => under({ [UNKNOWN]: extension(UNKNOWN, sequence(), true) }),
    findings: ['error unknown-critical-extension'],
    passes: () => under({ [UNKNOWN]: extension(UNKNOWN, sequence()) }),
  },
  {
    id: 'malformed-certificate',
    how: 'two algorithms for one signature',
    found: () => served({ tbsAlgorithm: sequence(objectIdentifier('1.2.840.10045.4.3.3')) }),
    findings: ['error malformed-certificate'],
    passes: whole,
  },
];

testRows(ROWS);
