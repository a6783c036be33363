import { createServer, type RequestListener } from 'node:http';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createIssuerFetcher } from '../../../src/endpoints/network/issuer-fetcher.ts';
import { AppError } from '../../../src/errors/app-error.ts';
import { authority } from '../../support/minted-hierarchy.ts';
import { closeServers, listen } from '../../support/servers.ts';

afterAll(closeServers);
afterEach(() => vi.restoreAllMocks());

const terms = { privateNetworks: true, timeoutMs: 5000 };
const { certificate } = authority('Intermediate');

/** A server that counts what it is asked. */
async function serve(answer: RequestListener) {
  const asked: string[] = [];
  const server = await listen(
    createServer((request, response) => {
      asked.push(request.url ?? '');
      answer(request, response);
    }),
  );
  return { ...server, url: `http://127.0.0.1:${server.port}/issuer.cer`, asked };
}

function codeOf(fetching: Promise<unknown>): Promise<string> {
  return fetching.then(
    () => 'none',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

describe('in one run', () => {
  it('a place is asked once, however many ask for it at once or later', async () => {
    const { url, asked } = await serve((_request, response) => response.end(certificate.der));
    const fetchIssuers = createIssuerFetcher(terms);
    const answers = [...(await Promise.all([fetchIssuers(url), fetchIssuers(url)])), await fetchIssuers(url)];
    expect(answers.map(([first]) => first?.fingerprint)).toEqual(Array(3).fill(certificate.fingerprint));
    expect(asked).toEqual(['/issuer.cer']);
  });

  it('a failure is kept as well', async () => {
    const { url, asked } = await serve((_request, response) => response.writeHead(500).end());
    const fetchIssuers = createIssuerFetcher(terms);
    expect(await codeOf(fetchIssuers(url))).toBe('AIA_HTTP_STATUS');
    expect(await codeOf(fetchIssuers(url))).toBe('AIA_HTTP_STATUS');
    expect(asked).toHaveLength(1);
  });

  it('who loses patience hears so, and others get their answer', async () => {
    const impatience = new AbortController();
    const { url } = await serve((_request, response) => {
      impatience.abort();
      // After the one who has gone has heard of it.
      setImmediate(() => response.end(certificate.der));
    });
    const fetchIssuers = createIssuerFetcher(terms);
    const impatient = codeOf(fetchIssuers(url, impatience.signal));
    const [answer] = await fetchIssuers(url);
    expect(await impatient).toBe('AIA_GIVEN_UP');
    expect(answer?.fingerprint).toBe(certificate.fingerprint);
    expect(await codeOf(fetchIssuers(url, impatience.signal))).toBe('AIA_GIVEN_UP');
  });

  it('a request ends when nobody waits for it any more', async () => {
    const impatience = new AbortController();
    const server = await serve(() => impatience.abort());
    const fetchIssuers = createIssuerFetcher(terms);
    expect(await codeOf(fetchIssuers(server.url, impatience.signal))).toBe('AIA_GIVEN_UP');
    await server.idle();
    expect(await codeOf(fetchIssuers(server.url))).toBe('AIA_GIVEN_UP');
    expect(server.asked).toHaveLength(1);
  });

  it('a thousand places are asked, and no more', async () => {
    const fetchIssuers = createIssuerFetcher(terms);
    const places = Array.from({ length: 1001 }, (_, index) => `https://aia.example.com/${index}`);
    const codes = await Promise.all(places.map((url) => codeOf(fetchIssuers(url))));
    expect([codes[999], codes[1000]]).toEqual(['AIA_URL_HTTPS', 'AIA_GIVEN_UP']);
    expect(await codeOf(fetchIssuers('https://aia.example.com/0'))).toBe('AIA_URL_HTTPS');
  });

  it('a minute may be wasted, and no more', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 20_000));
    const fetchIssuers = createIssuerFetcher(terms);
    const codes: string[] = [];
    for (let index = 0; index < 4; index += 1) {
      codes.push(await codeOf(fetchIssuers(`https://aia.example.com/${index}`)));
    }
    expect(codes[0]).toBe('AIA_URL_HTTPS');
    expect(codes[3]).toBe('AIA_GIVEN_UP');
  });
});

it('repeats neither password nor query of a place that it does not ask', async () => {
  const fetchIssuers = createIssuerFetcher(terms);
  const url = 'http://user:hunter22@aia.example.com/?t=hunter22';
  const error: unknown = await fetchIssuers(url, AbortSignal.abort()).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'AIA_GIVEN_UP' });
  expect(String(error)).not.toContain('hunter22');
});
