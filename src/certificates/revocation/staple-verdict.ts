import { judgeOcsp, type OcspQuery, type OcspVerdict } from './ocsp.ts';

interface Remembered {
  readonly query: OcspQuery;
  readonly verdict: OcspVerdict;
}

/** The last verdict on each response: several clients and findings ask about the same one. */
const verdicts = new WeakMap<Uint8Array, Remembered>();

/** What `judgeOcsp` says of a stapled response, whose octets never change. */
export function judgeStaple(query: OcspQuery): OcspVerdict {
  const known = verdicts.get(query.der);
  if (known && isSame(known.query, query)) return known.verdict;
  const verdict = judgeOcsp(query);
  verdicts.set(query.der, { query, verdict });
  return verdict;
}

function isSame(a: OcspQuery, b: OcspQuery): boolean {
  return (
    a.time.getTime() === b.time.getTime() &&
    a.certificate.fingerprint === b.certificate.fingerprint &&
    a.issuer.fingerprint === b.issuer.fingerprint
  );
}
