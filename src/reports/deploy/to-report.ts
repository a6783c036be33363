import type { Certificate } from '../../certificates/certificate.ts';
import type { DeploymentOutcome, EndpointOutcome, RollbackRecord } from '../../deployment/outcome.ts';
import { worstStatus } from '../../deployment/outcome.ts';
import { planItems } from '../../deployment/plan.ts';
import type { StepRecord } from '../../deployment/steps.ts';
import { judgeClients } from '../../endpoints/client-verdicts.ts';
import type { Finding } from '../../endpoints/finding.ts';
import type { AddressVerdict } from '../../endpoints/judge.ts';
import { shownPath } from '../../endpoints/shown-path.ts';
import type { AppError } from '../../errors/app-error.ts';
import { printable } from '../../errors/printable.ts';
import { defined } from '../defined.ts';
import { redactTexts } from '../redact-texts.ts';
import { lostAt } from '../../monitoring/chain-ledger.ts';
import { deployLedger } from './deploy-ledger.ts';
import type { Report } from './report.ts';
import { onPath, toCertificates, toClients, toPath } from '../to-report-parts.ts';

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
  const { endpoint, needed, mapped } = outcome;
  const { domain, port } = endpoint;
  const served = outcome.after ?? outcome.before;
  return {
    domain,
    port,
    location: endpoint.locations.domain,
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
    addresses: served?.addresses.map(toAddress) ?? [],
    ...(outcome.after && outcome.before ? { before: outcome.before.addresses.map(toAddress) } : {}),
    ...(needed ? { needed: toPath({ certificates: needed.bundle, anchor: needed.anchor }) } : {}),
    ...(served ? { clients: toClients(judgeClients(served, endpoint.clients, domain)) } : {}),
    certificates: toCertificates(certificatesOf(outcome)),
    ...(mapped ? { mapping: { before: mapped.before ?? null, after: mapped.after ?? null } } : {}),
    ...(outcome.status === 'healthy' ? {} : toLedger(outcome)),
    findings: outcome.findings.map(toFinding),
    ...(outcome.error ? { error: toError(outcome.error) } : {}),
    ...(outcome.rollback ? { rollback: toRollback(outcome.rollback) } : {}),
  };
}

/** Where a chain was lost: nothing is to be told where none was. */
function toLedger(outcome: EndpointOutcome): Pick<Report['endpoints'][number], 'ledger' | 'origin'> {
  const ledger = deployLedger(outcome);
  const entries = ledger.entries.map(({ seen, ...entry }) => ({
    ...entry,
    name: printable(entry.name),
    seen: typeof seen === 'string' ? seen : { ...seen, chain: seen.chain && [...seen.chain] },
  }));
  return { ledger: entries, ...defined({ origin: lostAt(ledger) ?? undefined }) };
}

function toRollback({
  leaf,
  certificateId,
  targets,
}: RollbackRecord): Report['endpoints'][number]['rollback'] {
  return { ...defined({ leaf, certificateId }), targets: targets.map((target) => ({ ...target })) };
}

/** Of whatever was served and is needed. */
function certificatesOf({ before, after, needed }: EndpointOutcome): readonly Certificate[] {
  const seen = [before, after].flatMap((verdict) => verdict?.addresses ?? []);
  return [
    ...seen.flatMap(({ tls, clients }) =>
      tls.kind === 'handshake' ? [...tls.receivedChain, ...onPath(shownPath(clients))] : [],
    ),
    ...(needed ? [...needed.bundle, needed.anchor] : []),
  ];
}

export function toAddress({
  address: at,
  accepted,
  servesIntended,
  tls,
  http,
  clients,
}: AddressVerdict): Report['endpoints'][number]['addresses'][number] {
  const seen = { address: at, accepted: accepted ?? null, servesIntended: servesIntended ?? null };
  if (tls.kind === 'failure') return seen;
  const [leaf] = tls.receivedChain;
  const path = shownPath(clients);
  return {
    ...seen,
    ...defined({ leaf: leaf?.fingerprint, notAfter: leaf?.notAfter.toISOString() }),
    receivedChain: tls.receivedChain.map(({ subject }) => printable(subject)),
    chain: tls.receivedChain.map(({ fingerprint }) => fingerprint),
    ...(path ? { path: toPath(path) } : {}),
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

export function toStep({ endpoint: name, looks, ...record }: StepRecord): Report['steps'][number] {
  return {
    ...record,
    asked: [...record.asked],
    observed: [...record.observed],
    ...(looks.length > 0 ? { looks: looks.map((look) => ({ ...look })) } : {}),
    ...defined({ endpoint: name }),
  };
}
