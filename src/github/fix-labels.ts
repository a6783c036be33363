import { hasCode } from '../errors/catalogue.ts';
import type { FixPullRequest } from './find-fixes.ts';
import type { GitHub } from './github.ts';
import type { Step } from './github-errors.ts';

const ACKNOWLEDGED = 'airec-https:ack';
const SNOOZED = 'airec-https:snooze-7d';
const SNOOZE_MS = 7 * 24 * 60 * 60 * 1000;

/** The labels that people answer with; they can be chosen only where they exist. */
const ANSWERS = [
  { name: ACKNOWLEDGED, color: '0e8a16', description: 'Seen: no more reminders of this incident' },
  {
    name: SNOOZED,
    color: 'c5def5',
    description: 'No messages of this incident for 7 days, unless it gets worse',
  },
] as const;

/** What somebody has answered by a label. Times are ISO 8601 in UTC. */
export interface LabelAnswer {
  readonly by: string;
  readonly at: string;
}

export interface LabelAnswers {
  readonly acknowledged: LabelAnswer | null;
  readonly snoozed: (LabelAnswer & { readonly until: string }) | null;
}

/**
 * What the labels of a pull request say now, by whoever put them there last. A snooze ends by itself; the label may
 * stay. No call without such a label, else one for each hundred events.
 */
export async function readAnswers(github: GitHub, fix: FixPullRequest): Promise<LabelAnswers> {
  if (!ANSWERS.some(({ name }) => fix.labels.includes(name))) return { acknowledged: null, snoozed: null };
  const step: Step = {
    does: `Reading who labelled #${fix.number} of ${github.fullName}`,
    needs: 'pull-requests: read',
  };
  const events = await github.call(step, (octokit) => {
    const query = { ...github.repository, issue_number: fix.number, per_page: 100 };
    return octokit.paginate(octokit.rest.issues.listEvents, query);
  });
  const find = (label: string): LabelAnswer | null => {
    if (!fix.labels.includes(label)) return null;
    const event = events.findLast(
      (item) => item.event === 'labeled' && 'label' in item && item.label.name === label,
    );
    return event ? { by: `${event.actor.login} on #${fix.number}`, at: event.created_at } : null;
  };
  const snooze = find(SNOOZED);
  return {
    acknowledged: find(ACKNOWLEDGED),
    snoozed: snooze && { ...snooze, until: new Date(Date.parse(snooze.at) + SNOOZE_MS).toISOString() },
  };
}

/** Makes `labels` and those to answer with, where the repository lacks them. One call, and one for each that is new. */
export async function ensureLabels(github: GitHub, labels: readonly string[]): Promise<void> {
  const { repository, fullName } = github;
  const step: Step = { does: `Making the labels of ${fullName}`, needs: 'pull-requests: write' };
  const present = await github.call(step, (octokit) =>
    octokit.paginate(octokit.rest.issues.listLabelsForRepo, { ...repository, per_page: 100 }),
  );
  // Labels are the same whatever their case.
  const names = new Set(present.map(({ name }) => name.toLowerCase()));
  const wanted = [...ANSWERS, ...labels.map((name) => ({ name }))];
  for (const label of wanted.filter(({ name }) => !names.has(name.toLowerCase()))) {
    try {
      await github.call(step, ({ rest }) => rest.issues.createLabel({ ...repository, ...label }));
    } catch (error) {
      // Another run may have made it in the meantime, which not every server says in so many words.
      const isThere =
        hasCode(error, 'GITHUB_CONFLICT', 'GITHUB_REFUSED') && (await hasLabel(github, label.name));
      if (!isThere) throw error;
    }
  }
}

async function hasLabel(github: GitHub, name: string): Promise<boolean> {
  const step: Step = { does: `Reading the labels of ${github.fullName}`, needs: 'pull-requests: read' };
  try {
    await github.call(step, ({ rest }) => rest.issues.getLabel({ ...github.repository, name }));
    return true;
  } catch (error) {
    if (hasCode(error, 'GITHUB_NOT_FOUND')) return false;
    throw error;
  }
}
