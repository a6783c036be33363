import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { until } from './until.ts';

/** A shell in which somebody types one command after the other. */
export interface Shell {
  /** Runs one command. Returns its exit code, and what was printed since the one before ended, errors included. */
  type(command: string): Promise<{ readonly exitCode: number; readonly printed: string }>;
  /** What has been printed since the last command ended, by what runs in the background. */
  pending(): string;
  close(): Promise<void>;
}

/** Starts one. Its commands have no input. */
export function openShell(cwd: string, env: NodeJS.ProcessEnv): Shell {
  const child = spawn('bash', ['--noprofile', '--norc'], { cwd, env, stdio: 'pipe' });
  const mark = randomUUID();
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  child.stdin.write('exec 2>&1\n');
  child.on('error', (error) => (text += String(error)));
  return {
    async type(command) {
      // In a group, so that no command reads what the shell reads.
      child.stdin.write(
        `{\n${command}\n} </dev/null\ncode=$?; printf '%s=%s\\n' ${mark} $code; (exit $code)\n`,
      );
      const end = new RegExp(`${mark}=(\\d+)\\n`);
      await until(() => end.test(text) || child.exitCode !== null);
      const [matched = '', code] = end.exec(text) ?? [];
      if (code === undefined) throw new Error(`the shell ended in ${command}: ${text}`);
      const [printed = '', rest = ''] = text.split(matched);
      text = rest;
      return { exitCode: Number(code), printed };
    },
    pending: () => text,
    async close() {
      const closed = once(child, 'close');
      child.stdin.end('kill $(jobs -p) 2>/dev/null\n');
      await closed;
    },
  };
}
