import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type BotPlay, SIGNING_SECRET, withBot } from '../support/scenario/bot.ts';
import { until } from '../support/scenario/until.ts';
import { DOMAIN } from '../support/scenario/workspace.ts';
import { closeServers } from '../support/servers.ts';
import { closeSlacks } from '../support/slack.ts';
import { post, signedRequest } from '../support/slack-socket.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeSlacks()]);
});

/** Every command and every button. */
async function askEverything(bot: BotPlay): Promise<void> {
  const { command, press, openHome, alert, slack, key, program } = bot;
  const by = `<@${slack.person}>`;
  const id = key.slice(0, 8);
  expect(await command('help')).toContain('/airec-https check DOMAIN');
  expect(await command('')).toContain(`🔴 *${DOMAIN}:443* repairable`);
  expect(await command('status')).toContain('1 repairable · 1 open incident');
  expect(await command('incidents')).toContain(`🔴 \`${id}\` *${DOMAIN}*: certificate chain incomplete`);
  expect(await command(`check ${DOMAIN}`)).toContain('`missing-intermediate`');
  expect(await command('check elsewhere.example')).toContain('is no endpoint of the configuration');
  expect(await command(`ack ${DOMAIN}`)).toContain(`👀 Acknowledged: \`${id}\``);
  expect(await alert()).toContain(`👀 acknowledged by ${by}`);
  expect(await command(`snooze ${id} 7d`)).toContain('💤 Snoozed:');
  expect(await alert()).toContain('💤 snoozed until');
  expect(await command('snooze nobody.example')).toContain('Nothing is open');
  expect(await command(`snooze ${DOMAIN} 3w`)).toContain('is no time');
  expect(await command('incident')).toContain('Did you mean `incidents`?');
  expect(await press('acknowledge')).toContain('👀 Acknowledged:');
  expect(await press('snooze')).toContain('💤 Snoozed:');
  expect(await press('check-now')).toContain(`*${DOMAIN}:443* is repairable`);
  expect(await openHome()).toContain(`${DOMAIN}:443`);
  // The run that it starts sees another leaf, whose incident is another one.
  expect(await command(`fix ${DOMAIN}`)).toContain('There is no pull request that mends it');
  program.kill('SIGTERM');
  expect(await program.ended).toMatchObject({ exitCode: 0 });
}

/** Nobody who may not. */
async function refuseStrangers({ command, press, openHome, alert }: BotPlay): Promise<void> {
  expect(await command(`ack ${DOMAIN}`, { user: 'U0SOMEBODY' })).toContain('add `U0SOMEBODY`');
  expect(await press('acknowledge', { user: 'U0SOMEBODY' })).toContain('add `U0SOMEBODY`');
  expect(await command('status', { channel: 'C0ELSEWHERE' })).toContain('slack.channels');
  expect(await command('status', { team: 'T0STRANGERS' })).toContain('its own workspace');
  expect(await openHome('U0SOMEBODY')).toContain('slack.users');
  expect(await alert()).not.toContain('acknowledged');
}

/** What a thousand commands leave behind. */
async function holdNothing({ command, url }: BotPlay): Promise<void> {
  const read = async (name: string): Promise<number> => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1]);
  };
  const held = async (): Promise<{ heap: number; handles: number }> => {
    const heaps: number[] = [];
    // Garbage is collected in between: the least of them is what cannot be let go of.
    for (let count = 0; count < 20; count += 1) {
      heaps.push(await read('nodejs_heap_size_used_bytes'));
      await sleep(20);
    }
    return { heap: Math.min(...heaps), handles: await read('nodejs_active_resources_total') };
  };
  const ask = async (count: number): Promise<void> => {
    for (let sent = 0; sent < count; sent += 50)
      await Promise.all(Array.from({ length: 50 }, () => command('incidents')));
  };
  // A leak shows in every round; what is compiled late, and caches that grow to their size, in some.
  const rounds = [await held()];
  for (let round = 0; round < 5; round += 1) {
    await ask(500);
    rounds.push(await held());
  }
  const grown = (name: 'heap' | 'handles'): number =>
    Math.min(...rounds.slice(1).map((after, index) => after[name] - (rounds[index]?.[name] ?? 0)));
  // Half a kilobyte an event.
  expect(grown('heap')).toBeLessThan(250_000);
  expect(grown('handles')).toBeLessThan(10);
}

describe.concurrent('the bot', { timeout: 60_000 }, () => {
  it('does what it is asked to over Socket Mode', withBot('socket', askEverything));
  it('does what it is asked to by signed requests', withBot('http', askEverything));
  it('refuses those who may not, over Socket Mode', withBot('socket', refuseStrangers));
  it('refuses those who may not, by signed requests', withBot('http', refuseStrangers));

  it(
    'connects again when its WebSocket breaks off, though Slack is unwell at first',
    withBot('socket', async ({ socket, command, url }) => {
      socket?.drop();
      await until(async () => (await fetch(`${url}/healthz`)).status === 503);
      await until(() => (socket?.connections() ?? 0) > 1);
      expect(await command('help')).toContain('/airec-https');
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    }),
  );

  it(
    'refuses requests that are forged, old, changed or came before',
    withBot('http', async ({ url, slack }) => {
      const events = `${url}/slack/events`;
      const payload = {
        command: '/airec-https',
        text: 'help',
        user_id: slack.person,
        team_id: 'T',
        channel_id: slack.channel,
        response_url: 'http://127.0.0.1:9/',
      };
      const request = signedRequest('slash_commands', payload, { secret: SIGNING_SECRET });
      const forged = signedRequest('slash_commands', payload, { secret: 'f'.repeat(32) });
      const at = Math.floor(Date.now() / 1000);
      const old = signedRequest('slash_commands', payload, { secret: SIGNING_SECRET, at: at - 301 });
      const early = signedRequest('slash_commands', payload, { secret: SIGNING_SECRET, at: at + 310 });
      expect(await post(events, forged)).toBe(401);
      expect(await post(events, old)).toBe(401);
      expect(await post(events, early)).toBe(401);
      expect(await post(events, { ...request, body: `${request.body}&x=1` })).toBe(401);
      expect(await post(events, { ...request, headers: {} })).toBe(401);
      expect(await post(events, { ...request, body: 'x'.repeat(1_100_000) })).toBe(413);
      expect(await post(events, request)).toBe(200);
      expect(await post(events, request)).toBe(401);
    }),
  );

  it(
    'holds nothing of a thousand events',
    { timeout: 240_000 },
    withBot('socket', holdNothing, { collects: true }),
  );

  it(
    'looks on a schedule of its own, and shows what it sees to Prometheus',
    withBot(
      'socket',
      async ({ url }) => {
        const metrics = async (): Promise<string> => (await fetch(`${url}/metrics`)).text();
        await until(async () => (await metrics()).includes('airec_https_runs_total{outcome="ok"} 1'));
        const text = await metrics();
        expect(text).toContain(
          `airec_https_endpoint_verdict{endpoint="${DOMAIN}:443",verdict="repairable"} 1`,
        );
        expect(text).toContain(`airec_https_client_accepts{endpoint="${DOMAIN}:443",client="java"} 0`);
        expect(text).toContain('airec_https_open_incidents{severity="page"} 1');
        expect(text).toMatch(/airec_https_leaf_not_after_timestamp_seconds\{endpoint="[^"]+"\} 1\d{9}/);
        const health = await fetch(`${url}/healthz`);
        expect(await health.json()).toMatchObject({ status: 'ok', reasons: [] });
        expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
      },
      { argv: ['--every', '10m'] },
    ),
  );
});
