import { execFileSync } from 'node:child_process';

/** Whether this machine has the program that `command` begins with; what it says does not count. */
export function hasProgram(command: string): boolean {
  const [program = '', ...argv] = command.split(' ');
  try {
    execFileSync(program, argv, { stdio: 'ignore' });
    return true;
  } catch (error) {
    // An exit code is an answer too; only a missing program is not.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}
