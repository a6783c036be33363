import { once } from 'node:events';
import { connect } from 'node:net';

interface MarionetteError {
  /** Such as `insecure certificate`. */
  readonly error: string;
  readonly message: string;
}

/** The type of a response, 1; the id of its command; either of these. */
type Response = readonly [1, number, MarionetteError | null, { readonly value?: unknown } | null];

export interface MarionetteAnswer {
  readonly error: MarionetteError | undefined;
  /** Of the script that was run. */
  readonly value: unknown;
}

export interface Marionette {
  /** What comes of one command. @throws when the browser has gone */
  readonly ask: (command: string, parameters: object) => Promise<MarionetteAnswer>;
  readonly close: () => void;
}

/** Firefox's protocol for remote control: JSON behind its length and a colon, over TCP on loopback. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const waiting = new Map<number, PromiseWithResolvers<MarionetteAnswer>>();
  let last = 0;
  let rest = Buffer.alloc(0);
  socket
    .on('error', () => undefined)
    .once('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('the browser has gone'));
    });
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let message = takeMessage(); message; message = takeMessage()) settle(message);
  });

  /** The next message that has come whole. */
  function takeMessage(): string | undefined {
    const start = rest.indexOf(':') + 1;
    const end = start + Number(rest.toString('ascii', 0, Math.max(start - 1, 0)));
    if (start === 0 || rest.length < end) return undefined;
    const message = rest.toString('utf8', start, end);
    rest = rest.subarray(end);
    return message;
  }

  function settle(message: string): void {
    const parsed = JSON.parse(message) as Response | { readonly marionetteProtocol: number };
    // The first message is a greeting.
    if ('marionetteProtocol' in parsed) return;
    const [, id, error, result] = parsed;
    waiting.get(id)?.resolve({ error: error ?? undefined, value: result?.value });
    waiting.delete(id);
  }

  return {
    ask(command, parameters) {
      last += 1;
      const answer = Promise.withResolvers<MarionetteAnswer>();
      waiting.set(last, answer);
      const message = JSON.stringify([0, last, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
      return answer.promise;
    },
    close: () => socket.destroy(),
  };
}
