import type { GitHub } from './github.ts';
import type { Step } from './github-errors.ts';

/** Whether everybody may see the repository. One call. */
export async function isPublicRepository(github: GitHub): Promise<boolean> {
  const step: Step = { does: `Reading ${github.fullName}`, needs: 'contents: read' };
  const { data } = await github.call(step, ({ rest }) => rest.repos.get(github.repository));
  return !data.private;
}

/** When the latest commit of the default branch was committed; undefined: there is none. One call. */
export async function lastCommitOf(github: GitHub): Promise<Date | undefined> {
  const step: Step = { does: `Reading the commits of ${github.fullName}`, needs: 'contents: read' };
  const { data } = await github.call(step, ({ rest }) =>
    rest.repos.listCommits({ ...github.repository, per_page: 1 }),
  );
  const date = data[0]?.commit.committer?.date;
  return date === undefined ? undefined : new Date(date);
}
