import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/module-facts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'airec-https-runner-'));
afterAll(() => rmSync(folder, { recursive: true }));
const SUMMARY = path.join(folder, 'summary.md');
const OUTPUT = path.join(folder, 'output.txt');

/** Runs `script` as a step of a runner would, with everything of the module in scope; what it printed, by lines. */
function step(script: string, environment: Record<string, string> = {}): readonly string[] {
  writeFileSync(SUMMARY, '');
  writeFileSync(OUTPUT, '');
  const code = `
    const { log, maskSecrets, showAnnotations, setOutputs, appendSummary } = await import('./src/github/runner.ts');
    const { registerSecret } = await import('./src/errors/redaction.ts');
    ${script}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], GITHUB_OUTPUT: OUTPUT, GITHUB_STEP_SUMMARY: SUMMARY, ...environment },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\n').slice(0, -1);
}

/** Whether the runner takes `line` for a command: `::` at its start, or `##[` anywhere. */
function isCommand(line: string): boolean {
  return /^\s*::/.test(line) || line.includes('##[');
}

describe('the log', () => {
  it('shows lines as they are', () => {
    expect(step(`log('Verify · a::b'); log('  ✓ done')`)).toEqual(['Verify · a::b', '  ✓ done']);
  });

  it.each([
    '::error::x',
    '  ::add-mask::x',
    String.raw`one\n::set-output name=a::b`,
    String.raw`one\r::stop-commands::x`,
    '  ← ##[warning]x',
  ])('obeys nothing that is written in it: %s', (text) => {
    const lines = step(`log('${text}')`);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.flatMap((line) => line.split('\r')).filter(isCommand)).toEqual([]);
  });

  it('has secrets masked by the runner and blanked by us, those known before and those to come', () => {
    const lines = step(`
      registerSecret('early-secret'); maskSecrets(); registerSecret('late-secret');
      log('early-secret late-secret')`);
    expect(lines).toEqual(['::add-mask::early-secret', '::add-mask::late-secret', '*** ***']);
  });
});

describe('annotations', () => {
  const annotation = { level: 'error', title: 'a/b', message: 'two\nlines', location: undefined };

  it('stand on one line each', () => {
    expect(step(`showAnnotations([${JSON.stringify(annotation)}])`)).toEqual([
      '::error title=a/b::two%0Alines',
    ]);
  });

  it.each([
    ['/w/certs/rec.pem', 'certs/rec.pem'],
    ['airec-https.yml', 'airec-https.yml'],
  ])('of %s name the file as it is in the repository', (file, shown) => {
    const located = { ...annotation, level: 'warning', location: { file, line: 3, column: 7 } };
    expect(step(`showAnnotations([${JSON.stringify(located)}])`, { GITHUB_WORKSPACE: '/w' })).toEqual([
      `::warning title=a/b,file=${shown},line=3,col=7::two%0Alines`,
    ]);
  });

  it('hold no secret', () => {
    const secret = { ...annotation, message: 'annotated-secret' };
    expect(step(`registerSecret('annotated-secret'); showAnnotations([${JSON.stringify(secret)}])`)).toEqual([
      '::error title=a/b::***',
    ]);
  });
});

describe('files of the runner', () => {
  it('get the outputs without secrets', () => {
    step(`registerSecret('output-secret'); setOutputs({ status: 'healthy', other: 'output-secret' })`);
    const written = readFileSync(OUTPUT, 'utf8');
    expect(written).toMatch(/^status<<(\S+)\nhealthy\n\1\nother<<(\S+)\n\*\*\*\n\2\n$/);
  });

  it('get the summary without secrets', () => {
    step(`registerSecret('summary-secret'); await appendSummary('# x summary-secret')`);
    expect(readFileSync(SUMMARY, 'utf8')).toBe('# x ***');
  });

  it('that are not there are not missed', () => {
    expect(step(`await appendSummary('# x')`, { GITHUB_STEP_SUMMARY: '' })).toEqual([]);
  });
});
