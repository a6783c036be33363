import type { Headline, Mood } from './headline.ts';
import { markup, renderMarkup } from './markup.ts';

/** White on each of them has a contrast of 4.5 and more. */
const COLOURS = {
  good: '#1a7f37',
  fair: '#8a5a00',
  bad: '#b3261e',
  unsure: '#57606a',
} satisfies Record<Mood, string>;

const LABEL = 'TLS';
/** Of the characters of a badge in 11 px Verdana or alike; `textLength` fits whatever font there is. */
const CHARACTER_PX: Readonly<Record<string, number>> = {
  ' ': 3.9,
  L: 6.1,
  S: 7.5,
  T: 6.8,
  a: 6.6,
  f: 3.9,
  k: 6.5,
  l: 3,
  n: 7,
  o: 6.7,
  r: 4.7,
  u: 7,
  w: 9,
};
const DIGIT_PX = 7;
const PADDING_PX = 6;

/** `badge.svg`: how many endpoints work for every client, in a picture that needs nothing else. */
export function renderBadge({ mood, counts }: Headline): string {
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const well = counts.reduce(
    (sum, [verdict, count]) => sum + (verdict === 'healthy' || verdict === 'degraded' ? count : 0),
    0,
  );
  const value = all === 0 ? 'unknown' : well === all ? `all ${all} work` : `${well} of ${all} work`;
  const [left, right] = [textWidth(LABEL), textWidth(value)];
  const [labelWidth, valueWidth] = [left + 2 * PADDING_PX, right + 2 * PADDING_PX];
  const width = labelWidth + valueWidth;
  return `${renderMarkup(markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${LABEL}: ${value}">
<title>${LABEL}: ${value}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="4"/></clipPath>
<g clip-path="url(#r)"><rect width="${labelWidth}" height="20" fill="#3d444d"/><rect x="${labelWidth}" width="${valueWidth}" height="20" fill="${COLOURS[mood]}"/></g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11"><text x="${PADDING_PX}" y="14" textLength="${left}">${LABEL}</text><text x="${labelWidth + PADDING_PX}" y="14" textLength="${right}">${value}</text></g>
</svg>`)}\n`;
}

/** `icon.svg`: a dot in the colour of the whole, for the tab. */
export function renderIcon({ mood }: Headline): string {
  return `${renderMarkup(markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="${COLOURS[mood]}"/></svg>`)}\n`;
}

function textWidth(text: string): number {
  return Math.round(Array.from(text).reduce((sum, each) => sum + (CHARACTER_PX[each] ?? DIGIT_PX), 0));
}
