import type { ProposedFix, MendedEndpoint } from '../monitoring/fix/propose-fixes.ts';
import type { SweptEndpoint, SweptRepair } from '../monitoring/swept-endpoint.ts';
import { ledgerTable } from './ledger-table.ts';
import { codeSpan, escapeMarkdown } from './markdown-escape.ts';
import { picturesOf } from './chain-pictures.ts';
import { shellWords } from './shell-words.ts';
import { renderBlock } from './summary/markdown.ts';
import { renderMermaid } from './summary/mermaid.ts';
import { sweptRows } from './swept-chain.ts';

/** GitHub takes 65,536 characters; the tables of many addresses are cut long before. */
const MAX_ROWS = 100;
const MAX_ENDPOINTS = 20;

/**
 * The text of a fix's pull request, in GitHub's Markdown. The same evidence gives the same text: no times, so that a
 * run that sees nothing new changes nothing.
 */
export function renderFixBody(fix: ProposedFix, configFile: string): string {
  const shown = fix.endpoints.slice(0, MAX_ENDPOINTS);
  return [
    '## What is wrong',
    whatIsWrong(fix),
    '## Who is affected',
    shown.map((each) => affected(each.endpoint)).join('\n'),
    ...ledgerOf(shown),
    '## The chain, before and after',
    renderChains(fix),
    '## Proof',
    'Made without the private key: handshakes with the live addresses show the leaf, and each client was given it with the chain that is served, and with the one proposed.',
    renderProof(shown),
    '## The file',
    `${codeSpan(fix.path)} becomes, the leaf first:`,
    renderCertificates(fix.repair),
    '## How to reproduce',
    reproduce(shown, configFile),
    '## What happens on merge',
    `Merging changes ${codeSpan(fix.path)} and nothing else. The next run of \`command: deploy\` uploads it, deploys it to the ingress and verifies every address by handshake. When the endpoint is well, the monitor says so.`,
    '## Rollback',
    'Revert the merge commit and deploy again: the leaf and its key stay the same, so nothing has to be reissued.',
  ].join('\n\n');
}

function ledgerOf([first]: readonly MendedEndpoint[]): readonly string[] {
  const entries = first?.endpoint.ledger ?? [];
  const table = ledgerTable(entries);
  if (table === undefined) return [];
  const isLost = entries.some(({ difference }) => difference !== null);
  const words = isLost ? [] : ['Nowhere on the way: no place that was looked at holds more than the file.'];
  return ['## Where the chain was lost', ...words, renderBlock(table)];
}

function whatIsWrong({ endpoints, path, repair }: ProposedFix): string {
  const names = endpoints.slice(0, MAX_ENDPOINTS).map(({ endpoint }) => codeSpan(endpoint.name));
  const [first] = endpoints;
  const worst = first?.endpoint.findings[0];
  const why = worst ? ` ${escapeMarkdown(worst.message)}.` : '';
  const count = repair.certificates.length;
  return `${names.join(', ')}: the chain that is served is not the one that clients need.${why} ${codeSpan(path)} needs ${count} ${count === 1 ? 'certificate' : 'certificates'}.`;
}

function affected({ name, clients }: SweptEndpoint): string {
  const refused = clients.filter(({ accepts }) => accepts === false).map(({ client }) => client);
  const lucky = clients
    .filter(({ accepts, byLuck }) => accepts === true && byLuck)
    .map(({ client }) => client);
  const parts = [
    refused.length > 0 ? `fails for ${refused.join(', ')}` : '',
    lucky.length > 0 ? `works for ${lucky.join(', ')} only because they fetch, or know, what is missing` : '',
  ].filter(Boolean);
  return `- ${codeSpan(name)}: ${parts.join('; ') || 'clients accept it now'}`;
}

function renderChains({ endpoints: [first], repair }: ProposedFix): string {
  if (!first) return '';
  const served = first.endpoint.addresses.find(({ chain }) => chain[0] === repair.leaf);
  // Without a time: how long a certificate is valid changes from run to run.
  const rows = served ? sweptRows(served, first.endpoint, undefined) : [];
  return renderMermaid(picturesOf(rows, { served: 'served now', needed: 'proposed' }));
}

function renderProof(mended: readonly MendedEndpoint[]): string {
  const rows = mended.flatMap(({ endpoint: { domain, clients }, repair }) => {
    const lucky = new Set(clients.filter(({ byLuck }) => byLuck).map(({ client }) => client));
    return repair.proofs.map(({ address, client, before, after }) => {
      const now = !before && lucky.has(client) ? '✓ only by luck' : sign(before);
      return `| ${codeSpan(domain)} | ${codeSpan(address)} | ${client} | ${now} | ${sign(after)} |`;
    });
  });
  const more = rows.length > MAX_ROWS ? `\n\n${rows.length - MAX_ROWS} more rows.` : '';
  const head = ['| endpoint | address | client | before | after |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...rows.slice(0, MAX_ROWS)].join('\n') + more;
}

function sign(accepts: boolean): string {
  return accepts ? '✓ accepts' : '✗ refuses';
}

function renderCertificates({ certificates }: SweptRepair): string {
  const rows = certificates.map(
    ({ subject, notAfter, fingerprint, source }) =>
      `| ${escapeMarkdown(subject)} | ${notAfter.slice(0, 10)} | ${sourceWords(source)} | \`${fingerprint}\` |`,
  );
  return ['| certificate | valid until | found | SHA-256 |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function sourceWords(source: SweptRepair['certificates'][number]['source']): string {
  switch (source.kind) {
    case 'aia':
      return `fetched from ${codeSpan(source.url)}, which the certificate below it names`;
    case 'disk':
      return 'in the file of the repository';
    case 'other-endpoint':
      return 'served by another endpoint of the configuration';
    case 'served':
      return 'served by the endpoint';
  }
}

function reproduce(mended: readonly MendedEndpoint[], configFile: string): string {
  const [first] = mended;
  const address = first?.endpoint.addresses[0]?.address;
  const domain = first?.endpoint.domain ?? '';
  return [
    '```sh',
    `airec-https check --config ${shellWords([configFile])}`,
    ...(address === undefined
      ? []
      : [
          `openssl s_client -connect ${shellWords([address])} -servername ${shellWords([domain])} -showcerts </dev/null`,
        ]),
    '```',
  ].join('\n');
}
