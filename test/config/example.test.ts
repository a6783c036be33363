import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../script/bundle.ts';
import { parseConfig } from '../../src/config/load-config.ts';
import { readBlocks } from '../../script/support/markdown-blocks.ts';

const SOURCE = { file: 'airec-https.yml', directory: '/workspace' };

describe('docs/configuration.md', () => {
  it('begins with a configuration that is accepted, and has every kind of value', async () => {
    const page = await readFile(path.join(ROOT, 'docs/configuration.md'), 'utf8');
    const [example] = readBlocks(page);
    expect(example?.text).toBe(await readFile(path.join(ROOT, 'docs/examples/airec-https.yml'), 'utf8'));
    const { endpoints, cas } = parseConfig(example?.text ?? '', SOURCE);
    expect(endpoints.map(({ certificate }) => certificate.kind)).toEqual([
      'bundle',
      'bundle',
      'cas-id',
      'request',
    ]);
    expect(endpoints.at(-1)?.ingress).toEqual([{ type: 'NLB', instance: 'lsn-a1b2c3@443' }]);
    expect(cas.retention).toEqual({ keep: 2, graceDays: 7 });
  });
});
