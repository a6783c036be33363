import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Secret } from '../../errors/secret.ts';

/** Octets of a body; the largest payload of a message with blocks is far below. */
const MAX_BODY = 1024 * 1024;
/** How far clocks may differ, and for how long a request is remembered. */
const WINDOW_MS = 5 * 60_000;
/** Requests of one window that are remembered; when there are more, new ones are refused. */
const MAX_SEEN = 50_000;

export type Admission =
  | { readonly status: 200; readonly body: Buffer }
  /** The status to answer with, and why, for the log. */
  | { readonly status: 401 | 413 | 429; readonly reason: string };

/**
 * Admits requests that Slack has signed with `secret`, once each: the signature (v0) is that of these bytes, the time is
 * within five minutes of now, and the same request did not come before. `now` gives milliseconds.
 * Source: https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function createGate(
  secret: Secret,
  now: () => number = Date.now,
): (request: IncomingMessage) => Promise<Admission> {
  const seen = new Map<string, number>();
  return async (request) => {
    const body = await readBody(request);
    if (!body) return { status: 413, reason: `the body has more than ${MAX_BODY} octets` };
    const { 'x-slack-request-timestamp': time, 'x-slack-signature': signature } = request.headers;
    if (typeof time !== 'string' || !/^\d{1,12}$/.test(time) || typeof signature !== 'string')
      return { status: 401, reason: 'it is not signed' };
    const at = now();
    if (Math.abs(at - Number(time) * 1000) > WINDOW_MS)
      return { status: 401, reason: 'its time is more than five minutes away' };
    if (!isSigned(signature, `v0:${time}:`, { body, secret }))
      return { status: 401, reason: 'its signature is another one' };
    for (const [each, end] of seen) {
      if (end > at) break;
      seen.delete(each);
    }
    if (seen.has(signature)) return { status: 401, reason: 'it came before' };
    if (seen.size >= MAX_SEEN) return { status: 429, reason: 'too many came within five minutes' };
    // Its time may lie ahead by a window, and is good for one more.
    seen.set(signature, at + 2 * WINDOW_MS);
    return { status: 200, body };
  };
}

function isSigned(
  signature: string,
  prefix: string,
  { body, secret }: { readonly body: Buffer; readonly secret: Secret },
): boolean {
  const digest = createHmac('sha256', secret.reveal()).update(prefix).update(body).digest('hex');
  const [expected, actual] = [Buffer.from(`v0=${digest}`), Buffer.from(signature)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const octets = chunk as Buffer;
    length += octets.length;
    if (length > MAX_BODY) return undefined;
    chunks.push(octets);
  }
  return Buffer.concat(chunks);
}
