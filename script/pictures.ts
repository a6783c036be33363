// Writes the pictures of docs/images, of made-up endpoints, with our own renderers, Chromium and pngquant. What they show is the
// same whenever they are made; the fonts are the machine's (Debian: fonts-inter, fonts-lato, fonts-jetbrains-mono, fonts-noto-color-emoji).
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type PageBrowser,
  type PageView,
  serveSite,
  startPageBrowser,
} from '../test/support/page-browser.ts';
import { filesOf, samplePage } from '../test/support/status-page.ts';
import { ROOT } from './bundle.ts';
import { drawMermaid } from './support/pictures/draw-mermaid.ts';
import { commentPage, jobSummaryPage, pullRequestPage } from './support/pictures/github-page.ts';
import { realRun } from './support/pictures/real-run.ts';
import { sampleAlert, samplePullRequest } from './support/pictures/samples.ts';
import { slackPage } from './support/pictures/slack-page.ts';

interface Picture {
  /** Of the file in docs/images. */
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly view: PageView;
  /** Where it ends, as a heading: what is read first is enough to see what it is. */
  readonly until?: string;
}

const FOLDER = path.join(ROOT, 'docs/images');
/** They are looked at on screens of twice the density, and in Git for ever. */
const MOST_OCTETS = 200_000;
const CRISP = { scheme: 'light', scale: 2 } as const;

const { plan, summary } = await realRun();
const PICTURES: readonly Picture[] = [
  {
    name: 'status-page-light',
    files: filesOf(samplePage()),
    view: { width: 1160, ...CRISP },
  },
  {
    name: 'alert',
    files: new Map([
      [
        'index.html',
        slackPage('alerts', [{ message: sampleAlert(), time: '12:00' }], { S012AB3CD: 'platform' }),
      ],
    ]),
    view: { width: 760, ...CRISP },
  },
  {
    name: 'pull-request',
    files: new Map([['index.html', pullRequestPage(samplePullRequest())]]),
    view: { width: 980, ...CRISP },
    until: 'The file',
  },
  {
    name: 'plan',
    files: new Map([['index.html', commentPage('github-actions', plan)]]),
    view: { width: 1000, ...CRISP },
  },
  {
    name: 'job-summary',
    files: new Map([['index.html', jobSummaryPage('deploy', summary)]]),
    view: { width: 1160, ...CRISP },
  },
];

await mkdir(FOLDER, { recursive: true });
const fonts = await chooseFonts();
process.env['FONTCONFIG_FILE'] = path.join(fonts, 'fonts.conf');
const browser = await startPageBrowser();
try {
  for (const picture of PICTURES) await write(browser, picture);
} finally {
  await browser.close();
  await rm(fonts, { recursive: true });
}

async function write(chromium: PageBrowser, { name, files, view, until }: Picture): Promise<void> {
  const site = await serveSite(files);
  const page = await chromium.open(`${site.url}index.html`, view);
  await drawMermaid(page);
  const height = await page.evaluate<number>(heightUntil(until));
  const png = shrink(await page.screenshot(height));
  await page.close();
  site.close();
  if (png.length > MOST_OCTETS) throw new Error(`${name}.png has ${png.length} octets`);
  const file = path.join(FOLDER, `${name}.png`);
  await writeFile(file, png);
  console.log(`wrote ${path.relative(ROOT, file)}, ${Math.round(png.length / 1000)} kB`);
}

/** A folder with a configuration of fontconfig by which the system's fonts are those that the pictures are made with. */
async function chooseFonts(): Promise<string> {
  const rules = [
    ...['system-ui', 'sans-serif', 'sans'].map((generic) => prefer(generic, 'Inter')),
    ...['ui-monospace', 'monospace'].map((generic) => prefer(generic, 'JetBrains Mono')),
  ];
  const folder = await mkdtemp(path.join(tmpdir(), 'airec-https-fonts-'));
  const include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  await writeFile(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${include}${rules.join('')}</fontconfig>`,
  );
  return folder;
}

/** A rule of fontconfig: `font` before all others of its kind. */
function prefer(generic: string, font: string): string {
  return `<match target="pattern"><test name="family"><string>${generic}</string></test><edit name="family" mode="prepend" binding="strong"><string>${font}</string></edit></match>`;
}

/** Of the page, or down to the heading, before which it fades out. In CSS pixels. */
function heightUntil(heading = ''): string {
  return `(() => {
    const end = [...document.querySelectorAll('h2')].find((each) => each.textContent === ${JSON.stringify(heading)});
    if (end === undefined) return document.body.offsetHeight;
    const height = Math.round(end.getBoundingClientRect().top);
    const fade = document.createElement('div');
    fade.style = 'position:absolute;left:0;right:0;height:90px;background:linear-gradient(#fff0,#fff);top:' + (height - 90) + 'px';
    document.body.append(fade);
    return height;
  })()`;
}

/** With a palette: of flat colours nothing is seen to be missing. */
function shrink(png: Buffer): Buffer {
  return execFileSync('pngquant', ['--quality=80-100', '--speed=1', '--strip', '-'], { input: png });
}
