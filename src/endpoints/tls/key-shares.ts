import { createECDH, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import { appError } from '../../errors/catalogue.ts';

/** One key pair for one group (RFC 8446 §4.2.8). */
interface KeyPair {
  /** As it is sent. */
  readonly publicKey: Buffer;
  /** What it agrees on with the peer's public key. */
  agree(peer: Buffer): Buffer;
}

/**
 * The client's halves of key exchanges. Each is made once and serves every handshake of a run: what it protects is
 * the server's certificates, which are public, and nothing is ever sent under the keys derived from it. That a
 * server's proof is one of now rests on the client's random, which is fresh each time.
 */
export interface KeyShares {
  /** The public key for `group`; undefined for a group that is not offered. */
  publicKey(group: number): Buffer | undefined;
  /** @throws TLS_HANDSHAKE_UNREADABLE when the peer's key is none of the group */
  agree(group: number, peer: Buffer): Buffer;
}

const X25519 = 29;
/** RFC 8446 §4.2.8.2: uncompressed points. */
const CURVES: Readonly<Record<number, string>> = { 23: 'prime256v1', 24: 'secp384r1', 25: 'secp521r1' };

/** Numbers of the groups that the probe offers. The post-quantum ones are left to OpenSSL. */
export const OFFERED_GROUPS: readonly number[] = [X25519, 23, 24, 25];
/** The one that a key share is sent for at once, because servers prefer it. */
export const FIRST_GROUP = X25519;

export function createKeyShares(): KeyShares {
  const pairs = new Map<number, KeyPair>();
  function pairOf(group: number): KeyPair | undefined {
    const known = pairs.get(group);
    if (known) return known;
    const curve = CURVES[group];
    if (group !== X25519 && curve === undefined) return undefined;
    const pair = curve === undefined ? createX25519Pair() : createCurvePair(curve);
    pairs.set(group, pair);
    return pair;
  }
  return {
    publicKey: (group) => pairOf(group)?.publicKey,
    agree(group, peer) {
      try {
        const secret = pairOf(group)?.agree(peer);
        if (secret) return secret;
      } catch (cause) {
        throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: 'an invalid key share' }, { cause });
      }
      throw appError('TLS_HANDSHAKE_UNREADABLE', { detail: `the group ${group}, which was not offered` });
    },
  };
}

function createX25519Pair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicKey: Buffer.from(x, 'base64url'),
    agree(peer) {
      // Node reads a JWK in less time than DER.
      const jwk = { kty: 'OKP', crv: 'X25519', x: peer.toString('base64url') };
      return diffieHellman({ privateKey, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) });
    },
  };
}

function createCurvePair(curve: string): KeyPair {
  const ecdh = createECDH(curve);
  return { publicKey: ecdh.generateKeys(), agree: (peer) => ecdh.computeSecret(peer) };
}
