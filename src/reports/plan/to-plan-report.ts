import type { Certificate } from '../../certificates/certificate.ts';
import type { ClientOutlook } from '../../deployment/preview/client-outlook.ts';
import type { NameOutlook } from '../../deployment/preview/name-outlook.ts';
import type { EndpointPreview } from '../../deployment/preview/preview-endpoint.ts';
import type { PreviewOutcome } from '../../deployment/preview/preview.ts';
import type { TargetOutlook } from '../../deployment/preview/target-outlook.ts';
import type { Rehearsal } from '../../endpoints/rehearse.ts';
import { printable } from '../../errors/printable.ts';
import { defined } from '../defined.ts';
import type { PlannedEndpoint, PlanReport } from './plan-report.ts';
import { verdictOfAll, verdictOfPreview } from './plan-verdict.ts';
import { redactTexts } from '../redact-texts.ts';
import { toCertificates, toClients } from '../to-report-parts.ts';
import { toAddress, toError, toFinding, toStep } from '../deploy/to-report.ts';

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
    clients: { before: toViews(preview.clients, 'before'), after: toViews(preview.clients, 'after') },
    ...(preview.names ? { names: toNames(preview.names) } : {}),
    targets: preview.targets.map(toTarget),
    addresses: preview.served?.addresses.map(toAddress) ?? [],
    chains: { before: printsOf(before), after: printsOf(after) },
    certificates: toCertificates([...before, ...after]),
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

function toViews(
  clients: readonly ClientOutlook[],
  when: 'before' | 'after',
): PlannedEndpoint['clients']['before'] {
  const told = clients.flatMap((client) => client[when] ?? []);
  return told.length === 0 ? null : toClients(told);
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
