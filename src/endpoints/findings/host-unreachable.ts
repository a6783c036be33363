import { failureRule } from './failure-rule.ts';

export const hostUnreachable = failureRule({
  id: 'host-unreachable',
  citation: 'RFC 792',
  reasons: ['unreachable'],
  help: () =>
    'This machine has no route to it; GitHub-hosted runners, for one, have no IPv6. Run where there is one, or list the addresses to probe under "addresses".',
});
