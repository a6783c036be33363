import { describe, expect, it } from 'vitest';
import { parseMonitorReport } from '../../../src/reports/monitor/monitor-report-schema.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/reports/page/document.ts';
import type { PageFacts } from '../../../src/reports/page/page-facts.ts';
import { pageFileOf } from '../../../src/reports/page/page-model.ts';
import { renderSite } from '../../../src/reports/page/site.ts';
import { filesOf, manyEndpoints, samplePage } from '../../support/status-page.ts';

const sample = samplePage();
const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&\u202E\u0007{{`;
const TAG = /^<(?:!doctype html|\/[a-zA-Z0-9]+|([a-z0-9A-Z]+)((?: [a-zA-Z:-]+="[^"<>]*")*)\/?)>/;
const ELEMENTS = new Set(
  `html head meta title link body a header div main section h1 h2 h3 p span ul ol li b strong small time nav dl dt dd
   table caption thead tbody tr th td figure figcaption svg rect path footer circle g text clipPath wbr`.split(
    /\s+/,
  ),
);
const ATTRIBUTES =
  /^(class|href|id|lang|charset|http-equiv|content|name|rel|type|scope|role|tabindex|datetime|viewBox|preserveAspectRatio|width|height|x|y|d|rx|cx|cy|r|fill|xmlns|clip-path|font-family|font-size|textLength|data-column|aria-[a-z]+)$/;

/** What in a text is neither literal text nor an element of ours. */
function strangeness(text: string): readonly string[] {
  return [...text.matchAll(/</g)].flatMap(({ index }) => {
    const [, element, attributes = ''] = TAG.exec(text.slice(index, index + 9000)) ?? ['', 'none'];
    const names = [...attributes.matchAll(/ ([a-zA-Z:-]+)="[^"]*"/g)].map(([, name = '']) => name);
    const isOurs =
      (element === undefined || ELEMENTS.has(element)) && names.every((name) => ATTRIBUTES.test(name));
    return isOurs ? [] : [text.slice(index, index + 80)];
  });
}

/** Every text that a peer, a file or a person may have had a hand in, with something hostile in it. */
function poison<Value>(value: Value, key = ''): Value {
  if (typeof value === 'string') {
    const isOurs =
      /^(verdict|client|severity|phase|kind|hop|cause|stage|state|resolution|recent|days|latency|lastDay|since|pem|name)$/;
    const isForm = /^\d{4}-\d\d-\d\d|^[0-9a-f]{64}$/.test(value);
    return (isOurs.test(key) || isForm ? value : value + HOSTILE) as Value;
  }
  if (Array.isArray(value)) return value.map((each) => poison(each, key)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poison(each, name)])) as Value;
}

const hostile: PageFacts = {
  title: HOSTILE,
  report: poison({
    ...sample.report,
    problems: [{ code: 'X', problem: 'y', help: 'z' }],
    pullRequests: [{ path: 'p', operation: 'created', why: 'w', number: 12, url: `javascript:alert(1)//` }],
  }),
  state: poison(sample.state),
  repository: `https://github.com/example/"onclick="x`,
};

describe('the status page', () => {
  it.each([
    ['as it is', sample],
    ['of hostile facts', hostile],
  ])('is made of elements and attributes of ours alone, %s', (_name, facts) => {
    const files = filesOf(facts);
    expect(files.size).toBe(10);
    for (const [path, text] of files) {
      if (path.endsWith('.css')) continue;
      expect(strangeness(text)).toEqual([]);
      // oxlint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E\u2066-\u2069]/);
      expect(text).not.toMatch(/href="(?!https:|\.\.\/|[a-z#])/);
      expect(text).not.toContain('href="javascript');
    }
  });

  it('has a policy without script, style or another host in every page, and lets itself be found by its language', () => {
    for (const [path, text] of filesOf(sample)) {
      if (!path.endsWith('.html')) continue;
      expect(text).toContain('<html lang="en">');
      expect(text).toContain(`content="${CONTENT_SECURITY_POLICY.replaceAll("'", '&#39;')}"`);
      expect(text.match(/<h1>/g)).toHaveLength(1);
    }
  });

  it('links to nothing of its own that is not there', () => {
    const files = filesOf(sample);
    for (const [path, text] of files) {
      const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
      for (const link of links.filter((each) => !/^(https:|#)/.test(each)))
        expect(files.has(new URL(link, `https://page/${path}`).pathname.slice(1))).toBe(true);
    }
  });

  it('links to a pull request by the address of the report, else by the repository, else not', () => {
    const link = /<a class="pr" href="([^"]+)"/;
    const of = (changes: Partial<PageFacts>) =>
      link.exec(filesOf({ ...sample, ...changes }).get('index.html') ?? '')?.[1];
    const url = 'https://ghe.example.com/o/n/pull/12';
    const pullRequests = [{ path: 'p', operation: 'created', why: '', number: 12, url }];
    expect(of({})).toBe('https://github.com/example/endpoints/pull/12');
    expect(of({ report: { ...sample.report, pullRequests } })).toBe(url);
    expect(of({ repository: undefined })).toBeUndefined();
  });

  it('tells the incidents of the report where there is no state, and no history then', () => {
    const index = filesOf({ ...sample, state: undefined }).get('index.html') ?? '';
    expect(index).toContain('certificate chain incomplete');
    expect(index).not.toContain('Last 30 days');
  });

  it('is the same for the same facts', () => {
    expect(filesOf(samplePage())).toEqual(filesOf(sample));
  });

  it('has 1,000 endpoints in an index below a megabyte, a third of them in trouble', () => {
    const index = filesOf(manyEndpoints(1000)).get('index.html') ?? '';
    expect(index.match(/<tr>/g)).toHaveLength(1001);
    expect(Buffer.byteLength(index)).toBeLessThan(1_000_000);
  });

  it('has no column that says nothing, and names break behind dots', () => {
    const page = filesOf(sample).get('endpoints/rec.example.com_443.html') ?? '';
    const columns = [...page.matchAll(/<th scope="col">([^<]*)<\/th>/g)].map(([, column]) => column);
    expect(columns).toContain('Holds');
    expect(columns).not.toContain('Differs');
    expect(page).toContain('<h1>rec.<wbr>example.<wbr>com:443</h1>');
  });

  it('tells the pointer which days a piece of a strip is', () => {
    const page = filesOf(sample).get('endpoints/rec.example.com_443.html') ?? '';
    const told = [...page.matchAll(/<title>(\d{4}[^<]*)<\/title>/g)].map(([, words]) => words);
    expect(told).toEqual([
      '2026-06-02 to 2026-07-12: healthy',
      '2026-07-13 to 2026-07-15: repairable',
      '2026-07-16 to 2026-08-27: healthy',
      '2026-08-28 to 2026-08-30: repairable',
    ]);
  });

  it('of no endpoint says so', () => {
    const site = renderSite({ ...sample, report: { ...sample.report, endpoints: [] }, state: undefined });
    expect(site.headline).toBe('No endpoint was looked at');
  });
});

describe('pageFileOf', () => {
  it.each([
    ['rec.example.com:443', 'rec.example.com_443.html'],
    ['xn--fiq228c.example:8443', 'xn--fiq228c.example_8443.html'],
  ])('names the page of %s', (name, file) => {
    expect(pageFileOf(name)).toBe(file);
  });

  it.each(['../index:443', 'a/b:443', '.x:1', 'A.example:443', 'a.example', `${'a'.repeat(300)}:443`, ''])(
    'names the page of %j by a digest',
    (name) => {
      expect(pageFileOf(name)).toMatch(/^[0-9a-f]{64}\.html$/);
    },
  );
});

describe('parseMonitorReport', () => {
  it('reads what a report is, and shows what would control or reorder text', () => {
    const [first] = sample.report.endpoints;
    const vantage = 'a\u202Eb';
    const read = parseMonitorReport(JSON.stringify({ ...sample.report, vantage, endpoints: [first] }));
    expect(read).toMatchObject({ vantage: String.raw`a\u{202e}b`, endpoints: [{ name: first?.name }] });
    expect(parseMonitorReport(JSON.stringify(sample.report))).toEqual(sample.report);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['a report of deploy', '{"version":1,"command":"deploy"}'],
    ['another version', JSON.stringify({ ...sample.report, version: 2 })],
    [
      'an endpoint twice',
      JSON.stringify({ ...sample.report, endpoints: [0, 0].map((at) => sample.report.endpoints[at]) }),
    ],
    ['an endless text', JSON.stringify({ ...sample.report, vantage: 'x'.repeat(5000) })],
    ['a time that is none', JSON.stringify({ ...sample.report, startedAt: 'now' })],
  ])('refuses %s in one line', (_name, text) => {
    expect(parseMonitorReport(text)).toMatch(/^[^\n]+$/);
  });
});
