import type { ErrorEntry } from '../app-error.ts';

/** What every answer of GitHub that is not the wanted one is described with. */
interface GitHubDetails {
  /** What was being done, such as `Reading the state branch of acme/shop`. */
  readonly does: string;
  /** What was answered or seen, printable and free of secrets. */
  readonly reason: string;
}

export const githubErrors = {
  GITHUB_REPOSITORY_UNNAMED: ({ actual }: { actual: string }) => ({
    category: 'configuration',
    problem: `The repository is given as ${actual}, expected owner/name`,
    help: 'Set GITHUB_REPOSITORY to owner/name; in a workflow the runner does.',
  }),
  GITHUB_TOKEN_REFUSED: ({ does, reason }: GitHubDetails) => ({
    category: 'authentication',
    problem: `${does}: GitHub does not accept the token: ${reason}`,
    help: 'Pass a valid token: `${{ github.token }}`, or a fresh one of a GitHub App. The token of a job is void once the job has ended.',
  }),
  GITHUB_PERMISSION: ({ does, reason, missing }: GitHubDetails & { missing: string }) => ({
    category: 'permission',
    problem: `${does}: the token lacks the permission "${missing}": ${reason}`,
    help: `Give the job \`permissions: { ${missing} }\`, or the GitHub App the same permission. Workflows of forks and of Dependabot get no more than read.`,
  }),
  GITHUB_PULL_REQUESTS_FORBIDDEN: ({ does, reason }: GitHubDetails) => ({
    category: 'permission',
    problem: `${does}: workflows of this repository may not open pull requests: ${reason}`,
    help: 'Enable "Allow GitHub Actions to create and approve pull requests" under Settings, Actions, General, or pass the token of a GitHub App.',
  }),
  GITHUB_NOT_FOUND: ({ does, reason }: GitHubDetails) => ({
    category: 'permission',
    problem: `${does}: it does not exist, or the token may not see it: ${reason}`,
    help: 'Check the name of the repository. For a private one, the token needs access to it: `permissions: { contents: read }`, or the GitHub App installed on it.',
  }),
  GITHUB_RATE_LIMITED: ({ does, reason, until }: GitHubDetails & { until: string }) => ({
    category: 'quota',
    problem: `${does}: GitHub refuses more calls until ${until}: ${reason}`,
    help: 'Run again after that, and see what else uses the same token. The token of a GitHub App has a limit of its own.',
    retryable: true,
  }),
  GITHUB_CONFLICT: ({ does, reason }: GitHubDetails) => ({
    category: 'remote',
    problem: `${does}: somebody else was faster: ${reason}`,
    help: 'Run again: what is there now is read first.',
    retryable: true,
  }),
  GITHUB_BRANCH_PROTECTED: ({ does, reason }: GitHubDetails) => ({
    category: 'permission',
    problem: `${does}: a rule of the repository forbids it: ${reason}`,
    help: 'Exclude the branches airec-https-state and airec-https/** from this branch protection or ruleset.',
  }),
  GITHUB_UNAVAILABLE: ({ does, reason }: GitHubDetails) => ({
    category: 'remote',
    problem: `${does}: GitHub could not serve it: ${reason}`,
    help: 'Run again later. If it stays so, see the status page of GitHub.',
    retryable: true,
  }),
  GITHUB_UNREACHABLE: ({ does, reason, origin }: GitHubDetails & { origin: string }) => ({
    category: 'network',
    problem: `${does}: no answer from ${origin}: ${reason}`,
    help: 'Check GITHUB_API_URL, the proxy settings, and that this machine may connect to it.',
    retryable: true,
  }),
  GITHUB_REFUSED: ({ does, reason }: GitHubDetails) => ({
    category: 'remote',
    problem: `${does}: GitHub refused it: ${reason}`,
    help: 'See what GitHub says is wrong. If nothing in the repository explains it, report it with the request id.',
  }),
  GITHUB_STATE_CONTESTED: ({ path, attempts }: { path: string; attempts: number }) => ({
    category: 'remote',
    problem: `${path} on the state branch was changed by others before each of ${attempts} writes`,
    help: 'Give the scheduled workflow a concurrency group, so that its runs do not overlap.',
    retryable: true,
  }),
  GITHUB_KEY_MATERIAL: ({ where }: { where: string }) => ({
    category: 'configuration',
    problem: `${where} holds a private key or another secret, and was not sent to GitHub`,
    help: 'Move the secret out of this file into a secret of the repository. If the file was ever committed, have the certificate reissued with a new key.',
  }),
  GITHUB_PATH_OUTSIDE: ({ path }: { path: string }) => ({
    category: 'configuration',
    problem: `${path} is no path of a file inside the repository`,
    help: 'Keep the bundle and the mapping file in the repository that the workflow checks out.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
