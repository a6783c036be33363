import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findStyleProblems } from './chinese-style.ts';
import { compareTranslation } from './compare-translation.ts';
import {
  fingerprint,
  listOrphans,
  listPairs,
  type Pair,
  pairOf,
  readMark,
  withMark,
} from './translation-pairs.ts';

/** What is wrong with the Chinese documents below `root`, one line each, with file, line and what to do. */
export function findTranslationProblems(root: string): string[] {
  return [
    ...listPairs(root).flatMap((pair) => [...findDrift(root, pair), ...findStaleness(root, pair)]),
    ...findWayThere(root),
    ...listOrphans(root).map((file) => `${file}:1 has no English document: remove it`),
  ];
}

/** Writes into a twin that it was held against the present English document; what keeps it from that, if anything does. */
export function acceptTranslation(root: string, file: string): string[] {
  const pair = pairOf(file);
  const english = pair && read(root, pair.english);
  if (pair === undefined || english === undefined) return [`${file} is no translated document`];
  const drift = findDrift(root, pair);
  if (drift.length > 0) return drift;
  const marked = withMark(read(root, pair.chinese) ?? '', pair.english, fingerprint(english));
  writeFileSync(path.join(root, pair.chinese), marked);
  return [];
}

function read(root: string, file: string): string | undefined {
  const place = path.join(root, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
}

/** Problems of structure and style. */
function findDrift(root: string, pair: Pair): string[] {
  const text = read(root, pair.chinese);
  if (text === undefined) return [`${pair.english}:1 has no Chinese twin: write ${pair.chinese}`];
  const problems = [...compareTranslation(pair, (file) => read(root, file)), ...findStyleProblems(text)];
  return problems.map(({ line, value }) => `${pair.chinese}:${line} ${value}`);
}

function findStaleness(root: string, { english, chinese }: Pair): string[] {
  const text = read(root, chinese);
  if (text === undefined) return [];
  const mark = readMark(text);
  if (mark === fingerprint(read(root, english) ?? '')) return [];
  const what = mark === undefined ? 'was never held against' : 'was held against an earlier';
  return [
    `${chinese}:${text.trimEnd().split('\n').length} ${what} ${english}: compare the two, then node script/check-translations.ts --accept ${chinese}`,
  ];
}

/** A reader of the README finds the Chinese documents from there. */
function findWayThere(root: string): string[] {
  return /^\[中文\]\(docs\/zh\/README\.md\)$/m.test(read(root, 'README.md') ?? '')
    ? []
    : ['README.md:1 does not lead to its twin: put [中文](docs/zh/README.md) under its title'];
}
