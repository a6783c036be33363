import path from 'node:path';
import { type Code, type Place, readSections, type Section } from './markdown-facts.ts';
import { type Pair, pairOf } from './translation-pairs.ts';

/** A comment in code: what stands before it, and itself. */
const COMMENT = /^(.*?)((?:^|(?<=\s))(?:#|\/\/) .*)?$/;
const CHINESE = /\p{Script=Han}/u;
/** Languages of code blocks without comments, or that show what a program prints. */
const VERBATIM = ['', 'text', 'json'];

/** The text of a file of the repository; undefined when there is none. */
export type ReadText = (file: string) => string | undefined;

type Problem = Place<string>;

/** In what a twin is out of step with its document, each with a line of the twin and what to do. */
export function compareTranslation({ english, chinese }: Pair, read: ReadText): Problem[] {
  const original = readSections(read(english) ?? '');
  const twin = readSections(read(chinese) ?? '');
  const headings = compareHeadings(original, twin, english);
  if (headings.length > 0) return headings;
  if (!twin.some(({ links }) => links.some((link) => resolve(chinese, link.value).path === english))) {
    const link = path.posix.relative(path.posix.dirname(chinese), english);
    return [{ line: 1, value: `has no way back: put [English](${link}) under its title` }];
  }
  const expected = (file: string, section: Section) => ({
    links: targets(file, section.links, { pair: { english, chinese }, read }),
    images: targets(file, section.images, { pair: { english, chinese }, read }),
  });
  return twin.flatMap((section, index) => {
    const source = original[index] ?? section;
    const theirs = expected(english, source);
    const ours = expected(chinese, section);
    return [
      ...compareBlocks(source, section, english),
      ...compareTargets('link', { theirs: theirs.links, ours: ours.links, section }),
      ...compareTargets('image', { theirs: theirs.images, ours: ours.images, section }),
      ...section.strayEmphasis.slice(source.strayEmphasis.length).map(({ line }) => ({
        line,
        value: 'has asterisks that make nothing bold: end the bold text before its punctuation',
      })),
    ];
  });
}

function compareHeadings(original: readonly Section[], twin: readonly Section[], english: string): Problem[] {
  const index = original.findIndex(({ depth }, place) => twin[place]?.depth !== depth);
  const place = index === -1 && twin.length > original.length ? original.length : index;
  if (place === -1) return [];
  const [theirs, ours] = [original[place], twin[place]];
  const want = theirs === undefined ? 'no further heading' : `a heading of level ${theirs.depth}`;
  const where = theirs === undefined ? english : `${english}:${theirs.line}`;
  const have = ours === undefined ? 'none' : `level ${ours.depth}`;
  return [
    {
      line: (ours ?? twin.at(-1))?.line ?? 1,
      value: `has ${have} where ${where} has ${want}: give it the same`,
    },
  ];
}

/** Blocks first: what is compared after them stands side by side. */
function compareBlocks(source: Section, section: Section, english: string): Problem[] {
  const length = Math.max(source.blocks.length, section.blocks.length);
  for (let index = 0; index < length; index += 1) {
    const [theirs, ours] = [source.blocks[index], section.blocks[index]];
    if (theirs?.value === ours?.value) continue;
    const where = `${english}:${theirs?.line ?? source.line}`;
    const value = `has ${ours?.value ?? 'nothing'} where ${where} has ${theirs?.value ?? 'nothing'}: give it the same`;
    return [{ line: (ours ?? section).line, value }];
  }
  return [
    ...section.codes.flatMap((code, index) => compareCode(source.codes[index] ?? code, code, english)),
    ...section.spans.flatMap(({ line, value }, index) => {
      const theirs = source.spans[index];
      return findDifferences(theirs?.value ?? [], value).map(({ problem }) => ({
        line,
        value: `${problem} in backticks: see ${english}:${theirs?.line}`,
      }));
    }),
  ];
}

/** Byte for byte, but that a comment may be said in Chinese. */
function compareCode(theirs: Place<Code>, ours: Place<Code>, english: string): Problem[] {
  const problem = (offset: number, what: string) => [
    { line: ours.line + offset, value: `${what}: copy it from ${english}:${theirs.line + offset}` },
  ];
  if (theirs.value.language !== ours.value.language) return problem(0, 'is code of another language');
  const [want, have] = [theirs.value.text.split('\n'), ours.value.text.split('\n')];
  const verbatim = VERBATIM.includes(ours.value.language);
  const differs = (line: string, index: number) =>
    line !== have[index] && (verbatim || !isTranslated(line, have[index] ?? ''));
  const index = want.findIndex(differs);
  if (index !== -1) return problem(index + 1, 'is other code');
  return have.length > want.length ? problem(want.length + 1, 'is more code') : [];
}

function isTranslated(theirs: string, ours: string): boolean {
  const [, code, comment] = COMMENT.exec(theirs) ?? [];
  const [, ourCode, ourComment] = COMMENT.exec(ours) ?? [];
  return code === ourCode && comment !== undefined && ourComment !== undefined && CHINESE.test(ourComment);
}

/** What `file` points to, as the twin has to: relative to the top level, documents and anchors of twins where there are any. */
function targets(
  file: string,
  written: Section['links'],
  { pair, read }: { readonly pair: Pair; readonly read: ReadText },
): Place<string>[] {
  return written.flatMap(({ line, value }) => {
    const target = resolve(file, value);
    // A document and its twin name one another, each in its own words.
    const other = file === pair.english ? pair.chinese : pair.english;
    if (target.path === other) return [];
    const { path: place, anchor } = file === pair.english ? twinOf(target, read) : target;
    return [{ line, value: anchor === undefined ? place : `${place}#${anchor}` }];
  });
}

interface Target {
  /** Relative to the top level; of another host the whole address. */
  readonly path: string;
  readonly anchor?: string;
}

function resolve(file: string, link: string): Target {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return { path: link };
  const [place = '', anchor] = link.split('#');
  const target = place === '' ? file : path.posix.join(path.posix.dirname(file), place);
  return anchor === undefined ? { path: target } : { path: target, anchor: decodeURIComponent(anchor) };
}

/** The same heading of the twin, by its place among the headings; what has no twin stays. */
function twinOf(target: Target, read: ReadText): Target {
  const pair = pairOf(target.path);
  if (pair === undefined) return target;
  if (target.anchor === undefined) return { path: pair.chinese };
  const index = readSections(read(pair.english) ?? '').findIndex(({ anchor }) => anchor === target.anchor);
  const anchor = readSections(read(pair.chinese) ?? '')[index]?.anchor ?? target.anchor;
  return { path: pair.chinese, anchor };
}

function compareTargets(
  kind: string,
  { theirs, ours, section }: { theirs: Place<string>[]; ours: Place<string>[]; section: Section },
): Problem[] {
  const [wanted = [], present = []] = [theirs, ours].map((all) => all.map(({ value }) => value));
  return findDifferences(wanted, present).map(({ value, problem }) => {
    const { line } = ours.find((one) => one.value === value) ?? section;
    return { line, value: `${problem} as target of a ${kind}` };
  });
}

/** What two multisets do not share. */
function findDifferences(theirs: readonly string[], ours: readonly string[]) {
  return [...new Set([...theirs, ...ours])].flatMap((value) => {
    const [want, have] = [theirs, ours].map((all) => all.filter((one) => one === value).length);
    return want === have ? [] : [{ value, problem: `has ${value} ${have} times instead of ${want}` }];
  });
}
