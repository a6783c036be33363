import type { AppError } from '../../errors/app-error.ts';
import type { Secret } from '../../errors/secret.ts';
import type { IncidentEvent } from '../../monitoring/incident-event.ts';
import { noticesOf, recordDelivered, recordFailed } from '../../monitoring/outbox.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import { deliverEvents, type Delivery } from '../../slack/delivery.ts';
import type { MessageSetting } from '../../slack/incident-message.ts';
import { openSlack } from '../../slack/slack.ts';
import { deliverByWebhook, WEBHOOK_LIMITS } from '../../slack/webhook.ts';
import type { StateStore } from './store.ts';

/** For how long a run waits in all when Slack wants fewer calls. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 1000;

/** Where people are told. */
export type SlackTarget = SlackBot | SlackWebhook;

interface SlackBot {
  readonly kind: 'bot';
  readonly token: Secret;
  /** ID: `C012AB3CD`. */
  readonly channel: string;
  readonly apiUrl: string;
  readonly setting: MessageSetting;
}

interface SlackWebhook {
  readonly kind: 'webhook';
  readonly url: Secret;
  readonly setting: MessageSetting;
}

export interface DeliveryMeans {
  /** Undefined: there is nobody to tell. */
  readonly slack: SlackTarget | undefined;
  readonly store: StateStore;
  readonly say: (line: string) => void;
  readonly onProblem: (error: AppError) => void;
}

/**
 * Delivers what `run` has to tell, and remembers of each at once what became of it. What could not be delivered stays
 * for the next run. Returns the messages that tell it.
 */
export async function deliverNotices(
  state: MonitorState,
  run: string,
  { slack, store, say, onProblem }: DeliveryMeans,
): Promise<readonly Delivery[]> {
  const events = noticesOf(state, run);
  if (events.length === 0) return [];
  if (!slack) {
    say(
      `Nobody is told of ${events.length} ${events.length === 1 ? 'change' : 'changes'}: there is neither slack-bot-token nor slack-webhook.`,
    );
    await store.update((now) => dropNotices(now, events));
    return [];
  }
  const record = async ({ id, message, error }: Delivery): Promise<void> => {
    if (error) onProblem(error);
    await store.update((now) =>
      error ? recordFailed(now, id, error.message) : recordDelivered(now, id, message ?? null),
    );
  };
  const { setting } = slack;
  if (slack.kind === 'webhook') {
    say(WEBHOOK_LIMITS);
    return deliverByWebhook(events, { url: slack.url, setting, patienceMs: PATIENCE_MS, record });
  }
  const { token, apiUrl, channel } = slack;
  const workspace = openSlack({ token, apiUrl, patienceMs: PATIENCE_MS });
  return deliverEvents(workspace, events, { channel, setting, pauseMs: PAUSE_MS, record });
}

function dropNotices(state: MonitorState, events: readonly IncidentEvent[]): MonitorState {
  return events.reduce((now, { id }) => recordDelivered(now, id, null), state);
}
