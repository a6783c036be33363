import type { FindingId } from '../finding.ts';
import type { FailureReason, ObservationFailure } from '../observation.ts';
import type { FindingRule } from './finding-rule.ts';

/** What ended the look at an address, or at a name. */
export interface FailureEvidence {
  readonly domain: string;
  readonly failure: ObservationFailure;
  /** It says more about the way to the endpoint than about the endpoint: unknown, never broken. */
  readonly undetermined: boolean;
}

interface FailureRule {
  readonly id: FindingId;
  readonly citation: string;
  /** Undefined: any at stage `dns`, and none at another. */
  readonly reasons?: readonly FailureReason[];
  readonly describe?: (evidence: FailureEvidence) => string;
  readonly help: (evidence: FailureEvidence) => string;
}

const STAGES = {
  dns: 'no address',
  policy: 'not probed',
  connect: 'no connection',
  tls: 'no TLS handshake',
  http: 'no HTTP answer',
} satisfies Record<ObservationFailure['stage'], string>;

/** A finding that an endpoint could not be looked at for one of these reasons. */
export function failureRule({
  id,
  citation,
  reasons,
  describe = describeStage,
  help,
}: FailureRule): FindingRule<FailureEvidence> {
  return {
    id,
    citation,
    applies: ({ failure: { stage, reason } }) =>
      stage === 'dns' ? reasons === undefined : reasons?.includes(reason) === true,
    evaluate: (evidence) => [
      {
        severity: evidence.undetermined ? 'warning' : 'error',
        problem: describe(evidence),
        help: help(evidence),
      },
    ],
  };
}

function describeStage({ failure: { stage, reason, detail } }: FailureEvidence): string {
  return `${STAGES[stage]}: ${reason}${detail ? ` (${detail})` : ''}`;
}
