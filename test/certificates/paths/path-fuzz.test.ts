import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Certificate, SignedObject } from '../../../src/certificates/certificate.ts';
import { type Crl, readCrl } from '../../../src/certificates/revocation/crl.ts';
import { DerError } from '../../../src/certificates/der/der.ts';
import { parseCertificate } from '../../../src/certificates/parse-certificate.ts';
import { buildPath } from '../../../src/certificates/paths/path.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import {
  bitString,
  explicit,
  implicit,
  integer,
  objectIdentifier,
  sequence,
} from '../../../src/emulator/der-writer.ts';
import { AppError } from '../../../src/errors/app-error.ts';
import { writeCrl } from '../../support/crl-writer.ts';
import {
  dnsName,
  extension,
  issuersOf,
  mint,
  type Minted,
  name,
  nameConstraints,
  newKeys,
} from '../../support/minter.ts';
import { NOON } from '../../support/paths.ts';

/** Numbers that look random and are the same in every run (Park and Miller). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
}

/** One to four octets are changed, taken out, or put in. */
function damage(bytes: Buffer, random: (below: number) => number): Buffer {
  let damaged = Buffer.from(bytes);
  for (let count = random(4) + 1; count > 0; count -= 1) {
    const at = random(damaged.length);
    const kind = random(32);
    if (kind === 0) damaged = Buffer.concat([damaged.subarray(0, at), damaged.subarray(at + 1)]);
    else if (kind === 1)
      damaged = Buffer.concat([damaged.subarray(0, at), Buffer.of(random(256)), damaged.subarray(at)]);
    else damaged[at] = random(256);
  }
  return damaged;
}

/** What is signed is damaged and signed again, so that more than the signature is looked at. */
function damageSigned(
  { tbsDer, signatureAlgorithm }: SignedObject,
  signer: Minted,
  random: (below: number) => number,
): Buffer {
  const tbs = damage(tbsDer, random);
  return sequence(tbs, signatureAlgorithm.der, bitString(sign('sha256', tbs, signer.keys.privateKey)));
}

function parseOrNothing(der: Buffer): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof AppError && error.code === 'CERTIFICATE_MALFORMED') return undefined;
    throw error;
  }
}

function readOrNothing(der: Buffer): Crl | undefined {
  try {
    return readCrl(der);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

const policies = extension('2.5.29.32', sequence(sequence(objectIdentifier('1.2.3'))));
const root = mint({ kind: 'ca', subject: name('Root') });
const intermediate = mint({
  kind: 'ca',
  subject: name('Intermediate'),
  issuer: root,
  extensions: {
    '2.5.29.30': nameConstraints({
      permitted: [dnsName('example.com'), explicit(4, sequence()), implicit(1, Buffer.from('example.com'))],
      excluded: [implicit(7, Buffer.of(10, 0, 0, 0, 255, 0, 0, 0)), implicit(6, Buffer.from('.example.net'))],
    }),
    '2.5.29.32': policies,
    '2.5.29.36': extension('2.5.29.36', sequence(implicit(0, Buffer.of(0))), true),
  },
});
const leaf = mint({
  issuer: intermediate,
  extensions: {
    '2.5.29.31': extension(
      '2.5.29.31',
      sequence(sequence(explicit(0, explicit(0, implicit(6, Buffer.from('http://x/')))))),
    ),
    '2.5.29.32': policies,
  },
});
const crl = writeCrl(intermediate, {
  revoked: [{ serial: Buffer.of(9) }],
  extensions: { '2.5.29.28': extension('2.5.29.28', sequence(implicit(1, Buffer.of(0xff))), true) },
});

describe('any certificates and CRLs at all', () => {
  it.each(['strict', 'browser'] as const)('get a verdict in time, under the %s policy', (policy) => {
    const random = seeded(policy.length);
    const minted = [leaf, ...issuersOf(leaf)];
    const chain = minted.map(({ certificate }) => certificate);
    const sound = readCrl(crl);
    let [verdicts, slowest] = [0, 0];
    for (let round = 0; round < 1_500; round += 1) {
      const at = random(chain.length);
      const old = minted[at] ?? leaf;
      const replaced = parseOrNothing(damageSigned(old.certificate, old.issuer ?? old, random));
      const [first, ...others] = replaced ? chain.with(at, replaced) : chain;
      const damagedCrl =
        round % 3 === 0 ? readOrNothing(damageSigned(sound, intermediate, random)) : undefined;
      const started = performance.now();
      buildPath({
        leaf: first ?? leaf.certificate,
        intermediates: others,
        trustStore: createTrustStore(others.slice(-1)),
        time: NOON,
        policy,
        crls: [damagedCrl ?? sound],
        reference: { kind: 'dns', value: 'rec.example.com' },
      });
      slowest = Math.max(slowest, performance.now() - started);
      if (replaced) verdicts += 1;
    }
    // Damage that leaves something to judge is what this is about.
    expect(verdicts).toBeGreaterThan(300);
    expect(slowest).toBeLessThan(1_000);
  });

  it('are one valid path before they are damaged', () => {
    const chain = issuersOf(leaf).map(({ certificate }) => certificate);
    const query = { leaf: leaf.certificate, intermediates: chain, time: NOON, crls: [readCrl(crl)] };
    expect(buildPath({ ...query, trustStore: createTrustStore(chain.slice(-1)) }).kind).toBe('valid');
  });
});

describe('a mesh that is made to be long', () => {
  const LETTERS = 'A B C D E F G H I J'.split(' ');
  const keys = newKeys();
  const stranger = mint({ kind: 'ca', subject: name('Stranger') });
  const pair = (subject: string, issuerName: string): Minted =>
    mint({
      kind: 'ca',
      subject: name(subject),
      issuerName: name(issuerName),
      keys,
      serial: integer(Buffer.from(subject + issuerName)),
    });

  it.each([
    {
      what: 'every authority signed by every other',
      intermediates: LETTERS.flatMap((subject) =>
        LETTERS.filter((other) => other !== subject).map((other) => pair(subject, other)),
      ),
    },
    {
      what: 'a hundred certificates of one authority',
      intermediates: Array.from({ length: 100 }, (_, index) =>
        mint({
          kind: 'ca',
          subject: name('A'),
          issuerName: name('A'),
          keys,
          serial: integer(Buffer.of(1, index)),
        }),
      ),
    },
    {
      what: 'a hundred one above the other',
      intermediates: Array.from({ length: 100 }, (_, index) =>
        pair(index === 0 ? 'A' : `${index}`, `${index + 1}`),
      ),
    },
  ])('$what: no path, in time', ({ intermediates }) => {
    const started = performance.now();
    const result = buildPath({
      leaf: mint({ issuerName: name('A'), issuer: { ...stranger, keys, subject: name('A') } }).certificate,
      intermediates: intermediates.map(({ certificate }) => certificate),
      trustStore: createTrustStore([stranger.certificate]),
      time: NOON,
    });
    expect(result.kind).toBe('invalid');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
