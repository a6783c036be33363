/** Families of TLS cipher suites that clients offer, as patterns of IANA's names. */

/** All of TLS 1.3 that anybody offers (RFC 8446 §B.4). */
const TLS13 = /^TLS_(AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256)$/;
const ECDHE_AEAD = /^TLS_ECDHE_(ECDSA|RSA)_WITH_(AES_(128|256)_GCM|CHACHA20_POLY1305)_SHA(256|384)$/;

const ECDHE_RSA_CBC_SHA = /^TLS_ECDHE_RSA_WITH_AES_(128|256)_CBC_SHA$/;

/** What every client offers. */
export const COMMON_SUITES: readonly RegExp[] = [TLS13, ECDHE_AEAD, ECDHE_RSA_CBC_SHA];

export const ECDHE_ECDSA_CBC_SHA = /^TLS_ECDHE_ECDSA_WITH_AES_(128|256)_CBC_SHA$/;
export const ECDHE_CBC_SHA2 = /^TLS_ECDHE_(ECDSA|RSA)_WITH_AES_(128|256)_CBC_SHA(256|384)$/;
/** Keys encrypted to the leaf's RSA key. */
export const RSA_AES = /^TLS_RSA_WITH_AES_(128|256)_(GCM_SHA(256|384)|CBC_SHA)$/;
export const DHE_RSA = /^TLS_DHE_RSA_WITH_(AES_(128|256)_(GCM|CBC)|CHACHA20_POLY1305)_SHA(256|384)?$/;
/** Nothing that is anonymous, in the clear, or below 128 bits. */
export const ANY_STRONG =
  /^TLS_((ECDHE_ECDSA|(ECDHE_|DHE_)?RSA|DHE_DSS)_WITH_)?(AES|ARIA|CAMELLIA|CHACHA20)_/;

/** Whether one of `families` has the suite. */
export function hasSuite(families: readonly RegExp[], cipher: string): boolean {
  return families.some((family) => family.test(cipher));
}
