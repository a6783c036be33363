#!/usr/bin/env node
import { exitCodeOfErrors } from './commands/exit-code.ts';
import { processTerminal } from './commands/terminal.ts';
import { COMMANDS, type CommandName, renderHelp } from './commands/usage.ts';
import { VERSION } from './commands/version.ts';
import { findNearest } from './config/find-nearest.ts';
import { appError } from './errors/catalogue.ts';
import { renderError, toAppErrors } from './errors/render.ts';

/** Loaded when they are run: a command costs no more to start than it needs. */
const RUNNERS = {
  deploy: () => import('./commands/deploy/cli.ts'),
  plan: () => import('./commands/plan/cli.ts'),
  rollback: () => import('./commands/rollback/rollback.ts'),
  check: () => import('./commands/check/check.ts'),
  monitor: () => import('./commands/monitor/cli.ts'),
  page: () => import('./commands/page/page.ts'),
  bot: () => import('./commands/bot/bot.ts'),
  demo: () => import('./commands/demo.ts'),
  emulate: () => import('./commands/emulate/emulate.ts'),
} satisfies Record<CommandName, unknown>;

const terminal = processTerminal();

async function main([name, ...argv]: readonly string[]): Promise<number> {
  if (name === '--version') {
    terminal.out(VERSION);
    return 0;
  }
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.out(renderHelp());
    return 0;
  }
  if (!isCommand(name)) {
    const nearest = findNearest(name, Object.keys(COMMANDS));
    const help = `${nearest ? `Did you mean ${nearest}? ` : ''}"airec-https --help" lists the commands.`;
    throw appError('USAGE', { problem: `There is no command "${name}"`, help });
  }
  if (argv.includes('--help')) {
    terminal.out(renderHelp(name));
    return 0;
  }
  return (await RUNNERS[name]()).run(argv, terminal);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const errors = toAppErrors(error);
  for (const each of errors) terminal.error(renderError(each));
  process.exitCode = exitCodeOfErrors(errors);
}
