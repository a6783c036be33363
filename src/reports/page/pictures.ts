import type { CheckVerdict } from '../../endpoints/check-endpoint.ts';
import { countWords, dateOf, type Series, spansOf } from './days.ts';
import { type Markup, markup } from './markup.ts';
import type { Lifetime } from './page-facts.ts';
import { dayTag } from './words.ts';

const WIDTH = 1000;
const HEIGHT = 160;

/** What is left of a lifetime, as a bar; words stand beside it. */
export function lifetimeBar({ daysLeft, days, stage }: Lifetime): Markup {
  const share = Math.max(0, Math.min(1, days > 0 ? daysLeft / days : 0));
  return markup`<svg class="bar ${stage}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round(share * 100)}" height="6"/></svg>`;
}

/** Verdicts of days side by side, neighbours that are the same in one piece. `withDays`: the pointer is told which days. */
export function verdictStrip(series: Series<CheckVerdict>, label: string, withDays = false): Markup {
  const pieces = spansOf(series).map(({ from, to, value }) => {
    const place = markup`class="${value ?? 'none'}" x="${from}" width="${to - from + 1}" height="10"`;
    if (!withDays) return markup`<rect ${place}/>`;
    const days = [...new Set([from, to])].map((day) => dateOf(series, day).toISOString().slice(0, 10));
    return markup`<rect ${place}><title>${days.join(' to ')}: ${value ?? 'not looked at'}</title></rect>`;
  });
  return markup`<svg class="strip" viewBox="0 0 ${series.values.length} 10" preserveAspectRatio="none" role="img" aria-label="${label}: ${countWords(series)}">${pieces}</svg>`;
}

/** How a line is to be drawn and told. */
export interface LinePlot {
  readonly title: string;
  /** What the picture shows, in a sentence. */
  readonly summary: string;
  /** A value of the axis in words. */
  readonly words: (value: number) => string;
}

/** A line over days with its axes; days without a value are gaps. Undefined: there is no value. */
export function linePlot(series: Series<number>, { title, summary, words }: LinePlot): Markup | undefined {
  const known = series.values.filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  const top = roundUp(Math.max(...known, 1));
  const bottom = Math.min(0, ...known);
  const toY = (value: number): number => Math.round(HEIGHT - ((value - bottom) / (top - bottom)) * HEIGHT);
  const lines = segments(series).map((points) => polyline(points, { count: series.values.length, toY }));
  return markup`<figure>
<figcaption><h3>${title}</h3><p>${summary}</p></figcaption>
<div class="plot">
<div class="y" aria-hidden="true"><span>${words(top)}</span><span>${words((top + bottom) / 2)}</span><span>${words(bottom)}</span></div>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${title}: ${summary}">
<path class="grid" d="M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}"/>${lines}
</svg>
${dayAxis(series)}
</div>
</figure>`;
}

/** First and last day below a picture. */
export function dayAxis(series: Series<unknown>): Markup {
  return markup`<div class="x"><span>${dayTag(dateOf(series, 0))}</span><span>${dayTag(dateOf(series, series.values.length - 1))}</span></div>`;
}

type Point = readonly [index: number, value: number];

function segments({ values }: Series<number>): readonly (readonly Point[])[] {
  const all: Point[][] = [];
  let isOpen = false;
  for (const [index, value] of values.entries()) {
    if (value === undefined) {
      isOpen = false;
      continue;
    }
    if (isOpen) all.at(-1)?.push([index, value]);
    else all.push([[index, value]]);
    isOpen = true;
  }
  return all;
}

/** The line and what is below it. One day alone is drawn as wide as a day. */
function polyline(
  points: readonly Point[],
  { count, toY }: { readonly count: number; readonly toY: (value: number) => number },
): Markup {
  const step = WIDTH / count;
  const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
  const corners = [
    ...points.map(
      ([index, value]) => `${Math.round((index + (index === first ? 0 : 0.5)) * step)} ${toY(value)}`,
    ),
    `${Math.round((last + 1) * step)} ${toY(points.at(-1)?.[1] ?? 0)}`,
  ];
  const line = `M${corners.join('L')}`;
  const area = `${line}V${toY(0)}H${Math.round(first * step)}Z`;
  return markup`<path class="area" d="${area}"/><path class="line" d="${line}"/>`;
}

/** The next number that an axis may end with: 1, 2, 3, 4, 6 or 8 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 3, 4, 6, 8].find((factor) => factor * power >= value) ?? 10) * power;
}
