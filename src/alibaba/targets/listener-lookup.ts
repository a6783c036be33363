import { z } from 'zod';
import type { CloudProduct } from '../../config/config.ts';
import { appError } from '../../errors/catalogue.ts';
import { id, optional } from '../fields.ts';
import type { RpcClient, RpcCall } from '../rpc/rpc-client.ts';

const listeners = z.object({
  Listeners: optional(
    z.array(z.object({ ListenerId: id, ListenerPort: z.int(), ListenerProtocol: optional(z.string()) })),
  ),
});

/**
 * The listener of a load balancer of ALB or NLB on `port`; an id of a listener (lsn-…) is itself.
 * https://api.aliyun.com/document/Alb/2020-06-16/ListListeners, …/Nlb/2022-04-30/ListListeners
 *
 * @throws TARGET_UNFIT when there is none
 */
export async function findListener(
  client: RpcClient,
  { instance, port, product }: { instance: string; port: number; product: CloudProduct },
): Promise<string> {
  if (instance.startsWith('lsn-')) return instance;
  const { Listeners = [] } = await client.call({
    action: 'ListListeners',
    method: 'POST',
    parameters: { 'LoadBalancerIds.1': instance, MaxResults: 100 },
    schema: listeners,
    repeat: 'safe',
  });
  const found = Listeners.find(
    ({ ListenerPort, ListenerProtocol = '' }) =>
      ListenerPort === port && ['HTTPS', 'QUIC', 'TCPSSL'].includes(ListenerProtocol),
  );
  if (found) return found.ListenerId;
  throw appError('TARGET_UNFIT', {
    target: `${product.toUpperCase()} ${instance}`,
    reason: `it has no TLS listener on port ${port}`,
    help: 'Add an HTTPS (NLB: TCPSSL) listener, or name its port as `port`, or the listener itself (lsn-…) as `instance`.',
  });
}

/** One page of what a listener has. */
export interface ListedCertificates {
  readonly id: string;
  readonly isDefault: boolean;
  readonly status: string;
}

const certificatePage = z.object({
  NextToken: optional(z.string()),
  Certificates: optional(
    z.array(z.object({ CertificateId: id, IsDefault: optional(z.boolean()), Status: optional(z.string()) })),
  ),
});

const MOST_PAGES = 20;

/** All pages of ListListenerCertificates. */
export async function listListenerCertificates(
  client: RpcClient,
  parameters: RpcCall<object>['parameters'],
): Promise<readonly ListedCertificates[]> {
  const found: ListedCertificates[] = [];
  let next: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { NextToken, Certificates = [] } = await client.call({
      action: 'ListListenerCertificates',
      method: 'POST',
      parameters: { ...parameters, MaxResults: 50, NextToken: next },
      schema: certificatePage,
      repeat: 'safe',
    });
    found.push(
      ...Certificates.map(({ CertificateId, IsDefault = false, Status = 'Associated' }) => ({
        id: CertificateId,
        isDefault: IsDefault,
        status: Status,
      })),
    );
    if (!NextToken) return found;
    // The same page again, for ever.
    if (NextToken === next) break;
    next = NextToken;
  }
  throw appError('CLOUD_ANSWER_UNEXPECTED', {
    call: 'ListListenerCertificates',
    reason: 'its pages have no end',
  });
}
