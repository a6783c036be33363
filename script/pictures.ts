// Writes the pictures of docs/images, of made-up endpoints, with our own renderer and Chromium.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { serveSite, startPageBrowser } from '../test/support/page-browser.ts';
import { filesOf, samplePage } from '../test/support/status-page.ts';
import { ROOT } from './bundle.ts';

const folder = path.join(ROOT, 'docs/images');
await mkdir(folder, { recursive: true });
const site = await serveSite(filesOf(samplePage()));
const browser = await startPageBrowser();
const page = await browser.open(`${site.url}index.html`, { width: 1160, scheme: 'light' });
const file = path.join(folder, 'status-page-light.png');
await writeFile(file, await page.screenshot());
await browser.close();
site.close();
console.log(`wrote ${path.relative(ROOT, file)}`);
