import { refusalRule } from './refusal-rule.ts';

export const oldProtocol = refusalRule({
  id: 'old-protocol',
  citation: 'RFC 8996',
  codes: ['old-protocol'],
  describe: ({ actual, required }) => ({
    problem: `the handshake agrees on ${actual}; clients want at least ${required}`,
    help: 'Enable TLS 1.2 and TLS 1.3 on the listener, and nothing older.',
  }),
});
