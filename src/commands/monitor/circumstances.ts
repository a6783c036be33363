import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a run of the monitor is, as its runner tells; a terminal tells little of it. */
export interface Circumstances {
  /** Unique for each attempt. */
  readonly id: string;
  /** Where it looks from: `github-hosted/Linux`, `self-hosted/NAME`, or the name of this machine. */
  readonly vantage: string;
  /** The cron expression that started it; null: it was none. */
  readonly schedule: string | null;
  /** URLs; undefined outside of GitHub. */
  readonly runUrl: string | undefined;
  readonly repositoryUrl: string | undefined;
  /** The branch that was checked out, which pull requests are for; undefined: it is none. */
  readonly branch: string | undefined;
}

export async function readCircumstances(environment: Environment): Promise<Circumstances> {
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, GITHUB_JOB: job } = environment;
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  const repositoryUrl = server && repository ? `${server}/${repository}` : undefined;
  return {
    id: run ? `${run}.${attempt ?? '1'}.${job ?? ''}` : randomUUID(),
    vantage: vantageOf(environment),
    schedule: await readSchedule(environment),
    runUrl: repositoryUrl && run ? `${repositoryUrl}/actions/runs/${run}` : undefined,
    repositoryUrl,
    branch: environment['GITHUB_REF_TYPE'] === 'branch' ? environment['GITHUB_REF_NAME'] : undefined,
  };
}

function vantageOf(environment: Environment): string {
  const { RUNNER_ENVIRONMENT: kind, RUNNER_NAME: name, RUNNER_OS: system } = environment;
  if (!kind) return hostname();
  return `${kind}/${(kind === 'self-hosted' ? name : system) ?? 'runner'}`;
}

/** The payload of the event names it; one that cannot be read is none. */
async function readSchedule(environment: Environment): Promise<string | null> {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file } = environment;
  if (name !== 'schedule' || !file) return null;
  try {
    const event: unknown = JSON.parse(await readFile(file, 'utf8'));
    const schedule: unknown = typeof event === 'object' && event !== null && Reflect.get(event, 'schedule');
    return typeof schedule === 'string' ? schedule : null;
  } catch {
    return null;
  }
}
