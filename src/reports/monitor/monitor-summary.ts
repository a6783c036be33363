import type { HopName, LedgerEntry } from '../../monitoring/chain-ledger.ts';
import { type Deadline, isRemovalNear } from '../../monitoring/readiness.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { daysLeftWords, deadlineWords } from './deadline-words.ts';
import { countOf, formatDuration } from '../format.ts';
import { chainCell, clientsOf, fixText, monitorFold } from './monitor-fold.ts';
import type { MonitorReport } from './monitor-report.ts';
import { clientsCell, leafCell, STATUS_SIGNS } from '../summary-cells.ts';
import {
  type Cell,
  code,
  list,
  type Section,
  signed,
  strong,
  type Summary,
  type Table,
  tableOf,
  type Text,
} from '../summary/summary.ts';

/** Of more than this many the rest is folded. */
const OPEN_FOLDS = 10;
const NAMED = 5;

/** What people are shown of a run of the monitor: what is not well, and what is about to be. */
export function monitorSummary(report: MonitorReport): Summary {
  const shown = shownEndpoints(report);
  const unwell = shown.filter(isUnwell);
  return {
    title: 'airec-https: monitor',
    sign: STATUS_SIGNS[report.status],
    verdict: monitorVerdict(report),
    notes: notesOf(report),
    table: shown.length > 0 ? endpointTable(shown, report) : undefined,
    sections: [
      ...problemSection(report),
      ...fixSection(report),
      ...unwell.map((endpoint, index) => monitorFold(endpoint, report, index < OPEN_FOLDS)),
      ...timingSection(report),
    ],
    closing: undefined,
  };
}

/** Whether there is anything to see: while all is well the monitor is silent. */
export function isWorthShowing(report: MonitorReport): boolean {
  return shownEndpoints(report).length > 0 || report.problems.length > 0;
}

function isUnwell({ verdict }: SweptEndpoint): boolean {
  return verdict !== 'healthy';
}

/** Those that are not well, then those whose root is about to be dropped. */
function shownEndpoints({ endpoints, readiness }: MonitorReport): readonly SweptEndpoint[] {
  const near = new Set(
    readiness.flatMap(({ name, deadlines }) => (deadlines.some(isRemovalNear) ? [name] : [])),
  );
  const coming = endpoints.filter((endpoint) => !isUnwell(endpoint) && near.has(endpoint.name));
  return [...endpoints.filter(isUnwell), ...coming];
}

/** One line on the whole run: `1 of 6 endpoints: rec.example.com:443 is broken`. */
function monitorVerdict({ endpoints, status }: MonitorReport): string {
  const all = countOf(endpoints.length, 'endpoint');
  if (status === 'healthy') return `${all} healthy`;
  const worst = endpoints.filter(({ verdict }) => verdict !== 'healthy' && verdict !== 'degraded');
  const shown = worst.length > 0 ? worst : endpoints.filter(({ verdict }) => verdict === 'degraded');
  const names = shown.slice(0, NAMED).map(({ name, verdict }) => `${name} is ${verdict}`);
  const more = shown.length > names.length ? `, and ${shown.length - names.length} more` : '';
  return `${shown.length} of ${all}: ${names.join(', ')}${more}`;
}

function notesOf({ vantage, schedule, delayMs }: MonitorReport): readonly Text[] {
  const late =
    schedule === null || delayMs === null
      ? []
      : [', ', formatDuration(delayMs), ' after its schedule ', code(schedule)];
  return [['Seen from ', code(vantage), ...late, '.']];
}

function endpointTable(endpoints: readonly SweptEndpoint[], { readiness, startedAt }: MonitorReport): Table {
  const deadlines = new Map(readiness.map((each) => [each.name, each.deadlines]));
  const time = new Date(startedAt);
  return tableOf(endpoints, [
    ['Endpoint', ({ name }) => code(name)],
    ['Status', ({ verdict }) => signed(STATUS_SIGNS[verdict], verdict)],
    ['Why', ({ findings: [worst] }) => worst && code(worst.id)],
    ['Leaf', ({ leaves: [leaf] }) => leaf && leafCell(leaf.fingerprint, leaf.notAfter, time)],
    ['Chain', chainCell],
    ['Addresses', addressesCell],
    ['Clients', (endpoint) => clientsCell(clientsOf(endpoint))],
    ['CAS', ({ ledger }) => hopCell('cas', ledger)],
    ['Mapping', ({ ledger }) => hopCell('mapping', ledger)],
    ['Next deadline', ({ name }) => nextDeadline(deadlines.get(name) ?? [])],
  ]);
}

/** How many addresses show no error. */
function addressesCell({ addresses, findings }: SweptEndpoint): Cell | undefined {
  if (addresses.length === 0) return undefined;
  const troubled = new Set(
    findings.flatMap(({ severity, addresses: at }) => (severity === 'error' ? at : [])),
  );
  const well = addresses.filter(({ address, failure }) => failure === null && !troubled.has(address));
  const sign = well.length === addresses.length ? 'good' : 'bad';
  return signed(sign, `${well.length} of ${addresses.length}`);
}

/** What a kind of place holds; undefined: nobody looked. */
function hopCell(hop: HopName, ledger: readonly LedgerEntry[]): Cell | undefined {
  const entries = ledger.filter((entry) => entry.hop === hop && entry.seen !== 'not looked at');
  const shown = entries.find(({ difference }) => difference !== null) ?? entries[0];
  if (!shown) return undefined;
  const { seen, difference } = shown;
  if (seen === 'absent') return signed('bad', 'nothing');
  if (typeof seen === 'string') return signed('unknown', seen);
  const held = seen.certificateId === null ? 'held' : code(seen.certificateId);
  return signed(difference === null ? 'good' : 'bad', held);
}

/** The earliest, and removals of the root that are near. */
function nextDeadline(deadlines: readonly Deadline[]): string | undefined {
  const near = deadlines.filter((each, index) => index === 0 || isRemovalNear(each));
  if (near.length === 0) return undefined;
  return near
    .map((each) => `${deadlineWords(each)} ${each.at.slice(0, 10)} (${daysLeftWords(each)})`)
    .join('; ');
}

function problemSection({ problems }: MonitorReport): readonly Section[] {
  if (problems.length === 0) return [];
  const items = problems.map(({ code: id, problem, help }) =>
    signed('bad', [code(id), `: ${problem} `, strong('What to do:'), ` ${help}`]),
  );
  return [{ title: 'What went wrong in the run itself', sign: 'bad', isOpen: true, blocks: [list(items)] }];
}

function fixSection({ pullRequests }: MonitorReport): readonly Section[] {
  if (pullRequests.length === 0) return [];
  const blocks = [list(pullRequests.map(fixText))];
  return [{ title: 'Pull requests', sign: undefined, isOpen: true, blocks }];
}

function timingSection({ timings = [] }: MonitorReport): readonly Section[] {
  if (timings.length === 0) return [];
  const all = timings.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const rows = timings.map(({ step, durationMs }) => [step, formatDuration(durationMs)]);
  const title = `${countOf(timings.length, 'step')} in ${formatDuration(all)}`;
  const table = { heading: ['Step', 'Took'], rows };
  return [{ title, sign: undefined, isOpen: false, blocks: [{ kind: 'table', table }] }];
}
