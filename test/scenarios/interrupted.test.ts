import { describe, expect, it } from 'vitest';
import type { CasAction } from '../../src/emulator/cas-call.ts';
import { casClient } from '../support/emulated-cas.ts';
import { writesOf } from '../support/scenario/call-log.ts';
import { type Scenario, scenario } from '../support/scenario/scenario.ts';
import { trusted } from '../support/scenario/served.ts';
import { until } from '../support/scenario/until.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';

const DEPLOY = 'Deploy #1 SLB lb-ai-rec-01';

/** Runs the Action until `isTime`, then kills it as a cancelled job or a lost runner does. */
async function killWhen(s: Scenario, isTime: (s: Scenario) => boolean): Promise<void> {
  const program = s.startAction();
  await until(() => isTime(s));
  program.kill('SIGKILL');
  expect(await program.ended).toMatchObject({ exitCode: undefined });
}

const called =
  (action: CasAction) =>
  ({ emulator }: Scenario): boolean =>
    emulator.calls.some((call) => call.action === action && call.outcome === 'OK');

/** The next run ends well with the certificate that is there. */
async function expectResumed(s: Scenario): Promise<void> {
  const run = await s.act();
  expect(run).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: 'healthy' } });
  const [certificate, ...others] = s.emulator.certificates;
  expect(others).toEqual([]);
  expect(await s.served()).toEqual(trusted(certificate?.leafFingerprint ?? '', 2));
  expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
}

describe.concurrent('a run that is killed', () => {
  it(
    'after an upload is resumed',
    scenario(async (s) => {
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate }] });
      // Holds it right behind the upload.
      const withdraw = s.emulator.inject({ kind: 'throttle', action: 'DescribeCertificateStatus' });
      await killWhen(s, called('CreateCertificate'));
      withdraw();
      expect(writesOf(s.newCalls())).toEqual(['Create upload']);
      await expectResumed(s);
      expect(writesOf(s.newCalls())).toEqual([DEPLOY]);
    }),
  );

  it(
    'while its request is being issued is resumed',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'slow-status', polls: 4, action: 'CreateCertificate', times: 1 });
      await killWhen(s, called('DescribeCertificateStatus'));
      expect(writesOf(s.newCalls())).toEqual(['Create DV']);
      await expectResumed(s);
      expect(writesOf(s.newCalls())).toEqual([DEPLOY]);
    }),
  );

  it(
    'between the deployment and the mapping is resumed',
    scenario(async (s) => {
      s.emulator.inject({ kind: 'slow-status', polls: 6, action: 'DeployCertificate', times: 1 });
      await killWhen(s, called('DeployCertificate'));
      expect(writesOf(s.newCalls())).toEqual(['Create DV', DEPLOY]);
      expect(await s.mappingRows()).toBeUndefined();
      // The deployment ends without anybody watching.
      const id = s.emulator.certificates[0]?.id ?? '';
      while (s.emulator.certificates[0]?.status !== 'Deployed') {
        await casClient(s.emulator)('DescribeCertificateStatus', { CertId: id });
      }
      s.newCalls();
      await expectResumed(s);
      expect(writesOf(s.newCalls())).toEqual([]);
    }),
  );

  it(
    'while it binds is resumed, and binds',
    scenario(async (s) => {
      await s.write('tools/slow', '#!/bin/sh\nsleep 3\n');
      await s.configure({ airec: { bind: './tools/slow' } });
      const program = s.startAction();
      await until(() => program.stdout().includes('Bind ·'));
      program.kill('SIGKILL');
      await program.ended;
      s.newCalls();
      await s.configure();
      expect(s.emulator.bindings).toEqual([]);
      await expectResumed(s);
      expect(writesOf(s.newCalls())).toEqual([]);
      expect(s.emulator.bindings).toMatchObject([{ domain: DOMAIN }]);
    }),
  );
});
