import { afterAll, describe, expect, it } from 'vitest';
import { findFixes, findMergedFixes, findOpenFixes } from '../../src/github/find-fixes.ts';
import { fixBranchName } from '../../src/github/fix-branch.ts';
import { closeFix, proposeFix } from '../../src/github/fix-pull-request.ts';
import {
  KEY,
  TOPIC,
  BRANCH,
  proposal,
  pulls,
  headOf,
  comments,
  push,
  opened,
} from '../support/fix-proposals.ts';
import { ask, closeGitHubs, openAt, scriptGitHub, startGitHub } from '../support/github.ts';
import { closeServers } from '../support/servers.ts';

afterAll(closeGitHubs);
afterAll(closeServers);

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
