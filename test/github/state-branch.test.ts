import { afterAll, describe, expect, it } from 'vitest';
import { Secret } from '../../src/errors/secret.ts';
import { squashHistory } from '../../src/github/squash-history.ts';
import { readState, STATE_BRANCH, updateState, writeState } from '../../src/github/state-branch.ts';
import { ask, closeGitHubs, openAt, scriptGitHub, startGitHub, TOKENS } from '../support/github.ts';
import { closeServers } from '../support/servers.ts';

afterAll(closeGitHubs);
afterAll(closeServers);

const FILE = 'state.json';

interface Commit {
  readonly sha: string;
  readonly commit: { readonly message: string };
  readonly parents: readonly unknown[];
}

async function commitsAt(apiUrl: string, branch = STATE_BRANCH): Promise<readonly Commit[]> {
  return (await ask(apiUrl, `/commits?sha=${branch}&per_page=100`)) as Commit[];
}

async function begin(apiUrl: string, text: string): Promise<string> {
  const result = await writeState(openAt(apiUrl), { path: FILE, text, expected: undefined });
  if (!result.isWritten) throw new Error('not written');
  return result.revision;
}

async function grow(apiUrl: string, commits: number): Promise<void> {
  for (let run = 1; run <= commits; run += 1)
    await updateState(openAt(apiUrl), { path: FILE }, () => `${run}`);
}

describe('the state branch', () => {
  it('holds nothing at first', async () => {
    const github = openAt(await startGitHub());
    expect(await readState(github, FILE)).toBeUndefined();
  });

  it('is made as an orphan by the first write, and read back', async () => {
    const apiUrl = await startGitHub();
    const revision = await begin(apiUrl, '{"über":1}\n');
    expect(await readState(openAt(apiUrl), FILE)).toEqual({ text: '{"über":1}\n', revision });
    const commits = await commitsAt(apiUrl);
    expect(commits.map(({ parents }) => parents.length)).toEqual([0]);
    const onMain = await commitsAt(apiUrl, 'main');
    expect(onMain.map(({ sha }) => sha)).not.toContain(commits[0]?.sha);
    await expect(ask(apiUrl, `/contents/${FILE}`)).rejects.toThrow('404');
  });

  it('takes two calls and one commit in a quiet run', async () => {
    const behind = await startGitHub();
    await begin(behind, '{"run":1}');
    const { apiUrl, log } = await scriptGitHub(() => undefined, behind);
    expect(await updateState(openAt(apiUrl), { path: FILE }, () => '{"run":2}')).toMatchObject({
      text: '{"run":2}',
    });
    expect(log()).toEqual([
      `GET /repos/acme/shop/contents/${FILE}?ref=${STATE_BRANCH}`,
      `PUT /repos/acme/shop/contents/${FILE}`,
    ]);
    expect(await commitsAt(behind)).toHaveLength(2);
  });

  it('is not written when nothing changes', async () => {
    const behind = await startGitHub();
    await begin(behind, '{"run":1}');
    const { apiUrl, log } = await scriptGitHub(() => undefined, behind);
    await updateState(openAt(apiUrl), { path: FILE }, (text) => text ?? '');
    expect(log()).toHaveLength(1);
  });

  it('is left to whoever was faster, whose text is given back', async () => {
    const apiUrl = await startGitHub();
    const github = openAt(apiUrl);
    const expected = await begin(apiUrl, '{"run":1}');
    const faster = await writeState(github, { path: FILE, text: '{"run":2}', expected });
    expect(faster.isWritten).toBe(true);
    const slower = await writeState(github, { path: FILE, text: '{"run":3}', expected });
    expect(slower).toEqual({ isWritten: false, current: await readState(github, FILE) });
    expect((await readState(github, FILE))?.text).toBe('{"run":2}');
  });

  it('is left to whoever made it first', async () => {
    const apiUrl = await startGitHub();
    await begin(apiUrl, '{"run":1}');
    const late = await writeState(openAt(apiUrl), { path: FILE, text: '{"run":2}', expected: undefined });
    expect(late).toMatchObject({ isWritten: false, current: { text: '{"run":1}' } });
  });

  it('loses nothing of five runs at once, the first of which makes it', async () => {
    const apiUrl = await startGitHub();
    const runs = Array.from({ length: 5 }, (_, run) =>
      updateState(openAt(apiUrl), { path: FILE }, (text) =>
        JSON.stringify([...JSON.parse(text ?? '[]'), run]),
      ),
    );
    await Promise.all(runs);
    const state = await readState(openAt(apiUrl), FILE);
    expect(JSON.parse(state?.text ?? '').toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  it('is made again when it was deleted under a run', async () => {
    const apiUrl = await startGitHub();
    const expected = await begin(apiUrl, '{"run":1}');
    await ask(apiUrl, `/git/refs/heads/${STATE_BRANCH}`, { method: 'DELETE' });
    const result = await writeState(openAt(apiUrl), { path: FILE, text: '{"run":2}', expected });
    expect(result.isWritten).toBe(true);
    expect((await readState(openAt(apiUrl), FILE))?.text).toBe('{"run":2}');
  });

  it('takes a write whose answer was lost for done', async () => {
    const behind = await startGitHub();
    const expected = await begin(behind, '{"run":1}');
    let lost = false;
    const { apiUrl } = await scriptGitHub(async (call) => {
      if (call.method !== 'PUT' || lost) return undefined;
      lost = true;
      await ask(behind, call.path.replace('/repos/acme/shop', ''), {
        method: 'PUT',
        body: call.body,
        token: TOKENS.monitor,
      });
      return 'reset';
    }, behind);
    const result = await writeState(openAt(apiUrl), { path: FILE, text: '{"run":2}', expected });
    expect(result.isWritten).toBe(true);
    expect(await commitsAt(behind)).toHaveLength(2);
  });

  it('writes again when only another file of the branch has changed', async () => {
    const behind = await startGitHub();
    const expected = await begin(behind, '{"run":1}');
    let puts = 0;
    const { apiUrl } = await scriptGitHub(({ method }) => {
      if (method !== 'PUT' || (puts += 1) > 1) return undefined;
      return { status: 409, json: { message: `is at ${'a'.repeat(40)} but expected ${'b'.repeat(40)}` } };
    }, behind);
    const result = await writeState(openAt(apiUrl), { path: FILE, text: '{"run":2}', expected });
    expect({ ...result, puts }).toMatchObject({ isWritten: true, puts: 2 });
  });

  it('gives up when others are always faster', async () => {
    const behind = await startGitHub();
    await begin(behind, '0');
    let count = 0;
    const { apiUrl } = await scriptGitHub(async ({ method }) => {
      if (method !== 'PUT') return undefined;
      count += 1;
      await updateState(openAt(behind), { path: FILE }, () => `${count}`);
      return undefined;
    }, behind);
    const attempt = updateState(openAt(apiUrl), { path: FILE }, () => 'mine');
    await expect(attempt).rejects.toMatchObject({ code: 'GITHUB_STATE_CONTESTED', retryable: true });
    expect(count).toBe(8);
  });

  it('does not take a rule of the repository for somebody who was faster', async () => {
    const json = { message: 'Repository rule violations found' };
    const { apiUrl, log } = await scriptGitHub(() => ({ status: 409, json }));
    const write = writeState(openAt(apiUrl), { path: FILE, text: '1', expected: 'a'.repeat(40) });
    await expect(write).rejects.toMatchObject({ code: 'GITHUB_BRANCH_PROTECTED' });
    expect(log()).toHaveLength(1);
  });

  it('does not take a repository that is not to be seen for one without state', async () => {
    const github = openAt(await startGitHub(), TOKENS.monitor, 'acme/other');
    await expect(readState(github, FILE)).rejects.toMatchObject({
      code: 'GITHUB_NOT_FOUND',
      category: 'permission',
    });
  });

  it('reads what is too large for the first call', async () => {
    const sha = 'c'.repeat(40);
    const { apiUrl } = await scriptGitHub(({ path }) =>
      path.includes('/contents/')
        ? { status: 200, json: { type: 'file', sha, encoding: 'none', content: '' } }
        : {
            status: 200,
            json: { sha, encoding: 'base64', content: Buffer.from('large').toString('base64') },
          },
    );
    expect(await readState(openAt(apiUrl), FILE)).toEqual({ text: 'large', revision: sha });
  });

  it('takes no secret', async () => {
    const { apiUrl, log } = await scriptGitHub(() => undefined);
    const secret = new Secret('hook-7f3a9c-secret');
    const write = { path: FILE, text: `{"hook":"${secret.reveal()}"}`, expected: undefined };
    await expect(writeState(openAt(apiUrl), write)).rejects.toMatchObject({ code: 'GITHUB_KEY_MATERIAL' });
    expect(log()).toEqual([]);
  });
});

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
