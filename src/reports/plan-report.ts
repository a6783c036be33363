import { z } from 'zod';
import type { Certificate } from '../certificates/certificate.ts';
import { CLIENT_NAMES, INGRESS_TYPES } from '../config/config.ts';
import type { NameOutlook } from '../deployment/preview/name-outlook.ts';
import type { EndpointPreview } from '../deployment/preview/preview-endpoint.ts';
import type { PreviewOutcome } from '../deployment/preview/preview.ts';
import type { TargetOutlook } from '../deployment/preview/target-outlook.ts';
import type { ClientVerdict } from '../endpoints/client-verdicts.ts';
import type { Rehearsal } from '../endpoints/rehearse.ts';
import { printable } from '../errors/printable.ts';
import { defined } from './defined.ts';
import { verdictOfAll, verdictOfPreview } from './plan-verdict.ts';
import { redactTexts } from './redact-texts.ts';
import { reportSchema } from './report.ts';
import { toAddress, toError, toFinding, toStep } from './to-report.ts';

const { location, addresses, findings, error } = reportSchema.shape.endpoints.element.shape;
const { tool, startedAt, durationMs, steps } = reportSchema.shape;
const errors = z.array(error.unwrap());

const verdict = z
  .enum(['unchanged', 'planned', 'open', 'undetermined', 'blocked'])
  .describe(
    '`open`: what the cloud holds decides, and nobody may look here; `undetermined`: it was asked and not all could be read; `blocked`: deploying is forbidden.',
  );

const view = z.object({
  accepts: z.boolean().nullable(),
  byLuck: z.boolean().describe('It comes by what is not sent in another way.'),
  error: z.string().optional().describe('What its users see, or would see without that luck.'),
});

const client = z.object({
  client: z.enum(CLIENT_NAMES),
  before: view.nullable().describe('Of what is served; null: nobody looked.'),
  after: view.nullable().describe('Of the bundle that would be served; null: it is not at hand.'),
});

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

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

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
  clients: z.array(client),
  names: names.optional().describe('Absent without a bundle at hand.'),
  targets: z.array(target).describe('Those that would be changed, as far as the cloud was asked.'),
  addresses: addresses.describe('What is served now; empty when nobody looked.'),
  chains: z
    .object({ before: z.array(fingerprint), after: z.array(fingerprint) })
    .describe('As sent by the first address that answers, and as it would be; empty: not known.'),
  certificates: z
    .record(
      fingerprint,
      z.object({
        subject: z.string(),
        issuer: z.string(),
        notBefore: z.iso.datetime(),
        notAfter: z.iso.datetime(),
      }),
    )
    .describe('What is named by its SHA-256 in `chains`.'),
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

/** The report of a preview, secrets blanked. */
export function toPlanReport(outcome: PreviewOutcome, toolVersion: string): PlanReport {
  const report: PlanReport = {
    version: 1,
    tool: { name: 'airec-https', version: toolVersion },
    command: 'plan',
    startedAt: outcome.startedAt.toISOString(),
    durationMs: outcome.durationMs,
    verdict: verdictOfAll(outcome),
    access: {
      cloud: outcome.cloud,
      online: outcome.isOnline,
      ...defined({ identity: outcome.identity }),
    },
    mapping: outcome.mapping,
    endpoints: outcome.endpoints.map(toEndpoint),
    writes: [...outcome.writes],
    errors: outcome.errors.flatMap((each) => toError(each) ?? []),
    steps: outcome.steps.map(toStep),
  };
  return redactTexts(report);
}

function toEndpoint(preview: EndpointPreview): PlannedEndpoint {
  const { domain, port, locations } = preview.endpoint;
  const before = servedChain(preview);
  const after = preview.bundle ?? [];
  return {
    domain,
    port,
    location: locations.domain,
    verdict: verdictOfPreview(preview),
    ...defined({ intendedLeaf: preview.intendedLeaf, certificateId: preview.stored?.id }),
    items: preview.items.map(({ step, subject, decision, reason }) => ({ step, subject, decision, reason })),
    clients: preview.clients.map(({ client: name, ...views }) => ({
      client: name,
      before: toView(views.before),
      after: toView(views.after),
    })),
    ...(preview.names ? { names: toNames(preview.names) } : {}),
    targets: preview.targets.map(toTarget),
    addresses: preview.served?.addresses.map(toAddress) ?? [],
    chains: { before: printsOf(before), after: printsOf(after) },
    certificates: Object.fromEntries(
      [...before, ...after].map((each) => [each.fingerprint, toCertificate(each)]),
    ),
    rehearsal: toRehearsal(preview.rehearsal),
    findings: preview.findings.map(toFinding),
    errors: preview.errors.flatMap((each) => toError(each) ?? []),
  };
}

/** What the first address that answers sends. */
function servedChain({ served }: EndpointPreview): readonly Certificate[] {
  const seen = served?.addresses.find(({ tls }) => tls.kind === 'handshake')?.tls;
  return seen?.kind === 'handshake' ? seen.receivedChain : [];
}

function printsOf(chain: readonly Certificate[]): string[] {
  return chain.map(({ fingerprint: print }) => print);
}

function toCertificate({
  subject,
  issuer,
  notBefore,
  notAfter,
}: Certificate): PlannedEndpoint['certificates'][string] {
  return {
    subject: printable(subject),
    issuer: printable(issuer),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
  };
}

function toView(told: ClientVerdict | undefined): PlannedEndpoint['clients'][number]['before'] {
  if (!told) return null;
  const { accepts, byLuck, error: words } = told;
  return { accepts: accepts ?? null, byLuck, ...defined({ error: words }) };
}

function toNames(told: NameOutlook): NonNullable<PlannedEndpoint['names']> {
  const { covered, gained, lost, untouched } = told;
  return { covered: [...covered], gained: [...gained], lost: [...lost], untouched: [...untouched] };
}

function toTarget(told: TargetOutlook): PlannedEndpoint['targets'][number] {
  const { name, config, has, neighbours, room, isVacant, whyNotRestorable } = told;
  return {
    name,
    type: config.type,
    instance: config.instance,
    has: printable(has),
    neighbours: neighbours ? neighbours.map((each) => ({ ...each })) : null,
    isVacant,
    ...defined({ room, whyNotRestorable: isVacant ? undefined : whyNotRestorable }),
  };
}

function toRehearsal(told: Rehearsal | undefined): PlannedEndpoint['rehearsal'] {
  if (!told) return null;
  return {
    ...defined({ refusal: told.refusal }),
    clients: told.clients.map(({ client: name, accepts, error: words }) => ({
      client: name,
      accepts,
      ...defined({ error: words }),
    })),
  };
}
