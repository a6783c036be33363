import type { AppError } from '../../errors/app-error.ts';
import type { IncidentEvent } from '../../monitoring/incident-event.ts';
import { noticesOf, recordDelivered, recordFailed } from '../../monitoring/outbox.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import { deliverEvents, type Delivery } from '../../slack/delivery.ts';
import { deliverByWebhook, WEBHOOK_LIMITS } from '../../slack/webhook.ts';
import { PATIENCE_MS, type SlackDesk } from './slack-target.ts';
import type { StateStore } from './store.ts';

const PAUSE_MS = 1000;

export interface DeliveryMeans {
  /** Undefined: there is nobody to tell. */
  readonly slack: SlackDesk | undefined;
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
  return deliverEvents(slack.slack, events, { channel: slack.channel, setting, pauseMs: PAUSE_MS, record });
}

function dropNotices(state: MonitorState, events: readonly IncidentEvent[]): MonitorState {
  return events.reduce((now, { id }) => recordDelivered(now, id, null), state);
}
