import { failureRule } from './failure-rule.ts';

export const connectionClosed = failureRule({
  id: 'connection-closed',
  citation: 'RFC 8446 §6.1',
  reasons: ['closed'],
  help: () => 'Check that the listener runs and that this machine may reach it.',
});
