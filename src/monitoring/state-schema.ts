import { z } from 'zod';
import { CLIENT_NAMES } from '../config/config.ts';
import { CAUSES } from './causes.ts';
import { EXPIRY_STAGES } from './expiry-stage.ts';
import { INCIDENT_CHANGES, RESOLUTIONS } from './incident-event.ts';
import { INCIDENT_PHASES, INCIDENT_SEVERITIES } from './incident.ts';
import { type MonitorState, NO_UPKEEP, STATE_VERSION } from './monitor-state.ts';

const time = z.iso.datetime();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const client = z.enum(CLIENT_NAMES);
const severity = z.enum(INCIDENT_SEVERITIES);
const stage = z.enum(EXPIRY_STAGES).nullable();
const extent = z.object({ severity, stage, refusedBy: z.array(client) });

const facts = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      help: z.string(),
    }),
  ),
  refused: z.array(z.object({ client, error: z.string().nullable() })),
  lucky: z.array(client),
  accepting: z.array(client),
  addresses: z.array(z.string()),
  seenAt: z.object({ bad: count, all: count }),
  vantage: z.string(),
  notAfter: time.nullable(),
  isRepairable: z.boolean(),
  origin: z.string().nullable(),
});

const links = z.object({
  message: z.object({ channel: z.string(), ts: z.string() }).nullable(),
  pullRequest: z
    .object({ number: z.int().positive(), state: z.enum(['open', 'merged', 'closed', 'ignored']) })
    .nullable(),
});

const acknowledgement = z.object({ by: z.string(), at: time });

const incident = z.object({
  key: digest,
  endpoint: z.string().nullable(),
  cause: z.enum(CAUSES),
  leaf: digest.nullable(),
  missingIssuers: z.array(z.string()),
  phase: z.enum(INCIDENT_PHASES),
  severity,
  stage,
  worst: extent,
  facts,
  firstSeen: time,
  lastSeen: time,
  badRuns: count,
  goodRuns: count,
  recent: z.string().regex(/^[bg]{0,8}$/),
  openings: z.array(time),
  resolvedAt: time.nullable(),
  group: digest.nullable(),
  members: z.array(digest),
  announced: z.boolean(),
  notifiedAt: time.nullable(),
  sequence: count,
  acknowledgement: acknowledgement.nullable(),
  snooze: acknowledgement.extend({ until: time.nullable(), from: extent }).nullable(),
  links,
});

const detail = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), again: z.boolean() }),
  z.object({ kind: z.literal('grouped'), again: z.boolean() }),
  z.object({ kind: z.literal('changed'), changes: z.array(z.enum(INCIDENT_CHANGES)) }),
  z.object({ kind: z.literal('reminded') }),
  z.object({ kind: z.literal('escalated'), from: extent, woken: z.boolean() }),
  z.object({ kind: z.literal('resolved'), resolution: z.enum(RESOLUTIONS), openMs: count }),
]);

const notice = z.object({
  id: z.string(),
  key: digest,
  at: time,
  detail,
  claim: z.object({ run: z.string(), at: time }).nullable(),
  attempts: count,
  problem: z.string().nullable(),
});

const endpoint = z.object({
  name: z.string(),
  verdict: z.enum(['healthy', 'degraded', 'repairable', 'broken', 'unreachable', 'unknown']),
  seenAt: time,
  since: time,
  unknownRuns: count,
  leaf: z.object({ fingerprint: digest, notBefore: time, notAfter: time }).nullable(),
  lastDay: z.iso.date(),
  days: z.string().regex(/^[hdrbx?-]+$/),
  // The first programs of this version kept neither.
  latency: z
    .string()
    .regex(/^[A-Za-z-]+$/)
    .optional(),
  leaves: z
    .array(z.object({ since: z.iso.date(), notBefore: time, notAfter: time }))
    .max(16)
    .optional(),
});

const run = z.object({
  id: z.string(),
  startedAt: time,
  schedule: z.string().nullable(),
  delayMs: count.nullable(),
  swept: count,
  bad: count,
  unknown: count,
});

const upkeep = z.object({
  isPublic: z.boolean().nullable(),
  visibilityAt: time.nullable(),
  lastCommit: time.nullable(),
  lastCommitAt: time.nullable(),
  historyAt: time.nullable(),
});

/** A state of this version as it is kept. */
export const monitorStateSchema: z.ZodType<MonitorState> = z.object({
  version: z.literal(STATE_VERSION),
  incidents: z.array(incident),
  endpoints: z.array(endpoint),
  outbox: z.array(notice),
  runs: z.array(run),
  digestAt: time.nullable(),
  // The first programs of this version kept none.
  upkeep: upkeep.default(NO_UPKEEP),
});
