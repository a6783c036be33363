import { readFile } from 'node:fs/promises';
import type { PastChange } from '../../deployment/undo.ts';
import { undo } from '../../deployment/undo.ts';
import { appError } from '../../errors/catalogue.ts';
import { createProgress } from '../../reports/progress.ts';
import { type Report, reportSchema } from '../../reports/deploy/report.ts';
import { toReport } from '../../reports/deploy/to-report.ts';
import { deploySummary } from '../../reports/deploy/deploy-summary.ts';
import { renderText } from '../../reports/summary/text.ts';
import { parseOptions } from '../arguments.ts';
import { exitCodeOf } from '../exit-code.ts';
import { openWorld } from '../open-world.ts';
import { loadConfig } from '../../config/load-config.ts';
import { progressPlace, type Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

/** `airec-https rollback`: undoes what a report of `deploy` tells of; returns the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions('rollback', argv, {
    report: { type: 'string' },
    config: { type: 'string', default: 'airec-https.yml' },
    'dry-run': { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    'no-color': { type: 'boolean', default: false },
  });
  if (options.report === undefined) {
    const help = 'Name the report that `deploy --report FILE`, or the Action as report-path, wrote.';
    throw appError('USAGE', { problem: '--report is missing', help });
  }
  const config = await loadConfig(options.config);
  const changes = await readChanges(options.report);
  const stream = options.json ? 'error' : 'out';
  const paint = terminal.paint(stream, options['no-color']);
  const listener = createProgress(terminal[stream], paint, progressPlace(terminal));
  const world = await openWorld(config, { environment: terminal.environment, listener });
  const request = { changes, dryRun: options['dry-run'], force: options.force };
  const report = toReport(await undo(request, world), VERSION);
  if (options.json) terminal.out(JSON.stringify(report, undefined, 2));
  else if (options['dry-run']) terminal.out(`\n${summarise(changes)}; nothing was changed`);
  else terminal.out(`\n${renderText(deploySummary(report), { paint, width: terminal.width })}`);
  return exitCodeOf(report, 'error');
}

function summarise(changes: readonly PastChange[]): string {
  const targets = changes.flatMap(({ rollback }) => rollback.targets.map(({ name }) => name));
  return `Would put back ${targets.length === 1 ? '1 target' : `${targets.length} targets`}: ${targets.toReversed().join(', ')}`;
}

/**
 * What the report says can be undone.
 *
 * @throws ROLLBACK_REPORT_UNREADABLE, ROLLBACK_NOTHING
 */
async function readChanges(file: string): Promise<readonly PastChange[]> {
  const report = await readReport(file);
  const changes = report.endpoints.flatMap(({ domain, port, intendedLeaf, rollback }) =>
    rollback
      ? [
          {
            domain,
            port,
            deployedLeaf: intendedLeaf,
            rollback: { ...rollback, leaf: rollback.leaf, certificateId: rollback.certificateId },
          },
        ]
      : [],
  );
  if (changes.length === 0) throw appError('ROLLBACK_NOTHING', { file });
  return changes;
}

async function readReport(file: string): Promise<Report> {
  let reason: string;
  try {
    const read = reportSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    reason = `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is no report'}`;
  } catch (cause) {
    reason = (cause as NodeJS.ErrnoException).code ?? 'it is not JSON';
  }
  throw appError('ROLLBACK_REPORT_UNREADABLE', { file, reason });
}
