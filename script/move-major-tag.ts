// Points the major tag (v1) at the release that was just published (TAG, v1.2.3), unless a newer one of that major is published
// already: a fix for an older minor version must not take everybody back.
import { repositoryApi, type RepositoryApi } from './support/github-api.ts';

const VERSION = /^v(\d+)\.(\d+)\.(\d+)$/;
const PAGE = 100;

const { TAG: tag = '' } = process.env;
const api = repositoryApi(process.env);
const major = `v${parse(tag)[0]}`;
const newer = (await publishedTags(api)).find(
  (other) => other.startsWith(`${major}.`) && compare(other, tag) > 0,
);
if (newer === undefined) {
  const commit = (await api.find(`/commits/${tag}`)) as { sha: string } | undefined;
  if (commit === undefined) throw new Error(`There is no tag ${tag}`);
  if ((await api.find(`/git/ref/tags/${major}`)) === undefined) {
    await api.send('POST', '/git/refs', { ref: `refs/tags/${major}`, sha: commit.sha });
  } else {
    await api.send('PATCH', `/git/refs/tags/${major}`, { sha: commit.sha, force: true });
  }
  console.log(`${major} is ${tag}, ${commit.sha}`);
} else {
  console.log(`${major} stays: ${newer} is newer than ${tag}`);
}

/** Tags of the releases that everybody sees, without previews. */
async function publishedTags({ find }: RepositoryApi): Promise<string[]> {
  const tags: string[] = [];
  for (let page = 1; ; page += 1) {
    const releases = (await find(`/releases?per_page=${PAGE}&page=${page}`)) as readonly {
      readonly tag_name: string;
      readonly draft: boolean;
      readonly prerelease: boolean;
    }[];
    const published = releases.filter(({ draft, prerelease }) => !draft && !prerelease);
    tags.push(...published.map(({ tag_name: name }) => name).filter((name) => VERSION.test(name)));
    if (releases.length < PAGE) return tags;
  }
}

function parse(version: string): readonly number[] {
  const found = VERSION.exec(version);
  if (!found) throw new Error(`${JSON.stringify(version)} is not a version such as v1.2.3`);
  return found.slice(1).map(Number);
}

/** Positive when `a` is the newer one. */
function compare(a: string, b: string): number {
  const theirs = parse(b);
  return parse(a).reduce((order, part, index) => order || part - (theirs[index] ?? 0), 0);
}
