import { Secret } from '../errors/secret.ts';
import { type GitHub, openGitHub } from '../github/github.ts';

const GITHUB_API = 'https://api.github.com';

/**
 * The repository of the run, as the input `github-token` may use it; undefined without a token. `GITHUB_API_URL` points to
 * another host.
 */
export function openRepository(
  environment: Readonly<Record<string, string | undefined>>,
): GitHub | undefined {
  const token = environment['INPUT_GITHUB-TOKEN']?.trim();
  if (!token) return undefined;
  return openGitHub({
    token: new Secret(token),
    apiUrl: environment['GITHUB_API_URL'] || GITHUB_API,
    repository: environment['GITHUB_REPOSITORY'] ?? '',
  });
}
