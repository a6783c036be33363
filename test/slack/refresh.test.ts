import { afterAll, describe, expect, it } from 'vitest';
import type { Incident } from '../../src/monitoring/incident.ts';
import { refreshMessage } from '../../src/slack/refresh.ts';
import { Simulation } from '../support/monitoring.ts';
import { closeServers } from '../support/servers.ts';
import { closeSlacks, openAt, scriptSlack, SETTING, startSlack } from '../support/slack.ts';

afterAll(async () => {
  await Promise.all([closeServers(), closeSlacks()]);
});

/** An open incident that is told in `message`. */
function told(message: Incident['links']['message']): Incident {
  const simulation = new Simulation();
  simulation.series('bb');
  return { ...simulation.only, links: { message, pullRequest: null } };
}

describe('refreshMessage', () => {
  it('edits the message in place, and writes nothing below it', async () => {
    const workspace = await startSlack();
    const slack = openAt(workspace.apiUrl);
    const { channel } = workspace;
    const { ts } = (await slack.call('chat.postMessage', { channel, text: 'before' }, 'Posting')) as {
      ts: string;
    };
    await refreshMessage(slack, { incident: told({ channel, ts }), members: [] }, SETTING);
    expect((await workspace.seen()).map(({ text }) => text.split('\n')[0])).toEqual([
      '🔴 rec.example.com — certificate chain incomplete',
    ]);
    expect(await workspace.thread(ts)).toEqual([]);
  });

  it('calls nobody where there is no message', async () => {
    const { apiUrl, log } = await scriptSlack(() => undefined, 'http://127.0.0.1:1/');
    await refreshMessage(openAt(apiUrl), { incident: told(null), members: [] }, SETTING);
    expect(log()).toEqual([]);
  });

  it('is content when the message is gone, and with no other refusal', async () => {
    await expect(refreshRefused('message_not_found')).resolves.toBeUndefined();
    await expect(refreshRefused('invalid_auth')).rejects.toMatchObject({ code: 'SLACK_TOKEN_REFUSED' });
  });
});

/** A refresh that Slack refuses so. */
async function refreshRefused(error: string): Promise<void> {
  const { apiUrl } = await scriptSlack(() => ({ body: { ok: false, error } }), 'http://127.0.0.1:1/');
  const incident = told({ channel: 'C012AB3CD', ts: '1.000001' });
  await refreshMessage(openAt(apiUrl), { incident, members: [] }, SETTING);
}
