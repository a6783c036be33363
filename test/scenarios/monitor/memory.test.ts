import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGitHubs } from '../../support/github.ts';
import {
  type MonitorRun,
  pullRequests,
  readBranch,
  watching,
  writeBranch,
} from '../../support/scenario/watched.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

const STATE = 'airec-https-state';
const codesOf = ({ report }: MonitorRun): string[] => report.problems.map(({ code }) => code);

describe.concurrent('the memory of the monitor', { timeout: 60_000 }, () => {
  it(
    'begins anew when its branch was deleted, and proposes no second pull request',
    watching(async ({ place, issued, monitor, github }) => {
      place(issued.leafPem);
      await monitor();
      await monitor({}, { hours: 1 });
      await ask(github, `/git/refs/heads/${STATE}`, { method: 'DELETE' });
      await monitor({}, { hours: 2 });
      const last = await monitor({}, { hours: 3 });
      expect(codesOf(last)).toEqual([]);
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['open']);
      expect(JSON.parse(await readBranch(github, 'state.json', STATE)).runs).toHaveLength(2);
    }),
  );

  it(
    'begins anew, and says so, when its text is corrupted',
    watching(async ({ place, issued, monitor, github, slack }) => {
      place(issued.leafPem);
      await monitor();
      const text = '{"version": 1, <<<<<<< HEAD';
      await writeBranch(github, 'state.json', { branch: STATE, text });
      const second = await monitor({}, { hours: 1 });
      expect(second.stdout).toContain('The kept state cannot be read');
      expect(codesOf(second)).toEqual([]);
      expect(await readBranch(github, 'state.corrupted.json', STATE)).toBe(text);
      await monitor({}, { hours: 2 });
      expect(await slack.seen()).toHaveLength(1);
    }),
  );

  it(
    'is left as it is when a newer program wrote it, and nobody is told what cannot be remembered',
    watching(async ({ place, issued, monitor, github, slack }) => {
      place(issued.leafPem);
      await monitor();
      const text = '{"version":99}\n';
      await writeBranch(github, 'state.json', { branch: STATE, text });
      for (const hours of [1, 2]) {
        const run = await monitor({}, { hours });
        expect([run.exitCode, codesOf(run)]).toEqual([1, ['MONITOR_STATE_NEWER']]);
      }
      expect(await readBranch(github, 'state.json', STATE)).toBe(text);
      expect(await slack.seen()).toEqual([]);
      expect(await pullRequests(github)).toEqual([]);
    }),
  );
});
