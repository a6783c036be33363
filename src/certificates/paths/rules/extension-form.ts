import type { Certificate, NameConstraints, NameSubtree } from '../../certificate.ts';
import { DerError } from '../../der/der.ts';
import { isPreferredDnsName } from '../../names/dns-name.ts';
import { extensionValue } from '../../extensions.ts';
import { type GeneralName, showGeneralName } from '../../names/general-name.ts';
import { OID } from '../../der/oids.ts';
import { readPolicyExtensions } from '../policy-extensions.ts';
import { BOTH, type CertificateRule, EVERY_ROLE, STRICT, type Violation } from './rule.ts';

/** Which extensions must, or must not, be critical (RFC 5280 §4.2.1, §4.2.2). */
const CRITICALITY: ReadonlyMap<string, boolean> = new Map([
  [OID.subjectDirectoryAttributes, false],
  [OID.subjectKeyIdentifier, false],
  [OID.nameConstraints, true],
  [OID.authorityKeyIdentifier, false],
  [OID.policyConstraints, true],
  [OID.freshestCrl, false],
  [OID.inhibitAnyPolicy, true],
  [OID.authorityInfoAccess, false],
  [OID.subjectInfoAccess, false],
]);

/** Extensions that are a SEQUENCE of at least one element. */
const LISTS: readonly string[] = [
  OID.subjectDirectoryAttributes,
  OID.issuerAltName,
  OID.crlDistributionPoints,
  OID.freshestCrl,
  OID.authorityInfoAccess,
  OID.subjectInfoAccess,
];

/** How extensions are written and marked (RFC 5280 §4.2). */
export const EXTENSION_RULES: readonly CertificateRule[] = [
  {
    id: 'extension-criticality',
    citation: 'RFC 5280 §4.2.1, §4.2.2',
    // For a relying party that processes the extension the mark makes no difference.
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ extensions, isCa }) => {
      for (const [oid, { critical }] of extensions) {
        const required = oid === OID.basicConstraints && isCa ? true : CRITICALITY.get(oid);
        if (required === undefined || required === critical) continue;
        return { actual: `${oid} ${showCriticality(critical)}`, required: showCriticality(required) };
      }
      return undefined;
    },
  },
  {
    id: 'extension-malformed',
    citation: 'RFC 5280 §4.2.1, §4.2.2',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: checkLists,
  },
  {
    id: 'policy-extension-malformed',
    citation: 'RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14',
    policies: BOTH,
    roles: EVERY_ROLE,
    evaluate: ({ extensions }) => {
      try {
        readPolicyExtensions(extensions);
        return undefined;
      } catch (error) {
        return malformed(error, 'policies');
      }
    },
  },
  {
    id: 'name-constraints-without-ca',
    citation: 'RFC 5280 §4.2.1.10',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ nameConstraints, isCa }) =>
      nameConstraints && !isCa
        ? { actual: 'nameConstraints', required: 'only in an authority certificate' }
        : undefined,
  },
  {
    id: 'name-constraints-empty',
    citation: 'RFC 5280 §4.2.1.10',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ nameConstraints }) =>
      nameConstraints && subtreesOf(nameConstraints).length === 0
        ? { actual: 'no subtree', required: 'a permitted or an excluded subtree' }
        : undefined,
  },
  {
    id: 'address-range',
    citation: 'RFC 5280 §4.2.1.10, RFC 4632 §3.1',
    policies: BOTH,
    roles: EVERY_ROLE,
    evaluate: ({ nameConstraints }) =>
      findSubtree(nameConstraints, ({ base }) => !isRange(base), 'a CIDR range'),
  },
  {
    id: 'subtree-distance',
    citation: 'RFC 5280 §4.2.1.10',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ nameConstraints }) =>
      findSubtree(nameConstraints, ({ hasDistance }) => hasDistance, 'neither minimum nor maximum'),
  },
  {
    id: 'subtree-domain',
    citation: 'RFC 5280 §4.2.1.10',
    // Browsers read the leading dot, which some authorities write, as the domains below alone.
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ nameConstraints }) =>
      findSubtree(
        nameConstraints,
        ({ base }) => base.kind === 'dns' && base.text !== '' && !isPreferredDnsName(base.text),
        'a domain in the preferred syntax',
      ),
  },
];

function showCriticality(critical: boolean): string {
  return critical ? 'critical' : 'not critical';
}

function checkLists({ extensions }: Certificate): Violation | undefined {
  for (const oid of LISTS) {
    try {
      if (extensionValue(extensions, oid)?.content.length === 0) {
        return { actual: `an empty list in ${oid}`, required: 'at least one element' };
      }
    } catch (error) {
      return malformed(error, oid);
    }
  }
  return undefined;
}

function malformed(error: unknown, place: string): Violation {
  if (!(error instanceof DerError)) throw error;
  return { actual: `${error.message} in ${place}`, required: 'the DER of its grammar' };
}

function subtreesOf({ permitted, excluded }: NameConstraints): readonly NameSubtree[] {
  return [...permitted, ...excluded];
}

function findSubtree(
  constraints: NameConstraints | undefined,
  isWrong: (subtree: NameSubtree) => boolean,
  required: string,
): Violation | undefined {
  const wrong = constraints && subtreesOf(constraints).find(isWrong);
  return wrong && { actual: showGeneralName(wrong.base), required };
}

/** Whether the mask of an address range is ones and then zeros. */
function isRange(base: GeneralName): boolean {
  if (base.kind !== 'ip') return true;
  const mask = base.octets.subarray(base.octets.length / 2);
  const bits = [...mask].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits);
}
