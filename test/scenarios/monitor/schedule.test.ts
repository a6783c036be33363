import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeGitHubs, type Script, scriptGitHub } from '../../support/github.ts';
import { readText, type Watched, watching } from '../../support/scenario/watched.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks, scriptSlack } from '../../support/slack.ts';

const DAY = 24;
/** Once a year, so that no run between those of a test is missed. */
const YEARLY = '0 0 1 1 *';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-https-schedule-'));
});

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
  await rm(folder, { recursive: true, force: true });
});

/** What the runner tells a run that a cron expression started. */
async function startedBy(schedule: string): Promise<Readonly<Record<string, string>>> {
  const event = path.join(folder, `${schedule.replaceAll(/\W/g, '_')}.json`);
  await writeFile(event, JSON.stringify({ schedule }));
  return { GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: event };
}

/** Everybody may see the repository. */
function published({ path: called }: Parameters<Script>[0]): ReturnType<Script> {
  return called === '/repos/acme/shop' ? { status: 200, json: { private: false } } : undefined;
}

/** All is well, and no digest comes in between. */
async function allWell({ place, issued, checkOut, configure }: Watched): Promise<void> {
  place(issued.bundlePem);
  await checkOut(issued.bundlePem);
  await configure({ monitor: { digest: 'never' } });
}

describe.concurrent('a scheduled monitor', { timeout: 60_000 }, () => {
  it(
    'calls GitHub three times at most, and Slack never, while all is well',
    watching(async (watched) => {
      await allWell(watched);
      const github = await scriptGitHub(published, watched.github);
      const slack = await scriptSlack(() => undefined, watched.slack.apiUrl);
      const variables = await startedBy(YEARLY);
      const calls: number[] = [];
      for (const hours of [0, 1, 2, 3, 26, 27, 8 * DAY, 8 * DAY + 1, 8 * DAY + 2]) {
        const before = github.calls.length;
        await watched.monitor({}, { hours, variables, githubApi: github.apiUrl });
        calls.push(github.calls.length - before);
      }
      // The first one makes the branch.
      expect(Math.max(...calls.slice(1))).toBeLessThanOrEqual(3);
      expect(Math.min(...calls)).toBe(2);
      expect(slack.log()).toEqual([]);
    }),
  );

  it(
    'tells that nobody looked, and that GitHub is about to disable it',
    watching(async (watched) => {
      await allWell(watched);
      const github = await scriptGitHub(published, watched.github);
      const variables = await startedBy('17 * * * *');
      for (const hours of [0, 1, 50 * DAY, 50 * DAY + 1, 50 * DAY + 2])
        await watched.monitor({}, { hours, variables, githubApi: github.apiUrl });
      const told = readText(await watched.slack.seen()).map((text) => text.split(/\n|: resolved/)[0]);
      expect(new Set(told)).toEqual(
        new Set([
          '🟠 airec-https — the schedule of the monitor is about to be disabled',
          '🟢 airec-https — the monitor did not run on schedule',
        ]),
      );
    }),
  );
});
