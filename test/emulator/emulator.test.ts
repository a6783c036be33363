import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { casClient } from '../support/emulated-cas.ts';
import { certificatesSent } from '../support/openssl-command.ts';

async function withEmulator(
  options: Parameters<typeof startEmulator>[0],
  use: (emulator: Emulator) => Promise<void>,
): Promise<void> {
  const emulator = await startEmulator(options);
  try {
    await use(emulator);
  } finally {
    await emulator.close();
  }
}

describe('the emulator', () => {
  it('is on loopback alone, with two edges by default, and starts at once', async () => {
    const startedAt = performance.now();
    await withEmulator({}, async (emulator) => {
      // Some 20 ms; the margin is for a busy machine.
      expect(performance.now() - startedAt).toBeLessThan(1000);
      expect(new URL(emulator.endpoint).hostname).toBe('127.0.0.1');
      expect(emulator.edges('lb-ai-rec-01').map(({ ip }) => ip)).toEqual(['127.0.0.1', '127.0.0.1']);
      expect(emulator.edges('lb-unknown')).toEqual([]);
    });
  });

  it('listens on ::1 when asked', async () => {
    const instances = [{ type: 'CDN', id: 'cdn.example.com', edges: 2, ipv6: true }] as const;
    await withEmulator({ instances }, async (emulator) => {
      expect(emulator.edges('cdn.example.com').map(({ ip }) => ip)).toEqual(['127.0.0.1', '::1']);
    });
  });

  it('publishes the issuer that a leaf names', async () => {
    await withEmulator({}, async (emulator) => {
      const leaf = new X509Certificate(emulator.authority.issue({ names: ['rec.example.com'] }).leafPem);
      const url = /URI:(\S+)/.exec(leaf.infoAccess ?? '')?.[1] ?? '';
      const response = await fetch(url);
      const issuer = new X509Certificate(Buffer.from(await response.arrayBuffer()));
      expect(response.headers.get('content-type')).toBe('application/pkix-cert');
      expect(leaf.verify(issuer.publicKey)).toBe(true);
      expect((await fetch(`${emulator.endpoint}/aia/absent.cer`)).status).toBe(404);
    });
  });

  it('can begin with any state: a certificate for another name, on one edge', async () => {
    await withEmulator({}, async (emulator) => {
      const wrong = emulator.authority.issue({ names: ['other.example.com'] });
      const id = emulator.place({
        instanceId: 'lb-ai-rec-01',
        chainPem: wrong.leafPem,
        keyPem: wrong.keyPem,
        servedFor: ['rec.example.com'],
        edges: [1],
      });
      const sent = emulator.edges('lb-ai-rec-01').map((edge) => certificatesSent(edge, 'rec.example.com'));
      expect(await Promise.all(sent)).toEqual([[], [wrong.leafPem]]);
      const { body } = await casClient(emulator)('DescribeCertificateStatus', { CertId: id }, 'GET');
      expect(body).toMatchObject({ Status: 'Deployed', DomainName: 'other.example.com' });
      expect(() => emulator.place({ instanceId: 'lb-x', chainPem: '', keyPem: '' })).toThrow(
        expect.objectContaining({ code: 'USAGE' }),
      );
    });
  });

  it('keeps a certificate for several instances', async () => {
    const instances = [
      { type: 'SLB', id: 'lb-1', edges: 1 },
      { type: 'API_GATEWAY', id: 'group-1', edges: 1 },
    ] as const;
    await withEmulator({ instances, issuingPolls: 0, deployingPolls: 0 }, async (emulator) => {
      const call = casClient(emulator);
      const created = await call('CreateCertificate', { DomainName: 'rec.example.com', CertType: 'DV' });
      const CertId = String(created.body['CertId']);
      for (const { type, id } of instances) {
        await call('DeployCertificate', { CertId, TargetType: type, InstanceId: id });
      }
      const { body } = await call('DescribeCertificateStatus', { CertId });
      expect(body['Deployments']).toEqual([
        { TargetType: 'SLB', InstanceId: 'lb-1', Status: 'Deployed' },
        { TargetType: 'API_GATEWAY', InstanceId: 'group-1', Status: 'Deployed' },
      ]);
    });
  });

  it('closes with connections open', async () => {
    const emulator = await startEmulator();
    await fetch(emulator.authority.intermediate.url);
    await emulator.close();
    // A connection of its own: fetch may not have noticed yet that the one it keeps is closed.
    const { hostname, port } = new URL(emulator.endpoint);
    const connected = once(connect(Number(port), hostname), 'connect');
    await expect(connected).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
