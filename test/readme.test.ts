import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../src/config/load-config.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const action = parse(await readFile(new URL('../action.yml', import.meta.url), 'utf8')) as {
  inputs: Record<string, { default: string }>;
  outputs: Record<string, unknown>;
};
const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

interface Step {
  readonly uses: string;
  readonly with?: Record<string, string>;
  readonly env?: Record<string, string>;
}

describe('README', () => {
  it('has a configuration that is accepted, and a workflow that supplies its key', () => {
    const [configuration = '', workflow = ''] = blocks;
    const config = parseConfig(configuration, { file: 'airec-https.yml', directory: '/workspace' });
    const { certificate } = config.endpoints[0] ?? {};
    const steps = (parse(workflow) as { jobs: { deploy: { steps: Step[] } } }).jobs.deploy.steps;
    const ours = steps.find(({ uses }) => uses.startsWith('OWNER/airec-https@'));
    expect(certificate).toMatchObject({ kind: 'bundle', key: { env: 'REC_EXAMPLE_COM_KEY' } });
    expect(Object.keys(ours?.env ?? {})).toContain('REC_EXAMPLE_COM_KEY');
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(ours?.with ?? {})));
  });

  it('names every input and output of the Action', () => {
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name);
    expect(rows).toEqual([...Object.keys(action.inputs), ...Object.keys(action.outputs)]);
  });
});
