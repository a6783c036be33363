/**
 * Holds every Chinese twin in docs/zh against its English document: headings, blocks, code, tables, inline
 * code, links and pictures, spaces and punctuation, and whether somebody has looked at it since the English changed. One line a
 * problem. `--accept FILE …` writes into a twin that it was held against the present English document.
 */
import { parseArgs } from 'node:util';
import { ROOT } from './bundle.ts';
import { listPairs } from './support/translation-pairs.ts';
import { acceptTranslation, findTranslationProblems } from './support/translation-problems.ts';

const { values, positionals } = parseArgs({
  options: { accept: { type: 'boolean', default: false }, root: { type: 'string', default: ROOT } },
  allowPositionals: true,
});
const problems = values.accept
  ? positionals.flatMap((file) => acceptTranslation(values.root, file))
  : findTranslationProblems(values.root);
for (const problem of problems) console.log(problem);
const count = values.accept ? positionals.length : listPairs(values.root).length;
console.log(`${count} twins, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
