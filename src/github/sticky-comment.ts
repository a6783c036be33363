import type { GitHub } from './github.ts';
import type { Step } from './github-errors.ts';
import { identify } from './identity.ts';
import { refuseKeyMaterial } from './key-material.ts';

/** A comment that is written once and then kept up to date. */
export interface StickyComment {
  /** Of the issue or pull request. */
  readonly number: number;
  /** What tells it from our other comments there: lower-case letters and hyphens. */
  readonly name: string;
  /** Markdown. */
  readonly body: string;
  /** Whether it is made where it is not there yet; default: it is. */
  readonly isNew?: boolean;
}

/**
 * Writes a comment, or makes the one of this name say `body`: found again by a marker that people do not see, and only
 * among comments of our own. A call whose answer was lost is not repeated: the next run finds what came of it.
 *
 * @throws GITHUB_KEY_MATERIAL
 */
export async function writeStickyComment(
  github: GitHub,
  { number, name, body, isNew = true }: StickyComment,
): Promise<'created' | 'updated' | 'none'> {
  refuseKeyMaterial(`The comment on #${number}`, body);
  const marker = `<!-- airec-https:comment ${name} -->`;
  const text = `${body.trimEnd()}\n\n${marker}\n`;
  const found = await findComment(github, number, marker);
  // GitHub may trim what it keeps.
  if (found ? found.body.trimEnd() === text.trimEnd() : !isNew) return 'none';
  const step: Step = {
    does: `Commenting on #${number} of ${github.fullName}`,
    needs: 'pull-requests: write',
  };
  await github.call(step, async ({ rest: { issues } }) => {
    const content = { ...github.repository, body: text, request: { retries: 0 } };
    await (found
      ? issues.updateComment({ ...content, comment_id: found.id })
      : issues.createComment({ ...content, issue_number: number }));
  });
  return found ? 'updated' : 'created';
}

async function findComment(
  github: GitHub,
  number: number,
  marker: string,
): Promise<{ id: number; body: string } | undefined> {
  const { login } = await identify(github);
  const step: Step = {
    does: `Reading the comments on #${number} of ${github.fullName}`,
    needs: 'pull-requests: read',
  };
  return github.call(step, async (octokit) => {
    const query = { ...github.repository, issue_number: number, per_page: 100 };
    for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, query)) {
      const own = data.find(({ user, body }) => user?.login === login && body?.includes(marker));
      if (own) return { id: own.id, body: own.body ?? '' };
    }
    return undefined;
  });
}
