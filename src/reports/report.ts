import { z } from 'zod';
import { INGRESS_TYPES } from '../config/config.ts';
import type { DeploymentOutcome, EndpointOutcome, RollbackRecord } from '../deployment/outcome.ts';
import { worstStatus } from '../deployment/outcome.ts';
import { planItems } from '../deployment/plan.ts';
import type { StepRecord } from '../deployment/steps.ts';
import { type Finding, FINDING_IDS } from '../endpoints/finding.ts';
import type { AddressVerdict } from '../endpoints/judge.ts';
import type { AppError } from '../errors/app-error.ts';
import { printable } from '../errors/printable.ts';
import { defined } from './defined.ts';
import { redactTexts } from './redact-texts.ts';

const status = z.enum(['healthy', 'degraded', 'broken', 'unknown']);
const milliseconds = z.int().nonnegative().describe('Milliseconds.');
const fingerprint = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the DER, lower-case hexadecimal.');

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
  findings: z.array(finding),
  error: error.optional().describe('What stopped the work on this endpoint.'),
});

const step = z.object({
  name: z.string(),
  title: z.string(),
  endpoint: z.string().optional().describe('`domain:port`; absent for a step that serves all endpoints.'),
  asked: z.array(z.string()),
  observed: z.array(z.string()),
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

/** The report of a deployment, secrets blanked. */
export function toReport(outcome: DeploymentOutcome, toolVersion: string): Report {
  const report: Report = {
    version: 1,
    tool: { name: 'airec-https', version: toolVersion },
    command: 'deploy',
    dryRun: outcome.dryRun,
    startedAt: outcome.startedAt.toISOString(),
    durationMs: outcome.durationMs,
    status: worstStatus(outcome.endpoints.map((each) => each.status)),
    changed: hasChanged(outcome),
    mapping: outcome.mapping,
    endpoints: outcome.endpoints.map(toEndpoint),
    steps: outcome.steps.map(toStep),
  };
  return redactTexts(report);
}

/** Whether anything was written. */
function hasChanged({ endpoints, mapping }: DeploymentOutcome): boolean {
  return mapping.changed || endpoints.some(({ changed }) => changed);
}

function toEndpoint(outcome: EndpointOutcome): Report['endpoints'][number] {
  const { domain, port } = outcome.endpoint;
  return {
    domain,
    port,
    location: outcome.endpoint.locations.domain,
    status: outcome.status,
    ...defined({ certificateId: outcome.certificateId, intendedLeaf: outcome.intendedLeaf }),
    changed: outcome.changed,
    rolledBack: outcome.rolledBack,
    plan: outcome.plan
      ? planItems(outcome.plan).map(({ step: name, subject, decision, reason }) => ({
          step: name,
          subject,
          decision,
          reason,
        }))
      : [],
    addresses: (outcome.after ?? outcome.before)?.addresses.map(toAddress) ?? [],
    findings: outcome.findings.map(toFinding),
    ...(outcome.error ? { error: toError(outcome.error) } : {}),
    ...(outcome.rollback ? { rollback: toRollback(outcome.rollback) } : {}),
  };
}

function toRollback({
  leaf,
  certificateId,
  targets,
}: RollbackRecord): Report['endpoints'][number]['rollback'] {
  return { ...defined({ leaf, certificateId }), targets: targets.map((target) => ({ ...target })) };
}

export function toAddress({
  address: at,
  accepted,
  servesIntended,
  tls,
  http,
}: AddressVerdict): Report['endpoints'][number]['addresses'][number] {
  const seen = { address: at, accepted: accepted ?? null, servesIntended: servesIntended ?? null };
  if (tls.kind === 'failure') return seen;
  const [leaf] = tls.receivedChain;
  return {
    ...seen,
    ...defined({ leaf: leaf?.fingerprint, notAfter: leaf?.notAfter.toISOString() }),
    receivedChain: tls.receivedChain.map(({ subject }) => printable(subject)),
    protocol: tls.protocol,
    ...(http?.kind === 'response' ? { httpStatus: http.status } : {}),
  };
}

export function toFinding(each: Finding): Report['endpoints'][number]['findings'][number] {
  return { ...each, clientWords: each.clientWords ? [...each.clientWords] : undefined };
}

export function toError({
  code,
  category,
  message,
  help,
  requestId,
  location: where,
}: AppError): Report['endpoints'][number]['error'] {
  return { code, category, problem: message, help, ...defined({ requestId, location: where }) };
}

export function toStep({ endpoint: name, ...record }: StepRecord): Report['steps'][number] {
  return {
    ...record,
    asked: [...record.asked],
    observed: [...record.observed],
    ...defined({ endpoint: name }),
  };
}
