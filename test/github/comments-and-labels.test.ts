import { afterAll, describe, expect, it } from 'vitest';
import type { FixPullRequest } from '../../src/github/find-fixes.ts';
import { ensureLabels, readAnswers } from '../../src/github/fix-labels.ts';
import { writeStickyComment } from '../../src/github/sticky-comment.ts';
import { ask, closeGitHubs, openAt, scriptGitHub, startGitHub, TOKENS } from '../support/github.ts';
import { closeServers } from '../support/servers.ts';

afterAll(closeGitHubs);
afterAll(closeServers);

async function withPullRequest(): Promise<{ apiUrl: string; number: number }> {
  const apiUrl = await startGitHub();
  const { object } = (await ask(apiUrl, '/git/ref/heads/main')) as { object: { sha: string } };
  await ask(apiUrl, '/git/refs', { body: { ref: 'refs/heads/topic', sha: object.sha } });
  const body = { title: 'Topic', body: '', head: 'topic', base: 'main' };
  const { number } = (await ask(apiUrl, '/pulls', { body })) as { number: number };
  return { apiUrl, number };
}

async function bodies(apiUrl: string, number: number): Promise<readonly string[]> {
  const all = (await ask(apiUrl, `/issues/${number}/comments?per_page=100`)) as { body: string }[];
  return all.map(({ body }) => body);
}

function fix(labels: readonly string[]): FixPullRequest {
  return {
    number: 12,
    url: 'u',
    state: 'open',
    author: 'airec-monitor',
    branch: 'airec-https/fix-rec-01234567',
    base: 'main',
    body: '',
    labels,
    mark: undefined,
  };
}

function labelled(name: string, login: string, at: string): object {
  return { event: 'labeled', label: { name, color: 'ededed' }, actor: { login }, created_at: at };
}

describe('writeStickyComment', () => {
  it('writes once, keeps it up to date, and tells its names apart', async () => {
    const { apiUrl, number } = await withPullRequest();
    const github = openAt(apiUrl);
    expect(await writeStickyComment(github, { number, name: 'plan', body: 'One' })).toBe('created');
    expect(await writeStickyComment(github, { number, name: 'plan', body: 'One\n' })).toBe('none');
    expect(await writeStickyComment(github, { number, name: 'plan', body: 'Two' })).toBe('updated');
    expect(await writeStickyComment(github, { number, name: 'plan-b', body: 'Three' })).toBe('created');
    expect(await bodies(apiUrl, number)).toEqual([
      expect.stringMatching(/^Two\n/),
      expect.stringMatching(/^Three\n/),
    ]);
  });

  it("finds ours behind a hundred others, and never takes a person's for ours", async () => {
    const { apiUrl, number } = await withPullRequest();
    const marker = '<!-- airec-https:comment plan -->';
    for (let count = 0; count < 100; count += 1) {
      await ask(apiUrl, `/issues/${number}/comments`, { body: { body: `Mine ${marker}` } });
    }
    await ask(apiUrl, `/issues/${number}/comments`, {
      token: TOKENS.monitor,
      body: { body: `Old ${marker}` },
    });
    const result = await writeStickyComment(openAt(apiUrl), { number, name: 'plan', body: 'New' });
    expect(result).toBe('updated');
    const page = (await ask(apiUrl, `/issues/${number}/comments?per_page=100&page=2`)) as { body: string }[];
    expect(page.map(({ body }) => body)).toEqual([`New\n\n${marker}\n`]);
    expect((await bodies(apiUrl, number)).every((body) => body.startsWith('Mine'))).toBe(true);
  });

  it('does not repeat one whose answer was lost', async () => {
    const { apiUrl: behind, number } = await withPullRequest();
    const { apiUrl } = await scriptGitHub(async ({ method, body }) => {
      if (method !== 'POST') return undefined;
      await ask(behind, `/issues/${number}/comments`, { token: TOKENS.monitor, body });
      return 'reset';
    }, behind);
    const comment = { number, name: 'plan', body: 'One' };
    await expect(writeStickyComment(openAt(apiUrl), comment)).rejects.toMatchObject({
      code: 'GITHUB_UNREACHABLE',
    });
    expect(await bodies(behind, number)).toHaveLength(1);
    expect(await writeStickyComment(openAt(behind), comment)).toBe('none');
  });

  it('sends no key', async () => {
    const { apiUrl, log } = await scriptGitHub(() => undefined);
    const comment = { number: 1, name: 'plan', body: '-----BEGIN RSA PRIVATE KEY-----' };
    await expect(writeStickyComment(openAt(apiUrl), comment)).rejects.toMatchObject({
      code: 'GITHUB_KEY_MATERIAL',
    });
    expect(log()).toEqual([]);
  });
});

describe('readAnswers', () => {
  it('takes who labelled last, and lets a snooze end after seven days', async () => {
    const json = [
      labelled('airec-https:ack', 'bob', '2026-11-01T08:00:00Z'),
      labelled('airec-https:snooze-7d', 'bob', '2026-11-01T09:00:00Z'),
      { event: 'unlabeled', label: { name: 'airec-https:snooze-7d' }, actor: { login: 'bob' } },
      labelled('airec-https:snooze-7d', 'rita', '2026-11-03T09:00:00Z'),
      { event: 'closed', actor: { login: 'bob' }, created_at: '2026-11-04T09:00:00Z' },
    ];
    const { apiUrl } = await scriptGitHub(() => ({ status: 200, json }));
    expect(await readAnswers(openAt(apiUrl), fix(['airec-https:ack', 'airec-https:snooze-7d']))).toEqual({
      acknowledged: { by: 'bob on #12', at: '2026-11-01T08:00:00Z' },
      snoozed: { by: 'rita on #12', at: '2026-11-03T09:00:00Z', until: '2026-11-10T09:00:00.000Z' },
    });
    expect(await readAnswers(openAt(apiUrl), fix(['airec-https:ack']))).toMatchObject({ snoozed: null });
  });

  it('asks nothing where there is no such label', async () => {
    const { apiUrl, log } = await scriptGitHub(() => undefined);
    expect(await readAnswers(openAt(apiUrl), fix(['certificates']))).toEqual({
      acknowledged: null,
      snoozed: null,
    });
    expect(log()).toEqual([]);
  });
});

describe('ensureLabels', () => {
  it('makes what is missing, whatever the case, once', async () => {
    const behind = await startGitHub();
    await ask(behind, '/labels', { body: { name: 'Certificates', color: 'ededed' } });
    const { apiUrl, calls } = await scriptGitHub(() => undefined, behind);
    await ensureLabels(openAt(apiUrl), ['certificates', 'automated']);
    await ensureLabels(openAt(apiUrl), ['certificates', 'automated']);
    const made = calls.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(made).toMatchObject([
      { name: 'airec-https:ack' },
      { name: 'airec-https:snooze-7d' },
      { name: 'automated' },
    ]);
  });

  it.each([
    { message: 'Validation Failed', errors: [{ code: 'already_exists', field: 'name' }] },
    { message: 'Validation failed' },
  ])('is content with a label that another run has made in the meantime: %j', async (json) => {
    const behind = await startGitHub();
    await ask(behind, '/labels', { body: { name: 'airec-https:ack', color: 'ededed' } });
    const { apiUrl } = await scriptGitHub(({ method, path, body }) => {
      if (method === 'GET' && path.includes('/labels?')) return { status: 200, json: [] };
      const isLate = method === 'POST' && (body as { name: string }).name === 'airec-https:ack';
      return isLate ? { status: 422, json } : undefined;
    }, behind);
    await ensureLabels(openAt(apiUrl), []);
    expect((await ask(behind, '/labels')) as unknown[]).toHaveLength(2);
  });

  it('says what is refused that is not there', async () => {
    const json = { message: 'Validation Failed', errors: [{ code: 'invalid', field: 'color' }] };
    const { apiUrl } = await scriptGitHub(({ method, path }) => {
      if (method === 'POST') return { status: 422, json };
      return path.includes('/labels?') ? { status: 200, json: [] } : undefined;
    });
    await expect(ensureLabels(openAt(apiUrl), [])).rejects.toMatchObject({ code: 'GITHUB_REFUSED' });
  });
});
