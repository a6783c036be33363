import { describe, expect, it } from 'vitest';
import { deploySummary } from '../../../src/reports/deploy/deploy-summary.ts';
import type { Report } from '../../../src/reports/deploy/report.ts';
import type { Block, Cell, Section } from '../../../src/reports/summary/summary.ts';
import { isSigned, spansOf } from '../../../src/reports/summary/summary.ts';
import { reportedEndpoint, reportedFinding, reportOf } from '../../support/reports.ts';

const LEAF = 'ab'.repeat(32);
const CA = 'cd'.repeat(32);
const ROOT = 'ef'.repeat(32);
const OTHER = '12'.repeat(32);

type Endpoint = Report['endpoints'][number];
type Step = Report['steps'][number];

const certificate = (subject: string, issuer: string) => ({
  subject,
  issuer,
  notBefore: '2026-05-01T00:00:00.000Z',
  notAfter: '2026-12-01T00:00:00.000Z',
});
const certificates = {
  [LEAF]: certificate('CN=rec.example.com', 'CN=CA'),
  [CA]: certificate('CN=CA', 'CN=Root'),
  [ROOT]: certificate('CN=Root', 'CN=Root'),
};

/** As a deployment of today reports it: chains by fingerprint, clients, the mapping. */
function endpointServing(chain: string[], changes: Partial<Endpoint> = {}): Endpoint {
  const [address] = reportedEndpoint().addresses;
  if (!address) throw new Error('it has an address');
  const accepted = chain.length > 1;
  return reportedEndpoint({
    addresses: [{ ...address, chain, accepted }],
    needed: { certificates: [LEAF, CA], anchor: ROOT },
    clients: {
      chrome: { accepts: true, byLuck: !accepted, error: null },
      java: { accepts: accepted, byLuck: false, error: accepted ? null : 'PKIX path building failed' },
    },
    certificates,
    mapping: { before: 'cert-8a9b2c', after: 'cert-8a9b2c' },
    ...changes,
  });
}

const broken = (changes: Partial<Endpoint> = {}) =>
  endpointServing([LEAF], { status: 'broken', findings: [reportedFinding()], ...changes });

function stepOf(changes: Partial<Step> = {}): Step {
  const what = { name: 'verify', title: 'Verify', endpoint: 'rec.example.com:443' };
  return { ...what, asked: [], observed: [], outcome: 'done', durationMs: 840, ...changes };
}

const look = (elapsedMs: number, serving: number) => ({ elapsedMs, serving, addresses: 14 });

/** A cell as text, its sign in front. */
function textOf(cell: Cell): string {
  const text = spansOf(isSigned(cell) ? cell.text : cell)
    .map((span) =>
      typeof span === 'string'
        ? span
        : 'code' in span
          ? span.code
          : 'strong' in span
            ? span.strong
            : span.link,
    )
    .join('');
  return isSigned(cell) ? `${cell.sign}: ${text}` : text;
}

function tableOf(report: Report): Readonly<Record<string, string>> {
  const { heading = [], rows: [row = []] = [] } = deploySummary(report).table ?? {};
  return Object.fromEntries(heading.map((name, index) => [name, textOf(row[index] ?? '')]));
}

function foldOf(report: Report, title: string): Section {
  const found = deploySummary(report).sections.find((section) => textOf(section.title).includes(title));
  if (!found) throw new Error(`there is no section with "${title}"`);
  return found;
}

function blockOf<Kind extends Block['kind']>(
  { blocks }: Section,
  kind: Kind,
): Extract<Block, { kind: Kind }> {
  const found = blocks.find((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
  if (!found) throw new Error(`there is no ${kind}`);
  return found;
}

describe('the table of a deployment', () => {
  it('has what is known of an endpoint in short', () => {
    expect(tableOf(reportOf({ endpoints: [endpointServing([LEAF, CA])] }))).toEqual({
      Endpoint: 'rec.example.com:443',
      Status: 'good: healthy',
      Leaf: 'abababababab, 182 days left',
      Chain: 'good: 2 of 2',
      Addresses: 'good: 1 of 1',
      Clients: 'good: 2 of 2',
      CAS: 'cert-8a9b2c',
      Mapping: 'good: names it',
    });
  });

  it('shows what is missing, who refuses, and a mapping that names another', () => {
    const mapping = { before: 'cert-1', after: 'cert-1' };
    expect(tableOf(reportOf({ endpoints: [broken({ mapping, rolledBack: true })] }))).toMatchObject({
      Status: 'bad: broken, rolled back',
      Chain: 'bad: 1 of 2',
      Addresses: 'bad: 0 of 1',
      Clients: 'bad: Java',
      Mapping: 'bad: cert-1',
    });
  });

  it('shows the leaf that ends first, and that it is not the intended one', () => {
    const [first] = endpointServing([LEAF, CA]).addresses;
    if (!first) throw new Error('it has an address');
    const old = { ...first, leaf: OTHER, notAfter: '2026-06-02T00:00:00.000Z' };
    const endpoints = [endpointServing([LEAF, CA], { addresses: [first, old] })];
    expect(tableOf(reportOf({ endpoints }))['Leaf']).toBe('warning: 121212121212, 11 hours left');
  });

  it('of a report from before chains were in it has what that report knows', () => {
    expect(Object.keys(tableOf(reportOf()))).toEqual(['Endpoint', 'Status', 'Leaf', 'Addresses', 'CAS']);
  });

  it('of a dry run is the plan, and what forbids it', () => {
    const blocked = reportedEndpoint({ plan: [], findings: [reportedFinding()] });
    const { title, table } = deploySummary(
      reportOf({ dryRun: true, endpoints: [reportedEndpoint(), blocked] }),
    );
    expect(title).toBe('airec-https: dry run');
    expect(table?.rows.map((row) => row.map(textOf).slice(1))).toEqual([
      ['deploy', 'SLB lb-1', 'skipped: skip', 'every address serves it'],
      ['–', '–', 'bad: blocked', 'the chain is incomplete'],
    ]);
  });
});

describe('the fold of an endpoint that is not well', () => {
  const report = reportOf({ status: 'broken', endpoints: [broken()] });

  it('draws the chain that is served beside the one that is needed', () => {
    const { chains } = blockOf(foldOf(report, 'is broken'), 'chains');
    const drawn = chains.map(({ title, links }) => [
      title,
      ...links.map(({ mark, label }) => `${mark} ${label}`),
    ]);
    expect(drawn).toEqual([
      ['served at 203.0.113.7:443', 'used CN=rec.example.com', 'missing CN=CA', 'known CN=Root'],
      ['needed', 'used CN=rec.example.com', 'used CN=CA', 'known CN=Root'],
    ]);
  });

  it('has the words of each client, and how to see it oneself', () => {
    const fold = foldOf(report, 'is broken');
    const { table } = blockOf(fold, 'table');
    expect(table.rows.map((row) => row.map(textOf))).toEqual([
      ['Chrome', 'warning: by luck', ''],
      ['Java', 'bad: refuses', 'PKIX path building failed'],
    ]);
    expect(blockOf(fold, 'commands').lines).toEqual([
      'openssl s_client -connect 203.0.113.7:443 -servername rec.example.com -verify_hostname rec.example.com -verify_return_error -showcerts </dev/null',
      'airec-https check --config airec-https.yml',
    ]);
  });

  it('says what was done about it, and what stopped the work', () => {
    const error = { code: 'CLOUD_REFUSED', category: 'remote', problem: 'no', help: 'ask', requestId: 'R-1' };
    const steps = [
      stepOf(),
      stepOf({ name: 'remediate', title: 'Complete', outcome: 'done', observed: ['chain of 3'] }),
      stepOf({ name: 'redeploy', title: 'Redeploy', outcome: 'failed', endpoint: 'other:443' }),
    ];
    const fold = foldOf(reportOf({ endpoints: [broken({ error })], steps }), 'CLOUD_REFUSED');
    expect(blockOf(fold, 'list').items.map(textOf)).toEqual(['good: Complete: done, chain of 3']);
    const told = fold.blocks.map((block) => (block.kind === 'paragraph' ? textOf(block.text) : ''));
    expect(told.find((line) => line.includes('RequestId R-1'))).toContain('CLOUD_REFUSED');
    expect(told).toContain('What to do: ask');
  });

  it('is not there for one that is well, nor for what is only to know', () => {
    const endpoints = [endpointServing([LEAF, CA], { findings: [reportedFinding({ severity: 'info' })] })];
    expect(deploySummary(reportOf({ endpoints })).sections.map(({ title }) => title)).toEqual([
      '0 steps in 4.2 s',
    ]);
  });

  it('has the words of clients that an older report has with its findings', () => {
    const endpoints = [
      reportedEndpoint({ status: 'broken', findings: [reportedFinding({ clientWords: ['chrome: X'] })] }),
    ];
    const fold = foldOf(reportOf({ endpoints }), 'is broken');
    expect(blockOf(fold, 'list').items.map(textOf)).toEqual(['chrome: X']);
  });
});

describe('what a deployment changed', () => {
  it('is told with what was there before', () => {
    const [before] = endpointServing([LEAF]).addresses;
    if (!before) throw new Error('it has an address');
    const targets = [
      { name: 'CLB lb-1:443', type: 'SLB', instance: 'lb-1', before: { certificate: '77_x' } } as const,
    ];
    const changed = endpointServing([LEAF, CA], {
      changed: true,
      before: [{ ...before, leaf: OTHER }],
      mapping: { before: null, after: 'cert-8a9b2c' },
      rollback: { targets: [...targets] },
    });
    const { table } = blockOf(
      foldOf(reportOf({ changed: true, endpoints: [changed] }), 'What changed'),
      'table',
    );
    expect(table.rows.map((row) => row.slice(1).map(textOf))).toEqual([
      ['certificate in the mapping', '–', 'cert-8a9b2c'],
      ['leaf that is served', '121212121212', 'abababababab'],
      ['certificates sent', '1', '2'],
      ['CLB lb-1:443', 'certificate 77_x', 'cert-8a9b2c'],
    ]);
  });

  it('and how it spread over the addresses, where that took more than one look', () => {
    const steps = [stepOf({ looks: [look(20, 0), look(300, 0), look(700, 11), look(42_000, 14)] })];
    const fold = foldOf(reportOf({ steps }), 'Propagation');
    expect(textOf(fold.title)).toBe('Propagation: 14 of 14 addresses ▓▓▓▓▓▓▓▓▓▓ after 42.0 s');
    expect([fold.sign, blockOf(fold, 'table').table.rows]).toEqual([
      'good',
      [
        ['20 ms', '0 of 14', '░░░░░░░░░░'],
        ['700 ms', '11 of 14', '▓▓▓▓▓▓▓░░░'],
        ['42.0 s', '14 of 14', '▓▓▓▓▓▓▓▓▓▓'],
      ],
    ]);
    const once = [stepOf({ looks: [look(20, 14)] })];
    const titles = deploySummary(reportOf({ steps: once })).sections.map(({ title }) => textOf(title));
    expect(titles).toEqual(['1 step in 4.2 s']);
  });
});
