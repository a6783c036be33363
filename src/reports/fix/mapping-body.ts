import type { RowChange } from '../../airec/correct-rows.ts';
import { codeSpan, escapeMarkdown } from '../markdown-escape.ts';
import { shellWords } from '../shell-words.ts';

const MAX_ROWS = 100;
const COLUMNS = 'Domain | CertificateID | Protocol | Port';

/** What a pull request for the mapping file tells. */
export interface MappingText {
  /** Of the workbook and of its text, relative to the root of the repository. */
  readonly path: string;
  readonly tsvPath: string;
  /** Names of the endpoints. */
  readonly endpoints: readonly string[];
  readonly problems: readonly string[];
  readonly changes: readonly RowChange[];
  /** Whether the id of a certificate is among what changes. */
  readonly isOfIds: boolean;
  readonly configFile: string;
}

/** The text of the pull request that corrects the mapping file, in Markdown. The same evidence gives the same text. */
export function renderMappingBody(text: MappingText): string {
  const { path, tsvPath, endpoints, problems, changes, isOfIds, configFile } = text;
  const rows = changes.slice(0, MAX_ROWS);
  return [
    '## What is wrong',
    problems
      .slice(0, MAX_ROWS)
      .map((problem) => `- ${escapeMarkdown(problem)}`)
      .join('\n'),
    '## Who is affected',
    `${endpoints.map((name) => codeSpan(name)).join(', ')}: AIRec compares rows exactly, so that one that is not right binds nothing, and \`command: deploy\` stops at it.`,
    '## The rows, before and after',
    [
      `| row | | ${COLUMNS} | why |`,
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows.flatMap(({ row, before, after, why }) => [
        line(row, 'before', { cells: before, none: '(no row)', why: '' }),
        line(row, 'after', { cells: after, none: '(removed)', why }),
      ]),
    ].join('\n'),
    ...(isOfIds
      ? [
          'The certificate ids are those of which CAS says that they are deployed, and whose leaf every address serves.',
        ]
      : ['No certificate id is guessed: rows keep theirs.']),
    `Everything else in the workbook stays. ${codeSpan(tsvPath)} says the same as text, for the review.`,
    '## How to reproduce',
    ['```sh', `airec-https monitor --config ${shellWords([configFile])}`, '```'].join('\n'),
    '## What happens on merge',
    `Merging changes ${codeSpan(path)} and ${codeSpan(tsvPath)} alone. The next run of \`command: deploy\` reads the file and applies it with \`airec.bind\`; where that is \`none\`, apply it yourself.`,
    '## Rollback',
    'Revert the merge commit, and apply the mapping again.',
  ].join('\n\n');
}

/** A row of the table. */
interface Shown {
  readonly cells: readonly string[] | null;
  /** What stands there without cells. */
  readonly none: string;
  readonly why: string;
}

function line(row: number | null, when: string, { cells, none, why }: Shown): string {
  const shown = cells ? cells.map((cell) => (cell === '' ? '' : codeSpan(cell))) : [none, '', '', ''];
  const four = Array.from({ length: 4 }, (_, index) => shown[index] ?? '');
  return `| ${row ?? 'new'} | ${when} | ${four.join(' | ')} | ${escapeMarkdown(why)} |`;
}
