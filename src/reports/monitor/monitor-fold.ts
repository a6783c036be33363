import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { chainBlocks, type ChainGroup, troubledGroup } from '../chain-groups.ts';
import { chainInShort } from '../chain-pictures.ts';
import { handshakeCommand } from '../check/check-commands.ts';
import { countOf } from '../format.ts';
import { ledgerTable } from '../ledger-table.ts';
import type { MonitorReport, ReportedFix } from './monitor-report.ts';
import { problemBlocks, type ToldProblem } from '../problem-blocks.ts';
import { placeOf } from '../problems.ts';
import { clientBlocks, STATUS_SIGNS, type ToldClient } from '../summary-cells.ts';
import { type Block, code, link, paragraph, type Section, strong, type Text } from '../summary/summary.ts';
import { sweptRows } from './swept-chain.ts';

/** What is wrong with an endpoint, what its chain looks like, where it was lost, and what mends it. */
export function monitorFold(endpoint: SweptEndpoint, report: MonitorReport, isOpen: boolean): Section {
  const { name, verdict, findings, ledger, origin } = endpoint;
  const [worst] = findings;
  const group = groupOf(endpoint);
  const table = ledgerTable(ledger);
  return {
    title: [code(name), ` is ${verdict}`, ...(worst ? [': ', code(worst.id)] : [])],
    sign: STATUS_SIGNS[verdict],
    isOpen,
    blocks: [
      ...problemBlocks(told(endpoint)),
      ...chainBlocks(group),
      ...clientBlocks(clientsOf(endpoint)),
      ...(origin === null ? [] : [paragraph([strong('Lost on the way:'), ` ${origin}`])]),
      ...(table ? [table] : []),
      ...mendedBy(endpoint, report),
      ...reproduction(endpoint, group),
    ],
  };
}

export function clientsOf({ clients }: SweptEndpoint): readonly ToldClient[] {
  return clients.map(({ client, ...rest }) => ({ name: client, ...rest }));
}

/** How the chains of all addresses are, in short: that of the worst. */
export function chainCell(endpoint: SweptEndpoint): ReturnType<typeof chainInShort> {
  const group = groupOf(endpoint);
  return group && chainInShort(group.rows);
}

function told({ findings }: SweptEndpoint): readonly ToldProblem[] {
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ id, severity, message, help, ...at }) => ({
      id,
      severity,
      text: `${message}${placeOf(at)}`,
      help,
    }));
}

function groupOf(endpoint: SweptEndpoint): ChainGroup | undefined {
  const seenAt = new Date(endpoint.seenAt);
  return troubledGroup(endpoint.addresses, {
    keyOf: ({ chain, missingIssuers }) => [chain, missingIssuers],
    rowsOf: (address) => sweptRows(address, endpoint, seenAt),
  });
}

/** The bundle that mends it, and the pull request with it. */
function mendedBy({ name, repairs }: SweptEndpoint, report: MonitorReport): readonly Block[] {
  const bundles = repairs.map(({ certificates, satisfies, leaves }) => {
    const none = leaves.length > 0 ? `; ${leaves.join(', ')} by none` : '';
    const accepted = `accepted by ${satisfies.join(', ') || 'no client'}${none}`;
    return paragraph([
      strong('Mended by'),
      ` a bundle of ${countOf(certificates.length, 'certificate')}, ${accepted}`,
    ]);
  });
  const numbers = new Set(
    report.incidents.flatMap(({ endpoint, pullRequest }) => (endpoint === name ? [pullRequest] : [])),
  );
  const fixes = report.pullRequests.filter(({ number }) => number !== undefined && numbers.has(number));
  return [...bundles, ...fixes.map((fix) => paragraph(fixText(fix)))];
}

/** What was done about a file of the repository. */
export function fixText({ path, operation, why, number, url }: ReportedFix): Text {
  const which = number === undefined ? 'No pull request' : `Pull request #${number}`;
  const named = url === undefined ? which : link(which, url);
  return [named, ' for ', code(path), `: ${operation} (${why})`];
}

/** How to see it oneself. */
function reproduction(
  { domain, addresses, findings }: SweptEndpoint,
  group: ChainGroup | undefined,
): readonly Block[] {
  const troubled = findings.find(({ severity, addresses: at }) => severity === 'error' && at.length > 0);
  const address = troubled?.addresses[0] ?? group?.addresses[0] ?? addresses[0]?.address;
  if (address === undefined) return [];
  const lines = [handshakeCommand({ domain, address, anchor: undefined })];
  return [paragraph([strong('See it yourself:')]), { kind: 'commands', lines }];
}
