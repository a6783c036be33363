import { type Defect, examine } from './examine.ts';
import { minimise } from './minimise.ts';
import { createRandom } from './random.ts';
import type { FuzzTarget, Input, PreparedTarget } from './target.ts';

/** Kinds of defect after which a run is over. */
const MAX_DEFECTS = 5;

export interface FuzzRun {
  readonly target: FuzzTarget;
  readonly seed: number;
  /** Asked before each case; counts from 0. */
  readonly goesOn: (caseNumber: number) => boolean;
}

export interface FoundDefect extends Defect {
  readonly caseNumber: number;
  /** Made smaller. */
  readonly input: Input;
}

export interface FuzzReport {
  readonly cases: number;
  /** How often an input ended with each code; `read` when it was not refused. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowest: { readonly caseNumber: number; readonly milliseconds: number };
  /** The first of each kind and place. */
  readonly defects: readonly FoundDefect[];
}

/** Runs cases of one target, one after the other. */
export async function fuzz({ target, seed, goesOn }: FuzzRun): Promise<FuzzReport> {
  const prepared = await target.prepare();
  const outcomes: Record<string, number> = {};
  const defects = new Map<string, FoundDefect>();
  let caseNumber = 0;
  let slowest = { caseNumber, milliseconds: 0 };
  try {
    for (; defects.size < MAX_DEFECTS && goesOn(caseNumber); caseNumber += 1) {
      const input = generateCase(prepared, { target, seed, caseNumber });
      const { defect, codes, milliseconds } = await examine(target, prepared, input);
      if (milliseconds > slowest.milliseconds) slowest = { caseNumber, milliseconds };
      for (const code of codes.length > 0 ? new Set(codes) : ['read'])
        outcomes[code] = (outcomes[code] ?? 0) + 1;
      if (!defect || defects.has(placeOf(defect))) continue;
      const smaller = await minimise(target, prepared, input);
      defects.set(placeOf(defect), { ...defect, caseNumber, input: smaller });
    }
  } finally {
    await prepared.close?.();
  }
  return { cases: caseNumber, outcomes, slowest, defects: [...defects.values()] };
}

/** The input of one case: it depends on no other. */
export function generateCase(
  prepared: PreparedTarget,
  { target, seed, caseNumber }: { target: FuzzTarget; seed: number; caseNumber: number },
): Input {
  return prepared.generate(createRandom(`${seed} ${target.name} ${caseNumber}`));
}

/** Kind and the first place in the project: one defect is found many times. */
function placeOf({ kind, detail }: Defect): string {
  return `${kind} ${/\/src\/[^)\s]+/.exec(detail)?.[0] ?? ''}`;
}
