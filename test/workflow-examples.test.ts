import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './support/module-facts.ts';

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly {
          readonly uses?: string;
          readonly with?: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const action = parse(read('action.yml')) as { readonly inputs: object };

describe('the examples of workflows', () => {
  it.each([
    ['README.md', 'plan'],
    ['README.md', 'deploy'],
    ['README.md', 'monitor'],
    ['docs/getting-started.md', 'plan'],
    ['docs/getting-started.md', 'deploy'],
    ['docs/getting-started.md', 'monitor'],
    ['docs/monitor.md', 'monitor'],
    ['docs/status-page.md', 'pages'],
  ])('are shown in %s as they are in %s.yml', (document, name) => {
    const blocks = [...read(document).matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block]) => block);
    expect(blocks).toContain(read(`docs/workflows/${name}.yml`));
  });

  it.each([
    ['plan', 1],
    ['deploy', 1],
    ['monitor', 1],
    ['monitor-sharded', 2],
    ['pages', 1],
  ])('%s.yml gives inputs that there are', (name, count) => {
    const { jobs } = parse(read(`docs/workflows/${name}.yml`)) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const ours = steps.filter(({ uses }) => uses?.startsWith('OWNER/airec-https@'));
    expect(ours.length).toBe(count);
    const given = ours.flatMap((step) => Object.keys(step.with ?? {}));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given));
  });
});
