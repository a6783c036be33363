import type { ErrorEntry } from '../app-error.ts';

/** What every answer of Slack that is not the wanted one is described with. */
interface SlackDetails {
  /** What was being done, such as `Posting to C012AB3CD`. */
  readonly does: string;
  /** What was answered or seen, printable and free of secrets. */
  readonly reason: string;
}

export const slackErrors = {
  SLACK_TOKEN_REFUSED: ({ does, reason }: SlackDetails) => ({
    category: 'authentication',
    problem: `${does}: Slack does not accept the token: ${reason}`,
    help: 'Install the app again and pass its bot token (xoxb-…) in SLACK_BOT_TOKEN.',
  }),
  SLACK_APP_TOKEN_REFUSED: ({ reason }: { reason: string }) => ({
    category: 'authentication',
    problem: `Opening Socket Mode: Slack does not accept the app-level token: ${reason}`,
    help: 'Generate an app-level token with the scope connections:write under Basic Information of the same app, and pass it (xapp-…) in SLACK_APP_TOKEN.',
  }),
  SLACK_NOT_IN_CHANNEL: ({ does, reason }: SlackDetails) => ({
    category: 'permission',
    problem: `${does}: the app is no member of the channel: ${reason}`,
    help: 'Type /invite with the name of the app in that channel.',
  }),
  SLACK_CHANNEL_NOT_FOUND: ({ does, reason }: SlackDetails) => ({
    category: 'configuration',
    problem: `${does}: the token sees no such channel that can be written to: ${reason}`,
    help: 'Give the ID of the channel (C…, at the end of its details), not its name; invite the app if it is private; unarchive it if it is archived.',
  }),
  SLACK_SCOPE_MISSING: ({ does, needed }: { does: string; needed: string }) => ({
    category: 'permission',
    problem: `${does}: the token lacks the scope ${needed}`,
    help: `Add ${needed} under OAuth & Permissions, Bot Token Scopes, and install the app again.`,
  }),
  SLACK_MESSAGE_GONE: ({ does, reason }: SlackDetails) => ({
    category: 'remote',
    problem: `${does}: the message is not there, or not this app's: ${reason}`,
    help: 'Run again: a message that somebody deleted is posted anew.',
  }),
  SLACK_RATE_LIMITED: ({ does, seconds }: { does: string; seconds: number }) => ({
    category: 'quota',
    problem: `${does}: Slack accepts no more calls for ${seconds} s`,
    help: 'Run again after that; what was not sent is sent then.',
    retryable: true,
  }),
  SLACK_UNAVAILABLE: ({ does, reason }: SlackDetails) => ({
    category: 'remote',
    problem: `${does}: Slack could not serve it: ${reason}`,
    help: 'Run again later; what was not sent is sent then. If it stays so, see the status page of Slack.',
    retryable: true,
  }),
  SLACK_UNREACHABLE: ({ does, reason, origin }: SlackDetails & { origin: string }) => ({
    category: 'network',
    problem: `${does}: no answer from ${origin}: ${reason}`,
    help: 'Check SLACK_API_URL, and that this machine may connect to it; what was not sent is sent by the next run.',
    retryable: true,
  }),
  SLACK_REFUSED: ({ does, reason }: SlackDetails) => ({
    category: 'remote',
    problem: `${does}: Slack refused it: ${reason}`,
    help: 'See what Slack says is wrong. If nothing in the app or the channel explains it, please report it.',
  }),
  SLACK_WEBHOOK_REFUSED: ({ reason }: { reason: string }) => ({
    category: 'authentication',
    problem: `The incoming webhook of Slack does not accept messages: ${reason}`,
    help: 'Add a new webhook under Incoming Webhooks of the app, and pass its URL in SLACK_WEBHOOK_URL.',
  }),
  SLACK_WEBHOOK_MALFORMED: ({ protocol }: { protocol: string }) => ({
    category: 'configuration',
    problem: `The URL of the incoming webhook of Slack is ${protocol}, expected one with https`,
    help: 'Copy it whole from Incoming Webhooks of the app, and pass it in SLACK_WEBHOOK_URL.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
