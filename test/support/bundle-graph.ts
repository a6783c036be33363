import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

/** A file of dist/: the files of dist/ that it imports, and the sources that the bundler put into it. */
interface Bundle {
  readonly statically: readonly string[];
  readonly dynamically: readonly string[];
  /** Relative to the repository, as the bundler marks them: `src/…` and `node_modules/…`. */
  readonly sources: readonly string[];
}

/** The bundler's comment where the code of a module starts. */
const SOURCE_MARK = /^\/\/ ((?:src|node_modules)\/.+)$/gm;

/** The files of dist/ that an entry can reach, itself among them, by name. */
export type BundleGraph = ReadonlyMap<string, Bundle>;

/** The files of `folder` that can be reached from `entry`, relative to it. */
export function readBundleGraph(folder: string, entry: string): BundleGraph {
  const graph = new Map<string, Bundle>();
  const read = (file: string): void => {
    if (graph.has(file)) return;
    const bundle = parseBundle(file, readFileSync(path.join(folder, file), 'utf8'));
    graph.set(file, bundle);
    for (const next of [...bundle.statically, ...bundle.dynamically]) read(next);
  };
  read(entry);
  return graph;
}

/** The files that are loaded with `start`: by its static imports, or with `later` by its dynamic ones too. */
export function reach(graph: BundleGraph, start: string, later: boolean): Set<string> {
  const reached = new Set<string>();
  const add = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    const bundle = graph.get(file);
    if (bundle === undefined) throw new Error(`${file} is not in the graph`);
    for (const next of [...bundle.statically, ...(later ? bundle.dynamically : [])]) add(next);
  };
  add(start);
  return reached;
}

/** The sources in `files`. */
export function sourcesOf(graph: BundleGraph, files: Iterable<string>): string[] {
  return [...files].flatMap((file) => graph.get(file)?.sources ?? []);
}

function parseBundle(file: string, text: string): Bundle {
  const statically: string[] = [];
  const dynamically: string[] = [];
  const add = (list: string[], source: unknown) => {
    const { value } = source as { value?: unknown };
    if (typeof value === 'string' && value.startsWith('.')) {
      list.push(path.posix.join(path.posix.dirname(file), value));
    }
  };
  new Visitor({
    ImportDeclaration: (node) => add(statically, node.source),
    ExportNamedDeclaration: (node) => node.source !== null && add(statically, node.source),
    ExportAllDeclaration: (node) => add(statically, node.source),
    ImportExpression: (node) => add(dynamically, node.source),
  }).visit(parseSync(file, text).program);
  const sources = [...text.matchAll(SOURCE_MARK)].flatMap(([, source]) => source ?? []);
  return { statically, dynamically, sources };
}
