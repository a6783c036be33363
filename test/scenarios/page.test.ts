import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../script/bundle.ts';
import { serialiseState } from '../../src/monitoring/parse-state.ts';
import { closeGitHubs } from '../support/github.ts';
import { type ProgramRun, startProgram } from '../support/scenario/run-program.ts';
import { pullRequests, readBranch, watching } from '../support/scenario/watched.ts';
import { closeServers } from '../support/servers.ts';
import { closeSlacks } from '../support/slack.ts';
import { samplePage } from '../support/status-page.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-https-page-'));
  const { report, state } = samplePage();
  await writeFile(path.join(folder, 'report.json'), JSON.stringify(report));
  await writeFile(path.join(folder, 'state.json'), serialiseState(state));
  await writeFile(path.join(folder, 'newer.json'), '{"version": 99}');
  await writeFile(path.join(folder, 'broken.json'), '{');
  await mkdir(path.join(folder, 'precious'));
  await writeFile(path.join(folder, 'precious/thesis.html'), 'mine');
});

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
  await rm(folder, { recursive: true, force: true });
});

function page(...argv: readonly string[]): Promise<ProgramRun> {
  const env = { PATH: process.env.PATH, GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/n' };
  return startProgram({ entry: 'cli.js', argv: ['page', ...argv], cwd: folder, env }).ended;
}

describe.concurrent('airec-https page', () => {
  it('writes the same files twice, and tells what it wrote', async () => {
    const call = ['--report', 'report.json', '--state', 'state.json', '--out', 'twice', '--json'];
    const [first, second] = [await page(...call), await page(...call)];
    expect([first.exitCode, second.exitCode, second.stderr]).toEqual([0, 0, '']);
    expect(second.stdout).toBe(first.stdout);
    const { files, headline, bytes } = JSON.parse(first.stdout);
    expect({ files, headline }).toEqual({
      files: 10,
      headline: '1 of 6 endpoints does not work for every client',
    });
    expect(bytes).toBeGreaterThan(10_000);
    const written = await readdir(path.join(folder, 'twice'), { recursive: true });
    expect(written).toEqual(
      expect.arrayContaining(['index.html', 'badge.svg', 'endpoints/rec.example.com_443.html']),
    );
    const index = await readFile(path.join(folder, 'twice/index.html'), 'utf8');
    expect(index).toContain('https://github.com/o/n/pull/12');
  });

  it('needs no state, and takes a title', async () => {
    const { exitCode } = await page('--report', 'report.json', '--out', 'bare', '--title', 'A & <b>');
    expect(exitCode).toBe(0);
    const index = await readFile(path.join(folder, 'bare/index.html'), 'utf8');
    expect(index).toContain('A &#38; &#60;b&#62;');
  });

  it.each([
    ['no report', [], 'USAGE'],
    ['an empty title', ['--report', 'report.json', '--title', ' '], 'USAGE'],
    ['a report that is not there', ['--report', 'none.json'], 'FILE_UNREADABLE'],
    ['a folder for a report', ['--report', 'precious'], 'FILE_UNREADABLE'],
    ['a report that is no JSON', ['--report', 'broken.json'], 'PAGE_REPORT_INVALID'],
    ['a state for a report', ['--report', 'state.json'], 'PAGE_REPORT_INVALID'],
    ['a report for a state', ['--report', 'report.json', '--state', 'report.json'], 'PAGE_STATE_INVALID'],
    ['a newer state', ['--report', 'report.json', '--state', 'newer.json'], 'MONITOR_STATE_NEWER'],
    ['a folder of others', ['--report', 'report.json', '--out', 'precious'], 'PAGE_FOLDER_FOREIGN'],
    ['a file for a folder', ['--report', 'report.json', '--out', 'report.json'], 'PAGE_NOT_WRITABLE'],
  ])('ends with 2 for %s', async (_name, argv, code) => {
    const { exitCode, stderr } = await page(...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(code);
    expect(await readdir(path.join(folder, 'precious'))).toEqual(['thesis.html']);
  });

  it(
    'shows what the Action has seen and remembers, by the command of the example',
    watching(async ({ place, issued, monitor, github, workspace }) => {
      place(issued.leafPem);
      await monitor();
      const { report } = await monitor({}, { hours: 1 });
      await mkdir(path.join(workspace, '.state'));
      await writeFile(
        path.join(workspace, '.state/state.json'),
        await readBranch(github, 'state.json', 'airec-https-state'),
      );
      const file = path.join(workspace, 'report.json');
      await writeFile(file, JSON.stringify(report));
      await symlink(ROOT, path.join(workspace, '.airec-https'));
      const example = parse(await readFile(path.join(ROOT, 'docs/workflows/pages.yml'), 'utf8')) as {
        jobs: { monitor: { steps: readonly { run?: string }[] } };
      };
      const run = example.jobs.monitor.steps.find((step) => step.run)?.run ?? 'false';
      const env = { PATH: process.env.PATH, REPORT: file, RUNNER_TEMP: workspace };
      await promisify(execFile)('bash', ['-euc', run], { cwd: workspace, env });
      const [name = ''] = report.endpoints.map((endpoint) => endpoint.name);
      const written = path.join(workspace, 'site/endpoints', `${name.replace(':', '_')}.html`);
      const [{ number } = { number: 0 }] = await pullRequests(github);
      const text = await readFile(written, 'utf8');
      for (const part of ['repairable', 'missing-intermediate', 'Handshake', `PR #${number}`, 'Needed'])
        expect(text).toContain(part);
    }),
  );
});
