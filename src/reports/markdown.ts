import { countOf, formatDuration } from './format.ts';
import { codeSpan, escapeMarkdown } from './markdown-escape.ts';
import type { Report } from './report.ts';
import { verdictLine } from './verdict.ts';

type Endpoint = Report['endpoints'][number];
type Finding = Endpoint['findings'][number];

/** GitHub takes 1 MiB a step; the rest is for what others may add. */
const MOST_BYTES = 900 * 1024;

const STATUS_ICONS = { healthy: '✅', degraded: '⚠️', broken: '❌', unknown: '❔' } as const;

/** The job summary: one verdict line, a table of the endpoints, a fold for each that is not well, the steps. */
export function renderMarkdown(report: Report): string {
  const title = report.dryRun ? 'airec-https: plan' : 'airec-https: deployment';
  const head = [`## ${title}`, `${STATUS_ICONS[report.status]} ${escapeMarkdown(verdictLine(report))}`];
  const table = report.dryRun ? renderPlan(report) : renderTable(report);
  const sections = [...report.endpoints.flatMap(renderFold), renderSteps(report)];
  return limit([...head, table], sections);
}

function renderTable({ endpoints }: Report): string {
  const rows = endpoints.map((endpoint) => [
    codeSpan(`${endpoint.domain}:${endpoint.port}`),
    `${STATUS_ICONS[endpoint.status]} ${endpoint.status}`,
    endpoint.certificateId ? codeSpan(endpoint.certificateId) : '–',
    endpoint.intendedLeaf ? codeSpan(endpoint.intendedLeaf.slice(0, 12)) : '–',
    validUntil(endpoint),
    `${endpoint.addresses.filter((each) => each.accepted && each.servesIntended).length} of ${endpoint.addresses.length}`,
    endpoint.rolledBack ? 'rolled back' : endpoint.changed ? 'yes' : 'no',
  ]);
  const heading = ['Endpoint', 'Status', 'Certificate', 'Leaf', 'Valid until', 'Addresses', 'Changed'];
  return formatRows(heading, rows);
}

/** The day on which the first leaf that is served ends, `2026-12-01`. */
function validUntil({ addresses }: Endpoint): string {
  const ends = addresses.flatMap(({ notAfter }) => (notAfter ? [notAfter] : [])).toSorted();
  return ends[0]?.slice(0, 10) ?? '–';
}

function renderPlan({ endpoints }: Report): string {
  const rows = endpoints.flatMap(({ domain, port, plan }) =>
    plan.map(({ step, subject, decision, reason }) => [
      codeSpan(`${domain}:${port}`),
      step,
      escapeMarkdown(subject),
      decision === 'do' ? '**do**' : 'skip',
      escapeMarkdown(reason),
    ]),
  );
  return formatRows(['Endpoint', 'Step', 'Subject', 'Decision', 'Reason'], rows);
}

function formatRows(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

function renderFold(endpoint: Endpoint): readonly string[] {
  const { domain, port, findings, error } = endpoint;
  const problems = findings.filter(({ severity }) => severity !== 'info');
  if (problems.length === 0 && !error) return [];
  const summary = `<summary>${domain}:${port}: ${countOf(problems.length + (error ? 1 : 0), 'problem')}</summary>`;
  const lines = problems.map(renderFinding);
  if (error) {
    const request = error.requestId ? ` (RequestId ${codeSpan(error.requestId)})` : '';
    lines.unshift(
      `- **${error.code}**: ${escapeMarkdown(error.problem)}${request}\n  → ${escapeMarkdown(error.help)}`,
    );
  }
  return [`<details open>${summary}\n\n${lines.join('\n')}\n\n</details>`];
}

function renderFinding({ id, severity, problem, help, address, clientWords = [] }: Finding): string {
  const where = address ? ` at ${codeSpan(address)}` : '';
  const words = clientWords.map((each) => `\n  - ${codeSpan(each)}`).join('');
  const icon = severity === 'error' ? '❌' : '⚠️';
  return `- ${icon} **${id}**${where}: ${escapeMarkdown(problem)}\n  → ${escapeMarkdown(help)}${words}`;
}

function renderSteps({ steps, durationMs }: Report): string {
  const rows = steps.map(({ title, endpoint, outcome, durationMs: took }) => [
    escapeMarkdown(title),
    endpoint ? codeSpan(endpoint) : '–',
    outcome,
    formatDuration(took),
  ]);
  const summary = `<summary>${countOf(steps.length, 'step')} in ${formatDuration(durationMs)}</summary>`;
  return `<details>${summary}\n\n${formatRows(['Step', 'Endpoint', 'Outcome', 'Took'], rows)}\n\n</details>`;
}

/** As many sections as fit; what does not is said. */
function limit(head: readonly string[], sections: readonly string[]): string {
  const kept = [...head];
  let bytes = Buffer.byteLength(head.join('\n\n'));
  for (const [index, section] of sections.entries()) {
    bytes += Buffer.byteLength(section) + 2;
    if (bytes > MOST_BYTES) {
      kept.push(`${countOf(sections.length - index, 'more section')} in the report.`);
      break;
    }
    kept.push(section);
  }
  return `${kept.join('\n\n')}\n`;
}
