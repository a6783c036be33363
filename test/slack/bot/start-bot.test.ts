import { afterAll, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/errors/secret.ts';
import { startBot } from '../../../src/slack/bot/bot.ts';
import type { BotActions } from '../../../src/slack/bot/listeners.ts';
import { closeServers } from '../../support/servers.ts';
import { BOT_TOKEN, closeSlacks, scriptSlack, startSlack } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeSlacks()]);
});

/** No event arrives before the start. */
const UNUSED = {} as BotActions;

describe('starting the bot', () => {
  it.each([
    ['auth.test', 'SLACK_TOKEN_REFUSED', 'SLACK_BOT_TOKEN'],
    ['apps.connections.open', 'SLACK_APP_TOKEN_REFUSED', 'SLACK_APP_TOKEN'],
  ])('names the token that %s refuses', async (refused, code, variable) => {
    const slack = await startSlack();
    const { apiUrl } = await scriptSlack(
      (method) => (method === refused ? { body: { ok: false, error: 'invalid_auth' } } : undefined),
      slack.apiUrl,
    );
    const access = {
      token: new Secret(BOT_TOKEN),
      apiUrl,
      transport: { kind: 'socket', appToken: new Secret('xapp-of-the-bot') },
      permissions: { users: [], channels: [] },
    } as const;
    const started = startBot(access, UNUSED, () => undefined);
    await expect(started).rejects.toMatchObject({ code, help: expect.stringContaining(variable) });
  });
});
