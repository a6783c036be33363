import type { App } from '@slack/bolt';
import { AppError } from '../../errors/app-error.ts';
import { printable } from '../../errors/printable.ts';
import { redact } from '../../errors/redaction.ts';
import { renderError } from '../../errors/render.ts';
import type { Message } from '../block.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { helpMessage, sentence } from './answers.ts';
import type { Say } from './bolt-logger.ts';
import { type Caller, type Permissions, refusalFor } from './guard.ts';
import { closedHomeView, type HomeView } from './home-view.ts';
import { parseCommand } from './parse-command.ts';

const DAY_MS = 86_400_000;

/** What the bot does when it is asked to. `by`: `<@U012AB3CD>`. Each may throw errors of ours: people are told. */
export interface BotActions {
  status(): Promise<Message>;
  incidents(): Promise<Message>;
  /** `subject`: a domain of the configuration, or the key of an incident. */
  check(subject: string): Promise<Message>;
  /** `subject`: a domain, or an incident's key or its beginning. */
  acknowledge(subject: string, by: string): Promise<Message>;
  /** `forMs`: null until the certificate changes. */
  snooze(subject: string, by: string, forMs: number | null): Promise<Message>;
  fix(domain: string): Promise<Message>;
  home(): Promise<HomeView>;
}

export interface Manners {
  readonly permissions: Permissions;
  readonly say: Say;
}

/** Commands, buttons and the home of the app. Each is acknowledged at once and answered when it is done. */
export function addListeners(app: App, actions: BotActions, { permissions, say }: Manners): void {
  const answer = async (work: () => Promise<Message>): Promise<Message> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      say(renderError(error));
      return sentence(`${mrkdwn(error.message, 1000)}\n→ ${mrkdwn(error.help, 1000)}`);
    }
  };
  const only = async (
    caller: Caller,
    kind: 'read' | 'act',
    work: () => Promise<Message>,
  ): Promise<Message> => {
    const refusal = refusalFor(caller, permissions, kind);
    return refusal === undefined ? answer(work) : sentence(refusal);
  };

  app.command('/airec-https', async ({ ack, command, respond }) => {
    await ack();
    const { user_id: user, team_id: team, channel_id: channel, text } = command;
    const parsed = parseCommand(text);
    const kind = ['ack', 'snooze', 'fix'].includes(parsed.verb) ? 'act' : 'read';
    const message = await only({ user, team, channel }, kind, () => obey(parsed, `<@${user}>`, actions));
    await respond(ephemeral(message));
  });

  const buttons = {
    acknowledge: (key: string, by: string) => actions.acknowledge(key, by),
    snooze: (key: string, by: string) => actions.snooze(key, by, DAY_MS),
    'check-now': (key: string) => actions.check(key),
  };
  for (const [id, act] of Object.entries(buttons)) {
    app.action({ type: 'block_actions', action_id: id }, async ({ ack, body, action, respond }) => {
      await ack();
      const key = action.type === 'button' ? (action.value ?? '') : '';
      const { id: user, team_id: team = body.team?.id } = body.user;
      const caller = { user, team, channel: body.channel?.id };
      await respond(ephemeral(await only(caller, 'act', () => act(key, `<@${user}>`))));
    });
  }
  // Its URL is opened by Slack; all it wants is to be acknowledged.
  app.action('open-fix', async ({ ack }) => {
    await ack();
  });

  app.event('app_home_opened', async ({ event, client, body }) => {
    if (event.tab !== 'home') return;
    const caller = { user: event.user, team: body.team_id, channel: undefined };
    const isRefused = refusalFor(caller, permissions, 'act') !== undefined;
    const view = isRefused ? closedHomeView() : await actions.home();
    // The view is data of ours: it differs from the library's type in being read-only.
    await client.views.publish({ user_id: event.user, view: structuredClone(view) as never });
  });
  app.error((error) => {
    say(`Slack: ${printable(redact(error.message), 300)}`);
    return Promise.resolve();
  });
}

async function obey(
  command: ReturnType<typeof parseCommand>,
  by: string,
  actions: BotActions,
): Promise<Message> {
  switch (command.verb) {
    case 'status':
      return actions.status();
    case 'incidents':
      return actions.incidents();
    case 'help':
      return helpMessage();
    case 'check':
      return actions.check(command.subject);
    case 'ack':
      return actions.acknowledge(command.subject, by);
    case 'snooze':
      return actions.snooze(command.subject, by, command.forMs);
    case 'fix':
      return actions.fix(command.subject);
    case 'unknown':
      return sentence(command.problem);
  }
}

/** For whoever asked alone, beside the message that was asked on. */
function ephemeral({ text, blocks }: Message): {
  response_type: 'ephemeral';
  replace_original: false;
  text: string;
  blocks: never[];
} {
  return {
    response_type: 'ephemeral',
    replace_original: false,
    text,
    blocks: structuredClone(blocks) as never[],
  };
}
