import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './bundle.ts';

export interface NodeBinary {
  readonly file: string;
  /** As `node --version` prints it, such as `v20.19.0`. */
  readonly version: string;
}

/**
 * The Node that runs this script, then every other one on PATH that lies outside the repository: what the
 * Action's runner and a user's machine have, where nothing of ours is installed.
 */
export function findNodes(): NodeBinary[] {
  const others = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, 'node'))
    .filter((file) => existsSync(file))
    .map((file) => realpathSync(file))
    .filter((file) => !file.startsWith(ROOT + path.sep));
  return [...new Set([realpathSync(process.execPath), ...others])].map((file) => ({
    file,
    version: execFileSync(file, ['--version'], { encoding: 'utf8' }).trim(),
  }));
}
