import { afterAll, describe, expect, it } from 'vitest';
import { keepUp } from '../../../src/commands/monitor/upkeep.ts';
import type { AppError } from '../../../src/errors/app-error.ts';
import { NO_UPKEEP, type Upkeep } from '../../../src/monitoring/monitor-state.ts';
import { openAt, type Script, scriptGitHub } from '../../support/github.ts';
import { DAY_MS, HOUR_MS, iso, START } from '../../support/monitoring.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

const NOW = iso(START);
const COMMITTED = iso(START - 50 * DAY_MS);
const COMMIT = {
  sha: 'a'.repeat(40),
  commit: { committer: { date: COMMITTED }, tree: { sha: 'b'.repeat(40) } },
};
/** Everything was just looked at. */
const DONE: Upkeep = {
  isPublic: true,
  visibilityAt: NOW,
  lastCommit: COMMITTED,
  lastCommitAt: NOW,
  historyAt: NOW,
};

/** What a run at START makes of it, and what it asks for. */
async function keptUp(before: Upkeep, { isScheduled = true, script = repository }: Partial<Case> = {}) {
  const { apiUrl, log } = await scriptGitHub(script);
  const problems: string[] = [];
  const said: string[] = [];
  const after = await keepUp(before, {
    github: openAt(apiUrl),
    isScheduled,
    now: new Date(START),
    say: (line) => said.push(line),
    onProblem: ({ code }: AppError) => void problems.push(code),
  });
  return { after, asked: log().map((call) => call.replace(/\?.*/, '')), problems, said };
}

interface Case {
  readonly isScheduled: boolean;
  readonly script: Script;
}

/** A public one, with three commits of state. */
function repository({ path }: { readonly path: string }): ReturnType<Script> {
  const link = '<https://api.github.com/repositories/1/commits?per_page=1&page=3>; rel="last"';
  if (path.includes('/commits')) return { status: 200, json: [COMMIT], headers: { link } };
  return { status: 200, json: { private: false } };
}

/** The same with 2001 commits of state, which GraphQL replaces. */
function grown({ path, method }: { readonly path: string; readonly method: string }): ReturnType<Script> {
  const link = '<https://api.github.com/repositories/1/commits?per_page=1&page=2001>; rel="last"';
  if (path === '/graphql') return { status: 200, json: { data: { updateRefs: { clientMutationId: null } } } };
  if (method === 'POST') return { status: 201, json: { sha: 'd'.repeat(40) } };
  return path.includes('/commits')
    ? { status: 200, json: [COMMIT], headers: { link } }
    : repository({ path });
}

function ago(ms: number): string {
  return iso(START - ms);
}

describe('keepUp', () => {
  it('does one thing a run, in turn', async () => {
    const first = await keptUp(NO_UPKEEP);
    expect(first).toMatchObject({
      asked: ['GET /repos/acme/shop'],
      after: { isPublic: true, visibilityAt: NOW, lastCommit: null },
    });
    const second = await keptUp(first.after);
    expect(second).toMatchObject({
      asked: ['GET /repos/acme/shop/commits'],
      after: { lastCommit: COMMITTED, lastCommitAt: NOW },
    });
    const third = await keptUp(second.after);
    expect(third).toMatchObject({ asked: [], after: { historyAt: NOW } });
    expect(await keptUp(third.after)).toMatchObject({ asked: [], after: third.after });
  });

  it.each([
    ['within a day', { visibilityAt: ago(23 * HOUR_MS), lastCommitAt: ago(23 * HOUR_MS) }, {}, []],
    ['the next day', { visibilityAt: ago(DAY_MS) }, {}, ['GET /repos/acme/shop']],
    ['the next day', { lastCommitAt: ago(DAY_MS) }, {}, ['GET /repos/acme/shop/commits']],
    ['of a private repository', { isPublic: false, lastCommitAt: null }, {}, []],
    ['without a schedule', { visibilityAt: null, lastCommitAt: null }, { isScheduled: false }, []],
    ['within a week', { historyAt: ago(6 * DAY_MS) }, {}, []],
    ['the next week', { historyAt: ago(7 * DAY_MS) }, {}, ['GET /repos/acme/shop/commits']],
  ] as const)('asks, %s, for %j %j: %j', async (...[, changes, options, asked]) => {
    expect((await keptUp({ ...DONE, ...changes }, options)).asked).toEqual(asked);
  });

  it('asks again on the next day when GitHub did not answer, and keeps what it knew', async () => {
    const before = { ...DONE, visibilityAt: null };
    const { after, problems } = await keptUp(before, { script: () => ({ status: 403, json: {} }) });
    expect(problems).toEqual(['GITHUB_PERMISSION']);
    expect(after).toEqual({ ...before, visibilityAt: NOW });
  });

  it('replaces a long history of the state, and says what came of it', async () => {
    const { after, said, asked } = await keptUp({ ...DONE, historyAt: ago(7 * DAY_MS) }, { script: grown });
    expect(after.historyAt).toBe(NOW);
    expect(said).toEqual(['Replaced 2001 commits of the state by one']);
    expect(asked).toHaveLength(4);
  });

  it('has nothing to look after without a repository', async () => {
    const desk = {
      isScheduled: true,
      now: new Date(START),
      say: () => undefined,
      onProblem: () => undefined,
    };
    expect(await keepUp(NO_UPKEEP, { ...desk, github: undefined })).toBe(NO_UPKEEP);
  });
});
