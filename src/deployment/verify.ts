import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import type { EndpointVerdict } from '../endpoints/judge.ts';
import { countServing, describeWaiting, type Goal, isSettled } from './convergence.ts';
import { describeAddress, lookAt } from './look.ts';
import { type Clock, poll } from './poll.ts';
import type { Step } from './steps.ts';
import { nameOf, type World } from './world.ts';

/** How often a wait in which nothing changes is spoken of. */
const HEARTBEAT_MS = 60_000;

export interface Verification {
  readonly endpoint: EndpointConfig;
  readonly intendedLeaf: string | undefined;
  readonly until: Goal;
  readonly title?: string;
}

/**
 * Looks at every address until all agree or the propagation deadline is reached, and returns the verdict on
 * the last look. The handshake decides, whatever CAS says.
 */
export async function verify(
  { endpoint, intendedLeaf, until, title = 'Verify by handshake on every address' }: Verification,
  world: World,
): Promise<EndpointVerdict> {
  const heading = { name: 'verify', title, endpoint: nameOf(endpoint) } as const;
  const { domain, health } = endpoint;
  return world.steps.run(heading, async (step) => {
    step.asked(`TLS handshake with SNI ${domain}${health ? `; ${health.method} ${health.path}` : ''}`);
    const report = waitReporter(step, world.clock);
    const verdict = await poll(() => lookAt(endpoint, intendedLeaf, world), {
      deadlineMs: until === 'nothing' ? 0 : world.config.deadlines.propagationMs,
      clock: world.clock,
      isSettled: (seen, looks) => {
        step.looked(countServing(seen));
        if (isSettled(seen, until, looks)) return true;
        report(describeWaiting(seen));
        return false;
      },
    });
    for (const address of verdict.addresses) step.observed(describeAddress(address));
    for (const { problem, clientWords = [] } of distinctErrors(verdict)) {
      step.found(problem);
      for (const words of clientWords) step.observed(words);
    }
    return verdict;
  });
}

/** Says what is waited for when that changes, and now and then when it does not. */
function waitReporter(step: Step, clock: Clock): (waiting: string | undefined) => void {
  let last = '';
  let saidAt = Number.NEGATIVE_INFINITY;
  return (waiting) => {
    const now = clock.now().getTime();
    if (waiting === undefined || (waiting === last && now - saidAt < HEARTBEAT_MS)) return;
    step.observed(waiting);
    [last, saidAt] = [waiting, now];
  };
}

/** Each error once, however many addresses show it. */
function distinctErrors({ findings }: EndpointVerdict): Iterable<Finding> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new Map(errors.map((finding) => [finding.problem, finding])).values();
}
