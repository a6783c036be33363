import { CLIENT_NAMES } from '../../config/config.ts';
import type { ProposedFix, MendedEndpoint } from '../../monitoring/fix/propose-fixes.ts';
import type { SweptEndpoint, SweptRepair } from '../../monitoring/swept-endpoint.ts';
import { ledgerTable } from '../ledger-table.ts';
import { clientWords } from '../client-words.ts';
import { codeSpan, escapeMarkdown } from '../markdown-escape.ts';
import { picturesOf } from '../chain-pictures.ts';
import { shellWords } from '../shell-words.ts';
import { renderBlock } from '../summary/markdown.ts';
import { renderMermaid } from '../summary/mermaid.ts';
import { sweptRows } from '../monitor/swept-chain.ts';

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
    'Made without the private key: handshakes with the live addresses show the leaf, and each client was given it with the chain that is served → with the one proposed.',
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
  const why = worst ? ` ${escapeMarkdown(sentence(worst.message))}.` : '';
  const count = repair.certificates.length;
  return `${names.join(', ')}: the chain that is served is not the one that clients need.${why} ${codeSpan(path)} needs ${count} ${count === 1 ? 'certificate' : 'certificates'}.`;
}

function affected({ name, clients }: SweptEndpoint): string {
  const refused = clients.filter(({ accepts }) => accepts === false);
  const lucky = clients.filter(({ accepts, byLuck }) => accepts === true && byLuck);
  const lines = [
    ...refused.map(
      (each) => `fails for ${clientWords(each)}${each.error === null ? '' : `: ${codeSpan(each.error)}`}`,
    ),
    ...(lucky.length > 0
      ? [`works for ${lucky.map(clientWords).join(', ')} only because they fetch, or know, what is missing`]
      : []),
  ];
  const shown = lines.length > 0 ? lines : ['clients accept it now'];
  return [`- ${codeSpan(name)}`, ...shown.map((line) => `  - ${line}`)].join('\n');
}

function renderChains({ endpoints: [first], repair }: ProposedFix): string {
  if (!first) return '';
  const served = first.endpoint.addresses.find(({ chain }) => chain[0] === repair.leaf);
  // Without a time: how long a certificate is valid changes from run to run.
  const rows = served ? sweptRows(served, first.endpoint, undefined) : [];
  return renderMermaid(picturesOf(rows, { served: 'served now', needed: 'proposed' }));
}

/** A row an address, a column a client. */
function renderProof(mended: readonly MendedEndpoint[]): string {
  const proven = mended.flatMap(({ repair }) => repair.proofs.map(({ client }) => client));
  const clients = CLIENT_NAMES.filter((client) => proven.includes(client));
  const rows = mended.flatMap(({ endpoint, repair: { proofs } }) => {
    const lucky = new Set(endpoint.clients.filter(({ byLuck }) => byLuck).map(({ client }) => client));
    return [...new Set(proofs.map(({ address }) => address))].map((address) => {
      const cells = clients.map((client) => {
        const proof = proofs.find((each) => each.address === address && each.client === client);
        return proof === undefined ? '' : `${before(proof, lucky)} → ${proof.after ? '✅' : '❌'}`;
      });
      return [...(mended.length > 1 ? [codeSpan(endpoint.domain)] : []), codeSpan(address), ...cells];
    });
  });
  const names = clients.map((client) => clientWords({ client }));
  const head = [...(mended.length > 1 ? ['endpoint'] : []), 'address', ...names];
  const lines = [head, head.map(() => '---'), ...rows.slice(0, MAX_ROWS)];
  const more = rows.length > MAX_ROWS ? `\n\n${rows.length - MAX_ROWS} more rows.` : '';
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + more;
}

function before(
  { before: accepts, client }: SweptRepair['proofs'][number],
  lucky: ReadonlySet<string>,
): string {
  if (accepts) return '✅';
  return lucky.has(client) ? '⚠️ by luck' : '❌';
}

/** A list: a table has no room for what identifies a certificate. */
function renderCertificates({ certificates }: SweptRepair): string {
  return certificates
    .map(({ subject, notAfter, fingerprint, source }, index) =>
      [
        `${index + 1}. ${escapeMarkdown(subject)}, valid until ${notAfter.slice(0, 10)}, ${sourceWords(source)}  `,
        `   SHA-256 \`${fingerprint}\``,
      ].join('\n'),
    )
    .join('\n');
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

/** Findings begin as they go on after a colon. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
