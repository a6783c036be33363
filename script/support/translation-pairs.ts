import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import path from 'node:path';

/** For those who carry on: in English alone. */
const ENGLISH_ALONE = ['architecture', 'conformance', 'performance', 'threat-model'].map(
  (name) => `docs/${name}.md`,
);
const MARK = /\n*<!-- held against \S+ at ([0-9a-f]{12}) -->\s*$/;

/** A document and its Chinese twin, relative to the top level. */
export interface Pair {
  readonly english: string;
  readonly chinese: string;
}

/** Every user document with the place of its twin, whether that is there or not. */
export function listPairs(root: string): Pair[] {
  const documents = globSync(['README.md', 'docs/*.md'], { cwd: root }).toSorted();
  return documents.flatMap((english) => pairOf(english) ?? []);
}

/** Twins whose English document is gone. */
export function listOrphans(root: string): string[] {
  const twins = new Set(listPairs(root).map(({ chinese }) => chinese));
  return globSync('docs/zh/**/*.md', { cwd: root })
    .filter((file) => !twins.has(file))
    .toSorted();
}

/** The pair that a document of either language belongs to; undefined for what is not translated. */
export function pairOf(file: string): Pair | undefined {
  const english = file.replace(/^docs\/zh\/README\.md$/, 'README.md').replace(/^docs\/zh\//, 'docs/');
  if (ENGLISH_ALONE.includes(english) || !/^(README|docs\/[^/]+)\.md$/.test(english)) return undefined;
  return { english, chinese: `docs/zh/${path.posix.basename(english)}` };
}

/** Twelve digits of the SHA-256 of a document, by which neither line breaks nor the width of tables count. */
export function fingerprint(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').replaceAll(/-{3,}/g, '---').trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

/** The fingerprint in the mark at the end of a twin; undefined without one. */
export function readMark(text: string): string | undefined {
  return MARK.exec(text)?.[1];
}

/** `text` with the mark at its end: held against the document `english`, which has this `print`. */
export function withMark(text: string, english: string, print: string): string {
  return `${text.replace(MARK, '').trimEnd()}\n\n<!-- held against ${english} at ${print} -->\n`;
}
