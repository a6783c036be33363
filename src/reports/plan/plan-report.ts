import { z } from 'zod';
import { CLIENT_NAMES, INGRESS_TYPES } from '../../config/config.ts';
import { certificate, client, fingerprint } from '../report-parts.ts';
import { reportSchema } from '../deploy/report.ts';

const { location, addresses, findings, error } = reportSchema.shape.endpoints.element.shape;
const { tool, startedAt, durationMs, steps } = reportSchema.shape;
const errors = z.array(error.unwrap());

const verdict = z
  .enum(['unchanged', 'planned', 'open', 'undetermined', 'blocked'])
  .describe(
    '`open`: what the cloud holds decides, and nobody may look here; `undetermined`: it was asked and not all could be read; `blocked`: deploying is forbidden.',
  );

const views = z.record(z.string(), client).nullable();

const item = z.object({
  step: z.enum(['provision', 'deploy', 'map', 'remediate']),
  subject: z.string(),
  decision: z.enum(['do', 'skip', 'open']).describe('`open`: what the cloud holds decides.'),
  reason: z.string(),
});

const names = z.object({
  covered: z.array(z.string()).describe('Names of the new certificate.'),
  gained: z.array(z.string()).describe('Of the new one, and not of what is served now.'),
  lost: z.array(z.string()).describe('That what is replaced is for, and the new one is not.'),
  untouched: z.array(z.string()).describe('Others at the same places with a certificate of their own.'),
});

const target = z.object({
  name: z.string(),
  type: z.enum(INGRESS_TYPES),
  instance: z.string(),
  has: z.string().describe('What it has now, in words.'),
  neighbours: z
    .array(z.object({ domain: z.string(), hasOwn: z.boolean() }))
    .nullable()
    .describe('Other names there; null: the API does not tell.'),
  room: z.object({ what: z.string(), used: z.int(), most: z.int() }).optional(),
  isVacant: z.boolean().describe('Whether it has nothing that a rollback could put back.'),
  whyNotRestorable: z
    .string()
    .optional()
    .describe('Why a rollback could not bring back what it has; absent: it could.'),
});

const rehearsal = z.object({
  refusal: z.string().optional().describe('Why no server could present the bundle.'),
  clients: z.array(
    z.object({ client: z.enum(CLIENT_NAMES), accepts: z.boolean(), error: z.string().optional() }),
  ),
});

const endpoint = z.object({
  domain: z.string(),
  port: z.int(),
  location,
  verdict,
  intendedLeaf: fingerprint.optional().describe('That would be served; absent: not known from here.'),
  certificateId: z.string().optional().describe('Of what CAS holds of it; absent: nothing, or not asked.'),
  items: z
    .array(item)
    .describe('In the order in which they would be done; empty when deploying is forbidden.'),
  clients: z
    .object({
      before: views.describe('What each makes of what is served; null: nobody looked.'),
      after: views.describe('Of the bundle that would be served; null: it is not at hand.'),
    })
    .describe('By name.'),
  names: names.optional().describe('Absent without a bundle at hand.'),
  targets: z.array(target).describe('Those that would be changed, as far as the cloud was asked.'),
  addresses: addresses.describe('What is served now; empty when nobody looked.'),
  chains: z
    .object({ before: z.array(fingerprint), after: z.array(fingerprint) })
    .describe('As sent by the first address that answers, and as it would be; empty: not known.'),
  certificates: z.record(fingerprint, certificate).describe('What is named by its SHA-256 in `chains`.'),
  rehearsal: rehearsal
    .nullable()
    .describe(
      'Handshakes with a server of exactly this bundle and key; null: the key is not here, or not needed.',
    ),
  findings,
  errors: errors.describe('What could not be read, of files and of the cloud.'),
});

/** The JSON of `plan`. A change that breaks readers raises `version`. */
export const planReportSchema = z.object({
  version: z.literal(1),
  tool,
  command: z.literal('plan'),
  startedAt,
  durationMs,
  verdict: verdict.describe('The most serious of all endpoints.'),
  access: z.object({
    cloud: z.enum(['read', 'none', 'no answer']).describe('`none`: nobody may look into it here.'),
    identity: z.string().optional().describe('Who looked.'),
    online: z.boolean().describe('Whether the endpoints were connected to.'),
  }),
  mapping: z.object({ path: z.string(), exists: z.boolean() }),
  endpoints: z.array(endpoint),
  writes: z.array(z.string()).describe('RAM actions that the deploying role needs beside reading.'),
  errors: errors.describe('What concerns all endpoints.'),
  steps,
});

export type PlanReport = z.infer<typeof planReportSchema>;
export type PlannedEndpoint = PlanReport['endpoints'][number];
