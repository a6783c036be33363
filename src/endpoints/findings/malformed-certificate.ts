import { isSelfSigned } from '../../certificates/keys/signature.ts';
import type { Certificate } from '../../certificates/certificate.ts';
import { FORM_RULES } from '../../certificates/paths/rules/form.ts';
import { printable } from '../../errors/printable.ts';
import type { Found } from './finding-rule.ts';
import { refusalRule } from './refusal-rule.ts';

interface BrokenRule {
  readonly certificate: Certificate;
  readonly rule: string;
  readonly citation: string;
  readonly actual: string;
  readonly required: string;
}

/** A rule for a certificate by itself is broken: one that clients keep, or that of serial numbers, which some others keep. */
export const malformedCertificate = refusalRule({
  id: 'malformed-certificate',
  citation: 'RFC 5280 §4',
  codes: ['profile-violation'],
  describe,
  otherwise: ({ chain }) => {
    // Old roots that everybody trusts have number zero.
    const distinct = new Map(chain.map((each) => [each.fingerprint, each]));
    return [...distinct.values()].flatMap((each) => (isSelfSigned(each) ? [] : judgeSerial(each)));
  },
});

function describe({ certificate, rule, citation, actual, required }: BrokenRule) {
  return {
    problem: `${printable(certificate.subject)} breaks a rule for certificates (${rule}, ${citation}): ${printable(actual)}, not ${printable(required)}`,
    help: 'Have the certificate issued anew; if it is an intermediate, ask the authority for one that keeps the rule.',
  };
}

/** Go reads no certificate with a negative number (crypto/x509 since 1.23); zero and long ones nobody refuses. */
function judgeSerial(certificate: Certificate): readonly Found[] {
  const isNegative = ((certificate.form.serialOctets[0] ?? 0) & 0x80) !== 0;
  const serialRules = FORM_RULES.filter(({ id }) => id === 'serial-number');
  return serialRules.flatMap((rule) => {
    const violation = rule.evaluate(certificate, 'leaf');
    if (!violation) return [];
    const described = describe({ certificate, rule: rule.id, citation: rule.citation, ...violation });
    return [{ severity: isNegative ? ('warning' as const) : ('info' as const), certificate, ...described }];
  });
}
