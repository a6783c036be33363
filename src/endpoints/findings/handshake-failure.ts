import { failureRule } from './failure-rule.ts';

/** What to do about alerts (RFC 8446 §6.2) that have one cause. */
const HELP: Readonly<Record<string, string>> = {
  // RFC 6066 §3: the server knows no certificate for the name.
  unrecognized_name: 'The listener has no certificate for this name; deploy one to its ingress.',
  handshake_failure:
    'The listener has no cipher suite in common with clients, or no certificate for this name: choose a TLS security policy with TLS 1.2 and TLS 1.3, and deploy a certificate.',
  protocol_version: 'Enable TLS 1.2 and TLS 1.3 on the listener.',
  insufficient_security: 'Choose a TLS security policy for the listener with TLS 1.2 and TLS 1.3.',
  internal_error: 'The listener fails by itself: deploy its certificate again, and look into its logs.',
};

export const handshakeFailure = failureRule({
  id: 'handshake-failure',
  citation: 'RFC 8446 §6.2',
  reasons: ['tls-alert', 'tls-error'],
  help: ({ failure: { reason, detail } }) =>
    (reason === 'tls-alert' ? HELP[detail] : undefined) ??
    'Check the certificate, its key and the TLS security policy of the listener.',
});
