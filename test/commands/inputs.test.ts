import { describe, expect, it } from 'vitest';
import { readInputs } from '../../src/commands/inputs.ts';
import { redact } from '../../src/errors/redaction.ts';
import { expectError } from '../support/expect-error.ts';

describe('inputs', () => {
  it('have defaults', () => {
    expect(readInputs({})).toEqual({
      command: 'deploy',
      configFile: 'airec-https.yml',
      dryRun: false,
      failOn: 'error',
    });
  });

  it('are read under the names that a runner gives them, without white space around', () => {
    const environment = {
      INPUT_COMMAND: ' deploy\n',
      INPUT_CONFIG: 'ops/airec.yml',
      'INPUT_DRY-RUN': 'True',
      'INPUT_FAIL-ON': 'warning',
    };
    expect(readInputs(environment)).toEqual({
      command: 'deploy',
      configFile: 'ops/airec.yml',
      dryRun: true,
      failOn: 'warning',
    });
  });

  it.each([
    ['INPUT_COMMAND', 'destroy'],
    ['INPUT_COMMAND', 'Deploy'],
    ['INPUT_DRY-RUN', 'yes'],
    ['INPUT_DRY-RUN', 'tRUE'],
    ['INPUT_FAIL-ON', 'info'],
  ])('%s=%s is refused', (name, value) => {
    expectError(() => readInputs({ [name]: value }), 'USAGE');
  });

  it('that are tokens are masked before anything is refused', () => {
    const environment = {
      'INPUT_GITHUB-TOKEN': 'ghs_units0123456789',
      'INPUT_SLACK-BOT-TOKEN': ' xoxb-units-0123456789 ',
      INPUT_COMMAND: 'xoxb-units-0123456789',
    };
    expectError(() => readInputs(environment), 'USAGE');
    expect(redact('ghs_units0123456789 xoxb-units-0123456789')).toBe('*** ***');
  });
});
