import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../script/bundle.ts';
import { findNodes } from '../../script/find-nodes.ts';
import { type Block, readBlocks } from '../../script/support/markdown-blocks.ts';
import { normalise, patternOf } from '../support/shown-output.ts';
import { openShell, type Shell } from '../support/scenario/shell.ts';
import { LOOPBACK_ONLY } from '../support/scenario/run-program.ts';
import { until } from '../support/scenario/until.ts';

const blocks = readBlocks(await readFile(path.join(ROOT, 'docs/getting-started.md'), 'utf8'));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-https-getting-started-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What somebody has who cloned the repository: nothing installed. */
async function checkOut(): Promise<string> {
  const target = path.join(folder, 'airec-https');
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  for (const file of list.toString().split('\0').filter(Boolean)) {
    await cp(path.join(ROOT, file), path.join(target, file)).catch(() => undefined);
  }
  return target;
}

/** A block of commands, and what the document says they print. */
interface Step {
  readonly commands: readonly string[];
  readonly shown: string | undefined;
  readonly line: number;
}

function stepsOf(part: string): Step[] {
  const ofPart = blocks.filter((block) => block.part === part);
  return ofPart.flatMap((block, index) =>
    block.language === 'sh' ? [toStep(block, ofPart[index + 1])] : [],
  );
}

function toStep({ text, line }: Block, next: Block | undefined): Step {
  const commands = text.trimEnd().replaceAll('\\\n', ' ').split('\n');
  return { commands, shown: next?.language === 'text' ? next.text : undefined, line };
}

/** Types the commands. Each has to succeed unless the document asks for its exit code, and shows it. */
async function take(shell: Shell, { commands, shown, line }: Step): Promise<void> {
  let printed = '';
  let unforeseen = 0;
  for (const [index, command] of commands.entries()) {
    const run = await shell.type(command);
    printed += run.printed;
    unforeseen = commands[index + 1] === 'echo $?' ? 0 : run.exitCode;
    if (unforeseen !== 0) break;
  }
  expect(unforeseen, `docs/getting-started.md, line ${line}\n${printed}`).toBe(0);
  if (shown === undefined) return;
  const isShown = (): boolean => patternOf(shown).test(normalise(printed + shell.pending()));
  // What runs in the background prints when it likes.
  if (commands.some((command) => command.endsWith('&'))) await until(isShown);
  const seen = isShown() ? shown : printed;
  expect(normalise(seen), `docs/getting-started.md, line ${line}`).toBe(normalise(shown));
}

describe('docs/getting-started.md', { timeout: 120_000 }, () => {
  it('comes true on a machine with nothing but Node, command by command', async () => {
    const steps = stepsOf('On your machine');
    expect(steps.length).toBeGreaterThan(10);
    const cwd = await checkOut();
    const home = path.join(folder, 'home');
    await mkdir(home);
    const [oldest] = findNodes().toSorted((a, b) =>
      a.version.localeCompare(b.version, 'en', { numeric: true }),
    );
    const nodes = path.dirname(oldest?.file ?? process.execPath);
    const shell = openShell(cwd, {
      PATH: `${nodes}:${process.env.PATH}`,
      HOME: home,
      TMPDIR: home,
      // npm would ask the registry for a newer one of itself.
      npm_config_update_notifier: 'false',
      NODE_OPTIONS: `--import ${LOOPBACK_ONLY}`,
    });
    try {
      for (const step of steps) await take(shell, step);
    } finally {
      await shell.close();
    }
    const page = await readFile(path.join(cwd, 'demo/site/endpoints/rec.example.com_443.html'), 'utf8');
    expect(page).toMatch(/chain incomplete[^]*resolved/i);
  });
});
