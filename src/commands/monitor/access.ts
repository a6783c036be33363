import { appError } from '../../errors/catalogue.ts';
import { Secret } from '../../errors/secret.ts';
import type { Circumstances, Environment } from './circumstances.ts';
import type { MessageLinks } from '../../slack/incident-message.ts';
import type { SlackTarget } from './slack-target.ts';

const SLACK_API = 'https://slack.com/api/';

/** Whom the monitor may speak to. Undefined: not given. */
export interface AccessInputs {
  readonly slackToken: Secret | undefined;
  readonly slackChannel: string | undefined;
  /** URL of an incoming webhook, which is a secret. */
  readonly slackWebhook: Secret | undefined;
}

/**
 * The tokens and the channel among the inputs of action.yml.
 *
 * @throws USAGE for a Slack token without a channel, or with a name instead of an id
 */
export function readAccess(environment: Environment): AccessInputs {
  const input = (name: string): string | undefined =>
    environment[`INPUT_${name.toUpperCase()}`]?.trim() || undefined;
  const secret = (name: string): Secret | undefined => {
    const value = input(name);
    return value === undefined ? undefined : new Secret(value);
  };
  const slackToken = secret('slack-bot-token');
  const slackChannel = input('slack-channel');
  if (slackToken && !/^[CGD][A-Z0-9]{2,}$/.test(slackChannel ?? '')) {
    const actual = slackChannel === undefined ? 'missing' : JSON.stringify(slackChannel);
    throw appError('USAGE', {
      problem: `slack-channel is ${actual}, expected the id of a channel`,
      help: 'Copy the id (C…) from the details of the channel in Slack; a name does not do.',
    });
  }
  return {
    slackToken,
    slackChannel,
    slackWebhook: secret('slack-webhook'),
  };
}

/** Where people are told: by the bot if there is a token, else by the webhook; undefined without either. */
export function toSlackTarget(
  { slackToken, slackChannel, slackWebhook }: AccessInputs,
  environment: Environment,
  circumstances: Circumstances,
): SlackTarget | undefined {
  const links = toLinks(environment, circumstances);
  if (slackToken && slackChannel !== undefined) {
    const apiUrl = environment['SLACK_API_URL'] || SLACK_API;
    return { kind: 'bot', token: slackToken, channel: slackChannel, apiUrl, links };
  }
  return slackWebhook ? { kind: 'webhook', url: slackWebhook, links } : undefined;
}

function toLinks(environment: Environment, { runUrl, repositoryUrl }: Circumstances): MessageLinks {
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: action } = environment;
  const home = server && action ? `${server}/${action}` : repositoryUrl;
  return { runUrl, docsUrl: `${home ?? ''}/blob/HEAD/docs/monitor.md`, repositoryUrl };
}
