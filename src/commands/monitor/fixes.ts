import type { Config } from '../../config/config.ts';
import { AppError } from '../../errors/app-error.ts';
import { closeFix, type FixOutcome, proposeFix } from '../../github/fix-pull-request.ts';
import type { GitHub } from '../../github/github.ts';
import {
  type BundleFile,
  type ProposedFix,
  proposeFixes,
  titleOf,
} from '../../monitoring/fix/propose-fixes.ts';
import { linkPullRequest } from '../../monitoring/incident-actions.ts';
import type { Incident, PullRequestLink } from '../../monitoring/incident.ts';
import type { MonitorState } from '../../monitoring/monitor-state.ts';
import type { SweptEndpoint } from '../../monitoring/swept-endpoint.ts';
import { renderFixBody } from '../../reports/fix/fix-body.ts';
import type { MappingFile } from './ledger.ts';
import { type MappingFix, proposeMapping } from './mapping-fix.ts';

const LABELS = ['certificates', 'automated'];
const RESOLVED =
  'What this pull request is for is over without it: it was not seen any more in several runs, or the endpoint is no longer in the configuration. Closing.';

/** What became of one pull request. */
export interface FixResult extends FixOutcome {
  /** Keys of incidents. */
  readonly incidents: readonly string[];
  readonly path: string;
}

/** With what pull requests are made. */
export interface FixDesk {
  readonly github: GitHub;
  /** The branch that they are for. */
  readonly base: string;
  readonly configFile: string;
  readonly config: Config;
  /** Undefined: the repository holds none. */
  readonly mapping: MappingFile | undefined;
  readonly swept: readonly SweptEndpoint[];
  readonly files: ReadonlyMap<string, BundleFile>;
  /** Hears of what could not be done; the others go on. */
  readonly onProblem: (error: AppError) => void;
}

/** Opens and updates a pull request for every bundle that mends open incidents, and closes those of mended ones. */
export async function tendFixes(state: MonitorState, desk: FixDesk): Promise<readonly FixResult[]> {
  const { swept, files } = desk;
  const results: FixResult[] = [];
  const attempt = async (run: () => Promise<FixResult>): Promise<void> => {
    try {
      results.push(await run());
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      desk.onProblem(error);
    }
  };
  const { mapping } = desk;
  const byKey = new Map(state.incidents.map((incident) => [incident.key, incident]));
  for (const fix of proposeFixes({ swept, files, incidents: state.incidents })) {
    // People closed it: that is their answer, and asking again needs no call.
    const isIgnored = fix.incidents.every((key) => byKey.get(key)?.links.pullRequest?.state === 'ignored');
    if (!isIgnored) await attempt(() => propose(fix, desk));
  }
  if (mapping) {
    const fix = await proposeMapping(state.incidents, { ...desk, mapping });
    if (fix) await attempt(() => proposeMappingFix(fix, desk));
  }
  for (const over of overOf(state.incidents)) await attempt(() => close(over, desk));
  return results;
}

/** The state in which incidents know their pull requests. May be applied again to a newer state. */
export function linkFixes(state: MonitorState, results: readonly FixResult[]): MonitorState {
  let linked = state;
  for (const { incidents, number, operation, why } of results) {
    for (const key of incidents) {
      const before = state.incidents.find((incident) => incident.key === key)?.links.pullRequest;
      const known = number ?? before?.number;
      if (known !== undefined)
        linked = linkPullRequest(linked, key, { number: known, state: stateOf(operation, why) });
    }
  }
  return linked;
}

function stateOf(operation: FixOutcome['operation'], why: FixOutcome['why']): PullRequestLink['state'] {
  if (operation === 'ignored') return 'ignored';
  if (operation === 'closed') return 'closed';
  return why === 'not-open' || why === 'on-base' ? 'merged' : 'open';
}

async function propose(fix: ProposedFix, { github, base, configFile }: FixDesk): Promise<FixResult> {
  const outcome = await proposeFix(github, {
    what: fix.what,
    key: fix.key,
    base,
    title: titleOf(fix),
    body: renderFixBody(fix, configFile),
    files: [{ path: fix.path, bytes: Buffer.from(fix.repair.pem) }],
    labels: LABELS,
  });
  return { ...outcome, incidents: fix.incidents, path: fix.path };
}

/** Resolved ones with an open pull request that no open one shares. */
function overOf(incidents: readonly Incident[]): readonly Incident[] {
  const inUse = new Set(incidents.filter(({ phase }) => phase !== 'resolved').map(numberOf));
  return incidents.filter(
    (incident) =>
      incident.phase === 'resolved' && numberOf(incident) !== undefined && !inUse.has(numberOf(incident)),
  );
}

async function close(over: Incident, { github, base }: FixDesk): Promise<FixResult> {
  const number = numberOf(over) ?? 0;
  const outcome = await closeFix(github, { number, base }, RESOLVED);
  return { ...outcome, incidents: [over.key], path: over.endpoint ?? '' };
}

async function proposeMappingFix(
  { proposal, incidents, path }: MappingFix,
  { github, base }: FixDesk,
): Promise<FixResult> {
  return { ...(await proposeFix(github, { ...proposal, base, labels: LABELS })), incidents, path };
}

/** Of its pull request, while that is open. */
function numberOf({ links: { pullRequest } }: Incident): number | undefined {
  return pullRequest?.state === 'open' ? pullRequest.number : undefined;
}
