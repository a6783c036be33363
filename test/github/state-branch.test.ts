import { createServer } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { Secret } from '../../src/errors/secret.ts';
import { blobId } from '../../src/github/blob-id.ts';
import { readState, STATE_BRANCH, updateState, writeState } from '../../src/github/state-branch.ts';
import { ask, closeGitHubs, openAt, scriptGitHub, startGitHub, TOKENS } from '../support/github.ts';
import { closeServers, listen } from '../support/servers.ts';

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

/** Above 1 MB only the blob has it. */
function contentAt(url: string, bytes: Buffer): object {
  const isBlob = url.includes('/git/blobs/');
  return isBlob
    ? { encoding: 'base64', content: bytes.toString('base64') }
    : { encoding: 'none', content: '' };
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

  it.each([
    ['application/vnd.github.raw+json; charset=utf-8', 'große'],
    ['application/octet-stream', 'große'],
  ])('reads %s however large it is, with one call', async (type, text) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': type }).end(text);
    });
    const { port } = await listen(server);
    const file = await readState(openAt(`http://127.0.0.1:${port}`), FILE);
    expect(file).toEqual({ text, revision: blobId(Buffer.from(text)) });
  });

  it('names what is no UTF-8 as it is stored, so that it can be replaced', async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    const sha = blobId(bytes);
    const server = createServer(({ headers, url = '' }, response) => {
      const [type, body] = headers.accept?.includes('raw')
        ? ['application/vnd.github.raw+json; charset=utf-8', bytes]
        : ['application/json', JSON.stringify({ type: 'file', sha, ...contentAt(url, bytes) })];
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    const { port } = await listen(server);
    expect((await readState(openAt(`http://127.0.0.1:${port}`), FILE))?.revision).toBe(sha);
  });

  it('takes no secret', async () => {
    const { apiUrl, log } = await scriptGitHub(() => undefined);
    const secret = new Secret('hook-7f3a9c-secret');
    const write = { path: FILE, text: `{"hook":"${secret.reveal()}"}`, expected: undefined };
    await expect(writeState(openAt(apiUrl), write)).rejects.toMatchObject({ code: 'GITHUB_KEY_MATERIAL' });
    expect(log()).toEqual([]);
  });
});
