import { z } from 'zod';
import { hasCode } from '../errors/catalogue.ts';
import type { Slack } from './slack.ts';

const EVENT_TYPE = 'airec_https';
/** Clocks differ, and a message may have been posted a while before its notice was saved. */
const SLACK_MS = 3_600_000;

/** The address of a message. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** Where to look: a channel, or a thread of it. */
export interface Place {
  readonly channel: string;
  readonly thread?: string | undefined;
}

const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      user: z.string().optional(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ id: z.string().optional() }).optional() })
        .optional(),
    }),
  ),
});

/** What marks a message as the telling of an event, so that it is found again. */
export function markOf(id: string): object {
  return { event_type: EVENT_TYPE, event_payload: { id } };
}

/**
 * The message that tells the event `id`, when an earlier attempt posted it and could not say so. Undefined: there is none
 * among the latest 200 since `since`, or the token may not look (then a message may be posted twice, and none is lost).
 */
export async function findPosted(
  slack: Slack,
  { channel, thread }: Place,
  { id, since }: { readonly id: string; readonly since: string },
): Promise<Posted | undefined> {
  const self = await slack.self();
  const oldest = String((Date.parse(since) - SLACK_MS) / 1000);
  const options = { channel, oldest, limit: 200, include_all_metadata: true };
  try {
    const answer = await (thread === undefined
      ? slack.call('conversations.history', options, `Reading ${channel}`)
      : slack.call('conversations.replies', { ...options, ts: thread }, `Reading a thread of ${channel}`));
    const { messages } = history.parse(answer);
    const found = messages.find(
      // Another app could mark a message as this one does, so that an alert is taken for told.
      ({ metadata, user }) =>
        user === self && metadata?.event_type === EVENT_TYPE && metadata.event_payload?.id === id,
    );
    return found && { channel, ts: found.ts };
  } catch (error) {
    if (hasCode(error, 'SLACK_SCOPE_MISSING')) return undefined;
    throw error;
  }
}
