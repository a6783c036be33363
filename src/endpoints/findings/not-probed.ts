import { failureRule } from './failure-rule.ts';

export const notProbed = failureRule({
  id: 'not-probed',
  citation: 'trust.private-networks',
  reasons: ['private-address'],
  help: () => 'Set trust.private-networks: true (--allow-private) if this address may be probed from here.',
});
