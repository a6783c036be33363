import { formatDuration } from './format.ts';
import type { Paint } from './paint.ts';
import type { Report } from './report.ts';
import { formatTable } from './table.ts';
import { STATUS_SIGNS, verdictLine } from './verdict.ts';

type Endpoint = Report['endpoints'][number];

const STATUS_COLOURS = { healthy: 'green', degraded: 'yellow', broken: 'red', unknown: 'yellow' } as const;

/** The closing page of a run for a terminal: problems, the plan or the endpoints as a table, the verdict. */
export function renderTerminal(report: Report, paint: Paint): string {
  const problems = report.endpoints.flatMap((endpoint) => renderProblems(endpoint, paint));
  const table = report.dryRun ? renderPlan(report) : renderEndpoints(report, paint);
  const verdict = paint(
    STATUS_COLOURS[report.status],
    `${STATUS_SIGNS[report.status]} ${verdictLine(report)}`,
  );
  const changed = report.changed ? 'changes were made' : 'nothing was changed';
  const closing = `${verdict}\n${paint('dim', `${changed} · ${formatDuration(report.durationMs)}`)}`;
  return [...problems, ...(problems.length > 0 ? [''] : []), ...table, '', closing].join('\n');
}

function renderProblems(endpoint: Endpoint, paint: Paint): readonly string[] {
  const name = `${endpoint.domain}:${endpoint.port}`;
  const lines: string[] = [];
  for (const { severity, id, problem, help, address, clientWords = [] } of endpoint.findings) {
    if (severity === 'info') continue;
    const mark = severity === 'error' ? paint('red', '✗') : paint('yellow', '!');
    lines.push(`${mark} ${name}${address ? ` at ${address}` : ''}: ${problem} [${id}]`);
    for (const words of clientWords) lines.push(`    ${paint('dim', words)}`);
    lines.push(`  → ${help}`);
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
    `${STATUS_SIGNS[endpoint.status]} ${endpoint.status}`,
    endpoint.certificateId ?? '–',
    endpoint.intendedLeaf?.slice(0, 12) ?? '–',
    `${endpoint.addresses.filter(isAsIntended).length}/${endpoint.addresses.length}`,
    endpoint.rolledBack ? 'rolled back' : endpoint.changed ? 'yes' : 'no',
  ]);
  const heading = ['Endpoint', 'Status', 'Certificate', 'Leaf', 'Addresses', 'Changed'];
  return formatTable([heading, ...rows], (text, { row, column }) => {
    const status = endpoints[row - 1]?.status;
    return column === 1 && status ? paint(STATUS_COLOURS[status], text) : text;
  });
}

/** The steps of a run as a table. */
export function renderSteps({ steps }: Report): readonly string[] {
  const rows = steps.map(({ name, title, outcome, durationMs }) => [
    name,
    title,
    outcome,
    formatDuration(durationMs),
  ]);
  return formatTable([['Step', 'What', 'Outcome', 'Took'], ...rows]);
}

function isAsIntended({ accepted, servesIntended }: Endpoint['addresses'][number]): boolean {
  return accepted === true && servesIntended === true;
}

function renderPlan({ endpoints }: Report): readonly string[] {
  const rows = endpoints.flatMap(({ domain, port, plan }) =>
    plan.map(({ step, subject, decision, reason }) => [
      `${domain}:${port}`,
      decision === 'do' ? `+ ${step}` : `  ${step}`,
      subject,
      decision,
      reason,
    ]),
  );
  return formatTable([['Endpoint', 'Step', 'Subject', 'Decision', 'Reason'], ...rows]);
}
