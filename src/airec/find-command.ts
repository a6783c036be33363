import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { appError } from '../errors/catalogue.ts';

/**
 * Checks, without running it, that the bind command is there: at its path, or on PATH for a bare name. What
 * this cannot see (a missing interpreter) shows when it runs.
 *
 * @throws BIND_COMMAND_NOT_FOUND
 */
export async function assertCommandExists(
  command: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  for (const candidate of candidates(command, environment)) {
    if (await isExecutable(candidate)) return;
  }
  throw appError('BIND_COMMAND_NOT_FOUND', { command });
}

function candidates(
  command: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const extensions =
    process.platform === 'win32' ? ['', ...(environment['PATHEXT'] ?? '.EXE;.CMD').split(';')] : [''];
  const folders = /[/\\]/.test(command) ? [''] : (environment['PATH'] ?? '').split(path.delimiter);
  return folders.flatMap((folder) => extensions.map((extension) => path.join(folder, command) + extension));
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
