import { randomBytes } from 'node:crypto';
import { type CasAnswer, refuse, succeed } from '../../cas-answer.ts';
import { type Api, type ApiCall, isRefusal, needAll } from '../api.ts';

const HOUR_MS = 3_600_000;

/** STS, 2015-04-01. */
export const stsApi: Api = {
  version: '2015-04-01',
  ramPrefix: 'sts',
  actions: { GetCallerIdentity: getCallerIdentity, AssumeRoleWithOIDC: assumeRoleWithOidc },
  anonymous: ['AssumeRoleWithOIDC'],
};

function getCallerIdentity({ identity, state }: ApiCall): CasAnswer {
  return succeed({
    AccountId: state.accountId,
    Arn: identity?.arn,
    IdentityType: identity?.securityToken === undefined ? 'RAMUser' : 'AssumedRoleUser',
  });
}

/** The signature of the token is its issuer's business; what it says is looked at as RAM does. */
function assumeRoleWithOidc(call: ApiCall): CasAnswer {
  const given = needAll(call, ['OIDCProviderArn', 'RoleArn', 'OIDCToken', 'RoleSessionName']);
  if (isRefusal(given)) return given;
  const { oidc, identities, accountId, now } = call.state;
  if (!oidc || oidc.providerArn !== given.OIDCProviderArn) {
    return refuse('EntityNotExist.OIDCProvider', 'The specified OIDC provider does not exist.');
  }
  const role = oidc.roles.find(({ arn }) => arn === given.RoleArn);
  if (!role) return refuse('EntityNotExist.Role', 'The specified role does not exist.');
  if (!/^[\w.@-]{2,64}$/.test(given.RoleSessionName)) {
    return refuse('InvalidParameter.RoleSessionName', 'RoleSessionName is not valid.');
  }
  const claims = claimsOf(given.OIDCToken);
  if (!claims) return refuse('AuthenticationFail.OIDCToken.Invalid', 'The token cannot be read.');
  if (claims['aud'] !== oidc.audience)
    return refuse('AuthenticationFail.OIDCToken.AudienceNotMatch', 'The audience does not match.');
  const subject = claims['sub'];
  if (typeof subject !== 'string' || !role.subjects.includes(subject)) {
    return refuse('ImplicitDeny', 'The trust policy of the role does not allow this subject.');
  }
  const credentials = {
    AccessKeyId: `STS.${randomBytes(8).toString('hex')}`,
    AccessKeySecret: randomBytes(16).toString('hex'),
    SecurityToken: randomBytes(24).toString('base64'),
    Expiration: `${new Date(now().getTime() + HOUR_MS).toISOString().slice(0, 19)}Z`,
  };
  const roleName = given.RoleArn.split('/').at(-1) ?? '';
  identities.push({
    accessKeyId: credentials.AccessKeyId,
    secret: credentials.AccessKeySecret,
    securityToken: credentials.SecurityToken,
    arn: `acs:ram::${accountId}:assumed-role/${roleName}/${given.RoleSessionName}`,
    denied: new Set(),
    allowed: role.allowed && new Set(role.allowed),
  });
  return succeed({ Credentials: credentials });
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
