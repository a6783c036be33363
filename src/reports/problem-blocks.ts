import type { Report } from './deploy/report.ts';
import { firstOf } from './summary/limits.ts';
import { type Block, code, list, paragraph, signed, strong } from './summary/summary.ts';

const MOST_PROBLEMS = 20;

/** What is wrong, as any report tells it. */
export interface ToldProblem {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence, with its place. */
  readonly text: string;
  readonly help: string;
  /** What users see, client by client, where that is told nowhere else. */
  readonly clientWords?: readonly string[] | undefined;
}

/** What is wrong and what to do, the first twenty. */
export function problemBlocks(problems: readonly ToldProblem[]): readonly Block[] {
  const { items, rest } = firstOf(problems, MOST_PROBLEMS, 'problem');
  const told = items.flatMap(({ id, severity, text, help, clientWords = [] }): readonly Block[] => [
    paragraph(signed(severity === 'error' ? 'bad' : 'warning', [`${text} `, code(id)])),
    ...(clientWords.length > 0 ? [list(clientWords.map((words) => [code(words)]))] : []),
    whatToDo(help),
  ]);
  return [...told, ...(rest === undefined ? [] : [paragraph(rest)])];
}

type ToldError = NonNullable<Report['endpoints'][number]['error']>;

/** What stopped the work, or could not be read, and what to do. `isNamed`: the title above says what it is. */
export function errorBlocks(
  { code: id, problem, help, requestId, location }: ToldError,
  { isNamed = false }: { readonly isNamed?: boolean } = {},
): readonly Block[] {
  const at = location === undefined ? [] : [' at ', code(placeIn(location))];
  const request = requestId === undefined ? [] : [', RequestId ', code(requestId)];
  const name = [code(id), ...at, ...request];
  return [paragraph(isNamed ? name : signed('bad', [`${problem} `, ...name])), whatToDo(help)];
}

function whatToDo(help: string): Block {
  return paragraph([strong('What to do:'), ` ${help}`]);
}

function placeIn({ file, line }: NonNullable<ToldError['location']>): string {
  return line === undefined ? file : `${file}:${line}`;
}
