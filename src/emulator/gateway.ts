import { timingSafeEqual } from 'node:crypto';
import { refuse, type Refusal } from './cas-answer.ts';
import type { CallParameters, CasCall } from './cas-call.ts';
import { rpcSignature } from './rpc-signature.ts';

export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  /** Set: every call must carry it, as temporary credentials do. */
  readonly securityToken?: string;
}

/** Parameters that every call carries, apart from what its action takes. */
export const COMMON_PARAMETERS = [
  'Action',
  'Version',
  'Format',
  'AccessKeyId',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'Timestamp',
  'Signature',
] as const;

const FIXED_VALUES = {
  Version: '2020-04-07',
  Format: 'JSON',
  SignatureMethod: 'HMAC-SHA1',
  SignatureVersion: '1.0',
} as const;

const CLOCK_TOLERANCE_MS = 15 * 60_000;

/**
 * A check of the common parameters as the gateway in front of every RPC product does it, in its order.
 * It remembers nonces, so it belongs to one emulator. The check returns undefined for a call in order.
 */
export function createGateway(accessKey: AccessKey, now: () => Date): (call: CasCall) => Refusal | undefined {
  const nonces = new Set<string>();
  return (call) => {
    const { parameters } = call;
    const refusal =
      checkPresence(parameters) ?? checkTimestamp(parameters, now()) ?? checkIdentity(call, accessKey);
    if (refusal) return refusal;
    const nonce = parameters.get('SignatureNonce') ?? '';
    if (nonces.has(nonce)) return refuse('SignatureNonceUsed', 'The request signature nonce has been used.');
    nonces.add(nonce);
    return undefined;
  };
}

function checkPresence(parameters: CallParameters): Refusal | undefined {
  for (const name of COMMON_PARAMETERS) {
    if (!parameters.get(name)) {
      return refuse(`MissingParameter.${name}`, `${name} is mandatory for this action.`);
    }
  }
  for (const [name, expected] of Object.entries(FIXED_VALUES)) {
    if (parameters.get(name) !== expected) {
      return refuse(`InvalidParameter.${name}`, `${name} must be ${expected}.`);
    }
  }
  return undefined;
}

function checkTimestamp(parameters: CallParameters, now: Date): Refusal | undefined {
  const timestamp = parameters.get('Timestamp') ?? '';
  const sentAt = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(sentAt)) {
    return refuse('InvalidTimeStamp.Format', 'Timestamp must have the form YYYY-MM-DDThh:mm:ssZ.');
  }
  if (Math.abs(now.getTime() - sentAt) > CLOCK_TOLERANCE_MS) {
    return refuse('InvalidTimeStamp.Expired', 'Timestamp lies more than 15 minutes away.');
  }
  return undefined;
}

function checkIdentity({ method, parameters }: CasCall, accessKey: AccessKey): Refusal | undefined {
  if (parameters.get('AccessKeyId') !== accessKey.id) {
    return refuse('InvalidAccessKeyId.NotFound', 'The specified access key is not found.');
  }
  if (parameters.get('SecurityToken') !== accessKey.securityToken) {
    return accessKey.securityToken !== undefined && !parameters.has('SecurityToken')
      ? refuse('MissingSecurityToken', 'SecurityToken is mandatory with this access key.')
      : refuse(
          'InvalidSecurityToken.MismatchWithAccessKey',
          'The security token is not that of the access key.',
        );
  }
  const expected = Buffer.from(rpcSignature(method, parameters, accessKey.secret));
  const actual = Buffer.from(parameters.get('Signature') ?? '');
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
    return refuse('SignatureDoesNotMatch', 'The signature does not match the one that was computed here.');
  }
  return undefined;
}
