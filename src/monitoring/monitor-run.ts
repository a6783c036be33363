import type { SweptEndpoint } from './swept-endpoint.ts';

/** What one run of the monitor brings. Plain JSON; times are ISO 8601 in UTC. */
export interface MonitorRun {
  /** Unique, the same when it is applied again: such as the run's number and attempt. */
  readonly id: string;
  readonly startedAt: string;
  /** The cron expression that started it; null: a person, or the schedule of a program of ours. */
  readonly schedule: string | null;
  /** How late it started; null without a schedule. */
  readonly delayMs: number | null;
  /** What was swept; of a shard that was lost, nothing. */
  readonly endpoints: readonly SweptEndpoint[];
  /** Names of all endpoints of the configuration, swept or not: incidents of others are over. */
  readonly configured: readonly string[];
  /** What is wrong with the monitor itself; undefined when it was not looked at. */
  readonly conditions: readonly MonitorCondition[] | undefined;
}

/** Something wrong with the monitor itself. */
export interface MonitorCondition {
  readonly cause: 'missed-runs' | 'schedule-disabled';
  readonly severity: 'warn' | 'page';
  /** One printable sentence. */
  readonly message: string;
  readonly help: string;
}
