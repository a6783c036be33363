import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCertificate } from './actions/create-certificate.ts';
import { deployCertificate } from './actions/deploy-certificate.ts';
import { describeCertificateStatus } from './actions/describe-certificate-status.ts';
import { diagnoseCertificate } from './actions/diagnose-certificate.ts';
import { listUserCertificateOrder } from './actions/list-user-certificate-order.ts';
import { updateCertificate } from './actions/update-certificate.ts';
import { refuse, type CasAnswer } from './cas-answer.ts';
import { readCall, type CallParameters, type CasAction, type CasCall } from './cas-call.ts';
import { answerReply, faultyReply, sendReply, type Reply } from './cas-reply.ts';
import type { Cloud } from './cloud.ts';
import { hits } from './faults.ts';
import { COMMON_PARAMETERS, createGateway, type AccessKey } from './gateway.ts';

/** A call that reached the service, in the order of their answers. */
export interface RecordedCall {
  /** Empty when the call named none. */
  readonly action: string;
  readonly method: string;
  /** What the action takes, without common parameters and without key material. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Origin form, as received. */
  readonly rawUrl: string;
  /** That of the reply: `OK`, an error code, `HTML`, `HTTP 500`, `HTTP 503` or `LOST`. */
  readonly outcome: string;
}

interface ActionEntry {
  readonly methods: readonly string[];
  readonly run: (cloud: Cloud, parameters: CallParameters) => CasAnswer;
}

const READ = ['GET', 'POST'] as const;

const ACTIONS: Readonly<Record<CasAction, ActionEntry>> = {
  CreateCertificate: { methods: ['POST'], run: createCertificate },
  DeployCertificate: { methods: ['POST'], run: deployCertificate },
  DescribeCertificateStatus: { methods: READ, run: describeCertificateStatus },
  DiagnoseCertificate: { methods: ['POST'], run: diagnoseCertificate },
  UpdateCertificate: { methods: ['PUT'], run: updateCertificate },
  ListUserCertificateOrder: { methods: READ, run: listUserCertificateOrder },
};

const UNRECORDED = new Set<string>([...COMMON_PARAMETERS, 'SecurityToken', 'Key']);

export interface CasService {
  readonly calls: readonly RecordedCall[];
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** The certificate service over HTTP: the gateway's checks, then the action, then what faults make of it. */
export function createCasService(cloud: Cloud, accessKey: AccessKey): CasService {
  const calls: RecordedCall[] = [];
  const check = createGateway(accessKey, cloud.now);
  return {
    calls,
    async handle(request, response) {
      const call = await readCall(request);
      const reply = respond(cloud, call, check);
      calls.push({ ...describe(call), outcome: reply.outcome });
      sendReply(response, reply);
    },
  };
}

function respond(cloud: Cloud, call: CasCall, check: ReturnType<typeof createGateway>): Reply {
  const refusal = call.refusal ?? check(call);
  if (refusal) return answerReply(refusal);
  const name = call.parameters.get('Action') ?? '';
  if (!isAction(name)) {
    return answerReply(refuse('InvalidAction.NotFound', `The specified action is not found: ${name}.`));
  }
  const action = ACTIONS[name];
  if (!action.methods.includes(call.method)) {
    return answerReply(
      refuse('UnsupportedHTTPMethod', `${name} takes ${action.methods.join(' or ')}, not ${call.method}.`),
    );
  }
  const failure = faultyReply(cloud.faults, name);
  if (failure) return failure;
  const reply = answerReply(action.run(cloud, call.parameters));
  if (cloud.faults.take('lose-answer', hits(name))) return { ...reply, outcome: 'LOST', body: undefined };
  return reply;
}

function isAction(name: string): name is CasAction {
  return Object.hasOwn(ACTIONS, name);
}

function describe({ method, rawUrl, parameters }: CasCall): Omit<RecordedCall, 'outcome'> {
  const shown = [...parameters].filter(
    ([name, value]) => !UNRECORDED.has(name) && !value.includes('PRIVATE KEY'),
  );
  return {
    action: parameters.get('Action') ?? '',
    method,
    parameters: Object.fromEntries(shown),
    rawUrl,
  };
}
