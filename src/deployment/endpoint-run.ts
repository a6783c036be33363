import { basename } from 'node:path';
import type { StoredCertificate } from '../alibaba/certificate-store.ts';
import type { IngressTarget } from '../alibaba/ingress-target.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import type { EndpointVerdict } from '../endpoints/judge.ts';
import type { AppError } from '../errors/app-error.ts';
import { toAppErrors } from '../errors/render.ts';
import { bindMaterial } from './bind-material.ts';
import { deployToIngress } from './deploy-to-ingress.ts';
import type { Inspection } from './inspect.ts';
import { isWorse } from './look.ts';
import { type EndpointOutcome, type Places, type RollbackRecord, statusOf } from './outcome.ts';
import type { EndpointPlan } from './plan.ts';
import { provision } from './provision.ts';
import { remediate } from './remediate.ts';
import {
  type ChangedTarget,
  describeRollBack,
  type Harm,
  hasPrevious,
  isRecorded,
  type Restoration,
  rollBack,
  servedLeaf,
} from './roll-back.ts';
import { verify } from './verify.ts';
import type { World } from './world.ts';

/** One endpoint on its way through a deployment. What stops it does not stop the others. */
export interface EndpointRun {
  readonly endpoint: EndpointConfig;
  inspection: Inspection | undefined;
  /** Undefined until inspected, and for material that must not be deployed. */
  plan: EndpointPlan | undefined;
  /** What CAS holds now; another one after provisioning or a chain update. */
  stored: StoredCertificate | undefined;
  /** The verdict of the last look. */
  served: EndpointVerdict | undefined;
  /** Of the work on it; those of its material and of what is served are kept with these. */
  findings: readonly Finding[];
  error: AppError | undefined;
  /** The certificate the mapping names. */
  mappedId: string | undefined;
  changed: boolean;
  /** Targets of this endpoint in the order in which they were changed. */
  bound: readonly ChangedTarget[];
  /** The certificate that was put back. */
  restored: Restoration | undefined;
}

export function startRun(endpoint: EndpointConfig): EndpointRun {
  return {
    endpoint,
    inspection: undefined,
    plan: undefined,
    stored: undefined,
    served: undefined,
    findings: [],
    error: undefined,
    mappedId: undefined,
    changed: false,
    bound: [],
    restored: undefined,
  };
}

/** Runs `work`; an error stops this run alone, and the first one is kept. */
export async function guarded(run: EndpointRun, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    run.error ??= toAppErrors(error)[0];
  }
}

/** The first half: the certificate into CAS and onto every target of the plan. */
export async function putInPlace(run: EndpointRun, world: World): Promise<void> {
  const { inspection, plan, endpoint } = run;
  if (!inspection || !plan) return;
  if (plan.provision.decision === 'do') {
    // Before the call: an answer that is lost may hide a write.
    run.changed = true;
    run.stored = await provision(inspection, world);
  }
  const targets = plan.deploys.filter(({ decision }) => decision === 'do').map(({ target }) => target);
  if (!run.stored || targets.length === 0) return;
  const material = bindMaterial(inspection);
  const onBind = (target: IngressTarget) => noteBind(run, target);
  const busy = inspection.targets.filter(({ before }) => before.binding && before.isChanging);
  const changing = new Set(busy.map(({ target }) => target));
  const order = {
    endpoint,
    certificate: run.stored,
    material,
    targets,
    changing,
    name: 'deploy',
    onBind,
  } as const;
  run.findings = [...run.findings, ...(await deployToIngress(order, world))];
}

/** Before the call: an answer that is lost may hide a write. */
function noteBind(run: EndpointRun, target: IngressTarget): void {
  run.changed = true;
  if (run.bound.some((earlier) => earlier.target === target)) return;
  const inspected = run.inspection?.targets.find((each) => each.target === target);
  run.bound = [...run.bound, { target, before: inspected?.before.binding }];
}

/** Whether the work on this endpoint came to its end, so that the mapping may name its certificate. */
export function isInPlace(run: EndpointRun): boolean {
  return run.plan !== undefined && !run.error && !run.findings.some(({ id }) => id === 'deployment-failed');
}

/** The second half: verify, mend the chain if that is what is wrong, put the old one back if it got worse. */
export async function settle(run: EndpointRun, world: World): Promise<void> {
  const { inspection, plan, endpoint, stored } = run;
  if (!inspection || !plan) return;
  const intendedLeaf = inspection.intendedLeaf ?? stored?.leafFingerprint;
  const wait = run.changed && isInPlace(run);
  run.served = await verify({ endpoint, intendedLeaf, until: wait ? 'leaf' : 'nothing' }, world);
  if (stored && isInPlace(run)) await repair(run, { ...inspection, intendedLeaf }, world);
  const harm = harmOf(run, inspection);
  if (harm && hasPrevious(inspection, intendedLeaf)) await putBack(run, { inspection, harm }, world);
}

/** Why the previous certificate is to be put back; undefined when it is not. */
function harmOf(run: EndpointRun, { served: before }: Inspection): Harm | undefined {
  if (!run.changed) return undefined;
  if (run.served && isWorse(before, run.served)) return 'worse';
  // Some targets have the new certificate and some the old one. What was served before is known to work.
  return !isInPlace(run) && isRecorded(run.bound) ? 'incomplete' : undefined;
}

/** Mends the chain. A repair that fails must not keep the previous certificate from being put back. */
async function repair(run: EndpointRun, inspection: Inspection, world: World): Promise<void> {
  const { endpoint, stored, served, findings } = run;
  if (!stored || !served) return;
  const order = {
    inspection,
    onWrite: () => (run.changed = true),
    onBind: (target: IngressTarget) => noteBind(run, target),
  };
  await guarded(run, async () => {
    Object.assign(run, await remediate(order, { stored, served, findings }, world));
  });
  if (!run.error) return;
  // What was written before it failed may have taken effect.
  const { intendedLeaf } = inspection;
  run.served = await verify({ endpoint, intendedLeaf, until: 'nothing', title: 'Verify as it is' }, world);
}

/** Harm was done, whether the previous certificate can be put back or not: the finding says which. */
async function putBack(
  run: EndpointRun,
  { inspection, harm }: { inspection: Inspection; harm: Harm },
  world: World,
): Promise<void> {
  await guarded(run, async () => {
    run.restored = await rollBack(inspection, run.bound, world);
  });
  const { restored } = run;
  run.findings = [
    ...run.findings,
    describeRollBack(run.endpoint, harm, restored),
    ...(restored?.findings ?? []),
  ];
  run.served = restored?.served ?? run.served;
}

/** What `rollback` needs to undo this run; undefined when no target was changed whose binding is known. */
function toRollback({ bound, inspection, restored }: EndpointRun): RollbackRecord | undefined {
  const targets = bound.flatMap(({ target: { config, name }, before }) =>
    before ? [{ ...config, name, before }] : [],
  );
  // What could not be put back is kept: it may be possible later.
  const isBack = restored !== undefined && restored.findings.length === 0;
  if (targets.length === 0 || isBack || !inspection) return undefined;
  const certificateId = inspection.mapped?.certificateId;
  return { leaf: servedLeaf(inspection.served), certificateId, targets };
}

function toPlaces(run: EndpointRun, { material, targets }: Inspection): Places {
  const changed = new Set(run.bound.map(({ target }) => target));
  const holds = ({ target, before }: Inspection['targets'][number]): boolean | undefined => {
    if (changed.has(target)) return isInPlace(run) && !run.restored ? true : undefined;
    return before.status === 'Deployed' ? true : before.isTold ? false : undefined;
  };
  return {
    bundleFile: material && basename(material.file),
    // What was put back is not what this run stored.
    stored: run.restored ? undefined : run.stored,
    targets: targets.map((each) => ({ name: each.target.name, holds: holds(each) })),
  };
}

export function toOutcome(run: EndpointRun): EndpointOutcome {
  const { endpoint, inspection, plan, stored, error, changed } = run;
  const served = run.served ?? inspection?.served;
  const findings = [...(inspection?.findings ?? []), ...run.findings, ...(served?.findings ?? [])];
  return {
    endpoint,
    status: statusOf(served, findings, error),
    certificateId: run.restored ? run.restored.certificateId : stored?.id,
    intendedLeaf: run.restored?.leaf ?? inspection?.intendedLeaf ?? stored?.leafFingerprint,
    needed: inspection?.search?.smallest,
    mapped: inspection && { before: inspection.mapped?.certificateId, after: run.mappedId },
    plan,
    places: inspection && toPlaces(run, inspection),
    before: inspection?.served,
    after: run.served,
    findings,
    error,
    changed,
    rolledBack: run.restored !== undefined,
    rollback: toRollback(run),
  };
}
