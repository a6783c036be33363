import { failureRule } from './failure-rule.ts';

export const handshakeFailure = failureRule({
  id: 'handshake-failure',
  citation: 'RFC 8446 §6.2',
  reasons: ['tls-alert', 'tls-error'],
  help: ({ failure: { reason, detail } }) =>
    // RFC 6066 §3: the server knows no certificate for the name.
    reason === 'tls-alert' && detail === 'unrecognized_name'
      ? 'The listener has no certificate for this name; deploy one to its ingress.'
      : 'Check that the listener runs and that this machine may reach it.',
});
