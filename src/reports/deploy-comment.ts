import { countOf } from './format.ts';
import { codeSpan, escapeMarkdown } from './markdown-escape.ts';
import type { Report } from './report.ts';
import { verdictLine } from './verdict.ts';

/** GitHub takes 65,536 characters a comment. */
const MAX_ROWS = 100;
const MAX_FINDINGS = 20;

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
  const findings = report.endpoints.flatMap((endpoint) => [
    ...(endpoint.error ? [endpoint.error] : []),
    ...endpoint.findings.filter(({ severity }) => severity !== 'info'),
  ]);
  const head = [
    '| endpoint | address | leaf | certificates | clients without help | HTTP |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return [
    `## Deployed: ${escapeMarkdown(verdictLine(report))}`,
    'Seen in handshakes with every address after the deployment:',
    [...head, ...rows.slice(0, MAX_ROWS)].join('\n'),
    ...more(rows.length - MAX_ROWS, 'more address'),
    ...findings
      .slice(0, MAX_FINDINGS)
      .map(({ problem, help }) => `- ${escapeMarkdown(problem)} ${escapeMarkdown(help)}`),
    ...more(findings.length - MAX_FINDINGS, 'more finding'),
    ...(runUrl === undefined ? [] : [`[The run](${runUrl}) has every step.`]),
  ].join('\n\n');
}

function acceptedWords(accepted: boolean | null): string {
  if (accepted === null) return 'could not be determined';
  return accepted ? '✓ accept it' : '✗ do not all accept it';
}

function more(count: number, what: string): readonly string[] {
  return count > 0 ? [`${countOf(count, what)} in the report.`] : [];
}
