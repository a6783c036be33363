import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';

/** The fields of answers that anybody here asks for. */
export interface DevToolsAnswer {
  readonly browserContextId?: string;
  readonly targetId?: string;
  readonly sessionId?: string;
  /** `net::ERR_…`; undefined when the page was loaded. */
  readonly errorText?: string;
  /** A picture, in Base64. */
  readonly data?: string;
  /** Of an expression, as JSON has it. */
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** Something that happened in a session. */
export interface DevToolsEvent {
  readonly method: string;
  readonly params: unknown;
  readonly sessionId?: string;
}

interface Message {
  readonly id?: number;
  readonly result?: DevToolsAnswer;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
}

interface Waiting {
  readonly resolve: (answer: DevToolsAnswer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The Chrome DevTools Protocol over the pipe of a browser that was started with --remote-debugging-pipe: JSON with a zero
 * octet after each message, to its descriptor 3 and from its descriptor 4.
 */
export function connectDevTools(child: ChildProcess) {
  const [, , , input, output] = child.stdio;
  if (!(input instanceof Writable) || !(output instanceof Readable))
    throw new Error('no pipe to the browser');
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: DevToolsEvent) => void>();
  let last = 0;
  let rest = Buffer.alloc(0);
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.once('error', fail).once('exit', () => fail(new Error('the browser has gone')));
  input.on('error', fail);
  output.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      settle(JSON.parse(rest.toString('utf8', 0, end)) as Message);
      rest = rest.subarray(end + 1);
    }
  });

  function settle({ id = 0, result, error, method, params, sessionId }: Message): void {
    if (method !== undefined)
      for (const listen of listeners)
        listen({ method, params, ...(sessionId === undefined ? {} : { sessionId }) });
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result ?? {});
  }

  /** The answer to one command, for the browser or for an attached session. */
  function ask(method: string, params: object, sessionId?: string): Promise<DevToolsAnswer> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      (input as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Hears every event; what is returned ends that. */
  function onEvent(listen: (event: DevToolsEvent) => void): () => void {
    listeners.add(listen);
    return () => void listeners.delete(listen);
  }
  return { ask, onEvent };
}
