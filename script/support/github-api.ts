/** The repository's API, by Node alone: the jobs that may write install no package. */
export interface RepositoryApi {
  /** `undefined` for 404. */
  readonly find: (path: string) => Promise<unknown>;
  readonly send: (method: 'POST' | 'PATCH', path: string, body: object) => Promise<unknown>;
}

/**
 * The API of `GITHUB_REPOSITORY` at `GITHUB_API_URL`, with `GITHUB_TOKEN`. Paths are behind `/repos/OWNER/NAME`.
 *
 * @throws Error when a variable is missing, or for any answer that is no success.
 */
export function repositoryApi(env: NodeJS.ProcessEnv): RepositoryApi {
  const { GITHUB_API_URL: url, GITHUB_REPOSITORY: repository, GITHUB_TOKEN: token } = env;
  if (!url || !repository || !token) {
    throw new Error('GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_TOKEN are needed');
  }
  const call = async (path: string, init: RequestInit) => {
    const response = await fetch(`${url}/repos/${repository}${path}`, {
      ...init,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-github-api-version': '2022-11-28',
      },
      signal: AbortSignal.timeout(30_000),
    });
    if (response.status === 404 && init.method === 'GET') return undefined;
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as unknown;
    throw new Error(`${init.method} ${path}: ${response.status} ${text.slice(0, 500)}`);
  };
  return {
    find: (path) => call(path, { method: 'GET' }),
    send: (method, path, body) => call(path, { method, body: JSON.stringify(body) }),
  };
}
