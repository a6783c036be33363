import type { WeeklyDigest } from '../monitoring/weekly-digest.ts';
import { daysLeftWords, deadlineWords } from '../reports/monitor/deadline-words.ts';
import { countOf } from '../reports/format.ts';
import { context, header, type Message, section } from './block.ts';
import { mrkdwn } from './mrkdwn.ts';
import { dayWords, endpointWords, SEVERITY_SIGNS, spanWords, subjectWords } from './words.ts';
import { verdictWords } from '../reports/monitor/cause-words.ts';

/** Lines of one section; what is more is counted. */
const MAX_LINES = 8;

/** What a team reads once a week, seen from `vantage`. Nobody is mentioned. */
export function digestMessage(digest: WeeklyDigest, vantage: string): Message {
  const title = `airec-https, ${dayWords(digest.from)} to ${dayWords(digest.until)}`;
  const verdicts = Object.entries(digest.verdicts).map(([verdict, count]) => `${count} ${verdict}`);
  const summary = `${verdicts.join(', ') || 'no endpoint seen'} · ${countOf(digest.open.length, 'open incident')} · ${digest.resolved.length} resolved`;
  const lists = [
    list(
      'Open',
      digest.open.map(
        (each) =>
          `${SEVERITY_SIGNS[each.severity]} ${subjectWords(each)}: ${verdictWords(each)}, since ${dayWords(each.firstSeen)}`,
      ),
    ),
    list(
      'Resolved',
      digest.resolved.map((each) => `🟢 ${subjectWords(each)}: ${verdictWords(each)}`),
    ),
    list(
      'Could not be determined',
      digest.unknown.map(({ name, since }) => `${endpointWords(name)}, since ${dayWords(since)}`),
    ),
    list(
      'Coming',
      digest.deadlines.map(
        (each) =>
          `${dayWords(each.at)} (${daysLeftWords(each)}): ${endpointWords(each.endpoint)}, ${deadlineWords(each)}`,
      ),
    ),
    list('The next certificate has to live shorter than this one', digest.shrinking.map(endpointWords)),
  ].filter((lines) => lines !== undefined);
  return {
    text: `${title}: ${summary}`,
    blocks: [
      header(title),
      section([summary]),
      ...lists.map(section),
      context(`${runWords(digest.runs)} · from ${mrkdwn(vantage, 60)}`),
    ],
  };
}

function list(title: string, items: readonly string[]): readonly string[] | undefined {
  if (items.length === 0) return undefined;
  const more = items.length - MAX_LINES;
  // Eight lines with the longest names there are fit into a section.
  const lines = items.slice(0, MAX_LINES).map((item) => `• ${item}`);
  return [`*${title}*`, ...lines, ...(more > 0 ? [`and ${more} more`] : [])];
}

function runWords({ count, medianDelayMs, longestGapMs }: WeeklyDigest['runs']): string {
  const parts = [
    countOf(count, 'run'),
    medianDelayMs !== null && `half of them started ${spanWords(medianDelayMs)} late or less`,
    longestGapMs !== null && `longest time between two ${spanWords(longestGapMs)}`,
  ];
  return parts.filter((part) => part !== false).join(' · ');
}
