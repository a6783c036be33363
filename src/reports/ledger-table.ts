import { shortFingerprint } from '../endpoints/short-fingerprint.ts';
import type { LedgerEntry } from '../monitoring/chain-ledger.ts';
import { codeSpan, escapeMarkdown } from './markdown-escape.ts';

const MAX_ROWS = 40;

/** Where the chain was lost, one row a place, in Markdown; undefined when nobody looked. */
export function renderLedger(ledger: readonly LedgerEntry[]): string | undefined {
  if (ledger.length === 0) return undefined;
  const rows = ledger
    .slice(0, MAX_ROWS)
    .map(
      ({ hop, name, seen, difference }) =>
        `| ${hop} | ${codeSpan(name)} | ${holdingWords(seen)} | ${difference === null ? '' : `✗ ${escapeMarkdown(difference)}`} |`,
    );
  const more = ledger.length > MAX_ROWS ? `\n\n${ledger.length - MAX_ROWS} more rows.` : '';
  return ['| place | which | holds | differs |', '| --- | --- | --- | --- |', ...rows].join('\n') + more;
}

function holdingWords(seen: LedgerEntry['seen']): string {
  if (seen === 'absent') return 'nothing for it';
  if (typeof seen === 'string') return seen;
  const count = seen.chain?.length ?? seen.chainLength;
  return [
    seen.certificateId === null ? '' : codeSpan(seen.certificateId),
    seen.leaf === null ? '' : `leaf ${codeSpan(shortFingerprint(seen.leaf))}`,
    count === null ? '' : `${count} ${count === 1 ? 'certificate' : 'certificates'}`,
  ]
    .filter(Boolean)
    .join(', ');
}
