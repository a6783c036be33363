import type { TLSSocket } from 'node:tls';

/** The alert comes one round trip after the client's Finished, and most servers send a session ticket otherwise. */
const WAIT_MS = 1000;

/**
 * Whether a server of TLS 1.3 ends a connection, whose handshake is complete on this side, for want of a client
 * certificate (RFC 8446 §4.4.2.4, §6.2). False as soon as it sends a session ticket or data, and when it has kept
 * silent for a second or the signal aborts.
 */
export function isRefusedWithoutCertificate(socket: TLSSocket, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (refused: boolean) => (): void => {
      clearTimeout(timer);
      socket.off('session', onWelcome).off('data', onWelcome);
      socket.off('error', onRefusal).off('end', onRefusal).off('close', onRefusal);
      signal.removeEventListener('abort', onWelcome);
      resolve(refused);
    };
    const onWelcome = settle(false);
    const onRefusal = settle(true);
    const timer = setTimeout(onWelcome, WAIT_MS);
    socket.once('session', onWelcome).once('data', onWelcome);
    socket.once('error', onRefusal).once('end', onRefusal).once('close', onRefusal);
    if (signal.aborted) onWelcome();
    else signal.addEventListener('abort', onWelcome);
  });
}
