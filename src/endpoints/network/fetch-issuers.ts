import type { IncomingMessage } from 'node:http';
import type { Certificate } from '../../certificates/certificate.ts';
import { parseIssuers } from '../../certificates/parse-issuers.ts';
import { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import { parseAiaUrl, showUrl } from './aia-url.ts';
import { connectTcp, type TcpConnection } from './connect-tcp.ts';
import { brokenConnection, timeoutFailure } from './failure.ts';
import { exchangeHttp, hostHeader } from './http-exchange.ts';
import type { Address, ObservationFailure } from '../observation.ts';
import { isPublicAddress } from './public-address.ts';
import { resolveName } from './resolve-addresses.ts';
import { type Patience, type TimeLimit, withTimeLimit } from './time-limit.ts';

export interface FetchTerms extends Patience {
  /** Whether loopback and private addresses may be fetched from. */
  readonly privateNetworks: boolean;
}

/** What is the same for every request of one fetch. */
interface Fetch {
  readonly privateNetworks: boolean;
  readonly limit: TimeLimit;
}

const MAX_BODY_BYTES = 64 * 1024;
const MAX_REDIRECTS = 3;
/** Addresses of one host that are tried, one after the other. */
const MAX_ATTEMPTS = 4;
const HTTP_PORT = 80;
const REDIRECT_STATUSES: readonly number[] = [301, 302, 303, 307, 308];

/**
 * The certificates behind a caIssuers URL of authorityInfoAccess (RFC 5280 §4.2.2.1), as answered, at least
 * one. The URL comes from a certificate that nobody has verified yet, so: http only, at most 3 redirects,
 * each checked like the first, at most 64 KiB, `timeoutMs` over all, no proxy, and a name is resolved once
 * and its address checked before it is connected to (DNS rebinding).
 *
 * @throws AIA_URL_HTTPS, AIA_URL_REFUSED for what may not be asked
 * @throws AIA_UNREACHABLE when no answer comes
 * @throws AIA_HTTP_STATUS, AIA_TOO_LARGE, AIA_ANSWER_INVALID for what is answered
 * @throws the signal's abort reason
 */
export function fetchIssuers(
  url: string,
  { privateNetworks, ...patience }: FetchTerms,
): Promise<readonly Certificate[]> {
  return withTimeLimit(patience, async (limit) => {
    let target = parseAiaUrl(url);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const answer = await fetchOnce(target, { privateNetworks, limit });
      if (typeof answer !== 'string') return parseAnswer(answer, target);
      target = parseAiaUrl(answer, target);
    }
    const why = `it redirects more than ${MAX_REDIRECTS} times`;
    throw appError('AIA_ANSWER_INVALID', { url: showUrl(target), why });
  });
}

/** One request: the body answered, or the URL redirected to. */
async function fetchOnce(url: URL, fetch: Fetch): Promise<Buffer | string> {
  const { limit } = fetch;
  const { socket } = await connectTo(url, fetch);
  try {
    const response = await exchangeHttp({
      socket,
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      host: hostHeader(hostOf(url), portOf(url), HTTP_PORT),
      signal: limit.signal,
    });
    return redirectOf(response) ?? (await readBody(response, url));
  } catch (error) {
    throw brokenFetch(url, error, limit);
  } finally {
    socket.destroy();
  }
}

/** Connects to the first address of the URL's host that may be asked and answers. */
async function connectTo(url: URL, { privateNetworks, limit }: Fetch): Promise<TcpConnection> {
  let failed: ObservationFailure = timeoutFailure(limit, 'connect');
  for (const { ip, port } of (await allowedAddresses(url, { privateNetworks, limit })).slice(
    0,
    MAX_ATTEMPTS,
  )) {
    const connection = await connectTcp({ ip, port, privateNetworks }, limit);
    if (connection.kind === 'connected') return connection;
    failed = connection;
  }
  throw unreachable(url, failed);
}

async function allowedAddresses(url: URL, { privateNetworks, limit }: Fetch): Promise<readonly Address[]> {
  const resolution = await resolveName({ domain: hostOf(url), port: portOf(url) }, limit);
  if (resolution.kind === 'failure') throw unreachable(url, resolution);
  const allowed = resolution.addresses.filter(({ ip }) => privateNetworks || isPublicAddress(ip));
  if (allowed.length > 0) return allowed;
  const why = `${resolution.addresses[0].ip} is not a public address`;
  throw appError('AIA_URL_REFUSED', { url: showUrl(url), why });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  return REDIRECT_STATUSES.includes(statusCode) ? headers.location : undefined;
}

async function readBody(response: IncomingMessage, url: URL): Promise<Buffer> {
  const status = response.statusCode ?? 0;
  if (status !== 200) throw appError('AIA_HTTP_STATUS', { url: showUrl(url), status });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) {
      throw appError('AIA_TOO_LARGE', { url: showUrl(url), limit: MAX_BODY_BYTES });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseAnswer(body: Buffer, url: URL): readonly Certificate[] {
  try {
    return parseIssuers(body);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw appError('AIA_ANSWER_INVALID', { url: showUrl(url), why }, { cause });
  }
}

function brokenFetch(url: URL, error: unknown, limit: TimeLimit): AppError {
  if (error instanceof AppError) return error;
  const broken = brokenConnection(limit, 'http', error);
  if (broken.reason !== 'http-error') return unreachable(url, broken);
  return appError('AIA_ANSWER_INVALID', { url: showUrl(url), why: broken.detail }, { cause: error });
}

function unreachable(url: URL, { reason, detail }: ObservationFailure): AppError {
  return appError('AIA_UNREACHABLE', { url: showUrl(url), why: `${reason} (${detail})` });
}

/** Without the brackets that a URL puts around an IPv6 literal. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function portOf({ port }: URL): number {
  return port === '' ? HTTP_PORT : Number(port);
}
