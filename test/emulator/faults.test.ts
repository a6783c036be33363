import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { createFaults, hits } from '../../src/emulator/faults.ts';
import { casClient, type CallCas } from '../support/emulated-cas.ts';
import { certificatesSent } from '../support/openssl-command.ts';

const INSTANCE = 'lb-ai-rec-01';
const REQUEST = { DomainName: 'rec.example.com', CertType: 'DV' };

let emulator: Emulator;
let call: CallCas;
beforeEach(async () => {
  emulator = await startEmulator({ issuingPolls: 0, deployingPolls: 0 });
  call = casClient(emulator);
});
afterEach(() => emulator.close());

async function create(): Promise<string> {
  return String((await call('CreateCertificate', REQUEST)).body['CertId']);
}

async function deploy(CertId: string): Promise<unknown> {
  await call('DeployCertificate', { CertId, TargetType: 'SLB', InstanceId: INSTANCE });
  return (await call('DescribeCertificateStatus', { CertId })).body['Status'];
}

/** How many certificates each edge sends. */
async function chainLengths(): Promise<number[]> {
  const chains = emulator.edges(INSTANCE).map((edge) => certificatesSent(edge, 'rec.example.com'));
  return (await Promise.all(chains)).map((chain) => chain.length);
}

describe('faults', () => {
  it('hit as often as told, and the action they are told', () => {
    const faults = createFaults();
    faults.inject({ kind: 'throttle', action: 'CreateCertificate', times: 2 });
    const withdraw = faults.inject({ kind: 'html-body' });
    expect(faults.take('throttle', hits('DeployCertificate'))).toBeUndefined();
    expect(faults.take('throttle', hits('CreateCertificate'))).toBeDefined();
    expect(faults.take('throttle', hits('CreateCertificate'))).toBeDefined();
    expect(faults.take('throttle', hits('CreateCertificate'))).toBeUndefined();
    expect(faults.active).toEqual([{ kind: 'html-body' }]);
    withdraw();
    expect(faults.take('html-body')).toBeUndefined();
    expect(faults.active).toEqual([]);
  });

  it('throttle', async () => {
    emulator.inject({ kind: 'throttle', times: 1 });
    expect(await call('CreateCertificate', REQUEST)).toMatchObject({ code: 'Throttling.User', status: 429 });
    expect(emulator.certificates).toEqual([]);
    expect((await call('CreateCertificate', REQUEST)).status).toBe(200);
  });

  it('server errors with a code', async () => {
    emulator.inject({ kind: 'server-error', status: 503, code: 'ServiceUnavailable', times: 1 });
    const reply = await call('CreateCertificate', REQUEST);
    expect(reply).toMatchObject({ code: 'ServiceUnavailable', status: 503 });
  });

  it('server errors without a code, which the SDK takes for success', async () => {
    emulator.inject({ kind: 'server-error', status: 500, times: 1 });
    expect((await call('CreateCertificate', REQUEST)).body).toEqual({ RequestId: expect.any(String) });
    expect(emulator.calls[0]?.outcome).toBe('HTTP 500');
    expect(emulator.certificates).toEqual([]);
  });

  it('HTML instead of JSON', async () => {
    emulator.inject({ kind: 'html-body', times: 1 });
    await expect(call('CreateCertificate', REQUEST)).rejects.toMatchObject({ name: 'SyntaxError' });
    expect(emulator.calls[0]?.outcome).toBe('HTML');
  });

  it.each(['CreateCertificate', 'DeployCertificate', 'UpdateCertificate'] as const)(
    'a lost answer of %s, carried out',
    async (action) => {
      const CertId = action === 'CreateCertificate' ? '' : await create();
      const parameters = {
        CreateCertificate: REQUEST,
        DeployCertificate: { CertId, TargetType: 'SLB', InstanceId: INSTANCE },
        UpdateCertificate: {
          CertId,
          PEMChain: (emulator.certificates[0]?.chainPem ?? '') + emulator.rootPem,
        },
      }[action];
      emulator.inject({ kind: 'lose-answer', action, times: 1 });
      await expect(
        call(action, parameters, action === 'UpdateCertificate' ? 'PUT' : 'POST'),
      ).rejects.toMatchObject({ code: 'ECONNRESET' });
      expect(emulator.calls.at(-1)).toMatchObject({ action, outcome: 'LOST' });
      const [certificate] = emulator.certificates;
      expect(certificate?.status).toBe(action === 'DeployCertificate' ? 'Deployed' : 'Issued');
      expect(certificate?.chainPem.endsWith(emulator.rootPem)).toBe(action === 'UpdateCertificate');
    },
  );

  it('keeping the leaf alone', async () => {
    emulator.inject({ kind: 'leaf-only', times: 1 });
    expect(await deploy(await create())).toBe('Deployed');
    expect(await chainLengths()).toEqual([1, 1]);
  });

  it('a slow status', async () => {
    emulator.inject({ kind: 'slow-status', polls: 2, action: 'DeployCertificate', times: 1 });
    const CertId = await create();
    const first = await deploy(CertId);
    const second = (await call('DescribeCertificateStatus', { CertId })).body['Status'];
    const third = (await call('DescribeCertificateStatus', { CertId })).body['Status'];
    expect([first, second, third]).toEqual(['Deploying', 'Deploying', 'Deployed']);
  });

  it('a stuck status', async () => {
    emulator.inject({ kind: 'stuck-status', action: 'DeployCertificate' });
    const CertId = await create();
    await deploy(CertId);
    for (let poll = 0; poll < 20; poll += 1) await call('DescribeCertificateStatus', { CertId });
    expect(emulator.certificates[0]?.status).toBe('Deploying');
    expect(await chainLengths()).toEqual([0, 0]);
  });

  it('a failed deployment breaks the first edge; deploying the previous certificate mends it', async () => {
    const previous = await create();
    await deploy(previous);
    emulator.inject({ kind: 'failed-deploy', times: 1 });
    const CertId = await create();
    expect(await deploy(CertId)).toBe('Failed');
    expect(await chainLengths()).toEqual([1, 2]);
    expect(await deploy(previous)).toBe('Deployed');
    expect(await chainLengths()).toEqual([2, 2]);
    expect(emulator.certificates.map(({ status }) => status)).toEqual(['Deployed', 'Issued']);
  });

  it('a stale edge, together with a leaf-only certificate', async () => {
    await deploy(await create());
    emulator.inject({ kind: 'stale-edge', instanceId: INSTANCE, edge: 1, times: 1 });
    emulator.inject({ kind: 'leaf-only', times: 1 });
    const CertId = await create();
    expect(await deploy(CertId)).toBe('Deployed');
    expect(await chainLengths()).toEqual([1, 2]);
    await deploy(CertId);
    expect(await chainLengths()).toEqual([1, 1]);
  });

  it('AIA out of order', async () => {
    const { url } = emulator.authority.intermediate;
    emulator.inject({ kind: 'aia-down', times: 1 });
    expect((await fetch(url)).status).toBe(503);
    expect((await fetch(url)).status).toBe(200);
  });
});
