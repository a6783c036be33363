import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/reports/markdown.ts';
import { reportedEndpoint, reportedFinding, reportOf } from '../support/reports.ts';

const HOSTILE = '|`*x*`\n</details><img src=x onerror=y>@octocat https://evil.example';

/** The cells of each row of every table, as GitHub splits them: at pipes without a backslash before them. */
function tableRows(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.replaceAll(/\\./g, '').split('|').slice(1, -1));
}

describe('the job summary', () => {
  it('says how it went in its first lines', () => {
    const [title, , verdict] = renderMarkdown(reportOf()).split('\n');
    expect(title).toBe('## airec-https: deployment');
    expect(verdict).toMatch(/^✅ 1 endpoint healthy/);
  });

  it('has a row for each endpoint', () => {
    const [heading, , row] = tableRows(renderMarkdown(reportOf()));
    expect(heading).toHaveLength(7);
    expect(row?.map((cell) => cell.trim())).toEqual([
      '`rec.example.com:443`',
      '✅ healthy',
      '`cert-8a9b2c`',
      '`abababababab`',
      '2026-12-01',
      '1 of 1',
      'no',
    ]);
  });

  it('gives the first end of validity of all addresses', () => {
    const [address] = reportedEndpoint().addresses;
    if (!address) throw new Error('it has an address');
    const addresses = [address, { ...address, notAfter: '2026-07-01T00:00:00.000Z' }];
    const [, , row] = tableRows(renderMarkdown(reportOf({ endpoints: [reportedEndpoint({ addresses })] })));
    expect(row?.[4]?.trim()).toBe('2026-07-01');
  });

  it('shows a dash for what is not known', () => {
    const { certificateId: _id, intendedLeaf: _leaf, ...rest } = reportedEndpoint({ addresses: [] });
    const [, , row] = tableRows(renderMarkdown(reportOf({ endpoints: [rest] })));
    expect(row?.slice(2, 6).map((cell) => cell.trim())).toEqual(['–', '–', '–', '–']);
  });

  it('has a fold for each problem, and none for what is only to know', () => {
    const endpoints = [
      reportedEndpoint({
        findings: [
          reportedFinding(),
          reportedFinding({ id: 'http-failure', severity: 'warning', problem: 'HEAD / answers 500' }),
        ],
      }),
      reportedEndpoint({ domain: 'b.example.com', findings: [reportedFinding({ severity: 'info' })] }),
    ];
    const folds = renderMarkdown(reportOf({ endpoints })).match(/<summary>.*?<\/summary>/g);
    expect(folds).toEqual([
      `<summary>❌ rec.example.com:443: ${reportedFinding().problem}</summary>`,
      '<summary>⚠️ rec.example.com:443: HEAD / answers 500</summary>',
      '<summary>0 steps in 4.2 s</summary>',
    ]);
  });

  it('shows an error with its code and request id', () => {
    const error = { code: 'CLOUD_REFUSED', category: 'remote', problem: 'no', help: 'h', requestId: 'R-1' };
    const text = renderMarkdown(reportOf({ endpoints: [reportedEndpoint({ error })] }));
    expect(text).toContain('`CLOUD_REFUSED`');
    expect(text).toContain('`R-1`');
  });

  it('of a dry run is the plan', () => {
    const plan = [{ step: 'deploy', subject: 'SLB lb-1', decision: 'do', reason: 'new' }] as const;
    const text = renderMarkdown(
      reportOf({ dryRun: true, endpoints: [reportedEndpoint({ plan: [...plan] })] }),
    );
    expect(text).toMatch(/^## airec-https: plan\n/);
    expect(tableRows(text)[2]?.map((cell) => cell.trim())).toEqual([
      '`rec.example.com:443`',
      'deploy',
      'SLB lb1',
      '**do**',
      'new',
    ]);
  });

  it('keeps its form whatever the text in it says', () => {
    const plain = reportOf({
      endpoints: [reportedEndpoint({ findings: [reportedFinding({ clientWords: ['chrome: x'] })] })],
      steps: [
        {
          name: 'verify',
          title: 'Verify',
          asked: [],
          observed: [],
          outcome: 'done',
          durationMs: 5,
          endpoint: 'e',
        },
      ],
    });
    const hostile = structuredClone(plain);
    const finding = { problem: HOSTILE, help: HOSTILE, address: HOSTILE, clientWords: [HOSTILE] };
    hostile.endpoints[0] = reportedEndpoint({ certificateId: HOSTILE, findings: [reportedFinding(finding)] });
    hostile.steps[0] = {
      ...plain.steps[0],
      title: HOSTILE,
      endpoint: HOSTILE,
    } as (typeof plain.steps)[number];
    const text = renderMarkdown(hostile);
    expect(text.split('\n')).toHaveLength(renderMarkdown(plain).split('\n').length);
    expect(tableRows(text).map(({ length }) => length)).toEqual(
      tableRows(renderMarkdown(plain)).map(({ length }) => length),
    );
    const tags = text.match(/<\/?\w+[^>]*>/g) ?? [];
    expect(tags.filter((tag) => !/^<\/?code>$/.test(tag))).toEqual([
      '<details open>',
      '<summary>',
      '</summary>',
      '</details>',
      '<details>',
      '<summary>',
      '</summary>',
      '</details>',
    ]);
    expect(text).not.toMatch(/@octocat|https:\/\//);
  });

  it('stays below what GitHub takes, and says what it leaves out', () => {
    const findings = Array.from({ length: 200 }, (_, index) =>
      reportedFinding({ problem: `x${index} `.repeat(1000) }),
    );
    const endpoints = Array.from({ length: 5 }, () => reportedEndpoint({ findings }));
    const text = renderMarkdown(reportOf({ endpoints }));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/\n\d+ more sections in the report\.\n$/);
  });
});
