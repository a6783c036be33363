import type { ClientTrust } from '../certificates/clients/trust.ts';
import { keyMatches } from '../certificates/private-key.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { judgeBundle } from '../endpoints/judge.ts';
import type { BundleSearch } from '../endpoints/repair/find-bundle.ts';
import type { Material } from './material.ts';

/** What the material is held against. */
interface Terms {
  readonly endpoint: EndpointConfig;
  readonly trust: ClientTrust;
  readonly time: Date;
}

/**
 * What is wrong with material before anything is uploaded, completed as `search` could. An `error` means that
 * deploying it would break clients, or cannot work at all. Pure.
 */
export function checkMaterial(
  material: Material,
  { result, fetched, problems }: BundleSearch,
  terms: Terms,
): readonly Finding[] {
  const location = { file: material.file, line: 1 };
  const findings: Finding[] = [];
  if (!keyMatches(material.leaf, material.key)) {
    findings.push({
      id: 'key-mismatch',
      severity: 'error',
      problem: 'the private key belongs to none of the certificates in the bundle',
      help: 'Supply the key that was made for this certificate, or the certificate that was issued for this key.',
      location: terms.endpoint.locations.certificate,
    });
  }
  const chain = result.kind === 'complete' ? result.bundle : leafFirst(material);
  const notes = problems.map((problem) => ` (${problem})`).join('');
  for (const finding of judgeBundle(chain, terms)) {
    const problem = finding.id === 'missing-intermediate' ? `${finding.problem}${notes}` : finding.problem;
    findings.push({ ...finding, problem, location });
  }
  if (result.kind === 'complete' && fetched.length > 0) {
    findings.push({
      id: 'incomplete-chain',
      severity: 'warning',
      problem: `the bundle lacks ${count(fetched.length)}; taken from ${fetched.join(', ')}`,
      help: 'Add the missing certificates to the file, so that deploying does not depend on that address.',
      location,
    });
  }
  return findings;
}

function leafFirst({ leaf, certificates }: Material): Material['certificates'] {
  return [leaf, ...certificates.filter((each) => each !== leaf)];
}

function count(missing: number): string {
  return missing === 1 ? 'an intermediate' : `${missing} intermediates`;
}
