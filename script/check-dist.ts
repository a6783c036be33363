// Proves that dist/ is what the sources give, byte for byte, and that every bundle starts. It rebuilds into
// a temporary folder and leaves the work tree alone.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareActionRun } from './action-environment.ts';
import { bundle, ENTRIES, ROOT } from './bundle.ts';
import { findNodes, type NodeBinary } from './find-nodes.ts';
import { differences } from './support/compare-folders.ts';

const DIST = path.join(ROOT, 'dist');
/** A start does next to nothing; more than this is a hang. */
const START_TIMEOUT_MS = 20_000;

const temporary = await mkdtemp(path.join(tmpdir(), 'check-dist-'));
try {
  const problems = await compare(path.join(temporary, 'dist'));
  for (const node of findNodes()) problems.push(...(await startBundles(node)));
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true });
}

/** What differs between dist/ and a clean build in `folder`, one line each. */
async function compare(folder: string): Promise<string[]> {
  await bundle(ENTRIES, folder);
  const problems = await differences(DIST, folder);
  return problems.length === 0
    ? []
    : [...problems.map((problem) => `dist: ${problem}`), 'Run `npm run build` and commit dist/.'];
}

/** Starts the bundles as they are used; what does not start as it should, one line each. */
async function startBundles(node: NodeBinary): Promise<string[]> {
  const { workspace, env } = await prepareActionRun(path.join(temporary, node.version));
  const start = (name: string, args: string[], variables: NodeJS.ProcessEnv) => {
    const run = spawnSync(node.file, [path.join(DIST, name), ...args], {
      cwd: workspace,
      env: variables,
      encoding: 'utf8',
      timeout: START_TIMEOUT_MS,
    });
    const title = `dist/${[name, ...args].join(' ')} with Node ${node.version}`;
    return { ...run, title };
  };
  const terminal = { PATH: env.PATH, HOME: env.HOME };
  const runs = [
    ...['--version', '--help'].map((option) => {
      const run = start('cli.js', [option], terminal);
      return { ...run, ok: run.status === 0 && run.stdout !== '' };
    }),
    // The workspace has no configuration, so the Action must say so in the runner's own words and fail.
    [start('action.js', [], env)].map((run) => ({
      ...run,
      ok: typeof run.status === 'number' && run.status > 0 && /^::error/m.test(run.stdout),
    })),
  ].flat();
  return runs
    .filter((run) => !run.ok)
    .map((run) => `does not start: ${run.title} (exit ${run.status})\n${run.stdout}${run.stderr}`.trimEnd());
}
