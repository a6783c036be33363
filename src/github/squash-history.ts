import { hasCode } from '../errors/catalogue.ts';
import type { GitHub, Octokit } from './github.ts';
import type { Step } from './github-errors.ts';
import { STATE_BRANCH } from './state-branch.ts';

export interface Squashing {
  /** Commits on the branch before. */
  readonly commits: number;
  readonly isSquashed: boolean;
  /** Why not, when there were enough of them. */
  readonly why?: string;
}

const UPDATE_REFS = `mutation ($repositoryId: ID!, $name: GitRefname!, $before: GitObjectID!, $after: GitObjectID!) {
  updateRefs(input: {
    repositoryId: $repositoryId,
    refUpdates: [{ name: $name, beforeOid: $before, afterOid: $after, force: true }]
  }) { clientMutationId }
}`;

/**
 * Replaces the history of the state branch by one commit with the same files, when it has more than `limit` commits:
 * a commit each run is a hundred thousand a year. One call when it is short, four when it is long. For losing nothing
 * that a run writes at that moment, the branch is moved only if it still is where it was; REST cannot do that, GraphQL
 * can. Where there is no GraphQL the history stays as it is, which harms nobody soon.
 */
export async function squashHistory(github: GitHub, limit: number): Promise<Squashing> {
  const step: Step = {
    does: `Squashing the branch ${STATE_BRANCH} of ${github.fullName}`,
    needs: 'contents: write',
  };
  const head = await github.call(step, (octokit) => readHead(github, octokit));
  const { commits } = head;
  if (commits <= limit) return { commits, isSquashed: false };
  try {
    await github.call(step, (octokit) => replaceHistory(github, octokit, head));
    return { commits, isSquashed: true };
  } catch (error) {
    if (!hasCode(error, 'GITHUB_REFUSED', 'GITHUB_CONFLICT', 'GITHUB_NOT_FOUND')) throw error;
    return { commits, isSquashed: false, why: error.message };
  }
}

interface Head {
  readonly commit: string;
  readonly tree: string;
  readonly commits: number;
}

/** With one commit a page, the number of the last page is the number of commits. */
async function readHead({ repository }: GitHub, octokit: Octokit): Promise<Head> {
  const query = { ...repository, sha: STATE_BRANCH, per_page: 1 };
  const { data, headers } = await octokit.rest.repos.listCommits(query);
  const last = /[?&]page=(\d+)[^>]*>; rel="last"/.exec(headers.link ?? '')?.[1];
  const [head] = data;
  return { commit: head?.sha ?? '', tree: head?.commit.tree.sha ?? '', commits: Number(last ?? data.length) };
}

async function replaceHistory({ repository }: GitHub, octokit: Octokit, head: Head): Promise<void> {
  const { data: commit } = await octokit.rest.git.createCommit({
    ...repository,
    message: `Continue the state of airec-https\n\nReplaces ${head.commits} commits.`,
    tree: head.tree,
    parents: [],
  });
  const { data: facts } = await octokit.rest.repos.get(repository);
  await octokit.graphql(UPDATE_REFS, {
    repositoryId: facts.node_id,
    name: `refs/heads/${STATE_BRANCH}`,
    before: head.commit,
    after: commit.sha,
  });
}
