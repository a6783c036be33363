import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OpenPage } from '../../../test/support/page-browser.ts';

const MERMAID = readFileSync(createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js'), 'utf8');

/** Draws every `pre.mermaid` of the page, as GitHub does, and returns how many there are. */
export async function drawMermaid(page: OpenPage): Promise<number> {
  await page.evaluate(`${MERMAID}; undefined`);
  return await page.evaluate<number>(`(async () => {
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: 'default', fontFamily: 'Inter, sans-serif' });
    await document.fonts.ready;
    await mermaid.run({ querySelector: 'pre.mermaid' });
    return document.querySelectorAll('pre.mermaid').length;
  })()`);
}
