import { firstOf, MOST_CHAINS, MOST_LINKS } from './limits.ts';
import type { Mark, PicturedCertificate, PicturedChain } from './summary.ts';
import { visible } from './visible.ts';

const LONGEST_LABEL = 80;
const LONGEST_NOTE = 120;

const SIGNS = { used: '✓', missing: '✗', wrong: '!', known: '·' } satisfies Record<Mark, string>;

/** Borders alone: GitHub draws on light and on dark. */
const STYLES = [
  ['missing', 'stroke:#d1242f,stroke-width:2px,stroke-dasharray:5 4'],
  ['wrong', 'stroke:#bf8700,stroke-width:2px'],
  ['known', 'stroke-dasharray:2 3'],
] as const satisfies readonly (readonly [Mark, string])[];

/** Chains side by side as a Mermaid flowchart, the leaf at the bottom, in a fence of GitHub's Markdown. */
export function renderMermaid(chains: readonly PicturedChain[]): string {
  const shown = firstOf(chains, MOST_CHAINS, 'chain').items;
  const drawn = shown.map(drawChain);
  const marks = new Set(shown.flatMap(({ links }) => links.map(({ mark }) => mark)));
  const styles = STYLES.filter(([mark]) => marks.has(mark));
  return [
    '```mermaid',
    'flowchart LR',
    ...drawn.flat(),
    // Without a link Mermaid puts them one above the other, the last one first.
    ...drawn.slice(1).map((_, index) => `  c${index} ~~~ c${index + 1}`),
    ...styles.map(([mark, style]) => `  classDef ${mark} ${style}`),
    '```',
  ].join('\n');
}

function drawChain({ title, links }: PicturedChain, index: number): readonly string[] {
  const { items, rest } = firstOf(links, MOST_LINKS, 'certificate');
  const id = `c${index}`;
  const nodes = items.map((link, place) => `    ${id}n${place}["${labelOf(link)}"]${classOf(link)}`);
  const end = rest === undefined ? [] : [`    ${id}n${items.length}["${plain(rest, LONGEST_NOTE)}"]`];
  const all = [...nodes, ...end, ...(items.length === 0 ? [`    ${id}n0["nothing"]`] : [])];
  return [
    `  subgraph ${id}["${plain(title, LONGEST_LABEL)}"]`,
    '    direction BT',
    ...all,
    ...all.slice(1).map((_, place) => `    ${id}n${place} --> ${id}n${place + 1}`),
    '  end',
  ];
}

function classOf({ mark }: PicturedCertificate): string {
  return mark === 'used' ? '' : `:::${mark}`;
}

function labelOf({ mark, label, fingerprint, note }: PicturedCertificate): string {
  const print = fingerprint === undefined ? '' : `<br/>${plain(fingerprint, LONGEST_LABEL)}`;
  const below = note === '' ? '' : `<br/>${plain(note, LONGEST_NOTE)}`;
  // The sign comes first, so that no label begins as a list of Markdown, which Mermaid does not draw; it keeps to its name.
  return `${SIGNS[mark]}\u{A0}${plain(label, LONGEST_LABEL)}${print}${below}`;
}

/** Text between quotes of Mermaid: letters, digits and what has no meaning there. Never empty, which is no text there. */
function plain(text: string, most: number): string {
  const shown = visible(text).trim();
  const cut = shown.length > most ? `${shown.slice(0, most)}…` : shown;
  // A pair that was cut in two is no letter.
  const safe = cut.toWellFormed().replaceAll(/[^\p{L}\p{M}\p{N} .,:=*/()…-]/gu, '_');
  // Mermaid would make a link of an address with its scheme, and an icon of `fa:fa-car`.
  const inert = safe
    .replaceAll(/\bhttps?:\/\//gi, '')
    .replaceAll('://', ':')
    .replaceAll(':fa-', ': fa-');
  return inert || '–';
}
