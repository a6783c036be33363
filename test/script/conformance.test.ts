import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { toPem } from '../../src/certificates/pem.ts';
import { mint, name } from '../support/minter.ts';
import { ROOT } from '../support/module-facts.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'airec-https-conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const root = mint({ kind: 'ca', subject: name('Root') });
const leaf = mint({ issuer: root });
const GOOD = {
  id: 'made::good',
  validation_kind: 'SERVER',
  trusted_certs: [toPem([root.certificate])],
  untrusted_intermediates: ['-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n'],
  peer_certificate: toPem([leaf.certificate]),
  validation_time: '2026-06-01T12:00:00+00:00',
  extended_key_usage: [],
  expected_result: 'SUCCESS',
  expected_peer_name: { kind: 'DNS', value: 'rec.example.com' },
  max_chain_depth: null,
  crls: [],
};
const other = { kind: 'DNS', value: 'other.example.com' };

function run(cases: readonly object[], compress = false) {
  const file = path.join(folder, 'cases.json');
  const json = JSON.stringify({ version: 1, testcases: cases });
  writeFileSync(file, compress ? gzipSync(json) : json);
  const script = path.join(ROOT, 'script/conformance.ts');
  const { status, stdout } = spawnSync(process.execPath, [script, file, '--json'], { encoding: 'utf8' });
  return { status, summary: JSON.parse(stdout) };
}

describe('npm run conformance', () => {
  it.each([false, true])('counts agreement by namespace, compressed: %s', (compress) => {
    const wrongName = { ...GOOD, id: 'odd::name', expected_result: 'FAILURE', expected_peer_name: other };
    const client = { ...GOOD, id: 'odd::client', validation_kind: 'CLIENT' };
    const { status, summary } = run([GOOD, wrongName, client], compress);
    expect(status).toBe(0);
    expect(summary).toMatchObject({
      cases: 2,
      agreed: 2,
      leftOut: 1,
      namespaces: { made: { cases: 1, agreed: 1 }, odd: { cases: 1, agreed: 1 } },
      falseAccepts: [],
      falseRejects: [],
    });
  });

  it('fails for what is accepted and should not be, and not for what is refused', () => {
    const accepted = run([{ ...GOOD, expected_result: 'FAILURE' }]);
    expect(accepted.status).toBe(1);
    expect(accepted.summary.falseAccepts).toMatchObject([{ id: 'made::good' }]);
    const refused = run([{ ...GOOD, expected_peer_name: other }]);
    expect(refused.status).toBe(0);
    expect(refused.summary.falseRejects).toMatchObject([{ id: 'made::good', reason: 'name-mismatch' }]);
  });
});
