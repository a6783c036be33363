import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/reports/table.ts';

describe('a table', () => {
  it('has columns as wide as their widest cell, a rule, and no blanks at the ends of lines', () => {
    expect(
      formatTable([
        ['A', 'Long heading', 'C'],
        ['wide cell', 'x', ''],
      ]),
    ).toEqual(['A          Long heading  C', '─────────  ────────────  ─', 'wide cell  x']);
  });

  it('may consist of its heading', () => {
    expect(formatTable([['A', 'B']])).toEqual(['A  B', '─  ─']);
  });

  it('is painted cell by cell after padding', () => {
    const painted = formatTable([['A'], ['bbb']], (text, { row, column }) => `<${row}${column}${text}>`);
    expect(painted).toEqual(['<00A  >', '───', '<10bbb>']);
  });
});
