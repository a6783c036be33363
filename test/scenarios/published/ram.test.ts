import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/module-facts.ts';
import { TARGET_CASES } from '../../support/scenario/published-targets.ts';
import { scenario } from '../../support/scenario/scenario.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';

interface Policy {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[];
}

const text = readFileSync(path.join(ROOT, 'docs/ram.md'), 'utf8');
const policies = [...text.matchAll(/^```json\n(.*?)^```$/gms)].map(
  ([, json = '']) => JSON.parse(json) as Policy,
);
const [, deploy = [], issue = [], job = [], monitor = []] = policies.map(({ Statement }) =>
  Statement.flatMap(({ Action }) => Action),
);

describe('the policies of docs/ram.md', () => {
  it.each(TARGET_CASES)('are enough to deploy to $name, and to undo it', ({ front, target }) =>
    scenario(
      async (s) => {
        const old = s.emulator.authority.issue({ names: [DOMAIN] });
        s.emulator.place({ instanceId: front.id, chainPem: old.bundlePem, keyPem: old.keyPem });
        const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        await s.configure({ endpoints: [{ certificate, ingress: [target] }] });
        const run = await s.terminal('deploy', '--report', 'report.json');
        expect(run.exitCode).toBe(0);
        await s.terminal('rollback', '--report', 'report.json');
        expect(s.emulator.calls.filter(({ outcome }) => outcome === 'Forbidden.RAM')).toEqual([]);
      },
      { api: '2020-04-07', instances: [front], account: { allowed: deploy } },
    )(),
  );

  it(
    'are enough to have a certificate issued',
    scenario(
      async (s) => {
        const ingress = [{ type: 'CLB', instance: 'lb-1' }];
        await s.configure({ endpoints: [{ certificate: { request: { type: 'DV' } }, ingress }] });
        expect((await s.terminal('deploy')).exitCode).toBe(0);
      },
      {
        api: '2020-04-07',
        instances: [{ type: 'CLB', id: 'lb-1', edges: 1 }],
        account: { allowed: [...deploy, ...issue] },
      },
    ),
  );

  it(
    'are enough for a deployment job of CAS',
    scenario(
      async (s) => {
        const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        const ingress = [{ type: 'CLB', instance: 'lb-1', via: 'cas-job' }];
        const cas = { endpoint: s.emulator.endpoint, contacts: [4711] };
        await s.configure({ cas, endpoints: [{ certificate, ingress }] });
        expect((await s.terminal('deploy')).exitCode).toBe(0);
      },
      {
        api: '2020-04-07',
        instances: [{ type: 'CLB', id: 'lb-1', edges: 1 }],
        account: { allowed: [...deploy, ...job] },
      },
    ),
  );

  it('let the monitor change nothing and read no key', () => {
    expect(monitor.length).toBeGreaterThan(10);
    expect(monitor.filter((action) => !/:(List|Get|Describe)/.test(action))).toEqual([]);
    expect(monitor).not.toContain('yundun-cert:GetUserCertificateDetail');
    expect(monitor).not.toContain('apigateway:DescribeDomain');
    expect([...deploy, ...issue]).toEqual(expect.arrayContaining([...monitor]));
  });
});
