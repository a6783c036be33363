import { afterAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../src/monitoring/incident.ts';
import { deliverEvents } from '../../src/slack/delivery.ts';
import { confirmReaction, type ReactionRequest, readReactions } from '../../src/slack/reactions.ts';
import type { Slack } from '../../src/slack/slack.ts';
import { Simulation } from '../support/monitoring.ts';
import { closeServers } from '../support/servers.ts';
import { closeSlacks, openAt, scriptSlack, SETTING, startSlack, type Workspace } from '../support/slack.ts';

afterAll(closeSlacks);
afterAll(closeServers);

/** An incident whose message is there. */
async function tellIncident(workspace: Workspace, slack: Slack): Promise<Incident> {
  const simulation = new Simulation();
  simulation.series('bb');
  const plan = { channel: workspace.channel, setting: SETTING, pauseMs: 1, record: () => Promise.resolve() };
  const [delivery] = await deliverEvents(slack, simulation.events, plan);
  const message = delivery?.message ?? null;
  return { ...simulation.only, links: { ...simulation.only.links, message } };
}

function target({ links }: Incident): { channel: string; timestamp: string } {
  if (!links.message) throw new Error('it has no message');
  return { channel: links.message.channel, timestamp: links.message.ts };
}

async function confirm(
  slack: Slack,
  { links }: Incident,
  request: Pick<ReactionRequest, 'kind' | 'by'>,
): Promise<void> {
  if (links.message) await confirmReaction(slack, links.message, request);
}

describe('readReactions', () => {
  it.each([
    ['eyes', 'acknowledge'],
    ['zzz', 'snooze'],
    ['mute', 'mute'],
  ] as const)('takes %s of a permitted user once, also that it is taken back', async (name, kind) => {
    const workspace = await startSlack();
    const slack = openAt(workspace.apiUrl);
    const incident = await tellIncident(workspace, slack);
    const read = (): Promise<unknown> => readReactions(slack, [incident], [workspace.person]);
    const request = { key: incident.key, kind, by: `<@${workspace.person}>` };
    expect(await read()).toEqual([]);
    await workspace.ask('reactions.add', { ...target(incident), name });
    expect(await read()).toEqual([request]);
    await confirm(slack, incident, request);
    expect(await read()).toEqual([]);
    await workspace.ask('reactions.remove', { ...target(incident), name });
    expect(await read()).toEqual([{ ...request, by: null }]);
    await confirm(slack, incident, { kind, by: null });
    expect(await read()).toEqual([]);
    await workspace.ask('reactions.add', { ...target(incident), name });
    expect(await read()).toEqual([request]);
  });

  it.each([
    ['eyes', []],
    ['eyes', ['U0SOMEBODY']],
    ['thumbsup', undefined],
  ] as const)('leaves %s alone when %j may act', async (name, users) => {
    const workspace = await startSlack();
    const slack = openAt(workspace.apiUrl);
    const incident = await tellIncident(workspace, slack);
    await workspace.ask('reactions.add', { ...target(incident), name });
    expect(await readReactions(slack, [incident], users ?? [workspace.person])).toEqual([]);
  });

  it('asks nothing when nothing is open, and nothing of what was not delivered', async () => {
    const workspace = await startSlack();
    const { apiUrl, log } = await scriptSlack(() => undefined, workspace.apiUrl);
    const simulation = new Simulation();
    simulation.series('bb');
    expect(await readReactions(openAt(apiUrl), [], [workspace.person])).toEqual([]);
    expect(await readReactions(openAt(apiUrl), [simulation.only], [workspace.person])).toEqual([]);
    expect(log()).toEqual([]);
  });

  it('passes over a message that was deleted', async () => {
    const workspace = await startSlack();
    const slack = openAt(workspace.apiUrl);
    const incident = await tellIncident(workspace, slack);
    const message = { channel: workspace.channel, ts: '1.000001' };
    const gone = { ...incident, links: { ...incident.links, message } };
    expect(await readReactions(slack, [gone], [workspace.person])).toEqual([]);
  });
});
