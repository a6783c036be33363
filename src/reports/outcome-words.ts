import type { StepOutcome } from '../deployment/steps.ts';

/** How a step ended, for people. */
export const OUTCOME_WORDS = {
  done: 'done',
  skipped: 'skipped',
  found: 'problem found',
  failed: 'failed',
} as const satisfies Record<StepOutcome, string>;
