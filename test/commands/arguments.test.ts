import { describe, expect, it } from 'vitest';
import { parseChoice, parseOptions } from '../../src/commands/arguments.ts';
import { COMMANDS, type CommandName, renderHelp } from '../../src/commands/usage.ts';
import { expectError } from '../support/expect-error.ts';

const OPTIONS = {
  config: { type: 'string', default: 'airec-https.yml' },
  'dry-run': { type: 'boolean', default: false },
} as const;

const parse = (...argv: string[]) => parseOptions('deploy', argv, OPTIONS);

describe('options', () => {
  it('have defaults', () => {
    expect({ ...parse() }).toEqual({ config: 'airec-https.yml', 'dry-run': false });
  });

  it.each([[['--config', 'a.yml', '--dry-run']], [['--dry-run', '--config=a.yml']]])(
    'are read from %j',
    (argv) => {
      expect({ ...parse(...argv) }).toEqual({ config: 'a.yml', 'dry-run': true });
    },
  );

  it.each([
    ['an unknown one', ['--force'], '--force'],
    ['a missing value', ['--config'], '--config'],
    ['a value too many', ['--dry-run=yes'], '--dry-run'],
    ['a word', ['now'], 'now'],
  ])('refuse %s and name it in one sentence', (_name, argv, named) => {
    const error = expectError(() => parse(...argv), 'USAGE');
    expect(error.message).toContain(named);
    expect(error.message).not.toContain('\n');
    expect(error.help).toContain('airec-https deploy --help');
  });
});

describe('a choice', () => {
  it('is one of those', () => {
    expect(parseChoice('--fail-on', 'warning', ['error', 'warning'])).toBe('warning');
  });

  it.each(['', 'Warning', 'constructor'])('is not %j', (value) => {
    const error = expectError(() => parseChoice('--fail-on', value, ['error', 'warning']), 'USAGE');
    expect(error.help).toContain('error, warning');
  });
});

describe('help', () => {
  const names = Object.keys(COMMANDS) as CommandName[];

  it('lists every command and the exit codes', () => {
    const help = renderHelp();
    for (const name of names) expect(help).toContain(COMMANDS[name].summary);
    expect(help).toMatch(/\n {2}0 [\s\S]*\n {2}1 [\s\S]*\n {2}2 [\s\S]*\n {2}3 /);
  });

  it.each(names)('of %s explains each option that its usage names', (name) => {
    const { usage, options } = COMMANDS[name];
    const explained = options.map(([option]) => option.split(' ')[0]);
    expect(usage.match(/--[a-z-]+/g)).toEqual(explained);
    for (const [option, meaning] of options) {
      expect(renderHelp(name)).toContain(option);
      expect(renderHelp(name)).toContain(meaning);
    }
  });
});
