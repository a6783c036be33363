import { describe, expect, it } from 'vitest';
import { failureOf } from '../../support/rpc-client.ts';
import { behind, openPublished } from '../../support/published-cloud.ts';

const DOMAIN = 'rec.example.com';

describe('a domain of CDN', () => {
  it('whose certificate was uploaded there cannot be put back, and says so before anything else is tried', async () => {
    const { emulator, cloud } = await openPublished({ instances: [{ type: 'CDN', id: DOMAIN, edges: 1 }] });
    const { bundlePem: chainPem, keyPem } = emulator.authority.issue({ names: [DOMAIN] });
    emulator.place({ instanceId: DOMAIN, chainPem, keyPem });
    const [front] = emulator.account?.fronts ?? [];
    const fallback = front?.bindings.fallback;
    if (!front || !fallback) throw new Error('something is bound');
    front.bindings = { ...front.bindings, fallback: { ...fallback, ref: '' } };
    const [target] = cloud.targetsOf(behind({ type: 'CDN', instance: DOMAIN }));
    const before = await target?.read(undefined);
    expect(before?.binding).toEqual({ SSLProtocol: 'on', CertType: 'upload', CertName: 'placed-1' });
    const calls = emulator.calls.length;
    const error = await failureOf(target?.restore(before?.binding ?? {}) ?? Promise.resolve());
    expect(error).toMatchObject({ code: 'RESTORE_IMPOSSIBLE' });
    expect(emulator.calls).toHaveLength(calls);
  });

  it('whose HTTPS was off is switched off again', async () => {
    const options = { type: 'CDN', id: DOMAIN, edges: 1, https: false } as const;
    const { emulator, cloud } = await openPublished({ instances: [options] });
    const [target] = cloud.targetsOf(behind({ type: 'CDN', instance: DOMAIN, enableHttps: true }));
    const before = await target?.read(undefined);
    expect(before?.binding).toEqual({ SSLProtocol: 'off' });
    const { bundlePem: chainPem, keyPem } = emulator.authority.issue({ names: [DOMAIN] });
    emulator.place({ instanceId: DOMAIN, chainPem, keyPem });
    const id = emulator.certificates[0]?.id ?? '';
    const stored = await cloud.store.read(id);
    await target?.bind(stored, undefined);
    expect((await target?.readBack(stored))?.status).toBe('Deployed');
    await target?.restore(before?.binding ?? {});
    expect(emulator.account?.fronts[0]?.isOn).toBe(false);
  });
});
