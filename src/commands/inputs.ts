import { appError } from '../errors/catalogue.ts';
import { registerSecret } from '../errors/redaction.ts';
import { parseChoice } from './arguments.ts';
import { FAIL_ON, type FailOn } from './exit-code.ts';
import { parseShardOptions } from './shard-options.ts';
import type { Shard } from '../monitoring/shard.ts';

const COMMANDS = ['deploy', 'monitor'] as const;

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
  };
}

/** YAML 1.2 core schema, as @actions/core reads booleans. */
function parseBoolean(name: string, value: string): boolean {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw appError('USAGE', { problem: `${name} is "${value}"`, help: 'Use true or false.' });
}
