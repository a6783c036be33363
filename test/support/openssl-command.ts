import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the OpenSSL command said. */
export interface OpenSslRun {
  readonly exitCode: number;
  /** stdout and stderr. */
  readonly output: string;
}

/**
 * Runs the real `openssl`. `files` are written into a fresh directory first, which is its working directory
 * and gone afterwards.
 */
export async function openssl(
  argv: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<OpenSslRun> {
  const directory = await mkdtemp(path.join(tmpdir(), 'airec-https-openssl-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(directory, name), text);
    return await new Promise((resolve, reject) => {
      const child = execFile('openssl', argv, { cwd: directory }, (error, stdout, stderr) => {
        const exitCode = error ? error.code : 0;
        if (typeof exitCode === 'number') resolve({ exitCode, output: stdout + stderr });
        else reject(error ?? new Error('openssl was killed'));
      });
      child.stdin?.end();
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n/g;

/** PEM of each certificate that a TLS server sends, in its order, strays and duplicates included. */
export async function certificatesSent(
  address: { readonly ip: string; readonly port: number },
  serverName: string | undefined,
): Promise<readonly string[]> {
  const host = address.ip.includes(':') ? `[${address.ip}]` : address.ip;
  const name = serverName === undefined ? ['-noservername'] : ['-servername', serverName];
  const { output } = await openssl([
    's_client',
    '-connect',
    `${host}:${address.port}`,
    '-showcerts',
    ...name,
  ]);
  // After the chain, s_client prints the leaf once more under its own heading.
  return output.split('Server certificate')[0]?.match(PEM) ?? [];
}
