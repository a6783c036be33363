import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/certificates/pem.ts';
import { createClientTrust } from '../../src/certificates/clients/trust.ts';
import { createTrustStore } from '../../src/certificates/trust-store.ts';
import type { ClientName } from '../../src/config/config.ts';
import { createRehearsal } from '../../src/endpoints/rehearse.ts';
import { Secret } from '../../src/errors/secret.ts';
import { createAuthority } from '../../src/emulator/authority.ts';

const now = new Date();
const authority = createAuthority('http://127.0.0.1:9/aia', () => now);
const stranger = createAuthority('http://127.0.0.1:9/aia', () => now);
const [root] = parseBundle(authority.rootPem, 'root');
const [otherRoot] = parseBundle(stranger.rootPem, 'another root');
const CLIENTS = ['chrome', 'java', 'openssl'] as const;

/** Chrome and OpenSSL trust the authority, and Java another one where `ofJava` says so. */
function trust(ofJava = root) {
  const java = createTrustStore([ofJava]);
  return createClientTrust(
    createTrustStore([root]),
    createTrustStore([]),
    new Map([['java' as const, java]]),
  );
}

const domain = 'rec.example.com';
const issued = authority.issue({ names: [domain] });

async function rehearse(
  changes: Partial<{ pem: string; key: string; name: string; ofJava: typeof root }> = {},
) {
  const { pem = issued.bundlePem, key = issued.keyPem, name = domain, ofJava } = changes;
  const subject = {
    domain: name,
    clients: CLIENTS,
    bundle: parseBundle(pem, 'bundle'),
    key: new Secret(key),
  };
  const { refusal, clients } = await createRehearsal(trust(ofJava))(subject, now);
  const refused = clients.flatMap(({ client, accepts }): ClientName[] => (accepts ? [] : [client]));
  return { isServed: refusal === undefined, refused, clients };
}

describe('a rehearsal', () => {
  it('of a complete bundle with its key is accepted by every client, in TLS 1.2 and 1.3', async () => {
    const { isServed, refused, clients } = await rehearse();
    expect([isServed, refused]).toEqual([true, []]);
    expect(clients.map(({ client, error }) => [client, error])).toEqual(
      CLIENTS.map((client) => [client, undefined]),
    );
  });

  it('asks each client by its own trust alone', async () => {
    const { refused, clients } = await rehearse({ ofJava: otherRoot });
    expect(refused).toEqual(['java']);
    expect(clients.find(({ client }) => client === 'java')?.error).toContain('PKIX path building failed');
  });

  it.each([
    ['a bundle without its intermediate', { pem: issued.leafPem }],
    ['another name', { name: 'other.example.com' }],
    ['a certificate of another authority', stranger.issue({ names: [domain] })],
  ])('is strict: %s is refused by every client', async (_, changes) => {
    const given = 'bundlePem' in changes ? { pem: changes.bundlePem, key: changes.keyPem } : { ...changes };
    expect((await rehearse(given)).refused).toEqual(CLIENTS);
  });

  it('of a key that is another certificate’s is accepted by nobody, whether there is a server or not', async () => {
    const { keyPem } = authority.issue({ names: [domain] });
    const { isServed, refused, clients } = await rehearse({ key: keyPem });
    expect(clients.filter(({ accepts }) => accepts)).toEqual([]);
    // Who is not asked has not accepted either: then there was no server.
    expect(refused).toEqual(isServed ? CLIENTS : []);
  });
});
