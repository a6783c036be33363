import { failureRule } from './failure-rule.ts';

export const timeout = failureRule({
  id: 'timeout',
  citation: 'RFC 9293 §3.8.3',
  reasons: ['timeout'],
  help: ({ failure: { stage } }) =>
    stage === 'connect'
      ? 'Check that the address is right and that the access control of the listener lets this machine in.'
      : 'The port is open and nothing answers TLS: check that the listener speaks HTTPS and that it is not overloaded.',
});
