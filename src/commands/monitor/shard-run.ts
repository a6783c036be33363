import type { Config } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { emptyState } from '../../monitoring/monitor-state.ts';
import type { Shard } from '../../monitoring/shard.ts';
import { type MonitorReport, toMonitorReport } from '../../reports/monitor/monitor-report.ts';
import type { Circumstances } from './circumstances.ts';
import type { LookTerms } from './look.ts';
import { lookAtShard, writeShard } from './shards.ts';

export interface ShardOptions extends Pick<LookTerms, 'say' | 'onProgress'> {
  /** Path of airec-https.yml. */
  readonly configFile: string;
  readonly shard: Shard;
  /** Where its file is written. */
  readonly folder: string;
  readonly circumstances: Circumstances;
}

export interface ShardOutcome {
  readonly config: Config;
  readonly report: MonitorReport;
  /** Path of its file. */
  readonly file: string;
}

/**
 * `monitor` for one shard: looks at its endpoints and writes what it saw to a file. It remembers nothing and tells
 * nobody: the run that merges the files does.
 *
 * @throws CONFIG_…, FILE_UNREADABLE, REPORT_NOT_WRITABLE
 */
export async function runShard(options: ShardOptions): Promise<ShardOutcome> {
  const { configFile, shard, folder, circumstances, say, onProgress } = options;
  const config = await loadConfig(configFile);
  const startedAt = new Date().toISOString();
  const vantage = config.monitor.vantage ?? circumstances.vantage;
  const report = toMonitorReport({
    startedAt,
    circumstances: { ...circumstances, vantage },
    delayMs: null,
    swept: await lookAtShard(config, shard, { vantage, say, onProgress }),
    // The run that merges the files says what is coming.
    readiness: [],
    state: emptyState(),
    fixes: [],
    messages: [],
    problems: [],
  });
  // As reported: without secrets.
  const file = await writeShard(folder, shard, { configFile, startedAt, endpoints: report.endpoints });
  say(`Shard ${shard.number} of ${shard.count} is in ${file}`);
  return { config, report, file };
}
