import { hasCode } from '../errors/catalogue.ts';
import { composeBody, digestOf, withMark } from './fix-body.ts';
import {
  beginBranch,
  deleteBranch,
  extendBranch,
  fixBranchName,
  topicOfBranch,
  holdsExactly,
  holdsFiles,
  lookAtBranch,
  type FixFile,
  type FixTopic,
} from './fix-branch.ts';
import { ensureLabels } from './fix-labels.ts';
import { findFixes, type FixPullRequest, readFix } from './find-fixes.ts';
import type { GitHub } from './github.ts';
import type { Step } from './github-errors.ts';
import { identify, type Identity } from './identity.ts';
import { refuseKeyMaterial } from './key-material.ts';
import { checkPath } from './repository-files.ts';
import { writeStickyComment } from './sticky-comment.ts';

/** A pull request as it is to be: the same again for the same incident. */
export interface FixProposal extends FixTopic {
  readonly title: string;
  /** Markdown, at most 65,000 characters. */
  readonly body: string;
  /** Never empty; only what changes. */
  readonly files: readonly FixFile[];
  /** Given when it is opened; people may take them off. */
  readonly labels: readonly string[];
}

/**
 * Why nothing was written: `up-to-date`; `on-base`: the base has these bytes already; `closed-by-people`: that is their
 * answer for this incident; `commits-by-people` on the branch; `not-ours`: somebody else's pull request or branch has
 * its name; `overtaken`: somebody changed it at this moment, the next run looks again; `not-open`: there is none to close.
 */
export type FixReason =
  | 'opened'
  | 'files-changed'
  | 'text-changed'
  | 'resolved'
  | 'up-to-date'
  | 'on-base'
  | 'closed-by-people'
  | 'commits-by-people'
  | 'not-ours'
  | 'overtaken'
  | 'not-open';

export interface FixOutcome {
  readonly operation: 'created' | 'updated' | 'closed' | 'none' | 'ignored';
  readonly why: FixReason;
  /** Of the pull request that it is about; undefined: there is none. */
  readonly number?: number;
  readonly url?: string;
}

const COMMITS_BY_PEOPLE =
  'Somebody has committed to this branch, so the monitor leaves it alone from here on. To have it kept up to date again, ' +
  'close this pull request and delete the branch; to keep the commits, go on and merge.';

/**
 * Opens the pull request of a proposal, or brings the one that is open up to date: a commit only if bytes differ, the
 * text only if it would be another than was last written. It touches what is ours alone: opened by us, from this
 * repository, from the branch of that name, with our mark and no commit of anybody else.
 *
 * @throws GITHUB_KEY_MATERIAL, GITHUB_PATH_OUTSIDE before anything is sent
 */
export async function proposeFix(github: GitHub, proposal: FixProposal): Promise<FixOutcome> {
  for (const { path, bytes } of proposal.files) refuseKeyMaterial(checkPath(path), bytes);
  refuseKeyMaterial('The text of the pull request', `${proposal.title}\n${proposal.body}`);
  const identity = await identify(github);
  const found = await findFixes(github, proposal);
  const open = found.find(({ state }) => state === 'open');
  if (open) return updateFix(github, proposal, open);
  const [latest] = found.filter((fix) => isOurs(fix, proposal, identity));
  if (latest?.state === 'closed' && latest.mark?.isResolved !== true) {
    return about(latest, 'ignored', 'closed-by-people');
  }
  if (await holdsFiles(github, proposal.files, proposal.base)) return { operation: 'none', why: 'on-base' };
  const obstacle = await prepareBranch(github, proposal, identity);
  return obstacle ? { operation: 'none', why: obstacle } : openFix(github, proposal, identity);
}

/**
 * Closes the pull request of something that was mended without it: a comment, then closed, then the branch deleted. One
 * that people have committed to gets the comment and stays open. A second call finishes what a first one began.
 */
export async function closeFix(
  github: GitHub,
  { number, base }: { readonly number: number; readonly base: string },
  comment: string,
): Promise<FixOutcome> {
  const identity = await identify(github);
  const fix = await readFix(github, number);
  if (!fix || fix.state === 'merged') return { operation: 'none', why: 'not-open' };
  const { mark } = fix;
  const topic = mark && { ...topicOfBranch(fix.branch, mark.key), base };
  if (!topic || !isOurs(fix, topic, identity)) return about(fix, 'none', 'not-ours');
  if (fix.state === 'closed' && !mark.isResolved) return about(fix, 'ignored', 'closed-by-people');
  const branch = await lookAtBranch(github, topic, identity.login);
  const isOpen = fix.state === 'open';
  if (isOpen) await writeStickyComment(github, { number, name: 'resolved', body: comment });
  if (branch?.isOurs === false) return about(fix, 'none', 'commits-by-people');
  if (isOpen) {
    const body = withMark(fix.body, { ...mark, isResolved: true });
    await github.call(writing(github, number), ({ rest }) =>
      rest.pulls.update({ ...github.repository, pull_number: number, state: 'closed', body }),
    );
  }
  if (branch) await deleteBranch(github, topic);
  return isOpen ? about(fix, 'closed', 'resolved') : about(fix, 'none', 'not-open');
}

async function updateFix(github: GitHub, proposal: FixProposal, fix: FixPullRequest): Promise<FixOutcome> {
  const identity = await identify(github);
  if (!isOurs(fix, proposal, identity) || !fix.mark) return about(fix, 'none', 'not-ours');
  const branch = await lookAtBranch(github, proposal, identity.login);
  if (!branch) return about(fix, 'none', 'overtaken');
  if (!branch.isOurs) {
    const { number } = fix;
    await writeStickyComment(github, { number, name: 'commits-by-people', body: COMMITS_BY_PEOPLE });
    return about(fix, 'none', 'commits-by-people');
  }
  const holds = await holdsExactly(github, branch, proposal.files);
  if (!holds && !(await extendBranch(github, { ...proposal, topic: proposal }, branch))) {
    return about(fix, 'none', 'overtaken');
  }
  const text = textOf(proposal, identity);
  if (fix.mark.digest !== text.digest) {
    await github.call(writing(github, fix.number), ({ rest }) =>
      rest.pulls.update({
        ...github.repository,
        pull_number: fix.number,
        title: proposal.title,
        body: text.body,
      }),
    );
  }
  if (!holds) return about(fix, 'updated', 'files-changed');
  return fix.mark.digest === text.digest
    ? about(fix, 'none', 'up-to-date')
    : about(fix, 'updated', 'text-changed');
}

/** Has the branch hold the files, be it a new one or what a run that was cut off has left; or why it cannot. */
async function prepareBranch(
  github: GitHub,
  proposal: FixProposal,
  { login }: Identity,
): Promise<FixReason | undefined> {
  const branch = await lookAtBranch(github, proposal, login);
  if (!branch) return (await beginBranch(github, proposal, proposal)) ? undefined : 'overtaken';
  if (!branch.isOurs) return 'commits-by-people';
  if (await holdsExactly(github, branch, proposal.files)) return undefined;
  return (await extendBranch(github, { ...proposal, topic: proposal }, branch)) ? undefined : 'overtaken';
}

async function openFix(github: GitHub, proposal: FixProposal, identity: Identity): Promise<FixOutcome> {
  const { base, title, labels } = proposal;
  await ensureLabels(github, labels);
  const step: Step = { does: `Opening a pull request in ${github.fullName}`, needs: 'pull-requests: write' };
  try {
    const { data } = await github.call(step, ({ rest }) =>
      rest.pulls.create({
        ...github.repository,
        base,
        head: fixBranchName(proposal),
        title,
        body: textOf(proposal, identity).body,
      }),
    );
    const { number, html_url: url } = data;
    await github.call({ ...step, does: `Labelling #${number} of ${github.fullName}` }, ({ rest }) =>
      rest.issues.addLabels({ ...github.repository, issue_number: number, labels: [...labels] }),
    );
    return { operation: 'created', why: 'opened', number, url };
  } catch (error) {
    if (!hasCode(error, 'GITHUB_CONFLICT')) throw error;
    // There is one already, of a run that overlaps or whose answer was lost.
    const open = (await findFixes(github, proposal)).find(({ state }) => state === 'open');
    return open ? updateFix(github, proposal, open) : { operation: 'none', why: 'overtaken' };
  }
}

function isOurs(fix: FixPullRequest, { key, base }: FixTopic, { login }: Identity): boolean {
  return fix.author === login && fix.base === base && (fix.mark === undefined || fix.mark.key === key);
}

function textOf({ key, title, body }: FixProposal, identity: Identity): { digest: string; body: string } {
  const digest = digestOf(title, body);
  return { digest, body: composeBody(body, { key, digest, isResolved: false }, identity) };
}

function about(
  { number, url }: FixPullRequest,
  operation: FixOutcome['operation'],
  why: FixReason,
): FixOutcome {
  return { operation, why, number, url };
}

function writing({ fullName }: GitHub, number: number): Step {
  return { does: `Changing #${number} of ${fullName}`, needs: 'pull-requests: write' };
}
