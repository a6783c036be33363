import type { ClientName } from '../config/config.ts';
import type { Incident, IncidentSeverity } from '../monitoring/incident.ts';
import { clientWords } from '../reports/client-words.ts';
import { mrkdwn } from './mrkdwn.ts';

const MINUTE_MS = 60_000;
/** Characters of a client's error in a message. */
const MAX_ERROR = 80;
/** `java.security.cert.CertPathValidatorException`. */
const EXCEPTION = /^(?:\w+\.)*\w+Exception$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export const SEVERITY_SIGNS = { page: '🔴', warn: '🟠', digest: '🔵' } satisfies Record<
  IncidentSeverity,
  string
>;

/** The domain of an endpoint's name, and the port when it is not 443. */
export function endpointWords(name: string): string {
  return mrkdwn(name.replace(/:443$/, ''), 260);
}

/** What it is about: an endpoint, the number of endpoints of a group, or the monitor. */
export function subjectWords({ endpoint, members }: Incident): string {
  if (endpoint !== null) return endpointWords(endpoint);
  return members.length > 0 ? `${members.length} endpoints` : 'airec-https';
}

/**
 * What users of a client see, as they would search for it: without the names of Java's exceptions, and of what stands
 * between colons as much as fits.
 */
function errorWords(error: string): string {
  const parts = error
    .replace(/\.$/, '')
    .split(': ')
    .filter((part) => !EXCEPTION.test(part));
  const fitting = parts.filter((_, index) => parts.slice(0, index + 1).join(': ').length <= MAX_ERROR);
  return mrkdwn(fitting.length > 0 ? fitting.join(': ') : error, MAX_ERROR);
}

/** ``Java, Android `PKIX path building failed`, OpenSSL `…` ``: clients that see the same words stand together. */
export function refusalWords(
  refused: readonly { readonly client: ClientName; readonly error: string | null }[],
): string {
  const clients = new Map<string, readonly string[]>();
  for (const { client, error } of refused) {
    const words = error ? errorWords(error) : '';
    clients.set(words, [...(clients.get(words) ?? []), clientWords({ client })]);
  }
  return [...clients]
    .map(([words, names]) => (words === '' ? names.join(', ') : `${names.join(', ')} \`${words}\``))
    .join(', ');
}

/** `42 min`, `3 h 5 min`, `2 d 4 h`; less than a minute is one. */
export function spanWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE_MS));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [days > 0 && `${days} d`, hours > 0 && `${hours} h`, days === 0 && rest > 0 && `${rest} min`];
  return parts.filter((part) => part !== false).join(' ');
}

/** `23 Nov 09:12 UTC`. Everybody who talks about it means the same time. */
export function timeWords(at: string): string {
  return `${dayWords(at)} ${new Date(at).toISOString().slice(11, 16)} UTC`;
}

/** `23 Nov`, in UTC. */
export function dayWords(at: string): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
}
