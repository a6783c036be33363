import { z } from 'zod';
import { appError } from '../../errors/catalogue.ts';
import { printable } from '../../errors/printable.ts';
import { accepted, id, optional } from '../fields.ts';
import type { CasClient } from './cas-client.ts';

/** What a job is for. */
export interface JobPlan {
  readonly cas: CasClient;
  /** As CAS calls it: `SLB`, `ALB`, `CDN` … */
  readonly cloudProduct: string;
  readonly instance: string;
  readonly port: number;
  readonly domain: string;
}

const resource = z.object({
  Id: id,
  InstanceId: optional(z.string()),
  ListenerPort: optional(z.union([z.string(), z.int()]).transform(String)),
  Domain: optional(z.string()),
});

const workers = z.object({
  Data: optional(z.array(z.object({ Id: id, Status: optional(z.string()), ErrorMsg: optional(z.string()) }))),
});

/**
 * The id by which a job calls the target. The inventory of CAS is a copy that lags behind.
 * https://api.aliyun.com/document/cas/2020-04-07/ListCloudResources
 *
 * @throws TARGET_UNFIT when CAS does not list it
 */
export async function findResource(plan: JobPlan, target: string): Promise<string> {
  const { cas, cloudProduct, instance, port, domain } = plan;
  const { Data = [] } = await cas.client.call({
    action: 'ListCloudResources',
    method: 'POST',
    parameters: {
      CloudName: 'aliyun',
      CloudProduct: cloudProduct,
      Keyword: instance,
      CurrentPage: 1,
      ShowSize: 50,
    },
    schema: z.object({ Data: optional(z.array(resource)) }),
    repeat: 'safe',
  });
  const found = Data.find(
    ({ InstanceId, ListenerPort, Domain }) =>
      (InstanceId === instance || Domain === instance) &&
      (ListenerPort === undefined || ListenerPort === String(port)) &&
      (Domain === undefined || Domain === instance || Domain === domain),
  );
  if (found) return found.Id;
  const help =
    'Have the console synchronise cloud resources (Deployment, Resources), and check the instance and its port.';
  throw appError('TARGET_UNFIT', { target, reason: 'CAS does not list it among its cloud resources', help });
}

/**
 * Makes a job, which does nothing yet. One whose answer is lost is made again: a job that was never started costs nothing.
 * https://api.aliyun.com/document/cas/2020-04-07/CreateDeploymentJob
 */
export async function createJob(
  { cas }: JobPlan,
  order: {
    readonly name: string;
    readonly certificateId: string;
    readonly resourceId: string;
    /** Comma-separated. */
    readonly contacts: string;
  },
): Promise<string> {
  const { JobId } = await cas.client.call({
    action: 'CreateDeploymentJob',
    method: 'POST',
    parameters: {
      Name: order.name,
      JobType: 'user',
      CertIds: order.certificateId,
      ResourceIds: order.resourceId,
      ContactIds: order.contacts,
    },
    schema: z.object({ JobId: id }),
    repeat: { recover: () => Promise.resolve(undefined) },
  });
  return JobId;
}

/**
 * Starts it: without this nothing is deployed. The documentation says `pending`, an official example `scheduling`.
 * https://api.aliyun.com/document/cas/2020-04-07/UpdateDeploymentJobStatus
 */
export async function startJob(
  cas: CasClient,
  jobId: string,
  status: 'pending' | 'scheduling' = 'pending',
): Promise<void> {
  await cas.client.call({
    action: 'UpdateDeploymentJobStatus',
    method: 'POST',
    parameters: { JobId: jobId, Status: status },
    schema: accepted,
    repeat: { recover: async () => ((await readStatus(cas, jobId)) === 'editing' ? undefined : {}) },
  });
}

/** https://api.aliyun.com/document/cas/2020-04-07/DescribeDeploymentJob */
async function readStatus({ client }: CasClient, jobId: string): Promise<string> {
  const { Status } = await client.call({
    action: 'DescribeDeploymentJob',
    method: 'POST',
    parameters: { JobId: jobId },
    schema: z.object({ Status: z.string() }),
    repeat: 'safe',
  });
  return Status;
}

export interface JobEnd {
  /** `waiting`: it was started and has not begun. */
  readonly status: 'waiting' | 'running' | 'succeeded' | 'failed';
  /** Of the first worker that failed. */
  readonly reason: string | undefined;
}

/** How a job stands. One that succeeded with workers that failed has failed. */
export async function readJob(cas: CasClient, jobId: string): Promise<JobEnd> {
  const status = await readStatus(cas, jobId);
  if (status === 'pending') return { status: 'waiting', reason: undefined };
  if (status !== 'success' && status !== 'error') return { status: 'running', reason: undefined };
  const failed = await listWorkers(cas, jobId, 'error');
  if (status === 'success' && failed.length === 0) return { status: 'succeeded', reason: undefined };
  const reason = failed[0]?.ErrorMsg;
  return { status: 'failed', reason: reason === undefined ? undefined : printable(reason, 200) };
}

/** https://api.aliyun.com/document/cas/2020-04-07/ListWorkerResource */
async function listWorkers({ client }: CasClient, jobId: string, status: string) {
  const { Data = [] } = await client.call({
    action: 'ListWorkerResource',
    method: 'POST',
    parameters: { JobId: jobId, Status: status, CurrentPage: 1, ShowSize: 50 },
    schema: workers,
    repeat: 'safe',
  });
  return Data;
}

/**
 * Has every worker that changed something put back what it replaced.
 * https://api.aliyun.com/document/cas/2020-04-07/UpdateWorkerResourceStatus
 */
export async function rollBackWorkers(cas: CasClient, jobId: string): Promise<void> {
  for (const { Id } of await listWorkers(cas, jobId, 'success')) {
    await cas.client.call({
      action: 'UpdateWorkerResourceStatus',
      method: 'POST',
      parameters: { JobId: jobId, WorkerId: Id, Status: 'rollback' },
      schema: accepted,
      repeat: {
        recover: async () =>
          (await listWorkers(cas, jobId, 'success')).some((each) => each.Id === Id) ? undefined : {},
      },
    });
  }
}
