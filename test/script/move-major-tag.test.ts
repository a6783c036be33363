import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, closeGitHubs, startGitHub, TOKENS } from '../support/github.ts';
import { ROOT } from '../support/module-facts.ts';

let apiUrl = '';
const commits = new Map<string, string>();
beforeAll(async () => {
  apiUrl = await startGitHub();
});
afterAll(closeGitHubs);

async function publish(tag: string, { draft = false, prerelease = false } = {}): Promise<void> {
  const content = Buffer.from(tag).toString('base64');
  const { commit } = (await ask(apiUrl, `/contents/${tag}.txt`, {
    method: 'PUT',
    body: { message: tag, content },
  })) as { readonly commit: { readonly sha: string } };
  await ask(apiUrl, '/git/refs', { body: { ref: `refs/tags/${tag}`, sha: commit.sha } });
  await ask(apiUrl, '/releases', { body: { tag_name: tag, draft, prerelease } });
  commits.set(tag, commit.sha);
}

async function move(tag: string) {
  const child = spawn(process.execPath, [path.join(ROOT, 'script/move-major-tag.ts')], {
    env: { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: 'acme/shop', GITHUB_TOKEN: TOKENS.person, TAG: tag },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { status, stdout };
}

async function pointsAt(tag: string): Promise<string | undefined> {
  const { object } = (await ask(apiUrl, `/git/ref/tags/${tag}`)) as { object: { sha: string } };
  return [...commits].find(([, sha]) => sha === object.sha)?.[0];
}

describe('the major tag', () => {
  it.each([
    ['is made by its first release', 'v1.9.0', 'v1.9.0'],
    ['moves to a newer one, by numbers and not by letters', 'v1.10.0', 'v1.10.0'],
    ['stays when an older minor version is mended', 'v1.9.1', 'v1.10.0'],
  ])('%s', async (_name, tag, expected) => {
    await publish(tag);
    expect(await move(tag)).toMatchObject({ status: 0 });
    expect(await pointsAt('v1')).toBe(expected);
  });

  it('moves past a draft and a preview that are newer', async () => {
    await publish('v1.11.0', { draft: true });
    await publish('v1.12.0', { prerelease: true });
    await publish('v1.10.2');
    expect(await move('v1.10.2')).toMatchObject({ status: 0 });
    expect(await pointsAt('v1')).toBe('v1.10.2');
  });

  it('is another one for another major version', async () => {
    await publish('v2.0.0');
    expect(await move('v2.0.0')).toMatchObject({ status: 0 });
    expect([await pointsAt('v1'), await pointsAt('v2')]).toEqual(['v1.10.2', 'v2.0.0']);
  });

  it('leaves v1 alone for v10', async () => {
    await publish('v10.0.0');
    expect(await move('v10.0.0')).toMatchObject({ status: 0 });
    expect([await pointsAt('v1'), await pointsAt('v10')]).toEqual(['v1.10.2', 'v10.0.0']);
  });

  it.each(['v1.2', '1.2.3', 'v1.2.3-rc.1', 'v9.9.9', ''])('is not moved to %j', async (tag) => {
    expect((await move(tag)).status).toBe(1);
    expect(await pointsAt('v1')).toBe('v1.10.2');
  });
});
