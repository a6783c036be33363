import { appError } from '../errors/catalogue.ts';
import { Secret } from '../errors/secret.ts';
import { withinMs } from './within-ms.ts';

export interface CloudCredentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: Secret;
  /** Present with temporary credentials (STS) only. */
  readonly securityToken: Secret | undefined;
}

/** Gives the credentials of this moment; they may expire, so it is asked before every call. */
export type CredentialsSource = () => Promise<CloudCredentials>;

type Environment = Readonly<Record<string, string | undefined>>;

interface PlainCredentials {
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly securityToken?: string;
}

interface Provider {
  getCredentials(): Promise<PlainCredentials>;
  getProviderName(): string;
}

const KEY_ID = 'ALIBABA_CLOUD_ACCESS_KEY_ID';
const KEY_SECRET = 'ALIBABA_CLOUD_ACCESS_KEY_SECRET';

/** One provider of the chain, STS or metadata service included. */
const PROVIDER_MS = 10_000;

/**
 * The credentials for every later call: ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and, with
 * temporary ones, ALIBABA_CLOUD_SECURITY_TOKEN of `environment`; without the first two the first provider of the
 * default chain of @alicloud/credentials that gives any: OIDC, CLI profile, credentials file, ECS metadata,
 * credentials URI. The providers themselves read the process's environment and home directory.
 *
 * An empty variable counts as unset, as a missing secret of a workflow is an empty string.
 *
 * @throws CREDENTIALS_MISSING when there are none, or when only one of the two keys is set
 */
export async function resolveCredentials(environment: Environment): Promise<CredentialsSource> {
  const accessKeyId = environment[KEY_ID]?.trim() ?? '';
  const accessKeySecret = environment[KEY_SECRET]?.trim() ?? '';
  const securityToken = environment['ALIBABA_CLOUD_SECURITY_TOKEN']?.trim() ?? '';
  if (accessKeyId && accessKeySecret) {
    const credentials = wrap({ accessKeyId, accessKeySecret, securityToken });
    return () => Promise.resolve(credentials);
  }
  // Half a key is a mistake to name, not a reason to act under whatever other identity can be found.
  if (accessKeyId) throw appError('CREDENTIALS_MISSING', { missing: [KEY_SECRET] });
  if (accessKeySecret) throw appError('CREDENTIALS_MISSING', { missing: [KEY_ID] });
  return firstOfChain(environment);
}

/** The chain's errors are dropped: they quote configuration files and answers that hold secrets. */
async function firstOfChain(environment: Environment): Promise<CredentialsSource> {
  const tried: string[] = [];
  for (const provider of await chain(environment)) {
    const source = provider.getProviderName();
    tried.push(source);
    if ((await read(provider)) === undefined) continue;
    return async () => {
      const credentials = await read(provider);
      if (credentials === undefined) throw appError('CREDENTIALS_NOT_RENEWED', { source });
      return credentials;
    };
  }
  throw appError('CREDENTIALS_MISSING', { missing: [KEY_ID, KEY_SECRET], tried });
}

/**
 * The library's own default chain would always ask the ECS metadata address, which outside of ECS costs seconds
 * and may be somebody else's; here metadata and URI take part only when a variable names them.
 */
async function chain(environment: Environment): Promise<readonly Provider[]> {
  // Loaded only when needed: it is large, and most runs have the variables.
  const library = await import('@alicloud/credentials');
  const makers: (() => Provider)[] = [
    () => library.OIDCRoleArnCredentialsProvider.builder().build(),
    () => library.CLIProfileCredentialsProvider.builder().build(),
    () => library.ProfileCredentialsProvider.builder().build(),
  ];
  if (environment['ALIBABA_CLOUD_ECS_METADATA']) {
    makers.push(() => library.ECSRAMRoleCredentialsProvider.builder().build());
  }
  if (environment['ALIBABA_CLOUD_CREDENTIALS_URI']) {
    makers.push(() => library.URICredentialsProvider.builder().build());
  }
  return makers.flatMap((make) => {
    try {
      return [make()];
    } catch {
      // A builder throws when its source is not configured or switched off.
      return [];
    }
  });
}

async function read(provider: Provider): Promise<CloudCredentials | undefined> {
  try {
    return wrap(await withinMs(PROVIDER_MS, provider.getCredentials()));
  } catch {
    return undefined;
  }
}

function wrap({ accessKeyId, accessKeySecret, securityToken }: PlainCredentials): CloudCredentials {
  if (!accessKeyId || !accessKeySecret) throw new Error('incomplete credentials');
  return {
    accessKeyId,
    accessKeySecret: new Secret(accessKeySecret),
    securityToken: securityToken ? new Secret(securityToken) : undefined,
  };
}
