import { shortFingerprint } from '../endpoints/short-fingerprint.ts';
import type { LedgerEntry } from '../monitoring/chain-ledger.ts';
import { countOf } from './format.ts';
import { type Block, code, signed, type Span, tableOf, type Text } from './summary/summary.ts';

/** Where the chain was lost, one row a place; undefined when nobody looked. */
export function ledgerTable(ledger: readonly LedgerEntry[]): Block | undefined {
  if (ledger.length === 0) return undefined;
  const table = tableOf(ledger, [
    ['place', ({ hop }) => (hop === 'cas' ? 'CAS' : hop)],
    ['which', ({ name }) => code(name)],
    ['holds', ({ seen }) => holdingWords(seen)],
    ['differs', ({ difference }) => (difference === null ? undefined : signed('bad', difference))],
  ]);
  return { kind: 'table', table };
}

function holdingWords(seen: LedgerEntry['seen']): Text {
  if (seen === 'absent') return 'nothing for it';
  if (typeof seen === 'string') return seen;
  const { certificateId, leaf } = seen;
  const count = seen.chain?.length ?? seen.chainLength;
  const parts: readonly (readonly Span[])[] = [
    ...(certificateId === null ? [] : [[code(certificateId)]]),
    ...(leaf === null ? [] : [['leaf ', code(shortFingerprint(leaf))]]),
    ...(count === null ? [] : [[countOf(count, 'certificate')]]),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : [', ', ...part]));
}
