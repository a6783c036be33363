import { refusalRule } from './refusal-rule.ts';

export const clientCertRequired = refusalRule({
  id: 'client-cert-required',
  citation: 'RFC 8446 §4.4.2.4',
  codes: ['client-certificate-required'],
  describe: () => ({
    problem: 'the server ends the connection without a certificate of the client',
    help: 'Switch off mutual TLS on the listener, unless every client has a certificate.',
  }),
});
