import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../src/config/load-config.ts';
import { readBlocks } from '../script/support/markdown-blocks.ts';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly env?: object }[] }>>;
}

const yamlBlocks = async (document: string): Promise<string[]> =>
  readBlocks(await readFile(new URL(`../${document}`, import.meta.url), 'utf8'))
    .filter(({ language }) => language === 'yaml')
    .map(({ text }) => text);

describe.each(['README.md', 'docs/getting-started.md'])('%s', (document) => {
  it('has a configuration that is accepted, and workflows that supply its key', async () => {
    const [configuration = '', ...workflows] = await yamlBlocks(document);
    const config = parseConfig(configuration, { file: 'airec-https.yml', directory: '/workspace' });
    const { certificate } = config.endpoints[0] ?? {};
    expect(certificate).toMatchObject({ kind: 'bundle', key: { env: 'REC_EXAMPLE_COM_KEY' } });
    const jobs = workflows.flatMap((text) => Object.entries((parse(text) as Workflow).jobs));
    expect(jobs.map(([name]) => name)).toEqual(['plan', 'deploy', 'monitor']);
    for (const [name, { steps }] of jobs) {
      const variables = steps.flatMap(({ env }) => Object.keys(env ?? {}));
      expect(variables).toEqual(name === 'monitor' ? [] : ['REC_EXAMPLE_COM_KEY']);
    }
  });
});
