import { afterAll, describe, expect, it } from 'vitest';
import { tellFixes } from '../../../src/commands/deploy/tell-fixes.ts';
import { type Script, scriptGitHub } from '../../support/github.ts';
import { reportOf } from '../../support/reports.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

const SHA = '0123456789abcdef0123456789abcdef01234567';

function environmentAt(apiUrl: string): Record<string, string> {
  return {
    'INPUT_GITHUB-TOKEN': 'test-token-of-the-monitor',
    GITHUB_API_URL: apiUrl,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '7',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: SHA,
  };
}

function pull(
  number: number,
  changes: { ref?: string; merged_at?: string | null; owner?: string } = {},
): object {
  const {
    ref = `airec-https/fix-rec-0123456${number}`,
    merged_at = '2026-06-01T12:00:00Z',
    owner = 'acme',
  } = changes;
  return {
    number,
    html_url: `https://github.com/acme/shop/pull/${number}`,
    state: 'closed',
    merged_at,
    user: { login: 'airec-monitor' },
    head: { ref, repo: { full_name: `${owner}/shop` } },
    base: { ref: 'main' },
    body: '',
    labels: [],
  };
}

/** A GitHub whose commit came by these pull requests, and that takes comments unless `script` says otherwise. */
function gitHubWith(pulls: readonly object[], script: Script = () => undefined) {
  return scriptGitHub(async (call) => {
    const scripted = await script(call);
    if (scripted) return scripted;
    if (call.path.includes(`/commits/${SHA}/pulls`)) return { status: 200, json: pulls };
    if (call.path === '/user') return { status: 200, json: { login: 'airec-monitor' } };
    return { status: call.method === 'GET' ? 200 : 201, json: call.method === 'GET' ? [] : {} };
  });
}

describe('tellFixes', () => {
  it('comments on each merged fix of the commit, and on nothing else', async () => {
    const others = [pull(3, { ref: 'topic' }), pull(4, { merged_at: null }), pull(5, { owner: 'mallory' })];
    const { apiUrl, calls } = await gitHubWith([pull(1), pull(2), ...others]);
    expect(await tellFixes(reportOf(), environmentAt(apiUrl))).toEqual([]);
    const written = calls.filter(({ method }) => method === 'POST');
    expect(written.map(({ path }) => path)).toEqual([
      '/repos/acme/shop/issues/1/comments',
      '/repos/acme/shop/issues/2/comments',
    ]);
    expect(written[0]?.body).toMatchObject({
      body: expect.stringContaining('https://github.com/acme/shop/actions/runs/7'),
    });
  });

  it('is one call where no fix was merged', async () => {
    const { apiUrl, calls } = await gitHubWith([]);
    expect(await tellFixes(reportOf(), environmentAt(apiUrl))).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  it('goes on to the next when one cannot be told', async () => {
    const json = { message: 'Resource not accessible by integration' };
    const { apiUrl, calls } = await gitHubWith([pull(1), pull(2)], ({ method, path }) =>
      method === 'POST' && path.includes('/issues/1/') ? { status: 403, json } : undefined,
    );
    expect(await tellFixes(reportOf(), environmentAt(apiUrl))).toMatchObject([
      { number: 1, error: { code: 'GITHUB_PERMISSION' } },
    ]);
    expect(calls.at(-1)?.path).toBe('/repos/acme/shop/issues/2/comments');
  });

  it('says when GitHub does not tell what the commit came by', async () => {
    const { apiUrl } = await scriptGitHub(() => ({
      status: 403,
      json: { message: 'Resource not accessible' },
    }));
    const untold = await tellFixes(reportOf(), environmentAt(apiUrl));
    expect(untold).toMatchObject([{ number: undefined, error: { code: 'GITHUB_PERMISSION' } }]);
  });

  it.each([
    ['without a token', { 'INPUT_GITHUB-TOKEN': ' ' }, {}],
    ['without a commit', { GITHUB_SHA: '' }, {}],
    ['of a dry run', {}, { dryRun: true }],
  ])('asks nothing %s', async (_, variables, changes) => {
    const { apiUrl, calls } = await gitHubWith([pull(1)]);
    const environment = { ...environmentAt(apiUrl), ...variables };
    expect(await tellFixes(reportOf(changes), environment)).toEqual([]);
    expect(calls).toEqual([]);
  });
});
