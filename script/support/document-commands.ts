import { COMMANDS, type CommandName } from '../../src/commands/usage.ts';
import { readBlocks } from './markdown-blocks.ts';

/** A call of the program in a document, as far as it says what is called. */
interface Call {
  readonly command: string;
  readonly options: readonly string[];
}

/** `airec-https …`, but not `/airec-https …` of Slack, and the same from a checkout. */
const PROGRAM = /(?<![/\w-])(?:airec-https|node (?:\S*\/)?dist\/cli\.js|npm start --) +([^\n]*)/g;
const BOT = /node (?:\S*\/)?dist\/bot\.js\b([^\n]*)/g;
const NAMES = Object.keys(COMMANDS).join('|');
/** A span of code that begins with a command and an option of it, such as `check --pem`. */
const SHORT = new RegExp(`^(?:${NAMES}) --.*`, 'g');

/** What is wrong with the calls in a Markdown text, one line each. */
export function checkCommands(file: string, markdown: string): string[] {
  return codeOf(markdown).flatMap(({ text, line }) =>
    callsOf(text).flatMap((call) => {
      const problem = problemOf(call);
      return problem === undefined ? [] : [`${file}:${line} ${problem}`];
    }),
  );
}

interface Code {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The lines of blocks that somebody types or runs, and the spans of code outside of blocks. */
function codeOf(markdown: string): Code[] {
  const blocks = readBlocks(markdown);
  const inBlocks = blocks.flatMap(({ language, text, line }) => {
    const lines = text.split('\n').map((each, index) => ({ text: each, line: line + index }));
    return language === 'sh' || language === 'yaml' ? lines : [];
  });
  const isInBlock = (line: number): boolean =>
    blocks.some((block) => line >= block.line && line < block.line + block.text.split('\n').length - 1);
  const spans = markdown.split('\n').flatMap((text, index) => {
    if (isInBlock(index + 1)) return [];
    return [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => ({ text: span, line: index + 1 }));
  });
  return [...inBlocks, ...spans];
}

function callsOf(code: string): Call[] {
  const said = [...code.matchAll(PROGRAM)].map(([, words = '']) => words);
  const short = [...code.matchAll(SHORT)].map(([words]) => words);
  const bots = [...code.matchAll(BOT)].map(([, words = '']) => `bot ${words}`);
  return [...said, ...short, ...bots].map((words) => {
    // What follows is another command, or a remark.
    const [own = ''] = words.split(/[|<>;&#]|\s\\$/);
    const [command = '', ...rest] = own.trim().split(/[\s=]+/);
    return { command, options: rest.filter((word) => word.startsWith('--')) };
  });
}

function problemOf({ command, options }: Call): string | undefined {
  if (command.startsWith('--')) return isCommon(command) ? undefined : `there is no option ${command}`;
  if (!(command in COMMANDS)) return `there is no command ${command}`;
  const known = new Set(COMMANDS[command as CommandName].options.map(([option]) => option.split(/[ =]/)[0]));
  const unknown = options.find((option) => !known.has(option) && !isCommon(option));
  return unknown === undefined ? undefined : `${command} has no option ${unknown}`;
}

function isCommon(option: string): boolean {
  return option === '--help' || option === '--version';
}
