import { afterAll, describe, expect, it } from 'vitest';
import { applyAnswers, collectAnswers } from '../../../src/commands/monitor/answers.ts';
import type { AppError } from '../../../src/errors/app-error.ts';
import { linkPullRequest } from '../../../src/monitoring/incident-actions.ts';
import { type Incident, isTold } from '../../../src/monitoring/incident.ts';
import { type Call, openAt, type Reply, scriptGitHub, type ScriptedGitHub } from '../../support/github.ts';
import { broken, DAY_MS, iso, Simulation } from '../../support/monitoring.ts';
import { closeServers } from '../../support/servers.ts';

afterAll(closeServers);

/** When each label was put there, relative to when people were told, by its name. */
type Labels = Readonly<Record<string, number>>;

/** One incident that people were told of, with a pull request. */
function toldWith(number: number): Simulation {
  const simulation = new Simulation();
  simulation.series('bb');
  link(simulation, simulation.only, number);
  return simulation;
}

/** Two endpoints whose incidents are told as a group, each with its pull request. */
function groupWith(numbers: readonly [number, number]): Simulation {
  const simulation = new Simulation({ group: 2 });
  const pair = ['a.example.com', 'b.example.com'].map((domain) => broken({ domain, name: `${domain}:443` }));
  simulation.run(pair);
  simulation.run(pair);
  const members = simulation.state.incidents.filter(({ endpoint }) => endpoint !== null);
  for (const [index, member] of members.entries()) link(simulation, member, numbers[index] ?? 0);
  return simulation;
}

function link(simulation: Simulation, { key }: Incident, number: number): void {
  simulation.state = linkPullRequest(simulation.state, key, { number, state: 'open' });
}

function told({ state }: Simulation): Incident {
  const [incident, ...others] = state.incidents.filter(isTold);
  if (!incident || others.length > 0) throw new Error(`${others.length + 1} are told`);
  return incident;
}

function pull(number: number, labels: Labels): object {
  return {
    number,
    html_url: `https://github.com/acme/shop/pull/${number}`,
    state: 'open',
    merged_at: null,
    user: { login: 'airec-monitor' },
    head: { ref: `airec-https/fix-rec-012345${number}`, repo: { full_name: 'acme/shop' } },
    base: { ref: 'main' },
    body: '',
    labels: Object.keys(labels).map((name) => ({ name })),
  };
}

/** A GitHub whose open pull requests have these labels. */
function labelled(numbers: readonly number[], labels: Labels, toldAt: string): Promise<ScriptedGitHub> {
  const events = Object.entries(labels).map(([name, afterMs]) => ({
    event: 'labeled',
    label: { name },
    actor: { login: 'rita' },
    created_at: iso(Date.parse(toldAt) + afterMs),
  }));
  return scriptGitHub(({ path }: Call): Reply => {
    if (path.includes('/events')) return { status: 200, json: events };
    return { status: 200, json: numbers.map((number) => pull(number, labels)) };
  });
}

/** Follows the labels; returns what is told then. */
async function answer(
  simulation: Simulation,
  labels: Labels,
  numbers: readonly number[] = [12],
): Promise<Incident> {
  const { apiUrl } = await labelled(numbers, labels, told(simulation).notifiedAt ?? '');
  const desk = { slack: undefined, github: openAt(apiUrl), now: new Date(simulation.time), onProblem: fail };
  const answers = await collectAnswers(simulation.state, desk);
  simulation.state = applyAnswers(simulation.state, answers);
  return told(simulation);
}

function fail(error: AppError): never {
  throw error;
}

describe('answers by label', () => {
  it('acknowledge, and put to sleep for seven days from then', async () => {
    const simulation = toldWith(12);
    const toldAt = Date.parse(told(simulation).notifiedAt ?? '');
    const { acknowledgement, snooze } = await answer(simulation, {
      'airec-https:ack': 1000,
      'airec-https:snooze-7d': 2000,
    });
    expect(acknowledgement).toEqual({ by: 'rita on #12', at: iso(toldAt + 1000) });
    expect(snooze).toMatchObject({ by: 'rita on #12', until: iso(toldAt + 2000 + 7 * DAY_MS) });
  });

  it('are no answer to what was told after them', async () => {
    const labels = { 'airec-https:ack': -1000, 'airec-https:snooze-7d': -1000 };
    const { acknowledgement, snooze } = await answer(toldWith(12), labels);
    expect([acknowledgement, snooze]).toEqual([null, null]);
  });

  it('are answers once, however long they stay', async () => {
    const simulation = toldWith(12);
    const labels = { 'airec-https:ack': 1000, 'airec-https:snooze-7d': 2000 };
    const first = await answer(simulation, labels);
    const { apiUrl } = await labelled([12], labels, first.notifiedAt ?? '');
    const desk = { slack: undefined, now: new Date(simulation.time), onProblem: fail };
    expect(await collectAnswers(simulation.state, { ...desk, github: openAt(apiUrl) })).toEqual([]);
  });

  it('count for a group whose incidents have one pull request, and not when they have several', async () => {
    const labels = { 'airec-https:ack': 1000 };
    const one = await answer(groupWith([12, 12]), labels);
    expect([one.members.length, one.acknowledgement?.by]).toEqual([2, 'rita on #12']);
    const several = await answer(groupWith([12, 13]), labels, [12, 13]);
    expect([several.members.length, several.acknowledgement]).toEqual([2, null]);
  });

  it('ask nothing while no pull request is open', async () => {
    const simulation = toldWith(12);
    const { key } = told(simulation);
    simulation.state = linkPullRequest(simulation.state, key, { number: 12, state: 'merged' });
    const { apiUrl, log } = await scriptGitHub(() => undefined);
    const desk = { slack: undefined, now: new Date(simulation.time), onProblem: fail };
    expect(await collectAnswers(simulation.state, { ...desk, github: openAt(apiUrl) })).toEqual([]);
    expect(log()).toEqual([]);
  });
});
