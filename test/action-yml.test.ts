import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readAccess } from '../src/commands/monitor/access.ts';
import { readInputs } from '../src/commands/inputs.ts';
import { ROOT } from './support/module-facts.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const action = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as ActionFile;
/** What the commands ask the environment for. */
function inputsRead(): readonly string[] {
  const asked = new Set<string>();
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      get(_target, name) {
        asked.add(String(name));
        return undefined;
      },
    },
  );
  readInputs(environment);
  readAccess(environment);
  return [...asked].map((name) => name.replace(/^INPUT_/, '').toLowerCase());
}

/** The environment in which a runner starts the Action when a workflow gives no input. */
function defaults(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      input.default ?? '',
    ]),
  );
}

describe('action.yml', () => {
  it('has the inputs that are read', () => {
    expect(Object.keys(action.inputs).toSorted()).toEqual(inputsRead().toSorted());
  });

  it('has the defaults that hold without it', () => {
    expect(readInputs(defaults())).toEqual(readInputs({}));
  });

  it('requires no input, for each has a default', () => {
    for (const input of Object.values(action.inputs)) {
      expect(input.required).toBeUndefined();
      expect(input.default).toBeDefined();
    }
  });

  it('has the outputs that are set', () => {
    const names = ['deploy', 'monitor'].flatMap((command) => {
      const source = readFileSync(path.join(ROOT, `src/commands/${command}/action.ts`), 'utf8');
      const calls = [...source.matchAll(/setOutputs\(\{(.*?)\n {2}\}\)/gs)];
      const set = calls.map(([call]) => call).join('\n');
      return [...set.matchAll(/^ {4}'?([a-z-]+)'?:/gm)].map(([, name = '']) => name);
    });
    expect([...new Set(names)].toSorted()).toEqual(Object.keys(action.outputs).toSorted());
  });

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
    expect(existsSync(path.join(ROOT, action.runs.main))).toBe(true);
  });
});
