import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGitHubs } from '../../support/github.ts';
import {
  BUNDLE,
  listBranch,
  pullRequests,
  readBranch,
  readText,
  watching,
  writeBranch,
} from '../../support/scenario/watched.ts';
import { serve } from '../../support/scenario/served.ts';
import { DOMAIN, SLB } from '../../support/scenario/workspace.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

describe.concurrent('people and the monitor', { timeout: 60_000 }, () => {
  it(
    'see a merged pull request through to a green message, days later',
    watching(async ({ place, issued, monitor, checkOut, github, slack, emulator }) => {
      place(issued.leafPem);
      await monitor();
      await monitor({}, { hours: 1 });
      const [opened] = await pullRequests(github);
      const [alert = ''] = readText(await slack.seen());
      expect(alert).toContain('🔴');
      expect(alert).toContain(DOMAIN);
      expect(alert).toContain(`pull request #${opened?.number}`);
      expect(opened?.body).toContain(DOMAIN);
      const before = await listBranch(github, 'main');
      const after = await listBranch(github, opened?.head.ref ?? '');
      const changed = after.filter((file) => !before.includes(file));
      expect(changed.map((file) => file.split(' ')[0])).toEqual([BUNDLE]);

      await monitor({}, { hours: 8 * 24 });
      const [message] = await slack.seen();
      expect(readText(await slack.thread(message?.ts ?? '')).join('\n')).toContain('⏰ Still open after');

      await ask(github, `/pulls/${opened?.number}/merge`, { method: 'PUT', body: {} });
      const pem = await readBranch(github, BUNDLE, 'main');
      await checkOut(pem);
      const waiting = await monitor({}, { hours: 8 * 24 + 1 });
      expect([waiting.outputs['status'], waiting.report.problems]).toEqual(['broken', []]);

      place(pem);
      for (const address of emulator.edges(SLB.instance)) {
        const served = await serve({ address, domain: DOMAIN, root: emulator.rootPem });
        expect(served).toMatchObject({ verdict: 'trusted', sent: 2 });
      }
      await monitor({}, { hours: 9 * 24 });
      const well = await monitor({}, { hours: 9 * 24 + 1 });
      expect([well.exitCode, well.outputs['status']]).toEqual([0, 'healthy']);
      const [resolved = '', ...others] = readText(await slack.seen());
      expect(others).toEqual([]);
      expect(resolved).toContain('🟢');
      expect(await pullRequests(github)).toHaveLength(1);
    }),
  );

  it(
    'are not asked again when they closed the pull request',
    watching(async ({ place, issued, monitor, github, slack }) => {
      place(issued.leafPem);
      await monitor();
      await monitor({}, { hours: 1 });
      const [opened] = await pullRequests(github);
      await ask(github, `/pulls/${opened?.number}`, { method: 'PATCH', body: { state: 'closed' } });
      for (const hours of [2, 3]) expect((await monitor({}, { hours })).report.problems).toEqual([]);
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['closed']);
      expect(await slack.seen()).toHaveLength(1);
    }),
  );

  it(
    'keep what they committed to the branch of a fix',
    watching(async ({ place, issued, monitor, github }) => {
      place(issued.leafPem);
      await monitor();
      await monitor({}, { hours: 1 });
      const [opened] = await pullRequests(github);
      const branch = opened?.head.ref ?? '';
      await writeBranch(github, BUNDLE, { branch, text: issued.fullChainPem });
      for (const hours of [2, 3]) expect((await monitor({}, { hours })).report.problems).toEqual([]);
      expect(await readBranch(github, BUNDLE, branch)).toBe(issued.fullChainPem);
      const comments = (await ask(github, `/issues/${opened?.number}/comments`)) as object[];
      expect(comments).toHaveLength(1);
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['open']);
    }),
  );
});
