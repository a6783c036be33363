import { parseDuration } from '../../config/duration.ts';
import { appError } from '../../errors/catalogue.ts';
import { Secret } from '../../errors/secret.ts';
import { type GitHub, openGitHub } from '../../github/github.ts';
import { parseOptions } from '../arguments.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const GITHUB_API = 'https://api.github.com';
const GITHUB = 'https://github.com';
const SLACK_API = 'https://slack.com/api/';
const EVENTS_PORT = '3000';
const SHORTEST_MS = 10_000;

/** What the bot runs with. */
export interface BotSetup {
  readonly configFile: string;
  /** Undefined: the state branch. */
  readonly stateFile: string | undefined;
  /** Milliseconds between runs of its own; undefined: it runs when asked alone. */
  readonly everyMs: number | undefined;
  /** Undefined: it serves nothing. */
  readonly port: number | undefined;
  /** The branch that pull requests are for; undefined: there are none. */
  readonly branch: string | undefined;
  readonly slack: {
    readonly token: Secret;
    /** One of both. */
    readonly appToken: Secret | undefined;
    readonly signingSecret: Secret | undefined;
    readonly channel: string;
    readonly apiUrl: string;
  };
  readonly github: GitHub | undefined;
  /** `https://github.com/owner/name`; undefined: nobody knows. */
  readonly repositoryUrl: string | undefined;
}

/**
 * The options of `airec-https bot`, and what its environment holds.
 *
 * @throws USAGE naming what is missing, malformed or contradicts another
 */
export function readSetup(argv: readonly string[], environment: Environment): BotSetup {
  const options = parseOptions('bot', argv, {
    config: { type: 'string', default: 'airec-https.yml' },
    state: { type: 'string' },
    every: { type: 'string' },
    port: { type: 'string' },
    branch: { type: 'string' },
  });
  const github = readGitHub(environment);
  if (!github && options.state === undefined) {
    throw refusal(
      'There is nowhere to remember what is open: neither --state nor GITHUB_TOKEN is given',
      'Set GITHUB_TOKEN and GITHUB_REPOSITORY for the branch airec-https-state, or name a file with --state.',
    );
  }
  if (!github && options.branch !== undefined)
    throw refusal('--branch is given without GITHUB_TOKEN', 'Set GITHUB_TOKEN, which opens pull requests.');
  const { slack, port } = readSlack(environment, options.port);
  const { GITHUB_SERVER_URL: server = GITHUB, GITHUB_REPOSITORY: repository } = environment;
  return {
    configFile: options.config,
    stateFile: options.state,
    everyMs: options.every === undefined ? undefined : parseEvery(options.every),
    port,
    branch: options.branch,
    slack,
    github,
    repositoryUrl: repository ? `${server}/${repository}` : undefined,
  };
}

function readSlack(
  environment: Environment,
  givenPort: string | undefined,
): Pick<BotSetup, 'slack' | 'port'> {
  const token = readToken(environment, 'SLACK_BOT_TOKEN', /^xoxb-/);
  if (!token)
    throw refusal(
      'SLACK_BOT_TOKEN is missing',
      'Copy the "Bot User OAuth Token" (xoxb-…) of the Slack app, see docs/slack.md.',
    );
  const appToken = readToken(environment, 'SLACK_APP_TOKEN', /^xapp-/);
  const signingSecret = readToken(environment, 'SLACK_SIGNING_SECRET', /^[0-9a-f]{16,}$/);
  if (appToken && signingSecret)
    throw refusal(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both given',
      'Keep SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for requests over HTTP.',
    );
  if (!appToken && !signingSecret)
    throw refusal(
      'There is no way for Slack to reach the bot',
      'Set SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for requests over HTTP.',
    );
  const channel = environment['SLACK_CHANNEL']?.trim() ?? '';
  if (!/^[CGD][A-Z0-9]{2,}$/.test(channel))
    throw refusal(
      `SLACK_CHANNEL is ${channel === '' ? 'missing' : JSON.stringify(channel)}, expected the id of a channel`,
      'Copy the id (C…) from the details of the channel in Slack; a name does not do.',
    );
  const apiUrl = environment['SLACK_API_URL'] || SLACK_API;
  const portText = givenPort ?? (signingSecret ? EVENTS_PORT : undefined);
  return {
    slack: { token, appToken, signingSecret, channel, apiUrl },
    port: portText === undefined ? undefined : parsePort(portText),
  };
}

function readToken(environment: Environment, name: string, form: RegExp): Secret | undefined {
  const value = environment[name]?.trim();
  if (!value) return undefined;
  const secret = new Secret(value);
  if (!form.test(value))
    throw refusal(`${name} is none`, `It looks like ${form.source.replace(/^\^/, '')}: see docs/slack.md.`);
  return secret;
}

function readGitHub(environment: Environment): GitHub | undefined {
  const token = environment['GITHUB_TOKEN']?.trim();
  const repository = environment['GITHUB_REPOSITORY']?.trim();
  if (!token) return undefined;
  if (!repository)
    throw refusal('GITHUB_TOKEN is given without GITHUB_REPOSITORY', 'Set GITHUB_REPOSITORY to OWNER/NAME.');
  const apiUrl = environment['GITHUB_API_URL'] || GITHUB_API;
  return openGitHub({ token: new Secret(token), apiUrl, repository });
}

function parseEvery(text: string): number {
  const everyMs = parseDuration(text);
  if (everyMs !== undefined && everyMs >= SHORTEST_MS) return everyMs;
  throw refusal(`--every is "${text}"`, 'Use a duration from 10s to 24h, such as 5m.');
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw refusal(`--port is "${text}"`, 'Use a number from 0 to 65535; 0 takes any that is free.');
}

function refusal(problem: string, help: string): Error {
  return appError('USAGE', { problem, help });
}
