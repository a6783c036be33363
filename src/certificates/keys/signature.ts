import { constants, type KeyObject, verify } from 'node:crypto';
import type { AlgorithmIdentifier, Certificate, SignedObject } from '../certificate.ts';
import { TAG } from '../der/der.ts';

/** How a signature is computed. */
interface Scheme {
  readonly name: string;
  readonly key: 'rsa' | 'ec' | 'ed25519';
  /** Undefined: the scheme has its own. */
  readonly hash: string | undefined;
  /** Salt octets of RSA-PSS; undefined for other schemes. */
  readonly salt?: number;
}

/** Schemes by OID (RFC 4055 §5, RFC 5758 §3.2, RFC 8410 §3). */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.11': { name: 'RSA with SHA-256', key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { name: 'RSA with SHA-384', key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { name: 'RSA with SHA-512', key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { name: 'ECDSA with SHA-256', key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { name: 'ECDSA with SHA-384', key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { name: 'ECDSA with SHA-512', key: 'ec', hash: 'sha512' },
  '1.3.101.112': { name: 'Ed25519', key: 'ed25519', hash: undefined },
};

/** Schemes that could be forged (BR §7.1.3.2: none of them is allowed). */
const WEAK: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'RSA with MD2',
  '1.2.840.113549.1.1.4': 'RSA with MD5',
  '1.2.840.113549.1.1.5': 'RSA with SHA-1',
  '1.3.14.3.2.29': 'RSA with SHA-1',
  '1.2.840.10040.4.3': 'DSA with SHA-1',
  '1.2.840.10045.4.1': 'ECDSA with SHA-1',
};

const RSA_PSS = '1.2.840.113549.1.1.10';

/** RSASSA-PSS-params of the three combinations that are allowed, octet for octet (BR §7.1.3.2.1). */
const PSS_SCHEMES: ReadonlyMap<string, Scheme> = new Map(
  [
    { hash: 'sha256', name: 'SHA-256', arc: '01', salt: 32 },
    { hash: 'sha384', name: 'SHA-384', arc: '02', salt: 48 },
    { hash: 'sha512', name: 'SHA-512', arc: '03', salt: 64 },
  ].map(({ hash, name, arc, salt }) => {
    const hashDer = `300d06096086480165030402${arc}0500`;
    const maskDer = `301a06092a864886f70d010108${hashDer}`;
    const parameters = `3034a00f${hashDer}a11c${maskDer}a2030201${salt.toString(16)}`;
    return [parameters, { name: `RSA-PSS with ${name}`, key: 'rsa', hash, salt }] as const;
  }),
);

export type SchemeReading =
  | { readonly kind: 'scheme'; readonly scheme: Scheme; readonly name: string }
  | { readonly kind: 'weak' | 'unknown'; readonly name: string };

/** What the algorithm identifier asks for; parameters that do not belong to the scheme make it unknown. */
export function readScheme({ oid, parameters }: AlgorithmIdentifier): SchemeReading {
  const weak = WEAK[oid];
  if (weak !== undefined) return { kind: 'weak', name: weak };
  const scheme = oid === RSA_PSS ? PSS_SCHEMES.get(parameters?.toString('hex') ?? '') : SCHEMES[oid];
  if (!scheme) return { kind: 'unknown', name: oid };
  if (oid === RSA_PSS || hasOwnParameters(scheme, parameters)) {
    return { kind: 'scheme', scheme, name: scheme.name };
  }
  return { kind: 'unknown', name: `${scheme.name} with foreign parameters` };
}

/** NULL for RSA, which some authorities leave out (RFC 4055 §5), and none for the others. */
function hasOwnParameters({ key }: Scheme, parameters: Buffer | undefined): boolean {
  if (parameters === undefined) return true;
  return key === 'rsa' && parameters.equals(Buffer.of(TAG.null, 0));
}

/**
 * Verdicts that were reached already. They follow from what never changes, so they hold as long as both objects are
 * there: clients of one endpoint, and endpoints with the same intermediates, ask for the same ones.
 */
const verdicts = new WeakMap<SignedObject, WeakMap<Certificate, boolean>>();

/** Whether the key of `issuer` made the signature of `signed`. False for schemes and keys that are not known. */
export function isSignedBy(signed: SignedObject, issuer: Certificate): boolean {
  const known = verdicts.get(signed)?.get(issuer);
  if (known !== undefined) return known;
  const verdict = verifySignature(signed, issuer);
  const byIssuer = verdicts.get(signed) ?? new WeakMap<Certificate, boolean>();
  verdicts.set(signed, byIssuer.set(issuer, verdict));
  return verdict;
}

/** Whether it is signed by its own key, as roots are; self-issued ones need not be. */
export function isSelfSigned(certificate: Certificate): boolean {
  return certificate.selfIssued && isSignedBy(certificate, certificate);
}

function verifySignature(signed: SignedObject, issuer: Certificate): boolean {
  const reading = readScheme(signed.signatureAlgorithm);
  if (reading.kind !== 'scheme' || issuer.publicKey.kind !== reading.scheme.key) return false;
  try {
    const { hash, salt } = reading.scheme;
    const key = issuer.x509.publicKey;
    return verify(
      hash ?? null,
      signed.tbsDer,
      salt === undefined ? key : pssKey(key, salt),
      signed.signature,
    );
  } catch {
    // OpenSSL cannot use the key, so it verifies nothing.
    return false;
  }
}

function pssKey(key: KeyObject, saltLength: number) {
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
}
