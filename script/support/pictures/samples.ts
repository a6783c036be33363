// What the pictures show: an endpoint that has lost its intermediate, as the monitor's own code tells of it.
import { fixBranchName } from '../../../src/github/fix-branch.ts';
import { proposeFixes, titleOf } from '../../../src/monitoring/fix/propose-fixes.ts';
import { renderFixBody } from '../../../src/reports/fix/fix-body.ts';
import type { Message } from '../../../src/slack/block.ts';
import { incidentMessage } from '../../../src/slack/incident-message.ts';
import { sampleRun } from '../../../test/support/status-page.ts';
import type { PullRequest } from './github-page.ts';

const REPOSITORY = 'https://github.com/example/endpoints';
const BUNDLE = 'certs/rec.example.com.pem';

const run = sampleRun();

/** The message of the incident, in a channel where nobody runs the bot. */
export function sampleAlert(): Message {
  const incident = run.state.incidents.find(({ cause, phase }) => cause === 'chain' && phase === 'open');
  if (incident === undefined) throw new Error('nothing is broken');
  return incidentMessage(
    { incident, members: [] },
    {
      runUrl: `${REPOSITORY}/actions/runs/1`,
      docsUrl: `${REPOSITORY}/blob/main/docs/monitor.md`,
      repositoryUrl: REPOSITORY,
      mention: '<!subteam^S012AB3CD>',
      interaction: 'reactions',
    },
  );
}

/** The pull request that mends it. */
export function samplePullRequest(): PullRequest {
  const broken = run.swept.find(({ repairs }) => repairs.length > 0);
  const [repair] = broken?.repairs ?? [];
  if (broken === undefined || repair === undefined) throw new Error('nothing is to be mended');
  const files = new Map([[broken.name, { path: BUNDLE, chain: [repair.leaf], holdsKey: false }]]);
  const [fix] = proposeFixes({ swept: run.swept, incidents: run.state.incidents, files });
  if (fix === undefined) throw new Error('no fix is proposed');
  return {
    title: titleOf(fix),
    number: 12,
    author: 'airec-https',
    base: 'main',
    head: fixBranchName({ what: fix.what, key: fix.key }),
    labels: [
      { name: 'certificates', colour: '0075ca' },
      { name: 'automated', colour: 'ededed' },
    ],
    body: renderFixBody(fix, 'airec-https.yml'),
  };
}
