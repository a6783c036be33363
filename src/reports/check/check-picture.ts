import { checkedRows } from './check-chain.ts';
import type { ChainRow } from '../chain-rows.ts';
import type { CheckedEndpoint } from './check-report.ts';
import { cutDisplay, displayWidth, padDisplay } from '../display-width.ts';
import type { Paint } from '../paint.ts';
import { MARKS } from '../summary/text-chains.ts';
import { wrapBehind } from '../wrap-text.ts';

type Address = CheckedEndpoint['addresses'][number];

/** How and for when something is drawn. */
export interface CheckPage {
  readonly paint: Paint;
  /** Columns; Infinity: lines are not broken. */
  readonly width: number;
  /** Now, or the time that was asked about: validity is shown from then on. */
  readonly time: Date;
}

const SENT = 'sent';
const NEEDED = 'needed';
const LONGEST_NAME = 64;
/** Names are cut so that this many columns are left for what there is to say. */
const NOTES_WIDTH = 26;

/** Every address with its chain as a picture; addresses that show the same share one. */
export function renderAddresses(endpoint: CheckedEndpoint, page: CheckPage): readonly string[] {
  const groups = new Map<string, Address[]>();
  for (const address of endpoint.addresses) {
    const key = JSON.stringify([address.receivedChain, address.path]);
    groups.set(key, [...(groups.get(key) ?? []), address]);
  }
  return [...groups.values()].flatMap((addresses, index) => {
    const [first] = addresses;
    const rows = first ? checkedRows(first, endpoint, page.time) : [];
    return [
      ...(index > 0 ? [''] : []),
      ...addresses.flatMap((address) => wrapBehind(`${address.address}  `, describe(address), page.width)),
      ...renderRows(rows, page),
    ];
  });
}

function describe(address: Address): string {
  const { stage, failure, protocol, cipher, group, alpn, httpStatus, latencyMs, receivedChain } = address;
  if (stage === 'file') {
    return receivedChain.length === 1 ? '1 certificate' : `${receivedChain.length} certificates`;
  }
  const why = failure && `${failure.reason}${failure.detail ? ` (${failure.detail})` : ''}`;
  if (protocol === undefined) return `${stage}: ${why ?? 'nothing was seen'}`;
  return [
    protocol,
    cipher,
    group,
    alpn && `ALPN ${alpn}`,
    httpStatus && `HTTP ${httpStatus}`,
    why && `HTTP: ${why}`,
    `${latencyMs} ms`,
  ]
    .filter((each) => each !== undefined)
    .join(', ');
}

function renderRows(rows: readonly ChainRow[], { paint, width }: CheckPage): readonly string[] {
  if (rows.length === 0) return [];
  const head = `  ${SENT}  ${NEEDED}  `;
  const room = Math.max(Math.min(LONGEST_NAME, width - head.length - 2 - NOTES_WIDTH), 20);
  const longest = Math.min(Math.max(...rows.map(({ name }) => displayWidth(name))), room);
  const lines = rows.flatMap(({ mark, sent, needed, name, notes }) => {
    const places = `  ${sent.join(',').padStart(SENT.length)}  ${String(needed ?? '').padStart(NEEDED.length)}  `;
    const { sign, colour } = MARKS[mark];
    const shown = padDisplay(cutDisplay(name, longest), longest);
    const [first = '', ...rest] = wrapBehind(
      `${places}${sign} ${shown}  `,
      notes.filter((note) => note !== '').join(', '),
      width,
    );
    const painted = `${places}${paint(colour, sign)}${first.slice(places.length + sign.length)}`;
    return [painted, ...rest];
  });
  return [paint('dim', head.trimEnd()), ...lines.map((line) => line.trimEnd())];
}
