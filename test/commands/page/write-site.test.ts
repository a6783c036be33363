import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSite } from '../../../src/commands/page/write-site.ts';
import { readBounded } from '../../../src/commands/page/read-bounded.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'airec-https-site-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

const site = (...names: readonly string[]) => names.map((name) => ({ path: name, text: name }));
const listed = async (folder: string) => (await readdir(folder, { recursive: true })).toSorted();
const MARK = 'airec-https-page.json';

describe('writeSite', () => {
  it('makes the folder, and takes away what an earlier site had and this one has not', async () => {
    const folder = path.join(root, 'a/b');
    await writeSite(folder, site('index.html', 'endpoints/x_443.html', 'endpoints/y_443.html'));
    await writeFile(path.join(folder, 'CNAME'), 'status.example.com');
    const written = await writeSite(folder, site('index.html', 'endpoints/y_443.html'));
    expect(written).toEqual({ files: 2, bytes: 30 });
    expect(await listed(folder)).toEqual(
      ['CNAME', MARK, 'endpoints', 'endpoints/y_443.html', 'index.html'].toSorted(),
    );
  });

  it('writes nothing into a folder with files of others', async () => {
    const folder = await mkdtemp(path.join(root, 'foreign-'));
    await writeFile(path.join(folder, 'index.html'), 'mine');
    await expect(writeSite(folder, site('index.html'))).rejects.toMatchObject({
      code: 'PAGE_FOLDER_FOREIGN',
    });
    expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toBe('mine');
    expect(await listed(folder)).toEqual(['index.html']);
  });

  it('removes nothing that a mark names and no site has', async () => {
    const folder = await mkdtemp(path.join(root, 'marked-'));
    await writeFile(path.join(root, 'precious.html'), 'mine');
    const files = ['../precious.html', 'endpoints/../../precious.html', '/etc/passwd', 7];
    await writeFile(path.join(folder, MARK), JSON.stringify({ files }));
    await writeSite(folder, site('index.html'));
    expect(await readFile(path.join(root, 'precious.html'), 'utf8')).toBe('mine');
  });

  it.each(['', 'null', '{"files": 1}'])('goes on where the mark is %j', async (text) => {
    const folder = await mkdtemp(path.join(root, 'cut-'));
    await writeFile(path.join(folder, MARK), text);
    expect(await writeSite(folder, site('index.html'))).toMatchObject({ files: 1 });
  });

  it('says that a file is in the way', async () => {
    const file = path.join(root, 'file');
    await writeFile(file, '');
    await expect(writeSite(file, site('index.html'))).rejects.toMatchObject({ code: 'PAGE_NOT_WRITABLE' });
  });
});

describe('readBounded', () => {
  it('reads no more than it may, and nothing but files', async () => {
    const file = path.join(root, 'text');
    await writeFile(file, 'abc');
    expect(await readBounded(file, 3)).toBe('abc');
    await expect(readBounded(file, 2)).rejects.toMatchObject({ code: 'PAGE_INPUT_TOO_LARGE' });
    await expect(readBounded(root, 2)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(readBounded(`${file}-none`, 2)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
