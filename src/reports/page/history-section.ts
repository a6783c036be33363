import type { CheckVerdict } from '../../endpoints/check-endpoint.ts';
import { formatDuration } from '../format.ts';
import { countWords, dateOf, latencyDays, leftDays, type Series, spansOf, verdictDays } from './days.ts';
import { type Markup, markup } from './markup.ts';
import type { PageEndpoint } from './page-facts.ts';
import { dataTable, section } from './parts.ts';
import { dayAxis, linePlot, verdictStrip } from './pictures.ts';
import { dayTag, verdictTag } from './words.ts';

/** Changes that are listed. */
const MAX_SPANS = 30;

/** Verdict, days left and latency over time; undefined when nothing is remembered. */
export function historySection({ history }: PageEndpoint, at: Date): Markup | undefined {
  if (!history) return undefined;
  const verdicts = verdictDays(history, at);
  const left = leftDays(history, at);
  const latency = latencyDays(history, at);
  return section(
    'history',
    'History',
    markup`<figure><figcaption><h3>Verdict</h3><p>The worst of each day: ${countWords(verdicts)}.</p></figcaption>
<div class="tall">${verdictStrip(verdicts, 'Verdict of each day', true)}${dayAxis(verdicts)}</div></figure>
${changes(verdicts)}
${linePlot(left, { title: 'Days left', summary: rangeWords(left, (days) => `${Math.round(days)}`, 'days left'), words: (days) => `${Math.round(days)} d` })}
${linePlot(latency, { title: 'Handshake', summary: rangeWords(latency, formatDuration, 'for the slowest handshake of a day, right to a fifth'), words: formatDuration })}`,
  );
}

/** `23 to 90 days left, now 52`. */
function rangeWords({ values }: Series<number>, words: (value: number) => string, what: string): string {
  const known = values.filter((value) => value !== undefined);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const range = low === high ? words(low) : `${words(low)} to ${words(high)}`;
  return `${range} ${what}; at the end ${words(known.at(-1) ?? 0)}.`;
}

/** The same as the picture in words, the latest first; nothing when it never changed. */
function changes(series: Series<CheckVerdict>): Markup | undefined {
  const spans = spansOf(series);
  if (spans.length < 2) return undefined;
  const rows = spans
    .toReversed()
    .slice(0, MAX_SPANS)
    .map(({ from, to, value }) => [
      dayTag(dateOf(series, from)),
      dayTag(dateOf(series, to)),
      value ? verdictTag(value) : 'not looked at',
    ]);
  return dataTable('Verdicts, the latest first', ['From', 'To', 'Verdict'], rows);
}
