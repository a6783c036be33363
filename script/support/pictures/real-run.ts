import { createHash } from 'node:crypto';
import { closeGitHubs } from '../../../test/support/github.ts';
import { onPullRequest } from '../../../test/support/scenario/planning.ts';
import { scenario } from '../../../test/support/scenario/scenario.ts';
import { DOMAIN } from '../../../test/support/scenario/workspace.ts';
import { closeServers } from '../../../test/support/servers.ts';

const DAY_MS = 86_400_000;
/** The day of the pictures. */
const DAY = Date.parse('2026-06-01T00:00:00Z');

export interface RealRun {
  /** The comment of `command: plan` on the pull request of a renewal, in GitHub's Markdown. */
  readonly plan: string;
  /** The job summary of `command: deploy` after it. */
  readonly summary: string;
}

/**
 * What the shipped Action writes for an endpoint that sends its leaf alone, whose renewal is planned and deployed, against the
 * emulated cloud with real handshakes. Fingerprints, dates and times of the run are replaced by ones that stay.
 */
export async function realRun(): Promise<RealRun> {
  let written: RealRun | undefined;
  const instance = 'lb-ai-rec-01';
  const play = scenario(
    async (s) => {
      const { leafPem: chainPem, keyPem } = s.emulator.authority.issue({ names: [DOMAIN] });
      s.emulator.place({ instanceId: instance, chainPem, keyPem });
      const { certificate } = await s.supply(s.emulator.authority.issue({ names: [DOMAIN] }));
      await s.configure({ endpoints: [{ certificate, ingress: [{ type: 'CLB', instance }] }] });
      const pull = await onPullRequest(s);
      await pull.plan();
      const [plan = ''] = await pull.comments();
      const { summary } = await s.act({ command: 'deploy' });
      written = { plan, summary };
    },
    { api: '2020-04-07', instances: [{ type: 'CLB', id: instance, edges: 2 }] },
  );
  try {
    await play();
  } finally {
    await closeServers();
    await closeGitHubs();
  }
  if (written === undefined) throw new Error('nothing was written');
  return { plan: withStandIns(written.plan), summary: withStandIns(written.summary) };
}

function withStandIns(text: string): string {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const prints = new Map<string, string>();
  return (
    text
      .replaceAll(/(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])/g, (print) => {
        const standIn = prints.get(print) ?? createHash('sha256').update(`${prints.size}`).digest('hex');
        prints.set(print, standIn.slice(0, 12));
        return standIn.slice(0, 12);
      })
      // A hyphen may be escaped.
      .replaceAll(/\d{4}(?:\\?-\d\d){2}/g, (date) => {
        const shifted = new Date(Date.parse(date.replaceAll('\\', '')) - today + DAY);
        return shifted
          .toISOString()
          .slice(0, 10)
          .replaceAll('-', date.includes('\\') ? '\\-' : '-');
      })
      .replaceAll(/\d+ ms|\d+\.\d s/g, '700 ms')
  );
}
