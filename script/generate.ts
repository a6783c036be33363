/** Writes the generated files of the repository; with --check fails when one of them is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { FILE_RULES } from '../src/endpoints/findings/file-rules.ts';
import { ENDPOINT_RULES, FAILURE_RULES, SERVED_RULES } from '../src/endpoints/findings/registry.ts';
import { configFileSchema } from '../src/config/schema.ts';
import { checkReportSchema } from '../src/reports/check-report.ts';
import { planReportSchema } from '../src/reports/plan-report.ts';
import { reportSchema } from '../src/reports/report.ts';
import { FINDING_GUIDE } from './support/finding-guide.ts';

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

/** Columns aligned as the formatter has them, the first row as heading. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const rule = widths.map((width) => '-'.repeat(width));
  return rows
    .toSpliced(1, 0, rule)
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

/** Every finding, with the citations of the rules that report it. */
function findingsPage(): GeneratedFile {
  const rules = [...SERVED_RULES, ...ENDPOINT_RULES, ...FAILURE_RULES, ...FILE_RULES];
  const rows = Object.entries(FINDING_GUIDE).map(([id, guide]) => {
    const citations = new Set(rules.flatMap((rule) => (rule.id === id ? [rule.citation] : [])));
    return [`\`${id}\``, ...guide, [...citations].join('; ') || '–'];
  });
  const heading = ['id', 'severity', 'what it means', 'who fails', 'what to do', 'rests on'];
  const content = `# Findings

The ids are stable. Severity goes by consequence: \`error\` when a declared client refuses, \`warning\` when it works now and
will not for long, only by luck, or not for some clients outside the declared ones, \`info\` to know.

${markdownTable([heading, ...rows])}
`;
  return { path: 'docs/findings.md', content };
}

const files: readonly GeneratedFile[] = [
  jsonSchema('airec-https.schema.json', 'airec-https.yml', configFileSchema),
  jsonSchema('docs/check.schema.json', 'The JSON of airec-https check', checkReportSchema),
  findingsPage(),
  jsonSchema('docs/plan.schema.json', 'The JSON of airec-https plan', planReportSchema),
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
