import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { getEventListeners } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { type HttpTarget, requestHttp } from '../../../src/endpoints/network/request-http.ts';
import { createDesk, issueHierarchy, serving } from '../../support/certificate-desk.ts';
import { closeServers, listen, type LocalServer, serveTcp, serveTls } from '../../support/servers.ts';

const desk = createDesk();
afterAll(async () => {
  await closeServers();
  desk.remove();
});

const { make, intermediate, leaf } = issueHierarchy(desk);
const identity = serving([leaf, intermediate]);
const patience = { timeoutMs: 5_000 };

function serveHttps(handle: RequestListener): Promise<LocalServer> {
  return listen(createServer(identity, handle));
}

/** A TLS server that answers whatever it is asked with `text`. */
function answers(text: string): Promise<LocalServer> {
  return serveTls(identity, (socket) => socket.once('data', () => socket.write(text)));
}

function target(port: number, more: Partial<HttpTarget> = {}): HttpTarget {
  return {
    domain: 'rec.example.com',
    port: 443,
    address: { ip: '127.0.0.1', port, source: 'pin' },
    method: 'GET',
    path: '/api/v1/recommend',
    privateNetworks: true,
    ...more,
  };
}

describe('the request', () => {
  it.each([
    ['rec.example.com', 443, 'rec.example.com'],
    ['rec.example.com', 8443, 'rec.example.com:8443'],
    ['192.0.2.1', 443, '192.0.2.1'],
    ['2001:db8::1', 443, '[2001:db8::1]'],
    ['2001:db8::1', 8443, '[2001:db8::1]:8443'],
  ])('for %s, port %i, has the Host %s', async (domain, port, host) => {
    let seen: string | undefined;
    const server = await serveHttps((request, response) => {
      seen = request.headers.host;
      response.end();
    });
    await requestHttp(target(server.port, { domain, port }), patience);
    expect(seen).toBe(host);
  });

  it('has the method, the path, our name and the SNI', async () => {
    const seen: unknown[] = [];
    const server = await serveHttps(({ method, url, headers, socket }, response) => {
      seen.push(method, url, headers['user-agent'], (socket as { servername?: string }).servername);
      response.end();
    });
    await requestHttp(target(server.port, { method: 'HEAD', path: '/a?b=c' }), patience);
    expect(seen).toEqual(['HEAD', '/a?b=c', 'airec-https', 'rec.example.com']);
  });
});

describe('the answer', () => {
  it.each([200, 204, 401, 404, 503])('is the status %i', async (status) => {
    const server = await serveHttps((_request, response) => response.writeHead(status).end('body'));
    expect(await requestHttp(target(server.port), patience)).toMatchObject({ kind: 'response', status });
    await server.idle();
  });

  it('is a redirect, not where it leads', async () => {
    const server = await serveHttps((_request, response) => response.writeHead(302, { location: '/' }).end());
    expect(await requestHttp(target(server.port), patience)).toMatchObject({ status: 302 });
    expect(server.connections()).toBe(1);
  });

  it('is the final one, not 103 Early Hints', async () => {
    const server = await serveHttps((_request, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.writeHead(200).end();
    });
    expect(await requestHttp(target(server.port), patience)).toMatchObject({ status: 200 });
  });

  it('may switch protocols, which is a status too', async () => {
    const server = await answers(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
    );
    expect(await requestHttp(target(server.port), patience)).toMatchObject({ status: 101 });
    await server.idle();
  });

  it('does not wait for an endless body', async () => {
    const server = await serveHttps((_request, response) => void response.writeHead(200).write('tick'));
    expect(await requestHttp(target(server.port), patience)).toMatchObject({ status: 200 });
    await server.idle();
  });

  it('comes although the certificate is expired', async () => {
    const expired = make({ kind: 'leaf', subject: '/CN=x', notAfter: '20210101000000Z' });
    const server = await listen(createServer(serving([expired]), (_request, response) => response.end()));
    expect(await requestHttp(target(server.port), patience)).toMatchObject({ status: 200 });
  });
});

describe('a peer that fails', () => {
  it.each([
    ['answers something else', () => answers('hello\r\n\r\n'), 'http', 'http-error'],
    [
      'answers 40 KiB of headers',
      () => answers(`HTTP/1.1 200 OK\r\nA: ${'a'.repeat(40_960)}\r\n\r\n`),
      'http',
      'http-error',
    ],
    [
      'closes instead of answering',
      () => serveTls(identity, (socket) => socket.once('data', () => socket.end())),
      'http',
      'closed',
    ],
    ['is not TLS', () => serveTcp((socket) => socket.write('220 mail ready\r\n')), 'tls', 'not-tls'],
    [
      'demands a client certificate, in TLS 1.3',
      () => serveTls({ ...identity, requestCert: true, rejectUnauthorized: true }),
      'tls',
      'tls-alert',
    ],
  ] as const)('%s', async (...[, start, stage, reason]) => {
    const server = await start();
    expect(await requestHttp(target(server.port), patience)).toMatchObject({
      kind: 'failure',
      stage,
      reason,
    });
    await server.idle();
  });

  it('is silent after the handshake', async () => {
    const server = await serveTls(identity, (socket) => socket.resume());
    const observation = await requestHttp(target(server.port), { timeoutMs: 150 });
    expect(observation).toMatchObject({ stage: 'http', reason: 'timeout' });
    await server.idle();
  });

  it('has a private address, and those are not allowed', async () => {
    const server = await serveHttps((_request, response) => response.end());
    const observation = await requestHttp(target(server.port, { privateNetworks: false }), patience);
    expect(observation).toMatchObject({ stage: 'policy', reason: 'private-address' });
    expect(server.connections()).toBe(0);
  });

  it('may be given up on', async () => {
    const controller = new AbortController();
    const server = await serveTls(identity, (socket) =>
      socket.once('data', () => controller.abort(new Error('enough'))),
    );
    const { signal } = controller;
    await expect(requestHttp(target(server.port), { ...patience, signal })).rejects.toThrow('enough');
    await server.idle();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
