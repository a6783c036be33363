import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './support/module-facts.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly name: string;
  readonly on: { readonly workflow_run?: { readonly workflows: readonly string[] } };
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions: Readonly<Record<string, string>>; readonly steps: readonly Step[] }
    >
  >;
}
interface Form {
  readonly body: readonly {
    readonly id?: string;
    readonly type: string;
    readonly attributes: { readonly placeholder?: string; readonly options?: readonly object[] };
  }[];
}

const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const read = (file: string): unknown => parse(text(file));
const files = globSync('.github/workflows/*.yml', { cwd: ROOT }).toSorted();
const workflows = files.map((file) => read(file) as Workflow);
const jobs = workflows.flatMap((workflow) => Object.entries(workflow.jobs));

describe('the workflows of this repository', () => {
  it('give a token only to the jobs that need it', () => {
    expect(files.length).toBeGreaterThan(5);
    for (const { permissions } of workflows) expect(permissions).toEqual({});
  });

  it('keep what installs or runs packages from writing, and from the identity that signs', () => {
    const writers = jobs.filter(([, { permissions }]) =>
      ['contents', 'id-token', 'attestations', 'actions'].some((name) => permissions[name] === 'write'),
    );
    expect(writers.map(([name]) => name).toSorted()).toEqual(['commit', 'draft', 'major-tag']);
    for (const [name, { steps }] of writers) {
      const commands = steps.map(({ run = '' }) => run).join('\n');
      expect(`${name}: ${commands}`).not.toMatch(/\b(?:npm|npx|\.ci\/run)\b/);
      // Its code is that of main, or of a published release: never of a pull request.
      expect(steps.map((step) => step.with?.ref)).not.toContainEqual(expect.anything());
    }
  });

  it('run scripts that are there', () => {
    const commands = jobs.flatMap(([, { steps }]) => steps.map(({ run = '' }) => run)).join('\n');
    const scripts = [...commands.matchAll(/\bnode (script\/\S+)/g)].map(([, file = '']) => file);
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    const named = [...commands.matchAll(/\bnpm run (\S+)/g)].map(([, name = '']) => name);
    const { scripts: known } = JSON.parse(text('package.json')) as { scripts: object };
    expect(Object.keys(known)).toEqual(expect.arrayContaining(named));
  });

  it('wait for workflows that there are', () => {
    const awaited = workflows.flatMap((workflow) => workflow.on.workflow_run?.workflows ?? []);
    expect(awaited).toEqual(['Rebuild dist']);
    expect(workflows.map(({ name }) => name)).toEqual(expect.arrayContaining(awaited));
  });
});

describe('the forms for issues', () => {
  const forms = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: ROOT }).filter(
    (file) => !file.endsWith('config.yml'),
  );

  it.each(forms)('%s warns to paste no key', (file) => {
    expect(text(file)).toMatch(/Paste no key, token or account id/);
  });

  it.each(['bug', 'disputed-finding'])('%s has to be answered with a version and no secret', (name) => {
    const { body } = read(`.github/ISSUE_TEMPLATE/${name}.yml`) as Form;
    expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(['version', 'secrets']));
    const secrets = body.find(({ id }) => id === 'secrets');
    expect(secrets?.attributes.options).toEqual([{ label: expect.any(String), required: true }]);
  });

  it('name a code and a finding that there are', () => {
    const { body } = read('.github/ISSUE_TEMPLATE/disputed-finding.yml') as Form;
    const finding = body.find(({ id }) => id === 'finding')?.attributes.placeholder;
    expect(text('docs/findings.md')).toContain(`\`${finding}\``);
    const [, code] = /such as `([A-Z_]+)`/.exec(text('.github/ISSUE_TEMPLATE/bug.yml')) ?? [];
    const catalogue = globSync('src/errors/catalogue/*.ts', { cwd: ROOT }).map(text).join('\n');
    expect(catalogue.split('\n').filter((line) => line.startsWith(`  ${code}: (`))).toHaveLength(1);
  });
});

describe('Dependabot', () => {
  it('waits a week and groups what it bumps', () => {
    const { updates } = read('.github/dependabot.yml') as {
      updates: Record<string, { 'default-days'?: number }>[];
    };
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['github-actions', 'npm']);
    for (const update of updates) {
      expect(update.cooldown?.['default-days']).toBeGreaterThanOrEqual(7);
      expect(update.schedule).toMatchObject({ interval: 'weekly' });
      expect(Object.keys(update.groups ?? {})).not.toEqual([]);
    }
  });
});
