import { keyMatches } from '../certificates/private-key.ts';
import { matchesDomain } from '../certificates/reference-identity.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { describePathFailure } from '../endpoints/path-findings.ts';
import { describeNameMismatch } from '../endpoints/served-findings.ts';
import type { BundleSearch } from '../endpoints/find-bundle.ts';
import type { Material } from './material.ts';

/**
 * What is wrong with material before anything is uploaded. An `error` means that deploying it would break
 * clients, or cannot work at all. Pure.
 */
export function checkMaterial(
  material: Material,
  search: BundleSearch,
  endpoint: EndpointConfig,
): readonly Finding[] {
  const location = { file: material.file, line: 1 };
  const findings: Finding[] = [];
  if (!keyMatches(material.leaf, material.key)) {
    findings.push({
      id: 'key-mismatch',
      severity: 'error',
      problem: 'the private key belongs to none of the certificates in the bundle',
      help: 'Supply the key that was made for this certificate, or the certificate that was issued for this key.',
      location: endpoint.locations.certificate,
    });
  }
  if (!matchesDomain(material.leaf, endpoint.domain)) {
    findings.push({ ...describeNameMismatch(material.leaf, endpoint), location });
  }
  const { result } = search;
  if (result.kind === 'incomplete') {
    const notes = search.problems.map((problem) => ` (${problem})`).join('');
    const finding = describePathFailure(result.failure, endpoint, material.certificates);
    findings.push({ ...finding, problem: `${finding.problem}${notes}`, location });
  } else if (search.fetched.length > 0) {
    findings.push({
      id: 'incomplete-chain',
      severity: 'warning',
      problem: `the bundle lacks ${count(search.fetched.length)}; taken from ${search.fetched.join(', ')}`,
      help: 'Add the missing certificates to the file, so that deploying does not depend on that address.',
      location,
    });
  }
  return findings;
}

function count(missing: number): string {
  return missing === 1 ? 'an intermediate' : `${missing} intermediates`;
}
