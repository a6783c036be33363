const HEADING = /^## \[([^\]]+)\](?: - \d{4}-\d{2}-\d{2})?$/;

/** A line that goes on with the item or paragraph before it. */
const CONTINUATION = /\n {2}(?=[^\s*+-])/g;
const RELATIVE_LINK = /\]\((?![a-z]+:|#)([^)\s]+)\)/g;

/**
 * The section of `version` (`1.2.3`) in the text of CHANGELOG.md, without its heading, as GitHub shows releases: there a line
 * break is one, and a relative link would lead nowhere. `files`: the address behind which the files of the version are.
 *
 * @throws Error when the version has no section, or one that says nothing.
 */
export function releaseNotes(changelog: string, version: string, files: string): string {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => HEADING.exec(line)?.[1] === version);
  if (start < 0) throw new Error(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD"`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  const section = rest.slice(0, end < 0 ? undefined : end);
  // Headings alone tell nobody anything.
  if (!section.some((line) => line.trim() !== '' && !line.startsWith('#'))) {
    throw new Error(`The section of ${version} in CHANGELOG.md says nothing`);
  }
  const text = section.join('\n').trim().replaceAll(CONTINUATION, ' ');
  return `${text.replaceAll(RELATIVE_LINK, (_link, file: string) => `](${files}/${file})`)}\n`;
}
