import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccess, toSlackTarget } from '../../../src/commands/monitor/access.ts';
import { type Environment, readCircumstances } from '../../../src/commands/monitor/circumstances.ts';
import type { SlackTarget } from '../../../src/commands/monitor/slack-target.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'airec-access-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const TOKEN = 'xoxb-of-the-access-test';
const WEBHOOK = 'https://hooks.slack.com/services/T000/B000/ofTheAccessTest';
const RUNNER: Environment = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_JOB: 'monitor',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REF_NAME: 'main',
  RUNNER_ENVIRONMENT: 'github-hosted',
  RUNNER_NAME: 'GitHub Actions 12',
  RUNNER_OS: 'Linux',
};

async function targetOf(environment: Environment): Promise<SlackTarget | undefined> {
  return toSlackTarget(readAccess(environment), environment, await readCircumstances(environment));
}

describe('toSlackTarget', () => {
  const bot = { 'INPUT_SLACK-BOT-TOKEN': TOKEN, 'INPUT_SLACK-CHANNEL': 'C012AB3CD' };

  it.each([
    ['a bot', bot, 'bot'],
    ['a bot rather than a webhook', { ...bot, 'INPUT_SLACK-WEBHOOK': WEBHOOK }, 'bot'],
    ['a webhook', { 'INPUT_SLACK-WEBHOOK': WEBHOOK }, 'webhook'],
    ['nobody', { 'INPUT_SLACK-BOT-TOKEN': ' ', 'INPUT_SLACK-CHANNEL': '' }, undefined],
  ])('is %s', async (_, inputs, kind) => {
    expect((await targetOf({ ...RUNNER, ...inputs }))?.kind).toBe(kind);
  });

  it('links the run, and the documents of the action that runs', async () => {
    const own = await targetOf({ ...RUNNER, ...bot });
    expect(own?.links).toEqual({
      runUrl: 'https://github.com/acme/shop/actions/runs/7',
      docsUrl: 'https://github.com/acme/shop/blob/HEAD/docs/monitor.md',
      repositoryUrl: 'https://github.com/acme/shop',
    });
    const other = await targetOf({ ...RUNNER, ...bot, GITHUB_ACTION_REPOSITORY: 'acme/airec-https' });
    expect(other?.links.docsUrl).toBe('https://github.com/acme/airec-https/blob/HEAD/docs/monitor.md');
  });

  it('goes to another host where the environment says so', async () => {
    expect(await targetOf({ ...RUNNER, ...bot })).toMatchObject({ apiUrl: 'https://slack.com/api/' });
    const apiUrl = 'http://127.0.0.1:9/api/';
    expect(await targetOf({ ...RUNNER, ...bot, SLACK_API_URL: apiUrl })).toMatchObject({ apiUrl });
  });

  it.each(['', '#alerts', 'alerts'])('wants the id of a channel, not %j', (channel) => {
    const inputs = { 'INPUT_SLACK-BOT-TOKEN': TOKEN, 'INPUT_SLACK-CHANNEL': channel };
    expect(() => readAccess(inputs)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});

describe('readCircumstances', () => {
  it('says what the runner tells', async () => {
    expect(await readCircumstances(RUNNER)).toMatchObject({
      id: '7.2.monitor',
      vantage: 'github-hosted/Linux',
      schedule: null,
      branch: 'main',
    });
  });

  it.each([
    [{ RUNNER_ENVIRONMENT: 'self-hosted' }, 'self-hosted/GitHub Actions 12'],
    [{ RUNNER_ENVIRONMENT: undefined }, hostname()],
  ])('with %j looks from %s', async (changes, vantage) => {
    expect((await readCircumstances({ ...RUNNER, ...changes })).vantage).toBe(vantage);
  });

  it.each([
    ['{"schedule":"17 * * * *"}', '17 * * * *'],
    ['{"schedule":7}', null],
    ['<<<<<<<', null],
  ])('takes from the event %s the schedule %j', async (text, schedule) => {
    const file = path.join(folder, 'event.json');
    await writeFile(file, text);
    const environment = { ...RUNNER, GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: file };
    expect((await readCircumstances(environment)).schedule).toBe(schedule);
    const dispatched = { ...environment, GITHUB_EVENT_NAME: 'workflow_dispatch' };
    expect((await readCircumstances(dispatched)).schedule).toBeNull();
  });

  it('has a different id for each run of a terminal, and no branch of a tag', async () => {
    const ids = [await readCircumstances({}), await readCircumstances({})].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect((await readCircumstances({ ...RUNNER, GITHUB_REF_TYPE: 'tag' })).branch).toBeUndefined();
  });
});
