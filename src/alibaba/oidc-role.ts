import { z } from 'zod';
import type { Secret } from '../errors/secret.ts';
import { Secret as SecretValue } from '../errors/secret.ts';
import { PRODUCTS } from './products.ts';
import type { CloudCredentials, CredentialsSource } from './credentials.ts';
import { createRpcClient } from './rpc/rpc-client.ts';

export interface OidcRole {
  /** `acs:ram::ACCOUNT:role/NAME`. */
  readonly roleArn: string;
  /** `acs:ram::ACCOUNT:oidc-provider/NAME`. */
  readonly providerArn: string;
  /** 2 to 64 letters, digits and `. @ - _`; it is in the audit log. */
  readonly sessionName: string;
  /** A token of the workflow, made anew for each session. */
  readonly readToken: () => Promise<Secret>;
  /** Origin of STS; undefined: the public one. */
  readonly endpoint: string | undefined;
  readonly callMs: number;
}

/** Sessions of an hour, the most that a role gives when nobody raised it. */
const SESSION_SECONDS = 3600;
/** A session is replaced this long before it ends, so that no call outlives it. */
const RENEW_BEFORE_MS = 5 * 60_000;

const secret = z
  .string()
  .min(1)
  .transform((value) => new SecretValue(value));
const assumed = z.object({
  Credentials: z.object({
    AccessKeyId: z.string().min(1),
    AccessKeySecret: secret,
    SecurityToken: secret,
    Expiration: z.iso.datetime(),
  }),
});

/**
 * Credentials of a role for as long as they are needed, without a stored secret: the token of the workflow is exchanged
 * for a session, and anew before that ends.
 * https://api.aliyun.com/document/Sts/2015-04-01/AssumeRoleWithOIDC
 */
export function assumeRoleWithOidc(role: OidcRole): CredentialsSource {
  const client = createRpcClient({
    endpoint: role.endpoint ?? `https://${PRODUCTS.sts.host('')}`,
    apiVersion: PRODUCTS.sts.version,
    credentials: 'anonymous',
    callMs: role.callMs,
  });
  let session: { readonly credentials: CloudCredentials; readonly endsAt: number } | undefined;
  let opening: Promise<CloudCredentials> | undefined;

  async function open(): Promise<CloudCredentials> {
    const token = await role.readToken();
    const { Credentials } = await client.call({
      action: 'AssumeRoleWithOIDC',
      method: 'POST',
      parameters: {
        OIDCProviderArn: role.providerArn,
        RoleArn: role.roleArn,
        RoleSessionName: role.sessionName,
        OIDCToken: token,
        DurationSeconds: SESSION_SECONDS,
      },
      schema: assumed,
      repeat: 'safe',
    });
    const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = Credentials;
    const credentials = {
      accessKeyId: AccessKeyId,
      accessKeySecret: AccessKeySecret,
      securityToken: SecurityToken,
    };
    session = { credentials, endsAt: Date.parse(Expiration) };
    return credentials;
  }

  return async () => {
    if (session && Date.now() < session.endsAt - RENEW_BEFORE_MS) return session.credentials;
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  };
}
