import { failureRule } from './failure-rule.ts';

export const timeout = failureRule({
  id: 'timeout',
  citation: 'RFC 9293 §3.8.3',
  reasons: ['timeout'],
  help: () => 'Check that the listener runs and that this machine may reach it.',
});
