import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../bundle.ts';

/**
 * How the files below `present` differ from those below `wanted`, byte for byte, one line each: `missing: FILE`, `left over:
 * FILE` or `differs: FILE`. Empty when they are equal; a folder that is not there has no files.
 */
export async function differences(present: string, wanted: string): Promise<string[]> {
  const [there, due] = [new Set(await filesOf(present)), new Set(await filesOf(wanted))];
  const problems = [
    ...[...due].filter((file) => !there.has(file)).map((file) => `missing: ${file}`),
    ...[...there].filter((file) => !due.has(file)).map((file) => `left over: ${file}`),
  ];
  for (const file of [...due].filter((name) => there.has(name))) {
    const [is, should] = await Promise.all(
      [present, wanted].map((folder) => readFile(path.join(folder, file))),
    );
    if (is === undefined || should === undefined || !is.equals(should)) problems.push(`differs: ${file}`);
  }
  return problems;
}

async function filesOf(folder: string): Promise<readonly string[]> {
  return existsSync(folder) ? listFiles(folder) : [];
}
