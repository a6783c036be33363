import { type CasAnswer, refuse, type Refusal, succeed } from '../../cas-answer.ts';
import { hits } from '../../faults.ts';
import { type Action, type ApiCall, isRefusal, needAll } from '../api.ts';
import { type Front, type FrontProduct, show } from '../front.ts';
import {
  type CasCertificate,
  type DeploymentJob,
  type DeploymentWorker,
  identifierOf,
  nextId,
} from '../state.ts';

/** For an uploaded certificate, beyond the free ones. */
const FEE_YUAN = 30;
const FREE_DEPLOYMENTS = 10;
const CONTACT = '4711';

const PRODUCTS: Readonly<Record<string, FrontProduct>> = {
  SLB: 'slb',
  ALB: 'alb',
  NLB: 'nlb',
  CDN: 'cdn',
  DCDN: 'dcdn',
  APIGateway: 'apigateway',
};

/** Deployment jobs of CAS 2020-04-07. A job that is made does nothing until its status is changed. */
export const deploymentJobActions: Readonly<Record<string, Action>> = {
  ListContact: () =>
    succeed({
      ContactList: [{ ContactId: Number(CONTACT), Name: 'operations', EmailStatus: 1 }],
      TotalCount: 1,
    }),
  ListCloudResources: listCloudResources,
  CreateDeploymentJob: createDeploymentJob,
  UpdateDeploymentJobStatus: updateDeploymentJobStatus,
  DescribeDeploymentJob: describeDeploymentJob,
  ListWorkerResource: listWorkerResource,
  UpdateWorkerResourceStatus: updateWorkerResourceStatus,
};

function listCloudResources(call: ApiCall): CasAnswer {
  const given = needAll(call, ['CloudName', 'CloudProduct']);
  if (isRefusal(given)) return given;
  const keyword = call.parameters.get('Keyword') ?? '';
  const product = PRODUCTS[given.CloudProduct];
  const found = call.state.fronts.filter((front) => front.product === product && front.id.includes(keyword));
  return succeed({
    Total: found.length,
    Data: found.map((front) => ({
      Id: resourceIdOf(front, call),
      CloudProduct: given.CloudProduct,
      RegionId: front.region,
      EnableHttps: front.isOn ? 1 : 0,
      ...(front.product === 'cdn' || front.product === 'dcdn'
        ? { Domain: front.id }
        : { InstanceId: front.id, ListenerPort: String(front.port) }),
    })),
  });
}

/** A number of its own, that has nothing to do with the instance. */
function resourceIdOf(front: Front, { state }: ApiCall): number {
  return 900_000 + state.fronts.indexOf(front);
}

function createDeploymentJob(call: ApiCall): CasAnswer {
  const given = needAll(call, ['Name', 'JobType', 'CertIds', 'ResourceIds', 'ContactIds']);
  if (isRefusal(given)) return given;
  if (!['user', 'cloud'].includes(given.JobType))
    return refuse('InvalidParameter.JobType', 'JobType is unknown.');
  if (!given.ContactIds.split(',').includes(CONTACT))
    return refuse('ContactNotExist', 'The contact does not exist.');
  const ids = given.ResourceIds.split(',');
  const workers = call.state.fronts
    .filter((front) => ids.includes(String(resourceIdOf(front, call))))
    .map((front): DeploymentWorker => ({ id: nextId(), front, status: 'pending', previous: undefined }));
  const job: DeploymentJob = {
    id: nextId(),
    status: 'editing',
    certificateIds: given.CertIds.split(','),
    workers,
  };
  call.state.jobs.push(job);
  return succeed({ JobId: Number(job.id) });
}

function find(call: ApiCall): DeploymentJob | Refusal {
  const given = needAll(call, ['JobId']);
  if (isRefusal(given)) return given;
  return (
    call.state.jobs.find(({ id }) => id === given.JobId) ?? refuse('NotFound', 'The job does not exist.')
  );
}

function updateDeploymentJobStatus(call: ApiCall): CasAnswer {
  const job = find(call);
  if (isRefusal(job)) return job;
  const given = needAll(call, ['Status']);
  if (isRefusal(given)) return given;
  if (!['pending', 'scheduling', 'editing'].includes(given.Status))
    return refuse('InvalidParameter.Status', 'Status is unknown.');
  if (job.status !== 'editing')
    return refuse('OperationDenied.StatusNotSupport', 'The job has been started.');
  job.status = given.Status === 'editing' ? 'editing' : 'pending';
  return succeed({});
}

/** One look: time passes in looks. */
function describeDeploymentJob(call: ApiCall): CasAnswer {
  const job = find(call);
  if (isRefusal(job)) return job;
  if (job.status === 'pending') job.status = 'processing';
  else if (job.status === 'processing') work(job, call);
  return succeed({ Id: Number(job.id), Status: job.status });
}

function work(job: DeploymentJob, { state }: ApiCall): void {
  const certificate = state.certificates.find(({ id }) => id === job.certificateIds[0]);
  for (const worker of job.workers) {
    const fails = state.faults.take('failed-deploy', hits('CreateDeploymentJob')) !== undefined;
    if (!certificate || fails) {
      worker.status = 'error';
      continue;
    }
    const { front } = worker;
    const { leaf, chainPem, keyPem, name } = certificate;
    worker.previous = front.bindings;
    const ref = refFor(front, certificate, state);
    front.bindings = { ...front.bindings, fallback: { ref, name, leaf, chainPem, keyPem } };
    show(front, state.faults);
    worker.status = 'success';
    const uploaded = state.jobs
      .flatMap(({ workers }) => workers)
      .filter(({ status }) => status === 'success');
    if (certificate.source === 'upload' && uploaded.length > FREE_DEPLOYMENTS) state.fees += FEE_YUAN;
  }
  // As the real one: a job may be a success although workers failed.
  job.status = 'success';
}

/** What the product calls it. */
function refFor({ product, region }: Front, certificate: CasCertificate, state: ApiCall['state']): string {
  const { id: casId, store, name, leaf, chainPem, keyPem } = certificate;
  if (product === 'cdn' || product === 'dcdn') return `${casId}@${store}`;
  if (product !== 'slb') return identifierOf(certificate);
  const id = `${state.accountId}_${nextId()}_${state.serverCertificates.length + 1}`;
  state.serverCertificates.push({ id, region, casId, name, leaf, chainPem, keyPem });
  return id;
}

function listWorkerResource(call: ApiCall): CasAnswer {
  const job = find(call);
  if (isRefusal(job)) return job;
  const wanted = call.parameters.get('Status');
  const found = job.workers.filter(({ status }) => wanted === undefined || status === wanted);
  return succeed({
    Total: found.length,
    Data: found.map(({ id, status }) => ({
      Id: Number(id),
      Status: status,
      ...(status === 'error' ? { ErrorMsg: 'the product refused the certificate' } : {}),
    })),
  });
}

function updateWorkerResourceStatus(call: ApiCall): CasAnswer {
  const job = find(call);
  if (isRefusal(job)) return job;
  const given = needAll(call, ['WorkerId', 'Status']);
  if (isRefusal(given)) return given;
  const worker = job.workers.find(({ id }) => id === given.WorkerId);
  if (!worker?.previous || given.Status !== 'rollback')
    return refuse('NotFound', 'There is nothing to roll back.');
  worker.front.bindings = worker.previous;
  worker.status = 'rollback_success';
  show(worker.front, call.state.faults);
  return succeed({});
}
