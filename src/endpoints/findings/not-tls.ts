import { failureRule } from './failure-rule.ts';

export const notTls = failureRule({
  id: 'not-tls',
  citation: 'RFC 8446 §5.1',
  reasons: ['not-tls'],
  help: () => 'Something else answers at this port: put a TLS listener there, or correct the port.',
});
