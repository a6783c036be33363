import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, ENTRIES, listFiles } from '../../script/bundle.ts';
import { differences } from '../../script/support/compare-folders.ts';
import { prepareRelease } from '../../script/support/prepare-release.ts';
import { ROOT } from '../support/module-facts.ts';

const work = mkdtempSync(path.join(tmpdir(), 'airec-https-release-test-'));
const repository = path.join(work, 'repository');
const TAG = 'v1.2.3';

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...args], { cwd: repository, encoding: 'utf8' });
}

function write(file: string, text: string): void {
  writeFileSync(path.join(repository, file), text);
}

/** Commits all and tags it, as a maintainer does. */
function release(tag: string): void {
  git('add', '--all', '--force');
  git('commit', '--quiet', '--allow-empty', '--message', tag);
  git('tag', '--force', tag);
}

beforeAll(async () => {
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', repository]);
  for (const file of ['.gitattributes', 'action.yml', 'LICENSE', 'README.md', 'package-lock.json']) {
    cpSync(path.join(ROOT, file), path.join(repository, file));
  }
  await bundle(ENTRIES, path.join(repository, 'dist'));
  write('package.json', JSON.stringify({ version: '1.2.3' }));
  write('CHANGELOG.md', '# Changelog\n\n## [1.2.3] - 2026-11-29\n\n- All of it.\n');
  release(TAG);
});
afterAll(() => rmSync(work, { recursive: true }));

/** Of dist/licenses.txt, which the licence plugin writes: `name version`. */
function noticed(): string[] {
  const text = readFileSync(path.join(repository, 'dist/licenses.txt'), 'utf8');
  const titles = [...text.matchAll(/(?:^|\n-{80}\n\n)(\S+ \d\S*) \(.+\)$/gm)];
  return titles.map(([, title = '']) => title).toSorted();
}

describe('the files of a draft release', () => {
  const first = path.join(work, 'first');

  it('are the archive, its SBOM, hashes and the notes', async () => {
    const { assets } = await prepareRelease(repository, TAG, first);
    expect(assets).toEqual([`airec-https-${TAG}.tar.gz`, `airec-https-${TAG}.cdx.json`, 'SHA256SUMS']);
    expect(await listFiles(first)).toEqual([...assets, 'notes.md'].toSorted());
    expect(readFileSync(path.join(first, 'notes.md'), 'utf8')).toBe('- All of it.\n');
    const sums = readFileSync(path.join(first, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(sums).toEqual(
      assets.slice(0, 2).map((name) => {
        const bytes = readFileSync(path.join(first, name));
        return `${createHash('sha256').update(bytes).digest('hex')}  ${name}`;
      }),
    );
  });

  it('have the same bytes the second time', async () => {
    const second = path.join(work, 'second');
    await prepareRelease(repository, TAG, second);
    expect(await differences(second, first)).toEqual([]);
  });

  it('hold what the Action runs, and nothing else', async () => {
    const unpacked = mkdtempSync(path.join(work, 'unpacked-'));
    execFileSync('tar', ['-xzf', path.join(first, `airec-https-${TAG}.tar.gz`), '-C', unpacked]);
    const folder = path.join(unpacked, 'airec-https-1.2.3');
    for (const file of ['action.yml', 'LICENSE', 'README.md']) {
      expect(readFileSync(path.join(folder, file))).toEqual(readFileSync(path.join(repository, file)));
    }
    const version = execFileSync(process.execPath, [path.join(folder, 'dist/cli.js'), '--version']);
    expect(version.toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
    rmSync(path.join(folder, 'dist'), { recursive: true });
    expect(await listFiles(unpacked)).toEqual(
      ['LICENSE', 'README.md', 'action.yml'].map((file) => `airec-https-1.2.3/${file}`),
    );
  });

  it('name in the SBOM every package whose notice is in dist/, and no other', () => {
    const bill = JSON.parse(readFileSync(path.join(first, `airec-https-${TAG}.cdx.json`), 'utf8')) as {
      readonly components: readonly {
        readonly group?: string;
        readonly name: string;
        readonly version: string;
        readonly purl: string;
        readonly hashes: readonly { readonly alg: string; readonly content: string }[];
      }[];
    };
    const named = bill.components.map(
      ({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`,
    );
    expect(named.toSorted()).toEqual(noticed());
    expect(named.length).toBeGreaterThan(100);
    const core = bill.components.find(({ purl }) => purl.startsWith('pkg:npm/%40actions/core@'));
    expect(core?.hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
  });
});

function prepare(tag: string): Promise<unknown> {
  return prepareRelease(repository, tag, path.join(work, 'refused'));
}

describe('a release is refused', () => {
  it('when the tag is not the version', async () => {
    git('tag', '--force', 'v1.2.4');
    await expect(prepare('v1.2.4')).rejects.toThrow('package.json says 1.2.3');
  });

  it('when the changelog does not know it', async () => {
    write('package.json', JSON.stringify({ version: '1.3.0' }));
    release('v1.3.0');
    await expect(prepare('v1.3.0')).rejects.toThrow('1.3.0');
  });

  it('when something else is checked out, or changed', async () => {
    await expect(prepare(TAG)).rejects.toThrow('not what is checked out');
    git('checkout', '--quiet', TAG);
    write('README.md', 'changed');
    await expect(prepare(TAG)).rejects.toThrow('README.md');
    git('checkout', '--quiet', '--', 'README.md');
  });

  it.each([
    ['differs: action.js', () => write('dist/action.js', 'process.exit(0);\n')],
    ['left over: chunks/extra.js', () => write('dist/chunks/extra.js', '')],
    ['missing: licenses.txt', () => rmSync(path.join(repository, 'dist/licenses.txt'))],
  ])('when dist/ is not what the sources give (%s)', async (problem, tamper) => {
    git('checkout', '--quiet', '--force', '--detach', TAG);
    tamper();
    release('v1.2.3');
    await expect(prepare('v1.2.3')).rejects.toThrow(problem);
    git('checkout', '--quiet', '--force', 'main');
    git('tag', '--force', TAG, 'main~1');
  });
});
