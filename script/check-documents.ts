// Checks what the documents say: that every call of the program names a command and options there are, that YAML is a
// workflow or a configuration that is accepted, and that JSON is JSON. Links are remark's. Says what it found, one line
// each, and fails on anything at all.
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './bundle.ts';
import { checkBlocks } from './support/document-blocks.ts';
import { checkCommands } from './support/document-commands.ts';

const documents = globSync(['*.md', 'docs/**/*.md', '.github/**/*.md'], { cwd: ROOT }).toSorted();
const problems: string[] = [];
for (const file of documents) {
  const markdown = await readFile(path.join(ROOT, file), 'utf8');
  problems.push(...checkCommands(file, markdown), ...(await checkBlocks(file, markdown)));
}
for (const problem of problems) console.log(problem);
console.log(`${documents.length} documents, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
