import { describe, expect, it } from 'vitest';
import { accepting, decisions, findingsOf, planIn } from '../../support/scenario/planning.ts';
import { type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';

const ALL = 'chrome firefox java android openssl';
const CLB = { type: 'CLB', instance: 'lb-1' };
const published = { api: '2020-04-07', instances: [{ type: 'CLB', id: 'lb-1', edges: 2 }] } as const;

/** A bundle for `names` in the configuration, for the listener `lb-1`. */
async function renew(s: Scenario, names: readonly [string, ...string[]] = [DOMAIN], target: object = CLB) {
  const supplied = await s.supply(s.emulator.authority.issue({ names }));
  const ingress = [{ ...CLB, ...target }];
  await s.configure({ endpoints: [{ certificate: supplied.certificate, ingress }] });
  return supplied;
}

/** What the listener has served until now. */
function serve(
  s: Scenario,
  names: readonly [string, ...string[]],
  content: 'leafPem' | 'bundlePem' = 'bundlePem',
) {
  const { [content]: chainPem, keyPem } = s.emulator.authority.issue({ names });
  s.emulator.place({ instanceId: 'lb-1', chainPem, keyPem });
}

describe.concurrent('a plan', () => {
  it(
    'says what a renewal replaces, who accepts it then and did not before, and writes nothing',
    scenario(async (s) => {
      serve(s, [DOMAIN], 'leafPem');
      await renew(s);
      const { exitCode, report, writes } = await planIn(s);
      expect([exitCode, report.verdict, report.access.cloud]).toEqual([0, 'planned', 'read']);
      expect(decisions(report)).toEqual(['provision do', 'deploy do', 'map do', 'remediate skip']);
      expect(accepting(report, 'before')).toBe('chrome');
      expect(report.endpoints[0]?.clients.before?.['chrome']).toMatchObject({ accepts: true, byLuck: true });
      expect([accepting(report, 'after'), accepting(report, 'rehearsed')]).toEqual([ALL, ALL]);
      const [target] = report.endpoints[0]?.targets ?? [];
      expect(target).toMatchObject({ name: 'CLB lb-1:443', neighbours: [], isVacant: false });
      expect(target).not.toHaveProperty('whyNotRestorable');
      expect(report.endpoints[0]?.chains.after).toHaveLength(2);
      expect(writes).toEqual([]);
    }, published),
  );

  it(
    'of what is deployed already is that there is nothing to do',
    scenario(async (s) => {
      await renew(s);
      expect((await s.terminal('deploy')).exitCode).toBe(0);
      const { exitCode, report, writes } = await planIn(s);
      expect([exitCode, report.verdict, writes, report.writes]).toEqual([0, 'unchanged', [], []]);
      expect(report.endpoints[0]).toMatchObject({ rehearsal: null, findings: [], targets: [] });
    }, published),
  );

  it(
    'of a domain that was never deployed has nothing to put back, and names what the role needs',
    scenario(async (s) => {
      await renew(s);
      const { report } = await planIn(s);
      expect(report.endpoints[0]?.targets[0]).toMatchObject({ isVacant: true });
      expect(report.writes).toEqual([
        'slb:SetDomainExtensionAttribute',
        'slb:SetLoadBalancerHTTPSListenerAttribute',
        'slb:UploadServerCertificate',
        'yundun-cert:UploadUserCertificate',
      ]);
    }, published),
  );

  it(
    'warns of names that a shared listener loses, and leaves those with a certificate of their own in peace',
    scenario(async (s) => {
      const own = await s.supply(s.emulator.authority.issue({ names: ['own.example.com'] }), {
        file: 'certs/own.pem',
        variable: 'OWN_KEY',
      });
      const ingress = [{ ...CLB, sni: true }];
      await s.configure({
        endpoints: [{ domain: 'own.example.com', certificate: own.certificate, ingress }],
      });
      await s.terminal('deploy');
      serve(s, [DOMAIN, 'api.example.com', 'own.example.com']);
      await renew(s);
      const { exitCode, report } = await planIn(s);
      expect([exitCode, findingsOf(report)]).toEqual([0, ['warning names-lost']]);
      const { names, targets } = report.endpoints[0] ?? {};
      expect(names).toMatchObject({ lost: ['api.example.com'], untouched: ['own.example.com'] });
      expect(targets?.[0]?.neighbours).toEqual([
        { domain: 'api.example.com', hasOwn: false },
        { domain: 'own.example.com', hasOwn: true },
      ]);
      expect((await planIn(s, '--fail-on', 'warning')).exitCode).toBe(1);

      await renew(s, [DOMAIN], { sni: true });
      expect(findingsOf((await planIn(s)).report)).toEqual([]);
      await renew(s, [DOMAIN, '*.example.com']);
      expect(findingsOf((await planIn(s)).report)).toEqual([]);
    }, published),
  );

  it(
    'of a key that does not match fails its rehearsal, and deploying then uploads nothing',
    scenario(async (s) => {
      serve(s, [DOMAIN]);
      const { keyPem } = s.emulator.authority.issue({ names: [DOMAIN] });
      await renew(s);
      s.variables['REC_EXAMPLE_COM_KEY'] = keyPem;
      s.secrets.push(keyPem);
      const { exitCode, report, calls } = await planIn(s);
      expect([exitCode, report.verdict, findingsOf(report)]).toEqual([1, 'blocked', ['error key-mismatch']]);
      expect([accepting(report, 'rehearsed'), decisions(report)]).toEqual(['', []]);
      expect(calls).toEqual(['GetCallerIdentity']);
      expect((await s.terminal('deploy')).exitCode).toBe(1);
      expect(s.newCalls()).toEqual(['GetCallerIdentity']);
    }, published),
  );

  it(
    'tells files and addresses without credentials, and files alone offline',
    scenario(async (s) => {
      serve(s, [DOMAIN], 'leafPem');
      await renew(s);
      for (const name of Object.keys(s.variables)) delete s.variables[name];
      const outside = await planIn(s);
      expect([outside.exitCode, outside.report.verdict, outside.calls]).toEqual([0, 'open', []]);
      expect(decisions(outside.report)).toEqual(['provision open', 'deploy do', 'map do']);
      expect([accepting(outside.report, 'before'), accepting(outside.report, 'after')]).toEqual([
        'chrome',
        ALL,
      ]);
      expect(outside.report.endpoints[0]?.rehearsal).toBeNull();
      const offline = await planIn(s, '--offline');
      expect([offline.exitCode, offline.report.access.online]).toEqual([0, false]);
      expect(decisions(offline.report)).toEqual(['provision open', 'deploy open', 'map do']);
      expect([accepting(offline.report, 'before'), accepting(offline.report, 'after')]).toEqual([
        undefined,
        ALL,
      ]);
      expect(offline.report.endpoints[0]?.addresses).toEqual([]);
    }, published),
  );

  it(
    'in the dialect of the guide tells what CAS reports of each target',
    scenario(async (s) => {
      const supplied = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate: supplied.certificate }] });
      const first = await planIn(s);
      expect([first.report.verdict, first.writes]).toEqual(['planned', []]);
      expect(first.report.endpoints[0]?.targets[0]).toMatchObject({
        neighbours: null,
        whyNotRestorable: 'the guide has no call for it',
      });
      await s.terminal('deploy');
      expect((await planIn(s)).report.verdict).toBe('unchanged');
    }),
  );
});
