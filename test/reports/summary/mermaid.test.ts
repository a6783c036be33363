import { describe, expect, it } from 'vitest';
import { renderMermaid } from '../../../src/reports/summary/mermaid.ts';
import { chainOf, HOSTILE } from '../../support/summaries.ts';

/** A flowchart of ours, line by line. */
const LINES = [
  /^flowchart LR$/,
  /^ {2}subgraph c\d+\["[^"\n`[\]{}<>;#]+"\]$/,
  /^ {4}direction BT$/,
  /^ {4}c\d+n\d+\["[✓✗!·]\u{A0}[^"\n`[\]{}<>;#]+(?:<br\/>[^"\n`[\]{}<>;#]+){0,2}"\](?::::(?:missing|wrong|known))?$/u,
  /^ {4}c\d+n\d+\["(?:nothing|\d+ more certificates? in the report\.)"\]$/,
  /^ {4}c\d+n\d+ --> c\d+n\d+$/,
  /^ {2}end$/,
  /^ {2}c\d+ ~~~ c\d+$/,
  /^ {2}classDef (?:missing|wrong|known) [a-z0-9#:,\- ]+$/,
];

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  expect([lines[0], lines.at(-1)]).toEqual(['```mermaid', '```']);
  return lines.slice(1, -1);
}

describe('chains in Mermaid', () => {
  it('are drawn side by side, each from the leaf up, with what is missing', () => {
    expect(linesOf(renderMermaid([chainOf('CN=a'), chainOf('b', 1)]))).toEqual([
      'flowchart LR',
      '  subgraph c0["CN=a"]',
      '    direction BT',
      '    c0n0["✓\u{A0}CN=a<br/>CN=a<br/>CN=a"]',
      '    c0n1["✗\u{A0}CN=a<br/>CN=a"]:::missing',
      '    c0n0 --> c0n1',
      '  end',
      '  subgraph c1["b"]',
      '    direction BT',
      '    c1n0["✓\u{A0}b<br/>b<br/>b"]',
      '  end',
      '  c0 ~~~ c1',
      expect.stringMatching(/^ {2}classDef missing /),
    ]);
  });

  it.each(HOSTILE)('are nothing else whatever their names are: %j', (hostile) => {
    const lines = linesOf(renderMermaid([chainOf(hostile, 4), chainOf(hostile, 0)]));
    expect(lines.filter((line) => !LINES.some((form) => form.test(line)))).toEqual([]);
  });

  it('are bounded, in certificates, chains and names', () => {
    const chains = Array.from({ length: 50 }, () => chainOf('x'.repeat(100_000), 200));
    const text = renderMermaid(chains);
    expect(text.length).toBeLessThan(50_000);
    expect(text).toContain('180 more certificates in the report.');
  });
});
