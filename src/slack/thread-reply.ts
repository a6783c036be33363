import type { EventDetail, IncidentChange, IncidentEvent, Resolution } from '../monitoring/incident-event.ts';
import type { Extent } from '../monitoring/incident.ts';
import { clientWords } from '../reports/client-words.ts';
import { type Message, section } from './block.ts';
import { mrkdwn } from './mrkdwn.ts';
import { spanWords, subjectWords } from './words.ts';
import { verdictWords } from '../reports/monitor/cause-words.ts';

const CHANGE_WORDS = {
  clients: 'which clients fail',
  findings: 'what is wrong',
  severity: 'how bad it is',
  addresses: 'which addresses show it',
  repair: 'what mends it',
  origin: 'where the chain was lost',
  members: 'which endpoints it concerns',
} satisfies Record<IncidentChange, string>;

const RESOLUTION_WORDS = {
  mended: 'mended, and seen to be good since',
  superseded: 'over: another certificate is served, with an incident of its own',
  removed: 'over: the endpoint is no longer in the configuration',
} satisfies Record<Resolution, string>;

/** What goes into the thread of an incident's message for an event. `loud`: shown in the channel as well. */
export interface ThreadReply extends Message {
  readonly loud: boolean;
}

/** Undefined: the message itself says it. `mention` is called for what notifies people of a page. */
export function threadReply(
  { detail, incident }: IncidentEvent,
  mention: string | undefined,
): ThreadReply | undefined {
  const words = replyWords(detail, incident);
  if (words === undefined) return undefined;
  const calls = incident.severity === 'page' && isNews(detail) && mention !== undefined ? ` ${mention}` : '';
  const text = `${words}${calls}`;
  return { text, blocks: [section([text])], loud: isNews(detail) && detail.kind !== 'reminded' };
}

function replyWords(detail: EventDetail, incident: IncidentEvent['incident']): string | undefined {
  const what = `${subjectWords(incident)}: ${verdictWords(incident)}`;
  switch (detail.kind) {
    case 'opened':
    case 'grouped':
      return detail.again ? `🔁 Back again. ${what}` : undefined;
    case 'changed':
      return `✏️ Changed: ${detail.changes.map((change) => CHANGE_WORDS[change]).join(', ')}. ${stand(incident)}`;
    case 'reminded':
      return `⏰ Still open after ${spanWords(Date.parse(incident.lastSeen) - Date.parse(incident.firstSeen))}. ${what}`;
    case 'escalated': {
      const woken = detail.woken ? ' No longer acknowledged or snoozed.' : '';
      return `⏫ Worse. ${what}. ${comparison(detail.from, incident)}${woken}`;
    }
    case 'resolved':
      return `✅ ${sentence(RESOLUTION_WORDS[detail.resolution])}, after ${spanWords(detail.openMs)}`;
  }
}

function isNews({ kind }: EventDetail): boolean {
  return kind === 'opened' || kind === 'grouped' || kind === 'reminded' || kind === 'escalated';
}

function stand({ facts: { findings, origin, refused } }: IncidentEvent['incident']): string {
  const clients = refused.map(clientWords).join(', ');
  const said = mrkdwn(origin ?? findings[0]?.message ?? '', 300);
  return [clients && `Fails for: ${clients}.`, said].filter((part) => part !== '').join(' ');
}

function comparison(
  from: Extent,
  { facts: { refused }, severity, stage }: IncidentEvent['incident'],
): string {
  const before =
    from.refusedBy.length > 0
      ? from.refusedBy.map((client) => clientWords({ client })).join(', ')
      : 'no client';
  const now = refused.length > 0 ? refused.map(clientWords).join(', ') : 'no client';
  const parts = [
    before !== now && `Failed for ${before}, now for ${now}`,
    from.severity !== severity && `${from.severity} → ${severity}`,
    from.stage !== stage && stage !== null && `stage of expiry: ${stage}`,
  ];
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
