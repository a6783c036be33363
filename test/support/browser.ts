import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A real browser. */
export interface Browser {
  /** Loads `url`: undefined when it loads, else what its users are told. */
  load(url: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Makes an NSS database in `folder`, with one root that is trusted for servers. Wants NSS's certutil. */
export async function createNssDatabase(folder: string, rootPem: string): Promise<void> {
  const root = path.join(folder, 'root.pem');
  await mkdir(folder, { recursive: true });
  await writeFile(root, rootPem);
  const certutil = (...argv: string[]) => execFileSync('certutil', ['-d', `sql:${folder}`, ...argv]);
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'root', '-i', root);
}
