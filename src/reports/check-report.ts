import { z } from 'zod';
import { FINDING_IDS } from '../endpoints/finding.ts';

const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the DER, lower-case hexadecimal.');

const address = z.object({
  address: z.string().describe('`203.0.113.7:443` or `[2001:db8::1]:443`.'),
  stage: z
    .enum(['dns', 'policy', 'connect', 'tls', 'http', 'done'])
    .describe('Where it ended; `done`: nowhere.'),
  protocol: z.string().optional(),
  cipher: z.string().optional().describe('IANA name.'),
  receivedChain: z.array(fingerprint).describe('As sent, the leaf first; empty without a handshake.'),
  findings: z.array(z.enum(FINDING_IDS)),
  latencyMs: z.int().nonnegative().describe('Connection and handshake, in milliseconds.'),
});

const client = z.object({
  accepts: z.boolean().nullable().describe('At every address; null when it could not be determined.'),
  byLuck: z.boolean().describe('Only because it fetches what is missing by AIA.'),
  error: z.string().nullable().describe('What its users see, or would see without that luck.'),
});

const finding = z.object({
  id: z.enum(FINDING_IDS),
  severity: z.enum(['error', 'warning', 'info']),
  addresses: z
    .array(z.string())
    .describe('Where it was seen; empty when it concerns the endpoint as a whole.'),
  message: z.string(),
  help: z.string(),
});

const repair = z.object({
  bundle: z.array(fingerprint).describe('The leaf, then its intermediates, no root.'),
  pem: z.string(),
  fetched: z.array(z.string()).describe('URLs of certificates that were not served.'),
});

const endpoint = z.object({
  domain: z.string(),
  port: z.int(),
  verdict: z.enum(['healthy', 'degraded', 'repairable', 'broken', 'unreachable', 'unknown']),
  addresses: z.array(address),
  clients: z.record(z.string(), client),
  findings: z.array(finding),
  repair: repair.nullable().describe('A bundle for the same leaf that mends it, proven by handshake.'),
});

/** The JSON of `check`. A change that breaks readers raises `version`. */
export const checkReportSchema = z.object({
  version: z.literal(1),
  checkedAt: z.iso.datetime(),
  endpoints: z.array(endpoint),
});

export type CheckReport = z.infer<typeof checkReportSchema>;
/** What is reported of one endpoint. Plain data. */
export type CheckedEndpoint = CheckReport['endpoints'][number];
