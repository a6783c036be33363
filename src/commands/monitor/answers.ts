import type { AppError } from '../../errors/app-error.ts';
import { findOpenFixes } from '../../github/find-fixes.ts';
import { type LabelAnswers, readAnswers as readLabels } from '../../github/fix-labels.ts';
import type { GitHub } from '../../github/github.ts';
import {
  acknowledge,
  snooze,
  withdrawAcknowledgement,
  withdrawSnooze,
} from '../../monitoring/incident-actions.ts';
import { type Incident, isTold, type PullRequestLink, pullRequestsOf } from '../../monitoring/incident.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import { incidentsByKey, membersOf } from '../../monitoring/outbox.ts';
import { confirmReaction, type ReactionRequest, readReactions } from '../../slack/reactions.ts';
import { collect } from '../collect.ts';
import type { BotDesk, SlackDesk } from './slack-target.ts';

const DAY_MS = 86_400_000;

/** What somebody wants of an incident. */
export interface Answer {
  /** Of the incident. */
  readonly key: string;
  /** The state in which it is followed. May be applied again to a newer one. */
  readonly follow: (state: MonitorState) => MonitorState;
  /** The reaction that is to be confirmed; undefined: it was a label. */
  readonly reaction: ReactionRequest | undefined;
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
  return [...(await askSlack(state.incidents.filter(isTold), desk)), ...(await askGitHub(state, desk))];
}

/** The state in which they are followed. May be applied again to a newer state. */
export function applyAnswers(state: MonitorState, answers: readonly Answer[]): MonitorState {
  return answers.reduce((now, { follow }) => follow(now), state);
}

/** Shows in the channel that reactions were taken, once that is kept. */
export async function confirmAnswers(
  state: MonitorState,
  answers: readonly Answer[],
  { slack, onProblem }: Pick<AnswerDesk, 'slack' | 'onProblem'>,
): Promise<void> {
  if (slack?.kind !== 'bot') return;
  const incidents = incidentsByKey(state);
  for (const { key, reaction } of answers) {
    const message = incidents.get(key)?.links.message;
    if (reaction && message) await collect(onProblem, () => confirmReaction(slack.slack, message, reaction));
  }
}

async function askSlack(
  told: readonly Incident[],
  { slack, now, onProblem }: AnswerDesk,
): Promise<readonly Answer[]> {
  if (slack?.kind !== 'bot' || slack.users.length === 0) return [];
  const requests = await collect(onProblem, () => readRequests(told, slack));
  return (requests ?? []).map((request) => ({
    key: request.key,
    follow: (state) => followReaction(state, request, now),
    reaction: request,
  }));
}

function readRequests(
  told: readonly Incident[],
  { slack, users }: BotDesk,
): ReturnType<typeof readReactions> {
  return readReactions(slack, told, users);
}

function followReaction(state: MonitorState, { key, kind, by }: ReactionRequest, now: Date): MonitorState {
  const at = now.toISOString();
  switch (kind) {
    case 'acknowledge':
      return by === null ? withdrawAcknowledgement(state, key) : acknowledge(state, key, { by, at });
    case 'snooze': {
      const until = new Date(now.getTime() + DAY_MS).toISOString();
      return by === null ? withdrawSnooze(state, key, 'timed') : snooze(state, key, { by, at, until });
    }
    case 'mute':
      return by === null
        ? withdrawSnooze(state, key, 'lasting')
        : snooze(state, key, { by, at, until: null });
  }
}

async function askGitHub(state: MonitorState, { github, onProblem }: AnswerDesk): Promise<readonly Answer[]> {
  const incidents = incidentsByKey(state);
  const linked = state.incidents.filter(isTold).flatMap((incident) => {
    // Of a group with several, none is an answer to all of it.
    const [fix, ...others] = openFixesOf(incident, incidents);
    return fix && others.length === 0 ? [{ incident, number: fix.number }] : [];
  });
  if (!github || linked.length === 0) return [];
  const answers = await collect(onProblem, async () => {
    const fixes = new Map((await findOpenFixes(github)).map((fix) => [fix.number, fix]));
    const found: Answer[] = [];
    for (const { incident, number } of linked) {
      const fix = fixes.get(number);
      if (fix) found.push(...answersOf(incident, await readLabels(github, fix)));
    }
    return found;
  });
  return answers ?? [];
}

function openFixesOf(
  incident: Incident,
  incidents: ReadonlyMap<string, Incident>,
): readonly PullRequestLink[] {
  return pullRequestsOf(incident, membersOf(incident, incidents)).filter(({ state }) => state === 'open');
}

/** A label stays: what it said before people were told again is no answer to that. */
function answersOf(incident: Incident, { acknowledged, snoozed }: LabelAnswers): readonly Answer[] {
  const { key, notifiedAt, acknowledgement, snooze: asleep } = incident;
  const isNew = (at: string): boolean => Date.parse(at) > Date.parse(notifiedAt ?? '1970-01-01');
  const answers: Answer[] = [];
  if (acknowledged && acknowledgement === null && isNew(acknowledged.at)) {
    answers.push({ key, follow: (state) => acknowledge(state, key, acknowledged), reaction: undefined });
  }
  if (snoozed && asleep?.at !== snoozed.at && isNew(snoozed.at)) {
    answers.push({ key, follow: (state) => snooze(state, key, snoozed), reaction: undefined });
  }
  return answers;
}
