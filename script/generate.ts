/** Writes the generated files of the repository; with --check fails when one of them is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { configFileSchema } from '../src/config/schema.ts';
import { checkReportSchema } from '../src/reports/check-report.ts';
import { planReportSchema } from '../src/reports/plan-report.ts';
import { reportSchema } from '../src/reports/report.ts';
import { ROOT } from './bundle.ts';
import { withActionTables } from './pages/action-tables.ts';
import { configurationPage } from './pages/configuration-page.ts';
import { errorsPage } from './pages/errors-page.ts';
import { findingsPage } from './pages/findings-page.ts';

/** What belongs into each file, by its path. */
const FILES: Readonly<Record<string, () => string | Promise<string>>> = {
  'airec-https.schema.json': () => jsonSchema('airec-https.yml', configFileSchema),
  'docs/check.schema.json': () => jsonSchema('The JSON of airec-https check', checkReportSchema),
  'docs/plan.schema.json': () => jsonSchema('The JSON of airec-https plan', planReportSchema),
  'docs/report.schema.json': () => jsonSchema('The JSON report of airec-https', reportSchema),
  'docs/configuration.md': async () => configurationPage(await read('docs/examples/airec-https.yml')),
  'docs/errors.md': errorsPage,
  'docs/findings.md': findingsPage,
  'docs/github.md': async () => withActionTables(await read('docs/github.md')),
};

/** The schema as what is read has to be: it allows more properties, so that later versions may add some. */
function jsonSchema(title: string, schema: z.ZodType): string {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema, title, ...body }, undefined, 2)}\n`;
}

function read(file: string): Promise<string> {
  return readFile(path.join(ROOT, file), 'utf8');
}

const check = process.argv.includes('--check');
for (const [file, make] of Object.entries(FILES)) {
  const content = await make();
  if (content === (await read(file).catch(() => undefined))) continue;
  if (check) {
    console.error(`${file} is stale: run npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(path.join(ROOT, file), content);
    console.log(`wrote ${file}`);
  }
}
