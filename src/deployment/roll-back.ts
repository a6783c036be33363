import type { StoredCertificate } from '../alibaba/certificate-store.ts';
import type { Binding, IngressTarget } from '../alibaba/ingress-target.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { type EndpointVerdict, isAsIntended } from '../endpoints/judge.ts';
import { toAppErrors } from '../errors/render.ts';
import { deployToIngress } from './deploy-to-ingress.ts';
import type { Inspection } from './inspect.ts';
import { poll } from './poll.ts';
import { verify } from './verify.ts';
import { nameOf, type World } from './world.ts';

/** A target that was changed, and what it had bound before. */
export interface ChangedTarget {
  readonly target: IngressTarget;
  /** Undefined when its API does not tell. */
  readonly before: Binding | undefined;
}

export interface Restoration {
  /** The certificate put back, by the id that the mapping has for it; undefined when nobody knows it. */
  readonly certificateId: string | undefined;
  /** SHA-256 of its leaf. */
  readonly leaf: string;
  readonly served: EndpointVerdict;
  readonly findings: readonly Finding[];
}

/**
 * Puts back the certificate that was served before, and proves it by handshake: by the recorded bindings of the changed
 * targets, in reverse; without them by deploying the previous certificate again. Undefined when CAS no longer has it, or
 * nobody knows which it was.
 */
export async function rollBack(
  inspection: Inspection,
  changed: readonly ChangedTarget[],
  world: World,
): Promise<Restoration | undefined> {
  const { endpoint } = inspection;
  const leaf = servedLeaf(inspection.served);
  if (!leaf) return undefined;
  const put = isRecorded(changed)
    ? {
        findings: await restoreTargets(endpoint, changed, world),
        certificateId: (await findPrevious(inspection, leaf, world))?.id,
      }
    : await redeployPrevious(inspection, leaf, world);
  if (!put) return undefined;
  const title = 'Verify that the previous certificate is back';
  const served = await verify({ endpoint, intendedLeaf: leaf, until: 'chain', title }, world);
  return { ...put, leaf, served };
}

/** Whether every changed target can be put back by what it had bound. */
export function isRecorded(changed: readonly ChangedTarget[]): boolean {
  return changed.length > 0 && changed.every(({ before }) => before !== undefined);
}

/** Binds what was bound before, the target changed last first; one that fails does not keep the others from it. */
export async function restoreTargets(
  endpoint: EndpointConfig,
  changed: readonly ChangedTarget[],
  world: World,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { target, before } of changed.toReversed()) {
    if (!before) continue;
    const heading = {
      name: 'roll-back',
      title: `Put back what ${target.name} had`,
      endpoint: nameOf(endpoint),
    } as const;
    const restoring = world.steps.run(heading, async (step) => {
      await target.restore(before);
      const { said, binding } = await poll(() => target.read(undefined), {
        deadlineMs: world.config.deadlines.statusMs,
        clock: world.clock,
        isSettled: (state) => !state.isChanging && isSame(state.binding, before),
      });
      if (isSame(binding, before)) step.observed(said);
      else step.found(said);
    });
    await restoring.catch((error: unknown) => {
      findings.push(...toAppErrors(error).map((each) => describeStuck(target, each)));
    });
  }
  return findings;
}

function isSame(binding: Binding | undefined, before: Binding): boolean {
  if (!binding) return false;
  const names = [...new Set([...Object.keys(binding), ...Object.keys(before)])];
  return names.every((name) => binding[name] === before[name]);
}

function describeStuck(
  { name }: IngressTarget,
  { message, help }: { message: string; help: string },
): Finding {
  return { id: 'rolled-back', severity: 'error', problem: `${name} could not be put back: ${message}`, help };
}

/**
 * Whether another leaf than the one deployed was served and accepted before. When it was the same one, putting it
 * back would change nothing.
 */
export function hasPrevious({ served }: Inspection, deployedLeaf: string | undefined): boolean {
  const previous = servedLeaf(served);
  return previous !== undefined && previous !== deployedLeaf;
}

/** The ways in which a deployment gives reason to put the previous certificate back. */
export type Harm = 'worse' | 'incomplete';

/**
 * What is said of a deployment that did harm. `restored` is the attempt to put the previous certificate back;
 * undefined when there was nothing to put back, or CAS refused it.
 */
export function describeRollBack(
  endpoint: EndpointConfig,
  harm: Harm,
  restored: Restoration | undefined,
): Finding {
  const isBack = restored !== undefined && isAsIntended(restored.served);
  const what =
    harm === 'worse'
      ? `the new certificate made ${nameOf(endpoint)} worse`
      : `the deployment to ${nameOf(endpoint)} stopped half-way`;
  return {
    id: 'rolled-back',
    severity: 'error',
    problem: `${what}${describeReturn(restored, isBack)}`,
    help: isBack
      ? 'Mend what the other findings name, then deploy again.'
      : 'Put a certificate that works back by hand, then mend what the other findings name.',
  };
}

function describeReturn(restored: Restoration | undefined, isBack: boolean): string {
  if (!restored) return ', and the previous one could not be put back';
  const previous = `the previous one${restored.certificateId === undefined ? '' : `, ${restored.certificateId},`}`;
  if (isBack) return `; ${previous} is back`;
  return `; ${previous} was deployed again, but not every address serves it`;
}

/** The leaf that an accepting address served before; undefined when none did. */
export function servedLeaf({ addresses }: EndpointVerdict): string | undefined {
  const accepted = addresses.find((address) => address.accepted);
  return accepted?.tls.kind === 'handshake' ? accepted.tls.receivedChain[0]?.fingerprint : undefined;
}

async function redeployPrevious(
  inspection: Inspection,
  leafFingerprint: string,
  world: World,
): Promise<{ findings: readonly Finding[]; certificateId: string } | undefined> {
  const { endpoint, targets } = inspection;
  const certificate = await findPrevious(inspection, leafFingerprint, world);
  if (!certificate) return undefined;
  const { id } = certificate;
  const order = { endpoint, certificate, material: undefined, name: 'roll-back' } as const;
  const findings = await deployToIngress({ ...order, targets: targets.map(({ target }) => target) }, world);
  return { findings, certificateId: id };
}

/** What CAS holds of the leaf that was served before; undefined when it holds it no longer. */
async function findPrevious(
  { endpoint: { domain }, mapped }: Pick<Inspection, 'endpoint' | 'mapped'>,
  leafFingerprint: string,
  { cloud: { store } }: World,
): Promise<StoredCertificate | undefined> {
  const found = await store.find({ domain, leafFingerprint });
  if (found || store.isListed || !mapped) return found;
  // A service that cannot list: the row of the mapping names what was bound before.
  return store.read(mapped.certificateId);
}
