import type { SourceLocation } from '../errors/app-error.ts';
import { type Deadline, isRemovalNear } from '../monitoring/readiness.ts';
import { type Annotation, foldAnnotations } from './annotations.ts';
import { daysLeftWords, deadlineWords } from './deadline-words.ts';
import { countOf } from './format.ts';
import { renderLedger } from './ledger-table.ts';
import { codeSpan, escapeMarkdown } from './markdown-escape.ts';
import type { MonitorReport } from './monitor-report.ts';

type Endpoint = MonitorReport['endpoints'][number];

/** GitHub takes 1 MiB a step. */
const MAX_ROWS = 200;
const MAX_LEDGERS = 20;

/** One line on the whole run: `1 of 6 endpoints broken: rec.example.com:443`. */
function monitorVerdict({ endpoints, status }: MonitorReport): string {
  const all = countOf(endpoints.length, 'endpoint', 'endpoints');
  if (status === 'healthy') return `${all} healthy`;
  const worst = endpoints.filter(({ verdict }) => verdict !== 'healthy' && verdict !== 'degraded');
  const shown = worst.length > 0 ? worst : endpoints.filter(({ verdict }) => verdict === 'degraded');
  const names = shown.slice(0, 5).map(({ name, verdict }) => `${name} is ${verdict}`);
  const more = shown.length > names.length ? `, and ${shown.length - names.length} more` : '';
  return `${shown.length} of ${all}: ${names.join(', ')}${more}`;
}

/** Lines for a terminal or a log: what is not well, what mends it, and what was done. */
export function renderMonitor(report: MonitorReport): readonly string[] {
  return [
    ...report.endpoints.filter(isUnwell).flatMap(endpointLines),
    ...report.pullRequests.map(fixLine),
    ...report.problems.flatMap(({ code, problem, help }) => [`${code}: ${problem}`, `  ${help}`]),
    monitorVerdict(report),
  ];
}

/** The job summary, in Markdown; undefined when there is nothing to see, and nothing near. */
export function renderMonitorSummary(report: MonitorReport): string | undefined {
  const readiness = new Map(report.readiness.map((each) => [each.name, each.deadlines]));
  const unwell = report.endpoints.filter(isUnwell);
  const coming = report.endpoints.filter(
    (endpoint) => !isUnwell(endpoint) && readiness.get(endpoint.name)?.some(isRemovalNear),
  );
  const shown = [...unwell, ...coming];
  if (shown.length === 0 && report.problems.length === 0) return undefined;
  const rows = shown
    .slice(0, MAX_ROWS)
    .map((endpoint) => summaryRow(endpoint, readiness.get(endpoint.name) ?? []));
  const more = shown.length > rows.length ? [`${shown.length - rows.length} more rows in the report.`] : [];
  const head = [
    '| endpoint | verdict | fails for | why | next deadline |',
    '| --- | --- | --- | --- | --- |',
  ];
  const table = [...head, ...rows].join('\n');
  return `${[
    `## ${escapeMarkdown(monitorVerdict(report))}`,
    `Seen from ${codeSpan(report.vantage)}.`,
    ...(rows.length > 0 ? [table] : []),
    ...more,
    ...unwell.slice(0, MAX_LEDGERS).flatMap(ledgerDetails),
    ...report.pullRequests.flatMap((fix) => (fix.url ? [`- ${escapeMarkdown(fixLine(fix))}`] : [])),
    ...report.problems.map(
      ({ code, problem, help }) => `- **${code}**: ${escapeMarkdown(problem)} ${escapeMarkdown(help)}`,
    ),
  ].join('\n\n')}\n`;
}

/** What to mark: the worst of each endpoint where the configuration names it, then what went wrong in the run. */
export function annotateMonitor(
  report: MonitorReport,
  locations: ReadonlyMap<string, SourceLocation>,
): readonly Annotation[] {
  const ofEndpoints = report.endpoints.filter(isUnwell).flatMap((endpoint): readonly Annotation[] => {
    const [worst] = endpoint.findings;
    if (!worst || worst.severity === 'info') return [];
    const message = `${endpoint.name}: ${worst.message}\n${worst.help}`;
    return [{ level: worst.severity, title: worst.id, message, location: locations.get(endpoint.name) }];
  });
  const ofRun = report.problems.map(({ code, problem, help }): Annotation => ({
    level: 'error',
    title: code,
    message: `${problem}\n${help}`,
    location: undefined,
  }));
  return foldAnnotations([...ofEndpoints, ...ofRun]);
}

function isUnwell({ verdict }: Endpoint): boolean {
  return verdict !== 'healthy';
}

function endpointLines({ name, verdict, clients, findings, origin }: Endpoint): readonly string[] {
  const refused = clients.flatMap(({ client, accepts }) => (accepts === false ? [client] : []));
  return [
    `${name} is ${verdict}${refused.length > 0 ? `, fails for ${refused.join(', ')}` : ''}`,
    ...(origin === null ? [] : [`  Lost on the way: ${origin}`]),
    ...findings.flatMap(({ severity, id, message, help }) =>
      severity === 'info' ? [] : [`  ${severity} ${id}: ${message}`, `    ${help}`],
    ),
  ];
}

function summaryRow(
  { name, verdict, clients, findings, origin }: Endpoint,
  deadlines: readonly Deadline[],
): string {
  const refused = clients.flatMap(({ client, accepts }) => (accepts === false ? [client] : []));
  const why = [findings[0]?.message, origin ?? undefined].filter((part) => part !== undefined).join('; ');
  return `| ${codeSpan(name)} | ${verdict} | ${refused.join(', ')} | ${escapeMarkdown(why)} | ${nextDeadline(deadlines)} |`;
}

/** The earliest, and removals of the root that are near. */
function nextDeadline(deadlines: readonly Deadline[]): string {
  return deadlines
    .filter((each, index) => index === 0 || isRemovalNear(each))
    .map((each) => `${deadlineWords(each)} ${each.at.slice(0, 10)} (${daysLeftWords(each)})`)
    .join('; ');
}

function ledgerDetails({ name, ledger }: Endpoint): readonly string[] {
  const table = renderLedger(ledger);
  return table === undefined ? [] : [`${codeSpan(name)}, from the repository to its addresses:`, table];
}

function fixLine({ path, operation, why, number, url }: MonitorReport['pullRequests'][number]): string {
  const which = number === undefined ? 'No pull request' : `Pull request #${number}`;
  return `${which} for ${path}: ${operation} (${why})${url ? ` ${url}` : ''}`;
}
