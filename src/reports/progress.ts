import type { StepListener, StepName, StepOutcome } from '../deployment/steps.ts';
import { formatDuration } from './format.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { lookWords } from './look-words.ts';
import type { Colour, Paint } from './paint.ts';
import { wordsOf, wrapWords } from './summary/words.ts';
import { wrapBehind } from './wrap-text.ts';

const OUTCOMES = {
  done: { sign: '✓', colour: 'green' },
  skipped: { sign: '–', colour: 'dim' },
  found: { sign: '!', colour: 'yellow' },
  failed: { sign: '✗', colour: 'red' },
} as const satisfies Record<StepOutcome, { sign: string; colour: 'green' | 'dim' | 'yellow' | 'red' }>;

const WORDS = {
  identify: 'Identify',
  inspect: 'Inspect',
  survey: 'Survey',
  rehearse: 'Rehearse',
  provision: 'Provision',
  deploy: 'Deploy',
  map: 'Map',
  bind: 'Bind',
  verify: 'Verify',
  diagnose: 'Diagnose',
  remediate: 'Remediate',
  redeploy: 'Redeploy',
  'roll-back': 'Roll back',
  retire: 'Retire',
} satisfies Record<StepName, string>;

/** Where progress is shown beside the lines that stay. */
export interface ProgressPlace {
  /** Columns; Infinity: lines are not broken. */
  readonly width?: number;
  /** Shows a line until the next one is written; undefined takes it away. Absent: there is no such place. */
  readonly transient?: (line: string | undefined) => void;
}

/**
 * A listener that writes every step as it goes: what was asked (→), what was seen (←), how it ended; and, while it waits
 * for addresses, how many of them are there.
 */
export function createProgress(
  write: (line: string) => void,
  paint: Paint,
  { width = Infinity, transient }: ProgressPlace = {},
): StepListener {
  const writeBehind = (colour: Colour, sign: string, text: string): void => {
    const [first = '', ...rest] = wrapBehind(`  ${sign} `, text, width);
    write(first.replace(sign, () => paint(colour, sign)));
    for (const line of rest) write(line);
  };
  return {
    started({ name, title, endpoint }) {
      const where = endpoint ? wordsOf(`· ${endpoint}`, 'dim') : [];
      const words = [{ text: WORDS[name], colour: 'bold' as const }, ...wordsOf(`· ${title}`), ...where];
      for (const line of wrapWords(words, { paint, width, inset: 2 })) write(line);
    },
    asked: (line) => writeBehind('cyan', '→', line),
    observed: (line) => writeBehind('dim', '←', line),
    looked: (look) => transient?.(`  … ${lookWords(look)}`),
    finished({ outcome, durationMs }) {
      transient?.(undefined);
      const { sign, colour } = OUTCOMES[outcome];
      write(
        `  ${paint(colour, `${sign} ${OUTCOME_WORDS[outcome]}`)} ${paint('dim', formatDuration(durationMs))}`,
      );
    },
  };
}
