import type { ClientName } from '../config/config.ts';
import { type Incident, type PullRequestLink, pullRequestsOf } from '../monitoring/incident.ts';
import { clientWords } from '../reports/client-words.ts';
import { countOf } from '../reports/format.ts';
import { type Block, button, context, type Message, section } from './block.ts';
import { actor, mrkdwn, mrkdwnLink } from './mrkdwn.ts';
import { refusalWords, SEVERITY_SIGNS, spanWords, subjectWords, timeWords } from './words.ts';
import { verdictWords } from '../reports/monitor/cause-words.ts';

/** Endpoints of a group that are named. */
const MAX_NAMES = 6;
/** Pull requests of a group that are linked. */
const MAX_FIXES = 3;
const LUCK = {
  chrome: 'fetches what is missing',
  firefox: 'knows what is missing',
  java: 'by luck',
  android: 'by luck',
  openssl: 'by luck',
} satisfies Record<ClientName, string>;

/** Where a message points to. */
export interface MessageLinks {
  /** URLs; undefined: there is none. */
  readonly runUrl: string | undefined;
  readonly docsUrl: string;
  /** `https://github.com/owner/name`; undefined: pull requests are named without a link. */
  readonly repositoryUrl: string | undefined;
}

/** What of a message does not lie in the incident. */
export interface MessageSetting extends MessageLinks {
  /** Who is called for the severity `page`: `<!subteam^S012AB3CD>`, `<@U012AB3CD>`, `<!here>`. */
  readonly mention: string | undefined;
  /** Who takes a reaction or a button: nobody reads those on the message of a webhook. */
  readonly interaction: 'buttons' | 'reactions' | 'none';
}

/** An incident and, of a group, its incidents by endpoint. */
export interface Told {
  readonly incident: Incident;
  readonly members: readonly Incident[];
}

/**
 * The message of an incident as it is now: red or orange while open, green once resolved. At most six lines of what is wrong,
 * for whom, why, and what to do; in small print two on where it was seen and who looks after it.
 */
export function incidentMessage({ incident, members }: Told, setting: MessageSetting): Message {
  const lines = [
    headline(incident),
    members.length > 0 && names(members),
    ...clientLines(incident),
    causeLine(incident),
    linkLine({ incident, members }, setting),
  ].filter((line) => typeof line === 'string');
  const small = [placeLine(incident), careLine(incident, setting)].filter((line) => line !== undefined);
  const text = [headline(incident), ...clientLines(incident)].join('\n').replaceAll(/[*`]/g, '');
  const isActive = incident.phase !== 'resolved' && setting.interaction === 'buttons';
  return {
    text,
    blocks: [section(lines), context(small.join('\n')), ...(isActive ? [buttons(incident, setting)] : [])],
  };
}

/** `🔴 *rec.example.com* — certificate chain incomplete`. */
function headline(incident: Incident): string {
  const { phase, severity, resolvedAt, openings, firstSeen } = incident;
  const what = `*${subjectWords(incident)}* — ${verdictWords(incident)}`;
  if (phase !== 'resolved') return `${SEVERITY_SIGNS[severity]} ${what}`;
  const openedAt = openings.at(-1) ?? firstSeen;
  const span =
    resolvedAt === null ? '' : ` after ${spanWords(Date.parse(resolvedAt) - Date.parse(openedAt))}`;
  return `🟢 ${what}: resolved${span}`;
}

function clientLines({ phase, facts: { refused, lucky, accepting } }: Incident): readonly string[] {
  const works = [
    ...accepting.map((client) => clientWords({ client })),
    ...lucky.map((client) => `${clientWords({ client })} (${LUCK[client]})`),
  ];
  const isOver = phase === 'resolved';
  return [
    ...(refused.length > 0 ? [`*${isOver ? 'Failed' : 'Fails'} for* ${refusalWords(refused)}`] : []),
    ...(works.length > 0 && !isOver ? [`*Works for* ${works.join(', ')}`] : []),
  ];
}

function placeLine({ facts, firstSeen, badRuns, phase, resolvedAt }: Incident): string {
  const { bad, all } = facts.seenAt;
  const where = all === 0 ? 'Seen' : `Seen on ${bad} of ${countOf(all, 'address', 'addresses')}`;
  const until = phase === 'resolved' && resolvedAt !== null ? ` until ${timeWords(resolvedAt)}` : '';
  const runs = phase === 'open' && badRuns > 0 ? `, by ${countOf(badRuns, 'check')}` : '';
  return `${where} from ${mrkdwn(facts.vantage, 60)}, ${until ? 'from' : 'since'} ${timeWords(firstSeen)}${until}${runs}`;
}

function names(members: readonly Incident[]): string {
  const shown = members.slice(0, MAX_NAMES).map(subjectWords);
  const more = members.length - shown.length;
  return `${shown.map((name) => name.slice(0, 80)).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function causeLine({ facts: { origin, findings, notAfter }, cause }: Incident): string | undefined {
  const [finding] = findings;
  const why = origin ?? finding?.message;
  const date = cause === 'expiry' && notAfter !== null ? ` (valid until ${timeWords(notAfter)})` : '';
  return why === undefined ? undefined : `*Cause:* ${mrkdwn(why, 500)}${date}`;
}

function linkLine({ incident, members }: Told, setting: MessageSetting): string | undefined {
  const { phase, severity } = incident;
  const calls = phase === 'open' && severity === 'page' && setting.mention !== undefined;
  return joined([
    fixLinks(pullRequestsOf(incident, members), setting.repositoryUrl),
    setting.runUrl !== undefined && mrkdwnLink(setting.runUrl, 'Run'),
    mrkdwnLink(setting.docsUrl, 'What to do'),
    calls && `owner ${setting.mention}`,
  ]);
}

/** `Fix: pull request #128`, `Fix: pull request #128 (merged), #129`. */
function fixLinks(fixes: readonly PullRequestLink[], repositoryUrl: string | undefined): string | undefined {
  const shown = fixes.slice(0, MAX_FIXES).map(({ number, state }, index) => {
    const label = `${index === 0 ? 'Fix: pull request ' : ''}#${number}`;
    const link = repositoryUrl === undefined ? label : mrkdwnLink(`${repositoryUrl}/pull/${number}`, label);
    return state === 'open' ? link : `${link} (${state})`;
  });
  const more = fixes.length - shown.length;
  return shown.length > 0 ? `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : undefined;
}

/** Who looks after it, or how to say so. */
function careLine(
  { phase, acknowledgement, snooze }: Incident,
  { interaction }: MessageSetting,
): string | undefined {
  if (phase === 'resolved') return undefined;
  const until = snooze?.until ? `until ${timeWords(snooze.until)}` : 'until the certificate changes';
  const done = joined([
    acknowledgement && `👀 acknowledged by ${actor(acknowledgement.by)}`,
    snooze && `💤 snoozed ${until} by ${actor(snooze.by)}`,
  ]);
  if (done !== undefined || interaction === 'none') return done;
  return interaction === 'reactions'
    ? 'React with 👀 to acknowledge, with 💤 to snooze for 24 h, with 🔇 until the certificate changes'
    : undefined;
}

function buttons({ key, links: { pullRequest } }: Incident, { repositoryUrl }: MessageSetting): Block {
  const isOpen = pullRequest?.state === 'open' && repositoryUrl !== undefined;
  const url = isOpen ? `${repositoryUrl}/pull/${pullRequest.number}` : undefined;
  return {
    type: 'actions',
    block_id: `incident-${key.slice(0, 16)}`,
    elements: [
      button('acknowledge', '👀 Acknowledge', key),
      button('snooze', '💤 Snooze 24 h', key),
      button('check-now', 'Check now', key),
      ...(url === undefined ? [] : [{ ...button('open-fix', 'Open the fix', key), url }]),
    ],
  };
}

function joined(parts: readonly (string | false | null | undefined)[]): string | undefined {
  const said = parts.filter((part) => typeof part === 'string');
  return said.length > 0 ? said.join(' · ') : undefined;
}
