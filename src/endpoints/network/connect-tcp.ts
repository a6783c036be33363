import { connect, type Socket } from 'node:net';
import { connectFailure, failure } from './failure.ts';
import type { ObservationFailure } from '../observation.ts';
import { isPublicAddress } from './public-address.ts';
import type { TimeLimit } from './time-limit.ts';
import { untilEvent } from './until-event.ts';

export interface TcpTarget {
  /** IPv4 or IPv6 literal. */
  readonly ip: string;
  readonly port: number;
  /** Whether addresses outside the public Internet may be connected to. */
  readonly privateNetworks: boolean;
}

export interface TcpConnection {
  readonly kind: 'connected';
  readonly socket: Socket;
}

/**
 * A TCP connection to exactly this address; the caller destroys its socket. A private address that is not
 * allowed is a failure at stage `policy`, and no packet is sent.
 */
export async function connectTcp(
  { ip, port, privateNetworks }: TcpTarget,
  limit: TimeLimit,
): Promise<TcpConnection | ObservationFailure> {
  if (!privateNetworks && !isPublicAddress(ip)) {
    return failure(limit, { stage: 'policy', reason: 'private-address', detail: ip });
  }
  const socket = connect({ host: ip, port, noDelay: true });
  // Whoever waits for an event listens for errors as well; one that comes when nobody waits must not end the process.
  socket.on('error', () => undefined);
  try {
    await untilEvent(socket, 'connect', limit.signal);
    return { kind: 'connected', socket };
  } catch (error) {
    socket.destroy();
    return connectFailure(limit, error);
  }
}
