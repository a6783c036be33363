import { hasCode } from '../errors/catalogue.ts';
import { blobId } from './blob-id.ts';
import type { GitHub, Octokit } from './github.ts';
import type { Step } from './github-errors.ts';
import { readFile } from './repository-files.ts';

const PREFIX = 'airec-https/fix-';
const NAME_LENGTH = 60;
const KEY_DIGITS = 8;
/** In the message of every commit of ours. */
const TRAILER = 'Airec-Https-Fix';
/** The committer of what GitHub signs. */
const SIGNERS: ReadonlySet<unknown> = new Set(['web-flow', 'GitHub']);
/** GitHub lists no more commits of a comparison. */
const MOST_COMMITS = 250;

/** A file as it is to be, its path relative to the root of the repository. */
export interface FixFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a branch is for. */
export interface FixTopic {
  /** What is mended, such as `rec.example.com`. */
  readonly what: string;
  /** Of the incident: lower-case hex, at least eight digits. */
  readonly key: string;
  /** The branch that is to be mended. */
  readonly base: string;
}

/** A branch beside its base. */
export interface FixBranch {
  readonly head: string;
  /** False: somebody else has committed there, or more was committed than can be looked at. */
  readonly isOurs: boolean;
  /** Commits of the base that it lacks. */
  readonly behind: number;
  readonly base: { readonly commit: string; readonly tree: string };
  /** What it changes: path to blob id; a file that it removes has none. */
  readonly changes: ReadonlyMap<string, string | undefined>;
}

/** `airec-https/fix-<what>-<key8>`, whatever `what` holds. */
export function fixBranchName({ what, key }: Pick<FixTopic, 'what' | 'key'>): string {
  const name = what
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH);
  const parts = [name.replaceAll(/^-|-$/g, ''), key.slice(0, KEY_DIGITS)];
  return `${PREFIX}${parts.filter(Boolean).join('-')}`;
}

/** The topic with which a branch of ours was named, as far as its name tells. */
export function topicOfBranch(name: string, key: string): Pick<FixTopic, 'what' | 'key'> {
  const rest = name.slice(PREFIX.length);
  const end = key.slice(0, KEY_DIGITS);
  return { what: rest.endsWith(end) ? rest.slice(0, -end.length) : rest, key };
}

export function isFixBranch(name: string): boolean {
  return name.startsWith(PREFIX);
}

/** The branch of `topic` as it is now; undefined: there is none. `login` is who we are. */
export async function lookAtBranch(
  github: GitHub,
  topic: FixTopic,
  login: string,
): Promise<FixBranch | undefined> {
  const branch = fixBranchName(topic);
  const step: Step = { does: `Comparing ${branch} with ${topic.base}`, needs: 'contents: read' };
  try {
    return await github.call(step, async ({ rest }) => {
      const basehead = `${topic.base}...${branch}`;
      const { data } = await rest.repos.compareCommitsWithBasehead({ ...github.repository, basehead });
      return {
        head: data.commits.at(-1)?.sha ?? data.merge_base_commit.sha,
        isOurs:
          data.total_commits <= MOST_COMMITS &&
          data.commits.every((commit) => isCommitOf(commit, login, topic)),
        behind: data.behind_by,
        base: { commit: data.base_commit.sha, tree: data.base_commit.commit.tree.sha },
        changes: new Map(
          data.files?.map(({ filename, status, sha }) => [
            filename,
            status === 'removed' ? undefined : (sha ?? undefined),
          ]),
        ),
      };
    });
  } catch (error) {
    if (hasCode(error, 'GITHUB_NOT_FOUND')) return undefined;
    throw error;
  }
}

type Compared = Awaited<ReturnType<Octokit['rest']['repos']['compareCommits']>>['data']['commits'][number];

/** Whoever amends or rebases a commit of ours leaves its author and message as they are, but becomes its committer. */
function isCommitOf({ author, committer, commit }: Compared, login: string, { key }: FixTopic): boolean {
  const from = author?.login ?? commit.author?.name;
  const by = committer?.login ?? commit.committer?.name;
  return (
    from === login &&
    (by === login || SIGNERS.has(by)) &&
    commit.message.split('\n').includes(`${TRAILER}: ${key}`)
  );
}

/** Whether every file has these bytes at `ref`. One call each. */
export async function holdsFiles(github: GitHub, files: readonly FixFile[], ref: string): Promise<boolean> {
  const step: Step = { does: `Reading the files of ${ref} in ${github.fullName}`, needs: 'contents: read' };
  const same = files.map(async ({ path, bytes }) => {
    const stored = await readFile(github, { path, ref }, step);
    return stored?.id === blobId(bytes);
  });
  return (await Promise.all(same)).every(Boolean);
}

/** Whether `branch` differs from its base in `files` alone, and holds their bytes. */
export async function holdsExactly(
  github: GitHub,
  branch: FixBranch,
  files: readonly FixFile[],
): Promise<boolean> {
  const others = new Set(branch.changes.keys());
  for (const { path } of files) others.delete(path);
  if (others.size > 0) return false;
  const changed = files.filter(({ path }) => branch.changes.has(path));
  if (changed.some(({ path, bytes }) => branch.changes.get(path) !== blobId(bytes))) return false;
  const unchanged = files.filter(({ path }) => !branch.changes.has(path));
  return holdsFiles(github, unchanged, branch.head);
}

/** A commit to be made: the files of the base, with `files` in their places. */
interface FixCommit {
  readonly topic: FixTopic;
  /** First line of its message. */
  readonly title: string;
  readonly files: readonly FixFile[];
  readonly baseTree: string;
  readonly parents: readonly string[];
}

/**
 * Makes the commit, which belongs to no branch yet, and returns its id. Author and date are left to GitHub, which
 * then signs it.
 */
async function commitFiles(github: GitHub, commit: FixCommit): Promise<string> {
  const { topic, title, files, baseTree, parents } = commit;
  const branch = fixBranchName(topic);
  return github.call(
    { does: `Committing to ${branch}`, needs: 'contents: write' },
    async ({ rest: { git } }) => {
      const { repository } = github;
      const tree: { path: string; mode: '100644'; type: 'blob'; sha: string }[] = [];
      for (const { path, bytes } of files) {
        const content = Buffer.from(bytes).toString('base64');
        const blob = await git.createBlob({ ...repository, content, encoding: 'base64' });
        tree.push({ path, mode: '100644', type: 'blob', sha: blob.data.sha });
      }
      const made = await git.createTree({ ...repository, base_tree: baseTree, tree });
      const message = `${title}\n\n${TRAILER}: ${topic.key}\n`;
      const { data } = await git.createCommit({
        ...repository,
        message,
        tree: made.data.sha,
        parents: [...parents],
      });
      return data.sha;
    },
  );
}

/** Begins the branch at the head of its base with one commit. False: somebody else has begun it at this moment. */
export async function beginBranch(
  github: GitHub,
  topic: FixTopic,
  change: Pick<FixCommit, 'title' | 'files'>,
): Promise<boolean> {
  const branch = fixBranchName(topic);
  const step: Step = {
    does: `Reading the branch ${topic.base} of ${github.fullName}`,
    needs: 'contents: read',
  };
  const { data: base } = await github.call(step, ({ rest }) =>
    rest.repos.getCommit({ ...github.repository, ref: topic.base }),
  );
  const sha = await commitFiles(github, {
    ...change,
    topic,
    baseTree: base.commit.tree.sha,
    parents: [base.sha],
  });
  return isFirst(
    github.call({ does: `Creating the branch ${branch}`, needs: 'contents: write' }, ({ rest }) =>
      rest.git.createRef({ ...github.repository, ref: `refs/heads/${branch}`, sha }),
    ),
  );
}

/**
 * Puts one commit on top of the branch, which makes it its base with `files` alone; a base that has moved on is merged.
 * False: somebody else has pushed since `branch` was looked at; nothing of theirs is overwritten.
 */
export async function extendBranch(
  github: GitHub,
  change: Pick<FixCommit, 'title' | 'files' | 'topic'>,
  branch: FixBranch,
): Promise<boolean> {
  const parents = branch.behind > 0 ? [branch.head, branch.base.commit] : [branch.head];
  const sha = await commitFiles(github, { ...change, baseTree: branch.base.tree, parents });
  const name = fixBranchName(change.topic);
  return isFirst(
    github.call({ does: `Pushing to ${name}`, needs: 'contents: write' }, ({ rest }) =>
      rest.git.updateRef({ ...github.repository, ref: `heads/${name}`, sha, force: false }),
    ),
  );
}

/** Removes the branch; one that is gone already is fine. */
export async function deleteBranch(github: GitHub, topic: FixTopic): Promise<void> {
  const name = fixBranchName(topic);
  try {
    await github.call({ does: `Deleting the branch ${name}`, needs: 'contents: write' }, ({ rest }) =>
      rest.git.deleteRef({ ...github.repository, ref: `heads/${name}` }),
    );
  } catch (error) {
    if (!hasCode(error, 'GITHUB_NOT_FOUND', 'GITHUB_CONFLICT')) throw error;
  }
}

async function isFirst(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (hasCode(error, 'GITHUB_CONFLICT')) return false;
    throw error;
  }
}
