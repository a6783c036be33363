import type { MappingRow } from '../airec/mapping.ts';
import type { StoredCertificate } from '../alibaba/certificate-store.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import type { EndpointVerdict } from '../endpoints/judge.ts';
import { shortFingerprint } from '../endpoints/short-fingerprint.ts';
import { checkMaterial, type MaterialTerms } from './check-material.ts';
import type { IssuerFetcher } from '../endpoints/network/issuer-fetcher.ts';
import { type BundleMend, mendBundle } from '../endpoints/repair/mend-bundle.ts';
import { describeAddress, judgeNow } from './look.ts';
import type { BundleMaterial, Material } from './material.ts';
import { findStored, type InspectedTarget, readTargets } from './read-cloud.ts';
import type { Step } from './steps.ts';
import { nameOf, type World } from './world.ts';

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
    const terms = { endpoint, trust: world.trust, time: world.clock.now() };
    const search = material && (await searchBundle(material, terms, world.fetchIssuers));
    const findings = material && search ? checkMaterial(material, search, terms) : [];
    for (const { problem } of findings) step.found(problem);
    const blocked = findings.some(({ severity }) => severity === 'error');
    const observed = await world.observe(endpoint);
    const judge = (intendedLeaf: string | undefined) => judgeNow(endpoint, observed, { intendedLeaf, world });
    const knownLeaf = material?.leaf.fingerprint;
    const query = {
      ...subject,
      bundle: search?.smallest?.bundle,
      served: judge(knownLeaf),
      time: terms.time,
    };
    const stored = blocked ? undefined : await findStored(query, world.cloud.store);
    const targets = blocked ? [] : await readTargets(subject, stored, world.cloud);
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
export async function searchBundle(
  { leaf, certificates }: BundleMaterial,
  { endpoint: { clients }, ...terms }: MaterialTerms,
  fetchIssuers: IssuerFetcher,
): Promise<BundleMend> {
  return mendBundle({ leaf, candidates: certificates, clients, domain: undefined, terms }, fetchIssuers);
}
