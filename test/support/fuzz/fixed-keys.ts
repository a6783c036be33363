import { createECDH, createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { integer, sequence } from '../../../src/emulator/der-writer.ts';
import type { KeyPair } from '../minter.ts';

/** Order of the group of P-256 (FIPS 186, D.1.2.3). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * A P-256 key pair that is the same for the same label, and signs the same octets alike. Only for tests: it is no
 * secret, and nothing here keeps it one.
 */
export function fixedKeys(label: string): KeyPair {
  const secret = scalarOf(label);
  const privateKey = createPrivateKey({ key: jwkOf(secret), format: 'jwk' });
  return { privateKey, publicKey: createPublicKey(privateKey), sign: (data) => signEcdsa(data, secret) };
}

function jwkOf(secret: bigint) {
  const point = pointOf(secret);
  return {
    kty: 'EC',
    crv: 'P-256',
    x: point.toString('base64url', 1, 33),
    y: point.toString('base64url', 33),
    d: toOctets(secret).toString('base64url'),
  };
}

/** ECDSA with SHA-256 (FIPS 186-5 §6.4.1), its nonce taken from the key and the data. */
function signEcdsa(data: Buffer, secret: bigint): Buffer {
  const digest = toNumber(createHash('sha256').update(data).digest());
  const nonce = scalarOf(`${secret} ${digest}`);
  const r = toNumber(pointOf(nonce).subarray(1, 33)) % ORDER;
  const s = (power(nonce, ORDER - 2n) * (digest + r * secret)) % ORDER;
  return sequence(integer(toOctets(r)), integer(toOctets(s)));
}

/** 0x04, then both coordinates. */
function pointOf(scalar: bigint): Buffer {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(toOctets(scalar));
  return curve.getPublicKey();
}

function scalarOf(label: string): bigint {
  return (toNumber(createHash('sha256').update(label).digest()) % (ORDER - 1n)) + 1n;
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % ORDER;
    square = (square * square) % ORDER;
  }
  return result;
}

function toNumber(octets: Buffer): bigint {
  return BigInt(`0x${octets.toString('hex')}`);
}

function toOctets(number: bigint): Buffer {
  return Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
}
