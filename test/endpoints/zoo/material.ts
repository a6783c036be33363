import { generateKeyPairSync, sign } from 'node:crypto';
import {
  boolean,
  integer,
  namedBits,
  nullValue,
  objectIdentifier,
  sequence,
} from '../../../src/emulator/der-writer.ts';
import { authority, issuersAt, server } from '../../support/minted-hierarchy.ts';
import {
  alternativeNames,
  dnsName,
  element,
  extension,
  type KeyPair,
  type Minted,
  validity,
} from '../../support/minter.ts';
import { type Chain, type Exhibit, type Manner, serve } from '../../support/zoo.ts';

/** What the specimens are made of. */

const OID = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  purposes: '2.5.29.37',
  names: '2.5.29.17',
};

export const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
export const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

export const PAST = validity('2020-01-01', '2021-01-01');
export const FUTURE = validity('2048-01-01', '2048-03-01');
const DAY_MS = 86_400_000;

/** The root that clients trust, and an authority under it. */
export const ROOT = authority('Zoo Root');
export const ISSUING = authority('Zoo Issuing CA 1', ROOT);
export const UPPER = authority('Zoo Policy CA', ROOT);
export const LOWER = authority('Zoo Issuing CA 2', UPPER);
/** One that nobody trusts. */
export const STRANGER = authority('Stranger Root');
export const STRANGE_ISSUING = authority('Stranger Issuing CA', STRANGER);
export const LEAF = server(ISSUING);
export const LOW_LEAF = server(LOWER);

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const RSA_KEYS: KeyPair = RSA;

export function rsaKeys(modulusLength: number): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength });
}

/** AlgorithmIdentifier of RSA with a hash. */
export const RSA_WITH = {
  sha256: rsaWith('1.2.840.113549.1.1.11'),
  sha1: rsaWith('1.2.840.113549.1.1.5'),
  md5: rsaWith('1.2.840.113549.1.1.4'),
};

function rsaWith(oid: string): Buffer {
  return sequence(objectIdentifier(oid), nullValue());
}

/** The same authority as one that signs with an old hash; what it issues has to say so (`RSA_WITH`). */
export function signingWith(hash: string, issuer: Minted): Minted {
  const { keys } = issuer;
  return { ...issuer, keys: { ...keys, sign: (data) => sign(hash, data, keys.privateKey) } };
}

export function purposes(...oids: readonly string[]): Record<string, Buffer> {
  return { [OID.purposes]: extension(OID.purposes, sequence(...oids.map((oid) => objectIdentifier(oid)))) };
}

export function usage(...bits: readonly number[]): Record<string, Buffer> {
  return { [OID.keyUsage]: extension(OID.keyUsage, namedBits(...bits), true) };
}

export function names(...each: readonly Buffer[]): Record<string, Buffer> {
  return { [OID.names]: alternativeNames(...each) };
}

export function dns(...each: readonly string[]): Record<string, Buffer> {
  return names(...each.map((name) => dnsName(name)));
}

/** basicConstraints of a CA with this pathLenConstraint. */
export function pathLength(limit: number): Record<string, Buffer> {
  const value = sequence(boolean(true), integer(Buffer.of(limit)));
  return { [OID.basicConstraints]: extension(OID.basicConstraints, value, true) };
}

/** Life around now: so many days since, and so many to go. */
export function around(daysSince: number, daysLeft: number, now = Date.now()): Buffer {
  return validity(
    new Date(now - daysSince * DAY_MS).toISOString(),
    new Date(now + daysLeft * DAY_MS).toISOString(),
  );
}

/** A certs-only PKCS#7 (RFC 5652 §5) of these. */
export function pkcs7(...certificates: readonly Minted[]): Buffer {
  const signedData = sequence(
    integer(Buffer.of(1)),
    element(0x31),
    sequence(objectIdentifier('1.2.840.113549.1.7.1')),
    element(0xa0, ...certificates.map(({ certificate }) => certificate.der)),
    element(0x31),
  );
  return sequence(objectIdentifier('1.2.840.113549.1.7.2'), element(0xa0, signedData));
}

/** A server that sends `chain`, looked at with trust in the root. */
export function serving(
  chain: Chain,
  manner: Manner = {},
  terms: Partial<Exhibit> = {},
): () => Promise<Exhibit> {
  return async () => ({ ports: [await serve(chain, manner)], roots: [ROOT], ...terms });
}

/** `length` authorities, each issued by the one after it, the last by the root. */
export function ladder(length: number): Chain {
  let rungs: [Minted, ...Minted[]] = [authority('Rung 1', ROOT)];
  for (let rung = 2; rung <= length; rung += 1) rungs = [authority(`Rung ${rung}`, rungs[0]), ...rungs];
  return rungs;
}

/** A server whose leaf says that its issuer is at `url`, followed by what else it sends. */
export function leafAt(url: string, issuer: Minted = ISSUING): Minted {
  return server(issuer, { extensions: issuersAt(url) });
}

/** `issuer` as one whose signatures do not hold. */
export function forger(issuer: Minted): Minted {
  return {
    ...issuer,
    keys: { ...issuer.keys, sign: (data) => sign('sha256', data, STRANGER.keys.privateKey) },
  };
}
