import type { CredentialsSource } from '../alibaba/credentials.ts';
import { assumeRoleWithOidc } from '../alibaba/oidc-role.ts';
import type { Config } from '../config/config.ts';
import { readIdToken } from '../github/runner.ts';
import type { RoleInputs } from './inputs.ts';

/** The credentials of the role that the inputs name; undefined: they name none, and the environment has them. */
export function openRole(
  role: RoleInputs | undefined,
  { cloudEndpoints, deadlines }: Pick<Config, 'cloudEndpoints' | 'deadlines'>,
  environment: Readonly<Record<string, string | undefined>>,
): CredentialsSource | undefined {
  if (!role) return undefined;
  const { roleArn, providerArn, audience } = role;
  const sessionName = role.sessionName ?? `airec-https-${environment['GITHUB_RUN_ID'] ?? 'run'}`;
  return assumeRoleWithOidc({
    roleArn,
    providerArn,
    sessionName,
    readToken: () => readIdToken(audience),
    endpoint: cloudEndpoints.sts,
    callMs: deadlines.callMs,
  });
}
