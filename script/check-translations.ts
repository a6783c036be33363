/**
 * Holds every Chinese twin in docs/zh against its English document: headings, blocks, code, tables, inline
 * code, links and pictures, spaces and punctuation, and whether somebody has looked at it since the English changed. One line a
 * problem. `--accept FILE …` writes into a twin that it was held against the present English document.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './bundle.ts';
import { findStyleProblems } from './support/chinese-style.ts';
import { compareTranslation } from './support/compare-translation.ts';
import {
  fingerprint,
  listOrphans,
  listPairs,
  type Pair,
  pairOf,
  readMark,
  withMark,
} from './support/translation-pairs.ts';

const { values, positionals } = parseArgs({
  options: { accept: { type: 'boolean', default: false }, root: { type: 'string', default: ROOT } },
  allowPositionals: true,
});

function read(file: string): string | undefined {
  const place = path.join(values.root, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

/** Problems of structure and style, one line each. */
function findDrift(pair: Pair): string[] {
  const text = read(pair.chinese);
  if (text === undefined) return [`${pair.english}:1 has no Chinese twin: write ${pair.chinese}`];
  const problems = [...compareTranslation(pair, read), ...findStyleProblems(text)];
  return problems.map(({ line, value }) => `${pair.chinese}:${line} ${value}`);
}

function findStaleness({ english, chinese }: Pair): string[] {
  const text = read(chinese);
  if (text === undefined) return [];
  const mark = readMark(text);
  if (mark === fingerprint(read(english) ?? '')) return [];
  const what = mark === undefined ? 'was never held against' : 'was held against an earlier';
  return [
    `${chinese}:${text.trimEnd().split('\n').length} ${what} ${english}: compare the two, then node script/check-translations.ts --accept ${chinese}`,
  ];
}

function accept(file: string): string[] {
  const pair = pairOf(file);
  if (pair === undefined || read(pair.english) === undefined) return [`${file} is no translated document`];
  const drift = findDrift(pair);
  if (drift.length > 0) return drift;
  const marked = withMark(read(pair.chinese) ?? '', pair.english, fingerprint(read(pair.english) ?? ''));
  writeFileSync(path.join(values.root, pair.chinese), marked);
  return [];
}

/** A reader of the README finds the Chinese documents from there. */
function findWayThere(): string[] {
  return /^\[中文\]\(docs\/zh\/README\.md\)$/m.test(read('README.md') ?? '')
    ? []
    : ['README.md:1 does not lead to its twin: put [中文](docs/zh/README.md) under its title'];
}

const pairs = listPairs(values.root);
const problems = values.accept
  ? positionals.flatMap(accept)
  : [
      ...pairs.flatMap((pair) => [...findDrift(pair), ...findStaleness(pair)]),
      ...findWayThere(),
      ...listOrphans(values.root).map((file) => `${file}:1 has no English document: remove it`),
    ];
for (const problem of problems) console.log(problem);
console.log(`${values.accept ? positionals.length : pairs.length} twins, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
