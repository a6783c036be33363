import { afterAll, describe, expect, it } from 'vitest';
import { identify } from '../../src/github/identity.ts';
import { closeGitHubs, openAt, scriptGitHub, startGitHub, TOKENS } from '../support/github.ts';
import { closeServers } from '../support/servers.ts';

afterAll(closeGitHubs);
afterAll(closeServers);

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';

describe('identify', () => {
  it.each([
    { login: 'github-actions[bot]', startsWorkflows: false },
    { login: 'my-app[bot]', startsWorkflows: true },
  ])('knows $login by the viewer, asked once', async (identity) => {
    const { apiUrl, log } = await scriptGitHub(() => ({
      status: 200,
      json: { data: { viewer: { login: identity.login } } },
    }));
    const github = openAt(apiUrl, TOKEN);
    expect(await Promise.all([identify(github), identify(github)])).toEqual([identity, identity]);
    expect(log()).toEqual(['POST /graphql']);
  });

  it('knows a person by the token of a person', async () => {
    const github = openAt(await startGitHub(), TOKENS.person);
    expect(await identify(github)).toEqual({ login: 'rita', startsWorkflows: true });
  });

  it('asks again after a failure', async () => {
    let count = 0;
    const { apiUrl } = await scriptGitHub(() => {
      count += 1;
      return count === 1
        ? { status: 401, json: { message: 'Bad credentials' } }
        : { status: 200, json: { login: 'rita' } };
    });
    const github = openAt(apiUrl);
    await expect(identify(github)).rejects.toMatchObject({ code: 'GITHUB_TOKEN_REFUSED' });
    expect((await identify(github)).login).toBe('rita');
  });

  it('names a refusal of GraphQL', async () => {
    const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }];
    const { apiUrl } = await scriptGitHub(() => ({ status: 200, json: { data: null, errors } }));
    await expect(identify(openAt(apiUrl, TOKEN))).rejects.toMatchObject({ code: 'GITHUB_PERMISSION' });
  });
});
