import { countOf } from './format.ts';
import { codeSpan, escapeMarkdown } from './markdown-escape.ts';
import { placeOf, type Problem, problemsOf } from './problems.ts';
import type { Report } from './report.ts';
import { verdictLine } from './verdict.ts';

/** GitHub takes 65,536 characters a comment. */
const MAX_ROWS = 100;
const MAX_PROBLEMS = 20;

/**
 * What a deployment came to, for the merged pull request that it deployed: what every address was seen to serve, and
 * what is left to do. `runUrl`: of the run; undefined: there is none.
 */
export function renderDeployComment(report: Report, runUrl: string | undefined): string {
  const rows = report.endpoints.flatMap(({ domain, port, addresses }) =>
    addresses.map(
      ({ address, accepted, leaf, receivedChain, httpStatus }) =>
        `| ${codeSpan(`${domain}:${port}`)} | ${codeSpan(address)} | ${leaf === undefined ? 'no handshake' : codeSpan(leaf.slice(0, 12))} | ${receivedChain?.length ?? ''} | ${acceptedWords(accepted)} | ${httpStatus ?? ''} |`,
    ),
  );
  const problems = report.endpoints.flatMap((endpoint) => [
    ...(endpoint.error ? [problemLine({ ...endpoint.error, addresses: [] })] : []),
    ...problemsOf(endpoint).map(problemLine),
  ]);
  const head = [
    '| endpoint | address | leaf | certificates | clients without help | HTTP |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return [
    `## Deployed: ${escapeMarkdown(verdictLine(report))}`,
    'Seen in handshakes with every address after the deployment:',
    [...head, ...rows.slice(0, MAX_ROWS)].join('\n'),
    ...more(rows.length - MAX_ROWS, ['more address', 'more addresses']),
    ...(problems.length > 0 ? [problems.slice(0, MAX_PROBLEMS).join('\n')] : []),
    ...more(problems.length - MAX_PROBLEMS, ['more problem', 'more problems']),
    ...(runUrl === undefined ? [] : [`[The run](${runUrl}) has every step.`]),
  ].join('\n\n');
}

/** What is wrong, where, in the words of which clients, and what to do. */
function problemLine({
  problem,
  help,
  addresses,
  clientWords = [],
}: Pick<Problem, 'problem' | 'help' | 'addresses' | 'clientWords'>): string {
  const clients = clientWords.length > 0 ? ` (${clientWords.join('; ')})` : '';
  const what = escapeMarkdown(`${problem}${clients}`);
  return `- ${what}${placeOf({ addresses }, codeSpan)}: ${escapeMarkdown(help)}`;
}

function acceptedWords(accepted: boolean | null): string {
  if (accepted === null) return 'could not be determined';
  return accepted ? '✓ accept it' : '✗ do not all accept it';
}

function more(count: number, [one, many]: readonly [string, string]): readonly string[] {
  return count > 0 ? [`${countOf(count, one, many)} in the report.`] : [];
}
