import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createRpcClient, type RpcCall, type RpcClient } from '../../src/alibaba/rpc/rpc-client.ts';
import { AppError } from '../../src/errors/app-error.ts';
import { Secret } from '../../src/errors/secret.ts';
import { FAKE_KEY, type FakeCas, type Scripted, scripted, startFakeCas } from './fake-cas.ts';

export const KEY_PEM =
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIGJhcmVseVNlY3JldA\n-----END PRIVATE KEY-----\n';

const found = z.object({ Id: z.union([z.string(), z.number()]).transform(String) });
export type Found = z.infer<typeof found>;

export const READ = {
  action: 'Read',
  method: 'GET',
  parameters: {},
  schema: found,
  repeat: 'safe',
} satisfies RpcCall<Found>;

/** What READ and a write of `writing` answer `{ Id: '7' }` to. */
export const OK = { json: { RequestId: 'R-0', Id: 7 } } satisfies Scripted;

/** A write that carries key material. */
export function writing(recover: () => Promise<Found | undefined>): RpcCall<Found> {
  const parameters = { Key: new Secret(KEY_PEM) };
  return { ...READ, action: 'Write', method: 'POST', parameters, repeat: { recover } };
}

/** A client of a fake cloud that answers `script`, until the test ends. */
export async function connect(
  script: Record<string, readonly Scripted[]>,
  { callMs = 5000, token }: { callMs?: number; token?: string } = {},
): Promise<{ client: RpcClient; cas: FakeCas }> {
  const cas = await startFakeCas(scripted(script));
  onTestFinished(() => cas.close());
  return { client: clientOf(cas.endpoint, { callMs, token }), cas };
}

export function clientOf(
  endpoint: string,
  { callMs, token }: { callMs: number; token?: string | undefined },
): RpcClient {
  const credentials = {
    accessKeyId: FAKE_KEY.id,
    accessKeySecret: new Secret(FAKE_KEY.secret),
    securityToken: token === undefined ? undefined : new Secret(token),
  };
  const options = { endpoint, apiVersion: '2020-04-07', callMs };
  return createRpcClient({ ...options, credentials: () => Promise.resolve(credentials) });
}

/** The catalogue's error that `promise` rejects with; anything else fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error(`not an AppError: ${String(error)}`);
  return error;
}
