import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { HTTPReceiver } from '@slack/bolt';
import type { Secret } from '../../errors/secret.ts';
import { createGate } from './signed-requests.ts';

const PATH = '/slack/events';

/**
 * Answers `POST /slack/events` of `server` by what `receiver` makes of requests that are signed and new. Returns what
 * ends that: it waits for those in hand.
 */
export function serveEvents(server: Server, receiver: HTTPReceiver, secret: Secret): () => Promise<void> {
  const admit = createGate(secret);
  const inHand = new Set<Promise<void>>();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url?.split('?')[0] !== PATH) return;
    const answered = answer(request, response).finally(() => inHand.delete(answered));
    inHand.add(answered);
  };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const closed = new Promise<void>((resolve) => void response.once('close', resolve));
    try {
      if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
      const admission = await admit(request);
      if (admission.status !== 200)
        return void response.writeHead(admission.status, { connection: 'close' }).end();
      receiver.requestListener(Object.assign(request, { rawBody: admission.body }), response);
    } catch {
      // The connection broke off while the body was read.
      response.destroy();
    }
    await closed;
  }
  server.on('request', listener);
  return async () => {
    server.off('request', listener);
    await Promise.all(inHand);
  };
}
