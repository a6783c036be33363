import type { Certificate } from '../../src/certificates/certificate.ts';
import {
  boolean,
  explicit,
  implicit,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  utf8String,
} from '../../src/emulator/der-writer.ts';
import {
  alternativeNames,
  type Deviation,
  dnsName,
  extension,
  type KeyPair,
  mint,
  type Minted,
  nameConstraints,
  newKeys,
  validity,
} from './minter.ts';

/** Levels of authorities below the root. */
const MAX_LEVELS = 3;

/** Numbers from 0 up to, and without, `below`. */
export type Random = (below: number) => number;

/** Certificates as a server may send them, and whom a client trusts. */
export interface RandomHierarchy {
  readonly leaf: Certificate;
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
}

const ROOT_KEYS = newKeys();
const LEAF_KEYS = newKeys();
const STRANGER_KEYS = newKeys();
const LEVEL_KEYS: readonly KeyPair[] = Array.from({ length: MAX_LEVELS }, () => newKeys());

const PURPOSE = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' } as const;

/** Names that fall within and beside each other's subtrees. */
const DOMAINS = ['example.com', 'a.example.com', 'b.a.example.com', 'example.org', 'xexample.com', 'com'];
const HOSTS = [...DOMAINS, '*.example.com', '*.a.example.com', 'A.EXAMPLE.com'];
const ADDRESSES = ['c0000201', 'c0000280', 'cb007101', '20010db8000000000000000000000001'];
const RANGES = [
  'c0000200ffffff00',
  'c0000280ffffff80',
  '0000000000000000',
  '20010db8000000000000000000000000ffffffff000000000000000000000000',
];
const MAILBOXES = ['user@example.com', 'user@a.example.com', 'other@example.com', 'user@example.org'];
const MAIL_BASES = ['example.com', '.example.com', 'user@example.com'];
const ORGANIZATIONS = ['One', 'ONE', 'Two'];

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

function attribute(oid: string, text: string): Buffer {
  return setOf(sequence(objectIdentifier(oid), utf8String(text)));
}

function authorityName(commonName: string): Buffer {
  return sequence(attribute('2.5.4.3', commonName));
}

/** Without a CN: OpenSSL holds one against constraints where there is no dNSName, and the BR allow no other one. */
function leafName(organization: string | undefined): Buffer {
  const above = organization === undefined ? [] : [attribute('2.5.4.10', organization)];
  return sequence(...above, attribute('2.5.4.11', 'Recommendations'));
}

function directoryBase(organization: string): Buffer {
  return explicit(4, sequence(attribute('2.5.4.10', organization)));
}

function randomName(random: Random): Buffer {
  const kind = random(8);
  if (kind < 5) return dnsName(pick(random, HOSTS));
  if (kind < 7) return implicit(7, Buffer.from(pick(random, ADDRESSES), 'hex'));
  return implicit(1, Buffer.from(pick(random, MAILBOXES)));
}

function randomBase(random: Random): Buffer {
  const kind = random(8);
  if (kind < 4) return dnsName(pick(random, DOMAINS));
  if (kind < 6) return implicit(7, Buffer.from(pick(random, RANGES), 'hex'));
  if (kind < 7) return implicit(1, Buffer.from(pick(random, MAIL_BASES)));
  return directoryBase(pick(random, ORGANIZATIONS));
}

function some(random: Random, make: (random: Random) => Buffer): readonly Buffer[] {
  return Array.from({ length: random(3) + 1 }, () => make(random));
}

function randomConstraints(random: Random): Buffer {
  const permitted = random(3) > 0 ? { permitted: some(random, randomBase) } : {};
  const excluded = random(3) === 0 || !('permitted' in permitted) ? { excluded: [randomBase(random)] } : {};
  return nameConstraints({ ...permitted, ...excluded });
}

/** Now and then something that may, or may not, break a path. */
function randomExtensions(random: Random, kind: 'ca' | 'leaf'): Record<string, Buffer | 'none'> {
  const seldom = (probability: number) => random(probability) === 0;
  const extensions: Record<string, Buffer | 'none'> = {};
  const set = (oid: string, value: Buffer | 'none') => (extensions[oid] = value);
  if (seldom(8)) {
    const purposes = pick(random, [[PURPOSE.server], [PURPOSE.client], [PURPOSE.client, PURPOSE.server]]);
    set('2.5.29.37', extension('2.5.29.37', sequence(...purposes.map(objectIdentifier))));
  }
  if (seldom(12)) set('2.5.29.35', 'none');
  if (seldom(12)) set('2.5.29.14', 'none');
  if (seldom(20)) set('1.2.3.4', extension('1.2.3.4', octetString(Buffer.alloc(1)), seldom(2)));
  if (kind === 'leaf') {
    set('2.5.29.17', alternativeNames(...some(random, randomName)));
    return extensions;
  }
  if (seldom(4)) {
    const limit = random(3);
    const constraint = sequence(boolean(true), integer(Buffer.of(limit)));
    set('2.5.29.19', extension('2.5.29.19', constraint, true));
  }
  if (seldom(16)) set('2.5.29.19', pick(random, ['none', extension('2.5.29.19', sequence(), true)]));
  if (seldom(16)) set('2.5.29.15', pick(random, ['none', extension('2.5.29.15', namedBits(6), true)]));
  if (seldom(3)) set('2.5.29.30', randomConstraints(random));
  return extensions;
}

function randomDeviation(random: Random, kind: 'ca' | 'leaf'): Deviation {
  const expired = random(12) === 0 ? { validity: validity('2025-01-01', '2026-02-01') } : {};
  return { kind, ...expired, extensions: randomExtensions(random, kind) };
}

/** Certificates for an authority, or for authorities of the same name, each by one of `above`. */
function randomAuthorities(
  random: Random,
  above: readonly Minted[],
  { level, count }: { level: number; count: number },
): readonly Minted[] {
  return Array.from({ length: count }, () => {
    const foreign = count > 1 && random(6) === 0;
    const issuer = pick(random, above);
    return mint({
      ...randomDeviation(random, 'ca'),
      // Now and then self-issued: such a one does not count for path lengths, and is free of name constraints.
      subject: random(20) === 0 ? issuer.subject : authorityName(`CA ${level}`),
      keys: foreign ? STRANGER_KEYS : pick(random, LEVEL_KEYS.slice(level, level + 1)),
      issuer,
    });
  });
}

/**
 * Up to three levels of authorities below a root, with what forbids paths and, where there may be `alternatives`,
 * with what makes them hard to find: several certificates for each authority, some by a stranger.
 */
export function randomHierarchy(random: Random, alternatives: boolean): RandomHierarchy {
  const root = mint({ kind: 'ca', keys: ROOT_KEYS, subject: authorityName('Root') });
  const stranger = mint({ kind: 'ca', keys: STRANGER_KEYS, subject: authorityName('Stranger') });
  const levels: (readonly Minted[])[] = [alternatives ? [root, root, root, stranger] : [root]];
  for (let level = random(MAX_LEVELS + 1); level > 0; level -= 1) {
    const count = alternatives ? 1 + random(3) : 1;
    levels.push(randomAuthorities(random, levels.at(-1) ?? [], { level: levels.length - 1, count }));
  }
  const organization = random(2) === 0 ? pick(random, ORGANIZATIONS) : undefined;
  const leaf = mint({
    ...randomDeviation(random, 'leaf'),
    keys: LEAF_KEYS,
    subject: leafName(organization),
    issuer: pick(random, levels.at(-1) ?? []),
  });
  const received = levels.slice(1).flat();
  return {
    leaf: leaf.certificate,
    intermediates: received.map(({ certificate }) => certificate),
    anchors: [root.certificate],
  };
}
