import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createPaint, wantsColour } from '../../src/reports/paint.ts';
import { createProgress } from '../../src/reports/progress.ts';

const TTY = { isTTY: true };

describe('colour', () => {
  it.each([
    ['a terminal', TTY, {}, true],
    ['a pipe', {}, {}, false],
    ['NO_COLOR', TTY, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', TTY, { NO_COLOR: '' }, true],
    ['a dumb terminal', TTY, { TERM: 'dumb' }, false],
  ] as const)('for %s', (...[, stream, environment, wanted]) => {
    expect(wantsColour(stream, environment, false)).toBe(wanted);
  });

  it('is refused by the user', () => {
    expect(wantsColour(TTY, {}, true)).toBe(false);
  });
});

describe('progress', () => {
  it('writes what was asked, what was seen and how it ended', () => {
    const lines: string[] = [];
    const heading = { name: 'roll-back', title: 'Put back cert-1', endpoint: 'rec.example.com:443' } as const;
    const progress = createProgress((line) => lines.push(line), createPaint(false));
    progress.started(heading);
    progress.asked('POST DeployCertificate');
    progress.observed('CAS says Deployed');
    progress.finished({ ...heading, asked: [], observed: [], looks: [], outcome: 'done', durationMs: 840 });
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('Put back cert-1');
    expect(lines[0]).toContain('rec.example.com:443');
    expect(lines[1]).toBe('  → POST DeployCertificate');
    expect(lines[2]).toBe('  ← CAS says Deployed');
    expect(lines[3]).toMatch(/^ {2}✓ .*840 ms$/);
  });

  it('says the same in colour', () => {
    const [plain, coloured] = [false, true].map((enabled) => {
      const lines: string[] = [];
      const paint = enabled
        ? (_colour: string, text: string) => `\u001B[31m${text}\u001B[39m`
        : createPaint(false);
      createProgress((line) => lines.push(line), paint).asked('x');
      return lines;
    });
    expect(coloured).not.toEqual(plain);
    expect(coloured?.map((line) => stripVTControlCharacters(line))).toEqual(plain);
  });

  it('shows how many addresses are there until the step ends, and breaks lines at the width', () => {
    const lines: string[] = [];
    const shown: (string | undefined)[] = [];
    const place = { width: 40, transient: (line: string | undefined) => shown.push(line) };
    const progress = createProgress((line) => lines.push(line), createPaint(false), place);
    const heading = { name: 'verify', title: 'Verify', endpoint: undefined } as const;
    progress.started(heading);
    progress.looked?.({ serving: 11, addresses: 14, elapsedMs: 42_000 });
    progress.observed('11 of 14 addresses serve the intended leaf');
    const record = { ...heading, asked: [], observed: [], looks: [], outcome: 'done' } as const;
    progress.finished({ ...record, durationMs: 5 });
    expect(shown).toEqual(['  … 11 of 14 addresses ▓▓▓▓▓▓▓░░░ after 42.0 s', undefined]);
    expect(lines.slice(1, 3)).toEqual(['  ← 11 of 14 addresses serve the', '    intended leaf']);
  });
});
