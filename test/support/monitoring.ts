import type { MonitorConfig } from '../../src/config/config.ts';
import { advance } from '../../src/monitoring/advance.ts';
import type { IncidentEvent } from '../../src/monitoring/incident-event.ts';
import type { Incident } from '../../src/monitoring/incident.ts';
import type { MonitorRun } from '../../src/monitoring/monitor-run.ts';
import { emptyState, type MonitorState } from '../../src/monitoring/monitor-state.ts';
import type { SweptEndpoint, SweptFinding } from '../../src/monitoring/swept-endpoint.ts';

export const POLICY: MonitorConfig = {
  openAfter: 2,
  resolveAfter: 2,
  remindDays: 1,
  group: 5,
  unknownAfter: 6,
  historyDays: 90,
  digest: 'monday',
  vantage: undefined,
};
/** A Monday. */
export const START = Date.parse('2026-06-01T12:00:00.000Z');
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const LEAF = 'a'.repeat(64);
const ADDRESS = '203.0.113.1:443';

/** An endpoint that is well, unless changed. Its leaf is valid for 90 days from START on. */
export function swept(changes: Partial<SweptEndpoint> = {}): SweptEndpoint {
  const { domain = 'rec.example.com', port = 443 } = changes;
  const dates = { notBefore: iso(START), notAfter: iso(START + 90 * DAY_MS) };
  return {
    name: `${domain}:${port}`,
    domain,
    port,
    seenAt: iso(START),
    vantage: 'test',
    verdict: 'healthy',
    clients: [
      { client: 'chrome', accepts: true, byLuck: false, error: null },
      { client: 'java', accepts: true, byLuck: false, error: null },
    ],
    addresses: [{ address: ADDRESS, chain: [LEAF, 'b'.repeat(64)], missingIssuers: [], failure: null }],
    findings: [],
    leaves: [{ fingerprint: LEAF, subject: `CN=${domain}`, ...dates }],
    path: [],
    isPublic: false,
    repairs: [],
    origin: null,
    ledger: [],
    ...changes,
  };
}

export function finding(changes: Partial<SweptFinding> = {}): SweptFinding {
  return {
    id: 'missing-intermediate',
    severity: 'error',
    addresses: [ADDRESS],
    certificate: null,
    message: 'the issuer is not sent',
    help: 'Serve the full bundle.',
    ...changes,
  };
}

/** An endpoint whose chain is incomplete: Java fails, Chrome is lucky. */
export function broken(changes: Partial<SweptEndpoint> = {}): SweptEndpoint {
  return swept({
    verdict: 'repairable',
    clients: [
      { client: 'chrome', accepts: true, byLuck: true, error: 'NET::ERR_CERT_AUTHORITY_INVALID' },
      { client: 'java', accepts: false, byLuck: false, error: 'PKIX path building failed' },
    ],
    addresses: [{ address: ADDRESS, chain: [LEAF], missingIssuers: ['CN=Intermediate'], failure: null }],
    findings: [finding()],
    ...changes,
  });
}

/** An endpoint that did not answer, for a reason that may lie on the way. */
export function silent(changes: Partial<SweptEndpoint> = {}): SweptEndpoint {
  return swept({
    verdict: 'unknown',
    clients: [{ client: 'java', accepts: null, byLuck: false, error: 'no connection: timeout' }],
    addresses: [{ address: ADDRESS, chain: [], missingIssuers: [], failure: 'connect: timeout' }],
    findings: [finding({ id: 'timeout', severity: 'warning' })],
    leaves: [],
    ...changes,
  });
}

export function iso(time: number): string {
  return new Date(time).toISOString();
}

/** A run at `time` that saw these endpoints; their `seenAt` is that of the run. */
export function runAt(
  time: number,
  endpoints: readonly SweptEndpoint[],
  changes: Partial<MonitorRun> = {},
): MonitorRun {
  const seen = endpoints.map((endpoint) => ({ ...endpoint, seenAt: iso(time) }));
  return {
    id: `run-${time}`,
    startedAt: iso(time),
    schedule: '17 * * * *',
    delayMs: 0,
    endpoints: seen,
    configured: seen.map(({ name }) => name),
    conditions: [],
    ...changes,
  };
}

/** A monitor in fake time whose every message is delivered, unless told otherwise. */
export class Simulation {
  state: MonitorState = emptyState();
  readonly events: IncidentEvent[] = [];
  time = START;
  readonly policy: MonitorConfig;

  constructor(policy: Partial<MonitorConfig> = {}) {
    this.policy = { ...POLICY, ...policy };
  }

  /** One run, an hour after the last unless told otherwise. What is returned is what happened, in words. */
  run(
    endpoints: readonly SweptEndpoint[],
    changes: Partial<MonitorRun> & { afterMs?: number } = {},
  ): string[] {
    const { afterMs = HOUR_MS, ...others } = changes;
    this.time += afterMs;
    const { state, events } = advance(this.state, runAt(this.time, endpoints, others), this.policy);
    this.state = { ...state, outbox: [] };
    this.events.push(...events);
    return events.map(show);
  }

  /** What a series of runs of one endpoint tells, joined: `b` bad, `g` good, `?` unknown. */
  series(letters: string): string[][] {
    const kinds = { b: broken(), g: swept(), '?': silent() };
    return letters.split('').map((letter) => this.run([kinds[letter as keyof typeof kinds]]));
  }

  get only(): Incident {
    const [incident, ...others] = this.state.incidents;
    if (!incident || others.length > 0) throw new Error(`there are ${this.state.incidents.length} incidents`);
    return incident;
  }
}

/** `opened chain`, `opened chain again`, `resolved chain superseded`, `escalated expiry urgent`, `changed chain clients`. */
function show({ detail, incident: { cause, stage } }: IncidentEvent): string {
  const words: string[] = [detail.kind, cause];
  if ((detail.kind === 'opened' || detail.kind === 'grouped') && detail.again) words.push('again');
  if (detail.kind === 'resolved') words.push(detail.resolution);
  if (detail.kind === 'escalated' && stage) words.push(stage);
  if (detail.kind === 'changed') words.push(...detail.changes);
  return words.join(' ');
}
