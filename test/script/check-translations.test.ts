import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptTranslation, findTranslationProblems } from '../../script/support/translation-problems.ts';
import { ROOT } from '../support/module-facts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'airec-https-translations-'));
const accepted = path.join(folder, 'accepted');
afterAll(() => rmSync(folder, { recursive: true }));

const ENGLISH = `# The monitor

It looks, and \`monitor\` or \`deploy\` says so: see [what it does](#what-it-does) and [the role](ram.md#the-role).

## What it does

| option  | default |
| ------- | ------- |
| \`--one\` | \`1\`     |
| \`--two\` | none    |

\`\`\`yaml
on: push # when it runs
uses: a/b@0123456 # v1.2.3
\`\`\`

- one
- two, as [a file](workflows/monitor.yml) and [a page](https://example.com/#a)

![A picture](images/page.png)
`;

const CHINESE = `# 监控

[English](../monitor.md)

监控会进行检查，由 \`deploy\` 或 \`monitor\` 报告：参见[工作内容](#工作内容)与[角色](ram.md#角色)。

## 工作内容

| 选项    | 默认值 |
| ------- | ------ |
| \`--one\` | \`1\`    |
| \`--two\` | 无     |

\`\`\`yaml
on: push # 运行时机
uses: a/b@0123456 # v1.2.3
\`\`\`

- 一
- 二，参见[文件](../workflows/monitor.yml)和[页面](https://example.com/#a)

![图片](../images/page.png)
`;

const FILES = {
  'README.md': '# Shop\n\n[中文](docs/zh/README.md)\n\nText.\n',
  'docs/zh/README.md': '# 商店\n\n[English](../../README.md)\n\n正文。\n',
  'docs/monitor.md': ENGLISH,
  'docs/zh/monitor.md': CHINESE,
  'docs/ram.md': '# Access\n\n## The role\n',
  'docs/zh/ram.md': '# 访问控制\n\n[English](../ram.md)\n\n## 角色\n',
  'docs/architecture.md': '# For those who carry on\n',
};
const TWINS = Object.keys(FILES).filter((file) => file.startsWith('docs/zh/'));

/** As whoever calls it sees it. */
function check(root: string, ...args: string[]) {
  const script = path.join(ROOT, 'script/check-translations.ts');
  const { status, stdout } = spawnSync(process.execPath, [script, '--root', root, ...args], {
    encoding: 'utf8',
  });
  // The last line counts.
  return { status, problems: stdout.trimEnd().split('\n').slice(0, -1) };
}

/** A repository in a folder of its own, all of whose twins were accepted. */
function repository() {
  const root = mkdtempSync(path.join(folder, 'root-'));
  cpSync(accepted, root, { recursive: true });
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
  return {
    root,
    read,
    edit: (file: string, from: string, to: string) => {
      expect(read(file)).toContain(from);
      writeFileSync(path.join(root, file), read(file).replace(from, to));
    },
    remove: (file: string) => rmSync(path.join(root, file)),
  };
}

const ZH = 'docs/zh/monitor.md';
const drifts: readonly [name: string, from: string, to: string, place: string, words?: readonly string[]][] =
  [
    ['a heading of another level', '## 工作内容', '### 工作内容', `${ZH}:7`, ['docs/monitor.md:5']],
    ['a heading more', '- 一\n', '## 更多\n\n- 一\n', `${ZH}:19`],
    ['a heading less', '## 工作内容\n\n', '', `${ZH}:1`, ['docs/monitor.md:5']],
    ['other code', 'on: push', 'on: pull_request', `${ZH}:15`, ['docs/monitor.md:13']],
    ['a comment taken out of code', ' # 运行时机', '', `${ZH}:15`],
    ['a comment that is neither English nor Chinese', '# v1.2.3', '# v1.2.4', `${ZH}:16`],
    ['code of another language', '```yaml', '```sh', `${ZH}:14`],
    ['a line of code more', 'on: push', 'name: x\non: push', `${ZH}:15`],
    ['a row less', '| `--two` | 无     |\n', '', `${ZH}:9`, ['1 rows', '2 rows']],
    ['a column less', '| `--two` | 无     |', '| `--two` |', `${ZH}:9`],
    [
      'a forgotten option',
      '由 `deploy` 或 `monitor`',
      '由 `deploy`',
      `${ZH}:1`,
      ['monitor', 'docs/monitor.md:1'],
    ],
    ['another default', '| `1`    |', '| `2`    |', `${ZH}:11`, ['docs/monitor.md:9']],
    ['an item less', '- 一\n', '', `${ZH}:19`, ['docs/monitor.md:17']],
    ['a paragraph less', '![图片](../images/page.png)', '', `${ZH}:7`],
    ['another anchor', '#工作内容', '#工作', `${ZH}:5`],
    ['an English anchor', 'ram.md#角色', 'ram.md#the-role', `${ZH}:5`],
    [
      'a link to the English document',
      '(ram.md#角色)',
      '(../ram.md#角色)',
      `${ZH}:5`,
      ['docs/zh/ram.md#角色'],
    ],
    ['a path of another folder', '../workflows/', 'workflows/', `${ZH}:20`, ['docs/workflows/monitor.yml']],
    ['another address', 'example.com/#a', 'example.com/#b', `${ZH}:20`],
    ['another picture', '../images/page.png', '../images/other.png', `${ZH}:22`, ['docs/images/page.png']],
    ['asterisks that make nothing bold', '- 一', '- **一。**二', `${ZH}:19`],
    ['no space between the scripts', '- 一', '- 一a', `${ZH}:19`],
    ['half-width punctuation', '监控会进行检查，', '监控会进行检查,', `${ZH}:5`],
    ['a space beside full-width punctuation', '监控会进行检查，', '监控会进行检查， ', `${ZH}:5`],
    ['a word that is not ours', '- 一', '- 监听器', `${ZH}:19`],
    ['no way back', '[English](../monitor.md)\n\n', '', `${ZH}:1`],
  ];

describe('the check of translations', () => {
  beforeAll(() => {
    mkdirSync(path.join(accepted, 'docs/zh'), { recursive: true });
    for (const [file, text] of Object.entries(FILES)) writeFileSync(path.join(accepted, file), text);
    for (const twin of TWINS) acceptTranslation(accepted, twin);
  });

  it.each(drifts)('sees %s', (...drift) => {
    const [, from, to, place, words = []] = drift;
    const { root, edit } = repository();
    edit(ZH, from, to);
    const problems = findTranslationProblems(root);
    expect(problems.map((problem) => problem.split(' ')[0])).toContain(place);
    for (const word of words) expect(problems.join('\n')).toContain(word);
  });

  it('passes once a changed English text was looked at, and not before', () => {
    const { root, edit } = repository();
    expect(check(root)).toEqual({ status: 0, problems: [] });
    edit('docs/monitor.md', 'It looks', 'It looks twice');
    const { status, problems } = check(root);
    expect(status).toBe(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${ZH}:`);
    expect(problems[0]).toContain(`--accept ${ZH}`);
    expect(check(root, '--accept', ZH).status).toBe(0);
    expect(check(root)).toEqual({ status: 0, problems: [] });
  });

  it('asks nobody to look when only lines are broken otherwise or a table is wider', () => {
    const { root, edit } = repository();
    edit('docs/monitor.md', 'It looks, and', 'It looks,\nand');
    edit('docs/monitor.md', '| ------- | ------- |', '| ----------- | ------- |');
    expect(findTranslationProblems(root)).toEqual([]);
  });

  it('accepts nothing that has drifted, and no document that is not translated', () => {
    const { root, read, edit } = repository();
    edit(ZH, '- 一\n', '');
    edit('docs/monitor.md', 'It looks', 'It looks twice');
    const before = read(ZH);
    expect(acceptTranslation(root, ZH)).not.toEqual([]);
    expect(read(ZH)).toBe(before);
    expect(acceptTranslation(root, 'docs/architecture.md')).not.toEqual([]);
  });

  it('misses a twin, an English document, and the way to the Chinese ones', () => {
    const { root, edit, remove } = repository();
    remove(ZH);
    remove('docs/ram.md');
    edit('README.md', '[中文](docs/zh/README.md)\n', '');
    const places = findTranslationProblems(root).map((problem) => problem.split(' ')[0]);
    expect(places).toEqual(expect.arrayContaining(['docs/monitor.md:1', 'docs/zh/ram.md:1', 'README.md:1']));
  });
});
