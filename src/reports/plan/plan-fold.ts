import { clientNameWords } from '../client-words.ts';
import { countOf } from '../format.ts';
import type { PlannedEndpoint } from './plan-report.ts';
import { errorBlocks, problemBlocks } from '../problem-blocks.ts';
import { placeOf, problemsOf } from '../problems.ts';
import { clientVerdict } from '../summary-cells.ts';
import { nameOfPlanned, PLAN_SIGNS, planWords } from './plan-words.ts';
import {
  type Block,
  type Cell,
  code,
  list,
  type PicturedCertificate,
  type Section,
  signed,
  type Sign,
  tableOf,
} from '../summary/summary.ts';

/** What deploying would do to an endpoint, and what speaks for and against it; nothing when there is nothing to tell. */
export function planFold(endpoint: PlannedEndpoint): readonly Section[] {
  const { verdict, findings } = endpoint;
  const isWarned = findings.some(({ severity }) => severity !== 'info');
  if (verdict === 'unchanged' && !isWarned) return [];
  return [
    {
      title: [code(nameOfPlanned(endpoint)), `: ${planWords(endpoint)}`],
      sign: PLAN_SIGNS[verdict],
      isOpen: true,
      blocks: [
        ...problemBlocks(
          problemsOf(endpoint).map(({ problem, ...each }) => ({
            ...each,
            text: `${problem}${placeOf(each)}`,
          })),
        ),
        ...endpoint.errors.flatMap((error) => errorBlocks(error)),
        ...itemBlocks(endpoint),
        ...chainBlocks(endpoint),
        ...clientBlocks(endpoint),
        ...nameBlocks(endpoint),
        ...targetBlocks(endpoint),
      ],
    },
  ];
}

const DECISIONS = {
  do: signed('planned', 'do'),
  skip: signed('skipped', 'skip'),
  open: signed('unknown', 'open'),
} as const satisfies Record<PlannedEndpoint['items'][number]['decision'], Cell>;

function itemBlocks({ items }: PlannedEndpoint): readonly Block[] {
  if (items.length === 0) return [];
  const rows = items.map(({ step, subject, decision, reason }) => [
    step,
    subject,
    DECISIONS[decision],
    reason,
  ]);
  return [{ kind: 'table', table: { heading: ['Step', 'Where', 'Decision', 'Why'], rows } }];
}

/** What is served now beside what would be. */
function chainBlocks({ chains: { before, after }, certificates }: PlannedEndpoint): readonly Block[] {
  if (after.length === 0 || before.join() === after.join()) return [];
  const draw =
    (other: readonly string[], note: string) =>
    (fingerprint: string): PicturedCertificate => ({
      mark: 'used',
      label: certificates[fingerprint]?.subject ?? '',
      fingerprint: fingerprint.slice(0, 12),
      note: [
        `until ${certificates[fingerprint]?.notAfter.slice(0, 10)}`,
        ...(other.includes(fingerprint) ? [] : [note]),
      ].join(', '),
    });
  const chains = [
    ...(before.length > 0 ? [{ title: 'served now', links: before.map(draw(after, 'goes')) }] : []),
    { title: 'after deploying', links: after.map(draw(before, 'new')) },
  ];
  return [{ kind: 'chains', chains }];
}

/** Who accepts the new chain against the old one, and what the rehearsal showed. */
function clientBlocks({ clients: { before, after }, rehearsal }: PlannedEndpoint): readonly Block[] {
  const names = Object.keys(after ?? before ?? {});
  if (names.length === 0) return [];
  const rehearsed = new Map<string, { readonly accepts: boolean; readonly error?: string | undefined }>(
    rehearsal?.clients.map((each) => [each.client, each]),
  );
  const table = tableOf(names, [
    ['Client', clientNameWords],
    ['Now', (name) => before?.[name] && clientVerdict(before[name])],
    ['After', (name) => after?.[name] && clientVerdict(after[name])],
    ['Rehearsed', (name) => rehearsedCell(rehearsed.get(name))],
    ['What its users see', (name) => seenWords(before?.[name], after?.[name], rehearsed.get(name)?.error)],
  ]);
  return [{ kind: 'table', table }];
}

type View = NonNullable<PlannedEndpoint['clients']['before']>[string] | undefined;

function rehearsedCell(seen: { readonly accepts: boolean } | undefined): Cell | undefined {
  return seen && clientVerdict({ accepts: seen.accepts, byLuck: false });
}

/** The words of the first of these that fails: the chain, the rehearsal, what is served now. */
function seenWords(before: View, after: View, rehearsed: string | undefined): Cell | undefined {
  if (after && after.error !== null) return ['after: ', code(after.error)];
  if (rehearsed !== undefined) return ['rehearsed: ', code(rehearsed)];
  return before && before.error !== null ? ['now: ', code(before.error)] : undefined;
}

/** Names won and kept; those that are lost have a finding of their own. */
function nameBlocks({ names }: PlannedEndpoint): readonly Block[] {
  if (!names) return [];
  const told: [string, Sign | undefined, readonly string[]][] = [
    ['Names of the new certificate', undefined, names.covered],
    ['Gained', 'good', names.gained],
    ['Lost', 'warning', names.lost],
    ['Not concerned, with a certificate of their own', undefined, names.untouched],
  ];
  const items = told.flatMap(([what, sign, all]) => {
    if (all.length === 0) return [];
    const text = [`${what}: `, ...all.flatMap((name, index) => [index > 0 ? ', ' : '', code(name)])];
    return [sign ? signed(sign, text) : text];
  });
  return items.length > 0 ? [list(items)] : [];
}

/** What is there now, who else is there, and what a rollback would bring back. */
function targetBlocks({ targets }: PlannedEndpoint): readonly Block[] {
  if (targets.length === 0) return [];
  const table = tableOf(targets, [
    ['Target', ({ name }) => name],
    ['Has now', ({ has }) => has],
    ['Other names there', ({ neighbours }) => othersCell(neighbours)],
    ['Room', ({ room }) => room && `${room.used} of ${room.most} ${room.what}`],
    ['Rollback', rollbackCell],
  ]);
  return [{ kind: 'table', table }];
}

function rollbackCell({ isVacant, whyNotRestorable }: PlannedEndpoint['targets'][number]): Cell {
  if (isVacant) return 'nothing to put back';
  return whyNotRestorable === undefined
    ? signed('good', 'puts it back')
    : signed('warning', `cannot put it back: ${whyNotRestorable}`);
}

function othersCell(neighbours: PlannedEndpoint['targets'][number]['neighbours']): Cell {
  if (neighbours === null) return signed('unknown', 'not told');
  const shared = neighbours.filter(({ hasOwn }) => !hasOwn);
  if (shared.length === 0)
    return neighbours.length === 0 ? 'none' : `${countOf(neighbours.length, 'other')} with their own`;
  return shared.map(({ domain }) => domain).join(', ');
}
