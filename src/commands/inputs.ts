import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { registerSecret } from '../errors/redaction.ts';
import { parseChoice } from './arguments.ts';
import { FAIL_ON, type FailOn } from './exit-code.ts';
import { parseShardOptions } from './shard-options.ts';
import type { Shard } from '../monitoring/shard.ts';

const COMMANDS = ['deploy', 'plan', 'monitor'] as const;

/** A role of RAM that trusts the workflow's token. */
export interface RoleInputs {
  readonly roleArn: string;
  readonly providerArn: string;
  readonly audience: string;
  /** Undefined: one that names the run. */
  readonly sessionName: string | undefined;
}

/** The inputs of action.yml, read once and typed. */
export interface ActionInputs {
  readonly command: (typeof COMMANDS)[number];
  readonly configFile: string;
  readonly dryRun: boolean;
  readonly failOn: FailOn;
  /** For `monitor`: look at this part alone. */
  readonly shard: Shard | undefined;
  /** For `monitor`: a folder with what shards saw, instead of a look of its own. */
  readonly shards: string | undefined;
  /** Undefined: the environment holds credentials. */
  readonly role: RoleInputs | undefined;
}

/**
 * Reads the inputs as the runner passes them: `INPUT_` and the name in upper case. Tokens become secrets,
 * and thereby masked, before anything else is looked at.
 *
 * @throws USAGE for a value that is not one of those action.yml names
 */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): ActionInputs {
  const input = (name: string, fallback: string): string =>
    environment[`INPUT_${name.toUpperCase()}`]?.trim() || fallback;
  for (const name of ['github-token', 'slack-bot-token', 'slack-webhook']) registerSecret(input(name, ''));
  return {
    command: parseChoice('command', input('command', 'deploy'), COMMANDS),
    configFile: input('config', 'airec-https.yml'),
    dryRun: parseBoolean('dry-run', input('dry-run', 'false')),
    failOn: parseChoice('fail-on', input('fail-on', 'error'), FAIL_ON),
    ...parseShardOptions({ shard: input('shard', ''), shards: input('shards', '') }),
    role: readRole(input),
  };
}

function readRole(input: (name: string, fallback: string) => string): RoleInputs | undefined {
  const roleArn = input('role-to-assume', '');
  const providerArn = input('oidc-provider-arn', '');
  const audience = input('oidc-audience', 'sts.aliyuncs.com');
  const sessionName = input('role-session-name', '') || undefined;
  if (roleArn === '' && providerArn === '') return undefined;
  assertArn('role-to-assume', roleArn, 'role');
  assertArn('oidc-provider-arn', providerArn, 'oidc-provider');
  if (sessionName !== undefined && !/^[\w.@-]{2,64}$/.test(sessionName)) {
    const help = 'Use 2 to 64 letters, digits and . @ - _.';
    throw appError('USAGE', { problem: `role-session-name is "${printable(sessionName, 80)}"`, help });
  }
  return { roleArn, providerArn, audience, sessionName };
}

function assertArn(name: string, arn: string, kind: string): void {
  if (new RegExp(`^acs:ram::\\d+:${kind}/[\\w.@-]+$`).test(arn)) return;
  const problem = arn === '' ? `${name} is missing` : `${name} is "${printable(arn, 120)}"`;
  const help = `Set role-to-assume and oidc-provider-arn both; ${name} looks like acs:ram::1234567890123456:${kind}/NAME.`;
  throw appError('USAGE', { problem, help });
}

/** YAML 1.2 core schema, as @actions/core reads booleans. */
function parseBoolean(name: string, value: string): boolean {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw appError('USAGE', { problem: `${name} is "${value}"`, help: 'Use true or false.' });
}
