import { basename } from 'node:path';
import { readMapping } from '../airec/mapping-file.ts';
import { type MappingEntry, type MappingRow, rowOf } from '../airec/mapping.ts';
import type { EndpointConfig } from '../config/config.ts';
import { bind, writeMapping } from './bind.ts';
import {
  type EndpointRun,
  guarded,
  isInPlace,
  putInPlace,
  settle,
  startRun,
  toOutcome,
} from './endpoint-run.ts';
import { toAppErrors } from '../errors/render.ts';
import type { Finding } from '../endpoints/finding.ts';
import { inspect, type Inspection } from './inspect.ts';
import type { Material } from './material.ts';
import type { DeploymentOutcome } from './outcome.ts';
import { type EndpointPlan, planEndpoint } from './plan.ts';
import { describeRehearsal, rehearseDeployment } from './rehearse.ts';
import { retire } from './retire.ts';
import type { World } from './world.ts';

export interface DeployRequest {
  readonly materials: ReadonlyMap<EndpointConfig, Material>;
  /** Read and plan, and change nothing. */
  readonly dryRun: boolean;
}

/**
 * The whole guide for every endpoint of the configuration: read the present state, plan, provision, deploy,
 * write the mapping, bind, verify, diagnose, remediate, redeploy. What is so already is skipped, so a second
 * run writes nothing. An endpoint that fails does not stop the others.
 *
 * @throws MAPPING_… when the workbook cannot be read, before anything is written
 */
export async function deploy({ materials, dryRun }: DeployRequest, world: World): Promise<DeploymentOutcome> {
  const { config, clock, steps } = world;
  const startedAt = clock.now();
  const path = config.airec.mapping;
  const mapping = await readMapping(path, config.endpoints);
  await identify(world);
  const runs = config.endpoints.map(startRun);
  for (const run of runs) {
    const mapped = rowOf(mapping, run.endpoint);
    await guarded(run, () => decide(run, { material: materials.get(run.endpoint), mapped }, world));
  }
  const mappingChanged = dryRun ? false : await apply(runs, world);
  return {
    startedAt,
    durationMs: clock.now().getTime() - startedAt.getTime(),
    dryRun,
    mapping: { path, changed: mappingChanged },
    endpoints: runs.map(toOutcome),
    steps: steps.records,
  };
}

/** Credentials that nobody accepts end the run before anything is read or written with them. */
async function identify({ cloud, config, steps }: World): Promise<void> {
  if (config.cas.api === 'guide') return;
  const heading = { name: 'identify', title: 'Ask who acts', endpoint: undefined } as const;
  await steps.run(heading, async (step) => {
    const identity = await cloud.identify();
    if (identity === undefined) step.skipped('STS cannot be asked');
    else step.observed(identity);
  });
}

interface Known {
  readonly material: Material | undefined;
  readonly mapped: MappingRow | undefined;
}

async function decide(run: EndpointRun, known: Known, world: World): Promise<void> {
  const { endpoint } = run;
  const inspection = await inspect({ endpoint, ...known }, world);
  run.inspection = inspection;
  run.mappedId = known.mapped?.certificateId;
  run.stored = inspection.stored;
  if (inspection.findings.some(({ severity }) => severity === 'error')) return;
  const plan = planEndpoint({
    ...inspection,
    bundleLength: inspection.search?.smallest?.bundle.length,
    mappingName: basename(world.config.airec.mapping),
  });
  const finding = await rehearsePlan(plan, inspection, world);
  if (finding) run.findings = [finding];
  else run.plan = plan;
}

/** What forbids the plan, where a bundle and its key are about to be uploaded or bound. */
async function rehearsePlan(
  { provision, deploys }: EndpointPlan,
  { endpoint, material, search }: Inspection,
  world: World,
): Promise<Finding | undefined> {
  const isWritten = [provision, ...deploys].some(({ decision }) => decision === 'do');
  const bundle = search?.smallest?.bundle;
  if (!isWritten || !material || !bundle) return undefined;
  return describeRehearsal(
    await rehearseDeployment({ endpoint, bundle, key: material.key }, world),
    endpoint,
  );
}

/** Carries the plans out; returns whether the workbook was written. */
async function apply(runs: readonly EndpointRun[], world: World): Promise<boolean> {
  const open = runs.filter(({ plan }) => plan !== undefined);
  for (const run of open) await guarded(run, () => putInPlace(run, world));
  const written = await mapAndBind(open.filter(isInPlace), world);
  for (const run of open) await guarded(run, () => settle(run, world));
  for (const run of open) await guarded(run, () => retire(run, world));
  // A certificate put back, or one that replaced another id, has to be named by the mapping too.
  const moved = open.filter((run) => (isInPlace(run) || run.restored) && run.mappedId !== currentId(run));
  return (moved.length > 0 && (await mapAndBind(moved, world))) || written;
}

/** Writes the rows of `runs` and binds once for all of them; what fails there fails for each of them. */
async function mapAndBind(runs: readonly EndpointRun[], world: World): Promise<boolean> {
  let written = false;
  const work = async (): Promise<void> => {
    const entries = runs.flatMap((run) => toEntry(run));
    if (entries.length === 0) return;
    written = await writeMapping(entries, world);
    for (const run of runs) {
      run.changed ||= run.mappedId !== currentId(run);
      run.mappedId = currentId(run);
    }
    const finding = await bind(written ? 'the mapping changed' : reasonToBind(runs), world);
    if (finding) for (const run of runs) run.findings = [...run.findings, finding];
  };
  try {
    await work();
  } catch (error) {
    for (const run of runs) run.error ??= toAppErrors(error)[0];
  }
  return written;
}

function toEntry(run: EndpointRun): readonly MappingEntry[] {
  const certificateId = currentId(run);
  const { domain, port } = run.endpoint;
  return certificateId === undefined ? [] : [{ domain, port, certificateId }];
}

function reasonToBind(runs: readonly EndpointRun[]): string | undefined {
  if (runs.some(({ plan }) => plan?.deploys.some(({ decision }) => decision === 'do'))) {
    return 'a certificate was deployed';
  }
  const silent = runs.some(({ inspection }) =>
    inspection?.served.findings.some(({ id }) => id === 'http-failure'),
  );
  return silent ? 'an endpoint does not answer as one that is bound' : undefined;
}

/** The certificate the endpoint serves, or should. */
function currentId({ restored, stored }: EndpointRun): string | undefined {
  return restored ? restored.certificateId : stored?.id;
}
