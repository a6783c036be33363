import type { SlackConfig } from '../../config/config.ts';
import type { Secret } from '../../errors/secret.ts';
import type { MessageLinks, MessageSetting } from '../../slack/incident-message.ts';
import { openSlack, type Slack } from '../../slack/slack.ts';

/** For how long a run waits in all when Slack wants fewer calls. */
export const PATIENCE_MS = 60_000;

/** Where people are told. */
export type SlackTarget = SlackBot | SlackWebhook;

export interface SlackBot {
  readonly kind: 'bot';
  readonly token: Secret;
  /** ID: `C012AB3CD`. */
  readonly channel: string;
  readonly apiUrl: string;
  readonly links: MessageLinks;
}

interface SlackWebhook {
  readonly kind: 'webhook';
  readonly url: Secret;
  readonly links: MessageLinks;
}

/** Where people are told, as the configuration wants it. */
export type SlackDesk = BotDesk | WebhookDesk;

export interface BotDesk {
  readonly kind: 'bot';
  readonly slack: Slack;
  readonly channel: string;
  readonly setting: MessageSetting;
  /** Ids of those who may answer. */
  readonly users: readonly string[];
}

interface WebhookDesk {
  readonly kind: 'webhook';
  readonly url: Secret;
  readonly setting: MessageSetting;
}

/** Nothing is sent before the first call. */
export function openDesk(target: SlackTarget, { mention, users, buttons }: SlackConfig): SlackDesk {
  const { links } = target;
  if (target.kind === 'webhook')
    return { kind: 'webhook', url: target.url, setting: { ...links, mention, interaction: 'none' } };
  const { token, apiUrl, channel } = target;
  const reactions = users.length > 0 ? 'reactions' : 'none';
  return {
    kind: 'bot',
    slack: openSlack({ token, apiUrl, patienceMs: PATIENCE_MS }),
    channel,
    setting: { ...links, mention, interaction: buttons ? 'buttons' : reactions },
    users,
  };
}
