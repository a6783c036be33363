import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { createClientTrust } from '../../../src/certificates/clients/trust.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { nullValue, objectIdentifier, sequence } from '../../../src/emulator/der-writer.ts';
import type { FindingId } from '../../../src/endpoints/finding.ts';
import {
  alternativeNames,
  type Deviation,
  dnsName,
  mint,
  name,
  newKeys,
  validity,
} from '../../support/minter.ts';
import { mintedFindings, probeFindings } from '../../support/probed-endpoint.ts';
import { embedded, writeSct } from '../../support/sct-writer.ts';
import { type JudgingTerms, serveChain, summarize } from '../../support/served-chain.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

const root = mint({ kind: 'ca', subject: name('Root'), validity: validity('2020-01-01', '2040-01-01') });
const LONG = validity('2025-01-01', '2030-01-01');
const intermediate = issue({});

/** Anchors that clients hold to the rules for public authorities. */
const stores = createTrustStore([root.certificate]);
const PUBLIC: Partial<JudgingTerms> = { trust: createClientTrust(stores, stores) };
const SCTS = embedded(writeSct({ log: 1 }), writeSct({ log: 2 }), writeSct({ log: 3 }));
const NO_SAN = { '2.5.29.17': 'none' } as const;

function issue(deviation: Deviation) {
  return mint({ kind: 'ca', subject: name('Intermediate'), issuer: root, validity: LONG, ...deviation });
}

function leaf(deviation: Deviation = {}) {
  return mint({ issuer: intermediate, ...deviation });
}

/** A leaf that an intermediate with such a life has issued. */
function leafUnder(from: string, to: string, deviation: Deviation = {}) {
  return leaf({ issuer: issue({ validity: validity(from, to) }), ...deviation });
}

/** An intermediate that signs with SHA-1, and what it has issued. */
function signedWithSha1() {
  const keys = newKeys();
  const signing = { ...keys, sign: (data: Buffer) => sign('sha1', data, keys.privateKey) };
  return leaf({
    issuer: issue({ keys: signing }),
    algorithm: sequence(objectIdentifier('1.2.840.10045.4.1')),
  });
}

const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
const at = (time: string): Partial<JudgingTerms> => ({ time: new Date(time) });

/** One row a finding: what gives rise to it, and the nearest that does not. */
interface Row {
  readonly id: FindingId;
  readonly found: () => ReturnType<typeof mint>;
  readonly terms?: Partial<JudgingTerms>;
  readonly severity: 'error' | 'warning';
  readonly passes: () => ReturnType<typeof mint>;
  readonly passingTerms?: Partial<JudgingTerms>;
}

const ROWS: readonly Row[] = [
  {
    id: 'expired-leaf',
    found: () => leaf({ validity: validity('2026-01-01', '2026-06-01T11:59:59Z') }),
    severity: 'error',
    passes: () => leaf(),
  },
  {
    id: 'expired-intermediate',
    found: () => leafUnder('2025-01-01', '2026-06-01T11:59:59Z'),
    severity: 'error',
    passes: () => leaf(),
  },
  {
    id: 'not-yet-valid',
    found: () => leaf({ validity: validity('2026-06-01T12:00:01Z', '2026-09-01') }),
    severity: 'error',
    passes: () => leaf({ validity: validity('2026-06-01T12:00:00Z', '2026-09-01') }),
  },
  {
    id: 'not-yet-valid-intermediate',
    found: () => leafUnder('2026-06-02', '2030-01-01'),
    severity: 'error',
    passes: () => leafUnder('2026-06-01', '2030-01-01'),
  },
  {
    // 90 days, of which 30 are left at the end of 31 May.
    id: 'expires-soon',
    found: () => leaf({ validity: validity('2026-04-02', '2026-06-30T23:59:59Z') }),
    terms: at('2026-06-01T00:00:01Z'),
    severity: 'warning',
    passes: () => leaf({ validity: validity('2026-04-02', '2026-06-30T23:59:59Z') }),
    passingTerms: at('2026-05-31T23:59:50Z'),
  },
  {
    // Ten days: half of it.
    id: 'expires-soon',
    found: () => leaf({ validity: validity('2026-05-27', '2026-06-05T23:59:59Z') }),
    severity: 'warning',
    passes: () => leaf({ validity: validity('2026-05-28', '2026-06-06T23:59:59Z') }),
  },
  {
    // It ends before the renewal of the leaf is due, in September.
    id: 'intermediate-expires-soon',
    found: () => leafUnder('2025-01-01', '2026-07-01'),
    severity: 'warning',
    passes: () => leafUnder('2025-01-01', '2027-01-01'),
  },
  {
    id: 'validity-too-long',
    found: () => leaf({ validity: validity('2026-03-15', '2026-10-01'), extensions: SCTS }),
    terms: PUBLIC,
    severity: 'error',
    passes: () => leaf({ validity: validity('2026-03-15', '2026-09-30T23:59:59Z'), extensions: SCTS }),
    passingTerms: PUBLIC,
  },
  {
    id: 'validity-too-long',
    found: () => leaf({ validity: validity('2026-01-01', '2028-01-01'), extensions: SCTS }),
    terms: PUBLIC,
    severity: 'error',
    // A private authority's may be.
    passes: () => leaf({ validity: validity('2026-01-01', '2028-01-01') }),
  },
  {
    id: 'hostname-mismatch',
    found: () => leaf({ extensions: { '2.5.29.17': alternativeNames(dnsName('www.example.com')) } }),
    severity: 'error',
    passes: () => leaf({ extensions: { '2.5.29.17': alternativeNames(dnsName('*.example.com')) } }),
  },
  {
    id: 'no-san',
    found: () => leaf({ extensions: NO_SAN }),
    severity: 'error',
    passes: () => leaf(),
  },
  {
    // Those who look at the CN accept it.
    id: 'no-san',
    found: () => leaf({ extensions: NO_SAN }),
    terms: { clients: ['openssl'] },
    severity: 'warning',
    passes: () => leaf(),
    passingTerms: { clients: ['openssl'] },
  },
  {
    id: 'weak-key',
    found: () => leaf({ keys: rsa(1024) }),
    severity: 'error',
    passes: () => leaf({ keys: rsa(2048) }),
  },
  {
    id: 'weak-signature',
    found: signedWithSha1,
    severity: 'error',
    passes: () => leaf(),
  },
  {
    id: 'unsupported-key-type',
    found: () => leaf({ keys: generateKeyPairSync('ed25519') }),
    severity: 'error',
    // Each of these takes it.
    passes: () => leaf({ keys: generateKeyPairSync('ed25519') }),
    passingTerms: { clients: ['java', 'openssl'] },
  },
  {
    id: 'missing-scts',
    found: () => leaf({ extensions: embedded(writeSct({ log: 1 }), writeSct({ log: 2 })) }),
    terms: PUBLIC,
    severity: 'error',
    passes: () => leaf({ extensions: SCTS }),
    passingTerms: PUBLIC,
  },
  {
    id: 'missing-scts',
    found: () => leaf(),
    terms: PUBLIC,
    severity: 'error',
    passes: () => leaf(),
  },
];

describe.each(ROWS)('$id', ({ id, found, terms, severity, passes, passingTerms }) => {
  it('is found', async () => {
    expect(summarize(await mintedFindings(found(), terms))).toEqual([`${severity} ${id}`]);
  });

  it('is not found in the nearest chain that is in order', async () => {
    expect(summarize(await mintedFindings(passes(), passingTerms))).toEqual([]);
  });
});

describe('an intermediate that ends before the leaf', () => {
  it('is told of beside the leaf, once the renewal of the leaf is due', async () => {
    const both = await mintedFindings(leafUnder('2025-01-01', '2026-12-30'), at('2026-12-01'));
    expect(summarize(both)).toEqual(['warning expires-soon', 'warning intermediate-expires-soon']);
    // Within the same day it makes no difference.
    const one = await mintedFindings(leafUnder('2025-01-01', '2026-12-31T12:00:00Z'), at('2026-12-01'));
    expect(summarize(one)).toEqual(['warning expires-soon']);
  });

  it('does no harm where another path is served', async () => {
    const short = issue({ validity: validity('2025-01-01', '2026-07-01') });
    const long = issue({ keys: short.keys });
    const served = leaf({ issuer: short });
    const port = await serveChain({
      chain: [served.certificate, short.certificate, long.certificate],
      key: served.keys.privateKey,
    });
    expect(summarize(await probeFindings(port, { roots: [root.certificate] }))).not.toContain(
      'warning intermediate-expires-soon',
    );
  });
});

describe('an intermediate that only its authority can better', () => {
  it('has a remedy of its own', async () => {
    const [ofLeaf] = await mintedFindings(leaf({ keys: rsa(1024) }));
    const weak = issue({ keys: rsa(1024) });
    const under = leaf({
      issuer: weak,
      algorithm: sequence(objectIdentifier('1.2.840.113549.1.1.11'), nullValue()),
    });
    const [ofIntermediate] = await mintedFindings(under);
    expect([ofLeaf?.id, ofIntermediate?.id]).toEqual(['weak-key', 'weak-key']);
    expect(ofIntermediate?.certificate).toBe(weak.certificate.fingerprint);
    expect(ofIntermediate?.help).not.toBe(ofLeaf?.help);
  });
});
