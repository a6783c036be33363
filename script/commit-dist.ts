// Commits the dist/ that the unprivileged half built to the branch of Dependabot's pull request: node script/commit-dist.ts FOLDER.
// This half may write, so that it runs no code of the pull request and believes nothing that came with it: which branch and
// commit, it has from GitHub's event; of the folder it takes files with the names that a build has, and nothing else.
import { readFile } from 'node:fs/promises';
import { readBuiltDist } from './support/built-dist.ts';
import { repositoryApi, type RepositoryApi } from './support/github-api.ts';

/** All that a bump of npm packages touches. */
const BUMPED = new Set(['package.json', 'package-lock.json']);
const BRANCH = /^dependabot\/npm_and_yarn\/[A-Za-z0-9][A-Za-z0-9._/-]*$/;
const COMMIT = /^[0-9a-f]{40}$/;
const BOT = 'dependabot[bot]';
/** With its mark, Dependabot goes on rebasing its branch. */
const MESSAGE = 'Build dist/ with the bumped packages\n\n[dependabot skip]';

interface WorkflowRunEvent {
  readonly repository: { readonly default_branch: string };
  readonly workflow_run: {
    readonly event: string;
    readonly conclusion: string;
    readonly head_branch: string;
    readonly head_sha: string;
    readonly head_repository: { readonly full_name: string };
  };
}

const [folder] = process.argv.slice(2);
const { GITHUB_EVENT_PATH: eventPath, GITHUB_REPOSITORY: repository } = process.env;
if (folder === undefined || !eventPath)
  throw new Error('usage: node script/commit-dist.ts FOLDER, in a workflow');
const event = JSON.parse(await readFile(eventPath, 'utf8')) as WorkflowRunEvent;
const api = repositoryApi(process.env);
try {
  console.log(await commitDist(folder));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** What was done, in one line. */
async function commitDist(built: string): Promise<string> {
  const { event: trigger, conclusion, head_branch: branch, head_sha: head, ...run } = event.workflow_run;
  if (trigger !== 'pull_request' || conclusion !== 'success') throw new Error('Not a build that succeeded');
  if (run.head_repository.full_name !== repository) throw new Error('The branch is that of a fork');
  if (!BRANCH.test(branch) || branch.includes('..')) throw new Error(`Not a branch of npm bumps: ${branch}`);
  if (!COMMIT.test(head)) throw new Error('Not a commit');
  const parent = await readBump(api, head);
  const files = await readBuiltDist(built);
  const entries = [];
  for (const [path, bytes] of files) {
    const { sha } = await post('/git/blobs', { content: bytes.toString('base64'), encoding: 'base64' });
    entries.push({ path, mode: '100644', type: 'blob', sha });
  }
  const dist = await post('/git/trees', { tree: entries });
  const tree = await post('/git/trees', {
    base_tree: parent.tree,
    tree: [{ path: 'dist', mode: '040000', type: 'tree', sha: dist.sha }],
  });
  if (tree.sha === parent.tree) return 'dist/ is what the bumped packages give: nothing to commit';
  const commit = await post('/git/commits', { message: MESSAGE, tree: tree.sha, parents: [head] });
  // Refused by GitHub when the branch has moved on: then dist/ belongs to a commit that is no longer its head.
  await api.send('PATCH', `/git/refs/heads/${branch}`, { sha: commit.sha, force: false });
  return `${branch}: ${commit.sha}, ${files.size} files`;
}

/** The commit of the bump: Dependabot's own, signed by GitHub, and of versions alone. */
async function readBump({ find }: RepositoryApi, head: string): Promise<{ readonly tree: string }> {
  const found = (await find(`/commits/${head}`)) as {
    readonly author: { readonly login: string } | null;
    readonly commit: {
      readonly tree: { readonly sha: string };
      readonly verification?: { readonly verified: boolean };
    };
  };
  if (found.author?.login !== BOT || found.commit.verification?.verified !== true) {
    throw new Error(`${head} is not a signed commit of ${BOT}`);
  }
  const base = encodeURIComponent(event.repository.default_branch);
  const { files } = (await find(`/compare/${base}...${head}`)) as {
    readonly files: readonly { readonly filename: string }[];
  };
  const others = files.filter(({ filename }) => !BUMPED.has(filename));
  if (others.length > 0) {
    throw new Error(`It changes more than versions: ${others.map(({ filename }) => filename).join(', ')}`);
  }
  return { tree: found.commit.tree.sha };
}

async function post(path: string, body: object): Promise<{ readonly sha: string }> {
  return (await api.send('POST', path, body)) as { readonly sha: string };
}
