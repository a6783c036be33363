import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Certificate } from '../../../src/certificates/certificate.ts';
import { toPem } from '../../../src/certificates/pem.ts';
import { createIssuerFetcher } from '../../../src/endpoints/network/issuer-fetcher.ts';
import { fetchIssuerOf } from '../../../src/endpoints/repair/fetch-issuer-of.ts';
import { mendBundle } from '../../../src/endpoints/repair/mend-bundle.ts';
import { trustIn } from '../../support/deployment.ts';
import { alternativeNames, dnsName, type Minted, newKeys, validity } from '../../support/minter.ts';
import { authority, crossSign, issuersAt, server } from '../../support/minted-hierarchy.ts';
import { certificatesOf, fingerprintsOf } from '../../support/repairs.ts';
import { closeServers, listen } from '../../support/servers.ts';

afterAll(closeServers);

const EXPIRED = { validity: validity('2020-01-01', '2021-01-01') };
const root = authority('Root');
const asked: string[] = [];
const published = new Map<string, Buffer | string>();
const hostile = new Map<string, (response: ServerResponse) => void>();
let base = '';
let upper: Minted;
let lower: Minted;
let leaf: Minted;

const answer: RequestListener = ({ url = '' }, response) => {
  asked.push(url);
  const body = published.get(url);
  const misbehave = hostile.get(url);
  if (misbehave) misbehave(response);
  else if (body) response.end(body);
  else response.writeHead(404).end();
};

beforeAll(async () => {
  const { port } = await listen(createServer(answer));
  base = `http://127.0.0.1:${port}`;
  upper = authority('Upper', root, at('/root'));
  lower = authority('Lower', upper, at('/upper'));
  leaf = leafAt('/lower');
  published.set('/root', root.certificate.der).set('/upper', upper.certificate.der);
  published.set('/lower', lower.certificate.der).set('/all', toPem(certificatesOf([root, upper, lower])));
});
beforeEach(() => void (asked.length = 0));

function at(...paths: readonly string[]) {
  return paths.length > 0 ? { extensions: issuersAt(...paths.map((path) => `${base}${path}`)) } : {};
}

function leafAt(...paths: readonly string[]): Minted {
  return server(lower, at(...paths));
}

/** With real requests; a silent server is given up after `timeoutMs`. */
function mend(of: Minted, candidates: readonly Minted[] = [], timeoutMs = 5000) {
  const terms = { trust: trustIn(root.certificate), time: new Date() };
  const clients = ['chrome', 'openssl'] as const;
  const query = { leaf: of.certificate, clients, domain: 'rec.example.com', terms };
  const fetchIssuers = createIssuerFetcher({ privateNetworks: true, timeoutMs });
  return mendBundle({ ...query, candidates: certificatesOf(candidates) }, fetchIssuers);
}

async function bundleOf(of: Minted, candidates?: readonly Minted[]): Promise<readonly Certificate[]> {
  return (await mend(of, candidates)).smallest?.bundle ?? [];
}

describe('a bundle', () => {
  it('at hand is not fetched', async () => {
    const { smallest, help } = await mend(leaf, [upper, lower]);
    expect(fingerprintsOf(smallest?.bundle)).toEqual(fingerprintsOf(certificatesOf([leaf, lower, upper])));
    expect(help).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('is completed over two levels of caIssuers', async () => {
    const { smallest, help } = await mend(leaf);
    expect(smallest?.bundle.map(({ commonName }) => commonName)).toEqual([
      'rec.example.com',
      'Lower',
      'Upper',
    ]);
    expect(smallest?.anchor.commonName).toBe('Root');
    expect(help).toMatchObject({ fetched: [`${base}/lower`, `${base}/upper`], problems: [] });
    expect(asked).toEqual(['/lower', '/upper']);
  });

  it('of which a part is at hand has only the rest fetched', async () => {
    expect(await bundleOf(leaf, [lower])).toHaveLength(3);
    expect(asked).toEqual(['/upper']);
  });

  it('may come from one place', async () => {
    expect(await bundleOf(leafAt('/all'))).toHaveLength(3);
    expect(asked).toEqual(['/all']);
  });

  it('has the renewed issuer in place of an expired one', async () => {
    const expired = crossSign(lower, upper, EXPIRED);
    const [, issuer] = await bundleOf(leaf, [expired, upper]);
    expect(issuer?.fingerprint).toBe(lower.certificate.fingerprint);
    expect(asked).toEqual(['/lower']);
  });

  it.each<[string, readonly string[]]>([
    ['fails', ['/gone', '/lower']],
    ['has something else', ['/root', '/lower']],
  ])('is looked for at the next place when the first %s', async (_what, places) => {
    const { smallest, help } = await mend(leafAt(...places));
    expect(smallest?.bundle).toHaveLength(3);
    expect(help).toMatchObject({ fetched: [`${base}/lower`, `${base}/upper`], problems: { length: 1 } });
  });

  it('cannot be found without a place to look at', async () => {
    const { smallest, help } = await mend(leafAt());
    expect(smallest).toBeUndefined();
    expect(help).toMatchObject({ intermediates: [], fetched: [], problems: { length: 1 } });
  });

  it('is not made of a namesake', async () => {
    const namesake = authority('Lower', undefined, at('/namesake'));
    published.set('/namesake', namesake.certificate.der);
    const { smallest, help } = await mend(leafAt('/namesake'));
    expect(smallest).toBeUndefined();
    expect(help).toMatchObject({ intermediates: [], fetched: [], problems: { length: 1 } });
    expect(asked).toEqual(['/namesake']);
  });

  it('tells the root that nobody trusts', async () => {
    const unknown = authority('Unknown');
    published.set('/unknown', unknown.certificate.der);
    const { smallest, help } = await mend(server(unknown, at('/unknown')));
    expect(smallest).toBeUndefined();
    expect(fingerprintsOf(help?.intermediates)).toEqual([unknown.certificate.fingerprint]);
  });

  it.each<[string, () => Minted]>([
    ['the leaf has expired', () => server(lower, { ...at('/lower'), ...EXPIRED })],
    [
      'the leaf is for another name',
      () => {
        const extensions = { '2.5.29.17': alternativeNames(dnsName('a.example.org')) };
        return server(lower, { extensions: { ...at('/lower').extensions, ...extensions } });
      },
    ],
    ['the leaf signs itself', () => server(undefined, at('/lower'))],
  ])('is not looked for when no bundle helps: %s', async (_what, of) => {
    expect(await mend(of())).toMatchObject({ smallest: undefined, help: undefined });
    expect(asked).toEqual([]);
  });
});

describe('a hostile server', () => {
  it.each<{ what: string; misbehave: (response: ServerResponse) => void; timeoutMs?: number }>([
    { what: 'answers without end', misbehave: pour },
    {
      what: 'redirects in a circle',
      misbehave: (response) => response.writeHead(302, { location: '/circle' }).end(),
    },
    { what: 'is silent', misbehave: () => undefined, timeoutMs: 100 },
    { what: 'begins and goes on byte by byte', misbehave: trickle, timeoutMs: 100 },
  ])('that $what is given up', async ({ misbehave, timeoutMs }) => {
    hostile.set('/hostile', misbehave).set('/circle', misbehave);
    const { smallest, help } = await mend(leafAt('/hostile', '/gone'), [], timeoutMs);
    expect(smallest).toBeUndefined();
    expect(help).toMatchObject({ fetched: [], problems: { length: 2 } });
  });

  it('is asked at three of the places that a certificate names', async () => {
    const places = Array.from({ length: 50 }, (_, index) => `/gone/${index}`);
    const { help } = await mend(leafAt(...places));
    expect(asked).toEqual(['/gone/0', '/gone/1', '/gone/2']);
    expect(help?.problems).toHaveLength(3);
  });

  it('is followed over four levels of a hierarchy without end', async () => {
    let below = authority('Level 9');
    for (let level = 8; level >= 0; level -= 1) {
      published.set(`/level/${level}`, below.certificate.der);
      below = authority(`Level ${level}`, below, at(`/level/${level}`));
    }
    published.set('/level', below.certificate.der);
    expect((await mend(server(below, at('/level')))).smallest).toBeUndefined();
    expect(asked).toEqual(['/level', '/level/0', '/level/1', '/level/2']);
  });

  it('is asked once by certificates that sign each other', async () => {
    const keys = newKeys();
    const a = authority('A', undefined, { keys, ...at('/b') });
    const b = authority('B', a, at('/a'));
    published.set('/b', b.certificate.der).set('/a', crossSign(a, b, at('/b')).certificate.der);
    expect((await mend(server(b, at('/b')))).smallest).toBeUndefined();
    expect(asked).toEqual(['/b', '/a']);
  });
});

describe('a place that keeps us waiting', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('does not keep the next one from being asked', async () => {
    const { certificate } = leafAt('/silent', '/lower');
    const answers = new Map([[`${base}/lower`, Promise.resolve(certificatesOf([lower]))]]);
    const fetchIssuers = (url: string) => answers.get(url) ?? new Promise<never>(() => undefined);
    const { signal } = new AbortController();
    const found = fetchIssuerOf({ certificate, fetchIssuers, signal });
    await vi.advanceTimersToNextTimerAsync();
    expect((await found).answer?.url).toBe(`${base}/lower`);
  });
});

/** Writes as fast as it is read, for ever. */
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(16_384, 1);
  const write = (): void => {
    if (response.destroyed) return;
    while (response.write(chunk));
    response.once('drain', write);
  };
  write();
}

/** One byte at a time, for ever. */
function trickle(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 10);
  response.once('close', () => clearInterval(timer));
}
