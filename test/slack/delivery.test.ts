import { afterAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/errors/catalogue.ts';
import type { IncidentEvent } from '../../src/monitoring/incident-event.ts';
import { type Delivery, deliverEvents, type DeliveryPlan, postOnce } from '../../src/slack/delivery.ts';
import { broken, Simulation, swept } from '../support/monitoring.ts';
import { closeServers } from '../support/servers.ts';
import { closeSlacks, openAt, type Script, scriptSlack, SETTING, startSlack } from '../support/slack.ts';

afterAll(closeSlacks);
afterAll(closeServers);

/** The events of an endpoint that breaks and is mended. */
function story(): readonly [opened: IncidentEvent, resolved: IncidentEvent] {
  const simulation = new Simulation();
  for (const endpoint of [broken(), broken(), swept(), swept()]) simulation.run([endpoint]);
  // The clock of Slack is the real one, and the simulation's in the past.
  const [opened, resolved] = simulation.events;
  if (!opened || !resolved) throw new Error('nothing happened');
  return [opened, resolved];
}

function planFor(channel: string, recorded: Delivery[] = []): DeliveryPlan {
  const record = (delivery: Delivery): Promise<void> => Promise.resolve(void recorded.push(delivery));
  return { channel, setting: SETTING, pauseMs: 1, record };
}

function linked({ incident, ...event }: IncidentEvent, { message }: Delivery): IncidentEvent {
  return { ...event, incident: { ...incident, links: { ...incident.links, message: message ?? null } } };
}

async function deliverOnce(script: Script, event: IncidentEvent): Promise<readonly Delivery[]> {
  const { apiUrl, channel } = await startSlack();
  const front = await scriptSlack(script, apiUrl);
  return deliverEvents(openAt(front.apiUrl), [event], planFor(channel));
}

describe('deliverEvents', () => {
  it('posts one message, edits it in place and tells its history in its thread', async () => {
    const slack = await startSlack();
    const [opened, resolved] = story();
    const recorded: Delivery[] = [];
    const [first] = await deliverEvents(openAt(slack.apiUrl), [opened], planFor(slack.channel, recorded));
    if (!first) throw new Error('nothing was delivered');
    expect(recorded).toEqual([{ id: opened.id, message: first.message, error: undefined }]);
    expect((await slack.seen())[0]?.text).toMatch(/^🔴 rec\.example\.com — /);
    await deliverEvents(openAt(slack.apiUrl), [linked(resolved, first)], planFor(slack.channel));
    const seen = (await slack.seen()).filter(({ thread_ts: thread, ts }) => !thread || thread === ts);
    expect(seen.map(({ text }) => text.slice(0, 2))).toEqual(['🟢']);
    const thread = await slack.thread(first.message?.ts ?? '');
    expect(thread.map(({ text }) => text.slice(0, 1))).toEqual(['✅']);
  });

  it('finds a message whose answer was lost, and posts it once', async () => {
    const slack = await startSlack();
    const [opened] = story();
    const lossy = await scriptSlack(
      (method, call) => (method === 'chat.postMessage' && call === 1 ? { isLost: true } : undefined),
      slack.apiUrl,
    );
    const [delivery] = await deliverEvents(openAt(lossy.apiUrl), [opened], planFor(slack.channel));
    expect(delivery?.error).toBeUndefined();
    expect(await slack.seen()).toMatchObject([{ ts: delivery?.message?.ts }]);
  });

  it('repeats nothing when a run was cut off before it could remember', async () => {
    const slack = await startSlack();
    const [opened] = story();
    for (let run = 1; run <= 3; run += 1) {
      await deliverEvents(openAt(slack.apiUrl), [opened], planFor(slack.channel));
    }
    expect(await slack.seen()).toHaveLength(1);
  });

  it('delivers without the right to read the channel', async () => {
    const slack = await startSlack(['chat:write']);
    const [delivery] = await deliverEvents(openAt(slack.apiUrl), [story()[0]], planFor(slack.channel));
    expect(delivery).toMatchObject({ message: { channel: slack.channel }, error: undefined });
  });

  it('posts a message anew that somebody deleted', async () => {
    const slack = await startSlack();
    const [opened, resolved] = story();
    const gone = { id: opened.id, message: { channel: slack.channel, ts: '1.000001' }, error: undefined };
    const [delivery] = await deliverEvents(
      openAt(slack.apiUrl),
      [linked(resolved, gone)],
      planFor(slack.channel),
    );
    expect(await slack.seen()).toMatchObject([{ ts: delivery?.message?.ts }]);
  });

  it('waits for as long as Slack asks, within its patience', async () => {
    const slack = await startSlack();
    const limited = await scriptSlack(
      (method, call) =>
        method === 'chat.postMessage' && call === 1
          ? { status: 429, headers: { 'retry-after': '1' } }
          : undefined,
      slack.apiUrl,
    );
    const [opened] = story();
    const [late] = await deliverEvents(openAt(limited.apiUrl, 1000), [opened], planFor(slack.channel));
    expect(late?.error).toBeUndefined();
  });

  const failures: readonly (readonly [name: string, script: Script, code: ErrorCode])[] = [
    ['no member', () => ({ body: { ok: false, error: 'not_in_channel' } }), 'SLACK_NOT_IN_CHANNEL'],
    ['no channel', () => ({ body: { ok: false, error: 'channel_not_found' } }), 'SLACK_CHANNEL_NOT_FOUND'],
    ['an archive', () => ({ body: { ok: false, error: 'is_archived' } }), 'SLACK_CHANNEL_NOT_FOUND'],
    ['a void token', () => ({ body: { ok: false, error: 'invalid_auth' } }), 'SLACK_TOKEN_REFUSED'],
    [
      'no scope',
      (method) =>
        method.startsWith('chat')
          ? { body: { ok: false, error: 'missing_scope', needed: 'chat:write' } }
          : undefined,
      'SLACK_SCOPE_MISSING',
    ],
    ['a limit', () => ({ status: 429, headers: { 'retry-after': '30' } }), 'SLACK_RATE_LIMITED'],
    ['an outage', () => ({ status: 503 }), 'SLACK_UNAVAILABLE'],
    ['an outage in words', () => ({ body: { ok: false, error: 'fatal_error' } }), 'SLACK_UNAVAILABLE'],
    ['lost answers', () => ({ isLost: true }), 'SLACK_UNREACHABLE'],
    ['odd blocks', () => ({ body: { ok: false, error: 'invalid_blocks' } }), 'SLACK_REFUSED'],
  ];

  it.each(failures)('marks nothing as told after %s', async (_name, script, code) => {
    const [delivery] = await deliverOnce(script, story()[0]);
    expect(delivery).toMatchObject({ message: undefined, error: { code } });
  });

  it('asks no more once a failure is everybodys', async () => {
    const slack = await startSlack();
    const refusing = await scriptSlack(() => ({ body: { ok: false, error: 'invalid_auth' } }), slack.apiUrl);
    const deliveries = await deliverEvents(openAt(refusing.apiUrl), [...story()], planFor(slack.channel));
    expect(deliveries.map(({ error }) => error?.code)).toEqual([
      'SLACK_TOKEN_REFUSED',
      'SLACK_TOKEN_REFUSED',
    ]);
    expect(refusing.log()).toHaveLength(1);
  });

  it('posts a digest once for its week', async () => {
    const slack = await startSlack();
    const digest = {
      id: 'digest-2026-06-01',
      at: '2026-06-01T12:00:00.000Z',
      shown: { text: 'x', blocks: [] },
    };
    for (let run = 1; run <= 2; run += 1) {
      await postOnce(openAt(slack.apiUrl), { channel: slack.channel }, digest);
    }
    expect(await slack.seen()).toHaveLength(1);
  });
});
