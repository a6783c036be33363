import { type Incident, isTold } from '../../monitoring/incident.ts';
import type { EndpointHistory, MonitorState } from '../../monitoring/monitor-state.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { clientWords } from '../../reports/client-words.ts';
import { countOf } from '../../reports/format.ts';
import { type Block, context, type Message, section } from '../block.ts';
import { actor, mrkdwn, mrkdwnLink } from '../mrkdwn.ts';
import { refusalWords, SEVERITY_SIGNS, subjectWords, timeWords } from '../words.ts';
import { verdictWords } from '../../reports/monitor/cause-words.ts';

/** Entries of a list; what is more is counted. */
const MAX_ENTRIES = 15;
const MAX_FINDINGS = 5;
/** Lines of endpoints in one section: with the longest names they have 3000 characters at most. */
const LINES = 8;
const ID_LENGTH = 8;

const VERDICT_SIGNS = {
  healthy: '🟢',
  degraded: '🟡',
  repairable: '🔴',
  broken: '🔴',
  unreachable: '🔴',
  unknown: '⚪',
} satisfies Record<EndpointHistory['verdict'], string>;
/** The worst first. */
const VERDICTS = ['broken', 'repairable', 'unreachable', 'unknown', 'degraded', 'healthy'] as const;

const HELP = [
  '`/airec-https status`: every endpoint, the worst first',
  '`/airec-https check DOMAIN`: look at an endpoint of the configuration now',
  '`/airec-https incidents`: what is open',
  '`/airec-https ack DOMAIN|ID`: no more reminders',
  '`/airec-https snooze DOMAIN|ID [24h|7d|until-renewal]`: nothing of it until then, unless it gets worse',
  '`/airec-https fix DOMAIN`: the pull request that mends it',
];

/** Where answers point to. */
export interface AnswerSetting {
  /** `https://github.com/owner/name`; undefined: pull requests are named without a link. */
  readonly repositoryUrl: string | undefined;
}

export function helpMessage(): Message {
  return { text: 'Commands of airec-https', blocks: [section(HELP)] };
}

/** One sentence. `text` is mrkdwn. */
export function sentence(text: string): Message {
  return { text, blocks: [section([text])] };
}

/** Every endpoint of the last run, the worst first, and how many there are with each verdict. */
export function statusMessage(state: MonitorState): Message {
  const { endpoints, incidents, runs } = state;
  const sorted = byVerdict(endpoints);
  const shown = sorted.slice(0, MAX_ENTRIES).map(endpointLine);
  const open = incidents.filter(isTold).length;
  const summary = `${countVerdicts(endpoints)} · ${countOf(open, 'open incident')}`;
  const last = runs.at(-1);
  return {
    text: summary,
    blocks: [
      section([`*${summary}*`]),
      ...sectionsOf([...shown, ...more(sorted.length - shown.length)]),
      context(last ? `Last run ${timeWords(last.startedAt)}` : 'Nobody has looked yet'),
    ],
  };
}

/** What is open, the longest first, with what was done about it. */
export function incidentsMessage(state: MonitorState, setting: AnswerSetting): Message {
  const open = state.incidents.filter(isTold).toSorted((a, b) => (a.firstSeen < b.firstSeen ? -1 : 1));
  if (open.length === 0) return sentence('🟢 No incident is open.');
  const lines = open.slice(0, MAX_ENTRIES).map((incident) => incidentLine(incident, setting));
  const text = countOf(open.length, 'open incident');
  // A section takes 3000 characters.
  const sections = lines.map((line) => section([line]));
  const rest = more(open.length - lines.length);
  return { text, blocks: [section([`*${text}*`]), ...sections, ...(rest.length > 0 ? [section(rest)] : [])] };
}

/** What was seen of one endpoint just now. */
export function checkMessage({
  name,
  verdict,
  clients,
  addresses,
  findings,
  vantage,
}: SweptEndpoint): Message {
  const headline = `${VERDICT_SIGNS[verdict]} *${mrkdwn(name, 260)}* is ${verdict}`;
  const fails = clients.filter(({ accepts }) => accepts === false);
  const works = clients.filter(({ accepts }) => accepts === true);
  const told = findings.filter(({ severity }) => severity !== 'info');
  const lines = [
    headline,
    fails.length > 0 && `*Fails for* ${refusalWords(fails)}`,
    works.length > 0 &&
      `*Works for* ${works.map((each) => `${clientWords(each)}${each.byLuck ? ' (by luck)' : ''}`).join(', ')}`,
    `${countOf(addresses.length, 'address', 'addresses')}, seen from ${mrkdwn(vantage, 60)}`,
  ].filter((line) => line !== false);
  const details = told
    .slice(0, MAX_FINDINGS)
    .map(({ id, message, help }) => section([`\`${id}\` ${mrkdwn(message, 900)}`, `→ ${mrkdwn(help, 900)}`]));
  const rest = more(told.length - details.length);
  return {
    text: headline.replaceAll('*', ''),
    blocks: [section(lines), ...details, ...(rest.length > 0 ? [section(rest)] : [])],
  };
}

/** The line of an endpoint: `🔴 *rec.example.com:443* repairable since 23 Nov 09:12 UTC · certificate until 1 Mar 00:00 UTC`. */
export function endpointLine({ name, verdict, since, leaf }: EndpointHistory): string {
  const until = leaf ? ` · certificate until ${timeWords(leaf.notAfter)}` : '';
  return `${VERDICT_SIGNS[verdict]} *${mrkdwn(name, 200)}* ${verdict} since ${timeWords(since)}${until}`;
}

/** Lines of endpoints, as sections that Slack takes. */
export function sectionsOf(lines: readonly string[]): readonly Block[] {
  const count = Math.ceil(lines.length / LINES);
  return Array.from({ length: count }, (_, index) =>
    section(lines.slice(index * LINES, (index + 1) * LINES)),
  );
}

/** The worst first, then by name. */
export function byVerdict(endpoints: readonly EndpointHistory[]): readonly EndpointHistory[] {
  return endpoints.toSorted(
    (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || (a.name < b.name ? -1 : 1),
  );
}

/** `1 repairable, 5 healthy`. */
export function countVerdicts(endpoints: readonly EndpointHistory[]): string {
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: endpoints.filter((endpoint) => endpoint.verdict === verdict).length,
  }));
  const words = counts.flatMap(({ verdict, count }) => (count > 0 ? [`${count} ${verdict}`] : []));
  return words.join(', ') || 'no endpoint seen';
}

/** The short id by which people name an incident. */
export function shortId({ key }: Pick<Incident, 'key'>): string {
  return key.slice(0, ID_LENGTH);
}

function incidentLine(incident: Incident, { repositoryUrl }: AnswerSetting): string {
  const { severity, firstSeen, acknowledgement, snooze, links } = incident;
  const { pullRequest } = links;
  const fix = pullRequest && `pull request #${pullRequest.number} (${pullRequest.state})`;
  const link =
    fix &&
    (repositoryUrl === undefined ? fix : mrkdwnLink(`${repositoryUrl}/pull/${pullRequest.number}`, fix));
  const asleep = snooze?.until ? `until ${timeWords(snooze.until)}` : 'until the certificate changes';
  return [
    `${SEVERITY_SIGNS[severity]} \`${shortId(incident)}\` *${subjectWords(incident)}*: ${verdictWords(incident)}, since ${timeWords(firstSeen)}`,
    acknowledgement && `👀 ${actor(acknowledgement.by)}`,
    snooze && `💤 ${asleep}, ${actor(snooze.by)}`,
    link,
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ');
}

function more(count: number): readonly string[] {
  return count > 0 ? [`and ${count} more`] : [];
}
