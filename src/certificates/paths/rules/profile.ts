import type { Certificate } from '../../certificate.ts';
import { EXTENSION_RULES } from './extension-form.ts';
import { FORM_RULES } from './form.ts';
import { KEY_IDENTIFIER_RULES } from './key-identifiers.ts';
import { NAME_RULES } from './names.ts';
import type { CertificateRule, Role, ValidationPolicy, Violation } from './rule.ts';
import { USAGE_RULES } from './usage.ts';

/** All rules for a certificate by itself, in the order in which they are evaluated. */
const CERTIFICATE_RULES: readonly CertificateRule[] = [
  ...FORM_RULES,
  ...NAME_RULES,
  ...KEY_IDENTIFIER_RULES,
  ...USAGE_RULES,
  ...EXTENSION_RULES,
];

export interface BrokenRule extends Violation {
  readonly rule: CertificateRule;
}

/** The first rule of `policy` that `certificate` breaks in `role`; undefined when it keeps them all. */
export function findBrokenRule(
  certificate: Certificate,
  role: Role,
  policy: ValidationPolicy,
): BrokenRule | undefined {
  for (const rule of CERTIFICATE_RULES) {
    if (!rule.policies.includes(policy) || !rule.roles.includes(role)) continue;
    const violation = rule.evaluate(certificate, role);
    if (violation) return { rule, ...violation };
  }
  return undefined;
}
