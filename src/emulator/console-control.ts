import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './cas-call.ts';
import type { Placement } from './placement.ts';

/** Where, below the emulator's origin, the emulated web console delivers what somebody does in it. */
export const CONSOLE_PATH = '/console/placements';

/** What somebody does in the console: any chain and key, for one instance. */
export type ConsolePlacement = Pick<Placement, 'instanceId' | 'chainPem' | 'keyPem'>;

export type ConsoleResult =
  | { readonly ok: true; readonly certificateId: string }
  | { readonly ok: false; readonly problem: string };

/** Answers a delivery of `postPlacement`: 200 or 400 with a ConsoleResult. */
export async function handlePlacement(
  place: (placement: Placement) => string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const result = await resultOf(place, request);
  response.writeHead(result.ok ? 200 : 400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(result));
}

async function resultOf(
  place: (placement: Placement) => string,
  request: IncomingMessage,
): Promise<ConsoleResult> {
  // A web page cannot send this type here without asking first (CORS).
  const json = request.headers['content-type'] === 'application/json';
  const body = await readBody(request);
  const placement =
    request.method === 'POST' && json && body !== undefined ? parsePlacement(body) : undefined;
  if (!placement) return { ok: false, problem: 'the request is not a placement' };
  try {
    return { ok: true, certificateId: place(placement) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}

function parsePlacement(body: string): ConsolePlacement | undefined {
  try {
    const { instanceId, chainPem, keyPem } = JSON.parse(body) as Record<string, unknown>;
    if (typeof instanceId !== 'string' || typeof chainPem !== 'string' || typeof keyPem !== 'string') {
      return undefined;
    }
    return { instanceId, chainPem, keyPem };
  } catch {
    return undefined;
  }
}
