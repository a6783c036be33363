import type { Certificate } from '../certificate.ts';

const DAY_MS = 86_400_000;

/** The longest validity in days by the date of issue, the latest first (BR §6.3.2). */
const LIMITS: readonly (readonly [since: string, days: number])[] = [
  ['2029-03-15', 47],
  ['2027-03-15', 100],
  ['2026-03-15', 200],
  ['2020-09-01', 398],
  ['2018-03-01', 825],
];

/**
 * How many days `certificate` is valid, begun ones whole (BR §6.3.2: a day is 86,400 seconds, and both ends belong to
 * the period), and how many were allowed on the day it was issued; undefined before there was a limit.
 */
export function validityLimit({ notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>): {
  days: number;
  limit: number | undefined;
} {
  const days = Math.ceil((notAfter.getTime() + 1000 - notBefore.getTime()) / DAY_MS);
  const limit = LIMITS.find(([since]) => notBefore.getTime() >= Date.parse(`${since}T00:00:00Z`))?.[1];
  return { days, limit };
}
