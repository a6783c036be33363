import { afterAll, describe, expect, it } from 'vitest';
import { readMaterial } from '../../../src/certificates/material/read-material.ts';
import { ask, closeGitHubs, type Script, scriptGitHub } from '../../support/github.ts';
import { serve } from '../../support/scenario/served.ts';
import { BUNDLE, pullRequests, watching } from '../../support/scenario/watched.ts';
import { DOMAIN, SLB } from '../../support/scenario/workspace.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

/** GitHub takes one open pull request of a branch; the emulated one takes more. */
function onePullRequestEach(): Script {
  const heads = new Set<string>();
  return ({ method, path, body }) => {
    if (method !== 'POST' || !path.endsWith('/pulls')) return undefined;
    const { head } = body as { head: string };
    const errors = [{ message: `A pull request already exists for acme:${head}.` }];
    if (heads.has(head)) return { status: 422, json: { message: 'Validation Failed', errors } };
    heads.add(head);
    return undefined;
  };
}

describe.concurrent('monitor', { timeout: 60_000 }, () => {
  it(
    'says nothing while there is nothing to see',
    watching(async ({ place, issued, checkOut, monitor, slack, github }) => {
      place(issued.bundlePem);
      await checkOut(issued.bundlePem);
      const run = await monitor();
      expect([run.exitCode, run.outputs['status'], run.summary]).toEqual([0, 'healthy', '']);
      expect(await slack.seen()).toEqual([]);
      expect(await pullRequests(github)).toEqual([]);
    }),
  );

  it(
    'tells of a broken chain once, proposes what mends it, and turns green and closes that when it is well',
    watching(async ({ place, issued, monitor, slack, github, emulator }) => {
      place(issued.leafPem);
      const first = await monitor();
      expect([first.exitCode, first.outputs['status']]).toEqual([1, 'broken']);
      expect(await slack.seen()).toEqual([]);

      const second = await monitor();
      expect(second.report.problems).toEqual([]);
      expect(second.outputs).toMatchObject({ 'pull-request-operation': 'created' });
      const [opened] = await pullRequests(github);
      expect(opened?.title).toBe(`fix(certs): complete the chain of ${DOMAIN}`);
      const message = await slack.seen();
      expect(message.map(({ ts }) => ts)).toEqual([second.outputs['slack-ts']]);
      expect(JSON.stringify(message[0])).toContain(`/pull/${opened?.number ?? ''}`);

      const third = await monitor();
      expect(third.outputs).toMatchObject({ 'pull-request-operation': 'none', 'slack-ts': '' });
      expect(await slack.seen()).toHaveLength(1);

      const file = (await ask(github, `/contents/${BUNDLE}?ref=${opened?.head.ref ?? ''}`)) as {
        content: string;
      };
      const pem = Buffer.from(file.content, 'base64').toString();
      expect(readMaterial(Buffer.from(pem), BUNDLE).certificates).toHaveLength(2);
      place(pem);
      for (const address of emulator.edges(SLB.instance)) {
        const served = await serve({ address, domain: DOMAIN, root: emulator.rootPem });
        expect(served).toMatchObject({ verdict: 'trusted', sent: 2 });
      }

      await monitor();
      const last = await monitor();
      expect([last.exitCode, last.outputs['pull-request-operation']]).toEqual([0, 'closed']);
      const [resolved, ...others] = await slack.seen();
      expect(others).toEqual([]);
      expect(JSON.stringify(resolved)).toContain('🟢');
      expect((await pullRequests(github)).map(({ state }) => state)).toEqual(['closed']);
    }),
  );

  it(
    'tells once what two overlapping runs saw',
    watching(async ({ place, issued, monitor, slack, github }) => {
      place(issued.leafPem);
      await monitor();
      const { apiUrl: githubApi } = await scriptGitHub(onePullRequestEach(), github);
      const both = await Promise.all([monitor({}, { githubApi }), monitor({}, { githubApi })]);
      expect(both.map(({ report }) => report.problems)).toEqual([[], []]);
      await monitor();
      expect(await slack.seen()).toHaveLength(1);
      expect(await pullRequests(github)).toHaveLength(1);
    }),
  );

  it(
    'keeps an alert that Slack refused for the next run, and says why',
    watching(async ({ place, issued, monitor, slack }) => {
      place(issued.leafPem);
      await monitor();
      const refused = await monitor({ 'slack-channel': 'C0NOTTHERE' });
      expect(refused.report.problems.map(({ code }) => code)).toEqual(['SLACK_CHANNEL_NOT_FOUND']);
      await monitor();
      expect(await slack.seen()).toHaveLength(1);
    }),
  );
});
