import { z } from 'zod';
import { printable } from '../errors/printable.ts';
import { sweptEndpointSchema } from '../monitoring/swept-schema.ts';
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

const schema: z.ZodType<MonitorReport> = z.object({
  version: z.literal(1),
  startedAt: time,
  vantage: text,
  schedule: text.nullable(),
  delayMs: z.number().nullable(),
  status: z.enum(['healthy', 'degraded', 'broken', 'unknown']),
  endpoints: z.array(sweptEndpointSchema).max(MAX_ENDPOINTS),
  readiness: z.array(readiness).max(MAX_ENDPOINTS),
  incidents: z.array(incident).max(MAX_LIST),
  pullRequests: z.array(fix).max(MAX_LIST),
  messages: z.array(text).max(MAX_LIST),
  timings: z
    .array(z.object({ step: text, durationMs: z.int().nonnegative() }))
    .max(100)
    .optional(),
  problems: z.array(z.object({ code: text, problem: text, help: text })).max(MAX_LIST),
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
  const { data, error } = schema.safeParse(value);
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
