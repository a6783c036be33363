import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations, PURE } from './support/import-rules.ts';
import { parseModule, readModules, ROOT } from './support/module-facts.ts';

const manifest: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
);
const dependencies = Object.keys(manifest.dependencies);

describe('the rules of the house', () => {
  const modules = readModules();

  it('hold in src/', () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(findViolations(modules, dependencies)).toEqual([]);
  });

  it.each([
    'src/certificates/',
    'src/endpoints/judge.ts',
    'src/endpoints/findings/registry.ts',
    'src/deployment/check-material.ts',
    'src/deployment/outcome.ts',
    'src/deployment/plan.ts',
    'src/deployment/poll.ts',
    'src/deployment/steps.ts',
    'src/monitoring/',
    'src/reports/',
  ])('are asked to keep %s pure, which is there', (place) => {
    expect(modules.some(({ file }) => file.startsWith(place) && PURE.test(file))).toBe(true);
  });
});

type Row = readonly [name: string, sources: Readonly<Record<string, string>>, broken: readonly string[]];

const rows: readonly Row[] = [
  ['a folder below', { 'src/endpoints/a.ts': `import '../errors/b.ts'` }, []],
  ['a folder above', { 'src/errors/a.ts': `import '../config/b.ts'` }, ['src/errors/a.ts']],
  [
    'a type from above',
    { 'src/errors/a.ts': `import type { B } from '../config/b.ts'` },
    ['src/errors/a.ts'],
  ],
  [
    'an inline type from above',
    { 'src/errors/a.ts': `let b: import('../config/b.ts').B` },
    ['src/errors/a.ts'],
  ],
  ['a module above, later', { 'src/errors/a.ts': `await import('../config/b.ts')` }, ['src/errors/a.ts']],
  ['a re-export from above', { 'src/errors/a.ts': `export * from '../config/b.ts'` }, ['src/errors/a.ts']],
  ['a folder side by side', { 'src/alibaba/a.ts': `import '../airec/b.ts'` }, ['src/alibaba/a.ts']],
  ['an entry', { 'src/commands/a.ts': `import '../cli.ts'` }, ['src/commands/a.ts']],
  ['the emulator, from the demo', { 'src/commands/demo.ts': `import '../emulator/b.ts'` }, []],
  [
    'the emulator, from deploy',
    { 'src/commands/deploy.ts': `import '../emulator/b.ts'` },
    ['src/commands/deploy.ts'],
  ],
  [
    'the house, from the emulator',
    { 'src/emulator/a.ts': `import '../alibaba/b.ts'` },
    ['src/emulator/a.ts'],
  ],
  ['a package at home', { 'src/airec/a.ts': `import ExcelJS from 'exceljs/lib/doc/workbook.js'` }, []],
  ['a package away from home', { 'src/reports/a.ts': `import ExcelJS from 'exceljs'` }, ['src/reports/a.ts']],
  ['a package for tests', { 'src/reports/a.ts': `import 'vitest'` }, ['src/reports/a.ts']],
  [
    'a second module with @actions/core',
    {
      'src/github/a.ts': `import '@actions/core'`,
      'src/github/b.ts': `import '@actions/core'`,
      'src/action.ts': `import '@actions/core'`,
    },
    ['src/github/b.ts'],
  ],
  [
    'a cycle',
    { 'src/config/a.ts': `import './b.ts'`, 'src/config/b.ts': `import type { A } from './a.ts'` },
    ['src/config/a.ts'],
  ],
  [
    'the same module twice',
    { 'src/config/a.ts': `import './b.ts'; export * from './b.ts'`, 'src/config/b.ts': '' },
    [],
  ],
  [
    'a socket in a pure module',
    { 'src/certificates/a.ts': `import { connect } from 'node:net'` },
    ['src/certificates/a.ts'],
  ],
  ['an address told from a name', { 'src/certificates/a.ts': `import { isIP } from 'node:net'` }, []],
  [
    'a file in a pure module',
    { 'src/certificates/a.ts': `import fs from 'node:fs/promises'` },
    ['src/certificates/a.ts'],
  ],
  ['the clock in a pure module', { 'src/certificates/a.ts': 'new Date()' }, ['src/certificates/a.ts']],
  ['the clock by another name', { 'src/certificates/a.ts': 'Date.now()' }, ['src/certificates/a.ts']],
  ['a date that is given', { 'src/certificates/a.ts': 'new Date(0)' }, []],
  [
    'the environment in a pure module',
    { 'src/deployment/plan.ts': 'process.env.A' },
    ['src/deployment/plan.ts'],
  ],
  ['the clock at the edge', { 'src/commands/deploy.ts': 'Date.now()' }, []],
  ['camel case', { 'src/config/aB.ts': '' }, ['src/config/aB.ts']],
  ['an unknown folder', { 'src/utils/a.ts': '' }, ['src/utils/a.ts']],
  ['an entry of 60 lines', { 'src/cli.ts': '1;\n'.repeat(60) }, []],
  ['an entry of 61 lines', { 'src/cli.ts': '1;\n'.repeat(61) }, ['src/cli.ts']],
];

describe('findViolations', () => {
  it.each(rows)('judges %s', (_name, sources, broken) => {
    const modules = Object.entries(sources).map(([file, text]) => parseModule(file, text));
    const violations = findViolations(modules, dependencies);
    expect(violations.map((sentence) => sentence.split(':')[0])).toEqual(broken);
  });
});
