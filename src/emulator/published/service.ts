import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse, type Refusal } from '../cas-answer.ts';
import { answerReply, faultyReply, type Reply, sendReply } from '../cas-reply.ts';
import type { RecordedCall } from '../cas-service.ts';
import { hits } from '../faults.ts';
import { type Api, isRefusal } from './api.ts';
import { albApi } from './apis/alb.ts';
import { alidnsApi } from './apis/alidns.ts';
import { apiGatewayApi } from './apis/api-gateway.ts';
import { apigApi } from './apis/apig.ts';
import { casApi } from './apis/cas.ts';
import { cdnApi, dcdnApi } from './apis/cdn.ts';
import { clbApi } from './apis/clb.ts';
import { nlbApi } from './apis/nlb.ts';
import { stsApi } from './apis/sts.ts';
import { createGateway, type Gateway, type ReceivedRequest } from './gateway.ts';
import type { Identity, PublishedState } from './state.ts';

/** By version, which no two products share. */
const APIS: ReadonlyMap<string, Api> = new Map(
  [casApi, clbApi, albApi, nlbApi, cdnApi, dcdnApi, apiGatewayApi, apigApi, alidnsApi, stsApi].map((api) => [
    api.version,
    api,
  ]),
);

/** Common parameters. */
const UNRECORDED = /^(Action|Version|Format|AccessKeyId|SecurityToken|Signature.*|Timestamp)$/;
/** What holds key material or a token: only that it was there is recorded. */
const SECRET = /^(Key|PrivateKey|SSLPri|CertificatePrivateKey|OIDCToken)$/;
const MAX_BODY_BYTES = 1_048_576;

/** What befalls one call: lost before or after it is carried out, refused, late, or delivered twice by some proxy. */
export type Mishap = 'lost-before' | 'lost-after' | 'failed' | 'forbidden' | 'late' | 'doubled';

/** Decides what befalls the call with this number, counted from 0; undefined: nothing. */
export type Interfere = (action: string, number: number) => Mishap | undefined;

const LATE_MS = 300;

interface ServiceOptions {
  readonly allowKeysInUrls: boolean;
  /** Asked for every call. */
  readonly interfere: Interfere;
}

export interface PublishedService {
  readonly calls: readonly RecordedCall[];
  /** A request to a host of `region`. */
  handle(request: IncomingMessage, response: ServerResponse, region: string): Promise<void>;
}

/** The published APIs over HTTP: signature, permission, faults, then the action. */
export function createPublishedService(
  state: PublishedState,
  { allowKeysInUrls, interfere }: ServiceOptions,
): PublishedService {
  const calls: RecordedCall[] = [];
  const gateway = createGateway(state.identities, state.now);
  let number = 0;
  return {
    calls,
    async handle(message, response, region) {
      const request = await receive(message);
      const named = nameCall(request);
      const refusal = allowKeysInUrls ? undefined : checkUrl(request);
      const mishap = interfere(named.action, number);
      number += 1;
      if (mishap === 'late') await sleep(LATE_MS);
      const call = { ...named, request, region, state, gateway };
      const reply = refusal ? answerReply(refusal) : befallen(call, mishap);
      calls.push({
        action: named.action,
        method: request.method,
        parameters: recorded(named.parameters),
        rawUrl: message.url ?? '',
        outcome: reply.outcome,
      });
      sendReply(response, named.api?.route ? inRoaWords(reply) : reply);
    },
  };
}

interface NamedCall {
  readonly api: Api | undefined;
  /** Empty when the call named none. */
  readonly action: string;
  readonly parameters: ReadonlyMap<string, string>;
}

function nameCall({ headers, method, path, parameters }: ReceivedRequest): NamedCall {
  const version = headers['x-acs-version'] ?? parameters.get('Version');
  const api = typeof version === 'string' ? APIS.get(version) : undefined;
  if (api?.route) {
    const routed = api.route(method, path);
    return {
      api,
      action: routed?.action ?? '',
      parameters: new Map([...parameters, ...Object.entries(routed?.parameters ?? {})]),
    };
  }
  const action = headers['x-acs-action'] ?? parameters.get('Action');
  return { api, action: typeof action === 'string' ? action : '', parameters };
}

function befallen(call: Response, mishap: Mishap | undefined): Reply {
  const cut = { status: 0, contentType: '', body: undefined };
  if (mishap === 'lost-before') return { ...cut, outcome: 'NEVER ARRIVED' };
  if (mishap === 'failed') return answerReply(refuse('ServiceUnavailable', 'The request has failed.'));
  if (mishap === 'forbidden') return forbidden(call.api?.ramPrefix ?? '', call.action);
  const reply = respond(call);
  if (mishap === 'lost-after') return { ...cut, outcome: 'LOST' };
  // The one that came second is answered: it has the nonce of the first.
  return mishap === 'doubled' ? respond(call) : reply;
}

interface Response extends NamedCall {
  readonly request: ReceivedRequest;
  readonly region: string;
  readonly state: PublishedState;
  readonly gateway: Gateway;
}

function respond({ api, action, parameters, request, region, state, gateway }: Response): Reply {
  if (!api) return answerReply(refuse('InvalidVersion', 'The specified version is not valid.'));
  const run = api.actions[action];
  if (!run)
    return answerReply(refuse('InvalidAction.NotFound', `The specified action is not found: ${action}.`));
  const identity = api.anonymous?.includes(action) ? undefined : gateway.identify(request);
  if (identity && isRefusal(identity)) return answerReply(identity);
  if (identity && isDenied(identity, api.ramPrefix, action)) return forbidden(api.ramPrefix, action);
  const failure = faultyReply(state.faults, action);
  if (failure) return failure;
  const json = readJson(request);
  const reply = answerReply(run({ action, parameters, json, region, identity, state }));
  if (state.faults.take('lose-answer', hits(action))) return { ...reply, outcome: 'LOST', body: undefined };
  return reply;
}

function isDenied({ denied, allowed }: Identity, prefix: string, action: string): boolean {
  const permission = `${prefix}:${action}`;
  // Everybody may ask who they are.
  if (permission === 'sts:GetCallerIdentity') return false;
  return denied.has(permission) || (allowed !== undefined && !allowed.has(permission));
}

/** With what RAM tells of the refusal. */
function forbidden(prefix: string, action: string): Reply {
  const reply = answerReply({
    ...refuse('Forbidden.RAM', 'User not authorized to operate on the specified resource.'),
    status: 403,
  });
  const body = {
    ...(JSON.parse(reply.body ?? '{}') as object),
    AccessDeniedDetail: { AuthAction: `${prefix}:${action}`, NoPermissionType: 'ImplicitDeny' },
  };
  return { ...reply, body: JSON.stringify(body) };
}

/** URLs end up in logs of every proxy on the way. The real service would take the key. */
function checkUrl({ query }: ReceivedRequest): Refusal | undefined {
  if (![...new URLSearchParams(query).values()].some((value) => value.includes('PRIVATE KEY')))
    return undefined;
  return refuse('InvalidParameter.Key', 'A PRIVATE KEY CAME IN A URL. Key material belongs in a POST body.');
}

function recorded(parameters: ReadonlyMap<string, string>): Record<string, string> {
  const shown = [...parameters].filter(([name]) => !UNRECORDED.test(name));
  return Object.fromEntries(
    shown.map(([name, value]) => [name, SECRET.test(name) || value.includes('PRIVATE KEY') ? '***' : value]),
  );
}

async function receive(message: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const [path = '', query = ''] = (message.url ?? '').split('?', 2);
  const isForm = (message.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const parameters = new Map([
    ...new URLSearchParams(query),
    ...(isForm ? new URLSearchParams(body.toString('utf8')) : []),
  ]);
  return { method: message.method ?? '', path, query, headers: message.headers, body, parameters };
}

function readJson({ headers, body }: ReceivedRequest): Record<string, unknown> {
  if (!(headers['content-type'] ?? '').startsWith('application/json') || body.length === 0) return {};
  try {
    const json: unknown = JSON.parse(body.toString('utf8'));
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The ROA style begins its words with a small letter. */
function inRoaWords(reply: Reply): Reply {
  if (reply.body === undefined || !reply.contentType.startsWith('application/json')) return reply;
  const { Code, Message, RequestId, ...rest } = JSON.parse(reply.body) as Record<string, unknown>;
  const error = Code === undefined ? {} : { code: Code, message: Message };
  return { ...reply, body: JSON.stringify({ requestId: RequestId, ...rest, ...error }) };
}
