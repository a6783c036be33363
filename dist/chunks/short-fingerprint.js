// src/endpoints/findings/lifetime.ts
const SECOND_MS = 1e3;
const HOUR_MS = 3600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;
/** Of certificates that live no longer than this, half the life is left for the renewal, of others a third. */
const SHORT_LIFETIME_MS = 10 * DAY_MS;
/** From the first to the last second that a certificate is valid, both included (RFC 5280 §4.1.2.5), in milliseconds. */
function lifetimeMs({ notBefore, notAfter }) {
	return notAfter.getTime() + SECOND_MS - notBefore.getTime();
}
/** How much of a certificate's life should be left when it is renewed, in milliseconds. */
function renewalMarginMs(validity) {
	const lifetime = lifetimeMs(validity);
	return lifetime / (lifetime <= SHORT_LIFETIME_MS ? 2 : 3);
}
function isValidAt({ notBefore, notAfter }, time) {
	return notBefore <= time && time < new Date(notAfter.getTime() + SECOND_MS);
}
/** `61 days` or, below two days, `30 hours`; begun ones do not count. */
function showSpan(ms) {
	const [unit, name] = ms < 2 * DAY_MS ? [HOUR_MS, "hour"] : [DAY_MS, "day"];
	const count = Math.floor(ms / unit);
	return `${count} ${name}${count === 1 ? "" : "s"}`;
}
// src/endpoints/short-fingerprint.ts
/** How a fingerprint is shown where space is short: its first 12 digits. */
function shortFingerprint(fingerprint) {
	return fingerprint.slice(0, 12);
}
export { showSpan as a, renewalMarginMs as i, isValidAt as n, lifetimeMs as r, shortFingerprint as t };
