import type { Config } from '../../config/config.ts';
import type { AppError } from '../../errors/app-error.ts';
import type { BundleFile } from '../../monitoring/fix/propose-fixes.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { openReader, type ReaderOptions } from '../open-reader.ts';
import { type Traced, traceChains } from './ledger.ts';
import { look, type LookTerms } from './look.ts';
import { readShards } from './shards.ts';
import type { Stopwatch } from './timings.ts';

/** The ledger is worth less than the alert that waits for it. */
const CLOUD_CALL_MS = 10_000;

export interface SeeOptions
  extends Pick<ReaderOptions, 'environment' | 'openCredentials'>, Pick<LookTerms, 'say' | 'onProgress'> {
  /** Path of airec-https.yml. */
  readonly configFile: string;
  /** The root of the repository's checkout. */
  readonly root: string;
  /** A folder with what shards saw, instead of a look of its own. */
  readonly shards?: string | undefined;
}

export interface Sight {
  readonly config: Config;
  readonly vantage: string;
  /** By the name of the endpoint. */
  readonly files: ReadonlyMap<string, BundleFile>;
  readonly onProblem: (error: AppError) => void;
  readonly time: Stopwatch['time'];
}

/**
 * What is served, by a look of its own or from the files of shards, and where chains were lost.
 *
 * @throws MONITOR_SHARDS_ABSENT, MONITOR_SHARD_INVALID when no file of a shard can be used
 */
export async function see(options: SeeOptions, sight: Sight): Promise<Traced> {
  const { config, files, onProblem, time } = sight;
  const swept = await time('look', () => seeEndpoints(options, sight));
  const { root } = options;
  const { environment, openCredentials } = options;
  const terms = { environment, openCredentials, callMs: CLOUD_CALL_MS };
  const desk = { config, root, files, openCloud: () => openReader(config, terms, onProblem), onProblem };
  return time('trace chains', () => traceChains(swept, desk));
}

async function seeEndpoints(
  { shards, configFile, say, onProgress }: SeeOptions,
  { config, vantage, onProblem }: Sight,
): Promise<readonly SweptEndpoint[]> {
  if (shards === undefined) return look(config, { vantage, say, onProgress });
  const { swept, problems } = await readShards(shards, { config, configFile, vantage });
  for (const problem of problems) onProblem(problem);
  return swept;
}
