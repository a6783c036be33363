import { afterAll, describe, expect, it } from 'vitest';
import {
  type AnswerDesk,
  applyAnswers,
  collectAnswers,
  confirmAnswers,
} from '../../../src/commands/monitor/answers.ts';
import { refreshMessages, relinkedKeys } from '../../../src/commands/monitor/messages.ts';
import type { AppError } from '../../../src/errors/app-error.ts';
import { linkPullRequest } from '../../../src/monitoring/incident-actions.ts';
import type { Incident } from '../../../src/monitoring/incident.ts';
import type { MonitorState } from '../../../src/monitoring/monitor-state.ts';
import { deliverEvents } from '../../../src/slack/delivery.ts';
import { DAY_MS, iso, Simulation } from '../../support/monitoring.ts';
import { closeServers } from '../../support/servers.ts';
import {
  closeSlacks,
  openAt,
  scriptSlack,
  SETTING,
  startSlack,
  type Workspace,
} from '../../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeSlacks()]);
});

const ALERT = 'React with 👀';
/** A channel with the message of one incident. */
class Told {
  readonly simulation = new Simulation();
  readonly problems: string[] = [];
  readonly workspace: Workspace;
  apiUrl: string;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.apiUrl = workspace.apiUrl;
    this.simulation.series('bb');
  }

  get incident(): Incident {
    return this.simulation.only;
  }

  desk(): AnswerDesk {
    const { channel, person } = this.workspace;
    return {
      slack: { kind: 'bot', slack: openAt(this.apiUrl), channel, setting: SETTING, users: [person] },
      github: undefined,
      now: new Date(this.simulation.time),
      onProblem: ({ code }: AppError) => void this.problems.push(code),
    };
  }

  /** A run's part with answers: read, followed, kept, confirmed. Returns what they made of the state. */
  async answer(desk = this.desk()): Promise<MonitorState> {
    const answers = await collectAnswers(this.simulation.state, desk);
    this.simulation.state = applyAnswers(this.simulation.state, answers);
    await confirmAnswers(this.simulation.state, answers, desk);
    const keys = answers.map(({ key }) => key);
    await refreshMessages(this.simulation.state, keys, desk);
    return this.simulation.state;
  }

  async react(change: 'add' | 'remove', name: string): Promise<void> {
    const { channel, ts: timestamp } = this.incident.links.message ?? {};
    await this.workspace.ask(`reactions.${change}`, { channel, timestamp, name });
  }

  async shown(): Promise<string> {
    return JSON.stringify((await this.workspace.seen())[0]?.blocks);
  }
}

async function tell(): Promise<Told> {
  const workspace = await startSlack();
  const told = new Told(workspace);
  const plan = { channel: workspace.channel, setting: SETTING, pauseMs: 1, record: () => Promise.resolve() };
  const { simulation } = told;
  const [delivery] = await deliverEvents(openAt(workspace.apiUrl), simulation.events, plan);
  const links = { ...told.incident.links, message: delivery?.message ?? null };
  simulation.state = { ...simulation.state, incidents: [{ ...told.incident, links }] };
  return told;
}

describe('answers by reaction', () => {
  it('acknowledge until they are taken back, and the message shows both', async () => {
    const told = await tell();
    const by = `<@${told.workspace.person}>`;
    await told.react('add', 'eyes');
    await told.answer();
    expect(told.incident.acknowledgement).toEqual({ by, at: iso(told.simulation.time) });
    expect(await told.shown()).toContain(`👀 acknowledged by ${by}`);
    await told.answer();
    expect(told.incident.acknowledgement?.by).toBe(by);
    await told.react('remove', 'eyes');
    await told.answer();
    expect(told.incident.acknowledgement).toBeNull();
    expect(await told.shown()).toContain(ALERT);
    expect(told.problems).toEqual([]);
  });

  it('put to sleep for a day, or for as long as the leaf stays, whichever came last', async () => {
    const told = await tell();
    await told.react('add', 'zzz');
    await told.answer();
    expect(told.incident.snooze?.until).toBe(iso(told.simulation.time + DAY_MS));
    await told.react('add', 'mute');
    await told.answer();
    expect(told.incident.snooze?.until).toBeNull();
    await told.react('remove', 'zzz');
    await told.answer();
    expect(told.incident.snooze?.until).toBeNull();
    await told.react('remove', 'mute');
    await told.answer();
    expect(told.incident.snooze).toBeNull();
    expect(await told.shown()).toContain(ALERT);
  });

  it('are asked for anew by the next run when they could not be confirmed', async () => {
    const told = await tell();
    await told.react('add', 'eyes');
    const { apiUrl } = await scriptSlack(
      (method) => (method === 'reactions.add' ? { status: 500 } : undefined),
      told.workspace.apiUrl,
    );
    told.apiUrl = apiUrl;
    await told.answer();
    expect(told.problems).toEqual(['SLACK_UNAVAILABLE']);
    const first = told.incident.acknowledgement;
    told.apiUrl = told.workspace.apiUrl;
    told.simulation.time += DAY_MS;
    await told.answer();
    expect(told.incident.acknowledgement).toEqual(first);
    await told.react('remove', 'eyes');
    await told.answer();
    expect(told.incident.acknowledgement).toBeNull();
  });

  it('that cannot be read are a problem, and no more', async () => {
    const told = await tell();
    await told.react('add', 'eyes');
    const { apiUrl } = await scriptSlack(
      (method) =>
        method === 'reactions.get'
          ? { body: { ok: false, error: 'missing_scope', needed: 'reactions:read', provided: 'chat:write' } }
          : undefined,
      told.workspace.apiUrl,
    );
    told.apiUrl = apiUrl;
    await told.answer();
    expect(told.problems).toEqual(['SLACK_SCOPE_MISSING']);
    expect(told.incident.acknowledgement).toBeNull();
  });
});

describe('relinkedKeys', () => {
  it('names what is told and has another pull request than before', async () => {
    const { simulation, incident } = await tell();
    const { state: before } = simulation;
    const opened = linkPullRequest(before, incident.key, { number: 12, state: 'open' });
    const merged = linkPullRequest(before, incident.key, { number: 12, state: 'merged' });
    expect(relinkedKeys(before, before)).toEqual([]);
    expect(relinkedKeys(before, opened)).toEqual([incident.key]);
    expect(relinkedKeys(opened, merged)).toEqual([incident.key]);
  });
});

describe('a quiet run', () => {
  it('asks nobody', async () => {
    const told = await tell();
    const { apiUrl, log } = await scriptSlack(() => undefined, told.workspace.apiUrl);
    told.apiUrl = apiUrl;
    told.simulation.series('gg');
    await told.answer();
    expect(log()).toEqual([]);
  });
});
