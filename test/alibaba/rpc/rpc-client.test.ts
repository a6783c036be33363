import { describe, expect, it } from 'vitest';
import { refusal, type Scripted } from '../../support/fake-cas.ts';
import { connect, failureOf, OK, READ, writing } from '../../support/rpc-client.ts';

describe('repetition', () => {
  it.each([
    { name: 'throttling', answer: refusal('Throttling.User') },
    { name: 'a busy service', answer: refusal('ServiceUnavailable', { status: 503 }) },
    { name: 'HTML', answer: { text: '<html>' } },
    { name: 'a lost answer', answer: 'reset' },
    { name: 'a used nonce', answer: refusal('SignatureNonceUsed') },
  ] satisfies { name: string; answer: Scripted }[])('repeats a read after $name', async ({ answer }) => {
    const { client, cas } = await connect({ Read: [answer, OK] });
    expect(await client.call(READ)).toEqual({ Id: '7' });
    const nonces = new Set(cas.calls.map(({ parameters }) => parameters.get('SignatureNonce')));
    expect(nonces.size).toBe(2);
  });

  it('gives up a nonce that is used twice', async () => {
    const { client, cas } = await connect({ Read: [refusal('SignatureNonceUsed')] });
    expect((await failureOf(client.call(READ))).code).toBe('CLOUD_NONCE_USED');
    expect(cas.calls).toHaveLength(2);
  });

  it('repeats a throttled write without a look, for it was refused', async () => {
    const { client, cas } = await connect({ Write: [refusal('Throttling'), OK] });
    let looks = 0;
    const call = writing(() => {
      looks += 1;
      return Promise.resolve(undefined);
    });
    expect(await client.call(call)).toEqual({ Id: '7' });
    expect({ looks, calls: cas.calls.length }).toEqual({ looks: 0, calls: 2 });
  });

  it.each([
    { name: 'a lost answer', answer: 'reset' },
    { name: 'a cut answer', answer: 'cut' },
    { name: 'HTTP 500', answer: refusal('InternalError', { status: 500 }) },
    { name: 'HTML', answer: { text: '<html>' } },
    { name: 'an answer of another shape', answer: { json: {} } },
    { name: 'an answer that is too long', answer: { text: 'x'.repeat(1_200_000) } },
    { name: 'a used nonce', answer: refusal('SignatureNonceUsed') },
  ] satisfies { name: string; answer: Scripted }[])(
    'takes what a look finds after $name',
    async ({ answer }) => {
      const { client, cas } = await connect({ Write: [answer] });
      expect(await client.call(writing(() => Promise.resolve({ Id: '9' })))).toEqual({ Id: '9' });
      expect(cas.calls).toHaveLength(1);
    },
  );

  it('repeats a lost write when a look shows that it did not happen', async () => {
    const { client, cas } = await connect({ Write: ['reset', OK] });
    expect(await client.call(writing(() => Promise.resolve(undefined)))).toEqual({ Id: '7' });
    expect(cas.calls).toHaveLength(2);
  });

  it('looks even when no time is left to repeat', async () => {
    const { client } = await connect({ Write: ['hang'] }, { callMs: 150 });
    const start = performance.now();
    expect(await client.call(writing(() => Promise.resolve({ Id: '9' })))).toEqual({ Id: '9' });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('never repeats a write in doubt', async () => {
    const { client, cas } = await connect({ Write: ['reset', OK], Read: [refusal('InvalidAction')] });
    const error = await failureOf(client.call(writing(() => client.call(READ))));
    expect(error).toMatchObject({ code: 'CLOUD_WRITE_IN_DOUBT', retryable: false });
    expect(cas.actions()).toEqual(['Write', 'Read']);
  });

  it('does not doubt a write that could not be sent', async () => {
    const { client, cas } = await connect({}, { callMs: 200 });
    await cas.close();
    const call = writing(() => Promise.reject(new Error('must not look')));
    expect((await failureOf(client.call(call))).code).toBe('CLOUD_UNREACHABLE');
  });

  it('makes at most ten calls of one action a second', async () => {
    const { client } = await connect({ Read: [OK], Other: [OK] });
    const start = performance.now();
    await Promise.all(Array.from({ length: 10 }, () => client.call(READ)));
    await client.call({ ...READ, action: 'Other' });
    expect(performance.now() - start).toBeLessThan(900);
    await client.call(READ);
    expect(performance.now() - start).toBeGreaterThan(950);
  });
});
