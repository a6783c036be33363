import type { MappingRow } from '../../airec/mapping.ts';
import type { StoredCertificate } from '../../alibaba/certificate-store.ts';
import type { Bundle } from '../../certificates/bundle.ts';
import type { EndpointConfig } from '../../config/config.ts';
import type { Finding } from '../../endpoints/finding.ts';
import { type EndpointVerdict, judgeEndpoint } from '../../endpoints/judge.ts';
import type { ObserveEndpoint } from '../../endpoints/observe-endpoint.ts';
import { findHelp } from '../../endpoints/repair/find-repair.ts';
import type { Rehearsal } from '../../endpoints/rehearse.ts';
import type { AppError } from '../../errors/app-error.ts';
import { checkMaterial, type MaterialTerms } from '../check-material.ts';
import { searchBundle } from '../inspect.ts';
import { describeAddress, judgeNow } from '../look.ts';
import type { BundleMaterial, MaterialAtHand } from '../material.ts';
import { planEndpoint, planItems } from '../plan.ts';
import { describeRehearsal, rehearseDeployment } from '../rehearse.ts';
import { nameOf } from '../world.ts';
import { type ClientOutlook, foreseeClients } from './client-outlook.ts';
import { type CloudView, lookIntoCloud, NOT_ASKED } from './cloud-view.ts';
import { describeLostNames, foreseeNames, type NameOutlook } from './name-outlook.ts';
import { type ForeseenItem, planWithoutCloud } from './plan-without-cloud.ts';
import type { PreviewWorld } from './preview-world.ts';
import { surveyTargets, type TargetOutlook } from './target-outlook.ts';

/** What is known of an endpoint before anything is looked at. */
export interface PreviewSubject extends MaterialAtHand {
  readonly endpoint: EndpointConfig;
  readonly mapped: MappingRow | undefined;
  /** File name of the workbook, for people. */
  readonly mappingName: string;
}

/** What deploying would do to one endpoint. */
export interface EndpointPreview {
  readonly endpoint: EndpointConfig;
  readonly material: BundleMaterial | undefined;
  /** What would be uploaded; undefined: CAS holds it, or nothing may be. */
  readonly bundle: Bundle | undefined;
  /** What is served now; undefined: nobody looked. */
  readonly served: EndpointVerdict | undefined;
  readonly stored: StoredCertificate | undefined;
  /** SHA-256 of the leaf that would be served; undefined: not known from here. */
  readonly intendedLeaf: string | undefined;
  /** Empty when deploying is forbidden, or when nobody knows for the errors below. */
  readonly items: readonly ForeseenItem[];
  readonly clients: readonly ClientOutlook[];
  /** Undefined without a bundle. */
  readonly names: NameOutlook | undefined;
  /** Those of the configuration; empty when the cloud was not asked. */
  readonly targets: readonly TargetOutlook[];
  /** Undefined: there is no key here, or nothing to rehearse. */
  readonly rehearsal: Rehearsal | undefined;
  /** Of the material and of the change. An `error` forbids deploying. */
  readonly findings: readonly Finding[];
  /** What could not be read, of files and of the cloud. */
  readonly errors: readonly AppError[];
  /** RAM actions of the changes. */
  readonly writes: readonly string[];
}

/** Looks at all there is of one endpoint, and says what deploying would do. Writes nothing. */
export async function previewEndpoint(
  subject: PreviewSubject,
  world: PreviewWorld,
): Promise<EndpointPreview> {
  const seen = await look(subject, world);
  const { endpoint } = subject;
  const { material, bundle, served, cloud, findings } = seen;
  const isForbidden = findings.some(({ severity }) => severity === 'error');
  const items = isForbidden || subject.errors.length > 0 ? [] : foresee(subject, seen);
  const changing = items.length === 0 ? [] : cloud.targets.filter((_, index) => isDone(items, index));
  const survey = await surveyTargets({ endpoint, cloud, changing, items }, world);
  const names = material && foreseeNames({ leaf: material.leaf, served, targets: survey.targets });
  const isChange = items.some(({ decision }) => decision !== 'skip');
  const rehearsal =
    bundle && material?.key && (isChange || isForbidden)
      ? await rehearseDeployment({ endpoint, bundle, key: material.key }, world)
      : undefined;
  // A key that is another certificate's has its own finding.
  const ofRehearsal = rehearsal && !isForbidden ? describeRehearsal(rehearsal, endpoint) : undefined;
  const ofNames = names && isChange ? describeLostNames(names, survey.targets) : undefined;
  const ofChange = [...survey.findings, ...[ofNames, ofRehearsal].filter((each) => each !== undefined)];
  return {
    endpoint,
    material,
    bundle,
    served,
    stored: cloud.stored,
    intendedLeaf: seen.intendedLeaf,
    items: ofChange.some(({ severity }) => severity === 'error') ? [] : items,
    clients: foreseeClients({ endpoint, bundle, served: seen.withLuck }, world),
    names,
    targets: survey.targets,
    rehearsal,
    findings: [...findings, ...ofChange],
    errors: [...subject.errors, ...cloud.errors, ...survey.errors],
    writes: survey.writes,
  };
}

interface Seen {
  readonly material: BundleMaterial | undefined;
  readonly bundle: Bundle | undefined;
  readonly served: EndpointVerdict | undefined;
  /** The same, with what clients come by that fetch issuers by themselves. */
  readonly withLuck: EndpointVerdict | undefined;
  readonly intendedLeaf: string | undefined;
  readonly cloud: CloudView;
  readonly findings: readonly Finding[];
}

async function look({ endpoint, material, mapped }: PreviewSubject, world: PreviewWorld): Promise<Seen> {
  const heading = { name: 'inspect', title: 'Read the present state', endpoint: nameOf(endpoint) } as const;
  return world.steps.run(heading, async (step) => {
    const terms = { endpoint, trust: world.trust, time: world.clock.now() };
    const search = material && (await searchBundle(material, terms, world.fetchIssuers));
    const bundle = search?.smallest?.bundle;
    const findings = material && search ? checkMaterial(material, search, terms) : [];
    for (const { problem } of findings) step.found(problem);
    const observed = await world.observe?.(endpoint);
    const judge = (intendedLeaf: string | undefined) =>
      observed && judgeNow(endpoint, observed, { intendedLeaf, world });
    const ofMaterial = judge(material?.leaf.fingerprint);
    const isForbidden = findings.some(({ severity }) => severity === 'error');
    const query = { endpoint, material, mapped, bundle, served: ofMaterial ?? UNSEEN, time: terms.time };
    const cloud = isForbidden ? NOT_ASKED : await lookIntoCloud(query, world.cloud);
    for (const line of cloud.said) step.observed(line);
    for (const { message } of cloud.errors) step.found(message);
    const intendedLeaf = material?.leaf.fingerprint ?? cloud.stored?.leafFingerprint;
    const served = material ? ofMaterial : judge(intendedLeaf);
    for (const address of served?.addresses ?? []) step.observed(describeAddress(address));
    const withLuck = served && (await judgeWithLuck({ observed, served, terms, intendedLeaf }, world));
    return { material, bundle, served, withLuck, intendedLeaf, cloud, findings };
  });
}

interface Observed {
  readonly observed: Awaited<ReturnType<ObserveEndpoint>> | undefined;
  readonly served: EndpointVerdict;
  readonly terms: MaterialTerms;
  readonly intendedLeaf: string | undefined;
}

/** Who refuses today is told as it is: a browser that fetches what is not sent does not refuse. */
async function judgeWithLuck(
  { observed, served, terms, intendedLeaf }: Observed,
  { fetchIssuers }: PreviewWorld,
): Promise<EndpointVerdict> {
  if (!observed || 'kind' in observed) return served;
  const { endpoint, trust, time } = terms;
  const expectation = { endpoint, intendedLeaf, trust, time };
  const help = await findHelp({ endpoint, observed, served, expectation }, fetchIssuers);
  return help ? judgeEndpoint(observed, { ...expectation, help }) : served;
}

const UNSEEN: EndpointVerdict = { addresses: [], findings: [] };

/** As the deployment decides, where the cloud was read; else what can be told from outside. */
function foresee(
  { endpoint, mapped, mappingName }: PreviewSubject,
  { bundle, served, intendedLeaf, cloud }: Seen,
): readonly ForeseenItem[] {
  if (cloud.kind !== 'read') return planWithoutCloud({ endpoint, served, intendedLeaf, mapped, mappingName });
  const { stored, targets } = cloud;
  const evidence = { endpoint, stored, targets, intendedLeaf, mapped, mappingName };
  return planItems(planEndpoint({ ...evidence, served: served ?? UNSEEN, bundleLength: bundle?.length }));
}

/** Whether the target at this place is to be changed. */
function isDone(items: readonly ForeseenItem[], index: number): boolean {
  return items.filter(({ step }) => step === 'deploy')[index]?.decision !== 'skip';
}
