import type { Config } from '../../config/config.ts';
import type { AppError } from '../../errors/app-error.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import type { Readiness } from '../../monitoring/readiness.ts';
import { dueDigest, makeDigest, recordDigest } from '../../monitoring/weekly-digest.ts';
import { postOnce } from '../../slack/delivery.ts';
import { digestMessage } from '../../slack/digest-message.ts';
import { postByWebhook } from '../../slack/webhook.ts';
import { collect } from '../collect.ts';
import { PATIENCE_MS, type SlackDesk } from './slack-target.ts';
import type { StateStore } from './store.ts';

export interface DigestDesk {
  readonly config: Config;
  readonly readiness: readonly Readiness[];
  /** Where the run looks from. */
  readonly vantage: string;
  /** Undefined: there is nobody to tell. */
  readonly slack: SlackDesk | undefined;
  readonly store: StateStore;
  readonly now: Date;
  readonly onProblem: (error: AppError) => void;
}

/** Sends the digest of the week when it is due. One that could not be sent stays due. */
export async function sendDigest(state: MonitorState, desk: DigestDesk): Promise<void> {
  const { config, readiness, slack, store, now, onProblem } = desk;
  const day = dueDigest(state, now, config.monitor);
  if (day === undefined || !slack) return;
  const shown = digestMessage(makeDigest(state, readiness, { now, policy: config.monitor }), desk.vantage);
  await collect(onProblem, async () => {
    if (slack.kind === 'webhook') await postByWebhook(slack.url, shown, PATIENCE_MS);
    else {
      const posting = { id: `digest-${day}`, at: now.toISOString(), shown };
      await postOnce(slack.slack, { channel: slack.channel }, posting);
    }
    await store.update((kept) => recordDigest(kept, now));
  });
}
