import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FLAGS } from './chromium.ts';
import { connectDevTools, type DevToolsEvent } from './dev-tools.ts';
import { hasProgram } from './programs.ts';

/** Whether this machine has a browser that can show a page. */
export const HAS_PAGE_BROWSER = hasProgram('chromium --version');

/** How a page is looked at. */
export interface PageView {
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** Physical pixels for a CSS pixel; default 1. */
  readonly scale?: number;
  /** As it is printed; default: on a screen. */
  readonly media?: 'print';
}

export interface OpenPage {
  /** Addresses that the browser asked for, the page's own first. */
  readonly requests: readonly string[];
  /** What the browser logged or reported against the page: violations of its policy, failed loads, errors. */
  readonly complaints: readonly string[];
  evaluate<Value>(expression: string): Promise<Value>;
  /** The whole page as PNG, down to `maxHeight` CSS pixels. */
  screenshot(maxHeight?: number): Promise<Buffer>;
  close(): Promise<void>;
}

export interface PageBrowser {
  open(url: string, view: PageView): Promise<OpenPage>;
  close(): Promise<void>;
}

/** Headless Chromium with a home of its own. */
export async function startPageBrowser(): Promise<PageBrowser> {
  const home = await mkdtemp(path.join(tmpdir(), 'airec-https-pages-'));
  const child = spawn('chromium', [...FLAGS, '--hide-scrollbars', `--user-data-dir=${home}/profile`], {
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const devTools = connectDevTools(child);
  return {
    open: (url, view) => openPage(devTools, url, view),
    async close() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type DevTools = ReturnType<typeof connectDevTools>;

async function openPage(devTools: DevTools, url: string, view: PageView): Promise<OpenPage> {
  const { width, scheme, scale = 1, media = '' } = view;
  const { targetId } = await devTools.ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId = '' } = await devTools.ask('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method: string, params: object = {}) => devTools.ask(method, params, sessionId);
  const requests: string[] = [];
  const complaints: string[] = [];
  const loaded = Promise.withResolvers<void>();
  const stop = devTools.onEvent((event) => {
    if (event.sessionId !== sessionId) return;
    if (event.method === 'Page.loadEventFired') loaded.resolve();
    if (event.method === 'Network.requestWillBeSent') requests.push(requestOf(event));
    const complaint = complaintOf(event);
    if (complaint !== undefined) complaints.push(complaint);
  });
  for (const domain of ['Page', 'Network', 'Log', 'Audits', 'Runtime']) await ask(`${domain}.enable`);
  await ask('Emulation.setDeviceMetricsOverride', {
    width,
    height: 900,
    deviceScaleFactor: scale,
    mobile: false,
  });
  const features = [{ name: 'prefers-color-scheme', value: scheme }];
  await ask('Emulation.setEmulatedMedia', { media, features });
  const { errorText } = await ask('Page.navigate', { url });
  if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
  await loaded.promise;
  return {
    requests,
    complaints,
    async evaluate<Value>(expression: string) {
      const { result, exceptionDetails } = await ask('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result?.value as Value;
    },
    async screenshot(maxHeight = 20_000) {
      const { result } = await ask('Runtime.evaluate', {
        expression: 'document.documentElement.scrollHeight',
        returnByValue: true,
      });
      const height = Math.min(Number(result?.value), maxHeight);
      const clip = { x: 0, y: 0, width, height, scale: 1 };
      const { data = '' } = await ask('Page.captureScreenshot', { clip, captureBeyondViewport: true });
      return Buffer.from(data, 'base64');
    },
    async close() {
      stop();
      await devTools.ask('Target.closeTarget', { targetId });
    },
  };
}

function requestOf({ params }: DevToolsEvent): string {
  return (params as { request: { url: string } }).request.url;
}

function complaintOf({ method, params }: DevToolsEvent): string | undefined {
  const { entry, issue, exceptionDetails } = params as {
    entry?: { text: string };
    issue?: { code: string };
    exceptionDetails?: { text: string };
  };
  if (method === 'Log.entryAdded') return entry?.text;
  if (method === 'Audits.issueAdded') return issue?.code;
  return method === 'Runtime.exceptionThrown' ? exceptionDetails?.text : undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves files of a site on loopback, as GitHub Pages does: from a folder below the root. */
export async function serveSite(
  files: ReadonlyMap<string, string>,
): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(({ url = '' }, response) => {
    const name = url.replace(/^\/status\//, '');
    const text = files.get(name);
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'text/plain' }).end(text);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/status/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
