import { generateKeyPairSync, sign } from 'node:crypto';
import {
  boolean,
  integer,
  namedBits,
  nullValue,
  objectIdentifier,
  sequence,
} from '../../src/emulator/der-writer.ts';
import { authority, crossSign, server } from './minted-hierarchy.ts';
import {
  alternativeNames,
  type Deviation,
  dnsName,
  element,
  extension,
  type KeyPair,
  type Minted,
  name,
  nameConstraints,
  newKeys,
  validity,
} from './minter.ts';

/** What a server for rec.example.com sends, for any client to judge. */
export interface ServedCase {
  readonly what: string;
  /** As sent; the key is that of the first. */
  readonly chain: readonly [Minted, ...Minted[]];
}

const PAST = validity('2020-01-01', '2021-01-01');
const FUTURE = validity('2048-01-01', '2048-03-01');
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const PURPOSES = '2.5.29.37';
const NAMES = '2.5.29.17';
const CONSTRAINTS = '2.5.29.30';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const ANY_PURPOSE = '2.5.29.37.0';

/** The root that clients trust. */
export const ROOT = authority('Root');
const ISSUING = authority('Issuing', ROOT);
const STRANGER = authority('Stranger');
const STRANGE_ISSUING = authority('Strange issuing', STRANGER);

const RSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.113549.1.1.11'), nullValue());

const MISNAMED = { [NAMES]: alternativeNames(dnsName('www.example.com')) };
const FOR_CLIENTS = { [PURPOSES]: purposes(CLIENT_AUTH) };
const FOREIGN_EXTENSION = { '1.2.3.4': extension('1.2.3.4', nullValue(), true) };

function purposes(...oids: readonly string[]): Buffer {
  return extension(PURPOSES, sequence(...oids.map((oid) => objectIdentifier(oid))));
}

function usage(...bits: readonly number[]): Record<string, Buffer> {
  return { [KEY_USAGE]: extension(KEY_USAGE, namedBits(...bits), true) };
}

function pathLength(limit: number): Record<string, Buffer> {
  const value = sequence(boolean(true), integer(Buffer.of(limit)));
  return { [BASIC_CONSTRAINTS]: extension(BASIC_CONSTRAINTS, value, true) };
}

function rsaKeys(modulusLength: number): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength });
}

/** The AlgorithmIdentifier of RSA with one of the old hashes. */
function rsaWith(oid: string): Buffer {
  return sequence(objectIdentifier(oid), nullValue());
}

/** Signs like an authority of old days. */
function oldAuthority(hash: 'sha1' | 'md5'): { readonly issuer: Minted; readonly algorithm: Buffer } {
  const keys = rsaKeys(2048);
  const algorithm = rsaWith(hash === 'sha1' ? '1.2.840.113549.1.1.5' : '1.2.840.113549.1.1.4');
  const signer = { ...keys, sign: (data: Buffer) => sign(hash, data, keys.privateKey) };
  return { issuer: authority(`Old ${hash}`, ROOT, { keys: signer }), algorithm };
}

/** Its authority's name and key identifier are right, and its signature is not. */
function forged(issuer: Minted, deviation: Deviation = {}): Minted {
  const keys = { ...issuer.keys, sign: (data: Buffer) => sign('sha256', data, newKeys().privateKey) };
  return server({ ...issuer, keys }, deviation);
}

/** `length` authorities, each issued by the one after it, the last by the root. */
function ladder(length: number): readonly [Minted, ...Minted[]] {
  let rungs: [Minted, ...Minted[]] = [authority('Rung 1', ROOT)];
  for (let rung = 2; rung <= length; rung += 1) rungs = [authority(`Rung ${rung}`, rungs[0]), ...rungs];
  return rungs;
}

/** A server under an authority that differs. */
function under(deviation: Deviation, leaf: Deviation = {}): readonly [Minted, ...Minted[]] {
  const issuer = authority('Deviating', ROOT, deviation);
  return [server(issuer, leaf), issuer];
}

function byRoot(what: string, deviation: Deviation): ServedCase {
  return { what, chain: [server(ISSUING, deviation), ISSUING] };
}

function byAuthority(what: string, deviation: Deviation): ServedCase {
  return { what, chain: under(deviation) };
}

const sha1 = oldAuthority('sha1');
const md5 = oldAuthority('md5');
const below = authority('Below', ISSUING);
const loopA = authority('Loop A');
const loopB = authority('Loop B');
const ladderOf8 = ladder(8);
const ladderOf12 = ladder(12);
const limited = authority('Limited', ROOT, { extensions: pathLength(0) });
const belowLimited = authority('Below', limited);
const largeAuthority = authority('Large', ROOT, { keys: newKeys('P-521') });
const koblitzAuthority = authority('Koblitz', ROOT, { keys: newKeys('secp256k1') });
const smallAuthority = authority('Small', ROOT, { keys: newKeys('P-224') });

/** In groups: nothing wrong, the chain, the dates, the names, purposes, authorities, keys and signatures, form, several. */
export const SERVED_CASES: readonly ServedCase[] = [
  byRoot('a good chain', {}),
  { what: 'a root besides', chain: [server(ISSUING), ISSUING, ROOT] },
  { what: 'no intermediate', chain: [server(ISSUING)] },
  { what: 'another intermediate', chain: [server(ISSUING), authority('Another', ROOT)] },
  { what: 'an unknown root, sent', chain: [server(STRANGE_ISSUING), STRANGE_ISSUING, STRANGER] },
  { what: 'an unknown root, not sent', chain: [server(STRANGE_ISSUING), STRANGE_ISSUING] },
  { what: 'a certificate that signs itself', chain: [server()] },
  { what: 'duplicates', chain: [server(ISSUING), ISSUING, ISSUING] },
  { what: 'a stray', chain: [server(ISSUING), ISSUING, authority('Stray')] },
  { what: 'wrong order', chain: [server(below), ISSUING, below] },
  {
    what: 'a loop',
    chain: [server(loopA), crossSign(loopA, loopB), crossSign(loopB, loopA)],
  },
  {
    what: 'an expired cross-sign first',
    chain: [server(ISSUING), crossSign(ISSUING, STRANGER, { validity: PAST }), ISSUING],
  },
  { what: 'eight intermediates', chain: [server(ladderOf8[0]), ...ladderOf8] },
  { what: 'twelve intermediates', chain: [server(ladderOf12[0]), ...ladderOf12] },
  byRoot('an expired leaf', { validity: PAST }),
  byRoot('a leaf of the future', { validity: FUTURE }),
  byAuthority('an expired intermediate', { validity: PAST }),
  byAuthority('an intermediate of the future', { validity: FUTURE }),
  byRoot('another name', { extensions: MISNAMED }),
  byRoot('a wildcard that fits', { extensions: { [NAMES]: alternativeNames(dnsName('*.example.com')) } }),
  byRoot('a wildcard over a whole TLD', { extensions: { [NAMES]: alternativeNames(dnsName('*.com')) } }),
  byRoot('a wildcard in a label', { extensions: { [NAMES]: alternativeNames(dnsName('r*c.example.com')) } }),
  byRoot('the name as CN alone', { extensions: { [NAMES]: 'none' } }),
  byRoot('no name at all', { subject: name('Nobody'), extensions: { [NAMES]: 'none' } }),
  byRoot('client authentication alone', { extensions: FOR_CLIENTS }),
  byRoot('any purpose', { extensions: { [PURPOSES]: purposes(ANY_PURPOSE) } }),
  byRoot('no purposes', { extensions: { [PURPOSES]: 'none' } }),
  byAuthority('an intermediate for clients', { extensions: FOR_CLIENTS }),
  byAuthority('an intermediate for any purpose', { extensions: { [PURPOSES]: purposes(ANY_PURPOSE) } }),
  byRoot('no keyUsage', { extensions: { [KEY_USAGE]: 'none' } }),
  byRoot('a leaf that is an authority', {
    extensions: { [BASIC_CONSTRAINTS]: extension(BASIC_CONSTRAINTS, sequence(boolean(true)), true) },
  }),
  byAuthority('an intermediate that is none', {
    extensions: { [BASIC_CONSTRAINTS]: extension(BASIC_CONSTRAINTS, sequence(), true) },
  }),
  byAuthority('an intermediate without basicConstraints', { extensions: { [BASIC_CONSTRAINTS]: 'none' } }),
  byAuthority('an intermediate that may not sign', { extensions: usage(6) }),
  byAuthority('an intermediate without keyUsage', { extensions: { [KEY_USAGE]: 'none' } }),
  { what: 'a path that is too long', chain: [server(belowLimited), belowLimited, limited] },
  byAuthority('a name that is excluded', {
    extensions: { [CONSTRAINTS]: nameConstraints({ excluded: [dnsName('example.com')] }) },
  }),
  byAuthority('a name that is not permitted', {
    extensions: { [CONSTRAINTS]: nameConstraints({ permitted: [dnsName('example.org')] }) },
  }),
  byRoot('an unknown critical extension', { extensions: FOREIGN_EXTENSION }),
  byAuthority('an unknown critical extension of an intermediate', { extensions: FOREIGN_EXTENSION }),
  byRoot('RSA-1024', { keys: rsaKeys(1024) }),
  byRoot('RSA-768', { keys: rsaKeys(768) }),
  {
    what: 'an intermediate with RSA-1024',
    chain: under({ keys: rsaKeys(1024) }, { algorithm: RSA_WITH_SHA256 }),
  },
  byRoot('P-521', { keys: newKeys('P-521') }),
  byRoot('secp256k1', { keys: newKeys('secp256k1') }),
  byRoot('Ed25519', { keys: generateKeyPairSync('ed25519') }),
  { what: 'an intermediate on P-521', chain: [server(largeAuthority), largeAuthority] },
  { what: 'an intermediate on secp256k1', chain: [server(koblitzAuthority), koblitzAuthority] },
  { what: 'an intermediate on P-224', chain: [server(smallAuthority), smallAuthority] },
  { what: 'RSA with SHA-1', chain: [server(sha1.issuer, { algorithm: sha1.algorithm }), sha1.issuer] },
  { what: 'RSA with MD5', chain: [server(md5.issuer, { algorithm: md5.algorithm }), md5.issuer] },
  { what: 'a forged leaf', chain: [forged(ISSUING), ISSUING] },
  byRoot('another algorithm inside', { tbsAlgorithm: sequence(objectIdentifier('1.2.840.10045.4.3.3')) }),
  byRoot('version 1', {
    version: Buffer.alloc(0),
    extensions: Object.fromEntries(
      [KEY_USAGE, PURPOSES, NAMES, '2.5.29.14', '2.5.29.35'].map((oid) => [oid, 'none']),
    ),
  }),
  byRoot('a negative serial number', { serial: element(0x02, Buffer.of(0x80, 1)) }),
  byRoot('expired, misnamed', { validity: PAST, extensions: MISNAMED }),
  byRoot('expired, for clients', { validity: PAST, extensions: FOR_CLIENTS }),
  byRoot('misnamed, for clients', { extensions: { ...MISNAMED, ...FOR_CLIENTS } }),
  byRoot('expired, unknown critical extension', { validity: PAST, extensions: FOREIGN_EXTENSION }),
  byRoot('misnamed, RSA-768', { extensions: MISNAMED, keys: rsaKeys(768) }),
  byRoot('expired, RSA-768', { validity: PAST, keys: rsaKeys(768) }),
  { what: 'expired, no intermediate', chain: [server(ISSUING, { validity: PAST })] },
  { what: 'misnamed, no intermediate', chain: [server(ISSUING, { extensions: MISNAMED })] },
  {
    what: 'expired, misnamed, no intermediate',
    chain: [server(ISSUING, { validity: PAST, extensions: MISNAMED })],
  },
  { what: 'expired, signs itself', chain: [server(undefined, { validity: PAST })] },
  { what: 'misnamed, signs itself', chain: [server(undefined, { extensions: MISNAMED })] },
  {
    what: 'expired, misnamed, signs itself',
    chain: [server(undefined, { validity: PAST, extensions: MISNAMED })],
  },
  {
    what: 'signs itself, an authority',
    chain: [
      server(undefined, {
        extensions: { [BASIC_CONSTRAINTS]: extension(BASIC_CONSTRAINTS, sequence(boolean(true)), true) },
      }),
    ],
  },
  {
    what: 'misnamed, RSA with SHA-1',
    chain: [server(sha1.issuer, { algorithm: sha1.algorithm, extensions: MISNAMED }), sha1.issuer],
  },
  {
    what: 'expired, RSA with SHA-1',
    chain: [server(sha1.issuer, { algorithm: sha1.algorithm, validity: PAST }), sha1.issuer],
  },
  { what: 'RSA with SHA-1, no intermediate', chain: [server(sha1.issuer, { algorithm: sha1.algorithm })] },
  { what: 'misnamed, forged', chain: [forged(ISSUING, { extensions: MISNAMED }), ISSUING] },
  { what: 'expired, expired intermediate', chain: under({ validity: PAST }, { validity: PAST }) },
  { what: 'misnamed, expired intermediate', chain: under({ validity: PAST }, { extensions: MISNAMED }) },
  {
    what: 'misnamed, name that is not permitted',
    chain: under(
      { extensions: { [CONSTRAINTS]: nameConstraints({ permitted: [dnsName('example.org')] }) } },
      { extensions: MISNAMED },
    ),
  },
  {
    what: 'RSA-768, RSA with SHA-1',
    chain: [server(sha1.issuer, { algorithm: sha1.algorithm, keys: rsaKeys(768) }), sha1.issuer],
  },
];
