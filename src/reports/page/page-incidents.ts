import { type Incident, isTold, pullRequestsOf } from '../../monitoring/incident.ts';
import type { MonitorReport, ReportedIncident } from '../monitor/monitor-report.ts';
import { CAUSE_WORDS, verdictWords } from '../monitor/cause-words.ts';
import type { PageFacts, PageIncident, PagePullRequest } from './page-facts.ts';

const SEVERITIES: readonly string[] = ['page', 'warn', 'digest'];
/** Of one endpoint, resolved ones: a page is not an archive. */
const MAX_RESOLVED = 50;

/** An incident, and whether people are told of it on its own. */
export interface ListedIncident extends PageIncident {
  readonly isTold: boolean;
}

/** All that is known of incidents, by the state where there is one: open ones first, the worst first, then the latest. */
export function incidentsOf({ report, state, repository }: PageFacts, at: Date): readonly ListedIncident[] {
  const links = linksOf(report, repository);
  const listed = state
    ? limitResolved(state.incidents).map((incident) => ofState(incident, { all: state.incidents, links, at }))
    : report.incidents.map((incident) => ofReport(incident, links));
  return listed.toSorted((a, b) => rank(a) - rank(b) || b.since.getTime() - a.since.getTime());
}

function rank({ phase, severity }: PageIncident): number {
  if (phase === 'resolved') return 100;
  return (phase === 'open' ? 0 : 10) + SEVERITIES.indexOf(severity);
}

function limitResolved(incidents: readonly Incident[]): readonly Incident[] {
  const kept = new Map<string | null, number>();
  return incidents
    .toSorted((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1))
    .filter(({ phase, endpoint }) => {
      if (phase !== 'resolved') return true;
      const count = (kept.get(endpoint) ?? 0) + 1;
      kept.set(endpoint, count);
      return count <= MAX_RESOLVED;
    });
}

type ToLink = (number: number, state?: string) => PagePullRequest;

interface Context {
  readonly all: readonly Incident[];
  readonly links: ToLink;
  readonly at: Date;
}

function ofState(incident: Incident, { all, links, at }: Context): ListedIncident {
  const members = all.filter(({ key }) => incident.members.includes(key));
  const pullRequest = pullRequestsOf(incident, members).at(-1);
  return {
    key: incident.key,
    endpoint: incident.endpoint,
    members: members.flatMap(({ endpoint }) => (endpoint === null ? [] : [endpoint])),
    title: verdictWords(incident),
    severity: incident.severity,
    phase: incident.phase,
    since: new Date(incident.firstSeen),
    resolvedAt: incident.resolvedAt === null ? undefined : new Date(incident.resolvedAt),
    answer: answerOf(incident, at),
    pullRequest: pullRequest && links(pullRequest.number, pullRequest.state),
    isTold: isTold(incident),
  };
}

function ofReport(incident: ReportedIncident, links: ToLink): ListedIncident {
  const { id, endpoint, cause, severity, firstSeen, pullRequest } = incident;
  const words: Readonly<Record<string, string>> = CAUSE_WORDS;
  return {
    key: id,
    endpoint,
    members: [],
    title: (Object.hasOwn(words, cause) ? words[cause] : undefined) ?? cause,
    severity,
    phase: 'open',
    since: new Date(firstSeen),
    resolvedAt: undefined,
    answer: '',
    pullRequest: pullRequest === null ? undefined : links(pullRequest),
    isTold: true,
  };
}

/** Without who it was: the page may be public. */
function answerOf({ acknowledgement, snooze }: Incident, at: Date): string {
  if (snooze?.until === null) return 'muted for this certificate';
  if (snooze && new Date(snooze.until ?? 0) > at) return 'snoozed';
  return acknowledgement ? 'acknowledged' : '';
}

/** Addresses of pull requests: as the report has them, else below the repository. Anything but https is no address. */
function linksOf(report: MonitorReport, repository: string | undefined): ToLink {
  const known = new Map(report.pullRequests.map(({ number, url }) => [number, url]));
  return (number, state) => {
    const url = known.get(number) ?? (repository === undefined ? '' : `${repository}/pull/${number}`);
    const isSafe = /^https:\/\/[\w.:-]+(\/[\w.-]+)+$/.test(url);
    return { number, state, url: isSafe ? url : undefined };
  };
}
