import type { Certificate } from '../../certificates/certificate.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;
/** Of certificates that live no longer than this, half the life is left for the renewal, of others a third. */
const SHORT_LIFETIME_MS = 10 * DAY_MS;

type Validity = Pick<Certificate, 'notBefore' | 'notAfter'>;

/** From the first to the last second that a certificate is valid, both included (RFC 5280 §4.1.2.5), in milliseconds. */
export function lifetimeMs({ notBefore, notAfter }: Validity): number {
  return notAfter.getTime() + SECOND_MS - notBefore.getTime();
}

/** How much of a certificate's life should be left when it is renewed, in milliseconds. */
export function renewalMarginMs(validity: Validity): number {
  const lifetime = lifetimeMs(validity);
  return lifetime / (lifetime <= SHORT_LIFETIME_MS ? 2 : 3);
}

export function isValidAt({ notBefore, notAfter }: Validity, time: Date): boolean {
  return notBefore <= time && time < new Date(notAfter.getTime() + SECOND_MS);
}

/** `61 days` or, below two days, `30 hours`; begun ones do not count. */
export function showSpan(ms: number): string {
  const [unit, name] = ms < 2 * DAY_MS ? [HOUR_MS, 'hour'] : [DAY_MS, 'day'];
  const count = Math.floor(ms / unit);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
