import { describe, expect, it } from 'vitest';
import { renderDeployComment } from '../../../src/reports/deploy/deploy-comment.ts';
import { reportedEndpoint, reportedFinding, reportOf } from '../../support/reports.ts';

const RUN = 'https://github.com/acme/shop/actions/runs/7';

describe('renderDeployComment', () => {
  it('says what every address was seen to serve', () => {
    expect(renderDeployComment(reportOf(), RUN).trimEnd().split('\n\n')).toEqual([
      '## Deployed',
      expect.stringMatching(/^✅ 1 endpoint healthy: /),
      'Seen in handshakes with every address after the deployment:',
      [
        '| Endpoint | Address | Leaf | Certificates | Clients without help | HTTP |',
        '| --- | --- | --- | --- | --- | --- |',
        '| `rec.example.com:443` | `203.0.113.7:443` | `abababababab` | 2 | ✅\u{A0}accept it | 200 |',
      ].join('\n'),
      `[The run](${RUN}) has every step.`,
    ]);
  });

  it('says once what is left to do, where, and in the words of which clients', () => {
    const missing = reportedFinding({ clientWords: ['java: PKIX path building failed'] });
    const addresses = ['203.0.113.7:443', '203.0.113.8:443'];
    const endpoint = reportedEndpoint({
      status: 'broken',
      findings: [
        ...addresses.map((address) => ({ ...missing, address })),
        reportedFinding({ severity: 'info', problem: 'not worth a line' }),
      ],
    });
    const comment = renderDeployComment(reportOf({ status: 'broken', endpoints: [endpoint] }), undefined);
    expect(comment.trimEnd().split('\n\n').slice(4, -3)).toEqual([
      '<details open><summary>❌ <code>rec.example.com:443</code> is broken: <code>missing-intermediate</code></summary>',
      '❌ the chain is incomplete at 203.0.113.7:443, 203.0.113.8:443 `missing-intermediate`',
      '- `java: PKIX path building failed`',
      '**What to do:** Serve the full bundle.',
    ]);
  });

  it('tells an address that did not answer from one that is not accepted', () => {
    const silent = { address: '203.0.113.9:443', accepted: null, servesIntended: null };
    const refused = { ...silent, address: '203.0.113.10:443', accepted: false };
    const endpoint = reportedEndpoint({ status: 'broken', addresses: [silent, refused] });
    const comment = renderDeployComment(reportOf({ endpoints: [endpoint] }), undefined);
    expect(comment).toContain('| no handshake | ❔\u{A0}could not be determined |');
    expect(comment).toContain('| no handshake | ❌\u{A0}do not all accept it |');
  });

  it('stays within what GitHub takes', () => {
    const problem = 'x'.repeat(500);
    const endpoints = Array.from({ length: 300 }, (_, index) => {
      const endpoint = reportedEndpoint({
        domain: `${'a'.repeat(60)}${index}.example.com`,
        status: 'broken',
      });
      return { ...endpoint, findings: [reportedFinding({ problem })] };
    });
    const comment = renderDeployComment(reportOf({ status: 'broken', endpoints }), RUN);
    expect(Buffer.byteLength(comment)).toBeLessThan(65_536);
    expect(comment).toMatch(/\n\d+ more rows in the report\.\n/);
    expect(comment).toMatch(/\n\d+ more sections in the report\.\n/);
  });
});
