import type { Block, Message } from '../../../src/slack/block.ts';
import { escapeHtml, htmlPage } from './html.ts';

/** One message of a channel, and when it was posted, as its reader's clock has it. */
export interface Posted {
  readonly message: Message;
  /** `12:00` */
  readonly time: string;
}

/** Names for the ids of mentions, as Slack has them: `S012AB3CD` → `platform`. */
export type Names = Readonly<Record<string, string>>;

const BOT = 'airec-https';

/** A channel of Slack in its light theme: the blocks and the mrkdwn that are used here, and nothing else. */
export function slackPage(channel: string, posts: readonly Posted[], names: Names): string {
  const body = [
    `<header># ${escapeHtml(channel)}</header>`,
    '<main>',
    ...posts.map((post) => postHtml(post, names)),
    '</main>',
  ];
  return htmlPage(channel, CSS, body.join('\n'));
}

function postHtml({ message, time }: Posted, names: Names): string {
  return [
    '<article>',
    '<div class="avatar"><svg viewBox="0 0 24 24"><path d="M12 2 4 5v6c0 5 3.4 9.2 8 11 4.6-1.8 8-6 8-11V5z"/><path class="tick" d="m8 12 3 3 5-6"/></svg></div>',
    `<div class="content"><p class="who"><b>${BOT}</b> <span class="app">APP</span> <time>${escapeHtml(time)}</time></p>`,
    ...message.blocks.map((block) => blockHtml(block, names)),
    '</div></article>',
  ].join('\n');
}

function blockHtml(block: Block, names: Names): string {
  switch (block.type) {
    case 'header':
      return `<h2>${escapeHtml(block.text.text)}</h2>`;
    case 'section':
      return `<div class="section">${mrkdwnHtml(block.text.text, names)}</div>`;
    case 'context':
      return `<div class="context">${block.elements.map(({ text }) => mrkdwnHtml(text, names)).join(' ')}</div>`;
    case 'actions':
      return `<div class="actions">${block.elements.map(({ text }) => `<span class="button">${escapeHtml(text.text)}</span>`).join('')}</div>`;
  }
}

const TOKEN = /<([^<>]+)>|\*([^*\n]+)\*|`([^`\n]+)`|\n/g;

/**
 * mrkdwn as HTML: `*bold*`, `` `code` ``, `<url|label>`, mentions and line breaks. Its entities are those of HTML. Verbatim: what is
 * not written as a link is none.
 */
function mrkdwnHtml(text: string, names: Names): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, inAngles, strong, code] = match;
    html += text.slice(end, match.index);
    end = match.index + token.length;
    if (inAngles !== undefined) html += angleHtml(inAngles, names);
    else if (strong !== undefined) html += `<b>${strong}</b>`;
    else if (code === undefined) html += '<br>';
    else html += `<code>${code}</code>`;
  }
  return html + text.slice(end);
}

function angleHtml(token: string, names: Names): string {
  const mention = /^(?:@|!subteam\^)([A-Z0-9]+)$/.exec(token)?.[1];
  if (mention !== undefined) return `<span class="mention">@${escapeHtml(names[mention] ?? mention)}</span>`;
  if (token.startsWith('!')) return `<span class="mention">@${escapeHtml(token.slice(1))}</span>`;
  const [, label = token] = token.split('|');
  return `<a>${label}</a>`;
}

const CSS = `
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1d1c1d; font: 15px/1.46668 Lato, sans-serif; }
header { padding: 12px 20px; border-bottom: 1px solid #dddddd; font-weight: 900; font-size: 17px; }
main { padding: 8px 0 14px; }
article { display: flex; gap: 10px; padding: 9px 20px; }
.avatar { flex: none; width: 36px; height: 36px; border-radius: 8px; background: #1f2937; display: grid; place-items: center; }
.avatar svg { width: 24px; fill: #e5e7eb; }
.avatar .tick { fill: none; stroke: #15803d; stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.content { min-width: 0; flex: 1; }
.who { margin: 0; }
.who b { font-weight: 900; }
.app { font-size: 10px; font-weight: 700; color: #454447; background: #dddddd; border-radius: 2px; padding: 1px 3px; vertical-align: 1.5px; }
time { color: #616061; font-size: 12px; }
h2 { font-size: 18px; margin: 4px 0; }
b { font-weight: 700; }
a { color: #1264a3; }
code { font: 12px "JetBrains Mono", monospace; color: #c01343; background: #f8f8f8; border: 1px solid #dddddd; border-radius: 3px; padding: 1px 3px; }
.mention { color: #1264a3; background: #e8f5fa; border-radius: 3px; padding: 0 2px 1px; }
.context { color: #616061; font-size: 13px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.button { border: 1px solid #bbbabb; border-radius: 8px; padding: 3px 12px; font-weight: 700; font-size: 13px; }
`;
