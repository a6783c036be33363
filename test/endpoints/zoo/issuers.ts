import { gzipSync } from 'node:zlib';
import { createServer } from 'node:http';
import { authority } from '../../support/minted-hierarchy.ts';
import { listen } from '../../support/servers.ts';
import { offer, type Specimen } from '../../support/zoo.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ISSUING, leafAt, serving, STRANGER } from './material.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function answer(handle: Handler): Promise<string> {
  return `http://127.0.0.1:${(await listen(createServer(handle))).port}/issuer.cer`;
}

/** A leaf alone, whose issuer cannot be had at the address it names. */
function at(what: string, url: () => Promise<string>): Specimen {
  const show = async () => serving([leafAt(await url())])();
  return {
    what: `an AIA address with ${what}`,
    show,
    finds: ['missing-intermediate', 'aia-fetch-failed'],
    verdict: 'broken',
  };
}

/** One byte at a time, for as long as anybody listens. */
const trickle: Handler = (_, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('0'), 100);
  response.on('close', () => clearInterval(timer));
};

const endless: Handler = (_, response) => {
  response.writeHead(200);
  const chunk = Buffer.alloc(65_536, 48);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
};

const silent: Handler = () => undefined;
const bomb = gzipSync(Buffer.alloc(50_000_000));

/** Hostile or useless places to fetch an issuer from. */
export const ISSUER_SPECIMENS: readonly Specimen[] = [
  at('404', () => answer((_, response) => response.writeHead(404).end())),
  at('HTML', () => offer('<!doctype html><title>Moved</title>')),
  at('an empty answer', () => offer('')),
  at('another certificate', () => offer(STRANGER.certificate.der)),
  at('a namesake of the issuer', () => offer(authority('Zoo Issuing CA 1').certificate.der)),
  at('the leaf itself cut off', () => offer(ISSUING.certificate.der.subarray(0, -9))),
  at('a redirect to itself', () =>
    answer(({ url = '' }, response) => response.writeHead(302, { location: url }).end()),
  ),
  at('a redirect to https', () =>
    answer((_, response) => response.writeHead(302, { location: 'https://127.0.0.1/' }).end()),
  ),
  at('a redirect to a file', () =>
    answer((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()),
  ),
  at('a gzip bomb', () => offer(bomb, { 'content-encoding': 'gzip' })),
  at('a trickle', () => answer(trickle)),
  at('no end', () => answer(endless)),
  at('silence', () => answer(silent)),
  at('nobody there', async () => 'http://127.0.0.1:9/issuer.cer'),
  // RFC 5280 §4.2.2.1 allows other schemes, which nobody fetches from: there is no fetch that could fail.
  ...['ftp://127.0.0.1/issuer.cer', 'ldap://127.0.0.1/cn=issuer', 'issuer.cer'].map((url) => ({
    ...at(`nothing but ${url}`, async () => url),
    finds: ['missing-intermediate'] as const,
  })),
];
