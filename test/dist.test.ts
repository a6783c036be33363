import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reach, readBundleGraph, sourcesOf, type BundleGraph } from './support/bundle-graph.ts';
import { ROOT } from './support/module-facts.ts';

const DEPLOY = 'src/commands/deploy/deploy.ts';

describe('dist/', () => {
  const dist = path.join(ROOT, 'dist');

  it('starts the terminal without what its commands load when they need it', () => {
    const graph = readBundleGraph(dist, 'cli.js');
    const sources = sourcesOf(graph, reach(graph, 'cli.js', false));
    expect(sources).toContain('src/cli.ts');
    expect(
      sources.filter((source) =>
        /^node_modules\/(undici|@actions|@octokit|@alicloud|exceljs)\//.test(source),
      ),
    ).toEqual([]);
  });

  it('starts the Action without the cloud, the workbook and the emulator', () => {
    const graph = readBundleGraph(dist, 'action.js');
    const sources = sourcesOf(graph, reach(graph, 'action.js', false));
    expect(sources).toContain('src/action.ts');
    expect(
      sources.filter((source) => /^(node_modules\/(@alicloud|exceljs)|src\/emulator)\//.test(source)),
    ).toEqual([]);
  });

  it.each(['action.js', 'cli.js'])(
    'keeps Bolt and the emulator out of what deploy loads from %s',
    (entry) => {
      const graph = readBundleGraph(dist, entry);
      const sources = deploySources(graph, entry);
      expect(sources).toContain(DEPLOY);
      expect(
        sources.filter((source) => /^(node_modules\/@slack\/bolt|src\/emulator)\//.test(source)),
      ).toEqual([]);
    },
  );
});

/** All that deploy can load: what starts with `entry`, and all that its own file can reach. */
function deploySources(graph: BundleGraph, entry: string): string[] {
  const [file] = [...graph].find(([, { sources }]) => sources.includes(DEPLOY)) ?? [];
  if (file === undefined) throw new Error(`${entry} cannot reach ${DEPLOY}`);
  return sourcesOf(graph, [...reach(graph, entry, false), ...reach(graph, file, true)]);
}

describe('readBundleGraph', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-graph-'));
  beforeAll(() => {
    mkdirSync(path.join(folder, 'chunks'));
    const files = {
      'action.js': `import './chunks/a.js';\nif (x) await import('./chunks/deploy.js');\nimport('./chunks/bot.js')`,
      'chunks/a.js': `import 'node:fs';\n// node_modules/a/index.js\nexport { b } from './b.js';`,
      'chunks/b.js': `// node_modules/b/index.js\nexport const b = 1;`,
      'chunks/deploy.js': `// ${DEPLOY}\nimport './b.js';\nawait import('./late.js');`,
      'chunks/late.js': `// src/late.ts`,
      'chunks/bot.js': `// node_modules/@slack/bolt/index.js`,
    };
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells what starts from what may come later', () => {
    const graph = readBundleGraph(folder, 'action.js');
    expect([...reach(graph, 'action.js', false)]).toEqual(['action.js', 'chunks/a.js', 'chunks/b.js']);
    expect([...reach(graph, 'action.js', true)].length).toBe(6);
  });

  it('counts for deploy what it loads later, and not what other commands load', () => {
    const sources = new Set(deploySources(readBundleGraph(folder, 'action.js'), 'action.js'));
    expect([...sources]).toEqual([
      'node_modules/a/index.js',
      'node_modules/b/index.js',
      DEPLOY,
      'src/late.ts',
    ]);
  });
});
