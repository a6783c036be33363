import { chainBlocks, type ChainGroup, troubledGroup } from '../chain-groups.ts';
import { chainInShort } from '../chain-pictures.ts';
import { handshakeCommand } from '../check/check-commands.ts';
import { deployedRows } from './deployed-chain.ts';
import { ledgerTable } from '../ledger-table.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import { errorBlocks, problemBlocks, type ToldProblem } from '../problem-blocks.ts';
import { placeOf, type Problem, problemsOf } from '../problems.ts';
import type { Report } from './report.ts';
import { shellWords } from '../shell-words.ts';
import { clientBlocks, STATUS_SIGNS, type ToldClient, toldClients } from '../summary-cells.ts';
import { type Block, code, list, paragraph, type Section, signed, strong } from '../summary/summary.ts';
import { isBlocked } from './verdict.ts';

type Endpoint = Report['endpoints'][number];

/** Steps that are there because something was wrong. */
const MENDING: ReadonlySet<string> = new Set(['diagnose', 'remediate', 'redeploy', 'roll-back']);

/** What is wrong with an endpoint, what its chain looks like, and what to do; undefined when nothing is. */
export function deployFold(endpoint: Endpoint, report: Report, time: Date): Section | undefined {
  const { domain, port, status, error } = endpoint;
  const problems = problemsOf(endpoint);
  if (problems.length === 0 && !error && status === 'healthy') return undefined;
  const now = report.dryRun && !isBlocked(endpoint) ? ' at present' : '';
  const worst = error?.code ?? problems[0]?.id;
  const group = groupOf(endpoint, time);
  return {
    title: [
      code(`${domain}:${port}`),
      ` is ${status}${now}`,
      ...(worst === undefined ? [] : [': ', code(worst)]),
    ],
    sign: STATUS_SIGNS[status],
    isOpen: true,
    blocks: [
      ...(error ? errorBlocks(error) : []),
      ...problemBlocks(told(problems, endpoint)),
      ...chainBlocks(group),
      ...clientBlocks(clientsOf(endpoint)),
      ...ledgerBlocks(endpoint),
      ...doneBlocks(`${domain}:${port}`, report),
      ...reproduction(endpoint, group),
    ],
  };
}

/** Where on the way from the file to the addresses the chain was lost. */
function ledgerBlocks({ ledger = [], origin }: Endpoint): readonly Block[] {
  const table = ledgerTable(ledger);
  if (!table || origin === undefined) return [];
  return [paragraph([strong('Lost on the way:'), ` ${origin}`]), table];
}

export function clientsOf({ clients = {} }: Endpoint): readonly ToldClient[] {
  return toldClients(clients);
}

function told(all: readonly Problem[], { clients }: Endpoint): readonly ToldProblem[] {
  return all.map(({ id, severity, problem, help, clientWords, ...at }) => ({
    id,
    severity,
    text: `${problem}${placeOf(at)}`,
    help,
    // Where clients are told each for itself, their words are there.
    clientWords: clients === undefined ? clientWords : undefined,
  }));
}

function groupOf(endpoint: Endpoint, time: Date): ChainGroup | undefined {
  return troubledGroup(endpoint.addresses, {
    keyOf: ({ chain, path }) => [chain, path],
    rowsOf: (address) => deployedRows(address, endpoint, time),
  });
}

/** How the chains of all addresses are, in short: that of the worst. */
export function chainCell(endpoint: Endpoint, time: Date): ReturnType<typeof chainInShort> {
  const group = groupOf(endpoint, time);
  return group && chainInShort(group.rows);
}

function doneBlocks(name: string, { steps }: Report): readonly Block[] {
  const done = steps.filter(({ endpoint, name: step }) => endpoint === name && MENDING.has(step));
  if (done.length === 0) return [];
  const items = done.map(({ title, outcome, observed }) => {
    const last = observed.at(-1);
    const sign = outcome === 'done' ? 'good' : outcome === 'skipped' ? 'skipped' : 'bad';
    return signed(sign, `${title}: ${OUTCOME_WORDS[outcome]}${last === undefined ? '' : `, ${last}`}`);
  });
  return [paragraph([strong('What was done:')]), list(items)];
}

/** How to see it oneself. */
function reproduction(endpoint: Endpoint, group: ChainGroup | undefined): readonly Block[] {
  const { domain, addresses, location } = endpoint;
  const refused =
    addresses.find(({ accepted }) => !accepted) ?? addresses.find((each) => !each.servesIntended);
  const address = refused?.address ?? group?.addresses[0];
  const commands = [
    ...(address === undefined ? [] : [handshakeCommand({ domain, address, anchor: undefined })]),
    shellWords(['airec-https', 'check', '--config', location.file]),
  ];
  return [paragraph([strong('See it yourself:')]), { kind: 'commands', lines: commands }];
}
