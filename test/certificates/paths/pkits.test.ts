import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { type Crl, readCrl } from '../../../src/certificates/revocation/crl.ts';
import { DerError } from '../../../src/certificates/der/der.ts';
import { parseCertificate } from '../../../src/certificates/parse-certificate.ts';
import { buildPath } from '../../../src/certificates/paths/path.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { AppError } from '../../../src/errors/app-error.ts';
import { NOON } from '../../support/paths.ts';

/** Where Debian's python3-cryptography-vectors keeps NIST's PKITS. */
const PKITS = '/usr/lib/python3/dist-packages/cryptography_vectors/x509/PKITS_data';

function readAll<Value>(folder: string, read: (der: Buffer) => Value): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const file of existsSync(PKITS) ? readdirSync(join(PKITS, folder)) : []) {
    try {
      values.set(file, read(readFileSync(join(PKITS, folder, file))));
    } catch (error) {
      // A few are malformed on purpose: they are no step of any path.
      if (!(error instanceof AppError || error instanceof DerError)) throw error;
    }
  }
  return values;
}

const certificates = readAll('certs', parseCertificate);
const crls: readonly Crl[] = [...readAll('crls', readCrl).values()];
const intermediates: readonly Certificate[] = [...certificates]
  .filter(([file]) => !file.endsWith('EE.crt'))
  .map(([, certificate]) => certificate);
const anchor = certificates.get('TrustAnchorRootCertificate.crt');

function outcome(leaf: Certificate): string {
  const trustStore = createTrustStore(anchor ? [anchor] : []);
  const result = buildPath({ leaf, intermediates, trustStore, time: NOON, crls });
  return result.kind === 'valid' ? 'valid' : result.failure.code;
}

/** Valid certificates that are refused here, each for what revocation.ts and signature.ts do not process. */
const REFUSED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'DSA is not for TLS': ['ValidDSASignaturesTest4', 'ValidDSAParameterInheritanceTest5'],
    'the CRL is signed by a key that is not in the path': [
      'ValidBasicSelfIssuedNewWithOldTest4',
      'ValidBasicSelfIssuedCRLSigningKeyTest6',
      'ValidSeparateCertificateandCRLKeysTest19',
    ],
    'indirect CRLs': [
      'ValidIDPwithindirectCRLTest22',
      'ValidIDPwithindirectCRLTest24',
      'ValidIDPwithindirectCRLTest25',
      'ValidcRLIssuerTest28',
      'ValidcRLIssuerTest29',
      'ValidcRLIssuerTest30',
      'ValidcRLIssuerTest33',
    ],
    'a delta CRL takes a hold back': ['ValiddeltaCRLTest5'],
    'distribution points by relative name': ['ValiddistributionPointTest4', 'ValiddistributionPointTest7'],
    'CRLs by reason': ['ValidonlySomeReasonsTest18', 'ValidonlySomeReasonsTest19'],
  }).flatMap(([reason, names]) => names.map((name) => [`${name}EE.crt`, reason] as const)),
);

const leaves = [...certificates].filter(([file]) => /^(Valid|Invalid).*EE\.crt$/.test(file));

describe.skipIf(!anchor)(`NIST PKITS, skipped where ${PKITS} is not there`, () => {
  it('has all its end entities', () => {
    expect(leaves.length).toBeGreaterThan(200);
  });

  it.each(leaves.map(([file, leaf]) => ({ file, leaf })))('$file', ({ file, leaf }) => {
    const verdict = outcome(leaf);
    expect(verdict === 'valid').toBe(file.startsWith('Valid') && !REFUSED.has(file));
    expect(verdict).not.toBe('budget-exceeded');
  });
});
