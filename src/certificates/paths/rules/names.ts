import type { Certificate } from '../../certificate.ts';
import { isPreferredDnsName, isWildcardDnsName } from '../../names/dns-name.ts';
import { type GeneralName, showGeneralName } from '../../names/general-name.ts';
import { splitMailbox } from '../../names/name-subtrees.ts';
import { OID } from '../../der/oids.ts';
import {
  AUTHORITIES,
  type CertificateRule,
  EVERY_ROLE,
  isAuthority,
  STRICT,
  type Violation,
} from './rule.ts';

/** Subject, issuer and alternative names (RFC 5280 §4.1.2.4, §4.1.2.6, §4.2.1.6). */
export const NAME_RULES: readonly CertificateRule[] = [
  {
    id: 'empty-issuer',
    citation: 'RFC 5280 §4.1.2.4',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ issuerName }) => refuseEmpty(issuerName.rdnKeys, 'an issuer'),
  },
  {
    id: 'empty-authority-subject',
    citation: 'RFC 5280 §4.1.2.6',
    policies: STRICT,
    roles: AUTHORITIES,
    evaluate: ({ subjectName }) => refuseEmpty(subjectName.rdnKeys, 'a subject'),
  },
  {
    id: 'empty-alternative-name',
    citation: 'RFC 5280 §4.2.1.6',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ alternativeNames }) =>
      alternativeNames && refuseEmpty(alternativeNames, 'a name in subjectAltName'),
  },
  {
    id: 'alternative-name-missing',
    citation: 'BR §7.1.2.7.12',
    // Without one no server name matches, which browsers say in those words.
    policies: STRICT,
    roles: ['leaf'],
    evaluate: (certificate) =>
      certificate.alternativeNames || isAuthority(certificate)
        ? undefined
        : { actual: 'no subjectAltName', required: 'subjectAltName' },
  },
  {
    id: 'alternative-name-criticality',
    citation: 'RFC 5280 §4.2.1.6, BR §7.1.2.7.12',
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ subjectName, extensions }) => {
      const extension = extensions.get(OID.subjectAltName);
      const emptySubject = subjectName.rdnKeys.length === 0;
      if (!extension || extension.critical === emptySubject) return undefined;
      return emptySubject
        ? { actual: 'not critical', required: 'critical, for the subject is empty' }
        : { actual: 'critical', required: 'not critical, for there is a subject' };
    },
  },
  {
    id: 'alternative-name-form',
    citation: 'RFC 5280 §4.2.1.6, BR §7.1.2.7.12',
    // Browsers pass over a name that is malformed, and look whether another one matches.
    policies: STRICT,
    roles: EVERY_ROLE,
    evaluate: ({ alternativeNames }) => {
      const malformed = alternativeNames?.find((name) => !isWellFormed(name));
      return malformed && { actual: showGeneralName(malformed), required: NAME_FORMS[malformed.kind] };
    },
  },
  {
    id: 'common-name',
    citation: 'BR §7.1.4.3',
    // Chrome has not looked at it since 2017.
    policies: STRICT,
    roles: ['leaf'],
    evaluate: checkCommonName,
  },
];

const NAME_FORMS = {
  dns: 'a name in the preferred syntax, or *. and one of at least two labels',
  email: 'Local-part@Domain',
  uri: 'an absolute URI with a host',
  ip: '4 or 16 octets',
  directory: 'a name that is not empty',
  other: 'any',
} satisfies Record<GeneralName['kind'], string>;

function refuseEmpty(names: readonly unknown[], required: string): Violation | undefined {
  return names.length > 0 ? undefined : { actual: 'nothing', required };
}

function isWellFormed(name: GeneralName): boolean {
  switch (name.kind) {
    case 'dns':
      return isPreferredDnsName(name.text) || isWildcardDnsName(name.text, isPreferredDnsName);
    case 'email':
      return splitMailbox(name.text) !== undefined;
    case 'uri':
      return /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(name.text);
    case 'directory':
      return name.name.rdnKeys.length > 0;
    case 'ip':
    case 'other':
      return true;
  }
}

/** Names and addresses of the host itself (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
const LOOPBACK = /^(([^.]+\.)*localhost|127(\.\d+){3}|::1)$/i;

/**
 * The BR ask that a CN repeats an alternative name character for character. Held against it is a CN that spells one
 * in another way, or is a host beside them. Two kinds pass, for RFC 5280 leaves the subject free and neither can be
 * taken for a host of the certificate's: the domain above an alternative name, and a domain where there are
 * addresses alone. Certificates for the host itself pass too: the BR are for servers on the Internet (§1.1).
 */
function checkCommonName(certificate: Certificate): Violation | undefined {
  const { subjectName, dnsNames, ipAddresses } = certificate;
  const names = [...dnsNames, ...ipAddresses];
  if (isAuthority(certificate) || names.length === 0) return undefined;
  if (names.some((name) => LOOPBACK.test(name))) return undefined;
  const { length } = subjectName.commonNames;
  if (length > 1) return { actual: `${length} commonName attributes`, required: 'at most one' };
  const foreign = subjectName.commonNames.find(
    (name) => !names.includes(name) && !isDomainAbove(name, dnsNames),
  );
  return foreign === undefined ? undefined : { actual: foreign, required: 'one of the alternative names' };
}

function isDomainAbove(name: string, dnsNames: readonly string[]): boolean {
  if (!name.includes('.') || !isPreferredDnsName(name)) return false;
  return dnsNames.length === 0 || dnsNames.some((dnsName) => dnsName.endsWith(`.${name}`));
}
