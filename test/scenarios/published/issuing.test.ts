import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../../src/emulator/emulator.ts';
import { type Scenario, scenario } from '../../support/scenario/scenario.ts';
import { trusted } from '../../support/scenario/served.ts';
import { DOMAIN } from '../../support/scenario/workspace.ts';

const CLB = { type: 'CLB', id: 'lb-1', edges: 1 } as const;
const ORDERS = 'CreateCertificateForPackageRequest';

const requesting = (play: (s: Scenario) => Promise<void>, account: EmulatorOptions['account'] = {}) =>
  scenario(
    async (s) => {
      await s.configure({
        endpoints: [
          { certificate: { request: { type: 'DV' } }, ingress: [{ type: 'CLB', instance: CLB.id }] },
        ],
      });
      await play(s);
    },
    { api: '2020-04-07', instances: [CLB], account },
  );

const ordered = (s: Scenario): number => s.emulator.calls.filter(({ action }) => action === ORDERS).length;

describe.concurrent('a DV certificate', () => {
  it(
    'is ordered, validated, deployed, and its record is gone afterwards',
    requesting(async (s) => {
      const run = await s.act();
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'healthy', changed: 'true' } });
      const [certificate] = s.emulator.certificates;
      expect(await s.served({ instance: CLB.id })).toEqual(trusted(certificate?.leafFingerprint ?? '', 2, 1));
      expect(s.emulator.account?.records).toEqual([]);
      const actions = s.emulator.calls.map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining([ORDERS, 'AddDomainRecord', 'DeleteDomainRecord']));
      expect(await s.mappingRows()).toEqual([`${DOMAIN}:443 #1`]);
      expect((await s.act()).outputs).toMatchObject({ status: 'healthy', changed: 'false' });
      expect(ordered(s)).toBe(1);
    }),
  );

  it(
    'whose zone is elsewhere waits for its record, and is found again by the next run',
    requesting(
      async (s) => {
        const late = await s.act();
        expect(late.exitCode).toBe(1);
        expect(late.stdout).toContain(`DNS: create the TXT record _dnsauth.${DOMAIN} with the value `);
        const value = /with the value ([0-9a-f]{32})/.exec(late.stdout)?.[1] ?? '';
        s.emulator.account?.records.push({ id: '1', zone: DOMAIN, rr: '_dnsauth', type: 'TXT', value });
        expect(await s.act()).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
        expect(ordered(s)).toBe(1);
      },
      { zones: [] },
    ),
  );

  it(
    'that is not granted gives its place in the package back',
    requesting(async (s) => {
      s.emulator.inject({ kind: 'failed-deploy', action: 'DescribeCertificateState', times: 1 });
      const run = await s.act();
      expect(run.exitCode).not.toBe(0);
      expect(run.stdout).toContain('ISSUE_FAILED');
      expect(s.emulator.account?.orders).toEqual([]);
      expect(await s.act()).toMatchObject({ exitCode: 0 });
    }),
  );

  it(
    'is not ordered from a package that is used up',
    requesting(
      async (s) => {
        const run = await s.act();
        expect(run.exitCode).not.toBe(0);
        expect(run.stdout).toContain('0 of 0 certificates of the package are used');
        expect(ordered(s)).toBe(0);
      },
      { quota: 0 },
    ),
  );

  it(
    'whose order got no answer is not ordered twice',
    requesting(async (s) => {
      s.emulator.inject({ kind: 'lose-answer', action: ORDERS, times: 1 });
      expect(await s.act()).toMatchObject({ exitCode: 0, outputs: { status: 'healthy' } });
      expect(ordered(s)).toBe(1);
    }),
  );
});
