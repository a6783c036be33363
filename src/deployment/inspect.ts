import type { MappingRow } from '../airec/mapping.ts';
import type { StoredCertificate } from '../alibaba/certificate-store.ts';
import type { IngressTarget, TargetState } from '../alibaba/ingress-target.ts';
import type { Bundle } from '../certificates/bundle.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { addressesNotServing, type EndpointVerdict } from '../endpoints/judge.ts';
import { shortFingerprint } from '../endpoints/short-fingerprint.ts';
import { appError, hasCode } from '../errors/catalogue.ts';
import { checkMaterial } from './check-material.ts';
import { type BundleMend, mendBundle } from '../endpoints/repair/mend-bundle.ts';
import { describeAddress, judgeNow } from './look.ts';
import type { Material } from './material.ts';
import { type Step } from './steps.ts';
import { nameOf, type World } from './world.ts';

/** A requested certificate is renewed when less than this part of its lifetime is left. */
const RENEWAL_FRACTION = 1 / 3;

/** The present state of one endpoint, from every witness there is. */
export interface Inspection {
  readonly endpoint: EndpointConfig;
  readonly material: Material | undefined;
  /** The bundle to deploy, if there is one that any client accepts; undefined when CAS holds the material. */
  readonly search: BundleMend | undefined;
  /** Of the material, not of what is served. */
  readonly findings: readonly Finding[];
  readonly mapped: MappingRow | undefined;
  readonly stored: StoredCertificate | undefined;
  /** Everything that terminates TLS for it, in the order of the configuration; empty for material that is not deployed. */
  readonly targets: readonly InspectedTarget[];
  /** SHA-256 of the leaf the endpoint should serve; undefined while nobody knows it. */
  readonly intendedLeaf: string | undefined;
  readonly served: EndpointVerdict;
}

/** One target, and what it had bound before anything was changed. */
export interface InspectedTarget {
  readonly target: IngressTarget;
  readonly before: TargetState;
}

/** What is known of an endpoint before anything is asked. */
export interface Subject {
  readonly endpoint: EndpointConfig;
  readonly material: Material | undefined;
  readonly mapped: MappingRow | undefined;
}

/** Reads the present state of one endpoint: its material, CAS, and every address. Changes nothing. */
export async function inspect(subject: Subject, world: World): Promise<Inspection> {
  const { endpoint, material } = subject;
  const heading = { name: 'inspect', title: 'Read the present state', endpoint: nameOf(endpoint) } as const;
  return world.steps.run(heading, async (step) => {
    const search = material && (await searchBundle(material, endpoint, world));
    const terms = { endpoint, trust: world.trust, time: world.clock.now() };
    const findings = material && search ? checkMaterial(material, search, terms) : [];
    for (const { problem } of findings) step.found(problem);
    const blocked = findings.some(({ severity }) => severity === 'error');
    const observed = await world.observe(endpoint);
    const judge = (intendedLeaf: string | undefined) => judgeNow(endpoint, observed, { intendedLeaf, world });
    const knownLeaf = material?.leaf.fingerprint;
    const query = { ...subject, bundle: search?.smallest?.bundle };
    const stored = blocked ? undefined : await findStored(query, judge(knownLeaf), world);
    const targets = blocked ? [] : await readTargets(subject, stored, world);
    const intendedLeaf = knownLeaf ?? stored?.leafFingerprint;
    const served = judge(intendedLeaf);
    if (!blocked)
      step.observed(stored ? `CAS holds ${stored.id}, ${stored.status}` : 'CAS holds no certificate for it');
    for (const { target, before } of targets) {
      if (before.binding) step.observed(`${target.name}: ${before.said}`);
    }
    describe(step, { intendedLeaf, served });
    return { ...subject, search, findings, stored, targets, intendedLeaf, served };
  });
}

function describe(step: Step, { intendedLeaf, served }: Pick<Inspection, 'intendedLeaf' | 'served'>): void {
  if (intendedLeaf) step.observed(`intended leaf ${shortFingerprint(intendedLeaf)}`);
  for (const address of served.addresses) step.observed(describeAddress(address));
  if (served.addresses.length === 0) for (const { problem } of served.findings) step.observed(problem);
}

/** Names are left to `checkMaterial`: material for another name is to be judged with all its issuers. */
async function searchBundle(
  { leaf, certificates }: Material,
  { clients }: EndpointConfig,
  { trust, clock, fetchIssuers }: World,
): Promise<BundleMend> {
  const terms = { trust, time: clock.now() };
  return mendBundle({ leaf, candidates: certificates, clients, domain: undefined, terms }, fetchIssuers);
}

/**
 * The present binding of every target. One that cannot be read ends the work on the endpoint before anything is written.
 *
 * @throws TARGET_NEEDS_KEY and what `IngressTarget.read` throws
 */
async function readTargets(
  { endpoint, material }: Subject,
  stored: StoredCertificate | undefined,
  { cloud }: World,
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
async function findStored(
  { endpoint, material, mapped, bundle }: Subject & { readonly bundle: Bundle | undefined },
  served: EndpointVerdict,
  { cloud: { store }, clock }: World,
): Promise<StoredCertificate | undefined> {
  const { certificate, domain } = endpoint;
  if (certificate.kind === 'cas-id') return store.read(certificate.casId);
  const known =
    mapped && (certificate.kind === 'request' || !store.isListed)
      ? await readKnown(mapped.certificateId, store)
      : undefined;
  if (certificate.kind === 'request') {
    const newest = (await store.findIssued(domain)) ?? known;
    return newest && isDueForRenewal(newest, served, clock.now()) ? undefined : newest;
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

async function readKnown(id: string, store: World['cloud']['store']): Promise<StoredCertificate | undefined> {
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

function servedLeaves({ addresses }: EndpointVerdict): readonly Certificate[] {
  return addresses.flatMap(({ tls }) => (tls.kind === 'handshake' ? tls.receivedChain.slice(0, 1) : []));
}
