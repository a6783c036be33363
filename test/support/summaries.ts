import {
  code,
  link,
  list,
  paragraph,
  type PicturedChain,
  type Section,
  signed,
  strong,
  type Summary,
} from '../../src/reports/summary/summary.ts';

/** What an attacker would like a summary to be: markup of every kind, commands for terminals, text that reorders. */
export const HOSTILE: readonly string[] = [
  '|`*x*`\n</details><img src=x onerror=y>@octocat https://evil.example',
  '\u001B[31mred\u001B]0;title\u0007\r\u0000',
  '\u202Egnp.exe\u2066\u200B',
  '"]; click c0n0 "javascript:alert(1)"\n  end\n```\n# heading',
  '```sh\nrm -rf /\n```',
  '[x](javascript:alert(1)) ![y](https://evil.example/z.png) <!-- #1',
  '\\` \\| \\\\ `` ``` ````',
  '1. one\n- two\n> three\n| a | b |\n| --- | --- |',
  '%%{init: {"theme":"dark"}}%% end subgraph :::missing --> x@{ shape: circle }',
  ' \t ',
  '',
];

export function chainOf(text: string, length = 2): PicturedChain {
  const marks = ['used', 'missing', 'wrong', 'known'] as const;
  return {
    title: text,
    links: Array.from({ length }, (_, index) => ({
      mark: marks[index % marks.length] ?? 'used',
      label: text,
      fingerprint: index % 2 === 0 ? text : undefined,
      note: text,
    })),
  };
}

export function sectionOf(text: string): Section {
  return {
    title: [text, ' ', code(text), ' ', strong(text), ' ', link(text, text)],
    sign: 'bad',
    isOpen: true,
    blocks: [
      paragraph(signed('bad', [text, ' ', code(text)])),
      paragraph([strong('What to do:'), ` ${text}`]),
      list([text, signed('good', code(text)), link(text, 'https://github.example/o/r/pull/1')]),
      { kind: 'table', table: { heading: ['One', 'Two'], rows: [[text, signed('warning', code(text))]] } },
      { kind: 'commands', lines: [text] },
      { kind: 'chains', chains: [chainOf(text), chainOf(text)] },
    ],
  };
}

/** Every part that a summary has, with the same text in all of them. */
export function summaryOf(text: string, changes: Partial<Summary> = {}): Summary {
  return {
    title: text,
    sign: 'bad',
    verdict: text,
    notes: [['Seen from ', code(text), '.']],
    table: { heading: ['Endpoint', 'Status'], rows: [[code(text), signed('bad', text)]] },
    sections: [sectionOf(text)],
    closing: text,
    ...changes,
  };
}
