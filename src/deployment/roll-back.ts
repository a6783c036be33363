import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { type EndpointVerdict, isAsIntended } from '../endpoints/judge.ts';
import { deployToIngress } from './deploy-to-ingress.ts';
import type { Inspection } from './inspect.ts';
import { verify } from './verify.ts';
import { nameOf, type World } from './world.ts';

export interface Restoration {
  /** The certificate put back. */
  readonly certificateId: string;
  /** SHA-256 of its leaf. */
  readonly leaf: string;
  readonly served: EndpointVerdict;
  readonly findings: readonly Finding[];
}

/**
 * Puts back the certificate that was served before, and proves it by handshake. Undefined when CAS no
 * longer has it, or nobody knows which it was.
 */
export async function rollBack(inspection: Inspection, world: World): Promise<Restoration | undefined> {
  const { endpoint } = inspection;
  const previous = servedLeaf(inspection.served);
  if (!previous) return undefined;
  const certificateId = await findPrevious(inspection, previous, world);
  if (!certificateId) return undefined;
  const order = { endpoint, certificateId, targets: endpoint.ingress, name: 'roll-back' } as const;
  const findings = await deployToIngress(order, world);
  const title = 'Verify that the previous certificate is back';
  const served = await verify({ endpoint, intendedLeaf: previous, until: 'chain', title }, world);
  return { certificateId, leaf: previous, served, findings };
}

/**
 * Whether another leaf than the one deployed was served and accepted before. When it was the same one, putting it
 * back would change nothing.
 */
export function hasPrevious({ served }: Inspection, deployedLeaf: string | undefined): boolean {
  const previous = servedLeaf(served);
  return previous !== undefined && previous !== deployedLeaf;
}

/**
 * What is said of a deployment that did harm. `restored` is the attempt to put the previous certificate back;
 * undefined when there was nothing to put back, or CAS refused it.
 */
export function describeRollBack(endpoint: EndpointConfig, restored: Restoration | undefined): Finding {
  const isBack = restored !== undefined && isAsIntended(restored.served);
  return {
    id: 'rolled-back',
    severity: 'error',
    problem: `the new certificate made ${nameOf(endpoint)} worse${describeReturn(restored, isBack)}`,
    help: isBack
      ? 'Mend what the other findings name, then deploy again.'
      : 'Put a certificate that works back by hand, then mend what the other findings name.',
  };
}

function describeReturn(restored: Restoration | undefined, isBack: boolean): string {
  if (!restored) return ', and the previous one could not be put back';
  if (isBack) return `; the previous one, ${restored.certificateId}, is back`;
  return `; the previous one, ${restored.certificateId}, was deployed again, but not every address serves it`;
}

/** The leaf that an accepting address served before; undefined when none did. */
function servedLeaf({ addresses }: EndpointVerdict): string | undefined {
  const accepted = addresses.find((address) => address.accepted);
  return accepted?.tls.kind === 'handshake' ? accepted.tls.receivedChain[0]?.fingerprint : undefined;
}

async function findPrevious(
  { endpoint, mapped }: Inspection,
  leafFingerprint: string,
  { service }: World,
): Promise<string | undefined> {
  const found = await service.find({ domain: endpoint.domain, leafFingerprint });
  if (found) return found.id;
  // A service that cannot list: the row of the mapping names what was bound before.
  return mapped?.certificateId;
}
