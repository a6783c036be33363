import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { connectMarionette, type Marionette } from './marionette.ts';
import { hasProgram } from './programs.ts';

/** Whether this machine has what is needed to ask a real Firefox. */
export const HAS_FIREFOX = hasProgram('firefox --version');

/** Firefox writes it once it listens. */
const PORT_FILE = 'MarionetteActivePort';

/** Nothing is asked of the network, for there may be none. */
const PREFERENCES = {
  'marionette.port': 0,
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.safebrowsing.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.http.connection-timeout': 2,

  'toolkit.telemetry.enabled': false,
};

/**
 * Asks for a URL as a page does, with the browser's own rights, for these are told why it failed: the code of NSS or mozpkix
 * that the error page has, else the name of the network's error that the developer tools have.
 */
const REQUEST = `
const [url, resolve] = arguments;
const request = new XMLHttpRequest({ mozAnon: true });
request.open('HEAD', url);
request.onload = () => resolve(null);
request.onerror = () => {
  const { status, securityInfo } = request.channel;
  resolve(securityInfo?.errorCodeString || ChromeUtils.getXPCOMErrorName(status));
};
request.send();`;

/** Headless Firefox with a profile of its own, in which `domain` is at 127.0.0.1, whatever the port. */
export async function startFirefox(domain: string): Promise<Browser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'airec-https-firefox-'));
  const preferences = Object.entries({ ...PREFERENCES, 'network.dns.localDomains': domain });
  const lines = preferences.map(
    (entry) => `user_pref(${entry.map((each) => JSON.stringify(each)).join()});\n`,
  );
  await writeFile(path.join(profile, 'user.js'), lines);
  const child = spawn(
    'firefox',
    ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
    {
      env: { ...process.env, HOME: profile },
      stdio: 'ignore',
    },
  );
  const marionette = await connectMarionette(await readPort(profile, child));
  await marionette.ask('WebDriver:NewSession', {});
  await marionette.ask('Marionette:SetContext', { value: 'chrome' });
  return {
    load: (url) => load(marionette, url),
    async close() {
      const exited = once(child, 'exit');
      marionette.close();
      child.kill();
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function readPort(profile: string, child: ChildProcess): Promise<number> {
  while (child.exitCode === null) {
    const port = Number(await readFile(path.join(profile, PORT_FILE), 'utf8').catch(() => ''));
    if (port > 0) return port;
    await sleep(20);
  }
  throw new Error('Firefox did not start');
}

async function load({ ask }: Marionette, url: string): Promise<string | undefined> {
  const { error, value } = await ask('WebDriver:ExecuteAsyncScript', { script: REQUEST, args: [url] });
  if (error) throw new Error(error.message);
  return typeof value === 'string' ? value : undefined;
}
