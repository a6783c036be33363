import type { AppError } from '../../errors/app-error.ts';
import { isTold, pullRequestsOf } from '../../monitoring/incident.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import { incidentsByKey, membersOf } from '../../monitoring/outbox.ts';
import { refreshMessage } from '../../slack/refresh.ts';
import { collect } from '../collect.ts';
import type { SlackDesk } from './slack-target.ts';

/** Keys of told incidents that got, or lost, a pull request, or whose pull request became something else. */
export function relinkedKeys(before: MonitorState, after: MonitorState): readonly string[] {
  const known = fixesByKey(before);
  return [...fixesByKey(after)].flatMap(([key, fixes]) => (known.get(key) === fixes ? [] : [key]));
}

/** Brings the messages of incidents up to date, where a bot can edit them; nobody is notified. */
export async function refreshMessages(
  state: MonitorState,
  keys: Iterable<string>,
  {
    slack,
    onProblem,
  }: { readonly slack: SlackDesk | undefined; readonly onProblem: (error: AppError) => void },
): Promise<void> {
  if (slack?.kind !== 'bot') return;
  const incidents = incidentsByKey(state);
  for (const key of keys) {
    const incident = incidents.get(key);
    if (!incident) continue;
    const told = { incident, members: membersOf(incident, incidents) };
    await collect(onProblem, () => refreshMessage(slack.slack, told, slack.setting));
  }
}

/** The pull requests of told incidents, as JSON. */
function fixesByKey(state: MonitorState): ReadonlyMap<string, string> {
  const incidents = incidentsByKey(state);
  return new Map(
    state.incidents.filter(isTold).map((incident) => {
      const fixes = pullRequestsOf(incident, membersOf(incident, incidents));
      return [incident.key, JSON.stringify(fixes)] as const;
    }),
  );
}
