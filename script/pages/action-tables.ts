import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../bundle.ts';
import { INPUT_GUIDE_ZH, OUTPUT_GUIDE_ZH } from '../support/action-guide-zh.ts';
import type { Language } from './language.ts';
import { markdownTable, toCell } from './markdown.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const WORDS = {
  en: { input: 'input', output: 'output', default: 'default', token: "the job's token" },
  zh: { input: '输入', output: '输出', default: '默认值', token: '作业的令牌' },
} satisfies Record<Language, unknown>;

/** A document of ours with the tables of action.yml between their marks. */
export function withActionTables(markdown: string, language: Language): string {
  const { inputs, outputs } = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as ActionFile;
  const words = WORDS[language];
  const describe = (guide: Readonly<Record<string, string>>, name: string, description: string) =>
    toCell(language === 'zh' ? translated(guide, name) : description);
  const inputRows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    shownDefault(input.default, words.token),
    describe(INPUT_GUIDE_ZH, name, input.description),
  ]);
  const outputRows = Object.entries(outputs).map(([name, output]) => [
    `\`${name}\``,
    describe(OUTPUT_GUIDE_ZH, name, output.description),
  ]);
  const inputTable = markdownTable([[words.input, words.default, ''], ...inputRows]);
  const outputTable = markdownTable([[words.output, ''], ...outputRows]);
  return fill(fill(markdown, 'inputs', inputTable), 'outputs', outputTable);
}

/** @throws Error for what action.yml has and `guide` has not */
function translated(guide: Readonly<Record<string, string>>, name: string): string {
  const text = guide[name];
  if (text === undefined) throw new Error(`script/support/action-guide-zh.ts lacks ${name} of action.yml`);
  return text;
}

function shownDefault(value: string | undefined, token: string): string {
  if (value === undefined || value === '') return '';
  return value.startsWith('${{') ? token : `\`${value}\``;
}

/** @throws Error when the marks are not there */
function fill(markdown: string, name: string, content: string): string {
  const [begin, end] = [`<!-- begin: ${name} of action.yml -->`, `<!-- end: ${name} -->`];
  const from = markdown.indexOf(begin);
  const to = markdown.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The marks of ${name} are missing`);
  return `${markdown.slice(0, from)}${begin}\n\n${content}\n\n${markdown.slice(to)}`;
}
