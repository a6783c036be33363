import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fetchIssuers } from '../../../src/endpoints/network/fetch-issuers.ts';
import { AppError } from '../../../src/errors/app-error.ts';
import { createDesk, issueHierarchy } from '../../support/certificate-desk.ts';
import { closeServers, listen, type LocalServer, serveTcp } from '../../support/servers.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const { root, intermediate } = issueHierarchy(desk);
const { der } = intermediate.certificate;
const terms = { privateNetworks: true, timeoutMs: 5_000 };

function serveHttp(handle: RequestListener): Promise<LocalServer> {
  return listen(createServer(handle));
}

function serveBody(body: Uint8Array | string): Promise<LocalServer> {
  return serveHttp((_request, response) => response.end(body));
}

function urlOf({ port }: LocalServer, path = '/issuer.cer'): string {
  return `http://127.0.0.1:${port}${path}`;
}

async function fingerprints(url: string): Promise<readonly string[]> {
  return (await fetchIssuers(url, terms)).map(({ fingerprint }) => fingerprint);
}

async function failureOf(fetching: Promise<unknown>): Promise<AppError> {
  const error = await fetching.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw error;
}

describe('what is fetched', () => {
  it.each([
    ['DER', () => der],
    ['PEM', () => intermediate.pem],
    ['a CMS message', () => certsOnlyMessage()],
  ])('is a certificate as %s', async (_name, body) => {
    expect(await fingerprints(urlOf(await serveBody(body())))).toContain(
      intermediate.certificate.fingerprint,
    );
  });

  it('is asked for by path, query and host', async () => {
    const seen: unknown[] = [];
    const server = await serveHttp(({ method, url, headers }, response) => {
      seen.push(method, url, headers.host, headers['user-agent']);
      response.end(der);
    });
    await fetchIssuers(`http://localhost:${server.port}/a/b.cer?c=d#e`, terms);
    expect(seen).toEqual(['GET', '/a/b.cer?c=d', `localhost:${server.port}`, 'airec-https']);
    await server.idle();
  });

  it('may be three redirects away', async () => {
    const server = await serveHttp(countDown);
    expect(await fingerprints(urlOf(server, '/3'))).toEqual([intermediate.certificate.fingerprint]);
  });

  it('may come over IPv6', async () => {
    const server = await listen(
      createServer((_request, response) => response.end(der)),
      '::1',
    );
    const found = await fingerprints(`http://[::1]:${server.port}/`);
    expect(found).toEqual([intermediate.certificate.fingerprint]);
  });
});

describe('what is answered', () => {
  it.each([
    ['a page', () => serveBody('<html></html>'), 'AIA_ANSWER_INVALID'],
    ['nothing', () => serveBody(''), 'AIA_ANSWER_INVALID'],
    ['64 KiB of garbage', () => serveBody(Buffer.alloc(65_536, 1)), 'AIA_ANSWER_INVALID'],
    ['one byte more', () => serveBody(Buffer.alloc(65_537, 1)), 'AIA_TOO_LARGE'],
    ['bytes without end', () => serveHttp((_request, response) => pour(response)), 'AIA_TOO_LARGE'],
    ['four redirects', () => serveHttp(redirectForever), 'AIA_ANSWER_INVALID'],
    ['a redirect to https', () => redirectTo('https://127.0.0.1/'), 'AIA_URL_HTTPS'],
    ['a redirect to a file', () => redirectTo('file:///etc/passwd'), 'AIA_URL_REFUSED'],
    ['a redirect with a password', () => redirectTo('http://user:password@127.0.0.1/'), 'AIA_URL_REFUSED'],
    [
      'a redirect to nowhere',
      () => serveHttp((_request, response) => response.writeHead(302).end()),
      'AIA_HTTP_STATUS',
    ],
    ['not HTTP', () => serveTcp((socket) => socket.end('220 mail ready\r\n')), 'AIA_ANSWER_INVALID'],
    [
      'less than it announces',
      () => serveTcp((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx')),
      'AIA_UNREACHABLE',
    ],
    [
      'a reset',
      () => serveTcp((socket) => socket.once('data', () => socket.resetAndDestroy())),
      'AIA_UNREACHABLE',
    ],
    ['a close', () => serveTcp((socket) => socket.once('data', () => socket.end())), 'AIA_UNREACHABLE'],
  ] as const)('%s', async (_name, start, code) => {
    const server = await start();
    expect((await failureOf(fetchIssuers(urlOf(server), terms))).code).toBe(code);
    await server.idle();
  });

  it.each([
    [404, false],
    [204, false],
    [429, true],
    [503, true],
  ])('the status %i, retryable: %s', async (status, retryable) => {
    const server = await serveHttp((_request, response) => response.writeHead(status).end());
    const error = await failureOf(fetchIssuers(urlOf(server), terms));
    expect(error).toMatchObject({ code: 'AIA_HTTP_STATUS', retryable });
  });

  it('too slowly', async () => {
    const server = await serveHttp(
      (_request, response) => void response.writeHead(200).write(der.subarray(0, 9)),
    );
    const error = await failureOf(fetchIssuers(urlOf(server), { ...terms, timeoutMs: 100 }));
    expect(error).toMatchObject({ code: 'AIA_UNREACHABLE', retryable: true });
    await server.idle();
  });

  it('after the caller has lost interest', async () => {
    const controller = new AbortController();
    const server = await serveHttp(() => controller.abort(new Error('enough')));
    const fetching = fetchIssuers(urlOf(server), { ...terms, signal: controller.signal });
    await expect(fetching).rejects.toThrow('enough');
    await server.idle();
  });

  it('by nobody', async () => {
    const server = await serveBody(der);
    await server.close();
    expect((await failureOf(fetchIssuers(urlOf(server), terms))).code).toBe('AIA_UNREACHABLE');
  });
});

describe('what may not be asked', () => {
  it.each([
    ['https://aia.example.com/issuer.cer', 'AIA_URL_HTTPS'],
    ['ldap://aia.example.com/cn=issuer', 'AIA_URL_REFUSED'],
    ['file:///etc/passwd', 'AIA_URL_REFUSED'],
    ['http://user:password@aia.example.com/', 'AIA_URL_REFUSED'],
    ['http://aia.example.com:99999/', 'AIA_URL_REFUSED'],
    ['issuer.cer', 'AIA_URL_REFUSED'],
    ['', 'AIA_URL_REFUSED'],
  ])('%s', async (url, code) => {
    expect((await failureOf(fetchIssuers(url, terms))).code).toBe(code);
  });

  it('does not repeat a password', async () => {
    const error = await failureOf(fetchIssuers('http://user:hunter22@aia.example.com/?t=hunter22', terms));
    expect(`${error.message} ${error.help}`).not.toContain('hunter22');
  });

  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '0.0.0.0',
  ])('a private address, unless they are allowed: %s', async (host) => {
    const server = await serveBody(der);
    const url = `http://${host}:${server.port}/issuer.cer`;
    const error = await failureOf(fetchIssuers(url, { ...terms, privateNetworks: false }));
    expect(error.code).toBe('AIA_URL_REFUSED');
    expect(server.connections()).toBe(0);
  });
});

/** `certs-only` CMS, as most CAs publish it. */
function certsOnlyMessage(): Buffer {
  writeFileSync(join(desk.folder, 'issuers.pem'), root.pem + intermediate.pem);
  desk.openssl('crl2pkcs7 -nocrl -certfile issuers.pem -outform DER -out issuers.p7c');
  return readFileSync(join(desk.folder, 'issuers.p7c'));
}

/** `/3` redirects to `/2`, and so on; `/0` is the certificate. */
const countDown: RequestListener = ({ url = '' }, response) => {
  const left = Number(url.slice(1));
  if (left === 0) response.end(der);
  else response.writeHead(301, { location: `${left - 1}` }).end();
};

const redirectForever: RequestListener = (_request, response) => {
  response.writeHead(307, { location: '/again' }).end();
};

function redirectTo(location: string): Promise<LocalServer> {
  return serveHttp((_request, response) => response.writeHead(302, { location }).end());
}

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
