import { AppError } from '../errors/app-error.ts';

/** What `work` gives; undefined when it failed with an error of ours, which `onProblem` hears: the run goes on. */
export async function collect<Result>(
  onProblem: (error: AppError) => void,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onProblem(error);
    return undefined;
  }
}
