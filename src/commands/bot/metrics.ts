import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { INCIDENT_SEVERITIES, isTold } from '../../monitoring/incident.ts';
import type { MonitorOutcome } from '../monitor/monitor.ts';

/** What is measured of the bot and of what it sees, for Prometheus. */
export interface Metrics {
  /** Takes over what a run saw. */
  readonly recordRun: (outcome: MonitorOutcome, seconds: number) => void;
  /** A run came to no end. */
  readonly recordFailure: () => void;
  /** In the text format of Prometheus. */
  readonly render: () => Promise<{ readonly type: string; readonly text: string }>;
}

const PREFIX = 'airec_https_';

/** Its labels are endpoints, clients and codes: as many as the configuration has and the program knows. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: readonly string[]): Gauge =>
    new Gauge({ name: `${PREFIX}${name}`, help, labelNames: [...labelNames], registers });
  const verdict = gauge('endpoint_verdict', 'The verdict of the last run on an endpoint, as 1', [
    'endpoint',
    'verdict',
  ]);
  const notAfter = gauge('leaf_not_after_timestamp_seconds', 'When the first leaf that is served expires', [
    'endpoint',
  ]);
  const accepts = gauge('client_accepts', 'Whether a declared client accepts an endpoint at every address', [
    'endpoint',
    'client',
  ]);
  const open = gauge('open_incidents', 'Incidents that are open and told', ['severity']);
  const lastRun = gauge('last_run_timestamp_seconds', 'When the last run that came to its end began', []);
  const runs = new Counter({
    name: `${PREFIX}runs_total`,
    help: 'Runs by what they came to: ok, problem (told all the same) or failed',
    labelNames: ['outcome'],
    registers,
  });
  const problems = new Counter({
    name: `${PREFIX}run_problems_total`,
    help: 'What went wrong in runs, by code',
    labelNames: ['code'],
    registers,
  });
  const messages = new Counter({
    name: `${PREFIX}slack_messages_total`,
    help: 'Alerts that were posted or edited by runs',
    registers,
  });
  const duration = new Histogram({
    name: `${PREFIX}run_duration_seconds`,
    help: 'How long runs took',
    buckets: [1, 2, 5, 10, 30, 60, 120, 300, 600],
    registers,
  });
  for (const outcome of ['ok', 'problem', 'failed']) runs.inc({ outcome }, 0);

  return {
    recordRun({ swept, state, startedAt, problems: found, messages: told }, seconds) {
      for (const each of [verdict, notAfter, accepts]) each.reset();
      for (const { name: endpoint, verdict: seen, leaves, clients } of swept) {
        verdict.set({ endpoint, verdict: seen }, 1);
        const [leaf] = leaves;
        if (leaf) notAfter.set({ endpoint }, Date.parse(leaf.notAfter) / 1000);
        for (const { client, accepts: isAccepted } of clients)
          if (isAccepted !== null) accepts.set({ endpoint, client }, isAccepted ? 1 : 0);
      }
      const incidents = state.incidents.filter(isTold);
      for (const severity of INCIDENT_SEVERITIES)
        open.set({ severity }, incidents.filter((each) => each.severity === severity).length);
      lastRun.set(Date.parse(startedAt) / 1000);
      runs.inc({ outcome: found.length > 0 ? 'problem' : 'ok' });
      for (const { code } of found) problems.inc({ code });
      messages.inc(told.length);
      duration.observe(seconds);
    },
    recordFailure: () => runs.inc({ outcome: 'failed' }),
    render: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}
