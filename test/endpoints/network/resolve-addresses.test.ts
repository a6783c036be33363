import { pbkdf2 } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../src/endpoints/observation.ts';
import { resolveAddresses } from '../../../src/endpoints/network/resolve-addresses.ts';

const patience = { timeoutMs: 10_000 };

function addressesOf(resolution: Resolution): readonly string[] {
  if (resolution.kind === 'failure') throw new Error(resolution.detail);
  return resolution.addresses.map(({ ip, port, source }) => `${ip} ${port} ${source}`);
}

describe('resolveAddresses', () => {
  it('prefers pins to DNS, in their order, each once, on the endpoint’s port unless they have one', async () => {
    const addresses = [
      { ip: '192.0.2.9' },
      { ip: '2001:db8::1', port: 8443 },
      { ip: '192.0.2.1' },
      { ip: '192.0.2.9', port: 443 },
      { ip: '2001:DB8:0::1', port: 8443 },
      { ip: '192.0.2.9', port: 444 },
    ];
    const resolution = await resolveAddresses({ domain: 'rec.invalid', port: 443, addresses }, patience);
    expect(addressesOf(resolution)).toEqual([
      '192.0.2.9 443 pin',
      '2001:db8::1 8443 pin',
      '192.0.2.1 443 pin',
      '192.0.2.9 444 pin',
    ]);
  });

  it('looks at 64 addresses at most', async () => {
    const addresses = Array.from({ length: 65 }, (_, n) => ({ ip: `192.0.2.${n}` }));
    const resolution = await resolveAddresses({ domain: 'rec.invalid', port: 443, addresses }, patience);
    expect(addressesOf(resolution)).toHaveLength(64);
  });

  it('knows the names of /etc/hosts', async () => {
    const resolution = await resolveAddresses({ domain: 'localhost', port: 8443, addresses: [] }, patience);
    const found = addressesOf(resolution);
    expect(found).toContain('127.0.0.1 8443 dns');
    expect(new Set(found).size).toBe(found.length);
    const families = found.map((address) => isIP(address.split(' ')[0] ?? ''));
    expect(families).toEqual(families.toSorted((a, b) => a - b));
  });

  it('gives an IP literal as it is', async () => {
    const resolution = await resolveAddresses({ domain: '192.0.2.7', port: 443, addresses: [] }, patience);
    expect(addressesOf(resolution)).toEqual(['192.0.2.7 443 dns']);
  });

  it('reports a name that does not resolve', async () => {
    const location = { domain: 'does-not-exist.invalid', port: 443, addresses: [] };
    const resolution = await resolveAddresses(location, patience);
    // Without a network there is no server to say that the name does not exist.
    const reason: unknown = expect.toBeOneOf(['name-not-found', 'dns-failure']);
    expect(resolution).toMatchObject({ kind: 'failure', stage: 'dns', reason });
  });

  it('does not wait longer than it was told', async () => {
    // getaddrinfo runs on the pool of four threads that pbkdf2 keeps busy.
    const busy = Array.from({ length: 8 }, () => promisify(pbkdf2)('p', 's', 60_000, 64, 'sha512'));
    const location = { domain: 'localhost', port: 443, addresses: [] };
    const resolution = await resolveAddresses(location, { timeoutMs: 5 });
    expect(resolution).toMatchObject({ kind: 'failure', stage: 'dns', reason: 'timeout' });
    await Promise.all(busy);
  });

  it('rejects with the reason of an abort', async () => {
    const signal = AbortSignal.abort(new Error('never'));
    const location = { domain: 'localhost', port: 443, addresses: [] };
    await expect(resolveAddresses(location, { timeoutMs: 5, signal })).rejects.toThrow('never');
  });
});
