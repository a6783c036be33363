import type { StoredCertificate } from '../alibaba/certificate-store.ts';
import type { BindMaterial, IngressTarget, TargetState } from '../alibaba/ingress-target.ts';
import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { poll } from './poll.ts';
import { nameOf, type World } from './world.ts';

export interface DeployOrder {
  readonly endpoint: EndpointConfig;
  readonly certificate: StoredCertificate;
  readonly material: BindMaterial | undefined;
  readonly targets: readonly IngressTarget[];
  /** `deploy`, or the guide's second time: `redeploy`. */
  readonly name: 'deploy' | 'redeploy' | 'roll-back';
  /** Those of them that were changing when they were read, as an earlier run left them. */
  readonly changing?: ReadonlySet<IngressTarget>;
  /** Told before each target is changed. */
  readonly onBind?: (target: IngressTarget) => void;
}

/**
 * Binds the certificate to the targets one after the other, each until it reads back as bound. The first one
 * that fails ends it: the rest keeps what it has. Returns what is to be said of it; what is served decides.
 */
export async function deployToIngress(order: DeployOrder, world: World): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const target of order.targets) {
    const finding = await deployToOne(order, target, world);
    if (finding) findings.push(finding);
    if (finding?.severity === 'error') break;
  }
  return findings;
}

async function deployToOne(
  { endpoint, certificate, material, name, changing, onBind }: DeployOrder,
  target: IngressTarget,
  world: World,
): Promise<Finding | undefined> {
  const title = `${TITLES[name]} ${certificate.id} to ${target.name}`;
  return world.steps.run({ name, title, endpoint: nameOf(endpoint) }, async (step) => {
    const earlier = changing?.has(target) ? await untilStill(target, certificate, world) : undefined;
    onBind?.(target);
    if (earlier?.status !== 'Deployed') await target.bind(certificate, material);
    const { status, said } = await untilSettled(() => target.readBack(certificate), world);
    if (status === 'Deployed') {
      step.observed(said);
      return undefined;
    }
    step.found(said);
    const details = { certificateId: certificate.id, subject: target.name, said };
    return status === 'Failed' ? describeFailed(details) : describeLate(details);
  });
}

/** A product refuses a change while another is under way. */
function untilStill(
  target: IngressTarget,
  certificate: StoredCertificate,
  { clock, config }: World,
): Promise<TargetState> {
  const deadlineMs = config.deadlines.statusMs;
  return poll(() => target.read(certificate), { deadlineMs, clock, isSettled: isStill });
}

/** Reads until the target has come to an end, or the deadline is reached. */
function untilSettled(readBack: () => Promise<TargetState>, { clock, config }: World): Promise<TargetState> {
  return poll(readBack, { deadlineMs: config.deadlines.statusMs, clock, isSettled });
}

function isStill({ isChanging }: TargetState): boolean {
  return !isChanging;
}

function isSettled({ status }: TargetState): boolean {
  return status === 'Deployed' || status === 'Failed';
}

const TITLES = { deploy: 'Deploy', redeploy: 'Redeploy', 'roll-back': 'Put back' };

interface Details {
  readonly certificateId: string;
  readonly subject: string;
  readonly said: string;
}

function describeFailed({ certificateId, subject, said }: Details): Finding {
  return {
    id: 'deployment-failed',
    severity: 'error',
    problem: `${certificateId} could not be deployed to ${subject}: ${said}`,
    help: 'Look at it in the console: the instance must exist, run, and have an HTTPS listener.',
  };
}

function describeLate({ certificateId, subject, said }: Details): Finding {
  return {
    id: 'deployment-late',
    severity: 'warning',
    problem: `${certificateId} is not reported as deployed to ${subject} at the deadline: ${said}`,
    help: 'What is served decides. Raise deadlines.status if your deployments take longer.',
  };
}
