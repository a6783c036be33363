import { generateKeyPairSync } from 'node:crypto';
import { readMaterial } from '../../../src/certificates/material/read-material.ts';
import { toPem } from '../../../src/certificates/pem.ts';
import { CLIENT_NAMES } from '../../../src/config/config.ts';
import { type BundleCheck, checkBundle } from '../../../src/endpoints/check-bundle.ts';
import type { FindingId } from '../../../src/endpoints/finding.ts';
import { createIssuerFetcher } from '../../../src/endpoints/network/issuer-fetcher.ts';
import { trustIn } from '../../support/deployment.ts';
import { server } from '../../support/minted-hierarchy.ts';
import { newKeys } from '../../support/minter.ts';
import { certificatesOf } from '../../support/repairs.ts';
import type { Chain } from '../../support/zoo.ts';
import {
  dns,
  ISSUING,
  LEAF,
  LOW_LEAF,
  LOWER,
  PAST,
  pkcs7,
  ROOT,
  STRANGE_ISSUING,
  UPPER,
} from './material.ts';

/** A bundle file, its key in the same file or in another, and what should be said of them. */
export interface FileSpecimen {
  readonly what: string;
  readonly bundle: string | Buffer;
  readonly key?: string;
  readonly finds: readonly FindingId[];
  readonly verdict: BundleCheck['verdict'];
}

/** The finished check of files, as `check --bundle FILE --key FILE --host NAME` does it. */
export function lookAtFiles({ bundle, key }: FileSpecimen): Promise<BundleCheck> {
  const keyFile = key === undefined ? undefined : readMaterial(Buffer.from(key), 'rec.key');
  return checkBundle(
    {
      bundle: readMaterial(Buffer.from(bundle), 'rec.pem'),
      keyFile,
      domain: 'rec.example.com',
      clients: CLIENT_NAMES,
    },
    {
      fetchIssuers: createIssuerFetcher({ privateNetworks: true, timeoutMs: 5000 }),
      trust: trustIn(ROOT.certificate),
      now: () => new Date(),
    },
  );
}

const pem = (...chain: Chain) => toPem(certificatesOf(chain));
const KEY = LEAF.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const OTHER_KEY = newKeys().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ENCRYPTED = LEAF.keys.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'zoo' })
  .toString();
const PUBLIC = LEAF.keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const DSA = generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 });
const GOOD = pem(LEAF, ISSUING);
const SEC1 = LEAF.keys.privateKey.export({ type: 'sec1', format: 'pem' }).toString();

export const FILE_SPECIMENS: readonly FileSpecimen[] = [
  { what: 'the key of another', bundle: GOOD, key: OTHER_KEY, finds: ['key-mismatch'], verdict: 'broken' },
  { what: 'an encrypted key', bundle: GOOD, key: ENCRYPTED, finds: ['encrypted-key'], verdict: 'broken' },
  { what: 'a key and no certificate', bundle: KEY, finds: ['no-certificate'], verdict: 'broken' },
  { what: 'a public key', bundle: PUBLIC, finds: ['no-certificate'], verdict: 'broken' },
  { what: 'nothing', bundle: '', finds: ['no-certificate'], verdict: 'broken' },
  {
    what: 'HTML',
    bundle: '<!doctype html><title>Sign in</title>',
    finds: ['no-certificate'],
    verdict: 'broken',
  },
  {
    what: 'DER',
    bundle: LEAF.certificate.der,
    finds: ['wrong-format', 'missing-intermediate'],
    verdict: 'broken',
  },
  { what: 'PKCS#7', bundle: pkcs7(LEAF, ISSUING), finds: ['wrong-format'], verdict: 'degraded' },
  {
    what: 'a bundle cut off',
    bundle: GOOD.slice(0, -80),
    finds: ['malformed-pem', 'missing-intermediate'],
    verdict: 'broken',
  },
  { what: 'a leaf alone', bundle: pem(LEAF), finds: ['missing-intermediate'], verdict: 'broken' },
  {
    what: 'the leaf last',
    bundle: pem(UPPER, LOWER, LOW_LEAF),
    finds: ['wrong-order'],
    verdict: 'repairable',
  },
  {
    what: 'another intermediate',
    bundle: pem(LEAF, STRANGE_ISSUING),
    finds: ['wrong-intermediate'],
    verdict: 'broken',
  },
  {
    what: 'an expired leaf',
    bundle: pem(server(ISSUING, { validity: PAST }), ISSUING),
    finds: ['expired-leaf'],
    verdict: 'broken',
  },
  {
    what: 'another name',
    bundle: pem(server(ISSUING, { extensions: dns('www.example.com') }), ISSUING),
    finds: ['hostname-mismatch'],
    verdict: 'broken',
  },
  {
    what: 'a leaf on P-224',
    bundle: pem(server(ISSUING, { keys: newKeys('P-224') }), ISSUING),
    finds: ['unsupported-key-type'],
    verdict: 'broken',
  },
  {
    what: 'a leaf on secp256k1',
    bundle: pem(server(ISSUING, { keys: newKeys('secp256k1') }), ISSUING),
    finds: ['unsupported-key-type'],
    verdict: 'broken',
  },
  {
    what: 'a DSA leaf',
    bundle: pem(server(ISSUING, { keys: DSA }), ISSUING),
    finds: ['unsupported-key-type'],
    verdict: 'broken',
  },
];

/** Files that hold what they should, as people have them. */
export const HEALTHY_FILES: readonly FileSpecimen[] = [
  { what: 'bundle and key', bundle: GOOD, key: KEY },
  { what: 'bundle and key in one file', bundle: GOOD + KEY },
  { what: 'the key first', bundle: SEC1 + GOOD },
  { what: 'CRLF and a BOM', bundle: `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`, key: KEY },
  {
    what: 'bag attributes and no final newline',
    bundle: `Bag Attributes\n    friendlyName: rec\n${GOOD.trimEnd()}`,
    key: KEY,
  },
].map((each): FileSpecimen => ({ ...each, finds: [], verdict: 'healthy' }));
