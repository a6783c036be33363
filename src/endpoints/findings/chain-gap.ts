import type { Certificate } from '../../certificates/certificate.ts';
import type { Refusal } from '../../certificates/clients/refusal.ts';
import { isSelfSigned, isSignedBy } from '../../certificates/keys/signature.ts';
import type { ServedEvidence } from './evidence.ts';

/** A client's path ends below a certificate that it does not have. */
type Unanchored = Extract<Refusal, { code: 'unknown-issuer' }>;
/** One with the name of the issuer is sent, and its key did not sign. */
type Unsigned = Extract<Refusal, { code: 'bad-signature' }>;

/** Why a path ends: one reason, so that one defect is one finding. */
export type ChainGap =
  /** `issuer` is sent and has certified the end of the path, and leads back into the path. */
  | { readonly kind: 'loop'; readonly issuer: Certificate }
  /** The issuer signs itself and is not trusted; undefined: nobody has it, and nothing says where it could be had. */
  | { readonly kind: 'untrusted-root'; readonly root: Certificate | undefined }
  /** Other CAs stand where the issuer should. */
  | { readonly kind: 'wrong'; readonly inPlace: readonly [Certificate, ...Certificate[]] }
  /** None stands there. `found`: those that are not sent and were found elsewhere, the lower ones first. */
  | { readonly kind: 'missing'; readonly found: readonly Certificate[] };

/**
 * Why the path of a client ends below the issuer of `certificate`. The first of these that holds:
 *
 * 1. `loop`: the issuer is sent, and it is a step of the path already.
 * 2. `untrusted-root`: the issuer is at hand (sent, found elsewhere, or trusted by another client) and signs itself.
 * 3. `wrong`: a certificate with the issuer's name is sent, and its key is another.
 * 4. `untrusted-root`: the issuer was not found elsewhere, and `certificate` is a CA's that names no place to fetch it
 *    from, as the certificates of public intermediates do (BR §7.1.2.10.3): what is above is most likely a root, and
 *    roots are not sent.
 * 5. `wrong`: a CA is sent that belongs to another chain, as far as anyone can tell.
 * 6. `missing`.
 */
export function readGap({ certificate, receivedRoots }: Unanchored, evidence: ServedEvidence): ChainGap {
  const { chain, clients, help, structure } = evidence;
  const isIssuer = (each: Certificate) => hasNameOfIssuer(each, certificate) && isSignedBy(certificate, each);
  const loop = chain.find((each) => isIssuer(each) && !isSelfSigned(each));
  if (loop) return { kind: 'loop', issuer: loop };
  const found = climb(certificate, help?.intermediates ?? []);
  const isSent = ({ fingerprint }: Certificate) => chain.some((each) => each.fingerprint === fingerprint);
  const intermediates = found.filter((each) => !isSelfSigned(each) && !isSent(each));
  const anchors = clients.flatMap(({ judgement: { path } }) => path.slice(-1));
  const root = [...receivedRoots, ...anchors, ...found].find((each) => isIssuer(each) && isSelfSigned(each));
  if (root && intermediates.length === 0) return { kind: 'untrusted-root', root };
  const strays = structure.entries.flatMap((each) => (each.role === 'stray' ? [each.certificate] : []));
  const [namesake, ...namesakes] = strays.filter((each) => hasNameOfIssuer(each, certificate));
  if (namesake) return { kind: 'wrong', inPlace: [namesake, ...namesakes] };
  const isKnown = intermediates.length > 0;
  if (!isKnown && certificate.isCa && certificate.caIssuersUrls.length === 0) {
    return { kind: 'untrusted-root', root: undefined };
  }
  const [other, ...others] = strays.filter((each) => couldStandInPlace(each, isKnown));
  return other ? { kind: 'wrong', inPlace: [other, ...others] } : { kind: 'missing', found: intermediates };
}

/** The issuer that was found elsewhere of what the one that is sent has not signed; undefined: the signature is at fault. */
export function findTrueIssuer({ certificate }: Unsigned, { help }: ServedEvidence): Certificate | undefined {
  return climb(certificate, help?.intermediates ?? [])[0];
}

/** Whether a path ends where nobody knows what should follow, so that whatever else is sent could belong above. */
export function hasOpenEnd(evidence: ServedEvidence): boolean {
  return evidence.clients.some(({ judgement }) =>
    judgement.refusals.some((refusal) => {
      if (refusal.code === 'budget-exceeded') return true;
      if (refusal.code !== 'unknown-issuer') return false;
      const gap = readGap(refusal, evidence);
      if (gap.kind === 'untrusted-root') return gap.root === undefined;
      return gap.kind === 'wrong' || (gap.kind === 'missing' && gap.found.length === 0);
    }),
  );
}

/**
 * A CA that may certify other CAs by its own word is more likely the issuer of the missing one, unless that is at hand:
 * then what is above it is no stray.
 */
function couldStandInPlace(certificate: Certificate, isMissingKnown: boolean): boolean {
  const { isCa, pathLength = 0 } = certificate;
  return isCa && (pathLength === 0 || isMissingKnown) && !isSelfSigned(certificate);
}

/** The issuers above `certificate` among `candidates`, as far up as they go. */
function climb(certificate: Certificate, candidates: readonly Certificate[]): readonly Certificate[] {
  const found: Certificate[] = [];
  let top = certificate;
  for (;;) {
    const below = top;
    const issuer = candidates.find(
      (each) => !found.includes(each) && hasNameOfIssuer(each, below) && isSignedBy(below, each),
    );
    if (!issuer || issuer === below) return found;
    found.push(issuer);
    top = issuer;
  }
}

function hasNameOfIssuer({ subjectName }: Certificate, { issuerName }: Certificate): boolean {
  return subjectName.key === issuerName.key;
}
