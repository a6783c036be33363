import RPCClient from '@alicloud/pop-core';
import type { Emulator } from '../../src/emulator/emulator.ts';

/** What came back: the body, or the error code with its HTTP status. */
export interface CasReply {
  readonly code: string | undefined;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A call with the real SDK; an answer with an error code is a reply too, everything else is thrown. */
export type CallCas = (
  action: string,
  parameters: Readonly<Record<string, string>>,
  method?: 'GET' | 'POST' | 'PUT',
) => Promise<CasReply>;

interface SdkError {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly entry: { readonly response: { readonly statusCode: number } };
}

function isSdkError(error: unknown): error is SdkError {
  return typeof error === 'object' && error !== null && 'entry' in error && 'code' in error;
}

export function casClient(emulator: Emulator): CallCas {
  const { id, secret, securityToken } = emulator.accessKey;
  const client = new RPCClient({
    endpoint: emulator.endpoint,
    apiVersion: '2020-04-07',
    accessKeyId: id,
    accessKeySecret: secret,
    ...(securityToken === undefined ? {} : { securityToken }),
  });
  return async (action, parameters, method = 'POST') => {
    try {
      const body = await client.request<Record<string, unknown>>(action, parameters, { method });
      return { code: undefined, status: 200, body: { ...body } };
    } catch (error) {
      if (!isSdkError(error)) throw error;
      return { code: error.code, status: error.entry.response.statusCode, body: { ...error.data } };
    }
  };
}
