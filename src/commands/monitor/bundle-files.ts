import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { readMaterial } from '../../certificates/material/read-material.ts';
import type { Config } from '../../config/config.ts';
import type { BundleFile } from '../../monitoring/fix/propose-fixes.ts';

/**
 * The bundle files of a configuration that lie in the repository at `root`, by `domain:port`. A file that is not there
 * is left out, and so is one outside, also by a link.
 */
export async function readBundleFiles(
  { endpoints }: Config,
  root: string,
): Promise<ReadonlyMap<string, BundleFile>> {
  const home = await realpath(root);
  const files = await Promise.all(
    endpoints.map(async ({ domain, port, certificate }) => {
      const file = certificate.kind === 'bundle' ? await readBundleFile(certificate.bundle, home) : undefined;
      return file ? ([`${domain}:${port}`, file] as const) : undefined;
    }),
  );
  return new Map(files.filter((file) => file !== undefined));
}

async function readBundleFile(file: string, home: string): Promise<BundleFile | undefined> {
  let real: string;
  let bytes: Buffer;
  try {
    real = await realpath(file);
    bytes = await readFile(real);
  } catch {
    return undefined;
  }
  const relative = path.relative(home, real);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
  const { certificates, keys, contents } = readMaterial(bytes, file);
  return {
    path: relative.split(path.sep).join('/'),
    chain: certificates.map(({ certificate }) => certificate.fingerprint),
    holdsKey:
      keys.length > 0 || contents.some(({ kind }) => kind === 'private key' || kind === 'PKCS#12 file'),
  };
}
