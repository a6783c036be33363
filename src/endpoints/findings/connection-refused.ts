import { failureRule } from './failure-rule.ts';

export const connectionRefused = failureRule({
  id: 'connection-refused',
  citation: 'RFC 9293 §3.10.7.1',
  reasons: ['refused'],
  help: () => 'Check that the listener runs and that this machine may reach it.',
});
