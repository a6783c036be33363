import { codeSpan, escapeHtml, escapeMarkdown } from '../markdown-escape.ts';
import { firstOf, fitting, MOST_ROWS } from './limits.ts';
import { renderMermaid } from './mermaid.ts';
import {
  type Block,
  type Cell,
  isSigned,
  type Section,
  type Sign,
  type Span,
  spansOf,
  type Summary,
  type Table,
  type Text,
} from './summary.ts';
import { visible } from './visible.ts';

/** For a job summary: GitHub takes 1 MiB a step, and the rest is for what others may add. */
export const SUMMARY_BYTES = 900 * 1024;
/** For a comment or the text of a pull request: GitHub takes 65,536 characters. */
export const COMMENT_BYTES = 60_000;

/** As GitHub shows them. */
const ICONS = {
  good: '✅',
  warning: '⚠️',
  bad: '❌',
  unknown: '❔',
  planned: '📝',
  skipped: '⏭️',
  info: 'ℹ️',
} as const satisfies Record<Sign, string>;

const GAP = '\n\n';
/** In a narrow column the sign stays with its word. */
const UNBROKEN = '\u{A0}';
/** For the sentences on what is left out. */
const RESERVE = 200;

/**
 * A summary in GitHub's Markdown, of at most `mostBytes` in UTF-8: rows of the table and whole sections are left out from
 * the end, and it says how many.
 */
export function renderMarkdown(summary: Summary, { mostBytes }: { readonly mostBytes: number }): string {
  const { title, sign, verdict, notes, table, closing } = summary;
  const head = [
    `## ${escapeMarkdown(visible(title))}`,
    `${ICONS[sign]} ${markdownOf(verdict)}`,
    ...notes.map(markdownOf),
  ];
  const foot = closing === undefined ? [] : [markdownOf(closing)];
  const sections = summary.sections.map(renderSection);
  const room = mostBytes - bytesOf([...head, ...foot]) - RESERVE;
  // Half of the room is for the table, and what the sections leave.
  const forTable = Math.max(Math.floor(room / 2), room - bytesOf(sections));
  const rows = table === undefined || table.heading.length === 0 ? [] : renderRows(table, forTable);
  const most = room - bytesOf(rows);
  const { items, rest } = fitting(sections, { most, gap: GAP.length, word: 'section' });
  return `${[...head, ...rows, ...items, ...(rest === undefined ? [] : [rest]), ...foot].join(GAP)}\n`;
}

function bytesOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + Buffer.byteLength(part) + GAP.length, 0);
}

/** The table, and what is left out of it. */
function renderRows({ heading, rows }: Table, most: number): readonly string[] {
  const head = [rowOf(heading.map((each) => markdownOf(each))), rowOf(heading.map(() => '---'))];
  const lines = rows.map((cells) => rowOf(cells.map((cell) => cellOf(cell, UNBROKEN))));
  const left = most - Buffer.byteLength(head.join('\n'));
  const { items, rest } = fitting(lines, { most: left, gap: 1, word: 'row' });
  return [[...head, ...items].join('\n'), ...(rest === undefined ? [] : [rest])];
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A fold. Its title is HTML, which Markdown leaves alone; what is below is Markdown. */
function renderSection({ title, sign, isOpen, blocks }: Section): string {
  const icon = sign === undefined ? '' : `${ICONS[sign]} `;
  const summary = `<summary>${icon}${spansOf(title).map(htmlOf).join('')}</summary>`;
  const opening = `<details${isOpen ? ' open' : ''}>${summary}`;
  return [opening, ...blocks.map(renderBlock).filter((block) => block !== ''), '</details>'].join(GAP);
}

/** A block in Markdown; empty when there is nothing in it. */
export function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return cellOf(block.text);
    case 'list':
      return renderList(block.items);
    case 'table': {
      const { items, rest } = firstOf(block.table.rows, MOST_ROWS, 'row');
      const table = renderRows({ ...block.table, rows: items }, Infinity);
      return [...table, ...(rest === undefined ? [] : [rest])].join(GAP);
    }
    case 'commands':
      return renderCommands(block.lines);
    case 'chains':
      return block.chains.length === 0 ? '' : renderMermaid(block.chains);
  }
}

function renderList(all: readonly Cell[]): string {
  const { items, rest } = firstOf(all, MOST_ROWS, 'line');
  return [...items.map((item) => cellOf(item)), ...(rest === undefined ? [] : [rest])]
    .map((item) => `- ${item}`)
    .join('\n');
}

/** In a fence that is longer than any row of backticks within. */
function renderCommands(lines: readonly string[]): string {
  const shown = lines.map(visible);
  const longest = Math.max(
    2,
    ...shown
      .join('\n')
      .split(/[^`]+/)
      .map(({ length }) => length),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, ...shown, fence].join('\n');
}

/** `gap`: between a sign and its text. */
function cellOf(cell: Cell, gap = ' '): string {
  return isSigned(cell) ? `${ICONS[cell.sign]}${gap}${markdownOf(cell.text)}` : markdownOf(cell);
}

function markdownOf(text: Text): string {
  return spansOf(text).map(spanOf).join('');
}

function spanOf(span: Span): string {
  if (typeof span === 'string') return escapeMarkdown(visible(span));
  if ('code' in span) return codeSpan(visible(span.code));
  if ('strong' in span) return `**${escapeMarkdown(visible(span.strong).trim())}**`;
  const url = urlOf(span.url);
  const shown = escapeMarkdown(visible(span.link));
  return url === undefined ? shown : `[${shown}](${url})`;
}

function htmlOf(span: Span): string {
  if (typeof span === 'string') return escapeHtml(visible(span));
  if ('code' in span) return `<code>${escapeHtml(visible(span.code))}</code>`;
  if ('strong' in span) return `<b>${escapeHtml(visible(span.strong))}</b>`;
  return escapeHtml(visible(span.link));
}

/** The address as it may stand in a link, also in a table; undefined for one that is none of HTTP. */
function urlOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.href.replaceAll(
    /[()|`\\<>"'*_[\]~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
