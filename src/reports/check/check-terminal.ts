import { type CheckCall, reproduction } from './check-commands.ts';
import { type CheckPage, renderAddresses } from './check-picture.ts';
import type { CheckedEndpoint } from './check-report.ts';
import { renderClients, renderFindings, renderRepairs } from './check-sections.ts';
import { verdictLineOf } from './check-verdict.ts';

const INDENT = '  ';

/**
 * What a check found, for people: the verdict, the chain that is sent against the one that is needed, clients, findings
 * with what to do, the bundle that mends it, and how to see it oneself. No line break at the end.
 */
export function renderCheck(endpoint: CheckedEndpoint, page: CheckPage, call: CheckCall): string {
  const inner = { ...page, width: page.width - INDENT.length };
  const see = reproduction(endpoint, call);
  const sections = [
    renderAddresses(endpoint, inner),
    renderKey(endpoint),
    endpoint.addresses.some(({ receivedChain }) => receivedChain.length > 0)
      ? renderClients(endpoint, inner)
      : [],
    renderFindings(endpoint, inner),
    renderRepairs(endpoint, inner, call),
    see === undefined ? [] : [`${page.paint('dim', 'See it yourself:')} ${see}`],
  ];
  const body = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => (line === '' ? '' : INDENT + line)).join('\n'));
  return [verdictLineOf(endpoint, page.paint, page.width), ...body].join('\n\n');
}

function renderKey({ key }: CheckedEndpoint): readonly string[] {
  if (!key) return [];
  return [key.matches ? '✓ the key belongs to the leaf' : '✗ the key does not belong to the leaf'];
}
