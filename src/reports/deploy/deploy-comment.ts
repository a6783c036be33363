import { shortFingerprint } from '../../endpoints/short-fingerprint.ts';
import { deployFold } from './deploy-fold.ts';
import type { Report } from './report.ts';
import { STATUS_SIGNS } from '../summary-cells.ts';
import { COMMENT_BYTES, renderMarkdown } from '../summary/markdown.ts';
import { type Cell, code, link, signed, type Table, tableOf } from '../summary/summary.ts';
import { verdictLine, verdictOf } from './verdict.ts';

/**
 * What a deployment came to, for the merged pull request that it deployed: what every address was seen to serve, and
 * what is left to do. `runUrl`: of the run; undefined: there is none.
 */
export function renderDeployComment(report: Report, runUrl: string | undefined): string {
  const time = new Date(Date.parse(report.startedAt) + report.durationMs);
  const folds = report.endpoints.map((endpoint) => deployFold(endpoint, report, time));
  const summary = {
    title: 'Deployed',
    sign: STATUS_SIGNS[verdictOf(report)],
    verdict: verdictLine(report),
    notes: ['Seen in handshakes with every address after the deployment:'],
    table: addressTable(report),
    sections: folds.filter((section) => section !== undefined),
    closing: runUrl === undefined ? undefined : [link('The run', runUrl), ' has every step.'],
  };
  return renderMarkdown(summary, { mostBytes: COMMENT_BYTES });
}

function addressTable({ endpoints }: Report): Table {
  const rows = endpoints.flatMap(({ domain, port, addresses }) =>
    addresses.map((address) => ({ ...address, endpoint: `${domain}:${port}` })),
  );
  return tableOf(rows, [
    ['Endpoint', ({ endpoint }) => code(endpoint)],
    ['Address', ({ address }) => code(address)],
    ['Leaf', ({ leaf }) => (leaf === undefined ? 'no handshake' : code(shortFingerprint(leaf)))],
    ['Certificates', ({ receivedChain }) => receivedChain && String(receivedChain.length)],
    ['Clients without help', ({ accepted }) => acceptedCell(accepted)],
    ['HTTP', ({ httpStatus }) => (httpStatus === undefined ? undefined : String(httpStatus))],
  ]);
}

function acceptedCell(accepted: boolean | null): Cell {
  if (accepted === null) return signed('unknown', 'could not be determined');
  return accepted ? signed('good', 'accept it') : signed('bad', 'do not all accept it');
}
