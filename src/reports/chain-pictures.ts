import { shortFingerprint } from '../endpoints/short-fingerprint.ts';
import type { ChainRow } from './chain-rows.ts';
import type { PicturedCertificate, PicturedChain, Sign } from './summary/summary.ts';

const MISSING = 'missing';

/** What the two chains of a picture are called. */
export interface ChainTitles {
  readonly served: string;
  readonly needed: string;
}

/** The chain that is served, with its gaps, beside the one that is needed where that is another. */
export function picturesOf(rows: readonly ChainRow[], titles: ChainTitles): readonly PicturedChain[] {
  if (rows.length === 0) return [];
  const served = { title: titles.served, links: servedLinks(rows) };
  const needed = rows.filter((row) => row.needed !== undefined);
  // Without its issuer, which nobody has seen, what is needed is no more than what is served.
  const isKnown = rows.every(({ mark, fingerprint }) => mark !== 'missing' || fingerprint !== undefined);
  const isAsNeeded = rows.every(({ mark }) => mark === 'used' || mark === 'known');
  if (isAsNeeded || !isKnown || needed.length === 0) return [served];
  return [served, { title: titles.needed, links: neededLinks(rows) }];
}

/** In the order in which they are sent, then what is missing, and the root that they lead to. */
function servedLinks(rows: readonly ChainRow[]): readonly PicturedCertificate[] {
  const sent = rows.flatMap((row) => row.sent.map((place) => ({ place, row })));
  const absent = rows.filter((row) => row.sent.length === 0);
  return [
    ...sent.toSorted((a, b) => a.place - b.place).map(({ row }) => linkOf(row, row.notes)),
    ...absent.map((row) => linkOf(row, row.needed === undefined ? row.notes : [MISSING])),
  ];
}

/** What should be sent, from the leaf up, and the root that it leads to. */
function neededLinks(rows: readonly ChainRow[]): readonly PicturedCertificate[] {
  const needed = rows.flatMap((row) => (row.needed === undefined ? [] : [{ ...row, needed: row.needed }]));
  const top = rows.filter((row) => row.needed === undefined && row.sent.length === 0);
  return [
    ...needed
      .toSorted((a, b) => a.needed - b.needed)
      .map((row) => {
        const isMissing = row.mark === 'missing';
        const mark = isMissing ? ('used' as const) : row.mark;
        return { ...linkOf(row, isMissing ? row.notes.filter((note) => note !== MISSING) : []), mark };
      }),
    ...top.map((row) => linkOf(row, row.notes)),
  ];
}

function linkOf({ mark, name, fingerprint }: ChainRow, notes: readonly string[]): PicturedCertificate {
  return {
    mark,
    label: name,
    fingerprint: fingerprint && shortFingerprint(fingerprint),
    note: notes.filter((note) => note !== '').join(', '),
  };
}

/** How much of what is needed is sent, `1 of 2`, and how that is; undefined without a chain. */
export function chainInShort(
  rows: readonly ChainRow[],
): { readonly sign: Sign; readonly text: string } | undefined {
  if (rows.length === 0) return undefined;
  const marks = new Set(rows.map(({ mark }) => mark));
  const sign = marks.has('missing') ? 'bad' : marks.has('wrong') ? 'warning' : 'good';
  const needed = rows.filter((row) => row.needed !== undefined);
  const sent = rows.flatMap((row) => row.sent).length;
  const lacking = rows.filter((row) => row.mark === 'missing' && row.needed === undefined).length;
  if (needed.length === 0)
    return { sign, text: lacking > 0 ? `${sent} of ${sent + lacking}` : `${sent} sent` };
  const there = needed.filter((row) => row.sent.length > 0).length;
  return { sign, text: `${there} of ${needed.length + lacking}` };
}
