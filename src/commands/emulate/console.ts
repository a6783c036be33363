import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { postPlacement } from '../../emulator/console-client.ts';
import { appError } from '../../errors/catalogue.ts';
import type { Terminal } from '../terminal.ts';

/**
 * The emulated web console, `console INSTANCE CHAIN.pem KEY.pem`: has the instance serve these certificates as they
 * are, as somebody does by hand. Nothing is checked. Exit code 0 when it does, else 1.
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { endpoint, instanceId, chain, key } = parseCall(argv);
  const [chainPem, keyPem] = await Promise.all([readText(chain), readText(key)]);
  const result = await postPlacement(endpoint, { instanceId, chainPem, keyPem });
  if (!result.ok) {
    terminal.error(`console (emulator): ${result.problem}`);
    return 1;
  }
  const count = chainPem.split('-----BEGIN CERTIFICATE-----').length - 1;
  terminal.out(
    `console (emulator): ${instanceId} serves ${count} certificate${count === 1 ? '' : 's'} from ${chain}`,
  );
  return 0;
}

interface Call {
  readonly endpoint: string;
  readonly instanceId: string;
  readonly chain: string;
  readonly key: string;
}

/** The script that stands for the console puts the endpoint before the user's words, separated by `--`. */
function parseCall([option, endpoint, separator, instanceId, chain, key, ...rest]: readonly string[]): Call {
  const isCall = option === '--console-endpoint' && separator === '--' && rest.length === 0;
  if (isCall && endpoint && instanceId && chain && key) return { endpoint, instanceId, chain, key };
  throw appError('USAGE', {
    problem: 'The emulated console was called with other arguments than it knows',
    help: 'console INSTANCE CHAIN.pem KEY.pem',
  });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(path.resolve(file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw appError('USAGE', {
      problem: `${file} cannot be read: ${reason}`,
      help: 'Name a file of PEM text.',
    });
  }
}
