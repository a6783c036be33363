import type { CertificateStore } from '../alibaba/certificate-store.ts';
import type { CertificateCloud } from '../alibaba/ingress-target.ts';
import type { MappingEntry } from '../airec/mapping.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import type { EndpointVerdict } from '../endpoints/judge.ts';
import type { AppError } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { toAppErrors } from '../errors/render.ts';
import { bind, writeMapping } from './bind.ts';
import { type DeploymentOutcome, type EndpointOutcome, type RollbackRecord, statusOf } from './outcome.ts';
import { shortFingerprint } from '../endpoints/short-fingerprint.ts';
import { lookAt } from './look.ts';
import { type ChangedTarget, restoreTargets } from './roll-back.ts';
import { verify } from './verify.ts';
import { nameOf, type World } from './world.ts';

/** What a past deployment says of one endpoint that it changed. */
export interface PastChange {
  readonly domain: string;
  readonly port: number;
  /** SHA-256 of the leaf that it deployed; undefined: the report does not say. */
  readonly deployedLeaf: string | undefined;
  readonly rollback: RollbackRecord;
}

export interface UndoRequest {
  readonly changes: readonly PastChange[];
  /** Read what would be put back, and change nothing. */
  readonly dryRun: boolean;
  /** Also where something else has been deployed since. */
  readonly force: boolean;
}

interface Undoing {
  readonly endpoint: EndpointConfig;
  readonly deployedLeaf: string | undefined;
  readonly record: RollbackRecord;
  /** Whether anything was put back, or was tried to be. */
  isTouched: boolean;
  findings: readonly Finding[];
  served: EndpointVerdict | undefined;
  error: AppError | undefined;
}

/**
 * Undoes a past deployment: binds what every target had before it, last change first, brings the mapping back, and proves
 * by handshake that the previous certificate is served. An endpoint that fails does not stop the others.
 *
 * @throws ROLLBACK_ENDPOINT_UNKNOWN when the configuration has no such endpoint, before anything is written
 */
export async function undo(
  { changes, dryRun, force }: UndoRequest,
  world: World,
): Promise<DeploymentOutcome> {
  const { config, clock, steps } = world;
  const startedAt = clock.now();
  const undoings = changes.map((change) => startUndoing(change, config.endpoints));
  for (const undoing of undoings.toReversed()) {
    await guarded(undoing, async () => {
      if (!force) await assertNotSuperseded(undoing, world);
      const changed = toChanged(undoing, world.cloud);
      if (dryRun) return compareTargets(undoing.endpoint, changed, world);
      undoing.isTouched = true;
      undoing.findings = await restoreTargets(undoing.endpoint, changed, world);
    });
  }
  const mappingChanged = dryRun ? false : await restoreMapping(undoings, world);
  // One that was left alone has nothing to prove.
  for (const undoing of undoings.filter(({ error }) => !error)) {
    const { endpoint, record } = undoing;
    const until = dryRun || record.leaf === undefined ? 'nothing' : 'leaf';
    await guarded(undoing, async () => {
      const intendedLeaf = dryRun ? undefined : record.leaf;
      undoing.served = await verify({ endpoint, intendedLeaf, until }, world);
    });
  }
  return {
    startedAt,
    durationMs: clock.now().getTime() - startedAt.getTime(),
    dryRun,
    mapping: { path: config.airec.mapping, changed: mappingChanged },
    endpoints: undoings.map(toOutcome),
    steps: steps.records,
  };
}

function startUndoing(
  { domain, port, rollback, deployedLeaf }: PastChange,
  endpoints: readonly EndpointConfig[],
): Undoing {
  const endpoint = endpoints.find((each) => each.domain === domain && each.port === port);
  if (!endpoint) throw appError('ROLLBACK_ENDPOINT_UNKNOWN', { endpoint: `${domain}:${port}` });
  return {
    endpoint,
    deployedLeaf,
    record: rollback,
    isTouched: false,
    findings: [],
    served: undefined,
    error: undefined,
  };
}

/**
 * What is served must be what that deployment left, or what was there before it: else it is somebody's newer work.
 *
 * @throws ROLLBACK_SUPERSEDED
 */
async function assertNotSuperseded({ endpoint, deployedLeaf, record }: Undoing, world: World): Promise<void> {
  if (deployedLeaf === undefined) return;
  const { addresses } = await lookAt(endpoint, undefined, world);
  const served = addresses.flatMap(({ tls }) =>
    tls.kind === 'handshake' ? tls.receivedChain.slice(0, 1) : [],
  );
  const newer = served.find(({ fingerprint }) => fingerprint !== deployedLeaf && fingerprint !== record.leaf);
  if (!newer) return;
  const details = { endpoint: nameOf(endpoint), leaf: shortFingerprint(newer.fingerprint) };
  throw appError('ROLLBACK_SUPERSEDED', details);
}

/** The targets as they were configured then. */
function toChanged(
  { endpoint, record }: Undoing,
  cloud: CertificateCloud<CertificateStore>,
): readonly ChangedTarget[] {
  const targets = cloud.targetsOf({ ...endpoint, ingress: record.targets });
  return targets.map((target, index) => ({ target, before: record.targets[index]?.before }));
}

/** What each target has, and what it would get back. */
async function compareTargets(
  endpoint: EndpointConfig,
  changed: readonly ChangedTarget[],
  { steps }: World,
): Promise<void> {
  for (const { target, before = {} } of changed.toReversed()) {
    const title = `Would put back what ${target.name} had`;
    await steps.run({ name: 'roll-back', title, endpoint: nameOf(endpoint) }, async (step) => {
      const { said } = await target.read(undefined);
      step.observed(`now: ${said}`);
      step.skipped(
        `then: ${
          Object.entries(before)
            .map(([key, value]) => `${key} ${value}`)
            .join(', ') || 'nothing'
        }`,
      );
    });
  }
}

async function restoreMapping(undoings: readonly Undoing[], world: World): Promise<boolean> {
  const entries: MappingEntry[] = [];
  for (const undoing of undoings.filter(({ error }) => !error)) {
    const { domain, port } = undoing.endpoint;
    const certificateId = await findId(undoing, world);
    if (certificateId !== undefined) entries.push({ domain, port, certificateId });
  }
  if (entries.length === 0) return false;
  const written = await writeMapping(entries, world);
  const finding = await bind(written ? 'the mapping changed' : undefined, world);
  if (finding) for (const undoing of undoings) undoing.findings = [...undoing.findings, finding];
  return written;
}

/** That CAS has for what was served before; where it cannot list, that the mapping named then. */
async function findId(
  { endpoint: { domain }, record }: Undoing,
  { cloud: { store } }: World,
): Promise<string | undefined> {
  const { leaf, certificateId } = record;
  const found = leaf === undefined ? undefined : await store.find({ domain, leafFingerprint: leaf });
  return found?.id ?? certificateId;
}

async function guarded(undoing: Undoing, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    undoing.error ??= toAppErrors(error)[0];
  }
}

function toOutcome({ endpoint, record, isTouched, findings, served, error }: Undoing): EndpointOutcome {
  const all = [...findings, ...(served?.findings ?? [])];
  const isBack = served?.addresses.every(({ servesIntended }) => servesIntended) === true;
  const stale: Finding = {
    id: 'rolled-back',
    severity: 'error',
    problem: `${nameOf(endpoint)} does not serve everywhere what it served before`,
    help: 'See what the steps say of each target, and bind the previous certificate by hand where it is missing.',
  };
  const told = record.leaf !== undefined && isTouched && !isBack ? [...all, stale] : all;
  return {
    endpoint,
    status: statusOf(served, told, error),
    certificateId: record.certificateId,
    intendedLeaf: record.leaf,
    needed: undefined,
    mapped: undefined,
    plan: undefined,
    places: undefined,
    before: undefined,
    after: served,
    findings: told,
    error,
    changed: isTouched,
    rolledBack: isTouched,
    rollback: undefined,
  };
}
