import { execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether this machine has what is needed to ask a real browser. */
export const HAS_CHROMIUM = ['chromium --version', 'certutil -H'].every(runs);

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const TIMEOUT_MS = 20_000;

export interface Browser {
  /** Loads `url` with its host at `address` (`ip:port`): undefined when it loads, else `ERR_CERT_…` and the like. */
  load(url: string, address: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Headless Chromium with a home of its own, in which `rootPem` is trusted. */
export async function prepareChromium(rootPem: string): Promise<Browser> {
  const home = await mkdtemp(path.join(tmpdir(), 'airec-https-chromium-'));
  const database = path.join(home, '.pki/nssdb');
  const root = path.join(home, 'root.pem');
  await mkdir(database, { recursive: true });
  await writeFile(root, rootPem);
  const certutil = (...argv: string[]) => execFileSync('certutil', ['-d', `sql:${database}`, ...argv]);
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'root', '-i', root);
  let loads = 0;
  return {
    async load(url, address) {
      loads += 1;
      // A profile a page: what one page has fetched by AIA must not help the next.
      const profile = path.join(home, `profile-${loads}`);
      const argv = [
        ...FLAGS,
        `--user-data-dir=${profile}`,
        `--host-resolver-rules=MAP ${new URL(url).hostname} ${address}`,
      ];
      const printed = await output('chromium', [...argv, '--dump-dom', url], { ...process.env, HOME: home });
      const [, code] = /Page load failed: net::(ERR_[A-Z_]+)/.exec(printed.stderr) ?? [];
      if (code === undefined && printed.stdout.trim() === '')
        throw new Error(`Chromium said:\n${printed.stderr}`);
      return code;
    },
    close: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function output(
  command: string,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, argv, { env, timeout: TIMEOUT_MS, stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = { stdout: '', stderr: '' };
    child.stdout.on('data', (data: Buffer) => (texts.stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (texts.stderr += data.toString()));
    child.once('error', reject);
    child.once('close', () => resolve(texts));
  });
}

function runs(command: string): boolean {
  const [program = '', ...argv] = command.split(' ');
  try {
    execFileSync(program, argv, { stdio: 'ignore' });
    return true;
  } catch (error) {
    // An exit code is an answer too; only a missing program is not.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
