import { afterAll, describe, expect, it } from 'vitest';
import { sendDigest } from '../../../src/commands/monitor/digest.ts';
import { openDesk, type SlackDesk } from '../../../src/commands/monitor/slack-target.ts';
import { createNoStore, type StateStore } from '../../../src/commands/monitor/store.ts';
import type { Config, SlackConfig } from '../../../src/config/config.ts';
import type { AppError } from '../../../src/errors/app-error.ts';
import { Secret } from '../../../src/errors/secret.ts';
import { DAY_MS, iso, POLICY, START } from '../../support/monitoring.ts';
import { closeServers } from '../../support/servers.ts';
import { BOT_TOKEN, closeSlacks, scriptSlack, SETTING, startSlack } from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeSlacks()]);
});

const SLACK: SlackConfig = { mention: undefined, users: [], channels: [], buttons: false };
const MONDAY = START + 7 * DAY_MS;

/** A monitor that has run since START and never sent one. */
async function running(): Promise<StateStore> {
  const store = createNoStore();
  const run = { id: '1', schedule: null, delayMs: null, swept: 1, bad: 0, unknown: 0 };
  await store.update((state) => ({ ...state, runs: [{ ...run, startedAt: iso(START) }] }));
  return store;
}

/** A run's part with the digest, at `time`. Returns what went wrong. */
async function send(store: StateStore, slack: SlackDesk | undefined, time = MONDAY): Promise<string[]> {
  const problems: string[] = [];
  const config = { monitor: POLICY } as Config;
  const onProblem = ({ code }: AppError): void => void problems.push(code);
  await sendDigest(await store.read(), {
    config,
    readiness: [],
    vantage: 'test',
    slack,
    store,
    now: new Date(time),
    onProblem,
  });
  return problems;
}

function botAt(apiUrl: string, channel: string): SlackDesk {
  return openDesk({ kind: 'bot', token: new Secret(BOT_TOKEN), channel, apiUrl, links: SETTING }, SLACK);
}

function webhookAt(apiUrl: string): SlackDesk {
  const url = new Secret(apiUrl.replace('/api/', '/services/T000/B000/aSecretOfTheDigest'));
  return openDesk({ kind: 'webhook', url, links: SETTING }, SLACK);
}

describe('sendDigest', () => {
  it('posts one a week', async () => {
    const [workspace, store] = [await startSlack(), await running()];
    const desk = botAt(workspace.apiUrl, workspace.channel);
    for (const day of [1, 7, 7.5, 8, 13, 14])
      expect(await send(store, desk, START + day * DAY_MS)).toEqual([]);
    expect((await workspace.seen()).map(({ text }) => text.split(':')[0])).toEqual([
      'airec-https, 8 Jun to 15 Jun',
      'airec-https, 1 Jun to 8 Jun',
    ]);
  });

  it('finds the one of a run whose memory was lost', async () => {
    const workspace = await startSlack();
    const desk = botAt(workspace.apiUrl, workspace.channel);
    await send(await running(), desk);
    await send(await running(), desk);
    expect(await workspace.seen()).toHaveLength(1);
  });

  it('goes by webhook, once', async () => {
    const { apiUrl, log } = await scriptSlack(() => ({ status: 200 }), 'http://127.0.0.1:1/');
    const store = await running();
    expect(await send(store, webhookAt(apiUrl))).toEqual([]);
    expect(await send(store, webhookAt(apiUrl), MONDAY + DAY_MS)).toEqual([]);
    expect(log()).toHaveLength(1);
  });

  it('stays due until it could be sent', async () => {
    const { apiUrl } = await scriptSlack(() => ({ status: 500 }), 'http://127.0.0.1:1/');
    const store = await running();
    expect(await send(store, botAt(apiUrl, 'C012AB3CD'))).toEqual(['SLACK_UNAVAILABLE']);
    expect(await send(store, webhookAt(apiUrl))).toEqual(['SLACK_UNAVAILABLE']);
    expect(await send(store, undefined)).toEqual([]);
    expect((await store.read()).digestAt).toBeNull();
  });
});

describe('openDesk', () => {
  const target = {
    kind: 'bot',
    token: new Secret(BOT_TOKEN),
    channel: 'C1',
    apiUrl: '',
    links: SETTING,
  } as const;

  it.each([
    [{}, 'none'],
    [{ users: ['U1'] }, 'reactions'],
    [{ buttons: true }, 'buttons'],
    [{ users: ['U1'], buttons: true }, 'buttons'],
  ])('with %j shows on alerts: %s', (changes, interaction) => {
    expect(openDesk(target, { ...SLACK, ...changes }).setting.interaction).toBe(interaction);
    const webhook = openDesk({ kind: 'webhook', url: new Secret('x-webhook'), links: SETTING }, SLACK);
    expect(webhook.setting.interaction).toBe('none');
  });

  it('calls whom the configuration names', () => {
    expect(openDesk(target, { ...SLACK, mention: '<!here>' }).setting.mention).toBe('<!here>');
    expect(openDesk(target, SLACK).setting.mention).toBeUndefined();
  });
});
