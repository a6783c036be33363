#!/usr/bin/env node
import { run } from './commands/bot/bot.ts';
import { exitCodeOfErrors } from './commands/exit-code.ts';
import { processTerminal } from './commands/terminal.ts';
import { renderHelp } from './commands/usage.ts';
import { renderError, toAppErrors } from './errors/render.ts';

const terminal = processTerminal();
const argv = process.argv.slice(2);

try {
  if (argv.includes('--help')) terminal.out(renderHelp('bot'));
  else process.exitCode = await run(argv, terminal);
} catch (error) {
  const errors = toAppErrors(error);
  for (const each of errors) terminal.error(renderError(each));
  process.exitCode = exitCodeOfErrors(errors);
}
