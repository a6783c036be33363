import type { Certificate } from '../certificate.ts';
import type { Crl, RevokedEntry } from './crl.ts';
import { contextTag, DerError, DerFields, expectTag, readChildren, readDer, TAG } from '../der/der.ts';
import { type DistinguishedName, readName } from '../names/distinguished-name.ts';
import { extensionValue } from '../extensions.ts';
import { KEY_USAGE, OID } from '../der/oids.ts';
import { isSignedBy } from '../keys/signature.ts';

/** Extensions of a CRL and of its entries that are processed here (RFC 5280 §5.2, §5.3). */
const PROCESSED: ReadonlySet<string> = new Set([
  OID.authorityKeyIdentifier,
  OID.crlNumber,
  OID.deltaCrlIndicator,
  OID.issuingDistributionPoint,
]);
/** Every CRL has these, and neither is critical. */
const MARKED_NOT_CRITICAL: readonly string[] = [OID.crlNumber, OID.authorityKeyIdentifier];
const PROCESSED_OF_ENTRIES: ReadonlySet<string> = new Set([OID.reasonCode, OID.invalidityDate]);

/** removeFromCRL (RFC 5280 §5.3.1): what was on hold is good again. */
const REMOVE_FROM_CRL = 8;

export type RevocationStatus =
  | { readonly kind: 'good' }
  | ({ readonly kind: 'revoked' } & RevokedEntry)
  /** No CRL is there, or none may be believed: `reason` says what is wrong with the last one. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface RevocationQuery {
  readonly certificate: Certificate;
  /**
   * Validated certificates above it. Whoever has the issuer's name may have signed its CRL: beside the key that
   * signed `certificate`, another one of the same authority's, where it has rolled over (RFC 5280 §6.3.3 f).
   */
  readonly authorities: readonly Certificate[];
  /** Of any issuers. */
  readonly crls: readonly Crl[];
  readonly time: Date;
}

/** Whether a CRL in `crls` speaks of the issuer of `certificate` at all. */
export function hasCrlOf({ issuerName }: Certificate, crls: readonly Crl[]): boolean {
  return crls.some((crl) => crl.issuerName.key === issuerName.key);
}

/**
 * The status of `certificate` by CRLs of its issuer (RFC 5280 §6.3.3). Any sound one in scope that revokes is believed. Only
 * a complete one makes it good: not one of some reasons only, nor a delta, which may add to it. Indirect ones are not
 * looked into.
 */
export function checkRevocation({ certificate, authorities, crls, time }: RevocationQuery): RevocationStatus {
  let status: RevocationStatus = { kind: 'unknown', reason: 'no CRL of its issuer' };
  const { key } = certificate.issuerName;
  const issuers = authorities.filter(({ subjectName }) => subjectName.key === key);
  for (const crl of crls) {
    if (crl.issuerName.key !== key) continue;
    const reason = findFault(crl, time) ?? findIssuerFault(crl, issuers) ?? findOutOfScope(crl, certificate);
    if (reason !== undefined) {
      if (status.kind === 'unknown') status = { kind: 'unknown', reason };
      continue;
    }
    const entry = crl.revoked.get(certificate.serialNumber);
    if (entry && entry.reason !== REMOVE_FROM_CRL) return { kind: 'revoked', ...entry };
    const gap = findGap(crl);
    if (gap === undefined) status = { kind: 'good' };
    else if (status.kind === 'unknown') status = { kind: 'unknown', reason: gap };
  }
  return status;
}

/** Why a certificate that `crl` does not list may be revoked all the same; undefined when it is good. */
function findGap({ extensions, scope }: Crl): string | undefined {
  if (extensions.has(OID.deltaCrlIndicator)) return 'a delta CRL without its base';
  return scope?.someReasons ? 'a CRL of some reasons' : undefined;
}

/** Why nothing that `crl` says may be believed; undefined when it may. */
function findFault(crl: Crl, time: Date): string | undefined {
  if (crl.version !== 2) return `a CRL of version ${crl.version} (RFC 5280 §5.1.2.1)`;
  if (!crl.algorithmsAgree) return 'signature algorithms that differ (RFC 5280 §5.1.1.2)';
  if (crl.thisUpdate > time) return `a CRL of ${crl.thisUpdate.toISOString()}, which is to come`;
  if (!crl.nextUpdate) return 'a CRL without nextUpdate (RFC 5280 §5.1.2.5)';
  if (crl.nextUpdate < time) return `a CRL that is stale since ${crl.nextUpdate.toISOString()}`;
  return findExtensionFault(crl);
}

function findExtensionFault({ extensions, criticalEntryExtensions }: Crl): string | undefined {
  const critical = [...extensions].filter(([, extension]) => extension.critical).map(([oid]) => oid);
  const unknown =
    critical.find((oid) => !PROCESSED.has(oid)) ??
    [...criticalEntryExtensions].find((oid) => !PROCESSED_OF_ENTRIES.has(oid));
  if (unknown !== undefined) return `the critical extension ${unknown} of a CRL (RFC 5280 §5.2)`;
  const marked = MARKED_NOT_CRITICAL.find((oid) => critical.includes(oid));
  if (marked !== undefined) return `a CRL whose extension ${marked} is critical (RFC 5280 §5.2.1, §5.2.3)`;
  const missing = MARKED_NOT_CRITICAL.find((oid) => !extensions.has(oid));
  return missing && `a CRL without extension ${missing} (RFC 5280 §5.2.1, §5.2.3)`;
}

/** RFC 5280 §6.3.3 (f) and (g). */
function findIssuerFault(crl: Crl, issuers: readonly Certificate[]): string | undefined {
  const signers = issuers.filter((issuer) => isSignedBy(crl, issuer));
  if (signers.length === 0) return 'a CRL that its issuer did not sign (RFC 5280 §6.3.3 g)';
  if (signers.some(({ keyUsage }) => !keyUsage || keyUsage.includes(KEY_USAGE.cRLSign))) return undefined;
  return 'an issuer whose keyUsage lacks cRLSign (RFC 5280 §6.3.3 f)';
}

/** Why a sound `crl` does not speak of `certificate` (RFC 5280 §6.3.3 b 2); undefined when it does. */
function findOutOfScope({ scope }: Crl, certificate: Certificate): string | undefined {
  if (!scope) return undefined;
  if (scope.indirect) return 'a CRL of several issuers';
  const mine = certificate.isCa ? 'authority certificates' : 'user certificates';
  const other = scope.only.find((subject) => subject !== mine);
  if (other !== undefined) return `a CRL for ${other} alone`;
  const { distributionPoint } = scope;
  if (distributionPoint === undefined) return undefined;
  try {
    const own = ownDistributionPoints(certificate);
    if (namesOf(distributionPoint).some((name) => own.has(name))) return undefined;
    return 'a CRL of another distribution point';
  } catch (error) {
    if (error instanceof DerError) return `a malformed distribution point: ${error.message}`;
    throw error;
  }
}

/**
 * Names of the distribution points for `certificate`: those it names (RFC 5280 §4.2.1.13), but for
 * those of other CRL issuers or for some reasons, and its issuer's own name, which is one for every certificate
 * (§6.3.3, last paragraph).
 */
function ownDistributionPoints({ extensions, issuerName }: Certificate): ReadonlySet<string> {
  const value = extensionValue(extensions, OID.crlDistributionPoints);
  const points = value ? readChildren(expectTag(value, TAG.sequence)) : [];
  const named = points.flatMap((point) => {
    const fields = new DerFields(expectTag(point, TAG.sequence));
    const name = fields.optional(contextTag(0, 'constructed'));
    const reasons = fields.optional(contextTag(1, 'primitive'));
    const crlIssuer = fields.optional(contextTag(2, 'constructed'));
    fields.end();
    return name && !reasons && !crlIssuer ? namesOf(name.content) : [];
  });
  return new Set([...named, directoryKey(issuerName)]);
}

/** What tells the names of fullName apart, or the relative name alone. @throws DerError */
function namesOf(distributionPointName: Buffer): readonly string[] {
  const choice = readDer(distributionPointName);
  if (choice.tag !== contextTag(0, 'constructed')) return [choice.der.toString('hex')];
  return readChildren(choice).map(({ tag, content, der }) =>
    tag === contextTag(4, 'constructed') ? directoryKey(readName(readDer(content))) : der.toString('hex'),
  );
}

/** A directory name is not compared octet by octet (RFC 5280 §7.1). */
function directoryKey({ key }: DistinguishedName): string {
  return `directory ${key}`;
}
