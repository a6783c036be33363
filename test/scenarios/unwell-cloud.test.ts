import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/emulator/faults.ts';
import { writesOf } from '../support/scenario/call-log.ts';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

/** Those that keep a call from being carried out. */
type CallFault = Extract<Fault, { readonly kind: 'throttle' | 'server-error' | 'html-body' }>;

/** A workspace whose bundle is complete; returns its leaf. */
async function supplyBundle(s: Scenario): Promise<string> {
  const { leaf, certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
  await s.configure({ endpoints: [{ certificate }] });
  return leaf;
}

const UNAVAILABLE = { kind: 'server-error', status: 503, code: 'ServiceUnavailable' } as const;

describe.concurrent('a cloud that is unwell', () => {
  it.each<[string, CallFault, string]>([
    ['throttles', { kind: 'throttle', times: 1, action: 'CreateCertificate' }, 'Throttling.User'],
    ['is unavailable', { ...UNAVAILABLE, times: 1, action: 'CreateCertificate' }, 'ServiceUnavailable'],
    ['answers 500', { kind: 'server-error', status: 500, times: 1, action: 'CreateCertificate' }, 'HTTP 500'],
    ['answers with a web page', { kind: 'html-body', times: 1, action: 'CreateCertificate' }, 'HTML'],
  ])('and %s for a while is asked again', (_title, fault, outcome) =>
    scenario(async (s) => {
      const leaf = await supplyBundle(s);
      s.emulator.inject(fault);
      s.emulator.inject({ ...fault, action: 'DeployCertificate' });
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
      expect(writesOf(s.newCalls())).toEqual([
        `Create upload → ${outcome}`,
        'Create upload',
        `Deploy #1 SLB lb-ai-rec-01 → ${outcome}`,
        'Deploy #1 SLB lb-ai-rec-01',
      ]);
      expect(s.emulator.certificates).toHaveLength(1);
      expect(await s.served()).toEqual(trusted(leaf, 2));
    })(),
  );

  it.each<[string, CallFault, string]>([
    ['throttles', { kind: 'throttle' }, 'CLOUD_THROTTLED'],
    ['is unavailable', UNAVAILABLE, 'CLOUD_UNAVAILABLE'],
    ['answers 500', { kind: 'server-error', status: 500 }, 'CLOUD_UNAVAILABLE'],
    ['answers with web pages', { kind: 'html-body' }, 'CLOUD_ANSWER_UNREADABLE'],
  ])('and %s for ever leaves the state undetermined', (_title, fault, code) =>
    scenario(async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }], deadlines: { call: '1s' } });
      s.emulator.inject(fault);
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 3, outputs: { changed: 'false', 'certificate-ids': '{}' } });
      expect(run.annotations[0]).toMatchObject({ level: 'error', title: code });
      expect(new Set(s.newCalls().map((call) => call.split(' → ')[0]))).toEqual(new Set(['List CERT']));
      expect(s.emulator.certificates).toEqual([]);
      expect(await s.mappingRows()).toBeUndefined();
    })(),
  );

  it(
    'is named with its RequestId',
    scenario(async (s) => {
      await supplyBundle(s);
      await s.configure({ deadlines: { call: '300ms' } });
      s.emulator.inject({ kind: 'throttle' });
      const run = await s.act();
      const id = run.report?.endpoints[0]?.error?.requestId ?? 'none';
      expect(id).toMatch(/^[0-9A-F-]{36}$/);
      expect(run.summary).toContain(id);
      const terminal = await s.terminal('deploy');
      expect(terminal.exitCode).toBe(3);
      expect(terminal.stdout).toMatch(/RequestId [0-9A-F-]{36}/);
    }),
  );
});
