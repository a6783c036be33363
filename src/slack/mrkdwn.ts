import { printable } from '../errors/printable.ts';

/** Slack has no escape for the signs of its formatting: those that pair up become ones that look the same. */
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': "'" };
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * One line of any text as Slack's mrkdwn shows it literally: no mention, link or formatting can be in it. Cut with `…`
 * so that what is sent has at most `maxLength` characters.
 */
export function mrkdwn(text: string, maxLength = 300): string {
  const shown = printable(text.toWellFormed(), Number.MAX_SAFE_INTEGER);
  const pieces = Array.from(shown, (sign) => LOOKALIKES[sign] ?? ENTITIES[sign] ?? sign);
  let length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length <= maxLength) return pieces.join('');
  while (length > maxLength - 1) length -= pieces.pop()?.length ?? length;
  return `${pieces.join('')}…`;
}

/** A link of mrkdwn. Of a URL that is not http or https only the label remains. */
export function mrkdwnLink(url: string, label: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return mrkdwn(label);
  // The label ends at the first `>`, and the URL at the first `|`.
  const target = new URL(url).href.replaceAll('|', '%7C').replaceAll('>', '%3E').replaceAll('<', '%3C');
  return `<${target.replaceAll('&', '&amp;')}|${mrkdwn(label, 100)}>`;
}

/** Who acted, in the words of where it was done: a mention of a user stays one, anything else is text. */
export function actor(by: string): string {
  return /^<@[UW][A-Z0-9]{2,20}>$/.test(by) ? by : mrkdwn(by, 80);
}
