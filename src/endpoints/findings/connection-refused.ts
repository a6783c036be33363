import { failureRule } from './failure-rule.ts';

export const connectionRefused = failureRule({
  id: 'connection-refused',
  citation: 'RFC 9293 §3.10.7.1',
  reasons: ['refused'],
  help: () =>
    'Nothing listens there: start the HTTPS listener of the ingress at this port, or correct the port or the DNS record.',
});
