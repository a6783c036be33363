/** Writes the generated files of the repository; with --check fails when one of them is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { configFileSchema } from '../src/config/schema.ts';
import { checkReportSchema } from '../src/reports/check-report.ts';
import { reportSchema } from '../src/reports/report.ts';

interface GeneratedFile {
  /** Relative to the top level. */
  readonly path: string;
  readonly content: string;
}

const root = path.join(import.meta.dirname, '..');

/** The schema as what is read has to be: it allows more properties, so that later versions may add some. */
function jsonSchema(file: string, title: string, schema: z.ZodType): GeneratedFile {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return { path: file, content: `${JSON.stringify({ $schema, title, ...body }, undefined, 2)}\n` };
}

const files: readonly GeneratedFile[] = [
  jsonSchema('airec-https.schema.json', 'airec-https.yml', configFileSchema),
  jsonSchema('docs/check.schema.json', 'The JSON of airec-https check', checkReportSchema),
  jsonSchema('docs/report.schema.json', 'The JSON report of airec-https', reportSchema),
];

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
