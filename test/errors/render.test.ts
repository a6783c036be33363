import { describe, expect, it } from 'vitest';
import { AppErrors } from '../../src/errors/app-error.ts';
import { appError, hasCode } from '../../src/errors/catalogue.ts';
import { renderError, toAppErrors } from '../../src/errors/render.ts';
import { Secret } from '../../src/errors/secret.ts';

const usage = appError('USAGE', { problem: 'p', help: 'h' });

describe('an error', () => {
  it.each([
    [{ file: 'a.yml', line: 3, column: 7 }, 'a.yml:3:7: '],
    [{ file: 'a.yml', line: 3 }, 'a.yml:3: '],
    [{ file: 'a.yml' }, 'a.yml: '],
    [undefined, ''],
  ])('at %j is told with its place, code and remedy', (location, where) => {
    const error = appError('USAGE', { problem: 'p', help: 'h' }, { location });
    expect(renderError(error)).toBe(`${where}p [USAGE]\n  → h`);
  });

  it('of the cloud is told with its request id', () => {
    const error = appError('USAGE', { problem: 'p', help: 'h' }, { requestId: 'R-1' });
    expect(renderError(error)).toMatch(/\n {2}RequestId R-1$/);
  });

  it('is told without secrets', () => {
    const secret = new Secret('render-secret-value');
    expect(renderError(appError('USAGE', { problem: secret.reveal(), help: 'h' }))).toMatch(/^\*\*\* /);
  });

  it('knows its code', () => {
    expect(hasCode(usage, 'ISSUE_LATE', 'USAGE')).toBe(true);
    expect(hasCode(usage, 'ISSUE_LATE')).toBe(false);
    expect(hasCode(new Error('USAGE'), 'USAGE')).toBe(false);
  });
});

describe('errors', () => {
  it('of ours are taken as they are', () => {
    expect(toAppErrors(usage)).toEqual([usage]);
    expect(toAppErrors(new AppErrors([usage, usage]))).toEqual([usage, usage]);
  });

  it.each([
    ['an Error', new TypeError('boom'), 'boom'],
    ['a text', 'boom', 'boom'],
    ['null', null, 'null'],
  ])('that are foreign, such as %s, are defects', (_name, thrown, message) => {
    expect(toAppErrors(thrown)).toMatchObject([
      { code: 'INTERNAL', category: 'internal', message, cause: thrown },
    ]);
  });

  it('that are defects are told with their stack, and no other', () => {
    const [defect] = toAppErrors(new TypeError('boom'));
    expect(defect && renderError(defect)).toContain('render.test.ts');
    const translated = appError('USAGE', { problem: 'p', help: 'h' }, { cause: new Error('x') });
    expect(renderError(translated)).not.toContain('render.test.ts');
  });
});
