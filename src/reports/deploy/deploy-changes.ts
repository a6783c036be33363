import type { Look } from '../../deployment/steps.ts';
import { shortFingerprint } from '../../endpoints/short-fingerprint.ts';
import { countOf, formatDuration } from '../format.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import { bar, lookWords } from '../look-words.ts';
import type { Report } from './report.ts';

import {
  type Block,
  type Cell,
  code,
  paragraph,
  type Section,
  signed,
  type Sign,
  type Table,
  type Text,
} from '../summary/summary.ts';

type Endpoint = Report['endpoints'][number];
type Step = Report['steps'][number];

/** What was there before and what is there now, row by row; undefined when nothing is another. */
export function changesSection({ endpoints }: Report): Section | undefined {
  const rows = endpoints.filter(({ changed }) => changed).flatMap(changesOf);
  if (rows.length === 0) return undefined;
  const table = { heading: ['Endpoint', 'What', 'Before', 'After'], rows };
  return { title: 'What changed', sign: undefined, isOpen: true, blocks: [{ kind: 'table', table }] };
}

function changesOf(endpoint: Endpoint): readonly (readonly Cell[])[] {
  const { domain, port, mapping, before, addresses, rollback, certificateId, rolledBack } = endpoint;
  const name = code(`${domain}:${port}`);
  const leaf = [leavesOf(before ?? []), leavesOf(addresses)] as const;
  const sent = [lengthsOf(before ?? []), lengthsOf(addresses)] as const;
  const told: readonly (readonly [what: string, before: string | null, after: string | null])[] = [
    ...(mapping ? [['certificate in the mapping', mapping.before, mapping.after] as const] : []),
    ...(before ? [['leaf that is served', ...leaf] as const, ['certificates sent', ...sent] as const] : []),
    ...(rollback?.targets ?? []).map(({ name: target, before: bound }) => {
      const had = Object.entries(bound).map(([key, value]) => `${key} ${value}`);
      return [target, had.join(', ') || null, certificateId ?? null] as const;
    }),
  ];
  const rows = told
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => [name, what, valueCell(was), valueCell(is)]);
  return rolledBack ? [...rows, [name, 'rolled back', '–', certificateId ? code(certificateId) : '–']] : rows;
}

function valueCell(value: string | null): Text {
  return value === null || value === '' ? '–' : code(value);
}

/** Each once, in short. */
function leavesOf(addresses: Endpoint['addresses']): string {
  return [...new Set(addresses.flatMap(({ leaf }) => (leaf ? [shortFingerprint(leaf)] : [])))].join(', ');
}

function lengthsOf(addresses: Endpoint['addresses']): string {
  return [...new Set(addresses.flatMap(({ chain }) => (chain ? [chain.length] : [])))].join(', ');
}

/** How the certificate spread over the addresses, for each time that it had to be waited for; undefined: never. */
export function convergenceSection({ steps }: Report): Section | undefined {
  const waits = steps.filter(({ looks = [] }) => looks.length > 1);
  const [last] = waits.flatMap(({ looks = [] }) => looks.slice(-1)).slice(-1);
  if (!last) return undefined;
  const blocks = waits.flatMap(({ endpoint, title, looks = [] }): readonly Block[] => [
    paragraph([...(endpoint ? [code(endpoint), ': '] : []), title]),
    { kind: 'table', table: lookTable(looks) },
  ]);
  return { title: ['Propagation: ', lookWords(last)], sign: lookSign(last), isOpen: true, blocks };
}

/** Looks that saw something else than the one before, and the last. */
function lookTable(looks: readonly Look[]): Table {
  const told = looks.filter(
    ({ serving, addresses }, index) =>
      index === looks.length - 1 ||
      serving !== looks[index - 1]?.serving ||
      addresses !== looks[index - 1]?.addresses,
  );
  return {
    heading: ['After', 'Addresses', ''],
    rows: told.map(({ elapsedMs, serving, addresses }) => [
      formatDuration(elapsedMs),
      `${serving} of ${addresses}`,
      bar(serving, addresses),
    ]),
  };
}

function lookSign({ serving, addresses }: Look): Sign {
  return addresses > 0 && serving === addresses ? 'good' : 'bad';
}

const OUTCOME_SIGNS = {
  done: 'good',
  skipped: 'skipped',
  found: 'warning',
  failed: 'bad',
} as const satisfies Record<Step['outcome'], Sign>;

/** Every step with how long it took. */
export function stepsSection(report: Pick<Report, 'steps' | 'durationMs'>): Section {
  const title = `${countOf(report.steps.length, 'step')} in ${formatDuration(report.durationMs)}`;
  return { title, sign: undefined, isOpen: false, blocks: [{ kind: 'table', table: stepsTable(report) }] };
}

export function stepsTable({ steps }: Pick<Report, 'steps'>): Table {
  return {
    heading: ['Step', 'What', 'Endpoint', 'Outcome', 'Took'],
    rows: steps.map(({ name, title, endpoint, outcome, durationMs }) => [
      name,
      title,
      endpoint ? code(endpoint) : '–',
      signed(OUTCOME_SIGNS[outcome], OUTCOME_WORDS[outcome]),
      formatDuration(durationMs),
    ]),
  };
}
