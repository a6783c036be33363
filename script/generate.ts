/** Writes the generated files of the repository; with --check fails when one of them is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { configFileSchema } from '../src/config/schema.ts';

interface GeneratedFile {
  /** Relative to the top level. */
  readonly path: string;
  readonly content: string;
}

const root = path.join(import.meta.dirname, '..');

function configurationSchema(): GeneratedFile {
  const { $schema, ...schema } = z.toJSONSchema(configFileSchema, { io: 'input', target: 'draft-2020-12' });
  const titled = { $schema, title: 'airec-https.yml', ...schema };
  return { path: 'airec-https.schema.json', content: `${JSON.stringify(titled, undefined, 2)}\n` };
}

const files: readonly GeneratedFile[] = [configurationSchema()];

async function isStale(file: GeneratedFile): Promise<boolean> {
  const present = await readFile(path.join(root, file.path), 'utf8').catch(() => undefined);
  return present !== file.content;
}

const check = process.argv.includes('--check');
for (const file of files) {
  if (!(await isStale(file))) continue;
  if (check) {
    console.error(`${file.path} is stale: run npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(path.join(root, file.path), file.content);
    console.log(`wrote ${file.path}`);
  }
}
