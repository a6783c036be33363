import type { CertificateStatus, StoredCertificate } from '../alibaba/certificate-service.ts';
import type { EndpointConfig, IngressConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { poll } from './poll.ts';
import { nameOf, type World } from './world.ts';

export interface DeployOrder {
  readonly endpoint: EndpointConfig;
  readonly certificateId: string;
  readonly targets: readonly IngressConfig[];
  /** `deploy`, or the guide's second time: `redeploy`. */
  readonly name: 'deploy' | 'redeploy' | 'roll-back';
}

/**
 * Binds the certificate to the targets one after the other, each until CAS calls it Deployed. The first one
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
  { endpoint, certificateId, name }: DeployOrder,
  target: IngressConfig,
  world: World,
): Promise<Finding | undefined> {
  const { service, clock, steps, config } = world;
  const subject = `${target.type} ${target.instance}`;
  const title = `${TITLES[name]} ${certificateId} to ${subject}`;
  return steps.run({ name, title, endpoint: nameOf(endpoint) }, async (step) => {
    await service.deploy(certificateId, target);
    const deadlineMs = config.deadlines.statusMs;
    const isSettled = (stored: StoredCertificate) =>
      ['Deployed', 'Failed'].includes(statusAt(stored, target));
    const status = statusAt(
      await poll(() => service.read(certificateId), { deadlineMs, clock, isSettled }),
      target,
    );
    if (status === 'Deployed') {
      step.observed(`CAS says Deployed`);
      return undefined;
    }
    step.found(`CAS says ${status}`);
    return status === 'Failed'
      ? describeFailed(certificateId, subject)
      : describeLate({ certificateId, subject, status });
  });
}

const TITLES = { deploy: 'Deploy', redeploy: 'Redeploy', 'roll-back': 'Put back' };

/** The state of this very target where the service tells it, else that of the certificate. */
function statusAt({ status, targets }: StoredCertificate, target: IngressConfig): CertificateStatus {
  return (
    targets?.find(({ type, instance }) => type === target.type && instance === target.instance)?.status ??
    status
  );
}

function describeFailed(certificateId: string, subject: string): Finding {
  return {
    id: 'deployment-failed',
    severity: 'error',
    problem: `CAS failed to deploy ${certificateId} to ${subject}`,
    help: 'Look at the deployment in the CAS console: the instance must exist, run, and have an HTTPS listener.',
  };
}

function describeLate({
  certificateId,
  subject,
  status,
}: {
  certificateId: string;
  subject: string;
  status: string;
}): Finding {
  return {
    id: 'deployment-late',
    severity: 'warning',
    problem: `CAS still says ${status} of ${certificateId} on ${subject} at the deadline`,
    help: 'What is served decides. Raise deadlines.status if your deployments take longer.',
  };
}
