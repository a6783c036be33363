import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { judgeClient } from '../../../src/certificates/clients/judge-client.ts';
import type { Transport } from '../../../src/certificates/clients/presented.ts';
import { PROFILES, wordsOf } from '../../../src/certificates/clients/profiles.ts';
import { type ClientTrust, createClientTrust } from '../../../src/certificates/clients/trust.ts';
import { createTrustStore } from '../../../src/certificates/trust-store.ts';
import { CLIENT_NAMES, type ClientName } from '../../../src/config/config.ts';
import { integer, namedBits, objectIdentifier, sequence } from '../../../src/emulator/der-writer.ts';
import { NOW, trustIn } from '../../support/deployment.ts';
import { authority, server } from '../../support/minted-hierarchy.ts';
import { alternativeNames, type Deviation, dnsName, extension, type Minted } from '../../support/minter.ts';
import { newKeys, validity } from '../../support/minter.ts';
import { revoked, UNKNOWN, writeOcsp } from '../../support/ocsp-writer.ts';
import { embedded, sctList, writeSct } from '../../support/sct-writer.ts';

const DOMAIN = 'rec.example.com';
const root = authority('Root');
const intermediate = authority('Issuing CA', root);
const leaf = server(intermediate);
const stores = createTrustStore([root.certificate]);
const privately = trustIn(root.certificate);
const publicly = createClientTrust(stores, stores);
const PAST = validity('2025-01-01', '2026-01-01');
const FOREIGN = { '2.5.29.17': alternativeNames(dnsName('www.example.org')) };

const ANY_PURPOSE = '2.5.29.37.0';
const forClients = authority('Client CA', root, { extensions: purposes('1.3.6.1.5.5.7.3.2') });

/** extendedKeyUsage by its OID, as the minter takes it. */
function purposes(oid: string): Record<string, Buffer> {
  return { '2.5.29.37': extension('2.5.29.37', sequence(objectIdentifier(oid))) };
}

type Codes = readonly string[];
/** What each client has against it, the reason first that its users are told; the others accept it. */
type Refused = Readonly<Partial<Record<ClientName, Codes>>>;

interface Shown {
  readonly chain?: readonly [Minted, ...Minted[]];
  readonly transport?: Partial<Transport>;
  readonly trust?: ClientTrust;
  readonly time?: Date;
}

const GOOD_TRANSPORT: Transport = {
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_128_GCM_SHA256',
  clientCertificate: 'none',
  ocspStaple: undefined,
  sctList: undefined,
};

function judge(client: ClientName, { chain = [leaf, intermediate], ...shown }: Shown) {
  const { trust = privately, time = NOW, transport } = shown;
  const [first, ...others] = chain;
  const certificates = [first.certificate, ...others.map(({ certificate }) => certificate)] as const;
  return judgeClient(
    PROFILES[client],
    { chain: certificates, domain: DOMAIN, transport: { ...GOOD_TRANSPORT, ...transport } },
    { trust, time },
  );
}

function refusedBy(shown: Shown): Refused {
  return Object.fromEntries(
    CLIENT_NAMES.flatMap((client) => {
      const { accepts, refusals } = judge(client, shown);
      expect(accepts).toBe(refusals.length === 0);
      return accepts ? [] : [[client, refusals.map(({ code }) => code)]];
    }),
  );
}

function by(clients: readonly ClientName[], ...codes: Codes): Refused {
  return Object.fromEntries(clients.map((client) => [client, codes]));
}

function leafWith(deviation: Deviation): Shown {
  return { chain: [server(intermediate, deviation), intermediate] };
}

function rsa(modulusLength: number): Shown {
  return leafWith({ keys: generateKeyPairSync('rsa', { modulusLength }) });
}

describe('judgeClient, of a chain', () => {
  it.each<{ what: string; shown: Shown; refused: Refused }>([
    { what: 'that is whole', shown: {}, refused: {} },
    {
      what: 'without its intermediate: luck is no part of it',
      shown: { chain: [leaf] },
      refused: by(CLIENT_NAMES, 'unknown-issuer'),
    },
    {
      what: 'for another name',
      shown: leafWith({ extensions: FOREIGN }),
      refused: by(CLIENT_NAMES, 'name-mismatch'),
    },
    {
      what: 'with its name in the CN alone',
      shown: leafWith({ extensions: { '2.5.29.17': 'none' } }),
      refused: by(['chrome', 'firefox', 'android'], 'name-mismatch'),
    },
    { what: 'of ten certificates', shown: { chain: chainOf(10) }, refused: {} },
    {
      what: 'of eleven certificates',
      shown: { chain: chainOf(11) },
      refused: by(['java'], 'too-many-certificates'),
    },
    {
      what: 'with a P-521 leaf',
      shown: leafWith({ keys: newKeys('P-521') }),
      refused: by(['chrome', 'android'], 'unsupported-key'),
    },
    {
      what: 'whose leaf is for any purpose',
      shown: leafWith({ extensions: purposes(ANY_PURPOSE) }),
      refused: by(['firefox', 'openssl'], 'wrong-extended-key-usage'),
    },
    {
      what: 'whose intermediate is for clients alone',
      shown: { chain: [server(forClients), forClients] },
      refused: by(['chrome', 'firefox', 'openssl'], 'wrong-extended-key-usage'),
    },
    {
      what: 'whose leaf may not sign, where its key signs',
      shown: leafWith({ extensions: { '2.5.29.15': extension('2.5.29.15', namedBits(2), true) } }),
      refused: by(['chrome', 'java', 'android'], 'wrong-key-usage'),
    },
    { what: 'with an RSA 2048 leaf', shown: rsa(2048), refused: {} },
    { what: 'with an RSA 1024 leaf', shown: rsa(1024), refused: by(['openssl'], 'weak-key') },
    { what: 'with an RSA 768 leaf', shown: rsa(768), refused: by(CLIENT_NAMES, 'weak-key') },
  ])('$what', ({ shown, refused }) => {
    expect(refusedBy(shown)).toEqual(refused);
  });

  it('asks the store of the client', () => {
    const own = new Map([['java', createTrustStore([])]] as const);
    const trust = createClientTrust(stores, createTrustStore([]), own);
    expect(refusedBy({ trust })).toEqual(by(['java'], 'unknown-issuer'));
  });
});

/** The whole chain, filled up with its intermediate. */
function chainOf(length: number): readonly [Minted, ...Minted[]] {
  return [leaf, ...Array.from({ length: length - 1 }, () => intermediate)];
}

const SCTS = [1, 2, 3].map((log) => writeSct({ log, timestamp: BigInt(Date.parse('2020-01-01')) }));

/** Valid from midnight for so many days, the last second included. */
function lasting(from: string, days: number): Shown {
  const to = new Date(Date.parse(from) + days * 86_400_000 - 1000).toISOString();
  const shown = leafWith({ validity: validity(from, to), extensions: embedded(...SCTS) });
  return { ...shown, trust: publicly, time: new Date(`${from}T12:00:00Z`) };
}

describe('under a public authority', () => {
  it.each([
    ['2026-03-14', 398],
    ['2026-03-15', 200],
    ['2027-03-14', 200],
    ['2027-03-15', 100],
    ['2029-03-14', 100],
    ['2029-03-15', 47],
  ])('Chrome allows what is issued on %s %i days, and no more', (from, days) => {
    expect(refusedBy(lasting(from, days))).toEqual({});
    expect(refusedBy(lasting(from, days + 1))).toEqual(by(['chrome'], 'validity-too-long'));
    expect(refusedBy({ ...lasting(from, days + 1), trust: privately })).toEqual({});
  });

  it.each<{ what: string; embeds: number; byTls: number; refused: Refused }>([
    { what: 'three in the certificate', embeds: 3, byTls: 0, refused: {} },
    {
      what: 'two in one for half a year',
      embeds: 2,
      byTls: 0,
      refused: by(['chrome', 'firefox'], 'missing-scts'),
    },
    { what: 'none', embeds: 0, byTls: 0, refused: by(['chrome', 'firefox'], 'missing-scts') },
    { what: 'two by TLS', embeds: 0, byTls: 2, refused: {} },
    { what: 'one by TLS', embeds: 0, byTls: 1, refused: by(['chrome', 'firefox'], 'missing-scts') },
  ])('browsers want SCTs: $what', ({ embeds, byTls, refused }) => {
    const extensions = embeds > 0 ? embedded(...SCTS.slice(0, embeds)) : {};
    const shown: Shown = {
      ...leafWith({ validity: validity('2026-05-01', '2026-11-10'), extensions }),
      transport: { sctList: byTls > 0 ? sctList(...SCTS.slice(0, byTls)) : undefined },
    };
    expect(refusedBy({ ...shown, trust: publicly })).toEqual(refused);
    expect(refusedBy(shown)).toEqual({});
  });
});

describe('judgeClient, of a handshake', () => {
  const ECDSA_CBC = 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA';

  it.each<{ what: string; transport: Partial<Transport>; refused: Refused }>([
    { what: 'TLS 1.2', transport: { protocol: 'TLSv1.2' }, refused: {} },
    { what: 'TLS 1.1', transport: { protocol: 'TLSv1.1' }, refused: by(CLIENT_NAMES, 'old-protocol') },
    {
      what: 'an old version, before its cipher suite',
      transport: { protocol: 'TLSv1', cipher: ECDSA_CBC },
      refused: by(CLIENT_NAMES, 'old-protocol'),
    },
    {
      what: 'a cipher suite that Chrome alone lacks',
      transport: { protocol: 'TLSv1.2', cipher: ECDSA_CBC },
      refused: by(['chrome'], 'unsupported-cipher'),
    },
    {
      what: 'the same, where the server has another as well',
      transport: {
        protocol: 'TLSv1.2',
        cipher: ECDSA_CBC,
        commonCipher: 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
      },
      refused: {},
    },
    { what: 'a request for a certificate', transport: { clientCertificate: 'requested' }, refused: {} },
    {
      what: 'a certificate of the client that is required',
      transport: { clientCertificate: 'required' },
      refused: by(CLIENT_NAMES, 'client-certificate-required'),
    },
  ])('$what', ({ transport, refused }) => {
    expect(refusedBy({ transport })).toEqual(refused);
  });
});

describe('judgeClient, of a staple', () => {
  const dated = server(intermediate, {
    validity: validity('2026-05-01', '2026-11-01'),
    extensions: embedded(...SCTS),
  });
  const LATE = { thisUpdate: '2026-05-01', nextUpdate: '2026-05-08' };
  const stapled = {
    good: writeOcsp(dated, intermediate),
    revoked: writeOcsp(dated, intermediate, { answers: [{ status: revoked(1) }] }),
    stale: writeOcsp(dated, intermediate, { answers: [LATE] }),
    unknown: writeOcsp(dated, intermediate, { answers: [{ status: UNKNOWN }] }),
    malformed: Buffer.from('none'),
  };

  it.each<{ status: keyof typeof stapled; ofOwn: Refused; ofPublic: Refused }>([
    { status: 'good', ofOwn: {}, ofPublic: {} },
    {
      status: 'revoked',
      ofOwn: by(['chrome', 'firefox'], 'revoked'),
      ofPublic: by(['chrome', 'firefox'], 'revoked'),
    },
    { status: 'stale', ofOwn: by(['firefox'], 'stale-ocsp'), ofPublic: {} },
    { status: 'unknown', ofOwn: by(['firefox'], 'invalid-ocsp'), ofPublic: {} },
    { status: 'malformed', ofOwn: by(['firefox'], 'invalid-ocsp'), ofPublic: {} },
  ])('that is $status', ({ status, ofOwn, ofPublic }) => {
    const shown: Shown = { chain: [dated, intermediate], transport: { ocspStaple: stapled[status] } };
    expect(refusedBy(shown)).toEqual(ofOwn);
    expect(refusedBy({ ...shown, trust: publicly })).toEqual(ofPublic);
  });

  it('that is promised and missing', () => {
    const oid = '1.3.6.1.5.5.7.1.24';
    const shown = leafWith({ extensions: { [oid]: extension(oid, sequence(integer(Buffer.of(5)))) } });
    expect(refusedBy(shown)).toEqual(by(['firefox'], 'must-staple-missing'));
  });
});

describe('several reasons at once', () => {
  const expired = leafWith({ validity: PAST, extensions: FOREIGN });

  it.each<[ClientName, Codes, string]>([
    ['chrome', ['name-mismatch', 'expired'], 'NET::ERR_CERT_COMMON_NAME_INVALID'],
    ['firefox', ['name-mismatch', 'expired'], 'SSL_ERROR_BAD_CERT_DOMAIN'],
    ['java', ['expired', 'name-mismatch'], 'validity check failed'],
    ['android', ['expired', 'name-mismatch'], 'Chain validation failed'],
    ['openssl', ['name-mismatch', 'expired'], 'hostname mismatch'],
  ])('%s tells its users of the first of %j', (client, codes, words) => {
    const { refusals } = judge(client, expired);
    expect(refusals.map(({ code }) => code)).toEqual(codes);
    const [first] = refusals;
    expect(first && wordsOf(client, first, DOMAIN)).toContain(words);
  });

  it('puts the handshake before the chain, and reports both', () => {
    const refused = refusedBy({ ...expired, transport: { protocol: 'TLSv1.1' } });
    for (const client of CLIENT_NAMES) {
      expect(refused[client]?.[0]).toBe('old-protocol');
      expect(refused[client]?.toSorted()).toEqual(['expired', 'name-mismatch', 'old-protocol']);
    }
  });

  it('finds what is wrong with a leaf whose issuer is missing', () => {
    const { chain = [leaf] } = expired;
    for (const codes of Object.values(refusedBy({ chain: [chain[0]] }))) {
      expect(codes.toSorted()).toEqual(['expired', 'name-mismatch', 'unknown-issuer']);
    }
  });
});
