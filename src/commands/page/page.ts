import { appError } from '../../errors/catalogue.ts';
import { parseMonitorReport } from '../../reports/monitor/monitor-report-schema.ts';
import { renderSite } from '../../reports/page/site.ts';
import { parseState } from '../../monitoring/parse-state.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import type { MonitorReport } from '../../reports/monitor/monitor-report.ts';
import { parseOptions } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { readBounded } from './read-bounded.ts';
import { writeSite } from './write-site.ts';

/** A report of 10,000 endpoints, each with a repair, has less. */
const MAX_BYTES = 128 * 1024 * 1024;
const MAX_TITLE = 100;

/** `airec-https page`: writes the status page; returns the exit code. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions('page', argv, {
    report: { type: 'string' },
    state: { type: 'string' },
    out: { type: 'string', default: 'site' },
    title: { type: 'string', default: 'TLS status' },
    json: { type: 'boolean', default: false },
    'no-color': { type: 'boolean', default: false },
  });
  if (options.report === undefined) {
    const help = 'Name the file that `monitor --json` printed, or that the Action wrote as report-path.';
    throw appError('USAGE', { problem: '--report is missing', help });
  }
  const title = options.title.trim();
  if (title === '' || title.length > MAX_TITLE) {
    const help = `Use 1 to ${MAX_TITLE} characters.`;
    throw appError('USAGE', { problem: `--title has ${title.length} characters`, help });
  }
  const report = await readReport(options.report);
  const state = options.state === undefined ? undefined : await readState(options.state);
  const site = renderSite({ title, report, state, repository: repositoryOf(terminal.environment) });
  const written = await writeSite(options.out, site.files);
  const { headline } = site;
  if (options.json) terminal.out(JSON.stringify({ folder: options.out, headline, ...written }, undefined, 2));
  else
    terminal.out(
      `${terminal.paint('out', options['no-color'])('bold', headline)}\nWrote ${written.files} files to ${options.out}`,
    );
  return 0;
}

/** @throws FILE_UNREADABLE, PAGE_INPUT_TOO_LARGE, PAGE_REPORT_INVALID */
async function readReport(file: string): Promise<MonitorReport> {
  const report = parseMonitorReport(await readBounded(file, MAX_BYTES));
  if (typeof report === 'string') throw appError('PAGE_REPORT_INVALID', { file, reason: report });
  return report;
}

/** @throws FILE_UNREADABLE, PAGE_INPUT_TOO_LARGE, PAGE_STATE_INVALID, MONITOR_STATE_NEWER */
async function readState(file: string): Promise<MonitorState> {
  const parsed = parseState(await readBounded(file, MAX_BYTES));
  if (parsed.kind === 'newer') throw appError('MONITOR_STATE_NEWER', { version: parsed.version });
  if (parsed.kind === 'corrupted') throw appError('PAGE_STATE_INVALID', { file, reason: parsed.reason });
  return parsed.state;
}

/** Where pull requests are, as the runner of GitHub tells it. */
function repositoryOf({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: name,
}: Terminal['environment']): string | undefined {
  return server && name ? `${server.replace(/\/$/, '')}/${name}` : undefined;
}
