import type { Extensions } from '../certificate.ts';
import {
  contextTag,
  DerError,
  DerFields,
  expectTag,
  readChildren,
  TAG,
  type DerElement,
} from '../der/der.ts';
import { readInteger, readOid } from '../der/der-values.ts';
import { extensionValue } from '../extensions.ts';
import { OID } from '../der/oids.ts';

export interface PolicyMapping {
  readonly issuerDomain: string;
  readonly subjectDomain: string;
}

/** What a certificate says of policies. Counts are certificates to skip; undefined: not there. */
export interface PolicyExtensions {
  /** OIDs, each once; undefined without the extension. */
  readonly policies: ReadonlySet<string> | undefined;
  readonly mappings: readonly PolicyMapping[];
  readonly requireExplicitPolicy: number | undefined;
  readonly inhibitPolicyMapping: number | undefined;
  readonly inhibitAnyPolicy: number | undefined;
}

/** Reads the four policy extensions (RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14). @throws DerError */
export function readPolicyExtensions(extensions: Extensions): PolicyExtensions {
  const inhibit = extensionValue(extensions, OID.inhibitAnyPolicy);
  return {
    policies: readPolicies(extensionValue(extensions, OID.certificatePolicies)),
    mappings: readMappings(extensionValue(extensions, OID.policyMappings)),
    ...readConstraints(extensionValue(extensions, OID.policyConstraints)),
    inhibitAnyPolicy: inhibit && readSkipCount(expectTag(inhibit, TAG.integer)),
  };
}

function readPolicies(value: DerElement | undefined): ReadonlySet<string> | undefined {
  if (!value) return undefined;
  const policies = new Set<string>();
  for (const information of readList(value)) {
    const fields = new DerFields(expectTag(information, TAG.sequence));
    const policy = readOid(fields.required(TAG.oid));
    fields.optional(TAG.sequence);
    fields.end();
    if (policies.has(policy)) throw new DerError(`policy ${policy} occurs twice`);
    policies.add(policy);
  }
  return policies;
}

function readMappings(value: DerElement | undefined): readonly PolicyMapping[] {
  if (!value) return [];
  return readList(value).map((mapping) => {
    const fields = new DerFields(expectTag(mapping, TAG.sequence));
    const issuerDomain = readOid(fields.required(TAG.oid));
    const subjectDomain = readOid(fields.required(TAG.oid));
    fields.end();
    // RFC 5280 §6.1.4 (a).
    if ([issuerDomain, subjectDomain].includes(OID.anyPolicy)) throw new DerError('a mapping of anyPolicy');
    return { issuerDomain, subjectDomain };
  });
}

function readConstraints(
  value: DerElement | undefined,
): Pick<PolicyExtensions, 'requireExplicitPolicy' | 'inhibitPolicyMapping'> {
  if (!value) return { requireExplicitPolicy: undefined, inhibitPolicyMapping: undefined };
  const fields = new DerFields(expectTag(value, TAG.sequence));
  const explicit = fields.optional(contextTag(0, 'primitive'));
  const mapping = fields.optional(contextTag(1, 'primitive'));
  fields.end();
  if (!explicit && !mapping) throw new DerError('policyConstraints without a constraint');
  return {
    requireExplicitPolicy: explicit && readSkipCount(explicit),
    inhibitPolicyMapping: mapping && readSkipCount(mapping),
  };
}

function readList(value: DerElement): readonly DerElement[] {
  const elements = readChildren(expectTag(value, TAG.sequence));
  if (elements.length === 0) throw new DerError('a list without an element');
  return elements;
}

function readSkipCount(element: DerElement): number {
  const count = readInteger(element);
  if (count < 0n) throw new DerError('a negative SkipCerts');
  return Number(count);
}
