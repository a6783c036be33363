import { afterAll, describe, expect, it } from 'vitest';
import { closeGitHubs } from '../../support/github.ts';
import { type MonitorRun, pullRequests, readText, watching } from '../../support/scenario/watched.ts';
import { readAnnotations } from '../../support/scenario/workflow-commands.ts';
import { closeServers } from '../../support/servers.ts';
import { type Answer, closeSlacks, scriptSlack } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

const OTHERS = Array.from({ length: 29 }, (_, index) => `rec-${index + 2}.example.com`);
const codesOf = ({ report }: MonitorRun): string[] => report.problems.map(({ code }) => code);

/** What Slack says of blocks beyond its limits. */
function refuseBlocks(body: string): Answer | undefined {
  const blocks = JSON.parse(new URLSearchParams(body).get('blocks') ?? '[]') as {
    text?: { text: string };
  }[];
  const isTooMuch = blocks.length > 50 || blocks.some(({ text }) => (text?.text.length ?? 1) > 3000);
  return isTooMuch ? { body: { ok: false, error: 'invalid_blocks' } } : undefined;
}

describe.concurrent('what the monitor tells', { timeout: 60_000 }, () => {
  it(
    'waits for Slack to come back after a day, and is told once',
    watching(async ({ place, issued, monitor, slack }) => {
      place(issued.leafPem);
      await monitor();
      const down = await scriptSlack(() => ({ status: 500 }), slack.apiUrl);
      for (const hours of [1, 12]) {
        const run = await monitor({}, { hours, slackApi: down.apiUrl });
        expect(codesOf(run)).toEqual(['SLACK_UNAVAILABLE']);
      }
      const refusing = await monitor({}, { hours: 18, slackApi: 'http://127.0.0.1:9/api/' });
      expect(codesOf(refusing)).toEqual(['SLACK_UNREACHABLE']);
      expect(await slack.seen()).toEqual([]);
      expect(codesOf(await monitor({}, { hours: 25 }))).toEqual([]);
      await monitor({}, { hours: 26 });
      expect(await slack.seen()).toHaveLength(1);
    }),
  );

  it(
    'is loud when Slack refuses it, and is told once it no longer does',
    watching(async ({ place, issued, monitor, slack }) => {
      place(issued.leafPem);
      await monitor();
      for (const [hours, error, code] of [
        [1, 'not_in_channel', 'SLACK_NOT_IN_CHANNEL'],
        [2, 'invalid_auth', 'SLACK_TOKEN_REFUSED'],
      ] as const) {
        const { apiUrl } = await scriptSlack(() => ({ body: { ok: false, error } }), slack.apiUrl);
        const run = await monitor({ 'fail-on': 'never' }, { hours, slackApi: apiUrl });
        expect(run.exitCode).toBe(2);
        expect(readAnnotations(run.stdout).map(({ title }) => title)).toContain(code);
        expect(run.summary).toContain(code);
      }
      await monitor({}, { hours: 3 });
      expect(await slack.seen()).toHaveLength(1);
    }),
  );

  it(
    'waits for as long as Slack asks when it is called too often',
    watching(async ({ place, issued, monitor, slack }) => {
      place(issued.leafPem);
      await monitor();
      const busy = await scriptSlack(
        (method, call) =>
          method === 'chat.postMessage' && call === 1
            ? { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } }
            : undefined,
        slack.apiUrl,
      );
      expect(codesOf(await monitor({}, { hours: 1, slackApi: busy.apiUrl }))).toEqual([]);
      expect(busy.log().filter((method) => method === 'chat.postMessage')).toHaveLength(2);
      expect(await slack.seen()).toHaveLength(1);
    }),
  );

  it(
    'is one message when thirty endpoints break at once, within the limits of Slack',
    watching(
      async ({ place, issued, monitor, slack, github }) => {
        place(issued.leafPem);
        await monitor();
        const strict = await scriptSlack((_method, _call, body) => refuseBlocks(body), slack.apiUrl);
        const run = await monitor({}, { hours: 1, slackApi: strict.apiUrl });
        expect(run.report.problems).toEqual([]);
        const [message, ...others] = await slack.seen();
        expect(others).toEqual([]);
        const [text] = readText(message ? [message] : []);
        expect(text).toMatch(/30 endpoints/);
        expect((await pullRequests(github)).map(({ number }) => number)).toEqual([1]);
        expect(text).toContain('Fix: pull request #1');
      },
      ['rec-1.example.com', ...OTHERS],
    ),
  );

  it(
    'stays one message while an endpoint comes and goes',
    watching(async ({ place, issued, monitor, slack }) => {
      for (const [hours, isBroken] of [true, true, false, true, false, true].entries()) {
        place(isBroken ? issued.leafPem : issued.bundlePem);
        expect(codesOf(await monitor({}, { hours }))).toEqual([]);
      }
      const [message, ...others] = await slack.seen();
      expect(others).toEqual([]);
      expect(readText(message ? [message] : [])[0]).toContain('🔴');
      expect(await slack.thread(message?.ts ?? '')).toEqual([]);
    }),
  );
});
