import type { StepListener, StepName, StepOutcome } from '../deployment/steps.ts';
import { formatDuration } from './format.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import type { Paint } from './paint.ts';

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

/** A listener that writes every step as it goes: what was asked (→), what was seen (←), how it ended. */
export function createProgress(write: (line: string) => void, paint: Paint): StepListener {
  return {
    started({ name, title, endpoint }) {
      const where = endpoint ? paint('dim', ` · ${endpoint}`) : '';
      write(`${paint('bold', WORDS[name])} · ${title}${where}`);
    },
    asked: (line) => write(`  ${paint('cyan', '→')} ${line}`),
    observed: (line) => write(`  ${paint('dim', '←')} ${line}`),
    finished({ outcome, durationMs }) {
      const { sign, colour } = OUTCOMES[outcome];
      write(
        `  ${paint(colour, `${sign} ${OUTCOME_WORDS[outcome]}`)} ${paint('dim', formatDuration(durationMs))}`,
      );
    },
  };
}
