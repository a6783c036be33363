import { appError } from '../../errors/catalogue.ts';
import type { IngressTarget, TargetState } from '../ingress-target.ts';
import {
  createJob,
  findResource,
  type JobEnd,
  type JobPlan,
  readJob,
  rollBackWorkers,
  startJob,
} from '../cas/deployment-job.ts';
import type { TargetDesk } from './target-desk.ts';

/** How long a job that was started may wait. */
const PATIENCE_MS = 60_000;

/** What CAS calls the products. */
const PRODUCTS: Readonly<Partial<Record<TargetDesk['config']['type'], string>>> = {
  SLB: 'SLB',
  CLB: 'SLB',
  ALB: 'ALB',
  NLB: 'NLB',
  CDN: 'CDN',
  DCDN: 'DCDN',
  API_GATEWAY: 'APIGateway',
};

const JOB_WRITES = [
  'yundun-cert:CreateDeploymentJob',
  'yundun-cert:UpdateDeploymentJobStatus',
  'yundun-cert:UpdateWorkerResourceStatus',
];

/**
 * A target whose certificate is changed by a deployment job of CAS instead of its product's API. The job costs money for
 * certificates that were uploaded, and needs a contact, so it is used only where the configuration says so. What is bound
 * is read from the product all the same: a job is believed no more than another answer.
 */
export function createCasJobTarget(desk: TargetDesk, product: IngressTarget): IngressTarget {
  const { config, port, store, domain } = desk;
  const name = `${product.name} (CAS job)`;
  let job: string | undefined;
  /** When a job that does not begin is told so in the other word; on the clock of `performance.now()`. */
  let nudgeAt = Number.POSITIVE_INFINITY;

  /** @throws TARGET_UNFIT when no job can be made */
  function plan(): JobPlan {
    const cloudProduct = PRODUCTS[config.type];
    if (cloudProduct === undefined) {
      const help = 'Remove `via` from this target: its product is bound by its own API.';
      throw appError('TARGET_UNFIT', { target: name, reason: 'CAS deploys to no such product', help });
    }
    if (desk.contacts.length === 0) {
      const help = 'Name a contact of CAS as `cas.contacts`; the console shows their ids.';
      throw appError('TARGET_UNFIT', { target: name, reason: 'a deployment job needs a contact', help });
    }
    return { cas: store, cloudProduct, instance: config.instance, port, domain };
  }

  async function readBack(certificate: Parameters<IngressTarget['readBack']>[0]): Promise<TargetState> {
    const state = await product.readBack(certificate);
    if (job === undefined) return state;
    const end = await readJob(store, job);
    if (end.status === 'waiting' && performance.now() > nudgeAt) {
      nudgeAt = Number.POSITIVE_INFINITY;
      await startJob(store, job, 'scheduling');
    }
    return withJob(state, job, end);
  }

  return {
    ...product,
    name,
    needsMaterial: false,
    // What it had is put back by the product's API once the job is forgotten.
    writes: [...JOB_WRITES, ...product.writes],
    readBack,
    async read(certificate) {
      plan();
      return product.read(certificate);
    },
    async bind(certificate) {
      const order = plan();
      const resourceId = await findResource(order, name);
      const ids = { certificateId: certificate.id, resourceId, contacts: desk.contacts.join(',') };
      job = await createJob(order, { name: certificate.name ?? certificate.id, ...ids });
      await startJob(store, job);
      nudgeAt = performance.now() + PATIENCE_MS;
    },
    async restore(before) {
      // CAS knows what each worker replaced, for as long as the job is the last one.
      if (job === undefined) return product.restore(before);
      return rollBackWorkers(store, job);
    },
  };
}

/** The job may be over before the product shows it, and the other way round. */
function withJob(state: TargetState, job: string, { status, reason }: JobEnd): TargetState {
  if (status === 'failed') {
    return {
      ...state,
      status: 'Failed',
      said: `job ${job} failed${reason === undefined ? '' : `: ${reason}`}`,
    };
  }
  if ((status === 'running' || status === 'waiting') && state.status === undefined)
    return { ...state, status: 'Deploying', isChanging: true };
  return state;
}
