import { z } from 'zod';
import { hasCode } from '../errors/catalogue.ts';
import { type Incident, isTold } from '../monitoring/incident.ts';
import type { Posted } from './posted.ts';
import type { Slack } from './slack.ts';

/** `mute`: until the certificate changes. */
export type ReactionKind = 'acknowledge' | 'snooze' | 'mute';

/** What a person asked for by a reaction. */
export interface ReactionRequest {
  /** Of the incident. */
  readonly key: string;
  readonly kind: ReactionKind;
  /** `<@U012AB3CD>`; null: what was asked for was taken back. */
  readonly by: string | null;
}

/** By what it asks for, the name of each reaction. */
const NAMES = { acknowledge: 'eyes', snooze: 'zzz', mute: 'mute' } satisfies Record<ReactionKind, string>;
const KINDS = ['acknowledge', 'snooze', 'mute'] as const;

const answer = z.object({
  message: z.object({
    reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })).optional(),
  }),
});

/**
 * What `permitted` users (IDs) ask for by 👀, 💤 and 🔇 on the messages of open incidents. A request is read once: the app
 * answers it with the same reaction when `confirmReaction` is called, and as long as that stands the reaction is an old one.
 * Where it stands alone, theirs was taken back. Makes no call when no incident is open.
 *
 * @throws every code of `translateFailure`
 */
export async function readReactions(
  slack: Slack,
  incidents: readonly Incident[],
  permitted: readonly string[],
): Promise<readonly ReactionRequest[]> {
  const told = incidents.filter(isTold).filter(({ links }) => links.message !== null);
  if (told.length === 0) return [];
  const self = await slack.self();
  const requests: ReactionRequest[] = [];
  for (const { key, links } of told) {
    if (!links.message) continue;
    const reactions = await usersOf(slack, links.message);
    for (const kind of KINDS) {
      const name = NAMES[kind];
      const users = reactions.get(name) ?? [];
      const person = users.find((user) => permitted.includes(user));
      const isOld = users.includes(self);
      if (person !== undefined && !isOld) requests.push({ key, kind, by: `<@${person}>` });
      if (person === undefined && isOld) requests.push({ key, kind, by: null });
    }
  }
  return requests;
}

/** Shows that a request was taken, and that it was taken back. Needs the scope reactions:write. */
export async function confirmReaction(
  slack: Slack,
  at: Posted,
  { kind, by }: Pick<ReactionRequest, 'kind' | 'by'>,
): Promise<void> {
  await react(slack, by === null ? 'reactions.remove' : 'reactions.add', { at, name: NAMES[kind] });
}

async function react(
  slack: Slack,
  method: 'reactions.add' | 'reactions.remove',
  { at, name }: { readonly at: Posted; readonly name: string },
): Promise<void> {
  try {
    await slack.call(
      method,
      { channel: at.channel, timestamp: at.ts, name },
      `Answering a reaction in ${at.channel}`,
    );
  } catch (error) {
    // already_reacted and no_reaction: it is as it should be.
    if (!hasCode(error, 'SLACK_REFUSED') || !/already_reacted|no_reaction/.test(error.message)) throw error;
  }
}

/** Users by reaction; of a message that was deleted, none. */
async function usersOf(
  slack: Slack,
  { channel, ts }: Posted,
): Promise<ReadonlyMap<string, readonly string[]>> {
  try {
    const options = { channel, timestamp: ts, full: true };
    const { message } = answer.parse(
      await slack.call('reactions.get', options, `Reading reactions in ${channel}`),
    );
    return new Map((message.reactions ?? []).map(({ name, users }) => [name, users]));
  } catch (error) {
    if (hasCode(error, 'SLACK_MESSAGE_GONE')) return new Map();
    throw error;
  }
}
