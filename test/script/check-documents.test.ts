import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../script/support/document-blocks.ts';
import { checkCommands } from '../../script/support/document-commands.ts';
import { readBlocks } from '../../script/support/markdown-blocks.ts';

const fenced = (language: string, ...lines: readonly string[]): string =>
  ['Some `text`.', '', `\`\`\`${language}`, ...lines, '```', ''].join('\n');

describe('the blocks of a document', () => {
  it('have a language, a place and a part', () => {
    const markdown = `# A\n${fenced('sh', 'ls')}\n## B\n${fenced('', '`a`')}`;
    expect(readBlocks(markdown)).toEqual([
      { language: 'sh', text: 'ls\n', part: '', line: 5 },
      { language: '', text: '`a`\n', part: 'B', line: 12 },
    ]);
  });
});

describe('the calls in a document', () => {
  it.each([
    ['a command that there is', fenced('sh', 'node dist/cli.js check HOST --ca root.pem | less --chop'), []],
    ['an option of all', fenced('sh', 'npm start -- --help'), []],
    ['what Slack takes', 'Type `/airec-https status`.', []],
    ['prose', 'Then airec-https does the rest.', []],
    ['what is printed', fenced('text', 'airec-https emulator: on this machine'), []],
    ['an unknown command', fenced('sh', 'node ../dist/cli.js dploy'), ['a.md:4 there is no command dploy']],
    ['an unknown option', fenced('sh', 'airec-https deploy --all'), ['a.md:4 deploy has no option --all']],
    ['one in prose', 'With `monitor --stat FILE` …', ['a.md:1 monitor has no option --stat']],
    ['one of the bot', 'Run `node dist/bot.js --often`.', ['a.md:1 bot has no option --often']],
  ])('are found: %s', (_name, markdown, problems) => {
    expect(checkCommands('a.md', markdown)).toEqual(problems);
  });
});

describe('the blocks of YAML and JSON in a document', () => {
  it.each([
    ['a part of a configuration', fenced('yaml', 'monitor:', '  group: 7'), []],
    ['a part of an endpoint', fenced('yaml', 'ingress:', '  - { type: ALB, instance: alb-1 }'), []],
    ['inputs', fenced('yaml', 'with:', '  command: deploy'), []],
    ['JSON', fenced('json', '{ "a": [] }'), []],
  ])('may be %s', async (_name, markdown, problems) => {
    expect(await checkBlocks('a.md', markdown)).toEqual(problems);
  });

  it.each([
    ['a value that is refused', fenced('yaml', 'monitor:', '  group: many'), /^a\.md:4 monitor\.group /],
    ['an unknown input', fenced('yaml', 'with:', '  comand: deploy'), /^a\.md:4 there is no input comand$/],
    ['anything else', fenced('yaml', 'services: []'), /^a\.md:4 is neither/],
    ['YAML that is none', fenced('yaml', 'a: [', 'b'), /^a\.md:4 /],
    ['JSON that is none', fenced('json', '{ a }'), /^a\.md:4 /],
    [
      'an action that is not pinned',
      fenced('yaml', 'steps:', '  - uses: actions/checkout@v6'),
      /:5 .*not pinned/,
    ],
    [
      'a workflow with a mistake',
      fenced('yaml', 'on: push', 'jobs:', '  a:', '    runs-on: ubuntu-24.04', '    stepps: []'),
      /^a\.md:[67]:.*\(actionlint\)$/,
    ],
  ])('are refused: %s', async (_name, markdown, problem) => {
    const problems = await checkBlocks('a.md', markdown);
    expect(problems[0]).toMatch(problem);
  });
});
