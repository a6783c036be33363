import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What a build writes, below dist/. */
const NAME = /^(?:[a-z][a-z-]*\.js|licenses\.txt|package\.json|chunks\/[A-Za-z0-9_][A-Za-z0-9_.-]*\.js)$/;
const REQUIRED = ['action.js', 'bot.js', 'cli.js', 'licenses.txt', 'package.json'];
const MOST_FILES = 500;
const MOST_OCTETS = 32 * 1024 * 1024;

/**
 * The files of a dist/ from a place that is not trusted, by their name below it, sorted.
 *
 * @throws Error for a name that no build gives, for what is no plain file (a link could lead anywhere), for more than 500 files
 * or 32 MiB, and when an entry of the bundle is not there.
 */
export async function readBuiltDist(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await list(folder, '');
  const strange = names.find((name) => !NAME.test(name));
  if (strange !== undefined) throw new Error(`Not a file of dist/: ${JSON.stringify(strange)}`);
  const missing = REQUIRED.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`dist/ lacks ${missing.join(', ')}`);
  let octets = 0;
  const files = new Map<string, Buffer>();
  for (const name of names.toSorted()) {
    octets += (await lstat(path.join(folder, name))).size;
    if (octets > MOST_OCTETS) throw new Error('dist/ is larger than 32 MiB');
    files.set(name, await readFile(path.join(folder, name)));
  }
  return files;
}

async function list(folder: string, prefix: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(path.join(folder, prefix), { withFileTypes: true })) {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory() && name === 'chunks') names.push(...(await list(folder, 'chunks/')));
    else if (entry.isFile()) names.push(name);
    else throw new Error(`Not a plain file of dist/: ${JSON.stringify(name)}`);
  }
  if (names.length > MOST_FILES) throw new Error('dist/ has more than 500 files');
  return names;
}
