import { z } from 'zod';
import { INGRESS_TYPES } from '../../config/config.ts';
import { FINDING_IDS } from '../../endpoints/finding.ts';
import { ledgerEntrySchema } from '../../monitoring/swept-schema.ts';
import { certificate, client, fingerprint, path } from '../report-parts.ts';

const status = z.enum(['healthy', 'degraded', 'broken', 'unknown']);
const milliseconds = z.int().nonnegative().describe('Milliseconds.');
const location = z
  .object({ file: z.string(), line: z.int().positive().optional(), column: z.int().positive().optional() })
  .describe('What a person must edit.');

const finding = z.object({
  id: z.enum(FINDING_IDS),
  severity: z.enum(['error', 'warning', 'info']),
  problem: z.string(),
  help: z.string(),
  address: z
    .string()
    .optional()
    .describe('Where it was seen; absent when it concerns the endpoint as a whole.'),
  certificate: fingerprint.optional().describe('The one at fault; absent when it is none in particular.'),
  citation: z.string().optional().describe('What it rests on, such as `RFC 5280 §6.1.3 (a)(2)`.'),
  clientWords: z.array(z.string()).optional().describe('What users see, client by client.'),
  location: location.optional(),
});

const error = z.object({
  code: z.string(),
  category: z.string(),
  problem: z.string(),
  help: z.string(),
  requestId: z.string().optional(),
  location: location.optional(),
});

const planItem = z.object({
  step: z.enum(['provision', 'deploy', 'map', 'remediate']),
  subject: z.string(),
  decision: z.enum(['do', 'skip']),
  reason: z.string(),
});

const address = z.object({
  address: z.string().describe('`203.0.113.7:443` or `[2001:db8::1]:443`.'),
  accepted: z
    .boolean()
    .nullable()
    .describe('Whether a client without help accepts what is served; null when it could not be determined.'),
  servesIntended: z
    .boolean()
    .nullable()
    .describe('Whether the intended leaf is served; null without a handshake.'),
  leaf: fingerprint.optional(),
  notAfter: z.iso.datetime().optional().describe('End of the validity of the leaf.'),
  receivedChain: z.array(z.string()).optional().describe('Subjects as sent, the leaf first.'),
  chain: z.array(fingerprint).optional().describe('The same certificates by their fingerprints.'),
  path: path.optional(),
  protocol: z.string().optional(),
  httpStatus: z.int().optional(),
});

const rollback = z
  .object({
    leaf: fingerprint.optional().describe('That was served; absent when no client accepted what was.'),
    certificateId: z.string().optional().describe('That the mapping named.'),
    targets: z
      .array(
        z.object({
          name: z.string(),
          type: z.enum(INGRESS_TYPES),
          instance: z.string(),
          port: z.int().optional(),
          region: z.string().optional(),
          sni: z.boolean().optional(),
          via: z.literal('cas-job').optional(),
          enableHttps: z.boolean().optional(),
          before: z.record(z.string(), z.string()).describe('In the words of the API of the product.'),
        }),
      )
      .describe('In the order in which they were changed.'),
  })
  .describe('What `rollback` undoes the change with; absent when it is not known what was bound before.');

const endpoint = z.object({
  domain: z.string(),
  port: z.int(),
  location: location.describe('Where the endpoint stands in the configuration.'),
  status,
  certificateId: z.string().optional().describe('The certificate in CAS that the endpoint was given.'),
  intendedLeaf: fingerprint.optional(),
  changed: z.boolean(),
  rolledBack: z.boolean(),
  rollback: rollback.optional(),
  plan: z.array(planItem).describe('What was decided; empty when the endpoint could not be inspected.'),
  addresses: z.array(address).describe('What was served at the last look.'),
  before: z.array(address).optional().describe('What was served before anything was changed.'),
  needed: path.optional().describe('The bundle that satisfies the clients; absent when nobody has it.'),
  clients: z
    .record(z.string(), client)
    .optional()
    .describe('What each client makes of what was served at the last look, by name.'),
  certificates: z
    .record(fingerprint, certificate)
    .optional()
    .describe('What is named in chains and paths by its SHA-256.'),
  mapping: z
    .object({ before: z.string().nullable(), after: z.string().nullable() })
    .optional()
    .describe('Ids that the mapping file named at the beginning and names at the end; null: it has no row.'),
  ledger: z
    .array(ledgerEntrySchema)
    .optional()
    .describe(
      'What each place between the bundle file and the addresses holds; absent for an endpoint that is healthy.',
    ),
  origin: z.string().optional().describe('The first place that differs, in words.'),
  findings: z.array(finding),
  error: error.optional().describe('What stopped the work on this endpoint.'),
});

const step = z.object({
  name: z.string(),
  title: z.string(),
  endpoint: z.string().optional().describe('`domain:port`; absent for a step that serves all endpoints.'),
  asked: z.array(z.string()),
  observed: z.array(z.string()),
  looks: z
    .array(z.object({ elapsedMs: milliseconds, serving: z.int(), addresses: z.int() }))
    .optional()
    .describe(
      'How many addresses served what is waited for, look by look; absent for steps that do not wait.',
    ),
  outcome: z.enum(['done', 'skipped', 'found', 'failed']),
  durationMs: milliseconds,
});

/** The JSON report. A change that breaks readers raises `version`. */
export const reportSchema = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal('airec-https'), version: z.string() }),
  command: z.literal('deploy'),
  dryRun: z.boolean(),
  startedAt: z.iso.datetime(),
  durationMs: milliseconds,
  status: status.describe('The worst of all endpoints.'),
  changed: z.boolean().describe('Whether anything was written to the cloud or to the mapping file.'),
  mapping: z.object({ path: z.string(), changed: z.boolean() }),
  endpoints: z.array(endpoint),
  steps: z.array(step),
});

export type Report = z.infer<typeof reportSchema>;
