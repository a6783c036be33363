import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The pull request that a run is for. */
export interface PullRequest {
  readonly number: number;
  /** Whether its files are those of somebody who may not write to this repository. */
  readonly isForeign: boolean;
}

const event = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    /** Null: that repository is gone. */
    head: z.object({ repo: z.object({ full_name: z.string() }).nullable() }),
  }),
});

/** That of the event that started the run; undefined: it is about none. */
export async function readPullRequest({
  GITHUB_EVENT_PATH: file,
  GITHUB_REPOSITORY: repository = '',
}: Readonly<Record<string, string | undefined>>): Promise<PullRequest | undefined> {
  if (!file) return undefined;
  try {
    const { number, head } = event.parse(JSON.parse(await readFile(file, 'utf8'))).pull_request;
    return { number, isForeign: head.repo?.full_name.toLowerCase() !== repository.toLowerCase() };
  } catch {
    return undefined;
  }
}
