import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../script/bundle.ts';
import { COMMANDS } from '../../src/commands/usage.ts';
import { displayWidth } from '../../src/reports/display-width.ts';
import { hasProgram } from '../support/programs.ts';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';

const execute = promisify(execFile);
const ESCAPE = '\u001B';
const CLI = path.join(ROOT, 'dist/cli.js');
/** The bot prints its log, and nothing in colour. */
const PRINTING = Object.keys(COMMANDS).filter((name) => name !== 'bot');

/** What a terminal of that many columns is sent by a run of the shipped program, from util-linux' script(1). */
async function onTerminal(
  { workspace: cwd, env, variables }: Scenario,
  { columns, argv, ...more }: { columns: number; argv: string; NO_COLOR?: string },
): Promise<string> {
  const { PATH, HOME } = env;
  const command = `stty cols ${columns}; '${process.execPath}' '${CLI}' ${argv} || true`;
  const { stdout } = await execute('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: { PATH, HOME, TERM: 'xterm-256color', ...variables, ...more },
  });
  return stdout;
}

/** What is left in view: a line that was taken away again is none. */
function linesOf(sent: string): readonly string[] {
  return stripVTControlCharacters(sent.replaceAll(`\r${ESCAPE}[2K`, '\n'))
    .split(/[\r\n]+/)
    .map((line) => line.trimEnd());
}

describe.concurrent('a command', () => {
  it.each(PRINTING)('%s takes --no-color', (name) =>
    scenario(async (s) => {
      const { exitCode, stderr } = await s.terminal(name, '--no-color', '--no-such-option');
      expect([exitCode, stderr.includes('--no-such-option'), stderr.includes('--no-color')]).toEqual([
        2,
        true,
        false,
      ]);
    })(),
  );

  it(
    'that is piped writes lines as they are, without colours or progress',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'stale-edge', instanceId: 'lb-ai-rec-01', edge: 1 });
      const runs = [await s.terminal('deploy'), await s.terminal('monitor')];
      for (const { stdout, stderr } of runs) {
        expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        expect(stdout).toContain('See it yourself:\n');
      }
    }),
  );

  it.skipIf(!hasProgram('script --version'))(
    'on a terminal is coloured, as wide as it, and shows how far it is',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'stale-edge', instanceId: 'lb-ai-rec-01', edge: 1 });
      const argv = 'deploy';
      const sent = await onTerminal(s, { columns: 60, argv });
      expect(sent).toContain(`${ESCAPE}[31m`);
      expect(sent).toMatch(/… 1 of 2 addresses ▓▓▓▓▓░░░░░ after /);
      const lines = linesOf(sent).filter((line) => !line.trimStart().startsWith('$'));
      expect(lines.filter((line) => displayWidth(line) > 60)).toEqual([]);
      const plain = await onTerminal(s, { columns: 60, argv, NO_COLOR: '1' });
      const sequences = plain
        .split(ESCAPE)
        .slice(1)
        .map((text) => text.slice(0, 3));
      expect(new Set(sequences)).toEqual(new Set(['[2K']));
    }),
  );
});
