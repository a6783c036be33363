import type { Cause } from '../../monitoring/causes.ts';
import type { Incident } from '../../monitoring/incident.ts';

/** What is wrong, in a few words. */
export const CAUSE_WORDS = {
  chain: 'certificate chain incomplete',
  trust: 'certificate not trusted',
  'invalid-chain': 'certificate chain invalid',
  name: 'certificate is for another name',
  expiry: 'certificate expires',
  'not-yet-valid': 'certificate not valid yet',
  'intermediate-expiry': 'intermediate certificate expires',
  revocation: 'certificate revoked, or its status not to be had',
  issuance: 'certificate issued against the rules',
  drift: 'another certificate than intended',
  inconsistent: 'addresses serve different certificates',
  protocol: 'TLS version or cipher suites out of date',
  'client-certificate': 'asks clients for a certificate',
  unreachable: 'not reachable',
  http: 'HTTPS answers with an error',
  mapping: 'AIRec mapping file not right',
  tidiness: 'chain untidy',
  undetermined: 'could not be determined',
  'missed-runs': 'the monitor did not run on schedule',
  'schedule-disabled': 'the schedule of the monitor is about to be disabled',
} satisfies Record<Cause, string>;

/** What is wrong with it: `certificate expired` once it has. */
export function verdictWords({ cause, stage }: Pick<Incident, 'cause' | 'stage'>): string {
  return cause === 'expiry' && stage === 'expired' ? 'certificate expired' : CAUSE_WORDS[cause];
}
