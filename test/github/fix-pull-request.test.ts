import { afterAll, describe, expect, it } from 'vitest';
import { proposeFix } from '../../src/github/fix-pull-request.ts';
import {
  BRANCH,
  WORKBOOK,
  proposal,
  pulls,
  headOf,
  bytesAt,
  push,
  patch,
  opened,
} from '../support/fix-proposals.ts';
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
