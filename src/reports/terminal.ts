import { formatDuration } from './format.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import type { Colour, Paint } from './paint.ts';
import { placeOf, problemsOf } from './problems.ts';
import type { Report } from './report.ts';
import { formatTable } from './table.ts';
import { isBlocked, type Verdict, VERDICT_SIGNS, verdictLine, verdictOf } from './verdict.ts';

type Endpoint = Report['endpoints'][number];

const COLOURS = {
  healthy: 'green',
  degraded: 'yellow',
  broken: 'red',
  unknown: 'yellow',
  planned: 'cyan',
} as const satisfies Record<Verdict, Colour>;

/** The closing page of a run for a terminal: problems, the plan or the endpoints as a table, the verdict. */
export function renderTerminal(report: Report, paint: Paint): string {
  const problems = report.endpoints.flatMap((endpoint) => renderProblems(endpoint, paint));
  const table = report.dryRun ? renderPlan(report) : renderEndpoints(report, paint);
  const verdict = verdictOf(report);
  const line = paint(COLOURS[verdict], `${VERDICT_SIGNS[verdict]} ${verdictLine(report)}`);
  const changed = report.changed ? 'changes were made' : 'nothing was changed';
  const closing = `${line}\n${paint('dim', `${changed} · ${formatDuration(report.durationMs)}`)}`;
  return [...problems, ...(problems.length > 0 ? [''] : []), ...table, '', closing].join('\n');
}

function renderProblems(endpoint: Endpoint, paint: Paint): readonly string[] {
  const name = `${endpoint.domain}:${endpoint.port}`;
  const lines: string[] = [];
  for (const each of problemsOf(endpoint)) {
    const mark = each.severity === 'error' ? paint('red', '✗') : paint('yellow', '!');
    lines.push(`${mark} ${name}${placeOf(each)}: ${each.problem} [${each.id}]`);
    for (const words of each.clientWords ?? []) lines.push(`    ${paint('dim', words)}`);
    lines.push(`  → ${each.help}`);
  }
  const { error } = endpoint;
  if (error) {
    lines.push(`${paint('red', '✗')} ${name}: ${error.problem} [${error.code}]`, `  → ${error.help}`);
    if (error.requestId) lines.push(`  RequestId ${error.requestId}`);
  }
  return lines;
}

function renderEndpoints({ endpoints }: Report, paint: Paint): readonly string[] {
  const rows = endpoints.map((endpoint) => [
    `${endpoint.domain}:${endpoint.port}`,
    `${VERDICT_SIGNS[endpoint.status]} ${endpoint.status}`,
    endpoint.certificateId ?? '–',
    endpoint.intendedLeaf?.slice(0, 12) ?? '–',
    `${endpoint.addresses.filter(isAsIntended).length}/${endpoint.addresses.length}`,
    endpoint.rolledBack ? 'rolled back' : endpoint.changed ? 'yes' : 'no',
  ]);
  const heading = ['Endpoint', 'Status', 'Certificate', 'Leaf', 'Addresses', 'Changed'];
  return formatTable([heading, ...rows], (text, { row, column }) => {
    const status = endpoints[row - 1]?.status;
    return column === 1 && status ? paint(COLOURS[status], text) : text;
  });
}

/** The steps of a run as a table. */
export function renderSteps({ steps }: Report): readonly string[] {
  const rows = steps.map(({ name, title, outcome, durationMs }) => [
    name,
    title,
    OUTCOME_WORDS[outcome],
    formatDuration(durationMs),
  ]);
  return formatTable([['Step', 'What', 'Outcome', 'Took'], ...rows]);
}

function isAsIntended({ accepted, servesIntended }: Endpoint['addresses'][number]): boolean {
  return accepted === true && servesIntended === true;
}

function renderPlan({ endpoints }: Report): readonly string[] {
  const rows = endpoints.flatMap((endpoint) => {
    const name = `${endpoint.domain}:${endpoint.port}`;
    if (isBlocked(endpoint)) return [[name, '  –', '–', 'blocked', 'see above']];
    return endpoint.plan.map(({ step, subject, decision, reason }) => [
      name,
      decision === 'do' ? `+ ${step}` : `  ${step}`,
      subject,
      decision,
      reason,
    ]);
  });
  return formatTable([['Endpoint', 'Step', 'Subject', 'Decision', 'Reason'], ...rows]);
}
