import type { Certificate } from '../../certificates/certificate.ts';
import { presentedNames } from '../../certificates/names/reference-identity.ts';
import { printable } from '../../errors/printable.ts';
import { refusalRule } from './refusal-rule.ts';

const HELP =
  'Have a new certificate issued that lists every domain name in subjectAltName; browsers do not look at the common name.';

/** Whether the leaf has neither a DNS name nor an address in subjectAltName. */
export function hasNoName(leaf: Certificate): boolean {
  return presentedNames(leaf).length === 0;
}

/** A leaf without a name that counts; the clients that still look at its CN may accept it. */
export const noSan = refusalRule({
  id: 'no-san',
  citation: 'RFC 9525 §6.3',
  codes: ['name-mismatch'],
  concerns: ({ certificate }) => hasNoName(certificate),
  describe: ({ certificate }, { domain = '' }) => ({
    problem: `${showLeaf(certificate)}, and ${domain} has to be there`,
    help: HELP,
  }),
  otherwise({ chain: [leaf] }) {
    if (!hasNoName(leaf)) return [];
    const problem = `${showLeaf(leaf)}; clients that do not look at the common name refuse it`;
    return [{ severity: 'warning', certificate: leaf, problem, help: HELP }];
  },
});

function showLeaf({ subject }: Certificate): string {
  return `${printable(subject)} has no domain name in subjectAltName`;
}
