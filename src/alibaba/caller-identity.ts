import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { printable } from '../errors/printable.ts';
import { optional } from './fields.ts';
import type { RpcClient } from './rpc/rpc-client.ts';

const callerIdentity = z.object({
  AccountId: optional(z.union([z.string(), z.int()])),
  Arn: optional(z.string()),
});

/**
 * Who the credentials are, such as `acs:ram::1234567890123456:assumed-role/deploy/github`; it needs no permission.
 * Undefined when STS cannot be asked: it may be out of reach where the other products are not.
 * https://api.aliyun.com/document/Sts/2015-04-01/GetCallerIdentity
 *
 * @throws CLOUD_AUTHENTICATION when the credentials are not accepted
 */
export async function readCallerIdentity(client: RpcClient): Promise<string | undefined> {
  try {
    const { Arn, AccountId } = await client.call({
      action: 'GetCallerIdentity',
      method: 'POST',
      parameters: {},
      schema: callerIdentity,
      repeat: 'safe',
    });
    return printable(Arn ?? String(AccountId ?? 'unnamed'), 200);
  } catch (error) {
    if (error instanceof AppError && error.category !== 'authentication') return undefined;
    throw error;
  }
}
