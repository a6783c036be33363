import { hasCode } from '../errors/catalogue.ts';
import { type FixMark, readMark } from './fix-body.ts';
import { fixBranchName, isFixBranch } from './fix-branch.ts';
import type { GitHub, Octokit } from './github.ts';
import type { Step } from './github-errors.ts';

/** A pull request from a branch of this repository that is named like ours. */
export interface FixPullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** Login; null: the account is gone. */
  readonly author: string | null;
  readonly branch: string;
  readonly base: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** Undefined: people have removed it, or it never was one of ours. */
  readonly mark: FixMark | undefined;
}

type Pulled =
  | Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number]
  | Awaited<ReturnType<Octokit['rest']['pulls']['get']>>['data'];

/** Those of one incident, whatever became of them; the newest first. One call. */
export async function findFixes(
  github: GitHub,
  topic: { readonly what: string; readonly key: string },
): Promise<readonly FixPullRequest[]> {
  const { owner } = github.repository;
  const query = { head: `${owner}:${fixBranchName(topic)}`, state: 'all', sort: 'created' } as const;
  const { data } = await github.call(listing(github), ({ rest }) =>
    rest.pulls.list({ ...github.repository, ...query, direction: 'desc', per_page: 100 }),
  );
  return data
    .flatMap((pull) => readPull(github, pull))
    .filter(({ branch }) => branch === fixBranchName(topic))
    .toSorted((a, b) => b.number - a.number);
}

/** The one with this number; undefined: there is none, or it is none of ours by its branch. One call. */
export async function readFix(github: GitHub, number: number): Promise<FixPullRequest | undefined> {
  try {
    const { data } = await github.call(listing(github), ({ rest }) =>
      rest.pulls.get({ ...github.repository, pull_number: number }),
    );
    return readPull(github, data)[0];
  } catch (error) {
    if (hasCode(error, 'GITHUB_NOT_FOUND')) return undefined;
    throw error;
  }
}

/** All that are open. One call for each hundred open pull requests of the repository. */
export async function findOpenFixes(github: GitHub): Promise<readonly FixPullRequest[]> {
  const pulls = await github.call(listing(github), (octokit) =>
    octokit.paginate(octokit.rest.pulls.list, { ...github.repository, state: 'open', per_page: 100 }),
  );
  return pulls.flatMap((pull) => readPull(github, pull));
}

/** Those that brought `commit` to its branch, for whoever deploys it and has the proof to tell. One call. */
export async function findMergedFixes(github: GitHub, commit: string): Promise<readonly FixPullRequest[]> {
  const { data } = await github.call(listing(github), ({ rest }) =>
    rest.repos.listPullRequestsAssociatedWithCommit({ ...github.repository, commit_sha: commit }),
  );
  return data.flatMap((pull) => readPull(github, pull)).filter(({ state }) => state === 'merged');
}

function readPull(github: GitHub, pull: Pulled): readonly FixPullRequest[] {
  const { head, body } = pull;
  // A fork may give its branch any name.
  if (head.repo?.full_name.toLowerCase() !== github.fullName.toLowerCase()) return [];
  if (!isFixBranch(head.ref)) return [];
  return [
    {
      number: pull.number,
      url: pull.html_url,
      state: pull.state === 'open' ? 'open' : pull.merged_at === null ? 'closed' : 'merged',
      author: pull.user?.login ?? null,
      branch: head.ref,
      base: pull.base.ref,
      body: body ?? '',
      labels: pull.labels.map(({ name }) => name),
      mark: readMark(body),
    },
  ];
}

function listing({ fullName }: GitHub): Step {
  return { does: `Listing the pull requests of ${fullName}`, needs: 'pull-requests: read' };
}
