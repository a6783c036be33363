import type { EndpointConfig } from '../config/config.ts';
import type { Finding } from '../endpoints/finding.ts';
import { addressesNotServing, type EndpointVerdict } from '../endpoints/judge.ts';
import { describeAddress, lookAt } from './look.ts';
import { poll } from './poll.ts';
import type { Step } from './steps.ts';
import { nameOf, type World } from './world.ts';

/** HTTP may lag behind TLS while the binding takes effect; after so many looks its answer stands. */
const LOOKS_FOR_HTTP = 6;

export interface Verification {
  readonly endpoint: EndpointConfig;
  readonly intendedLeaf: string | undefined;
  /**
   * What is waited for: `leaf`, every address serves the intended one; `chain`, and with a chain that is
   * accepted (after a repair, which leaves the leaf as it was); `nothing`, one look is enough.
   */
  readonly until: 'leaf' | 'chain' | 'nothing';
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
  return world.steps.run(heading, async (step) => {
    step.asked(
      `TLS handshake with SNI ${endpoint.domain}; ${endpoint.health.method} ${endpoint.health.path}`,
    );
    const report = progressReporter(step, intendedLeaf);
    const verdict = await poll(() => lookAt(endpoint, intendedLeaf, world), {
      deadlineMs: until === 'nothing' ? 0 : world.config.deadlines.propagationMs,
      clock: world.clock,
      isSettled: (seen, look) => {
        report(seen);
        return isSettled(seen, { until, look });
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

function isSettled(
  { addresses }: EndpointVerdict,
  { until, look }: { until: Verification['until']; look: number },
): boolean {
  if (addresses.length === 0) return false;
  if (!addresses.every(({ servesIntended }) => servesIntended)) return false;
  const verdicts = new Set(addresses.map(({ accepted }) => accepted));
  // Addresses that disagree about the chain are on their way from one to the other.
  if (verdicts.size > 1) return false;
  if (until === 'chain' && !verdicts.has(true)) return false;
  const httpWell = addresses.every(({ findings }) => !findings.some(({ id }) => id === 'http-failure'));
  return httpWell || look >= LOOKS_FOR_HTTP;
}

/** Says how many addresses have come over, whenever that number changes while waiting. */
function progressReporter(step: Step, intendedLeaf: string | undefined): (verdict: EndpointVerdict) => void {
  let last = '';
  return (verdict) => {
    const all = verdict.addresses.length;
    const waiting = addressesNotServing(verdict);
    const line = `${all - waiting.length} of ${all} addresses serve the intended leaf`;
    if (waiting.length > 0 && line !== last && intendedLeaf)
      step.observed(`${line}; waiting for ${waiting.join(', ')}`);
    last = line;
  };
}

/** Each error once, however many addresses show it. */
function distinctErrors({ findings }: EndpointVerdict): Iterable<Finding> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new Map(errors.map((finding) => [finding.problem, finding])).values();
}
