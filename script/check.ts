// Runs every check that is not a test, one after the other, and goes on after a failure. One line each;
// what a failed check printed follows its line.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { ROOT } from './bundle.ts';

const SOURCES = ['src', 'test', 'script', 'vitest.config.ts'];

/** Files, images and headings, without a network. */
const LINKS = ['--frail', '--quiet', '--no-color', '--use', 'validate-links=repository:false'];
const MARKDOWN = globSync('*.md', { cwd: ROOT });

const CHECKS: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'types', command: ['tsc'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings', ...SOURCES] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'import cycles', command: ['knip', '--cycles'] },
  { name: 'generated files', command: ['node', 'script/generate.ts', '--check'] },
  { name: 'Chinese documents', command: ['node', 'script/check-translations.ts'] },
  { name: 'workflows and action.yml', command: ['node', 'script/check-workflows.ts'] },
  { name: 'documents', command: ['node', 'script/check-documents.ts'] },
  { name: 'links of documents', command: ['remark', ...LINKS, '.github', 'docs', ...MARKDOWN] },
  { name: 'dist', command: ['node', 'script/check-dist.ts'] },
];

if (!process.version.startsWith('v24.')) {
  throw new Error(`The checks run on Node 24, not ${process.version}: start them with npm run check`);
}

let failed = 0;
for (const { name, command } of CHECKS) {
  const [program = '', ...args] = command;
  const started = performance.now();
  const run = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = run.status === 0;
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!passed) {
    failed += 1;
    console.log([run.error?.message, run.stdout, run.stderr].filter(Boolean).join('\n').trim());
  }
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
