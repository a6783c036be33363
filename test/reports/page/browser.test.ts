import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSite } from '../../../src/commands/page/write-site.ts';
import { renderSite } from '../../../src/reports/page/site.ts';
import { ROOT } from '../../support/module-facts.ts';
import {
  HAS_PAGE_BROWSER,
  type PageBrowser,
  serveSite,
  startPageBrowser,
} from '../../support/page-browser.ts';
import { filesOf, manyEndpoints, samplePage } from '../../support/status-page.ts';

const SCREENSHOTS = process.env.AIREC_HTTPS_SCREENSHOTS ?? path.join(ROOT, 'test-artifacts');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const VIEWS = (['index.html', 'endpoints/rec.example.com_443.html'] as const).flatMap((page) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    [1160, 320].map((width) => ({
      page,
      scheme,
      width,
      name: `${path.basename(page, '.html')}-${scheme}-${width}`,
    })),
  ),
);

describe.skipIf(!HAS_PAGE_BROWSER)('in Chromium the status page', () => {
  let folder: string;
  let browser: PageBrowser;
  let site: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    site = await serveSite(filesOf(samplePage()));
    folder = await mkdtemp(path.join(tmpdir(), 'airec-https-pages-'));
    await writeSite(folder, renderSite(samplePage()).files);
    await mkdir(SCREENSHOTS, { recursive: true });
    browser = await startPageBrowser();
  });

  afterAll(async () => {
    await browser.close();
    site.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(VIEWS)('is within its policy, accessible and as wide as the window: $name', async (view) => {
    const page = await browser.open(site.url + view.page, view);
    await writeFile(path.join(SCREENSHOTS, `${view.name}.png`), await page.screenshot());
    const hosts = new Set(page.requests.map((url) => url.startsWith(site.url)));
    expect([...hosts]).toEqual([true]);
    expect(page.complaints).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).fontSize')).not.toBe('32px');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    // No table has to be scrolled sideways either.
    expect(
      await page.evaluate(
        '[...document.querySelectorAll(".scroll")].every((each) => each.scrollWidth <= each.clientWidth)',
      ),
    ).toBe(true);
    const violations = await page.evaluate<readonly Violation[]>(
      `${axe.source}; axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations)`,
    );
    const told = violations.map(({ id, nodes }) => [
      id,
      ...nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    ]);
    expect(told).toEqual([]);
    await page.close();
  });

  it.each([320, 768, 1920])(
    'is no wider than a window of %i pixels, and loads from a disk too',
    async (width) => {
      for (const file of ['index.html', 'endpoints/shop-rec.example.com_8443.html']) {
        const page = await browser.open(pathToFileURL(path.join(folder, file)).href, {
          width,
          scheme: 'light',
        });
        expect(page.complaints).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).marginTop')).toBe('0px');
        await page.close();
      }
    },
  );

  it('leads from the count of a verdict to its endpoints, among a thousand', async () => {
    const many = await serveSite(filesOf(manyEndpoints(1000)));
    const page = await browser.open(`${many.url}index.html`, { width: 1160, scheme: 'light' });
    await writeFile(path.join(SCREENSHOTS, 'index-1000-light-1160.png'), await page.screenshot(2600));
    const [top, height] = await page.evaluate<[number, number]>(
      `document.querySelector('.counts a[href="#healthy"]').click(); [document.querySelector('#healthy').getBoundingClientRect().top, innerHeight]`,
    );
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(height);
    await page.close();
    many.close();
  });

  it.each(['index.html', 'endpoints/rec.example.com_443.html'])(
    'fits on paper, in black on white, with nothing to press: %s',
    async (file) => {
      // A4 without its margins.
      const view = { width: 718, scheme: 'dark', media: 'print' } as const;
      const page = await browser.open(site.url + file, view);
      const name = `${path.basename(file, '.html')}-print.png`;
      await writeFile(path.join(SCREENSHOTS, name), await page.screenshot());
      const seen = await page.evaluate(`({
        width: document.documentElement.scrollWidth,
        background: getComputedStyle(document.body).backgroundColor,
        columns: getComputedStyle(document.querySelector('thead')).display,
        pressed: [...document.querySelectorAll('nav, .skip')].filter((each) => getComputedStyle(each).display !== 'none').length,
        small: [...document.querySelectorAll('small, caption, .help, td, th')].every((each) => getComputedStyle(each).fontSize === '11px'),
      })`);
      expect(seen).toEqual({
        width: 718,
        background: 'rgb(255, 255, 255)',
        columns: 'table-header-group',
        pressed: 0,
        small: true,
      });
      await page.close();
    },
  );

  it('refuses what its policy does not allow, were it in the page', async () => {
    const files = new Map(filesOf(samplePage()));
    const index = files.get('index.html') ?? '';
    const injected =
      '<p id="p" style="color:red">x</p><script>document.title="run"</script><img src="http://192.0.2.1/x.png" alt="">';
    files.set('index.html', index.replace('<footer>', `${injected}<footer>`));
    const tampered = await serveSite(files);
    const page = await browser.open(`${tampered.url}index.html`, { width: 800, scheme: 'light' });
    expect(
      page.complaints.filter((each) => each === 'ContentSecurityPolicyIssue').length,
    ).toBeGreaterThanOrEqual(3);
    expect(await page.evaluate('document.title')).not.toBe('run');
    await page.close();
    tampered.close();
  });
});
