import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { findNearest } from '../config/find-nearest.ts';
import { appError } from '../errors/catalogue.ts';
import type { CommandName } from './usage.ts';

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; strict: true }>
>['values'];

/**
 * The options of a command as `node:util` parses them; nothing but options is taken.
 *
 * @throws USAGE naming the option that is unknown, or lacks its value
 */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(
  command: CommandName,
  argv: readonly string[],
  options: Options,
): Values<Options> {
  return refusing(command, options, () =>
    parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }),
  ).values;
}

/**
 * The options of a command, and the words between them.
 *
 * @throws USAGE as `parseOptions`
 */
export function parseWords<const Options extends ParseArgsOptionsConfig>(
  command: CommandName,
  argv: readonly string[],
  options: Options,
): { readonly values: Values<Options>; readonly positionals: readonly string[] } {
  return refusing(command, options, () =>
    parseArgs({ args: [...argv], options, strict: true, allowPositionals: true }),
  );
}

function refusing<Result>(
  command: CommandName,
  options: ParseArgsOptionsConfig,
  parse: () => Result,
): Result {
  try {
    return parse();
  } catch (error) {
    const problem = (error instanceof Error ? error.message : String(error)).split(/\. |\n/)[0] ?? '';
    const [, word = ''] = /^Unknown option '--([^']+)'/.exec(problem) ?? [];
    const nearest = findNearest(word, Object.keys(options));
    const help = `${nearest ? `Did you mean --${nearest}? ` : ''}Run "airec-https ${command} --help" for its options.`;
    throw appError('USAGE', { problem, help }, { cause: error });
  }
}

/**
 * One of `choices`.
 *
 * @throws USAGE naming them
 */
export function parseChoice<Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  const nearest = findNearest(value, choices);
  const help = `${nearest === undefined ? '' : `Did you mean ${nearest}? `}Use ${choices.join(', ')}.`;
  throw appError('USAGE', { problem: `${name} is "${value}"`, help });
}
