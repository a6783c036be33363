import { appError, hasCode } from '../errors/catalogue.ts';
import { blobId } from './blob-id.ts';
import type { GitHub, Octokit } from './github.ts';
import type { Step } from './github-errors.ts';

/** A file as Git keeps it. */
export interface StoredFile {
  /** Id of its content (`blobId`). */
  readonly id: string;
  readonly bytes: Buffer;
}

/** Where a file is looked for. `ref`: a branch, or the id of a commit. */
export interface FilePlace {
  readonly path: string;
  readonly ref: string;
}

/**
 * A file of the repository; undefined: there is none, or no such branch. One call, two above 1 MB, and two when it is
 * not there: a repository that the token cannot see is no missing file.
 *
 * @throws GITHUB_NOT_FOUND when the repository is not to be seen
 */
export async function readFile(
  github: GitHub,
  place: FilePlace,
  step: Step,
): Promise<StoredFile | undefined> {
  return unlessAbsent(github, step, async (octokit) => {
    const { data } = await octokit.rest.repos.getContent({
      ...github.repository,
      ...place,
      mediaType: { format: 'object' },
    });
    if (Array.isArray(data) || data.type !== 'file') return undefined;
    if (data.encoding === 'base64') return { id: data.sha, bytes: Buffer.from(data.content, 'base64') };
    // Above 1 MB the content is left out, and the encoding is `none`.
    const blob = await octokit.rest.git.getBlob({ ...github.repository, file_sha: data.sha });
    return { id: data.sha, bytes: Buffer.from(blob.data.content, 'base64') };
  });
}

/**
 * The same for a file of text: one call up to 100 MB. What is no UTF-8 takes the calls of `readFile` as well.
 *
 * @throws GITHUB_NOT_FOUND when the repository is not to be seen
 */
export async function readTextFile(
  github: GitHub,
  place: FilePlace,
  step: Step,
): Promise<StoredFile | undefined> {
  const raw = await unlessAbsent(github, step, async (octokit) => {
    const options = { ...github.repository, ...place, mediaType: { format: 'raw' } };
    const { data }: { readonly data: unknown } = await octokit.rest.repos.getContent(options);
    return { data };
  });
  if (!raw) return undefined;
  const bytes = bytesOf(raw.data);
  return bytes ? { id: blobId(bytes), bytes } : readFile(github, place, step);
}

/** Undefined: it is not what is stored, octet for octet. */
function bytesOf(data: unknown): Buffer | undefined {
  if (data instanceof ArrayBuffer) return Buffer.from(data);
  // By its media type the client takes it for text; what is no UTF-8 has become U+FFFD then.
  return typeof data === 'string' && !data.includes('\uFFFD') ? Buffer.from(data) : undefined;
}

async function unlessAbsent<Result>(
  github: GitHub,
  step: Step,
  read: (octokit: Octokit) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  try {
    return await github.call(step, read);
  } catch (error) {
    if (!hasCode(error, 'GITHUB_NOT_FOUND')) throw error;
  }
  await github.call(step, (octokit) => octokit.rest.repos.get(github.repository));
  return undefined;
}

/**
 * `path`, relative to the root of the repository, with `/` between its parts.
 *
 * @throws GITHUB_PATH_OUTSIDE for an absolute one, one that leads out of it, and one into `.git`
 */
export function checkPath(path: string): string {
  const parts = path.split('/');
  if (
    parts.some((part) => ['', '.', '..'].includes(part)) ||
    path.includes('\\') ||
    path.includes('\0') ||
    parts[0]?.toLowerCase() === '.git'
  ) {
    throw appError('GITHUB_PATH_OUTSIDE', { path: JSON.stringify(path) });
  }
  return path;
}
