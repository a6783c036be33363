import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import { redact } from '../errors/redaction.ts';
import type { Secret } from '../errors/secret.ts';
import type { IncidentEvent } from '../monitoring/incident-event.ts';
import type { Message } from './block.ts';
import type { Delivery } from './delivery.ts';
import { incidentMessage, type MessageSetting } from './incident-message.ts';
import { threadReply } from './thread-reply.ts';

const REQUEST_MS = 15_000;

/** What a webhook cannot do, to be said once in the log. */
export const WEBHOOK_LIMITS =
  'An incoming webhook only adds messages: alerts are not edited in place, have no thread, take no reactions, and one may come twice when an answer is lost. A bot token (slack-bot-token) does all of that.';

export interface WebhookPlan {
  readonly url: Secret;
  readonly setting: Omit<MessageSetting, 'interaction'>;
  /** For how long rate limits are waited out, in all. */
  readonly patienceMs: number;
  /** Called after each event. */
  readonly record: (delivery: Delivery) => Promise<void>;
}

/**
 * Tells people of events by an incoming webhook, one message each, the oldest first; changes are left out, since they
 * could not be edited in. The first failure is that of all that follow.
 */
export async function deliverByWebhook(
  events: readonly IncidentEvent[],
  plan: WebhookPlan,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = [];
  const budget = { patienceMs: plan.patienceMs };
  let error: AppError | undefined;
  for (const event of events) {
    if (!error && event.detail.kind !== 'changed') {
      error = await failureOf(() => post(plan.url, messageOf(event, plan), budget));
    }
    const delivery = { id: event.id, message: undefined, error };
    await plan.record(delivery);
    deliveries.push(delivery);
  }
  return deliveries;
}

/**
 * Posts one message, and waits out rate limits for as long as `patienceMs`.
 *
 * @throws SLACK_WEBHOOK_…, SLACK_UNAVAILABLE, SLACK_UNREACHABLE, SLACK_RATE_LIMITED
 */
export function postByWebhook(url: Secret, message: Message, patienceMs: number): Promise<void> {
  return post(url, message, { patienceMs });
}

/** The message of the incident, below what happened to it. */
function messageOf(event: IncidentEvent, { setting }: WebhookPlan): Message {
  const shown = incidentMessage(event, { ...setting, interaction: 'none' });
  // The message itself mentions people and turns green.
  const reply = event.detail.kind === 'resolved' ? undefined : threadReply(event, undefined);
  return reply ? { text: reply.text, blocks: [...reply.blocks, ...shown.blocks] } : shown;
}

async function failureOf(run: () => Promise<void>): Promise<AppError | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function post(url: Secret, message: Message, budget: { patienceMs: number }): Promise<void> {
  const target = parseUrl(url);
  for (;;) {
    const response = await send(target, message);
    const body = printable(redact(await response.text()).trim(), 100);
    if (response.ok) return;
    const reason = `HTTP ${response.status}: ${body}`;
    const does = 'Posting by webhook';
    if (response.status >= 500) throw appError('SLACK_UNAVAILABLE', { does, reason });
    if (response.status !== 429) throw appError('SLACK_WEBHOOK_REFUSED', { reason });
    const seconds = Number(response.headers.get('retry-after')) || 60;
    if (seconds * 1000 > budget.patienceMs) throw appError('SLACK_RATE_LIMITED', { does, seconds });
    budget.patienceMs -= seconds * 1000;
    await sleep(seconds * 1000);
  }
}

/** The path of the URL is the secret: errors name its origin alone. */
async function send(target: URL, message: Message): Promise<Response> {
  try {
    return await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_MS),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = printable(redact(cause instanceof Error ? cause.message : 'no answer'));
    const details = { does: 'Posting by webhook', origin: target.origin, reason };
    throw appError('SLACK_UNREACHABLE', details, { cause: error });
  }
}

function parseUrl(url: Secret): URL {
  const text = url.reveal().trim();
  if (!URL.canParse(text)) throw appError('SLACK_WEBHOOK_MALFORMED', { protocol: 'no URL' });
  const target = new URL(text);
  const isLoopback = target.hostname === '127.0.0.1' || target.hostname === 'localhost';
  if (target.protocol === 'https:' || (target.protocol === 'http:' && isLoopback)) return target;
  throw appError('SLACK_WEBHOOK_MALFORMED', { protocol: `one with ${printable(target.protocol, 20)}` });
}
