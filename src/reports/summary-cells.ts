import { showSpan } from '../endpoints/findings/lifetime.ts';
import { shortFingerprint } from '../endpoints/short-fingerprint.ts';
import { clientNameWords } from './client-words.ts';
import { type Block, type Cell, code, signed, type Sign, type Text } from './summary/summary.ts';

/** The sign of a status or verdict. */
export const STATUS_SIGNS = {
  healthy: 'good',
  degraded: 'warning',
  repairable: 'bad',
  broken: 'bad',
  unreachable: 'bad',
  unknown: 'unknown',
  planned: 'planned',
} as const satisfies Record<string, Sign>;

/** What one client makes of an endpoint, in any report. */
export interface ToldClient {
  readonly name: string;
  readonly accepts: boolean | null;
  readonly byLuck: boolean;
  readonly error: string | null;
}

/** Of a report that has them by name. */
export function toldClients(
  clients: Readonly<Record<string, Omit<ToldClient, 'name'>>>,
): readonly ToldClient[] {
  return Object.entries(clients).map(([name, client]) => ({ name, ...client }));
}

/** A leaf and how long it is valid after `time`. */
export function leafCell(fingerprint: string, notAfter: string | undefined, time: Date): Text {
  const left = notAfter === undefined ? '' : `, ${leftWords(notAfter, time)}`;
  return [code(shortFingerprint(fingerprint)), left];
}

function leftWords(notAfter: string, time: Date): string {
  // The last second belongs to it (RFC 5280 §4.1.2.5).
  const leftMs = new Date(notAfter).getTime() + 1000 - time.getTime();
  return leftMs > 0 ? `${showSpan(leftMs)} left` : `expired ${notAfter.slice(0, 10)}`;
}

/** Those that refuse it, else those that accept by luck or could not be asked, else how many accept it. */
export function clientsCell(clients: readonly ToldClient[]): Cell | undefined {
  if (clients.length === 0) return undefined;
  const names = (told: readonly ToldClient[]): string =>
    told.map(({ name }) => clientNameWords(name)).join(', ');
  const refused = clients.filter(({ accepts }) => accepts === false);
  if (refused.length === clients.length) return signed('bad', `none of ${clients.length}`);
  if (refused.length > 0) return signed('bad', names(refused));
  const unknown = clients.filter(({ accepts }) => accepts === null);
  if (unknown.length > 0) return signed('unknown', names(unknown));
  const lucky = clients.filter(({ byLuck }) => byLuck);
  if (lucky.length > 0) return signed('warning', `${names(lucky)} by luck`);
  return signed('good', `${clients.length} of ${clients.length}`);
}

/** What each client makes of it, and what its users see; nothing when all of them accept without luck. */
export function clientBlocks(clients: readonly ToldClient[]): readonly Block[] {
  if (clients.every(({ accepts, byLuck }) => accepts === true && !byLuck)) return [];
  const rows = clients.map((client) => [
    clientNameWords(client.name),
    clientVerdict(client),
    client.error === null ? '' : [code(client.error)],
  ]);
  return [{ kind: 'table', table: { heading: ['Client', 'Verdict', 'What its users see'], rows } }];
}

/** What one makes of it, in a word. */
export function clientVerdict({ accepts, byLuck }: Pick<ToldClient, 'accepts' | 'byLuck'>): Cell {
  if (accepts === null) return signed('unknown', 'unknown');
  if (!accepts) return signed('bad', 'refuses');
  return byLuck ? signed('warning', 'by luck') : signed('good', 'accepts');
}
