import type { PlannedEndpoint, PlanReport } from './plan-report.ts';
import { placeOf, problemsOf } from './problems.ts';
import { type Block, code, list, paragraph, type Section, signed, strong } from './summary/summary.ts';

/** What stops every endpoint. */
export function problemSection({ errors }: PlanReport): readonly Section[] {
  return errors.map((error) => ({
    title: error.problem,
    sign: 'bad' as const,
    isOpen: true,
    blocks: errorBlocks([error], { isTold: true }),
  }));
}

/** What was not readable, and what to do; `isTold`: the title above it says what it is. */
export function errorBlocks(
  errors: PlannedEndpoint['errors'],
  { isTold = false }: { readonly isTold?: boolean } = {},
): readonly Block[] {
  return errors.flatMap(({ code: id, problem, help, requestId, location }): readonly Block[] => {
    const at = location === undefined ? [] : [' at ', code(placeIn(location))];
    const request = requestId === undefined ? [] : [', RequestId ', code(requestId)];
    return [
      paragraph(
        isTold ? [code(id), ...at, ...request] : signed('bad', [`${problem} `, code(id), ...at, ...request]),
      ),
      paragraph([strong('What to do:'), ` ${help}`]),
    ];
  });
}

function placeIn({ file, line }: NonNullable<PlannedEndpoint['errors'][number]['location']>): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** What is wrong with the material or the change. */
export function findingBlocks(endpoint: PlannedEndpoint): readonly Block[] {
  return problemsOf(endpoint).flatMap((problem): readonly Block[] => {
    const { id, severity, help, clientWords = [] } = problem;
    return [
      paragraph(
        signed(severity === 'error' ? 'bad' : 'warning', [
          `${problem.problem}${placeOf(problem)} `,
          code(id),
        ]),
      ),
      ...(clientWords.length > 0 ? [list(clientWords.map((words) => [code(words)]))] : []),
      paragraph([strong('What to do:'), ` ${help}`]),
    ];
  });
}
