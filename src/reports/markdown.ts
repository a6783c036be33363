import { countOf, formatDuration } from './format.ts';
import { codeSpan, escapeHtml, escapeMarkdown } from './markdown-escape.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { placeOf, type Problem, problemsOf } from './problems.ts';
import type { Report } from './report.ts';
import { isBlocked, reasonOf, type Verdict, verdictLine, verdictOf } from './verdict.ts';

type Endpoint = Report['endpoints'][number];

/** GitHub takes 1 MiB a step; the rest is for what others may add. */
const MOST_BYTES = 900 * 1024;

const ICONS = {
  healthy: '✅',
  degraded: '⚠️',
  broken: '❌',
  unknown: '❔',
  planned: '📝',
} as const satisfies Record<Verdict, string>;

/** The job summary: one verdict line, a table of the endpoints, a fold for each problem, the steps. */
export function renderMarkdown(report: Report): string {
  const title = report.dryRun ? 'airec-https: plan' : 'airec-https: deployment';
  const head = [`## ${title}`, `${ICONS[verdictOf(report)]} ${escapeMarkdown(verdictLine(report))}`];
  const table = report.dryRun ? renderPlan(report) : renderTable(report);
  const sections = [
    ...report.endpoints.flatMap((endpoint) => renderProblems(endpoint, report.dryRun)),
    renderSteps(report),
  ];
  return limit([...head, table], sections);
}

function renderTable({ endpoints }: Report): string {
  const rows = endpoints.map((endpoint) => [
    codeSpan(`${endpoint.domain}:${endpoint.port}`),
    `${ICONS[endpoint.status]} ${endpoint.status}`,
    endpoint.certificateId ? codeSpan(endpoint.certificateId) : '–',
    endpoint.intendedLeaf ? codeSpan(endpoint.intendedLeaf.slice(0, 12)) : '–',
    validUntil(endpoint),
    asIntended(endpoint),
    endpoint.rolledBack ? 'rolled back' : endpoint.changed ? 'yes' : 'no',
  ]);
  const heading = ['Endpoint', 'Status', 'Certificate', 'Leaf', 'Valid until', 'Addresses', 'Changed'];
  return formatRows(heading, rows);
}

/** How many addresses serve what was meant, `1 of 2`. */
function asIntended({ addresses }: Endpoint): string {
  if (addresses.length === 0) return '–';
  return `${addresses.filter((each) => each.accepted && each.servesIntended).length} of ${addresses.length}`;
}

/** The day on which the first leaf that is served ends, `2026-12-01`. */
function validUntil({ addresses }: Endpoint): string {
  const ends = addresses.flatMap(({ notAfter }) => (notAfter ? [notAfter] : [])).toSorted();
  return ends[0]?.slice(0, 10) ?? '–';
}

function renderPlan({ endpoints }: Report): string {
  const rows = endpoints.flatMap((endpoint) => {
    const name = codeSpan(`${endpoint.domain}:${endpoint.port}`);
    if (isBlocked(endpoint)) return [[name, '–', '–', '**blocked**', escapeMarkdown(reasonOf(endpoint))]];
    return endpoint.plan.map(({ step, subject, decision, reason }) => [
      name,
      step,
      escapeMarkdown(subject),
      decision === 'do' ? '**do**' : 'skip',
      escapeMarkdown(reason),
    ]);
  });
  return formatRows(['Endpoint', 'Step', 'Subject', 'Decision', 'Reason'], rows);
}

function formatRows(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

function renderProblems(endpoint: Endpoint, dryRun: boolean): readonly string[] {
  const { error } = endpoint;
  const name = `${endpoint.domain}:${endpoint.port}`;
  const now = dryRun && !isBlocked(endpoint) ? ', at present' : '';
  const problems = problemsOf(endpoint).map((problem) => renderProblem(problem, `${name}${now}`));
  return error ? [renderError(error, name), ...problems] : problems;
}

function renderError(
  { code, problem, help, requestId }: NonNullable<Endpoint['error']>,
  name: string,
): string {
  const request = requestId ? [`RequestId ${codeSpan(requestId)}`] : [];
  return renderFold(`❌ ${name}: ${problem}`, [
    `**What to do:** ${escapeMarkdown(help)}`,
    codeSpan(code),
    ...request,
  ]);
}

function renderProblem(each: Problem, name: string): string {
  const icon = each.severity === 'error' ? '❌' : '⚠️';
  const words = (each.clientWords ?? []).map((client) => `- ${codeSpan(client)}`).join('\n');
  return renderFold(`${icon} ${name}: ${each.problem}`, [
    `**What to do:** ${escapeMarkdown(each.help)}`,
    `${codeSpan(each.id)}${placeOf(each, codeSpan)}`,
    ...(words ? [`What users see:\n\n${words}`] : []),
  ]);
}

/** A summary is HTML, which Markdown leaves alone; the paragraphs below it are Markdown. */
function renderFold(summary: string, paragraphs: readonly string[]): string {
  return `<details open><summary>${escapeHtml(summary)}</summary>\n\n${paragraphs.join('\n\n')}\n\n</details>`;
}

function renderSteps({ steps, durationMs }: Report): string {
  const rows = steps.map(({ title, endpoint, outcome, durationMs: took }) => [
    escapeMarkdown(title),
    endpoint ? codeSpan(endpoint) : '–',
    OUTCOME_WORDS[outcome],
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
