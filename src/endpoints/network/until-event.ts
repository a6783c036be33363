import type { EventEmitter } from 'node:events';

/**
 * Waits for `event`. Leaves no listener behind.
 *
 * @throws what `error` carries, or an error without code when `close` or the signal's abort comes first
 */
export function untilEvent(emitter: EventEmitter, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => (): void => {
      emitter.off(event, onEvent).off('error', onError).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      finish();
    };
    const onEvent = settle(resolve);
    const onClose = settle(() => reject(new Error('closed')));
    const onAbort = settle(() => reject(new Error('aborted')));
    const onError = (error: Error): void => settle(() => reject(error))();
    emitter.once(event, onEvent).once('error', onError).once('close', onClose);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
}
