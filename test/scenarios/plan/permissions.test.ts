import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/module-facts.ts';
import { decisions, findingsOf, planIn } from '../../support/scenario/planning.ts';
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
const [, deploy = [], , , look = []] = policies.map(({ Statement }) =>
  Statement.flatMap(({ Action }) => Action),
);
const reads = deploy.filter((action) => /:(List|Get|Describe)/.test(action));

describe.concurrent('the permissions of a plan', { timeout: 60_000 }, () => {
  it.each(TARGET_CASES)(
    'for $name: those of the looking role to make it, those that it names to carry it out',
    (each) =>
      scenario(
        async (s) => {
          const { authority, account } = s.emulator;
          const { bundlePem: chainPem, keyPem } = authority.issue({ names: [DOMAIN] });
          s.emulator.place({ instanceId: each.front.id, chainPem, keyPem });
          s.secrets.push(keyPem);
          const { certificate } = await s.supply(authority.issue({ names: [DOMAIN] }));
          await s.configure({ endpoints: [{ certificate, ingress: [each.target] }] });
          const plan = await planIn(s);
          expect(s.emulator.calls.filter(({ outcome }) => outcome === 'Forbidden.RAM')).toEqual([]);
          expect([plan.exitCode, plan.report.verdict, plan.writes]).toEqual([0, 'planned', []]);
          expect(decisions(plan.report)).toContain('deploy do');
          expect(plan.report.writes).toContain(each.permission);
          const [target] = plan.report.endpoints[0]?.targets ?? [];
          expect(target?.whyNotRestorable === undefined).toBe(each.isRestorable);
          expect(plan.calls).not.toContain('DescribeDomain');

          const [identity] = account?.identities ?? [];
          if (!account || !identity) throw new Error('the published account has somebody');
          account.identities[0] = { ...identity, allowed: new Set([...reads, ...plan.report.writes]) };
          expect((await s.terminal('deploy', '--report', 'report.json')).exitCode).toBe(0);
          expect(s.emulator.calls.filter(({ outcome }) => outcome === 'Forbidden.RAM')).toEqual([]);
        },
        { api: '2020-04-07', instances: [each.front], account: { allowed: look } },
      )(),
  );

  it(
    'never ask an API that would tell a key, also where a job of CAS deploys there',
    scenario(
      async (s) => {
        const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        const ingress = [{ type: 'API_GATEWAY', instance: 'group-1', via: 'cas-job' }];
        await s.configure({
          cas: { endpoint: s.emulator.endpoint, contacts: [4711] },
          endpoints: [{ certificate, ingress }],
        });
        const { exitCode, report, calls } = await planIn(s);
        expect([exitCode, report.verdict]).toEqual([0, 'planned']);
        expect(report.writes).toContain('yundun-cert:CreateDeploymentJob');
        expect(calls).not.toContain('DescribeDomain');
        expect(s.emulator.calls.filter(({ outcome }) => outcome === 'Forbidden.RAM')).toEqual([]);
      },
      {
        api: '2020-04-07',
        instances: [{ type: 'API_GATEWAY', id: 'group-1', edges: 1 }],
        account: { allowed: look },
      },
    ),
  );

  it(
    'for a certificate to be requested: a package that is used up forbids it before anything is ordered',
    scenario(
      async (s) => {
        const ingress = [{ type: 'CLB', instance: 'lb-1' }];
        await s.configure({ endpoints: [{ certificate: { request: { type: 'DV' } }, ingress }] });
        const { exitCode, report, writes } = await planIn(s);
        expect([exitCode, report.verdict, writes]).toEqual([1, 'blocked', []]);
        expect(findingsOf(report)).toEqual(['error quota-exhausted']);
      },
      {
        api: '2020-04-07',
        instances: [{ type: 'CLB', id: 'lb-1', edges: 1 }],
        account: { quota: 0, allowed: look },
      },
    ),
  );

  it(
    'for a listener with as many additional certificates as it takes: a warning',
    scenario(
      async (s) => {
        const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
        const ingress = [{ type: 'NLB', instance: 'nlb-1', sni: true }];
        await s.configure({ endpoints: [{ certificate, ingress }] });
        const [front] = s.emulator.account?.fronts ?? [];
        const taken = s.emulator.authority.issue({ names: ['other.example.com'] });
        s.emulator.place({ instanceId: 'nlb-1', chainPem: taken.bundlePem, keyPem: taken.keyPem });
        const bound = front?.bindings.fallback;
        if (!front || !bound) throw new Error('the listener has a certificate by default');
        const additional = Array.from({ length: 15 }, (_, index) => ({
          ...bound,
          ref: `${index}-cn-hangzhou`,
        }));
        front.bindings = { ...front.bindings, additional };
        const { exitCode, report } = await planIn(s);
        expect([exitCode, findingsOf(report)]).toEqual([0, ['warning quota-exhausted']]);
        expect(report.endpoints[0]?.targets[0]?.room).toMatchObject({ used: 15, most: 15 });
      },
      { api: '2020-04-07', instances: [{ type: 'NLB', id: 'nlb-1', edges: 1 }] },
    ),
  );
});
