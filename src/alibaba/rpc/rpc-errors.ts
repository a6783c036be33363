import type { AppError } from '../../errors/app-error.ts';
import { appError, type ErrorCode } from '../../errors/catalogue.ts';
import { printable } from '../../errors/printable.ts';
import { redact } from '../../errors/redaction.ts';

/** A call that did not succeed. */
export interface Failure {
  readonly error: AppError;
  /** False when the service certainly did nothing; only then may a write be repeated without a look. */
  readonly mayHaveTakenEffect: boolean;
}

type RefusalCode =
  | Extract<
      ErrorCode,
      `CLOUD_${'THROTTLED' | 'UNAVAILABLE' | 'NONCE_USED' | 'PERMISSION' | 'NOT_FOUND' | 'IN_USE'}`
    >
  | Extract<ErrorCode, `CLOUD_${'QUOTA' | 'MATERIAL_REFUSED' | 'NAME_TAKEN' | 'UNSUPPORTED' | 'REFUSED'}`>
  | 'CLOUD_AUTHENTICATION';

/**
 * Alibaba Cloud's codes by what they mean for us; the first match counts, so that `InvalidAction.NotFound` and
 * `InvalidAccessKeyId.NotFound` are not taken for a missing thing. There is no complete list of them.
 */
const CLASSES: readonly (readonly [RegExp, RefusalCode])[] = [
  [/^(Throttling|Rejected\.Throttling)/, 'CLOUD_THROTTLED'],
  [/^SignatureNonceUsed$/, 'CLOUD_NONCE_USED'],
  [
    /^(InvalidAccessKeyId|InvalidSecurityToken|MissingSecurityToken|SecurityTokenExpired|SignatureDoesNotMatch|IncompleteSignature|InvalidTimeStamp|AuthenticationFail)/,
    'CLOUD_AUTHENTICATION',
  ],
  [/^(Forbidden|NoPermission|AccessDenied|Unauthorized|ImplicitDeny|ExplicitDeny)/, 'CLOUD_PERMISSION'],
  [/\.ListenerStatusNotSupport$|^VipStatusNotSupport$/, 'CLOUD_UNAVAILABLE'],
  [/IsRefered$|IsReferenced$/, 'CLOUD_IN_USE'],
  [
    /^(InvalidAction|InvalidVersion|UnsupportedOperation|ResourceNotSupportCert)|NotSupport/,
    'CLOUD_UNSUPPORTED',
  ],
  [/^(NameRepeat|NameAlreadyExist)/, 'CLOUD_NAME_TAKEN'],
  [
    /^(PrivateKeyFormatException|NotMatch\.CertificateAndPrivateKey|KeyNotMatchCert|CertificateChainNotMatch|CertificateExpired|InvalidSSLPub|InvalidSSLPri|InvalidParameter\.(Cert|Key|PEMChain)$)/,
    'CLOUD_MATERIAL_REFUSED',
  ],
  [/Quota|^(AccountArrears|OrderExpired)/, 'CLOUD_QUOTA'],
  [
    /^NotFound|\.NotFound$|NotExist|\.NoExist$|^ResourceNotFound|^CdnServiceNotFound$|^InvalidParameter\.DomainExtensionId$/,
    'CLOUD_NOT_FOUND',
  ],
  [
    /^(ServiceUnavailable|InternalError|SystemBusy|OperationBusy|ServiceBusy|ServiceIsConfiguring|ServiceIsStopping|BackendServer\.configuring|DomainExtensionProcessing|IdempotenceProcessing|IncorrectStatus|IncorrectBusinessStatus|ResourceInConfiguring|Conflict\.Lock|-22001$|-21020$|-22031$)/,
    'CLOUD_UNAVAILABLE',
  ],
];

/** After these the service may yet have done what it was asked, or have done it before. */
const DOUBTFUL: readonly RefusalCode[] = ['CLOUD_UNAVAILABLE', 'CLOUD_NONCE_USED'];

/** The catalogue's error for an answer that carries an error code or a failing HTTP status. */
export function translateRefusal(
  body: unknown,
  context: { readonly call: string; readonly status: number; readonly permission: string | undefined },
): Failure {
  const { call, status } = context;
  const remote = text(body, 'Code') ?? '';
  const kind = classify(remote, status);
  const requestId = text(body, 'RequestId');
  const parts = [remote || `HTTP ${status}`, readableMessage(text(body, 'Message') ?? '')];
  const details = { call, reason: shown(parts.filter(Boolean).join(': ')) };
  return {
    error: refusal(
      kind,
      { ...details, remote, permission: requiredPermission(body) ?? context.permission },
      requestId,
    ),
    mayHaveTakenEffect: DOUBTFUL.includes(kind),
  };
}

function classify(remote: string, status: number): RefusalCode {
  const known = CLASSES.find(([pattern]) => pattern.test(remote))?.[1];
  if (known) return known;
  if (status === 429) return 'CLOUD_THROTTLED';
  return status >= 500 ? 'CLOUD_UNAVAILABLE' : 'CLOUD_REFUSED';
}

interface RefusalDetails {
  readonly call: string;
  readonly reason: string;
  readonly remote: string;
  readonly permission: string | undefined;
}

function refusal(kind: RefusalCode, details: RefusalDetails, id: string | undefined): AppError {
  const occurrence = { requestId: id === undefined ? undefined : printable(id, 64) };
  if (kind === 'CLOUD_AUTHENTICATION') {
    return appError(kind, { ...details, cure: cureFor(details.remote) }, occurrence);
  }
  return appError(kind, details, occurrence);
}

function cureFor(remote: string): 'clock' | 'token' | 'key' {
  if (remote.startsWith('InvalidTimeStamp')) return 'clock';
  return remote.includes('SecurityToken') ? 'token' : 'key';
}

/** The RAM action that AccessDeniedDetail names, such as `yundun-cert:UploadUserCertificate`. */
function requiredPermission(body: unknown): string | undefined {
  const detail: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'AccessDeniedDetail') : undefined;
  const action = text(detail, 'AuthAction');
  return action === undefined ? undefined : shown(action);
}

/** A refused signature is explained with all that was signed: the key and the token in encodings no redaction knows. */
function readableMessage(message: string): string {
  return message.split(/(?:server )?string to sign/i, 1)[0]?.trim() ?? '';
}

function shown(remote: string): string {
  return printable(redact(remote), 300);
}

function text(value: unknown, name: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
