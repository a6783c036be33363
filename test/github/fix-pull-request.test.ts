import { afterAll, describe, expect, it } from 'vitest';
import { findFixes, findMergedFixes, findOpenFixes } from '../../src/github/find-fixes.ts';
import { fixBranchName } from '../../src/github/fix-branch.ts';
import { closeFix, type FixProposal, proposeFix } from '../../src/github/fix-pull-request.ts';
import {
  ask,
  closeGitHubs,
  openAt,
  type Reply,
  scriptGitHub,
  startGitHub,
  TOKENS,
} from '../support/github.ts';
import { closeServers } from '../support/servers.ts';

afterAll(closeGitHubs);
afterAll(closeServers);

const KEY = '0123456789abcdef'.repeat(4);
const TOPIC = { what: 'rec.example.com', key: KEY, base: 'main' };
const BRANCH = 'airec-https/fix-rec-example-com-01234567';
const WORKBOOK = Buffer.from([0x00, 0xff, 0xfe, 0x0d, 0x0a]);

function proposal(changes: Partial<FixProposal> = {}): FixProposal {
  return {
    ...TOPIC,
    title: 'fix(certs): complete chain for rec.example.com',
    body: '## What is wrong\n\nThe intermediate is missing.',
    files: [
      { path: 'certs/rec.pem', bytes: Buffer.from('chain\n') },
      { path: 'certificate_info.xlsx', bytes: WORKBOOK },
    ],
    labels: ['certificates', 'severity:critical'],
    ...changes,
  };
}

interface Pull {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly body: string;
  readonly html_url: string;
  readonly user: { readonly login: string };
  readonly head: { readonly ref: string };
  readonly base: { readonly ref: string };
  readonly labels: readonly { readonly name: string }[];
}

async function pulls(apiUrl: string): Promise<readonly Pull[]> {
  return (await ask(apiUrl, '/pulls?state=all')) as Pull[];
}

async function headOf(apiUrl: string, branch = BRANCH): Promise<string> {
  return ((await ask(apiUrl, `/git/ref/heads/${branch}`)) as { object: { sha: string } }).object.sha;
}

async function bytesAt(apiUrl: string, path: string, ref = BRANCH): Promise<Buffer> {
  const { content } = (await ask(apiUrl, `/contents/${path}?ref=${ref}`)) as { content: string };
  return Buffer.from(content, 'base64');
}

async function comments(apiUrl: string, number: number): Promise<readonly string[]> {
  const all = (await ask(apiUrl, `/issues/${number}/comments`)) as { body: string }[];
  return all.map(({ body }) => body);
}

/** A person pushes a file to a branch. */
async function push(apiUrl: string, path: string, branch: string): Promise<void> {
  const content = Buffer.from('by hand\n').toString('base64');
  await ask(apiUrl, `/contents/${path}`, { method: 'PUT', body: { message: 'By hand', content, branch } });
}

async function patch(apiUrl: string, number: number, body: object): Promise<void> {
  await ask(apiUrl, `/pulls/${number}`, { method: 'PATCH', body });
}

async function opened(): Promise<{ apiUrl: string; number: number }> {
  const apiUrl = await startGitHub();
  const { number = 0 } = await proposeFix(openAt(apiUrl), proposal());
  return { apiUrl, number };
}

describe('proposeFix', () => {
  it('opens a pull request with the bytes, the text and the labels of the proposal', async () => {
    const apiUrl = await startGitHub();
    const outcome = await proposeFix(openAt(apiUrl), proposal());
    const [pull, ...others] = await pulls(apiUrl);
    expect(others).toEqual([]);
    expect(outcome).toEqual({
      operation: 'created',
      why: 'opened',
      number: pull?.number,
      url: pull?.html_url,
    });
    expect(pull).toMatchObject({
      state: 'open',
      title: 'fix(certs): complete chain for rec.example.com',
      user: { login: 'airec-monitor' },
      head: { ref: BRANCH },
      base: { ref: 'main' },
    });
    expect(pull?.labels.map(({ name }) => name)).toEqual(['certificates', 'severity:critical']);
    expect(pull?.body.startsWith('## What is wrong\n\nThe intermediate is missing.\n')).toBe(true);
    expect((await bytesAt(apiUrl, 'certs/rec.pem')).toString()).toBe('chain\n');
    expect(await bytesAt(apiUrl, 'certificate_info.xlsx')).toEqual(WORKBOOK);
    expect((await bytesAt(apiUrl, 'README.md')).length).toBeGreaterThan(0);
    const labels = (await ask(apiUrl, '/labels?per_page=100')) as { name: string }[];
    expect(labels.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['airec-https:ack', 'airec-https:snooze-7d']),
    );
  });

  it('writes nothing the second time', async () => {
    const { apiUrl: behind, number } = await opened();
    const { apiUrl, calls } = await scriptGitHub(() => undefined, behind);
    expect(await proposeFix(openAt(apiUrl), proposal())).toMatchObject({
      operation: 'none',
      why: 'up-to-date',
      number,
    });
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('commits again only when bytes differ, on top of what is there and of its base', async () => {
    const { apiUrl, number } = await opened();
    const before = await headOf(apiUrl);
    await push(apiUrl, 'docs/other.md', 'main');
    const base = await headOf(apiUrl, 'main');
    const files = [{ path: 'certs/rec.pem', bytes: Buffer.from('longer chain\n') }];
    expect(await proposeFix(openAt(apiUrl), proposal({ files }))).toMatchObject({
      operation: 'updated',
      why: 'files-changed',
      number,
    });
    const commit = (await ask(apiUrl, `/git/commits/${await headOf(apiUrl)}`)) as {
      parents: { sha: string }[];
    };
    expect(commit.parents.map(({ sha }) => sha)).toEqual([before, base]);
    expect((await bytesAt(apiUrl, 'certs/rec.pem')).toString()).toBe('longer chain\n');
    // It is proposed no longer, so it is as in the base: not there.
    await expect(bytesAt(apiUrl, 'certificate_info.xlsx')).rejects.toThrow('404');
    expect(await proposeFix(openAt(apiUrl), proposal({ files }))).toMatchObject({ why: 'up-to-date' });
  });

  it("brings the text up to date, and else leaves people's edits", async () => {
    const { apiUrl, number } = await opened();
    const [pull] = await pulls(apiUrl);
    await patch(apiUrl, number, { title: 'Better', body: `Edited. ${pull?.body}` });
    expect(await proposeFix(openAt(apiUrl), proposal())).toMatchObject({ why: 'up-to-date' });
    expect((await pulls(apiUrl))[0]?.title).toBe('Better');
    const body = 'Now java fails too.';
    expect(await proposeFix(openAt(apiUrl), proposal({ body }))).toMatchObject({
      operation: 'updated',
      why: 'text-changed',
    });
    expect((await pulls(apiUrl))[0]?.body.startsWith(body)).toBe(true);
  });

  it('never pushes over the commit of a person, and says so once', async () => {
    const { apiUrl, number } = await opened();
    await push(apiUrl, 'certs/rec.md', BRANCH);
    const head = await headOf(apiUrl);
    const files = [{ path: 'certs/rec.pem', bytes: Buffer.from('other\n') }];
    for (let run = 0; run < 2; run += 1) {
      expect(await proposeFix(openAt(apiUrl), proposal({ files }))).toMatchObject({
        operation: 'none',
        why: 'commits-by-people',
        number,
      });
    }
    expect(await headOf(apiUrl)).toBe(head);
    expect(await comments(apiUrl, number)).toHaveLength(1);
  });

  it('takes a commit of ours that a person has amended for theirs', async () => {
    const { apiUrl } = await opened();
    const sha = await headOf(apiUrl);
    const ours = (await ask(apiUrl, `/git/commits/${sha}`)) as {
      message: string;
      author: object;
      tree: { sha: string };
      parents: { sha: string }[];
    };
    const amended = (await ask(apiUrl, '/git/commits', {
      body: {
        message: ours.message,
        tree: ours.tree.sha,
        parents: ours.parents.map((parent) => parent.sha),
        author: ours.author,
        committer: { name: 'rita', email: 'rita@example.com' },
      },
    })) as { sha: string };
    await ask(apiUrl, `/git/refs/heads/${BRANCH}`, {
      method: 'PATCH',
      body: { sha: amended.sha, force: true },
    });
    expect(await proposeFix(openAt(apiUrl), proposal())).toMatchObject({ why: 'commits-by-people' });
  });

  it('does not overwrite a push at the very moment', async () => {
    const { apiUrl: behind } = await opened();
    const { apiUrl } = await scriptGitHub(async ({ method, path }) => {
      if (method === 'PATCH' && path.includes('/git/refs/')) await push(behind, 'certs/rec.md', BRANCH);
      return undefined;
    }, behind);
    const files = [{ path: 'certs/rec.pem', bytes: Buffer.from('other\n') }];
    expect(await proposeFix(openAt(apiUrl), proposal({ files }))).toMatchObject({
      operation: 'none',
      why: 'overtaken',
    });
    expect((await bytesAt(behind, 'certs/rec.md')).toString()).toBe('by hand\n');
  });

  it('takes a pull request that people have closed for their answer', async () => {
    const { apiUrl, number } = await opened();
    await patch(apiUrl, number, { state: 'closed' });
    expect(await proposeFix(openAt(apiUrl), proposal({ body: 'Again' }))).toMatchObject({
      operation: 'ignored',
      why: 'closed-by-people',
      number,
    });
    const other = proposal({ key: 'f'.repeat(64) });
    expect(await proposeFix(openAt(apiUrl), other)).toMatchObject({ operation: 'created' });
  });

  it('opens none for what the base holds already', async () => {
    const { apiUrl, number } = await opened();
    await ask(apiUrl, `/pulls/${number}/merge`, { method: 'PUT', body: {} });
    expect(await proposeFix(openAt(apiUrl), proposal())).toEqual({ operation: 'none', why: 'on-base' });
  });

  it('opens another one when what was merged is not there any more', async () => {
    const { apiUrl, number } = await opened();
    await ask(apiUrl, `/pulls/${number}/merge`, { method: 'PUT', body: {} });
    const files = [{ path: 'certs/rec.pem', bytes: Buffer.from('third\n') }];
    expect(await proposeFix(openAt(apiUrl), proposal({ files }))).toMatchObject({ operation: 'created' });
    expect((await pulls(apiUrl)).filter(({ state }) => state === 'open')).toHaveLength(1);
  });

  it.each([
    { name: 'of a person', token: TOKENS.person, body: 'By hand' },
    { name: 'whose mark is gone', token: TOKENS.monitor, body: 'By hand' },
    {
      name: 'with the mark of another incident',
      token: TOKENS.monitor,
      body: `<!-- airec-https:fix {"v":1,"key":"${'0123456789'.repeat(6)}","digest":""} -->`,
    },
  ])('leaves a pull request $name alone', async ({ token, body }) => {
    const apiUrl = await startGitHub();
    const sha = await headOf(apiUrl, 'main');
    await ask(apiUrl, '/git/refs', { body: { ref: `refs/heads/${BRANCH}`, sha } });
    await ask(apiUrl, '/pulls', { token, body: { title: 'Mine', body, head: BRANCH, base: 'main' } });
    expect(await proposeFix(openAt(apiUrl), proposal())).toMatchObject({
      operation: 'none',
      why: 'not-ours',
    });
    expect(await headOf(apiUrl)).toBe(sha);
  });

  it('goes on from the branch that a run has left that was cut off', async () => {
    const behind = await startGitHub();
    const reply: Reply = { status: 500, json: { message: 'Server Error' } };
    const { apiUrl } = await scriptGitHub(
      ({ method, path }) => (method === 'POST' && path.endsWith('/pulls') ? reply : undefined),
      behind,
    );
    await expect(proposeFix(openAt(apiUrl), proposal())).rejects.toMatchObject({
      code: 'GITHUB_UNAVAILABLE',
    });
    const head = await headOf(behind);
    expect(await proposeFix(openAt(behind), proposal())).toMatchObject({ operation: 'created' });
    expect(await headOf(behind)).toBe(head);
  });

  it('leaves a branch of that name alone that people have made', async () => {
    const apiUrl = await startGitHub();
    const sha = await headOf(apiUrl, 'main');
    await ask(apiUrl, '/git/refs', { body: { ref: `refs/heads/${BRANCH}`, sha } });
    await push(apiUrl, 'mine.md', BRANCH);
    expect(await proposeFix(openAt(apiUrl), proposal())).toEqual({
      operation: 'none',
      why: 'commits-by-people',
    });
  });

  it('adopts the pull request that another run has opened in the meantime', async () => {
    const { apiUrl: behind, number } = await opened();
    let listings = 0;
    const message = `A pull request already exists for acme:${BRANCH}.`;
    const { apiUrl } = await scriptGitHub(({ method, path }) => {
      if (path.includes('/pulls?') && (listings += 1) === 1) return { status: 200, json: [] };
      if (method !== 'POST' || !path.endsWith('/pulls')) return undefined;
      return { status: 422, json: { message: 'Validation Failed', errors: [{ code: 'custom', message }] } };
    }, behind);
    expect(await proposeFix(openAt(apiUrl), proposal())).toMatchObject({
      operation: 'none',
      why: 'up-to-date',
      number,
    });
    expect(await pulls(behind)).toHaveLength(1);
  });

  it('says that checks will not run when a job has opened it', async () => {
    const behind = await startGitHub();
    let body = '';
    const { apiUrl } = await scriptGitHub((call) => {
      if (call.path === '/graphql')
        return { status: 200, json: { data: { viewer: { login: 'github-actions[bot]' } } } };
      if (call.method === 'POST' && call.path.endsWith('/pulls')) ({ body } = call.body as { body: string });
      return undefined;
    }, behind);
    await proposeFix(openAt(apiUrl, `ghs_${'x1'.repeat(18)}`), proposal()).catch(() => undefined);
    expect(body).toContain('[!NOTE]');
  });

  it.each([
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', {}],
    ['chain\n', { body: 'It was: -----BEGIN EC PRIVATE KEY-----' }],
  ])('sends no key: %j %j', async (text, changes) => {
    const { apiUrl, calls } = await scriptGitHub(() => undefined);
    const files = [{ path: 'certs/rec.pem', bytes: Buffer.from(text) }];
    const attempt = proposeFix(openAt(apiUrl), proposal({ files, ...changes }));
    await expect(attempt).rejects.toMatchObject({ code: 'GITHUB_KEY_MATERIAL' });
    expect(calls).toEqual([]);
  });

  it.each(['../rec.pem', '/etc/rec.pem', '.git/config', 'a//b', 'a\\b', ''])(
    'sends no file %j',
    async (path) => {
      const { apiUrl, calls } = await scriptGitHub(() => undefined);
      const files = [{ path, bytes: Buffer.from('chain\n') }];
      const attempt = proposeFix(openAt(apiUrl), proposal({ files }));
      await expect(attempt).rejects.toMatchObject({ code: 'GITHUB_PATH_OUTSIDE' });
      expect(calls).toEqual([]);
    },
  );
});

describe('closeFix', () => {
  it('says why, closes and deletes the branch, and the incident may come back', async () => {
    const { apiUrl, number } = await opened();
    expect(
      await closeFix(openAt(apiUrl), { number, base: TOPIC.base }, 'Mended without this.'),
    ).toMatchObject({
      operation: 'closed',
      why: 'resolved',
      number,
    });
    expect((await pulls(apiUrl)).map(({ state }) => state)).toEqual(['closed']);
    expect(await comments(apiUrl, number)).toEqual([expect.stringContaining('Mended without this.')]);
    await expect(headOf(apiUrl)).rejects.toThrow('404');
    expect(await closeFix(openAt(apiUrl), { number, base: TOPIC.base }, 'Again')).toMatchObject({
      operation: 'none',
      why: 'not-open',
    });
    expect(await comments(apiUrl, number)).toHaveLength(1);
    expect(await proposeFix(openAt(apiUrl), proposal())).toMatchObject({ operation: 'created' });
  });

  it('leaves one open that people have committed to', async () => {
    const { apiUrl, number } = await opened();
    await push(apiUrl, 'certs/rec.md', BRANCH);
    expect(await closeFix(openAt(apiUrl), { number, base: TOPIC.base }, 'Mended.')).toMatchObject({
      why: 'commits-by-people',
    });
    expect((await pulls(apiUrl)).map(({ state }) => state)).toEqual(['open']);
    expect(await comments(apiUrl, number)).toHaveLength(1);
    expect(await headOf(apiUrl)).toMatch(/^[0-9a-f]{40}$/);
  });

  it('finishes what was cut off before the branch was deleted', async () => {
    const { apiUrl: behind, number } = await opened();
    const { apiUrl } = await scriptGitHub(
      ({ method }) => (method === 'DELETE' ? { status: 500, json: {} } : undefined),
      behind,
    );
    await expect(closeFix(openAt(apiUrl), { number, base: TOPIC.base }, 'Mended.')).rejects.toMatchObject({
      code: 'GITHUB_UNAVAILABLE',
    });
    await closeFix(openAt(behind), { number, base: TOPIC.base }, 'Mended.');
    await expect(headOf(behind)).rejects.toThrow('404');
  });

  it('has nothing to close where there is none', async () => {
    expect(await closeFix(openAt(await startGitHub()), { number: 99, base: TOPIC.base }, 'Mended.')).toEqual({
      operation: 'none',
      why: 'not-open',
    });
  });
});

describe('what is found', () => {
  it('tells what became of each', async () => {
    const { apiUrl, number } = await opened();
    const github = openAt(apiUrl);
    expect(await findOpenFixes(github)).toMatchObject([
      { number, state: 'open', branch: BRANCH, mark: { key: KEY } },
    ]);
    await ask(apiUrl, `/pulls/${number}/merge`, { method: 'PUT', body: {} });
    expect(await findFixes(github, TOPIC)).toMatchObject([{ number, state: 'merged' }]);
    expect(await findOpenFixes(github)).toEqual([]);
  });

  it('leaves out forks, other branches and what is not merged', async () => {
    const pull = {
      number: 1,
      html_url: 'u',
      state: 'closed',
      merged_at: '2026-11-01T00:00:00Z',
      user: { login: 'airec-monitor' },
      body: null,
      labels: [],
      base: { ref: 'main' },
      head: { ref: BRANCH, repo: { full_name: 'Acme/Shop' } },
    };
    const json = [
      pull,
      { ...pull, number: 2, head: { ref: BRANCH, repo: { full_name: 'evil/shop' } } },
      { ...pull, number: 3, head: { ref: BRANCH, repo: null } },
      { ...pull, number: 4, head: { ref: 'feature', repo: { full_name: 'acme/shop' } } },
      { ...pull, number: 5, merged_at: null },
    ];
    const { apiUrl, log } = await scriptGitHub(() => ({ status: 200, json }));
    const found = await findMergedFixes(openAt(apiUrl), 'a'.repeat(40));
    expect(found.map(({ number }) => number)).toEqual([1]);
    expect(log()).toEqual([`GET /repos/acme/shop/commits/${'a'.repeat(40)}/pulls`]);
  });
});

describe('fixBranchName', () => {
  it.each([
    ['rec.example.com', 'airec-https/fix-rec-example-com-01234567'],
    ['../..//HEAD.lock', 'airec-https/fix-head-lock-01234567'],
    ['用', 'airec-https/fix-01234567'],
    ['x'.repeat(200), `airec-https/fix-${'x'.repeat(60)}-01234567`],
  ])('makes a name of %j', (what, name) => {
    expect(fixBranchName({ what, key: KEY })).toBe(name);
  });
});
