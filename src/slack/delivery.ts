import pRetry from 'p-retry';
import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { hasCode } from '../errors/catalogue.ts';
import type { IncidentEvent } from '../monitoring/incident-event.ts';
import type { Message } from './block.ts';
import { incidentMessage, type MessageSetting } from './incident-message.ts';
import { findPosted, markOf, type Place, type Posted } from './posted.ts';
import type { Slack } from './slack.ts';
import { threadReply } from './thread-reply.ts';

/** What became of an event. It was told if and only if there is no error. */
export interface Delivery {
  /** Of the event. */
  readonly id: string;
  /** Undefined: not told, or by a webhook, which gives no address. */
  readonly message: Posted | undefined;
  readonly error: AppError | undefined;
}

export interface DeliveryPlan {
  /** ID of the channel for new messages: `C012AB3CD`. */
  readonly channel: string;
  readonly setting: MessageSetting;
  /** How long to wait before a call that met an outage is tried again; each time twice as long. */
  readonly pauseMs: number;
  /** Called after each event, so that what was told is remembered at once. */
  readonly record: (delivery: Delivery) => Promise<void>;
}

const RETRIES = 2;
const postedSchema = z.object({ channel: z.string(), ts: z.string() });

/**
 * Tells people of events, the oldest first: at least once, and once as long as the token may read the channel's history.
 * A failure of one event does not stop the others, unless it would be theirs as well.
 */
export async function deliverEvents(
  slack: Slack,
  events: readonly IncidentEvent[],
  plan: DeliveryPlan,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  let stop: AppError | undefined;
  for (const event of events) {
    const delivery: Delivery = stop
      ? { id: event.id, message: undefined, error: stop }
      : await deliverEvent(slack, event, plan);
    if (delivery.error && isEverybodys(delivery.error)) stop = delivery.error;
    await plan.record(delivery);
    deliveries.push(delivery);
  }
  return deliveries;
}

async function deliverEvent(slack: Slack, event: IncidentEvent, plan: DeliveryPlan): Promise<Delivery> {
  try {
    const message = await pRetry(() => tell(slack, event, plan), {
      retries: RETRIES,
      minTimeout: plan.pauseMs,
      // What an attempt posted before it failed is found by the next one.
      shouldRetry: ({ error }) => hasCode(error, 'SLACK_UNAVAILABLE', 'SLACK_UNREACHABLE'),
    });
    return { id: event.id, message, error: undefined };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id: event.id, message: undefined, error };
  }
}

/** Refused for what the token, the channel or the way to Slack is, rather than for what was to be posted. */
function isEverybodys(error: AppError): boolean {
  return !hasCode(error, 'SLACK_REFUSED', 'SLACK_MESSAGE_GONE');
}

async function tell(slack: Slack, event: IncidentEvent, plan: DeliveryPlan): Promise<Posted> {
  const { message: known } = event.incident.links;
  const telling = { id: event.id, at: event.at };
  const shown = incidentMessage(event, plan.setting);
  if (known === null) return postOnce(slack, { channel: plan.channel }, { ...telling, shown });
  try {
    await editMessage(slack, known, shown);
  } catch (error) {
    if (!hasCode(error, 'SLACK_MESSAGE_GONE')) throw error;
    return postOnce(slack, { channel: plan.channel }, { ...telling, shown });
  }
  const reply = threadReply(event, plan.setting.mention);
  if (reply) {
    const place = { channel: known.channel, thread: known.ts };
    await postOnce(slack, place, { ...telling, shown: reply, loud: reply.loud });
  }
  return known;
}

export interface Posting {
  /** Of what is told: the same in every attempt. */
  readonly id: string;
  /** When it happened: it was not posted long before. */
  readonly at: string;
  readonly shown: Message;
  readonly loud?: boolean;
}

/**
 * Posts, unless an earlier attempt did; then its message is brought up to date.
 *
 * @throws every code of `translateFailure`
 */
export async function postOnce(
  slack: Slack,
  place: Place,
  { id, at, shown, loud }: Posting,
): Promise<Posted> {
  const earlier = await findPosted(slack, place, { id, since: at });
  if (earlier) {
    if (place.thread === undefined) await editMessage(slack, earlier, shown);
    return earlier;
  }
  return post(slack, place, { shown, mark: markOf(id), loud: loud ?? false });
}

async function post(
  slack: Slack,
  { channel, thread }: Place,
  { shown, mark, loud }: { readonly shown: Message; readonly mark: object; readonly loud: boolean },
): Promise<Posted> {
  const options = {
    channel,
    text: shown.text,
    blocks: shown.blocks,
    metadata: mark,
    unfurl_links: false,
    unfurl_media: false,
    ...(thread === undefined ? {} : { thread_ts: thread, ...(loud ? { reply_broadcast: true } : {}) }),
  };
  return postedSchema.parse(await slack.call('chat.postMessage', options, `Posting to ${channel}`));
}

/**
 * Shows another text in a message.
 *
 * @throws every code of `translateFailure`
 */
export async function editMessage(
  slack: Slack,
  { channel, ts }: Posted,
  { text, blocks }: Message,
): Promise<void> {
  await slack.call('chat.update', { channel, ts, text, blocks }, `Editing a message in ${channel}`);
}
