import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors/app-error.ts';
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import { renderError } from '../../src/errors/render.ts';
import { Secret } from '../../src/errors/secret.ts';
import { openGitHub } from '../../src/github/github.ts';
import type { Step } from '../../src/github/github-errors.ts';
import { identify } from '../../src/github/identity.ts';
import { readState, writeState } from '../../src/github/state-branch.ts';
import { closeGitHubs, openAt, type Reply, scriptGitHub, startGitHub, TOKENS } from '../support/github.ts';
import { closeServers, serveTcp } from '../support/servers.ts';

afterAll(closeGitHubs);
afterAll(closeServers);

const STEP: Step = { does: 'Reading the repository', needs: 'contents: read' };
const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';
const RESET = Math.floor(Date.now() / 1000) + 3000;

async function failureAt(apiUrl: string, token = TOKEN): Promise<AppError> {
  const github = openAt(apiUrl, token);
  try {
    await github.call(STEP, ({ rest }) => rest.repos.get(github.repository));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It did not fail');
}

interface Row {
  readonly name: string;
  readonly reply: Reply;
  readonly code: ErrorCode;
  /** Part of what is said. */
  readonly says?: string;
  /** Including the first. */
  readonly calls: number;
}

const rows: readonly Row[] = [
  {
    name: 'a token that is void',
    reply: { status: 401, json: { message: 'Bad credentials' } },
    code: 'GITHUB_TOKEN_REFUSED',
    calls: 1,
  },
  {
    name: 'a permission that GitHub names',
    reply: {
      status: 403,
      headers: { 'x-accepted-github-permissions': 'pull_requests=write,contents=read; issues=write' },
      json: { message: 'Resource not accessible by integration' },
    },
    code: 'GITHUB_PERMISSION',
    says: 'pull-requests: write, contents: read',
    calls: 1,
  },
  {
    name: 'a permission that GitHub does not name',
    reply: { status: 403, json: { message: 'Resource not accessible by integration' } },
    code: 'GITHUB_PERMISSION',
    says: 'contents: read',
    calls: 1,
  },
  {
    name: 'pull requests forbidden to workflows',
    reply: {
      status: 403,
      json: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
    },
    code: 'GITHUB_PULL_REQUESTS_FORBIDDEN',
    calls: 1,
  },
  {
    name: 'a private repository',
    reply: { status: 404, json: { message: 'Not Found' } },
    code: 'GITHUB_NOT_FOUND',
    calls: 1,
  },
  {
    name: 'the primary rate limit, reset in an hour',
    reply: {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(RESET) },
      json: { message: 'API rate limit exceeded for installation ID 1.' },
    },
    code: 'GITHUB_RATE_LIMITED',
    says: new Date(RESET * 1000).toISOString(),
    calls: 1,
  },
  {
    name: 'the secondary rate limit, for long',
    reply: {
      status: 429,
      headers: { 'retry-after': '600' },
      json: { message: 'You have exceeded a secondary rate limit.' },
    },
    code: 'GITHUB_RATE_LIMITED',
    says: '600 s',
    calls: 1,
  },
  {
    name: 'the secondary rate limit, again and again',
    reply: {
      status: 403,
      headers: { 'retry-after': '2' },
      json: { message: 'You have exceeded a secondary rate limit.' },
    },
    code: 'GITHUB_RATE_LIMITED',
    calls: 2,
  },
  {
    name: 'a rule of the repository',
    reply: { status: 422, json: { message: 'Changes must be made through a pull request.' } },
    code: 'GITHUB_BRANCH_PROTECTED',
    calls: 1,
  },
  {
    name: 'what it calls invalid',
    reply: { status: 422, json: { message: 'Validation Failed', errors: [{ code: 'invalid' }] } },
    code: 'GITHUB_REFUSED',
    says: 'invalid',
    calls: 1,
  },
  {
    name: 'an outage',
    reply: { status: 503, json: { message: 'No server is available' } },
    code: 'GITHUB_UNAVAILABLE',
    calls: 4,
  },
  { name: 'a connection that breaks', reply: 'reset', code: 'GITHUB_UNREACHABLE', calls: 4 },
];

describe('a call that fails', () => {
  it.each(rows)('names $name', async ({ reply, code, says, calls }) => {
    const fake = await scriptGitHub(() => reply);
    const error = await failureAt(fake.apiUrl);
    expect(error.code).toBe(code);
    expect(`${error.message} ${error.help}`).toContain(says ?? '');
    expect(fake.calls).toHaveLength(calls);
  });

  it('names an address where nobody listens', async () => {
    const server = await serveTcp();
    await server.close();
    const error = await failureAt(`http://127.0.0.1:${server.port}`);
    expect(error).toMatchObject({ code: 'GITHUB_UNREACHABLE', category: 'network', retryable: true });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('keeps the request id, and shows what a peer says in one printable line', async () => {
    const { apiUrl } = await scriptGitHub(() => ({
      status: 422,
      headers: { 'x-github-request-id': 'C0FF:EE' },
      json: { message: `\u001B[31mred\n::add-mask::x${'y'.repeat(1000)}` },
    }));
    const error = await failureAt(apiUrl);
    expect(error.requestId).toBe('C0FF:EE');
    expect(error.message).toMatch(/^\P{Cc}*$/u);
    expect(error.message.length).toBeLessThan(500);
  });

  it('shows the token nowhere, not even where a peer says it', async () => {
    const { apiUrl, calls } = await scriptGitHub(({ headers }) => ({
      status: 422,
      json: { message: `You sent ${headers.authorization ?? ''}` },
    }));
    const error = await failureAt(apiUrl);
    expect(calls[0]?.headers.authorization).toContain(TOKEN);
    expect(calls[0]?.path).not.toContain(TOKEN);
    expect(error.cause).toHaveProperty('request.headers.authorization', 'token [REDACTED]');
    expect(`${error.message} ${renderError(error)}`).not.toContain(TOKEN);
    expect(inspect(openAt(apiUrl, TOKEN), { depth: 10 })).not.toContain(TOKEN);
  });

  it('goes on after a short secondary rate limit', async () => {
    let count = 0;
    const { apiUrl } = await scriptGitHub(() => {
      count += 1;
      if (count > 1) return { status: 200, json: { full_name: 'acme/shop' } };
      const json = { message: 'You have exceeded a secondary rate limit.' };
      return { status: 403, headers: { 'retry-after': '3' }, json };
    });
    const github = openAt(apiUrl);
    const { data } = await github.call(STEP, ({ rest }) => rest.repos.get(github.repository));
    expect({ name: data.full_name, count }).toEqual({ name: 'acme/shop', count: 2 });
  });

  it('leaves errors of our own as they are', async () => {
    const own = new Error('own');
    const github = openAt('http://127.0.0.1:9');
    await expect(github.call(STEP, () => Promise.reject(own))).rejects.toBe(own);
  });

  it('names what a reader may not write', async () => {
    const github = openAt(await startGitHub(), TOKENS.reader);
    const write = writeState(github, { path: 'state.json', text: '1', expected: undefined });
    await expect(write).rejects.toMatchObject({ code: 'GITHUB_PERMISSION', category: 'permission' });
    await expect(readState(github, 'state.json')).rejects.toMatchObject({ code: 'GITHUB_PERMISSION' });
  });
});

describe('openGitHub', () => {
  it.each(['', 'shop', 'acme/shop/x', 'acme/', 'acme/sh op'])('refuses the repository %j', (repository) => {
    const open = (): unknown =>
      openGitHub({ token: new Secret(TOKEN), apiUrl: 'https://api.github.com', repository });
    expect(open).toThrow(expect.objectContaining({ code: 'GITHUB_REPOSITORY_UNNAMED' }));
  });

  it('reaches an Enterprise Server under its own paths', async () => {
    const { apiUrl, log } = await scriptGitHub(({ path }) =>
      path.endsWith('/graphql')
        ? { status: 200, json: { data: { viewer: { login: 'my-app[bot]' } } } }
        : { status: 200, json: { full_name: 'acme/shop' } },
    );
    const github = openAt(`${apiUrl}/api/v3/`, TOKEN);
    await github.call(STEP, ({ rest }) => rest.repos.get(github.repository));
    await identify(github);
    expect(log()).toEqual(['GET /api/v3/repos/acme/shop', 'POST /api/graphql']);
  });
});
