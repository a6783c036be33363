import { afterAll, describe, expect, it } from 'vitest';
import { ask, closeGitHubs, scriptGitHub } from '../../support/github.ts';
import { pullRequests, readText, type Watched, watching } from '../../support/scenario/watched.ts';
import { closeServers } from '../../support/servers.ts';
import { closeSlacks, scriptSlack } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeGitHubs(), closeSlacks()]);
});

const DAY = 24;
const TEAM = '<!subteam^S012AB3CD>';

/** The alert, as it is read; what comes after it is a reply that is shown in the channel as well. */
async function read({ slack }: Watched): Promise<string> {
  return readText(await slack.seen()).at(-1) ?? '';
}

async function thread({ slack }: Watched): Promise<readonly string[]> {
  const message = (await slack.seen()).at(-1);
  return readText(await slack.thread(message?.ts ?? ''));
}

function slackOf({ slack }: Watched): object {
  return { slack: { users: [slack.person] } };
}

async function react({ slack }: Watched, name: string): Promise<void> {
  const [message] = await slack.seen();
  await slack.ask('reactions.add', { channel: slack.channel, timestamp: message?.ts, name });
}

describe.concurrent('answers to an alert', { timeout: 60_000 }, () => {
  it(
    'by reaction are taken from those who may, shown, and end the reminders',
    watching(async (watched) => {
      const { place, issued, monitor, configure, slack } = watched;
      await configure({ slack: { users: [slack.person], mention: 'S012AB3CD' } });
      place(issued.leafPem);
      await monitor();
      await monitor({}, { hours: 1 });
      expect(await read(watched)).toContain(`owner ${TEAM}`);
      expect(await read(watched)).toContain('React with 👀');
      await react(watched, 'eyes');
      expect((await monitor({}, { hours: 2 })).report.problems).toEqual([]);
      expect(await read(watched)).toContain(`👀 acknowledged by <@${slack.person}>`);
      await monitor({}, { hours: 3 * DAY });
      expect(await thread(watched)).toEqual([]);
    }),
  );

  it(
    'that put it to sleep do not hide that it gets worse',
    watching(async (watched) => {
      const { place, issued, monitor, configure } = watched;
      await configure(slackOf(watched), { clients: ['java', 'chrome'] });
      place(issued.leafPem);
      await monitor();
      await monitor({}, { hours: 1 });
      await react(watched, 'mute');
      await monitor({}, { hours: 2 });
      expect(await read(watched)).toContain('💤 snoozed until the certificate changes');
      await monitor({}, { hours: 5 * DAY });
      expect(await thread(watched)).toEqual([]);
      // One more client that fails, as when Chrome no longer finds what is missing.
      await configure(slackOf(watched), { clients: ['java', 'chrome', 'openssl'] });
      await monitor({}, { hours: 6 * DAY });
      expect((await thread(watched)).join('\n')).toContain('⏫ Worse.');
      expect(await read(watched)).not.toContain('snoozed');
    }),
  );

  it(
    'by somebody else are left alone, and nobody is asked for them',
    watching(async (watched) => {
      const { place, issued, monitor, configure } = watched;
      await configure({ slack: { users: ['U0SOMEBODY'] } });
      place(issued.leafPem);
      await monitor();
      await monitor({}, { hours: 1 });
      await react(watched, 'eyes');
      await monitor({}, { hours: 2 });
      expect(await read(watched)).not.toContain('acknowledged');
    }),
  );

  it(
    'by label on the pull request are taken, and end the reminders',
    watching(async (watched) => {
      const { place, issued, monitor, github } = watched;
      place(issued.leafPem);
      await monitor();
      await monitor({}, { hours: 1 });
      const [opened] = await pullRequests(github);
      const number = opened?.number ?? 0;
      await ask(github, `/issues/${number}/labels`, { body: { labels: ['airec-https:ack'] } });
      // The emulated GitHub does not tell who labelled.
      const { apiUrl } = await scriptGitHub(({ path }) => {
        if (!path.includes(`/issues/${number}/events`)) return undefined;
        const at = new Date(Date.now() + 1.5 * 3_600_000).toISOString();
        const event = { event: 'labeled', label: { name: 'airec-https:ack' }, actor: { login: 'rita' } };
        return { status: 200, json: [{ ...event, created_at: at }] };
      }, github);
      await monitor({}, { hours: 2, githubApi: apiUrl });
      expect(await read(watched)).toContain(`👀 acknowledged by rita on #${number}`);
      await monitor({}, { hours: 3 * DAY });
      expect(await thread(watched)).toEqual([]);
    }),
  );
});

describe.concurrent('the digest', { timeout: 60_000 }, () => {
  it(
    'comes once a week, also after its answer was lost, and nothing else while all is well',
    watching(async ({ place, issued, checkOut, configure, monitor, slack }) => {
      // Not a day that begins within the hours after a week: then the next digest would be due.
      const inThreeDays = new Date(Date.now() + 3 * DAY * 3_600_000);
      const digestDay = inThreeDays.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
      await configure({ monitor: { digest: digestDay.toLowerCase() } });
      place(issued.bundlePem);
      await checkOut(issued.bundlePem);
      await monitor();
      const { apiUrl } = await scriptSlack(
        (method, call) => (method === 'chat.postMessage' && call === 1 ? { isLost: true } : undefined),
        slack.apiUrl,
      );
      await monitor({}, { hours: 7 * DAY, slackApi: apiUrl });
      await monitor({}, { hours: 7 * DAY + 1 });
      await monitor({}, { hours: 7 * DAY + 2 });
      const [digest = '', ...others] = readText(await slack.seen());
      expect(others).toEqual([]);
      expect(digest).toMatch(/airec-https, .*1 healthy · 0 open incidents · 0 resolved/);
    }),
  );
});
