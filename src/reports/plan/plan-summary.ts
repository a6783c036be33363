import { countOf } from '../format.ts';
import { planFold } from './plan-fold.ts';
import { nameOfPlanned, PLAN_SIGNS, planVerdictLine, planWords } from './plan-words.ts';
import type { PlannedEndpoint, PlanReport } from './plan-report.ts';
import { errorBlocks } from '../problem-blocks.ts';
import { stepsSection } from '../deploy/deploy-changes.ts';
import { clientsCell, toldClients } from '../summary-cells.ts';
import {
  type Cell,
  code,
  list,
  type Section,
  signed,
  type Summary,
  type Table,
  tableOf,
  type Text,
} from '../summary/summary.ts';

/** How much is told. A comment that is kept up to date has no times: the same plan gives the same text. */
export interface PlanTelling {
  readonly withTimes: boolean;
}

/** What people are shown of a plan. */
export function planSummary(report: PlanReport, { withTimes }: PlanTelling): Summary {
  const { endpoints, verdict, writes } = report;
  const told = worthTelling(endpoints);
  const sections = [
    ...report.errors.map(errorSection),
    ...told.flatMap(planFold),
    ...writesSection(writes),
    ...(withTimes ? [stepsSection(report)] : []),
  ];
  return {
    title: 'airec-https: plan',
    sign: PLAN_SIGNS[verdict],
    verdict: planVerdictLine(report),
    notes: [...accessNotes(report), ...restNote(endpoints.length - told.length)],
    table: planTable(told),
    sections,
    closing: 'Nothing was changed: the plan only reads.',
  };
}

const WORST_FIRST: readonly PlannedEndpoint['verdict'][] = [
  'blocked',
  'undetermined',
  'open',
  'planned',
  'unchanged',
];

/** Those with something to tell, the worst first; all of them when there are none. */
function worthTelling(endpoints: readonly PlannedEndpoint[]): readonly PlannedEndpoint[] {
  const told = endpoints.filter((endpoint) => endpoint.verdict !== 'unchanged' || isWarned(endpoint));
  return (told.length > 0 ? told : endpoints).toSorted(
    (a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict),
  );
}

function restNote(count: number): readonly Text[] {
  return count > 0 ? [`Nothing to do for ${countOf(count, 'other endpoint')}.`] : [];
}

function isWarned({ findings }: PlannedEndpoint): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

/** Whether there is anything that a reviewer should know. */
export function isQuiet({ verdict, endpoints }: PlanReport): boolean {
  return verdict === 'unchanged' && !endpoints.some(isWarned);
}

function planTable(endpoints: readonly PlannedEndpoint[]): Table {
  return tableOf(endpoints, [
    ['Endpoint', (endpoint) => code(nameOfPlanned(endpoint))],
    ['Plan', (endpoint) => signed(PLAN_SIGNS[endpoint.verdict], planWords(endpoint))],
    ['New leaf', newLeaf],
    ['Clients now', ({ clients }) => clientsCell(toldClients(clients.before ?? {}))],
    ['Clients after', ({ clients }) => clientsCell(toldClients(clients.after ?? {}))],
    ['Rehearsed', rehearsed],
    [
      'Names lost',
      ({ names }) => (names && names.lost.length > 0 ? signed('warning', names.lost.join(', ')) : undefined),
    ],
  ]);
}

function newLeaf({ intendedLeaf, certificates, addresses }: PlannedEndpoint): Text | undefined {
  if (intendedLeaf === undefined) return undefined;
  const isServed = addresses.length > 0 && addresses.every(({ leaf }) => leaf === intendedLeaf);
  const end = certificates[intendedLeaf]?.notAfter.slice(0, 10);
  const words = [isServed ? 'served already' : '', end === undefined ? '' : `until ${end}`].filter(Boolean);
  return [code(intendedLeaf.slice(0, 12)), words.length > 0 ? `, ${words.join(', ')}` : ''];
}

function rehearsed({ rehearsal }: PlannedEndpoint): Cell | undefined {
  if (!rehearsal) return undefined;
  if (rehearsal.refusal !== undefined) return signed('bad', 'no server can present it');
  const told = rehearsal.clients.map(({ client, accepts }) => ({ name: client, accepts }));
  return clientsCell(told.map((client) => ({ ...client, byLuck: false, error: null })));
}

/** From where it was told. */
function accessNotes({ access: { cloud, identity, online }, endpoints }: PlanReport): readonly Text[] {
  const looked = identity === undefined ? [] : [['Looked into the cloud as ', code(identity), '.']];
  const unread = {
    read: [],
    none: [
      online
        ? 'The cloud was not asked, for there are no credentials here: pull requests from forks get none. What it holds decides what is open.'
        : 'Offline: neither the cloud nor the endpoints were asked. What they hold and serve decides what is open.',
    ],
    'no answer': ['The cloud could not be asked: see above.'],
  }[cloud];
  const hasBundle = endpoints.some(({ chains }) => chains.after.length > 0);
  const isRehearsed = endpoints.some(({ rehearsal }) => rehearsal !== null);
  const isChange = endpoints.some(({ items }) => items.some(({ decision }) => decision !== 'skip'));
  const unrehearsed =
    hasBundle && isChange && !isRehearsed
      ? ['Not rehearsed: no key is at hand here. The deployment rehearses before it uploads.']
      : [];
  return [...looked, ...unread, ...unrehearsed];
}

/** What stops every endpoint. */
function errorSection(error: PlanReport['errors'][number]): Section {
  return { title: error.problem, sign: 'bad', isOpen: true, blocks: errorBlocks(error, { isNamed: true }) };
}

/** What the role that deploys has to be allowed; RAM has no call that tells whether another role is. */
function writesSection(writes: readonly string[]): readonly Section[] {
  if (writes.length === 0) return [];
  return [
    {
      title: `The deploying role needs ${countOf(writes.length, 'permission')} beside reading`,
      sign: undefined,
      isOpen: false,
      blocks: [list(writes.map((action) => code(action)))],
    },
  ];
}
