import { failureRule } from './failure-rule.ts';

export const connectionClosed = failureRule({
  id: 'connection-closed',
  citation: 'RFC 8446 §6.1',
  reasons: ['closed'],
  help: () =>
    'Check that the listener has a certificate for this domain and a TLS security policy that fits it, and that its instance runs.',
});
