import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawMermaid } from '../../script/support/pictures/draw-mermaid.ts';
import { markdownHtml } from '../../script/support/pictures/github-page.ts';
import { htmlPage } from '../../script/support/pictures/html.ts';
import { samplePullRequest } from '../../script/support/pictures/samples.ts';
import { renderMermaid } from '../../src/reports/summary/mermaid.ts';
import type { Mark, PicturedChain } from '../../src/reports/summary/summary.ts';
import { createRandom } from '../support/fuzz/random.ts';
import { ROOT } from '../support/module-facts.ts';
import { HAS_PAGE_BROWSER, type PageBrowser, serveSite, startPageBrowser } from '../support/page-browser.ts';

/** What means something to Mermaid, to the Markdown and HTML in its labels, or to nobody. */
const HOSTILE = [
  '"]; click c0n0 "javascript:alert(1)"',
  'end',
  'subgraph x',
  '%%{init: {"theme": "dark"}}%%',
  '`**bold**`',
  '- a list',
  '1. a list',
  '# a heading',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '&quot;&lt;#quot;#35;',
  ':::missing',
  'classDef used fill:#f00',
  '--> ~~~ === x--x o--o',
  '@{ shape: circle }',
  '$$x^2$$',
  'fa:fa-car',
  'https://evil.example/ www.evil.example',
  '\u202Egnp.exe\u2066',
  '\u0000\u0007\u001B[31m',
  '\uD800',
  '\u2028\n\r\t',
  '汉字 العربية हिन्दी 👩‍👩‍👧',
  '()[]{}<>|/\\\'"`;,.:',
  '',
  ' ',
  'x'.repeat(5_000),
];
const MARKS = ['used', 'missing', 'wrong', 'known'] as const satisfies readonly Mark[];

/** Chains of such names, told apart by `seed`. */
function hostileChains(seed: number): readonly PicturedChain[] {
  const random = createRandom(`chains ${seed}`);
  const text = (): string =>
    Array.from({ length: 1 + random.below(3) }, () => random.pick(HOSTILE)).join(' ');
  return Array.from({ length: 1 + random.below(4) }, () => ({
    title: text(),
    links: Array.from({ length: random.below(5) }, () => ({
      mark: random.pick(MARKS),
      label: text(),
      fingerprint: random.oneIn(2) ? undefined : text(),
      note: text(),
    })),
  }));
}

const DOCUMENTS = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT });

describe.skipIf(!HAS_PAGE_BROWSER)('in the real Mermaid', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startPageBrowser();
  });
  afterAll(() => browser.close());

  /** Draws what is fenced in `documents`, and gives the page to `look`. */
  async function draw(documents: readonly string[], look: string): Promise<{ count: number; seen: unknown }> {
    const body = documents.map((text) => markdownHtml(text, true)).join('\n');
    const site = await serveSite(new Map([['index.html', htmlPage('diagrams', '', body)]]));
    const page = await browser.open(`${site.url}index.html`, { width: 1200, scheme: 'light' });
    try {
      const count = await drawMermaid(page);
      expect(page.complaints).toEqual([]);
      expect(page.requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
      return { count, seen: await page.evaluate(look) };
    } finally {
      await page.close();
      site.close();
    }
  }

  it('every name that a peer may choose is text', async () => {
    const each = HOSTILE.map((text) => [
      { title: text, links: [{ mark: 'used' as const, label: text, fingerprint: text, note: text }] },
    ]);
    const mixed = Array.from({ length: 20 }, (_, seed) => hostileChains(seed));
    const all = [...each, ...mixed];
    const { count, seen } = await draw(
      all.map(renderMermaid),
      `({
        nodes: document.querySelectorAll('svg .node').length,
        clusters: document.querySelectorAll('svg .cluster').length,
        foreign: [...document.querySelectorAll('svg :is(a, img, image, script, iframe, h1, li, .katex, i), [onclick]')].map((each) => each.outerHTML),
        errors: [...document.querySelectorAll('svg')].filter((each) => /Syntax error|Unsupported markdown/.test(each.textContent)).length,
      })`,
    );
    const nodes = all.flat().map(({ links }) => Math.max(1, links.length));
    expect(count).toBe(all.length);
    expect(seen).toEqual({
      nodes: nodes.reduce((sum, length) => sum + length, 0),
      clusters: all.flat().length,
      foreign: [],
      errors: 0,
    });
  });

  it('chains stand side by side, the first one on the left, the leaf at the bottom', async () => {
    const { seen } = await draw(
      [samplePullRequest().body],
      `(() => {
        const boxes = [...document.querySelectorAll('svg .cluster')].map((each) => ({ title: each.textContent.trim(), box: each.getBoundingClientRect() }));
        const sorted = boxes.toSorted((a, b) => a.box.left - b.box.left);
        return {
          titles: sorted.map(({ title }) => title),
          leaves: [...document.querySelectorAll('svg .node')].filter((each) => each.textContent.includes('rec.example.com')).map((leaf) => {
            const others = [...document.querySelectorAll('svg .node')].filter((each) => each.id !== leaf.id);
            return others.every((each) => each.textContent.includes('rec.example.com') || each.getBoundingClientRect().top < leaf.getBoundingClientRect().top);
          }),
          apart: sorted[0].box.right <= sorted[1].box.left && sorted[0].box.bottom > sorted[1].box.top,
        };
      })()`,
    );
    expect(seen).toEqual({ titles: ['served now', 'proposed'], leaves: [true, true], apart: true });
  });

  it('the diagrams of the documents are drawn', async () => {
    const fences = DOCUMENTS.flatMap(
      (file) => readFileSync(path.join(ROOT, file), 'utf8').match(/^```mermaid$.*?^```$/gms) ?? [],
    );
    const { count, seen } = await draw(fences, `document.querySelectorAll('pre.mermaid svg').length`);
    expect([count, seen]).toEqual([fences.length, fences.length]);
    expect(fences.length).toBeGreaterThan(0);
  });
});
