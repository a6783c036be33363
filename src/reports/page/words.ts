import type { CheckVerdict } from '../../endpoints/check-endpoint.ts';
import type { SweptClient } from '../../monitoring/swept-endpoint.ts';
import { clientWords } from '../client-words.ts';
import { countOf } from '../format.ts';
import { type Markup, markup } from './markup.ts';
import type { Lifetime, PagePullRequest } from './page-facts.ts';

/** What each verdict means, for who has not read the documents. */
export const VERDICT_MEANING = {
  healthy: 'every client accepts it',
  degraded: 'every client accepts it, and something should be tidied',
  repairable: 'clients refuse it, and another bundle mends that',
  broken: 'clients refuse it, and no bundle mends that',
  unreachable: 'no address answers',
  unknown: 'it could not be determined from here',
} satisfies Record<CheckVerdict, string>;

/** A name that breaks behind its dots, where there is no room for it. */
export function nameTag(name: string): Markup {
  const labels = name.split(/(?<=\.)/);
  return markup`${labels.map((label, index) => (index === 0 ? label : markup`<wbr>${label}`))}`;
}

/** The verdict in its colour, with a sign that the style sheet adds. */
export function verdictTag(verdict: CheckVerdict): Markup {
  return markup`<b class="v ${verdict}">${verdict}</b>`;
}

/** `2026-08-30`, in UTC. */
export function dayTag(date: Date): Markup {
  const day = date.toISOString().slice(0, 10);
  return markup`<time datetime="${day}">${day}</time>`;
}

/** `2026-08-30 12:17 UTC`. */
export function timeTag(date: Date): Markup {
  const iso = date.toISOString();
  return markup`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
}

/** `52 days left`, `less than a day left`, `expired 3 days ago`. */
export function leftWords({ daysLeft }: Lifetime): string {
  if (daysLeft < 0) return daysLeft === -1 ? 'expired today' : `expired ${countOf(-daysLeft - 1, 'day')} ago`;
  return daysLeft === 0 ? 'less than a day left' : `${countOf(daysLeft, 'day')} left`;
}

/** Who accepts, who does so only by luck, who refuses, of whom nobody knows; groups without a client are left out. */
export interface ClientGroups {
  readonly refuse: readonly string[];
  readonly lucky: readonly string[];
  readonly unknown: readonly string[];
  readonly accept: readonly string[];
}

export function groupClients(clients: readonly SweptClient[]): ClientGroups {
  const named = (choose: (client: SweptClient) => boolean): readonly string[] =>
    clients.filter(choose).map(clientWords);
  return {
    refuse: named(({ accepts }) => accepts === false),
    lucky: named(({ accepts, byLuck }) => accepts === true && byLuck),
    unknown: named(({ accepts }) => accepts === null),
    accept: named(({ accepts, byLuck }) => accepts === true && !byLuck),
  };
}

/** `PR #12`, linked where its address is known, with its state where that is not open. */
export function pullRequestTag({ number, url, state }: PagePullRequest): Markup {
  const text = state === undefined || state === 'open' ? '' : ` (${state})`;
  return url === undefined
    ? markup`<span class="pr">PR #${number}</span>${text}`
    : markup`<a class="pr" href="${url}" rel="noreferrer">PR #${number}</a>${text}`;
}
