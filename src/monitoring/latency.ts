const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Letters for a factor of two: a letter is right to a fifth. */
const STEPS = 4;

/** The longer, the later; `-` for what was not measured. */
export const LATENCY_RANKS = `-${LETTERS}`;

/** A time in one letter, so that a history of many endpoints stays small: `A` for 1 ms and less, `z` for 7 s and more. */
export function latencyLetter(milliseconds: number): string {
  const step = Math.round(STEPS * Math.log2(Math.max(milliseconds, 1)));
  return LETTERS.charAt(Math.min(step, LETTERS.length - 1));
}

/** The time that a letter stands for, whole milliseconds; undefined for `-`. */
export function latencyOf(letter: string): number | undefined {
  const step = LETTERS.indexOf(letter);
  return step === -1 || letter === '' ? undefined : Math.round(2 ** (step / STEPS));
}
