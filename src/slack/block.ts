/** Text of Slack's mrkdwn; `verbatim`: nothing in it is made a link or a mention that is not written as one. */
export interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: true;
}

export interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value: string;
  /** Opened by Slack when it is pressed. */
  readonly url?: string;
}

/** The blocks of Block Kit that are used here. */
export type Block =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | { readonly type: 'actions'; readonly block_id: string; readonly elements: readonly Button[] };

/** What is posted: `text` is what notifications and screen readers use. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A section of lines. */
export function section(lines: readonly string[]): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: lines.join('\n'), verbatim: true } };
}

export function context(text: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
}

/** At most 150 characters of `text` are shown, as Block Kit has it. */
export function header(text: string): Block {
  return { type: 'header', text: plain(text.slice(0, 150)) };
}

/** At most 75 characters of `label` are shown, as Block Kit has it. */
export function button(action: string, label: string, value: string): Button {
  return { type: 'button', action_id: action, text: plain(label.slice(0, 75)), value };
}

function plain(text: string): PlainText {
  return { type: 'plain_text', text, emoji: true };
}
