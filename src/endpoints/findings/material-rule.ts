import type { MaterialProblemId } from '../../certificates/material/material.ts';
import type { AppError } from '../../errors/app-error.ts';
import { type FileEvidence, filesOf } from './file-evidence.ts';
import type { FindingRule, Found } from './finding-rule.ts';

/** A finding that is a problem of reading one of the files. What was read all the same is a warning. */
export function materialRule(id: MaterialProblemId, citation: string): FindingRule<FileEvidence> {
  return {
    id,
    citation,
    applies: () => true,
    evaluate: (evidence) =>
      filesOf(evidence)
        .flatMap(({ problems }) => problems)
        .filter((problem) => problem.id === id)
        .map(({ error, isRecovered }) => describeError(error, isRecovered ? 'warning' : 'error')),
  };
}

/** An error about a file as a finding. */
export function describeError(
  { message, help, location }: AppError,
  severity: Found['severity'] = 'error',
): Found {
  return { severity, problem: message, help, ...(location ? { location } : {}) };
}
