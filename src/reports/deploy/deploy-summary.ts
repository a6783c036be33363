import { formatDuration } from '../format.ts';
import { chainCell, clientsOf, deployFold } from './deploy-fold.ts';
import { changesSection, convergenceSection, stepsSection } from './deploy-changes.ts';
import type { Report } from './report.ts';
import { clientsCell, leafCell, STATUS_SIGNS } from '../summary-cells.ts';
import { type Cell, code, signed, type Summary, type Table, tableOf, type Text } from '../summary/summary.ts';
import { isBlocked, reasonOf, verdictLine, verdictOf } from './verdict.ts';

type Endpoint = Report['endpoints'][number];

/** What people are shown of a deployment, of its undoing, and of its plan. */
export function deploySummary(report: Report): Summary {
  const time = new Date(Date.parse(report.startedAt) + report.durationMs);
  const { endpoints, dryRun, changed, durationMs } = report;
  const sections = [
    ...endpoints.map((endpoint) => deployFold(endpoint, report, time)),
    changesSection(report),
    convergenceSection(report),
    stepsSection(report),
  ];
  return {
    title: dryRun ? 'airec-https: dry run' : 'airec-https: deployment',
    sign: STATUS_SIGNS[verdictOf(report)],
    verdict: verdictLine(report),
    notes: whoActed(report),
    table: dryRun ? planTable(report) : endpointTable(endpoints, time),
    sections: sections.filter((section) => section !== undefined),
    closing: `${changed ? 'Changes were made' : 'Nothing was changed'} · ${formatDuration(durationMs)}`,
  };
}

function whoActed({ steps }: Report): readonly Text[] {
  const identity = steps.find(({ name, outcome }) => name === 'identify' && outcome === 'done');
  const who = identity?.observed.at(-1);
  return who === undefined ? [] : [['Acted as ', code(who), '.']];
}

function endpointTable(endpoints: readonly Endpoint[], time: Date): Table {
  return tableOf(endpoints, [
    ['Endpoint', ({ domain, port }) => code(`${domain}:${port}`)],
    [
      'Status',
      ({ status, rolledBack }) =>
        signed(STATUS_SIGNS[status], rolledBack ? `${status}, rolled back` : status),
    ],
    ['Leaf', (endpoint) => servedLeaf(endpoint, time)],
    ['Chain', (endpoint) => chainCell(endpoint, time)],
    ['Addresses', asIntended],
    ['Clients', (endpoint) => clientsCell(clientsOf(endpoint))],
    ['CAS', ({ certificateId }) => (certificateId === undefined ? undefined : code(certificateId))],
    ['Mapping', mappingCell],
  ]);
}

/** The leaf that ends first of those that are served, with a sign when it is another than intended; else the intended one. */
function servedLeaf({ addresses, intendedLeaf }: Endpoint, time: Date): Cell | undefined {
  const [first] = addresses
    .filter(({ leaf }) => leaf !== undefined)
    .toSorted((a, b) => (a.notAfter ?? '').localeCompare(b.notAfter ?? ''));
  if (first?.leaf === undefined) return intendedLeaf && leafCell(intendedLeaf, undefined, time);
  const cell = leafCell(first.leaf, first.notAfter, time);
  return intendedLeaf === undefined || first.leaf === intendedLeaf ? cell : signed('warning', cell);
}

/** How many addresses serve what was meant, with a chain that is accepted. */
function asIntended({ addresses }: Endpoint): Cell | undefined {
  if (addresses.length === 0) return undefined;
  const count = addresses.filter(({ accepted, servesIntended }) => accepted && servesIntended).length;
  return signed(count === addresses.length ? 'good' : 'bad', `${count} of ${addresses.length}`);
}

function mappingCell({ mapping, certificateId }: Endpoint): Cell | undefined {
  if (!mapping) return undefined;
  if (mapping.after === null) return signed('warning', 'no row');
  return mapping.after === certificateId ? signed('good', 'names it') : signed('bad', code(mapping.after));
}

function planTable({ endpoints }: Report): Table {
  const rows = endpoints.flatMap((endpoint): readonly (readonly Cell[])[] => {
    const name = code(`${endpoint.domain}:${endpoint.port}`);
    if (isBlocked(endpoint)) return [[name, '–', '–', signed('bad', 'blocked'), reasonOf(endpoint)]];
    return endpoint.plan.map(({ step, subject, decision, reason }) => [
      name,
      step,
      subject,
      decision === 'do' ? signed('planned', 'do') : signed('skipped', 'skip'),
      reason,
    ]);
  });
  return { heading: ['Endpoint', 'Step', 'Subject', 'Decision', 'Reason'], rows };
}
