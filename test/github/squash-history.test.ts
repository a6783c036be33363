import { afterAll, describe, expect, it } from 'vitest';
import { squashHistory } from '../../src/github/squash-history.ts';
import { readState, STATE_BRANCH, updateState } from '../../src/github/state-branch.ts';
import { ask, closeGitHubs, openAt, scriptGitHub, startGitHub } from '../support/github.ts';
import { closeServers } from '../support/servers.ts';

afterAll(closeGitHubs);
afterAll(closeServers);

const FILE = 'state.json';

async function commitsAt(apiUrl: string): Promise<readonly { readonly sha: string }[]> {
  return (await ask(apiUrl, `/commits?sha=${STATE_BRANCH}&per_page=100`)) as { sha: string }[];
}

async function grow(apiUrl: string, commits: number): Promise<void> {
  for (let run = 1; run <= commits; run += 1)
    await updateState(openAt(apiUrl), { path: FILE }, () => `${run}`);
}

describe('squashHistory', () => {
  it('leaves a short history alone, with one call', async () => {
    const behind = await startGitHub();
    await grow(behind, 3);
    const { apiUrl, log } = await scriptGitHub(() => undefined, behind);
    expect(await squashHistory(openAt(apiUrl), 3)).toEqual({ commits: 3, isSquashed: false });
    expect(log()).toHaveLength(1);
  });

  it('moves the branch to one commit with the same files, from where it was', async () => {
    const behind = await startGitHub();
    await grow(behind, 4);
    const [head] = await commitsAt(behind);
    const moves: Record<string, string>[] = [];
    const { apiUrl } = await scriptGitHub(async ({ path, body }) => {
      if (path !== '/graphql') return undefined;
      const { variables } = body as { variables: Record<string, string> };
      moves.push(variables);
      const sha = variables['after'];
      await ask(behind, `/git/refs/heads/${STATE_BRANCH}`, { method: 'PATCH', body: { sha, force: true } });
      return { status: 200, json: { data: { updateRefs: { clientMutationId: null } } } };
    }, behind);
    expect(await squashHistory(openAt(apiUrl), 3)).toEqual({ commits: 4, isSquashed: true });
    expect(moves).toEqual([
      expect.objectContaining({ name: `refs/heads/${STATE_BRANCH}`, before: head?.sha }),
    ]);
    expect(await commitsAt(behind)).toHaveLength(1);
    expect((await readState(openAt(behind), FILE))?.text).toBe('4');
  });

  it.each([
    {
      name: 'the branch has moved',
      reply: {
        status: 200,
        json: { data: null, errors: [{ type: 'UNPROCESSABLE', message: 'expected a different oid' }] },
      },
    },
    { name: 'there is no GraphQL', reply: undefined },
  ])('leaves the history when $name', async ({ reply }) => {
    const behind = await startGitHub();
    await grow(behind, 2);
    const { apiUrl } = await scriptGitHub(({ path }) => (path === '/graphql' ? reply : undefined), behind);
    expect(await squashHistory(openAt(apiUrl), 1)).toMatchObject({
      isSquashed: false,
      why: expect.any(String),
    });
    expect(await commitsAt(behind)).toHaveLength(2);
  });
});
