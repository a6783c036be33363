import type { MappingRow } from '../airec/mapping.ts';
import type { CertificateReader, StoredCertificate } from '../alibaba/certificate-store.ts';
import type { CertificateCloud, IngressTarget, TargetState } from '../alibaba/ingress-target.ts';
import type { Bundle } from '../certificates/bundle.ts';
import type { EndpointConfig } from '../config/config.ts';
import { addressesNotServing, type EndpointVerdict, servedLeaves } from '../endpoints/judge.ts';
import { appError, hasCode } from '../errors/catalogue.ts';
import type { BundleMaterial } from './material.ts';

/** A requested certificate is renewed when less than this part of its lifetime is left. */
const RENEWAL_FRACTION = 1 / 3;

/** One target, and what it had bound before anything was changed. */
export interface InspectedTarget {
  readonly target: IngressTarget;
  readonly before: TargetState;
}

/** An endpoint that the cloud is asked about. */
export interface CloudQuery {
  readonly endpoint: EndpointConfig;
  readonly material: BundleMaterial | undefined;
  readonly mapped: MappingRow | undefined;
  /** What is to be deployed of the material; undefined: nothing can be. */
  readonly bundle: Bundle | undefined;
  /** What the addresses serve, with regard to the leaf of the material. */
  readonly served: EndpointVerdict;
  readonly time: Date;
}

/**
 * The present binding of every target. One that cannot be read ends the work on the endpoint before anything is written.
 *
 * @throws TARGET_NEEDS_KEY and what `IngressTarget.read` throws
 */
export async function readTargets(
  { endpoint, material }: Pick<CloudQuery, 'endpoint' | 'material'>,
  stored: StoredCertificate | undefined,
  cloud: Pick<CertificateCloud<CertificateReader>, 'targetsOf'>,
): Promise<readonly InspectedTarget[]> {
  const targets: InspectedTarget[] = [];
  for (const target of cloud.targetsOf(endpoint)) {
    if (target.needsMaterial && !material) {
      throw appError(
        'TARGET_NEEDS_KEY',
        { target: target.name },
        { location: endpoint.locations.certificate },
      );
    }
    targets.push({ target, before: await target.read(stored) });
  }
  return targets;
}

/** What CAS holds of the certificate this endpoint should serve; undefined when it must be made. */
export async function findStored(
  { endpoint, material, mapped, bundle, served, time }: CloudQuery,
  store: CertificateReader,
): Promise<StoredCertificate | undefined> {
  const { certificate, domain } = endpoint;
  if (certificate.kind === 'cas-id') return store.read(certificate.casId);
  const known =
    mapped && (certificate.kind === 'request' || !store.isListed)
      ? await readKnown(mapped.certificateId, store)
      : undefined;
  if (certificate.kind === 'request') {
    const newest = (await store.findIssued(domain)) ?? known;
    return newest && isDueForRenewal(newest, served, time) ? undefined : newest;
  }
  const leafFingerprint = material?.leaf.fingerprint ?? '';
  if (known?.leafFingerprint === leafFingerprint) return known;
  // A certificate is listed by the names it has: a wildcard's is not found by a name it covers.
  const listed = material?.leaf.dnsNames[0] ?? domain;
  const found = await store.find({ domain: listed, leafFingerprint, bundle });
  if (found) return found;
  // A service that does not tell leaves: the mapping and what every address serves speak for the row's id.
  const silent = known && known.leafFingerprint === undefined;
  return silent && addressesNotServing(served).length === 0 ? known : undefined;
}

async function readKnown(id: string, store: CertificateReader): Promise<StoredCertificate | undefined> {
  try {
    return await store.read(id);
  } catch (error) {
    if (hasCode(error, 'CLOUD_NOT_FOUND')) return undefined;
    throw error;
  }
}

function isDueForRenewal(stored: StoredCertificate, served: EndpointVerdict, now: Date): boolean {
  const leaf = servedLeaves(served).find(({ fingerprint }) => fingerprint === stored.leafFingerprint);
  if (!leaf) return false;
  const lifetimeMs = leaf.notAfter.getTime() - leaf.notBefore.getTime();
  return leaf.notAfter.getTime() - now.getTime() < lifetimeMs * RENEWAL_FRACTION;
}
