import type { Certificate } from '../certificate.ts';
import type { Sct } from './sct.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A certificate that is valid for longer needs one more log. */
const LONG_LIFETIME_MS = 180 * DAY_MS;
const LOGS = { short: 2, long: 3 } as const;
/** Where the TLS extension brings one, SCTs of two logs do, however the other comes. */
const LOGS_BY_TLS = 2;

/** How SCTs meet Chrome's policy, or which way the least is missing. */
export interface CtVerdict {
  readonly satisfied: boolean;
  readonly way: 'embedded' | 'tls';
  /** Distinct logs that count, and how many have to. */
  readonly logs: number;
  readonly required: number;
}

/** Distinct logs whose SCTs must be embedded in `certificate`, by its lifetime. */
export function requiredEmbeddedLogs({ notBefore, notAfter }: Certificate): number {
  return notAfter.getTime() - notBefore.getTime() > LONG_LIFETIME_MS ? LOGS.long : LOGS.short;
}

/**
 * Whether `scts` meet Chrome's policy on Certificate Transparency for `certificate`, which holds for public trust anchors
 * alone (googlechrome.github.io/CertificateTransparency/ct_policy.html). An SCT that is dated after `time` does not count,
 * nor does one from an OCSP response: Chrome takes those no longer since version 148.
 *
 * Refused is refused by Chrome. Satisfied may still be refused: which logs Chrome knows, who runs them (two operators at
 * least) and whether signatures verify is in a list that changes weekly, and one that was shipped here would soon
 * raise false alarms.
 */
export function judgeScts(certificate: Certificate, scts: readonly Sct[], time: Date): CtVerdict {
  const past = scts.filter(({ timestamp, source }) => timestamp <= time && source !== 'ocsp');
  const embedded = past.filter(({ source }) => source === 'certificate');
  const ways: CtVerdict[] = [countLogs('embedded', embedded, requiredEmbeddedLogs(certificate))];
  // Chrome's code lets both kinds add up, where its policy asks for two by TLS.
  if (embedded.length < past.length) ways.push(countLogs('tls', past, LOGS_BY_TLS));
  return ways.reduce((best, way) => (missing(way) < missing(best) ? way : best));
}

function countLogs(way: CtVerdict['way'], scts: readonly Sct[], required: number): CtVerdict {
  const logs = new Set(scts.map(({ logId }) => logId)).size;
  return { satisfied: logs >= required, way, logs, required };
}

function missing({ logs, required }: CtVerdict): number {
  return Math.max(required - logs, 0);
}
