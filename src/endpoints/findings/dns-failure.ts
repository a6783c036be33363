import { failureRule } from './failure-rule.ts';

/** A name without any address breaks clients; a silent resolver says nothing about them. */
export const dnsFailure = failureRule({
  id: 'dns-failure',
  citation: 'RFC 8499 §3',
  describe: ({ domain, undetermined, failure }) =>
    `${domain} ${undetermined ? 'could not be resolved' : 'has no address'}: ${failure.detail}`,
  help: ({ domain, undetermined }) =>
    undetermined
      ? 'Check the resolver of this machine, or list the addresses under "addresses" in the configuration.'
      : `Create the DNS record of ${domain}, or list its addresses under "addresses" in the configuration.`,
});
