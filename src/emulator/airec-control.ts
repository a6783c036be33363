import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Airec, DomainRow, DomainUpdate, DomainUpdateResult } from './airec.ts';
import { readBody } from './cas-call.ts';

/** Where, below the emulator's origin, the emulated airec-cli delivers its rows. */
export const AIREC_PATH = '/airec/domains';

/** Answers a delivery of `postDomainUpdate`: 200 or 400 with a DomainUpdateResult. */
export async function handleDomainUpdate(
  airec: Airec,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const result = await resultOf(airec, request);
  response.writeHead(result.ok ? 200 : 400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(result));
}

async function resultOf(airec: Airec, request: IncomingMessage): Promise<DomainUpdateResult> {
  // A web page cannot send this type here without asking first (CORS), so it cannot bind domains.
  const json = request.headers['content-type'] === 'application/json';
  const body = await readBody(request);
  const update = request.method === 'POST' && json && body !== undefined ? parseUpdate(body) : undefined;
  return update ? airec.update(update) : { ok: false, problems: ['the request is not a domain update'] };
}

function parseUpdate(body: string): DomainUpdate | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || !Array.isArray(value['domains'])) return undefined;
  const { instanceId, region } = value;
  const domains = (value['domains'] as unknown[]).map(parseRow).filter((row) => row !== undefined);
  if (typeof instanceId !== 'string' || typeof region !== 'string') return undefined;
  return domains.length === value['domains'].length ? { instanceId, region, domains } : undefined;
}

function parseRow(value: unknown): DomainRow | undefined {
  if (!isRecord(value)) return undefined;
  const { domain, certificateId, protocol, port } = value;
  if (typeof domain !== 'string' || typeof certificateId !== 'string') return undefined;
  if (typeof protocol !== 'string' || typeof port !== 'number') return undefined;
  return { domain, certificateId, protocol, port };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
