import { setTimeout as sleep } from 'node:timers/promises';
import { appError, hasCode } from '../errors/catalogue.ts';
import { blobId } from './blob-id.ts';
import type { GitHub } from './github.ts';
import type { Step } from './github-errors.ts';
import { refuseKeyMaterial } from './key-material.ts';
import { readTextFile } from './repository-files.ts';

/** An orphan branch: it shares no commit with the others and is never merged. */
export const STATE_BRANCH = 'airec-https-state';

const WRITES = 3;
const UPDATES = 8;
const PAUSE_MS = 40;

/** A file of the state branch, UTF-8. */
export interface StateFile {
  readonly text: string;
  /** What a write has to name in order to replace it. */
  readonly revision: string;
}

/** `current`: what somebody else has written in the meantime; undefined: the file was removed. */
export type WriteResult =
  | { readonly isWritten: true; readonly revision: string }
  | { readonly isWritten: false; readonly current: StateFile | undefined };

/** What is to become of a file. `expected`: the revision it is made from; undefined: there was no file. */
export interface StateWrite {
  readonly path: string;
  readonly text: string;
  readonly expected: string | undefined;
}

/** One call of the API. Undefined: nothing was ever written there. */
export async function readState(github: GitHub, path: string): Promise<StateFile | undefined> {
  const file = await readTextFile(github, { path, ref: STATE_BRANCH }, reading(github));
  return file && { text: file.bytes.toString('utf8'), revision: file.id };
}

/**
 * Replaces a file if nobody else has: compare-and-swap on the id of its content, which GitHub does in one call and as
 * one commit. Nothing is sent when nothing changes, so that a quiet run needs two calls: a read and a write. The
 * branch is made when there is none (three calls more). A write whose answer was lost is known by what is there.
 *
 * @throws GITHUB_KEY_MATERIAL, GITHUB_BRANCH_PROTECTED
 */
export async function writeState(github: GitHub, write: StateWrite): Promise<WriteResult> {
  const revision = blobId(Buffer.from(write.text));
  if (revision === write.expected) return { isWritten: true, revision };
  refuseKeyMaterial(`The state ${write.path}`, Buffer.from(write.text));
  for (let attempt = 1; ; attempt += 1) {
    if (await tryToWrite(github, write)) return { isWritten: true, revision };
    const current = await readState(github, write.path);
    if (current?.revision === revision) return { isWritten: true, revision };
    // The same as before: it was another file of the branch that changed.
    if (current?.revision !== write.expected || attempt === WRITES) return { isWritten: false, current };
  }
}

/**
 * Writes what `change` makes of the text that is there (undefined: none), and makes it anew from what others wrote in the
 * meantime. `known`: what was there a moment ago, which spares a read. Returns the file as it is in the end.
 *
 * @throws GITHUB_STATE_CONTESTED after eight attempts
 */
export async function updateState(
  github: GitHub,
  {
    path,
    known,
  }: { readonly path: string; readonly known?: { readonly file: StateFile | undefined } | undefined },
  change: (text: string | undefined) => string,
): Promise<StateFile> {
  let current = known ? known.file : await readState(github, path);
  for (let attempt = 1; attempt <= UPDATES; attempt += 1) {
    const text = change(current?.text);
    const result = await writeState(github, { path, text, expected: current?.revision });
    if (result.isWritten) return { text, revision: result.revision };
    current = result.current;
    // Runs that started together should not meet again.
    await sleep(Math.random() * PAUSE_MS * attempt);
  }
  throw appError('GITHUB_STATE_CONTESTED', { path, attempts: UPDATES });
}

/** False: somebody else was faster. */
async function tryToWrite(github: GitHub, { path, text, expected }: StateWrite): Promise<boolean> {
  try {
    await github.call(writing(github), (octokit) =>
      octokit.rest.repos.createOrUpdateFileContents({
        ...github.repository,
        path,
        branch: STATE_BRANCH,
        message: `Record ${path}`,
        content: Buffer.from(text).toString('base64'),
        ...(expected === undefined ? {} : { sha: expected }),
      }),
    );
    return true;
  } catch (error) {
    if (hasCode(error, 'GITHUB_CONFLICT')) return false;
    if (!hasCode(error, 'GITHUB_NOT_FOUND')) throw error;
    return createBranch(github, path, text);
  }
}

/** False: it is there already. */
async function createBranch(github: GitHub, path: string, content: string): Promise<boolean> {
  try {
    await github.call(writing(github), async ({ rest: { git } }) => {
      const { repository } = github;
      const entry = { path, mode: '100644', type: 'blob', content } as const;
      const tree = await git.createTree({ ...repository, tree: [entry] });
      const message = `Begin the state of airec-https\n\nThis branch is its memory: do not merge it.`;
      const commit = await git.createCommit({ ...repository, message, tree: tree.data.sha, parents: [] });
      await git.createRef({ ...repository, ref: `refs/heads/${STATE_BRANCH}`, sha: commit.data.sha });
    });
    return true;
  } catch (error) {
    if (hasCode(error, 'GITHUB_CONFLICT')) return false;
    throw error;
  }
}

function reading({ fullName }: GitHub): Step {
  return { does: `Reading the branch ${STATE_BRANCH} of ${fullName}`, needs: 'contents: read' };
}

function writing({ fullName }: GitHub): Step {
  return { does: `Writing the branch ${STATE_BRANCH} of ${fullName}`, needs: 'contents: write' };
}
