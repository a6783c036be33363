import { redact } from '../errors/redaction.ts';
import { cutDisplay } from '../reports/display-width.ts';
import { createPaint, type Paint, wantsColour } from '../reports/paint.ts';
import type { ProgressPlace } from '../reports/progress.ts';

/** The two streams of a command, every line redacted, with colours where a terminal shows them. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Columns of standard output, 40 at least; Infinity where it is no terminal, or one that does not know its size. */
  readonly width: number;
  out(line: string): void;
  error(line: string): void;
  /** Whether `progress` shows anything: not where standard error is a file. */
  readonly showsProgress: boolean;
  /** Shows how far a run is, in one line of a terminal that the next one replaces; undefined: takes it away. */
  progress(line: string | undefined): void;
  paint(stream: 'out' | 'error', noColour: boolean): Paint;
}

const MIN_WIDTH = 40;

/** To the first column, and nothing behind it (ECMA-48 EL). */
const CLEAR_LINE = '\r\u001B[2K';

/** Where progress of long work is shown on it. */
export function progressPlace(terminal: Terminal): ProgressPlace {
  return { width: terminal.width, transient: (line) => terminal.progress(line) };
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const streams = { out: process.stdout, error: process.stderr };
  const showsProgress = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  let shown = false;
  const clear = (): void => {
    if (shown) process.stderr.write(CLEAR_LINE);
    shown = false;
  };
  const write = (stream: NodeJS.WriteStream, line: string): void => {
    clear();
    stream.write(`${redact(line)}\n`);
  };
  return {
    environment: process.env,
    width: widthOf(process.stdout, process.env['COLUMNS']),
    showsProgress,
    out: (line) => write(process.stdout, line),
    error: (line) => write(process.stderr, line),
    progress: (line) => {
      if (!showsProgress) return;
      clear();
      if (line === undefined) return;
      // What is longer than the line would be broken, and could not be taken away again.
      process.stderr.write(cutDisplay(redact(line), (process.stderr.columns || MIN_WIDTH) - 1));
      shown = true;
    },
    paint: (stream, noColour) => createPaint(wantsColour(streams[stream], process.env, noColour)),
  };
}

/** What the user says stands (POSIX `COLUMNS`); without a terminal nobody has a width. */
function widthOf(stream: NodeJS.WriteStream, said: string | undefined): number {
  if (!stream.isTTY) return Infinity;
  const columns = said !== undefined && /^\d{1,4}$/.test(said) ? Number(said) : stream.columns;
  return columns > 0 ? Math.max(columns, MIN_WIDTH) : Infinity;
}
