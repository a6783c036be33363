import type { AppError, SourceLocation } from '../../errors/app-error.ts';
import type { Material, MaterialProblem, MaterialProblemId } from './material.ts';

/** What one part of a file holds. */
export type Finds = Pick<Material, 'certificates' | 'keys' | 'contents' | 'problems'>;

/** Where a part of a file lies; `line` is undefined where there are no lines. */
export interface Place {
  readonly source: string;
  readonly line: number | undefined;
}

/** `finds` with nothing in what it leaves out. */
export function found(finds: Partial<Finds>): Finds {
  return { certificates: [], keys: [], contents: [], problems: [], ...finds };
}

/** All of them, in order. */
export function joinFinds(all: readonly Finds[]): Finds {
  return {
    certificates: all.flatMap(({ certificates }) => certificates),
    keys: all.flatMap(({ keys }) => keys),
    contents: all.flatMap(({ contents }) => contents),
    problems: all.flatMap(({ problems }) => problems),
  };
}

/** A problem with something that could not be read. */
export function lost(id: MaterialProblemId, error: AppError): MaterialProblem {
  return { id, error, isRecovered: false };
}

/** A problem with something that was read all the same. */
export function recovered(id: MaterialProblemId, error: AppError): MaterialProblem {
  return { id, error, isRecovered: true };
}

export function locationOf({ source, line }: Place): SourceLocation {
  return line === undefined ? { file: source } : { file: source, line };
}
