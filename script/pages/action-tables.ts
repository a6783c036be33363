import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../bundle.ts';
import { markdownTable, toCell } from './markdown.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** A document of ours with the tables of action.yml between their marks. */
export function withActionTables(markdown: string): string {
  const { inputs, outputs } = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as ActionFile;
  const inputRows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    shownDefault(input.default),
    toCell(input.description),
  ]);
  const outputRows = Object.entries(outputs).map(([name, output]) => [
    `\`${name}\``,
    toCell(output.description),
  ]);
  const withInputs = fill(markdown, 'inputs', markdownTable([['input', 'default', ''], ...inputRows]));
  return fill(withInputs, 'outputs', markdownTable([['output', ''], ...outputRows]));
}

function shownDefault(value = ''): string {
  if (value === '') return '';
  return value.startsWith('${{') ? "the job's token" : `\`${value}\``;
}

/** @throws Error when the marks are not there */
function fill(markdown: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin: ${name} of action.yml -->`, `<!-- end: ${name} -->`];
  const from = markdown.indexOf(begin);
  const to = markdown.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The marks of ${name} are missing`);
  return `${markdown.slice(0, from)}${begin}\n\n${content}\n\n${markdown.slice(to)}`;
}
