/** Who asks, and from where. */
export interface Caller {
  /** `U012AB3CD`. */
  readonly user: string;
  /** Workspace of the user. */
  readonly team: string | undefined;
  /** `C012AB3CD`; undefined: none, as in the app's home. */
  readonly channel: string | undefined;
}

/** Who may ask for what. */
export interface Permissions {
  /** The bot's workspace. */
  readonly team: string;
  readonly users: readonly string[];
  readonly channels: readonly string[];
}

/**
 * Why a caller may not; undefined: he may. Reading is for the channels of the configuration, acting for its users in
 * these, and nothing is for other workspaces: a channel may be shared with them.
 */
export function refusalFor(
  { user, team, channel }: Caller,
  { team: own, users, channels }: Permissions,
  kind: 'read' | 'act',
): string | undefined {
  if (team !== own) return 'This app answers people of its own workspace alone.';
  if (channel !== undefined && !channels.includes(channel))
    return 'Commands are not taken in this channel: `slack.channels` in airec-https.yml names those where they are.';
  if (kind === 'act' && !users.includes(user))
    return `You are not among those who may do that: add \`${user}\` to \`slack.users\` in airec-https.yml.`;
  return undefined;
}
