// Lints .github/workflows, the examples in docs/workflows and action.yml with actionlint, with the language service that GitHub's own
// editor uses, and for pinned actions. Says what it found, one line each, and fails on anything at all.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './bundle.ts';
import { lintPins, lintWithLanguageService, runActionlint } from './support/lint-workflow.ts';

const workflows = globSync('{.github,docs}/workflows/*.{yml,yaml}', { cwd: ROOT }).toSorted();
if (workflows.length === 0) throw new Error('There is no workflow to lint');

const problems: string[] = [];
for (const file of [...workflows, 'action.yml']) {
  const text = await readFile(path.join(ROOT, file), 'utf8');
  if (workflows.includes(file)) problems.push(...(await runActionlint(file, text)));
  problems.push(...(await lintWithLanguageService(file, text)), ...lintPins(file, text));
}
for (const problem of problems) console.log(problem);
console.log(`${workflows.length + 1} files, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
