import process from 'node:process';
import { type MonitorReport, toMonitorReport } from '../../reports/monitor/monitor-report.ts';
import { monitorSummary } from '../../reports/monitor/monitor-summary.ts';
import { bar } from '../../reports/look-words.ts';
import { renderText } from '../../reports/summary/text.ts';
import { parseChoice, parseOptions } from '../arguments.ts';
import { FAIL_ON } from '../exit-code.ts';
import { readCircumstances } from './circumstances.ts';
import { exitCodeOfMonitor } from './exit.ts';
import { createFileStore, createNoStore } from './store.ts';
import { runMonitor } from './monitor.ts';
import { parseShardOptions } from '../shard-options.ts';
import { runShard } from './shard-run.ts';
import type { Terminal } from '../terminal.ts';

/** `airec-https monitor` from a terminal: it looks and remembers, and neither sends messages nor opens pull requests. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions('monitor', argv, {
    config: { type: 'string', default: 'airec-https.yml' },
    state: { type: 'string' },
    shard: { type: 'string' },
    shards: { type: 'string' },
    json: { type: 'boolean', default: false },
    'fail-on': { type: 'string', default: 'error' },
    'no-color': { type: 'boolean', default: false },
  });
  const failOn = parseChoice('--fail-on', options['fail-on'], FAIL_ON);
  // With --json, standard output is the report and nothing else.
  const say = (line: string): void => (options.json ? terminal.error(line) : terminal.out(line));
  const { shard, shards } = parseShardOptions(options);
  const circumstances = await readCircumstances(terminal.environment);
  const page = { paint: terminal.paint('out', options['no-color']), width: terminal.width };
  const print = (report: MonitorReport): void => {
    if (options.json) terminal.out(JSON.stringify(report, undefined, 2));
    else terminal.out(renderText(monitorSummary(report), page));
  };
  const onProgress = terminal.showsProgress ? progressOn(terminal) : undefined;
  if (shard) {
    const facts = {
      configFile: options.config,
      shard,
      folder: process.cwd(),
      circumstances,
      say,
      onProgress,
    };
    const { report } = await runShard(facts);
    print(report);
    return exitCodeOfMonitor(report, [], failOn);
  }
  if (options.state === undefined)
    say('There is no --state: nothing is remembered, so that every run is the first.');
  const outcome = await runMonitor({
    configFile: options.config,
    root: process.cwd(),
    shards,
    circumstances,
    environment: terminal.environment,
    store: options.state === undefined ? createNoStore() : createFileStore(options.state, say),
    github: undefined,
    slack: undefined,
    say,
    onProgress,
  });
  const report = toMonitorReport(outcome);
  print(report);
  return exitCodeOfMonitor(report, outcome.problems, failOn);
}

/** Shows how many have been looked at, until all have. */
function progressOn(terminal: Terminal): (done: number, count: number) => void {
  return (done, count) => {
    const line = `${done} of ${count} looked at ${bar(done, count)}`;
    terminal.progress(done < count ? line : undefined);
  };
}
