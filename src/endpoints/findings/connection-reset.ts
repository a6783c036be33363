import { failureRule } from './failure-rule.ts';

export const connectionReset = failureRule({
  id: 'connection-reset',
  citation: 'RFC 9293 §3.5.2',
  reasons: ['reset'],
  help: () => 'Check that the listener runs and that this machine may reach it.',
});
