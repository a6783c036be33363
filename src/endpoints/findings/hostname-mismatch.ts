import type { Certificate } from '../../certificates/certificate.ts';
import { presentedNames } from '../../certificates/names/reference-identity.ts';
import { printable } from '../../errors/printable.ts';
import { hasNoName } from './no-san.ts';
import { refusalRule } from './refusal-rule.ts';

const SHOWN_NAMES = 5;

export const hostnameMismatch = refusalRule({
  id: 'hostname-mismatch',
  citation: 'RFC 9525 §6',
  codes: ['name-mismatch'],
  concerns: ({ certificate }) => !hasNoName(certificate),
  describe: ({ certificate }, { domain }) => ({
    problem: `the certificate is for ${showNames(certificate)}, not for ${domain}`,
    help: `Get a certificate whose subjectAltName has ${domain}, or correct the domain in the configuration.`,
  }),
});

/** The first names, and how many more there are. */
function showNames(certificate: Certificate): string {
  const names = presentedNames(certificate);
  const shown = names.slice(0, SHOWN_NAMES).map((name) => printable(name));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `${shown.join(', ')}${more}`;
}
