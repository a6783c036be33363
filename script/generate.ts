/** Writes the generated files of the repository; with --check fails when one of them is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { configFileSchema } from '../src/config/schema.ts';
import { monitorReportSchema } from '../src/reports/monitor/monitor-report-schema.ts';
import { checkReportSchema } from '../src/reports/check/check-report.ts';
import { planReportSchema } from '../src/reports/plan/plan-report.ts';
import { reportSchema } from '../src/reports/deploy/report.ts';
import { ROOT } from './bundle.ts';
import { withActionTables } from './pages/action-tables.ts';
import { configurationPage } from './pages/configuration-page.ts';
import { errorsPage } from './pages/errors-page.ts';
import { findingsPage } from './pages/findings-page.ts';
import { pairOf, readMark, withMark } from './support/translation-pairs.ts';

/** A configuration with every key. */
const EXAMPLE = 'docs/examples/airec-https.yml';

/** What belongs into each file, by its path. */
const FILES: Readonly<Record<string, () => string | Promise<string>>> = {
  'airec-https.schema.json': () => jsonSchema('airec-https.yml', configFileSchema),
  'docs/check.schema.json': () => jsonSchema('The JSON of airec-https check', checkReportSchema),
  'docs/monitor.schema.json': () => jsonSchema('The JSON of airec-https monitor', monitorReportSchema),
  'docs/plan.schema.json': () => jsonSchema('The JSON of airec-https plan', planReportSchema),
  'docs/report.schema.json': () => jsonSchema('The JSON report of airec-https', reportSchema),
  'docs/configuration.md': async () => configurationPage(await read(EXAMPLE), 'en'),
  'docs/zh/configuration.md': async () => configurationPage(await read(EXAMPLE), 'zh'),
  'docs/errors.md': () => errorsPage('en'),
  'docs/zh/errors.md': () => errorsPage('zh'),
  'docs/findings.md': () => findingsPage('en'),
  'docs/zh/findings.md': () => findingsPage('zh'),
  'docs/github.md': async () => withActionTables(await read('docs/github.md'), 'en'),
  'docs/zh/github.md': async () => withActionTables(await read('docs/zh/github.md'), 'zh'),
};

/** The schema as what is read has to be: it allows more properties, so that later versions may add some. */
function jsonSchema(title: string, schema: z.ZodType): string {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema, title, ...body }, undefined, 2)}\n`;
}

function read(file: string): Promise<string> {
  return readFile(path.join(ROOT, file), 'utf8');
}

/** A Chinese page keeps the mark of when it was last held against the English one: writing it anew is no look at it. */
function keepMark(file: string, content: string, present = ''): string {
  const [pair, mark] = [pairOf(file), readMark(present)];
  return pair?.chinese === file && mark !== undefined ? withMark(content, pair.english, mark) : content;
}

const check = process.argv.includes('--check');
for (const [file, make] of Object.entries(FILES)) {
  const present = await read(file).catch(() => undefined);
  const content = keepMark(file, await make(), present);
  if (content === present) continue;
  if (check) {
    console.error(`${file} is stale: run npm run generate`);
    process.exitCode = 1;
  } else {
    await writeFile(path.join(ROOT, file), content);
    console.log(`wrote ${file}`);
  }
}
