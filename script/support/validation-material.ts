import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toPem } from '../../src/certificates/pem.ts';
import { nullValue, objectIdentifier, sequence } from '../../src/emulator/der-writer.ts';
import { type KeyPair, mint, type Minted, name, newKeys, validity } from '../../test/support/minter.ts';

/** What is validated: chains of three certificates, with a cross-signed root and a namesake among the received. */
export type Hierarchy = 'ECDSA P-256' | 'RSA-2048' | 'mixed';

export const HIERARCHIES: readonly Hierarchy[] = ['ECDSA P-256', 'RSA-2048', 'mixed'];

export const CHAINS = 200;
/** When every chain but the expired ones is valid. */
export const TIME = new Date('2026-06-01T00:00:00Z');

/** Files of one hierarchy; `leaf-<number>.pem` from 0 on are beside them. */
export const FILES = { received: 'received.pem', anchors: 'anchors.pem' } as const;

/** Every tenth leaf is expired, every tenth is signed by a key that is not its issuer's. */
export function isValid(chain: number): boolean {
  return !isExpired(chain) && !isForged(chain);
}

function isExpired(chain: number): boolean {
  return chain % 10 === 8;
}

function isForged(chain: number): boolean {
  return chain % 10 === 9;
}

const RSA_WITH_SHA256 = sequence(objectIdentifier('1.2.840.113549.1.1.11'), nullValue());

interface Signer {
  readonly keys: KeyPair;
  /** Empty for ECDSA, which is what is written by default. */
  readonly algorithm: { readonly algorithm?: Buffer };
}

function rsaSigner(): Signer {
  return {
    keys: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    algorithm: { algorithm: RSA_WITH_SHA256 },
  };
}

function ecdsaSigner(): Signer {
  return { keys: newKeys(), algorithm: {} };
}

/** Writes the files of every hierarchy into a folder of its own in `directory`. */
export async function writeMaterial(directory: string): Promise<void> {
  for (const hierarchy of HIERARCHIES) {
    const folder = path.join(directory, hierarchy);
    await mkdir(folder, { recursive: true });
    await writeHierarchy(hierarchy, folder);
  }
}

function certify(subject: string, of: Signer, by: { signer: Signer; issuer?: Minted }): Minted {
  return mint({
    kind: 'ca',
    keys: of.keys,
    subject: name(subject),
    ...by.signer.algorithm,
    ...(by.issuer ? { issuer: by.issuer } : {}),
  });
}

async function writeHierarchy(hierarchy: Hierarchy, folder: string): Promise<void> {
  const authority = hierarchy === 'ECDSA P-256' ? ecdsaSigner : rsaSigner;
  const [oldRoot, root, issuing, stranger] = [authority(), authority(), authority(), authority()];
  const forger = authority();
  const leafKeys = (hierarchy === 'RSA-2048' ? rsaSigner() : ecdsaSigner()).keys;
  const oldAnchor = certify('Old Root', oldRoot, { signer: oldRoot });
  const anchor = certify('Root', root, { signer: root });
  const cross = certify('Root', root, { signer: oldRoot, issuer: oldAnchor });
  const intermediate = certify('Issuing', issuing, { signer: root, issuer: anchor });
  const namesake = certify('Issuing', stranger, { signer: root, issuer: anchor });
  const leafOf = (chain: number) =>
    mint({
      keys: leafKeys,
      subject: name(`host-${chain}.example.com`),
      ...issuing.algorithm,
      issuer: isForged(chain) ? { ...intermediate, keys: forger.keys } : intermediate,
      ...(isExpired(chain) ? { validity: validity('2026-01-01', '2026-02-01') } : {}),
    });
  await writeFile(path.join(folder, FILES.anchors), pemOf([oldAnchor, anchor]));
  await writeFile(path.join(folder, FILES.received), pemOf([cross, intermediate, namesake]));
  for (let chain = 0; chain < CHAINS; chain += 1) {
    await writeFile(path.join(folder, leafFile(chain)), pemOf([leafOf(chain)]));
  }
}

export function leafFile(chain: number): string {
  return `leaf-${chain}.pem`;
}

/** DER of the certificates in a file of `folder`. */
export async function readDers(folder: string, file: string): Promise<readonly Buffer[]> {
  const text = await readFile(path.join(folder, file), 'utf8');
  return [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g)].map(([, base64 = '']) =>
    Buffer.from(base64, 'base64'),
  );
}

function pemOf(minted: readonly Minted[]): string {
  return toPem(minted.map(({ certificate }) => certificate));
}
