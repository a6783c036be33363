import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** A program of the emulated world. */
export interface Executable {
  readonly name: 'airec-cli' | 'console';
  /** Where it delivers what it is asked for. */
  readonly endpoint: string;
}

/**
 * Writes an executable (on Windows `….cmd`) into `directory`, which is made if need be, and returns its path. It
 * hands its arguments to `emulate airec-cli`, or `emulate console`, of `cliEntry`, an absolute path.
 */
export async function writeExecutable(
  directory: string,
  cliEntry: string,
  { name, endpoint }: Executable,
): Promise<string> {
  await mkdir(directory, { recursive: true });
  const windows = process.platform === 'win32';
  const file = path.join(directory, windows ? `${name}.cmd` : name);
  const option = name === 'console' ? '--console-endpoint' : '--airec-endpoint';
  const words = [process.execPath, cliEntry, 'emulate', name, option, endpoint];
  const script = windows
    ? `@${words.map(quoteForCmd).join(' ')} -- %*\r\n`
    : `#!/bin/sh\nexec ${words.map(quoteForShell).join(' ')} -- "$@"\n`;
  await writeFile(file, script);
  await chmod(file, 0o755);
  return file;
}

/** POSIX.1-2024, Shell Command Language §2.2.2: nothing is special between single quotes but their end. */
function quoteForShell(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A path of Windows holds no quotation mark; a percent sign in a batch file must be doubled. */
function quoteForCmd(word: string): string {
  return `"${word.replaceAll('%', '%%')}"`;
}
