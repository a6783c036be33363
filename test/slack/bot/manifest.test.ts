import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../../../script/bundle.ts';

/** The scope that each method of Slack's API needs of a bot; null: none. */
const SCOPES: Readonly<Record<string, string | null>> = {
  'auth.test': null,
  'views.publish': null,
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'channels:history',
  'conversations.replies': 'channels:history',
  'reactions.get': 'reactions:read',
  'reactions.add': 'reactions:write',
  'reactions.remove': 'reactions:write',
};

const manifest = z
  .object({
    features: z.object({
      bot_user: z.object({ display_name: z.string() }),
      app_home: z.object({ home_tab_enabled: z.literal(true) }),
      slash_commands: z.array(z.object({ command: z.string() })),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true) }),
      socket_mode_enabled: z.literal(true),
    }),
  })
  .parse(JSON.parse(await readFile(path.join(ROOT, 'manifest.json'), 'utf8')));

async function readSources(): Promise<string> {
  const folder = path.join(ROOT, 'src/slack');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  return (await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))).join('\n');
}

describe('manifest.json', () => {
  it('asks for the scopes of what is called, and for no other', async () => {
    const sources = await readSources();
    const called = new Set(sources.match(/\b(auth|views|chat|conversations|reactions)\.[a-zA-Z]+(?=['(])/g));
    const unknown = [...called].filter((method) => !(method in SCOPES));
    expect(unknown).toEqual([]);
    expect(called.size).toBe(Object.keys(SCOPES).length);
    const needed = [...called].flatMap((method) => SCOPES[method] ?? []);
    // A slash command is a scope of its own.
    expect(manifest.oauth_config.scopes.bot).toEqual([...new Set([...needed, 'commands'])].toSorted());
  });

  it('has the command and the event that are listened to', async () => {
    const sources = await readSources();
    const [, command] = /app\.command\('([^']+)'/.exec(sources) ?? [];
    const [, event] = /app\.event\('([^']+)'/.exec(sources) ?? [];
    expect(manifest.features.slash_commands.map((each) => each.command)).toEqual([command]);
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([event]);
  });
});
