import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { rolldown, type OutputChunk, type RolldownLog } from 'rolldown';
import { licenses } from './licenses.ts';

/** The repository's root, without a trailing slash. */
export const ROOT = path.dirname(import.meta.dirname);

/** What the Action, the terminal, the bot and the threads of `check` run, by the name of the file in dist/. */
export const ENTRIES = {
  action: path.join(ROOT, 'src/action.ts'),
  cli: path.join(ROOT, 'src/cli.ts'),
  bot: path.join(ROOT, 'src/bot.ts'),
  'check-worker': path.join(ROOT, 'src/check-worker.ts'),
} as const;

/**
 * Bundles `entries` (name of the output file → source file) into `folder`, which is emptied first.
 * The bytes depend on the sources and on the installed packages alone: not on the folder, the machine or
 * the Node version. Nothing but Node's own modules is left to be found at run time.
 *
 * Returns the packages whose code is in the output, as keys of package-lock.json (`node_modules/yaml`), sorted.
 *
 * @throws Error when an import cannot be resolved, a bundled licence is not permissive or a path of this
 * machine got into the output.
 */
export async function bundle(
  entries: Readonly<Record<string, string>>,
  folder: string,
): Promise<readonly string[]> {
  await rm(folder, { recursive: true, force: true });
  await using build = await rolldown({
    cwd: ROOT,
    input: { ...entries },
    platform: 'node',
    tsconfig: false,
    transform: { target: 'node20.19' },
    plugins: [licenses(path.join(folder, 'licenses.txt'))],
    onLog: refuseUnresolved,
  });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
  });
  const chunks = output.filter((file) => file.type === 'chunk');
  refuseForeignImports(chunks);
  // Node takes a bundle for ES modules wherever the folder is copied to, without the package.json above it.
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  await refuseMachinePaths(folder);
  return packagesOf(chunks);
}

/** The files below `folder`, relative to it, with forward slashes, sorted. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted();
}

/** What a module was taken from, the innermost package where one is installed inside another. */
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

function packagesOf(chunks: readonly OutputChunk[]): readonly string[] {
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  const bundled = modules.filter(([, { renderedLength }]) => renderedLength > 0);
  const folders = bundled.flatMap(([id]) => PACKAGE.exec(id.replaceAll(path.sep, '/')) ?? []);
  const keys = folders.map((folder) => path.relative(ROOT, folder).replaceAll(path.sep, '/'));
  return [...new Set(keys)].toSorted();
}

/** Rolldown only warns of an import that it cannot find, and the bundle then fails at its user's. */
function refuseUnresolved(
  level: string,
  log: RolldownLog,
  show: (level: 'warn' | 'info' | 'debug', log: RolldownLog) => void,
): void {
  if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
  if (level === 'warn') show('warn', log);
}

function refuseForeignImports(chunks: readonly OutputChunk[]): void {
  const own = new Set(chunks.map((chunk) => chunk.fileName));
  for (const chunk of chunks) {
    for (const imported of [...chunk.imports, ...chunk.dynamicImports]) {
      if (!own.has(imported) && !isBuiltin(imported)) {
        throw new Error(`${chunk.fileName} imports ${imported}, which would have to be installed`);
      }
    }
  }
}

async function refuseMachinePaths(folder: string): Promise<void> {
  const paths = [ROOT, folder, homedir()].filter((place) => place.length > 1).map((place) => `${place}/`);
  for (const file of await listFiles(folder)) {
    const text = await readFile(path.join(folder, file), 'utf8');
    const found = paths.find((place) => text.includes(place));
    if (found !== undefined) throw new Error(`${file} holds the path ${found} of this machine`);
  }
}
