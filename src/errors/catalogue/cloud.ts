import type { ErrorEntry } from '../app-error.ts';

/** What every answer of the cloud that is not the wanted one is described with. */
interface CloudDetails {
  /** The call with its identifying parameters, such as `DeployCertificate CertId=42`. */
  readonly call: string;
  /** What was answered or seen, printable and free of secrets. */
  readonly reason: string;
}

export const cloudErrors = {
  CREDENTIALS_MISSING: ({
    missing,
    tried = [],
  }: {
    missing: readonly string[];
    tried?: readonly string[];
  }) => ({
    category: 'authentication',
    problem:
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set` +
      (tried.length > 0 ? `, and no other source gave Alibaba Cloud credentials (${tried.join(', ')})` : ''),
    help:
      'Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN when they are temporary). ' +
      'In a workflow, set the inputs role-to-assume and oidc-provider-arn and give the job `permissions: id-token: write`.',
  }),
  OIDC_TOKEN_UNAVAILABLE: () => ({
    category: 'authentication',
    problem: 'This job gets no OpenID Connect token from GitHub',
    help: 'Give the job `permissions: id-token: write`. Workflows of pull requests from forks never get one.',
  }),
  CREDENTIALS_NOT_RENEWED: ({ source }: { source: string }) => ({
    category: 'authentication',
    problem: `${source} gave Alibaba Cloud credentials at first but not when they were read again`,
    help: 'Check that the source is still reachable and that its role may still be assumed.',
    retryable: true,
  }),
  CLOUD_THROTTLED: ({ call, reason }: CloudDetails) => ({
    category: 'remote',
    problem: `${call} was refused for too many calls: ${reason}`,
    help: 'Run again later, and see what else calls this API with the same account at the same time.',
    retryable: true,
  }),
  CLOUD_UNAVAILABLE: ({ call, reason }: CloudDetails) => ({
    category: 'remote',
    problem: `${call} could not be served: ${reason}`,
    help: 'Run again later. If it stays so, see the status page of Alibaba Cloud or open a ticket with the RequestId.',
    retryable: true,
  }),
  CLOUD_UNREACHABLE: ({ call, reason, endpoint }: CloudDetails & { endpoint: string }) => ({
    category: 'network',
    problem: `${call} got no answer from ${endpoint}: ${reason}`,
    help: 'Check that this machine may connect to it, and cas.endpoint or cloud-endpoints where the configuration has them.',
    retryable: true,
  }),
  CLOUD_ENDPOINT_UNTRUSTED: ({ call, reason, endpoint }: CloudDetails & { endpoint: string }) => ({
    category: 'network',
    problem: `${call} was not sent, for no trusted TLS connection could be made to ${endpoint}: ${reason}`,
    help: 'Check cas.endpoint and cloud-endpoints. Behind a proxy that intercepts TLS, name its CA certificate in NODE_EXTRA_CA_CERTS.',
  }),
  CLOUD_ANSWER_UNREADABLE: ({ call, reason }: CloudDetails) => ({
    category: 'remote',
    problem: `The answer to ${call} is not JSON: ${reason}`,
    help: 'Check that cas.endpoint names an API endpoint and that no proxy answers in its place; else run again later.',
    retryable: true,
  }),
  CLOUD_ANSWER_UNEXPECTED: ({ call, reason }: CloudDetails) => ({
    category: 'remote',
    problem: `The answer to ${call} is not one of this API: ${reason}`,
    help: 'Check that cas.endpoint names the certificate service and cas.api the dialect it speaks.',
  }),
  CLOUD_AUTHENTICATION: ({ call, reason, cure }: CloudDetails & { cure: 'clock' | 'token' | 'key' }) => ({
    category: 'authentication',
    problem: `${call} was refused for its credentials: ${reason}`,
    help: {
      clock: 'Set the clock of this machine; it must be within 15 minutes of UTC.',
      token:
        'Get new temporary credentials. Raise role-session-expiration of aliyun/configure-aliyun-credentials-action if the job takes longer.',
      key: 'Check ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, and that the key is enabled; a temporary key needs ALIBABA_CLOUD_SECURITY_TOKEN as well.',
    }[cure],
  }),
  CLOUD_PERMISSION: ({ call, reason, permission }: CloudDetails & { permission: string | undefined }) => ({
    category: 'permission',
    problem: `${call} is not allowed: ${reason}`,
    help: permission
      ? `Add this statement to a RAM policy of this user or role: {"Effect":"Allow","Action":"${permission}","Resource":"*"}. docs/ram.md has the whole policy.`
      : 'Allow this action in a RAM policy of this user or role; docs/ram.md has the whole policy.',
  }),
  CLOUD_NOT_FOUND: ({ call, reason }: CloudDetails) => ({
    category: 'configuration',
    problem: `${call} found nothing: ${reason}`,
    help: 'Check the id, and that the account and the site (cn-hangzhou or ap-southeast-1) are those that hold it.',
  }),
  CLOUD_QUOTA: ({ call, reason }: CloudDetails) => ({
    category: 'quota',
    problem: `${call} exceeds what the account may use: ${reason}`,
    help: 'Raise the quota, buy a package or settle the account in the console, or delete certificates that nothing uses.',
  }),
  CLOUD_MATERIAL_REFUSED: ({ call, reason }: CloudDetails) => ({
    category: 'certificate',
    problem: `${call} refused the certificate or its key: ${reason}`,
    help: 'Give the leaf first, then its intermediates, and the unencrypted private key that belongs to the leaf.',
  }),
  CLOUD_NAME_TAKEN: ({ call, reason }: CloudDetails) => ({
    category: 'configuration',
    problem: `${call} was refused for its name: ${reason}`,
    help: 'Rename or delete the certificate of this name in the store, for it holds another leaf or cannot be listed.',
  }),
  CLOUD_UNSUPPORTED: ({ call, reason }: CloudDetails) => ({
    category: 'configuration',
    problem: `${call} is not offered by this service: ${reason}`,
    help: 'Check that cas.api and cas.endpoint belong together.',
  }),
  CLOUD_NONCE_USED: ({ call, reason }: CloudDetails) => ({
    category: 'remote',
    problem: `${call} was taken for a repetition: ${reason}`,
    help: 'Run again. If it stays so, a proxy between this machine and the endpoint sends requests twice.',
    retryable: true,
  }),
  CLOUD_REFUSED: ({ call, reason }: CloudDetails) => ({
    category: 'remote',
    problem: `${call} was refused: ${reason}`,
    help: 'Look the code up in the API reference of the product, or open a ticket with the RequestId.',
  }),
  CLOUD_WRITE_IN_DOUBT: ({ call, reason, doubt }: CloudDetails & { doubt: string }) => ({
    category: 'remote',
    problem: `${call} may or may not have been done: ${doubt}; reading back did not settle it: ${reason}`,
    help: 'Look in the console whether it was done before you run again, so that nothing is made twice.',
  }),
  CLOUD_IN_USE: ({ call, reason }: CloudDetails) => ({
    category: 'configuration',
    problem: `${call} was refused, for something still uses it: ${reason}`,
    help: 'Unbind it first. The console shows what uses a certificate.',
  }),
  TARGET_UNFIT: ({ target, reason, help }: { target: string; reason: string; help: string }) => ({
    category: 'configuration',
    problem: `Nothing can be bound to ${target}: ${reason}`,
    help,
  }),
  TARGET_NEEDS_KEY: ({ target }: { target: string }) => ({
    category: 'configuration',
    problem: `${target} takes the certificate with its key, and CAS gives no key away`,
    help: 'Write certificate.bundle and certificate.key for this endpoint.',
  }),
  RESTORE_IMPOSSIBLE: ({ target, reason }: { target: string; reason: string }) => ({
    category: 'remote',
    problem: `What ${target} had before cannot be bound again: ${reason}`,
    help: 'Bind the previous certificate by hand, or deploy one that works.',
  }),
  CHAIN_NEEDS_KEY: ({ id }: { id: string }) => ({
    category: 'configuration',
    problem: `The chain of ${id} cannot be completed: CAS takes a chain with its private key alone, and keeps what it has as it is`,
    help: 'Deploy the full bundle with its key: certificate.bundle and certificate.key.',
  }),
  CLOUD_CALL_INVALID: ({ call, reason }: CloudDetails) => ({
    category: 'internal',
    problem: `${call} was not sent: ${reason}`,
    help: 'This is a defect of airec-https. Please report it.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
