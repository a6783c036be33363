import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from '../emulator/emulator.ts';
import { appError } from '../errors/catalogue.ts';
import { createProgress } from '../reports/progress.ts';
import type { Report } from '../reports/deploy/report.ts';
import { toReport } from '../reports/deploy/to-report.ts';
import { stepsTable } from '../reports/deploy/deploy-changes.ts';
import { deploySummary } from '../reports/deploy/deploy-summary.ts';
import { renderText } from '../reports/summary/text.ts';
import { renderTable } from '../reports/summary/text-table.ts';
import { CAS_APIS, type CasApi } from '../config/config.ts';
import { parseChoice, parseOptions } from './arguments.ts';
import { runDeploy } from './deploy/deploy.ts';
import { DEMO_DOMAIN, writeWorkspace } from './emulate/workspace.ts';
import { progressPlace, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

const DIALECTS: Readonly<Record<CasApi, string>> = {
  '2020-04-07': 'the published API of Alibaba Cloud (--cas guide: the calls of the guide)',
  guide: 'the calls of the guide (--cas 2020-04-07: the published API)',
};

function introduce(api: CasApi): string {
  return `airec-https demo: the whole guide, against an emulated Alibaba Cloud on this machine.
Spoken: ${DIALECTS[api]}.
Emulated: the certificate service (CAS), a load balancer with two addresses, AIRec and airec-cli.
Real: the signed API calls, the certificates, the workbook, the TLS handshakes, the HTTP requests.
The emulated CAS loses the intermediate, as happens; see what comes of it.`;
}

/**
 * `airec-https demo`: deploys twice to an emulator that hands out a leaf without its intermediate. The first
 * run has to find and mend that, the second has nothing to do. Returns 0 when both came out so.
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions('demo', argv, {
    cas: { type: 'string', default: CAS_APIS[0] },
    keep: { type: 'boolean', default: false },
    'no-color': { type: 'boolean', default: false },
  });
  const api = parseChoice('--cas', options.cas, CAS_APIS);
  const paint = terminal.paint('out', options['no-color']);
  const directory = await mkdtemp(path.join(tmpdir(), 'airec-https-demo-'));
  const emulator = await startEmulator({ api });
  try {
    emulator.inject({ kind: 'leaf-only', times: 1 });
    const workspace = await writeWorkspace(emulator, directory, path.resolve(process.argv[1] ?? ''));
    const listener = createProgress((line) => terminal.out(line), paint, progressPlace(terminal));
    const deployOnce = async (): Promise<Report> => {
      const { configFile } = workspace;
      const environment = { ...terminal.environment, ...workspace.environment };
      return toReport(await runDeploy({ configFile, dryRun: false, environment, listener }), VERSION);
    };
    terminal.out(`${introduce(api)}\n\n${paint('bold', `First run: a certificate for ${DEMO_DOMAIN}`)}`);
    const first = await deployOnce();
    terminal.out(`\n${paint('bold', 'Second run: everything is so already')}`);
    const second = await deployOnce();
    const page = { paint, width: terminal.width };
    const steps = renderTable(stepsTable(first), page).join('\n');
    terminal.out(`\n${paint('bold', 'The first run, step by step')}\n${steps}`);
    terminal.out(`\n${renderText(deploySummary(second), page)}`);
    await writeFile(path.join(directory, 'report.json'), `${JSON.stringify(first, undefined, 2)}\n`);
    assertToldTrue(first, second);
    if (options.keep) terminal.out(`\nKept in ${directory}`);
    terminal.out('\n"npm start -- --help" shows what else there is.');
    return 0;
  } finally {
    await emulator.close();
    if (!options.keep) await rm(directory, { recursive: true, force: true });
  }
}

/** The demo is a proof too: it fails when a run did not go as it is told. */
function assertToldTrue(first: Report, second: Report): void {
  const mended = first.steps.some(({ name, outcome }) => name === 'remediate' && outcome === 'done');
  if (first.status === 'healthy' && mended && second.status === 'healthy' && !second.changed) return;
  throw appError('DEMO_WENT_WRONG', {
    first: `${first.status}${mended ? ', mended' : ', nothing to mend'}`,
    second: `${second.status}${second.changed ? ', changed again' : ''}`,
  });
}
