import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, closeGitHubs, type Script, scriptGitHub, startGitHub, TOKENS } from '../support/github.ts';
import { ROOT } from '../support/module-facts.ts';
import { closeServers } from '../support/servers.ts';

const BRANCH = 'dependabot/npm_and_yarn/npm-0123456789';
const OLD = { 'dist/action.js': 'old', 'dist/chunks/gone.js': 'old' };
const NEW = {
  'action.js': 'new',
  'bot.js': 'b',
  'cli.js': 'c',
  'licenses.txt': 'l',
  'package.json': '{}',
  'chunks/a-1.js': 'a',
};

const work = mkdtempSync(path.join(tmpdir(), 'airec-https-commit-dist-'));
afterAll(async () => {
  await closeGitHubs();
  await closeServers();
  rmSync(work, { recursive: true });
});

let emulated = '';
let head = '';
/** What the emulated GitHub does not tell: who signed, and what a branch changes. */
let changed: string[] = [];
let author = 'dependabot[bot]';
let verified = true;

const facts: Script = async ({ method, path: asked }) => {
  if (method !== 'GET') return undefined;
  if (asked.includes('/compare/')) {
    return { status: 200, json: { files: changed.map((filename) => ({ filename })) } };
  }
  if (!/\/commits\/[0-9a-f]{40}$/.test(asked)) return undefined;
  const { tree } = (await ask(emulated, `/git/commits/${head}`)) as { tree: { sha: string } };
  return { status: 200, json: { author: { login: author }, commit: { tree, verification: { verified } } } };
};

beforeEach(async () => {
  emulated = await startGitHub();
  [changed, author, verified] = [['package.json', 'package-lock.json'], 'dependabot[bot]', true];
  head = await put('docs.txt', 'r');
  for (const [file, content] of Object.entries(OLD)) head = await put(file, content);
  await ask(emulated, '/git/refs', { body: { ref: `refs/heads/${BRANCH}`, sha: head } });
});

async function put(file: string, content: string, branch = 'main'): Promise<string> {
  const body = { message: file, content: Buffer.from(content).toString('base64'), branch };
  const { commit } = (await ask(emulated, `/contents/${file}`, { method: 'PUT', body })) as {
    commit: { sha: string };
  };
  return commit.sha;
}

function artifact(files: Readonly<Record<string, string>> = NEW): string {
  const folder = mkdtempSync(path.join(work, 'dist-'));
  mkdirSync(path.join(folder, 'chunks'));
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
  return folder;
}

async function commitBuilt(folder: string, run: object = {}) {
  const github = await scriptGitHub(facts, emulated);
  const event = {
    repository: { default_branch: 'main' },
    workflow_run: {
      event: 'pull_request',
      conclusion: 'success',
      head_branch: BRANCH,
      head_sha: head,
      head_repository: { full_name: 'acme/shop' },
      ...run,
    },
  };
  const file = path.join(mkdtempSync(path.join(work, 'event-')), 'event.json');
  writeFileSync(file, JSON.stringify(event));
  const child = spawn(process.execPath, [path.join(ROOT, 'script/commit-dist.ts'), folder], {
    env: {
      GITHUB_API_URL: github.apiUrl,
      GITHUB_EVENT_PATH: file,
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_TOKEN: TOKENS.person,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stderr, stdout, [status]] = await Promise.all([
    text(child.stderr),
    text(child.stdout),
    once(child, 'exit'),
  ]);
  return { status, stderr, stdout, writes: github.calls.filter(({ method }) => method !== 'GET').length };
}

async function tip(): Promise<string> {
  const ref = (await ask(emulated, `/git/ref/heads/${BRANCH}`)) as { object: { sha: string } };
  return ref.object.sha;
}

describe('the half that commits dist/', () => {
  it('puts the built dist/ in the place of the old one, upon the commit that it was built from', async () => {
    expect(await commitBuilt(artifact())).toMatchObject({ status: 0, stderr: '' });
    const made = (await ask(emulated, `/git/commits/${await tip()}`)) as {
      message: string;
      parents: { sha: string }[];
      tree: { sha: string };
    };
    expect(made.parents.map(({ sha }) => sha)).toEqual([head]);
    expect(made.message).toContain('[dependabot skip]');
    const { tree } = (await ask(emulated, `/git/trees/${made.tree.sha}?recursive=1`)) as {
      tree: { path: string; type: string }[];
    };
    const files = tree.filter(({ type }) => type === 'blob').map((entry) => entry.path);
    expect(files.filter((file) => file.startsWith('dist/')).toSorted()).toEqual(
      Object.keys(NEW)
        .map((file) => `dist/${file}`)
        .toSorted(),
    );
    expect(files).toContain('docs.txt');
    const action = (await ask(emulated, `/contents/dist/action.js?ref=${BRANCH}`)) as { content: string };
    expect(Buffer.from(action.content, 'base64').toString()).toBe('new');
  });

  it('commits nothing when nothing has changed', async () => {
    expect(await commitBuilt(artifact())).toMatchObject({ status: 0 });
    head = await tip();
    expect(await commitBuilt(artifact())).toMatchObject({ status: 0 });
    expect(await tip()).toBe(head);
  });

  it('loses to whoever moved the branch in between', async () => {
    const moved = await put('late.txt', 'late', BRANCH);
    expect(await commitBuilt(artifact())).toMatchObject({ status: 1 });
    expect(await tip()).toBe(moved);
  });

  it.each<readonly [string, object]>([
    ['a fork', { head_repository: { full_name: 'mallory/shop' } }],
    ['another branch', { head_branch: 'main' }],
    ['bumps of actions', { head_branch: 'dependabot/github_actions/x' }],
    ['a branch that climbs', { head_branch: 'dependabot/npm_and_yarn/../../main' }],
    ['a push', { event: 'push' }],
    ['a build that failed', { conclusion: 'failure' }],
    ['what is no commit', { head_sha: 'main' }],
  ])('refuses %s without asking for anything', async (_name, run) => {
    expect(await commitBuilt(artifact(), run)).toMatchObject({ status: 1, writes: 0 });
  });

  it.each<readonly [string, () => void]>([
    ['somebody else’s commit', () => (author = 'mallory')],
    ['a commit without a signature', () => (verified = false)],
    ['a bump that changes a workflow', () => changed.push('.github/workflows/ci.yml')],
    ['a bump that changes a source', () => changed.push('src/action.ts')],
  ])('refuses %s', async (_name, spoil) => {
    spoil();
    expect(await commitBuilt(artifact())).toMatchObject({ status: 1, writes: 0 });
    expect(await tip()).toBe(head);
  });

  it.each<readonly [string, () => string]>([
    ['a file that no build gives', () => artifact({ ...NEW, 'run.sh': '' })],
    ['a bundle without its entry', () => artifact({ 'cli.js': 'c' })],
    ['more files than there can be', () => artifact({ ...NEW, ...many() })],
    ['a link', () => linked()],
    ['a folder that is no chunks', () => nested()],
  ])('refuses %s', async (_name, make) => {
    expect(await commitBuilt(make())).toMatchObject({ status: 1, writes: 0 });
    expect(await tip()).toBe(head);
  });
});

function many(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`chunks/${index}.js`, '']));
}

function linked(): string {
  const folder = artifact();
  symlinkSync('/etc/hostname', path.join(folder, 'chunks/b.js'));
  return folder;
}

function nested(): string {
  const folder = artifact();
  mkdirSync(path.join(folder, '.github'));
  return folder;
}
