import path from 'node:path';
import { parseArgs } from 'node:util';
import { readMapping } from '../../airec/mapping-file.ts';
import { postDomainUpdate } from '../../emulator/airec-client.ts';
import { appError } from '../../errors/catalogue.ts';
import type { Terminal } from '../terminal.ts';

/**
 * The emulated `airec-cli domain update --instance-id … --config-file … --region …`: reads the workbook and
 * has the emulated AIRec bind its rows. Exit code 0 when all were bound, else 1.
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { endpoint, instanceId, file, region } = parseCall(argv);
  const mapping = await readMapping(path.resolve(file));
  if (!mapping)
    throw appError('USAGE', { problem: `There is no ${file}`, help: 'Write the mapping file first.' });
  const domains = mapping.rows.map(({ domain, certificateId, protocol, port }) => ({
    domain,
    certificateId,
    protocol,
    port,
  }));
  const result = await postDomainUpdate(endpoint, { instanceId, region, domains });
  if (!result.ok) {
    for (const problem of result.problems) terminal.error(`airec-cli (emulator): ${problem}`);
    return 1;
  }
  for (const { domain, port, certificateId } of result.bound) {
    terminal.out(`airec-cli (emulator): bound ${domain}:${port} to ${certificateId}`);
  }
  return 0;
}

interface Call {
  readonly endpoint: string;
  readonly instanceId: string;
  readonly file: string;
  readonly region: string;
}

function parseCall(argv: readonly string[]): Call {
  // The script that stands for airec-cli puts its own option before the user's words, separated by `--`.
  const separator = argv.indexOf('--');
  const own = parseArgs({
    args: argv.slice(0, Math.max(0, separator)),
    options: { 'airec-endpoint': { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const users = parseArgs({
    args: argv.slice(separator + 1),
    options: {
      'instance-id': { type: 'string' },
      'config-file': { type: 'string' },
      region: { type: 'string' },
    },
    allowPositionals: true,
    strict: false,
  });
  const { 'instance-id': instanceId, 'config-file': file, region } = users.values;
  const endpoint = own.values['airec-endpoint'];
  const isUpdate = users.positionals.join(' ') === 'domain update';
  if (isUpdate && isText(endpoint) && isText(instanceId) && isText(file) && isText(region)) {
    return { endpoint, instanceId, file, region };
  }
  throw appError('USAGE', {
    problem: 'The emulated airec-cli was called with other arguments than it knows',
    help: 'airec-cli domain update --instance-id ID --config-file FILE --region REGION',
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
