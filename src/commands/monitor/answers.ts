import type { AppError } from '../../errors/app-error.ts';
import { findOpenFixes } from '../../github/find-fixes.ts';
import { readAnswers as readLabels } from '../../github/fix-labels.ts';
import type { GitHub } from '../../github/github.ts';
import { acknowledge, snooze } from '../../monitoring/incident-actions.ts';
import { type Incident, isTold } from '../../monitoring/incident.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import { membersOf } from '../../monitoring/outbox.ts';
import { confirmReaction, type ReactionKind, readReactions } from '../../slack/reactions.ts';
import { refreshMessage } from '../../slack/refresh.ts';
import { collect } from './collect.ts';
import type { BotDesk, SlackDesk } from './slack-target.ts';

const DAY_MS = 86_400_000;

/** What somebody wants of an incident. */
export interface Answer {
  /** Of the incident. */
  readonly key: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** Undefined: it is acknowledged. Null: nothing is to be heard of it until its certificate changes. */
  readonly until: string | null | undefined;
  /** The reaction that is to be confirmed; undefined: it was a label. */
  readonly reaction: ReactionKind | undefined;
}

/** Where people answer. */
export interface AnswerDesk {
  readonly slack: SlackDesk | undefined;
  readonly github: GitHub | undefined;
  readonly now: Date;
  readonly onProblem: (error: AppError) => void;
}

/**
 * What people have answered to open incidents since they were last told: by reactions on their messages, and by labels
 * on their pull requests. Makes no call where nothing is open.
 */
export async function collectAnswers(state: MonitorState, desk: AnswerDesk): Promise<readonly Answer[]> {
  const told = state.incidents.filter(isTold);
  return [...(await askSlack(told, desk)), ...(await askGitHub(told, desk))];
}

/** The state in which they are followed. May be applied again to a newer state. */
export function applyAnswers(state: MonitorState, answers: readonly Answer[]): MonitorState {
  return answers.reduce(
    (now, { key, by, at, until }) =>
      until === undefined ? acknowledge(now, key, { by, at }) : snooze(now, key, { by, at, until }),
    state,
  );
}

/** Shows in the channel that reactions were taken, once that is kept, and by whom. */
export async function confirmAnswers(
  state: MonitorState,
  answers: readonly Answer[],
  { slack, onProblem }: Pick<AnswerDesk, 'slack' | 'onProblem'>,
): Promise<void> {
  if (slack?.kind !== 'bot' || answers.length === 0) return;
  const incidents = new Map(state.incidents.map((incident) => [incident.key, incident]));
  for (const { key, reaction } of answers) {
    const incident = incidents.get(key);
    if (!incident) continue;
    await collect(onProblem, async () => {
      const { message } = incident.links;
      if (reaction && message) await confirmReaction(slack.slack, message, { kind: reaction });
      await refreshMessage(slack.slack, { incident, members: membersOf(incident, incidents) }, slack.setting);
    });
  }
}

async function askSlack(
  told: readonly Incident[],
  { slack, now, onProblem }: AnswerDesk,
): Promise<readonly Answer[]> {
  if (slack?.kind !== 'bot' || slack.users.length === 0) return [];
  const requests = await collect(onProblem, () => readRequests(told, slack));
  const at = now.toISOString();
  const until = {
    acknowledge: undefined,
    snooze: new Date(now.getTime() + DAY_MS).toISOString(),
    mute: null,
  } satisfies Record<ReactionKind, Answer['until']>;
  return (requests ?? []).map(({ key, by, kind }) => ({ key, by, at, until: until[kind], reaction: kind }));
}

function readRequests(
  told: readonly Incident[],
  { slack, users }: BotDesk,
): ReturnType<typeof readReactions> {
  return readReactions(slack, told, users);
}

async function askGitHub(
  told: readonly Incident[],
  { github, onProblem }: AnswerDesk,
): Promise<readonly Answer[]> {
  const linked = told.filter(({ links }) => links.pullRequest?.state === 'open');
  if (!github || linked.length === 0) return [];
  const answers = await collect(onProblem, async () => {
    const fixes = new Map((await findOpenFixes(github)).map((fix) => [fix.number, fix]));
    const found: Answer[] = [];
    for (const incident of linked) {
      const fix = fixes.get(incident.links.pullRequest?.number ?? 0);
      if (!fix) continue;
      const { acknowledged, snoozed } = await readLabels(github, fix);
      const common = { key: incident.key, reaction: undefined };
      if (acknowledged && isNew(incident, acknowledged.at))
        found.push({ ...common, ...acknowledged, until: undefined });
      if (snoozed && isNew(incident, snoozed.at)) found.push({ ...common, ...snoozed });
    }
    return found;
  });
  return answers ?? [];
}

/** A label stays: what it said before people were told again is no answer to that. */
function isNew({ notifiedAt, acknowledgement, snooze: sleep }: Incident, at: string): boolean {
  const answered = [acknowledgement?.at, sleep?.at].includes(at);
  return !answered && Date.parse(at) > Date.parse(notifiedAt ?? '1970-01-01T00:00:00.000Z');
}
