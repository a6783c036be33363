import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, createNssDatabase } from './browser.ts';
import { connectDevTools } from './dev-tools.ts';
import { hasProgram } from './programs.ts';

/** Whether this machine has what is needed to ask a real browser. */
export const HAS_CHROMIUM = ['chromium --version', 'certutil -H'].every(hasProgram);

export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
];

/** Headless Chromium with a home of its own, in which `rootPem` is trusted and `domain` is at 127.0.0.1, whatever the port. */
export async function startChromium(rootPem: string, domain: string): Promise<Browser> {
  const home = await mkdtemp(path.join(tmpdir(), 'airec-https-chromium-'));
  await createNssDatabase(path.join(home, '.pki/nssdb'), rootPem);
  const own = [
    `--user-data-dir=${path.join(home, 'profile')}`,
    `--host-resolver-rules=MAP ${domain} 127.0.0.1`,
  ];
  // Standard error may fill up while nobody reads it; 3 and 4 are the pipe's ends.
  const child = spawn('chromium', [...FLAGS, ...own], {
    env: { ...process.env, HOME: home },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const devTools = connectDevTools(child);
  return {
    load: (url) => loadAlone(devTools, url),
    async close() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** `ERR_CERT_…` and the like, in a context of its own: what one page has fetched by AIA must not help the next. */
async function loadAlone(
  devTools: ReturnType<typeof connectDevTools>,
  url: string,
): Promise<string | undefined> {
  const { browserContextId } = await devTools.ask('Target.createBrowserContext', {});
  const { targetId } = await devTools.ask('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await devTools.ask('Target.attachToTarget', { targetId, flatten: true });
  const { errorText } = await devTools.ask('Page.navigate', { url }, sessionId);
  await devTools.ask('Target.disposeBrowserContext', { browserContextId });
  return errorText?.replace(/^net::/, '');
}
