import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type PlanReport, planReportSchema } from '../../../src/reports/plan/plan-report.ts';
import { ask, startGitHub, TOKENS } from '../github.ts';
import type { ActionResult, Scenario } from './scenario.ts';

const READS = /^(List|Get|Describe|GET)/;

export interface Planned {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly report: PlanReport;
  /** Actions that change something, of those that were called for the plan. */
  readonly writes: readonly string[];
  /** All that were called. */
  readonly calls: readonly string[];
}

/** Runs the shipped `plan` in the workspace, and reads its report against the schema. */
export async function planIn(s: Scenario, ...argv: readonly string[]): Promise<Planned> {
  s.newCalls();
  const { exitCode, stdout } = await s.terminal('plan', '--report', 'plan.json', ...argv);
  const text = await readFile(path.join(s.workspace, 'plan.json'), 'utf8');
  const calls = s.newCalls();
  const writes = calls.filter((line) => !READS.test(line));
  return { exitCode, stdout, report: planReportSchema.parse(JSON.parse(text)), writes, calls };
}

/** `provision do`, `deploy do`, `map skip`: what would be done, in order. */
export function decisions({ endpoints }: PlanReport, index = 0): readonly string[] {
  return (endpoints[index]?.items ?? []).map(({ step, decision }) => `${step} ${decision}`);
}

/** `warning names-lost`: what is found, of all endpoints. */
export function findingsOf({ endpoints }: PlanReport): readonly string[] {
  return endpoints.flatMap(({ findings }) => findings.map(({ id, severity }) => `${severity} ${id}`));
}

/** Who accepts, as `chrome java`; undefined: nobody looked. */
export function accepting(
  { endpoints: [first] }: PlanReport,
  when: 'before' | 'after' | 'rehearsed',
): string | undefined {
  if (when === 'rehearsed') {
    const clients = first?.rehearsal?.clients.filter(({ accepts }) => accepts);
    return clients?.map(({ client }) => client).join(' ');
  }
  const views = first?.clients[when];
  if (!views) return undefined;
  return Object.entries(views)
    .flatMap(([client, { accepts }]) => (accepts ? [client] : []))
    .join(' ');
}

/** A pull request of the emulated GitHub, and the workflow that plans on it. */
export interface PlannedPullRequest {
  readonly number: number;
  /** One run of the Action on it. */
  readonly plan: (inputs?: Readonly<Record<string, string>>) => Promise<ActionResult>;
  /** The bodies of all comments on it, the oldest first. */
  readonly comments: () => Promise<readonly string[]>;
}

export interface PullRequestSetup {
  /** An API in front of GitHub. */
  readonly inFront?: (githubApi: string) => Promise<string>;
  /** The repository that its branch is in; default: this one. */
  readonly from?: string;
}

/** Opens a pull request, and gives the scenario the environment of a workflow on it. */
export async function onPullRequest(
  s: Scenario,
  { inFront = (githubApi) => Promise.resolve(githubApi), from = 'acme/shop' }: PullRequestSetup = {},
): Promise<PlannedPullRequest> {
  const github = await startGitHub();
  const { object } = (await ask(github, '/git/ref/heads/main')) as { object: { sha: string } };
  await ask(github, '/git/refs', { body: { ref: 'refs/heads/renewal', sha: object.sha } });
  const pull = { title: 'Renewal', body: '', head: 'renewal', base: 'main' };
  const { number } = (await ask(github, '/pulls', { body: pull })) as { number: number };
  const payload = { pull_request: { number, head: { repo: { full_name: from } } } };
  const event = await s.write('event.json', JSON.stringify(payload));
  Object.assign(s.variables, {
    GITHUB_API_URL: await inFront(github),
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
  });
  return {
    number,
    plan: (inputs = {}) => s.act({ command: 'plan', 'github-token': TOKENS.monitor, ...inputs }),
    async comments() {
      const all = (await ask(github, `/issues/${number}/comments`)) as { body: string }[];
      return all.map(({ body }) => body);
    },
  };
}
