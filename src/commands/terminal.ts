import { redact } from '../errors/redaction.ts';
import { createPaint, type Paint, wantsColour } from '../reports/paint.ts';

/** The two streams of a command, every line redacted, with colours where a terminal shows them. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  out(line: string): void;
  error(line: string): void;
  paint(stream: 'out' | 'error', noColour: boolean): Paint;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const streams = { out: process.stdout, error: process.stderr };
  return {
    environment: process.env,
    out: (line) => void process.stdout.write(`${redact(line)}\n`),
    error: (line) => void process.stderr.write(`${redact(line)}\n`),
    paint: (stream, noColour) => createPaint(wantsColour(streams[stream], process.env, noColour)),
  };
}
