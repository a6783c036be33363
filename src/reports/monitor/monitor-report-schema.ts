import { z } from 'zod';
import { printable } from '../../errors/printable.ts';
import { sweptEndpointSchema } from '../../monitoring/swept-schema.ts';
import type { MonitorReport } from './monitor-report.ts';

const MAX_TEXT = 4000;
const MAX_ENDPOINTS = 10_000;
const MAX_LIST = 10_000;

const time = z.iso.datetime();
const text = z.string().max(MAX_TEXT);

const readiness = z.object({
  name: text,
  deadlines: z
    .array(
      z.object({
        kind: z.enum(['renewal', 'leaf-expiry', 'intermediate-expiry', 'root-removal']),
        at: time,
        daysLeft: z.int(),
        subject: text,
        source: text.nullable(),
      }),
    )
    .max(100),
  validity: z
    .object({ days: z.number(), limitAtRenewal: z.number().nullable(), shrinks: z.boolean() })
    .nullable(),
});

const fix = z
  .object({
    path: text,
    operation: text,
    why: text,
    number: z.int().positive().optional(),
    url: text.optional(),
  })
  .transform(({ number, url, ...rest }) => ({
    ...rest,
    ...(number === undefined ? {} : { number }),
    ...(url === undefined ? {} : { url }),
  }));

const incident = z.object({
  id: text,
  endpoint: text.nullable(),
  cause: text,
  severity: text,
  firstSeen: time,
  pullRequest: z.int().positive().nullable(),
});

/** The JSON of `monitor`. A change that breaks readers raises `version`. */
export const monitorReportSchema: z.ZodType<MonitorReport> = z.object({
  version: z.literal(1),
  startedAt: time,
  vantage: text.describe('Where it was seen from: a verdict holds for there.'),
  schedule: text.nullable().describe('The cron expression that started the run; null: it was none.'),
  delayMs: z
    .number()
    .nullable()
    .describe('How long after its schedule it started, in milliseconds; null: it is not known.'),
  status: z
    .enum(['healthy', 'degraded', 'broken', 'unknown'])
    .describe(
      'The worst of all endpoints; `broken` also stands for those that are repairable or unreachable.',
    ),
  endpoints: z.array(sweptEndpointSchema).max(MAX_ENDPOINTS).describe('In the order of the configuration.'),
  readiness: z.array(readiness).max(MAX_ENDPOINTS).describe('What is coming for each, in the same order.'),
  incidents: z.array(incident).max(MAX_LIST).describe('What is open and told.'),
  pullRequests: z.array(fix).max(MAX_LIST).describe('What was done about files of the repository.'),
  messages: z
    .array(text)
    .max(MAX_LIST)
    .describe('Time stamps of the messages in Slack that were posted or edited.'),
  timings: z
    .array(z.object({ step: text, durationMs: z.int().nonnegative() }))
    .max(100)
    .optional()
    .describe('How long each step took, in milliseconds; absent for a shard.'),
  problems: z
    .array(z.object({ code: text, problem: text, help: text }))
    .max(MAX_LIST)
    .describe('What went wrong in the run itself.'),
});

/**
 * Reads a report of the monitor, of which nothing is believed but its form. Characters that control or reorder text are
 * made visible first. A string says in one printable sentence what is wrong with it.
 */
export function parseMonitorReport(json: string): MonitorReport | string {
  let value: unknown;
  try {
    value = JSON.parse(json, (_key, each: unknown) => (typeof each === 'string' ? visible(each) : each));
  } catch {
    return 'it is not JSON';
  }
  const { data, error } = monitorReportSchema.safeParse(value);
  if (!data) {
    const [issue] = error.issues;
    return printable(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'malformed'}`);
  }
  const names = data.endpoints.map(({ name }) => name);
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  return twice === undefined ? data : printable(`${twice} is in it twice`);
}

function visible(value: string): string {
  return value
    .split('\n')
    .map((line) => printable(line, Infinity))
    .join('\n');
}
