import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
import { AppErrors, type AppError, type SourceLocation } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';

const MAX_ALIASES = 20;
const MAX_FAULTS = 10;

export type KeyPath = readonly PropertyKey[];

/** YAML read into plain values, with the way back to where each stands in the file. */
export interface ConfigDocument {
  readonly value: Record<string, unknown>;
  /** Where the value at `path` starts; without one, where its nearest parent starts. */
  readonly locateValue: (path: KeyPath) => SourceLocation;
  /** Where the key of the value at `path` starts. */
  readonly locateKey: (path: KeyPath) => SourceLocation;
  /** The scalar at `path` as it is written, without quotes; undefined for anything else. */
  readonly source: (path: KeyPath) => string | undefined;
}

/**
 * Reads YAML 1.2 whose root is a mapping. Aliases are resolved, twenty at most.
 *
 * @throws AppErrors with CONFIG_SYNTAX for the faults of YAML, tabs and repeated keys included
 * @throws CONFIG_EMPTY, CONFIG_WRONG_TYPE when there is no mapping
 */
export function readDocument(text: string, file: string): ConfigDocument {
  const lines = new LineCounter();
  const at = (offset: number | undefined): SourceLocation => {
    if (offset === undefined) return { file };
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const document = guardNesting(() => parseDocument(text, { lineCounter: lines, prettyErrors: false }), file);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) throw new AppErrors(describeFaults(faults, at));
  if (document.contents === null || document.contents.range?.[0] === document.contents.range?.[1]) {
    throw appError('CONFIG_EMPTY', { file }, { location: at(0) });
  }
  if (!isMap(document.contents)) {
    const details = {
      key: 'The configuration',
      actual: 'no mapping',
      expected: 'keys and values',
      help: 'Start with a line such as region: cn-hangzhou.',
    };
    throw appError('CONFIG_WRONG_TYPE', details, { location: at(document.contents.range?.[0]) });
  }
  const value = guardNesting(() => toPlain(document, at(0)), file);
  return {
    value,
    locateValue: (path) => at(startOf(document, path)),
    locateKey: (path) => at(startOfKey(document, path) ?? startOf(document, path)),
    source: (path) => {
      const node = nodeAt(document, path);
      return isScalar(node) ? node.source : undefined;
    },
  };
}

function toPlain(document: Document, location: SourceLocation): Record<string, unknown> {
  try {
    // The root is a mapping, and mappings become objects.
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as Record<string, unknown>;
  } catch (error) {
    // yaml reports too many or unresolved aliases with a ReferenceError.
    if (!(error instanceof ReferenceError)) throw error;
    const problem = `The file uses YAML aliases that cannot be followed: ${printable(error.message)}`;
    throw appError(
      'CONFIG_SYNTAX',
      { problem, help: 'Write the values out instead of using aliases.' },
      { location, cause: error },
    );
  }
}

/** yaml reads recursively; a file of a hundred thousand brackets exhausts the stack. */
function guardNesting<Result>(read: () => Result, file: string): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const details = { problem: 'The file is nested too deeply', help: 'Check that this is the right file.' };
    throw appError('CONFIG_SYNTAX', details, { location: { file }, cause: error });
  }
}

interface FaultText {
  readonly problem?: string;
  readonly help: string;
}

const FAULT_TEXTS: Readonly<Partial<Record<YAMLError['code'], FaultText>>> = {
  TAB_AS_INDENT: { help: 'Indent with spaces.' },
  DUPLICATE_KEY: {
    problem: 'A key stands here for the second time in its mapping',
    help: 'Keep one of the two.',
  },
  MULTIPLE_DOCS: {
    problem: 'The file holds several YAML documents',
    help: 'Keep one: remove the line --- and what follows it.',
  },
  RESOURCE_EXHAUSTION: {
    problem: 'The file is nested too deeply',
    help: 'Check that this is the right file.',
  },
  TAG_RESOLVE_FAILED: { help: 'Remove the tag (the word that starts with !) and write the plain value.' },
};

/** The first fault of each line; the others of a line, and those beyond the tenth, mostly follow from these. */
function describeFaults(
  faults: readonly YAMLError[],
  at: (offset: number) => SourceLocation,
): readonly AppError[] {
  const byLine = new Map<number | undefined, AppError>();
  for (const fault of faults) {
    const location = at(fault.pos[0]);
    if (byLine.has(location.line) || byLine.size === MAX_FAULTS) continue;
    const text = FAULT_TEXTS[fault.code];
    const problem = text?.problem ?? printable(fault.message);
    const help = text?.help ?? 'Correct the YAML here; values with : or # inside need quotes.';
    byLine.set(location.line, appError('CONFIG_SYNTAX', { problem, help }, { location, cause: fault }));
  }
  return [...byLine.values()];
}

function nodeAt(document: Document, path: KeyPath): Node | undefined {
  const node = document.getIn(path, true) as Node | null | undefined;
  return node ?? undefined;
}

function startOf(document: Document, path: KeyPath): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const start = nodeAt(document, path.slice(0, length))?.range?.[0];
    if (start !== undefined) return start;
  }
  return undefined;
}

function startOfKey(document: Document, path: KeyPath): number | undefined {
  const parent = path.length === 0 ? undefined : nodeAt(document, path.slice(0, -1));
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === path.at(-1),
  );
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
