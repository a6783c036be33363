import type { MonitorConfig } from '../config/config.ts';
import type { MonitorState } from './monitor-state.ts';

const DAY_MS = 86_400_000;
const MAX_RUNS = 200;
const MAX_RESOLVED = 2000;

/** What decides what may be forgotten. */
export interface Keep {
  /** ISO 8601. */
  readonly at: string;
  /** Names of the endpoints of the configuration. */
  readonly configured: ReadonlySet<string>;
  readonly policy: Pick<MonitorConfig, 'historyDays'>;
}

/**
 * Without what nobody will ask for any more: resolved incidents beyond the days of history (and, of very many, the oldest),
 * endpoints that are not in the configuration, all but the latest runs. What was not delivered yet stays.
 */
export function compactState(state: MonitorState, { at, configured, policy }: Keep): MonitorState {
  const waiting = new Set(state.outbox.map(({ key }) => key));
  const ends = state.incidents
    .flatMap(({ phase, resolvedAt }) => (phase === 'resolved' && resolvedAt !== null ? [resolvedAt] : []))
    .toSorted((a, b) => (a < b ? 1 : -1));
  const horizon = Math.max(
    Date.parse(at) - policy.historyDays * DAY_MS,
    Date.parse(ends[MAX_RESOLVED] ?? '1970-01-01T00:00:00.000Z'),
  );
  return {
    ...state,
    incidents: state.incidents.filter(
      ({ key, phase, resolvedAt }) =>
        phase !== 'resolved' || waiting.has(key) || Date.parse(resolvedAt ?? at) > horizon,
    ),
    endpoints: state.endpoints.filter(({ name }) => configured.has(name)),
    runs: state.runs.slice(-MAX_RUNS),
  };
}
