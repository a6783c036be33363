import type { Server } from 'node:http';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Secret } from '../../errors/secret.ts';
import { translateFailure, translateSocketFailure } from '../slack-errors.ts';
import { boltLogger, type Say } from './bolt-logger.ts';
import { addListeners, type BotActions } from './listeners.ts';
import type { Permissions } from './guard.ts';
import { serveEvents } from './serve-events.ts';

const RETRIES = 3;

/** How Slack reaches the bot. */
export type Transport =
  /** Over a WebSocket that the bot opens. `appToken`: `xapp-…`. */
  | { readonly kind: 'socket'; readonly appToken: Secret }
  /** By signed requests to `/slack/events` of `server`. */
  | { readonly kind: 'http'; readonly signingSecret: Secret; readonly server: Server };

export interface BotAccess {
  /** Of the bot: `xoxb-…`. */
  readonly token: Secret;
  /** `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly transport: Transport;
  readonly permissions: Omit<Permissions, 'team'>;
}

export interface Bot {
  /** Whether Slack can reach it now, as far as it knows. */
  isConnected(): boolean;
  /** Takes nothing new, and ends when what is in hand was answered. */
  stop(): Promise<void>;
}

/**
 * Connects the bot to its workspace.
 *
 * @throws every code of `translateFailure`, and SLACK_APP_TOKEN_REFUSED
 */
export async function startBot(access: BotAccess, actions: BotActions, say: Say): Promise<Bot> {
  const { token, apiUrl, transport, permissions } = access;
  const clientOptions = { slackApiUrl: apiUrl, allowAbsoluteUrls: false };
  const logger = boltLogger(LogLevel.WARN, say);
  const receiver =
    transport.kind === 'socket'
      ? openSocket(transport.appToken, { clientOptions, logger })
      : new HTTPReceiver({ signingSecret: transport.signingSecret.reveal(), logger });
  const app = new App({
    token: token.reveal(),
    receiver,
    // At the start and in a listener, people wait.
    clientOptions: { ...clientOptions, retryConfig: { retries: RETRIES } },
    logger,
    convoStore: false,
    deferInitialization: true,
  });
  try {
    const { team_id: team = '' } = await app.client.auth.test();
    await app.init();
    addListeners(app, actions, { permissions: { ...permissions, team }, say });
  } catch (error) {
    throw translateFailure(error, { does: 'Connecting to Slack', origin: apiUrl });
  }
  try {
    return await connect(app, receiver, transport);
  } catch (error) {
    throw translateSocketFailure(error, apiUrl);
  }
}

function openSocket(
  appToken: Secret,
  { clientOptions, logger }: { readonly clientOptions: object; readonly logger: Logger },
): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: appToken.reveal(),
    logger,
    // Tries for as long as an outage lasts: a client that gives up while it connects again ends the process.
    installerOptions: { clientOptions },
  });
}

async function connect(
  app: App,
  receiver: SocketModeReceiver | HTTPReceiver,
  transport: Transport,
): Promise<Bot> {
  if (transport.kind === 'http') {
    const stop = serveEvents(transport.server, receiver as HTTPReceiver, transport.signingSecret);
    return { isConnected: () => true, stop };
  }
  let isConnected = false;
  const { client } = receiver as SocketModeReceiver;
  client.on('connected', () => (isConnected = true));
  for (const state of ['close', 'reconnecting', 'disconnected'])
    client.on(state, () => (isConnected = false));
  await app.start();
  return {
    isConnected: () => isConnected,
    stop: async () => {
      await app.stop();
    },
  };
}
