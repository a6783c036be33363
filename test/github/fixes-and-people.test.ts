import { afterAll, describe, expect, it } from 'vitest';
import { proposeFix } from '../../src/github/fix-pull-request.ts';
import {
  BRANCH,
  proposal,
  headOf,
  bytesAt,
  comments,
  push,
  patch,
  opened,
} from '../support/fix-proposals.ts';
import { ask, closeGitHubs, openAt, scriptGitHub, startGitHub } from '../support/github.ts';
import { closeServers } from '../support/servers.ts';

afterAll(closeGitHubs);
afterAll(closeServers);

describe('proposeFix', () => {
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
});
