import GithubSlugger from 'github-slugger';
import type { Nodes, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';

/** Something in a document, at its line, from 1. */
export interface Place<T> {
  readonly line: number;
  readonly value: T;
}

export interface Code {
  /** The word behind the fence; empty without one. */
  readonly language: string;
  readonly text: string;
}

/** The paragraph that leads from a document to itself in the other language. */
const SWITCH = ['English', '中文'];

/** What follows a heading, up to the next; the first section is what stands before any. */
export interface Section {
  readonly line: number;
  /** 0 for what stands before any heading. */
  readonly depth: number;
  /** As GitHub makes it of the heading; empty for what stands before any. */
  readonly anchor: string;
  /** Its blocks in order, described: `paragraph`, `list of 3`, `table of 4 rows and 2 columns`; without the switch of languages. */
  readonly blocks: readonly Place<string>[];
  readonly codes: readonly Place<Code>[];
  /** Inline code: of the prose first, then of each row of its tables, each sorted. */
  readonly spans: readonly Place<readonly string[]>[];
  /** As written, in order. */
  readonly links: readonly Place<string>[];
  readonly images: readonly Place<string>[];
  /** Asterisks that were to make text bold and do not. */
  readonly strayEmphasis: readonly Place<string>[];
}

/** Documents lead to each other by many links, and each of them asks for the headings there. */
const known = new Map<string, readonly Section[]>();

/** The sections of a document of GitHub's Markdown, HTML comments left out. */
export function readSections(text: string): readonly Section[] {
  const sections = known.get(text) ?? parseSections(text);
  known.set(text, sections);
  return sections;
}

function parseSections(text: string): readonly Section[] {
  const slugger = new GithubSlugger();
  const parts: { depth: number; anchor: string; line: number; nodes: RootContent[] }[] = [
    { depth: 0, anchor: '', line: 1, nodes: [] },
  ];
  for (const node of parseMarkdown(text).children) {
    if (node.type === 'heading') {
      const anchor = slugger.slug(toString(node));
      parts.push({ depth: node.depth, anchor, line: lineOf(node), nodes: [node] });
    } else if (!(node.type === 'html' && node.value.startsWith('<!--'))) {
      parts.at(-1)?.nodes.push(node);
    }
  }
  return parts.map(({ nodes, ...place }) => ({ ...place, ...readNodes(nodes, place.line) }));
}

/** A document of GitHub's Markdown. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function readNodes(children: RootContent[], line: number): Omit<Section, 'line' | 'depth' | 'anchor'> {
  const section: Root = { type: 'root', children };
  const codes: Place<Code>[] = [];
  const links: Place<string>[] = [];
  const images: Place<string>[] = [];
  const strayEmphasis: Place<string>[] = [];
  visit(section, (node) => {
    if (node.type === 'code') codes.push(at(node, { language: node.lang ?? '', text: node.value }));
    if (node.type === 'link' || node.type === 'definition') links.push(at(node, node.url));
    if (node.type === 'image') images.push(at(node, node.url));
    if (node.type === 'text' && node.value.includes('**')) strayEmphasis.push(at(node, node.value));
  });
  const prose: Root = { type: 'root', children: children.filter(({ type }) => type !== 'table') };
  const rows = children.flatMap((node) => (node.type === 'table' ? node.children : []));
  const spans = [{ line, value: spansOf(prose) }, ...rows.map((row) => at(row, spansOf(row)))];
  const blocks = children.flatMap((node) => {
    const aside = node.type === 'heading' || (node.type === 'paragraph' && SWITCH.includes(toString(node)));
    return aside ? [] : [at(node, describe(node))];
  });
  return { blocks, codes, spans, links, images, strayEmphasis };
}

function spansOf(node: Nodes): string[] {
  const spans: string[] = [];
  visit(node, 'inlineCode', ({ value }) => {
    spans.push(value);
  });
  return spans.toSorted();
}

function describe(node: RootContent): string {
  if (node.type === 'table') return describeTable(node);
  if (node.type !== 'list') return node.type;
  let items = 0;
  visit(node, 'listItem', () => {
    items += 1;
  });
  return `${node.ordered === true ? 'numbered list' : 'list'} of ${items}`;
}

/** A row with a cell too many or too few counts as another number of columns. */
function describeTable({ children }: Table): string {
  const columns = [...new Set(children.map((row) => row.children.length))].join(' or ');
  return `table of ${children.length - 1} rows and ${columns} columns`;
}

function at<T>(node: Nodes, value: T): Place<T> {
  return { line: lineOf(node), value };
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
