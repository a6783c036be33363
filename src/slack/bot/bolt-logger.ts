import type { Logger, LogLevel } from '@slack/bolt';
import { printable } from '../../errors/printable.ts';
import { redact } from '../../errors/redaction.ts';

/** Hears lines for the log. */
export type Say = (line: string) => void;

const MAX_LINE = 500;

/** What the library has to say, as lines of ours: warnings and errors alone, cut and without secrets. */
export function boltLogger(level: LogLevel, say: Say): Logger {
  const tell = (...parts: readonly unknown[]): void => {
    const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
    say(`Slack: ${printable(redact(text), MAX_LINE)}`);
  };
  return {
    debug: silent,
    info: silent,
    warn: tell,
    error: tell,
    setLevel: silent,
    getLevel: () => level,
    setName: silent,
  };
}

function silent(): undefined {
  return undefined;
}
