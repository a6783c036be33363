import { renewalMarginMs } from '../endpoints/findings/lifetime.ts';

/**
 * How near the end is, by lifetime. `due`: a third is left, of lives of ten days or less a half. `late`: half of that.
 * `urgent`: a quarter of it. `last-day`: 24 hours, of short lives an eighth of that margin. `expired`.
 */
export const EXPIRY_STAGES = ['due', 'late', 'urgent', 'last-day', 'expired'] as const;

export type ExpiryStage = (typeof EXPIRY_STAGES)[number];

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** The stage of a certificate at `time`; undefined when its renewal is not due. Dates are ISO 8601. */
export function expiryStage(
  validity: { readonly notBefore: string; readonly notAfter: string },
  time: Date,
): ExpiryStage | undefined {
  const [notBefore, notAfter] = [new Date(validity.notBefore), new Date(validity.notAfter)];
  // The second of notAfter still belongs to the validity (RFC 5280 §4.1.2.5).
  const leftMs = notAfter.getTime() + SECOND_MS - time.getTime();
  const marginMs = renewalMarginMs({ notBefore, notAfter });
  if (leftMs <= 0) return 'expired';
  if (leftMs <= Math.min(DAY_MS, marginMs / 8)) return 'last-day';
  if (leftMs <= marginMs / 4) return 'urgent';
  if (leftMs <= marginMs / 2) return 'late';
  return leftMs <= marginMs ? 'due' : undefined;
}

/** 0 for no stage, then one more for each. */
export function stageRank(stage: ExpiryStage | null): number {
  return stage === null ? 0 : EXPIRY_STAGES.indexOf(stage) + 1;
}
