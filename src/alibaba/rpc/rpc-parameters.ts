import { appError } from '../../errors/catalogue.ts';
import { Secret } from '../../errors/secret.ts';

/** PUT is for calls whose contract says so; its parameters travel in the body like those of POST. */
export type RpcMethod = 'GET' | 'POST' | 'PUT';

/** Parameters of an action by their API names. An undefined one is not sent. */
export type RpcParameters = Readonly<Record<string, string | number | Secret | undefined>>;

interface Call {
  readonly action: string;
  readonly method: RpcMethod;
  readonly parameters: RpcParameters;
}

/** Parameters that tell one call from another in a message, and are never secret. */
const IDENTIFYING = [
  'CertId',
  'TargetType',
  'InstanceId',
  'DomainName',
  'CertType',
  'Name',
  'Keyword',
  'OrderType',
  'CheckType',
  'Client',
  'RegionId',
  'LoadBalancerId',
  'ListenerId',
  'ListenerPort',
  'GroupId',
  'CertificateId',
  'ServerCertificateId',
  'JobId',
  'OrderId',
];

/** A call as messages name it: `DeployCertificate CertId=42 TargetType=SLB InstanceId=lb-1`. */
export function describeCall({ action, parameters }: Pick<Call, 'action' | 'parameters'>): string {
  const named = IDENTIFYING.flatMap((name) => {
    const value = parameters[name];
    return typeof value === 'string' || typeof value === 'number' ? [`${name}=${value}`] : [];
  });
  return [action, ...named].join(' ');
}

/**
 * The parameters as text, ready to be signed. The SDK would send undefined, null and objects as the words
 * `undefined`, `null` and `[object Object]`.
 *
 * @throws CLOUD_CALL_INVALID for a value of another type at run time, and for a secret in a call that is not POST
 */
export function wireParameters(call: Call): Record<string, string> {
  const wire: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.parameters)) {
    if (value === undefined) continue;
    wire[name] = wireValue(call, name, value);
  }
  return wire;
}

function wireValue(call: Call, name: string, value: unknown): string {
  if (value instanceof Secret) {
    if (call.method === 'POST') return value.reveal();
    throw invalid(call, `${name} is a secret, which only a POST may carry`);
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value !== 'string') throw invalid(call, `${name} is neither text nor a whole number`);
  if (call.method !== 'POST' && value.includes('PRIVATE KEY-----')) {
    throw invalid(call, `${name} holds a private key, which only a POST may carry`);
  }
  return value;
}

function invalid(call: Call, reason: string): Error {
  return appError('CLOUD_CALL_INVALID', { call: call.action, reason });
}
