import type { Bundle } from '../certificates/bundle.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { ClientTrust } from '../certificates/clients/trust.ts';
import type { PlacedCertificate } from '../certificates/material/material.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { runRules } from '../endpoints/findings/finding-rule.ts';
import { keyMismatch } from '../endpoints/findings/key-mismatch.ts';
import { judgeBundle } from '../endpoints/judge.ts';
import type { BundleMend } from '../endpoints/repair/mend-bundle.ts';
import type { BundleMaterial } from './material.ts';

/** What the material is held against. */
export interface MaterialTerms {
  readonly endpoint: EndpointConfig;
  readonly trust: ClientTrust;
  readonly time: Date;
}

/**
 * What is wrong with material before anything is uploaded, completed where that could be done. An `error` means that
 * deploying it would break clients, or cannot work at all. Pure.
 */
export function checkMaterial(
  material: BundleMaterial,
  { smallest, help }: Pick<BundleMend, 'smallest' | 'help'>,
  terms: MaterialTerms,
): readonly Finding[] {
  const location = { file: material.file, line: 1 };
  const findings: Finding[] = [...judgeKey(material, terms.endpoint)];
  const notes = (help?.problems ?? []).map((problem) => ` (${problem})`).join('');
  for (const finding of judgeBundle(smallest?.bundle ?? leafFirst(material), terms)) {
    const problem = finding.id === 'missing-intermediate' ? `${finding.problem}${notes}` : finding.problem;
    findings.push({ ...finding, problem, location });
  }
  const held = new Set(material.certificates.map(({ fingerprint }) => fingerprint));
  const missing = smallest?.bundle.filter(({ fingerprint }) => !held.has(fingerprint)) ?? [];
  if (help && missing.length > 0) {
    findings.push({
      id: 'incomplete-chain',
      severity: 'warning',
      problem: `the bundle lacks ${count(missing.length)}; taken from ${help.fetched.join(', ')}`,
      help: 'Add the missing certificates to the file, so that deploying does not depend on that address.',
      location,
    });
  }
  return findings;
}

function judgeKey(
  { leaf, certificates, key }: BundleMaterial,
  { locations }: EndpointConfig,
): readonly Finding[] {
  return runRules([keyMismatch], {
    bundle: { certificates: certificates.map(placed) },
    leaf: placed(leaf),
    keys: key ? [{ key, location: locations.certificate }] : [],
  });
}

function placed(certificate: Certificate): PlacedCertificate {
  return { certificate, line: undefined };
}

function leafFirst({ leaf, certificates }: BundleMaterial): Bundle {
  return [leaf, ...certificates.filter((each) => each !== leaf)];
}

function count(missing: number): string {
  return missing === 1 ? 'an intermediate' : `${missing} intermediates`;
}
