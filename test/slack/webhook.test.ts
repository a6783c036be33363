import { afterAll, describe, expect, it } from 'vitest';
import { Secret } from '../../src/errors/secret.ts';
import { type Delivery } from '../../src/slack/delivery.ts';
import { deliverByWebhook } from '../../src/slack/webhook.ts';
import { Simulation } from '../support/monitoring.ts';
import { closeServers } from '../support/servers.ts';
import { scriptSlack, type Script, SETTING } from '../support/slack.ts';

afterAll(closeServers);

const SECRET_PATH = 'T000/B000/aSecretOfTheWebhook';

async function deliver(
  script: Script,
  letters = 'bbgg',
): Promise<{ calls: number; deliveries: readonly Delivery[] }> {
  const { apiUrl, log } = await scriptSlack(script, 'http://127.0.0.1:1/');
  const simulation = new Simulation();
  simulation.series(letters);
  const url = new Secret(apiUrl.replace('/api/', `/services/${SECRET_PATH}`));
  const plan = { url, setting: SETTING, patienceMs: 0, record: () => Promise.resolve() };
  return { deliveries: await deliverByWebhook(simulation.events, plan), calls: log().length };
}

describe('deliverByWebhook', () => {
  it('adds a message for each event', async () => {
    const { calls, deliveries } = await deliver(() => ({ status: 200 }));
    expect(calls).toBe(2);
    expect(deliveries).toMatchObject([{ error: undefined }, { error: undefined }]);
  });

  it.each([
    ['void', { status: 404 }, 'SLACK_WEBHOOK_REFUSED'],
    ['down', { status: 503 }, 'SLACK_UNAVAILABLE'],
    ['limited', { status: 429, headers: { 'retry-after': '9' } }, 'SLACK_RATE_LIMITED'],
  ] as const)('tells nothing by one that is %s, and does not ask again', async (_name, answer, code) => {
    const { calls, deliveries } = await deliver(() => answer);
    expect(deliveries.map(({ error }) => error?.code)).toEqual([code, code]);
    expect(calls).toBe(1);
    expect(JSON.stringify(deliveries.map(({ error }) => error?.message))).not.toContain('aSecretOf');
  });

  it.each(['nowhere', 'http://hooks.example.com/services/x'])('refuses the URL %s', async (url) => {
    const simulation = new Simulation();
    simulation.series('bb');
    const plan = { url: new Secret(url), setting: SETTING, patienceMs: 0, record: () => Promise.resolve() };
    const [delivery] = await deliverByWebhook(simulation.events, plan);
    expect(delivery?.error?.code).toBe('SLACK_WEBHOOK_MALFORMED');
  });
});
