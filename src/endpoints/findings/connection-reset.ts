import { failureRule } from './failure-rule.ts';

export const connectionReset = failureRule({
  id: 'connection-reset',
  citation: 'RFC 9293 §3.5.2',
  reasons: ['reset'],
  help: () =>
    'Something ends the connection on purpose: check the access control of the listener, any firewall on the way, and whether the domain may be served in this region.',
});
